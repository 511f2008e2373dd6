"""Words without their inflection, so that any form of one stands for all, and the stems of listed words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sayso import lexicon


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A word without its inflection, in lower case: "denies" and "denied" are one, so are "strike" and "striking"."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("eed", "ee"),
        ("ings", ""),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


@lru_cache(maxsize=64)
def stems(use: str) -> frozenset[str]:
    """The stems of the words of a use of denials.tsv."""
    return listed(lexicon.denial_words(use))


@lru_cache(maxsize=64)
def counted_stems(use: str) -> frozenset[str]:
    """The stems of the words of a use of counted.tsv."""
    return listed(lexicon.counted_words(use))


def listed(words: Iterable[str]) -> frozenset[str]:
    """The stems of words of a list; those of several words joined by _."""
    return frozenset("_".join(map(stem, word.split("_"))) for word in words)


def forms(word: str) -> list[str]:
    """The stems of a word and of what it is a form of: "died" is a form of "die"."""
    return [stem(word), *(stem(form) for form in lexicon.lemmas(word.lower()))]


def is_one_of(use: str, word: str) -> bool:
    """Whether a word is, in any form, one of those of a use of denials.tsv."""
    return not stems(use).isdisjoint(forms(word))
