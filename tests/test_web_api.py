"""The API: what it says of itself is so, whatever it is asked; lists go on where they ended; what did not change is not
sent again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient
from web_ledger import STORIES, client_of, filled

from sayso import Ledger, Report

LISTS = ("reports", "statements", "events", "actors", "disputes")
V1 = "/api/v1"


@pytest.fixture(scope="module")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("api") / "web.db")


@pytest.fixture(scope="module")
def api(ledger_file: Path) -> Iterator[TestClient]:
    with client_of(ledger_file) as asking:
        yield asking


@pytest.fixture(scope="module")
def described(ledger_file: Path) -> Iterator[Any]:
    with client_of(ledger_file, hosts=("testserver",)) as asking:  # as schemathesis calls it
        yield schemathesis.openapi.from_asgi(f"{V1}/openapi.json", asking.app)


@pytest.mark.parametrize("mode", schemathesis.GenerationMode)
def test_every_call_keeps_to_its_description(described: Any, mode: schemathesis.GenerationMode) -> None:
    """No server error, no answer that is not described, nothing invalid that is taken. What is a day, a country or a
    place in a list, no schema tells: that such things are refused is no fault."""
    calls = [result.ok() for result in described.get_all_operations()]
    assert len(calls) > 10
    for call in calls:
        if mode.is_negative and not any((call.path_parameters, call.query, call.body)):
            continue  # there is nothing to be wrong

        @settings(
            max_examples=15, deadline=None, phases=[Phase.generate], derandomize=True, database=None,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(call.as_strategy(generation_mode=mode))
        def checked(case: schemathesis.Case) -> None:
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        checked()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_read_in_pages_is_the_list(api: TestClient, ledger_file: Path, name: str) -> None:
    with Ledger(ledger_file) as ledger:
        wanted = [one.model_dump(mode="json") for one in getattr(ledger, name)()]
    found: list[Any] = []
    address: str | None = f"{V1}/{name}?limit=2"
    while address:
        answer = api.get(address)
        page = answer.json()
        assert len(page["items"]) == 2 or page["next"] is None
        assert ("next" in answer.links) == (page["next"] is not None)
        found += page["items"]
        address = answer.links["next"]["url"] if page["next"] else None
    assert found == wanted
    assert len(found) > 2 or name == "disputes"


def test_a_page_goes_on_behind_what_was_seen_while_reports_are_added(tmp_path: Path) -> None:
    market, *others = (story.account() for story in STORIES.values())
    with client_of(filled(tmp_path / "web.db", [market])) as api:
        before = api.get(f"{V1}/reports").json()["items"]
        cursor = f"{before[0]['published']}~{before[0]['id']}"
        filled(tmp_path / "web.db", others)
        after = api.get(f"{V1}/reports", params={"after": cursor}).json()["items"]
    assert len(after) == len([one for one in others if one.report.published >= before[0]["published"]])
    assert before[0]["id"] not in {one["id"] for one in after}


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("events?tpye=ASSAULT", "tpye"),  # a misspelt filter must not give everything
        ("events?type=ASSAULT&type=PROTEST", "type"),  # nor one of two be left out
        ("jobs?tpye=text", "tpye"),
        ("jobs?after=nowhere", "after"),
        ("stats?since=2020", "since"),
        ("actors/x?limits=5", "limits"),
        ("pairs?one=a&one=b&other=c", "one"),
        ("events?type=ATTACK", "type"),
        ("events?since=yesterday", "since"),
        ("events?country=Atlantis", "country"),
        ("events?grade=true", "grade"),
        ("events?limit=0", "limit"),
        ("events?limit=501", "limit"),
        ("events?after=nowhere", "after"),
        ("search", "search"),
        ("search?search=%20", "search"),
        ("statements?search=%00", "search"),
    ],
)
def test_what_cannot_be_asked_is_told_with_its_field(api: TestClient, asked: str, field: str) -> None:
    answer = api.get(f"{V1}/{asked}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    problem = answer.json()
    assert (problem["status"], problem["title"]) == (422, "Unprocessable Entity")
    assert problem["field"] == field
    assert problem["detail"].startswith(f"{field}: ")


@pytest.mark.parametrize(
    ("kind", "body", "status", "field", "words"),
    [
        ("application/json", "{", 422, None, "is no JSON, from character 1 on"),
        ("application/json", "[]", 422, None, "is no object of JSON"),
        ("application/json", '{"changes": {"right": true}}', 422, "part", "it is needed"),
        ("application/json", '{"one": "a/e1", "same": true}', 422, "other", "it is needed"),
        ("application/json", '{"one": "a/e1", "other": "b/e1", "same": true, "more": 1}', 422, "more", "of that name"),
        ("text/plain", '{"part": "a/e1"}', 415, None, "Content-Type: application/json"),
        ("", '{"part": "a/e1"}', 415, None, "Content-Type: application/json"),
    ],
)
def test_what_is_wrong_with_what_is_sent_is_told_in_its_own_words(
    api: TestClient, kind: str, body: str, status: int, field: str | None, words: str
) -> None:
    answer = api.post(f"{V1}/corrections", content=body.encode(), headers={"content-type": kind} if kind else {})
    assert (answer.status_code, answer.json()["field"]) == (status, field)
    assert words in answer.json()["detail"] and "Said" not in answer.text


@pytest.mark.parametrize(
    ("path", "allowed"), [("reports", "GET, HEAD, POST"), ("jobs/x", "GET, HEAD, DELETE"), ("files", "POST")]
)
def test_what_may_be_done_at_an_address_is_told_whole(api: TestClient, path: str, allowed: str) -> None:
    answer = api.put(f"{V1}/{path}")
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


@pytest.mark.parametrize("path", ["reports/x", "statements/x/s1", "events/x", "actors/x", "disputes/x"])
def test_what_is_not_there_is_a_problem(api: TestClient, path: str) -> None:
    answer = api.get(f"{V1}/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert path.partition("/")[2] in answer.json()["detail"]


@pytest.mark.parametrize("name", LISTS)
def test_the_whole_of_each_is_at_its_id(api: TestClient, name: str) -> None:
    for one in api.get(f"{V1}/{name}").json()["items"]:
        whole = api.get(f"{V1}/{name}/{one['id']}")
        assert whole.status_code == 200
        told = whole.json()
        assert told == one or one in told.values()


def test_a_search_finds_reports_statements_and_events(api: TestClient) -> None:
    found = api.get(f"{V1}/search", params={"search": "market"}).json()
    assert found["reports"]
    assert found["statements"]
    assert found["events"]
    assert {said["report"] for said in found["statements"]} <= {report["id"] for report in found["reports"]}


def test_what_did_not_change_is_not_sent_again(api: TestClient) -> None:
    first = api.get(f"{V1}/events")
    again = api.get(f"{V1}/events", headers={"If-None-Match": f'"other", {first.headers["ETag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    other = api.get(f"{V1}/events?limit=1", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200
    assert api.get(f"{V1}/events", headers={"If-None-Match": "*"}).status_code == 304


def test_packed_or_not_an_answer_is_the_same_to_who_has_it(api: TestClient) -> None:
    plain, packed = (api.get(f"{V1}/events", headers={"Accept-Encoding": how}) for how in ("identity", "gzip"))
    assert packed.headers["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain.headers
    assert plain.headers["ETag"] == packed.headers["ETag"] and plain.headers["ETag"].startswith('W/"')
    again = api.get(f"{V1}/events", headers={"If-None-Match": plain.headers["ETag"]})
    assert plain.headers["Vary"] == packed.headers["Vary"] == again.headers["Vary"] == "Accept-Encoding"


def test_head_is_get_without_a_body(api: TestClient) -> None:
    whole, head = api.get(f"{V1}/stats"), api.head(f"{V1}/stats")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == whole.headers["ETag"]


def test_the_api_is_described_for_people_too(api: TestClient) -> None:
    page = api.get("/api", headers={"accept": "text/html"}).text
    for path in api.get(f"{V1}/openapi.json").json()["paths"]:
        assert path in page


def test_every_answer_is_written_whatever_stands_in_a_report(tmp_path: Path) -> None:
    """Half of a surrogate pair, which JSON read from files may bring, is no character, and none can carry it."""
    half = " \ud83d"
    accounts = []
    for story in STORIES.values():
        account = story.account()
        known = {**dict(account.report), "id": ""}
        known |= {name: (known[name] or "") + half for name in ("text", "title", "outlet", "byline")}
        accounts.append(account.model_copy(update={"report": Report(**known)}))
    with client_of(filled(tmp_path / "web.db", accounts)) as api:
        asked = [f"{V1}/queue", "/queue.json", f"{V1}/corrections"]
        for name in LISTS:
            asked += [f"{V1}/{name}", *(f"{V1}/{name}/{one['id']}" for one in api.get(f"{V1}/{name}").json()["items"])]
        asked += [path.replace("/statements/", "/parts/") for path in asked if "/statements/" in path]
        assert len(asked) > 30
        assert {path: answer.status_code for path in asked if (answer := api.get(path)).status_code != 200} == {}
        assert "\ufffd" in api.get(f"{V1}/reports").json()["items"][0]["title"]
