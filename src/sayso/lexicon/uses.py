"""Which words have a use in some grammar: of noun phrases, of times, of denials, of counting people?"""

from __future__ import annotations

from functools import cache

from sayso.lexicon.tables import by_use


@cache
def function_words(use: str) -> frozenset[str]:
    """The small words of one use: "relative", "link", "definite" …; see function_words.tsv."""
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
