"""With what force something is said: asserted, denied, demanded …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import cast, get_args

from sayso.account.cues import cue_force
from sayso.model import Force, Span
from sayso.reader import Reading, Words
from sayso.reader.labels import FORCES

PHRASE = 0.7  # what a telling phrase adds to the model's probability of its force
_NOT = frozenset(("not", "n't", "n’t", "never"))


@lru_cache(maxsize=1)
def _phrases() -> list[tuple[Force, re.Pattern[str]]]:
    """For each force the phrases that give it where the cue leaves it open: lexicon/forces.tsv."""
    out: list[tuple[Force, re.Pattern[str]]] = []
    for line in files("sayso.lexicon").joinpath("forces.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            force, _, phrases = line.partition("\t")
            if force not in get_args(Force):
                raise ValueError(f"forces.tsv: {force!r} is no force")
            listed = (re.escape(phrase.strip()).replace(r"\*", r"\w*") for phrase in phrases.split(";"))
            out.append((cast(Force, force), re.compile(rf"\b(?:{'|'.join(listed)})\b")))
    return out


def force_of(reading: Reading, cue: Words | None, content: Sequence[Span], likely: Sequence[float]) -> Force:
    """The force of a statement: its cue's where that settles it, else what is likeliest by cue and content.

    likely: the model's probability of each force in the order of FORCES; empty where it gives none.
    """
    words = [reading.word(i).lower() for i in range(*cue)] if cue else []
    if not _NOT.intersection(words):
        for word in words:
            if force := cue_force(word):
                return force
    said = " ".join(reading.text[a:b] for a, b in content).lower().replace("’", "'")
    scores = dict(zip(FORCES, likely, strict=True)) if likely else {"assert": PHRASE / 2}
    phrase = next((force for force, pattern in _phrases() if pattern.search(said)), None)
    if phrase:
        scores[phrase] = scores.get(phrase, 0.0) + PHRASE
    return cast(Force, max(scores, key=lambda force: scores[force]))
