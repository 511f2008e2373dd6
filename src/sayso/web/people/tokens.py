"""Tokens: by what programs show on whose behalf they ask. The ledger has their hashes; they are shown once."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection, delete, func, insert, select, update

from sayso.ledger import Ledger
from sayso.ledger.answers import Known
from sayso.ledger.deeds import record
from sayso.ledger.schema import Token, User
from sayso.web.people import clock
from sayso.web.people.roles import MAY, Person, Scope
from sayso.web.people.users import UserError

MARK = "sayso_"  # by which it is known for what it is where it got lost
SCOPES: tuple[Scope, ...] = ("read", "correct", "add")  # what a token may allow; people manage people
DAYS = (7, 30, 90, 365)  # for which it may count
MOST = 100  # that one user may have


class TokenRow(Known):
    """A token in a list."""

    id: str
    name: str  # what it is for
    scopes: list[str]
    made: str
    expires: str | None
    used: str | None  # the day on which it last was


def make(ledger: Ledger, user: str, name: str, scopes: Collection[str], days: int | None, *, by: str) -> str:
    """A new token of that user, for so many days or for ever. Raises UserError."""
    name = " ".join(name.split())
    if not name or len(name) > 100:
        raise UserError("name", "say what the token is for, in up to 100 characters")
    secret, now = MARK + secrets.token_urlsafe(32), clock.now()
    with ledger.writing() as connection:
        owner = connection.execute(select(User.pk, User.role).where(User.name == user, User.active)).one_or_none()
        if owner is None:
            raise UserError("user", f"there is no user {user!r} who may sign in")
        possible = [scope for scope in SCOPES if scope in MAY[owner.role]]
        allowed = [scope for scope in possible if scope in scopes]
        if not allowed or not set(scopes) <= set(possible):
            raise UserError("scopes", f"a token of {user} may be allowed to {' or '.join(possible)}")
        if (connection.scalar(select(func.count()).where(Token.user_pk == owner.pk)) or 0) >= MOST:
            raise UserError("name", f"{user} has {MOST} tokens; revoke one first")
        row = {
            "id": secrets.token_hex(6), "hash": _hash(secret), "user_pk": owner.pk, "name": name, "scopes": allowed,
            "made": clock.written(now), "expires": clock.written(now + timedelta(days=days)) if days else None,
        }  # fmt: skip
        connection.execute(insert(Token).values(row))
        record(connection, by, "made a token", f"{user}: {name} ({', '.join(allowed)})")
    return secret


def listed(connection: Connection, user: str) -> list[TokenRow]:
    """The tokens of a user."""
    question = select(Token).join(User, User.pk == Token.user_pk).where(User.name == user).order_by(Token.pk)
    rows = connection.execute(question).mappings()
    return [TokenRow(**{name: row[name] for name in TokenRow.model_fields}) for row in rows]


def revoke(ledger: Ledger, user: str, id: str, *, by: str) -> None:
    """Have a token of that user count no longer. Raises KeyError if there is none."""
    with ledger.writing() as connection:
        of = Token.user_pk == select(User.pk).where(User.name == user).scalar_subquery()
        name = connection.scalar(delete(Token).where(Token.id == id, of).returning(Token.name))
        if name is None:
            raise KeyError(id)
        record(connection, by, "revoked a token", f"{user}: {name}")


def person(connection: Connection, secret: str, now: datetime) -> tuple[Person, bool] | None:
    """On whose behalf it counts, with no more rights than they have now, and whether it is time to `renew` it; None
    where it does not count."""
    question = (
        select(User.name, User.role, Token.scopes, Token.expires, Token.used)
        .join(User, User.pk == Token.user_pk)
        .where(Token.hash == _hash(secret), User.active)
    )
    row = connection.execute(question).one_or_none()
    if row is None or (row.expires is not None and row.expires <= clock.written(now)):
        return None
    scopes = MAY[row.role].intersection(SCOPES, row.scopes)
    return Person(row.name, row.role, scopes), row.used != now.date().isoformat()


def renew(connection: Connection, secret: str, now: datetime) -> None:
    """It is in use today."""
    connection.execute(update(Token).where(Token.hash == _hash(secret)).values(used=now.date().isoformat()))


def _hash(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
