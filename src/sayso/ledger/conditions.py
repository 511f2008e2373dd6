"""What a filter means for the rows of a table: which of them it holds of.

Every condition is told twice: as what to check of a row at hand, and as the keys of all rows of which it holds. The
database is asked the first way where most rows qualify, and the second way where few do (`asking`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, literal_column, or_, select, union_all

from sayso.ledger import matching
from sayso.ledger.filters import Filter
from sayso.ledger.schema import (
    Actor,
    Alias,
    Dispute,
    Event,
    EventPart,
    Naming,
    Report,
    Side,
    Statement,
    Table,
    Telling,
    Word,
)

# As the index has it: the day of a report, and of what stands in it.
DAY: ColumnElement[str] = literal_column("coalesce(reports.published, '')", String)

Keys = Any  # a SELECT of one column, or a union of such
Links = Select[Any]  # a SELECT whose first column holds keys of another table


@dataclass(frozen=True)
class _Way:
    """How a row may be linked: by one of the links in whose column one of these keys stands."""

    links: Links
    column: Any
    keys: Keys
    holds: ColumnElement[bool] | None = None  # the same of a link at hand, where it tells by itself
    at_hand: ColumnElement[bool] | None = None  # the same, where it is quick to look up for one link alone


@dataclass(frozen=True)
class Condition:
    """Something that has to hold of a row."""

    holds: ColumnElement[bool]
    among: Keys | None = None  # the keys of the rows of which it holds; None where the table's own indexes tell


def events(wanted: Filter) -> Iterator[Condition]:
    """What has to hold of an event."""
    yield from _between(Event.day, wanted)
    yield from _coded(wanted)
    parts, told = select(EventPart.event_pk), select(Telling.event_pk)
    if wanted.actor is not None:
        yield _linked(Event, _Way(parts, EventPart.actor_pk, _actors(wanted.actor)))
    for reports, holds in _reports(wanted, Telling.report_pk):
        yield _linked(Event, _Way(told, Telling.report_pk, reports, at_hand=holds))
    if wanted.about is not None:
        called = _Way(parts, EventPart.actor_pk, matching.names(wanted.about))
        yield _linked(Event, _in_passages(told, wanted.about), called)


def statements(wanted: Filter) -> Iterator[Condition]:
    """What has to hold of a statement. The question asks for its report as well."""
    yield from _between(DAY, wanted)
    told = select(Word.statement_pk).join(Telling, Telling.pk == Word.telling_pk)
    yield from _through_events(Statement, told, Telling.event_pk, _only(wanted, "type", "grade", "status"))
    spoken = select(Statement.pk.label("pk")).join(Naming, Naming.pk == Statement.speaker_pk)
    # Of a statement at hand its speaker is looked up, and not all that he said.
    speaker = select(Naming.actor_pk).where(Naming.pk == Statement.speaker_pk).correlate(Statement).scalar_subquery()
    if (meant := _speakers(wanted)) is not None:
        yield Condition(speaker.in_(meant), spoken.where(Naming.actor_pk.in_(meant)))
    for reports, holds in _reports(wanted, Statement.report_pk):
        yield Condition(holds, select(Statement.pk).where(Statement.report_pk.in_(reports)))
    if wanted.about is not None:
        words, called = matching.statements(wanted.about), matching.names(wanted.about)
        yield Condition(
            or_(matching.said(wanted.about), speaker.in_(called).is_(True)),
            union_all(words, spoken.where(Naming.actor_pk.in_(called))),
        )


def actors(wanted: Filter) -> Iterator[Condition]:
    """What has to hold of an actor."""
    if wanted.country is not None:
        yield Condition(Actor.country == wanted.country)
    if wanted.actor is not None:
        yield _within(Actor, _actors(wanted.actor))
    if wanted.about is not None:
        yield _within(Actor, matching.names(wanted.about))
    yield from _through_events(
        Actor, select(EventPart.actor_pk), EventPart.event_pk, _only(wanted, "type", "grade", "status")
    )
    named = select(Naming.actor_pk).where(Naming.actor_pk.is_not(None))
    for reports in (*(keys for keys, _ in _reports(wanted, Naming.report_pk)), *_dated(wanted)):
        yield _linked(Actor, _Way(named, Naming.report_pk, reports))


def disputes(wanted: Filter) -> Iterator[Condition]:
    """What has to hold of a dispute: most of it, of the event that it is about; or of the report, if of none."""
    yield from _between(Dispute.day, wanted)
    for reports, _ in _reports(wanted, Dispute.report_pk):
        told = select(Dispute.pk).join(Telling, Telling.event_pk == Dispute.event_pk)
        own = select(Dispute.pk).where(Dispute.report_pk.in_(reports))
        yield _within(Dispute, union_all(own, told.where(Telling.report_pk.in_(reports))))
    same = select(Dispute.pk.label("pk")).where(Dispute.event_pk.is_not(None))
    for condition in events(_only(wanted, "country", "type", "grade", "status")):
        of_those = condition.among if condition.among is not None else select(Event.pk).where(condition.holds)
        # The question asks for the event as well.
        yield Condition(condition.holds, same.where(Dispute.event_pk.in_(of_those)))
    if wanted.actor is not None:
        # The sides have their actors by id, in a list that is written as JSON.
        mentioned = select(Actor.id).where(Actor.pk.in_(_actors(wanted.actor))).correlate(None).subquery()
        on_a_side = select(Side.dispute_pk).join(
            mentioned, cast(Side.actors, String).contains('"' + mentioned.c.id + '"', autoescape=False)
        )
        takes_part = select(EventPart.event_pk).where(EventPart.actor_pk.in_(_actors(wanted.actor)))
        yield _within(Dispute, union_all(on_a_side, same.where(Dispute.event_pk.in_(takes_part))))
    if wanted.about is not None:
        yield _within(Dispute, matching.disputes(wanted.about))


def reports(wanted: Filter) -> Iterator[Condition]:
    """What has to hold of a report."""
    yield from _between(DAY, wanted)
    tells = select(Telling.report_pk)
    yield from _through_events(Report, tells, Telling.event_pk, _only(wanted, "type", "grade", "status", "country"))
    if wanted.actor is not None:
        yield _linked(Report, _Way(select(Naming.report_pk), Naming.actor_pk, _actors(wanted.actor)))
    for among, holds in _reports(wanted, Report.pk):
        yield Condition(holds, among)
    if wanted.about is not None:
        said = _Way(
            select(Statement.report_pk), Statement.pk, matching.statements(wanted.about), matching.said(wanted.about)
        )
        yield _linked(Report, said, _in_passages(tells, wanted.about))


# What several questions have in common


def _coded(wanted: Filter) -> Iterator[Condition]:
    """What has to hold of what is coded of an event."""
    for column, value in ((Event.type, wanted.type), (Event.grade, wanted.grade), (Event.status, wanted.status)):
        if value is not None:
            yield Condition(column == value)
    if wanted.country is not None:
        there = Event.country == wanted.country
        part = select(EventPart.event_pk.label("pk")).join(Actor, Actor.pk == EventPart.actor_pk)
        part = part.where(Actor.country == wanted.country)
        yield Condition(or_(there, _leads(Event, part)), union_all(select(Event.pk).where(there), part))


def _between(day: Any, wanted: Filter) -> Iterator[Condition]:
    """Within the dates; what has none is not."""
    if wanted.since is not None:
        yield Condition(day >= wanted.since)
    if wanted.until is not None:
        yield Condition(and_(day > "", day <= wanted.until))


def _reports(wanted: Filter, key: Any) -> Iterator[tuple[Keys, ColumnElement[bool]]]:
    """The keys of the reports that something has to stand in; and the same of the report at hand, whose key a column
    has."""
    if wanted.outlet is not None:
        there = select(Report.pk).where(_is(Report.outlet, wanted.outlet.strip()))
        yield there, key.in_(there)
    if wanted.search is not None:
        yield matching.reports(wanted.search), matching.reported(wanted.search, key)


def _dated(wanted: Filter) -> Iterator[Keys]:
    dates = [condition.holds for condition in _between(DAY, wanted)]
    if dates:
        yield select(Report.pk).where(*dates)


def _actors(wanted: str) -> Keys:
    """The keys of the actors of that id, or of that name in any report."""
    name = wanted.strip()
    return union_all(
        select(Actor.pk).where(Actor.id == name),
        select(Alias.actor_pk).where(Alias.name == name.lower()),
        # Whoever is named by an office alone is no alias of its holder.
        select(Naming.actor_pk).where(_is(Naming.name, name), Naming.actor_pk.is_not(None)),
    )


def _is(column: Any, name: str) -> ColumnElement[bool]:
    """That a name stands there, in small or in capital letters. SQLite makes no small letters of "Ö" and "É": it is
    asked for as people write them."""
    written = (name, name.lower(), name.upper(), name.title(), name.capitalize())
    # As either database has it in its index.
    return func.lower(column).in_({name.lower(), *(_ascii_lower(one) for one in written)})


def _ascii_lower(name: str) -> str:
    return "".join(letter.lower() if letter.isascii() else letter for letter in name)


def _speakers(wanted: Filter) -> Keys | None:
    """The keys of the actors of that name and country; None where any may speak."""
    called = None if wanted.actor is None else _actors(wanted.actor)
    if wanted.country is None:
        return called
    there = select(Actor.pk).where(Actor.country == wanted.country)
    return there if called is None else there.where(Actor.pk.in_(called))


def _only(wanted: Filter, *fields: str) -> Filter:
    return Filter(**{field: getattr(wanted, field) for field in fields})


def _through_events(table: type[Table], links: Links, event: Any, wanted: Filter) -> Iterator[Condition]:
    """That a row is linked with one event of which all of that holds. event: the column of the links with its key."""
    conditions = list(_coded(wanted))
    if conditions:
        keys = [c.among if c.among is not None else select(Event.pk).where(c.holds) for c in conditions]
        # Of a row at hand, its events are looked at, and not all events of that type.
        tested = links.join(Event, Event.pk == event).where(*(c.holds for c in conditions))
        yield Condition(_leads(table, tested), _present(links.where(*(event.in_(each) for each in keys))))


def _linked(table: Any, *ways: _Way) -> Condition:
    """That the row is linked in one of these ways."""
    present = [_present(way.links.where(way.column.in_(way.keys) if way.holds is None else way.holds)) for way in ways]
    # As a truth value it is looked up for each link of the row at hand; else all the keys would be gone through for it.
    at_hand = (way.column.in_(way.keys) if way.at_hand is None else way.at_hand for way in ways)
    tested = [way.links.where(holds.is_(True)) for way, holds in zip(ways, at_hand, strict=True)]
    return Condition(
        or_(*(_leads(table, links) for links in tested)), union_all(*present) if len(present) > 1 else present[0]
    )


def _in_passages(links: Links, words: str) -> _Way:
    """By tellings whose passages hold the words."""
    return _Way(links, Telling.pk, matching.tellings(words), matching.told(words))


def _leads(table: Any, links: Links) -> ColumnElement[bool]:
    # Whether there is one, PostgreSQL may answer by gathering all there are first; which is the first, it looks up.
    first = links.where(links.selected_columns[0] == table.pk).limit(1).correlate(table.__table__)
    return first.scalar_subquery().is_not(None)


def _present(links: Links) -> Links:
    return links.where(links.selected_columns[0].is_not(None))


def _within(table: Any, keys: Keys) -> Condition:
    """That the row is one of those."""
    return Condition(table.pk.in_(keys), keys)
