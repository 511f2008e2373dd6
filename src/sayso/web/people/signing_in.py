"""Signing in with a name and a password, and having another password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from sqlalchemy import Connection, select

from sayso.ledger import Ledger
from sayso.ledger.deeds import record
from sayso.ledger.schema import User
from sayso.web.people import attempts, clock, passwords, sessions, users

# At once in a process: each takes 64 MiB, and a thread, that others would wait for.
_ROOM = BoundedSemaphore(4)


class WaitError(Exception):
    """There were too many tries."""

    def __init__(self, seconds: int) -> None:
        """seconds: until one may be made."""
        super().__init__(f"Too many tries: wait {seconds} seconds.")
        self.seconds = seconds


def sign_in(ledger: Ledger, name: str, password: str, address: str) -> str | None:
    """A session for who knows the password: the secret for their browser. None where it is wrong, or nobody has that
    name, which takes as long. Raises WaitError."""
    name = users.plain(name)
    with _known(ledger, name, password, address) as (connection, user):
        if user is None:
            return None
        record(connection, name, "signed in", f"from {address}")
        return sessions.begin(connection, user, clock.now())


def change_password(ledger: Ledger, name: str, old: str, new: str, address: str) -> str | None:
    """Give who knows the password another, which ends all their sessions but a new one, of which it gives the secret.
    None where it is wrong. Raises UserError where the new one cannot be, WaitError."""
    kept = users.kept(new)
    with _known(ledger, name, old, address) as (connection, user):
        if user is None:
            return None
        users.put_password(connection, user, kept)
        record(connection, name, "changed a password", name)
        return sessions.begin(connection, user, clock.now())


@contextmanager
def _known(ledger: Ledger, name: str, password: str, address: str) -> Iterator[tuple[Connection, int | None]]:
    """The key of the user whose password that is, if it is, and a connection to write with. Raises WaitError."""
    if not _ROOM.acquire(blocking=False):
        raise WaitError(1)
    try:
        with _compared(ledger, name, password, address) as known:
            yield known
    finally:
        _ROOM.release()


@contextmanager
def _compared(ledger: Ledger, name: str, password: str, address: str) -> Iterator[tuple[Connection, int | None]]:
    now = clock.now().timestamp()
    with ledger.writing() as connection:
        wait = attempts.begin(connection, name, address, now)
    if wait:
        raise WaitError(wait)
    with ledger.reading() as connection:
        user = connection.execute(select(User.pk, User.password).where(User.name == name, User.active)).one_or_none()
    right = passwords.matches(user.password if user else None, password)
    with ledger.writing() as connection:
        # Meanwhile it may have been changed, or they shut out.
        still = user and select(User.pk).where(User.pk == user.pk, User.password == user.password, User.active)
        key = connection.scalar(still) if right and still is not None else None
        if key is None:
            # What is no name may be a password.
            record(connection, name if user else "somebody unknown", "gave a wrong password", f"from {address}")
        else:
            attempts.forgive(connection, name, address)
        yield connection, key
