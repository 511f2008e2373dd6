"""Events out of tellings that were found to be of one, with the voices and the disputes about each.

What hangs together may be most of a ledger, and it takes long to see what it divides up into. Nobody who wants to write
waits for that: they wait for a few events at a time to be written down."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from sayso.ledger import Ledger
from sayso.ledger.portions import gathered, portions
from sayso.ledger.schema import Actor, Dispute, Event, EventPart, Join, Naming, Report, Side, Voice
from sayso.ledger.schema import Telling as TellingRow
from sayso.linking import copies, disputes, events, formers, rows, series, standing, voices
from sayso.linking.closure import together
from sayso.linking.joined import Contest, Joined, Known
from sayso.linking.told import Said, Source, Telling, id_of

BEGUN = 500  # reports to begin with at a time
TOGETHER = 200  # reports whose events are written in one transaction

Row = dict[str, Any]
Value = TypeVar("Value")


class ChangedError(Exception):
    """Meanwhile a report was corrected or read anew: what was found out no longer holds, and is found out again when
    that report is linked."""


def gather(ledger: Ledger, reports: Iterable[int], done_with: Callable[[int], None]) -> set[int]:
    """Work out the events that these reports, by their keys, tell of. done_with: is told how many, again and again.
    Gives the reports whose events were written, which are marked as not linked before any is: stopped between two
    transactions, all of them are worked out again.

    Raises ChangedError."""
    done: set[int] = set()  # tellings
    written: set[int] = set()
    for begun in portions(reports, BEGUN):
        with ledger.reading() as connection:
            last = last_compared(connection)
            question = select(TellingRow.pk)
            begin = {row.pk for row in gathered(connection, question, TellingRow.report_pk, begun)} - done
            members, rest, beside = _divided(connection, begin)
        concerned = {row.report_pk for group in rest for row in group}
        with ledger.writing() as connection:
            check_unchanged(connection, last)
            for some in portions(concerned):
                connection.execute(update(Report).where(Report.pk.in_(some), Report.linked).values(linked=False))
        written |= concerned
        for portion in _together(rest):
            with ledger.writing() as connection:
                check_unchanged(connection, last)
                world = _World(connection, {row.report_pk for group in portion for row in group})
                telling = {one.pk: one for one in world.tellings}
                _keep(connection, world, [[telling[row.pk] for row in group] for group in portion])
            done_with(0)
        with ledger.writing() as connection:
            check_unchanged(connection, last)
            _keep_beside(connection, begun)
        before = {row.event_pk: row.pk for group in rest for row in group if row.event_pk is not None}
        with ledger.writing() as connection:
            check_unchanged(connection, last)
            _drop_empty(connection, before)
            _set_beside(connection, beside)
        done |= members
        done_with(len(begun))
    return written


def last_compared(connection: Connection) -> int:
    """The key of the last report that has been compared; 0 where none has."""
    return connection.scalar(select(func.max(Report.pk)).where(Report.compared)) or 0


def check_unchanged(connection: Connection, last: int) -> None:
    """Raises ChangedError where a report, of those up to that key that all were compared, is to be compared again."""
    if connection.scalar(select(Report.pk).where(Report.compared.is_(False), Report.pk <= last).limit(1)) is not None:
        raise ChangedError


def _divided(connection: Connection, begin: set[int]) -> tuple[set[int], list[Sequence[Any]], dict[int, int | None]]:
    """All tellings that hang together with these; the events that they are of, as lists of them, but those that are as
    they were; and of each that stands beside another event, or stood so, a telling of that event, if there is one."""
    members = together(connection, Join.one_pk, Join.other_pk, begin)
    stories = _stories(connection, members)
    question = select(
        TellingRow.pk, TellingRow.report_pk, TellingRow.event_pk, TellingRow.beside, Report.linked
    ).join(Report, Report.pk == TellingRow.report_pk)  # fmt: skip
    told = {row.pk: row for row in gathered(connection, question, TellingRow.pk, members)}
    sizes = Counter(row.event_pk for row in told.values())

    def is_settled(group: Sequence[Any]) -> bool:
        """Whether these tellings are of the event they were of, and of nothing that has changed."""
        (event, *others) = {row.event_pk for row in group}
        return not others and event and sizes[event] == len(group) and all(row.linked for row in group)

    found: Iterator[Sequence[Any]] = ([told[pk] for pk in pks] for acts in stories for pks in acts)
    rest = [group for group in found if not is_settled(group)]
    rest.sort(key=lambda group: min(row.report_pk for row in group))  # those of one report close together
    beside: dict[int, int | None] = {pk: None for pk, row in told.items() if row.beside is not None}
    beside |= {pk: about[0] for about, *others in stories for pks in others for pk in pks}
    return members, rest, beside


def _stories(connection: Connection, members: set[int]) -> list[list[list[int]]]:
    """The tellings of each event, by key, those together whose events stand beside each other: first what their story
    is about."""
    settings = {setting.pk: setting for setting in rows.settings(connection, members)}
    published = {setting.report: setting.published for setting in settings.values()}
    said = list(_joins(connection, members, said=True))
    same, apart = ([(one, other) for one, other, score in said if score * sign > 0] for sign in (1, -1))
    groups = events.partition(settings, _joins(connection, members), published, same, apart)
    beside = select(Join.one_pk, Join.other_pk).where(Join.beside)
    near = {pk for pair in gathered(connection, beside, Join.one_pk, members) for pk in pair}
    whole = [[group] for group in groups if near.isdisjoint(group)]
    divided = [group for group in groups if not near.isdisjoint(group)]
    of_one_act = select(Join.one_pk, Join.other_pk).where(~Join.beside, Join.score > 0)
    one_act = map(tuple, gathered(connection, of_one_act, Join.one_pk, (pk for group in divided for pk in group)))
    return whole + events.acts(divided, one_act)


def _together(groups: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    """The events that are worked out at one go: of so many reports that they are at hand. groups: their tellings."""
    portion: list[Sequence[Any]] = []
    reports: set[int] = set()
    for group in groups:
        portion.append(group)
        reports.update(row.report_pk for row in group)
        if len(reports) >= TOGETHER:
            yield portion
            portion, reports = [], set()
    if portion:
        yield portion


def _joins(connection: Connection, tellings: Iterable[int], *, said: bool = False) -> Iterator[tuple[int, int, float]]:
    """The joins between these tellings, by key, that no person has made; or, where `said`, those that people have."""
    surest = func.abs(Join.score)
    question = select(Join.one_pk, Join.other_pk, Join.score)
    question = question.where(surest == events.SAID_SO if said else surest != events.SAID_SO)
    return map(tuple, gathered(connection, question, Join.one_pk, tellings))


@dataclass(slots=True)
class _Called:
    """What a report calls an actor."""

    names: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)


class _Told:
    """What one report tells, and whom it means across reports."""

    def __init__(self, source: Source, family: str) -> None:
        self.source = source
        self.family = family
        self.tellings: list[Telling] = []
        self.said: dict[str, Said] = {}
        self.contests: list[Contest] = []
        self.actors: dict[str, str] = {}  # of each naming, the id of the actor
        self.called: dict[str, _Called] = defaultdict(_Called)  # each actor as the report has it


class _World:
    """What is known of some reports, and across all reports of those whom they name."""

    def __init__(self, connection: Connection, reports: set[int]) -> None:
        self._reports = {
            source.ref: _Told(source, family or source.ref)
            for source, family in rows.heads(connection, Report.pk, reports)
        }
        for told in rows.tellings(connection, reports).values():
            for telling in told:
                self._reports[telling.report].tellings.append(telling)
        for those in rows.said(connection, reports).values():
            for one in those:
                self._reports[one.report].said[one.ref] = one
        for contested in rows.contests(connection, reports).values():
            for contest in contested:
                self._reports[contest.report].contests.append(contest)
        self._outlets = _outlets(connection, {report.family for report in self._reports.values()})
        self._known: dict[str, Known] = {}
        self._names: dict[str, str] = {}
        self.pk: dict[str, int] = {}  # of actors
        self._meet(connection, reports)

    def _meet(self, connection: Connection, reports: set[int]) -> None:
        question = select(
            Report.id.label("report"), Naming.id, Naming.name.label("called"), Naming.aliases, Naming.role,
            Actor.pk,
            Actor.id.label("actor"), Actor.name, Actor.kind, Actor.country, Actor.sector,
        ).select_from(Naming)  # fmt: skip
        question = question.join(Report, Report.pk == Naming.report_pk).join(Actor, Actor.pk == Naming.actor_pk)
        for ref, naming, called, aliases, role, pk, *actor in gathered(connection, question, Naming.report_pk, reports):
            id, name, *_ = actor
            report = self._reports[ref]
            report.actors[f"{ref}/{naming}"] = id
            report.called[id].names.update((called, *aliases))
            if role:
                report.called[id].roles.add(role)
            if id not in self.pk:
                self._known[id] = Known(*actor)
                self._names[id] = name.casefold()
                self.pk[id] = pk

    @property
    def tellings(self) -> Iterator[Telling]:
        """The tellings of all its reports."""
        return (telling for report in self._reports.values() for telling in report.tellings)

    def published(self, telling: Telling) -> str:
        """When the report came out; reports without a date come last."""
        return self._reports[telling.report].source.published or "9999"

    def joined(self, tellings: Sequence[Telling]) -> Joined:
        """What is known of the event that these tell of."""
        refs = {telling.ref for telling in tellings}
        return self._joined(
            {telling.report for telling in tellings}, tellings, lambda contest: not refs.isdisjoint(contest.tellings)
        )

    def beside(self, reports: Iterable[str]) -> Joined:
        """What is known of reports, by ref, with what is contested in them that is about no event."""
        return self._joined(reports, (), lambda contest: not contest.tellings)

    def _joined(self, reports: Iterable[str], tellings: Sequence[Telling], about: Callable[[Contest], bool]) -> Joined:
        told = {ref: self._reports[ref] for ref in reports}
        return Joined(
            tellings=tuple(tellings),
            said=_merged([report.said for report in told.values()]),
            sources={ref: report.source for ref, report in told.items()},
            families={ref: report.family for ref, report in told.items()},
            outlets=self._outlets,
            actors=_merged([report.actors for report in told.values()]),
            known=_Known(self._known, [report.called for report in told.values()]),
            contests=tuple(one for report in told.values() for one in report.contests if about(one)),
            names=self._names,
        )


def _merged(parts: Sequence[dict[str, Value]]) -> Mapping[str, Value]:
    return parts[0] if len(parts) == 1 else {key: value for part in parts for key, value in part.items()}


class _Known(Mapping[str, Known]):
    """Actors as all reports have them, by the names and roles that some reports give them: what they are called in
    others tells nothing here, or every report would change every event. Each is made when it is asked for, as an event
    has to do with few of those whom its reports name."""

    def __init__(self, known: Mapping[str, Known], called: Sequence[Mapping[str, _Called]]) -> None:
        self._known = known
        self._called = called

    def __getitem__(self, id: str) -> Known:
        called = [report[id] for report in self._called if id in report]
        if not called:
            raise KeyError(id)
        names = {name for one in called for name in one.names}
        roles = {role for one in called for role in one.roles}
        known = self._known[id]
        return Known(
            id, known.name, known.kind, known.country, known.sector, tuple(sorted(names)), tuple(sorted(roles))
        )

    def __iter__(self) -> Iterator[str]:
        return iter({id for report in self._called for id in report})

    def __len__(self) -> int:
        return len({id for report in self._called for id in report})


def _outlets(connection: Connection, families: set[str]) -> dict[str, str]:
    """Whose story each of these families is."""
    members: dict[str, list[Source]] = defaultdict(list)
    for source, family in rows.heads(connection, Report.family, families):
        members[family or source.ref].append(source)
    return {family: whose for family, those in members.items() if (whose := copies.voice(those))}


def _keep(connection: Connection, world: _World, found: Sequence[Sequence[Telling]]) -> None:
    """Put events into the ledger, or what is new about them."""
    whole = [(world.joined(tellings), _first(world, tellings)) for tellings in found]
    heard = [voices.voices(joined) for joined, _ in whole]
    told = {id: _row(world, joined, id, said) for (joined, id), said in zip(whole, heard, strict=True)}
    before = dict(map(tuple, gathered(connection, select(Event.id, Event.pk), Event.id, told)))
    if fresh := [row for id, row in told.items() if id not in before]:
        connection.execute(insert(Event), fresh)
    if changed := [{"of": before[id], **row} for id, row in told.items() if id in before]:
        connection.execute(update(Event).where(Event.pk == bindparam("of")), changed)
    pk = dict(map(tuple, gathered(connection, select(Event.id, Event.pk), Event.id, told)))
    contested_before: dict[str, str] = {}  # the ids of disputes, and of the events they were about
    for portion in portions(before.values()):
        about = select(Dispute.id, Event.id.label("event")).join(Event, Event.pk == Dispute.event_pk)
        contested_before |= {row.id: row.event for row in connection.execute(about.where(Event.pk.in_(portion)))}
        for table in (EventPart, Voice, Dispute):
            connection.execute(delete(table).where(table.event_pk.in_(portion)))
    belongs = [{"of": telling.pk, "event": pk[id]} for joined, id in whole for telling in joined.tellings]
    if belongs:
        statement = update(TellingRow).where(TellingRow.pk == bindparam("of")).values(event_pk=bindparam("event"))
        connection.execute(statement, belongs)
    parts = [{"event_pk": pk[id], **row} for joined, id in whole for row in _parts(world, joined)]
    said = [
        {
            "event_pk": pk[id], "stance": voice.stance, "kind": voice.kind, "name": voice.name,
            "actor_pk": world.pk[voice.actors[0]] if voice.actors else None, "evidence": list(voice.evidence),
        }
        for (_, id), those in zip(whole, heard, strict=True) for voice in those
    ]  # fmt: skip
    for table, those in ((EventPart, parts), (Voice, said)):
        if those:
            connection.execute(insert(table), those)
    contested = [
        ({"event_pk": pk[id], "report_pk": None, "day": told[id]["day"]}, id, disputes.disputes(joined, those))
        for (joined, id), those in zip(whole, heard, strict=True)
    ]
    published = {ref: source.published for joined, _ in whole for ref, source in joined.sources.items()}
    kept = _keep_disputes(connection, contested, published)
    formers.remember(connection, {id: event for id, event in contested_before.items() if id not in kept})


def _first(world: _World, tellings: Sequence[Telling]) -> str:
    """The id of an event: that of its first telling."""
    first = min(tellings, key=lambda telling: (world.published(telling), telling.ref))
    return id_of(first.ref)


def _row(world: _World, joined: Joined, id: str, said: Sequence[voices.Voice]) -> Row:
    told = events.summary(joined.tellings)
    days = sorted(day for telling in joined.tellings if (day := joined.sources[telling.report].published))
    where = told.where
    return {
        "id": id,
        "type": told.type,
        "mode": told.mode,
        "day": (told.start or (days[0] if days else ""))[:10],
        "start": told.start,
        "end": told.end,
        "place": where and where.name,
        "country": where and where.country,
        "admin1": where and where.admin1,
        "lat": where and where.lat,
        "lon": where and where.lon,
        "geonameid": where and where.geonameid,
        "grade": standing.grade(said),
        "why": standing.sentence(said),
        "series": [_series(one) for one in series.series(joined)],
        "status": told.status,
        "tellings": len(joined.tellings),
        "reports": len(joined.sources),
        "voices": standing.independent(said),
        "confidence": told.confidence,
    }


def _series(figures: series.Series) -> Row:
    points = [
        {
            "day": point.day, "value": point.value, "max": point.max, "voice": point.origin.name,
            "update": point.update, "tellings": list(point.refs),
        }
        for point in figures.points
    ]  # fmt: skip
    return {"counts": figures.counts, "unit": figures.unit, "points": points}


def _parts(world: _World, joined: Joined) -> Iterator[Row]:
    """Who takes which part, and in how many tellings."""
    counted: Counter[tuple[str, str]] = Counter()
    for telling in joined.tellings:
        for part, namings in (("actor", telling.actors), ("recipient", telling.recipients)):
            counted.update({(part, actor.id) for ref in namings if (actor := joined.actor(ref)) is not None})
    for (part, id), number in sorted(counted.items()):
        yield {"actor_pk": world.pk[id], "part": part, "tellings": number}


def _keep_disputes(
    connection: Connection,
    found: Iterable[tuple[Row, str, list[disputes.Dispute]]],
    published: Mapping[str, str | None],
) -> set[str]:
    """Put disputes into the ledger; gives their ids. found: with what they are about, as columns and as an id."""
    contested: list[Row] = []
    sides: list[tuple[str, Row]] = []
    for columns, id, about in found:
        begun = Counter[tuple[str, ...]]()
        for dispute in about:
            begins = (dispute.kind, *dispute.firsts(published))
            begun[begins] += 1  # two may begin with the same words: "he did not go, nor was he asked to"
            key = id_of(id, *begins, *([str(begun[begins])] if begun[begins] > 1 else []))
            contested.append(
                {"id": key, "kind": dispute.kind, "issue": dispute.issue, "reports": dispute.reports, **columns}
            )
            for number, side in enumerate(dispute.sides, 1):
                row = {"number": number, "position": side.position}
                lists = {name: list(getattr(side, name)) for name in ("voices", "actors", "statements", "tellings")}
                sides.append((key, row | lists))
    if contested:
        connection.execute(insert(Dispute), contested)
        ids = [row["id"] for row in contested]
        pk = dict(map(tuple, gathered(connection, select(Dispute.id, Dispute.pk), Dispute.id, ids)))
        connection.execute(insert(Side), [{"dispute_pk": pk[key], **row} for key, row in sides])
    return {row["id"] for row in contested}


def _keep_beside(connection: Connection, reports: Sequence[int]) -> None:
    """Put the disputes of these reports, and of their copies, that are about no event into the ledger."""
    families = {family for _, family in rows.heads(connection, Report.pk, reports) if family}
    copies = defaultdict[str | None, list[int]](list)
    for source, family in rows.heads(connection, Report.family, families):
        copies[family].append(source.pk)
    of_these = [pk for those in copies.values() for pk in those]
    for portion in portions(of_these):
        connection.execute(delete(Dispute).where(Dispute.report_pk.in_(portion)))
    contested = rows.contests(connection, of_these)
    telling = {pk for pk in of_these if any(not contest.tellings for contest in contested[pk])}
    if not telling:
        return
    world = _World(connection, telling)
    found: list[tuple[Row, str, list[disputes.Dispute]]] = []
    published: dict[str, str | None] = {}
    for those in copies.values():
        if some := telling.intersection(those):
            joined = world.beside({contest.report for pk in some for contest in contested[pk]})
            first = min(joined.sources.values(), key=lambda source: (source.published or "9999", source.ref))
            published |= {ref: source.published for ref, source in joined.sources.items()}
            columns = {"event_pk": None, "report_pk": first.pk, "day": (first.published or "")[:10]}
            found.append((columns, first.ref, disputes.beside(joined)))
    _keep_disputes(connection, found, published)


def _set_beside(connection: Connection, beside: Mapping[int, int | None]) -> None:
    """Tell of tellings beside which event they stand. beside: of each, by key, a telling of that event; or None."""
    question = select(TellingRow.pk, Event.id).join(Event, Event.pk == TellingRow.event_pk)
    event = dict(map(tuple, gathered(connection, question, TellingRow.pk, {pk for pk in beside.values() if pk})))
    stand = [{"of": pk, "event": event[about] if about else None} for pk, about in beside.items()]
    if stand:
        statement = update(TellingRow).where(TellingRow.pk == bindparam("of")).values(beside=bindparam("event"))
        connection.execute(statement, stand)


def _drop_empty(connection: Connection, before: Mapping[int, int]) -> None:
    """Take out those of these events that no telling is of any more. before: of each, by key, a telling that was of it:
    it leads to the event that there is in its place."""
    for portion in portions(before):
        told = exists().where(TellingRow.event_pk == Event.pk)
        empty = select(Event.pk, Event.id).where(Event.pk.in_(portion), ~told)
        gone = {row.pk: row.id for row in connection.execute(empty)}
        if gone:
            told_by = [before[pk] for pk in gone]
            now = select(TellingRow.pk, Event.id).join(Event, Event.pk == TellingRow.event_pk)
            event = {row.pk: row.id for row in connection.execute(now.where(TellingRow.pk.in_(told_by)))}
            about = select(Dispute.id, Dispute.event_pk).where(Dispute.event_pk.in_(gone))
            contested = {id: gone[pk] for id, pk in connection.execute(about)}
            formers.remember(connection, {id: event[before[pk]] for pk, id in gone.items()} | contested)
            connection.execute(delete(Event).where(Event.pk.in_(gone)))
