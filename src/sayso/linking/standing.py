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
    held, against = _names(voices, "for"), _names(voices, "against")
    match grade(voices):
        case "admitted":
            actors = [voice.name for voice in voices if voice.admits and voice.stance == "for"]
            others = [name for name in held if name not in actors]
            also = f"; so {_do(others)} {_listed(others)}" if others else ""
            return f"Admitted: {_listed(actors)} {_say(actors)} so of {_self(actors)}{also}; nobody denies it."
        case "corroborated":
            return f"Corroborated: {_count(len(held))} independent voices, {_listed(held)}; nobody denies it."
        case "single source":
            return f"Single source: {_listed(held)} alone {_say(held)} so; nobody denies it."
        case "contested":
            return f"Contested: {_listed(held)} {_say(held)} so; {_listed(against)} {_deny(against)} it."
        case "denied":
            return f"Denied: nobody says so; {_listed(against)} {_deny(against)} it."
        case "open":
            return "Open: nobody says that it has happened."


def _names(voices: Sequence[Voice], stance: Stance) -> list[str]:
    return [voice.name for voice in voices if voice.stance == stance and voice.independent]


def _listed(names: Sequence[str]) -> str:
    if len(names) > NAMED + 1:
        names = [*names[:NAMED], f"{_count(len(names) - NAMED)} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _count(number: int) -> str:
    return COUNTS[number] if number < len(COUNTS) else str(number)


def _say(names: Sequence[str]) -> str:
    return "says" if len(names) == 1 else "say"


def _deny(names: Sequence[str]) -> str:
    return "denies" if len(names) == 1 else "deny"


def _do(names: Sequence[str]) -> str:
    return "does" if len(names) == 1 else "do"


def _self(names: Sequence[str]) -> str:
    return "itself" if len(names) == 1 else "themselves"
