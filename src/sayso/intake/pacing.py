"""Politeness towards hosts: each is asked only so often, and left alone as long as it asks to be."""

from __future__ import annotations

import time
from collections.abc import Callable

PAUSE = 1.0  # seconds between two requests to one host


class Pace:
    """When each host may be asked again. Not for several threads at once."""

    def __init__(
        self,
        pause: float = PAUSE,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """At least `pause` seconds lie between two requests to one host."""
        self._pause = pause
        self._clock = clock
        self._sleep = sleep
        self._free: dict[str, float] = {}  # from when on a host may be asked

    def left(self, host: str) -> float:
        """For how many seconds the host is not to be asked."""
        return max(0.0, self._free.get(host, 0.0) - self._clock())

    def take_turn(self, host: str) -> None:
        """Wait until the host may be asked, which it then is."""
        if wait := self.left(host):
            self._sleep(wait)
        now = self._clock()
        self._free = {name: free for name, free in self._free.items() if free > now}
        self._free[host] = now + self._pause

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long, as it asked (`Retry-After`)."""
        self._free[host] = max(self._free.get(host, 0.0), self._clock() + seconds)
