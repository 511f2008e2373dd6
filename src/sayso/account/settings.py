"""Where and when an event is set: the place and the time named for it, else those of the story it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from sayso import lexicon
from sayso.account.events import Facts, Telling, is_state
from sayso.account.footing import Chains
from sayso.account.participants import UTTERED
from sayso.account.tenses import tense
from sayso.model import Place, Span, TimeExpression
from sayso.reader.reading import Reading, Words

TIME_REACH, PLACE_REACH = 15, 12  # words around a trigger within which a time or place is its own if none is linked
CARRIED, SCENE = 1, 2  # paragraphs over which a day is carried on, and a place: those of news are a sentence or two
BESIDE = 6  # words from the name of a country to what is named in it
MEANT = 3  # mentions back from "the town" to where it was named, at most
COMPLEMENT = ("xcomp", "ccomp", "acl", "advcl")  # clauses within what is uttered
ABOVE = 12  # steps up the tree from a place to what happened there


class At:
    """Spans in order, by the words they take."""

    def __init__(self, reading: Reading, spans: Sequence[Span]) -> None:
        self.words = [reading.within(span) for span in spans]
        self.starts = [a for a, _ in self.words]

    def within(self, words: Words) -> list[int]:
        """The numbers of the spans that touch some words."""
        k = bisect_right(self.starts, words[1] - 1)
        found = []
        while k > 0 and self.words[k - 1][1] > words[0] - 30:
            k -= 1
            if self.words[k][0] < words[1] and words[0] < self.words[k][1]:
                found.append(k)
        return sorted(found)


def clause(reading: Reading, word: int, reach: int = 12) -> Words:
    """The words of a sentence near one of them."""
    sentence = reading.sentence[word]
    a = b = word
    while a > 0 and word - a < reach and reading.sentence[a - 1] == sentence:
        a -= 1
    while b < len(reading) and b - word <= reach and reading.sentence[b] == sentence:
        b += 1
    return a, b


# --- where -----------------------------------------------------------------------------------------------------------


class Scene:
    """The places of a report, and which of them an event is set in."""

    def __init__(self, reading: Reading, places: Sequence[Place], told: Mapping[int, Telling], chains: Chains) -> None:
        """told: the tellings of the report by their triggers."""
        self.reading, self.places, self._told, self._chains = reading, places, told, chains
        self._at = At(reading, [place.span for place in places])
        self._cues = {i: n for n, saying in enumerate(chains.found) if saying.cue for i in range(*saying.cue)}

    def of(self, telling: Telling, voice: Sequence[int]) -> int | None:
        """The number of the place at which a telling sets its event: the narrowest named, which stands first ("Homs,
        Syria"), or what it calls by another word ("in the town"); else one of its own sentence that is near. voice: the
        sayings around it."""
        for words in telling.parts["place"]:
            named = [k for k in self._at.within(words) if not self._is_where_said(k, telling)] or self._meant(words)
            if named:
                return self._narrower(self._first(named[0]))
        a, b = clause(self.reading, telling.trigger, PLACE_REACH)
        own = [k for k in self._at.within((a, b)) if self._is_own(k, telling, voice)]
        nearest = min(own, key=lambda k: abs(self._at.starts[k] - telling.trigger), default=None)
        return self._first(nearest) if nearest is not None else None

    def _meant(self, words: Words) -> list[int]:
        """The places that a phrase means that names none: "the town", "there"."""
        for i in range(*words):
            at: int | None = i
            for _ in range(MEANT):
                mention = self.reading.mentions.get(at) if at is not None else None
                if mention is None:
                    break
                at = mention.antecedent
                if at is not None and (named := self._at.within((at, at + 1))):
                    return named
        return []

    def _is_own(self, number: int, telling: Telling, voice: Sequence[int]) -> bool:
        """Whether a place near a telling may be where its event happened: told by the same voice, and of nothing else
        beside it. In "accused the army of bombing Homs", Homs is where the army bombed, and in "urged the army to leave
        Homs" what is urged is there."""
        reading, first = self.reading, self._at.starts[number]
        if self._chains.around(reading.starts[first]) != list(voice):
            return False
        over = set(reading.upward(telling.trigger, ABOVE))
        for i in reading.upward(first, ABOVE):
            if i in self._told:
                return i in over
            if telling.type in UTTERED and reading.relation[i] in COMPLEMENT:
                return telling.trigger not in reading.upward(i, ABOVE)
        return True

    def _is_where_said(self, number: int, telling: Telling) -> bool:
        """Whether a place tells where somebody spoke of an event: "soldiers burned the market, he said in Accra"."""
        first, around = self._at.starts[number], self._chains.around
        cue = next((i for i in self.reading.upward(first, ABOVE) if i in self._cues), first)
        if cue >= first:
            return False  # "in Homs, witnesses said": what they saw is there, too
        told, said = around(self.reading.starts[telling.trigger]), around(self.reading.starts[first])
        return self._cues[cue] in told and self._cues[cue] not in said

    def _first(self, number: int) -> int:
        """The place that stands before one in which it lies: "Jos" of "Jos, Plateau State, Nigeria"."""
        while number > 0:
            (_, end), (start, _) = self._at.words[number - 1 : number + 1]
            inside = self.places[number - 1].country in (self.places[number].country, None)
            if not (inside and start - end == 1 and self.reading.word(end) == ","):
                break
            number -= 1
        return number

    def _narrower(self, number: int) -> int:
        """A place that stands beside a country and lies in it: "Japan's northern island Hokkaido"."""
        places = self.places
        if not is_state(places[number]):
            return number
        a, b = self._at.words[number]
        beside = self._at.within((max(0, a - BESIDE), b + BESIDE))
        inside = [k for k in beside if places[k].country == places[number].country and not is_state(places[k])]
        return inside[0] if inside else number


def carry_places(reading: Reading, told: Sequence[Facts]) -> None:
    """Give what is told in the past without a place that of what is told just before it: a story goes on where it
    began, whoever tells it. What is done by saying it has no place but its own."""
    last: Facts | None = None
    for facts in told:
        if facts.telling.type in UTTERED or facts.title:
            continue
        if facts.place is not None:
            last = facts
        elif last is not None and _is_past(reading, facts.telling.trigger) and _is_near(reading, last, facts, SCENE):
            facts.place, facts.site = last.place, last.site


# --- when ------------------------------------------------------------------------------------------------------------


def day_of(reading: Reading, when: At, telling: Telling, times: Sequence[TimeExpression]) -> int | None:
    """The number of the time of a telling: the one linked to it, else one of its own sentence that is near."""
    linked = [k for words in telling.parts["time"] for k in when.within(words)]
    dated = [k for k in linked if times[k].start]
    if dated:
        return dated[0]
    a, b = clause(reading, telling.trigger, TIME_REACH)
    near = [k for k in when.within((a, b)) if times[k].start and times[k].type in ("DATE", "TIME")]
    nearest = min(near, key=lambda k: abs(when.starts[k] - telling.trigger), default=None)
    return linked[0] if nearest is None and linked else nearest


def carry_days(reading: Reading, told: Sequence[Facts], times: Sequence[TimeExpression]) -> None:
    """Give what is told in the past without a day that of what is told just before it, by the same voice or by the
    report itself: a story goes on in its day until another is named, in its month or year as long as its paragraph.
    How long something took is no day of its own."""
    last: dict[tuple[int, ...], Facts | None] = {}
    for facts in told:
        word = facts.telling.trigger
        open_ = not facts.start and (facts.time is None or _is_length(reading, times[facts.time]))
        told_before = [one for of in (facts.voice, ()) if (one := last.get(of))]
        before = max(told_before, key=lambda one: one.telling.trigger, default=None)
        if facts.start:
            last[facts.voice] = facts if _is_past(reading, word) and not facts.title else None
        elif before is not None and open_ and _is_past(reading, word) and _goes_on(reading, before, facts, times):
            facts.time, facts.start = before.time, before.start


def _is_length(reading: Reading, time: TimeExpression) -> bool:
    """Whether an expression tells how long, and not how long after something: "three days after the clash"."""
    end = reading.within(time.span)[1]
    after = reading.word(end).lower() if end < len(reading) else ""
    return time.type == "DURATION" and after not in lexicon.function_words("beside")


def _goes_on(reading: Reading, before: Facts, facts: Facts, times: Sequence[TimeExpression]) -> bool:
    """Whether a story may go on in the time of what was told before."""
    time = times[before.time] if before.time is not None else None
    if time is not None and time.start != time.end:  # background: "in July the two agreed to …"
        return reading.paragraph[before.telling.trigger] == reading.paragraph[facts.telling.trigger]
    return _is_near(reading, before, facts, CARRIED)


def _is_near(reading: Reading, one: Facts, other: Facts, paragraphs: int) -> bool:
    return reading.paragraph[other.telling.trigger] - reading.paragraph[one.telling.trigger] <= paragraphs


def _is_past(reading: Reading, word: int) -> bool:
    return tense(reading, word) == "past"
