"""How much of what is in a ledger.

To count all rows of a large ledger is to read a hundred megabytes. While all that is there is linked, what was counted
when the last of it was is still so, and is kept beside it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from sayso.ledger.answers import Stats
from sayso.ledger.conditions import DAY
from sayso.ledger.filters import GRADES, TYPES
from sayso.ledger.schema import Actor, Correction, Counted, Dispute, Event, Refusal, Report, Statement, Telling


def stats(connection: Connection) -> Stats:
    """Counts of all there is."""
    unlinked = _unlinked(connection)
    kept = None if unlinked else _kept(connection)
    return Stats(
        **(_counted(connection) if kept is None else kept),
        refusals=_count(connection, Refusal),
        corrections=_count(connection, Correction),
        unlinked=unlinked,
    )


def forget(connection: Connection) -> None:
    """Keep nothing, as what there is changes."""
    connection.execute(delete(Counted))


def to_keep(connection: Connection) -> dict[str, Any] | None:
    """What there is, as a row to keep for as long as no report is added and none is to be linked again; None if it is
    kept already, or there is nothing."""
    last = _last(connection)
    if last is None or _kept(connection) is not None:
        return None
    return {"upto": last, "counts": _counted(connection)}


def keep(connection: Connection, counted: dict[str, Any]) -> None:
    """Keep what was counted in another transaction, if no report was added since, and none is to be linked again."""
    changed = _last(connection) != counted["upto"] or _unlinked(connection)
    forget(connection)
    if not changed:
        connection.execute(insert(Counted).values(**counted))


def _kept(connection: Connection) -> dict[str, Any] | None:
    """What was kept, if it is of all the reports that there are now."""
    return connection.scalar(select(Counted.counts).where(Counted.upto == _last(connection)))


def _last(connection: Connection) -> int | None:
    return connection.scalar(select(func.max(Report.pk)))


def _unlinked(connection: Connection) -> int:
    return _count(connection, select(Report.pk).where(Report.linked.is_(False)).subquery())


def _count(connection: Connection, what: Any) -> int:
    return connection.scalar(select(func.count()).select_from(what)) or 0


def _counted(connection: Connection) -> dict[str, Any]:
    """Counts of what is read and worked out."""

    def by(column: Any, order: tuple[str, ...]) -> dict[str, int]:
        counted = dict(map(tuple, connection.execute(select(column, func.count()).group_by(column))))
        return {value: counted[value] for value in order if value in counted}

    alone = select(Report.pk).where(Report.family.is_(None))
    families = select(Report.family).where(Report.family.is_not(None)).distinct()
    dated = select().select_from(Report).where(DAY > "")
    # Asked for one by one, each is at an end of the index; together all reports are gone through.
    first, last = (connection.scalar(dated.with_only_columns(end(DAY))) for end in (func.min, func.max))
    return {
        "reports": _count(connection, Report),
        "families": _count(connection, families.subquery()) + _count(connection, alone.subquery()),
        "outlets": _count(connection, select(Report.outlet).where(Report.outlet.is_not(None)).distinct().subquery()),
        "first": first,
        "last": last,
        "statements": _count(connection, Statement),
        "tellings": _count(connection, Telling),
        "events": _count(connection, Event),
        "actors": _count(connection, Actor),
        "disputes": _count(connection, Dispute),
        "grades": by(Event.grade, GRADES),
        "types": by(Event.type, TYPES),
    }
