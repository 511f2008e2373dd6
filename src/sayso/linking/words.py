"""Words as they are compared across reports, and how much it tells that two reports share one.

A word that few reports have tells more than one that many have: its weight is the logarithm of how rare it is (inverse
document frequency, Spärck Jones 1972). How common words are is taken from a table that ships (lexicon
`commonness.tsv`) and never from the ledger, or links would change with every report that is added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from math import log

from sayso import lexicon

_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")
_WITHIN = re.compile(r"(?<=[\w,;’'] )(?!I['’])[^\W\d_a-z][^\W\d_]*(?:['’.&-][^\W_]+)*")
_SENTENCE_ENDS = (*".!?\"”’')",)
_POSSESSIVE = ("'s", "’s")
_FUNCTION = 0.25  # a word in every fourth text or more is of no matter: it tells nothing


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word in small letters without its endings: "launches" and "launched" are "launch", "U.S." is "us"."""
    plain = word.casefold()
    if plain.endswith(_POSSESSIVE):
        plain = plain[:-2]
    plain = plain.replace(".", "").replace("’", "'")
    return lexicon.lemmas(plain)[0] if plain.isalpha() else plain


def words(text: str) -> list[str]:
    """The words of a text by their stems, in order."""
    return [stem(word) for word in _WORD.findall(text)]


def names(text: str) -> set[str]:
    """The words that are names in a text, by their stems: written with a capital within a sentence and nowhere without.
    Lines that do not end as sentences do, such as headlines, have capitals of their own."""
    small = {stem(word) for word in set(_WORD.findall(text)) if not word[0].isupper()}
    lines = "\n".join(line for line in text.split("\n") if line.rstrip().endswith(_SENTENCE_ENDS))
    capital = {word for word in set(_WITHIN.findall(lines or text)) if word[0].isupper()}
    return {stem(part) for word in capital for part in word.split("-") if part} - small


@cache
def _rarity() -> tuple[Mapping[str, float], float]:
    """What sharing a word weighs, for those known, and for those that are not: they are rarer than any known."""
    counts, texts = lexicon.commonness()
    weights = {word: log(texts / count) if count < _FUNCTION * texts else 0.0 for word, count in counts.items()}
    return weights, log(2 * texts)


@lru_cache(maxsize=1 << 16)
def rarity(stem: str) -> float:
    """How much it tells that two texts share this word: 0 for "the", about 3 for "missile", most for unheard names."""
    known, unknown = _rarity()
    found = known.get(stem)
    if found is not None:
        return found
    if stem.isdecimal():
        return known["7"] if len(stem) < 3 else unknown / 2  # a number tells something, but any text is full of them
    return unknown if len(stem) > 2 else known["go"]
