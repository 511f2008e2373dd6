"""A dispute: its sides, line by line."""

from __future__ import annotations

from fastapi import APIRouter

from sayso.ledger import sides
from sayso.ledger.answers import DisputeStory, Known
from sayso.ledger.sides import Turn
from sayso.web import addresses
from sayso.web.problems import there
from sayso.web.visits import Reading

router = APIRouter()

LINES = 100  # of each side that are shown at most


class DisputePage(Known):
    """A dispute, and how it went."""

    story: DisputeStory
    turns: list[Turn]

    def lines(self, number: int) -> list[sides.Line]:
        """What a side rests on, in order of time; what has no day comes last."""
        (side,) = (side for side in self.story.sides if side.number == number)
        lines: list[sides.Line] = [*side.statements, *side.tellings]
        return sorted(lines, key=lambda line: (sides.day(line) or "9999", line.id))

    def turn(self, line: str) -> Turn | None:
        """Who joins or changes sides with that line."""
        return next((turn for turn in self.turns if turn.line == line), None)

    @property
    def changes(self) -> list[Turn]:
        """Who did not stay on the side they first took."""
        return [turn for turn in self.turns if turn.kind != "joins"]


@addresses.page(router, "/disputes/{id}", "dispute.html")
def dispute(visit: Reading, id: str) -> DisputePage:
    """A dispute, side by side, and who took which side when."""
    with there("dispute", id):
        story = visit.ledger.dispute(id, LINES)
    return DisputePage(story=story, turns=sides.turns(story))
