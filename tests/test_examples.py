"""The reports of the examples in a ledger: what somebody sees who tries sayso on them for the first time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from conftest import REPOSITORY
from typer.testing import CliRunner

from sayso import Ledger, cli
from sayso.ledger.answers import EventRow

REPORTS = REPOSITORY / "examples" / "reports.jsonl"
ADDED = 14

MARKET, DOCKERS, ENGINEERS, TRUCE = "shelled market", "beat dockers", "abducted engineers", "signed cease-fire"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    where = tmp_path_factory.mktemp("examples") / "demo.db"
    done = CliRunner().invoke(cli.app, ["add", str(REPORTS), "--ledger", str(where), "--jobs", "1"])
    assert done.exit_code == 0 and f"{ADDED} added, 0 refused" in done.stderr, done.output
    with Ledger(where, create=False) as opened:
        yield opened


def told(ledger: Ledger, words: str) -> EventRow:
    """The one event that several outlets tell in these words."""
    (event,) = [event for event in ledger.events(about=words) if len(event.outlets) > 1]
    return event


def test_every_report_has_its_outlet_and_a_copy_its_agencys_story(ledger: Ledger) -> None:
    reports = list(ledger.reports())
    families = Counter(report.family or report.id for report in reports)
    (agencys,) = [family for family, size in families.items() if size > 1]
    assert len(reports) == ADDED and len({report.outlet for report in reports}) == 6
    assert {report.outlet for report in reports if (report.family or report.id) == agencys} == {
        "Isthmus Press",
        "The Meridian Post",
        "Radio Cordillera",
    }


@pytest.mark.parametrize(
    ("words", "place", "day", "reports", "grade"),
    [
        (MARKET, "Siquirres", "2019-03-05", 5, "contested"),
        (DOCKERS, "Golfito", "2019-03-11", 3, "contested"),
        (ENGINEERS, "Nicoya", "2019-03-11", 3, "admitted"),
        (TRUCE, "Panama City", "2019-03-15", 3, "corroborated"),
    ],
)
def test_what_several_outlets_tell_is_one_event(
    ledger: Ledger, words: str, place: str, day: str, reports: int, grade: str
) -> None:
    event = told(ledger, words)
    assert (event.place, event.day, event.reports, event.grade) == (place, day, reports, grade)


@pytest.mark.parametrize(
    ("words", "told_by", "denied_by"),
    [
        (MARKET, {"Isidro Morales", "Civil Watch", "Elena Vargas"}, {"Elena Vargas"}),
        (DOCKERS, {"Beatriz Campos", "Samuel Gordon"}, {"Costa Rica, government"}),
        (ENGINEERS, {"Rio Verde Power", "Tempisque Brigade", "Northern Courier"}, set()),
        (TRUCE, {"Lucia Herrera", "Central Valley Gazette", "The Caribbean Herald"}, set()),
    ],
)
def test_each_event_has_its_voices(ledger: Ledger, words: str, told_by: set[str], denied_by: set[str]) -> None:
    event = told(ledger, words)
    assert (set(event.voices_for), set(event.voices_against)) == (told_by, denied_by)


@pytest.mark.parametrize(
    ("words", "kind", "sides"),
    [
        (MARKET, "actor", [{"Isidro Morales", "Civil Watch"}, {"Elena Vargas"}]),
        (DOCKERS, "occurrence", [{"Beatriz Campos", "Samuel Gordon"}, {"Costa Rica, government", "Oscar Bolanos"}]),
    ],
)
def test_a_dispute_across_outlets_has_its_two_sides(
    ledger: Ledger, words: str, kind: str, sides: list[set[str]]
) -> None:
    event = told(ledger, words)
    (dispute,) = [dispute for dispute in ledger.disputes() if dispute.event == event.id]
    assert (dispute.kind, [set(side.voices) for side in dispute.sides]) == (kind, sides)
    assert dispute.reports > 1


def test_the_dead_of_the_market_are_a_series(ledger: Ledger) -> None:
    (dead,) = ledger.event(told(ledger, MARKET).id).series
    assert [(point.day, point.value, point.update) for point in dead.points] == [
        ("2019-03-05", 9, False),
        ("2019-03-06", 14, True),
        ("2019-03-08", 17, True),
    ]


def test_a_minister_is_one_by_name_and_by_office(ledger: Ledger) -> None:
    (minister,) = [actor for actor in ledger.actors() if "Vargas" in actor.name]
    assert (minister.name, minister.country, minister.sector, minister.reports) == ("Elena Vargas", "CRI", "GOV", 7)
    (demand,) = ledger.events(about="called on the interior minister", type="REQUEST")
    assert [party.name for party in demand.recipients] == ["Elena Vargas"]


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("attacked post", "contested"),
        ("arrested farmers", "denied"),
        ("detained reporter", "single source"),
        ("dockers would go on strike", "open"),
        ("meet March", "open"),
    ],
)
def test_what_one_side_tells_keeps_its_grade(ledger: Ledger, words: str, grade: str) -> None:
    assert {event.grade for event in ledger.events(about=words)} == {grade}
