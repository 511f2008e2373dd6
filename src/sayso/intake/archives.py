"""Archives of crawls (WARC, ISO 28500): the pages in them, one record after another.

The records are told apart here, and each is then read by FastWARC alone. FastWARC's own iterator takes a length that is
wrong at its word, by which the next records are lost unseen, and stops for good at the first record that is broken.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator

from sayso.intake.content import decode_markup
from sayso.intake.packing import PackingError, TooMuchError, unpacked
from sayso.intake.records import Broken, Record

MAX_RECORD = 10_000_000  # bytes, packed or unpacked
_MAX_HEADER = 1 << 16
_PIECE = 1 << 16
_END = b"\r\n\r\n"  # of a record's header, and of a record
_VERSION = re.compile(rb"WARC/\d")
_NEXT = re.compile(rb"WARC/\d\.\d\r?\n")  # anywhere: a record that breaks off has no end of line behind it
_NEXT_SIZE = 10
_LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_RESPONSE = re.compile(rb"^warc-type[ \t]*:[ \t]*response[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HTML = {"text/html", "application/xhtml+xml"}


def in_warc(read: Callable[[int], bytes], longest: int) -> Iterator[Record | Broken]:
    """The HTML pages that servers answered with (200 OK); other records are passed over.

    `read` gives the next bytes of the unpacked archive as they come; after it has raised for a damaged member of a gzip
    stream, it gives those of the next. A record that is broken is told with the byte at which it begins, and the
    search goes on behind its header. The day of the crawl is not the day on which a page was published, and is not
    taken for it.
    """
    stream = _Stream(read)
    longest = min(longest, MAX_RECORD)
    while True:
        stream.skip_blank_lines()
        where = f"record at byte {stream.at}"
        header = stream.until_end_of_header()
        if header is None and stream.is_over:
            return
        length = _LENGTH.search(header) if header and _VERSION.match(header) else None
        if header is None or length is None:
            yield Broken(where, stream.damage() or "not a record of a WARC archive")
            stream.go_to_next_record()
            continue
        size = int(length[1])
        if size > longest:
            if _RESPONSE.search(header):
                yield Broken(where, f"a record of {size:,} bytes: longer than {longest:,}")
            if not stream.skip(len(header) + size) or not stream.ends_here():
                yield Broken(where, stream.damage() or "its length is wrong, or it breaks off")
                stream.go_to_next_record()
            continue
        record = stream.peek(len(header) + size)
        if record is None or not stream.ends_here(len(record)):
            yield Broken(where, stream.damage() or "its length is wrong, or it breaks off")
            stream.skip(len(header))
            stream.go_to_next_record()
            continue
        if _RESPONSE.search(header) and (page := _page(record, where, longest)):
            yield page
        stream.skip(len(record))


def _page(record: bytes, where: str, longest: int) -> Record | Broken | None:
    """The page in a record of a response; None if it is no page, or not what stands at its address."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    try:
        archive = ArchiveIterator(
            io.BytesIO(record + _END), record_types=WarcRecordType.response, parse_http=True, auto_decode="transfer",
            stream_detect=False, fsspec_args=False,
        )  # fmt: skip
        response = next(archive, None)
        headers = response.http_headers if response else None
        if response is None or headers is None or headers.status_code is None:
            return Broken(where, "a response without HTTP headers")
        if headers.status_code != 200 or (response.http_content_type or "").lower() not in _HTML:
            return None
        if cut := response.headers.get("WARC-Truncated"):
            return Broken(where, f"a page that the crawler cut short ({cut})")
        body = unpacked([response.reader.read()], headers.get("Content-Encoding"), longest)
    except TooMuchError:
        return Broken(where, f"longer than {longest:,} bytes when unpacked")
    except PackingError as error:
        return Broken(where, str(error))
    except (OSError, ValueError) as error:
        return Broken(where, f"not a record of a WARC archive ({error})")
    address = (response.headers.get("WARC-Target-URI") or "").strip("<> ")
    return Record(where=where, html=decode_markup(body, response.http_charset), address=address or None)


class _Stream:
    """The bytes of an archive from where it is read, no more of them in memory than a record needs."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._ahead = bytearray()
        self._over = False
        self._damage: str | None = None
        self.at = 0  # how many bytes lie behind

    @property
    def is_over(self) -> bool:
        """Whether there is nothing more."""
        return self._over and not self._ahead

    def damage(self) -> str | None:
        """What was found damaged in unpacking since this was last asked."""
        found, self._damage = self._damage, None
        return found

    def _reach(self, size: int) -> bool:
        """Whether so many bytes lie ahead, without damage between them."""
        while len(self._ahead) < size and not self._over:
            try:
                piece = self._read(_PIECE)
            except (zlib.error, EOFError) as error:
                self._damage = f"a damaged gzip file ({error})" if str(error) else "a gzip file that breaks off"
                self._ahead += b"\r\n"  # what comes next begins a record
                return False
            self._over = not piece
            self._ahead += piece
        return len(self._ahead) >= size

    def peek(self, size: int) -> bytes | None:
        """The next bytes; None if there are not so many."""
        return bytes(memoryview(self._ahead)[:size]) if self._reach(size) else None

    def skip(self, size: int) -> bool:
        """Leave so many bytes behind; False if there are not so many."""
        while size > len(self._ahead):
            size -= len(self._ahead)
            self._drop(len(self._ahead))
            if not self._reach(1):
                return False
        self._drop(size)
        return True

    def _drop(self, size: int) -> None:
        self.at += size
        del self._ahead[:size]

    def skip_blank_lines(self) -> None:
        """Leave the ends of lines behind."""
        while self._reach(1):
            blank = len(self._ahead) - len(self._ahead.lstrip(b"\r\n"))
            self._drop(blank)
            if self._ahead:
                return

    def until_end_of_header(self) -> bytes | None:
        """The header that begins here, with the empty line at its end."""
        searched = 0
        while (end := self._ahead.find(_END, max(0, searched - 3), _MAX_HEADER)) < 0:
            searched = len(self._ahead)
            if searched >= _MAX_HEADER or not self._reach(searched + 1):
                return None
        return bytes(self._ahead[: end + len(_END)])

    def ends_here(self, ahead: int = 0) -> bool:
        """Whether a record ends so many bytes ahead: with two ends of lines, or with the archive."""
        if self._reach(ahead + len(_END)):
            return self._ahead.startswith(_END, ahead)
        return self._over and not self._ahead[ahead:].strip(b"\r\n")

    def go_to_next_record(self) -> None:
        """Leave behind all that does not begin a record, and the sign of a record if it is right here."""
        start = 1
        while not (found := _NEXT.search(self._ahead, start)):
            self._drop(max(0, len(self._ahead) - _NEXT_SIZE))
            start = 0
            if not self._reach(len(self._ahead) + 1) and self._over:
                self._drop(len(self._ahead))
                return
        self._drop(found.start())
