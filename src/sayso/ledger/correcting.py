"""Corrections in a ledger: made, taken back, listed, and given as annotated data.

A correction and what it changes in the tables are written in one transaction. The account in `reports` stays as the
machine made it; the rows made of it are as people corrected it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, insert, select, update

from sayso import lexicon
from sayso.ledger import adding, deeds, entries, schema
from sayso.ledger.answers import Known
from sayso.ledger.changes import ConflictError, CorrectionError, value
from sayso.ledger.corrections import (
    VERDICTS,
    Correction,
    Laid,
    LinkAnchor,
    Part,
    TellingAnchor,
    alters,
    anchor,
    found,
    kind,
    laid,
    of_value,
    pair_id,
    parts,
    standing,
    valid,
)
from sayso.ledger.recorded import (
    Held,
    as_made,
    held,
    last_correction,
    last_words,
    recorded,
    with_state,
    with_states,
)
from sayso.model import Account, Event, Statement, identify


class Checked(Known):
    """What people looked at of a statement or an event: the fields they corrected, and "right" if all of it is."""

    id: str
    fields: list[str]


class Link(Known):
    """What a person says of two tellings: that they are of one event, or that they are not."""

    one: TellingAnchor
    other: TellingAnchor
    same: bool


class Annotation(Known):
    """A report as people corrected it. Only what they checked is their word; the rest is the machine's."""

    account: Account
    checked: list[Checked]
    wrong_statements: list[Statement]  # that the machine took for some, as it had them
    wrong_events: list[Event]
    links: list[Link]


class Corrected:
    """What people may do to a ledger. They speak of its parts as it does: "3f2a…/s4"."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees the ledger as it is now."""
        raise NotImplementedError

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection that alone may write."""
        raise NotImplementedError

    def account(self, report: str, *, corrected: bool = True) -> Account:
        """The account of the report of that id, as people corrected it or as the machine made it. Raises KeyError if
        there is none."""
        with self.reading() as connection:
            kept = held(connection, report)
        return laid(kept.account, kept.corrections).account if corrected else kept.account

    def correct(
        self, part: str, changes: Mapping[str, Any], *, who: str, why: str | None = None, seen: str | None = None
    ) -> list[Correction]:
        """Record what a person says of a statement or an event, one correction for each field, all at once.

        changes: by field. Of a statement: speaker, force, quotation, content, cue; of an event: type, mode, status,
        trigger, actors, recipients, place, time, quantities; of both `wrong` (it is none) and `right` (all of it is as
        it must be), given as True. `sayso.ledger.changes.value` tells how values are written.
        seen: the last correction in the ledger (`last_correction`) when the person looked at the part.

        Raises KeyError if there is no such part, CorrectionError if it cannot be so, ConflictError if somebody
        else has corrected the same since, and otherwise.
        """
        with self.writing() as connection:
            report = held(connection, part.partition("/")[0])
            it = as_made(report.account, part)
            later = _after(connection, report.account.report.id, seen) if seen is not None else []
            now, shown = _as_it_is(report, it)
            made = [
                _made(
                    report=report.account.report.id, kind=kind(it), anchor=anchor(report.account, it), who=who, why=why,
                    field=field, before=None if field in VERDICTS else of_value(now, shown, field), after=after,
                )
                for field, after in _altering(now, shown, changes)
            ]  # fmt: skip
            _refuse_clash(made, (one for one in later if found(report.account, one.anchor) is it))
            over = _keep(connection, report, made)
            deeds.record(connection, who, "corrected", part)
            event = next((one for one in over.account.events if one.id == it.id), None)
            if event and changes.get("mode") and changes["mode"] not in lexicon.MODES.get(event.type, ()):
                raise CorrectionError("mode", f"{changes['mode']!r} is no mode of {event.type}")
        return [with_state(one, over, report.account.report.id) for one in made]

    def correct_link(
        self, one: str, other: str, *, same: bool, who: str, why: str | None = None, seen: str | None = None
    ) -> Correction:
        """Record that two tellings are of one event, or that they are not. It counts when the ledger is linked next.

        seen, raises: as `correct`; CorrectionError if they are the same."""
        if one == other:
            raise CorrectionError("link", f"{one} is given twice")
        with self.writing() as connection:
            ends = [_telling(connection, ref) for ref in sorted((one, other))]
            made = _made(
                report=ends[0].report, kind="link", anchor=LinkAnchor(one=ends[0], other=ends[1]), who=who, why=why,
                field="joined" if same else "split", before=None, after=None,
            )  # fmt: skip
            later = _after(connection, made.report, seen) if seen is not None else []
            _refuse_clash([made], (one for one in later if one.anchor == made.anchor))
            _insert(connection, [made])
            _compare_again(connection, {end.report for end in ends})
            deeds.record(connection, who, "corrected", f"{one} {other}")
        return made.model_copy(update={"part": pair_id(one, other)})

    def undo(self, correction: str, *, who: str, why: str | None = None) -> Correction:
        """Take back a correction, or what took back another. Raises KeyError if there is none, ConflictError
        if it is taken back already."""
        with self.writing() as connection:
            made_before = recorded(connection, [_report_of(connection, correction)])
            it = next(one for one in made_before if one.id == correction)
            if it not in valid(made_before):
                by = [one for one in made_before if one.undoes == correction]
                raise ConflictError("undo", f"{correction} is taken back already", by)
            made = _made(
                report=it.report, kind=it.kind, anchor=it.anchor, who=who, why=why, field=it.field, before=it.after,
                after=it.before, undoes=correction,
            )  # fmt: skip
            if isinstance(it.anchor, LinkAnchor):
                _insert(connection, [made])
                _compare_again(connection, {it.anchor.one.report, it.anchor.other.report})
            else:
                _keep(connection, held(connection, it.report), [made])
            deeds.record(connection, who, "took back", correction)
        return made

    def corrections(self, report: str | None = None) -> list[Correction]:
        """What people corrected, in the order in which they did, and what became of it; of one report or of all."""
        with self.reading() as connection:
            return with_states(connection, recorded(connection, None if report is None else [report]))

    def last_correction(self) -> str:
        """The id of the last correction; empty if there is none."""
        with self.reading() as connection:
            return last_correction(connection)

    def annotations(self) -> Iterator[Annotation]:
        """The reports that people corrected, as annotated data, in the order of their ids."""
        with self.reading() as connection:
            links = last_words(standing(recorded(connection, kind="link")))
            question = select(schema.Correction.report).where(schema.Correction.kind != "link").distinct()
            ids = {*connection.scalars(question), *(one.report for one in links)}
        for id in sorted(ids):
            with self.reading() as connection:
                report = held(connection, id)
            over = laid(report.account, report.corrections)
            known = [one for one in links if one.report == id]
            if not over.checked and not known:
                continue
            wrong = {part for part, fields in over.checked.items() if "wrong" in fields}
            yield Annotation(
                account=over.account,
                checked=[
                    Checked(id=part.id, fields=sorted(over.checked[part.id]))
                    for part in parts(over.account) if part.id in over.checked
                ],
                wrong_statements=[one for one in report.account.statements if one.id in wrong],
                wrong_events=[one for one in report.account.events if one.id in wrong],
                links=[
                    Link(one=one.anchor.one, other=one.anchor.other, same=one.field == "joined")
                    for one in known if isinstance(one.anchor, LinkAnchor)
                ],
            )  # fmt: skip


def replace(connection: Connection, account: Account, weights: str) -> list[Correction]:
    """Put another account of a report in the place of the one that is there, and lay over it what people corrected.
    Gives the corrections that find nothing in it. Raises KeyError if the report is not there."""
    report = account.report
    before = held(connection, identify(report.text, report.outlet, report.published))
    over = laid(account, before.corrections)
    adding.replace(connection, entries.entry(account, weights, over.account))
    _mark_checked(connection, before.pk, over)
    seen = [with_state(one, over, before.account.report.id) for one in before.corrections]
    return [one for one in seen if one.state == "adrift"]


def _telling(connection: Connection, ref: str) -> TellingAnchor:
    report = held(connection, ref.partition("/")[0])
    part = as_made(report.account, ref)
    if not isinstance(part, Event):
        raise CorrectionError("link", f"{ref} is no event")
    return TellingAnchor(report=report.account.report.id, **anchor(report.account, part).model_dump())


def _values(account: Account, part: Part, changes: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What each change is to put, in its JSON."""
    if not changes or all(name in changes for name in VERDICTS):
        raise CorrectionError("right", "say one thing that is to be corrected")
    for field, given in changes.items():
        if field not in VERDICTS:
            yield field, value(account, part, field, given)
        elif given is True:
            yield field, None
        else:
            raise CorrectionError(field, f"{given!r} is not true")


def _as_it_is(report: Held, it: Part) -> tuple[Account, Part]:
    """A part as people corrected it, with its account; as the machine made it where they said that it is none."""
    now = laid(report.account, report.corrections).account
    shown = next((one for one in parts(now) if one.id == it.id), None)
    return (now, shown) if shown else (report.account, it)


def _altering(account: Account, part: Part, changes: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """What each change is to put, without what is so already. Raises CorrectionError where nothing is left."""
    put = list(_values(account, part, changes))
    left = [(field, after) for field, after in put if field in VERDICTS or alters(account, part, field, after)]
    if not left:
        raise CorrectionError(put[0][0], "nothing is changed: it is so already")
    return left


def _keep(connection: Connection, report: Held, made: list[Correction]) -> Laid:
    """Write corrections, and the rows of their report as they now are."""
    _insert(connection, made)
    before = laid(report.account, report.corrections)
    over = laid(report.account, [*report.corrections, *made])
    if over.account != before.account:
        adding.replace(connection, entries.entry(report.account, report.weights, over.account))
    _mark_checked(connection, report.pk, over)
    return over


def _mark_checked(connection: Connection, report: int, over: Laid) -> None:
    """Have the rows of a report say which of them people looked at."""
    for table in (schema.Statement, schema.Telling):
        checked = table.id.in_(list(over.checked))
        connection.execute(update(table).where(table.report_pk == report).values(checked=checked))


def _after(connection: Connection, report: str, seen: str) -> list[Correction]:
    """What was corrected of a report, or of links of it, after that correction."""
    correction = schema.Correction
    place = connection.scalar(select(correction.pk).where(correction.id == entries.fit(seen))) if seen else 0
    if place is None:
        raise CorrectionError("seen", f"there is no correction {seen!r}; look at it again")
    return recorded(connection, [report], after=place)


def _refuse_clash(made: Iterable[Correction], later: Iterable[Correction]) -> None:
    """Raise ConflictError where somebody else has said otherwise meanwhile."""
    others = list(later)
    for one in made:
        clashing = [other for other in others if other.who != one.who and _clash(one, other)]
        if clashing:
            names = ", ".join(dict.fromkeys(other.who for other in clashing))
            raise ConflictError(one.field, f"meanwhile {names} corrected it; look at it again", clashing)


def _clash(one: Correction, other: Correction) -> bool:
    """Whether two people say different things of one: of one field, or the one of all of it."""
    if one.field == other.field:
        return bool(other.undoes) or one.after != other.after
    return one.kind == "link" or one.field in VERDICTS or other.field in VERDICTS


def _insert(connection: Connection, made: Iterable[Correction]) -> None:
    rows = [
        {
            **one.model_dump(mode="json", exclude={"state", "part", "before", "after"}),
            "before": {"value": one.before},
            "after": {"value": one.after},
        }
        for one in made
    ]
    connection.execute(insert(schema.Correction), rows)


def _compare_again(connection: Connection, reports: Iterable[str]) -> None:
    changed = {"compared": False, "linked": False}
    connection.execute(update(schema.Report).where(schema.Report.id.in_(list(reports))).values(changed))


def _made(**fields: Any) -> Correction:
    if not fields["who"].strip():
        raise CorrectionError("who", "say who corrects")
    typed = {"who": entries.fit(fields["who"]), "why": entries.fit(fields["why"])}
    return Correction(**{"id": uuid4().hex[:12], "at": entries.now(), "undoes": None, **fields, **typed})


def _report_of(connection: Connection, id: str) -> str:
    """The report that a correction is of. Raises KeyError if there is no such correction."""
    report = connection.scalar(select(schema.Correction.report).where(schema.Correction.id == entries.fit(id)))
    if report is None:
        raise KeyError(id)
    return report
