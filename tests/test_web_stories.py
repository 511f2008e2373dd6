"""The pages of events, disputes and actors: what of an event is agreed and what is not, who stands on which side when,
how somebody's word stands; plots of it; and that what reports say stays text on all of them."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest
import web_ledger
from html_page import BROWSER, Page, read
from sqlalchemy import insert
from starlette.testclient import TestClient
from web_ledger import MARKET, STORIES, TOLL, client_of, filled

from sayso import Ledger
from sayso.ledger import portraits, sides
from sayso.ledger.answers import DisputeRow, DisputeStory, PointRow, SeriesRow, SideStory, StatementRow
from sayso.ledger.schema import Former
from sayso.web import plots


def words(page: Page) -> str:
    """All that is to be read on a page."""
    return re.sub(r"\s+", " ", " ".join(page.elements[0][2]))


def links(page: Page) -> set[str]:
    return {attributes.get("href") or "" for tag, attributes, _ in page.elements if tag == "a"}


def rows(page: Page, columns: int) -> dict[str, list[str]]:
    """The rows of the tellings side by side, by their heads."""
    found: dict[str, list[str]] = {}
    for tag, attributes, text in page.elements:
        said = re.sub(r"\s+", " ", "".join(text)).strip()
        if tag == "th" and attributes.get("scope") == "row":
            found[said] = []
        elif tag == "td" and found:
            list(found.values())[-1].append(said)
    return {head: cells[:columns] for head, cells in found.items()}


def of_report(story: web_ledger.Story, part: str) -> str:
    return f"/reports/{story.account().report.id}#{part}"


def address(client: TestClient, what: str, **known: str) -> str:
    """The address of the first of a list of which that holds."""
    listed = client.get(f"/api/v1/{what}").json()["items"]
    found = next(one for one in listed if all(one[name] == value for name, value in known.items()))
    return f"/{what}/{found['id']}"


@pytest.fixture
def ledger(ledger_url: str) -> Any:
    """The stories in a ledger, on either database."""
    filled(ledger_url)
    with Ledger(ledger_url) as opened:
        yield opened


# An event


def test_tellings_agree_and_differ_and_copies_tell_once(ledger: Ledger) -> None:
    event = next(one for one in ledger.events() if one.grade == "corroborated")
    compared = ledger.compared(ledger.event(event.id).tellings)
    told = [[telling.outlet for telling in column.tellings] for column in compared.columns]
    assert [sorted(outlets) for outlets in told] == [["The Fjord Post", "The Harbour Times"], ["Northern Radio"]]
    values = {aspect.name: [[value.text for value in cell] for cell in aspect.values] for aspect in compared.aspects}
    assert values["figures"] == [["12 people"], ["19 people"]]
    assert [aspect.name for aspect in compared.differing] == ["figures"]
    assert {aspect.name for aspect in compared.agreed} >= {"type", "recipients", "place", "time", "status"}


def test_of_an_event_told_often_the_first_tellings_are_given(ledger: Ledger) -> None:
    event = next(one for one in ledger.events() if one.tellings == 3)
    whole, part = ledger.event(event.id), ledger.event(event.id, limit=2)
    assert part.tellings == whole.tellings[:2]
    assert part.joins == whole.joins[:2]
    assert part.event == whole.event


def test_an_event_shows_its_tellings_beside_each_other_each_with_its_words(client: TestClient) -> None:
    page = read(client, address(client, "events", grade="corroborated"))
    assert rows(page, 2)["How many"] == ["12 people", "19 people"]
    assert rows(page, 2)["On whose word"][1].startswith("University Hospital")
    assert "Where" not in rows(page, 2)  # they agree on that
    assert {of_report(MARKET, "e1"), of_report(TOLL, "e1")} <= links(page)


def test_an_event_tells_who_stands_for_it_and_who_against_with_their_words(client: TestClient) -> None:
    page = read(client, address(client, "events", grade="contested"))
    text = words(page)
    assert "Contested: on the word of Fjord Front; denied by Norway, government." in text
    held, denied = text.index("For it 1 voice"), text.index("Against it 1 voice")
    assert held < text.index("They fired from the hills") < denied < text.index("it had shelled the market")
    assert {of_report(MARKET, "s2"), of_report(TOLL, "s2")} <= links(page)


def test_a_toll_stands_as_a_series_with_whose_it_is(client: TestClient) -> None:
    page = read(client, address(client, "events", grade="corroborated"))
    assert re.search("2020-03-03 12 Lena Vogt .*? 2020-03-05 19 update University Hospital Northern Radio", words(page))
    (plot,) = [attributes for tag, attributes, _ in page.elements if attributes.get("class") == "plot"]
    assert (plot["role"], plot["aria-label"]) == ("img", "Figures given over time, people")


def test_an_event_stands_on_a_map_and_says_why_its_tellings_are_one(client: TestClient) -> None:
    page = read(client, address(client, "events", grade="corroborated"))
    assert "Tromso" in page.texts("happened")[0]
    assert "Why these are taken for one event" in words(page)
    assert re.search(r"story \+\d", words(page))


# A dispute


def said(number: int, day: str | None, speaker: str | None) -> StatementRow:
    """A statement of that day."""
    return StatementRow(
        id=f"r/s{number}", published=day, outlet="The Harbour Times", speaker=speaker, speaker_id=speaker,
        speaker_kind="person", speaker_role=None, speaker_country=None, speaker_sector=None, force="assert",
        quotation="indirect", said="so it is", cue=None, addressee=None, via=[], start=None, end=None,
        position=number, report="r", title=None, url=None,
    )  # fmt: skip


def disputed(*held: list[StatementRow]) -> DisputeStory:
    """A dispute whose sides have those statements."""
    row = DisputeRow(id="d", kind="actor", issue="who did it", event=None, day=None, reports=1, sides=[])
    stories = [
        SideStory(number=number, position="", voices=[], statements=statements, tellings=[])
        for number, statements in enumerate(held, 1)
    ]
    return DisputeStory(dispute=row, event=None, sides=stories)


@pytest.mark.parametrize(
    ("held", "turns"),
    [
        ([[(1, "2020-03-01", "Vogt")], [(2, "2020-03-02", "Lind")]], ["Vogt joins 1", "Lind joins 2"]),
        ([[(1, "2020-03-01", "Vogt"), (2, "2020-03-05", "Vogt")], []], ["Vogt joins 1"]),
        ([[(2, "2020-03-04", "Vogt")], [(1, "2020-03-01", "Vogt")]], ["Vogt joins 2", "Vogt changes 1"]),
        ([[(1, "2020-03-01", "Vogt")], [(2, "2020-03-01", "Vogt")]], ["Vogt joins 1", "Vogt holds both 2"]),
        # Who changes back has changed twice.
        (
            [[(1, "2020-03-01", "Vogt"), (3, "2020-03-03", "Vogt")], [(2, "2020-03-02", "Vogt")]],
            ["Vogt joins 1", "Vogt changes 2", "Vogt changes 1"],
        ),
        # Nobody is followed without a name or a day.
        ([[(1, "2020-03-01", None)], [(2, None, "Vogt")]], []),
    ],
)  # fmt: skip
def test_who_joins_and_who_changes_sides(held: Any, turns: list[str]) -> None:
    story = disputed(*([said(*one) for one in side] for side in held))
    assert [f"{turn.who} {turn.kind} {turn.side}" for turn in sides.turns(story)] == turns


def test_a_dispute_has_its_sides_beside_each_other_in_order_of_time(client: TestClient) -> None:
    page = read(client, address(client, "disputes", kind="occurrence"))
    one, other = page.texts("facing-side")
    assert re.findall(r"Fjord Front|Norwegian army|Henrik Solvang", one.partition("assert")[0])[0] == "Fjord Front"
    assert re.findall(r"\d{4}-\d\d-\d\d", other) == sorted(re.findall(r"\d{4}-\d\d-\d\d", other))
    assert "Henrik Solvang takes side side B" in words(page)
    parts = [
        part
        for side in client.get(address(client, "disputes", kind="occurrence") + ".json").json()["story"]["sides"]
        for part in side["statements"]
    ]
    assert {f"/reports/{part['report']}#{part['id'].rpartition('/')[2]}" for part in parts} <= links(page)


# An actor


def test_how_the_word_of_an_actor_stands_and_whom_they_contradict(ledger: Ledger) -> None:
    portraits = {one.name: ledger.portrait(one.id) for one in ledger.actors()}
    front, minister, mayor = (portraits[name] for name in ("Fjord Front", "Henrik Solvang", "Lena Vogt"))
    assert (front.claims, front.denials) == ({"contested": 1}, {})
    assert (minister.claims, minister.denials) == ({}, {"contested": 1})
    assert (mayor.claims, mayor.denials) == ({"corroborated": 1}, {})
    met = {one.actor.name: (one.contradicts, one.contradicted, one.together) for one in front.opponents}
    assert met == {"Norwegian army": (0, 0, 1), "Henrik Solvang": (0, 1, 0)}
    assert minister.opponents[0].contradicts == 1
    # A copy says nothing a second time.
    assert front.said_on == {"2020-03-03": 2, "2020-03-05": 1}
    assert [one.day for one in portraits["police"].did] == ["2020-03-09"]
    assert [one.day for one in portraits["dockers"].undergone] == ["2020-03-09"]


def test_an_actor_at_a_glance_leads_to_all_there_is(client: TestClient) -> None:
    at = address(client, "actors", name="Fjord Front")
    page, id = read(client, at), at.rpartition("/")[2]
    assert {f"/statements?actor={id}&grade=contested", f"/events?actor={id}"} <= links(page)
    for link in links(page):
        assert not link.startswith("/") or client.get(link, headers=BROWSER).status_code == 200, link
    assert client.get(f"/api/v1/statements?actor={id}&grade=contested").json()["items"]
    assert "They fired from the hills on people who were buying fish" in words(page)
    assert "Henrik Solvang NOR – 1 –" in words(page)


def test_of_an_actor_in_very_many_reports_the_last_are_counted_and_the_page_says_so(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = address(client, "actors", name="Fjord Front")
    assert "very many reports" not in words(read(client, at))
    monkeypatch.setattr(portraits, "LATEST", 1)
    assert sum(client.get(f"{at}.json").json()["said_on"].values()) == 1
    assert "very many reports" in words(read(client, at))


# All of them


@pytest.mark.parametrize("what", ["events", "disputes", "actors"])
def test_what_is_not_there_is_told(client: TestClient, what: str) -> None:
    answer = client.get(f"/{what}/<b>", headers=BROWSER)
    assert answer.status_code == 404
    assert "<b>" not in answer.text.partition("<h1")[2].partition("</h1>")[0]


def test_an_address_that_was_leads_on(ledger: Ledger, ledger_url: str) -> None:
    (event, *_) = ledger.events(limit=1)
    (actor, *_) = ledger.actors(limit=1)
    led = [
        {"id": "once", "became": "later"}, {"id": "later", "became": event.id}, {"id": "who", "became": actor.id},
        {"id": "one", "became": "other"}, {"id": "other", "became": "one"},
    ]  # fmt: skip
    with ledger.writing() as connection:
        connection.execute(insert(Former), led)
    with client_of(ledger_url) as client:
        for at in ("/events/{}", "/events/{}.json", "/disputes/{}", "/api/v1/events/{}", "/api/v1/disputes/{}"):
            answer = client.get(at.format("once"), headers=BROWSER, follow_redirects=False)
            assert answer.status_code == 307
            assert answer.headers["location"] == at.replace("disputes", "events").format(event.id)
            assert client.get(at.format("once"), headers=BROWSER).status_code == 200
            assert client.get(at.format("one"), headers=BROWSER).status_code == 404
        for at in ("/actors/{}", "/actors/{}.json", "/api/v1/actors/{}"):
            answer = client.get(at.format("who"), headers=BROWSER, follow_redirects=False)
            assert answer.status_code == 307
            assert answer.headers["location"] == at.format(actor.id)
            assert client.get(at.format("once"), headers=BROWSER).status_code == 404  # that is an event


HOSTILE = {
    "Tromso": "Trom<script>alert(1)</script>so",
    "people": "peo\u202eple</text></svg><img src=x onerror=alert(1)>",
    "Fjord Front": "Fjord \"' onclick=alert(1) {{ 7 * 7 }} Front",
    "Vogt": "Vogt</title><style>*{display:none}</style>",
    "The Harbour Times": "<a href=javascript:alert(1)>Harbour",
    "Dockers": "<!-- Dockers",
}


def hostile(one: Any) -> Any:
    """The same with words that mean harm."""
    if isinstance(one, str):
        for word, harm in HOSTILE.items():
            one = one.replace(word, harm)
        return one
    if isinstance(one, tuple | list):
        return type(one)(map(hostile, one))
    if dataclasses.is_dataclass(one) and not isinstance(one, type):
        return dataclasses.replace(
            one, **{part.name: hostile(getattr(one, part.name)) for part in dataclasses.fields(one)}
        )
    return {hostile(key): hostile(value) for key, value in one.items()} if isinstance(one, dict) else one


def test_what_reports_say_stays_text(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for known in ("ACTORS", "PLACES"):
        monkeypatch.setattr(web_ledger, known, hostile(getattr(web_ledger, known)))
    accounts = [hostile(story).account() for story in STORIES.values()]
    with client_of(filled(tmp_path / "hostile.db", accounts)) as client:
        for what in ("events", "disputes", "actors"):
            for one in client.get(f"/api/v1/{what}").json()["items"]:
                page = read(client, f"/{what}/{one['id']}")
                tags = {tag for tag, _, _ in page.elements}
                assert not tags & {"img", "style", "b ", "iframe", "object"}
                scripts = [attributes for tag, attributes, _ in page.elements if tag == "script"]
                assert all((script.get("src") or "").startswith("/static/") for script in scripts)
                for _, attributes, _ in page.elements:
                    assert not {name for name in attributes if name.startswith("on") or name == "style"}
                    assert not (attributes.get("href") or "").startswith("javascript:")
                    assert not any("\u202e" in (value or "") for value in attributes.values())
                assert "49" not in words(page)
        page = read(client, address(client, "actors", name=hostile("Lena Vogt")))
        assert HOSTILE["Vogt"] in words(page)


# Plots


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ({}, []),
        ({"2020-03-02": 2, "2020-03-04": 1}, ["2020-03-02", "2020-03-04"]),
        ({"2020-01-01": 1, "2020-12-31": 2}, ["2019-12-30 – 2020-01-05", "2020-12-28 – 2021-01-03"]),
        ({"2015-01-31": 1, "2015-01-01": 1, "2019-12-31": 2}, ["2015-01", "2019-12"]),
        ({"1990": 1, "2020-12-31": 2}, ["1990", "2020"]),
        ({"0001-01-01": 1, "9999-12-31": 2}, ["1–99", "9900–9999"]),
        ({"yesterday": 1, "": 3, "2020-02-30": 1, "2020-02-29": 0}, []),
    ],
)
def test_days_are_counted_in_periods_of_which_there_are_not_too_many(days: dict[str, int], names: list[str]) -> None:
    found = plots.periods(days)
    assert [period.name for period in found] == names
    assert not names or sum(period.count for period in found) == sum(days.values())
    assert bool(plots.timelines({"events": days})) == bool(names)


def test_a_plot_is_a_picture_with_a_name_and_a_summary_and_the_same_each_time() -> None:
    days = {"2020-03-02": 2, "2020-03-04": 1}
    plot = plots.timelines({"said": days, "did": {"2020-03-03": 5}})
    assert 'role="img" aria-label="Said and did over time"' in plot
    assert "<desc>3 said from 2020-03-02 to 2020-03-04, by day; most in 2020-03-02: 2. 5 did" in plot
    plots._svg.cache_clear()
    assert plot == plots.timelines({"said": dict(reversed(days.items())), "did": {"2020-03-03": 5}})
    Page(plot)
    assert "style=" not in plot


def test_an_axis_of_counts_has_whole_numbers() -> None:
    plot = plots.timelines({"said": {"2020-03-02": 1}, "did": {"2020-03-03": 3}})
    assert {">0<", ">1<", ">2<"} <= set(re.findall(r">\d*\.?\d+<", plot)) and ">0.5<" not in plot


def test_figures_of_one_day_are_no_plot() -> None:
    point = PointRow(day="2020-03-02", value=12, max=None, voice="Lena Vogt", update=False, tellings=[])
    later, dateless = (point.model_copy(update={"day": day, "max": 15}) for day in ("2020-03-03", None))
    assert not plots.figures(SeriesRow(counts=None, unit="people", points=[point, point, dateless]))
    assert plots.figures(SeriesRow(counts=None, unit="people", points=[point, later]))
