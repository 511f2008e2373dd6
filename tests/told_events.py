"""Events as sentences tell them, for the tests: read by the model that ships."""

from __future__ import annotations

from sayso.account import Reader
from sayso.model import Account, Event, Report

READER = Reader()


def read(text: str, published: str | None = None) -> Account:
    return READER.read(Report(text=text, published=published))


def event(given: Account, word: str) -> Event:
    """The event told by a word."""
    return next(event for event in given.events if word in given.words(event.trigger))


def names(given: Account, ids: list[str]) -> list[str]:
    return [actor.name for id in ids if (actor := given.actor(id))]
