"""One act of saying, as the text tells it, before its speaker is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.account.grammar.text import Text
from sayso.model import Force, Quotation, Span
from sayso.reader import Words


@dataclass(slots=True)
class Saying:
    """One act of saying, before its speaker is known."""

    cue: Words | None
    source: Words | None
    content: list[Span]
    force: Force | None = None
    quotation: Quotation = "indirect"
    addressee: Words | None = None
    through: Words | None = None  # who passes it on: the agency of "the agency quoted the minister as saying"
    time: Words | None = None
    inside: int | None = None  # the saying in whose content this one stands
    carries_on: Saying | None = None  # the saying before it whose speaker this one has
    goes_on: int | None = None  # the word by which what is said goes on behind who says it
    nameless: bool = False  # the text gives a letter for the speaker, and no name
    likely: tuple[float, ...] = ()  # the model's probability of each force


def by_quotation(text: Text, found: Iterable[Saying]) -> dict[Span, list[Saying]]:
    """For each quotation the sayings whose content it shares."""
    sharing: dict[Span, list[Saying]] = {}
    for saying in found:
        for quotation in {q for piece in saying.content for q in text.quotations.touching(piece)}:
            sharing.setdefault(quotation, []).append(saying)
    return sharing


def is_mark(text: Text, cue: Words) -> bool:
    """Whether a cue is but a colon or a dash, which puts a name to words."""
    return not text.tells(text.reading.span(cue))
