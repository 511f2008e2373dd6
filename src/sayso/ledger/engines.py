"""Connections to a ledger, in a file of SQLite or a database of PostgreSQL."""

from __future__ import annotations

import importlib.util
import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Insert, create_engine, event, make_url
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import ArgumentError, OperationalError

from sayso.ledger.errors import LedgerError
from sayso.ledger.schema import Table

# The execution option of a connection that is going to write: "part" or "most" of the ledger with one statement.
WRITES = "sayso_writes"
UNCHANGED = "immutable"  # what SQLite is told of a file that nobody writes to
LOOK = 0.005  # seconds from one look at whether another still writes into a file to the next
POOL = 8  # connections that are kept for the next who asks; more, at a time when many do, are made anew
CACHE = 64  # MiB of a file of SQLite that a connection keeps in memory
LOG = 16_384  # pages, of 4 KiB, that its log takes before they go to the file: those written again and again go once


def address(where: str | Path) -> URL:
    """Where a ledger is: the path of a file, `sqlite:///…` or `postgresql://…`."""
    written = str(where)
    if "://" not in written and written not in ("", ":memory:"):
        return URL.create("sqlite", database=written)
    try:
        url = make_url(written)
    except (ArgumentError, ValueError) as error:
        raise LedgerError(repr(written), "that is no place for one", _FORMS) from error
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        if importlib.util.find_spec("psycopg") is None:
            raise LedgerError(name(url), "PostgreSQL needs psycopg", "pip install 'sayso[postgres]'")
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database not in (None, "", ":memory:"):
        return url
    raise LedgerError(url.render_as_string(), "it is neither a file of SQLite nor a database of PostgreSQL", _FORMS)


_FORMS = "name a file, sqlite:///FILE or postgresql://USER@HOST/DATABASE"


def name(url: URL) -> str:
    """What a ledger is called in messages: no password is shown."""
    if url.drivername == "sqlite":
        return str(url.database)
    return url.set(drivername="postgresql").render_as_string()


def may_be_written(file: Path) -> bool:
    """Whether a file of SQLite may be written to, and beside it, where its log goes."""
    return os.access(file, os.W_OK) and os.access(file.resolve().parent, os.W_OK)


def to_be_read(url: URL) -> URL:
    """The address of a file of SQLite as it is opened for reading alone."""
    file = Path(str(url.database)).resolve()
    # SQLite finds in two files beside it what others write, and makes them; or it has to be told that nobody does.
    alone = not os.access(file.parent, os.W_OK) and not file.with_name(f"{file.name}-wal").exists()
    return url.set(database=file.as_uri(), query={"mode": "ro", "uri": "true", **({UNCHANGED: "1"} if alone else {})})


def engine(url: URL, patience: float, cache: int = CACHE) -> Engine:
    """The engine of a ledger at that address; it connects when it is first asked to. patience: seconds to wait for
    another process that writes. cache: MiB of a file that each connection keeps in memory."""
    return _sqlite(url, patience, cache) if url.drivername == "sqlite" else _postgres(url, patience)


def _sqlite(url: URL, patience: float, cache: int) -> Engine:
    made = create_engine(url, pool_size=POOL, connect_args={"timeout": patience})

    @event.listens_for(made, "connect")
    def connected(connection: sqlite3.Connection, _: Any) -> None:
        # The driver would begin transactions late, and none for reading: SQLAlchemy's documentation of SQLite,
        # "Enabling Non-Legacy SQLite Transactional Modes".
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        # A report that is said to be in the ledger stays there, even if the power fails.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA cache_size = -{cache * 1024}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {LOG}")

    @event.listens_for(made, "begin")
    def begun(connection: Connection) -> None:
        # Who will write says so at once: one who has read first could not be let in after another has written.
        writes = connection.get_execution_options().get(WRITES)
        if writes:
            # What is to be put back should a statement fail halfway, each with a trigger or a foreign key keeps. On
            # disk that is several times what is written; and all of a large ledger has no room in memory.
            connection.exec_driver_sql(f"PRAGMA temp_store = {'MEMORY' if writes == 'part' else 'DEFAULT'}")
            _begin_to_write(connection, patience)
        else:
            connection.exec_driver_sql("BEGIN")

    return made


def _begin_to_write(connection: Connection, patience: float) -> None:
    """Begin once nobody else writes. SQLite itself looks more and more rarely, and would never be there just when one
    who writes again and again lets others in."""
    until = time.monotonic() + patience
    connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                return
            except OperationalError as error:
                busy = getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
                if not busy or time.monotonic() > until:
                    raise
                time.sleep(LOOK)
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(patience * 1000)}")


def _postgres(url: URL, patience: float) -> Engine:
    # Its planner takes what is read here and there to be four times as dear as what stands together, and goes through
    # whole tables for some hundreds of rows; and where it thinks that much is to be done, it compiles first, and takes
    # the processors of others who ask.
    planner = "-c random_page_cost=1.1 -c jit=off -c max_parallel_workers_per_gather=0"
    settings = f"-c lock_timeout={round(patience * 1000)}ms {planner}"
    given = {"application_name": "sayso", "connect_timeout": 10, "options": settings}
    return create_engine(
        url,
        pool_size=POOL,
        pool_pre_ping=True,  # a connection that broke off while nothing was asked is made again
        connect_args={key: value for key, value in given.items() if key not in url.query},
    )


def insert_new(connection: Connection, table: type[Table]) -> Insert:
    """To insert rows, but none of which the table has its like."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    from sqlalchemy.dialects import postgresql  # which takes its time, and a ledger in a file has no need of it

    return postgresql.insert(table).on_conflict_do_nothing()
