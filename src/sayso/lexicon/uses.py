"""Which words have a use in some grammar: of noun phrases, of times, of denials, of places, of who speaks for whom?"""

from __future__ import annotations

from functools import cache

from sayso.lexicon.tables import by_use


@cache
def function_words(use: str) -> frozenset[str]:
    """The words of one use, by which rules ask for them: "relative", "link", "craft" …; see function_words.tsv."""
    return by_use("function_words.tsv")[use]


@cache
def time_cues(use: str) -> frozenset[str]:
    """The words of one use that tell when a time beside them is meant: "past", "planned" …; see time_cues.tsv."""
    return by_use("time_cues.tsv")[use]


@cache
def denial_words(use: str) -> frozenset[str]:
    """The words of one use by which a matter is contested: "deny", "claim", "false" …; see denials.tsv."""
    return by_use("denials.tsv")[use]


@cache
def counted_words(use: str) -> frozenset[str]:
    """The words of one use by which figures count people: "dead", "hurt", "anybody" …; see counted.tsv."""
    return by_use("counted.tsv")[use]


@cache
def toponym_words(use: str) -> frozenset[str]:
    """The words of one use by which a name beside them is a place, or none: "locative", "site" …; see toponyms.tsv."""
    return by_use("toponyms.tsv")[use]


@cache
def speaking_words(use: str) -> frozenset[str]:
    """The words of one use in the name of whoever speaks for a body, or does not: "office" …; see speaking.tsv."""
    return by_use("speaking.tsv")[use]
