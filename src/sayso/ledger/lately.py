"""What a ledger has that is new: what was told of last and what is contested most, and what came in.

However large a ledger is, only so many of its latest events are looked through."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from sayso.ledger.answers import DisputeRow, EventRow, Known, ReportRow
from sayso.ledger.asking import DISPUTES, EVENTS, REPORTS, Question, of_keys
from sayso.ledger.conditions import DAY
from sayso.ledger.refusals import Refused, refusals
from sayso.ledger.schema import Correction, Dispute, Event, Refusal, Report

Mark = tuple[int | None, ...]

FEW = 6  # of each
LATEST = 2_000  # events that are looked through for those contested most, and for disputes


class Lately(Known):
    """What is new in a ledger."""

    until: str | None  # the date of the last report: what is planned for later days is not among the events
    latest: list[EventRow]  # the last first
    contested: list[EventRow]  # of the latest ones those in most reports
    disputes: list[DisputeRow]  # on the latest events
    added: list[ReportRow]  # the last that came first
    refused: list[Refused]


def lately(connection: Connection, few: int = FEW) -> Lately:
    """What is new, so many of each."""
    until = connection.scalar(select(DAY).select_from(Report).order_by(DAY.desc()).limit(1)) or None
    told = select(Event.pk, Event.id, Event.day, Event.reports).order_by(Event.day.desc(), Event.id.desc())
    told = told.where(Event.day <= (until or ""))
    contested = told.where(Event.grade == "contested").limit(LATEST).subquery()
    most = select(contested.c.pk).order_by(contested.c.reports.desc(), contested.c.day.desc(), contested.c.id)
    recent = told.limit(LATEST).subquery()
    disputed = (
        select(Dispute.pk)
        .join(recent, recent.c.pk == Dispute.event_pk)
        .order_by(recent.c.day.desc(), Dispute.reports.desc(), Dispute.id)
    )

    def listed(question: Question[Any], keys: Any) -> list[Any]:
        return of_keys(connection, question, connection.scalars(keys.limit(few)))

    return Lately(
        until=until,
        latest=listed(EVENTS, told.with_only_columns(Event.pk)),
        contested=listed(EVENTS, most),
        disputes=listed(DISPUTES, disputed),
        added=listed(REPORTS, select(Report.pk).order_by(Report.pk.desc())),
        refused=refusals(connection, limit=few).items,
    )


def mark(connection: Connection) -> Mark:
    """What is another one once something was added, corrected, refused or linked; cheap to ask for."""
    keys = [select(func.max(table.pk)).scalar_subquery() for table in (Report, Correction, Refusal, Event, Dispute)]
    waiting = select(func.max(Report.pk)).where(Report.linked.is_(False)).scalar_subquery()
    return tuple(connection.execute(select(*keys, waiting)).one())
