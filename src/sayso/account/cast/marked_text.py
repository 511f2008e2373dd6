"""What is there before anybody is resolved: a report's words, which of them are prose, where it is told of a place, and
who is marked as speaking where."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from sayso.account.cast.mentions import SpeakerMention
from sayso.account.grammar.spans import Spans
from sayso.account.named.terms import Terms
from sayso.model import Place, Report
from sayso.reader.reading import Reading, Words


class MarkedText:
    """A report with its speakers marked. Nothing of it changes while they are resolved."""

    def __init__(
        self,
        report: Report,
        reading: Reading,
        terms: Terms,
        speakers: Sequence[SpeakerMention],
        places: Sequence[Place],
    ) -> None:
        self.report, self.reading, self.terms, self.speakers = report, reading, terms, speakers
        self.land = {i: place.country for place in places for i in range(*reading.within(place.span)) if place.country}
        self.furniture = self._furniture()
        self.speaker_at = {m.words[0]: k for k, m in reversed(list(enumerate(speakers))) if m.words and m.speaks}
        self._datelines = Spans([part.span for part in report.furniture if part.kind == "dateline"])
        self._titles = Spans([part.span for part in report.furniture if part.kind == "title"])

    def _furniture(self) -> list[bool]:
        """Which words are captions, bylines and the like: they name people, but nobody speaks or is spoken of there."""
        spans = Spans([f.span for f in self.report.furniture if f.kind not in ("title", "heading")])
        return [spans.around(start) is not None for start in self.reading.starts]

    def in_title(self, at: int) -> bool:
        """Whether a word stands in the title."""
        return self._titles.around(self.reading.starts[at]) is not None

    def in_dateline(self, at: int) -> bool:
        """Whether a word stands in the dateline."""
        return self._datelines.around(self.reading.starts[at]) is not None

    # --- how far ---

    def sentences(self, i: int, j: int) -> int:
        """How many sentences lie between two words."""
        last = len(self.reading) - 1
        return abs(self.reading.sentence[min(j, last)] - self.reading.sentence[min(i, last)])

    def told_apart(self, i: int, j: int) -> int:
        """How many sentences the report itself tells between two words, of which neither is in somebody's mouth."""
        apart = self.sentences(i, j)
        if self.terms.quoted[i] or self.terms.quoted[j] or apart < 2:
            return apart
        first, last = self.reading.sentence[i] + 1, self.reading.sentence[j]
        return apart - (self._in_quotation[last] - self._in_quotation[first])

    @cached_property
    def _in_quotation(self) -> list[int]:
        """For each sentence how many before it are quoted from their first word to their last."""
        quoted = dict.fromkeys(self.reading.sentence, True)
        for i, number in enumerate(self.reading.sentence):
            quoted[number] &= self.terms.quoted[i] or self.terms.pos(i) == "PUNCT"
        return [0, *accumulate(quoted.values())]

    # --- who is marked ---

    @cached_property
    def saying_at(self) -> dict[int, list[int]]:
        """For each word the numbers of the speaker mentions in whose words it stands."""
        found: dict[int, list[int]] = {}
        for k, mention in enumerate(self.speakers):
            for i in (i for words in mention.content for i in range(*words)):
                found.setdefault(i, []).append(k)
        return found

    @cached_property
    def suffering(self) -> dict[Words, set[str]]:
        """The words of those to whom something is done, and by what means: "force" or "law"."""
        found: dict[Words, set[str]] = {}
        for mention in self.speakers:
            if mention.words and mention.suffers:
                found.setdefault(mention.words, set()).add(mention.suffers)
        return found

    def speaks(self, k: int | None) -> bool:
        """Whether a reference is mention `k`, and that of a speaker."""
        return k is not None and self.speakers[k].speaks

    def is_parted(self, end: int, pronoun: int) -> bool:
        """Whether a speaker is told between a phrase and what he says of it: "the crew, {he} said, would pay"."""
        lower, behind = self.terms.lower, pronoun + 2
        return end == pronoun - 1 and lower[end] == "," and "," in lower[behind : behind + 2]

    # --- where it is ---

    @cached_property
    def towns(self) -> set[int]:
        """The words of places that are no countries."""
        countries = {i for a, (b, _, _) in self.terms.place.items() for i in range(a, b)}
        return self.land.keys() - countries
