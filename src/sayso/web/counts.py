"""How much is in a ledger, counted seldom: to count 100,000 reports takes longer than anything else on a page."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from sayso.ledger import Ledger
from sayso.ledger.answers import Stats
from sayso.ledger.lately import Mark, mark

SHARE = 50  # counting takes at most one part in so many of the time
OLDEST = 60.0  # seconds after which it is counted again, even if nothing is seen to have changed


@dataclass(slots=True)
class _Counted:
    stats: Stats | None = None
    mark: Mark | None = None
    at: float = 0.0  # when it was done, and how long it took, in seconds
    took: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)


_counted: WeakKeyDictionary[Ledger, _Counted] = WeakKeyDictionary()
_first = threading.Lock()


def stats(ledger: Ledger) -> Stats:
    """What `Ledger.stats` tells, now or not long ago: it is counted again once the ledger has changed."""
    with _first:
        known = _counted.setdefault(ledger, _Counted())
    age = time.monotonic() - known.at
    if known.stats and age < known.took * SHARE:
        return known.stats
    with ledger.reading() as connection:
        now = mark(connection)
    if known.stats and known.mark == now and age < OLDEST:
        return known.stats
    # One thread counts; meanwhile the others tell what was counted last, if there is any.
    if not known.lock.acquire(blocking=known.stats is None):
        assert known.stats
        return known.stats
    try:
        if known.stats is None or known.mark != now or age >= OLDEST:
            began = time.monotonic()
            known.stats, known.mark = ledger.stats(), now
            known.at = time.monotonic()
            known.took = known.at - began
        return known.stats
    finally:
        known.lock.release()
