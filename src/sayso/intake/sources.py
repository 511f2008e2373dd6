"""Where reports come from: paths, directories and standard input, each opened as a stream of UTF-8 bytes.

Nothing is held in memory but the head of a stream: what is gzipped is unpacked and what is UTF-16 or UTF-32 is recoded
as it is read.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO

from sayso.intake.content import GZIP, HEAD, wide_encoding

STDIN = "-"
_MEMBER = GZIP + b"\x08"  # how a member of a gzip stream begins
UNREADABLE = (OSError, EOFError, zlib.error, UnicodeError)  # what reading a file or unpacking it may end with


def is_address(source: str | Path) -> bool:
    """Whether a source is an address on the web and no file."""
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


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
    """A stream open for reading: its first bytes in `head`, and everything, the head included, from `read`."""

    def __init__(self, stream: BinaryIO) -> None:
        """Of a stream that stays its owner's to close. Errors: those of `UNREADABLE`."""
        self._stream = _Replay(stream)
        if self._stream.head.startswith(GZIP):
            self._stream = _Replay(_Members(self._stream))
        encoding = wide_encoding(self._stream.head)
        if encoding:
            self._stream = _Replay(_Recoded(self._stream, encoding))
        elif self._stream.head.startswith(codecs.BOM_UTF8):
            self._stream.read(len(codecs.BOM_UTF8))
        self.head: bytes = self._stream.head[self._stream.given :]

    def read(self, size: int) -> bytes:
        """The next bytes, `size` of them unless the file ends before. Errors: those of `UNREADABLE`."""
        pieces, wanted = [], size
        while wanted and (piece := self._stream.read(wanted)):
            pieces.append(piece)
            wanted -= len(piece)
        return b"".join(pieces)

    def read_some(self, size: int) -> bytes:
        """The next bytes, at most `size`, as they come; none at the end. Errors: those of `UNREADABLE`, after which
        reading goes on, with the next member where a gzip stream was damaged."""
        return self._stream.read(size)

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


class Meter:
    """How much of the files that are given has been read, in bytes as they lie on the disk."""

    def __init__(self, sources: Iterable[str | Path]) -> None:
        """Of standard input and of what is on the web, nobody knows how much there is: these do not count."""
        self.total = sum(map(_size, files(source for source in sources if not is_address(source))))
        self._read = 0
        self._file: BinaryIO | None = None

    @contextmanager
    def of(self, file: BinaryIO) -> Iterator[None]:
        """Count this file while it is read."""
        self._file = file
        try:
            yield
        finally:
            self._read += file.tell()
            self._file = None

    @property
    def read(self) -> int:
        """The bytes read so far."""
        return self._read + (self._file.tell() if self._file else 0)


def _size(file: str) -> int:
    try:
        return 0 if file == STDIN else Path(file).stat().st_size
    except OSError:  # it is refused when its turn comes
        return 0


@contextmanager
def opened(source: str, meter: Meter | None = None) -> Iterator[Opened]:
    """A file or standard input, to be used in a `with`. Errors: those of `UNREADABLE`."""
    if source != STDIN:
        with Path(source).open("rb") as file, meter.of(file) if meter else nullcontext():
            yield Opened(file)
    elif sys.stdin is None:
        raise OSError(errno.EBADF, "Closed")
    else:
        yield Opened(sys.stdin.buffer)  # not ours to close


def held(data: bytes) -> Opened:
    """What was fetched, as if it were a file. Errors: those of `UNREADABLE`."""
    return Opened(io.BytesIO(data))


class _Members(io.RawIOBase):
    """A gzip stream unpacked, one member after another.

    Where a member is damaged, `read` raises; read on, and it gives what the next member holds. So of an archive that
    has a member for each record, the damaged record alone is lost.
    """

    def __init__(self, packed: _Replay) -> None:
        self._packed = packed
        self._pending = b""
        self._inflater = zlib.decompressobj(wbits=31)
        self._within = False  # a member that has begun
        self._damaged = False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self._damaged and not self._found_next():
            return b""
        while self._within or self._next_begins():
            self._pending = self._pending or self._packed.read(HEAD)
            ended = not self._pending
            try:
                piece = self._inflater.decompress(self._pending, size if size > 0 else HEAD)
            except zlib.error:
                self._damaged = True
                raise
            self._pending = self._inflater.unconsumed_tail
            if self._inflater.eof:
                self._pending, self._within = self._inflater.unused_data, False
            elif ended and not piece:
                self._within = False
                raise EOFError
            if piece:
                return piece
        return b""

    def _next_begins(self) -> bool:
        """Whether there is another member. Zeros between members mean nothing: tapes are padded with them."""
        self._pending = self._pending.lstrip(b"\0")
        while not self._pending:
            piece = self._packed.read(HEAD)
            if not piece:
                return False
            self._pending = piece.lstrip(b"\0")
        self._inflater, self._within = zlib.decompressobj(wbits=31), True
        return True

    def _found_next(self) -> bool:
        """Go to where the next member may begin. The bytes of its sign may stand within a member, too: then it is
        found damaged in its turn."""
        self._within = self._damaged = False
        start = self._pending.find(_MEMBER, 1)
        while start < 0:
            piece = self._packed.read(HEAD)
            if not piece:
                self._pending = b""
                return False
            self._pending = self._pending[-len(_MEMBER) + 1 :] + piece
            start = self._pending.find(_MEMBER)
        self._pending = self._pending[start:]
        return True


class _Replay(io.RawIOBase):
    """A stream whose first bytes have been looked at and are given again."""

    def __init__(self, stream: BinaryIO | io.RawIOBase) -> None:
        self._stream = stream
        self._error: BaseException | None = None  # what came after the bytes there are
        self.head = b""
        try:
            while len(self.head) < HEAD and (piece := stream.read(HEAD - len(self.head))):
                self.head += piece
        except UNREADABLE as error:
            if not self.head:
                raise
            self._error = error
        self.given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self.given < len(self.head):
            end = len(self.head) if size < 0 else self.given + size
            piece = self.head[self.given : end]
            self.given += len(piece)
            return piece
        if self._error is not None:
            error, self._error = self._error, None
            raise error
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
