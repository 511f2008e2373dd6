"""The first page and the page of a report: what they tell, where they lead, and that reports stay text on them."""

from __future__ import annotations

import re

import pytest
from example_account import example, roadblock
from html_page import BROWSER, Page, read
from web_ledger import COPY, MARKET, STORIES, STRIKE, TOLL, client_of, filled

from sayso import Account, Ledger, Report
from sayso.intake import Refusal
from sayso.linking.linker import link
from sayso.model import identify
from sayso.web import application, keeping


def ids(page: Page) -> list[str]:
    return [id for _, attributes, _ in page.elements if (id := attributes.get("id"))]


def links(page: Page) -> list[str]:
    return [href for tag, attributes, _ in page.elements if tag == "a" and (href := attributes.get("href"))]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def of(story: object) -> str:
    """The address of a story's report."""
    return f"/reports/{story.account().report.id}"  # type: ignore[attr-defined]


# A report


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_report_stands_on_its_page_as_published(client, story):
    account = story.account()
    paragraphs = [line for line in account.report.text.split("\n") if line]
    assert read(client, of(story)).texts("words") == paragraphs


def test_every_part_has_an_address_in_the_text_and_leads_to_what_is_told_of_it_and_back(client):
    account = MARKET.account()
    page = read(client, of(MARKET))
    parts = [part.id for part in (*account.statements, *account.events)]
    assert {f"of-{id}" for id in parts} | set(parts) <= set(ids(page))
    assert {f"#of-{id}" for id in parts} | {f"#{id}" for id in parts} <= set(links(page))


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_no_link_within_a_page_leads_nowhere(client, story):
    page = read(client, of(story))
    assert len(ids(page)) == len(set(ids(page)))
    assert {link.removeprefix("#") for link in links(page) if link.startswith("#")} <= set(ids(page))


def test_what_is_told_of_a_paragraph_stands_beside_it(client):
    rows = [plain(row) for row in read(client, of(TOLL)).texts("row")]
    assert "E1" in rows[1] and "University Hospital" in rows[1] and "19 people" in rows[1]
    assert "Henrik Solvang Defence Minister NOR deny paraphrased" in rows[2]
    assert "(denies it) statements 2" in rows[2]


def test_who_and_what_is_known_across_reports_leads_there(client, web_ledger):
    with Ledger(web_ledger) as ledger:
        actor = next(one.id for one in ledger.actors() if one.name == "Henrik Solvang")
        event = next(one.id for one in ledger.events() if one.grade == "contested")
        dispute = next(one.id for one in ledger.disputes() if one.event == event)
    assert {f"/actors/{actor}", f"/events/{event}", f"/disputes/{dispute}"} <= set(links(read(client, of(TOLL))))


def test_copies_of_a_report_lead_to_one_another(client):
    first = read(client, of(MARKET))
    assert "The first of 2 copies of one story" in first.texts("others")[0]
    assert of(COPY) in links(first)
    assert "One of 2 copies" in read(client, of(COPY)).texts("others")[0]
    assert not read(client, of(STRIKE)).texts("others")


def test_what_else_stood_at_its_address(tmp_path):
    before = roadblock()
    before.report = Report(**{**dict(before.report), "id": "", "url": "https://post.example/1"})
    after = before.model_copy(deep=True)
    after.report = Report(**{**dict(before.report), "id": "", "text": before.report.text + "\nCorrected.\n"})
    with client_of(filled(tmp_path / "web.db", [before, after])) as client:
        page = read(client, f"/reports/{after.report.id}")
        assert f"/reports/{before.report.id}" in links(page)
        assert "Version 2 of what stood at its address" in "".join(page.texts("others"))


def test_a_part_keeps_its_number_when_another_turns_out_to_be_none(client, web_ledger):
    id = MARKET.account().report.id
    with Ledger(web_ledger) as ledger:
        ledger.correct(f"{id}/s2", {"wrong": True}, who="Ada", why="misread")
    page = read(client, of(MARKET))
    assert [id for id in ids(page) if re.fullmatch(r"s\d", id)] == ["s1", "s3", "s4"]
    (table,) = [plain("".join(text)) for tag, _, text in page.elements if tag == "table"]
    assert "Ada" in table and "wrong" in table and "in force" in table and "misread" in table


def test_a_report_that_is_not_linked_says_so(client, web_ledger):
    account = example()
    with Ledger(web_ledger) as ledger:
        id = ledger.add(account, weights="none").report
    assert "Not linked" in read(client, f"/reports/{id}").texts("unlinked")[0]
    with Ledger(web_ledger) as ledger:
        link(ledger)
    assert not read(client, f"/reports/{id}").texts("unlinked")


def test_a_report_as_data_has_its_account(client):
    told = client.get(f"{of(MARKET)}.json").json()
    account = Account.model_validate(told["account"])
    assert account.statements == MARKET.account().statements
    assert told["events"]["e2"]["grade"] == "contested"
    assert {party["name"] for party in told["actors"].values()} >= {"Fjord Front", "Lena Vogt"}


@pytest.mark.parametrize("id", ["nope", "%00", "%F0%9F%92%A3", "..%2F..", "a" * 5000])
def test_a_report_that_is_not_there(client, id):
    assert client.get(f"/reports/{id}", headers=BROWSER).status_code == 404
    assert client.get(f"/reports/{id}.json").status_code == 404


@pytest.mark.parametrize(
    ("url", "followed"),
    [("https://post.example/1", True), ("javascript:alert(1)", False), (" https://post.example", False),
     ("data:text/html,x", False), ("//post.example", False), ("https:\n//x", False)],
)  # fmt: skip
def test_nothing_but_an_address_of_the_web_is_a_link(tmp_path, url, followed):
    account = Account(report=Report(text="Nothing.", url=url))
    with client_of(filled(tmp_path / "web.db", [account])) as client:
        page = read(client, f"/reports/{account.report.id}")
        assert (url in links(page)) is followed
        assert plain(url) in " ".join(page.texts("known"))


def test_parts_whose_ids_are_no_numbers_are_counted(tmp_path):
    account = roadblock()
    names = {part.id: f'"> {part.id} <b>' for part in (*account.statements, *account.events)}
    for part in (*account.statements, *account.events):
        part.id = names[part.id]
    for event in account.events:
        event.statements = [names[id] for id in event.statements]
    account.report.id = identify(account.report.text, account.report.outlet, account.report.published)
    account.disputes = []
    with client_of(filled(tmp_path / "web.db", [account])) as client:
        page = read(client, f"/reports/{account.report.id}")
    assert {f"s{n}" for n in range(1, 12)} | {f"e{n}" for n in range(1, 11)} <= set(ids(page))


def test_a_report_without_words_has_a_page(tmp_path):
    blank = Account(report=Report(text=" \n\t "))
    with client_of(filled(tmp_path / "web.db", [blank])) as client:
        assert read(client, f"/reports/{blank.report.id}").texts("words") == [""]


def test_what_is_no_text_in_a_report_is_told_by_a_sign(tmp_path):
    account = Account(report=Report(text="a \ud83d b \0 c", title="\ud83d", outlet="\0", url="http://\ud83d"))
    path = filled(tmp_path / "web.db", [account])
    with client_of(path) as client:
        assert read(client, f"/reports/{account.report.id}").texts("words") == ["a \ufffd b \u2400 c"]
        assert client.get(f"/reports/{account.report.id}.json").json()["account"]["report"]["title"] == "\ufffd"
    with Ledger(path) as ledger:
        assert ledger.account(account.report.id).report.text == account.report.text


# The start


def test_the_start_tells_what_is_contested_what_is_new_and_what_was_refused(client):
    page = read(client, "/")
    text = plain(page.texts("columns")[0])
    assert "Attack, heavy weapons contested claimed Norwegian army NOR → to civilians" in text
    assert "how many dockers were hurt" in text
    assert text.index(STRIKE.title) < text.index(TOLL.title) < text.index(MARKET.title)
    assert "saved/front-page.html" in text and "there is no prose in it" in text
    assert "/events?grade=contested" in links(page)


def test_what_is_planned_for_later_days_is_not_told_as_the_latest(client, web_ledger):
    with Ledger(web_ledger) as ledger:
        planned = next(one.id for one in ledger.events() if one.status == "planned")
    assert planned not in client.get("/start.json").text


def test_an_empty_ledger_says_how_to_begin(tmp_path):
    with Ledger(tmp_path / "web.db"):
        pass
    with client_of(tmp_path / "web.db") as client:
        page = read(client, "/")
        assert "/add" in links(page)
        assert "sayso add" in "".join("".join(text) for tag, _, text in page.elements if tag == "code")


def test_the_start_counts_again_once_the_ledger_has_changed_and_not_before(client, web_ledger, monkeypatch):
    counted = []
    count = Ledger.stats
    monkeypatch.setattr(Ledger, "stats", lambda ledger: counted.append(1) or count(ledger))
    monkeypatch.setattr(keeping, "SHARE", 0)
    monkeypatch.setattr(keeping, "TOGETHER", 0)
    assert [client.get("/start.json").json()["stats"]["reports"] for _ in range(3)] == [4, 4, 4]
    assert len(counted) == 1
    with Ledger(web_ledger) as ledger:
        ledger.add(example(), weights="none")
    assert client.get("/start.json").json()["stats"]["reports"] == 5
    monkeypatch.setattr(keeping, "SHARE", 1e9)
    with Ledger(web_ledger) as ledger:
        ledger.refuse([Refusal("late.txt", None, "it is empty")])
    assert client.get("/start.json").json()["stats"]["refusals"] == 1
    assert len(counted) == 2


def test_however_many_things_are_asked_for_a_part_of_the_time_goes_into_working_them_out(web_ledger, monkeypatch):
    monkeypatch.setattr(keeping, "SHARE", 0)
    monkeypatch.setattr(keeping, "TOGETHER", 1e9)
    kept, worked_out = keeping.Keeping[int](most=2), []
    with Ledger(web_ledger) as ledger:

        def get(key: str) -> int:
            return kept.get(ledger, key, lambda: worked_out.append(key) or len(worked_out))

        assert (get("one"), get("other")) == (1, 2)  # what there is none of yet is worked out at once
        ledger.add(example(), weights="none")
        assert (get("one"), get("other")) == (1, 2)
        monkeypatch.setattr(keeping, "OLDEST", 0.0)
        assert (get("one"), get("other")) == (3, 4)


# Both


HOSTILE = [
    "<script>document.title = 'owned'</script>", "\"><img src=x onerror=alert(1)>", "</p></main></body>",
    "{{ 7 * 7 }}", "{% raw %}", "&lt;b&gt; &amp;amp;", "\u202eesrever\u202c \x1b[31m", "javascript:alert(1)", "'`${x}`",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_a_report_stays_text(tmp_path, words):
    account = roadblock()
    account.report = Report(
        text=account.report.text.replace("Calama", words[:6].ljust(6, "x")), title=words, outlet=words, agency=words,
        byline=words, dateline=words, url=words, published=account.report.published,
    )  # fmt: skip
    for actor in account.actors:
        actor.name = actor.role = words
        actor.aliases = [words, f"{words}!"]
    for event in account.events:
        event.mode = words
        if event.place:
            event.place.name = event.place.country = words
    for dispute in account.disputes:
        dispute.issue = dispute.sides[0].position = words
    path = filled(tmp_path / "web.db", [account])
    with Ledger(path) as ledger:
        ledger.refuse([Refusal(words, words, words)])
        ledger.correct(f"{account.report.id}/s1", {"right": True}, who=words, why=words)
        link(ledger)
    with client_of(path) as client:
        for address in ("/", f"/reports/{account.report.id}"):
            page = read(client, address)  # elements nest as ours do
            assert {tag for tag, _, _ in page.elements}.isdisjoint({"img", "iframe", "style", "base", "object"})
            scripts = [attributes.get("src") or "" for tag, attributes, _ in page.elements if tag == "script"]
            assert scripts and all(source.startswith("/static/") for source in scripts)
            for tag, attributes, _ in page.elements:
                assert not [name for name in attributes if name.startswith("on") or name == "style"], tag
            assert [link for link in links(page) if not link.startswith(("/", "#"))] == []
            seen = "".join("".join(text) for tag, _, text in page.elements if tag == "body")
            assert plain(words.replace("\x1b", "␛")) in plain(seen)


# What is made when


def test_the_first_page_waits_for_no_other_and_each_is_there_when_it_is_asked_for(web_ledger, monkeypatch):
    monkeypatch.setattr(application, "SOON", 3600.0)
    with client_of(web_ledger) as client:
        routes = client.app.routes
        assert client.get("/", headers=BROWSER).status_code == 200
        before = len(routes)
        assert client.get("/api/v1/reports").status_code == 200
        assert len(routes) > before
        made = len(routes)
        assert client.get("/events", headers=BROWSER).status_code == 200
        assert client.get("/none").status_code == 404
        assert len(routes) == made


def test_all_is_made_soon_though_nobody_asks_for_it(web_ledger, monkeypatch):
    monkeypatch.setattr(application, "SOON", 0.0)
    with client_of(web_ledger) as client:
        assert client.get("/", headers=BROWSER).status_code == 200
        assert len(client.app.routes) > 10
