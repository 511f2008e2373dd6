"""Actors across reports: who is the same in many, kept apart from namesakes, with the roles they were seen in.

A naming is settled in one block, told by itself alone (`block`): persons by family name, states and their bodies by
country, organisations by name or initials. What a report leaves unnamed is nobody else's: each such naming is alone.
Within a block `settle` tells which namings are of one actor, and `linked` sums up what is known of it; neither looks
beyond the block.

Offices named without their holder ("Russia's foreign minister") have a block of their own, which holds them and all
namings that show somebody in that office (`blocks`). When the latter are settled, `attach` gives each of the former to
the holder seen at the time; what is left is the office itself. The holder's entry is not made from these.

So all links are a function of the set of namings, and adding reports touches the blocks of their namings alone:
settle these, then attach anew in every office that a naming in them shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from sayso import lexicon
from sayso.linking import names, people
from sayso.linking.offices import Holders, office
from sayso.linking.told import Naming, id_of

ALONE, PERSON, STATE, BODY, NAME, GROUP, OFFICE = "alone", "person", "state", "body", "name", "group", "office"


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role or an affiliation of an actor, and the dates of the reports that have it."""

    role: str | None
    country: str | None
    sector: str | None
    first: str | None
    last: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class Linked:
    """An actor across reports."""

    id: str  # of its first naming
    name: str
    kind: str
    country: str | None
    sector: str | None
    aliases: tuple[str, ...]
    roles: tuple[RoleSeen, ...]
    members: tuple[str, ...]  # refs of namings, by date
    reports: int


# --- blocks ----------------------------------------------------------------------------------------------------------


def block(naming: Naming) -> str:
    """The key of the one block a naming is settled in."""
    found = _block(naming.kind, naming.name, naming.country)
    if found is None and naming.kind == "anonymous" and (held := office(naming)):
        return f"{OFFICE}:{held}"
    return found or f"{ALONE}:{naming.ref}"


def blocks(naming: Naming) -> frozenset[str]:
    """The keys of all blocks a naming tells something for: its own, and that of the office it shows."""
    held = office(naming)
    return frozenset((block(naming), f"{OFFICE}:{held}")) if held else frozenset((block(naming),))


@lru_cache(maxsize=1 << 16)
def _block(kind: str, name: str, country: str | None) -> str | None:
    if kind == "person":
        parsed = names.person_name(name)
        return f"{PERSON}:{parsed.block}" if parsed else None
    if kind == "group":
        return f"{GROUP}:{names.fold(name)}/{country or ''}" if _is_named_group(name) else None
    if kind in ("government", "organization", "media", "document"):
        return _body_block(name, country)
    return None


def _is_named_group(name: str) -> bool:
    """Whether a group has a name of its own: "Germans", "Free Democrats", "China and Russia", but not "Critics"."""
    if lexicon.people(name) or lexicon.organization(name):
        return True
    return len(name.split()) > 1 and names.is_proper(name)


def _body_block(name: str, country: str | None) -> str | None:
    if known := lexicon.organization(name):
        return f"{NAME}:{names.organization_key(known.name)}"
    short = lexicon.country_in_short(name)
    if code := lexicon.country(name) or (short if short == country else None):
        return f"{STATE}:{code}"
    if country and (family := _body_of_state(name)):
        return f"{BODY}:{country}/{family}"
    words = names.organization_key(name).replace("-", " ").split()
    if not words or not names.is_proper(name) or _is_common(words):
        return None
    return f"{NAME}:{names.initials(words) if len(words) > 1 else words[0]}"


def _body_of_state(name: str) -> str | None:
    """The class of the body that a name means of which a state has one: "Ministry of Defence", "Israeli army"."""
    words = name.replace("’", "'").split()
    for start in range(min(3, len(words))):
        realm = " ".join(words[:start]).removesuffix("'s")
        body = lexicon.body(" ".join(words[start:]))
        if body is None or body.family not in lexicon.one_per_state("body"):
            continue
        of_state = not realm or lexicon.country(realm) or lexicon.nationality(realm)
        if of_state or (lexicon.seat(realm) and body.family not in lexicon.bodies_of_cities()):
            return body.family
    return None


def _is_common(words: list[str]) -> bool:
    """Whether the words are no name: a role, a body without a place ("Public Safety Ministry"), a day, a people."""
    if lexicon.nationality(" ".join(words).title()):
        return True
    if len(words) == 1:
        word = words[0]
        return bool(
            lexicon.is_common(word) or lexicon.is_proper(word.title()) or lexicon.country_in_short(word.title())
            or lexicon.time_word(word.title()) or word.isdigit()
        )  # fmt: skip
    bare = lexicon.body(" ".join(words)) or lexicon.body(words[-1]) or lexicon.body(words[0])
    return bare is not None and (bare.word == " ".join(words) or bare.family in ("ministry", "department", "office"))


# --- settling --------------------------------------------------------------------------------------------------------


def settle(namings: Iterable[Naming], dates: Mapping[str, str | None]) -> list[list[Naming]]:
    """The namings of one block, those of one actor together. `dates` has the dates of publication by report."""
    namings = sorted(namings, key=lambda one: one.ref)
    if not namings:
        return []
    sort = block(namings[0]).partition(":")[0]
    if sort == PERSON:
        return people.settle(namings, _days(namings, dates))
    return _settle_names(namings) if sort == NAME else [namings]


def _days(namings: Iterable[Naming], dates: Mapping[str, str | None]) -> dict[str, int]:
    """The days of reports whose date is known, counted."""
    return {one.report: day for one in namings if (day := _day(dates.get(one.report)))}


@lru_cache(maxsize=1 << 14)
def _day(published: str | None) -> int | None:
    """A date of publication as a day, None where it tells none: "2015-10"."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _settle_names(namings: list[Naming]) -> list[list[Naming]]:
    """Organisations whose names are one in writing, and those of different countries apart; an acronym goes to the
    one organisation that a report calls by both."""
    by_name: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        known = lexicon.organization(naming.name)
        by_name[names.organization_key(known.name if known else naming.name)].append(naming)
    found: dict[str, list[list[Naming]]] = {key: _by_country(those) for key, those in by_name.items()}
    for key in sorted(by_name):
        if any(names.is_acronym(one.name) for one in by_name[key]):
            spelt_out = [
                those
                for name, parts in sorted(found.items())
                for those in parts
                if name != key and any(names.organization_key(alias) == key for one in those for alias in one.aliases)
            ]
            if len(spelt_out) == 1 and len(found[key]) == 1 and not _differ(spelt_out[0], found[key][0]):
                spelt_out[0].extend(found.pop(key)[0])
    return [those for key in sorted(found) for those in found[key]]


def _by_country(namings: list[Naming]) -> list[list[Naming]]:
    """Namings of one name by country; those without go where most are, if these are most by far."""
    known = lexicon.organization(namings[0].name)
    if known and known.country is None:
        return [namings]
    counts = Counter(one.country for one in namings if one.country)
    if len(counts) < 2:
        return [namings]
    (first, most), (_, next_most) = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]
    rest = first if most >= people.PREVAILS * next_most else ""
    parts: dict[str, list[Naming]] = defaultdict(list)
    for one in namings:
        parts[one.country or rest].append(one)
    return [parts[country] for country in sorted(parts)]


def _differ(some: list[Naming], others: list[Naming]) -> bool:
    countries = {one.country for one in some} - {None}, {one.country for one in others} - {None}
    return all(countries) and not countries[0] & countries[1]


def attach(
    offices: Iterable[Naming], seen: Iterable[tuple[Naming, str]], dates: Mapping[str, str | None]
) -> dict[str, str]:
    """The holder's id for each naming of one office alone that can be told, by its ref. `seen`: who was shown in this
    office, each naming with the id of the actor it was settled to."""
    offices, seen = list(offices), list(seen)
    days = _days([*offices, *(naming for naming, _ in seen)], dates)
    holders = Holders((days[naming.report], actor) for naming, actor in seen if naming.report in days)
    told = {one.ref: holders.on(days[one.report]) for one in offices if one.report in days}
    return {ref: actor for ref, actor in told.items() if actor}


# --- summing up ------------------------------------------------------------------------------------------------------


def linked(namings: Iterable[Naming], dates: Mapping[str, str | None]) -> Linked:
    """What is known of an actor from its namings."""
    ordered = sorted(namings, key=lambda one: (dates.get(one.report) or "9999", one.ref))
    name = _name(ordered)
    forms = Counter(form for one in ordered for form in (one.name, *one.aliases))
    return Linked(
        id=id_of(ordered[0].ref),
        name=name,
        kind=_most(one.kind for one in ordered) or "anonymous",
        country=_most(one.country for one in ordered),
        sector=_most(one.sector for one in ordered),
        aliases=tuple(sorted(form for form in forms if form != name)),
        roles=_roles(ordered, dates),
        members=tuple(one.ref for one in ordered),
        reports=len({one.report for one in ordered}),
    )


def _most(values: Iterable[str | None]) -> str | None:
    """The most frequent value, the first in the alphabet of those as frequent."""
    told = [value for value in values if value]
    if len(told) < 2:
        return told[0] if told else None
    counts = Counter(told)
    return min(counts, key=lambda value: (-counts[value], value))


def _name(namings: list[Naming]) -> str:
    """The most frequent name of those that are full, and of several the longest; not in capitals."""
    counts = Counter(one.name for one in namings)

    def fitness(name: str) -> tuple[bool, bool, int, int, str]:
        return len(name.split()) < 2, name.isupper(), -counts[name], -len(name), name

    return min(counts, key=fitness)


def _roles(namings: list[Naming], dates: Mapping[str, str | None]) -> tuple[RoleSeen, ...]:
    """Roles and affiliations with the dates they were seen on, in that order. A role seen with one country only has
    that country also where a report leaves it out."""
    countries: dict[str, set[str]] = defaultdict(set)
    for one in namings:
        if one.role and one.country:
            countries[one.role.casefold()].add(one.country)
    seen: dict[tuple[str, str | None], list[Naming]] = defaultdict(list)
    for one in namings:
        if one.role:
            known = countries[one.role.casefold()]
            seen[one.role.casefold(), one.country or (next(iter(known)) if len(known) == 1 else None)].append(one)
        elif one.kind == "person" and (one.country or one.sector):
            seen["", one.country].append(one)
    found = []
    for (_, country), those in seen.items():
        published = sorted(day for one in those if (day := dates.get(one.report)))
        found.append(
            RoleSeen(
                role=_most(one.role for one in those),
                country=country,
                sector=_most(one.sector for one in those),
                first=published[0] if published else None,
                last=published[-1] if published else None,
                reports=len({one.report for one in those}),
            )
        )
    return tuple(sorted(found, key=lambda role: (role.first or "9999", role.role or "", role.country or "")))


def partition(namings: Iterable[Naming], dates: Mapping[str, str | None]) -> list[Linked]:
    """All actors of a set of namings, by id."""
    by_block: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        by_block[block(naming)].append(naming)
    offices = {key: by_block.pop(key) for key in sorted(by_block) if key.startswith(f"{OFFICE}:")}
    found: dict[str, Linked] = {}
    shown: dict[str, list[tuple[Naming, str]]] = defaultdict(list)
    for key in sorted(by_block):
        for those in settle(by_block[key], dates):
            actor = linked(those, dates)
            found[actor.id] = actor
            for one in those:
                if held := office(one):
                    shown[f"{OFFICE}:{held}"].append((one, actor.id))
    reports = {one.ref: one.report for those in offices.values() for one in those}
    held_by: dict[str, list[str]] = defaultdict(list)
    for key, those in offices.items():
        holders = attach(those, shown[key], dates)
        for ref, actor_id in holders.items():
            held_by[actor_id].append(ref)
        if left := [one for one in those if one.ref not in holders]:
            actor = linked(left, dates)
            found[actor.id] = actor
    for actor_id, refs in held_by.items():
        actor = found[actor_id]
        members = (*actor.members, *sorted(refs))
        own = {ref.rpartition("/")[0] for ref in actor.members}
        found[actor_id] = replace(actor, members=members, reports=len(own | {reports[ref] for ref in refs}))
    return [found[id] for id in sorted(found)]
