"""Correcting in a browser and by programs: in place, with what others said meanwhile, from a queue; nothing is lost."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import count, cycle
from threading import Event, Thread
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from example_account import roadblock
from served import served
from sqlalchemy import select
from starlette.testclient import TestClient
from web_ledger import STORIES

from sayso import Ledger
from sayso.ledger import schema
from sayso.ledger.corrections import parts
from sayso.linking.linker import link
from sayso.views import exports

API = "/api/v1/corrections"
KILLS = 3


@pytest.fixture
def browser(client: TestClient) -> TestClient:
    client.headers["accept"] = "text/html"
    return client


def report(story: str) -> str:
    return STORIES[story].account().report.id


class Form(HTMLParser):
    """What a browser would send that changes nothing in the form which sends to that address."""

    def __init__(self, page: str, action: str) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self._action, self._inside, self._select = action, False, ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "form":
            # Of several that send there, the last has what can be filled in.
            self._inside = given.get("action") == self._action
            self.sent = {} if self._inside else self.sent
        elif self._inside and tag == "input" and given.get("type") != "checkbox":
            self.sent.setdefault(given.get("name") or "", []).append(given.get("value") or "")
        elif self._inside and tag == "select":
            self._select = given.get("name") or ""
        elif self._inside and tag == "option" and self._select and "selected" in given:
            self.sent[self._select] = [given.get("value") or ""]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "select":
            self._select = ""


def form(browser: TestClient, part: str) -> dict[str, list[str]]:
    """The form that mends a part, as it comes."""
    page = browser.get(f"/correct/{part}")
    assert page.status_code == 200
    return Form(page.text, f"/correct/{part}").sent


def sent(browser: TestClient, path: str, fields: Mapping[str, Any]) -> str:
    """Where a form leads that is sent there."""
    answer = browser.post(path, data=dict(fields), follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def there(ledger: Ledger, ref: str) -> Any:
    """A part as it is corrected; None where somebody said that it is none."""
    account = ledger.account(ref.partition("/")[0])
    return next((one for one in parts(account) if one.id == ref.partition("/")[2]), None)


# --- in place ---


@pytest.mark.parametrize(
    ("story", "part", "field", "filled", "expected"),
    [
        ("market", "s4", "speaker", "Fjord Front", "a2"),
        ("market", "s4", "speaker", "Lena Vogt", "a1"),
        ("market", "s4", "speaker", "", None),
        ("market", "s4", "force", "assert", "assert"),
        ("market", "s3", "quotation", "mixed", "mixed"),
        ("market", "s4", "cue", "", None),
        ("market", "e1", "type", "COERCE", "COERCE"),
        ("market", "e1", "status", "fact", "fact"),
        ("market", "e1", "actors", ["Norwegian army", ""], ["a3"]),
        ("market", "e1", "recipients", [""], []),
        ("market", "e1", "place", "", None),
        ("market", "e1", "quantities", ["12-14 people: 12 people"], 14.0),
        ("market", "e1", "time", "2020-03-01: on Monday", "2020-03-01"),
        ("market", "e1", "trigger", "killed", "killed"),
        ("market", "s4", "content", ["it had shelled the market", "in Tromso"], "it had shelled the market"),
    ],
)
def test_each_field_is_mended_by_itself(
    browser: TestClient, kept: Ledger, story: str, part: str, field: str, filled: Any, expected: Any
) -> None:
    account = kept.account(report(story))
    if field in ("speaker", "actors"):
        names = {"a1": "Lena Vogt", "a2": "Fjord Front", "a3": "Norwegian army"}
        ids = {names[key]: next(one.id for one in account.actors if one.name == names[key]) for key in names}
        expected = (
            [ids[names[one]] for one in expected] if isinstance(expected, list) else ids.get(names.get(expected, ""))
        )
    ref = f"{report(story)}/{part}"
    before = there(kept, ref)
    to = sent(browser, f"/correct/{ref}", {**form(browser, ref), field: filled, "verdict": "mend", "why": "I read it"})
    assert to == f"/correct/{ref}#corrections"
    (made,) = kept.corrections()
    assert (made.field, made.why, made.state, made.part) == (field, "I read it", "in force", ref)
    now = there(kept, ref)
    shown = getattr(now, field)
    if field in ("trigger", "content"):
        shown = account.words(shown if field == "trigger" else shown[0])
    elif field == "quantities":
        shown = shown[0].max
    elif field == "time":
        shown = shown.start
    assert shown == expected
    changed = {name for name in type(now).model_fields if getattr(now, name) != getattr(before, name)}
    assert field in changed and changed <= {field, "speaker_span", "mode"}  # which go with a speaker, with a type
    assert "I read it" in browser.get(f"/correct/{ref}").text


@pytest.mark.parametrize("part", ["s1", "e1"])
def test_a_part_is_right_or_none_and_that_is_taken_back(browser: TestClient, kept: Ledger, part: str) -> None:
    ref = f"{report('market')}/{part}"
    sent(browser, f"/correct/{ref}", {"verdict": "right", "seen": ""})
    assert there(kept, ref) is not None and kept.part(ref).checked == ["right"]
    to = sent(browser, f"/correct/{ref}", {"verdict": "wrong", "next": f"/reports/{report('market')}#{part}"})
    assert to == f"/reports/{report('market')}#{part}"
    assert there(kept, ref) is None
    page = browser.get(f"/correct/{ref}").text
    assert "Somebody said that it is none" in page and "being brought up to date" in page
    last = kept.latest_corrections()[0].id
    assert sent(browser, f"/corrections/{last}/undo", {"next": f"/correct/{ref}"}) == f"/correct/{ref}"
    assert there(kept, ref) is not None


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "nothing is changed in it"),
        ({"type": "BIRTHDAY"}, "&#39;BIRTHDAY&#39; is none of AGREE"),
        ({"mode": "hunger"}, "&#39;hunger&#39; is no mode of ASSAULT"),
        ({"actors": "<b onclick=x>"}, "nobody in the report is &#39;&lt;b onclick=x&gt;&#39;"),
        ({"place": "Xyzzyx"}, "no place is known as"),
        ({"time": "Monday"}, "&#39;Monday&#39; is no day such as 2015-10-03"),
        ({"time": "2020-03-01/yesterday"}, "is no day such as 2015-10-03"),
        ({"quantities": "14-12 people: 12 people"}, "ends below where it begins"),
        ({"quantities": "many"}, "is no figure such as"),
        ({"trigger": "whispered\u202e"}, "the report does not have the words"),
        ({"verdict": ["x"]}, "nothing is changed in it"),
    ],
)
def test_what_cannot_be_so_is_said_where_it_was_filled_in(
    browser: TestClient, kept: Ledger, changed: dict[str, Any], words: str
) -> None:
    ref = f"{report('market')}/e1"
    fields = {**form(browser, ref), "verdict": "mend", "why": "so <there>", **changed}
    answer = browser.post(f"/correct/{ref}", data=fields)
    assert answer.status_code == 422
    assert words in answer.text and "so &lt;there&gt;" in answer.text and "<b onclick" not in answer.text
    assert ('aria-invalid="true"' in answer.text) == (set(changed) not in ({*()}, {"verdict"}))
    assert kept.corrections() == []


@pytest.mark.parametrize(
    "next", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:x", "/\n/x", ""]
)
def test_a_form_leads_to_our_own_pages_alone(browser: TestClient, next: str) -> None:
    ref = f"{report('market')}/e1"
    assert sent(browser, f"/correct/{ref}", {"verdict": "right", "next": next}).startswith(f"/correct/{ref}")


@pytest.mark.parametrize("path", ["/correct/none/e1", "/correct/REPORT/e99", "/correct/link?one=REPORT/e1&other=x/e1"])
def test_what_is_not_there_cannot_be_corrected(browser: TestClient, path: str) -> None:
    assert browser.get(path.replace("REPORT", report("market"))).status_code == 404


def test_a_report_offers_to_correct_each_part(browser: TestClient, kept: Ledger) -> None:
    page = browser.get(f"/reports/{report('market')}").text
    for one in parts(kept.account(report("market"))):
        assert f'action="/correct/{report("market")}/{one.id}"' in page


# --- meanwhile ---


def test_what_somebody_else_said_meanwhile_is_shown_and_only_then_overruled(browser: TestClient, kept: Ledger) -> None:
    ref = f"{report('market')}/e1"
    fields = {**form(browser, ref), "verdict": "mend", "status": "denied", "recipients": ["Fjord Front"]}
    kept.correct(ref, {"status": "possible", "mode": "explosives"}, who="bob", why="<i>no</i>")
    answer = browser.post(f"/correct/{ref}", data=fields)
    assert answer.status_code == 409
    assert re.search(r"<bdi>bob</bdi>.*possible.*&lt;i&gt;no&lt;/i&gt;", answer.text) and 'role="alert"' in answer.text
    assert there(kept, ref).status == "possible"
    again = Form(answer.text, f"/correct/{ref}").sent
    assert again["status"] == ["denied"] and again["mode"] == ["explosives"], "mine, and theirs where I said nothing"
    sent(browser, f"/correct/{ref}", {**again, "verdict": "mend"})
    now = there(kept, ref)
    assert (now.status, now.mode, len(now.recipients)) == ("denied", "explosives", 1)


def test_two_mend_different_things(browser: TestClient, kept: Ledger) -> None:
    ref = f"{report('market')}/e1"
    fields = {**form(browser, ref), "verdict": "mend", "status": "denied"}
    kept.correct(ref, {"mode": "explosives"}, who="bob")
    sent(browser, f"/correct/{ref}", fields)
    assert (there(kept, ref).status, there(kept, ref).mode) == ("denied", "explosives")


def test_two_take_back_the_same(browser: TestClient, kept: Ledger) -> None:
    (made,) = kept.correct(f"{report('market')}/e1", {"right": True}, who="bob")
    kept.undo(made.id, who="bob")
    answer = browser.post(f"/corrections/{made.id}/undo")
    assert answer.status_code == 409 and "taken back already" in answer.text


# --- links ---


def test_two_tellings_are_held_apart_and_joined_again(browser: TestClient, kept: Ledger) -> None:
    one, other = kept.doubts("link")[0].parts
    page = browser.get("/correct/link", params={"one": one, "other": other}).text
    assert "taken for one event now" in page
    fields = {name: values[0] for name, values in Form(page, "/correct/link").sent.items()}
    to = sent(browser, "/correct/link", {**fields, "verdict": "split", "why": "other days"})
    assert "other days" in browser.get(to).text and "being brought up to date" in browser.get(to).text
    link(kept)
    assert "taken for two events now" in browser.get(to).text
    kept.correct_link(one, other, same=False, who="bob")
    answer = browser.post("/correct/link", data={**fields, "verdict": "joined"})
    assert answer.status_code == 409 and "bob" in answer.text
    again = {name: values[0] for name, values in Form(answer.text, "/correct/link").sent.items()}
    sent(browser, "/correct/link", {**again, "verdict": "joined"})
    link(kept)
    assert kept.pair(one, other).same
    assert browser.post("/correct/link", data={**fields, "verdict": "perhaps"}).status_code == 422


def test_what_a_telling_may_be_joined_with_is_offered_with_where_it_stands(browser: TestClient, kept: Ledger) -> None:
    one, other = kept.doubts("link")[0].parts
    page = browser.get(f"/correct/{one}").text
    joined = page[page.index('id="links"') : page.index('id="near"')]
    outlet = kept.report(other.partition("/")[0]).report.outlet
    assert outlet and html.escape(outlet) in joined and "other=" + quote(other, safe="") in joined
    # The market and the strike are of one type, and a week apart.
    toll = next(f"{report('toll')}/{one.id}" for one in kept.account(report("toll")).events)
    offered = browser.get(f"/correct/{report('strike')}/e1").text
    offered = offered[offered.index('id="near"') :]
    assert "Shells struck the market" in offered
    assert "A telling" not in offered and f"one={quote(report('strike') + '/e1', safe='')}" in offered
    near = kept.part(toll).near
    assert {row.type for row in near} == {"ASSAULT"} and toll not in {row.id for row in near}
    assert client_ids(browser, f"/api/v1/parts/{toll}") == [row.id for row in near]


def client_ids(client: TestClient, address: str) -> list[str]:
    return [one["id"] for one in client.get(address).json()["near"]]


def test_a_correction_of_a_link_leads_to_its_pair(browser: TestClient, kept: Ledger) -> None:
    one, other = kept.doubts("link")[0].parts
    made = kept.correct_link(other, one, same=False, who="ann")
    assert made.part == kept.correction(made.id).part == f"{one}~{other}"
    pair = f"/correct/link?one={quote(one, safe='')}&amp;other={quote(other, safe='')}"
    assert pair in browser.get("/corrections").text
    assert browser.get(pair.replace("&amp;", "&")).status_code == 200
    kept.correct(one, {"wrong": True}, who="ann")
    assert kept.correction(made.id).state == "adrift" and pair not in browser.get("/corrections").text


# --- all of them ---


def test_corrections_are_listed_by_whom_and_in_pages(browser: TestClient, kept: Ledger) -> None:
    for number, who in enumerate(("ann", "bob", "ann")):
        kept.correct(f"{report('market')}/s{number + 1}", {"right": True}, who=who, why=f"reason {number}")
    page = browser.get("/corrections", params={"limit": 2})
    assert "reason 2" in page.text and "reason 1" in page.text and "reason 0" not in page.text
    older = re.search(r'href="(/corrections\?[^"]*after=[^"]*)"', page.text)
    assert older and "reason 0" in browser.get(older[1].replace("&amp;", "&")).text
    assert [one["who"] for one in browser.get("/corrections.json?who=ann").json()["items"]] == ["ann", "ann"]
    assert "reason 1" in browser.get("/corrections?who=bob").text
    kept.correct(f"{report('market')}/e1", {"quantities": ["1,200.5-1,400 people: 12 people"]}, who="ann")
    text = browser.get("/corrections").text
    assert "12 <bdi>people</bdi>" in text and "1,200.5–1,400 <bdi>people</bdi>" in text
    assert "carl</bdi> has corrected nothing" in browser.get("/corrections?who=carl").text


def test_corrections_are_given_as_annotated_data(browser: TestClient, kept: Ledger) -> None:
    kept.correct(f"{report('market')}/s1", {"speaker": ""}, who="ann")
    kept.correct(f"{report('strike')}/e1", {"wrong": True}, who="ann")
    answer = browser.get("/corrections.jsonl")
    assert answer.headers["content-type"] == "application/jsonl"
    assert answer.text.splitlines() == [exports.json_line(one) for one in kept.annotations()]
    assert {json.loads(line)["account"]["report"]["id"] for line in answer.text.splitlines()} == {
        report("market"), report("strike"),
    }  # fmt: skip


# --- the queue ---


def test_the_queue_comes_to_its_end_and_nothing_comes_twice(browser: TestClient, kept: Ledger) -> None:
    address, decided = "/queue", []
    while True:
        doubt = browser.get(address.replace("/queue", "/queue.json")).json()["doubt"]
        page = browser.get(address).text
        if doubt is None and address == "/queue":
            break
        if doubt is None:  # what waited for links comes when there are some
            link(kept)
            address = "/queue"
            continue
        path, verdict = ("link", "joined") if doubt["kind"] == "link" else (doubt["id"], "right")
        address = sent(browser, f"/correct/{path}", {**Form(page, f"/correct/{path}").sent, "verdict": verdict})
        assert ("all of it is right" if verdict == "right" else "are one event") in browser.get(address).text
        decided.append(doubt["id"])
    assert "nothing to be checked" in page
    assert len(decided) > 5 and len(set(decided)) == len(decided)


def test_what_others_decide_meanwhile_is_in_the_queue_no_more(browser: TestClient, kept: Ledger) -> None:
    first, second, *_ = kept.doubts("event")
    for _ in range(2):
        assert browser.get("/queue.json?kind=event").json()["doubt"]["id"] == first.id
    kept.correct(first.id, {"right": True}, who="Ana")
    assert browser.get("/queue.json?kind=event").json()["doubt"]["id"] == second.id


def test_what_is_passed_over_comes_again_at_the_end(browser: TestClient, kept: Ledger) -> None:
    address, seen = "/queue?kind=event", []
    while (page := browser.get(address.replace("/queue", "/queue.json")).json())["doubt"]:
        seen.append(page["doubt"]["id"])
        onward = re.search(r'data-key="n" href="([^"]*)"', browser.get(address).text)
        assert onward
        address = onward[1].replace("&amp;", "&")
    assert seen == [one.id for one in kept.doubts("event")]
    assert "Begin again" in browser.get(address).text


def test_the_last_decision_is_taken_back(browser: TestClient, kept: Ledger) -> None:
    first = kept.doubts("event")[0].id
    fields = Form(browser.get("/queue?kind=event").text, f"/correct/{first}").sent
    address = sent(browser, f"/correct/{first}", {**fields, "verdict": "right"})
    page = browser.get(address).text
    undo = re.search(r'action="(/corrections/\w+/undo)"', page)
    next = re.search(r'name="next" value="([^"]*)"', page)
    assert undo and next
    back = sent(browser, undo[1], {"next": next[1].replace("&amp;", "&")})
    assert browser.get(back.replace("/queue", "/queue.json")).json()["doubt"]["id"] == first


@pytest.mark.parametrize(("kind", "verdict"), [("link", "split"), ("event", "wrong")])
def test_what_is_taken_back_is_shown_again_and_the_queue_goes_on_behind_it(
    browser: TestClient, kept: Ledger, kind: str, verdict: str
) -> None:
    """Also while it is in no queue, because it is to be linked again."""
    _, second, *_ = doubts = kept.doubts(kind)
    address = f"/queue?kind={kind}&after={quote(doubts[0].cursor)}"
    path = "link" if kind == "link" else second.id
    fields = Form(browser.get(address).text, f"/correct/{path}").sent
    page = browser.get(sent(browser, f"/correct/{path}", {**fields, "verdict": verdict})).text
    undo = re.search(r'action="(/corrections/\w+/undo)"', page)
    next = re.search(r'name="next" value="([^"]*)"', page)
    assert undo and next
    back = sent(browser, undo[1], {"next": next[1].replace("&amp;", "&")})
    shown = browser.get(back.replace("/queue", "/queue.json")).json()
    told = shown["pair"] or shown["part"]
    ids = [told["story"][one]["id"] for one in ("one", "other")] if kind == "link" else [told["story"]["id"]]
    assert ids == second.parts
    page = browser.get(back).text
    assert f'action="/correct/{path}"' in page
    onward = re.search(r'data-key="n" href="([^"]*)"', page)
    assert onward
    after = browser.get(onward[1].replace("&amp;", "&").replace("/queue", "/queue.json")).json()["doubt"]
    assert after is None or after["id"] not in {one.id for one in doubts[:2]}


# --- programs ---


def test_programs_correct_and_take_back(client: TestClient, kept: Ledger) -> None:
    ref = f"{report('market')}/e1"
    one, other = kept.doubts("link")[0].parts
    made = client.post(API, json={"part": ref, "changes": {"status": "fact", "mode": ""}, "why": "so"})
    assert made.status_code == 201 and [one["field"] for one in made.json()] == ["status", "mode"]
    assert client.get(made.headers["location"]).json() == made.json()[0]
    assert (there(kept, ref).status, there(kept, ref).mode) == ("fact", None)
    undone = client.post(f"{made.headers['location']}/undo", json={"why": "no"})
    assert undone.status_code == 201 and undone.json()["undoes"] == made.json()[0]["id"]
    assert client.get(undone.headers["location"]).json()["field"] == "status"
    assert client.post(f"{made.headers['location']}/undo").status_code == 409
    said = client.post(API, json={"one": one, "other": other, "same": False})
    assert said.status_code == 201 and said.json()[0]["field"] == "split"
    listed = client.get(API, params={"limit": 2})
    rest = client.get(listed.links["next"]["url"]).json()
    assert [one["id"] for one in listed.json()["items"] + rest["items"]] == [
        one.id for one in kept.corrections()[::-1]
    ]  # fmt: skip
    assert {"corrected", "took back"} <= set(deeds(kept))


def deeds(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return list(connection.scalars(select(schema.Deed.what)))


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"part": "REPORT/e99", "changes": {"right": True}}, 404, None),
        ({"part": "\0/e1", "changes": {"right": True}}, 404, None),
        ({"part": "REPORT/e1", "changes": {"status": "sure"}}, 422, "status"),
        ({"part": "REPORT/e1", "changes": {"colour": "red"}}, 422, "colour"),
        ({"part": "REPORT/e1", "changes": {"actors": [7]}}, 422, "actors"),
        ({"part": "REPORT/e1", "changes": {"quantities": ["10-5 people: 12 people"]}}, 422, "quantities"),
        (
            {"part": "REPORT/e1", "changes": {"quantities": [{"value": 10, "max": 5, "unit": "x", "span": [0, 5]}]}},
            422,
            "quantities",
        ),
        ({"part": "REPORT/e1", "changes": {"status": "possible"}}, 422, "status"),  # as bob has it
        ({"part": "REPORT/s4", "changes": {"force": "deny"}}, 422, "force"),
        ({"part": "REPORT/s4", "changes": {"speaker": "the army", "force": "deny"}}, 422, "speaker"),
        ({"part": "REPORT/e1", "changes": {"status": "fact"}, "seen": ""}, 409, "status"),
        ({"part": "REPORT/e1", "changes": {"right": True}, "seen": "none"}, 422, "seen"),
        ({"one": "REPORT/e1", "other": "REPORT/e1", "same": True}, 422, "link"),
        ({"one": "REPORT/e1", "other": "REPORT/s1", "same": True}, 422, "link"),
    ],
)
def test_programs_are_told_what_is_wrong(
    client: TestClient, kept: Ledger, body: dict[str, Any], status: int, field: str | None
) -> None:
    kept.correct(f"{report('market')}/e1", {"status": "possible"}, who="bob")
    written = json.dumps(body).replace("REPORT", report("market"))
    answer = client.post(API, content=written, headers={"content-type": "application/json"})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json" and answer.json()["field"] == field
    assert [one.who for one in kept.corrections()] == ["bob"]


def test_what_is_so_already_is_left_out(client: TestClient, kept: Ledger) -> None:
    said = {"part": f"{report('market')}/s4", "changes": {"speaker": "Lena Vogt", "force": "deny"}}
    made = client.post(API, json=said)
    assert [one["field"] for one in made.json()] == ["speaker"]
    place = {"part": f"{report('market')}/e1", "changes": {"place": "Narvik: Tromso"}}
    assert [client.post(API, json=place).status_code for _ in range(2)] == [201, 422]


def test_programs_ask_for_what_to_look_at(client: TestClient, kept: Ledger) -> None:
    first = client.get("/api/v1/queue", params={"limit": 3})
    rest = client.get(first.links["next"]["url"].replace("limit=3", "limit=500")).json()
    found = [one["id"] for one in first.json()["items"] + rest["items"]]
    assert found[:6] == [one.id for one in kept.doubts()][:6]
    part = client.get("/api/v1/parts/" + kept.doubts("event")[0].id).json()
    assert part["there"] and part["last"] == ""
    one, other = kept.doubts("link")[0].parts
    assert client.get("/api/v1/pairs", params={"one": one, "other": other}).json()["same"]


# --- killed ---


def test_no_correction_is_lost_or_half_there_when_the_server_is_killed(ledger_url: str) -> None:
    with Ledger(ledger_url) as ledger:
        id = ledger.add(roadblock(), weights="none").report
    told = [f"{id}/{one.id}" for one in roadblock().events]
    numbers = count(1)  # none comes twice: what is so already is no correction
    answered: list[str] = []
    for _ in range(KILLS):
        with served(ledger_url) as server:
            before, enough = len(answered), Event()

            def correct(address: str, enough: Event, more: int) -> None:
                """Correct until nobody answers any more."""
                with httpx.Client(base_url=address, timeout=60) as asking:
                    for ref, number in zip(cycle(told), numbers, strict=False):
                        until = date(2024, 5, 14) + timedelta(number)
                        said = {"time": f"2024-05-14/{until}: on Tuesday night", "quantities": [f"{number} hurt: nine"]}
                        try:
                            made = asking.post(API, json={"part": ref, "changes": said})
                        except httpx.TransportError:
                            return
                        answered.extend(one["id"] for one in made.json())
                        if len(answered) > more:
                            enough.set()

            busy = Thread(target=correct, args=(server.address, enough, before + 10))
            busy.start()
            assert enough.wait(60)
            server.kill()
            busy.join(60)
        with Ledger(ledger_url) as ledger:
            made = ledger.corrections(id)
            assert set(answered) <= {one.id for one in made}, "what was answered is lost"
            assert len(made) % 2 == 0, "both fields or none"
            shown = {event.id: event.time and event.time.end for event in ledger.account(id).events}
            with ledger.reading() as connection:
                rows = connection.execute(select(schema.Telling.id, schema.Telling.end)).all()
            assert {row.id: row.end for row in rows} == shown
