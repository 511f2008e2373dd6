"""What is asked of a report and what comes out: where somebody speaks or takes part, and which actor that is."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model import Actor
from sayso.reader.reading import Words


@dataclass(frozen=True, slots=True)
class SpeakerMention:
    """Where a speaker is named: the words that name it, the cue, what it says, and the statement in whose content it
    stands. `words` is None where the text leaves the speaker out. Without cue and content it may be any participant."""

    words: Words | None
    cue: Words | None = None
    content: tuple[Words, ...] = ()
    inside: int | None = None
    speaks: bool = True  # False: it acts, or is acted upon
    suffers: str = ""  # what is done to it, if something is: "force" or "law"
    direct: bool = False  # what it says is in its own words, be it without quotation marks


@dataclass(slots=True)
class Cast:
    """The actors of a report, in order of first mention, and for each speaker mention the ids it means: several for
    joint speakers, none where the text does not tell."""

    actors: list[Actor] = field(default_factory=list)
    speakers: list[tuple[str, ...]] = field(default_factory=list)
