"""Tables as databases of media export them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from web import Web, fetcher

from sayso.intake import Entry, Refusal, entries
from sayso.intake.content import kind
from sayso.lexicon import rows
from sayso.lexicon.fields import field_name, field_names

SAID = "The dockers said on Wednesday that they would not go back to work. “No,” said Ms Okafor, “not before May.”"
LEAD = "PORT VALE — Talks at the harbour broke down on Tuesday, the union said."


def write(tmp_path: Path, table: dict[str, str], mark: str = ",") -> Path:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=mark)
    writer.writerows([list(table), list(table.values())])
    path = tmp_path / "export.csv"
    path.write_text(out.getvalue(), "utf-8", newline="")
    return path


EXPORTS = {
    "Factiva": {
        "HD": "Strike goes on", "BY": "Mirela Todd", "WC": "402", "PD": "18 March 2021", "SN": "The Coast Courier",
        "LA": "English", "LP": LEAD, "TD": SAID, "AN": "COAST00020210318eh3i0001",
    },
    "Dow Jones": {
        "an": "COAST00020210318eh3i0001", "title": "Strike goes on", "snippet": LEAD, "body": SAID,
        "publication_datetime": "1616025600000", "source_name": "The Coast Courier", "byline": "Mirela Todd",
    },
    "Nexis": {
        "Headline": "Strike goes on", "Publication": "The Coast Courier", "Date": "March 18, 2021",
        "Byline": "Mirela Todd", "Section": "NEWS; Pg. 3", "Body": f"{LEAD}\n\n{SAID}", "Hlink": "https://advance.lexis.com/7",
    },
    "ProQuest": {
        "Title": "Strike goes on", "Abstract": "Dockers.", "StoreId": "1", "Authors": "Mirela Todd",
        "pubdate": "Mar 18, 2021", "pubtitle": "The Coast Courier", "DocumentURL": "https://search.proquest.com/1",
        "Full text": f"{LEAD}\n\n{SAID}",
    },
    "Media Cloud": {
        "stories_id": "7", "publish_date": "2021-03-18 06:00:00", "title": "Strike goes on", "language": "en",
        "media_name": "The Coast Courier", "media_url": "http://courier.example", "author": "Mirela Todd",
        "story_text": f"{LEAD}\n\n{SAID}",
    },
    "GDELT": {
        "DATE": "20210318", "SourceCommonName": "The Coast Courier", "DocumentIdentifier": "https://courier.example/7",
        "V2Tone": "-4.1", "Title": "Strike goes on", "Author": "Mirela Todd", "Content": f"{LEAD}\n\n{SAID}",
    },
}  # fmt: skip


@pytest.mark.parametrize("mark", [",", "\t", ";"])
@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_exports(tmp_path: Path, export: dict[str, str], mark: str) -> None:
    (entry,) = entries([write(tmp_path, export, mark)])
    assert isinstance(entry, Entry), entry
    report = entry.report
    assert (report.title, report.outlet, report.published) == ("Strike goes on", "The Coast Courier", "2021-03-18")
    assert report.byline == "Mirela Todd"
    assert report.text == f"{LEAD}\n\n{SAID}"


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("Headline,Publication,Date,Body", "table"),
        ("HD;PD;TD", "table"),
        ("Full_Text\tPublication-Date", "table"),
        ("id,indexed_date,language,media_name,media_url,publish_date,title,url", "table"),
        ("GlobalEventID,Date,Title,SOURCEURL", "table"),
        ("text", "table"),
        ("Body", "text"),  # a headline of one word
        ("Story", "text"),
        ("Body found in harbour, police say", "text"),
        ("Date, place and source unknown", "text"),
        ("Source: The Herald, date: unknown", "text"),
        ("url,title", "text"),
        ("Title, by author, source", "text"),
    ],
)
def test_a_table_is_told_from_its_header(header: str, what: str) -> None:
    assert kind(f"{header}\n1,2,3,4\n".encode()) == what


def test_of_two_columns_the_likelier_that_is_filled_in(tmp_path: Path) -> None:
    (entry,) = entries(
        [write(tmp_path, {"Body": SAID, "Content": "ad", "Source": "feed", "Publication": "The Herald"})]
    )
    assert isinstance(entry, Entry) and (entry.report.text, entry.report.outlet) == (SAID, "The Herald")
    (entry,) = entries([write(tmp_path, {"Body": "", "Content": SAID, "Source": "The Herald", "Publication": ""})])
    assert isinstance(entry, Entry) and (entry.report.text, entry.report.outlet) == (SAID, "The Herald")


def test_a_lead_that_the_text_has_is_not_told_twice(tmp_path: Path) -> None:
    (entry,) = entries([write(tmp_path, {"LP": LEAD, "TD": f"{LEAD} {SAID}", "HD": "Strike"})])
    assert isinstance(entry, Entry) and entry.report.text == f"{LEAD} {SAID}"


@pytest.mark.parametrize("end", ["\n", ""])
def test_rows_behind_an_unclosed_quotation_mark_are_not_lost_unseen(tmp_path: Path, end: str) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f'title,text\nFirst,"{SAID}"\nSecond,"{SAID}\nThird,{SAID}\nFourth,{SAID}{end}', "utf-8")
    first, second = entries([path])
    assert isinstance(first, Entry) and first.report.text == SAID
    assert isinstance(second, Refusal) and second.where == "row 3"
    assert second.reason.startswith("a quotation mark in it has no second one")


@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("last", ['"{}"', "{}", '"{}\nand went home."'])
def test_the_last_row_may_end_as_it_likes(tmp_path: Path, last: str, end: str) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f"title,text\nFirst,{last.format('They said no')}{end}", "utf-8")
    (entry,) = entries([path])
    assert isinstance(entry, Entry)


def test_a_list_of_links(tmp_path: Path, web: Web) -> None:
    url = web.page("/7", f"<html><title>Strike</title><body><p>{LEAD}</p><p>{SAID}</p></body></html>")
    path = write(tmp_path, {"publish_date": "2021-03-18", "title": "Strike goes on", "media_name": "C", "url": url})
    (refusal,) = entries([path])
    assert isinstance(refusal, Refusal) and refusal.where == "row 2"
    assert refusal.reason.startswith("only a link to it is in the table") and web.asked == []
    (entry,) = entries([path], fetcher=fetcher())
    assert isinstance(entry, Entry)
    assert (entry.report.title, entry.report.published) == ("Strike goes on", "2021-03-18")
    assert entry.report.text.endswith(SAID)


def test_an_abstract_is_no_report(tmp_path: Path) -> None:
    (refusal,) = entries(
        [write(tmp_path, {"Title": "Strike", "Abstract": SAID, "pubdate": "2021", "DocumentURL": "x"})]
    )
    assert isinstance(refusal, Refusal) and "text" in refusal.reason


def test_the_names_of_columns_are_sound() -> None:
    names = [name for names in field_names().values() for name in names]
    assert len(names) == len(set(names))
    assert all(field_name(name) == name for name in names)
    assert {field for field, _ in rows("fields.tsv", 2)} == {
        "id", "text", "html", "lead", "title", "outlet", "published", "url", "byline",
    }  # fmt: skip
