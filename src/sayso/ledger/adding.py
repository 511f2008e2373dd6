"""Accounts into rows: a report goes in whole or not at all, and once."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from sayso.intake import Refusal
from sayso.intake.furniture import prose
from sayso.ledger.portions import portions
from sayso.ledger.schema import Actor, Contest, Naming, Part, Report, Statement, Table, Telling, Word
from sayso.ledger.schema import Event as EventRow
from sayso.model import Account, Event, Span, identify

Row = dict[str, Any]

# Bytes of a value that has an index, as PostgreSQL takes no longer ones (its manual, "B-Tree Indexes"). Nothing that is
# looked up is so long, and what is cut here is whole in the account.
LONGEST = 2600

# What no database can hold, or not every one: NUL, and half of a surrogate pair.
_UNFIT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a report."""

    report: str  # its id in the ledger
    outcome: Literal["added", "already there", "new version"]
    version: int  # of what stands at its URL; 1 for the first, and where it has none


@dataclass(frozen=True, slots=True)
class Entry:
    """All rows of one report. Their keys are not known yet: within it, ids stand for them."""

    report: Row
    namings: list[Row]
    statements: list[Row]
    tellings: list[Row]
    parts: list[tuple[str, str, str]]  # telling, naming, part
    words: list[tuple[str, str, int]]  # telling, statement, place
    contests: list[Row]


def entry(account: Account, weights: str, corrected: Account | None = None) -> Entry:
    """The rows of an account that those weights made. corrected: the same as people corrected it, if they did: the
    account stays as it was made, and what can be asked of it is as it is corrected."""
    told = corrected or account
    report = account.report
    id = identify(report.text, report.outlet, report.published)
    kept = account.model_copy(update={"report": report.model_copy(update={"id": id})})
    return Entry(
        report={
            "id": id,
            "source_id": _short(report.id) if report.id != id else None,
            "url": _short(report.url),
            "title": fit(report.title),
            "outlet": _short(report.outlet),
            "agency": fit(report.agency),
            "byline": fit(report.byline),
            "dateline": fit(report.dateline),
            "published": _short(report.published),
            "language": report.language,
            "words": len(report.text.split()),
            "format": account.format,
            "weights": weights,
            "added": now(),
            "compared": False,
            "linked": False,
            "prose": prose(report.text, report.furniture),
            "text": fit(report.text),
            "account": zlib.compress(kept.to_json().encode("utf-8")),
        },
        namings=[
            {
                "id": actor.id,
                "name": _short(actor.name, LONGEST // 2),  # small letters may take more bytes than capitals
                "kind": actor.kind,
                "role": fit(actor.role),
                "country": actor.country,
                "sector": actor.sector,
                "aliases": [fit(alias) for alias in actor.aliases],
            }
            for actor in told.actors
        ],
        statements=[
            {
                "id": statement.id,
                "speaker_pk": statement.speaker,
                "addressee_pk": statement.addressee,
                "via": statement.via,
                "force": statement.force,
                "quotation": statement.quotation,
                "cue": _words(told, [statement.cue] if statement.cue else []) or None,
                "said": _words(told, statement.content),
                "start": statement.time and statement.time.start,
                "end": statement.time and statement.time.end,
                "position": statement.content[0][0],
            }
            for statement in told.statements
        ],
        tellings=[_telling(told, event) for event in told.events],
        parts=[
            (event.id, actor, part)
            for event in told.events
            for part, actors in (("actor", event.actors), ("recipient", event.recipients))
            for actor in dict.fromkeys(actors)
        ],
        words=[
            (event.id, statement, place)
            for event in told.events
            for place, statement in enumerate(dict.fromkeys(event.statements))
        ],
        contests=[
            {
                "id": dispute.id,
                "kind": dispute.kind,
                "issue": fit(dispute.issue),
                "tellings": dispute.events,
                "sides": [{**side.model_dump(), "position": fit(side.position)} for side in dispute.sides],
            }
            for dispute in told.disputes
        ],
    )


def _telling(account: Account, event: Event) -> Row:
    place, time = event.place, event.time
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": event.contexts,
        "trigger": _words(account, [event.trigger]),
        "evidence": _words(account, event.evidence[:1]),
        "position": event.trigger[0],
        "status": event.status,
        "confidence": event.confidence,
        "start": time and time.start,
        "end": time and time.end,
        "place": fit(place.name) if place else None,
        "country": place and place.country,
        "admin1": place and place.admin1,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "geonameid": place and place.geonameid,
        "quantities": [
            {"value": one.value, "max": one.max, "unit": fit(one.unit), "approximate": one.approximate}
            for one in event.quantities
        ],
    }


def _words(account: Account, spans: Iterable[Span]) -> Any:
    """The words of some spans in one line."""
    return fit(" ".join(" ".join(account.words(span) for span in spans).split()))


def fit(text: Any) -> Any:
    """A text, if it is one, as every database can hold it, of the same length; the account has the one it came with."""
    return _UNFIT.sub("\ufffd", text) if text else text


def _short(text: str | None, longest: int = LONGEST) -> Any:
    """A text that has an index, cut to that many bytes."""
    if text and len(text) > longest // 4:
        text = text.encode("utf-8", "replace")[:longest].decode("utf-8", "ignore")
    return fit(text)


def refusal(refused: Refusal) -> Row:
    """The row of something that was not read."""
    given = refused.source, refused.where or "", refused.reason
    # The three have one index together.
    source, place, reason = (_short(value, LONGEST // 3) for value in given)
    return {"source": source, "place": place, "reason": reason, "added": now()}


def now() -> str:
    """The time, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def there(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Which of these reports are in the ledger, by id, each with its version."""
    question = select(Report.id, Report.version)
    found: dict[str, int] = {}
    for portion in portions(ids):
        found.update((row.id, row.version) for row in connection.execute(question.where(Report.id.in_(portion))))
    return found


def add(connection: Connection, entries: Sequence[Entry]) -> list[Added]:
    """Add those that are not there, in their order. The caller's transaction lets nobody else write meanwhile."""
    known = there(connection, (one.report["id"] for one in entries))
    versions = _versions(connection, {one.report["url"] for one in entries if one.report["url"]})
    fresh: list[Entry] = []
    outcomes: list[Added] = []
    for one in entries:
        id, url = one.report["id"], one.report["url"]
        if id in known:
            outcomes.append(Added(id, "already there", known[id]))
            continue
        known[id] = version = versions.get(url, 0) + 1
        if url:
            versions[url] = version
        one.report["version"] = version
        fresh.append(one)
        outcomes.append(Added(id, "added" if version == 1 else "new version", version))
    if fresh:
        _insert_parts(connection, fresh, _insert(connection, Report, [one.report for one in fresh]))
    return outcomes


def _versions(connection: Connection, urls: set[str]) -> dict[str | None, int]:
    """The latest version of what stands at each URL."""
    question = select(Report.url, func.max(Report.version)).group_by(Report.url)
    found: dict[str | None, int] = {}
    for portion in portions(urls):
        found.update((url, version) for url, version in connection.execute(question.where(Report.url.in_(portion))))
    return found


def replace(connection: Connection, one: Entry) -> None:
    """Put the account of a report that is there in the place of the one that is. Raises KeyError if it is not there."""
    pk = connection.scalar(select(Report.pk).where(Report.id == one.report["id"]))
    if pk is None:
        raise KeyError(one.report["id"])
    _unlink(connection, pk)
    for table in (Contest, Telling, Statement, Naming):  # parts and words go with them
        connection.execute(delete(table).where(table.report_pk == pk))
    made = {key: one.report[key] for key in ("format", "weights", "account", "compared", "linked")}
    connection.execute(update(Report).where(Report.pk == pk).values(made))
    _insert_parts(connection, [one], [pk])


def _unlink(connection: Connection, pk: int) -> None:
    """Have worked out again what rests on a report: the events it tells of, for all reports that tell of them, and the
    actors it names, for which one other report that names them is enough."""
    told = set(connection.scalars(select(Telling.event_pk).where(Telling.report_pk == pk))) - {None}
    for portion in portions(told):
        sharing = select(Telling.report_pk).where(Telling.event_pk.in_(portion))
        connection.execute(update(Report).where(Report.pk.in_(sharing)).values(linked=False))
        connection.execute(delete(EventRow).where(EventRow.pk.in_(portion)))
    for column in (Naming.block, Naming.office, Naming.actor_pk):
        named: set[Any] = set(connection.scalars(select(column).where(Naming.report_pk == pk))) - {None}
        for some in portions(named):
            others = select(func.min(Naming.report_pk)).where(column.in_(some), Naming.report_pk != pk).group_by(column)
            connection.execute(update(Report).where(Report.pk.in_(others)).values(linked=False))
    known: set[Any] = set(connection.scalars(select(Naming.actor_pk).where(Naming.report_pk == pk))) - {None}
    for some in portions(known):
        elsewhere = exists().where(Naming.actor_pk == Actor.pk, Naming.report_pk != pk)
        connection.execute(delete(Actor).where(Actor.pk.in_(some), ~elsewhere))


def _insert_parts(connection: Connection, entries: Sequence[Entry], pks: Sequence[int]) -> None:
    """Insert what entries hold besides their reports, whose keys are given: each table at one go."""
    reports = list(zip(entries, pks, strict=True))
    namings = _keys(connection, Naming, [(pk, row) for one, pk in reports for row in one.namings])
    for one, pk in reports:
        for row in one.statements:
            for column in ("speaker_pk", "addressee_pk"):
                row[column] = namings[pk, row[column]] if row[column] else None
    statements = _keys(connection, Statement, [(pk, row) for one, pk in reports for row in one.statements])
    tellings = _keys(connection, Telling, [(pk, row) for one, pk in reports for row in one.tellings])
    parts = [
        {"telling_pk": tellings[pk, telling], "naming_pk": namings[pk, naming], "part": part}
        for one, pk in reports
        for telling, naming, part in one.parts
    ]
    words = [
        {"telling_pk": tellings[pk, telling], "statement_pk": statements[pk, statement], "place": place}
        for one, pk in reports
        for telling, statement, place in one.words
    ]
    contests = [{"report_pk": pk, **row} for one, pk in reports for row in one.contests]
    for table, rows in ((Part, parts), (Word, words), (Contest, contests)):
        if rows:
            connection.execute(insert(table), rows)


def _keys(connection: Connection, table: type[Table], rows: Sequence[tuple[int, Row]]) -> dict[tuple[int, str], int]:
    """Insert rows of reports; their keys, by the report's and their id."""
    if not rows:
        return {}
    pks = _insert(connection, table, [{"report_pk": report, **row} for report, row in rows])
    return {(report, row["id"]): pk for (report, row), pk in zip(rows, pks, strict=True)}


def _insert(connection: Connection, table: type[Table], rows: Sequence[Row]) -> list[int]:
    """Insert rows; their keys in the same order. Keys are taken beforehand, which is faster than to be told them."""
    pks = _reserve(connection, table, len(rows))
    connection.execute(insert(table), [{"pk": pk, **row} for pk, row in zip(pks, rows, strict=True)])
    return pks


def _reserve(connection: Connection, table: type[Table], number: int) -> list[int]:
    """Keys for so many new rows of a table."""
    pk = table.__table__.c.pk
    if connection.dialect.name == "sqlite":
        last = connection.scalar(select(func.coalesce(func.max(pk), 0))) or 0
        return list(range(last + 1, last + 1 + number))
    following = func.nextval(func.pg_get_serial_sequence(table.__tablename__, pk.name))
    return list(connection.scalars(select(following).select_from(func.generate_series(1, number))))


def read_back(account: bytes) -> Account:
    """The account that a row holds."""
    # A half of a surrogate pair is no JSON to pydantic, though it is to Python.
    return Account.model_validate(json.loads(zlib.decompress(account)))
