"""A report goes into a ledger whole or not at all, and once; a changed one at a URL is a new version of it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from example_account import ROADBLOCK, example, roadblock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, event, select, text

from sayso import Account, Ledger, Report
from sayso.intake import Refusal
from sayso.ledger import schema
from sayso.ledger.store import REPORTS
from sayso.model import identify
from sayso.reader import weights_version

PARTS = ("namings", "statements", "tellings", "parts", "words", "contests")


def edition(number: int, account: Account | None = None, **known: Any) -> Account:
    """The account of another report that tells the same, and says at its end which edition it is."""
    account = account or roadblock()
    changed = account.report.text + f"\nEdition {number}\n"
    return account.model_copy(update={"report": Report(**{**dict(account.report), "text": changed, "id": "", **known})})


def rows(ledger: Ledger, question: Any) -> list[tuple[Any, ...]]:
    with ledger.reading() as connection:
        return [tuple(row) for row in connection.execute(question)]


def counts(ledger: Ledger) -> dict[str, int]:
    return {table: rows(ledger, text(f"SELECT count(*) FROM {table}"))[0][0] for table in ("reports", *PARTS)}


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    with Ledger(ledger_url) as made:
        yield made


# --- what goes in ---


def test_a_report_is_known_by_what_it_is(ledger: Ledger) -> None:
    account = roadblock()
    added = ledger.add(account)
    id = identify(ROADBLOCK, "The Altiplano Post", "2024-05-16")
    assert (added.report, added.outcome, added.version) == (id, "added", 1)
    report = schema.Report
    assert rows(
        ledger,
        select(
            report.id, report.source_id, report.title, report.outlet, report.dateline, report.published, report.text,
            report.words, report.format, report.weights, report.linked, report.family,
        ),
    ) == [
        (
            id, "roadblock", "Trucks burn on the road to Ollagüe as drivers and police trade blame",
            "The Altiplano Post", "CALAMA, Chile", "2024-05-16", ROADBLOCK, len(ROADBLOCK.split()), "sayso/1",
            weights_version(), False, None,
        )
    ]  # fmt: skip


def test_an_id_that_was_worked_out_is_nothing_it_came_with(ledger: Ledger) -> None:
    ledger.add(edition(1))
    assert rows(ledger, select(schema.Report.source_id)) == [(None,)]


def test_the_account_comes_out_as_it_went_in(ledger: Ledger) -> None:
    account = roadblock()
    added = ledger.add(account)
    found = ledger.account(added.report)
    assert found.report.id == added.report
    assert found.to_dict() == {**account.to_dict(), "report": {**account.report.model_dump(), "id": added.report}}
    with pytest.raises(KeyError):
        ledger.account("roadblock")


def test_who_is_in_it(ledger: Ledger) -> None:
    ledger.add(roadblock())
    naming = schema.Naming
    question = select(naming.id, naming.name, naming.kind, naming.role, naming.country, naming.sector, naming.aliases)
    assert rows(ledger, question.where(naming.id.in_(["a2", "a5", "a10"])).order_by(naming.pk)) == [
        ("a2", "truck drivers", "group", None, None, "CVL", ["The drivers"]),
        ("a5", "Ramón Quisbert", "person", "chairman of the Drivers’ Federation", None, "CVL", ["Quisbert"]),
        ("a10", "Bolivia’s Interior Ministry", "government", None, "BOL", "GOV", []),
    ]


def test_who_says_what(ledger: Ledger) -> None:
    ledger.add(roadblock())
    said, speaker = schema.Statement, schema.Naming
    question = select(speaker.name, said.id, said.cue, said.said, said.force, said.quotation, said.via, said.position)
    question = question.outerjoin(speaker, speaker.pk == said.speaker_pk).order_by(said.pk)
    seen = "armed men cross the border on Tuesday night"
    assert rows(ledger, question.where(said.id.in_(["s2", "s8"]))) == [
        ("police", "s2", "deny", "that a shot was fired", "deny", "indirect", [],
         ROADBLOCK.index("that a shot")),
        ("customs official", "s8", None, seen, "assert", "indirect", ["a7"], ROADBLOCK.index(seen)),
    ]  # fmt: skip


def test_an_event_with_those_who_take_part_and_on_whose_word(ledger: Ledger) -> None:
    ledger.add(roadblock())
    telling, naming, part = schema.Telling, schema.Naming, schema.Part
    question = select(
        telling.id, telling.type, telling.mode, telling.trigger, telling.evidence, telling.status, telling.confidence,
        telling.start, telling.place, telling.country, telling.geonameid, telling.quantities,
    )  # fmt: skip
    hurt = {"value": 30.0, "max": 40.0, "unit": "hurt", "approximate": False}
    assert rows(ledger, question.where(telling.id.in_(["e4", "e6"])).order_by(telling.pk)) == [
        ("e4", "ASSAULT", "firearms", "shot", "The drivers say police shot at the fuel tanks", "claimed", 0.83,
         "2024-05-15", None, None, None, [hurt]),
        ("e6", "MOBILIZE", None, "cross the border",
         "a customs official in Uyuni had seen armed men cross the border on Tuesday night", "denied", 0.7,
         "2024-05-14", "Uyuni", "BOL", 3901903, []),
    ]  # fmt: skip
    taking = select(part.part, naming.name).join(naming, naming.pk == part.naming_pk)
    taking = taking.join(telling, telling.pk == part.telling_pk).where(telling.id == "e4")
    assert set(rows(ledger, taking)) == {("actor", "police"), ("recipient", "truck drivers")}
    word, said = schema.Word, schema.Statement
    words = select(said.id, word.place).join(said, said.pk == word.statement_pk)
    words = words.join(telling, telling.pk == word.telling_pk).where(telling.id == "e6").order_by(word.place)
    assert rows(ledger, words) == [("s7", 0), ("s8", 1), ("s9", 2)]


def test_what_its_sources_contradict_each_other_on(ledger: Ledger) -> None:
    ledger.add(roadblock())
    contest = schema.Contest
    sides = [
        {"position": "30 to 40", "actors": ["a3"], "statements": ["s3"]},
        {"position": "nine", "actors": ["a4"], "statements": ["s4"]},
    ]
    question = select(contest.id, contest.kind, contest.issue, contest.tellings, contest.sides)
    assert rows(ledger, question.where(contest.id == "d2")) == [
        ("d2", "quantity", "how many people were hurt", ["e4"], sides)
    ]


def test_what_stands_on_several_lines_is_shown_on_one(ledger: Ledger) -> None:
    account = roadblock()
    account.report.text = account.report.text.replace("fuel tanks", "fuel\ntanks")
    ledger.add(account)
    assert ("The drivers say police shot at the fuel tanks",) in rows(ledger, select(schema.Telling.evidence))


# --- again, and changed ---


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    first = ledger.add(roadblock(), weights="old")
    before = counts(ledger)
    again = ledger.add(roadblock(), weights="new")
    assert (again.report, again.outcome, again.version) == (first.report, "already there", 1)
    assert counts(ledger) == before
    assert rows(ledger, select(schema.Report.weights)) == [("old",)]


def test_a_changed_text_at_a_url_is_a_new_version(ledger: Ledger) -> None:
    url = "https://altiplano.example/trucks"
    outcomes = [ledger.add(edition(number, url=url)) for number in (1, 2, 1, 3, 2)]
    assert [(added.outcome, added.version) for added in outcomes] == [
        ("added", 1), ("new version", 2), ("already there", 1), ("new version", 3), ("already there", 2),
    ]  # fmt: skip
    assert ledger.add(edition(4, url=f"{url}?page=2")).version == 1
    assert [ledger.add(edition(number)).version for number in (5, 6)] == [1, 1]


def test_versions_and_repeats_within_what_goes_in_together(ledger: Ledger) -> None:
    accounts = [edition(number, url="https://altiplano.example/trucks") for number in (1, 2, 1, 3)]
    outcomes = [(added.outcome, added.version) for added in ledger.add_many(accounts)]
    assert outcomes == [("added", 1), ("new version", 2), ("already there", 1), ("new version", 3)]


def test_many_at_once_and_one_by_one_give_the_same(tmp_path: Path) -> None:
    accounts = [edition(number % 150, url=f"https://altiplano.example/{number % 7}") for number in range(200)]
    with Ledger(tmp_path / "one.db") as one, Ledger(tmp_path / "many.db") as many:
        assert [one.add(account) for account in accounts] == list(many.add_many(accounts))
        everything = select(schema.Report.pk, schema.Report.id, schema.Report.version, schema.Report.account)
        assert rows(one, everything) == rows(many, everything)
        assert counts(one) == counts(many)


def test_what_is_said_to_be_there_is_there(ledger_url: str) -> None:
    with Ledger(ledger_url) as ledger, Ledger(ledger_url) as other:
        for added in ledger.add_many(edition(number) for number in range(REPORTS + 3)):
            assert other.has([added.report])


def test_what_was_read_before_an_interruption_is_kept(ledger: Ledger) -> None:
    def interrupted() -> Iterator[Account]:
        yield from map(edition, range(3))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(ledger.add_many(interrupted()))
    assert counts(ledger)["reports"] == 3


@pytest.mark.parametrize("number", [REPORTS, REPORTS - 1], ids=["between", "at the end"])
def test_an_interruption_while_reports_go_in_waits_until_they_are_in(
    ledger: Ledger, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.ledger.store.SECONDS", 3600.0)  # they go in together, however slow the machine is

    def interrupted(connection: Connection, cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("INSERT INTO tellings"):
            signal.raise_signal(signal.SIGINT)

    event.listen(Engine, "before_cursor_execute", interrupted)
    try:
        with pytest.raises(KeyboardInterrupt):
            list(ledger.add_many(map(edition, range(number))))
    finally:
        event.remove(Engine, "before_cursor_execute", interrupted)
    assert counts(ledger)["reports"] == number


def test_an_account_that_does_not_hold_together_leaves_nothing_behind(ledger: Ledger) -> None:
    account = roadblock()
    account.events[-1].actors = ["a99"]
    with pytest.raises(KeyError):
        list(ledger.add_many([edition(1), account]))
    assert set(counts(ledger).values()) == {0}


# --- replacing ---


def test_a_newer_reading_takes_the_place_of_the_older(ledger: Ledger) -> None:
    url = "https://altiplano.example/trucks"
    first, other = ledger.add(edition(1, url=url), weights="old"), ledger.add(edition(2, example()), weights="old")
    before = counts(ledger)
    with ledger.writing() as connection:
        connection.execute(text("UPDATE reports SET linked = true, family = 'f'"))
    better = edition(1, url=url)
    better.statements, better.events, better.disputes = better.statements[:3], better.events[:3], []
    ledger.replace(better, weights="new")
    after = counts(ledger)
    assert (before["reports"], before["namings"]) == (after["reports"], after["namings"])
    assert {table: before[table] - after[table] for table in ("statements", "tellings", "contests")} == {
        "statements": 8, "tellings": 7, "contests": 2,
    }  # fmt: skip
    report = schema.Report
    assert rows(ledger, select(report.id, report.weights, report.linked, report.version).order_by(report.pk)) == [
        (first.report, "new", False, 1), (other.report, "old", True, 1),
    ]  # fmt: skip
    assert ledger.account(first.report).events == better.events
    with pytest.raises(KeyError):
        ledger.replace(edition(3))


def test_reports_that_other_weights_read(ledger: Ledger) -> None:
    old = [added.report for added in ledger.add_many(map(edition, range(5)), weights="old")]
    ledger.add(edition(5))
    assert list(ledger.outdated()) == sorted(old)
    assert list(ledger.outdated("old")) == [identify(edition(5).report.text, "The Altiplano Post", "2024-05-16")]
    for number, id in enumerate(ledger.outdated()):  # they may be replaced while they are gone through
        assert id == sorted(old)[number]
        ledger.replace(ledger.account(id))
    assert not list(ledger.outdated())


# --- refusals ---


def test_what_is_refused_is_kept_once_with_its_reason(ledger: Ledger) -> None:
    refusals = [
        Refusal("news.jsonl", "line 3", "not English"),
        Refusal("news.jsonl", "line 17", "empty"),
        Refusal("https://altiplano.example/feed", None, "no article found in the page"),
    ]
    ledger.refuse(refusals[:2])
    ledger.refuse([*refusals, refusals[0]])
    ledger.refuse([])
    assert ledger.refused() == refusals


# --- whatever a report holds ---

anything = st.text(
    st.characters(codec=None, exclude_categories=()) | st.sampled_from("\0\ud800\udfff\U0001f600İ"), max_size=30
)
varied = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(5000))  # nothing to compress
long = st.sampled_from([varied, "İ" * 5000, "\0" * 5000, "\ud800" * 5000])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(words=anything.filter(bool), known=st.lists(anything | long | st.none(), min_size=6, max_size=6))
def test_whatever_a_report_holds_it_goes_in_and_comes_out_as_it_was(
    ledger: Ledger, words: str, known: list[str | None]
) -> None:
    fields = dict(zip(("url", "title", "outlet", "byline", "agency", "published"), known, strict=True))
    account = Account(
        report=Report(text=words, **fields),
        actors=[{"id": "a1", "name": known[0] or "", "kind": "person", "aliases": [known[1] or ""]}],
        statements=[
            {"id": "s1", "speaker": "a1", "content": [(0, len(words))], "quotation": "direct", "force": "assert"}
        ],
    )
    added = ledger.add(account)
    if added.outcome != "already there":  # the same words, of which something else is known
        assert ledger.account(added.report) == account
    assert ledger.add(account).outcome == "already there"
    ledger.refuse([Refusal(known[0] or "", known[1], known[2] or "")])
    (stored,) = rows(ledger, select(schema.Report.text).where(schema.Report.id == added.report))
    assert len(stored[0]) == len(words)  # positions stay what they are


def test_a_text_longer_than_any_index_of_words_takes(ledger: Ledger) -> None:
    report = Report(text=" ".join(f"w{number:x}" for number in range(140_000)), outlet="The Altiplano Post")
    assert ledger.add(Account(report=report)).outcome == "added"
