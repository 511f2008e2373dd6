"""What a thing is, told from its content and never from its name; and how its bytes are to be read as text."""

from __future__ import annotations

import codecs
import csv
import json
import re
from typing import Literal

Kind = Literal["empty", "binary", "json", "jsonl", "table", "html", "text"]

GZIP = b"\x1f\x8b"

# How things that are no text begin, and what to call them.
_MAGIC = (
    (b"%PDF-", "a PDF file: extract its text first"),
    (b"PK\x03\x04", "a zip archive or an office document: unpack it or save it as text"),
    (b"PK\x05\x06", "a zip archive without files"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document: save it as text"),
    (b"{\\rtf", "a rich text document: save it as plain text"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"%!PS", "a PostScript file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
    (b"Rar!\x1a\x07", "a rar archive: unpack it first"),
    (b"\xfd7zXZ\x00", "packed with xz: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd: unpack it first"),
    (GZIP, "gzipped twice: unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_MAGIC_WITHIN = (  # weak signs: they count only where there are NUL bytes
    (0, b"PAR1", "a Parquet file"),
    (0, b"ID3", "a sound recording"),
    (0, b"OggS", "a sound recording"),
    (4, b"1AY&SY", "packed with bzip2: unpack it first"),
    (8, b"WEBP", "a WebP image"),
    (4, b"ftyp", "a film or a picture"),
    (257, b"ustar", "a tar archive: unpack it first"),
)

_WIDE = (  # the marks of UTF-32 begin with those of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_CONTROL = bytes({*range(32), 127} - {*b"\t\n\v\f\r\b\x1b"})

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)

_TEXT_FIELDS = {"text", "html"}
_FIELDS = _TEXT_FIELDS | {"id", "title", "outlet", "published", "url", "byline"}


def kind(head: bytes) -> Kind:
    """What begins with `head`, the first bytes of a thing as UTF-8."""
    if not head.strip():
        return "empty"
    if binary(head):
        return "binary"
    if re.match(rb"\s*\[\s*[{\]]", head):
        return "json"
    lines = head.splitlines()
    if any(_is_object(line) for line in lines[:20]):
        return "jsonl"
    if re.match(rb'\s*\{\s*["}]', head):
        # One object over several lines; or one a line, the first of them broken or longer than the head.
        return "jsonl" if all(line.startswith(b"{") for line in lines if line.strip()) else "json"
    if _HTML.match(head):
        return "html"
    return "table" if delimiter(decode(lines[0])) else "text"


def binary(head: bytes) -> str | None:
    """What a thing that is no text is, to tell the user; None for a text."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    for start, magic, name in _MAGIC_WITHIN:
        if head.startswith(magic, start) and b"\0" in head[:512]:
            return name
    controls = len(head) - len(head.translate(None, _CONTROL))
    odd = head.decode("utf-8", "replace").count("\ufffd")
    if controls > 0.3 * len(head) or (controls > 0.05 * len(head) and odd > 0.1 * len(head)):
        return "binary data"
    return None


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32, told by a byte order mark or by where the NUL bytes stand; None for anything else."""
    for mark, encoding in _WIDE:
        if head.startswith(mark):
            return encoding
    if head.startswith(tuple(magic for magic, _ in _MAGIC)):
        return None  # the NUL bytes of an archive or an image may stand likewise
    sample = head[: min(len(head) & ~1, 4096)]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half >= 2 and odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if half >= 2 and even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def delimiter(header: str) -> str | None:
    """What parts the cells of a table with this header line; None if it is not one that names `text` or `html`."""
    for mark in "\t,;":
        try:
            cells = [cell.strip().lower() for cell in next(csv.reader([header], delimiter=mark), [])]
        except csv.Error:
            continue
        # A title such as "Text, lies and video" is no header: its other words name no field.
        fields = set(cells)
        if fields & _TEXT_FIELDS and (len(fields & _FIELDS) > 1 or not any(" " in cell for cell in cells)):
            return mark
    return None


def decode(data: bytes) -> str:
    """Bytes as text: UTF-8; where that fails, Windows-1252, or UTF-8 with bytes of Windows-1252 astray in it."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:  # UTF-8 of lone surrogates; pairs of them are one character each
        return data.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    except UnicodeDecodeError:
        pass
    sound = data.decode("utf-8", "ignore")
    beyond_ascii = sum(byte > 127 for byte in data)
    in_utf8 = len(sound.encode("utf-8")) - sum(character < "\x80" for character in sound)
    return data.decode("utf-8" if in_utf8 > beyond_ascii - in_utf8 else "cp1252", "sayso-windows-1252")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    # Five bytes mean nothing in Windows-1252: they become the control characters of that number.
    bad = error.object[error.start : error.end]
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in bad), error.end


codecs.register_error("sayso-windows-1252", _as_windows_1252)


def _is_object(line: bytes) -> bool:
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(decode(line), strict=False), dict)
    except (ValueError, RecursionError):
        return False
