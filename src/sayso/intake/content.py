"""What a thing is, told from its content and never from its name; and how its bytes are to be read as text."""

from __future__ import annotations

import codecs
import csv
import json
import re
from typing import Literal

from sayso.lexicon.fields import field_name, field_names

Kind = Literal["empty", "binary", "warc", "json", "json feed", "jsonl", "feed", "feeds", "table", "html", "xml", "text"]

HEAD = 1 << 16  # bytes looked at to tell what a thing is
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

# The encodings that pages may be in, and names by which the web means another: the one that contains it
# (https://encoding.spec.whatwg.org/#names-and-labels). Python has codecs beyond these, some of them slow to no end.
_ENCODING = re.compile(
    r"utf-?8|(?:windows-|cp)(?:125\d|874)|iso-?8859-\d\d?|koi8-[ru]|macintosh|gb18030|big5(?:-?hkscs)?|euc-(?:jp|kr)|shift_jis"
)
_AS_ON_THE_WEB = {
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "latin-1", "latin1", "iso8859-1"), "windows-1252"),
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk"), "gb18030"),
    "iso-8859-9": "windows-1254",
}

_CONTROL = bytes({*range(32), 127} - {*b"\t\n\v\f\r\b\x1b"})

# What may stand before the first element. It is taken once and for all: tried in every other way where no element
# follows, forty comments would take for ever.
_BEFORE = rb"(?>\s*)(?>(?:<\?[^>]*>|<!--.*?-->)\s*)*+"
_HTML = re.compile(
    _BEFORE + rb"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
# XML may declare things of its own before it: <!DOCTYPE feed [<!ENTITY …>]>.
_DECLARED = rb"(?:<!doctype\b[^<>\[]*+(?>\[.*?\]\s*+(?=>))?>" + _BEFORE + rb")?"


def _called(names: bytes) -> re.Pattern[bytes]:
    """XML whose first element, or what declares it, has one of these names."""
    begins = _BEFORE + _DECLARED + rb"<(?:!doctype\s+)?(?:" + names + rb")(?![\w.:-])"
    return re.compile(begins, re.IGNORECASE | re.DOTALL)


_XML_KINDS: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    # Whatever prefix its writer gives the names of that kind: <atom:feed>.
    (_called(rb"rdf:rdf|(?:[\w.-]++:)?(?:rss|feed)"), "feed"),
    (_called(rb"opml"), "feeds"),
)
_XML = re.compile(
    rb"\s*<\?xml\s|" + _BEFORE + rb"<(?:!doctype\s|[a-z][^\s<>]*+\s[^<>]*\bxmlns\b)", re.IGNORECASE | re.DOTALL
)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org')
_CHARSET = re.compile(rb"""<(?:meta[^<>]+charset|\?xml[^<>]+encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)

_TEXT_FIELDS = {"text", "html"}


def kind(head: bytes) -> Kind:
    """What begins with `head`, the first bytes of a thing as UTF-8."""
    if not head.strip():
        return "empty"
    if re.match(rb"WARC/\d", head):
        return "warc"  # before all else: what it holds may be binary
    if binary(head):
        return "binary"
    if re.match(rb"\s*\{", head) and _JSON_FEED.search(head):
        return "json feed"
    if re.match(rb"\s*\[\s*[{\]]", head):
        return "json"
    lines = head.splitlines()
    if any(_is_object(line) for line in lines[:20]):
        return "jsonl"
    if re.match(rb'\s*\{\s*["}]', head):
        # One object over several lines; or one a line, the first of them broken or longer than the head.
        return "jsonl" if all(line.startswith(b"{") for line in lines if line.strip()) else "json"
    for pattern, xml_kind in _XML_KINDS:
        if pattern.match(head):
            return xml_kind
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        return "xml"
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
    """What parts the cells of a table with this header line; None if it is not one that names fields of a report."""
    for mark in "\t,;":
        try:
            cells = next(csv.reader([header], delimiter=mark), [])
        except csv.Error:
            continue
        if _names_fields(cells):
            return mark
    return None


def columns_of(header: list[str]) -> dict[str, list[int]]:
    """The columns of a table that hold each field of a report, the likeliest first."""
    names = [field_name(cell) for cell in header]
    return {
        field: found
        for field, known in field_names().items()
        if (found := [names.index(name) for name in known if name in names])
    }


def _names_fields(cells: list[str]) -> bool:
    fields = columns_of(cells).keys() - {"lead"}
    plain = {cell.strip().lower() for cell in cells}
    if fields & _TEXT_FIELDS:
        # A title such as "Text, lies and video" is no header: its other words name no field.
        return len(fields) > 1 or bool(plain & _TEXT_FIELDS and not any(" " in cell for cell in plain))
    # The lists that databases give of what they found, without its text: a link and at least two things told of it.
    return "url" in fields and len(fields) > 2


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


def decode_markup(data: bytes, charset: str | None = None) -> str:
    """A page or feed as text: in the encoding told with it or in it, where it is in that; else as `decode` does."""
    declared = _CHARSET.search(data, 0, 4096)
    for name in (charset, declared[1].decode("ascii", "replace") if declared else None):
        encoding = _AS_ON_THE_WEB.get(name.lower(), name.lower()) if name else ""
        if _ENCODING.fullmatch(encoding) and encoding != "windows-1252":  # which `decode` tells better
            try:
                return data.decode(encoding)
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(data)


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
