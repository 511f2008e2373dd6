"""Lists and the search, as pages and as files: filtered, counted, gone through from either end, at one address each."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.testclient import TestClient
from web_ledger import STORIES, client_of, filled

from sayso import Ledger
from sayso.linking.linker import link
from sayso.model import Report
from sayso.web import listing
from sayso.web.listing import KINDS

LISTS = tuple(KINDS)
PAGE = {"accept": "text/html"}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e"


def links(text: str, part: str) -> list[str]:
    """The addresses that links with this in them lead to."""
    found = re.findall(r"<a\b[^>]*>.*?</a>", text, re.DOTALL)
    return [
        re.search(r'href="([^"]*)"', one)[1].replace("&amp;", "&")  # type: ignore[index]
        for one in found if part in one
    ]  # fmt: skip


def items(client: TestClient, address: str) -> list[dict[str, Any]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("/events?type=&country=NOR&search=&since=", "/events?country=NOR"),
        ("/events?grade=contested&type=ASSAULT", "/events?type=ASSAULT&grade=contested"),
        ("/events?order=newest", "/events"),
        ("/disputes?order=most", "/disputes"),
        ("/reports?search=+market++", "/reports?search=market"),
        ("/events?type=ASSAULT&type=COERCE", "/events?type=COERCE"),
        ("/search?search=market&go=", "/search?search=market"),
    ],
)
def test_what_is_asked_for_has_one_address(client: TestClient, asked: str, address: str) -> None:
    answer = client.get(asked, headers=PAGE, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, address)
    assert client.get(address, headers=PAGE, follow_redirects=False).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_gone_through_to_its_end_and_back(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(listing, "SHOWN", 1)
    for order in KINDS[name].orders:
        whole = [one["id"] for one in items(client, f"/{name}.json?limit=500&order={order}")]
        assert whole
        at, seen = f"/{name}?order={order}", []
        there = client.get(at, headers=PAGE)
        while True:
            seen.append(there.text)
            onwards = links(there.text, 'rel="next"')
            if not onwards:
                break
            there = client.get(onwards[0], headers=PAGE)
        assert len(seen) == len(whole)
        for page in seen[-2::-1]:  # back to the start
            there = client.get(links(there.text, 'rel="prev"')[0], headers=PAGE)
            assert _main(there.text) == _main(page) or not links(page, 'rel="prev"')
        assert not links(there.text, 'rel="prev"')


def _main(text: str) -> str:
    return text[text.index('<section class="found"') : text.index('<nav class="ways"')]


def test_back_is_right_while_reports_are_added(web_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "SHOWN", 2)
    with client_of(web_ledger) as client:
        second = client.get(links(client.get("/reports", headers=PAGE).text, 'rel="next"')[0], headers=PAGE).text
        newest = STORIES["strike"].account()
        report = dict(newest.report) | {"published": "2021-01-01", "id": "", "url": None, "title": "The newest"}
        with Ledger(web_ledger) as ledger:
            ledger.add(newest.model_copy(update={"report": Report(**report)}), weights="none")
            link(ledger)
        back = client.get(links(second, 'rel="prev"')[0], headers=PAGE).text
        first = client.get("/reports", headers=PAGE).text
        # What stood before the second page, and not what has moved there since.
        assert "The newest" in first and "The newest" not in back
        assert links(back, 'rel="prev"')


def test_links_of_facets_leave_what_they_count(client: TestClient) -> None:
    for name in LISTS:
        text = client.get(f"/{name}", headers=PAGE).text
        counted = re.findall(r'<li><a href="(/[^"]*)">.*?</a> <span class="number">([\d,]+)</span></li>', text)
        assert counted, name
        for address, count in counted:
            split = urlsplit(address.replace("&amp;", "&"))
            assert len(items(client, f"{split.path}.json?{split.query}")) == int(count), address


def test_what_is_set_is_shown_and_can_be_taken_away(client: TestClient) -> None:
    actor = items(client, "/actors.json?actor=Fjord+Front")[0]
    text = client.get("/events", params={"country": "norway", "actor": actor["id"]}, headers=PAGE).text
    chips = text[text.index('<ul class="chips"') : text.index('<div class="split">')]
    assert "Norway" in chips and "Fjord Front" in chips
    assert links(chips, "Remove country") == [f"/events?actor={actor['id'].replace('/', '%2F')}"]
    assert links(chips, "Remove all") == ["/events"]
    assert 'name="country" value="norway"' in text


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ({"type": "WAR"}, "type"),
        ({"since": "yesterday", "country": "Narnia"}, "since"),
        ({"since": "yesterday", "country": "Narnia"}, "country"),
        ({"grade": "certain"}, "grade"),
        ({"status": "true"}, "status"),
        ({"order": "random"}, "order"),
        ({"after": "nowhere"}, "after"),
        ({"after": "2020-01-01~\x00"}, "after"),
        ({"search": "x" * 501}, "search"),
        ({"search": "a\x00b"}, "search"),
        ({"contry": "NOR"}, "contry"),
        ({"type": HOSTILE}, "type"),
    ],
)
def test_what_cannot_be_asked_for_is_said_beside_its_field_and_nothing_is_lost(
    client: TestClient, query: dict[str, str], wrong: str
) -> None:
    query = {"outlet": "The Harbour Times", **query}
    answer = client.get("/events", params=query, headers=PAGE)
    assert answer.status_code == 422 and 'role="alert"' in answer.text
    assert 'value="The Harbour Times"' in answer.text and HOSTILE not in answer.text and "<script>" not in answer.text
    field = re.search(rf'name="{wrong}"[^>]*aria-invalid="true" aria-describedby="wrong-{wrong}"', answer.text)
    assert field or wrong in ("after", "contry")
    for ending in ("json", "csv", "geojson"):
        problem = client.get(f"/events.{ending}", params=query)
        assert problem.status_code == 422 and problem.headers["content-type"] == "application/problem+json"
        assert problem.json()["field"]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("/events.json?before=x", "before"), ("/events.json?after=x", "after"),
        ("/disputes.csv?since=1&since=2", "since"), ("/events.geojson?type=ASSAULT&type=PROTEST", "type"),
        ("/search.json?search=a&search=b", "search"), ("/jobs.json?after=x", "after"),
    ],
)  # fmt: skip
def test_data_are_refused_by_the_name_of_what_is_wrong(client: TestClient, asked: str, field: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.json()["field"]) == (422, field)
    assert "before: " in client.get("/events?before=x", headers=PAGE).text.replace("<bdi>", "").replace("</bdi>", "")


@pytest.mark.parametrize("limit", ["0", "-1", "501", "x", "1e3", "²"])
def test_a_page_has_as_many_as_it_may(client: TestClient, limit: str) -> None:
    assert client.get("/events.json", params={"limit": limit}).status_code == 422


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_a_file_as_well(client: TestClient, name: str) -> None:
    found = client.get(f"/{name}.json?limit=1").json()
    assert len(found["items"]) == 1
    ids = [found["items"][0]["id"]]
    while found["next"]:
        found = client.get(f"/{name}.json", params={"limit": "1", "after": found["next"]}).json()
        ids += [one["id"] for one in found["items"]]
    table = client.get(f"/{name}.csv")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    rows = list(csv.DictReader(io.StringIO(table.text.removeprefix("\ufeff"))))
    assert list(dict.fromkeys(row["id"] for row in rows)) == ids
    if name == "events":
        places = client.get("/events.geojson?country=NOR")
        assert places.headers["content-type"] == "application/geo+json"
        assert {one["properties"]["country"] for one in json.loads(places.text)["features"]} == {"NOR"}
        assert all(one["properties"]["status"] and one["properties"]["grade"] for one in places.json()["features"])
    elif name == "disputes":
        assert "/disputes.geojson" in client.get("/disputes", headers=PAGE).text
        places = client.get("/disputes.geojson")
        about = {one["id"]: one["event"] for one in items(client, "/disputes.json") if one["event"]}
        where = {one["id"]: one for one in items(client, "/events.json")}
        placed = {id: where[event] for id, event in about.items() if where[event]["place"]}
        found = {one["id"]: one for one in places.json()["features"]}
        assert found.keys() == placed.keys() and found
        for id, event in placed.items():
            assert found[id]["geometry"] == {"type": "Point", "coordinates": [event["lon"], event["lat"]]}
            assert found[id]["properties"]["place"] == event["place"] and found[id]["properties"]["sides"]
    else:
        assert client.get(f"/{name}.geojson").status_code == 404


def test_data_are_called_what_they_are_of_the_whole(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    files = client.get("/events", headers=PAGE).text
    assert links(files, ">JSON<") == ["/events.json"]
    monkeypatch.setattr(listing, "SHOWN", 2)
    first = client.get("/events", headers=PAGE).text
    second = client.get(links(first, 'rel="next"')[0], headers=PAGE).text
    shown = [items(client, links(page, ">JSON, these 2<")[0]) for page in (first, second)]
    assert [one["id"] for page in shown for one in page] == [one["id"] for one in items(client, "/events.json?limit=4")]
    assert links(first, ">CSV<") == links(second, ">CSV<") == ["/events.csv"]


def test_a_report_is_called_a_copy_where_it_is_one(client: TestClient) -> None:
    text = client.get("/reports", headers=PAGE).text
    lines = {
        line[1]: line[0] for line in re.findall(r'(?s)(<li class="event">.*?href="/reports/(\w+)".*?</li>)', text)
    }  # fmt: skip
    told = {name: lines[story.account().report.id] for name, story in STORIES.items()}
    assert "· has a copy<" in told["market"] and "· a copy<" in told["copy"]
    assert "copy" not in told["toll"].partition('class="quiet"')[2] + told["strike"].partition('class="quiet"')[2]
    assert [one["copies"] for one in items(client, "/reports.json?search=dockers")] == [0]


def test_a_grade_and_a_footing_that_are_one_word_stand_once(tmp_path: Path) -> None:
    account = STORIES["market"].account()
    denied = account.events[1].model_copy(update={"status": "denied", "statements": ["s4"]})
    alone = {"events": [denied], "statements": account.statements[3:], "disputes": []}
    with client_of(filled(tmp_path / "denied.db", [account.model_copy(update=alone)])) as client:
        (event,) = items(client, "/events.json")
        assert (event["grade"], event["status"]) == ("denied", "denied")
        text = client.get("/events", headers=PAGE).text
    line = text[text.index('<li class="event">') :]
    assert line.count(">denied</span>") == 1


def test_hits_are_marked(client: TestClient) -> None:
    marked = {
        "/reports?search=shells": "<mark>Shells</mark> struck the market",
        "/statements?about=market": "the army of shelling the <mark>market</mark>",
        "/events?about=struck": "Shells <mark>struck</mark> the market",
        "/actors?about=vogt": "Lena <mark>Vogt</mark>",
        "/disputes?about=dockers": "how many <mark>dockers</mark> were hurt",
    }
    for address, passage in marked.items():
        assert passage in client.get(address, headers=PAGE).text, address


def test_the_search_finds_all_kinds_and_leads_to_the_whole_lists(client: TestClient) -> None:
    text = client.get("/search?search=market", headers=PAGE).text
    assert all(f'<h2 id="{name}">' in text for name in LISTS)
    assert "<mark>market</mark>" in text
    counted = re.findall(r'<a class="more" href="([^"]*)">all ([0-9]+)</a>', text)
    assert "/statements?about=market" in dict(counted)
    for address, count in counted:
        split = urlsplit(address)
        assert len(items(client, f"{split.path}.json?{split.query}")) == int(count)
    assert "None." in client.get("/search?search=zebra", headers=PAGE).text
    assert client.get("/search", headers=PAGE).status_code == 200
    assert client.get("/search", params={"search": "a\x00"}, headers=PAGE).status_code == 422
    for words in (HOSTILE, '"', "NOT (", "* ^", "%_\\"):
        answer = client.get("/search", params={"search": words}, headers=PAGE)
        assert answer.status_code == 200 and "<script>alert" not in answer.text and "<img" not in answer.text


def test_the_search_is_data_as_well(client: TestClient) -> None:
    found = client.get("/search.json?search=market").json()
    assert found["search"] == "market" and list(found["found"]) == list(LISTS)
    text = client.get("/search?search=market", headers=PAGE).text
    for name, section in found["found"].items():
        assert f'{name.capitalize()} <span class="number">{section["count"]}</span>' in text
        assert not section["more"] and len(section["items"]) == min(section["count"], 5)
    assert client.get("/search.json").json() == {"search": None, "found": {}}
    for wrong in ("search=a%00", "serach=market"):
        answer = client.get(f"/search.json?{wrong}")
        assert answer.status_code == 422 and answer.json()["field"] == wrong.partition("=")[0]


def test_text_of_reports_is_no_markup(tmp_path: Path) -> None:
    account = STORIES["strike"].account()
    report = dict(account.report) | {"title": HOSTILE, "outlet": HOSTILE, "url": "javascript:alert(1)", "id": ""}
    for actor in account.actors:
        actor.name = HOSTILE + actor.name
    for dispute in account.disputes:
        dispute.issue = HOSTILE
    hostile = account.model_copy(update={"report": Report(**report)})
    with client_of(filled(tmp_path / "hostile.db", [hostile])) as client:
        for name in LISTS:
            for address in (f"/{name}", f"/{name}?about=script", f"/{name}?outlet={HOSTILE}", "/search?search=script"):
                text = client.get(address, headers=PAGE).text
                text = re.sub(r"<input [^>]*>", "", text)  # which has what was asked for as it was
                assert "<script>alert" not in text and "<img" not in text and "\u202e" not in text, address
        assert "=" not in {cell[:1] for row in csv.reader(io.StringIO(client.get("/events.csv").text)) for cell in row}


def test_an_empty_ledger_has_empty_lists(tmp_path: Path) -> None:
    Ledger(tmp_path / "empty.db").close()
    with client_of(tmp_path / "empty.db") as client:
        for name in LISTS:
            assert "There are none in this ledger yet" in client.get(f"/{name}", headers=PAGE).text
            assert client.get(f"/{name}.json").json() == {"items": [], "next": None}
        assert client.get("/search?search=x", headers=PAGE).status_code == 200


def test_every_link_of_a_list_has_its_words_in_order(client: TestClient) -> None:
    text = client.get("/events?search=market&country=NOR", headers=PAGE, follow_redirects=True).text
    for address in re.findall(r'href="(/events\?[^"]*)"', text):
        names = [name for name, _ in parse_qsl(urlsplit(address.replace("&amp;", "&")).query)]
        assert names == [name for name in (*listing.FILTERS, "order", "after", "before") if name in names]
