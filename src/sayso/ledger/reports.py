"""The whole of one report: its account, and what of it the ledger knows across reports."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select, union_all

from sayso.ledger import recorded
from sayso.ledger.answers import DisputeRow, Grade, Known, Party, ReportRow
from sayso.ledger.asking import DISPUTES, REPORTS, filled
from sayso.ledger.corrections import Correction
from sayso.ledger.schema import Actor, Dispute, Event, Naming, Report, Telling
from sayso.model import Account

OTHERS = 50  # copies, versions and disputes of a report that are told at most


class Standing(Known):
    """The event that a telling is of, over all reports."""

    id: str
    grade: Grade
    voices: int
    reports: int


class ReportStory(Known):
    """A report with its account as people corrected it, and what the ledger knows of it."""

    report: ReportRow
    linked: bool  # whether what is known across reports has it in
    copies: list[ReportRow]  # other reports of its family, the first of them
    versions: list[ReportRow]  # what else stood at its URL, the latest first
    events: dict[str, Standing]  # by the id of the event in the account
    actors: dict[str, Party]  # by the id of the actor in the account
    disputes: list[DisputeRow]  # on events that it tells of, and on other matters that it or a copy tells of
    corrections: list[Correction]  # in the order in which they were made
    account: Account


def report(connection: Connection, id: str) -> ReportStory | None:
    """All there is of the report of that id; None where there is none."""
    found = filled(connection, REPORTS, Report.id == id)
    if not found:
        return None
    own = found[0]
    key, linked = connection.execute(select(Report.pk, Report.linked).where(Report.id == id)).one()
    account, corrections = recorded.corrected(connection, id)
    copies = filled(connection, REPORTS, Report.family == own.family, limit=OTHERS + 1) if own.family else []
    versions = filled(connection, REPORTS, Report.url == own.url, limit=OTHERS + 1) if own.url else []
    return ReportStory(
        report=own,
        linked=linked,
        copies=[one for one in copies if one.id != id][:OTHERS],
        versions=sorted((one for one in versions if one.id != id), key=lambda one: -one.version)[:OTHERS],
        events=_standings(connection, key),
        actors=_parties(connection, key),
        disputes=_disputes(connection, key, own.family),
        corrections=corrections,
        account=account,
    )


def _standings(connection: Connection, report: int) -> dict[str, Standing]:
    """How the events stand that a report tells of, by the ids that they have in it."""
    told = (
        select(Telling.id, Event.id.label("event"), Event.grade, Event.voices, Event.reports)
        .join(Event, Event.pk == Telling.event_pk)
        .where(Telling.report_pk == report)
    )
    return {
        row.id: Standing(id=row.event, grade=row.grade, voices=row.voices, reports=row.reports)
        for row in connection.execute(told)
    }


def _parties(connection: Connection, report: int) -> dict[str, Party]:
    """The actors that a report names, by the ids that they have in it."""
    named = (
        select(Naming.id, Actor.id.label("actor"), Actor.name, Actor.kind, Actor.country, Actor.sector)
        .join(Actor, Actor.pk == Naming.actor_pk)
        .where(Naming.report_pk == report)
    )
    return {
        row.id: Party(id=row.actor, name=row.name, kind=row.kind, country=row.country, sector=row.sector)
        for row in connection.execute(named)
    }


def _disputes(connection: Connection, report: int, family: str | None) -> list[DisputeRow]:
    """The disputes on events that a report tells of, and on other matters that it or a copy tells of."""
    same = Report.pk == report if family is None else or_(Report.pk == report, Report.family == family)
    copies = select(Report.pk).where(same)
    told = select(Telling.event_pk).where(Telling.report_pk == report, Telling.event_pk.is_not(None))
    # In one condition, "or" would have all disputes gone through.
    disputed = union_all(
        select(Dispute.pk).where(Dispute.event_pk.in_(told)), select(Dispute.pk).where(Dispute.report_pk.in_(copies))
    )
    return filled(connection, DISPUTES, Dispute.pk.in_(disputed), limit=OTHERS)
