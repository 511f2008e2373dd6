"""Files of every kind, encoding and badness: one report each, or one refusal with its reason."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import json
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import Defaults, Entry, Refusal, Unfit, entries, open_reports, text_report
from sayso.intake.content import HEAD, decode, kind
from sayso.model import Report

TEXT = "The dockers said on Wednesday that they would not go back to work. “No,” said Ms Okafor, “not before May.”"
FRENCH = (
    "Le ministre a déclaré jeudi que les négociations du port étaient rompues. Selon le syndicat, la direction refuse "
    "toute discussion sur les horaires de nuit, et les dockers ne reprendront pas le travail avant la fin du mois."
)
PAGES = Path(__file__).with_name("pages")


def read(tmp_path: Path, data: bytes, name: str = "file", **options: object) -> list[Report | Refusal]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(open_reports([path], **options))  # type: ignore[arg-type]


def texts(found: list[Report | Refusal]) -> list[str | None]:
    return [item.text if isinstance(item, Report) else None for item in found]


def jsonl(*values: object) -> bytes:
    return "".join(json.dumps(value) + "\n" for value in values).encode()


def table(delimiter: str, *rows: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


# --- what a thing is, is told from its content ------------------------------------------------------------------------

KINDS = {
    "plain": TEXT.encode(),
    "json": json.dumps({"text": TEXT}, indent=1).encode(),
    "json on one line": json.dumps({"text": TEXT}).encode(),
    "json array": json.dumps([{"text": TEXT}]).encode(),
    "json array, indented": json.dumps([{"text": TEXT}], indent=2).encode(),
    "jsonl": jsonl({"text": TEXT}),
    "csv": table(",", ["id", "text"], ["7", TEXT]),
    "tsv": table("\t", ["text", "outlet"], [TEXT, "The Herald"]),
    "csv with semicolons": table(";", ["Text", "URL"], [TEXT, ""]),
    "csv of one column": table(",", ["text"], [TEXT]),
}


@pytest.mark.parametrize("packed", [False, True], ids=["", "gzip"])
@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8], ids=["", "bom"])
@pytest.mark.parametrize("data", KINDS.values(), ids=KINDS)
def test_every_kind_gives_the_same_text(tmp_path: Path, data: bytes, bom: bytes, packed: bool) -> None:
    data = gzip.compress(bom + data) if packed else bom + data
    # The name misleads.
    assert texts(read(tmp_path, data, "report.pdf")) == [TEXT]


@pytest.mark.parametrize("packed", [False, True], ids=["", "gzip"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("data", KINDS.values(), ids=KINDS)
def test_wide_encodings(tmp_path: Path, data: bytes, encoding: str, packed: bool) -> None:
    wide = data.decode().encode(encoding)
    assert texts(read(tmp_path, gzip.compress(wide) if packed else wide)) == [TEXT]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"Text, lies and videotape: the harbour strike\n", "text"),
        (b"[The bridge that nobody wanted]\nIt rained.", "text"),
        (b"{sic} said the minister", "text"),
        (b"<b>Bold</b> words", "text"),
        (b"<!-- saved --><!DOCTYPE HTML><html>", "html"),
        (b"\n <article><p>It rained.</p></article>", "html"),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://x/s.dtd">', "html"),
        (b"<?xml version='1.0'?>\n<nitf><head><title>Strike</title></head>", "xml"),
        (b"<?xml version='1.0'?>\n<!-- pages --><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>", "xml"),
        (b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>", "xml"),
        (b'<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf>', "xml"),
        (b'[\n {"text": "', "json"),
        (b"[]", "json"),
        (b'{"text": "a long first line without an end', "jsonl"),
        (b'{\n  "text": "x"\n}', "json"),
        (b'not json\n{"text": "x"}\n', "jsonl"),
        (b"id\ttext\n", "table"),
        (b"%PDF-1.7", "binary"),
        (b"The \0 of the matter \x01 is this: it rained, and it went on raining.", "text"),
    ],
)
def test_kind(head: bytes, told: str) -> None:
    assert kind(head) == told


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\xc2\xa0\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"... --- ...", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF file"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"GIF89a\x01\x00", "a GIF image"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (bytes(range(256)) * 40, "not a text"),
        (FRENCH.encode(), "not English"),
        (("Министр сказал в четверг. " * 9).encode(), "not English"),
        (json.dumps({"text": FRENCH}).encode(), "not English"),
        (json.dumps({"title": "Nothing"}).encode(), 'no field "text" or "html"'),
        (json.dumps({"text": 7}).encode(), 'the field "text" is not a text'),
        (json.dumps({"text": ""}).encode(), "empty"),
        (b"<html><head><title>Nothing</title></head><body></body></html>", "no article"),
        (gzip.compress(TEXT.encode(), mtime=0)[:-9], "a gzip file that breaks off"),
        (gzip.compress(TEXT.encode(), mtime=0)[:10] + b"\xff" * 40, "a damaged gzip file"),
        (gzip.compress(gzip.compress(TEXT.encode(), mtime=0), mtime=0), "gzipped twice"),
        (gzip.compress(b"%PDF-1.7\n", mtime=0), "a PDF file"),
        (codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff", "damaged UTF-16 or UTF-32"),
        (b'[{"text": "' + b"[" * 99, "not JSON"),
        (b"<?xml version='1.0'?><nitf><body>" + TEXT.encode() + b"</body></nitf>", "XML of a kind that is not read"),
        (b'text,"title\n' + TEXT.encode(), "a quotation mark in it has no second one"),
    ],
)
def test_refused_with_a_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    (refusal,) = read(tmp_path, data)
    assert isinstance(refusal, Refusal)
    assert reason in refusal.reason
    assert str(refusal).startswith(str(tmp_path / "file"))


@pytest.mark.parametrize("data", [*KINDS.values()], ids=KINDS)
def test_beyond_the_size_limit(tmp_path: Path, data: bytes) -> None:
    assert texts(read(tmp_path, data, max_chars=len(TEXT))) == [TEXT]
    (refusal,) = read(tmp_path, data, max_chars=len(TEXT) - 1)
    assert isinstance(refusal, Refusal)
    assert "--max-chars" in refusal.reason


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    data = gzip.compress(b"All work and no play. " * 4_000_000)
    tracemalloc.start()
    (refusal,) = read(tmp_path, data, max_chars=1000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(refusal, Refusal)
    assert peak < 3_000_000


# --- encodings and characters -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Zoë said “no” — twice".encode(), "Zoë said “no” — twice"),
        ("Zoë said “no” — twice".encode("cp1252"), "Zoë said “no” — twice"),
        ("naïve café".encode("latin-1"), "naïve café"),
        (b"a \x93quoted\x94 word\x85", "a “quoted” word…"),
        (b"\x81 \x8d are no letters of Windows-1252", "\x81 \x8d are no letters of Windows-1252"),
        ("Zoë said “no” — twice".encode() + b" \x93oh\x94", "Zoë said “no” — twice “oh”"),
        (b"broken off \xe2\x80", "broken off â€"),
        (b"lone \xed\xa0\x80 surrogate", "lone \ud800 surrogate"),
        (b"pair \xed\xa0\xbd\xed\xb8\x80 of them", "pair 😀 of them"),
    ],
)
def test_bytes_as_text(data: bytes, text: str) -> None:
    assert decode(data) == text


ODD = "A\0b\x01 \u202ertl\u200f \u0301e\u0301 👩‍👩‍👧 \ufeff \x85\u2028 \r\n two\r three\n\n said the minister\t\x1b[31m"


@pytest.mark.parametrize("text", [ODD, " \n" + ODD + " \n", "\ufeff\ufeff" + ODD, "It\r\nrained\rand\nrained"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_plain_text_is_given_character_for_character(tmp_path: Path, text: str, encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-8" else ""
    assert texts(read(tmp_path, (mark + text).encode(encoding))) == [text]


@pytest.mark.parametrize("text", [ODD, "\ufeff" + ODD, ODD + "\ud800 \udfff", ' "quoted" \\ '])
@pytest.mark.parametrize("ascii", [True, False])
def test_a_text_in_json_is_given_character_for_character(tmp_path: Path, text: str, ascii: bool) -> None:
    line = json.dumps({"text": text}, ensure_ascii=ascii).encode("utf-8", "surrogatepass")
    assert texts(read(tmp_path, line + b"\n" + line)) == [text, text]
    assert texts(read(tmp_path, b"[" + line + b",\n" + line + b"]")) == [text, text]


ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=300)


@settings(deadline=None)
@given(st.lists(ANY_TEXT, min_size=1, max_size=5))
def test_any_text_in_jsonl_is_given_or_refused_for_what_it_is(
    tmp_path_factory: pytest.TempPathFactory, given: list[str]
) -> None:
    path = tmp_path_factory.mktemp("any")
    found = read(path, jsonl(*({"text": text} for text in given)))
    assert len(found) == len(given)
    for item, text in zip(found, given, strict=True):
        if isinstance(item, Report):
            assert item.text == text
        else:
            assert item.reason in ("empty", "not English")


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_stop_it(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any")
    for whole in (data, gzip.compress(data), b'{"text": "' + data, b"<html><body><p>" + data, b"text,id\n" + data):
        for item in read(path, whole):
            assert isinstance(item, Report | Refusal)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_like(tmp_path: Path, end: str) -> None:
    lines = end.join(json.dumps({"text": f"{TEXT} {n}"}) for n in range(3))
    assert texts(read(tmp_path, lines.encode())) == [f"{TEXT} {n}" for n in range(3)]
    rows = end.join(["id,text", f'1,"two{end}lines of {TEXT}"', f'2,"{TEXT}"'])
    assert texts(read(tmp_path, rows.encode())) == [f"two{end}lines of {TEXT}", TEXT]


def test_a_line_end_between_two_chunks(tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT})
    for shift in range(-3, 3):
        data = line + " " * (HEAD - len(line) + shift) + "\r\n" + line + "\r\n"
        found = list(entries([_file(tmp_path, data.encode())]))
        assert [entry.where for entry in found] == ["line 1", "line 2"]


def _file(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "chunks"
    path.write_bytes(data)
    return path


# --- records ----------------------------------------------------------------------------------------------------------


def test_one_bad_line_is_one_refusal(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT})
    lines = ["no json", good, "", '{"text": ', "[1]", good, '{"text": "x"} trailing', "7", "[" * 9999, good]
    path = _file(tmp_path, "\n".join(lines).encode())
    found = [(entry.where, isinstance(entry, Entry)) for entry in entries([path])]
    assert found == [(f"line {n}", lines[n - 1] == good) for n in range(1, len(lines) + 1) if n != 3]


def test_a_line_too_long_is_passed_over(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT})
    lines = [good, json.dumps({"text": "x" * 400_000}), good]
    found = read(tmp_path, "\n".join(lines).encode(), max_chars=200)
    assert texts(found) == [TEXT, None, TEXT]


def test_an_array_goes_on_after_a_bad_item_and_stops_where_it_breaks(tmp_path: Path) -> None:
    good = {"text": TEXT}
    assert texts(read(tmp_path, json.dumps([good, 7, {}, good]).encode())) == [TEXT, None, None, TEXT]
    found = read(tmp_path, json.dumps([good, good]).encode()[:-20])
    assert texts(found) == [TEXT, None]
    assert isinstance(found[1], Refusal) and "the rest is not read" in found[1].reason


def test_a_long_array_comes_item_by_item(tmp_path: Path) -> None:
    given = [{"text": f"{TEXT} {'“It rained,” said Zoë. ' * 200} {n}"} for n in range(200)]
    data = json.dumps(given, ensure_ascii=False).encode()
    assert texts(read(tmp_path, data)) == [item["text"] for item in given]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_fields(tmp_path: Path, form: str) -> None:
    fields = {
        "id": "r7", "text": TEXT, "title": "Strike", "outlet": "The Herald", "published": "Sept. 15, 2017",
        "url": "https://example.org/7", "byline": "Jane Doe",
    }  # fmt: skip
    data = jsonl(fields) if form == "json" else table(",", list(fields), list(fields.values()))
    (report,) = read(tmp_path, data, defaults=Defaults(outlet="Another", published="2000-01-01", title="No"))
    assert isinstance(report, Report)
    assert report.model_dump(include=set(fields)) == {**fields, "published": "2017-09-15"}


def test_defaults_stand_where_nothing_is_said_and_before_what_is_only_found(tmp_path: Path) -> None:
    text = f"Harbour strike goes on\nXinhua | Updated: 2017-09-15 17:52\n{TEXT}"
    (report,) = read(tmp_path, text.encode(), defaults=Defaults(published="1 May 2020", outlet="The Herald"))
    assert isinstance(report, Report)
    assert (report.published, report.outlet, report.title) == ("2020-05-01", "The Herald", "Harbour strike goes on")


def test_the_id_depends_on_text_outlet_and_date_alone(tmp_path: Path) -> None:
    one, other = read(tmp_path, TEXT.encode()), read(tmp_path, jsonl({"text": TEXT}), "elsewhere")
    third = read(tmp_path, TEXT.encode(), defaults=Defaults(outlet="The Herald"))
    assert [item.id for item in (*one, *other) if isinstance(item, Report)] == [text_report(TEXT).id] * 2
    assert isinstance(third[0], Report) and third[0].id != text_report(TEXT).id


def test_a_row_with_too_many_cells(tmp_path: Path) -> None:
    found = read(tmp_path, b"id,text\n1,It rained, she said.\n2,It rained.\n")
    assert texts(found) == [None, "It rained."]


def test_a_row_too_long_is_refused_and_no_other(tmp_path: Path) -> None:
    rows = [["id", "text"], ["1", TEXT], ["2", "It rained. " * 40_000], ["3", TEXT]]
    assert texts(read(tmp_path, table(",", *rows), max_chars=200)) == [TEXT, None, TEXT]


# --- pages ------------------------------------------------------------------------------------------------------------


def test_a_page_with_json_ld() -> None:
    (report,) = open_reports([PAGES / "harbour.html"])
    assert isinstance(report, Report)
    assert report.model_dump(include={"title", "outlet", "byline", "published", "url", "dateline"}) == {
        "title": "Harbour strike enters third week as talks stall",
        "outlet": "The Coast Courier",
        "byline": "Mirela Todd",
        "published": "2021-03-18",
        "url": "https://www.coastcourier.example/news/2021/03/18/harbour-strike-third-week",
        "dateline": "PORT VALE",
    }
    assert report.text.startswith("PORT VALE — Dockers at the harbour")
    assert report.text.endswith("in front of the town hall.")
    for chrome in ("cookie", "Harbour strike enters", "Ferry prices", "All rights", "This is no text", "Home"):
        assert chrome not in report.text


def test_a_page_with_little_markup() -> None:
    (report,) = open_reports([PAGES / "markup.html"])
    assert isinstance(report, Report)
    assert (report.title, report.byline, report.published) == ("Minister denies leak", "Jo Adeyemi", "2020-06-02")
    assert "<script>alert(1)</script>" in report.text  # words of the article, not markup
    assert "Written by a script" not in report.text and "privacy" not in report.text


def test_html_in_jsonl_and_in_other_encodings(tmp_path: Path) -> None:
    page = (PAGES / "markup.html").read_text()
    (alone,) = open_reports([PAGES / "markup.html"])
    assert isinstance(alone, Report)
    (report,) = read(tmp_path, jsonl({"html": page, "title": "Ours", "id": "7"}))
    assert isinstance(report, Report)
    assert (report.text, report.title, report.id) == (alone.text, "Ours", "7")
    assert texts(read(tmp_path, page.encode("utf-16"))) == [alone.text]


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<p>" * 150_000, "more than 100,000 elements"),
        ("x" * 10_000_001, "more than 10,000,000 characters"),
    ],
)
def test_a_page_with_more_in_it_than_pages_have(tmp_path: Path, inside: str, reason: str) -> None:
    (refusal,) = read(tmp_path, f"<html><body>{inside}".encode())
    assert isinstance(refusal, Refusal) and reason in refusal.reason


CROWDED = {
    "bare": " ".join(f"a{n}" for n in range(200_000)),
    "quoted": "".join(f'a{n}="\'>"' for n in range(200_000)),
    "slashes": "/".join(f"a{n}='\"'" for n in range(200_000)),
    "nested": " ".join(f"<a{n} =b" for n in range(200_000)),
    "unclosed": "b='" + " ".join(f"a{n}" for n in range(200_000)),
}


@pytest.mark.parametrize("attributes", CROWDED.values(), ids=CROWDED)
def test_attributes_without_number_take_no_long_time(tmp_path: Path, attributes: str) -> None:
    page = f"<html><body><p>{TEXT}</p><p {attributes}>{TEXT}</p></body></html>"
    begun = time.monotonic()
    read(tmp_path, page.encode())
    assert time.monotonic() - begun < 15


def test_markup_stays_as_it_is_below_the_limits(tmp_path: Path) -> None:
    image = """<img alt="1 > 0" src='a"b'/>"""
    page = f"""<html><body>{image}<p class=a data-x='{{"a": "<p>"}}'>{TEXT} 1 < 2 </p></body></html>"""
    assert texts(read(tmp_path, page.encode())) == [f"{TEXT} 1 < 2"]


def test_a_page_reads_the_same_whatever_was_read_before() -> None:
    path = PAGES / "harbour.html"
    assert len({item.text for item in open_reports([path] * 8) if isinstance(item, Report)}) == 1


# --- sources ----------------------------------------------------------------------------------------------------------


def test_a_directory_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden", ".git/x", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"It rained in {name}, she said.")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = [entry.source for entry in entries([tmp_path])]
    assert found == [str(tmp_path / name) for name in ("a/z.txt", "b.txt", "c.txt")]


def test_what_is_not_there_does_not_stop_the_rest(tmp_path: Path) -> None:
    good = _file(tmp_path, TEXT.encode())
    (tmp_path / "empty").mkdir()
    found = list(open_reports([tmp_path / "none", good, tmp_path / "empty", good]))
    assert texts(found) == [None, TEXT, None, TEXT]
    assert [item.reason for item in found if isinstance(item, Refusal)] == [
        "no such file or directory",
        "a directory without files",
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(io.RawIOBase):
        """A pipe that gives a few bytes at a time."""

        def __init__(self, data: bytes) -> None:
            self._data = io.BytesIO(data)

        def read(self, size: int = -1) -> bytes:
            return self._data.read(min(size, 7) if size > 0 else 7)

    stdin = io.TextIOWrapper(io.BytesIO())
    for data in (TEXT.encode(), gzip.compress(TEXT.encode()), jsonl({"text": TEXT}), TEXT.encode("utf-16")):
        monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": Slow(data)}))
        (entry,) = entries(["-"])
        assert isinstance(entry, Entry)
        assert (entry.source, entry.report.text) == ("standard input", TEXT)
    assert not stdin.closed


def test_memory_is_flat_over_many_reports(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = tmp_path / f"{count}"
        with gzip.open(path, "wb") as file:
            for n in range(count):
                file.write(jsonl({"id": str(n), "text": TEXT * 5}))
        tracemalloc.start()
        assert sum(1 for _ in entries([path])) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(10)  # what is loaded once
    assert peak(1000) < peak(100) + 300_000


def test_it_streams(tmp_path: Path) -> None:
    path = _file(tmp_path, jsonl({"text": TEXT}) * 3 + b"\xff" * 10)
    found: Iterator[Report | Refusal] = open_reports([path, tmp_path / "none"])
    assert isinstance(next(found), Report)


def test_text_report() -> None:
    report = text_report(f"BEIJING — {TEXT}", defaults=Defaults(published="2 Oct 2015"))
    assert (report.dateline, report.published) == ("BEIJING", "2015-10-02")
    for text, reason in (("", "empty"), (FRENCH, "not English"), (TEXT * 9, "--max-chars")):
        with pytest.raises(Unfit, match=reason):
            text_report(text, max_chars=300)
