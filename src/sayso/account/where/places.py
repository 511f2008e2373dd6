"""Where: every place a report names, and which of the places of that name it is.

A name is given the reading with which the places of the report agree best: "Springfield, Illinois" says in which state,
a report of Lebanon does not mean the Libyan Tripoli, and what lies near the other places is likelier than what does
not. Where all else is equal, the larger place is meant. A name means one place throughout a report, unless the words
beside it say otherwise."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log10

from sayso import gazetteer, lexicon
from sayso.account.where.toponyms import KNOWN, Toponym, toponyms, words
from sayso.gazetteer import Candidate, fold
from sayso.model import Place
from sayso.reader.reading import Reading

# What speaks for a reading, in points: a population ten times as large is one.
COUNTRY = 9.0  # a country, whatever its population
CAPITAL = 1.2  # the capital of a country
OTHER_NAME = 1.0  # lost where the place is usually called otherwise, and another is called so
DISTRICT = 1.5  # lost by a division of second level: its chief town is meant
DIVISION = 1.0  # lost by a division of first level that has a town of its name in it
CALLED = 4.0  # the text says what it is: "Homs province"
WIDE = 1.5  # a part of it is meant, and it is no town: "eastern Washington"
ALIKE_KIND = 1.5  # it stands in a list of such: "California or Washington"
CONTEXT = 3.0  # all the report's countries are its own
DIVISION_NAMED = 1.5  # its division is named, or a town in it
NEAR = 1.5  # three or more of the report's other places are near
STRANGE = 2.5  # lost where the report names other countries and not its own
NOWHERE = 2.0  # a continent or sea, for which no country speaks
UNLIKELY = 2.0  # points by which a reading may lose before a comma that may be that of a list

# How much of a country is named by what: the first time by its name, by it again, by its people, by a large town …
FIRST, AGAIN, PEOPLE, TOWN, ASIDE, ALONE, INSIDE, HOME = 1.5, 0.5, 0.4, 0.8, 0.3, 0.4, 0.8, 0.5

LARGE = 500_000  # people of a town that is known by its names in other languages, too
SMALL = 15_000  # people of a town that is believed in a country not named only with others around it
MANY = 24  # readings of a name weighed, at most
AROUND = 6  # readings of what it lies in
CELL = 2.0  # degrees: how places are counted by where they lie
FAR = 150.0  # km: what is "in Y" or "near Y" lies so far from it at most
WORLD = 1200.0  # km: the same for a part of the world
LOCAL = 100.0  # km around a report's towns in which its streets and buildings lie
MISSPELT = 8  # names looked for among those like them in a report, at most
ALIKE, ALIKE_THERE = 86.0, 82.0  # of 100: how alike a name must be, and where the text says what the place lies in
LEAST = 5  # letters of a name that may be misspelt
FAMOUS = 8  # times as many people as its namesakes live in a town that is meant wherever nothing is told of theirs

# How sure a reading is that does not rest on points.
SAID, SAID_ELSEWHERE, SHORT, NEAR_NAME_THERE, NEAR_NAME, IN_TOWN, IN_REPORT = 0.97, 0.95, 0.8, 0.75, 0.5, 0.8, 0.6
IN_COUNTRY = 0.4  # what the gazetteer has not lies in the country given for it
MOSTLY = 0.5  # share of what names countries that makes one the report's own
SURE = 0.97  # nothing is surer

DIVISIONS = ("country", "admin1", "admin2")


def places(reading: Reading, home: str | None = None) -> list[Place]:
    """Every place the text names, in its order; what cannot be resolved has no coordinates.

    Streets and buildings have those of the town the text sets them in, and no GeoNames id. home: ISO 3166-1 alpha-3
    code of the outlet's country, where known, which counts as if it were named in passing."""
    names = toponyms(reading)
    _Resolver(reading, names, home).resolve()
    return [_place(reading, name) for name in names if name.literal]


def _place(reading: Reading, name: Toponym) -> Place:
    span, found = reading.span(name.words), name.place
    text = reading.text[slice(*span)]
    if found is None:
        return Place(span=span, text=text, country=name.country, confidence=name.confidence or None)
    return Place(
        span=span, text=text, name=_called(name, found), country=found.country, admin1=_division(found),
        lat=found.lat, lon=found.lon, geonameid=found.geonameid, confidence=round(name.confidence, 2),
    )  # fmt: skip


def _called(name: Toponym, found: Candidate) -> str:
    """What to call a place: as the gazetteer does, but Palmyra "Palmyra" where the text does, and Afrin without marks
    that English does not write."""
    if found.kind == "country" or name.place_renamed or (found.name.isascii() and fold(found.name) == name.key):
        return found.name
    if fold(found.name) == name.key + " city":
        return found.name  # "New York"
    return name.core.title() if name.core.isupper() else name.core


@dataclass(slots=True)
class _Context:
    """What the report tells of where it is about."""

    countries: dict[str, float] = field(default_factory=dict)
    total: float = 0.0
    divisions: set[tuple[str | None, str]] = field(default_factory=set)  # named, with their country
    peopled: set[tuple[str | None, str]] = field(default_factory=set)  # of which a town is named
    cells: dict[tuple[int, int], int] = field(default_factory=dict)

    def add(self, country: str | None, weight: float) -> None:
        """Count a country as named."""
        if country:
            self.countries[country] = self.countries.get(country, 0.0) + weight
            self.total += weight

    def share(self, country: str | None) -> float:
        """How much of all that names countries names this one."""
        return self.countries.get(country or "", 0.0) / self.total if self.total else 0.0

    def about(self) -> str | None:
        """The country that the report is about, where it is mostly about one."""
        most = max(sorted(self.countries), key=self.countries.__getitem__, default=None)
        return most if self.share(most) >= MOSTLY else None

    def put(self, place: Candidate) -> None:
        """Count a place as lying where it lies."""
        cell = _cell(place)
        self.cells[cell] = self.cells.get(cell, 0) + 1

    def near(self, place: Candidate) -> int:
        """How many of the report's places lie around one."""
        y, x = _cell(place)
        return sum(self.cells.get((y + dy, x + dx), 0) for dy in (-1, 0, 1) for dx in (-1, 0, 1))


def _cell(place: Candidate) -> tuple[int, int]:
    return int(place.lat // CELL), int(place.lon // CELL)


def _division(place: Candidate) -> str | None:
    """The division of first level that a place lies in, or is."""
    return place.admin1 or (place.name if place.kind == "admin1" else None)


def _is_own(name: Toponym, place: Candidate) -> bool:
    """Whether a place is usually called by a name, or by a longer one that begins with it: "Clacton-on-Sea"."""
    usual = fold(place.name)
    return usual == name.key or usual.startswith(name.key + " ")


def _said(name: Toponym) -> tuple[object, ...]:
    """What its own words and those of a list beside it tell of a name."""
    kinds = frozenset(other.place.kind for other in name.neighbours if other.place is not None)
    return name.key, name.called, name.wide, kinds


def _within(place: Candidate, other: Candidate) -> bool:
    """Whether one place lies in another by what the gazetteer knows."""
    if place is other or place.kind == "country":
        return False
    if other.country is None:
        return other.kind == "region" and place.kind == "city" and place.km(other.lat, other.lon) < WORLD
    if place.country != other.country:
        return False
    if other.kind == "country":
        return True
    if other.kind == "admin1":
        return place.kind != "admin1" and place.admin1 is not None and place.admin1 == _division(other)
    if other.kind == "admin2":
        return place.kind not in ("admin1", "admin2") and place.km(other.lat, other.lon) < FAR
    return place.kind != "admin1" and place.km(other.lat, other.lon) < FAR and place.population < other.population


class _Resolver:
    def __init__(self, reading: Reading, names: Sequence[Toponym], home: str | None) -> None:
        self.reading, self.names = reading, names
        self.context = _Context()
        self.context.add(home, HOME)
        self.seats: list[Candidate] = []  # towns by which bodies are called
        self.open = [n for n in names if n.candidates and (n.literal or n.kind == "LOCATION")]

    def resolve(self) -> None:
        """Give every name its place."""
        self._gather_countries()
        self._gather_towns()
        self._weigh()
        # What lies in the first reading's neighbourhood counts in the second.
        for found in {id(name.place): name.place for name in self.names if name.place}.values():
            if found.kind != "country":
                self.context.put(found)
        self._weigh()
        self._mend()
        self._set_down_locals()
        self._set_in_countries()

    # --- what the report is about ---

    def _gather_countries(self) -> None:
        """The countries it names, by their adjectives and people too."""
        named: set[str] = set()
        for name in self.names:
            whole = self.reading.string(name.words)
            code = lexicon.country(whole)
            if code and len({c.country for c in name.candidates if c.kind in ("country", "admin1")}) < 2:
                self.context.add(code, AGAIN if code in named else FIRST)
                named.add(code)
            elif code := lexicon.nationality(whole) or (lexicon.people(whole) or ("",))[0]:
                self.context.add(code, PEOPLE)  # "Georgia" alone tells nothing: it may be the state

    def _gather_towns(self) -> None:
        """The countries and divisions of large towns, of towns whose name no other country has, and of those the text
        says to lie in a division: "Nelson, B.C." names Canada."""
        seen: set[str] = set()
        inside: dict[tuple[str, str], Candidate | None] = {}
        for name in self.names:
            if name.kind == "ORGANIZATION" and not name.literal and (town := self._seat(name)):
                self.seats.append(town)
                self.context.add(town.country, ASIDE)
            if name.candidates and name.container is not None:
                both = name.key, name.container.key
                if both not in inside:
                    inside[both] = self._inside(name, name.container)
                found = inside[both]
            else:
                found = None
            if found is not None:
                self.context.add(found.country, INSIDE)
                if found.admin1:
                    self.context.peopled.add((found.country, found.admin1))
            told = name.literal or name.kind != "PERSON"
            if not told or name.key in seen or not name.candidates or lexicon.country(name.text):
                continue
            seen.add(name.key)
            self._gather_town(name)

    def _gather_town(self, name: Toponym) -> None:
        best = max(name.candidates[:MANY], key=lambda c: self._prior(name, c))
        rest = [c for c in name.candidates[:MANY] if c.country != best.country]
        margin = self._prior(name, best) - max((self._prior(name, c) for c in rest), default=0.0)
        division = _division(best)
        if not rest and name.literal and name.kind == "LOCATION" and _is_own(name, best):
            self.context.add(best.country, ALONE)
        elif best.population >= KNOWN and margin > 1.0 and (_is_own(name, best) or self._is_named(best)):
            self.context.add(best.country, TOWN if name.literal else ASIDE)
            if division and best.kind == "admin1":
                self.context.divisions.add((best.country, division))
            elif division and best.kind == "city" and fold(division) != name.key:
                self.context.peopled.add((best.country, division))

    def _is_named(self, place: Candidate) -> bool:
        """Whether the report names the country of a place, or none, or the place is so large that its other names are
        known, too ("Cologne"): what few know it by does not name its country."""
        known = not self.context.countries or place.country in self.context.countries
        return known or place.population >= LARGE

    @staticmethod
    def _inside(name: Toponym, container: Toponym) -> Candidate | None:
        pairs = ((c, y) for c in name.candidates[:MANY] for y in container.candidates[:AROUND])
        return next((c for c, y in pairs if _within(c, y)), None)

    def _seat(self, name: Toponym) -> Candidate | None:
        """The large town that the name of a body begins with: "Winnipeg Police Service"."""
        a, b = name.words
        if b - a < 2 or lexicon.organization(self.reading.string(name.words)):
            return None
        for end in range(min(b - 1, a + 3), a, -1):
            town = self.reading.string((a, end))
            for c in gazetteer.lookup(town)[:4]:
                if c.kind == "city" and c.population >= KNOWN and fold(c.name) == fold(town):
                    return c
        return None

    # --- which place ---

    def _prior(self, name: Toponym, c: Candidate) -> float:
        """What speaks for a reading whatever the report."""
        score = COUNTRY if c.kind == "country" else log10(c.population + 30)
        if c.kind == "admin2" and name.called != "admin2":
            score -= DISTRICT
        elif c.kind == "admin1" and self._has_namesake_in(name, c):
            score -= DIVISION
        elif c.kind == "city":
            own = c.geonameid is None or _is_own(name, c)
            seat = lexicon.seat(c.name)
            if seat and seat.country == c.country and (own or lexicon.seat(name.text) == seat):
                score += CAPITAL
            if not own and any(fold(other.name) == name.key for other in name.candidates[:MANY]):
                score -= OTHER_NAME
        if c.kind == name.called:
            score += CALLED
        if name.wide and c.kind != "city":
            score += WIDE
        return score

    @staticmethod
    def _has_namesake_in(name: Toponym, division: Candidate) -> bool:
        """Whether a large town of a division is called as it is: Homs in Homs."""
        least = division.population**0.75 / 4
        return any(
            c.kind == "city" and c.country == division.country and c.admin1 == division.name and c.population > least
            for c in name.candidates[:MANY]
        )

    def _score(self, name: Toponym, c: Candidate) -> float:
        """What speaks for a reading in this report."""
        context, score = self.context, self._prior(name, c)
        if c.country is None:
            score += NOWHERE
        elif context.total:
            share = context.share(c.country)
            score += CONTEXT * share**0.5
            if not share and c.kind != "country":
                score -= STRANGE
            division = _division(c)
            if division and (
                (c.country, division) in context.peopled
                or (c.kind != "admin1" and (c.country, division) in context.divisions)
            ):
                score += DIVISION_NAMED
        if c.kind in ("country", "admin1") and any(
            other.place is not None and other.place.kind == c.kind for other in name.neighbours
        ):
            score += ALIKE_KIND
        if c.kind != "country" and (near := context.near(c)):
            score += NEAR * min(1.0, near / 3)
        return score

    def _weigh(self) -> None:
        """The likeliest place of every name; one sense for one name, but where the words beside it tell."""
        senses: dict[str, tuple[Candidate | None, float]] = {}
        told: dict[tuple[object, ...], tuple[Candidate, Candidate] | None] = {}  # the same words tell the same
        for name in self.open:
            around = name.container or name.beside
            if around is None or not around.candidates:
                continue
            words = *_said(name), name.listed, name.local, name.container is None, *_said(around)
            if words not in told:
                told[words] = self._said_to_lie(name, around)
            if both := told[words]:
                name.place, name.confidence, name.fixed = both[0], SAID, True
                if name.container is not None and both[1].kind in DIVISIONS:
                    around.place, around.confidence, around.fixed = both[1], SAID, True
                if not name.listed:
                    senses[name.key] = both[0], SAID_ELSEWHERE
        for name in self.open:
            if name.fixed:
                continue
            if name.container is not None and self._is_elsewhere(name, name.container):
                name.place, name.confidence = None, 0.0
                continue
            sense = f"{name.key}|{name.called}" if name.called or name.key not in senses else name.key
            if sense not in senses:
                senses[sense] = self._best(name)
            name.place, name.confidence = senses[sense]

    def _is_elsewhere(self, name: Toponym, container: Toponym) -> bool:
        """Whether the text sets another house of a name elsewhere than that which is well known: "the Kremlin in
        Lagos"."""
        known = [c.country for c in name.candidates if c.geonameid is None and c.kind == "region" and c.country]
        around = {y.country for y in container.candidates[:AROUND]}
        inside = self.reading.word(container.words[0] - 1).lower() == "in"
        return inside and len(known) == len(name.candidates) and bool(around) and around.isdisjoint(known)

    def _best(self, name: Toponym) -> tuple[Candidate | None, float]:
        scored = [(self._score(name, c), -n, c) for n, c in enumerate(name.candidates[:MANY])]
        score, _, best = max(scored, key=lambda one: one[:2])
        if famous := self._famous(name, best):
            return famous, IN_REPORT
        strange = bool(self.context.total) and best.country not in self.context.countries
        if strange and best.kind == "city" and not _is_own(name, best):
            return None, 0.0  # a name that few know it by
        if best.kind == "city" and best.population < SMALL and (strange or not self.context.total):
            alone = all(c.country == best.country for c in name.candidates)
            if not alone and self.context.near(best) < 2:
                return None, 0.0
        if best.kind == "city" and best.population < KNOWN and strange and self.context.about():
            return None, 0.0  # a village there that the gazetteer has not
        others = [s for s, _, c in scored if c is not best and c.km(best.lat, best.lon) > FAR]
        margin = score - max(others) if others else 4.0
        sure = min(SURE, 1 / (1 + exp(0.8 - 1.6 * margin)))
        return best, sure * (0.6 if strange and best.kind not in ("country", "region") else 1.0)

    def _famous(self, name: Toponym, best: Candidate) -> Candidate | None:
        """The town of a name that everyone knows, where a small namesake is likely by its country alone: "in Geneva" is
        not in Illinois because Americans are spoken of."""
        if best.kind != "city" or best.population >= KNOWN or self._is_local(best):
            return None
        towns = (c for c in name.candidates[:MANY] if c.kind == "city" and c.population >= KNOWN and _is_own(name, c))
        return next((c for c in towns if c.population >= FAMOUS * best.population), None)

    def _is_local(self, place: Candidate) -> bool:
        """Whether the report tells more of where a place lies than its country."""
        division = place.country, _division(place)
        told = division in self.context.peopled or division in self.context.divisions
        return told or self.context.near(place) > 1

    def _said_to_lie(self, name: Toponym, around: Toponym) -> tuple[Candidate, Candidate] | None:
        """The readings of a name, and of what the text says it lies in or near, that lie so."""
        readings = name.candidates[:MANY]
        scores = [self._score(name, c) for c in readings]
        others = {y: self._score(around, y) for y in around.candidates[:MANY]}
        likeliest = max(others, key=others.__getitem__)
        best: tuple[float, Candidate, Candidate] | None = None
        for c, score in zip(readings, scores, strict=True):
            for y in around.candidates[:AROUND]:
                if name.container is None:
                    if c.kind == "country" or c.country != y.country or c.km(y.lat, y.lon) > FAR:
                        continue
                elif not _within(c, y) or (y.kind == "city" and (y is not likeliest or not self._fits(name, c, y))):
                    continue
                if (name.listed or y.kind not in DIVISIONS) and score < max(scores) - UNLIKELY:
                    continue  # "Washington, New York and Boston": not the one in Connecticut
                if best is None or score + others[y] > best[0]:
                    best = score + others[y], c, y
        return best[1:] if best else None

    @staticmethod
    def _fits(name: Toponym, c: Candidate, town: Candidate) -> bool:
        """Whether a place is so much smaller than a town that it may be a part of it: "Kilburn, London"."""
        return name.local or c.population * (3 if name.listed else 10) <= town.population

    # --- what the gazetteer has not by that name ---

    def _mend(self) -> None:
        """Names misspelt or cut short, among the places that the report makes likely."""
        known: dict[str, Candidate] = {}
        for name in self.names:
            if name.place is not None:
                for word in name.key.split():
                    known.setdefault(word, name.place)
        looked: dict[str, tuple[Candidate | None, float]] = {}
        for name in self.names:
            if name.place is not None or not name.literal or name.local or len(name.key) < LEAST:
                continue
            if name.key in known:
                name.place, name.confidence = known[name.key], SHORT  # "Juarez" of "Ciudad Juarez"
            elif name.kind == "LOCATION":
                if name.key not in looked and len(looked) < MISSPELT:
                    looked[name.key] = self._like(name)
                name.place, name.confidence = looked.get(name.key, (None, 0.0))
            name.place_renamed = name.place is not None

    def _like(self, name: Toponym) -> tuple[Candidate | None, float]:
        """The town whose name is nearest, in what the text says the place lies in, or else in the report's country."""
        around = name.container or name.beside or self._before(name)
        place = around.place if around is not None else None
        if place is not None and place.country and (place.kind == "country" or _division(place)):
            country, division, least = place.country, _division(place), ALIKE_THERE
        else:
            country = max(sorted(self.context.countries), key=self.context.countries.__getitem__, default="")
            division, least = None, ALIKE
            if self.context.share(country) < 0.5:
                return None, 0.0
        if len(name.key) > gazetteer.LONGEST:
            return None, 0.0
        from rapidfuzz import fuzz, process  # few reports need it

        names, rows = gazetteer.names_in(country, division)
        found = process.extract(name.key, names, scorer=fuzz.ratio, score_cutoff=least, limit=8)
        best: tuple[float, Candidate] | None = None
        for text, likeness, n in found:
            c = gazetteer.candidate(rows[n], text)
            score = likeness / 10 + log10(c.population + 30)
            if text[0] == name.key[0] and (best is None or score > best[0]):
                best = score, c
        return (best[1], NEAR_NAME_THERE if division else NEAR_NAME) if best else (None, 0.0)

    def _before(self, name: Toponym) -> Toponym | None:
        """The place last named in the sentence."""
        at = bisect_left(self.names, name.words, key=lambda other: other.words)
        before = self.names[at - 1] if at else None
        sentence = self.reading.sentence
        if before is None or before.place is None or sentence[before.words[0]] != sentence[name.words[0]]:
            return None
        return before if before.place.kind != "country" else None

    def _set_down_locals(self) -> None:
        """Streets, buildings and quarters get the coordinates of the town the text sets them in."""
        town = self._one_town()
        for name in self.names:
            if name.place is not None or not name.literal:
                continue
            inside = name.container.place if name.container is not None else None
            sure = IN_TOWN
            if inside is None or inside.kind not in ("city", "admin2", "region"):
                inside, sure = self._called_by(name) or town if name.local else None, IN_REPORT
            if inside is not None:
                name.place = Candidate(
                    name.text, inside.country, inside.admin1, inside.lat, inside.lon, None, 0, "region"
                )  # fmt: skip
                name.confidence, name.place_renamed = sure, True

    def _called_by(self, name: Toponym) -> Candidate | None:
        """The town that a building is called by: "Belfast Magistrates' Court"."""
        last = self.reading.word(name.words[1] - 1).lower()
        return self._seat(name) if last in words("seated") else None

    def _set_in_countries(self) -> None:
        """What the gazetteer has not is taken to lie in the country of the place named with it, or else in the one the
        report is about, or else in the only one named in its sentence: "angered Iraqis by a visit to Ayn al-Bayda"."""
        about = self.context.about()
        last: tuple[int, str] | None = None  # sentence and country of the place named last
        for name in self.names:
            sentence = self.reading.sentence[name.words[0]]
            if name.place is not None:
                if name.literal and name.place.country:
                    last = sentence, name.place.country
            elif name.literal:
                around = name.container or name.beside
                inside = around.place.country if around is not None and around.place is not None else None
                beside = last[1] if last is not None and last[0] == sentence else None
                own = lexicon.nationality(self.reading.word(name.words[0]))  # "the {Indonesian} coast"
                if country := own or inside or beside or about or self._only_country(sentence):
                    name.country, name.confidence = country, IN_COUNTRY

    def _only_country(self, sentence: int) -> str | None:
        """The country that a sentence names, by its adjective or its people, if it names no other."""
        a = bisect_left(self.names, sentence, key=lambda name: self.reading.sentence[name.words[0]])
        b = bisect_right(self.names, sentence, key=lambda name: self.reading.sentence[name.words[0]])
        wholes = (self.reading.string(name.words) for name in self.names[a:b])
        found = {lexicon.country(w) or lexicon.nationality(w) or (lexicon.people(w) or (None,))[0] for w in wholes} - {
            None
        }
        return found.pop() if len(found) == 1 else None

    def _one_town(self) -> Candidate | None:
        """The town a report is about: the first, where the others named lie around it; where it names none, the one
        by which a body, or somebody of it, is called."""
        towns = [n for n in self.names if n.place is not None and n.place.kind in ("city", "admin2")]
        literal = [n.place for n in towns if n.literal and n.place is not None]
        if literal:
            first = next(n for n in towns if n.literal)
            around = sum(place.km(literal[0].lat, literal[0].lon) <= LOCAL for place in literal)
            return literal[0] if first.confidence >= 0.6 and around >= 0.7 * len(literal) else None
        found = [*(n.place for n in towns if n.place is not None), *self.seats]
        same = all(place.km(found[0].lat, found[0].lon) <= LOCAL for place in found)
        return found[0] if found and same else None
