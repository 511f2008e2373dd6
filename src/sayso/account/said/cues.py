"""What the words of a cue tell by themselves: lexicon/cues.tsv."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import get_args

from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head
from sayso.account.said.force_types import OPPOSING
from sayso.model import Force
from sayso.reader import Reading, Words

KINDS = (*get_args(Force), "saying", "thinking", "doing", "speech", "telling", "hearing", "quoting", "hearsay")


@lru_cache(maxsize=1)
def _cues() -> dict[str, re.Pattern[str]]:
    listed: dict[str, list[str]] = {}
    for line in files("sayso.lexicon").joinpath("cues.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, words = line.partition("\t")
            if kind not in KINDS:
                raise ValueError(f"cues.tsv: {kind!r} is none of {', '.join(KINDS)}")
            listed.setdefault(kind, []).extend(re.escape(word).replace(r"\*", r"\w*") for word in words.split())
    return {kind: re.compile("|".join(words)) for kind, words in listed.items()}


@lru_cache(maxsize=1 << 14)
def cue_is(kind: str, word: str) -> bool:
    """Whether a word is listed as a cue of some kind: a force, or one of

    saying: a word of saying at all; thinking: of what somebody thinks, feels or wants; doing: of a deed or a seeming,
    by which nobody says anything; speech: a verb that tells of somebody speaking wherever it stands; telling: a verb
    whose object is the person told; hearing: one whose subject is; quoting: a verb that passes on what another says;
    hearsay: an adverb that puts a clause on somebody's word without saying whose.
    """
    return _cues()[kind].fullmatch(word.lower()) is not None


@lru_cache(maxsize=1 << 14)
def cue_force(word: str) -> Force | None:
    """The force that a cue word gives whatever is said, None if it leaves that open."""
    return next((force for force in get_args(Force) if force in _cues() and cue_is(force, word)), None)


def has_force(words: Iterable[str], *forces: Force) -> bool:
    """Whether any of the words of a cue gives what is said one of these forces."""
    return any(cue_force(word) in forces for word in words)


def contests(reading: Reading, cue: Words) -> bool:
    """Whether a cue denies or rejects."""
    return has_force(map(reading.word, range(*cue)), *OPPOSING)


def is_naming(reading: Reading, cue: Words) -> bool:
    """Whether a cue tells what somebody calls something: "a charge that the union calls {absurd}"."""
    return valency.is_one_of("naming", reading, head(reading, cue))
