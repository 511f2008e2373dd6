"""Families of copies and actors across reports, settled anew where reports have come or changed.

Only what a new report touches is looked at: the families it is a copy of, the blocks that its namings are in. Where
that changes something for other reports (two families become one, a name turns out to be somebody else's), these are
marked as not linked in the same transaction, so that what rests on them is worked out again even if all stops here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, bindparam, delete, distinct, exists, func, insert, select, update

from sayso.ledger import Ledger
from sayso.ledger.portions import gathered, portions
from sayso.ledger.schema import Actor, Alias, Naming, Pair, Report, Role
from sayso.linking import actors, copies, formers, rows
from sayso.linking.actors import Linked
from sayso.linking.closure import links, together
from sayso.linking.offices import office
from sayso.linking.told import Naming as Named

REPORTS = 100  # settled in one transaction: whoever wants to write meanwhile waits for its end
NAMINGS = 2_000  # likewise, of blocks and of offices, if one alone has not more

LONGEST = 200  # characters of a name by which an actor is looked up; what is longer is a description

# What others see of an actor beside its own page; aliases and roles change with almost every report.
_SEEN = ("name", "kind", "country", "sector")
_OFFICE = f"{actors.OFFICE}:"


# --- families --------------------------------------------------------------------------------------------------------


def settle_families(ledger: Ledger, reports: Iterable[int]) -> None:
    """Put these reports, by their keys, and whatever hangs together with them in families of copies."""
    done: set[int] = set()
    for portion in portions(reports, REPORTS):
        begin = set(portion) - done
        with ledger.writing() as connection:
            members = together(connection, Pair.one_pk, Pair.other_pk, begin, Pair.kind == "copy")
            pairs = links(connection, Pair.one_pk, Pair.other_pk, members, Pair.kind == "copy")
            heads = list(rows.heads(connection, Report.pk, members))
            ref = {source.pk: source.ref for source, _ in heads}
            families = copies.families(
                ((ref[one], ref[other]) for one, other in pairs), (source for source, _ in heads)
            )
            # Another member may bring an agency or an earlier date, which are those of all of its family.
            grown = {families[source.ref] for source, before in heads if families[source.ref] != before}
            changed = [
                {"of": source.pk, "is": families[source.ref]} for source, _ in heads if families[source.ref] in grown
            ]
            if changed:
                statement = update(Report).where(Report.pk == bindparam("of"))
                connection.execute(statement.values(family=bindparam("is"), linked=False), changed)
            done |= members


# --- actors ----------------------------------------------------------------------------------------------------------


def settle_actors(ledger: Ledger, reports: Iterable[int]) -> None:
    """Tell for everybody whom these reports name who they are across reports."""
    blocks: set[str] = set()
    offices: set[str] = set()
    for portion in portions(reports, REPORTS):
        with ledger.writing() as connection:
            alone = []
            known = []
            for naming in rows.namings_by(connection, Naming.report_pk, portion):
                block, held = actors.block(naming), office(naming)
                if held:
                    offices.add(held)
                if block.startswith(f"{actors.ALONE}:"):
                    alone.append([naming])
                else:
                    known.append({"of": naming.pk, "block": block, "office": held})
                    if not block.startswith(_OFFICE):
                        blocks.add(block)
            if known:
                statement = update(Naming).where(Naming.pk == bindparam("of"))
                connection.execute(statement.values(block=bindparam("block"), office=bindparam("office")), known)
            _settle(connection, alone, _dates(connection, (naming for (naming,) in alone)))
    for some in _at_one_go(ledger, Naming.block, blocks):
        with ledger.writing() as connection:
            by_block: dict[str, list[Named]] = defaultdict(list)
            for within, held, naming in rows.placed(connection, Naming.block, some):
                by_block[within or ""].append(naming)
                # Whoever is settled anew may hold an office that other reports name.
                if held:
                    offices.add(held)
            dates = _dates(connection, (one for those in by_block.values() for one in those))
            _settle(connection, [those for block in some for those in actors.settle(by_block[block], dates)], dates)
    for some in _at_one_go(ledger, Naming.office, offices):
        with ledger.writing() as connection:
            _hold(connection, some)


def _at_one_go(ledger: Ledger, column: Any, values: Iterable[str]) -> Iterator[list[str]]:
    """These blocks or offices, so many together as have not too many namings."""
    question = select(column, func.count()).group_by(column)
    with ledger.reading() as connection:
        counts: dict[str, int] = dict(map(tuple, gathered(connection, question, column, sorted(values))))
    some: list[str] = []
    size = 0
    for value, count in sorted(counts.items()):
        if some and size + count > NAMINGS:
            yield some
            some, size = [], 0
        some.append(value)
        size += count
    if some:
        yield some


def _dates(connection: Connection, namings: Iterable[Named]) -> dict[str, str | None]:
    """The dates of publication of the reports that have these namings."""
    refs = sorted({naming.report for naming in namings})
    return dict(map(tuple, gathered(connection, select(Report.id, Report.published), Report.id, refs)))


def _settle(connection: Connection, found: list[list[Named]], dates: Mapping[str, str | None]) -> None:
    """Have each of these lists of namings mean one actor. dates: those of their reports."""
    summed = [actors.linked(those, dates) for those in found]
    pk = _kept(connection, summed)
    called = zip(summed, map(_also_called, summed, found), strict=True)
    aliases = [{"name": name, "actor_pk": pk[actor.id]} for actor, also in called for name in also]
    if aliases:
        connection.execute(insert(Alias), aliases)
    belongs = {naming.pk: pk[actor.id] for actor, those in zip(summed, found, strict=True) for naming in those}
    _give(connection, belongs)


def _kept(connection: Connection, found: list[Linked]) -> dict[str, int]:
    """Put actors into the ledger, or what is new about them, but for their aliases. Gives their keys by id."""
    columns = (Actor.pk, Actor.id, *(getattr(Actor, name) for name in _SEEN))
    before = {row.id: row for row in gathered(connection, select(*columns), Actor.id, [actor.id for actor in found])}
    told = {actor.id: _row(actor) for actor in found}
    fresh = [row for id, row in told.items() if id not in before]
    if fresh:
        connection.execute(insert(Actor), fresh)
    changed = [{"of": before[id].pk, **row} for id, row in told.items() if id in before]
    if changed:
        connection.execute(
            update(Actor).where(Actor.pk == bindparam("of")),
            changed,
        )
        _unlink(
            connection,
            (
                row["of"] for row in changed
                if any(row[name] != getattr(before[row["id"]], name) for name in _SEEN)
            ),
        )  # fmt: skip
    pk = {id: key for key, id in gathered(connection, select(Actor.pk, Actor.id), Actor.id, list(told))}
    for portion in portions(row["of"] for row in changed):
        for table in (Role, Alias):
            connection.execute(delete(table).where(table.actor_pk.in_(portion)))
    roles = [{"actor_pk": pk[actor.id], **asdict(role)} for actor in found for role in actor.roles]
    if roles:
        connection.execute(insert(Role), roles)
    return pk


def _also_called(actor: Linked, namings: Iterable[Named]) -> set[str]:
    """The names of an actor under which none of its namings is entered, by which it is found without these."""
    entered = {naming.name.lower() for naming in namings}
    return {alias.lower() for alias in actor.aliases if len(alias) <= LONGEST} - entered


def _row(actor: Linked) -> dict[str, Any]:
    return {
        "id": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country, "sector": actor.sector,
        "aliases": list(actor.aliases), "reports": actor.reports,
    }  # fmt: skip


def _give(connection: Connection, belongs: Mapping[int, int]) -> None:
    """Have each naming mean its actor. Reports that named somebody else before are to be linked again."""
    question = select(Naming.pk, Naming.actor_pk, Naming.report_pk)
    before = {row.pk: row for row in gathered(connection, question, Naming.pk, belongs)}
    changed = [{"of": pk, "actor": actor} for pk, actor in belongs.items() if before[pk].actor_pk != actor]
    if changed:
        statement = update(Naming).where(Naming.pk == bindparam("of")).values(actor_pk=bindparam("actor"))
        connection.execute(statement, changed)
    for portion in portions({before[row["of"]].report_pk for row in changed}):
        connection.execute(update(Report).where(Report.pk.in_(portion), Report.linked).values(linked=False))
    _drop_unnamed(connection, Counter((before[row["of"]].actor_pk, row["actor"]) for row in changed))


def _drop_unnamed(connection: Connection, turned: Counter[tuple[int | None, int]]) -> None:
    """Take out those whom no naming means any more. turned: how many namings meant one actor and mean another now; who
    is gone became whom most of theirs mean."""
    now = {before: actor for (before, actor), _ in sorted(turned.items(), key=itemgetter(1)) if before is not None}
    named = exists().where(Naming.actor_pk == Actor.pk)
    for portion in portions(now):
        unnamed = select(Actor.pk, Actor.id).where(Actor.pk.in_(portion), ~named)
        gone = {row.pk: row.id for row in connection.execute(unnamed)}
        if gone:
            became = [now[pk] for pk in gone]
            id = dict(map(tuple, gathered(connection, select(Actor.pk, Actor.id), Actor.pk, became)))
            formers.remember(connection, {former: id[now[pk]] for pk, former in gone.items()})
            connection.execute(delete(Actor).where(Actor.pk.in_(gone)))


def _unlink(connection: Connection, changed: Iterable[int]) -> None:
    """Have the reports that name these actors linked again."""
    for portion in portions(changed):
        naming = select(Naming.report_pk).where(Naming.actor_pk.in_(portion))
        connection.execute(update(Report).where(Report.pk.in_(naming), Report.linked).values(linked=False))


def _hold(connection: Connection, offices: list[str]) -> None:
    """Give those who are named by these offices alone to whoever held them at the time."""
    showing: dict[str, list[Named]] = defaultdict(list)  # somebody by name in the office
    naming_it: dict[str, list[Named]] = defaultdict(list)  # and nobody in it
    for block, held, naming in rows.placed(connection, Naming.office, offices):
        (naming_it if (block or "").startswith(_OFFICE) else showing)[held or ""].append(naming)
    every = [naming for sort in (showing, naming_it) for those in sort.values() for naming in those]
    dates = _dates(connection, every)
    question = select(Naming.pk, Actor.pk.label("actor"), Actor.id).outerjoin(Actor, Actor.pk == Naming.actor_pk)
    settled = {row.pk: row for row in gathered(connection, question, Naming.pk, [naming.pk for naming in every])}
    belongs: dict[int, int] = {}
    left: list[list[Named]] = []
    for held in offices:
        alone = naming_it[held]
        seen = [(naming, settled[naming.pk]) for naming in showing[held]]
        key = {actor.id: actor.actor for _, actor in seen}
        holders = actors.attach(alone, ((naming, actor.id) for naming, actor in seen), dates)
        belongs |= {naming.pk: key[holders[naming.ref]] for naming in alone if naming.ref in holders}
        if rest := [naming for naming in alone if naming.ref not in holders]:
            left.append(rest)
    _give(connection, belongs)
    touched = {row.actor for row in settled.values() if row.actor is not None} | set(belongs.values())
    _settle(connection, left, dates)
    _recount(connection, touched)


def _recount(connection: Connection, found: Iterable[int]) -> None:
    """Count the reports that name these actors, by an office too."""
    count = select(func.count(distinct(Naming.report_pk))).where(Naming.actor_pk == Actor.pk).scalar_subquery()
    for portion in portions(found):
        connection.execute(update(Actor).where(Actor.pk.in_(portion)).values(reports=count))
