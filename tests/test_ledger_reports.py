"""A ledger tells the whole of a report, and what is new in it, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from web_ledger import COPY, MARKET, STRIKE, TOLL, filled

from sayso import Ledger


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    with Ledger(filled(ledger_url)) as made:
        yield made


def id(story: object) -> str:
    return str(story.account().report.id)  # type: ignore[attr-defined]


def test_the_whole_of_a_report(ledger):
    story = ledger.report(id(COPY))
    assert (story.report.outlet, story.linked, story.corrections) == ("The Fjord Post", True, [])
    assert [one.id for one in story.copies] == [id(MARKET)]
    assert story.account == ledger.account(id(COPY))
    assert {part: (event.grade, event.reports) for part, event in story.events.items()} == {
        "e1": ("corroborated", 3),
        "e2": ("contested", 3),
    }
    assert {story.actors[actor.id].name for actor in story.account.actors} == {
        "Fjord Front", "Norwegian army", "Lena Vogt", "civilians"
    }  # fmt: skip
    assert [one.event for one in story.disputes] == [story.events["e2"].id]


def test_the_whole_of_a_report_has_what_people_corrected(ledger):
    part = f"{id(MARKET)}/s1"
    ledger.correct(part, {"force": "announce"}, who="Ada")
    (made,) = ledger.report(id(MARKET)).corrections
    assert (made.part, made.field, made.state) == (part, "force", "in force")
    assert ledger.report(id(MARKET)).account.statements[0].force == "announce"


def test_there_is_no_such_report(ledger):
    with pytest.raises(KeyError):
        ledger.report("nope")


def test_what_is_new(ledger):
    new = ledger.lately()
    assert new.until == "2020-03-10"
    assert [event.day for event in new.latest] == ["2020-03-09", "2020-03-03", "2020-03-02"]
    assert [event.grade for event in new.contested] == ["contested"]
    assert [dispute.kind for dispute in new.disputes] == ["quantity", "occurrence"]
    assert [report.id for report in new.added] == [id(story) for story in (STRIKE, TOLL, COPY, MARKET)]
    assert [(one.source, one.place) for one in new.refused] == [("saved/front-page.html", None)]


def test_an_empty_ledger_has_nothing_new(ledger_url):
    with Ledger(ledger_url) as empty:
        new = empty.lately()
    assert (new.until, new.latest, new.contested, new.disputes, new.added, new.refused) == (None, [], [], [], [], [])
