"""What a person is shown who corrects: a part or a pair of tellings as it stands, and what others said of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, or_, select
from sqlalchemy.orm import aliased

from sayso.ledger import entries, nearby, recorded, schema, stories, uncertain
from sayso.ledger.answers import JoinRow, Known, ReportRow, TellingRow
from sayso.ledger.asking import REPORTS, filled
from sayso.ledger.correcting import Corrected
from sayso.ledger.corrections import Correction, Kind, LinkAnchor, found, kind, laid, parts, telling_id
from sayso.ledger.filters import QuestionError
from sayso.ledger.uncertain import Doubt
from sayso.model import Account, Event, Statement

JOINS = 50  # of a telling, that are shown at most
PAGE = 50  # corrections at a time


class PartStory(Known):
    """A statement or an event of one report as it stands, and what people said of it."""

    id: str  # "3f2a…/s4"
    kind: Kind
    report: ReportRow
    linked: bool  # whether what is known across reports has the report as it is now
    there: bool  # False where a person said that it is none: `part` is then as the machine made it
    part: Statement | Event
    checked: list[str]  # its fields that people corrected; "right": all of it
    corrections: list[Correction]  # of it, in the order in which they were made
    joins: list[JoinRow]  # with other tellings of the event, the least sure first
    joined: list[TellingRow]  # these tellings
    near: list[TellingRow]  # of other events of its type and about its time, one of each
    last: str  # correction in the ledger, to be told to `correct` as `seen`
    account: Account  # as corrected


class PairStory(Known):
    """Two tellings, whether they are of one event, and what people said of that."""

    one: TellingRow
    other: TellingRow
    same: bool  # whether they are in one event now
    join: JoinRow | None  # why, where they were found to be, or a person said so
    linked: bool
    corrections: list[Correction]
    last: str


class Reviewed(Corrected):
    """What people who correct a ledger ask of it."""

    def part(self, id: str) -> PartStory:
        """All there is of a statement or an event of one report. Raises KeyError if there is none."""
        with self.reading() as connection:
            return _part(connection, id)

    def pair(self, one: str, other: str) -> PairStory:
        """What is known of two tellings together. Raises KeyError if one is not there."""
        with self.reading() as connection:
            return _pair(connection, *sorted((one, other)))

    def latest_corrections(
        self, *, who: str | None = None, after: str | None = None, limit: int = PAGE
    ) -> list[Correction]:
        """What people corrected, the last first, and what became of it. who: corrected it. after: the id of one, to go
        on behind it; raises QuestionError where there is none such."""
        correction = schema.Correction
        question = select(correction).order_by(correction.pk.desc()).limit(limit)
        with self.reading() as connection:
            if who is not None:
                question = question.where(correction.who == entries.fit(who))
            if after is not None:
                place = connection.scalar(select(correction.pk).where(correction.id == entries.fit(after)))
                if place is None:
                    raise QuestionError("after", f"{after!r} is no correction")
                question = question.where(correction.pk < place)
            return recorded.with_states(connection, recorded.read_corrections(connection, question))

    def correction(self, id: str) -> Correction:
        """A correction, and what became of it. Raises KeyError if there is none."""
        with self.reading() as connection:
            question = select(schema.Correction).where(schema.Correction.id == entries.fit(id))
            made = recorded.read_corrections(connection, question)
            if not made:
                raise KeyError(id)
            return recorded.with_states(connection, made)[0]

    def doubts(self, kind: Kind | None = None, *, after: str | None = None, limit: int | None = None) -> list[Doubt]:
        """What to look at first, as `sayso.ledger.uncertain` has it."""
        with self.reading() as connection:
            return uncertain.doubts(connection, kind, after=after, limit=limit)


def _part(connection: Connection, ref: str) -> PartStory:
    id = ref.partition("/")[0]
    report = recorded.held(connection, id)
    it = recorded.as_made(report.account, ref)
    over = laid(report.account, report.corrections)
    now = next((one for one in parts(over.account) if one.id == it.id), None)
    of_it = [one for one in report.corrections if found(report.account, one.anchor) is it]
    (row,) = filled(connection, REPORTS, schema.Report.id == id)
    key = select(schema.Telling.pk).where(schema.Telling.report_pk == report.pk, schema.Telling.id == it.id)
    telling = connection.scalar(key)
    joins = [] if telling is None else _joins_of(connection, telling)
    others = [join.other if join.one == ref else join.one for join in joins]
    return PartStory(
        id=ref,
        kind=kind(it),
        report=row,
        linked=connection.scalar(select(schema.Report.linked).where(schema.Report.pk == report.pk)) or False,
        there=now is not None,
        part=now or it,
        checked=sorted(over.checked.get(it.id, ())),
        corrections=[recorded.with_state(one, over, id) for one in of_it],
        joins=joins,
        joined=[
            one for those in stories.of_refs(schema.Telling, others) for one in stories.tellings(connection, those)
        ],
        near=nearby.near(connection, telling) if telling is not None and now else [],
        last=recorded.last_correction(connection),
        account=over.account,
    )


def _pair(connection: Connection, one: str, other: str) -> PairStory:
    refs = (one, other)
    keys = [_key(connection, ref) for ref in refs]
    told = {row.id: row for row in stories.tellings(connection, schema.Telling.pk.in_([key.pk for key in keys]))}
    between = schema.Join.one_pk.in_([key.pk for key in keys]) & schema.Join.other_pk.in_([key.pk for key in keys])
    joins = _joins(connection, between)
    return PairStory(
        one=told[one],
        other=told[other],
        same=keys[0].event_pk is not None and keys[0].event_pk == keys[1].event_pk,
        join=joins[0] if joins else None,
        linked=all(key.linked for key in keys),
        corrections=recorded.with_states(connection, _of_pair(connection, refs)),
        last=recorded.last_correction(connection),
    )


def _key(connection: Connection, ref: str) -> Any:
    """The keys of a telling and its event, and whether its report is linked. Raises KeyError if it is not there."""
    report, _, id = ref.partition("/")
    question = (
        select(schema.Telling.pk, schema.Telling.event_pk, schema.Report.linked)
        .join(schema.Report, schema.Report.pk == schema.Telling.report_pk)
        .where(schema.Report.id == entries.fit(report), schema.Telling.id == entries.fit(id))
    )
    key = connection.execute(question).one_or_none()
    if key is None:
        raise KeyError(ref)
    return key


def _of_pair(connection: Connection, refs: tuple[str, str]) -> list[Correction]:
    """What people said of two tellings together."""
    ids = [ref.partition("/")[0] for ref in refs]
    made = recorded.recorded(connection, [ids[0]], "link")
    if not made:
        return []
    accounts = {id: recorded.held(connection, id).account for id in ids}
    links = ((one, one.anchor) for one in made if isinstance(one.anchor, LinkAnchor))
    return [
        one
        for one, link in links
        if tuple(telling_id(accounts.get(end.report), end) for end in (link.one, link.other)) == refs
    ]


def _joins_of(connection: Connection, telling: int) -> list[JoinRow]:
    """What joins a telling with others."""
    return _joins(connection, or_(schema.Join.one_pk == telling, schema.Join.other_pk == telling))


def _joins(connection: Connection, where: Any) -> list[JoinRow]:
    """What joins tellings with others, the least sure first."""
    one, other = aliased(schema.Telling), aliased(schema.Telling)
    here, there = aliased(schema.Report), aliased(schema.Report)
    question = (
        select(here.id + "/" + one.id, there.id + "/" + other.id, schema.Join.score, schema.Join.features)
        .select_from(schema.Join)
        .join(one, one.pk == schema.Join.one_pk)
        .join(here, here.pk == one.report_pk)
        .join(other, other.pk == schema.Join.other_pk)
        .join(there, there.pk == other.report_pk)
        .where(where)
        .order_by(schema.Join.score, schema.Join.one_pk, schema.Join.other_pk)
        .limit(JOINS)
    )
    return [JoinRow(one=a, other=b, score=score, features=why) for a, b, score, why in connection.execute(question)]
