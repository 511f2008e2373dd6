"""Pictures out of Vega-Lite specifications. What draws them, an engine of JavaScript, takes a hundred megabytes where
it has drawn once: of the processes of a server one draws for all. Where there is none, or it does not answer, whoever
wants a picture draws it."""

from __future__ import annotations

import time
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from threading import Lock, Thread

import vl_convert

PATIENCE = 8.0  # seconds to wait for a picture
MOMENT, LOOK = 5.0, 0.05  # seconds to wait for one who has just been started; from one look for him to the next
PAUSE = 10.0  # seconds after which one who did not answer is asked again
FAMILY = "AF_UNIX"
FIRST = '{"data": {"values": [{}]}, "mark": "point"}'  # a picture that nobody wants


def draw(spec: str) -> str:
    """The SVG of a specification. It may fetch nothing."""
    return str(vl_convert.vegalite_to_svg(spec, vl_version="5.17", allowed_base_urls=[]))


class Artist:
    """Whoever draws what this process wants: itself, until it is told where another does."""

    def __init__(self) -> None:
        self._where: str | None = None
        self._connection: Connection | None = None
        self._lock = Lock()
        self._again = 0.0

    def elsewhere(self, where: str) -> None:
        """Have the one draw who listens at this path."""
        self._where = where

    def draw(self, spec: str) -> str:
        """The SVG of a specification."""
        return self._asked_for(spec) or draw(spec)

    def _asked_for(self, spec: str) -> str:
        """What the other has drawn; nothing where it does not answer."""
        if self._where is None:
            return ""
        with self._lock:
            if time.monotonic() < self._again:
                return ""
            with suppress(OSError, EOFError):
                if self._connection is None:
                    self._connection = _reached(self._where)
                self._connection.send_bytes(spec.encode())
                if self._connection.poll(PATIENCE):
                    return self._connection.recv_bytes().decode()
            # Whatever comes on it later would be the answer to something else.
            if self._connection is not None:
                self._connection.close()
            self._connection, self._again = None, time.monotonic() + PAUSE
            return ""


def _reached(where: str) -> Connection:
    """A connection to who listens at a path, or will in a moment."""
    until = time.monotonic() + MOMENT
    while True:
        try:
            return Client(where, FAMILY)
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(LOOK)


ARTIST = Artist()


def serve(where: str) -> None:
    """Draw for whoever asks at this path, for ever."""
    Path(where).unlink(missing_ok=True)  # of one that died
    with Listener(where, FAMILY) as listener:
        Thread(target=draw, args=(FIRST,), daemon=True).start()  # the engine is there before anybody waits for it
        while True:
            with suppress(OSError, EOFError):
                Thread(target=_serve, args=(listener.accept(),), daemon=True).start()


def _serve(connection: Connection) -> None:
    with suppress(OSError, EOFError), connection:
        while True:
            spec = connection.recv_bytes().decode()
            try:
                drawing = draw(spec)
            except ValueError:
                drawing = ""  # whoever asked sees for himself what is wrong with it
            connection.send_bytes(drawing.encode())
