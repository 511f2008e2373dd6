"""Questions to a ledger: lists of its reports, statements, events, actors and disputes, filtered, in an order that
depends on what is in them alone.

A list is asked for a page at a time: each page begins behind the last answer of the one before (a keyset), so that
nothing is passed over or given twice while reports are added, and the thousandth page comes as fast as the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Integer, Select, and_, func, literal_column, or_, select
from sqlalchemy.orm import aliased, join

from sayso.ledger import conditions, filling, frames
from sayso.ledger.answers import ActorRow, Answer, DisputeRow, EventRow, ReportRow, StatementRow
from sayso.ledger.conditions import DAY, Condition, Keys
from sayso.ledger.filters import Filter, QuestionError, storable
from sayso.ledger.portions import Gathered, chosen, keys
from sayso.ledger.schema import Actor, Dispute, Event, Naming, Report, Statement

if TYPE_CHECKING:
    import pandas
    import polars

PAGE = 1000  # answers that are asked for at a time
_LARGEST = 2**63 - 1  # number that a database knows
# Up to so many rows are sorted faster than a list in order is walked to its end.
_FEW = 5_000
_SAMPLE, _SOME = 1_000, 20  # rows of which one thing holds: if all holds of more than some, a list is walked to few

Given = TypeVar("Given", bound=Answer)


@dataclass(frozen=True, eq=False)  # columns that are compared make a condition
class _Term:
    """What a list is in order of."""

    column: Any
    type: type[str] | type[int] = str
    falling: bool = False


@dataclass(frozen=True)
class Order(Generic[Given]):
    """An order of a list, and where in it an answer stands."""

    terms: tuple[_Term, ...]
    cursor: Callable[[Given], str]


@dataclass(frozen=True)
class Question(Generic[Given]):
    """How to ask for one kind of answer."""

    answer: type[Given]
    select: Any  # which SQLAlchemy types by its columns one by one
    key: Any  # the primary key of the rows
    order: tuple[_Term, ...]
    conditions: Callable[[Filter], Iterator[Condition]]
    fill: Callable[[Connection, Sequence[Any]], Iterator[Given]]
    orders: Mapping[str, Order[Given]] = field(default_factory=dict)  # others, by what they go by
    walked: Any = None  # the same as `select`, where a database has to be told to go through it in the usual order

    @cached_property
    def of_keys(self) -> Gathered:
        """The rows of some keys."""
        return Gathered(self.select, self.key)

    def ordered(self, by: str | None) -> Order[Given]:
        """The order that goes by that, or the usual one. Raises QuestionError where there is none such."""
        if by is None:
            return Order(self.order, lambda answer: answer.cursor)
        if by not in self.orders:
            others = ", ".join(self.orders) or "its own"
            raise QuestionError("by", f"such a list is in no order of {by!r}, but of {others}")
        return self.orders[by]


@dataclass(frozen=True)
class _Held:
    """Something that has to hold. keys: of the first rows of which it does, some more than once; None where the table's
    own indexes tell."""

    condition: Condition
    keys: Sequence[int] | None

    @classmethod
    def of(cls, connection: Connection, condition: Condition) -> _Held:
        """With its keys, which are looked up."""
        return cls(condition, None if condition.among is None else keys(connection, condition.among.limit(_FEW + 1)))

    @property
    def few(self) -> bool:
        """Whether these are all."""
        return self.keys is not None and len(self.keys) <= _FEW


class Answers(Generic[Given]):
    """The answers to a question, which is asked when they are gone through, and again each time they are."""

    def __init__(
        self,
        reading: Callable[[], AbstractContextManager[Connection]],
        question: Question[Given],
        wanted: Filter,
        *,
        by: str | None = None,
        newest: bool = False,
        after: str | None = None,
        limit: int | None = None,
    ) -> None:
        """by: what the list is in order of, if not the usual. newest: in the opposite order. after: the cursor of an
        answer, to go on behind it. limit: no more than that.

        Raises QuestionError where there is no such order or `after` is no cursor of such a list."""
        self._reading, self._question, self.wanted = reading, question, wanted
        self._order = question.ordered(by)
        self.newest, self._after, self._limit = newest, _place(self._order, after), limit

    @property
    def answer(self) -> type[Given]:
        """The kind of the answers."""
        return self._question.answer

    def cursor(self, answer: Given) -> str:
        """Where an answer stands in this list, whatever its order."""
        return self._order.cursor(answer)

    def count(self, most: int) -> int:
        """How many there are, counted no further than that."""
        with self._reading() as connection:
            return self._count(connection, self._held(connection), most)

    def begun(self, number: int, most: int) -> tuple[list[Given], int]:
        """The first so many, and how many there are, counted no further than that."""
        with self._reading() as connection:
            held = self._held(connection)
            items = list(_asked(connection, self._question, held, self._order, self.newest, self._after, number))
            return items, len(items) if len(items) < number else self._count(connection, held, most)

    def first(self, connection: Connection, columns: Sequence[Any], number: int) -> Select[Any]:
        """To select the key and these columns of that many rows from the start of the list."""
        return self._first(connection, self._held(connection), columns, number)

    def __iter__(self) -> Iterator[Given]:
        with self._reading() as connection:
            held = self._held(connection)
            yield from _asked(connection, self._question, held, self._order, self.newest, self._after, self._limit)

    def _held(self, connection: Connection) -> list[_Held]:
        return [_Held.of(connection, condition) for condition in self._question.conditions(self.wanted)]

    def _first(self, connection: Connection, held: Sequence[_Held], columns: Sequence[Any], number: int) -> Select[Any]:
        found = _narrowed(connection, self._question, held)
        found = found.order_by(*_ordered(self._order.terms, self.newest)).limit(number)
        return found.with_only_columns(self._question.key, *columns, maintain_column_froms=True)

    def _count(self, connection: Connection, held: Sequence[_Held], most: int) -> int:
        if len(held) == 1 and held[0].keys is not None:
            different = len(set(held[0].keys))
            # Else so many come more than once that it does not show yet.
            if held[0].few or different >= most:
                return min(different, most)
        found = self._first(connection, held, [], most)
        return connection.scalar(select(func.count()).select_from(found.subquery())) or 0

    def to_pandas(self) -> pandas.DataFrame:
        """The answers as a frame of pandas, which has to be installed; with the columns of the CSV."""
        return frames.pandas_frame(self.answer, self)

    def to_polars(self) -> polars.DataFrame:
        """The answers as a frame of Polars, which has to be installed; with the columns of the CSV."""
        return frames.polars_frame(self.answer, self)


_SPEAKER, _HEARER = aliased(Naming, name="speaker"), aliased(Naming, name="hearer")

REPORTS = Question(
    ReportRow,
    select(
        Report.pk, Report.id, Report.published, Report.outlet, Report.title, Report.agency, Report.byline,
        Report.dateline, Report.url, Report.version, Report.source_id, Report.language, Report.words, Report.family,
    ),
    Report.pk,
    (_Term(DAY), _Term(Report.id)),
    conditions.reports,
    filling.reports,
)  # fmt: skip


def _spoken(report: Any) -> Any:
    """The statements, each with its report, of which this is the key."""
    return (
        select(
            Statement.pk, Statement.id, Statement.report_pk, Statement.via, Statement.force, Statement.quotation,
            Statement.cue, Statement.said, Statement.start, Statement.end, Statement.position, _SPEAKER.name,
            _SPEAKER.kind, _SPEAKER.role, _SPEAKER.country, _SPEAKER.sector, Actor.id.label("speaker_id"),
            _HEARER.name.label("addressee"), Report.id.label("report"), Report.published, Report.outlet, Report.title,
            Report.url,
        )
        .select_from(
            join(Report, Statement, Statement.report_pk == report)
            .outerjoin(_SPEAKER, _SPEAKER.pk == Statement.speaker_pk)
            .outerjoin(Actor, Actor.pk == _SPEAKER.actor_pk)
            .outerjoin(_HEARER, _HEARER.pk == Statement.addressee_pk)
        )
    )  # fmt: skip


STATEMENTS = Question(
    StatementRow,
    _spoken(Report.pk),
    Statement.pk,
    (_Term(DAY), _Term(Report.id), _Term(Statement.position, int), _Term(Statement.id)),
    conditions.statements,
    filling.statements,
    # SQLite would go through all statements and sort them, if the sign did not keep it from the key of the reports.
    walked=_spoken(literal_column("+reports.pk", Integer)),
)
EVENTS = Question(
    EventRow,
    select(
        Event.pk, Event.id, Event.type, Event.mode, Event.day, Event.start, Event.end, Event.place, Event.country,
        Event.admin1, Event.lat, Event.lon, Event.geonameid, Event.grade, Event.status, Event.tellings, Event.reports,
        Event.voices, Event.confidence,
    ),
    Event.pk,
    (_Term(Event.day), _Term(Event.id)),
    conditions.events,
    filling.events,
    {
        "reports": Order(
            (_Term(Event.reports, int, falling=True), _Term(Event.id)), lambda event: f"{event.reports}~{event.id}"
        )
    },
)  # fmt: skip
ACTORS = Question(
    ActorRow,
    select(Actor),
    Actor.pk,
    (_Term(Actor.reports, int, falling=True), _Term(Actor.id)),
    conditions.actors,
    filling.actors,
)
DISPUTES = Question(
    DisputeRow,
    select(
        Dispute.pk, Dispute.id, Dispute.kind, Dispute.issue, Dispute.reports, Event.id.label("event"), Dispute.day
    ).outerjoin(Event, Event.pk == Dispute.event_pk),
    Dispute.pk,
    (_Term(Dispute.reports, int, falling=True), _Term(Dispute.id)),
    conditions.disputes,
    filling.disputes,
    {"day": Order((_Term(Dispute.day), _Term(Dispute.id)), lambda found: f"{found.day or ''}~{found.id}")},
)


def filled(
    connection: Connection, question: Question[Given], where: ColumnElement[bool], *, limit: int | None = None
) -> list[Given]:
    """The answers of which that holds, in order."""
    asked = question.select.where(where).order_by(*_ordered(question.order, newest=False)).limit(limit)
    return list(question.fill(connection, connection.execute(asked).all()))


def of_keys(connection: Connection, question: Question[Given], keys: Iterable[int]) -> list[Given]:
    """The answers of which these are the keys, in the order of the keys."""
    keys = list(keys)
    rows = {row.pk: row for row in question.of_keys(connection, keys)}
    return list(question.fill(connection, [rows[key] for key in keys]))


def _asked(
    connection: Connection,
    question: Question[Given],
    held: Sequence[_Held],
    order: Order[Given],
    newest: bool,
    after: tuple[str | int, ...] | None,
    limit: int | None,
) -> Iterator[Given]:
    """The answers, asked for a page at a time."""
    ordered = _narrowed(connection, question, held).order_by(*_ordered(order.terms, newest))
    while limit is None or limit > 0:
        size = PAGE if limit is None else min(PAGE, limit)
        page = ordered.limit(size)
        if after is not None:
            page = page.where(_behind(order.terms, after, newest))
        last = None
        for last in question.fill(connection, connection.execute(page).all()):
            yield last
            limit = None if limit is None else limit - 1
            size -= 1
        if last is None or size:
            return
        after = _place(order, order.cursor(last))


def _narrowed(connection: Connection, question: Question[Given], held: Sequence[_Held]) -> Select[Any]:
    """The question with what has to hold. The database cannot know in how few rows some word stands: where they are
    few, they are gathered and sorted; else the list is walked in its order, and soon there are enough."""
    # As a truth value it is looked up for each row at hand; else all rows of which it holds might be gathered.
    many = [one.condition for one in held if one.keys is not None and not one.few]
    few = [set(one.keys) for one in held if one.keys is not None and one.few]
    rest = [one.condition.holds for one in held if one.keys is None]  # the list's own index leaves a part of it
    if few:
        others = (condition.holds.is_(True) for condition in many)
        return question.select.where(  # type: ignore[no-any-return]
            chosen(connection, question.key, set.intersection(*few)), *others, *rest
        )
    if len(many) > 1:
        common = _common(connection, question, many)
        if common is not None:
            return question.select.where(chosen(connection, question.key, common), *rest)  # type: ignore[no-any-return]
    sqlite = connection.dialect.name == "sqlite"
    found: Select[Any] = question.walked if sqlite and question.walked is not None else question.select
    looked_up = len(many) == 1 or not rest
    return found.where(*(condition.holds.is_(True) if looked_up else condition.holds for condition in many), *rest)


def _common(connection: Connection, question: Question[Given], conditions: Sequence[Condition]) -> Sequence[int] | None:
    """The keys of the rows of which all of that holds, if they are few though each holds of many: whoever is quoted
    every day may hardly speak of hospitals, and the list would be walked to its end. None if they are many."""
    first, *others = conditions
    rows = question.select.with_only_columns(question.key, maintain_column_froms=True)
    sample = question.key.in_(_chosen(first.among, _SAMPLE))
    some = rows.where(sample, *(condition.holds.is_(True) for condition in others))
    if (connection.scalar(select(func.count()).select_from(some.subquery())) or 0) > _SOME:
        return None
    every = rows.where(*(question.key.in_(_chosen(condition.among)) for condition in conditions)).limit(_FEW + 1)
    common = keys(connection, every)
    return common if len(common) <= _FEW else None


def _chosen(keys: Keys, number: int | None = None) -> Keys:
    """To select these keys, or so many of them."""
    return select(keys.limit(number).subquery().c[0])


@cache  # to make a condition or an order takes as long as to ask for a row
def _ordered(order: tuple[_Term, ...], newest: bool) -> list[ColumnElement[Any]]:
    return [term.column.desc() if term.falling != newest else term.column.asc() for term in order]


def _behind(order: Sequence[_Term], after: Sequence[str | int], newest: bool) -> ColumnElement[bool]:
    """That a row comes behind that place."""
    (term, *others), (value, *values) = order, after
    falling = term.falling != newest
    beyond = term.column < value if falling else term.column > value
    if not others:
        return beyond  # type: ignore[no-any-return]
    # Said twice: the first part is what an index is entered by.
    at = term.column <= value if falling else term.column >= value
    return and_(at, or_(beyond, _behind(others, values, newest)))


def _place(order: Order[Any], cursor: str | None) -> tuple[str | int, ...] | None:
    """The place in the order that a cursor tells."""
    if cursor is None:
        return None
    parts = cursor.split("~")
    try:
        place = tuple(term.type(part) for term, part in zip(order.terms, parts, strict=True))
    except ValueError:
        place = ()
    if not place or not storable(cursor) or any(isinstance(part, int) and abs(part) > _LARGEST for part in place):
        raise QuestionError("after", f"{cursor!r} is no place in such a list")
    return place
