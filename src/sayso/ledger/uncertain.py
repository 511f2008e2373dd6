"""What of a ledger people had best look at first: what the machine is least sure of, and what most depends on.

There may be millions of statements and tellings, and nobody goes through them all. So only those are weighed that most
depends on, the tellings of contested events and of events that most reports tell of, and those that came in last; and
of the links between them the least sure. What people have looked at is left out, and others take its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from math import exp, log2
from typing import Any, get_args

from sqlalchemy import Connection, Select, or_, select

from sayso.ledger.answers import Answer, Grade
from sayso.ledger.corrections import Kind, pair_id
from sayso.ledger.filters import QuestionError
from sayso.ledger.portions import gathered
from sayso.ledger.schema import Event, Join, Naming, Report, Statement, Telling, Word

KINDS: tuple[Kind, ...] = get_args(Kind)

LATEST = 500  # statements, or tellings, that came in last
CONTESTED = 50  # events, the latest
MOST_TOLD = 25  # events
TELLINGS = 500  # of these events
LINKS = 300  # between what is weighed, the least sure

# How likely it is that what is said has the right speaker.
_NOT_GIVEN, _UNNAMED = 0.5, 0.7
_CONTESTED = 2.0  # how much more depends on what people contradict each other about
_WORKED_OUT = 0.0, 500.0  # scores; what a person says of two tellings has one beyond


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


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A doubt before anybody is told of it: most are not."""

    kind: Kind
    id: str
    sure: float
    grade: Any
    reports: int

    @property
    def order(self) -> tuple[float, str]:
        """The greatest risk comes first."""
        depends = log2(1 + max(self.reports, 1)) * (_CONTESTED if self.grade == "contested" else 1)
        return -round((1 - self.sure) * depends, 6), self.id


def doubts(
    connection: Connection, kind: Kind | None = None, *, after: str | None = None, limit: int | None = None
) -> list[Doubt]:
    """The greatest risks first, and no more than are weighed. after: the cursor of one, to go on behind it.

    Raises QuestionError where there is no such kind or place."""
    if kind is not None and kind not in KINDS:
        raise QuestionError("kind", f"{kind!r} is none of {', '.join(KINDS)}")
    tellings = set() if kind == "statement" else _tellings(connection)
    found = {one.order: one for each in KINDS if kind in (None, each) for one in _WEIGHING[each](connection, tellings)}
    place = _place(after) if after is not None else None
    ordered = sorted(order for order in found if place is None or order > place)
    return [
        Doubt(
            id=one.id, kind=one.kind, sure=round(one.sure, 3), grade=one.grade, reports=one.reports, risk=-order[0]
        )
        for order in ordered[:limit]
        for one in (found[order],)
    ]  # fmt: skip


def behind(listed: Iterable[Doubt], cursor: str) -> list[Doubt]:
    """Those of a list that stand behind the one of that cursor. Raises QuestionError where it is none."""
    place = _place(cursor)
    return [one for one in listed if (-one.risk, one.id) > place]


def _place(cursor: str) -> tuple[float, str]:
    risk, _, id = cursor.partition("~")
    try:
        return -float(risk), id
    except ValueError:
        raise QuestionError("after", f"{cursor!r} is no place in such a list") from None


def _events(connection: Connection, tellings: Iterable[int]) -> Iterator[_Weighed]:
    question = (
        select(Report.id, Telling.id, Telling.confidence, Event.grade, Event.reports)
        .join(Report, Report.pk == Telling.report_pk)
        .join(Event, Event.pk == Telling.event_pk)
        .where(~Telling.checked)
    )
    for report, id, confidence, grade, reports in gathered(connection, question, Telling.pk, tellings):
        yield _Weighed("event", f"{report}/{id}", confidence, grade, reports)


def _tellings(connection: Connection) -> set[int]:
    """The tellings that are weighed, by key: those of events that most depends on, and those that came in last."""
    contested = select(Event.pk).where(Event.grade == "contested").order_by(Event.day.desc(), Event.id.desc())
    most_told = select(Event.pk).order_by(Event.reports.desc(), Event.pk)
    events = {*connection.scalars(contested.limit(CONTESTED)), *connection.scalars(most_told.limit(MOST_TOLD))}
    of_these = select(Telling.pk).where(Telling.event_pk.in_(events), ~Telling.checked).limit(TELLINGS)
    return {*connection.scalars(of_these), *connection.scalars(_latest(Telling))}


def _latest(table: type[Statement] | type[Telling]) -> Select[Any]:
    """The keys of those that came in last and nobody has looked at."""
    return select(table.pk).where(~table.checked).order_by(table.pk.desc()).limit(LATEST)


def _statements(connection: Connection, _: Iterable[int]) -> Iterator[_Weighed]:
    latest = _latest(Statement).subquery()
    question = (
        select(Statement.pk, Report.id, Statement.id, Statement.speaker_pk)
        .join(latest, latest.c.pk == Statement.pk)
        .join(Report, Report.pk == Statement.report_pk)
        .outerjoin(Naming, Naming.pk == Statement.speaker_pk)
        .where(or_(Statement.speaker_pk.is_(None), Naming.kind == "anonymous"))
    )
    said = connection.execute(question).all()
    resting = _resting(connection, [row[0] for row in said])
    for pk, report, id, speaker in said:
        sure = _NOT_GIVEN if speaker is None else _UNNAMED
        events = resting.get(pk) or [(None, 0)]
        yield min(
            (_Weighed("statement", f"{report}/{id}", sure, *event) for event in events), key=lambda one: one.order
        )


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


def _links(connection: Connection, tellings: Iterable[int]) -> Iterator[_Weighed]:
    joins = select(Join.score, Join.one_pk, Join.other_pk).where(~Join.beside, Join.score.between(*_WORKED_OUT))
    pairs = nsmallest(LINKS, map(tuple, gathered(connection, joins, Join.one_pk, tellings)))
    question = (
        select(Telling.pk, Report.id, Telling.id, Report.linked, Event.pk, Event.grade, Event.reports)
        .join(Report, Report.pk == Telling.report_pk)
        .join(Event, Event.pk == Telling.event_pk)
    )
    ends = {pk for _, *pair in pairs for pk in pair}
    told = {row[0]: row for row in gathered(connection, question, Telling.pk, ends)}
    for score, one, other in pairs:
        if one not in told or other not in told:
            continue
        _, report, id, linked, event, grade, reports = told[one]
        _, elsewhere, other_id, also_linked, same, *_ = told[other]
        # Those that are to be linked again are decided, or nobody knows yet.
        if linked and also_linked and event == same:
            both = pair_id(f"{report}/{id}", f"{elsewhere}/{other_id}")
            yield _Weighed("link", both, 1 / (1 + exp(-score)), grade, reports)


_WEIGHING = {"statement": _statements, "event": _events, "link": _links}
