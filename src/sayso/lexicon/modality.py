"""Which words bear on whether an event took place, and how are they called?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from sayso.lexicon.tables import rows, words_by_use


@cache
def modals(use: Literal["modal", "adjective"]) -> Mapping[str, str]:
    """The words that qualify an event with their normal form: "would" for "'d"; see modals.tsv."""
    return {word: normal for name, normal, words in rows("modals.tsv", 3) if name == use for word in words.split()}


@cache
def modal_words(use: str) -> frozenset[str]:
    """The words of one use that bear on whether an event took place: "negation", "planned" …; see modals.tsv."""
    return _by_use()[use]


@cache
def _by_use() -> Mapping[str, frozenset[str]]:
    return words_by_use("modals.tsv", ((use, words) for use, normal, words in rows("modals.tsv", 3) if not normal))
