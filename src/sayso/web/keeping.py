"""What takes long to work out of a ledger, worked out seldom: however often it is asked for, and however fast the
ledger grows meanwhile, that takes a small part of the time."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from sayso.ledger import Ledger
from sayso.ledger.lately import Mark, mark

SHARE = 50  # working one thing out takes at most one part in so many of the time
TOGETHER = 10  # and all there are, at most one part in so many
OLDEST = 60.0  # seconds after which it is done again, even if nothing is seen to have changed

Value = TypeVar("Value")


@dataclass(slots=True)
class _Kept(Generic[Value]):
    value: Value | None = None
    mark: Mark | None = None  # of the ledger of which it was worked out; None where it has not been
    at: float = 0.0  # when that was done, and how long it took, in seconds
    took: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Keeping(Generic[Value]):
    """Values of ledgers, by key; of each ledger those that were last asked for."""

    def __init__(self, most: int = 1) -> None:
        """most: values that are kept of a ledger."""
        self._most = most
        self._of: WeakKeyDictionary[Ledger, OrderedDict[Hashable, _Kept[Value]]] = WeakKeyDictionary()
        self._lock = threading.Lock()
        self._rested = 0.0  # when something may be worked out again that there is already

    def get(self, ledger: Ledger, key: Hashable, work_out: Callable[[], Value]) -> Value:
        """The value as it is now or was not long ago: it is worked out again once the ledger has changed."""
        kept = self._kept(ledger, key)
        asked = time.monotonic()
        age = asked - kept.at
        if kept.mark is not None and (age < kept.took * SHARE or (asked < self._rested and age < OLDEST)):
            return kept.value  # type: ignore[return-value]
        with ledger.reading() as connection:
            now = mark(connection)
        # One thread works it out; meanwhile the others have what there was last, if there is any.
        if (kept.mark == now and age < OLDEST) or not kept.lock.acquire(blocking=kept.mark is None):
            return kept.value  # type: ignore[return-value]
        try:
            if kept.mark != now or age >= OLDEST:
                began = time.monotonic()
                kept.value = work_out()
                kept.at = time.monotonic()
                kept.took, kept.mark = kept.at - began, now
                self._rested = kept.at + kept.took * TOGETHER
            return kept.value  # type: ignore[return-value]
        finally:
            kept.lock.release()

    def _kept(self, ledger: Ledger, key: Hashable) -> _Kept[Value]:
        with self._lock:
            known = self._of.setdefault(ledger, OrderedDict())
            kept = known.setdefault(key, _Kept())
            known.move_to_end(key)
            if len(known) > self._most:
                known.popitem(last=False)
            return kept
