"""What of a ledger people had best look at first: what the machine is least sure of, and what most depends on.

There may be millions of statements and tellings, and nobody goes through them all. So only those are weighed that most
depends on, the tellings of contested events and of events that most reports tell of, and those that came in last. What
people have looked at is left out; the next then take its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import exp, log2
from typing import Any, get_args

from sqlalchemy import Connection, Select, or_, select
from sqlalchemy.orm import aliased

from sayso.ledger.answers import Answer, Grade
from sayso.ledger.corrections import Kind
from sayso.ledger.filters import QuestionError
from sayso.ledger.portions import gathered
from sayso.ledger.schema import Event, Join, Naming, Report, Statement, Telling, Word

KINDS: tuple[Kind, ...] = get_args(Kind)

LATEST = 5_000  # statements, or tellings, that came in last
CONTESTED = 200  # events, the latest
MOST_TOLD = 100  # events
WEIGHED = 1_000  # of each of these

# How likely it is that what is said has the right speaker.
_NOT_GIVEN, _UNNAMED = 0.5, 0.7
_CONTESTED = 2.0  # how much more depends on what people contradict each other about
# What a person says of two tellings has a score beyond any that is worked out.
_WORKED_OUT = 0.0, 500.0


class Doubt(Answer):
    """Something that may be wrong: a statement, an event as a report tells it, or that two tell of one event."""

    id: str  # "3f2a…/s4"; of a link "3f2a…/e3~7b10…/e1"
    kind: Kind
    sure: float  # how likely it is right, as far as the machine can tell
    grade: Grade | None  # of the event that rests on it
    reports: int  # that tell of that event
    risk: float  # how likely it is wrong, by how much depends on it

    @property
    def cursor(self) -> str:
        """By the risk and id."""
        return f"{self.risk:.6f}~{self.id}"

    @property
    def parts(self) -> list[str]:
        """The statement or telling, or the two tellings."""
        return self.id.split("~")


def doubts(
    connection: Connection, kind: Kind | None = None, *, after: str | None = None, limit: int | None = None
) -> list[Doubt]:
    """The greatest risks first, and no more than are weighed. after: the cursor of one, to go on behind it.

    Raises QuestionError where there is no such kind or place."""
    if kind is not None and kind not in KINDS:
        raise QuestionError("kind", f"{kind!r} is none of {', '.join(KINDS)}")
    found = {doubt.id: doubt for each in KINDS if kind in (None, each) for doubt in _WEIGHED[each](connection)}
    ordered = sorted(found.values(), key=_order)
    if after is not None:
        behind = _place(after)
        ordered = [doubt for doubt in ordered if _order(doubt) > behind]
    return ordered[:limit]


def _order(doubt: Doubt) -> tuple[float, str]:
    return -doubt.risk, doubt.id


def _place(cursor: str) -> tuple[float, str]:
    risk, _, id = cursor.partition("~")
    try:
        return -float(risk), id
    except ValueError:
        raise QuestionError("after", f"{cursor!r} is no place in such a list") from None


def _doubt(kind: Kind, id: str, sure: float, grade: Any, reports: int) -> Doubt:
    depends = log2(1 + max(reports, 1)) * (_CONTESTED if grade == "contested" else 1)
    risk = round((1 - sure) * depends, 6)
    return Doubt(id=id, kind=kind, sure=round(sure, 3), grade=grade, reports=reports, risk=risk)


def _events(connection: Connection) -> Iterator[Doubt]:
    question = (
        select(Report.id, Telling.id, Telling.confidence, Event.grade, Event.reports)
        .join(Report, Report.pk == Telling.report_pk)
        .join(Event, Event.pk == Telling.event_pk)
        .where(~Telling.checked)
        .order_by(Telling.confidence, Telling.pk)
        .limit(WEIGHED)
    )
    for which in _tellings(connection):
        for report, id, confidence, grade, reports in connection.execute(question.where(which)):
            yield _doubt("event", f"{report}/{id}", confidence, grade, reports)


def _tellings(connection: Connection) -> Iterator[Any]:
    """Which tellings are weighed: those of events that most depends on, and those that came in last."""
    contested = select(Event.pk).where(Event.grade == "contested").order_by(Event.day.desc(), Event.id.desc())
    most_told = select(Event.pk).order_by(Event.reports.desc(), Event.pk)
    events = {*connection.scalars(contested.limit(CONTESTED)), *connection.scalars(most_told.limit(MOST_TOLD))}
    yield Telling.event_pk.in_(events)
    yield Telling.pk.in_(_latest(Telling))


def _latest(table: type[Statement] | type[Telling]) -> Select[Any]:
    """The keys of those that came in last and nobody has looked at."""
    latest = select(table.pk).where(~table.checked).order_by(table.pk.desc()).limit(LATEST).subquery()
    return select(latest.c.pk)


def _statements(connection: Connection) -> Iterator[Doubt]:
    question = (
        select(Statement.pk, Report.id, Statement.id, Statement.speaker_pk)
        .join(Report, Report.pk == Statement.report_pk)
        .outerjoin(Naming, Naming.pk == Statement.speaker_pk)
        .where(Statement.pk.in_(_latest(Statement)), or_(Statement.speaker_pk.is_(None), Naming.kind == "anonymous"))
        .order_by(Statement.pk.desc())
        .limit(WEIGHED)
    )
    said = connection.execute(question).all()
    resting = _resting(connection, [row[0] for row in said])
    for pk, report, id, speaker in said:
        sure = _NOT_GIVEN if speaker is None else _UNNAMED
        events = resting.get(pk) or [(None, 0)]
        yield max((_doubt("statement", f"{report}/{id}", sure, *event) for event in events), key=lambda one: one.risk)


def _resting(connection: Connection, statements: Iterable[int]) -> dict[int, list[tuple[Any, int]]]:
    """The events that stand on these statements: of each its grade, and how many reports tell of it."""
    question = (
        select(Word.statement_pk, Event.grade, Event.reports)
        .join(Telling, Telling.pk == Word.telling_pk)
        .join(Event, Event.pk == Telling.event_pk)
    )
    found: dict[int, list[tuple[Any, int]]] = {}
    for pk, grade, reports in gathered(connection, question, Word.statement_pk, statements):
        found.setdefault(pk, []).append((grade, reports))
    return found


def _links(connection: Connection) -> Iterator[Doubt]:
    other, elsewhere = aliased(Telling), aliased(Report)
    question = (
        select(Report.id, Telling.id, elsewhere.id, other.id, Join.score, Event.grade, Event.reports)
        .select_from(Join)
        .join(Telling, Telling.pk == Join.one_pk)
        .join(Report, Report.pk == Telling.report_pk)
        .join(other, other.pk == Join.other_pk)
        .join(elsewhere, elsewhere.pk == other.report_pk)
        .join(Event, Event.pk == Telling.event_pk)
        # Those that are to be linked again are decided, or nobody knows yet.
        .where(Join.score.between(*_WORKED_OUT), Report.linked, elsewhere.linked, other.event_pk == Event.pk)
        .order_by(Join.score, Join.one_pk, Join.other_pk)
        .limit(WEIGHED)
    )
    for which in _tellings(connection):
        for report, id, other_report, other_id, score, grade, reports in connection.execute(question.where(which)):
            ends = "~".join(sorted((f"{report}/{id}", f"{other_report}/{other_id}")))
            yield _doubt("link", ends, 1 / (1 + exp(-score)), grade, reports)


_WEIGHED = {"statement": _statements, "event": _events, "link": _links}
