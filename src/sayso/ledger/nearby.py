"""Which other events a telling may be of: those of its type and about its time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.ledger import stories
from sayso.ledger.answers import TellingRow
from sayso.ledger.schema import Event, Report, Telling

DAYS = 7  # before and after it
MOST = 8  # events
_WEIGHED = 60  # events on either side of its day


def near(connection: Connection, telling: int) -> list[TellingRow]:
    """The first telling of each such event by another report, the likeliest first. telling: its key."""
    own = connection.execute(
        select(Telling.type, Telling.start, Telling.country, Telling.event_pk, Telling.report_pk, Report.published)
        .join(Report, Report.pk == Telling.report_pk)
        .where(Telling.pk == telling)
    ).one()
    day = _date(own.start) or _date(own.published)
    if day is None:
        return []
    events = {row.pk: row for row in _events(connection, own.type, day) if row.pk != own.event_pk}
    first = (
        select(func.min(Telling.pk), Telling.event_pk)
        .where(Telling.event_pk.in_(events), Telling.report_pk != own.report_pk)
        .group_by(Telling.event_pk)
    )

    def unlike(row: Any) -> tuple[bool, int, str]:
        there = _date(row.day)
        return row.country != own.country, abs((there - day).days) if there else DAYS, row.id

    ranked = sorted((unlike(events[event]), key) for key, event in connection.execute(first))[:MOST]
    order = {key: place for place, (_, key) in enumerate(ranked)}
    return [row for _, row in sorted(_rows(connection, order), key=lambda pair: pair[0])]


def _events(connection: Connection, type: str, day: date) -> Iterator[Any]:
    """Events of that type, those of the nearest days."""
    question = select(Event.pk, Event.id, Event.day, Event.country).where(Event.type == type)
    since, until = (day - timedelta(DAYS)).isoformat(), (day + timedelta(DAYS)).isoformat()
    later = question.where(Event.day >= day.isoformat(), Event.day <= until).order_by(Event.day, Event.id)
    before = question.where(Event.day < day.isoformat(), Event.day >= since).order_by(Event.day.desc(), Event.id.desc())
    for asked in (later, before):
        yield from connection.execute(asked.limit(_WEIGHED))


def _rows(connection: Connection, order: dict[int, int]) -> Iterator[tuple[int, TellingRow]]:
    """The tellings of these keys, with the places that they are to have."""
    ids = select(Telling.pk, (Report.id + "/" + Telling.id).label("ref")).join(Report, Report.pk == Telling.report_pk)
    places = {row.ref: order[row.pk] for row in connection.execute(ids.where(Telling.pk.in_(order)))}
    for row in stories.tellings(connection, Telling.pk.in_(order)):
        yield places[row.id], row


def _date(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
