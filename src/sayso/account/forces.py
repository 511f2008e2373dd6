"""With what force something is said: asserted, denied, demanded …"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import cast, get_args

from sayso.model import Force, Span
from sayso.reader import Reading, Words


@lru_cache(maxsize=1)
def _cues() -> dict[str, list[str]]:
    listed: dict[str, list[str]] = {}
    for line in files("sayso.lexicon").joinpath("cues.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, words = line.partition("\t")
            if kind not in (*get_args(Force), "telling", "hearsay"):
                raise ValueError(f"cues.tsv: {kind!r} is no force, nor 'telling' or 'hearsay'")
            listed.setdefault(kind, []).extend(words.split())
    return listed


@lru_cache(maxsize=1)
def cue_forces() -> dict[str, Force]:
    """The forces that a cue word gives by itself, whatever is said."""
    return {word: cast(Force, kind) for kind, words in _cues().items() if kind in get_args(Force) for word in words}


@lru_cache(maxsize=1)
def hearsay() -> frozenset[str]:
    """The adverbs that put a clause on somebody's word without saying whose."""
    return frozenset(_cues()["hearsay"])


@lru_cache(maxsize=1)
def telling() -> frozenset[str]:
    """The verbs whose object is the person told."""
    return frozenset(_cues()["telling"])


def force_of(reading: Reading, cue: Words | None, content: Sequence[Span], guess: Force) -> Force:
    """The force of a statement: its cue's where that settles it, else the model's guess from cue and content."""
    if cue is None:
        return guess
    words = [reading.word(i).lower() for i in range(*cue)]
    negated = any(word in ("not", "n't", "n’t", "never", "declined", "refused") for word in words)
    for word in words:
        force = cue_forces().get(word)
        if force and not negated:
            return force
    return guess
