"""The first page: what was told last, what is most contested, what came in, the state of the ledger."""

from __future__ import annotations

from fastapi import APIRouter

from sayso.ledger.answers import Known, Stats
from sayso.ledger.lately import Lately
from sayso.web import addresses, counts
from sayso.web.visits import Reading

router = APIRouter()


class Start(Known):
    """A ledger at first sight."""

    stats: Stats
    lately: Lately


@addresses.page(router, "/", "start.html")
def start(visit: Reading) -> Start:
    """What there is, and what is new. Counts may be some seconds old."""
    return Start(stats=counts.stats(visit.ledger), lately=visit.ledger.lately())
