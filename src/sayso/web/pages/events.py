"""An event: what is agreed, what differs by telling, and who stands for what."""

from __future__ import annotations

from fastapi import APIRouter

from sayso.ledger.answers import EventStory
from sayso.web import addresses
from sayso.web.problems import Problem
from sayso.web.visits import Reading

router = APIRouter()


@addresses.page(router, "/events/{id}", "event.html")
def event(visit: Reading, id: str) -> EventStory:
    """All there is of an event."""
    try:
        return visit.ledger.event(id)
    except KeyError:
        raise Problem(404, f"there is no event {id!r}") from None
