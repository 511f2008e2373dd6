"""What does a word of a time expression stand for?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from sayso.lexicon.tables import rows


@cache
def time_words() -> Mapping[str, str]:
    """The words of time expressions with their symbols; see times.tsv."""
    return {word: symbol for symbol, words in rows("times.tsv", 2) for word in words.split()}


@lru_cache(maxsize=1 << 14)
def time_word(word: str) -> str | None:
    """The symbol of a word of time expressions: "MONTH_05" for "May", "UNITS_D" for "days"; see times.tsv."""
    known = time_words()
    if word.isupper() and len(word) > 2:  # "MONDAY" in a headline
        return known.get(word) or known.get(word.capitalize()) or known.get(word.lower())
    return known.get(word) or known.get(word.lower())
