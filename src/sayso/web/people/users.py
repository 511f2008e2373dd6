"""The users of a ledger: made, given roles and passwords, shut out and let in again. Each of these is a deed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Row, delete, insert, select, update

from sayso.ledger import Ledger
from sayso.ledger.answers import Known
from sayso.ledger.deeds import record
from sayso.ledger.schema import Token, User
from sayso.web.people import clock, passwords, sessions
from sayso.web.people.roles import ROLES, Role

_NAME = re.compile(r"\w(?:[\w.@-]{0,62}\w)?")


class UserError(Exception):
    """What cannot be so with a user."""

    def __init__(self, field: str, message: str) -> None:
        """field: what is at fault."""
        super().__init__(message)
        self.field = field


class UserRow(Known):
    """A user in a list."""

    name: str
    role: Role
    made: str
    active: bool


def plain(name: str) -> str:
    """A name as it is kept: Ann and ann are one."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def add(ledger: Ledger, name: str, role: str, password: str, *, by: str) -> None:
    """Make a user. Raises UserError where there is one of that name, or name, role or password cannot be."""
    name = plain(name)
    if not _NAME.fullmatch(name):
        raise UserError("name", "a name has up to 64 letters, digits and . @ - _, and no blanks")
    row = {"name": name, "role": _role(role), "password": kept(password), "made": clock.written(clock.now())}
    with ledger.writing() as connection:
        if connection.scalar(select(User.pk).where(User.name == name)) is not None:
            raise UserError("name", f"there is a user {name} already")
        connection.execute(insert(User).values(**row, active=True))
        record(connection, by, "made a user", f"{name}, {role}")


def listed(connection: Connection) -> list[UserRow]:
    """All users, by name."""
    rows = connection.execute(select(User.name, User.role, User.made, User.active).order_by(User.name))
    return [UserRow(**row._mapping) for row in rows]


def give_role(ledger: Ledger, name: str, role: str, *, by: str) -> None:
    """Give a user another role, which counts at once. Raises KeyError if there is none; UserError."""
    role = _role(role)
    with _changing(ledger, name) as (connection, user):
        connection.execute(update(User).where(User.pk == user.pk).values(role=role))
        record(connection, by, "gave a role", f"{user.name}, {role}")


def give_password(ledger: Ledger, name: str, password: str, *, by: str) -> None:
    """Give a user another password, which ends all their sessions. Raises KeyError if there is none; UserError."""
    new = kept(password)
    with _changing(ledger, name) as (connection, user):
        put_password(connection, user.pk, new)
        record(connection, by, "changed a password", user.name)


def disable(ledger: Ledger, name: str, *, by: str) -> None:
    """Let a user sign in no more; their sessions and tokens end. Raises KeyError if there is none; UserError."""
    with _changing(ledger, name) as (connection, user):
        connection.execute(update(User).where(User.pk == user.pk).values(active=False))
        sessions.end_all(connection, user.pk)
        connection.execute(delete(Token).where(Token.user_pk == user.pk))
        record(connection, by, "disabled a user", user.name)


def enable(ledger: Ledger, name: str, *, by: str) -> None:
    """Let a user sign in again. Raises KeyError if there is none."""
    with _changing(ledger, name) as (connection, user):
        connection.execute(update(User).where(User.pk == user.pk).values(active=True))
        record(connection, by, "enabled a user", user.name)


def kept(password: str) -> str:
    """What is kept of a new password. Raises UserError where it cannot be one."""
    try:
        return passwords.hashed(password)
    except passwords.PasswordError as error:
        raise UserError("password", str(error)) from None


def put_password(connection: Connection, user: int, hashed: str) -> None:
    """Have that be what is kept of the password of the user of that key; their sessions end."""
    connection.execute(update(User).where(User.pk == user).values(password=hashed))
    sessions.end_all(connection, user)


@contextmanager
def _changing(ledger: Ledger, name: str) -> Iterator[tuple[Connection, Row[int, str]]]:
    """A user about to be changed. Raises UserError, and nothing is changed, where no admin would be left of those who
    were."""
    with ledger.writing() as connection:
        user = connection.execute(select(User.pk, User.name).where(User.name == plain(name))).one_or_none()
        if user is None:
            raise KeyError(name)
        admin = select(User.pk).where(User.role == "admin", User.active).limit(1)
        before = connection.scalar(admin)
        yield connection, user
        if before is not None and connection.scalar(admin) is None:
            raise UserError("name", f"{user.name} is the only admin; make another first")


def _role(role: str) -> Role:
    for known in ROLES:
        if role == known:
            return known
    raise UserError("role", f"{role!r} is no role; there are {', '.join(ROLES)}")
