"""Inputs as nobody would write them by accident: real ones of every kind, cut, doubled, nested and spliced."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

from hypothesis import strategies as st

SAID = "The dockers said on Wednesday that they would not go back to work. “No,” said Ms Okafor, “not before May.” "
PAGES = [path.read_bytes() for path in sorted(Path(__file__).with_name("pages").glob("*.html"))]


def _warc() -> bytes:
    records = [b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 10\r\n\r\nsoft: warc\r\n\r\n"]
    for n, page in enumerate(PAGES):
        body = gzip.compress(page, mtime=0) if n % 2 else page
        packed = "Content-Encoding: gzip\r\n" if n % 2 else ""
        block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{packed}\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/{n}\r\n"
            f"WARC-Date: 2021-03-20T04:05:06Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        records.append(head.encode() + block + b"\r\n\r\n")
    return b"".join(records)


def _table(*rows: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _json_feed() -> bytes:
    items = [{"id": n, "url": f"https://courier.example/{n}", "content_html": f"<p>{SAID * 12}</p>"} for n in range(3)]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": items}).encode()


SEEDS: dict[str, list[bytes]] = {
    "html": PAGES,
    "feed": [
        b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        b' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Courier</title><item><title>Strike'
        b"</title><link>https://courier.example/1</link><dc:creator>Jo</dc:creator><content:encoded><![CDATA[<p>"
        + SAID.encode() * 12
        + b"</p>]]></content:encoded></item><item><link>https://courier.example/2</link></item></channel></rss>",
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/"><title>Courier</title><entry>'
        b'<title type="html">A &lt;i&gt;strike&lt;/i&gt;</title><link href="1"/><content type="xhtml">'
        b'<div xmlns="http://www.w3.org/1999/xhtml"><p>' + SAID.encode() * 12 + b"</p></div></content></entry></feed>",
        b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><item><title>&b;</title></item></rss>',
        b'<opml version="2.0"><body><outline xmlUrl="https://courier.example/feed"/></body></opml>',
        _json_feed(),
    ],
    "warc": [_warc(), gzip.compress(_warc(), mtime=0)],
    "table": [
        _table(["id", "text", "outlet"], ["1", SAID, "Courier"], ["2", SAID, "Herald"]),
        _table(["Headline", "Publication", "Date", "LP", "TD"], ["Strike", "Courier", "March 18, 2021", SAID, SAID]),
        _table(["title", "url", "publish_date"], ["Strike", "https://courier.example/1", "2021-03-18"]),
    ],
    "json": [
        b"".join(json.dumps({"text": SAID, "id": n}).encode() + b"\n" for n in range(4)),
        json.dumps(
            [{"text": SAID, "title": "Strike"}, {"html": f"<p>{SAID}</p>", "byline": ["Jo"]}], indent=1
        ).encode(),
    ],
}

# Pieces that parsers act on.
PIECES = [
    b"<", b">", b"</", b"&", b"&amp;", b"&#x0;", b"&#55555;", b"<!--", b"<!-- -->", b"-->", b"<![CDATA[", b"]]>",
    b"<!DOCTYPE ",
    b"<?xml ", b"<!ENTITY a 'b'>", b"<p>", b"<div>", b"<table><tr><td>", b"<script>", b"<style>",
    b"<meta charset=utf-16>", b"<svg>", b"<item>", b"<entry>", b"<b ", b"a='", b'a="', b"'", b'"', b"\\", b"{", b"[",
    b"}", b"]", b",", b":", b"\\ud800", b"\\u0000", b"1e999999", b"-", b"\n", b"\r", b"\r\n\r\n", b"\t", b" ", b";",
    b"\0", b"\xff", b"\xef\xbb\xbf", b"\xc3", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\xe2\x80\xae", b"WARC/1.0\r\n",
    b"Content-Length: ", b"99999999999", b"-1", b"\x1f\x8b\x08", b"HTTP/1.1 200 OK\r\n",
    b"Transfer-Encoding: chunked\r\n", b"http://", b"2021-03-18", b"(", b")", b"a.", b"a@", b"AP/", "—".encode(),
    "“".encode(), b"said ", b"Jo ", b"x",
]  # fmt: skip


def _changed(data: bytes, changes: list[tuple[str, float, float, bytes, int]]) -> bytes:
    for change, start, size, piece, times in changes:
        at = int(start * len(data))
        end = at + int(size * (len(data) - at))
        match change:
            case "cut":
                data = data[:at] + data[end:]
            case "put":
                data = data[:at] + piece * times + data[at:]
            case "put instead":
                data = data[:at] + piece * times + data[end:]
            case "again":
                data = data[:end] + data[at:end] * min(times, 200_000 // (end - at + 1)) + data[end:]
            case "flip":
                data = data[:at] + bytes(byte ^ (times & 0xFF) for byte in data[at : at + 2]) + data[at + 2 :]
            case "break off":
                data = data[:at]
            case "pack":
                data = gzip.compress(data, 1, mtime=0)
    return data[:1_000_000]


_CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["cut", "put", "put", "put instead", "again", "flip", "break off", "pack"]),
        st.floats(0, 1),
        st.floats(0, 1) | st.floats(0, 0.01),
        st.sampled_from(PIECES) | st.binary(max_size=12),
        st.integers(1, 4) | st.integers(1000, 30_000),
    ),
    max_size=6,
)


def inputs(kind: str) -> st.SearchStrategy[bytes]:
    """Inputs that began as one of a kind."""
    return st.builds(_changed, st.sampled_from(SEEDS[kind]), _CHANGES)
