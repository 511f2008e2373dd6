"""Rows of the ledger as the records that linking compares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, select

from sayso.ledger import schema
from sayso.ledger.portions import gathered
from sayso.linking import joined
from sayso.linking.joined import Contest
from sayso.linking.told import Figure, Naming, Said, Setting, Source, Telling, Where
from sayso.model import Dispute

Value = TypeVar("Value")
Row = Any  # SQLAlchemy types a row by its columns one by one; here are too many


def sources(connection: Connection, reports: Iterable[int]) -> dict[int, Source]:
    """The reports of these keys, by key."""
    report = schema.Report
    question = select(
        report.pk, report.id, report.url, report.title, report.outlet, report.agency, report.published, report.text,
        report.prose,
    )  # fmt: skip
    return {
        row.pk: Source(
            row.pk, row.id, row.url, row.title, row.outlet, row.agency, row.published, row.text,
            tuple(map(tuple, row.prose)),
        )
        for row in gathered(connection, question, report.pk, reports)
    }  # fmt: skip


def heads(connection: Connection, column: Any, reports: Iterable[Any]) -> Iterator[tuple[Source, str | None]]:
    """The reports whose column is among these values, without their texts, each with the family it is in."""
    report = schema.Report
    question = select(
        report.pk, report.id, report.url, report.title, report.outlet, report.agency, report.published, report.family
    )
    for row in gathered(connection, question, column, reports):
        head = Source(row.pk, row.id, row.url, row.title, row.outlet, row.agency, row.published, text="")
        yield head, row.family


def namings(connection: Connection, reports: Iterable[int]) -> dict[int, list[Naming]]:
    """The actors of these reports as each has them, by the report's key."""
    return _by_report(gathered(connection, _NAMINGS, schema.Naming.report_pk, reports), _naming)


def namings_by(connection: Connection, column: Any, values: Iterable[Any]) -> Iterator[Naming]:
    """All namings whose column is among the values."""
    return map(_naming, gathered(connection, _NAMINGS, column, values))


def placed(
    connection: Connection, column: Any, values: Iterable[Any]
) -> Iterator[tuple[str | None, str | None, Naming]]:
    """All namings whose column is among the values, each with its block and the office it shows somebody in."""
    question = _NAMINGS.add_columns(schema.Naming.block, schema.Naming.office)
    for row in gathered(connection, question, column, values):
        yield row.block, row.office, _naming(row)


_NAMINGS = select(
    schema.Naming.report_pk, schema.Naming.pk, schema.Naming.id, schema.Report.id.label("report"), schema.Naming.name,
    schema.Naming.kind, schema.Naming.role, schema.Naming.country, schema.Naming.sector, schema.Naming.aliases,
).join(schema.Report, schema.Report.pk == schema.Naming.report_pk)  # fmt: skip


def _naming(row: Row) -> Naming:
    return Naming(
        row.pk, f"{row.report}/{row.id}", row.report, row.name, row.kind, row.role, row.country, row.sector,
        tuple(row.aliases),
    )  # fmt: skip


def said(connection: Connection, reports: Iterable[int]) -> dict[int, list[Said]]:
    """The statements of these reports, by the report's key."""
    statement, report, speaker = schema.Statement, schema.Report, schema.Naming
    question = (
        select(
            statement.report_pk, statement.pk, statement.id, report.id.label("report"), speaker.id.label("speaker"),
            statement.via, statement.force, statement.said, statement.start, statement.end,
        )
        .join(report, report.pk == statement.report_pk)
        .outerjoin(speaker, speaker.pk == statement.speaker_pk)
    )  # fmt: skip
    return _by_report(
        gathered(connection, question, statement.report_pk, reports),
        lambda row: Said(
            row.pk, f"{row.report}/{row.id}", row.report, f"{row.report}/{row.speaker}" if row.speaker else None,
            tuple(f"{row.report}/{id}" for id in row.via), row.force, row.said, row.start, row.end,
        ),
    )  # fmt: skip


def tellings(connection: Connection, reports: Iterable[int]) -> dict[int, list[Telling]]:
    """The events of these reports as each tells them, by the report's key."""
    telling, report = schema.Telling, schema.Report
    asked = list(reports)
    actors, recipients = _parts(connection, asked, "actor"), _parts(connection, asked, "recipient")
    words = _words(connection, asked)
    question = select(*telling.__table__.columns, report.id.label("report"))
    question = question.join(report, report.pk == telling.report_pk)

    def record(row: Row) -> Telling:
        return Telling(
            pk=row.pk,
            ref=f"{row.report}/{row.id}",
            report=row.report,
            type=row.type,
            mode=row.mode,
            trigger=row.trigger,
            evidence=row.evidence,
            position=row.position,
            status=row.status,
            confidence=row.confidence,
            start=row.start,
            end=row.end,
            where=Where(row.place, row.country, row.admin1, row.lat, row.lon, row.geonameid) if row.place else None,
            figures=tuple(Figure(q["value"], q["max"], q["unit"], q["approximate"]) for q in row.quantities),
            actors=tuple(f"{row.report}/{id}" for id in actors[row.pk]),
            recipients=tuple(f"{row.report}/{id}" for id in recipients[row.pk]),
            statements=tuple(f"{row.report}/{id}" for id in words[row.pk]),
        )

    return _by_report(gathered(connection, question, telling.report_pk, asked), record)


def settings(connection: Connection, pks: Iterable[int]) -> Iterator[Setting]:
    """When and where it was by these tellings, by key."""
    telling, report = schema.Telling, schema.Report
    question = select(
        telling.pk, telling.id, report.id.label("report"), report.published, telling.start, telling.end,
        telling.place, telling.country, telling.admin1, telling.lat, telling.lon, telling.geonameid,
    ).join(report, report.pk == telling.report_pk)  # fmt: skip
    shared: dict[Any, Any] = {}  # of hundreds of thousands of tellings most have the same few days and places

    def one(value: Value) -> Value:
        return cast(Value, shared.setdefault(value, value))

    for row in gathered(connection, question, telling.pk, pks):
        where = Where(row.place, row.country, row.admin1, row.lat, row.lon, row.geonameid) if row.place else None
        yield Setting(row.pk, *map(one, (row.id, row.report, row.published, row.start, row.end, where)))


def contests(connection: Connection, reports: Iterable[int]) -> dict[int, list[Contest]]:
    """The disputes within these reports, by the report's key."""
    contest, report = schema.Contest, schema.Report
    question = select(*contest.__table__.columns, report.id.label("report"))
    question = question.join(report, report.pk == contest.report_pk)

    def record(row: Row) -> Contest:
        dispute = Dispute(id=row.id, kind=row.kind, issue=row.issue, events=row.tellings, sides=row.sides)
        (found,) = joined.contests(row.report, [dispute])
        return found

    return _by_report(gathered(connection, question, contest.report_pk, reports), record)


def _parts(connection: Connection, reports: list[int], part: str) -> dict[int, list[str]]:
    """The ids of those who take this part in each telling."""
    taken, naming = schema.Part, schema.Naming
    question = select(taken.telling_pk, naming.id).join(naming, naming.pk == taken.naming_pk).where(taken.part == part)
    return _ids(gathered(connection, question.order_by(naming.pk), naming.report_pk, reports))


def _words(connection: Connection, reports: list[int]) -> dict[int, list[str]]:
    """The ids of the statements each telling stands on, the outermost first."""
    word, statement = schema.Word, schema.Statement
    question = select(word.telling_pk, statement.id).join(statement, statement.pk == word.statement_pk)
    return _ids(gathered(connection, question.order_by(word.telling_pk, word.place), statement.report_pk, reports))


def _ids(rows: Iterable[Row]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, id in rows:
        found[key].append(id)
    return found


def _by_report(rows: Iterable[Row], record: Callable[[Row], Any]) -> defaultdict[int, list[Any]]:
    """Records in the order of their reports, whatever the order of the rows."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.pk):
        found[row.report_pk].append(record(row))
    return found
