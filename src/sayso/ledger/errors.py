"""What can go wrong with a ledger, in words: what, where, and what to do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted

# By the beginning of SQLite's name of an error, or of PostgreSQL's SQLSTATE (its manual, appendix A): what it means for
# a ledger, and what to do. The longer beginning counts.
_SQLITE = {
    "SQLITE_NOTADB": ("it is not a ledger but some other file", "name another file"),
    "SQLITE_CORRUPT": ("it is damaged", "take it from a backup"),
    "SQLITE_FULL": ("the disk is full", "make room and run the same again: whole reports are kept, none is half there"),
    "SQLITE_BUSY": ("another process has been writing to it for too long", "wait for that to end and try again"),
    "SQLITE_LOCKED": ("another process has been writing to it for too long", "wait for that to end and try again"),
    "SQLITE_READONLY": ("it may not be written to", "check the permissions of the file and of its folder"),
    "SQLITE_CANTOPEN": ("it cannot be opened", "check that its folder exists and may be written to"),
    "SQLITE_PERM": ("it cannot be opened", "check the permissions of the file and of its folder"),
    "SQLITE_IOERR": ("the disk does not do what it is asked to", "check the disk, and whether the file is still there"),
}
_POSTGRES = {
    "08": ("the connection broke off", "check that the server runs and run the same again"),
    "42501": ("that user may not do this", "ask whoever runs the server for the right to create tables and write"),
    "53100": ("the disk of the server is full", "make room and run the same again"),
    "53300": ("the server has too many connections already", "try again later"),
    "55P03": ("another process has been writing to it for too long", "wait for that to end and try again"),
    "57P": ("the server has shut down or ended the connection", "check that it runs and run the same again"),
}


class LedgerError(Exception):
    """Something is wrong with a ledger."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        """where: the ledger, without a password. what: is wrong with it. remedy: what to do about it."""
        super().__init__(f"ledger {where}: {what}; {remedy}")
        self.where, self.what, self.remedy = where, what, remedy


class BecameError(KeyError):
    """An event, a dispute or an actor has no longer that id: it became part of an event or is of one, or is an actor
    of another id."""

    def __init__(self, id: str, what: str, became: str) -> None:
        """what: "event" or "actor". became: the id of that event or actor."""
        super().__init__(id)
        self.what, self.became = what, became


@contextmanager
def told(where: str) -> Iterator[None]:
    """Errors of the database as a LedgerError that says what they mean. Faults of the program stay what they are."""
    try:
        yield
    except PoolExhausted as error:
        raise LedgerError(where, "all connections to it are in use", "try again later") from error
    except (DBAPIError, sqlite3.Error) as error:
        known = _meaning(error)
        if known is None:
            raise
        raise LedgerError(where, *known) from error


def _meaning(error: DBAPIError | sqlite3.Error) -> tuple[str, str] | None:
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, sqlite3.Error):
        return _longest(_SQLITE, getattr(original, "sqlite_errorname", ""))
    state = getattr(original, "sqlstate", None)
    if state:
        return _longest(_POSTGRES, state)
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return _POSTGRES["08"]
    if type(original).__name__ == "OperationalError":  # no connection came about: the server has told why in words
        return " ".join(str(original).split()), "check the address; a database is made with createdb"
    return None


def _longest(meanings: dict[str, tuple[str, str]], code: str) -> tuple[str, str] | None:
    return max(((key, value) for key, value in meanings.items() if code.startswith(key)), default=(None, None))[1]
