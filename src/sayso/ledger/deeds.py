"""Who did what, and when: written with what was done, and never changed."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from sayso.ledger import entries, schema
from sayso.ledger.answers import Known
from sayso.ledger.portions import page


class Deed(Known):
    """What somebody did."""

    at: str  # ISO 8601 in UTC
    who: str
    what: str  # "corrected", "signed in" …
    of: str | None  # ids or names


class Deeds(Known):
    """Some of what was done, and what to ask `after` for the next."""

    items: list[Deed]
    next: int | None


def record(connection: Connection, who: str, what: str, of: str | None = None) -> None:
    """Write down what somebody does in the transaction in which it is done."""
    row = {"at": entries.now(), "who": entries.fit(who), "what": what, "of": entries.fit(of)}
    connection.execute(insert(schema.Deed).values(row))


def recorded(connection: Connection, after: int | None = None, limit: int = 50, *, who: str | None = None) -> Deeds:
    """What was done, the last first: so many of what comes after that, by all or one."""
    deed = schema.Deed
    question = select(deed).order_by(deed.pk.desc()).limit(limit + 1)
    if after is not None:
        question = question.where(deed.pk < after)
    if who:
        question = question.where(deed.who == who)
    rows, next = page(connection.execute(question).all(), limit, lambda row: row.pk)
    return Deeds(items=[Deed(at=row.at, who=row.who, what=row.what, of=row.of) for row in rows], next=next)
