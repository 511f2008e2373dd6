"""How common are words?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sayso.lexicon.tables import rows


@cache
def commonness() -> tuple[Mapping[str, int], int]:
    """In how many texts each word occurs, by its stem, and how many texts were counted; see commonness.tsv."""
    (texts, _), *counted = rows("commonness.tsv", 2)
    return {word: int(count) for count, words in counted for word in words.split()}, int(texts)
