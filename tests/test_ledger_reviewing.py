"""What people who correct are shown: what to look at first, a part or a pair as it stands, who said what of it. Nobody
silently overrules what they have not seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from example_account import example, roadblock
from web_ledger import STORIES

from sayso import Account, Ledger
from sayso.ledger import uncertain
from sayso.ledger.changes import ConflictError, CorrectionError, fields, value, written
from sayso.ledger.corrections import of_value, parts
from sayso.ledger.filters import QuestionError
from sayso.ledger.uncertain import KINDS, Doubt
from sayso.linking.linker import link


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    with Ledger(ledger_url) as made:
        for story in STORIES.values():
            made.add(story.account(), weights="none")
        made.add(roadblock(), weights="none")
        link(made)
        yield made


@pytest.fixture
def event(ledger: Ledger) -> str:
    return of_kind(ledger, "event")[0].id


@pytest.fixture
def one_report(ledger_url: str) -> Iterator[tuple[Ledger, str]]:
    """A ledger that nobody has linked, and an event told in it."""
    with Ledger(ledger_url) as made:
        yield made, f"{made.add(roadblock(), weights='none').report}/e4"


def of_kind(ledger: Ledger, kind: Any) -> list[Doubt]:
    return ledger.doubts(kind)


# --- what to look at first ---


def test_the_least_certain_that_most_depends_on_comes_first(ledger: Ledger) -> None:
    found = ledger.doubts()
    assert {one.kind for one in found} == set(KINDS)
    assert [one.risk for one in found] == sorted((one.risk for one in found), reverse=True)
    assert [one for kind in KINDS for one in of_kind(ledger, kind)] == sorted(
        found, key=lambda one: KINDS.index(one.kind)
    )


def test_the_more_depends_on_it_the_earlier_it_comes(ledger: Ledger) -> None:
    alike = [one for one in of_kind(ledger, "event") if one.sure == 0.9]
    depends = [(one.grade == "contested", one.reports) for one in alike]
    assert depends == sorted(depends, reverse=True) and len(set(depends)) > 2


def test_statements_without_a_named_speaker_are_uncertain(ledger: Ledger) -> None:
    for doubt in of_kind(ledger, "statement"):
        story = ledger.part(doubt.id)
        speaker = story.account.actor(story.part.speaker)  # type: ignore[union-attr]
        assert speaker is None or speaker.kind == "anonymous"
        assert doubt.sure == (0.5 if speaker is None else 0.7)


def test_links_are_of_tellings_of_one_event(ledger: Ledger) -> None:
    for doubt in of_kind(ledger, "link"):
        pair = ledger.pair(*doubt.parts)
        assert pair.same and pair.join and {pair.join.one, pair.join.other} == set(doubt.parts)


def test_the_queue_goes_on_behind_a_place(ledger: Ledger) -> None:
    found = ledger.doubts()
    seen, after = [], None
    while page := ledger.doubts(after=after, limit=3):
        seen += page
        after = page[-1].cursor
    assert seen == found
    for wrong in ({"after": "no place"}, {"kind": "actor"}):
        with pytest.raises(QuestionError):
            ledger.doubts(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("verdict", ["right", "wrong", "mended"])
def test_what_is_decided_does_not_come_again_until_it_is_taken_back(ledger: Ledger, event: str, verdict: str) -> None:
    changes = {"status": "planned"} if verdict == "mended" else {verdict: True}
    (made,) = ledger.correct(event, changes, who="ann")
    link(ledger)
    assert event not in [one.id for one in ledger.doubts()]
    ledger.undo(made.id, who="ann")
    link(ledger)
    assert event in [one.id for one in ledger.doubts()]


@pytest.mark.parametrize("same", [True, False])
def test_a_link_that_is_decided_does_not_come_again(ledger: Ledger, same: bool) -> None:
    doubt = of_kind(ledger, "link")[0]
    made = ledger.correct_link(*doubt.parts, same=same, who="ann")
    assert doubt not in of_kind(ledger, "link"), "also before it is linked"
    link(ledger)
    assert doubt.id not in [one.id for one in of_kind(ledger, "link")]
    pair = ledger.pair(*doubt.parts)
    assert (pair.same, pair.linked, [one.id for one in pair.corrections]) == (same, True, [made.id])
    ledger.undo(made.id, who="ann")
    link(ledger)
    assert doubt.id in [one.id for one in of_kind(ledger, "link")]


def test_what_people_looked_at_stays_so_when_the_report_is_read_anew(ledger: Ledger, event: str) -> None:
    ledger.correct(event, {"right": True}, who="ann")
    ledger.replace(ledger.account(event.partition("/")[0], corrected=False), weights="newer")
    link(ledger)
    assert event not in [one.id for one in ledger.doubts()]


def test_however_many_there_are_few_are_weighed(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, most in (("LATEST", 2), ("CONTESTED", 1), ("MOST_TOLD", 1), ("TELLINGS", 2)):
        monkeypatch.setattr(uncertain, name, most)
    assert 1 <= len(of_kind(ledger, "event")) <= 4
    assert len(of_kind(ledger, "statement")) <= 2


# --- as it stands ---


def test_a_part_is_shown_as_it_stands_with_what_was_said_of_it(ledger: Ledger, event: str) -> None:
    first = ledger.part(event)
    assert (first.there, first.checked, first.corrections, first.last) == (True, [], [], "")
    (made,) = ledger.correct(event, {"status": "planned"}, who="ann")
    (gone,) = ledger.correct(event, {"wrong": True}, who="bob")
    story = ledger.part(event)
    assert (story.there, story.linked, story.last) == (False, False, gone.id)
    assert [(one.who, one.state) for one in story.corrections] == [("ann", "in force"), ("bob", "in force")]
    taken = ledger.undo(made.id, who="bob")
    assert [one.id for one in ledger.part(event).corrections] == [made.id, gone.id, taken.id]
    assert ledger.correction(made.id).state == "taken back"


@pytest.mark.parametrize("account", [example(), roadblock(), *(story.account() for story in STORIES.values())])
def test_what_a_field_holds_is_written_as_a_person_would_write_it(account: Account) -> None:
    for part in parts(account):
        for field in fields(part):
            pieces = written(account, part, field)
            many = isinstance(getattr(part, field), list)
            if field != "mode":  # those of accounts made by hand are not always modes
                read = value(account, part, field, pieces if many else "".join(pieces))
                assert meant(read) == meant(of_value(account, part, field)), (part.id, field)


def meant(held: Any) -> Any:
    """Whom a speaker is, and which words tell a place: who wrote an account by hand knows no gazetteer."""
    if isinstance(held, dict):
        return held.get("actor") or held["span"]
    return held


def test_corrections_are_listed_the_last_first(one_report: tuple[Ledger, str]) -> None:
    ledger, event = one_report
    for who, status in (("ann", "possible"), ("bob", "planned"), ("ann", "denied")):
        ledger.correct(event, {"status": status}, who=who)
    everything = ledger.corrections()[::-1]
    assert [(one.who, one.after, one.state) for one in ledger.latest_corrections()] == [
        ("ann", "denied", "in force"), ("bob", "planned", "overruled"), ("ann", "possible", "overruled"),
    ]  # fmt: skip
    assert ledger.latest_corrections(who="bob") == everything[1:2]
    first = ledger.latest_corrections(limit=2)
    assert first + ledger.latest_corrections(after=first[-1].id) == everything
    with pytest.raises(QuestionError):
        ledger.latest_corrections(after="none")
    with pytest.raises(KeyError):
        ledger.correction("none")


# --- two at once ---


@pytest.mark.parametrize(
    ("theirs", "mine", "clash"),
    [
        ({"status": "possible"}, {"status": "denied"}, True),
        ({"status": "possible"}, {"status": "possible", "mode": ""}, False),
        ({"status": "possible"}, {"mode": ""}, False),
        ({"status": "possible"}, {"right": True}, True),
        ({"wrong": True}, {"status": "denied"}, True),
        ({"wrong": True}, {"right": True}, True),
        ({"right": True}, {"right": True}, False),
    ],
)
def test_who_has_not_seen_what_another_said_does_not_overrule_it(
    one_report: tuple[Ledger, str], theirs: dict[str, Any], mine: dict[str, Any], clash: bool
) -> None:
    ledger, event = one_report
    ledger.correct(event, {"trigger": ledger.account(event[:16]).words((0, 6))}, who="bob")
    seen = ledger.part(event).last
    other = ledger.correct(event, theirs, who="bob")
    if clash:
        with pytest.raises(ConflictError) as error:
            ledger.correct(event, mine, who="ann", seen=seen)
        assert [one.id for one in error.value.others] == [one.id for one in other]
        assert [one.who for one in ledger.corrections()] == ["bob", "bob"]
    assert ledger.correct(event, mine, who="ann", seen=ledger.part(event).last if clash else seen)


def test_nobody_clashes_with_himself_or_with_what_is_said_of_another_part(one_report: tuple[Ledger, str]) -> None:
    ledger, event = one_report
    report = event.partition("/")[0]
    other = next(f"{report}/{one.id}" for one in ledger.account(report).statements)
    ledger.correct(other, {"wrong": True}, who="bob")
    ledger.correct(event, {"status": "possible"}, who="ann", seen="")
    ledger.correct(event, {"status": "denied"}, who="ann", seen="")
    with pytest.raises(CorrectionError, match="look at it again"):
        ledger.correct(event, {"status": "denied"}, who="ann", seen="none")


def test_a_link_and_an_undoing_clash_likewise(ledger: Ledger) -> None:
    one, other = of_kind(ledger, "link")[0].parts
    made = ledger.correct_link(one, other, same=False, who="bob")
    with pytest.raises(ConflictError):
        ledger.correct_link(other, one, same=True, who="ann", seen="")
    ledger.undo(made.id, who="bob")
    with pytest.raises(ConflictError) as error:
        ledger.undo(made.id, who="ann")
    assert [one.undoes for one in error.value.others] == [made.id]
