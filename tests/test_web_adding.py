"""Reports added from a browser and by programs: what is kept, what is read and told of it, and that nothing is lost
whatever ends."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from browsing import look, served
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.support.wait import WebDriverWait
from starlette.testclient import TestClient
from test_cli_adding import AGAIN, RAID, page
from web import serving
from web_ledger import REFUSED, client_of

from sayso import Ledger
from sayso.intake import Refusal
from sayso.ledger.deeds import recorded
from sayso.web import jobs, worker
from sayso.web.bells import Bell
from sayso.web.pages import adding
from sayso.web.settings import Settings
from sayso.web.worker import Task, Worker

LINES = "".join(json.dumps({"text": text, "outlet": "Sahel Radio"}) + "\n" for text in (RAID, AGAIN, ""))


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "SOON", 0.0)


@pytest.fixture
def where(ledger_url: str) -> str:
    return ledger_url


@pytest.fixture
def asking(where: str) -> Iterator[TestClient]:
    with client_of(where) as client:  # type: ignore[arg-type]
        client.headers["accept"] = "text/html"
        yield client


@pytest.fixture
def working(where: str) -> Iterator[Worker]:
    made = Worker(Settings(where, allow_private=True))
    yield made
    made.close()


def all_done(working: Worker) -> None:
    while working.work():
        pass


def given(client: TestClient, path: str, **sent: Any) -> str:
    """Where a form leads that was sent there."""
    answer = client.post(path, follow_redirects=False, **sent)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def told(client: TestClient, path: str) -> dict[str, Any]:
    answer = client.get(f"{path}.json")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_a_pasted_text_is_read_and_linked(asking: TestClient, working: Worker, where: str) -> None:
    known = {"outlet": "The Northern Post", "published": "2 March 2021", "url": "https://post.example/raid"}
    path = given(asking, "/add/text", data={"text": RAID.replace("\n", "\r\n"), **known})
    assert told(asking, path)["job"]["state"] == "waiting"
    all_done(working)
    found = told(asking, path)
    assert found["job"]["state"] == "done" and found["job"]["came"] == {"added": 1}
    assert [(one["outlet"], one["published"]) for one in found["reports"]] == [("The Northern Post", "2021-03-02")]
    with Ledger(where) as ledger:
        report = ledger.account(found["reports"][0]["id"]).report
        assert (report.text, report.url) == (RAID, known["url"])
        assert list(ledger.events(type="ASSAULT")) and not ledger.stats().unlinked


def test_who_pastes_a_text_comes_to_its_report_once_it_is_read(
    asking: TestClient, working: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "SOON", 60.0)
    busy = Thread(target=working.run)
    busy.start()
    try:
        assert given(asking, "/add/text", data={"text": RAID}).startswith("/reports/")
        assert given(asking, "/add/text", data={"text": "…"}).startswith("/jobs/")  # where it is told why not
    finally:
        working.stop.set()
        busy.join()


def test_who_reads_is_woken_and_who_links_by_them(
    asking: TestClient, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "LOOK", 600.0)  # nobody looks unless they are rung for
    bells: dict[Task, Bell] = {"read": Bell(), "link": Bell()}
    asking.app.state.bells = list(bells.values())  # type: ignore[attr-defined]
    working = {task: Worker(Settings(where), bells) for task in bells}
    busy = [Thread(target=one.run, args=(task,)) for task, one in working.items()]
    for thread in busy:
        thread.start()
    try:
        path = given(asking, "/add/text", data={"text": RAID})
        until = time.monotonic() + 60
        while told(asking, path)["job"]["state"] != "done" and time.monotonic() < until:
            time.sleep(0.05)
        assert told(asking, path)["job"]["state"] == "done"
    finally:
        for task, one in working.items():
            one.stop.set()
            bells[task].ring()
        for thread in busy:
            thread.join()
        for one in working.values():
            one.close()


def test_a_text_goes_before_links(where: str, working: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(where) as ledger:
        jobs.submit(ledger, "you", [jobs.text(RAID, {})])
        working.read()
        (id,) = jobs.submit(ledger, "you", [jobs.text(AGAIN, {})])
        monkeypatch.setattr(working.stop, "wait", lambda _: not working.read())  # what another does in the meantime
        assert working.link()
        assert jobs.job(ledger, id).added and not ledger.stats().unlinked


def test_a_text_that_nobody_reads_keeps_no_links_waiting(
    where: str, working: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "COURTESY", 0.0)
    with Ledger(where) as ledger:
        jobs.submit(ledger, "you", [jobs.text(RAID, {})])
        working.read()
        (id,) = jobs.submit(ledger, "you", [jobs.text(AGAIN, {})])
        assert working.link()
        assert jobs.job(ledger, id).state == "waiting" and not ledger.stats().unlinked


def test_who_rings_waits_for_nobody_to_hear() -> None:
    bell = Bell()
    for _ in range(100_000):
        bell.ring()


def test_files_are_read_each_with_what_is_refused_in_it(asking: TestClient, working: Worker) -> None:
    files = [("files", ("../../etc/news.jsonl", LINES.encode())), ("files", ("raid.txt", RAID.encode()))]
    assert given(asking, "/add/files", files=files) == "/jobs"
    all_done(working)
    second, first = told(asking, "/jobs")["items"]
    assert first["name"] == "news.jsonl" and first["came"] == {"added": 2, "refused": 1}
    assert first["refused"] == [{"source": "news.jsonl", "where": "line 3", "reason": "empty"}]
    assert second["came"] == {"added": 1}  # it tells of no outlet, so it is another report
    assert told(asking, "/refused")["items"][0]["source"] == "news.jsonl"
    for path in ("/jobs", f"/jobs/{first['id']}", "/refused", "/add"):
        assert asking.get(path).status_code == 200


def test_what_stands_at_an_address_is_fetched(asking: TestClient, working: Worker) -> None:
    with serving() as web:
        url = web.page("/raid", page(RAID), Content_Type="text/html")
        path = given(asking, "/add/address", data={"address": url})
        all_done(working)
        assert told(asking, path)["job"]["came"] == {"added": 1}


def test_no_private_address_is_fetched_unless_that_is_allowed(asking: TestClient, where: str) -> None:
    with serving() as web:
        url = web.page("/raid", page(RAID), Content_Type="text/html")
        path = given(asking, "/add/address", data={"address": url})
        careful = Worker(Settings(where))
        all_done(careful)
        careful.close()
        (refused,) = told(asking, path)["job"]["refused"]
        assert "loopback" in refused["reason"] and not web.asked


@pytest.mark.parametrize(
    ("form", "sent", "words"),
    [
        ("text", {"text": " \r\n"}, "there is no text in it"),
        ("text", {"text": RAID, "published": "soon"}, "is no date"),
        ("text", {"text": RAID, "url": "javascript:alert(1)"}, "begins with http"),
        ("text", {"text": RAID, "title": "t" * 501}, "longer than 500"),
        ("address", {"address": "/etc/passwd"}, "begins with http"),
        ("address", {"address": "file:///etc/passwd"}, "begins with http"),
        ("address", {"address": "https://x.example/" + "a" * 2000}, "at most 2,000"),
        ("files", {}, "choose a file"),
    ],
)
def test_a_form_filled_in_wrong_comes_back_as_it_was(
    client: TestClient, form: str, sent: dict[str, str], words: str
) -> None:
    answer = client.post(f"/add/{form}", data=sent, headers={"accept": "text/html"})
    assert answer.status_code == 422 and words in answer.text and "aria-invalid" in answer.text
    assert not sent.get("text", "").strip() or "Gunmen attacked a market" in answer.text
    assert told(client, "/jobs")["items"] == []


@pytest.mark.parametrize("sent", ["data", "files"])
def test_a_text_may_be_as_long_as_a_report_may(client: TestClient, sent: str) -> None:
    long = "é" * 600_000  # more than a megabyte as it is sent
    answer = client.post(
        "/add/text", **{sent: {"text": (None, long) if sent == "files" else long}}, follow_redirects=False
    )
    assert (answer.status_code, answer.headers["location"][:6]) == (303, "/jobs/")


def test_what_waits_can_be_given_up_and_what_has_begun_not(asking: TestClient, working: Worker) -> None:
    path = given(asking, "/add/text", data={"text": RAID})
    other = given(asking, "/add/text", data={"text": AGAIN})
    assert given(asking, f"{path}/cancel") == path
    all_done(working)
    assert told(asking, path)["job"]["state"] == "cancelled" and told(asking, path)["reports"] == []
    assert asking.post(f"{other}/cancel").status_code == 409
    assert asking.post("/jobs/none/cancel").status_code == 404


def test_a_text_somebody_waits_for_goes_before_files(
    asking: TestClient, working: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(asking, "/add/files", files=[("files", ("news.jsonl", LINES.encode()))])
    read: list[str] = []
    reader = working._reader.read
    pasted = "The minister said on Monday that the talks had failed. The president denied it."

    def reading(report: Any) -> Any:
        if not read:  # it comes while the file is being read
            given(asking, "/add/text", data={"text": pasted})
        read.append(report.text)
        return reader(report)

    monkeypatch.setattr(working._reader, "read", reading)
    all_done(working)
    assert read == [RAID, pasted, AGAIN]
    assert {one["state"] for one in told(asking, "/jobs")["items"]} == {"done"}


def test_a_text_somebody_waits_for_does_not_wait_for_a_slow_host(
    asking: TestClient, working: Worker, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetched(url: str, terms: Any) -> Iterator[Refusal]:
        with Ledger(where) as ledger:
            (id,) = jobs.submit(ledger, "you", [jobs.text(RAID, {})])  # it comes while the host lets us wait
            end = time.monotonic() + 60
            while jobs.job(ledger, id).state in ("waiting", "reading") and time.monotonic() < end:
                time.sleep(0.01)
            yield Refusal(url, None, f"it was slow, and the text has come to {sorted(jobs.job(ledger, id).came)}")

    monkeypatch.setattr(worker, "at_address", fetched)
    path = given(asking, "/add/address", data={"address": "https://slow.example/"})
    all_done(working)
    (refused,) = told(asking, path)["job"]["refused"]
    assert refused["reason"] == "it was slow, and the text has come to ['added']"


def test_links_asked_for_often_are_made_once(where: str, working: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    linked = []
    monkeypatch.setattr(worker, "link", lambda *_: linked.append(1))
    with Ledger(where) as ledger:
        for _ in range(3):
            jobs.link_soon(ledger, "you")
        all_done(working)
        assert linked == [1] and jobs.latest(ledger, 10) == []


# --- what ends in the middle ---


def test_a_job_whose_reader_is_gone_is_taken_up_again(
    where: str, working: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger(where) as ledger:
        (id,) = jobs.submit(ledger, "you", [jobs.file("news.jsonl", LINES.encode(), {})])
        lost = jobs.claim(ledger, "file")
        assert lost is not None and jobs.claim(ledger, "file") is None  # it is somebody's
        monkeypatch.setattr(jobs, "SILENT", -1.0)
        all_done(working)
        assert jobs.job(ledger, id).came == {"added": 2, "refused": 1}
        with pytest.raises(jobs.LostError):
            lost.tell(ledger, state="failed")
        assert jobs.job(ledger, id).state == "done"


def test_a_job_that_ends_every_reader_is_given_up(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "SILENT", -1.0)
    with Ledger(where) as ledger:
        (id,) = jobs.submit(ledger, "you", [jobs.file("bomb", b"x", {})])
        assert all(jobs.claim(ledger, "file") for _ in range(jobs.TRIES))
        assert jobs.claim(ledger, "file") is None
        job = jobs.job(ledger, id)
        assert job.state == "failed" and "ended 3 times" in (job.error or "")


def test_a_server_that_ends_leaves_the_rest_to_the_next(
    where: str, working: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = working._reader.read

    def reading(report: Any) -> Any:
        working.stop.set()
        return reader(report)

    with Ledger(where) as ledger:
        (id,) = jobs.submit(ledger, "you", [jobs.file("news.jsonl", LINES.encode(), {})])
        monkeypatch.setattr(working._reader, "read", reading)
        with pytest.raises(worker.StoppedError):
            working.work()
        job = jobs.job(ledger, id)
        assert job.state == "waiting" and job.came == {"added": 1}
        following = Worker(Settings(where))
        all_done(following)
        following.close()
        assert jobs.job(ledger, id).came == {"added": 2, "refused": 1}


def test_a_report_the_reader_fails_on_is_refused_and_the_rest_read(
    where: str, working: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = working._reader.read

    def reading(report: Any) -> Any:
        if report.text == RAID:
            raise RuntimeError("what a report")
        return reader(report)

    monkeypatch.setattr(working._reader, "read", reading)
    with Ledger(where) as ledger:
        (id,) = jobs.submit(ledger, "you", [jobs.file("news.jsonl", LINES.encode(), {})])
        all_done(working)
        job = jobs.job(ledger, id)
        assert job.came == {"added": 1, "refused": 2} and "what a report" in job.refused[0].reason


def test_no_more_wait_than_may(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "WAITING", 1)
    assert client.post("/api/v1/reports", json={"text": RAID}).status_code == 202
    full = client.post("/api/v1/reports", json={"text": RAID})
    assert full.status_code == 503 and full.headers["retry-after"] == "60"


# --- programs ---


def test_programs_add_and_look_at_the_job(asking: TestClient, working: Worker) -> None:
    sent = [
        asking.post("/api/v1/reports", json={"text": RAID, "outlet": "The Northern Post"}),
        asking.post("/api/v1/files", params={"name": "news.jsonl"}, content=LINES.encode()),
        asking.post("/api/v1/addresses", json={"address": "http://127.0.0.1:9/"}),
    ]
    assert [answer.status_code for answer in sent] == [202] * 3
    assert [answer.json()["state"] for answer in sent] == ["waiting"] * 3
    all_done(working)
    text, file, address = (asking.get(answer.headers["location"]).json() for answer in sent)
    assert text["came"] == {"added": 1}
    assert file["came"]["refused"] == 1 and len(file["added"]) == 2
    assert address["came"] == {"refused": 1} and "connection failed" in address["refused"][0]["reason"]
    assert [job["id"] for job in asking.get("/api/v1/jobs").json()["items"]] == [
        answer.json()["id"] for answer in reversed(sent)
    ]


@pytest.mark.parametrize(
    ("call", "field"),
    [
        ({"url": "/api/v1/reports", "json": {"text": ""}}, "text"),
        ({"url": "/api/v1/reports", "json": {"text": RAID, "published": "soon"}}, "published"),
        ({"url": "/api/v1/reports", "json": {"text": RAID, "titel": "x"}}, "titel"),
        ({"url": "/api/v1/addresses", "json": {"address": "/etc/passwd"}}, "address"),
        ({"url": "/api/v1/files", "content": b""}, "file"),
    ],
)
def test_programs_are_told_what_is_wrong(client: TestClient, call: dict[str, Any], field: str) -> None:
    answer = client.post(**call)
    assert answer.status_code == 422 and answer.json()["field"] == field


def test_what_is_too_long_is_refused_without_what_only_the_command_knows(
    asking: TestClient, working: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "CHARACTERS", 20)
    path = given(asking, "/add/files", files={"files": ("long.txt", RAID.encode())}, data={})
    all_done(working)
    (refused,) = told(asking, path)["job"]["refused"]
    assert refused["reason"] == "longer than 20 characters"


def test_jobs_go_on_in_the_head_too(client: TestClient) -> None:
    for _ in range(3):
        client.post("/api/v1/reports", json={"text": RAID})
    first = client.get("/api/v1/jobs?limit=2")
    rest = client.get(first.links["next"]["url"])
    assert [len(page.json()["items"]) for page in (first, rest)] == [2, 1] and "next" not in rest.links


def test_programs_give_up_what_waits(client: TestClient, web_ledger: Path) -> None:
    path = client.post("/api/v1/reports", json={"text": RAID}).headers["location"]
    assert client.delete(path).json()["state"] == "cancelled"
    assert client.get("/api/v1/jobs/none").status_code == 404
    client.delete(path)
    with Ledger(web_ledger) as ledger, ledger.reading() as connection:
        done = [(deed.what, deed.of) for deed in recorded(connection).items]
    assert done[:2] == [("gave up", path.rpartition("/")[2]), ("added", path.rpartition("/")[2])], "once"


def test_jobs_and_refusals_are_paged(client: TestClient, web_ledger: Path) -> None:
    for number in range(3):
        client.post("/api/v1/reports", json={"text": f"Number {number}, he said."})
    first = client.get("/jobs.json?limit=2").json()
    rest = client.get("/jobs.json", params={"limit": 2, "after": first["next"]}).json()
    assert [one["name"] for one in first["items"] + rest["items"]] == [f"Number {n}, he said." for n in (2, 1, 0)]
    assert rest["next"] is None
    assert told(client, "/refused")["items"][0]["reason"] == REFUSED.reason


# --- in a real browser ---


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """An empty ledger at an address, and somebody who works at it."""
    Ledger(tmp_path / "sayso.db").close()
    working = Worker(Settings(str(tmp_path / "sayso.db")))
    busy = Thread(target=working.run)
    busy.start()
    try:
        with served(tmp_path / "sayso.db") as address:
            yield address
    finally:
        working.stop.set()
        busy.join()
        working.close()


def within(browser: Any, seconds: float, what: str) -> None:
    """Wait until the page, which may be loaded again meanwhile, shows these words."""
    waiting = WebDriverWait(browser, seconds, ignored_exceptions=[WebDriverException])
    waiting.until(lambda _: what in browser.find_element("tag name", "main").text)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_newcomer_pastes_a_text_and_sends_a_file(browser: Any, site: str, tmp_path: Path, scripts: bool) -> None:
    look(browser, scripts=scripts)
    try:
        browser.get(f"{site}/add")
        browser.find_element("name", "text").send_keys(RAID)
        browser.find_element("css selector", "#text-outlet").send_keys("The Northern Post")
        browser.find_element("css selector", "[action='/add/text'] button").click()
        within(browser, 60, "The Northern Post")
        if scripts:
            WebDriverWait(browser, 60).until(lambda _: "/reports/" in browser.current_url)
        (tmp_path / "news.jsonl").write_text(LINES)
        browser.get(f"{site}/add")
        browser.find_element("name", "files").send_keys(str(tmp_path / "news.jsonl"))
        browser.find_element("css selector", "[action='/add/files'] button").click()
        within(browser, 60, "2 added, 1 refused")
        within(browser, 60, "done")
    finally:
        look(browser)
