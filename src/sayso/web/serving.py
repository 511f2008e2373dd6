"""The application on a socket, in processes of their own: some that answer, all on the one socket, one that reads
what is to be added and one that links it, so that nobody waits for a page because much is being read, and for no report
because much is being linked; and one that draws for those that answer. One that dies is started again, and all end
together."""

from __future__ import annotations

import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import repeat
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.interrupts import begetting, end_with_parent
from sayso.web.beginning import begin
from sayso.web.bells import Bell
from sayso.web.settings import Settings

if TYPE_CHECKING:
    from sayso.web.worker import Task

LOOK = 0.2  # seconds from one look at whether to end to the next
GRACE = 5  # seconds for what is being answered and read to come to its end
SHORT = 5.0  # seconds; one that lasts no longer died at once
FIRST, LONGEST = 0.5, 30.0  # seconds until one that died at once is started again
COUNTED = 8  # MiB of a ledger that are kept where it is only counted
KEPT = 75  # seconds that a connection is kept open for the next request: longer than browsers and proxies wait
LONGEST_PATH = 100  # bytes of one of a socket, on any system
LATER = 1.5  # seconds after which all but one that answers are made ready: the first page comes first
NICE: dict[Task, int] = {"read": 5, "link": 10}  # by how much each gives way to pages


class UnfitError(Exception):
    """Something is wrong with the ledger that was to be served: what, in words."""


def run(settings: Settings, host: str, port: int, tell: Callable[[str, bool], None], workers: int = 1) -> None:
    """Serve until Ctrl-C or SIGTERM, or until the terminal is closed. tell: is told the address once it is reachable,
    and whether there is anybody who could sign in. workers: processes that answer.

    Raises UnfitError, OSError."""
    context = begin((settings.ledger, *(["--team"] if settings.team else [])))
    anybody = _checked(context, settings)  # what is wrong with the ledger is said here and once
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as bound, _easel() as easel:
        # An answer goes out in two pieces, and without this the second waits for 40 ms until the first is acknowledged.
        # Each connection has it of the socket that it comes in at (asyncio sees to it only where that names TCP).
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        bells: dict[Task, Bell] = {task: Bell() for task in NICE}
        # One that answers comes first: with two at once, neither has a processor for itself.
        begun = [0.0, *repeat(LATER, workers - 1)]
        places = [_Place(context, "answers", _answer, settings, bound, bells, easel, later=wait) for wait in begun]
        places += [_Place(context, "draws", _draw, easel, later=LATER)] if easel else []
        places += [_Place(context, f"{task}s", _work, settings, bells, task, later=LATER) for task in NICE]
        asked_to_end = _signalled()
        shown = f"[{host}]" if ":" in host else host
        tell(f"http://{shown}:{bound.getsockname()[1]}", anybody)
        try:
            while not asked_to_end():
                for place in places:
                    place.fill()
                wait([place.process.sentinel for place in places if place.process], LOOK)
        finally:
            _end(places)


def _checked(context: BaseContext, settings: Settings) -> bool:
    """Have the ledger looked at in a process that ends, for what that takes need not stay in memory. Tells whether
    there is anybody who could sign in. Raises UnfitError."""
    here, there = context.Pipe(duplex=False)
    with begetting():
        context.Process(target=_check, args=(settings, there)).start()  # type: ignore[attr-defined]
    there.close()
    try:
        wrong, anybody = here.recv()
    except EOFError:
        raise UnfitError(f"ledger {settings.ledger}: the process that looked at it has died") from None
    if wrong:
        raise UnfitError(wrong)
    return bool(anybody)


@contextmanager
def _easel() -> Iterator[str | None]:
    """A path at which nobody else of this machine can ask the one who draws; None where there are no such paths."""
    if not hasattr(socket, "AF_UNIX"):
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="sayso-", ignore_cleanup_errors=True) as folder:
        path = str(Path(folder) / "draws")
        yield path if len(os.fsencode(path)) <= LONGEST_PATH else None


def _signalled() -> Callable[[], bool]:
    """Whether Ctrl-C or SIGTERM has come, or the terminal is gone. None interrupts anything."""
    come: list[int] = []
    gone = getattr(signal, "SIGHUP", None)  # which is ignored by what is to outlive its terminal
    ends = [gone] if gone is not None and signal.getsignal(gone) is not signal.SIG_IGN else []
    for number in (signal.SIGINT, signal.SIGTERM, *ends):
        signal.signal(number, lambda number, _: come.append(number))
    return lambda: bool(come)


class _Place:
    """The place of a process: where one has died, the next takes it."""

    def __init__(
        self, context: BaseContext, what: str, target: Callable[..., None], *arguments: Any, later: float = 0.0
    ) -> None:
        """what: it is there for, in words. later: seconds until it is first needed."""
        self._context = context
        self._what = what
        self._target, self._arguments = target, arguments
        self._begun = self._wait = 0.0
        self._due = time.monotonic() + later
        self.process: BaseProcess | None = None

    def fill(self) -> None:
        """See to it that there is one. Those that die at once are started more and more rarely."""
        now = time.monotonic()
        if self.process is not None and not self.process.is_alive():
            lasted, code = now - self._begun, self.process.exitcode
            self.process = None
            self._put_off(now, self._longer() if lasted < SHORT else 0.0)
            print(f"the process that {self._what} has ended ({code}) and is started again", file=sys.stderr)
        if self.process is None and now >= self._due:
            self._begun = now
            process = self._context.Process(target=self._target, args=self._arguments)  # type: ignore[attr-defined]
            try:
                with begetting():
                    process.start()
            except (EOFError, OSError):  # the process that begets the others has just been killed, too
                self._put_off(now, self._longer())
                return
            self.process = process

    def _longer(self) -> float:
        return min(LONGEST, 2 * self._wait + FIRST)

    def _put_off(self, now: float, wait: float) -> None:
        self._wait, self._due = wait, now + wait


def _end(places: Sequence[_Place]) -> None:
    """End all: what they are at comes to its end, if that is soon."""
    processes = [place.process for place in places if place.process is not None]
    for process in processes:
        process.terminate()
    until = time.monotonic() + 2 * GRACE
    for process in processes:
        process.join(max(0.0, until - time.monotonic()))
    for process in processes:
        process.kill()


# --- what they do: what it takes is imported there ---


def _kept() -> None:
    """Leave it to the one that keeps this process when it ends: Ctrl-C reaches all of a terminal."""
    end_with_parent()
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _check(settings: Settings, found: Connection) -> None:
    """Look at the ledger, and say what is wrong with it."""
    _kept()
    from sayso.ledger import Ledger, LedgerError
    from sayso.web.people import users

    try:
        with Ledger(settings.ledger, create=False, cache=COUNTED) as ledger:
            with ledger.reading() as connection:
                anybody = any(user.active for user in users.listed(connection))
            found.send(("", anybody))
            # While the others load, what the first page counts is read from the disk. If that fails, whoever asks for
            # the page is told.
            with suppress(LedgerError):
                ledger.stats()
    except LedgerError as error:
        found.send((str(error), False))


def _answer(settings: Settings, bound: socket.socket, bells: dict[Task, Bell], easel: str | None) -> None:
    """Answer, until SIGTERM."""
    _kept()
    import uvicorn

    from sayso.web.application import create
    from sayso.web.drawing import ARTIST

    if easel:
        ARTIST.elsewhere(easel)

    config = uvicorn.Config(
        create(settings, bells.values()),
        loop="asyncio",
        http="h11",
        ws="none",  # nothing here speaks so
        log_level="warning",
        server_header=False,
        proxy_headers=settings.secure,  # only where there is a proxy may anybody say for whom it asks
        timeout_graceful_shutdown=GRACE,
        timeout_keep_alive=KEPT,
    )
    uvicorn.Server(config).run(sockets=[bound])


def _draw(easel: str) -> None:
    """Draw for those that answer, until SIGTERM."""
    _kept()
    from sayso.web.drawing import serve

    serve(easel)


def _work(settings: Settings, bells: dict[Task, Bell], task: Task) -> None:
    """Read what is to be added, or link it, until SIGTERM."""
    _kept()
    if hasattr(os, "nice"):
        os.nice(NICE[task])
    from sayso.web.worker import Worker

    worker = Worker(settings, bells)

    def end(*_: object) -> None:
        worker.stop.set()
        bells[task].ring()

    signal.signal(signal.SIGTERM, end)
    worker.run(task)
    worker.close()
