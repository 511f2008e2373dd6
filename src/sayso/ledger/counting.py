"""How much of what is in a ledger."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from sayso.ledger.answers import Stats
from sayso.ledger.conditions import DAY
from sayso.ledger.filters import GRADES, TYPES
from sayso.ledger.schema import Actor, Correction, Dispute, Event, Refusal, Report, Statement, Telling


def stats(connection: Connection) -> Stats:
    """Counts of all there is."""

    def count(what: Any) -> int:
        return connection.scalar(select(func.count()).select_from(what)) or 0

    def by(column: Any, order: tuple[str, ...]) -> dict[str, int]:
        counted = dict(map(tuple, connection.execute(select(column, func.count()).group_by(column))))
        return {value: counted[value] for value in order if value in counted}

    alone = select(Report.pk).where(Report.family.is_(None))
    dated = select().select_from(Report).where(DAY > "")
    # Asked for one by one, each is at an end of the index; together all reports are gone through.
    first, last = (connection.scalar(dated.with_only_columns(end(DAY))) for end in (func.min, func.max))
    return Stats(
        reports=count(Report),
        families=count(select(Report.family).where(Report.family.is_not(None)).distinct().subquery())
        + count(alone.subquery()),
        outlets=count(select(Report.outlet).where(Report.outlet.is_not(None)).distinct().subquery()),
        first=first,
        last=last,
        statements=count(Statement),
        tellings=count(Telling),
        events=count(Event),
        actors=count(Actor),
        disputes=count(Dispute),
        refusals=count(Refusal),
        corrections=count(Correction),
        unlinked=count(select(Report.pk).where(Report.linked.is_(False)).subquery()),
        grades=by(Event.grade, GRADES),
        types=by(Event.type, TYPES),
    )
