"""What organisation or body does a name or a common noun mean, and which has a state one of?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from sayso.lexicon.tables import key, rows, values
from sayso.model import ActorKind, Sector


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation of fixed identity."""

    name: str
    kind: ActorKind
    sector: Sector | None
    country: str | None
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A common noun for a body: "ministry", "army", "newspaper"."""

    word: str
    family: str  # one for all words that may mean the same body
    kind: ActorKind
    sector: Sector | None


@cache
def organizations() -> Mapping[str, Organization]:
    """Organisations by every name of theirs, as `key` writes it."""
    found: dict[str, Organization] = {}
    for name, also, kind, sector, code in rows("organizations.tsv", 5):
        organization = Organization(
            name, cast(ActorKind, kind), cast(Sector | None, sector or None), code or None, values(also)
        )
        for form in (name, *organization.also):
            found.setdefault(key(form), organization)
    return found


def organization(words: str) -> Organization | None:
    """The organisation of that name or acronym: "IAEA", "Islamic State"."""
    return organizations().get(key(words))


@cache
def bodies() -> Mapping[str, Body]:
    """Bodies by their word, lower case."""
    return {
        word: Body(word, family, cast(ActorKind, kind), cast(Sector | None, sector or None))
        for word, family, kind, sector in rows("bodies.tsv", 4)
    }


def body(words: str) -> Body | None:
    """The body that a common noun means: "foreign ministry"."""
    return bodies().get(words.casefold().replace("’", "'").removesuffix("."))


@cache
def one_per_state(what: Literal["office", "body"]) -> frozenset[str]:
    """The offices, or the classes of bodies, that a state has one of at a time."""
    return frozenset(name for sort, name, _ in rows("one_per_state.tsv", 3) if sort == what)


@cache
def bodies_of_cities() -> frozenset[str]:
    """The classes of bodies that a state has one of, and its capital one of its own."""
    return frozenset(name for sort, name, city in rows("one_per_state.tsv", 3) if sort == "body" and city)
