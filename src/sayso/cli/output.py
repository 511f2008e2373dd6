"""Standard output, standard error and files, as the commands write to them."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TextIO

import typer

from sayso.cli.app import NOT_WRITTEN, PIPE_CLOSED
from sayso.interrupts import uninterrupted

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.model import Account


_STDOUT = "standard output"


class Output:
    """Standard output: UTF-8 whatever the locale, and whole lines whatever happens."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._console: Any = None

    def show(self, account: Account, by: Any) -> None:
        """Write an account to be read."""
        from sayso.views.terminal import show

        self.print(lambda console: show(account, console, by=by))

    def print(self, show: Callable[[Console], None]) -> None:
        """Write what is shown on a console."""
        from rich.console import Console

        if self._console is None:
            self._console = Console(file=self._stream)
        # Nothing is written yet, but Rich writes that to the stream as well.
        with put(_STDOUT), self._console.capture() as shown:
            show(self._console)
        self._write(shown.get())

    def line(self, line: str) -> None:
        """Write a line."""
        self._write(line + "\n")

    def _write(self, lines: str) -> None:
        with uninterrupted(), put(_STDOUT):
            self._stream.write(lines)
            self._stream.flush()


class _Closed(io.TextIOBase):
    """Standard output where the command was started without one."""

    def write(self, _: str) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


class UnwrittenError(Exception):
    """Something could not be written."""

    def __init__(self, name: str, error: OSError) -> None:
        """name: of the file, or "standard output". error: why."""
        reason = os.strerror(error.errno) if error.errno else str(error)
        super().__init__(f"{name}: it could not be written ({reason[:1].lower()}{reason[1:]})")


@contextmanager
def put(name: str) -> Iterator[None]:
    """What writes to a file, or to standard output. Raises UnwrittenError where that takes no more, or never did."""
    try:
        yield
    except BrokenPipeError:  # whoever reads has had enough: `piped`
        raise
    except OSError as error:
        raise UnwrittenError(name, error) from None


@contextmanager
def utf8_output() -> Iterator[Output]:
    """Standard output in UTF-8, whatever the locale. What could not be written, there or into a file, is said and ends
    the command."""
    stream: Any = _Closed() if sys.stdout is None else sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if hasattr(sys.stderr, "reconfigure"):
        sys.stderr.reconfigure(errors="backslashreplace")
    try:
        yield Output(stream)
        with put(_STDOUT):
            stream.flush()
    except UnwrittenError as error:
        _forget_the_rest()
        print(one_line(str(error)), file=sys.stderr)
        raise typer.Exit(NOT_WRITTEN) from None


@contextmanager
def piped() -> Iterator[None]:
    """What writes to a pipe whose reader may go: then the command ends as the shell expects."""
    try:
        yield
    except BrokenPipeError:
        _forget_the_rest()
        raise typer.Exit(PIPE_CLOSED) from None


def _forget_the_rest() -> None:
    """Have Python not try again, when it ends, to write what standard output did not take."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_place(path: Path, *, folder: bool = False) -> bool:
    """Whether a file may come to be there, or a folder: where there is none yet, or one of its kind. `-` is no name."""
    try:
        if folder and path.is_dir():
            return True
        taken = path.exists() if folder else path.is_dir()
        return str(path) != "-" and not taken and path.absolute().parent.is_dir()
    except OSError:  # in a folder that may not be looked into
        return False


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write a file that comes into its place when it is whole: what is interrupted leaves no half of one.

    A link stays one, and the file that it leads to is written. A device or a pipe is written into: nothing comes in
    the place of such."""
    if path.exists() and not path.is_file():
        yield path
        return
    path = path.resolve()
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


class _Line:
    """A line on standard error that is written over."""

    _written = False

    def clear(self) -> None:
        """Leave the line empty."""
        if self._written:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._written = False


class Progress(_Line):
    """A count on standard error while a batch is read, where somebody is there to see it."""

    def __init__(self, shown: bool) -> None:
        # With accounts running over the same screen, they are progress enough.
        self._shown = shown and sys.stderr.isatty()
        self._last = 0.0

    def show(self, read: int, refused: int) -> None:
        """The count so far, at most five times a second."""
        if self._shown and read > 1 and monotonic() - self._last > 0.2:
            self._last = monotonic()
            self._written = True
            print(f"\r{read:,} read, {refused:,} refused", end="", file=sys.stderr, flush=True)


class Status(_Line):
    """How far long work is, on standard error: in a line written over where somebody watches, else in one at times."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()
        self._every = 0.2 if self._watched else 30.0
        self._last = self._begun = monotonic()

    def show(self, words: str, done: int, share: float | None) -> None:
        """Tell in words what is done; how many a second that is, and by the share of it how long the rest will take."""
        now = monotonic()
        if now - self._last < self._every:
            return
        self._last = now
        words += f" · {done / (now - self._begun):.1f} a second"
        if share and share < 1:
            words += f" · {share:.0%}, {_duration((now - self._begun) * (1 - share) / share)} left"
        before, after = ("\r\x1b[K", "") if self._watched else ("", "\n")
        print(f"{before}{words}", end=after, file=sys.stderr, flush=True)
        self._written = self._watched

    def clear(self) -> None:
        """Leave the line empty; what comes next is timed anew."""
        super().clear()
        self._begun = monotonic()


def _duration(seconds: float) -> str:
    """A time to be read: "40 s", "12 min", "3.5 h"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def one_line(message: str) -> str:
    """A message in which nothing can write more than its line: a file's name may hold anything."""
    clean = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in message)
    return clean.encode("utf-8", "backslashreplace").decode("utf-8")
