"""How an event stands: a grade, by the voices for it and against it.

The grades are those of casualty recorders, who grade an incident by who reports it and who accepts it (Airwars,
"Methodology note"; Every Casualty, "Standards for Casualty Recording", 2016). docs/standing.md gives the rule with
examples.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sayso.linking.voices import Stance, Voice

Grade = Literal["admitted", "corroborated", "single source", "contested", "denied", "open"]

NAMED = 3  # voices that a sentence names
COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def grade(voices: Sequence[Voice]) -> Grade:
    """The grade of an event: the first of the rules that fits."""
    held = [voice for voice in voices if voice.stance == "for"]
    if any(voice.stance == "against" for voice in voices):
        return "contested" if held else "denied"
    if not held:
        return "open"  # planned, demanded or possible: nobody says that it has happened
    if any(voice.admits for voice in held):
        return "admitted"
    return "corroborated" if independent(held) > 1 else "single source"


def independent(voices: Sequence[Voice]) -> int:
    """How many independent voices stand for an event."""
    return sum(voice.independent for voice in voices if voice.stance == "for")


def sentence(voices: Sequence[Voice]) -> str:
    """The grade, and why."""
    held, against = _listed(_names(voices, "for")), _listed(_names(voices, "against"))
    match grade(voices):
        case "admitted":
            actors = [voice.name for voice in voices if voice.admits and voice.stance == "for"]
            others = [name for name in _names(voices, "for") if name not in actors]
            also = f", and on that of {_listed(others)}" if others else ""
            return f"Admitted: on the word of those who act, {_listed(actors)}{also}; nobody denies it."
        case "corroborated":
            number = _count(independent(voices))
            return f"Corroborated: on the word of {number} independent voices, {held}; nobody denies it."
        case "single source":
            return f"Single source: on the word of {held} alone; nobody denies it."
        case "contested":
            return f"Contested: on the word of {held}; {_contesting(voices)}."
        case "denied":
            return f"Denied: by {against}; nobody says that it has happened."
        case "open":
            return "Open: nobody says that it has happened."


def _contesting(voices: Sequence[Voice]) -> str:
    """What those against it deny: that it happened, or who did it."""
    against = [voice for voice in voices if voice.stance == "against"]
    denied, disowned = ([voice for voice in against if voice.disowns == disowns] for disowns in (False, True))
    parts = (("denied", denied), ("who did it is disputed", disowned))
    named = ((what, _names(those, "against")) for what, those in parts)
    return "; ".join(f"{what} by {_listed(names)}" for what, names in named if names)


def _names(voices: Sequence[Voice], stance: Stance) -> list[str]:
    return [voice.name for voice in voices if voice.stance == stance and voice.independent]


def _listed(names: Sequence[str]) -> str:
    if not names:
        return ""
    if len(names) > NAMED + 1:
        names = [*names[:NAMED], f"{_count(len(names) - NAMED)} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _count(number: int) -> str:
    return COUNTS[number] if number < len(COUNTS) else str(number)
