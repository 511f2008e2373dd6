"""Sessions: somebody is signed in with a browser, which holds a secret of which the ledger has the hash."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from sayso.ledger.schema import Session, User
from sayso.web.people.clock import written
from sayso.web.people.roles import MAY, Person

IDLE = timedelta(hours=12)  # without a request, it ends
LONGEST = timedelta(days=7)  # however much it is used
STEP = timedelta(minutes=10)  # it is not written down more often that it is in use


def begin(connection: Connection, user: int, now: datetime) -> str:
    """A new session of the user of that key: the secret for their browser."""
    connection.execute(delete(Session).where(Session.expires <= written(now)))
    secret = secrets.token_urlsafe(32)
    row = {"hash": _hash(secret), "user_pk": user, "made": written(now), "expires": written(now + IDLE)}
    connection.execute(insert(Session).values(row))
    return secret


def person(connection: Connection, secret: str, now: datetime) -> tuple[Person, bool] | None:
    """Whose session it is, and whether it is time to `renew` it; None where there is none, or no longer."""
    question = (
        select(User.name, User.role, Session.made, Session.expires)
        .join(User, User.pk == Session.user_pk)
        .where(Session.hash == _hash(secret), Session.expires > written(now), User.active)
    )
    row = connection.execute(question).one_or_none()
    if row is None:
        return None
    due = row.expires < min(written(now + IDLE - STEP), _end(row.made))
    return Person(row.name, row.role, MAY[row.role], _csrf(secret)), due


def renew(connection: Connection, secret: str, now: datetime) -> None:
    """It is in use."""
    made = connection.scalar(select(Session.made).where(Session.hash == _hash(secret)))
    if made is not None:
        until = min(written(now + IDLE), _end(made))
        connection.execute(update(Session).where(Session.hash == _hash(secret)).values(expires=until))


def end(connection: Connection, secret: str) -> None:
    """It is over."""
    connection.execute(delete(Session).where(Session.hash == _hash(secret)))


def end_all(connection: Connection, user: int) -> None:
    """All of a user are over."""
    connection.execute(delete(Session).where(Session.user_pk == user))


def _end(made: str) -> str:
    return written(datetime.fromisoformat(made) + LONGEST)


def _hash(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def _csrf(secret: str) -> str:
    """What every form of a session has to send. No other site can read it, nor the secret be found from it."""
    return sha256(b"csrf " + secret.encode("utf-8", "replace")).hexdigest()
