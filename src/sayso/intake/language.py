"""Whether a text is English, told by the little words that no English text does without and few others have."""

from __future__ import annotations

import re
from functools import cache

from sayso import lexicon

_SAMPLE = 8000  # characters judged
_ENOUGH = 25  # words; a shorter text gets the benefit of the doubt
_SHARE = 0.05  # of the words. English reports have .1 to .3 of them, reports in other languages about .02 at most

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿＡ-Ｚａ-ｚ]")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _little_words() -> frozenset[str]:
    return frozenset(word for (line,) in lexicon.rows("english.tsv", 1) for word in line.split())


def is_english(text: str) -> bool:
    """Whether the beginning of `text` is English, or too short to tell."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters >= _ENOUGH and len(_LATIN.findall(sample)) < 0.5 * letters:
        return False  # another script
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sample)]
    known = sum(word in _little_words() for word in words)
    return len(words) < _ENOUGH or known >= _SHARE * len(words)
