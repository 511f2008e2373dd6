"""What was not read, a page at a time."""

from __future__ import annotations

from sqlalchemy import Connection, select

from sayso.ledger.answers import Known
from sayso.ledger.portions import page
from sayso.ledger.schema import Refusal


class Refused(Known):
    """What was not read, where it was, and why."""

    source: str
    place: str | None
    reason: str
    added: str  # when, ISO 8601 in UTC


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
    rows, next = page(connection.execute(question).all(), limit, lambda row: row.pk)
    items = [Refused(source=row.source, place=row.place or None, reason=row.reason, added=row.added) for row in rows]
    return Refusals(items=items, next=next)
