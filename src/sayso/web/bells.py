"""Bells between processes: who has something for another to do rings, and who waits for it hears."""

from __future__ import annotations

import socket
from contextlib import suppress
from multiprocessing.connection import wait


class Bell:
    """Rung by any number, heard by one. It goes with processes that are started; one that is killed leaves it whole."""

    def __init__(self) -> None:
        self._heard, self._rung = socket.socketpair()
        for end in (self._heard, self._rung):
            end.setblocking(False)  # who rings does not wait until somebody hears

    def ring(self) -> None:
        """Ring, whether or not somebody waits for it."""
        with suppress(BlockingIOError):
            self._rung.send(b"!")

    def wait(self, seconds: float) -> None:
        """Wait for it, no longer than that; rung before, it need not be waited for."""
        if wait([self._heard], seconds):
            self._heard.recv(4096)
