"""Where was what no telling sets anywhere? A story goes on where it began, what happens once more happens where it did.

What speaks for a place is counted in points: the weights of a conditional logit over the annotated reports (McFadden
1974), rounded."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from sayso.account.grammar import valency
from sayso.account.grammar.dates import between
from sayso.account.grammar.tenses import tense
from sayso.account.happened.events import Facts, Happened
from sayso.account.happened.tellings import Telling
from sayso.account.when.asides import is_long_since
from sayso.account.when.days import left_open
from sayso.account.when.named_times import length
from sayso.account.where.named_places import NamedPlaces
from sayso.account.where.other_places import OtherPlaces
from sayso.account.where.stages import Stages
from sayso.lexicon import UTTERED
from sayso.model import ActorKind, Place, TimeExpression

POINTED = 6.5  # times how likely the model takes it for the place
SAME, BESIDE_IT = 1.2, 1.1  # it is named in the same sentence, in the same paragraph
LATEST = 1.4  # it is what was named last in the sentences before
KIND = 1.0  # something else of the type happened there
THEN = 1.4  # something else of that day was there
MET, BOTH = 1.0, 1.0  # somebody who took part met others there; two of them did something else there
HERE = 1.0  # it is the only one in which whoever says something is told to have spoken
BORDERLESS = 1.5  # lost by a sea or a part of the world for what is said
OPENING, FIRST = 0.7, 2  # the report opens with it: so many sentences
FOREIGN = 1.7  # lost by a country that nobody who took part is of, and by what is there if both sides are of another
RULING = ("COERCE", "SANCTION")  # or if it is what a state does where it rules, or said, and nobody met there
WIDE = 1.2  # lost by a country for a meeting, which is in a town
ANOTHER_DAY = 0.9  # lost by a place within a country if it was not on the day of the story
LONG_AGO, YEAR = 1.5, 300  # and more if a year lay between, so many days
THROUGHOUT, WEEK = 1.5, 7  # and more if it went on for more days than that: so many died "since December"
ENOUGH = 2.6  # what must speak for it
SPOKEN, COMING = 0.6, 0.5  # and more for what is done by saying it, and for what is to come
BEFORE, AFTER = 16, 2  # places looked at, back from the sentence and on


@dataclass(frozen=True, slots=True)
class _Known:
    """What the tellings that name a place tell of places."""

    named: Sequence[tuple[int, Facts]]  # each with the place it names
    kinds: Set[tuple[str, str]]  # types of acts, and the names of places where they were done
    days: Set[tuple[int, str]]  # places, and the days on which something was there
    met: Set[str]  # names of places where people met
    stages: Stages  # and where who spoke
    today: str | None  # the first day of which the report tells anything


class Scenes:
    """The places of a report, and which of them an event is set in."""

    def __init__(
        self,
        named: NamedPlaces,
        others: OtherPlaces,
        countries: Mapping[str, str | None],
        kinds: Mapping[str, ActorKind],
    ) -> None:
        """countries, kinds: what is known of each actor."""
        self.reading, self._named, self._others, self._countries = named.reading, named, others, countries
        self._persons = {id for id, kind in kinds.items() if kind == "person"}
        self.places = named.places
        numbered = zip(named.names, named.starts, strict=True)
        self._opening = {name for name, a in numbered if self.reading.sentence[a] < FIRST}

    def set_others(self, told: Sequence[Facts], times: Sequence[TimeExpression]) -> None:
        """Give the tellings that name no place the likeliest of those named around them, if enough speaks for it: a
        story goes on where it began, what happens once more happens where it did, and what befalls people of one
        country seldom happens in another."""
        known = self._known(told)
        for facts in told:
            if facts.place is not None:
                continue
            long = facts.time is not None and length(times[facts.time]) > WEEK
            points = {k: self._points(k, facts, known, long) for k in self._around(facts)}
            best = max(points, key=lambda k: (points[k], k), default=None)
            if best is not None and points[best] >= self._needed(facts.telling):
                best = known.stages.narrowed(best) if facts.telling.type in (*UTTERED, "CONSULT") else best
                facts.place, facts.site, facts.given = best, self.places[best], True

    def of(self, event: Happened) -> int | None:
        """The number of the place that an event is set in: of those that its tellings name the surest, or one that lies
        in it; if they name none, the first of those that they were given."""
        placed = [(facts.place, facts) for facts in event.every if facts.place is not None]
        told = [(k, facts) for k, facts in placed if not facts.given]
        if not told:
            return placed[0][0] if placed else None
        surest, _ = max(told, key=lambda pair: self._likely(pair[0], pair[1].telling))
        return next((k for k, _ in told if self._named.lies_in(k, surest)), surest)

    def _known(self, told: Sequence[Facts]) -> _Known:
        names = self._named.names
        named = [(facts.place, facts) for facts in told if facts.place is not None]
        return _Known(
            named,
            kinds={(facts.telling.type, names[k]) for k, facts in named},
            days={(k, facts.start) for k, facts in named if facts.start},
            met={names[k] for k, facts in named if facts.telling.type == "CONSULT"},
            stages=Stages(self._named, self._others, self._persons, told),
            today=next((facts.start for facts in told if facts.start), None),
        )

    def _needed(self, telling: Telling) -> float:
        """The points that a place must have for a telling."""
        coming = tense(self.reading, telling.trigger) == "future"
        need = ENOUGH + SPOKEN * (telling.type in UTTERED) + COMING * coming
        return need + left_open(self.reading, telling)

    # --- which may be it ---------------------------------------------------------------------------------------------

    def _around(self, facts: Facts) -> list[int]:
        """The places around a telling that may be its own. Those that only tell where others lie, or where somebody
        spoke, are left out."""
        following = self._following(facts.telling)
        near = range(max(0, following - BEFORE), min(following + AFTER, len(self.places)))
        firsts = (k for k in near if self._named.firsts[k] == k)
        return [k for k in firsts if self._others.may_go_on(k, facts.telling) and self._may_be_shared(k, facts)]

    def _following(self, telling: Telling) -> int:
        """The first place of the sentence of a telling, or of those behind it."""
        sentence = self.reading.sentence
        return bisect_left(self._named.starts, sentence[telling.trigger], key=sentence.__getitem__)

    def _may_be_shared(self, number: int, facts: Facts) -> bool:
        """Whether a place may be that of a telling that names none: not of another sentence if a state did long since
        what nobody did there, nor a town named later where it was in one known, "the capital"."""
        reading, trigger, a = self.reading, facts.telling.trigger, self._named.starts[number]
        known = any(valency.is_word("capital", reading, b - 1) and b <= a for _, b in facts.telling.parts["place"])
        if known and self._named.may_be_town(number):
            return False
        if self._others.is_where_other_spoke(number, facts.telling, facts.actors):
            return False
        if reading.sentence[a] == reading.sentence[trigger]:
            return True
        if tense(reading, a) == "future" and tense(reading, trigger) == "past":
            return False  # "phoned him on Sunday. They are to meet in {Oslo}"
        if self._others.is_of_somebody(number):
            return False
        return not (is_long_since(reading, trigger) and self._is_abroad(self.places[number], facts))

    # --- what speaks for it, and against -----------------------------------------------------------------------------

    def _points(self, number: int, facts: Facts, known: _Known, long: bool) -> float:
        """What speaks for a place. long: the event went on for more than a week."""
        name, within = self._named.names[number], not self._named.is_state(number)
        points = self._by_its_words(number, facts.telling)
        points += KIND * ((facts.telling.type, name) in known.kinds) + THEN * ((number, facts.start) in known.days)
        points += self._together(number, facts, known)
        return points - (self._against(number, facts, known) + THROUGHOUT * (long and within))

    def _by_its_words(self, number: int, telling: Telling) -> float:
        """What speaks for a place whatever else happened there."""
        sentence, trigger, a = self.reading.sentence, telling.trigger, self._named.starts[number]
        following = self._following(telling)
        latest = sentence[self._named.starts[following - 1]] if following else None
        points = POINTED * self._likely(number, telling)
        points += SAME * (sentence[a] == sentence[trigger]) + LATEST * (sentence[a] == latest)
        points += BESIDE_IT * (self.reading.paragraph[a] == self.reading.paragraph[trigger])
        return points + OPENING * (self._named.names[number] in self._opening)

    def _likely(self, number: int, telling: Telling) -> float:
        """How likely the model takes a place for that of a telling."""
        return telling.fills("place", self._named.words[number])

    def _together(self, number: int, facts: Facts, known: _Known) -> float:
        """What the people of a telling speak for a place where a telling that names it has them: two of them who did
        something there, one who met others there."""
        names, people = self._named.names, facts.actors | facts.recipients
        there = [other for k, other in known.named if names[k] == names[number]]
        shared = [(other, people & (other.actors | other.recipients)) for other in there]
        met = any(both and other.telling.type == "CONSULT" for other, both in shared)
        return HERE * known.stages.is_of(number, facts) + MET * met + BOTH * any(len(both) > 1 for _, both in shared)

    def _against(self, number: int, facts: Facts, known: _Known) -> float:
        """What speaks against a place."""
        place, type_ = self.places[number], facts.telling.type
        state = self._named.is_state(number)
        actors, recipients = self._countries_of(facts.actors), self._countries_of(facts.recipients)
        abroad = self._is_abroad(place, facts)
        at_home = len(actors) == 1 and actors == recipients  # "Kenyan soldiers killed six Kenyan farmers"
        other_day = facts.start not in (None, known.today)
        ruling = bool(actors) and (type_ in RULING or self._tests(facts.telling))
        here = any(known.stages.has_spoken(id, number) for id in facts.actors)
        afar = type_ in UTTERED and self._named.names[number] not in known.met and not here
        points = FOREIGN * abroad * (state + at_home + ruling + afar) + ANOTHER_DAY * (other_day and not state)
        points += LONG_AGO * (between(facts.start, known.today) > YEAR and not state)
        points += BORDERLESS * (type_ in UTTERED and place.country is None and place.lat is not None)
        return points + WIDE * (state and type_ == "CONSULT")

    @staticmethod
    def _tests(telling: Telling) -> bool:
        """Whether an act is one of weapons, which a state tests where it rules."""
        mode = telling.known.mode_of(telling.type) if telling.known else None
        return telling.type == "MOBILIZE" and mode == "weapons"

    def _is_abroad(self, place: Place, facts: Facts) -> bool:
        """Whether nobody who took part is known to be of the country of a place, and somebody of another."""
        uttered = facts.telling.type in UTTERED  # whoever it is said to may be elsewhere
        sides = self._countries_of(facts.actors if uttered else facts.actors | facts.recipients)
        return bool(place.country and sides) and place.country not in sides

    def _countries_of(self, actors: Iterable[str]) -> set[str]:
        return {code for id in actors if (code := self._countries.get(id))}
