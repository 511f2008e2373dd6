"""Accounts against PolNeAR's attributions, character by character."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from evaluation.counts import Count
from sayso.account import Reader
from sayso.intake import text_report
from sayso.model import Account, Span
from training import sources

PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Marked:
    """What one reader, human or not, marks in a text: spans of each part, and the cues by attribution."""

    source: Sequence[Span]
    cue: Sequence[Span]
    content: Sequence[Span]
    cues: Sequence[Sequence[Span]]


def annotated() -> Iterator[tuple[str, Marked]]:
    """Each text of PolNeAR's dev part with one annotator's marks."""
    for _, file, attributions in sources.polnear_files("dev"):
        yield (
            sources.verbatim(file),
            Marked(
                source=[span for given in attributions for span in given.source],
                cue=[span for given in attributions for span in given.cue],
                content=[span for given in attributions for span in given.content],
                cues=[given.cue for given in attributions if given.cue],
            ),
        )


def marked(account: Account) -> Marked:
    """What an account marks."""
    said = account.statements
    cues = [statement.cue for statement in said if statement.cue]
    sources_ = [statement.speaker_span for statement in said if statement.speaker_span]
    return Marked(sources_, cues, [span for statement in said for span in statement.content], [[cue] for cue in cues])


class Agreement:
    """How far two markings of texts agree."""

    def __init__(self) -> None:
        self._parts = {part: Count() for part in PARTS}
        self._cues = Count()

    def add(self, text: str, gold: Marked, given: Marked) -> None:
        """Count one text."""
        for part, count in self._parts.items():
            count.add(_characters(text, getattr(gold, part)), _characters(text, getattr(given, part)))
        touched = _characters(text, given.cue)
        for cue in gold.cues:
            self._cues.answer(not touched.isdisjoint(_characters(text, cue)))

    def figures(self) -> dict[str, float]:
        """F1 of each part, and the share of attributions whose cue is found."""
        return {**{part: count.f1 for part, count in self._parts.items()}, "found": self._cues.recall}


def _characters(text: str, spans: Sequence[Span]) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if not text[i].isspace()}


def score(reader: Reader) -> dict[str, float]:
    """From accounts as `sayso read --json` makes them of the text as a plain text file: F1 over the characters (blanks
    aside) that stand in any speaker's span, any cue, any content, against those of each annotator; and the share of the
    annotators' attributions whose cue overlaps one of ours. PolNeAR's cues include auxiliaries, its contents "that"
    and quotation marks; ours do not, which costs some points here."""

    @lru_cache(maxsize=1)
    def read(text: str) -> Marked:
        return marked(reader.read(text_report(text)))

    agreement = Agreement()
    for text, gold in annotated():
        agreement.add(text, gold, read(text))
    return agreement.figures()


def annotators() -> dict[str, float]:
    """The same figures for PolNeAR's annotators, each against each other who marked the same text."""
    texts: defaultdict[str, list[Marked]] = defaultdict(list)
    for text, marks in annotated():
        texts[text].append(marks)
    agreement = Agreement()
    for text, readings in texts.items():
        for one, other in permutations(readings, 2):
            agreement.add(text, one, other)
    return agreement.figures()
