"""An actor: who it is, what it said and did, whom it contradicts."""

from __future__ import annotations

from fastapi import APIRouter

from sayso.ledger.portraits import Portrait
from sayso.web import addresses
from sayso.web.problems import there
from sayso.web.visits import Reading

router = APIRouter()

LINES = 15  # of each list


@addresses.page(router, "/actors/{id}", "actor.html")
def actor(visit: Reading, id: str) -> Portrait:
    """An actor at a glance."""
    with there("actor", id):
        return visit.ledger.portrait(id, LINES)
