"""Which namings of persons that share a family name are of one person.

Namings that tell the same are taken together first, as sightings. Full names are then given one after the other, the
fullest first, to the person they agree with in name, and do not contradict in country and walk of life; where two
could be meant and none is met far oftener or alone at that time, neither is. Family names alone come last and need
more to speak for them. A name that very many bear is never enough by itself. Two people taken for one mislead; one
person taken for two is only less well known: so doubt keeps apart."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.linking import names
from sayso.linking.names import NEAR, PersonName
from sayso.linking.offices import office
from sayso.linking.told import Naming

NEARBY = 60  # days between reports that are likely of one story
YEAR = 365  # days over which a family name alone, or a name that many bear, may go on meaning the same person
PREVAILS = 4  # times as often one must be met as the next for a name of both to mean that one
PREVAILS_ALONE = 10  # the same for a family name alone
MANY = 100  # people who may be meant by a family name alone and what is told with it: with more, nobody can tell
NOTED = 5  # what fewer than one in so many sightings tell of somebody may be a mistake

# The walks of life that sectors belong to. A lawyer may become an activist and a general a minister; who is a minister
# in one report and a singer in another is rarely one person.
_WALKS = {
    "state": ("GOV", "MIL", "COP", "JUD", "SPY", "IGO", "PTY", "OPP", "ELI", "REB"),
    "civil": ("EDU", "BUS", "MED", "NGO", "CVL"),
}
_WALK = {sector: walk for walk, sectors in _WALKS.items() for sector in sectors}


@dataclass(frozen=True, slots=True)
class Label:
    """What a naming tells of a person beside the name."""

    country: str | None
    walk: str | None
    role: str | None
    office: str | None

    @property
    def tells(self) -> int:
        """How much it tells."""
        return sum(value is not None for value in (self.country, self.walk, self.role))


@dataclass(slots=True)
class Sighting:
    """Namings that tell the same: of one name, label and, where these tell too little, time."""

    name: PersonName
    label: Label
    namings: list[Naming]
    days: list[int]  # of those with a date, in order

    @property
    def rank(self) -> tuple[int, int, int, PersonName, str]:
        """Where it stands among the others: the fullest names first, then what is told best and most."""
        parts = len(self.name.given) + len(self.name.family)
        return (-parts, -bool(self.label.tells), -len(self.namings), self.name, min(one.ref for one in self.namings))


@dataclass(slots=True, eq=False)
class Person:
    """Somebody as known from the sightings given to one person so far."""

    names: set[PersonName] = field(default_factory=set)
    sightings: list[Sighting] = field(default_factory=list)
    times: int = 0
    days: list[int] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)
    walks: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    offices: Counter[str] = field(default_factory=Counter)

    def add(self, sighting: Sighting) -> None:
        """Learn what a sighting tells."""
        times, label = len(sighting.namings), sighting.label
        self.names.add(sighting.name)
        self.sightings.append(sighting)
        self.times += times
        for day in sighting.days:
            insort(self.days, day)  # to sort them again takes longer the more there are
        for value, known in (
            (label.country, self.countries), (label.walk, self.walks), (label.role, self.roles),
            (label.office, self.offices),
        ):  # fmt: skip
            if value:
                known[value] += times

    def alike(self, name: PersonName) -> int:
        """How alike a full name is to the nearest of the names seen, if it differs from none."""
        found = [names.alike(known, name) for known in self.names]
        return max(found) if all(found) else names.DIFFERENT

    def contradicts(self, label: Label, strict: bool) -> bool:
        """Whether country and walk of life tell that somebody else is meant, either of them where `strict`."""
        if (label.office and label.office in self.offices) or (
            label.role in self.roles and label.country in self.countries
        ):
            return False
        country, walk = _differs(self.countries, label.country), _differs(self.walks, label.walk)
        return country or walk if strict else country and walk

    def speaks_for(self, sighting: Sighting) -> int:
        """How much beside the name speaks for a sighting to be of this person: 3 an office, 2 a role or country and
        walk of life, 1 one of these or nothing but the time."""
        label = sighting.label
        if label.office and label.office in self.offices:
            return 3
        country, walk = label.country in self.countries, label.walk in self.walks
        near = self.gap(sighting.days)
        if label.role in self.roles:
            return 2 if near <= YEAR or (country and walk) else 0
        if country and walk and label.walk == "state":
            return 2  # those who govern are few, and change their offices
        if label.role and self.roles and near > NEARBY:
            return 0  # a professor and, long after, an athlete
        if country and walk:
            return 2
        return int(((country or walk) and near <= YEAR) or near <= NEARBY)

    def tells(self, family: str) -> Iterable[tuple[str | None, ...]]:
        """Keys by which somebody of that family name is found: by it alone, and with what is told of them."""
        yield (family,)
        yield from ((family, "role", role) for role in (*self.roles, *self.offices))
        yield from {(family, one.label.country, one.label.walk) for one in self.sightings}

    def gap(self, days: Sequence[int]) -> int:
        """The days between a sighting and the nearest one of this person; very many where a date is lacking."""
        if not days or not self.days:
            return 10**6
        return min(_gap(self.days, day) for day in (days[0], days[-1]))


def _gap(days: Sequence[int], day: int) -> int:
    i = bisect_left(days, day)
    return min(abs(days[k] - day) for k in (i - 1, i) if 0 <= k < len(days))


def _differs(known: Counter[str], value: str | None) -> bool:
    """Whether a value is none of those seen often enough to be trusted."""
    return bool(value and known) and known[value or ""] * NOTED < known.total()


def settle(namings: Iterable[Naming], days: Mapping[str, int]) -> list[list[Naming]]:
    """The namings of persons of one block, those of one person together. `days` tells the day of a report's date."""
    full, alone = _sightings(namings, days)
    people = _named_in_full(full)
    given_to = defaultdict(list, {person: list(person.sightings) for person in people})
    for sighting, person in _named_in_part(alone, people):
        given_to[person].append(sighting)
    return [[one for sighting in those for one in sighting.namings] for those in given_to.values()]


def _named_in_full(sightings: Iterable[Sighting]) -> list[Person]:
    """The people whom full names mean. They are looked up by given name, so that a block of very many namesakes takes
    no longer for it."""
    people: list[Person] = []
    by_given: dict[str, dict[int, Person]] = defaultdict(dict)
    for sighting in sightings:
        keys = _given_keys(sighting.name)
        found = _choose(_candidates(by_given, keys, sighting), sighting, PREVAILS)
        if found is None:
            people.append(found := Person())
        found.add(sighting)
        for key in keys:
            by_given[key][id(found)] = found
    return people


def _named_in_part(sightings: Iterable[Sighting], people: Iterable[Person]) -> Iterable[tuple[Sighting, Person]]:
    """Whom family names alone mean, one of the people or somebody not known in full. A bearer of the name learns
    nothing from these, so that none is built upon another."""
    bearers: dict[tuple[str | None, ...], list[Person]] = defaultdict(list)
    for person in people:
        for family in {word for name in person.names for word in name.family}:
            for key in person.tells(family):
                bearers[key].append(person)
    unknown: dict[PersonName, list[Person]] = defaultdict(list)
    for sighting in sightings:
        found = _bearer(bearers, sighting)
        if found is None:
            borne = (sighting.name.family[0],) in bearers
            found = None if borne else _same_unknown(unknown[sighting.name], sighting)
            if found is None:
                unknown[sighting.name].append(found := Person())
            found.add(sighting)
        yield sighting, found


def _given_keys(name: PersonName) -> set[str]:
    """Keys that names have in common whose given names are alike."""
    words = {*name.given, "".join(name.given)}
    found = {f"={word}" for word in words} | {f"~{number}" for word in words for number in names.forms(word)}
    near = {word[:3] if name.eastern else names.skeleton(word) for word in words if len(word) > 2}
    return found | {f"{word}…" for word in near} | {f"{name.given[0][0]}."}


def _candidates(by_given: Mapping[str, dict[int, Person]], keys: Iterable[str], sighting: Sighting) -> list[Person]:
    """The people a full name may mean."""
    initials = any(map(names.is_initial, sighting.name.given))
    met: dict[int, Person] = {}
    for key in sorted(keys):
        if not key.endswith(".") or initials:
            met |= by_given.get(key, {})
    common = sighting.name.common
    found = []
    for person in met.values():
        alike = person.alike(sighting.name)
        if alike and not person.contradicts(sighting.label, strict=common or alike == NEAR):
            support = person.speaks_for(sighting)
            if support >= (2 if alike == NEAR else 1 if common else 0):
                found.append(person)
    return found


def _choose(candidates: list[Person], sighting: Sighting, prevails: int) -> Person | None:
    """The one of several people who is meant; None where it cannot be told."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    support = [person.speaks_for(sighting) for person in candidates]
    best = max(support)
    if best > 1:
        candidates = [person for person, points in zip(candidates, support, strict=True) if points == best]
    first, *others = sorted(candidates, key=lambda person: -person.times)
    if not others or first.times >= prevails * others[0].times:
        return first
    near = [person for person in candidates if person.gap(sighting.days) <= NEARBY]
    return near[0] if len(near) == 1 else None


def _bearer(bearers: Mapping[tuple[str | None, ...], list[Person]], sighting: Sighting) -> Person | None:
    """Who of those with a family name is meant by it alone; where very many bear it, of those of whom more is told."""
    family, label = sighting.name.family[0], sighting.label
    common = sighting.name.common or names.is_given(sighting.namings[0].name)
    keys: list[tuple[str | None, ...]] = [(family,)]
    if common:
        keys = [(family, "role", role) for role in (label.role, label.office) if role]
        keys += [(family, label.country, label.walk)] if label.country and label.walk else []
    met = {id(person): person for key in keys for person in bearers.get(key, ())}
    if len(met) > MANY:
        return None
    fitting = [
        person
        for person in met.values()
        if (not sighting.name.given or person.alike(sighting.name))  # "J. Smith"
        and not person.contradicts(label, strict=True)
        and person.gap(sighting.days) <= YEAR
        and (not common or person.speaks_for(sighting) > 1)
    ]
    return _choose(fitting, sighting, PREVAILS_ALONE)


def _same_unknown(unknown: list[Person], sighting: Sighting) -> Person | None:
    """Somebody known by the same family name alone, from reports of about the same time."""
    if sighting.name.common or names.is_given(sighting.namings[0].name):
        return None
    near = [
        person
        for person in unknown
        if person.gap(sighting.days) <= NEARBY and not person.contradicts(sighting.label, strict=True)
    ]
    return _choose(near, sighting, PREVAILS_ALONE)


def _sightings(namings: Iterable[Naming], days: Mapping[str, int]) -> tuple[list[Sighting], list[Sighting]]:
    """The sightings with full names and those with a family name alone, both in the order they are settled in."""
    same: dict[tuple[PersonName, Label], list[Naming]] = defaultdict(list)
    for naming in namings:
        name = names.person_name(naming.name)
        if name is not None:
            role = names.fold(naming.role) if naming.role else None
            walk = _WALK.get(naming.sector or "")
            same[name, Label(naming.country, walk, role, office(naming))].append(naming)
    full: list[Sighting] = []
    alone: list[Sighting] = []
    for (name, label), those in same.items():
        if name.full and (label.tells or not name.common):
            full.append(Sighting(name, label, those, sorted(days[one.report] for one in those if one.report in days)))
        elif name.full:
            full.extend(Sighting(name, label, *run) for run in _runs(those, days, NEARBY))
        else:  # two called by a given name, or one that very many bear, on one day are two until more is known
            reach = -1 if name.common or names.is_given(those[0].name) else NEARBY
            alone.extend(Sighting(name, label, *run) for run in _runs(those, days, reach))
    return sorted(full, key=lambda one: one.rank), sorted(alone, key=lambda one: one.rank)


def _runs(namings: list[Naming], days: Mapping[str, int], reach: int) -> Iterable[tuple[list[Naming], list[int]]]:
    """Namings cut where more days lie between one and the next; one without a date is a run of its own."""
    undated = [one for one in namings if one.report not in days]
    yield from (([one], []) for one in undated)
    dated = sorted((one for one in namings if one.report in days), key=lambda one: (days[one.report], one.ref))
    start = 0
    for i in range(1, len(dated) + 1):
        if i == len(dated) or days[dated[i].report] - days[dated[i - 1].report] > reach:
            run = dated[start:i]
            yield run, [days[one.report] for one in run]
            start = i
