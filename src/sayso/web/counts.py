"""How much is in a ledger, counted seldom: to count 100,000 reports takes longer than anything else on a page."""

from __future__ import annotations

from sayso.ledger import Ledger
from sayso.ledger.answers import Stats
from sayso.web.keeping import Keeping

_counted: Keeping[Stats] = Keeping()


def stats(ledger: Ledger) -> Stats:
    """What `Ledger.stats` tells, now or not long ago."""
    return _counted.get(ledger, None, ledger.stats)
