"""Where reports come from: paths, directories and standard input, each opened as a stream of UTF-8 bytes.

Nothing is held in memory but the head of a stream: what is gzipped is unpacked and what is UTF-16 or UTF-32 is recoded
as it is read.
"""

from __future__ import annotations

import codecs
import errno
import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from sayso.intake.content import GZIP, wide_encoding

STDIN = "-"
HEAD = 1 << 16  # bytes looked at to tell what a thing is
UNREADABLE = (OSError, EOFError, zlib.error, UnicodeError)  # what reading a file or unpacking it may end with


def files(sources: Iterable[str | Path]) -> Iterator[str]:
    """The files meant: each source itself; of a directory every file under it, by name, without hidden ones."""
    for source in sources:
        if str(source) != STDIN and Path(source).is_dir():
            yield from _under(str(source))
        else:
            yield str(source)


def _under(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        visible = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in visible:
        if entry.is_dir(follow_symlinks=False):
            yield from _under(entry.path)
        elif entry.is_file():
            yield entry.path


class Opened:
    """A file open for reading: its first bytes in `head`, and everything, the head included, from `read`."""

    def __init__(self, source: str) -> None:
        """Open `source`. Errors: those of `UNREADABLE`."""
        if source == STDIN and sys.stdin is None:
            raise OSError(errno.EBADF, "Closed")
        self._file: BinaryIO = sys.stdin.buffer if source == STDIN else Path(source).open("rb")  # noqa: SIM115
        self._ours = source != STDIN  # standard input is not ours to close
        try:
            self._stream = _Replay(self._file)
            if self._stream.head.startswith(GZIP):
                self._stream = _Replay(gzip.GzipFile(fileobj=self._stream, mode="rb"))
            encoding = wide_encoding(self._stream.head)
            if encoding:
                self._stream = _Replay(_Recoded(self._stream, encoding))
            elif self._stream.head.startswith(codecs.BOM_UTF8):
                self._stream.read(len(codecs.BOM_UTF8))
            self.head: bytes = self._stream.head[self._stream.given :]
        except BaseException:
            self.close()
            raise

    def read(self, size: int) -> bytes:
        """The next bytes, `size` of them unless the file ends before. Errors: those of `UNREADABLE`."""
        pieces, wanted = [], size
        while wanted and (piece := self._stream.read(wanted)):
            pieces.append(piece)
            wanted -= len(piece)
        return b"".join(pieces)

    def close(self) -> None:
        """Close the file, unless it is standard input."""
        if self._ours:
            self._file.close()

    def lines(self, longest: int) -> Iterator[bytes | None]:
        r"""The lines with their ends (`\n`, `\r\n` or `\r`). None stands for a line of more than `longest` bytes."""
        rest, skipping = b"", False
        while chunk := self.read(max(HEAD, len(rest))):
            *whole, rest = (rest + chunk).splitlines(keepends=True)
            # A carriage return at the very end of a chunk may be half a line end: `rest` keeps it.
            if rest.endswith(b"\n"):
                whole, rest = [*whole, rest], b""
            for line in whole:
                if skipping or len(line) > longest:
                    yield None
                else:
                    yield line
                skipping = False
            if len(rest) > longest:
                rest, skipping = b"", True
        if skipping:
            yield None
        elif rest:
            yield rest


def opened(source: str) -> closing[Opened]:
    """`Opened(source)`, to be used in a `with`."""
    return closing(Opened(source))


class _Replay(io.RawIOBase):
    """A stream whose first bytes have been looked at and are given again."""

    def __init__(self, stream: BinaryIO | io.RawIOBase | gzip.GzipFile) -> None:
        self._stream = stream
        self.head = b""
        while len(self.head) < HEAD and (piece := stream.read(HEAD - len(self.head))):
            self.head += piece
        self.given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self.given < len(self.head):
            end = len(self.head) if size < 0 else self.given + size
            piece = self.head[self.given : end]
            self.given += len(piece)
            return piece
        return self._stream.read(size) or b""


class _Recoded(io.RawIOBase):
    """A stream of UTF-16 or UTF-32, read as UTF-8."""

    def __init__(self, stream: _Replay, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while not self._ready:
            piece = self._stream.read(HEAD)
            if not piece:
                return b""  # half a character at the end is none
            self._ready = self._decoder.decode(piece).encode("utf-8", "surrogatepass")
        piece, self._ready = self._ready[:size], self._ready[size:]
        return piece
