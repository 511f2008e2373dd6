"""Where did whom a report quotes speak? What somebody says on one occasion he says in one place."""

from __future__ import annotations

from collections.abc import Container, Sequence

from sayso.account.grammar.tenses import tense
from sayso.account.happened.events import Facts
from sayso.account.where.named_places import NamedPlaces
from sayso.account.where.other_places import OtherPlaces


class Stages:
    """The places of a report in which persons are told to have spoken or met others, and on which days."""

    def __init__(self, named: NamedPlaces, others: OtherPlaces, persons: Container[str], told: Sequence[Facts]) -> None:
        """told: the tellings of the report with the places that they name."""
        self._named = named
        self._places: dict[str, set[str]] = {}  # by person the names of the places
        self._days: dict[str, set[str]] = {}  # and the days on which he spoke anywhere
        self._stages: list[int] = []  # the numbers of the places in which somebody is told to have spoken
        for k, name in enumerate(named.names):
            speakers = [*others.speakers_at(k)]
            self._stages += [k] if speakers else []
            for id in speakers:
                self._places.setdefault(id, set()).add(name)
        for facts in told:
            for id in facts.actors if facts.is_spoken(named.reading) else ():
                if facts.place is not None:
                    self._places.setdefault(id, set()).add(named.names[facts.place])
                if facts.start:
                    self._days.setdefault(id, set()).add(facts.start)
        self._places = {id: places for id, places in self._places.items() if id in persons}

    def narrowed(self, number: int) -> int:
        """The one town of a country in which anybody is told to have spoken, rather than the country: "said in {Accra}
        … Ghana … He praised the army"."""
        named = self._named
        towns = {named.names[k]: k for k in reversed(self._stages) if named.lies_in(k, number)}
        return next(iter(towns.values())) if len(towns) == 1 else number

    def has_spoken(self, actor: str, number: int) -> bool:
        """Whether somebody spoke in a place."""
        return self._named.names[number] in self._places.get(actor, ())

    def is_of(self, number: int, facts: Facts) -> bool:
        """Whether a place is the only one in which those are told to have spoken who say something, be it but on one
        day: "said in {Accra} that … He accused the army"."""
        reading = self._named.reading
        if not facts.actors or not facts.is_spoken_now(reading) or tense(reading, facts.telling.trigger) != "past":
            return False
        alone = {self._named.names[number]}
        return all(self._places.get(id) == alone and len(self._days.get(id, ())) < 2 for id in facts.actors)
