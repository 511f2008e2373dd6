"""What does a noun or a pronoun tell of the human being it means: gender, number, kin?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from sayso.lexicon.tables import rows

Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun: its person ("1", "2", "3", or "who" for relatives), number and gender where it tells them."""

    word: str
    person: Literal["1", "2", "3", "who"]
    number: Literal["s", "p"] | None
    gender: Literal["m", "f", "n"] | None


@cache
def _nouns() -> Mapping[str, tuple[Gender | None, bool]]:
    return {word: (cast(Gender | None, gender or None), kin == "kin") for word, gender, kin in rows("nouns.tsv", 3)}


def gender_of_noun(word: str) -> Gender | None:
    """The gender that a noun tells: "husband", "spokeswoman"."""
    gender, _ = _nouns().get(word.casefold(), (None, False))
    return gender


def is_kin(word: str) -> bool:
    """Whether the noun names a relation of a family: "father"."""
    return _nouns().get(word.casefold(), (None, False))[1]


@cache
def _pronouns() -> Mapping[str, Pronoun]:
    return {
        word: Pronoun(word, cast(Any, person), cast(Any, number or None), cast(Any, gender or None))
        for word, person, number, gender in rows("pronouns.tsv", 4)
    }


def pronoun(word: str) -> Pronoun | None:
    """The pronoun of that form, any case."""
    return _pronouns().get(word.casefold())
