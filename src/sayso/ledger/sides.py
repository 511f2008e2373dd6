"""How a dispute went: who spoke when, on which side, and who changed sides.

Somebody joins a side on the first day on which a line of it is theirs, and changes to another on the first day on which
one of that is. The day is that on which it was said, or else of the report; a telling in a report's own voice is its
outlet's. Who gives no name can be followed over no two days.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from sayso.ledger.answers import DisputeStory, Known, StatementRow, TellingRow

Line = StatementRow | TellingRow


class Turn(Known):
    """Somebody who takes a side."""

    day: str
    kind: Literal["joins", "changes", "holds both"]
    who: str
    actor: str | None  # the id of the actor
    side: int
    before: int | None  # the side they come from
    line: str  # the id of the statement or telling that shows it


def day(line: Line) -> str | None:
    """The day on which a line was said, as far as is known."""
    said = line.start if isinstance(line, StatementRow) else None
    return said or line.published


def turns(story: DisputeStory) -> list[Turn]:
    """Who joined or changed sides, in the order of the days. Lines without a day tell nothing of it."""
    last: dict[str, tuple[str, set[int]]] = {}  # the last day of each, and the sides on which they stood then
    found: list[Turn] = []
    for when, side, key, line in sorted(_spoken(story), key=lambda one: (one[0], one[1], one[3].id)):
        before = last.get(key)
        if before and side in before[1]:
            # Still on it; what they held besides is left once a later day shows them on this one alone.
            last[key] = (when, {side} if when > before[0] else before[1])
            continue
        together = before is not None and before[0] == when
        found.append(
            Turn(
                day=when,
                kind="joins" if before is None else "holds both" if together else "changes",
                who=_who(line) or key,
                actor=line.speaker_id if isinstance(line, StatementRow) else None,
                side=side,
                before=min(before[1]) if before else None,
                line=line.id,
            )
        )
        last[key] = (when, before[1] | {side} if before and together else {side})
    return found


def _spoken(story: DisputeStory) -> Iterator[tuple[str, int, str, Line]]:
    """Every line with its day, its side, and whose it is."""
    for side in story.sides:
        lines: list[Line] = [*side.statements, *side.tellings]
        for line in lines:
            when, who = day(line), _who(line)
            if when and who:
                yield when, side.number, (line.speaker_id if isinstance(line, StatementRow) else None) or who, line


def _who(line: Line) -> str | None:
    return line.speaker if isinstance(line, StatementRow) else line.outlet
