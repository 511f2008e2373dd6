"""What number does a word tell, and what loosens it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from sayso.lexicon.tables import rows


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word for a number: "three", "million" (a scale), "dozens" (vague: the least it may mean), "several" (some: a
    figure only before a scale)."""

    word: str
    value: int
    kind: Literal["number", "scale", "vague", "some"]


@cache
def _numbers() -> tuple[Mapping[str, NumberWord], Mapping[str, str]]:
    numbers: dict[str, NumberWord] = {}
    hedges: dict[str, str] = {}
    for word, value, kind in rows("numbers.tsv", 3):
        if value:
            numbers[word] = NumberWord(word, int(value), cast(Any, kind))
        else:
            hedges[word] = kind
    return numbers, hedges


def number_word(word: str) -> NumberWord | None:
    """What a word for a number tells, in lower case: "three", "million", "dozens"."""
    return _numbers()[0].get(word)


def hedge(word: str) -> str | None:
    """How a word before a number loosens it: about, over or under; None if it does not."""
    return _numbers()[1].get(word.casefold())


def hedges(words: Sequence[str]) -> list[str]:
    """How the words before a number loosen it, each that does: about, over or under; "no more than" is under."""
    turned = {"over": "under", "under": "over"}
    found = []
    for before, word in zip(["", *words], words, strict=False):
        if kind := hedge(word):
            found.append(turned.get(kind, kind) if before.casefold() in ("no", "not") else kind)
    return found


def loosened(words: Sequence[str]) -> str:
    """Whether words before a number, or its first ones, say that it may be exceeded ("over": "at least 12") or not be
    reached ("under": "up to 12"); "" if neither."""
    return next((kind for kind in hedges(words) if kind in ("over", "under")), "")


@cache
def _fractions() -> dict[str, float]:
    return {word: float(percent) for word, percent in rows("fractions.tsv", 2)}


def fraction(word: str) -> float | None:
    """The percent that a part of a whole is: 33 for "third"; None for any other word."""
    return _fractions().get(word)
