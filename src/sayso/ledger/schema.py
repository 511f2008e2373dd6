"""The tables of a ledger, one schema for SQLite and PostgreSQL.

Two kinds of tables. What was read: reports, and out of their accounts namings, statements, tellings; written once, in
one transaction a report. What is worked out across reports by `sayso.linking`: copies, actors, events, voices,
disputes; it can be made again from the former at any time, and is a function of them alone.

`pk` numbers rows within one database and never leaves it; `id` is what users see. The id of a report is made from its
text, outlet and date (`model.identify`), so that it is the same in every ledger; what is part of a report is told by
"report/part": 3f2a…/e3.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, LargeBinary, MetaData, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Table(DeclarativeBase):
    """What every table shares: constraints have names, without which migrations could not speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {list[Any]: JSON, dict[str, Any]: JSON, bytes: LargeBinary}


def _of(column: str, *, indexed: bool = True, primary: bool = False) -> Any:
    """A column that points at a row of another table and goes when that goes."""
    return mapped_column(ForeignKey(column, ondelete="CASCADE"), index=indexed and not primary, primary_key=primary)


def _drops(column: str) -> Any:
    """A column that points at a row of another table and is emptied when that goes."""
    return mapped_column(ForeignKey(column, ondelete="SET NULL"))


def _where_full(table: str, column: str) -> Index:
    """An index of the rows that have something in that column. Linking fills it row after row in an order of its own:
    each would have to be taken out from among those that have nothing, and written where it belongs besides."""
    # Migrations make it. Told here in the words of both dialects, it would have SQLAlchemy load PostgreSQL's for each.
    return Index(f"ix_{table}_{column}", column, info={"where": f"{column} IS NOT NULL"})


# What was read


class Report(Table):
    """A report as it was read, its text, and the account made of it."""

    __tablename__ = "reports"
    # Questions give reports, and what is in them, in the order of their dates; those without one come first.
    __table_args__ = (
        Index("ix_reports_day_id", text("coalesce(published, '')"), "id"),
        Index("ix_reports_lower_outlet", text("lower(outlet)")),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)  # of its text, outlet and date
    source_id: Mapped[str | None] = mapped_column(index=True)  # the id it came with
    url: Mapped[str | None] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(default=1)  # of what stood at its URL, counted as they were added
    title: Mapped[str | None]
    outlet: Mapped[str | None] = mapped_column(index=True)
    agency: Mapped[str | None]
    byline: Mapped[str | None]
    dateline: Mapped[str | None]
    published: Mapped[str | None]  # ISO 8601 date
    language: Mapped[str]
    words: Mapped[int]
    format: Mapped[str]  # of the account: "sayso/1"
    weights: Mapped[str] = mapped_column(index=True)  # which weights read it: the first digits of their SHA-256
    added: Mapped[str]  # when, ISO 8601 in UTC; in no export
    family: Mapped[str | None] = mapped_column(index=True)  # worked out: the id of the first report of its copies
    compared: Mapped[bool] = mapped_column(default=False, index=True)  # worked out: whether with all there were before
    linked: Mapped[bool] = mapped_column(default=False, index=True)  # worked out: whether its links are as they must be
    # What is long stands last: SQLite has to walk past it to what stands behind.
    prose: Mapped[list[Any]]  # the stretches of its text without furniture: [[12, 85], …]
    text: Mapped[str]
    account: Mapped[bytes]  # its JSON, zlib-compressed, as the machine made it: corrections are laid over it


class Naming(Table):
    """An actor as one report has it: one entry of `Account.actors`."""

    __tablename__ = "namings"
    __table_args__ = (
        UniqueConstraint("report_pk", "id"),
        Index("ix_namings_lower_name", text("lower(name)")),
        _where_full("namings", "block"),
        _where_full("namings", "office"),
        _where_full("namings", "actor_pk"),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    report_pk: Mapped[int] = _of("reports.pk", indexed=False)
    id: Mapped[str]  # "a1"
    name: Mapped[str]
    kind: Mapped[str]
    role: Mapped[str | None]
    country: Mapped[str | None]
    sector: Mapped[str | None]
    aliases: Mapped[list[Any]]
    block: Mapped[str | None]  # worked out: those that may be the same actor share it
    office: Mapped[str | None]  # worked out: that it shows somebody in
    actor_pk: Mapped[int | None] = _drops("actors.pk")  # worked out


class Statement(Table):
    """Who says what, in one report."""

    __tablename__ = "statements"
    __table_args__ = (
        UniqueConstraint("report_pk", "id"),
        _where_full("statements", "speaker_pk"),
        _where_full("statements", "addressee_pk"),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    report_pk: Mapped[int] = _of("reports.pk", indexed=False)
    id: Mapped[str]  # "s1"
    speaker_pk: Mapped[int | None] = _drops("namings.pk")
    addressee_pk: Mapped[int | None] = _drops("namings.pk")
    via: Mapped[list[Any]]  # ids of the namings it passed through: ["a2"]
    force: Mapped[str]
    quotation: Mapped[str]
    cue: Mapped[str | None]  # words
    said: Mapped[str]  # words
    start: Mapped[str | None]  # ISO 8601 dates
    end: Mapped[str | None]
    position: Mapped[int]  # where in the text it begins
    checked: Mapped[bool] = mapped_column(default=False)  # whether people corrected it or said that it is right


class Telling(Table):
    """An event as one report tells it: one entry of `Account.events`."""

    __tablename__ = "tellings"
    __table_args__ = (
        UniqueConstraint("report_pk", "id"),
        _where_full("tellings", "event_pk"),
        _where_full("tellings", "beside"),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    report_pk: Mapped[int] = _of("reports.pk", indexed=False)
    id: Mapped[str]  # "e1"
    type: Mapped[str]
    mode: Mapped[str | None]
    contexts: Mapped[list[Any]]
    trigger: Mapped[str]  # words
    evidence: Mapped[str]  # words of the passage that tells it
    position: Mapped[int]  # where in the text the trigger begins
    status: Mapped[str]
    confidence: Mapped[float]
    start: Mapped[str | None]  # ISO 8601 dates
    end: Mapped[str | None]
    place: Mapped[str | None]
    country: Mapped[str | None]
    admin1: Mapped[str | None]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    geonameid: Mapped[int | None]
    quantities: Mapped[list[Any]]  # as in the account, without spans
    checked: Mapped[bool] = mapped_column(default=False)  # whether people corrected it or said that it is right
    event_pk: Mapped[int | None] = _drops("events.pk")  # worked out
    beside: Mapped[str | None]  # the id of the event that its story is about, where that is another; worked out


class Part(Table):
    """Who takes which part in a telling."""

    __tablename__ = "parts"

    telling_pk: Mapped[int] = _of("tellings.pk", primary=True)
    naming_pk: Mapped[int] = mapped_column(ForeignKey("namings.pk", ondelete="CASCADE"), primary_key=True, index=True)
    part: Mapped[str] = mapped_column(primary_key=True)  # actor | recipient


class Word(Table):
    """On whose word a telling stands."""

    __tablename__ = "words"

    telling_pk: Mapped[int] = _of("tellings.pk", primary=True)
    statement_pk: Mapped[int] = mapped_column(
        ForeignKey("statements.pk", ondelete="CASCADE"), primary_key=True, index=True
    )
    place: Mapped[int]  # in the chain, outermost first


class Contest(Table):
    """A dispute within one report: one entry of `Account.disputes`."""

    __tablename__ = "contests"
    __table_args__ = (UniqueConstraint("report_pk", "id"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    report_pk: Mapped[int] = _of("reports.pk", indexed=False)
    id: Mapped[str]  # "d1"
    kind: Mapped[str]
    issue: Mapped[str]
    tellings: Mapped[list[Any]]  # ids: ["e1"]
    sides: Mapped[list[Any]]  # as in the account, with ids


class Refusal(Table):
    """What was not read, and why."""

    __tablename__ = "refusals"
    __table_args__ = (UniqueConstraint("source", "place", "reason"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]  # the file or URL as it was named
    place: Mapped[str]  # the place in it, such as "line 3"; empty for the whole of it
    reason: Mapped[str]
    added: Mapped[str]


class Counted(Table):
    """How much there was of what is worked out, when all was linked up to a report: one row, or none."""

    __tablename__ = "counted"

    pk: Mapped[int] = mapped_column(primary_key=True)
    upto: Mapped[int] = mapped_column(unique=True)  # key of the report that was added last
    counts: Mapped[dict[str, Any]]


class Watched(Table):
    """What a watch knows of the feeds in a list: what of them it has seen, when each is due."""

    __tablename__ = "watched"

    list: Mapped[str] = mapped_column(primary_key=True)  # as it was named
    known: Mapped[str]  # JSON


class Correction(Table):
    """What a person corrected. Never changed; taken back by a later one that says so."""

    __tablename__ = "corrections"

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    at: Mapped[str]  # ISO 8601 in UTC
    who: Mapped[str]
    why: Mapped[str | None]
    report: Mapped[str] = mapped_column(index=True)  # ids, not keys: a correction outlives what it corrects
    kind: Mapped[str]  # statement | event | link
    # The words meant, not ids: a later reading of the same text may count its statements and events otherwise.
    anchor: Mapped[dict[str, Any]]
    field: Mapped[str]  # what is corrected: "speaker", "type", "right", "wrong", "joined", "split" …
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    undoes: Mapped[str | None]  # the id of the correction it takes back


# What is worked out across reports


class Key(Table):
    """What a report has in common with others that may tell of the same: those that share a key are compared."""

    __tablename__ = "keys"
    __table_args__ = ({"sqlite_with_rowid": False},)  # there are many, and nothing beside them

    key: Mapped[int] = mapped_column(BigInteger, primary_key=True)  # a hash
    report_pk: Mapped[int] = mapped_column(ForeignKey("reports.pk", ondelete="CASCADE"), primary_key=True, index=True)


class Pair(Table):
    """Two reports that were compared and found to be copies, or to tell one story."""

    __tablename__ = "pairs"

    one_pk: Mapped[int] = _of("reports.pk", primary=True)
    other_pk: Mapped[int] = mapped_column(ForeignKey("reports.pk", ondelete="CASCADE"), primary_key=True, index=True)
    kind: Mapped[str] = mapped_column(primary_key=True)  # copy | story
    score: Mapped[float]
    features: Mapped[dict[str, Any]]  # what speaks for it


class Join(Table):
    """Two tellings found to be of one event, or beside each other in one story, and why. Where a person says that they
    are not, the score is negative."""

    __tablename__ = "joins"

    one_pk: Mapped[int] = _of("tellings.pk", primary=True)
    other_pk: Mapped[int] = mapped_column(ForeignKey("tellings.pk", ondelete="CASCADE"), primary_key=True, index=True)
    score: Mapped[float]
    features: Mapped[dict[str, Any]]  # each with what it adds to the score
    beside: Mapped[bool] = mapped_column(default=False)  # whether they may be of two acts


class Actor(Table):
    """Somebody known from any number of reports."""

    __tablename__ = "actors"
    __table_args__ = (Index("ix_actors_reports_id", text("reports DESC"), "id"),)  # the most reported first

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)  # of its first naming
    name: Mapped[str]
    kind: Mapped[str]
    country: Mapped[str | None] = mapped_column(index=True)
    sector: Mapped[str | None]
    aliases: Mapped[list[Any]]
    reports: Mapped[int]


class Alias(Table):
    """A name by which a report calls an actor beside that of its naming, in small letters, to look actors up by."""

    __tablename__ = "aliases"

    name: Mapped[str] = mapped_column(primary_key=True)
    actor_pk: Mapped[int] = mapped_column(ForeignKey("actors.pk", ondelete="CASCADE"), primary_key=True, index=True)


class Role(Table):
    """A role or an affiliation of an actor, and when it was seen."""

    __tablename__ = "roles"

    pk: Mapped[int] = mapped_column(primary_key=True)
    actor_pk: Mapped[int] = _of("actors.pk")
    role: Mapped[str | None]
    country: Mapped[str | None]
    sector: Mapped[str | None]
    first: Mapped[str | None]  # dates of the reports that have it
    last: Mapped[str | None]
    reports: Mapped[int]


class Event(Table):
    """What happened or is said to have happened, however many reports tell it."""

    __tablename__ = "events"
    # Questions give events in the order of their days, whatever else is asked of them.
    __table_args__ = (
        Index("ix_events_day_id", "day", "id"),
        Index("ix_events_type_day_id", "type", "day", "id"),
        Index("ix_events_country_day_id", "country", "day", "id"),
        Index("ix_events_grade_day_id", "grade", "day", "id"),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)  # of its first telling
    type: Mapped[str]
    mode: Mapped[str | None]
    day: Mapped[str]  # on which it began; where nobody tells, on which it was first reported; else empty
    start: Mapped[str | None]
    end: Mapped[str | None]
    place: Mapped[str | None]
    country: Mapped[str | None]
    admin1: Mapped[str | None]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    geonameid: Mapped[int | None]
    grade: Mapped[str]  # admitted | corroborated | single source | contested | denied | open
    why: Mapped[str]  # it has that grade, in a sentence
    series: Mapped[list[Any]]  # its figures, those of each kind by day, each with whose it is
    status: Mapped[str]  # the firmest footing on which any report puts it
    tellings: Mapped[int]
    reports: Mapped[int] = mapped_column(index=True)
    voices: Mapped[int]  # independent ones for it
    confidence: Mapped[float]  # that of its surest telling


class EventPart(Table):
    """Who takes which part in an event, over all its tellings."""

    __tablename__ = "event_parts"
    __table_args__ = (Index("ix_event_parts_actor_pk_event_pk", "actor_pk", "event_pk"),)

    event_pk: Mapped[int] = _of("events.pk", primary=True)
    actor_pk: Mapped[int] = mapped_column(ForeignKey("actors.pk", ondelete="CASCADE"), primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)  # actor | recipient
    tellings: Mapped[int]


class Voice(Table):
    """An independent voice for or against an event."""

    __tablename__ = "voices"
    __table_args__ = (_where_full("voices", "actor_pk"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    event_pk: Mapped[int] = _of("events.pk")
    stance: Mapped[str]  # for | against
    kind: Mapped[str]  # actor | outlet | agency | unnamed
    name: Mapped[str]
    actor_pk: Mapped[int | None] = _drops("actors.pk")
    evidence: Mapped[list[Any]]  # what it rests on: ["3f2a…/s4", "3f2a…/e1"]


class Dispute(Table):
    """A point on which sources contradict each other, within a report or across reports."""

    __tablename__ = "disputes"
    __table_args__ = (
        Index("ix_disputes_reports_id", text("reports DESC"), "id"),  # the most reported first
        Index("ix_disputes_day_id", "day", "id"),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(index=True)
    issue: Mapped[str]
    event_pk: Mapped[int | None] = _of("events.pk")
    report_pk: Mapped[int | None] = _of("reports.pk")  # the first that tells of it, where it is about no event
    day: Mapped[str]  # that of the event, or of the report
    reports: Mapped[int]


class Side(Table):
    """One position in a dispute."""

    __tablename__ = "sides"

    pk: Mapped[int] = mapped_column(primary_key=True)
    dispute_pk: Mapped[int] = _of("disputes.pk")
    number: Mapped[int]
    position: Mapped[str]
    voices: Mapped[list[Any]]  # the names of those on this side
    actors: Mapped[list[Any]]  # ids of actors
    statements: Mapped[list[Any]]  # "3f2a…/s4"
    tellings: Mapped[list[Any]]  # "3f2a…/e1", for what a report says in its own voice


class Former(Table):
    """An id that an event, a dispute or an actor had until other reports changed it: addresses that were
    kept lead on."""

    __tablename__ = "formers"

    id: Mapped[str] = mapped_column(primary_key=True)
    became: Mapped[str]  # the id of the event or actor that it became, or was about; that may be a former one, too


# Who may use it over the web, and what they asked for


class User(Table):
    """Somebody of a team that shares the ledger."""

    __tablename__ = "users"

    pk: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]  # reader | editor | admin
    password: Mapped[str]  # Argon2, with its salt and cost
    made: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)


class Session(Table):
    """Somebody signed in with a browser. What the browser holds is not kept, only its hash."""

    __tablename__ = "sessions"

    hash: Mapped[str] = mapped_column(primary_key=True)  # SHA-256 of the cookie
    user_pk: Mapped[int] = _of("users.pk")
    made: Mapped[str]
    expires: Mapped[str] = mapped_column(index=True)


class Token(Table):
    """What a program signs its requests with. The token itself is shown once and not kept."""

    __tablename__ = "tokens"

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    hash: Mapped[str] = mapped_column(unique=True)  # SHA-256
    user_pk: Mapped[int] = _of("users.pk")
    name: Mapped[str]  # what it is for
    scopes: Mapped[list[Any]]  # of "read", "correct", "add"
    made: Mapped[str]
    expires: Mapped[str | None]
    used: Mapped[str | None]  # the day on which it last was


class Attempt(Table):
    """A try at signing in that failed: too many, and one has to wait."""

    __tablename__ = "attempts"

    pk: Mapped[int] = mapped_column(primary_key=True)
    of: Mapped[str] = mapped_column(index=True)  # the name or the address that was tried, hashed
    at: Mapped[float]  # seconds since 1970


class Deed(Table):
    """What somebody did: who, when, what, of what. Never changed."""

    __tablename__ = "deeds"

    pk: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]  # ISO 8601 in UTC
    who: Mapped[str] = mapped_column(index=True)
    what: Mapped[str]  # "corrected", "added", "signed in", "made a user" …
    of: Mapped[str | None]  # ids or names


class Job(Table):
    """Reports that somebody wants to have added. Kept until it is done, so that nothing is lost with the server."""

    __tablename__ = "jobs"

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    who: Mapped[str]
    made: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)  # waiting | reading | linking | done | failed | cancelled
    kind: Mapped[str]  # text | file | address | links
    name: Mapped[str]  # of the file, the address; for people to see, never a path
    defaults: Mapped[dict[str, Any]]  # title, outlet, published, url
    given: Mapped[bytes | None]  # what was pasted or uploaded; dropped when it is read
    came: Mapped[dict[str, Any]]  # how many reports so far, by what came of them: {"added": 3, "refused": 1}
    added: Mapped[list[Any]]  # ids of the first of those that are in the ledger
    refused: Mapped[list[Any]]  # the first that are not: {"source", "where", "reason"}
    error: Mapped[str | None]
    tries: Mapped[int]  # how often somebody has begun to work at it; the last who did has it
    beat: Mapped[float | None]  # seconds since 1970: when who works at it last said so
