"""Who speaks at the next verb of saying, for which the text names nobody anew?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head
from sayso.account.grammar.spans import overlap
from sayso.account.said.cues import cue_force
from sayso.account.said.force_types import OPPOSING
from sayso.account.said.saying import Saying
from sayso.reader import Reading, Words


def resume(reading: Reading, found: Sequence[Saying]) -> None:
    """Gives to whoever speaks the next verb of saying, where the model has nobody for it or somebody spoken of: "the
    army said its men had come under fire but {denied} …"."""
    for before, saying in pairwise(found):
        if not before.cue or not before.source or not saying.cue or not before.cue[1] < saying.cue[0]:
            continue
        joint = saying.cue[0] - 1
        if reading.sentence[joint] != reading.sentence[before.cue[0]] or reading.pos[joint] != "CCONJ":
            continue
        speaker = _told_within(reading, found, before, joint)
        if speaker is not None:
            saying.source, before.goes_on = speaker, joint
        elif _goes_on(reading, before, saying):
            saying.source = before.source


def _told_within(reading: Reading, found: Sequence[Saying], saying: Saying, joint: int) -> Words | None:
    """Who is told to speak in what is said, where that goes on, behind who says it, with another verb of his: "{guards}
    say he is well, she said, but refuse to show him"."""
    cue, source = saying.cue, saying.source
    if not cue or not source or not any(a < reading.starts[source[0]] for a, _ in saying.content):
        return None
    apart = reading.word(source[0] - 1) == "," == reading.word(cue[1])
    if not apart or joint != cue[1] + 1 or source[1] > cue[0]:
        return None
    here = reading.sentence[joint]
    within = (one for one in found if one.cue and one.cue[1] <= source[0] and reading.sentence[one.cue[0]] == here)
    return next((one.source for one in reversed(list(within)) if one.source), None)


def _goes_on(reading: Reading, before: Saying, saying: Saying) -> bool:
    """Whether a saying is of who has just spoken: the model has nobody for it, or, where he denies something, somebody
    of whom he spoke."""
    if saying.cue is None or valency.sufferer(reading, head(reading, saying.cue)) is not None:
        return False  # "had been beaten and threatened"
    if saying.source is None:
        return True
    denies = cue_force(reading.word(saying.cue[0])) in OPPOSING
    spoken_of = any(overlap(reading.span(saying.source), piece) for piece in before.content)
    return denies and reading.word(saying.cue[0] - 1) == "but" and spoken_of
