"""Reports that people want to have added, kept in the ledger until they are, so that nothing is lost with the server.

A job waits, is read, then what it added is linked, and it is done. Whoever reads for it says so every few seconds, its
beat. Where that stops, the job is taken up again, which counts as another try; what a former try still has to tell of
it no longer counts. Reports are added once however often they are read, so a job may be begun anew at any time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import uuid4

from sqlalchemy import ColumnElement, Update, and_, delete, func, insert, or_, select, update

from sayso.ledger import Ledger, LedgerError, deeds
from sayso.ledger.answers import Answer, Known
from sayso.ledger.entries import fit, now
from sayso.ledger.filters import QuestionError
from sayso.ledger.portions import gathered
from sayso.ledger.schema import Job as Row
from sayso.ledger.schema import Report

Kind = Literal["text", "file", "address", "links"]
State = Literal["waiting", "reading", "linking", "done", "failed", "cancelled"]

BEAT = 2.0  # seconds from one beat to the next
SILENT = 10.0  # seconds without a beat after which nobody works at it any more
TRIES = 3  # that end without an end; then what is given is to blame
WAITING = 500  # jobs that may wait at a time
NAMED = 200  # characters of a name
TOLD = 1000  # reports, and refusals, that a job tells one by one


class Unread(Known):
    """Something that was not read, and why."""

    source: str
    where: str | None
    reason: str


class Job(Answer):
    """Reports that somebody wants to have added, and what has come of them so far."""

    id: str
    who: str
    made: str  # ISO 8601 in UTC
    state: State
    kind: Kind
    name: str  # of the file, the address, the title of the text
    came: dict[str, int]  # how many reports, by what came of them: "added", "already there", "new version", "refused"
    added: list[str]  # ids of those that are in the ledger, the first thousand
    refused: list[Unread]  # the first thousand
    error: str | None  # why it failed

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in ("done", "failed", "cancelled")

    @property
    def cursor(self) -> str:
        """Its id."""
        return self.id


class Added(Known):
    """A report that is in the ledger."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None


class TooManyError(Exception):
    """More wait already than may."""


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody wants to have added."""

    kind: Kind
    name: str
    data: bytes | None = None  # a text in UTF-8, or a file
    known: dict[str, str] = field(default_factory=dict)  # what `Defaults` has


def text(written: str, known: dict[str, str]) -> Given:
    """A text that somebody pasted. A browser sends the ends of its lines as CR LF."""
    lines = written.replace("\r\n", "\n")
    name = known.get("title") or next((line.strip() for line in lines.splitlines() if line.strip()), "")
    return Given("text", name[:NAMED], lines.encode("utf-8", "surrogatepass"), known)


def file(name: str | None, data: bytes, known: dict[str, str]) -> Given:
    """A file that somebody sent. Whatever path its name may hold means nothing here."""
    last = (name or "").replace("\\", "/").rpartition("/")[2]
    return Given("file", last[-NAMED:] or "a file without a name", data, known)


def address(url: str, known: dict[str, str]) -> Given:
    """What is to be fetched."""
    return Given("address", url, None, known)


class LostError(Exception):
    """The job is somebody else's by now."""


_COLUMNS = [getattr(Row, name) for name in Job.model_fields]


# --- those who ask ---------------------------------------------------------------------------------------------------


def submit(ledger: Ledger, who: str, given: Sequence[Given]) -> list[str]:
    """Keep what is to be added; the ids of the jobs. Raises TooManyError."""
    rows = [_row(who, "waiting", one) for one in given]
    with ledger.writing() as connection:
        waiting = connection.scalar(select(func.count()).select_from(Row).where(Row.state == "waiting")) or 0
        if waiting + len(rows) > WAITING:
            raise TooManyError
        connection.execute(insert(Row), rows)
        for row in rows:
            deeds.record(connection, who, "added", row["id"])
    return [row["id"] for row in rows]


def link_soon(ledger: Ledger, who: str) -> None:
    """Have the links brought up to date, after a correction; asked for often, it is done once."""
    with ledger.writing() as connection:
        asked = select(Row.pk).where(Row.kind == "links", Row.state == "linking", Row.beat.is_(None))
        if connection.scalar(asked) is None:
            connection.execute(insert(Row), [_row(who, "linking", Given("links", "links"))])


def _row(who: str, state: State, given: Given) -> dict[str, Any]:
    return {
        "id": uuid4().hex, "who": who, "made": now(), "state": state, "kind": given.kind, "name": fit(given.name),
        "defaults": {name: fit(value) for name, value in given.known.items()}, "given": given.data, "came": {},
        "added": [], "refused": [], "tries": 0,
    }  # fmt: skip


def job(ledger: Ledger, id: str) -> Job:
    """A job as it stands. Raises KeyError if there is none of that id."""
    with ledger.reading() as connection:
        row = connection.execute(select(*_COLUMNS).where(Row.id == id)).one_or_none()
    if row is None:
        raise KeyError(id)
    return Job(**row._mapping)


def latest(ledger: Ledger, limit: int, after: str | None = None) -> list[Job]:
    """What people wanted to have added, the newest first. after: a cursor; raises QuestionError where it is none."""
    question = select(*_COLUMNS).where(Row.kind != "links").order_by(Row.pk.desc()).limit(limit)
    with ledger.reading() as connection:
        if after is not None:
            place = connection.scalar(select(Row.pk).where(Row.id == fit(after)))
            if place is None:
                raise QuestionError("after", f"{after!r} is no job")
            question = question.where(Row.pk < place)
        return [Job(**row._mapping) for row in connection.execute(question)]


def added(ledger: Ledger, ids: Sequence[str]) -> list[Added]:
    """The reports of these ids, in their order."""
    question = select(Report.id, Report.title, Report.outlet, Report.published)
    with ledger.reading() as connection:
        found = {row.id: Added(**row._mapping) for row in gathered(connection, question, Report.id, ids)}
    return [found[id] for id in ids if id in found]


def cancel(ledger: Ledger, id: str, who: str) -> bool:
    """Give up a job that nobody has begun; whether that was so."""
    with ledger.writing() as connection:
        given_up = update(Row).where(Row.id == id, Row.state == "waiting").values(state="cancelled", given=None)
        done = connection.execute(given_up).rowcount > 0
        if done:
            deeds.record(connection, who, "gave up", id)
        return done


# --- those who work --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that is being read, by whoever holds this."""

    pk: int
    kind: Kind
    name: str
    known: dict[str, str]
    data: bytes | None
    before: frozenset[str]  # reports that former tries have added
    tries: int

    def tell(self, ledger: Ledger, **values: Any) -> None:
        """Write down how it stands. Raises LostError where another has taken it up."""
        with ledger.writing() as connection:
            mine = and_(Row.pk == self.pk, Row.tries == self.tries, Row.state == "reading")
            if not connection.execute(update(Row).where(mine).values({"beat": time.time()} | values)).rowcount:
                raise LostError


def awaited(ledger: Ledger) -> bool:
    """Whether somebody waits for a text to be read."""
    return _any(ledger, and_(Row.kind == "text", Row.state.in_(("waiting", "reading"))))


def claim(ledger: Ledger, *kinds: Kind) -> Claim | None:
    """The job of these kinds that has waited longest, to be read; None where none waits."""
    due = and_(Row.kind.in_(kinds), or_(Row.state == "waiting", and_(Row.state == "reading", _silent())))
    if not _any(ledger, due):
        return None
    with ledger.writing() as connection:
        columns = (Row.pk, Row.kind, Row.name, Row.defaults, Row.given, Row.added, Row.tries)
        row = connection.execute(select(*columns).where(due).order_by(Row.pk).limit(1)).one_or_none()
        if row is None:  # another was faster
            return None
        values: dict[str, Any] = {"state": "reading", "tries": row.tries + 1, "beat": time.time()}
        if tried_out := row.tries >= TRIES:
            error = f"the server ended {TRIES} times while it read this; `sayso add` may tell more"
            values |= {"state": "failed", "given": None, "error": error}
        connection.execute(update(Row).where(Row.pk == row.pk).values(values))
    if tried_out:
        return claim(ledger, *kinds)
    return Claim(row.pk, row.kind, row.name, row.defaults, row.given, frozenset(row.added), row.tries + 1)


def claim_links(ledger: Ledger) -> list[int]:
    """The jobs, by key, whose reports are to be linked."""
    due = and_(Row.state == "linking", or_(Row.beat.is_(None), _silent()))
    if not _any(ledger, due):
        return []
    with ledger.writing() as connection:
        found = list(connection.scalars(select(Row.pk).where(due)))
        connection.execute(_beat(found))
    return found


def links_done(ledger: Ledger, jobs: Sequence[int]) -> None:
    """What they were to link is linked: the jobs are done."""
    these = and_(Row.pk.in_(jobs), Row.state == "linking")
    with ledger.writing() as connection:
        connection.execute(delete(Row).where(these, Row.kind == "links"))
        connection.execute(update(Row).where(these).values(state="done", beat=None))


@contextmanager
def beating(ledger: Ledger, jobs: Sequence[int]) -> Iterator[None]:
    """While this lasts, somebody works at these jobs, by key."""
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(BEAT):
            with suppress(LedgerError), ledger.writing() as connection:
                connection.execute(_beat(jobs))

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _silent() -> ColumnElement[bool]:
    return Row.beat < time.time() - SILENT


def _any(ledger: Ledger, due: ColumnElement[bool]) -> bool:
    """Whether there is such a job: asked again and again, and who only reads holds up nobody."""
    with ledger.reading() as connection:
        return connection.scalar(select(Row.pk).where(due).limit(1)) is not None


def _beat(jobs: Sequence[int]) -> Update:
    return update(Row).where(Row.pk.in_(jobs)).values(beat=time.time())
