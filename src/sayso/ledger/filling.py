"""Rows of the ledger as answers, with what stands in other tables: asked for all the rows of a page together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select

from sayso.ledger.answers import ActorRow, DisputeRow, EventRow, Party, ReportRow, RoleRow, SideRow, StatementRow
from sayso.ledger.portions import Gathered
from sayso.ledger.schema import Actor, EventPart, Naming, Report, Role, Side, Statement, Table, Telling, Voice

Given = TypeVar("Given", RoleRow, SideRow)

Rows = Sequence[Any]  # SQLAlchemy types a row by its columns one by one; here are too many


def _number(column: Any) -> Gathered:
    """How many rows have each of the values."""
    return Gathered(select(column, func.count()).group_by(column), column)


def _hanging(answer: type[Given], table: type[Table], column: Any) -> Gathered:
    """What hangs on rows in another table, whose column has their key, with the fields of an answer."""
    return Gathered(select(column, *(getattr(table, name) for name in answer.model_fields)), column)


_SAID, _TOLD, _ALIKE = _number(Statement.report_pk), _number(Telling.report_pk), _number(Report.family)
_NAMES = Gathered(select(Naming.report_pk, Naming.id, Naming.name), Naming.report_pk)
_COUNTRIES = Gathered(select(Actor.id, Actor.country), Actor.id)
_PARTIES = Gathered(
    select(
        EventPart.event_pk, EventPart.part, EventPart.tellings, Actor.id, Actor.name, Actor.kind, Actor.country,
        Actor.sector,
    ).join(Actor, Actor.pk == EventPart.actor_pk),
    EventPart.event_pk,
)  # fmt: skip
_VOICES = Gathered(select(Voice.event_pk, Voice.stance, Voice.name), Voice.event_pk)
_PASSAGES = Gathered(
    select(
        Telling.event_pk, Telling.id, Telling.contexts, Telling.evidence, Telling.position, Report.id.label("report"),
        Report.published, Report.outlet, Report.title,
    ).join(Report, Report.pk == Telling.report_pk),
    Telling.event_pk,
)  # fmt: skip
_ROLES = _hanging(RoleRow, Role, Role.actor_pk)
_SIDES = _hanging(SideRow, Side, Side.dispute_pk)


def reports(connection: Connection, rows: Rows) -> Iterator[ReportRow]:
    """Reports, with how much they hold, and of how many others they are copies."""
    keys = [row.pk for row in rows]
    statements, tellings = (Counter(dict(map(tuple, number(connection, keys)))) for number in (_SAID, _TOLD))
    members = dict(map(tuple, _ALIKE(connection, sorted({row.family for row in rows if row.family}))))
    for row in rows:
        fields = dict(row._mapping)
        key = fields.pop("pk")
        copies = members.get(row.family, 1) - 1
        yield ReportRow(**fields, copies=copies, statements=statements[key], events=tellings[key])


def statements(connection: Connection, rows: Rows) -> Iterator[StatementRow]:
    """Statements, with the names of those through whom they came."""
    passed = {(row.report_pk, id) for row in rows for id in row.via}
    reports = sorted({report for report, _ in passed})
    names = {(report, id): name for report, id, name in _NAMES(connection, reports)}
    # Whose country this report does not tell, other reports may: it is what one asks for.
    untold = sorted({row.speaker_id for row in rows if row.speaker_id and row.country is None})
    countries = dict(map(tuple, _COUNTRIES(connection, untold)))
    for row in rows:
        yield StatementRow(
            id=f"{row.report}/{row.id}",
            published=row.published,
            outlet=row.outlet,
            speaker=row.name,
            speaker_id=row.speaker_id,
            speaker_kind=row.kind,
            speaker_role=row.role,
            speaker_country=row.country or countries.get(row.speaker_id),
            speaker_sector=row.sector,
            force=row.force,
            quotation=row.quotation,
            said=row.said,
            cue=row.cue,
            addressee=row.addressee,
            via=[names[row.report_pk, id] for id in row.via if (row.report_pk, id) in names],
            start=row.start,
            end=row.end,
            position=row.position,
            report=row.report,
            title=row.title,
            url=row.url,
        )


def events(connection: Connection, rows: Rows) -> Iterator[EventRow]:
    """Events, with their parties, the voices that their grades rest on, and who tells of them."""
    keys = [row.pk for row in rows]
    parties: dict[tuple[int, str], list[tuple[int, str, Party]]] = defaultdict(list)
    for row in _PARTIES(connection, keys):
        party = Party(id=row.id, name=row.name, kind=row.kind, country=row.country, sector=row.sector)
        parties[row.event_pk, row.part].append((-row.tellings, row.id, party))
    voices: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key, stance, name in _VOICES(connection, keys):
        voices[key, stance].append(name)
    told: dict[int, list[Any]] = defaultdict(list)
    for row in _PASSAGES(connection, keys):
        told[row.event_pk].append(row)
    for row in rows:
        # In the order in which they came out; which of one day's stands first, their ids settle.
        tellings = sorted(told[row.pk], key=lambda one: (one.published or "9999", one.report, one.position, one.id))
        first = tellings[0] if tellings else None
        yield EventRow(
            id=row.id,
            day=row.day or None,
            start=row.start,
            end=row.end,
            type=row.type,
            mode=row.mode,
            contexts=sorted({context for one in tellings for context in one.contexts}),
            actors=[party for *_, party in sorted(parties[row.pk, "actor"], key=lambda one: one[:2])],
            recipients=[party for *_, party in sorted(parties[row.pk, "recipient"], key=lambda one: one[:2])],
            place=row.place,
            country=row.country,
            admin1=row.admin1,
            lat=row.lat,
            lon=row.lon,
            geonameid=row.geonameid,
            grade=row.grade,
            status=row.status,
            voices=row.voices,
            voices_for=sorted(voices[row.pk, "for"]),
            voices_against=sorted(voices[row.pk, "against"]),
            reports=row.reports,
            tellings=row.tellings,
            confidence=row.confidence,
            told=first.evidence if first else None,
            headline=first.title if first else None,
            reported=first.published if first else None,
            outlets=sorted({one.outlet for one in tellings if one.outlet}),
        )


def actors(connection: Connection, rows: Rows) -> Iterator[ActorRow]:
    """Actors, with their roles in the order in which they were seen."""
    roles = _hung(connection, RoleRow, _ROLES, rows)
    for row in rows:
        seen = sorted(
            roles[row.pk],
            key=lambda role: (
                role.first or "",
                role.last or "",
                role.role or "",
                role.country or "",
                role.sector or "",
            ),
        )
        yield ActorRow(
            id=row.id, name=row.name, kind=row.kind, country=row.country, sector=row.sector, aliases=row.aliases,
            roles=seen, reports=row.reports,
        )  # fmt: skip


def disputes(connection: Connection, rows: Rows) -> Iterator[DisputeRow]:
    """Disputes, with their sides."""
    sides = _hung(connection, SideRow, _SIDES, rows)
    for row in rows:
        yield DisputeRow(
            id=row.id, kind=row.kind, issue=row.issue, event=row.event, day=row.day or None, reports=row.reports,
            sides=sorted(sides[row.pk], key=lambda side: side.number),
        )  # fmt: skip


def _hung(connection: Connection, answer: type[Given], hanging: Gathered, rows: Rows) -> dict[int, list[Given]]:
    """What hangs on these rows, as answers, by their key."""
    fields = list(answer.model_fields)
    found: dict[int, list[Given]] = defaultdict(list)
    for key, *values in hanging(connection, [row.pk for row in rows]):
        found[key].append(answer(**dict(zip(fields, values, strict=True))))
    return found
