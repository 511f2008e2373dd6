"""What was not read, a page at a time."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sayso.ledger.answers import Known
from sayso.ledger.lately import Refused
from sayso.ledger.schema import Refusal


class Refusals(Known):
    """Some of what was not read, and what to ask `after` for the next."""

    items: list[Refused]
    next: int | None


def refusals(connection: Connection, after: int | None = None, limit: int = 50) -> Refusals:
    """What was not read and why, the last refused first: so many of what comes after that."""
    question = select(Refusal.pk, Refusal.source, Refusal.place, Refusal.reason, Refusal.added)
    question = question.order_by(Refusal.pk.desc()).limit(limit + 1)
    if after is not None:
        question = question.where(Refusal.pk < after)
    rows = connection.execute(question).all()
    items = [
        Refused(source=row.source, place=row.place or None, reason=row.reason, added=row.added) for row in rows[:limit]
    ]
    return Refusals(items=items, next=rows[limit - 1].pk if len(rows) > limit else None)
