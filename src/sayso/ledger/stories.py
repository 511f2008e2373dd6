"""The whole of one event, actor or dispute: every line of it with its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select, union_all

from sayso.ledger.answers import (
    ActorStory,
    DisputeStory,
    EventRow,
    EventStory,
    Figure,
    JoinRow,
    SeriesRow,
    SideStory,
    StatementRow,
    TellingRow,
    VoiceRow,
)
from sayso.ledger.asking import ACTORS, DISPUTES, EVENTS, STATEMENTS, filled, of_keys
from sayso.ledger.portions import Gathered, portions
from sayso.ledger.schema import (
    Actor,
    Dispute,
    Event,
    EventPart,
    Former,
    Join,
    Naming,
    Part,
    Report,
    Statement,
    Telling,
    Voice,
    Word,
)

_NAMED = Gathered(
    select(Part.telling_pk, Part.part, Naming.name).join(Naming, Naming.pk == Part.naming_pk), Part.telling_pk
)
_WORDS = Gathered(select(Word.telling_pk, Word.place, Word.statement_pk), Word.telling_pk)
_REFS = 200  # pairs of ids in one question: it grows with each


def event(connection: Connection, id: str, limit: int | None = None) -> EventStory | None:
    """The event of that id, or of which that telling ("report/e1") tells; None where there is none. limit: of its
    tellings the first so many alone, of its joins the surest, and of what its voices rest on as much."""
    own = connection.execute(select(Event.pk, Event.why, Event.series).where(_meant(id))).one_or_none()
    if own is None:
        return None
    key = own.pk
    (found,) = of_keys(connection, EVENTS, [key])
    told = tellings(connection, _first(key, limit))
    question = select(Voice.stance, Voice.kind, Voice.name, Voice.evidence, Actor.id)
    rows = connection.execute(question.outerjoin(Actor, Actor.pk == Voice.actor_pk).where(Voice.event_pk == key))
    voices = [
        VoiceRow(stance=row.stance, kind=row.kind, name=row.name, actor=row.id, evidence=row.evidence) for row in rows
    ]
    shown = {said.id for one in told for said in one.statements}
    rest = [ref for voice in voices for ref in voice.evidence[:limit] if ref not in shown]
    return EventStory(
        event=found,
        why=own.why,
        series=[SeriesRow(**one) for one in own.series],
        joins=_joins(connection, key, limit),
        voices=sorted(voices, key=lambda voice: (voice.stance != "for", voice.name, voice.evidence)),
        tellings=told,
        statements=_statements(connection, rest[:limit]),
        disputes=filled(connection, DISPUTES, Dispute.event_pk == key, limit=limit),
        beside=_beside(connection, key, found.id, limit),
    )


def _beside(connection: Connection, key: int, id: str, limit: int | None) -> list[EventRow]:
    """The events that stand beside one in its story. key, id: of that event."""
    own = select(Telling.beside).where(Telling.event_pk == key, Telling.beside.is_not(None)).distinct()
    about = [id, *connection.scalars(own)]
    # Asked for one or the other, PostgreSQL would look at every event there is.
    told = select(Telling.event_pk).where(Telling.beside.in_(about), Telling.event_pk.is_not(None))
    either: Any = union_all(select(Event.pk).where(Event.id.in_(about)), told)
    return filled(connection, EVENTS, and_(Event.pk != key, Event.pk.in_(either)), limit=limit)


def became(connection: Connection, id: str, table: type[Event] | type[Actor]) -> str | None:
    """The id of the event or actor that what had that id became, or was about; None where nothing had it, or that is
    gone."""
    passed = set[str]()
    while id not in passed:
        passed.add(id)
        now = connection.scalar(select(Former.became).where(Former.id == id))
        if now is None or connection.scalar(select(table.pk).where(table.id == now)) is not None:
            return now
        id = now
    return None


def _meant(id: str) -> Any:
    """That an event has that id, or that telling."""
    if "/" not in id:
        return Event.id == id
    (telling,) = of_refs(Telling, [id])
    return Event.pk.in_(select(Telling.event_pk).join(Report, Report.pk == Telling.report_pk).where(telling))


def _first(event: int, limit: int | None) -> Any:
    """That a telling is of that event, and among the first so many."""
    own = Telling.event_pk == event
    if limit is None:
        return own
    order = (func.coalesce(Report.published, "9999"), Report.id, Telling.position, Telling.id)
    first = select(Telling.pk).join(Report, Report.pk == Telling.report_pk).where(own).order_by(*order).limit(limit)
    return Telling.pk.in_(first)


def _joins(connection: Connection, event: int, limit: int | None) -> list[JoinRow]:
    """What joins the tellings of an event."""
    ids = (
        select(Telling.pk, (Report.id + "/" + Telling.id).label("id"))
        .join(Report, Report.pk == Telling.report_pk)
        .where(Telling.event_pk == event)
    )
    one, other = ids.subquery(), ids.subquery()
    question = (
        select(one.c.id, other.c.id, Join.score, Join.features)
        .select_from(Join)
        .join(one, one.c.pk == Join.one_pk)
        .join(other, other.c.pk == Join.other_pk)
    )
    joins = connection.execute(question.order_by(Join.score.desc(), one.c.id, other.c.id).limit(limit))
    found = [JoinRow(one=a, other=b, score=score, features=features) for a, b, score, features in joins]
    return sorted(found, key=lambda join: (-join.score, join.one, join.other))


def actor(connection: Connection, id: str, limit: int | None = None) -> ActorStory | None:
    """The actor of that id, and of their events and statements at most so many; None where there is none."""
    key = connection.scalar(select(Actor.pk).where(Actor.id == id))
    if key is None:
        return None
    (found,) = of_keys(connection, ACTORS, [key])
    parts = select(EventPart.event_pk).where(EventPart.actor_pk == key)
    spoken = select(Statement.pk).join(Naming, Naming.pk == Statement.speaker_pk).where(Naming.actor_pk == key)
    return ActorStory(
        actor=found,
        events=filled(connection, EVENTS, Event.pk.in_(parts), limit=limit),
        statements=filled(connection, STATEMENTS, Statement.pk.in_(spoken), limit=limit),
    )


def statement(connection: Connection, id: str) -> StatementRow | None:
    """The statement of that id, "report/s1"; None where there is none."""
    return next(iter(_statements(connection, [id])), None)


def dispute(connection: Connection, id: str, limit: int | None = None) -> DisputeStory | None:
    """The dispute of that id, with at most so many statements and tellings of each side; None where there is none."""
    found = filled(connection, DISPUTES, Dispute.id == id)
    if not found:
        return None
    about: list[EventRow] = filled(connection, EVENTS, Event.id == found[0].event) if found[0].event else []
    return DisputeStory(
        dispute=found[0],
        event=about[0] if about else None,
        sides=[
            SideStory(
                number=side.number,
                position=side.position,
                voices=side.voices,
                statements=_statements(connection, side.statements[:limit]),
                tellings=[
                    one for those in of_refs(Telling, side.tellings[:limit]) for one in tellings(connection, those)
                ],
            )
            for side in found[0].sides
        ],
    )


def tellings(connection: Connection, where: Any) -> list[TellingRow]:
    """The tellings of which that holds, in the order in which their reports came out."""
    question = select(
        *Telling.__table__.columns, Report.id.label("report"), Report.family, Report.published, Report.outlet,
        Report.title, Report.url,
    ).join(Report, Report.pk == Telling.report_pk)  # fmt: skip
    rows = sorted(
        connection.execute(question.where(where)),
        key=lambda row: (row.published or "9999", row.report, row.position, row.id),
    )
    keys = [row.pk for row in rows]
    parties: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key, part, name in _NAMED(connection, keys):
        parties[key, part].append(name)
    words: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for word in _WORDS(connection, keys):
        words[word.telling_pk].append((word.place, word.statement_pk))
    asked = sorted({statement for chain in words.values() for _, statement in chain})
    said = dict(zip(asked, of_keys(connection, STATEMENTS, asked), strict=True))
    return [
        TellingRow(
            id=f"{row.report}/{row.id}",
            report=row.report,
            family=row.family,
            published=row.published,
            outlet=row.outlet,
            title=row.title,
            url=row.url,
            type=row.type,
            mode=row.mode,
            trigger=row.trigger,
            evidence=row.evidence,
            status=row.status,
            confidence=row.confidence,
            start=row.start,
            end=row.end,
            place=row.place,
            country=row.country,
            lat=row.lat,
            lon=row.lon,
            figures=[Figure(**{name: figure[name] for name in Figure.model_fields}) for figure in row.quantities],
            actors=sorted(parties[row.pk, "actor"]),
            recipients=sorted(parties[row.pk, "recipient"]),
            statements=[said[key] for _, key in sorted(words[row.pk])],
        )
        for row in rows
    ]


def _statements(connection: Connection, refs: Iterable[str]) -> list[StatementRow]:
    """The statements of these refs, in order; those of anything else are passed over."""
    found = [row for those in of_refs(Statement, refs) for row in filled(connection, STATEMENTS, those)]
    return sorted(found, key=lambda row: (row.published or "", row.report, row.position, row.id))


def of_refs(table: Any, refs: Iterable[str]) -> Iterator[Any]:
    """That a row is one of those refs, "3f2a…/s4", told so many at a time."""
    for portion in portions(sorted(set(refs)), _REFS):
        split = [ref.partition("/") for ref in portion]
        yield or_(*(and_(Report.id == report, table.id == part) for report, _, part in split))
