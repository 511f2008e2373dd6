"""Events in a ledger are worked out again where what they rest on has changed, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from example_account import roadblock
from sqlalchemy import select, update

from benchmarks.contents import IN_ORDER, contents, differences
from sayso import Account, Ledger, Report, read
from sayso.ledger import schema
from sayso.ledger.errors import BecameError
from sayso.linking import gathering
from sayso.linking.linker import link


def edition(number: int, **told: Any) -> Account:
    """A report that tells the same in the same words; told: what its account has otherwise."""
    account = roadblock()
    known = {
        "text": f"{account.report.text}\nEdition {number}\n", "id": "", "outlet": f"The Altiplano Post {number}",
        "agency": told.pop("agency", None),
    }  # fmt: skip
    return account.model_copy(update={"report": Report(**{**dict(account.report), **known}), **told})


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "sayso.db") as opened:
        yield opened


def test_a_copy_brings_its_agency_to_what_it_does_not_tell_itself(ledger: Ledger, tmp_path: Path) -> None:
    whole, credited = edition(1), edition(2, agency="Reuters", events=[], disputes=[])
    for account in (whole, credited):
        ledger.add(account)
        link(ledger)
    assert any(voice.name == "Reuters" for event in ledger.events() for voice in ledger.event(event.id).voices)
    with Ledger(tmp_path / "at-once.db") as other:
        list(other.add_many([credited, whole]))
        link(other)
        assert differences(contents(other, IN_ORDER), contents(ledger, IN_ORDER)) == []


ACCUSED = """Kasulu quarry cave-in: diggers missing, governor says

KIGOMA, Tanzania, June 8 - At least nine diggers are missing after an unlicensed quarry caved in near Kasulu in western
Tanzania on Monday night, Governor Jonas Shirima said.

Activist Asha Mrema accused guards posted at the quarry of taking bribes to let diggers in at night.
"""
GASSED = """Kasulu quarry cave-in: Police fire tear gas at families

KIGOMA, Tanzania, June 10 - Police fired tear gas on Thursday at relatives of diggers missing after an unlicensed quarry
caved in near Kasulu in western Tanzania, Governor Jonas Shirima said.
"""


def test_what_reports_of_one_story_are_about_is_no_word_for_each_other(tmp_path: Path) -> None:
    accounts = [
        read(ACCUSED, published="2021-06-08", outlet="Lake Post"),
        read(GASSED, published="2021-06-10", outlet="Coast Daily"),
    ]
    found = []
    for number, given in enumerate((accounts, accounts[::-1])):
        with Ledger(tmp_path / f"{number}.db") as ledger:
            for account in given:
                ledger.add(account)
                link(ledger)
            events = {event.type: ledger.event(event.id) for event in ledger.events()}
            found.append({(event.id, event.grade, tuple(event.voices_for)) for event in ledger.events()})
        accused, gassed = events["ACCUSE"], events["ASSAULT"]
        assert [voice.name for voice in accused.voices] == ["Lake Post"]
        assert gassed.event.id in {one.id for one in accused.beside}
        assert accused.event.id in {one.id for one in gassed.beside}
    assert found[0] == found[1]


def test_only_events_of_what_has_changed_are_worked_out_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    list(ledger.add_many([edition(1), edition(2), edition(3, events=[], disputes=[])]))
    link(ledger)
    kept: list[str] = []
    monkeypatch.setattr(
        gathering, "_keep", lambda _, world, found: kept.extend(one.ref for group in found for one in group)
    )
    with ledger.reading() as connection:
        reports = dict(map(tuple, connection.execute(select(schema.Report.pk, schema.Report.id))))
    gathering.gather(ledger, reports, lambda done: None)
    assert kept == []
    (first, *_) = reports
    with ledger.writing() as connection:
        connection.execute(update(schema.Report).where(schema.Report.pk == first).values(linked=False))
    gathering.gather(ledger, [first], lambda done: None)
    events = {event.id for event in roadblock().events}
    assert {ref.split("/")[1] for ref in kept if ref.startswith(reports[first])} == events


def test_what_is_read_anew_meanwhile_is_linked_when_that_is(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew = edition(2, events=[], disputes=[])
    list(ledger.add_many([edition(1), edition(2), edition(3)]))
    divided = gathering._divided

    def meanwhile(*given: Any) -> Any:
        found = divided(*given)
        ledger.replace(anew)
        return found

    monkeypatch.setattr(gathering, "_divided", meanwhile)
    assert link(ledger) == 0 and ledger.stats().unlinked == 3
    monkeypatch.undo()
    assert link(ledger) == 3
    with Ledger(tmp_path / "at-once.db") as other:
        list(other.add_many([edition(1), anew, edition(3)]))
        link(other)
        assert differences(contents(other, IN_ORDER), contents(ledger, IN_ORDER)) == []


def test_stopped_between_two_events_all_of_them_are_worked_out_again(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = [edition(1), edition(2), edition(3)]
    list(ledger.add_many(editions[:2]))
    link(ledger)
    ledger.add(editions[2])
    keep, kept = gathering._keep, list[Any]()

    def stops(*given: Any) -> None:
        if kept:
            raise KeyboardInterrupt
        kept.append(keep(*given))

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(gathering, "TOGETHER", 1)
        patched.setattr(gathering, "_keep", stops)
        link(ledger)
    assert kept and ledger.stats().unlinked == 3  # those linked before, too: their events are no longer what they were
    link(ledger)
    assert ledger.stats().unlinked == 0
    with Ledger(tmp_path / "undisturbed.db") as other:
        list(other.add_many(editions))
        link(other)
        assert differences(contents(other, IN_ORDER), contents(ledger, IN_ORDER)) == []


def test_a_dispute_about_no_event_is_that_of_its_report_and_once_with_its_copies(
    ledger: Ledger, tmp_path: Path
) -> None:
    account = roadblock()
    matter = account.disputes[0].model_copy(
        update={"id": "d9", "issue": "whether the permit was asked for", "events": []}
    )
    printed = edition(1, disputes=[*account.disputes, matter])
    copied = edition(2, disputes=[*account.disputes, matter])
    printed.report.published = "2024-05-15"
    printed.report.url, copied.report.url = "https://one.example/1", "https://two.example/2"
    for given in (copied, printed):
        ledger.add(given)
        link(ledger)
    (found,) = (one for one in ledger.disputes(by="day") if one.issue == matter.issue)
    assert found.event is None and found.day == "2024-05-15" and found.reports == 2
    assert (
        [found]
        == list(ledger.disputes(about="permit", until="2024-05-15"))
        == list(ledger.disputes(outlet="The Altiplano Post 1", about="permit"))
    )
    assert (
        list(ledger.disputes(about="permit", type="coerce"))
        == list(ledger.disputes(about="permit", since="2024-05-16"))
        == []
    )
    story = ledger.dispute(found.id)
    assert story.event is None and all(side.statements for side in story.sides)
    assert all(found in ledger.report(report.id).disputes for report in ledger.reports())
    with Ledger(tmp_path / "at-once.db") as other:
        list(other.add_many([printed, copied]))
        link(other)
        assert differences(contents(other, IN_ORDER), contents(ledger, IN_ORDER)) == []


def test_ids_that_are_no_more_lead_to_the_event_that_there_is(ledger: Ledger) -> None:
    later, first, before_both = edition(1), edition(2), edition(3)
    first.report.published, before_both.report.published = "1999-01-02", "1999-01-01"  # when it was is told the same
    ledger.add(later)
    link(ledger)
    events = {event.id: {one.id for one in ledger.event(event.id).tellings} for event in ledger.events()}
    disputes = {dispute.id for dispute in ledger.disputes()}
    for account in (first, before_both):  # an event is called by its first telling
        ledger.add(account)
        link(ledger)
    now = {one.id: event.id for event in ledger.events() for one in ledger.event(event.id).tellings}
    gone = events.keys() - set(now.values())
    assert gone and disputes
    for event in gone:
        with pytest.raises(BecameError) as became:
            ledger.event(event)
        assert {became.value.became} == {now[telling] for telling in events[event]}
    for dispute in disputes - {one.id for one in ledger.disputes()}:
        with pytest.raises(BecameError) as became:
            ledger.dispute(dispute)
        assert ledger.event(became.value.became).disputes


def test_an_actor_who_is_called_by_an_earlier_report_is_found_by_the_former_id(ledger: Ledger) -> None:
    later, first = edition(1), edition(2)
    first.report.published = "1999-01-01"
    ledger.add(later)
    link(ledger)
    before = {actor.id: actor.name for actor in ledger.actors()}
    ledger.add(first)
    link(ledger)
    name = {actor.id: actor.name for actor in ledger.actors()}
    gone = before.keys() - name.keys()
    assert gone and all(name)
    for id in gone:
        for ask in (ledger.actor, ledger.portrait):
            with pytest.raises(BecameError) as became:
                ask(id)
            assert became.value.what == "actor" and name[became.value.became] == before[id]


def test_a_dispute_keeps_its_address_while_others_join_it(ledger: Ledger) -> None:
    ledger.add(edition(1))
    link(ledger)
    before = {dispute.id: dispute.reports for dispute in ledger.disputes()}
    later = edition(2)
    later.report.published = "2031-01-01"
    ledger.add(later)
    link(ledger)
    after = {dispute.id: dispute.reports for dispute in ledger.disputes()}
    assert before and before.keys() <= after.keys()
