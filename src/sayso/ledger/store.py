"""The ledger itself: opened, read, written."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, delete, insert, select, text

from sayso.intake.refusals import Refusal
from sayso.interrupts import uninterrupted
from sayso.ledger import adding, correcting, entries, migrating, schema
from sayso.ledger.adding import Added
from sayso.ledger.corrections import Correction
from sayso.ledger.engines import CACHE, UNCHANGED, WRITES, address, engine, insert_new, may_be_written, name, to_be_read
from sayso.ledger.errors import LedgerError, told
from sayso.ledger.questions import Questions, Snapshot
from sayso.ledger.reviewing import Reviewed
from sayso.model import Account

# A transaction holds what comes within so long, or so many reports: a commit costs, and what is read should not wait.
SECONDS = 1.0
REPORTS = 64

GAP = 0.01  # seconds that one who writes again and again into a file lets others in: there is no queue for it

PAGE = 1000  # ids that are asked for at a time

# The numbers of our locks in PostgreSQL: "sayso" in ASCII and one digit more.
_MIGRATING, _WRITING, _LINKING = (0x736179736F00 + number for number in range(3))


class Ledger(Reviewed, Questions):
    """Many reports and their accounts in one database.

        with Ledger("sayso.db") as ledger:
            ledger.add(sayso.read("report.txt"))

    Threads may share one; each process opens its own. Any number may read while one writes; who wants to write waits
    for who is writing.
    """

    def __init__(self, where: str | Path, *, create: bool = True, patience: float = 60.0, cache: int = CACHE) -> None:
        """where: the path of a file, `sqlite:///…` or `postgresql://…`. create: make a ledger if there is none.
        patience: seconds to wait for another process that writes. cache: MiB of a file that each thread which asks at
        the same time keeps in memory.

        An older ledger is brought up to date. One that is there and may not be written to can be asked, if it need not
        be. Raises LedgerError, which says what is wrong and what to do."""
        url = address(where)
        self.where = name(url)
        self._file = Path(str(url.database)) if url.drivername == "sqlite" else None
        if self._file and not create and not self._file.exists():
            raise self._absent()
        self._patience = patience
        self._only_read = self._file is not None and not create and not may_be_written(self._file)
        url = to_be_read(url) if self._only_read else url
        self._still = UNCHANGED in url.query
        self._engine = engine(url, patience, cache)
        self._known = self._signs(self._file) if self._file and self._still else None  # by which it is known again
        self._wrote = 0.0  # when a transaction that wrote last ended
        try:
            self._open(create)
        except BaseException:
            self.close()
            raise

    def _open(self, create: bool) -> None:
        with told(self.where):
            with self._begin() as connection:
                found = migrating.version(connection, self.where)
            if found is None and not create:
                raise self._absent()
            if self._file and not self._only_read:
                self._log_ahead()
            if self._file and not self._still:
                self._known = self._signs(self._file)
            if found != migrating.LATEST:
                with self._writing(_MIGRATING, most=True) as connection:
                    migrating.migrate(connection, self.where)

    def _absent(self) -> LedgerError:
        return LedgerError(self.where, "there is no ledger", "sayso add makes one")

    def _log_ahead(self) -> None:
        """Have SQLite write ahead: those who read and the one who writes do not wait for each other."""
        until = time.monotonic() + self._patience
        with closing(self._engine.raw_connection()) as connection:
            while True:
                try:
                    connection.cursor().execute("PRAGMA journal_mode = WAL")
                    return
                except sqlite3.OperationalError:  # others open it now: for this, SQLite does not wait
                    if time.monotonic() > until:
                        raise
                    time.sleep(0.01)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- transactions ---

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is now, whoever writes meanwhile."""
        snapshot = {} if self._file else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with told(self.where), self._begin(**snapshot) as connection:
            yield connection
            if self._still:
                self._check_that_it_is_there()

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """The ledger as it is now, to be asked several things: to begin and to end each by itself takes its time."""
        with self.reading() as connection:
            yield Snapshot(connection)

    @contextmanager
    def writing(self, most: bool = False) -> Iterator[Connection]:
        """A connection that alone may write: all that is written at its end, or nothing if there is an error. most: it
        is going to change most of the ledger with one statement."""
        with told(self.where), self._writing(_WRITING, most) as connection:
            yield connection

    @contextmanager
    def linking(self) -> Iterator[None]:
        """The right to link, which one process at a time has, over any number of transactions."""
        with told(self.where):
            if self._file:
                # Any file of SQLite is a lock, on every system, and one that goes when its holder is killed.
                beside = self._file.with_name(f"{self._file.name}-linking")
                with closing(sqlite3.connect(beside, timeout=self._patience, isolation_level=None)) as lock:
                    lock.execute("BEGIN EXCLUSIVE")
                    yield
            else:
                with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                    connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": _LINKING})
                    try:
                        yield
                    finally:
                        connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": _LINKING})

    @contextmanager
    def _begin(self, **options: Any) -> Iterator[Connection]:
        self._check_that_it_is_there()
        with self._engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self, lock: int, most: bool) -> Iterator[Connection]:
        if self._file:
            time.sleep(max(0.0, self._wrote + GAP - time.monotonic()))
        with self._begin(**{WRITES: "most" if most else "part"}) as connection:
            if not self._file:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": lock})
            yield connection
            self._check_that_it_is_there()
        self._wrote = time.monotonic()

    def _check_that_it_is_there(self) -> None:
        """A file that somebody has removed or put another in the place of takes all that is written, and is lost."""
        if self._file and self._known is not None:
            try:
                now = self._signs(self._file)
            except FileNotFoundError:
                now = ()
            if now[:1] != self._known[:1]:
                raise LedgerError(self.where, "the file is gone, or another is in its place", "open it again")
            if now != self._known:
                raise LedgerError(self.where, "another process has written to it meanwhile", "open it again")

    def _signs(self, file: Path) -> tuple[int, ...]:
        """By what a file is known again: itself; and as it was, where SQLite does not look whether others write."""
        found = file.stat()
        return (found.st_ino, found.st_size, found.st_mtime_ns) if self._still else (found.st_ino,)

    # --- adding ---

    def has(self, reports: Iterable[str]) -> set[str]:
        """Which of these ids of reports (`sayso.model.identify`) are in the ledger."""
        with self.reading() as connection:
            return set(adding.there(connection, reports))

    def add(self, account: Account, *, weights: str | None = None) -> Added:
        """Add a report with its account, as `add_many` does."""
        return self._add([account], weights)[0]

    def add_many(self, accounts: Iterable[Account], *, weights: str | None = None) -> Iterator[Added]:
        """Add reports with their accounts; what came of each, in their order, once it is sure to stay.

        A report that is there stays as it is; a changed one at the URL of another is a new version. Several go in at
        one go, as they come. weights: the version of those that made the accounts, if not those that ship.

        Ends with what `accounts` raises, after adding what it gave until then.
        """
        waiting: list[Account] = []
        due = 0.0
        try:
            for account in accounts:
                if not waiting:
                    due = time.monotonic() + SECONDS
                waiting.append(account)
                if len(waiting) >= REPORTS or time.monotonic() >= due:
                    together, waiting = waiting, []
                    yield from self._add(together, weights)
        except BaseException:
            if waiting:
                self._add(waiting, weights)
            raise
        yield from self._add(waiting, weights)

    def _add(self, accounts: Iterable[Account], weights: str | None) -> list[Added]:
        with uninterrupted():  # it took long to read them
            made = [entries.entry(account, weights or _shipped()) for account in accounts]
            if not made:
                return []
            with self.writing() as connection:
                return adding.add(connection, made)

    def refuse(self, refusals: Iterable[Refusal]) -> None:
        """Keep what was not read with the reason: once, however often it is refused."""
        rows = [entries.refusal(one) for one in refusals]
        if rows:
            with uninterrupted(), self.writing() as connection:
                connection.execute(insert_new(connection, schema.Refusal), rows)

    def refused(self) -> list[Refusal]:
        """What was not read, and why, in the order in which it first was refused."""
        refusal = schema.Refusal
        with self.reading() as connection:
            rows = connection.execute(select(refusal.source, refusal.place, refusal.reason).order_by(refusal.pk)).all()
        return [Refusal(source, place or None, reason) for source, place, reason in rows]

    # --- watching ---

    def remember(self, watched: str, known: str) -> None:
        """Keep what a watch knows of the feeds in this list."""
        with self.writing() as connection:
            connection.execute(delete(schema.Watched).where(schema.Watched.list == watched))
            connection.execute(insert(schema.Watched).values(list=watched, known=known))

    def recalled(self, watched: str) -> str | None:
        """What was last kept of the feeds in this list."""
        with self.reading() as connection:
            return connection.scalar(select(schema.Watched.known).where(schema.Watched.list == watched))

    # --- accounts ---

    def replace(self, account: Account, *, weights: str | None = None) -> list[Correction]:
        """Put this account of a report in the place of the one in the ledger, which is then to be linked again. What
        people corrected is laid over it; gives the corrections that find nothing there that they could be of.

        Raises KeyError if the report is not there."""
        version = weights or _shipped()
        with self.writing() as connection:
            return correcting.replace(connection, account, version)

    def outdated(self, weights: str | None = None) -> Iterator[str]:
        """The ids of the reports that other weights than these, or than those that ship, have read, in order; they may
        be replaced meanwhile."""
        report, wanted, last = schema.Report, weights or _shipped(), ""
        question = select(report.id).where(report.weights != wanted).order_by(report.id).limit(PAGE)
        while True:
            with self.reading() as connection:
                page = connection.scalars(question.where(report.id > last)).all()
            yield from page
            if len(page) < PAGE:
                return
            last = page[-1]


def _shipped() -> str:
    from sayso.reader import weights_version  # brings NumPy with it, and who only asks has no need of it

    return weights_version()
