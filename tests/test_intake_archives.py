"""Archives of crawls: the pages in them, and whatever else an archive may hold."""

from __future__ import annotations

import gzip
import io
import random
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import Entry, Refusal, entries
from sayso.intake.archives import in_warc
from sayso.intake.records import Broken, Record

PAGES = Path(__file__).with_name("pages")
SAID = "The dockers said on Wednesday that they would not go back to work. “No,” said Ms Okafor, “not before May.”"


def page(n: int = 0) -> bytes:
    return f"<html><head><title>Strike {n}</title></head><body><p>{SAID}</p><p>Day {n}.</p></body></html>".encode()


def http(body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    told = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def record(block: bytes, n: int = 0, kind: str = "response", length: int | None = None, more: str = "") -> bytes:
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2021-03-20T04:05:06Z\r\nWARC-Record-ID: <urn:uuid:{n}>\r\n"
        f"WARC-Target-URI: https://courier.example/{n}\r\nContent-Type: application/http; msgtype={kind}\r\n{more}"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


INFO = record(b"software: test\r\n", kind="warcinfo")
GOOD = [record(http(page(n)), n) for n in range(4)]


def found(data: bytes, longest: int = 100_000) -> list[str | None]:
    """The addresses of the pages in an archive, None for what is broken."""
    stream = io.BytesIO(data)
    return [each.address if isinstance(each, Record) else None for each in in_warc(stream.read, longest)]


def addresses(*numbers: int | None) -> list[str | None]:
    return [None if n is None else f"https://courier.example/{n}" for n in numbers]


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "crawl"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("packed", ["", "by record", "whole"])
def test_an_archive(tmp_path: Path, packed: str) -> None:
    records = [INFO, record(http((PAGES / "harbour.html").read_bytes()), 9), *GOOD]
    data = b"".join(map(gzip.compress, records)) if packed == "by record" else b"".join(records)
    first, *others = entries([write(tmp_path, gzip.compress(data) if packed == "whole" else data)])
    assert isinstance(first, Entry)
    report = first.report
    assert report.title == "Harbour strike enters third week as talks stall"
    assert (report.published, report.url) == ("2021-03-18", "https://courier.example/9")
    assert first.where == f"record at byte {len(INFO)}"
    assert [each.report.url for each in others if isinstance(each, Entry)] == addresses(0, 1, 2, 3)


def test_the_day_of_the_crawl_is_no_day_of_publication(tmp_path: Path) -> None:
    (entry,) = entries([write(tmp_path, GOOD[0])])
    assert isinstance(entry, Entry) and entry.report.published is None


NO_PAGES = {
    "request": record(b"GET / HTTP/1.1\r\nHost: courier.example\r\n\r\n", kind="request"),
    "not found": record(http(page(), "404 Not Found")),
    "redirect": record(http(b"", "301 Moved", Location="/")),
    "picture": record(http(b"\x89PNG\r\n\x1a\n\0\0", kind="image/png")),
    "feed": record(http(b"<rss/>", kind="application/rss+xml")),
    "metadata": record(b"a: b\r\n", kind="metadata"),
    "seen before": record(http(b""), kind="revisit"),
    "empty lines": b"\r\n\r\n\r\n",
}


@pytest.mark.parametrize("other", NO_PAGES.values(), ids=NO_PAGES)
def test_other_records_are_passed_over(other: bytes) -> None:
    assert found(GOOD[0] + other + GOOD[1]) == addresses(0, 1)


BROKEN = {
    "garbage": b"garbage\r\nmore of it\r\n\r\n",
    "binary": random.Random(1).randbytes(5000),
    "no length": GOOD[3].replace(b"Content-Length", b"Content-Longth"),
    "no number": GOOD[3].replace(b"Content-Length: ", b"Content-Length: x"),
    "too short a length": record(http(page(3)), 3, length=70),
    "too long a length": record(http(page(3)), 3, length=700),
    "much too long a length": record(http(page(3)), 3, length=10**12),
    "breaks off": GOOD[3][:-40],
    "no version": GOOD[3].replace(b"WARC/1.0", b"WXRC/1.0"),
    "an endless header": b"WARC/1.0\r\n" + b"A: b\r\n" * 20_000,
    "no HTTP": record(b"It rained.", 3),
    "too large": record(http(b"x" * 200_000), 3),
    "cut short": record(http(page(3)), 3, more="WARC-Truncated: length\r\n"),
    "damaged in packing": record(http(b"no gzip", Content_Encoding="gzip"), 3),
    "odd packing": record(http(b"?", Content_Encoding="zstd"), 3),
    "bomb": record(http(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip"), 3),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_record_does_not_take_others_with_it(broken: bytes) -> None:
    results = found(GOOD[0] + broken + GOOD[1] + GOOD[2])
    assert results[0] == addresses(0)[0] and None in results
    # A length that is beyond all there is may hide what it spans, in that archive alone.
    if broken is not BROKEN["much too long a length"]:
        assert results[-2:] == addresses(1, 2)


def test_a_broken_record_is_told_with_its_place(tmp_path: Path) -> None:
    data = GOOD[0] + BROKEN["too long a length"] + GOOD[1]
    _, refusal, _ = entries([write(tmp_path, data)])
    assert isinstance(refusal, Refusal)
    assert refusal.where == f"record at byte {len(GOOD[0])}"
    assert refusal.reason == "its length is wrong, or it breaks off"


@pytest.mark.parametrize("damaged", [0, 1, 2, 3])
@pytest.mark.parametrize("place", ["middle", "checksum", "lost end", "sign"])
def test_a_damaged_member_does_not_take_others_with_it(tmp_path: Path, damaged: int, place: str) -> None:
    members = [bytearray(gzip.compress(each)) for each in GOOD]
    info = gzip.compress(INFO)
    member = members[damaged]
    match place:
        case "middle":
            member[len(member) // 2] ^= 0x55
            member[len(member) // 2 + 1] ^= 0x55
        case "checksum":
            member[-6] ^= 0x55
        case "lost end":
            del member[-30:]
        case "sign":
            member[0] ^= 0x55
    results = list(entries([write(tmp_path, b"".join((info, *members)))]))
    pages = {each.report.url for each in results if isinstance(each, Entry)}
    refused = [each for each in results if isinstance(each, Refusal)]
    assert pages >= {url for n, url in enumerate(addresses(0, 1, 2, 3)) if n not in (damaged, damaged + 1)}
    if place != "lost end":  # where the sign of the next member is taken for the end of this one
        assert len(pages) >= 3
    assert refused


def test_transfer_and_content_encodings() -> None:
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (page()[:50], page()[50:])) + b"0\r\n\r\n"
    for block in (
        http(chunked, Transfer_Encoding="chunked"),
        http(gzip.compress(page()), Content_Encoding="gzip"),
        http(page().decode().encode("cp1252"), kind="text/html; charset=windows-1252"),
        http(page(), kind="application/xhtml+xml"),
        http(page(), kind="TEXT/HTML"),
    ):
        (read,) = in_warc(io.BytesIO(record(block)).read, 100_000)
        assert isinstance(read, Record) and read.html == page().decode()


def test_memory_is_flat(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = tmp_path / str(count)
        with path.open("wb") as file:
            for n in range(count):
                file.write(gzip.compress(record(http(b"x" * 100_000, kind="image/png"), n)))
        tracemalloc.start()
        with gzip.open(path) as file:
            assert list(in_warc(file.read1, 1_000_000)) == []  # type: ignore[attr-defined]
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(300) < peak(30) + 300_000


def test_many_wrong_lengths_take_no_long_time() -> None:
    data = b"".join(record(b"", n, length=90_000) for n in range(20_000))
    assert found(data)[:2] == [None, None]


@settings(max_examples=60)
@given(st.data())
def test_whatever_happens_to_an_archive(data: st.DataObject) -> None:
    archive = bytearray(INFO + b"".join(GOOD))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(archive) - 1))
        archive[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
    for each in in_warc(io.BytesIO(archive).read, 100_000):
        assert isinstance(each, Record | Broken)
