"""In which country was what no place is told of? What a report tells that names one country alone was there, and what a
state does to its people it does where it rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from sayso import gazetteer, lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import nearby
from sayso.account.happened.events import Happened
from sayso.account.where.named_places import NamedPlaces
from sayso.account.where.other_places import OtherPlaces
from sayso.model import ActorKind, EventType, Place, Sector
from sayso.reader.reading import Words

ON_GROUND: tuple[EventType, ...] = ("COERCE", "ASSAULT", "PROTEST")  # types of acts that are done to people on the spot
RULING: tuple[EventType, ...] = ("COERCE", "CONCEDE")  # of what states do to people and for them
FORCES: tuple[Sector | None, ...] = ("MIL", "SPY", "REB")  # who may be abroad
COURTS: tuple[Sector | None, ...] = ("JUD", "COP")  # who hold to account whoever is in their country
OPENING = 3  # sentences with which a report begins
NEAR = 2  # sentences over which a town still is where the state acted


class Home:
    """The countries that a report names, and which of them an event was in that is set nowhere else."""

    def __init__(
        self,
        named: NamedPlaces,
        others: OtherPlaces,
        countries: Mapping[str, str | None],
        kinds: Mapping[str, ActorKind],
        sectors: Mapping[str, Sector | None],
    ) -> None:
        """countries, kinds, sectors: what is known of each actor."""
        self.reading, self._places, self._starts = named.reading, named.places, named.starts
        self._passing = {k for k in range(len(named.places)) if others.is_of_somebody(k)}
        self._countries, self._kinds, self._sectors = countries, kinds, sectors
        self._namings: dict[str, list[Words]] = {}  # by code the words that name a country, its people or what it has
        for name in self.reading.names:
            if code := self._code(name.words):
                self._namings.setdefault(code, []).append(name.words)
        self._only = self._told_alone()

    def _told_alone(self) -> str | None:
        """The country that a report is set in: the only one that it names, if it begins with it and names a place or an
        office there, and not only some firm; but whoever only passes on what others said may be of another."""
        offices = {self._countries[id] for id, kind in self._kinds.items() if kind == "government"}
        told = {self._countries[id] for id, kind in self._kinds.items() if kind != "media"}
        codes = {*told, *(place.country for place in self._places)} - {None}
        code = codes.pop() if len(codes) == 1 else None
        if code is None:
            return None
        here = [k for k, place in enumerate(self._places) if place.country and place.lat is not None]
        here = [k for k in here if k not in self._passing]
        rooted = bool(here) or (code in offices and not self._passing)
        at = [*(words[0] for words in self._namings.get(code, ())), *(self._starts[k] for k in here)]
        return code if rooted and any(self.reading.sentence[i] < OPENING for i in at) else None

    def place_of(
        self, event: Happened, number: int | None, actors: Sequence[str], recipients: Sequence[str]
    ) -> Place | None:
        """Where an event was. number: of the place that it names or was given, if any."""
        type_, trigger = event.main.telling.type, event.main.telling.trigger
        if number is not None:
            place = self._places[number]
            return (self._around(place, event) if type_ in RULING else None) or place
        if any(facts.telling.parts["place"] for facts in event.every):
            return None  # "arrested in {Kenya's embassy}", "a nurse from {Ghana} was detained"
        away = type_ == "ASSAULT" and (event.main.voice or self._strikes(actors))  # who tells of it may have fled
        code = self._only if type_ in ON_GROUND and not away and not self._is_beside_leaving(trigger) else None
        if code is None and type_ == "COERCE":
            code = self._ruling(actors, recipients)
        return None if code is None else self._named(code, trigger)

    def _is_beside_leaving(self, trigger: int) -> bool:
        """Whether the sentence tells that somebody went away: "he left the country, and gangs {killed} his uncle"."""
        return any(valency.is_one_of("leaving", self.reading, i) for i in range(*nearby(self.reading, trigger)))

    def _around(self, place: Place, event: Happened) -> Place | None:
        """The country of a town that was told of long before, where no telling of what a state did sets it there or on
        any day: "Lagos … he was {arrested} several times"."""
        if any(facts.start or (facts.place is not None and not facts.given) for facts in event.every):
            return None
        reading, trigger = self.reading, event.main.telling.trigger
        away = reading.sentence[trigger] - reading.sentence[reading.within(place.span)[0]]
        town = place.country is not None and not lexicon.is_state(place)
        return self._named(place.country or "", trigger) if town and away > NEAR else None

    def _ruling(self, actors: Sequence[str], recipients: Sequence[str]) -> str | None:
        """The country of those who coerce others where they rule: its courts and police whomever, others their own
        people alone: "{the court} fined the tourist", "{the ministry} banned the play"."""
        codes = {self._countries[id] if self._rules(id) else None for id in actors}
        code = codes.pop() if len(codes) == 1 else None
        if code is None or all(self._sectors[id] in COURTS for id in actors):
            return code
        people = (id for id in recipients if self._kinds[id] not in ("document", "organization") or self._countries[id])
        return code if all(self._countries[id] == code for id in people) else None

    def _strikes(self, actors: Sequence[str]) -> bool:
        """Whether a state or its army attacks, which may be anywhere: "{Chad} bombed the camp"."""
        sectors = (self._sectors[id] for id in actors if self._rules(id) or self._sectors[id] in FORCES)
        return any(sector not in COURTS for sector in sectors)

    def _rules(self, actor: str) -> bool:
        """Whether somebody is a state, or acts for one where it rules."""
        return self._kinds[actor] == "government" and self._sectors[actor] not in FORCES

    def _code(self, words: Words) -> str | None:
        """The country that a name is of: "Egypt", "Egyptian", "Egyptians"."""
        whole = self.reading.string(words)
        return lexicon.country(whole) or lexicon.nationality(whole) or (lexicon.people(whole) or (None,))[0]

    def _named(self, code: str, trigger: int) -> Place | None:
        """A country as a place, by the words that name it last before a trigger, or else first."""
        namings, known = self._namings.get(code), gazetteer.country(code)
        if not namings or known is None:
            return None
        span = self.reading.span(namings[max(0, bisect_right(namings, (trigger, trigger)) - 1)])
        return Place(
            span=span, text=self.reading.text[slice(*span)], name=known.name, country=code,
            lat=known.lat, lon=known.lon, geonameid=known.geonameid,
        )  # fmt: skip
