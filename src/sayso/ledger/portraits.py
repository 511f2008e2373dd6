"""An actor as a ledger shows them: who they are, what they said and did and had done to them over time, how what they
say stands, and whom they contradict.

Copies of one story count once. Of an actor in very many reports only so much is looked through, what came in last; the
portrait says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from sqlalchemy import Connection, String, cast, func, or_, select

from sayso.ledger.answers import ActorRow, DisputeRow, EventRow, Grade, Known, Party, StatementRow
from sayso.ledger.asking import ACTORS, DISPUTES, EVENTS, STATEMENTS, of_keys
from sayso.ledger.conditions import DAY
from sayso.ledger.portions import gathered
from sayso.ledger.schema import Actor, Dispute, Event, EventPart, Naming, Report, Side, Statement, Telling, Word
from sayso.ledger.stories import of_refs

LATEST = 5_000  # of the reports that name an actor, and of the events they have a part in
DISPUTES_MOST = 60  # that are looked through for whom they contradict
LINES_MOST = 30  # of each side of those

_OWN = or_(Report.family.is_(None), Report.family == Report.id)  # a report that is no copy of an earlier one


class Opponent(Known):
    """Somebody on another side of disputes. Who speaks later contradicts who spoke before."""

    actor: Party
    contradicts: int  # in how many disputes the actor speaks after them
    contradicted: int  # in how many they speak after the actor
    together: int  # in how many both speak on one day first, or no day is known
    disputes: list[str]  # ids of the disputes, the latest first


class Portrait(Known):
    """What a ledger has of an actor, the latest of each list first."""

    actor: ActorRow
    whole: bool  # whether all there is was looked through
    statements: list[StatementRow]
    did: list[EventRow]
    undergone: list[EventRow]
    said_on: dict[str, int]  # statements by the day of the report
    did_on: dict[str, int]  # events by the day
    undergone_on: dict[str, int]
    claims: dict[Grade, int]  # events that stand on their word, by grade
    denials: dict[Grade, int]  # events that they deny
    opponents: list[Opponent]  # those most often contradicted first
    disputes: list[DisputeRow]  # in which they take a side, the latest first


def portrait(connection: Connection, id: str, limit: int) -> Portrait | None:
    """The portrait of the actor of that id, with so many of each list; None where there is none."""
    key = connection.scalar(select(Actor.pk).where(Actor.id == id))
    if key is None:
        return None
    (found,) = of_keys(connection, ACTORS, [key])
    names = _latest(Naming.pk, Naming.actor_pk == key)
    own = EventPart.actor_pk == key
    did, did_on = _happened(connection, _latest(EventPart.event_pk, own, EventPart.part == "actor"), limit)
    undergone, undergone_on = _happened(
        connection, _latest(EventPart.event_pk, own, EventPart.part == "recipient"), limit
    )
    statements, said_on = _spoken(connection, names, limit)
    claims, denials = _graded(connection, names)
    disputed = _disputes(connection, id)
    return Portrait(
        actor=found,
        whole=max(_size(connection, names), did_on.total(), undergone_on.total()) < LATEST,
        statements=statements,
        did=did,
        undergone=undergone,
        said_on=_by_day(said_on),
        did_on=_by_day(did_on),
        undergone_on=_by_day(undergone_on),
        claims=claims,
        denials=denials,
        opponents=_opponents(connection, id, disputed),
        disputes=disputed[:limit],
    )


def _latest(key: Any, *where: Any) -> Any:
    """The last so many of these keys."""
    return select(key).where(*where).order_by(key.desc()).limit(LATEST).subquery()


def _size(connection: Connection, some: Any) -> int:
    return connection.scalar(select(func.count()).select_from(some)) or 0


# What they said and did


def _spoken(connection: Connection, names: Any, limit: int) -> tuple[list[StatementRow], Counter[str]]:
    """What they said last, and how much there is of each day."""
    latest = (
        select(Statement.pk, DAY)
        .join(names, names.c.pk == Statement.speaker_pk)
        .join(Report, Report.pk == Statement.report_pk)
        .where(_OWN)
        .order_by(DAY.desc(), Report.id.desc(), Statement.position.desc(), Statement.id.desc())
    )
    keys, days = _apart(connection.execute(latest).all())
    return of_keys(connection, STATEMENTS, keys[:limit][::-1]), Counter(days)


def _happened(connection: Connection, part: Any, limit: int) -> tuple[list[EventRow], Counter[str]]:
    """The last of these events, and how many there are of each day."""
    latest = select(Event.pk, Event.day).join(part, part.c.event_pk == Event.pk)
    keys, days = _apart(connection.execute(latest.order_by(Event.day.desc(), Event.id.desc())).all())
    return of_keys(connection, EVENTS, keys[:limit][::-1]), Counter(days)


def _apart(rows: Sequence[Any]) -> tuple[Sequence[int], Sequence[str]]:
    """Keys and days, each by themselves."""
    return tuple(zip(*rows, strict=True)) if rows else ((), ())  # type: ignore[return-value]


def _by_day(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted((day, count) for day, count in counted.items() if day))


def _graded(connection: Connection, names: Any) -> tuple[dict[Grade, int], dict[Grade, int]]:
    """How many events stand on what they say, and how many on what they deny, by grade."""
    denied = Statement.force == "deny"
    counted = (
        select(denied, Event.grade, func.count(Event.pk.distinct()))
        .select_from(names)
        .join(Statement, Statement.speaker_pk == names.c.pk)
        .join(Word, Word.statement_pk == Statement.pk)
        .join(Telling, Telling.pk == Word.telling_pk)
        .join(Event, Event.pk == Telling.event_pk)
        .group_by(denied, Event.grade)
    )
    found = {(denying, grade): count for denying, grade, count in connection.execute(counted)}
    claims, denials = (
        {grade: found[denying, grade] for grade in get_args(Grade) if (denying, grade) in found}
        for denying in (False, True)
    )
    return claims, denials


# Whom they contradict


@dataclass
class _Met:
    """How often somebody was met in disputes, and in which."""

    orders: Counter[str] = field(default_factory=Counter)
    disputes: list[str] = field(default_factory=list)


def _disputes(connection: Connection, id: str) -> list[DisputeRow]:
    """Disputes in which they take a side, the latest first."""
    # The sides have their actors by id, in a list that is written as JSON.
    on_a_side = select(Side.dispute_pk).where(cast(Side.actors, String).contains(f'"{id}"', autoescape=True))
    latest = (
        select(Dispute.pk)
        .outerjoin(Event, Event.pk == Dispute.event_pk)
        .where(Dispute.pk.in_(on_a_side))
        .order_by(func.coalesce(Event.day, "").desc(), Dispute.reports.desc(), Dispute.id)
        .limit(DISPUTES_MOST)
    )
    found = of_keys(connection, DISPUTES, connection.scalars(latest))
    return sorted(found, key=lambda one: (one.day or "", one.reports, one.id), reverse=True)


def _opponents(connection: Connection, id: str, disputes: Sequence[DisputeRow]) -> list[Opponent]:
    met: dict[str, _Met] = defaultdict(_Met)
    refs = {ref for one in disputes for side in one.sides for ref in side.statements[:LINES_MOST]}
    spoken = _first_days(connection, refs)
    for one in disputes:
        sides = [side for side in one.sides if id in side.actors]
        own = {actor for side in sides for actor in side.actors}
        began = min((day for side in sides for day in _days(spoken, side.statements, id)), default=None)
        for side in one.sides:
            for actor in set(side.actors) - own:
                theirs = min(_days(spoken, side.statements, actor), default=None)
                met[actor].orders[_order(began, theirs)] += 1
                met[actor].disputes.append(one.id)
    parties = {party.id: party for party in _parties(connection, met)}
    found = [
        Opponent(
            actor=parties[actor],
            contradicts=meeting.orders["contradicts"],
            contradicted=meeting.orders["contradicted"],
            together=meeting.orders["together"],
            disputes=list(dict.fromkeys(meeting.disputes)),
        )
        for actor, meeting in met.items()
        if actor in parties
    ]
    return sorted(found, key=lambda one: (-len(one.disputes), one.actor.name, one.actor.id))


def _order(own: str | None, theirs: str | None) -> str:
    if own is None or theirs is None or own == theirs:
        return "together"
    return "contradicts" if own > theirs else "contradicted"


def _days(spoken: Mapping[str, tuple[str, str | None]], refs: Iterable[str], actor: str) -> list[str]:
    """The days on which an actor made these statements."""
    return [day for ref in refs if ref in spoken for day, who in [spoken[ref]] if who == actor and day]


def _first_days(connection: Connection, refs: Iterable[str]) -> dict[str, tuple[str, str | None]]:
    """When each of these statements was made, and the id of who made it."""
    question = (
        select(
            Report.id.label("report"), Statement.id, func.coalesce(Statement.start, Report.published, "").label("day"),
            Actor.id.label("actor"),
        )
        .select_from(Report)
        .join(Statement, Statement.report_pk == Report.pk)
        .outerjoin(Naming, Naming.pk == Statement.speaker_pk)
        .outerjoin(Actor, Actor.pk == Naming.actor_pk)
    )  # fmt: skip
    return {
        f"{row.report}/{row.id}": (row.day, row.actor)
        for those in of_refs(Statement, refs)
        for row in connection.execute(question.where(those))
    }


def _parties(connection: Connection, ids: Iterable[str]) -> list[Party]:
    question = select(Actor.id, Actor.name, Actor.kind, Actor.country, Actor.sector)
    return [Party(**row._mapping) for row in gathered(connection, question, Actor.id, sorted(ids))]
