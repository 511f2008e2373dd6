"""What people correct wins over the machine: in the account, in what is asked of the ledger, read or linked again."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from example_account import ROADBLOCK, find, roadblock
from hypothesis import given, settings
from hypothesis import strategies as st
from scenes import by_ref
from sqlalchemy import select, text, update
from typer.testing import CliRunner

from sayso import Account, Ledger, Report
from sayso.cli import app
from sayso.ledger import entries, schema
from sayso.ledger.changes import CorrectionError
from sayso.ledger.corrections import Correction, anchor, found, laid, parts
from sayso.linking import events
from sayso.linking.linker import link, relink
from sayso.linking.told import Telling
from sayso.views import exports

AIMED, SAW, HURT = (find(ROADBLOCK, words) for words in ("They aimed", "we all saw it", "between 30 and 40"))


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    with Ledger(ledger_url) as made:
        yield made


@pytest.fixture
def report(ledger: Ledger) -> str:
    return ledger.add(roadblock()).report


def part(account: Account, id: str) -> Any:
    return next((one for one in parts(account) if one.id == id), None)


def reread(change: Mapping[str, Any] | None = None) -> Account:
    """The same report as another reading has it: ids are counted otherwise, and one actor and one statement lack."""
    account = roadblock().to_dict()
    written = json.dumps(account)
    for letter, number in (("a", 12), ("s", 11), ("e", 10)):
        for at in range(number, 0, -1):
            written = written.replace(f'"{letter}{at}"', f'"{letter}{at + 20}"')
    made = json.loads(written)
    for name in ("actors", "statements", "events"):
        made[name].reverse()
    return Account.model_validate({**made, **(change or {})})


def row(ledger: Ledger, table: Any, report: str, id: str) -> Any:
    question = select(table).join(schema.Report, schema.Report.pk == table.report_pk)
    with ledger.reading() as connection:
        found = connection.execute(question.where(schema.Report.id == report, table.id == id)).mappings()
        return found.one_or_none()


# --- what can be corrected ---


@pytest.mark.parametrize(
    ("id", "field", "given", "expected"),
    [
        ("s5", "speaker", "police", "a1"),
        ("s5", "speaker", "a4", "a4"),
        ("s5", "speaker", "The hospital in Calama", "a4"),
        ("s5", "speaker", "", None),
        ("s5", "force", "assert", "assert"),
        ("s5", "quotation", "mixed", "mixed"),
        ("s5", "cue", "told reporters", find(ROADBLOCK, "told reporters")),
        ("s5", "cue", "", None),
        ("s5", "content", ["we all saw it", "They aimed"], [AIMED, SAW]),
        ("e4", "type", "COERCE", "COERCE"),
        ("e4", "mode", "explosives", "explosives"),
        ("e4", "status", "possible", "possible"),
        ("e4", "trigger", "shot at", find(ROADBLOCK, "shot at")),
        ("e4", "actors", ["Inés Arancibia", "police"], ["a6", "a1"]),
        ("e4", "recipients", "", []),
        ("e1", "place", "", None),
        ("e4", "time", "", None),
        ("e4", "quantities", [], []),
    ],
)  # fmt: skip
def test_a_person_corrects(ledger: Ledger, report: str, id: str, field: str, given: Any, expected: Any) -> None:
    before = getattr(part(ledger.account(report), id), field)
    (made,) = ledger.correct(f"{report}/{id}", {field: given}, who="ann", why="I read it")
    account = ledger.account(report)
    assert getattr(part(account, id), field) == expected
    assert (made.part, made.state, made.who, made.why) == (f"{report}/{id}", "in force", "ann", "I read it")
    assert getattr(part(ledger.account(report, corrected=False), id), field) == before
    machine = roadblock().to_dict()
    if field != "type":  # whose mode goes with it
        setattr(part(account, id), field, before)
        if field == "speaker":
            part(account, id).speaker_span = part(roadblock(), id).speaker_span
            account.disputes = roadblock().disputes
        assert {**account.to_dict(), "report": None} == {**machine, "report": None}


@pytest.mark.parametrize(
    ("field", "given", "expected"),
    [
        ("place", "Iquique", {"name": "Iquique", "country": "CHL", "span": find(ROADBLOCK, "Iquique")}),
        ("place", "3901903: Uyuni", {"geonameid": 3901903, "country": "BOL", "span": find(ROADBLOCK, "Uyuni")}),
        ("place", "Santiago, CHL", {"country": "CHL", "span": find(ROADBLOCK, "Santiago")}),
        ("time", "2024-05-14: on Tuesday night", {"start": "2024-05-14", "text": "on Tuesday night"}),
        ("time", "2024-05-13/2024-05-14", {"start": "2024-05-13", "end": "2024-05-14", "text": "on Wednesday"}),
        (
            "quantities",
            ["~9 hurt: nine"],
            [{"value": 9.0, "max": None, "unit": "hurt", "approximate": True, "span": find(ROADBLOCK, "nine")}],
        ),
        (
            "quantities",
            ["30-40 hurt: between 30 and 40"],
            [{"value": 30.0, "max": 40.0, "unit": "hurt", "approximate": False, "span": HURT}],
        ),
    ],
)  # fmt: skip
def test_where_when_and_how_many(ledger: Ledger, report: str, field: str, given: Any, expected: Any) -> None:
    ledger.correct(f"{report}/e4", {field: given}, who="ann")
    value = part(ledger.account(report), "e4").model_dump()[field]
    assert value == expected if isinstance(expected, list) else expected.items() <= value.items()


@pytest.mark.parametrize(
    ("id", "changes", "words"),
    [
        ("s5", {"speaker": "Evo Morales"}, "nobody in the report is 'Evo Morales'; there is police, truck drivers"),
        ("s5", {"force": "shout"}, "'shout' is none of assert, deny"),
        ("s5", {"type": "ASSAULT"}, "'type' is nothing that a statement has"),
        ("s5", {"content": []}, "give the words that are said"),
        ("s5", {"cue": "whispered"}, "the report does not have the words 'whispered'"),
        ("s5", {"cue": "9000:9001"}, "no place in a text of"),
        ("e4", {"speaker": "police"}, "'speaker' is nothing that an event has"),
        ("e4", {"mode": "aerial", "type": "PROTEST"}, "'aerial' is no mode of PROTEST"),
        ("e4", {"place": "Xyzzyx"}, "no place is known as 'Xyzzyx'"),
        ("e4", {"place": "Buenos Aires"}, "which words of the report tell it"),
        ("e4", {"time": "Wednesday"}, "'Wednesday' is no day such as"),
        ("e4", {"time": "2024-05-15/2024-05-14"}, "ends before it begins"),
        ("e4", {"quantities": ["many"]}, "no figure such as"),
        ("e4", {"wrong": True, "right": True}, "say one thing"),
        ("e4", {}, "say one thing"),
    ],
)  # fmt: skip
def test_what_cannot_be_so_is_said_and_nothing_is_kept(
    ledger: Ledger, report: str, id: str, changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(CorrectionError, match=words):
        ledger.correct(f"{report}/{id}", changes, who="ann")
    assert ledger.corrections() == []
    assert ledger.account(report).to_dict() == ledger.account(report, corrected=False).to_dict()


def test_what_is_not_there(ledger: Ledger, report: str) -> None:
    for ref in (f"{report}/s99", "0000/s1", report):
        with pytest.raises(KeyError):
            ledger.correct(ref, {"right": True}, who="ann")
    with pytest.raises(KeyError):
        ledger.undo("0000", who="ann")


def test_he_stays_a_name_of_somebody_else_does_not(ledger: Ledger, report: str) -> None:
    ledger.correct(f"{report}/s11", {"speaker": "police"}, who="ann")  # "Quisbert warned"
    assert part(ledger.account(report), "s11").speaker_span is None


def test_what_is_no_statement_goes_from_all_that_rests_on_it(ledger: Ledger, report: str) -> None:
    ledger.correct(f"{report}/s3", {"wrong": True}, who="ann")
    account = ledger.account(report)
    assert part(account, "s3") is None
    assert part(account, "s4") is not None  # the others are called as before
    assert [dispute.id for dispute in account.disputes] == ["d1"]  # the other had no second side any more
    assert row(ledger, schema.Statement, report, "s3") is None
    assert row(ledger, schema.Contest, report, "d2") is None


def test_what_is_no_event(ledger: Ledger, report: str) -> None:
    ledger.correct(f"{report}/e3", {"wrong": True}, who="ann")
    account = ledger.account(report)
    assert part(account, "e3") is None
    assert account.disputes[0].events == ["e4", "e5"]
    assert row(ledger, schema.Telling, report, "e3") is None


def test_sides_of_a_dispute_follow_the_speaker(ledger: Ledger, report: str) -> None:
    ledger.correct(f"{report}/s4", {"speaker": "Bolivia"}, who="ann")
    assert ledger.account(report).disputes[1].sides[1].actors == ["a12"]


def test_the_mode_goes_with_the_type_it_belongs_to(ledger: Ledger, report: str) -> None:
    ledger.correct(f"{report}/e4", {"type": "PROTEST"}, who="ann")
    assert part(ledger.account(report), "e4").mode is None
    assert row(ledger, schema.Telling, report, "e4")["mode"] is None


def test_what_is_asked_of_the_ledger_is_as_corrected(ledger: Ledger, report: str) -> None:
    with ledger.writing() as connection:
        connection.execute(update(schema.Report).values(compared=True, linked=True))
    ledger.correct(f"{report}/e4", {"type": "COERCE", "status": "fact", "actors": ["Inés Arancibia"]}, who="ann")
    told = row(ledger, schema.Telling, report, "e4")
    assert (told["type"], told["status"]) == ("COERCE", "fact")
    with ledger.reading() as connection:
        kept = connection.execute(select(schema.Report.compared, schema.Report.linked, schema.Report.account)).one()
    assert (kept.compared, kept.linked) == (False, False)
    assert entries.read_back(kept.account).to_dict() == ledger.account(report, corrected=False).to_dict()


def test_who_only_confirms_changes_nothing(ledger: Ledger, report: str) -> None:
    with ledger.writing() as connection:
        connection.execute(update(schema.Report).values(compared=True, linked=True))
    ledger.correct(f"{report}/e4", {"right": True}, who="ann")
    with ledger.reading() as connection:
        assert connection.execute(select(schema.Report.linked)).scalars().all() == [True]


# --- taken back, and the last word ---


def test_a_correction_is_taken_back_and_that_too(ledger: Ledger, report: str) -> None:
    (made,) = ledger.correct(f"{report}/e4", {"status": "fact"}, who="ann")
    undone = ledger.undo(made.id, who="ben", why="no, it is claimed")
    assert part(ledger.account(report), "e4").status == "claimed"
    assert row(ledger, schema.Telling, report, "e4")["status"] == "claimed"
    with pytest.raises(CorrectionError, match="taken back already"):
        ledger.undo(made.id, who="ben")
    ledger.undo(undone.id, who="ann")
    assert part(ledger.account(report), "e4").status == "fact"
    assert ledger.corrections(report)[0].state == "in force"
    with ledger.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM corrections")) == 3  # none is ever changed or removed


def test_the_last_word_counts(ledger: Ledger, report: str) -> None:
    ledger.correct(f"{report}/e4", {"status": "fact"}, who="ann")
    (second,) = ledger.correct(f"{report}/e4", {"status": "possible"}, who="ben")
    assert second.before == "fact"
    assert [one.state for one in ledger.corrections()] == ["overruled", "in force"]
    ledger.undo(second.id, who="ben")
    assert part(ledger.account(report), "e4").status == "fact"
    ledger.correct(f"{report}/e4", {"wrong": True}, who="ann")
    ledger.correct(f"{report}/e4", {"right": True}, who="ben")
    assert part(ledger.account(report), "e4").status == "fact"


# --- read again ---


def test_corrections_survive_rereading(ledger: Ledger, report: str) -> None:
    ledger.correct(f"{report}/s8", {"speaker": "Inés Arancibia"}, who="ann")
    ledger.correct(f"{report}/e6", {"status": "claimed", "actors": ["armed men", "Bolivia"]}, who="ann")
    ledger.correct(f"{report}/e3", {"wrong": True}, who="ann")
    again = reread()
    # This reading knows nobody of that name.
    gone = next(actor for actor in again.actors if actor.name == "Inés Arancibia")
    again.actors.remove(gone)
    for statement in again.statements:
        statement.speaker = None if statement.speaker == gone.id else statement.speaker
    for event in again.events:
        event.recipients = [id for id in event.recipients if id != gone.id]
    for side in again.disputes[0].sides:
        side.actors = [id for id in side.actors if id != gone.id]
    assert ledger.replace(again, weights="newer") == []
    account = ledger.account(report)
    speaker = account.actor(part(account, "s28").speaker)
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("Inés Arancibia", "person")
    event = part(account, "e26")
    assert event.status == "claimed"
    assert [account.actor(id).name for id in event.actors] == ["armed men", "Bolivia"]  # type: ignore[union-attr]
    assert part(account, "e23") is None
    assert [one.part for one in ledger.corrections()] == [f"{report}/{id}" for id in ("s28", "e26", "e26", "e23")]
    assert row(ledger, schema.Telling, report, "e26")["status"] == "claimed"
    assert part(ledger.account(report, corrected=False), "e26").status == "denied"


def test_what_finds_nothing_is_kept_and_told(ledger: Ledger, report: str) -> None:
    (made,) = ledger.correct(f"{report}/e7", {"status": "fact"}, who="ann")
    without = roadblock()
    without.events = [event for event in without.events if event.id != "e7"]
    assert [one.id for one in ledger.replace(without)] == [made.id]
    assert [(one.state, one.part) for one in ledger.corrections()] == [("adrift", None)]
    assert ledger.replace(roadblock()) == []
    assert part(ledger.account(report), "e7").status == "fact"


@given(st.data())
@settings(max_examples=60)
def test_every_part_is_found_by_its_words_whatever_it_is_called(data: st.DataObject) -> None:
    account, again = roadblock(), reread()
    it = data.draw(st.sampled_from(list(parts(account))))
    other = found(again, anchor(account, it))
    assert other is not None
    assert int(other.id[1:]) == int(it.id[1:]) + 20


def test_a_statement_within_another_is_not_taken_for_it() -> None:
    account = roadblock()
    inner = anchor(account, part(account, "s9"))
    account.statements = [one for one in account.statements if one.id != "s9"]
    assert found(account, inner) is None


def test_no_correction_changes_nothing() -> None:
    assert laid(roadblock(), []).account == roadblock()


# --- links ---


def other_edition(number: int) -> Account:
    """Another report that tells the same in the same words."""
    account = roadblock()
    changed = account.report.text + f"\nEdition {number}\n"
    known = {"text": changed, "id": "", "outlet": f"The Altiplano Post {number}"}
    return account.model_copy(update={"report": Report(**{**dict(account.report), **known})})


def partition(ledger: Ledger) -> set[frozenset[str]]:
    question = (
        select(schema.Telling.event_pk, schema.Report.id, schema.Telling.id)
        .join(schema.Report, schema.Report.pk == schema.Telling.report_pk)
    )  # fmt: skip
    groups: dict[int, set[str]] = {}
    with ledger.reading() as connection:
        for event, report, id in connection.execute(question):
            groups.setdefault(event, set()).add(f"{report}/{id}")
    return {frozenset(group) for group in groups.values()}


def together(ledger: Ledger, *refs: str) -> bool:
    return any(set(refs) <= group for group in partition(ledger))


def test_a_person_joins_and_parts_tellings(ledger: Ledger, report: str) -> None:
    other = ledger.add(other_edition(1)).report
    link(ledger)
    machine = partition(ledger)
    assert together(ledger, f"{report}/e4", f"{other}/e4")
    assert not together(ledger, f"{report}/e7", f"{other}/e10")
    joined = ledger.correct_link(f"{report}/e7", f"{other}/e10", same=True, who="ann")
    parted = ledger.correct_link(f"{other}/e4", f"{report}/e4", same=False, who="ann")
    for again in (link, relink):
        again(ledger)
        assert together(ledger, f"{report}/e7", f"{other}/e10", f"{report}/e10", f"{other}/e7")
        assert not together(ledger, f"{report}/e4", f"{other}/e4")
    assert ledger.replace(roadblock()) == []
    link(ledger)
    assert not together(ledger, f"{report}/e4", f"{other}/e4")
    assert [(one.field, one.state) for one in ledger.corrections()] == [("joined", "in force"), ("split", "in force")]
    for one in (joined, parted):
        ledger.undo(one.id, who="ann")
    link(ledger)
    assert partition(ledger) == machine


def test_the_last_word_on_two_tellings_counts(ledger: Ledger, report: str) -> None:
    other = ledger.add(other_edition(1)).report
    ledger.correct_link(f"{report}/e4", f"{other}/e4", same=False, who="ann")
    ledger.correct_link(f"{other}/e4", f"{report}/e4", same=True, who="ben")
    link(ledger)
    assert together(ledger, f"{report}/e4", f"{other}/e4")
    assert [one.state for one in ledger.corrections()] == ["overruled", "in force"]
    with pytest.raises(CorrectionError, match="given twice"):
        ledger.correct_link(f"{report}/e4", f"{report}/e4", same=True, who="ann")
    with pytest.raises(CorrectionError, match="is no event"):
        ledger.correct_link(f"{report}/s4", f"{other}/e4", same=True, who="ann")


def telling(ref: str, start: str | None = None) -> Telling:
    report = ref.partition("/")[0]
    return Telling(
        0, ref, report, "ASSAULT", None, "shot", "", 0, "fact", 0.9, start, start, None, (), (), (), ()
    )  # fmt: skip


def test_what_people_say_wins_over_contradictions_and_over_chains() -> None:
    days = {"a/e1": "2024-05-01", "b/e1": "2024-05-20", "c/e1": None, "b/e2": None}
    tellings = [telling(ref, day) for ref, day in days.items()]
    dates = dict.fromkeys("abc", "2024-05-21")
    assert events.partition(by_ref(tellings), [], dates, [("b/e1", "a/e1"), ("b/e1", "b/e2")]) == [
        ["a/e1", "b/e1", "b/e2"], ["c/e1"],
    ]  # fmt: skip
    joins = [("a/e1", "c/e1", 9.0), ("b/e1", "c/e1", 3.0)]
    for said, parted in ([], [("b/e1", "a/e1")]), ([("a/e1", "c/e1")], [("a/e1", "b/e1")]):
        groups = events.partition(by_ref(tellings), joins, dates, said, parted)
        assert ["a/e1", "c/e1"] in groups


REFS = [f"{report}/e{number}" for report in "abcd" for number in (1, 2)]
PAIRS = st.lists(
    st.tuples(st.sampled_from(REFS), st.sampled_from(REFS)).filter(lambda pair: pair[0] != pair[1]), max_size=6
)


@given(PAIRS, PAIRS, PAIRS, st.integers())
@settings(max_examples=150)
def test_what_people_say_holds_in_any_order(
    joined: list[tuple[str, str]], said: list[tuple[str, str]], parted: list[tuple[str, str]], seed: int
) -> None:
    tellings = [telling(ref) for ref in REFS]
    joins = [(*sorted(pair), 2.0) for pair in {tuple(sorted(pair)) for pair in joined}]
    found = events.partition(by_ref(tellings), joins, {}, said, parted)  # type: ignore[arg-type]
    assert sorted(ref for group in found for ref in group) == sorted(REFS)
    for one, other in parted:
        assert not any({one, other} <= set(group) for group in found)
    if not parted:
        assert all(any({one, other} <= set(group) for group in found) for one, other in said)
    shuffled = random.Random(seed)
    for each in (tellings, joins, said, parted):
        shuffled.shuffle(each)  # type: ignore[arg-type]
    assert events.partition(by_ref(tellings), joins, {}, said, parted) == found  # type: ignore[arg-type]


# --- annotated data ---


def test_what_people_checked_is_given_as_annotated_data(ledger: Ledger, report: str) -> None:
    other = ledger.add(other_edition(1)).report
    ledger.add(other_edition(2))
    ledger.correct(f"{report}/s5", {"speaker": "police"}, who="ann")
    ledger.correct(f"{report}/e4", {"right": True}, who="ann")
    ledger.correct(f"{report}/e3", {"wrong": True}, who="ann")
    (undone,) = ledger.correct(f"{other}/e4", {"status": "fact"}, who="ann")
    ledger.undo(undone.id, who="ann")
    (given,) = ledger.annotations()
    assert given.account == ledger.account(report)
    assert [(one.id, one.fields) for one in given.checked] == [("s5", ["speaker"]), ("e4", ["right"])]
    assert [one.id for one in given.wrong_events] == ["e3"]
    assert given.wrong_statements == given.links == []
    ledger.correct_link(f"{report}/e4", f"{other}/e5", same=False, who="ann")
    (joined,) = (one for each in ledger.annotations() for one in each.links)
    assert (joined.same, {joined.one.words, joined.other.words}) == (False, {"shot", "lit the fires"})


def test_what_no_database_holds_does_no_harm(ledger: Ledger) -> None:
    account = roadblock()
    account.report.text = account.report.text.replace("nine", "n\0\ud800e")
    report = ledger.add(account).report
    ledger.correct(f"{report}/s4", {"speaker": "police"}, who="a\0nn\ud800", why="\ud800")
    ledger.correct(f"{report}/s4", {"right": True}, who="ann")
    (given,) = ledger.annotations()
    line = exports.json_line(given).encode("utf-8")
    assert Account.model_validate(json.loads(line)["account"]).report.text == account.report.text
    assert [one.who for one in ledger.corrections()] == ["a\ufffdnn\ufffd", "ann"]


# --- commands ---


def said(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})
    assert done.exit_code == code, done.output
    return done.output


def test_the_commands(ledger: Ledger, report: str, ledger_url: str, tmp_path: Any) -> None:
    where = ("--ledger", ledger_url, "--who", "ann")
    other = ledger.add(other_edition(1)).report
    line = said("correct", f"{report}/s5", "--speaker", "police", "--why", "not he", *where)
    assert "ann" in line
    assert "speaker: Ramón Quisbert → police (not he)  [in force]" in line
    id = line.split()[0]
    said("correct", f"{report}/e4", "--type", "COERCE", "--mode", "arrest", "--actor", "police", "--place", "", *where)
    said("correct", f"{report}/e3", f"{other}/e3", "--not-same", *where)
    said("correct", f"{report}/e3", "--wrong", *where)
    assert f"takes back {id}" in said("correct", "--undo", id, *where)
    listed = said("corrections", "--ledger", ledger_url).splitlines()
    assert len(listed) == 6, "whose actor and place were so before"
    assert "[taken back]" in listed[0]
    lines = said("corrections", report, "--json", "--ledger", ledger_url).splitlines()
    assert all(Correction.model_validate_json(line) for line in lines)
    file = tmp_path / "checked.jsonl"
    said("export", "annotations", str(file), "--ledger", ledger_url)
    (given, *_) = map(json.loads, file.read_text("utf-8").splitlines())
    assert Account.model_validate(given["account"]).format == "sayso/1"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["REPORT/s99", "--right"], 1, "there is no"),
        (["--undo", "0000"], 1, "there is no '0000'"),
        (["REPORT/e4"], 2, "what to correct"),
        (["REPORT/e4", "--same"], 2, "two events"),
        (["REPORT/e4", "--type", "BIRTHDAY"], 2, "none of AGREE"),
        (["REPORT/e4", "--right", "--undo", "0000"], 2, "or --undo"),
    ],
)
def test_what_cannot_be_done_is_said(
    ledger: Ledger, report: str, ledger_url: str, arguments: list[str], code: int, words: str
) -> None:
    given = [argument.replace("REPORT", report) for argument in arguments]
    assert words in " ".join(said("correct", *given, "--ledger", ledger_url, code=code).split())


def test_where_there_is_no_ledger(tmp_path: Any) -> None:
    said("correct", "0000/e1", "--wrong", "--ledger", str(tmp_path / "none.db"), code=3)
