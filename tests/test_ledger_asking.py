"""A ledger answers what is asked, page by page, in an order that depends on what is in it alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import pytest
from conftest import DATABASES, new_ledger
from example_account import ROADBLOCK, example, roadblock
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from sayso import Account, Ledger, Report
from sayso.ledger import asking, counting
from sayso.ledger.answers import EventRow
from sayso.ledger.filters import Filter, QuestionError
from sayso.ledger.schema import Alias, Counted, Table
from sayso.linking.linker import link
from sayso.model import Actor, Statement
from sayso.views import exports

QUESTIONS = {
    "reports": asking.REPORTS, "statements": asking.STATEMENTS, "events": asking.EVENTS, "actors": asking.ACTORS,
    "disputes": asking.DISPUTES,
}  # fmt: skip
LISTS = tuple(QUESTIONS)
ASKED = (
    {}, {"since": "2024-05-16"}, {"until": "2024"}, {"country": "Bolivia"}, {"country": "CHL"}, {"type": "coerce"},
    {"actor": "police"}, {"about": "road"}, {"about": "police"}, {"grade": "single-source"}, {"status": "claimed"},
    {"outlet": "the ALTIPLANO Post"},
    {"search": '"tear gas"'}, {"search": "gas tear"}, {"search": "zebra"},
    {"type": "COERCE", "search": "gas", "since": "2024-05"}, {"actor": "police", "outlet": "The Altiplano Post"},
    {"country": "BOL", "about": "road"}, {"actor": "police", "search": "gas", "grade": "contested"},
    {"about": "police", "outlet": "The Altiplano Post", "status": "claimed"},
)  # fmt: skip
HOSTILE = (
    '"',
    "'",
    "(",
    "NOT (",
    "a OR",
    "* ^",
    "col:x",
    "NEAR(a b)",
    "a - b",
    "%_\\",
    "\u202e",
    "—",
    "'; DROP TABLE x",
    "&|!:*<->",
)


def accounts() -> list[Account]:
    """Four reports: one of who says what alone, two that tell the same, and one without date and outlet."""
    return [
        example(),
        roadblock(),
        again(outlet="Écho des Öde", published="2024-05-17"),
        again(outlet=None, published=None),
    ]


def again(**known: Any) -> Account:
    account = roadblock()
    text = f"{ROADBLOCK}\nPrinted for {known['outlet']}.\n"
    return account.model_copy(
        update={"report": Report(**{**dict(account.report), **known, "text": text, "id": "", "url": None})}
    )


def filled(url: str, given: list[Account]) -> Ledger:
    ledger = Ledger(url)
    for account in given:
        ledger.add(account, weights="none")
    link(ledger)
    return ledger


@pytest.fixture(scope="module", params=DATABASES)
def ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("asked")
    with new_ledger(request.param, request, folder) as url, filled(url, accounts()) as made:
        yield made


def ids(answers: Any) -> list[str]:
    return [answer.id for answer in answers]


@pytest.mark.parametrize("name", LISTS)
def test_pages_make_up_the_list(ledger: Ledger, name: str) -> None:
    ask = getattr(ledger, name)
    whole = list(ask())
    assert len(whole) == len({answer.id for answer in whole}) and (whole or name == "disputes")
    for newest in (False, True):
        pages: list[Any] = []
        while page := list(ask(newest=newest, after=pages[-1].cursor if pages else None, limit=2)):
            assert len(page) <= 2 and len(pages) <= len(whole)
            pages += page
        assert pages == (whole[::-1] if newest else whole)


@pytest.mark.parametrize(("name", "by"), [("events", "reports"), ("disputes", "day")])
def test_pages_make_up_the_list_in_another_order(ledger: Ledger, name: str, by: str) -> None:
    ask = getattr(ledger, name)
    whole = list(ask(by=by))
    assert sorted(ids(whole)) == sorted(ids(ask())) and whole
    values = [getattr(answer, by) or "" for answer in whole]
    assert values == sorted(values, reverse=by == "reports")
    answers = ask(by=by)
    for place, answer in enumerate(whole):
        assert list(ask(by=by, after=answers.cursor(answer))) == whole[place + 1 :]
    with pytest.raises(QuestionError):
        ask(by="length")


@pytest.mark.parametrize("after", ["", "~", "~~", "\0~x", "9" * 30 + "~x", "\ud800~x"])
def test_what_is_no_place_in_a_list_is_said_to_be_none(ledger: Ledger, after: str) -> None:
    for name in ("actors", "disputes"):
        with pytest.raises(QuestionError):
            list(getattr(ledger, name)(after=after))


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("wanted", ASKED, ids=str)
def test_few_are_gathered_and_many_walked_with_the_same_result(
    ledger: Ledger, name: str, wanted: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for few in (-1, 1, 2, 4, 10**6):  # with 1 to 4, what all holds of may be few where each holds of many
        monkeypatch.setattr(asking, "_FEW", few)
        found.append(list(getattr(ledger, name)(**wanted)))
    assert all(each == found[0] for each in found)


def test_what_is_found(ledger: Ledger) -> None:
    def count(name: str, **wanted: Any) -> int:
        return len(list(getattr(ledger, name)(**wanted)))

    assert count("reports") == 4
    assert count("reports", search='"tear gas"') == 3
    assert count("reports", search='"gas tear"') == count("reports", search="zebra") == 0
    assert count("reports", since="2024-05-17") == count("reports", outlet="écho DES öde") == 1
    assert count("reports", outlet="ÉCHO DES ÖDE") == count("reports", outlet="Écho des Öde") == 1
    assert count("reports", until="2024-05-16", since="2024-05") == 1
    assert count("statements", outlet="The Altiplano Post") == len(roadblock().statements)
    everything = list(ledger.events())
    coerced = list(ledger.events(type="coerce"))
    assert coerced == [event for event in everything if event.type == "COERCE"] != []
    for event in coerced:
        assert event in list(ledger.events(country=event.country)) if event.country else True
        for party in event.actors:
            assert event in list(ledger.events(actor=party.name.upper())) and event in list(
                ledger.events(actor=party.id)
            )
    assert all(event.grade == "single source" for event in ledger.events(grade="single source"))


def said_by(name: str, country: str | None, outlet: str, *aliases: str) -> Account:
    said = f"{name} said that the talks had failed."
    return Account(
        report=Report(text=f"{said} The delegations left the hotel.", outlet=outlet, published="2024-05-16"),
        actors=[
            Actor(
                id="a1", name=name, kind="person", role="foreign minister", country=country, sector="GOV",
                aliases=list(aliases), mentions=[(0, len(name))],
            )
        ],
        statements=[
            Statement(
                id="s1", speaker="a1", content=[(said.index("the talks"), len(said) - 1)], quotation="indirect",
                force="assert",
            )
        ],
    )  # fmt: skip


def test_whose_country_one_report_tells_is_from_there_in_all(ledger_url: str) -> None:
    given = [said_by("Elena Vargas", "CRI", "The Coast"), said_by("Elena Vargas", None, "The Post")]
    with filled(ledger_url, [*given, said_by("Ana Solís", None, "The Post")]) as ledger:
        found = list(ledger.statements(country="Costa Rica"))
        assert [(said.speaker, said.speaker_country) for said in found] == [("Elena Vargas", "CRI")] * 2
        (other,) = ledger.statements(actor="Ana Solís")
        assert other.speaker_country is None


def test_an_actor_is_found_by_whatever_any_report_calls_it(ledger_url: str) -> None:
    given = [
        said_by("Élena Vargas", "CRI", "The Coast", "Ms Vargas"),
        said_by("Elena Vargas", "CRI", "The Post", "La Vargas"),
        said_by("Elena Vargas", "CRI", "The Tide"),
    ]
    with filled(ledger_url, given) as ledger:
        (one,) = ledger.actors()
        for name in (one.name, *one.aliases, "ÉLENA VARGAS", "elena vargas", "ms VARGAS"):
            assert len(list(ledger.statements(actor=name))) == 3, name
        with ledger.reading() as connection:  # what namings are found by is not listed once more
            assert set(connection.scalars(select(Alias.name))) == {"ms vargas", "la vargas"}


def test_every_line_of_a_story_has_its_evidence(ledger: Ledger) -> None:
    for event in ledger.events():
        story = ledger.event(event.id)
        assert story.event == event and len(story.tellings) == event.tellings
        assert all(ledger.event(telling.id) == story for telling in story.tellings)
        lines = {line.id for line in (*story.tellings, *story.statements)}
        lines |= {said.id for telling in story.tellings for said in telling.statements}
        for telling in story.tellings:
            assert telling.trigger in telling.evidence and telling.evidence in ROADBLOCK
        for voice in story.voices:
            assert voice.evidence and lines.issuperset(voice.evidence)
    for actor in ledger.actors():
        whole = ledger.actor(actor.id)
        assert all(said.speaker_id == actor.id for said in whole.statements)
        assert whole.events == list(ledger.events(actor=actor.id))
    for dispute in ledger.disputes():
        assert all(side.statements or side.tellings for side in ledger.dispute(dispute.id).sides)
    for ask in (ledger.event, ledger.actor, ledger.dispute):
        for id in ("nobody", "no/thing", "/"):
            with pytest.raises(KeyError):
                ask(id)


def test_the_order_of_adding_shows_nowhere(tmp_path: Any) -> None:
    def exported(name: str, given: list[Account]) -> list[str]:
        with filled(str(tmp_path / name), given) as ledger:
            return [
                line
                for asked in LISTS
                for answers in [getattr(ledger, asked)()]
                for line in (*map(exports.json_line, answers), *exports.csv_table(answers.answer, answers))
            ]

    assert exported("one.db", accounts()) == exported("other.db", accounts()[::-1])


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_are_a_syntax_error(ledger: Ledger, words: str) -> None:
    for name in LISTS:
        for field in ("search", "about", "actor", "outlet"):
            found = list(getattr(ledger, name)(**{field: words}))
            assert not found or any(char.isalnum() for char in words)


@given(words=st.text(min_size=1))
def test_any_words_can_be_looked_for(words: str, searched: Ledger) -> None:
    try:
        list(searched.reports(search=words, about=words))
    except QuestionError as error:
        assert not words.strip() or "\0" in words or error.field in ("search", "about")


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with filled(str(tmp_path_factory.mktemp("searched") / "sayso.db"), accounts()) as made:
        yield made


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("field", ["about", "search"])
def test_what_holds_some_words_is_found_by_the_index_of_words(searched: Ledger, name: str, field: str) -> None:
    wanted = getattr(searched, name)(**{field: "gas"}).wanted
    with searched.reading() as connection:
        for condition in QUESTIONS[name].conditions(wanted):
            compiled = condition.among.compile(connection, compile_kwargs={"literal_binds": True})
            steps = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")]
            indexes = [step for step in steps if "VIRTUAL TABLE INDEX" in step]
            scans = [step for step in steps if step.startswith("SCAN") and step not in indexes]
            # What the index finds, under a name of ours, may be gone through; no table of the ledger.
            assert indexes and not [scan for scan in scans if scan.split()[1] in Table.metadata.tables]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ({"since": "2015", "until": "2015"}, {"since": "2015-01-01", "until": "2015-12-31"}),
        ({"since": "2016-02", "until": "2016-02"}, {"since": "2016-02-01", "until": "2016-02-29"}),
        (
            {"since": date(2016, 2, 1), "until": datetime(2016, 2, 9, 23)},
            {"since": "2016-02-01", "until": "2016-02-09"},
        ),
        ({"country": "syria"}, {"country": "SYR"}),
        ({"country": "syr"}, {"country": "SYR"}),
        ({"type": "assault", "grade": "Single-Source"}, {"type": "ASSAULT", "grade": "single source"}),
    ],
)
def test_what_a_filter_means(asked: dict[str, Any], meant: dict[str, str]) -> None:
    wanted = Filter(**asked)
    assert {field.name: getattr(wanted, field.name) for field in fields(wanted) if getattr(wanted, field.name)} == meant


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("since", "yesterday"), ("until", "2015-02-30"), ("since", "2015-13"), ("country", "Ruritania"),
        ("type", "WAR"), ("grade", "sure"), ("search", " "), ("about", "a\0b"), ("outlet", "\ud800"),
        ("since", 2015), ("search", ["gas"]),
    ],
)  # fmt: skip
def test_what_can_be_in_no_ledger(field: str, value: Any) -> None:
    with pytest.raises(QuestionError) as raised:
        Filter(**{field: value})
    assert raised.value.field == field


def test_a_cursor_of_nothing(searched: Ledger) -> None:
    for cursor in ("", "2015-10-02", "a~b~c"):
        with pytest.raises(QuestionError):
            searched.events(after=cursor)


@pytest.mark.parametrize("name", LISTS)
def test_frames(searched: Ledger, name: str) -> None:
    answers = getattr(searched, name)()
    rows = sum(len(answer.sides) if name == "disputes" else 1 for answer in answers)
    assert (len(answers.to_pandas()), len(answers.to_polars())) == (rows, rows)
    none = getattr(searched, name)(search="zebra")
    if name != "disputes" or not rows:
        assert list(none.to_pandas().columns) == list(none.to_polars().columns) == list(answers.to_pandas().columns)


def test_answers_are_models(searched: Ledger) -> None:
    answers = searched.events(limit=1)
    assert answers.answer is EventRow and [EventRow.model_validate(each.model_dump()) for each in answers] == list(
        answers
    )


def test_counts(ledger: Ledger) -> None:
    counted = ledger.stats()
    assert (counted.reports, counted.outlets, counted.unlinked) == (4, 2 + (example().report.outlet is not None), 0)
    assert counted.statements == sum(len(account.statements) for account in accounts())
    assert counted.events == sum(counted.grades.values()) == sum(counted.types.values()) == len(list(ledger.events()))


def test_what_is_counted_is_kept_until_something_is_added(ledger_url: str) -> None:
    with filled(ledger_url, [example(), roadblock()]) as ledger:
        counted = ledger.stats()
        with ledger.reading() as connection:
            assert counting.to_keep(connection) is None  # as it is kept
        with ledger.writing() as connection:
            counting.forget(connection)
        assert ledger.stats() == counted  # as it is counted anew
        link(ledger)
        ledger.add(again(outlet="Écho des Öde", published="2024-05-17"), weights="none")
        more = ledger.stats()
        assert (more.reports, more.unlinked) == (3, 1) and more.statements > counted.statements
        link(ledger)
        linked = ledger.stats()
        with ledger.writing() as connection:
            counting.forget(connection)
        assert linked == ledger.stats() and linked.unlinked == 0


def test_what_was_counted_before_something_was_added_is_not_kept(ledger_url: str) -> None:
    with filled(ledger_url, [example()]) as ledger:
        with ledger.writing() as connection:
            counting.forget(connection)
        with ledger.reading() as connection:
            counted = counting.to_keep(connection)
        assert counted is not None
        ledger.add(roadblock(), weights="none")
        with ledger.writing() as connection:
            counting.keep(connection, counted)
        with ledger.reading() as connection:
            assert connection.scalar(select(func.count()).select_from(Counted)) == 0
        link(ledger)
        with ledger.reading() as connection:
            assert connection.scalar(select(func.count()).select_from(Counted)) == 1
