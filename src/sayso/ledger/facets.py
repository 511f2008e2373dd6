"""What a list is made up of: how many of its answers are of each type, country, grade and so on, on which days and
where. Each count is what asking for that as well would leave.

Only the first so many of a list are looked through, so that it takes as long in a ledger of any size; where there are
more, that is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from sayso.ledger.answers import ActorRow, Answer, DisputeRow, EventRow, Known, ReportRow, StatementRow
from sayso.ledger.asking import Answers
from sayso.ledger.conditions import DAY
from sayso.ledger.filters import Filter
from sayso.ledger.portions import gathered
from sayso.ledger.schema import Actor, Dispute, Event, EventPart, Naming, Report, Telling, Word

MOST = 1_000  # answers that are looked through
FEWER = 300  # where each has to do with much
SHOWN = 12  # values of a facet, the most frequent

Columns = Mapping[str, Any]  # by the field of the filter; `name` is that of the actor


class Value(Known):
    """What answers have in common: a value that the filter takes, and how many have it."""

    value: str
    name: str  # to be shown: of an actor the id says nothing
    count: int


class Spot(Known):
    """A place, and how many of the answers are there."""

    place: str
    country: str | None
    lat: float
    lon: float
    count: int


class Facets(Known):
    """What the first of a list are made up of."""

    counted: int  # answers that were looked through
    more: bool  # whether the list goes on behind them
    values: dict[str, list[Value]]  # by the field of the filter, the most frequent first
    days: dict[str, int]  # the answers of each day, in order
    places: list[Spot]  # the most frequent first


@dataclass(frozen=True)
class _Counted:
    """Where it stands what is counted of a kind of answers."""

    shown: tuple[str, ...]  # fields of the filter, in the order in which they are told
    own: Columns  # of the row itself
    linked: tuple[Any, ...] = ()  # the key of the row, then columns of what is linked with it
    events: Any = None  # the same of events that are linked with it, where they have to be coded so
    heavy: bool = False  # whether one has to do with so much that fewer are looked through


_PARTY = (Actor.id.label("actor"), Actor.name.label("name"))
_FROM = Actor.country.label("country")
_OUTLET = Report.outlet.label("outlet")
_CODED = (Event.type.label("type"), Event.grade.label("grade"), Event.status.label("status"))
_PARTS = select(EventPart.event_pk, *_PARTY, _FROM).join(Actor, Actor.pk == EventPart.actor_pk)
_TOLD = select(Telling.event_pk, _OUTLET).join(Report, Report.pk == Telling.report_pk)
_EVENT: Columns = {
    "type": Event.type, "grade": Event.grade, "status": Event.status, "country": Event.country, "day": Event.day,
    "place": Event.place, "lat": Event.lat, "lon": Event.lon,
}  # fmt: skip
_COUNTED: dict[type[Answer], _Counted] = {
    EventRow: _Counted(("type", "grade", "status", "country", "actor", "outlet"), _EVENT, (_PARTS, _TOLD)),
    DisputeRow: _Counted(
        ("type", "grade", "country", "actor", "outlet"),
        {**_EVENT, "day": Dispute.day},
        (
            select(Dispute.pk, *_PARTY, _FROM)
            .join(EventPart, EventPart.event_pk == Dispute.event_pk)
            .join(Actor, Actor.pk == EventPart.actor_pk),
            select(Dispute.pk, _OUTLET)
            .join(Telling, Telling.event_pk == Dispute.event_pk)
            .join(Report, Report.pk == Telling.report_pk),
            select(Dispute.pk, _OUTLET).join(Report, Report.pk == Dispute.report_pk),
        ),
        heavy=True,
    ),
    StatementRow: _Counted(
        ("actor", "country", "outlet", "type", "grade", "status"),
        {"actor": Actor.id, "name": Actor.name, "country": Actor.country, "outlet": Report.outlet, "day": DAY},
        events=select(Word.statement_pk, *_CODED)
        .join(Telling, Telling.pk == Word.telling_pk)
        .join(Event, Event.pk == Telling.event_pk),
    ),
    ReportRow: _Counted(
        ("outlet", "actor", "type", "grade", "status"),
        {"outlet": Report.outlet, "day": DAY},
        (select(Naming.report_pk, *_PARTY).join(Actor, Actor.pk == Naming.actor_pk),),
        select(Telling.report_pk, *_CODED).join(Event, Event.pk == Telling.event_pk),
        heavy=True,
    ),
    # In how much the most reported take part knows no bound.
    ActorRow: _Counted(("country",), {"country": Actor.country}),
}


def facets(connection: Connection, answers: Answers[Any]) -> Facets:
    """What the first of a list are made up of."""
    counted = _COUNTED[answers.answer]
    own = [column.label(name) for name, column in counted.own.items()]
    # Passages with the words looked for are told from others one by one.
    most = FEWER if counted.heavy or answers.wanted.about is not None else MOST
    rows = connection.execute(answers.first(connection, own, most + 1)).all()
    looked = rows[:most]
    keys = [row[0] for row in looked]
    found: dict[str, set[tuple[int, str]]] = defaultdict(set)  # who has which value: once, however often
    names: dict[str, str] = {}
    _note(found, names, ("pk", *counted.own), looked)
    for links in counted.linked:
        _note(found, names, _columns(links), list(_gathered(connection, links, keys)))
    if counted.events is not None:
        linked = _gathered(connection, counted.events, keys)
        _note(found, names, _columns(counted.events), [row for row in linked if _found_by(row, answers.wanted)])
    return Facets(
        counted=len(looked),
        more=len(rows) > most,
        values={name: _frequent(found[name], names if name == "actor" else {}) for name in counted.shown},
        days=dict(sorted(Counter(day for _, day in found["day"]).items())),
        places=list(_spots(looked)) if "place" in counted.own else [],
    )


def _gathered(connection: Connection, links: Select[Any], keys: list[int]) -> Iterator[Any]:
    return gathered(connection, links, links.selected_columns[0], keys)


def _columns(links: Select[Any]) -> list[str]:
    _, *columns = links.selected_columns
    return ["pk", *(column.name for column in columns)]


def _found_by(event: Any, wanted: Filter) -> bool:
    """Whether the event is one that a row was found by: told in SQL, it would have all such events gone through."""
    return all(getattr(wanted, name) in (None, getattr(event, name)) for name in ("type", "grade", "status"))


def _note(
    found: dict[str, set[tuple[int, str]]], names: dict[str, str], columns: Sequence[str], rows: Sequence[Any]
) -> None:
    """Note who has which value, column by column: there are many rows."""
    given = dict(zip(columns, zip(*rows, strict=True), strict=False))
    for name, values in given.items():
        found[name].update(pair for pair in zip(given["pk"], values, strict=True) if pair[1])
    if "actor" in given:
        names.update(zip(given["actor"], given["name"], strict=True))


def _frequent(found: set[tuple[int, str]], names: Mapping[str, str]) -> list[Value]:
    counts = Counter(value for _, value in found)
    most = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))[:SHOWN]
    return [Value(value=value, name=names.get(value, value), count=count) for value, count in most]


def _spots(rows: Sequence[Any]) -> Iterator[Spot]:
    counts = Counter((row.place, row.country, row.lat, row.lon) for row in rows if row.place and row.lat is not None)
    for (place, country, lat, lon), count in sorted(counts.items(), key=lambda one: (-one[1], *map(str, one[0]))):
        yield Spot(place=place, country=country, lat=lat, lon=lon, count=count)
