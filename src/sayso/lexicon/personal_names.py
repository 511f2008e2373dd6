"""What names do people bear, what gender do these tell, and in what forms are they written?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

from sayso.lexicon.persons import Gender
from sayso.lexicon.tables import rows


@cache
def _genders() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for gender, names in rows("first_names.tsv", 2):
        for name in names.split():
            found[name] = found.get(name, frozenset()) | {gender}
    return found


@cache
def _first_names() -> Mapping[str, Gender]:
    return {name: cast(Gender, next(iter(genders))) for name, genders in _genders().items() if len(genders) == 1}


def first_names() -> frozenset[str]:
    """All given names, whichever gender they tell."""
    return frozenset(_genders())


def gender_of_name(first_name: str) -> Gender | None:
    """The gender that a given name tells: "Sergey"."""
    return _first_names().get(first_name)


@cache
def given_name_forms(use: Literal["spelling", "short"]) -> Mapping[str, frozenset[int]]:
    """The names, by number, that a given name may be a form of: "muhammad" of the one that is also "mohammed"."""
    found: dict[str, frozenset[int]] = {}
    for number, (sort, forms) in enumerate(rows("given_names.tsv", 2)):
        for form in forms.split() if sort == use else ():
            found[form] = found.get(form, frozenset()) | {number}
    return found


@cache
def family_names(use: Literal["first", "common"]) -> frozenset[str]:
    """Family names, in lower case without accents, that stand before the given name, or that very many bear."""
    return frozenset(name for tells, names in rows("family_names.tsv", 2) if tells == use for name in names.split())


@cache
def spellings() -> tuple[tuple[str, str], ...]:
    """Letters that languages write differently and how they are written for comparison, in order of application."""
    return tuple((pattern, written) for pattern, written in rows("spellings.tsv", 2))
