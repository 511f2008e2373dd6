"""Which country does a word tell of: its name, an adjective, its people, a seat of its power?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.tables import key, rows, values
from sayso.model import Place


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory: its code, what it, its people and its capital are called."""

    code: str  # ISO 3166-1 alpha-3
    name: str
    also: tuple[str, ...]
    short: tuple[str, ...]  # names that hold only beside a fuller one: "the North"
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A building or city of power: the country's, and the body it stands for ("" for the government as a whole)."""

    name: str
    country: str | None
    body: str


@cache
def countries() -> Mapping[str, Country]:
    """All countries by code."""
    return {
        code: Country(code, name, values(also), values(short), values(adjective), values(people), values(capital))
        for code, name, also, short, adjective, people, capital in rows("countries.tsv", 7)
    }


def is_state(place: Place) -> bool:
    """Whether a place is a country."""
    return place.country is not None and place.name == countries()[place.country].name


@cache
def _country_names() -> Mapping[str, str]:
    return {key(name): c.code for c in countries().values() for name in (*c.also, c.name)}


@cache
def _short_names() -> Mapping[str, str]:
    return {key(name): c.code for c in countries().values() for name in c.short}


@cache
def _adjectives() -> Mapping[str, str]:
    return {key(name): c.code for c in countries().values() for name in c.adjectives}


@cache
def _people() -> Mapping[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for c in countries().values():
        for name in c.adjectives:
            found[key(name)] = c.code, False
            found.setdefault(key(name + "s"), (c.code, True))
        for name in c.people:
            found[key(name)] = c.code, name.endswith(("s", "men", "Batswana", "Basotho"))
    return found


@cache
def _seats() -> Mapping[str, Seat]:
    found = {key(city): Seat(city, c.code, "") for c in countries().values() for city in c.capitals}
    found |= {
        key(name): Seat(name, code if code in countries() else None, body) for name, code, body in rows("seats.tsv", 3)
    }
    return found


def country(words: str) -> str | None:
    """The code of the country of that name: "Russia", "the Gambia", "U.S."."""
    return _country_names().get(key(words))


def country_in_short(words: str) -> str | None:
    """The code of the country that a short name means where the report names it in full elsewhere: "North"."""
    return _short_names().get(key(words))


def nationality(words: str) -> str | None:
    """The code of the country of an adjective: "Russian", "South Korean", "US"."""
    return _adjectives().get(key(words))


def people(words: str) -> tuple[str, bool] | None:
    """The code of the country and whether many are meant: "Russians", "Briton"."""
    return _people().get(key(words))


def seat(words: str) -> Seat | None:
    """The city or building of power of that name: "Moscow", "Downing Street"."""
    return _seats().get(key(words))


@cache
def proper_forms() -> frozenset[str]:
    """All that a country, its people or a seat of its power is called, as `key` writes it."""
    return frozenset((*_country_names(), *_adjectives(), *_people(), *_seats()))


def seat_names() -> list[str]:
    """The names of all cities and buildings of power."""
    return [found.name for found in _seats().values()]
