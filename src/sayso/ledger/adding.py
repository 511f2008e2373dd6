"""Accounts into a ledger: a report goes in whole or not at all, and once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from sayso.ledger.entries import Entry, Row
from sayso.ledger.portions import portions
from sayso.ledger.schema import Actor, Contest, Event, Naming, Part, Report, Statement, Table, Telling, Word


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a report."""

    report: str  # its id in the ledger
    outcome: Literal["added", "already there", "new version"]
    version: int  # of what stands at its URL; 1 for the first, and where it has none


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
        connection.execute(delete(Event).where(Event.pk.in_(portion)))
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
