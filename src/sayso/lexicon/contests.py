"""Whose account is a matter, who answers for whose deeds, and about what kind of matter is a dispute?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sayso.lexicon.tables import rows


@cache
def servants(sector: str) -> frozenset[str]:
    """The words for those whose deeds are laid on whoever speaks for a sector: "soldiers" for MIL; see servants.tsv."""
    return frozenset(next((words.split() for code, words, _ in rows("servants.tsv", 3) if code == sector), ()))


@cache
def _claimants() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for sector, _, words in rows("servants.tsv", 3):
        for word in words.split():
            found.setdefault(word, sector)
    return found


def sector_of(word: str) -> str | None:
    """The sector whose claim a word before "statement" or "account" tells it to be: "military"; see servants.tsv."""
    return _claimants().get(word)


@cache
def dispute_kinds() -> Mapping[str, str]:
    """The kind of dispute that a word in the matter disputed tells: "motive" for "aim"; see dispute_kinds.tsv."""
    return {word: kind for kind, words in rows("dispute_kinds.tsv", 2) for word in words.split()}
