"""Where and when an event is set: the place and the time named for it, else those of the story it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise, takewhile

from sayso import lexicon
from sayso.account import toponyms, valency
from sayso.account.asides import Asides, charge, is_background, is_earlier, is_long_since, is_perfect
from sayso.account.clauses import aside
from sayso.account.clauses import head as clause_head
from sayso.account.dates import between, shifted
from sayso.account.events import Facts, Happened, Telling, is_state
from sayso.account.footing import Chains
from sayso.account.participants import UTTERED
from sayso.account.tenses import Tense, tense
from sayso.account.text import Text
from sayso.account.toponyms import STRONG, kind_of
from sayso.gazetteer import fold
from sayso.model import Place, Span, TimeExpression
from sayso.reader.reading import Reading, Words

BESIDE = 6  # words from the name of a country to what is named in it
BEHIND = 3  # words before "where" among which the place stands
MEANT = 3  # mentions back from "the town" to where it was named, at most
ABOVE = 12  # steps up the tree from a place to what happened there
REACH = 12  # words from what happened on to where it did
MOVING = ("RETREAT", "SANCTION", "AID", "CONCEDE")  # types of acts by which people are taken from where they are
TRADING = ("COERCE", "SANCTION", "REQUEST", "REJECT", "THREATEN", "AGREE", "COOPERATE")  # of acts on goods
AT = STRONG | {"over"}  # prepositions before where something is done

# What speaks for a place around a telling that names none, in points: the weights of a conditional logit over the
# annotated reports (McFadden 1974), rounded.
POINTED = 6.5  # times how likely the model takes it for the place
SAME, BESIDE_IT = 1.2, 1.1  # it is named in the same sentence, in the same paragraph
LATEST = 1.4  # it is what was named last in the sentences before
KIND = 1.0  # something else of the type happened there
THEN = 1.4  # something else of that day was there
MET, BOTH = 1.0, 1.0  # somebody who took part met others there; two of them did something else there
BORDERLESS = 1.5  # lost by a sea or a part of the world for what is said
OPENING, FIRST = 0.7, 2  # the report opens with it: so many sentences
FOREIGN = 1.7  # lost by a country that nobody who took part is of, and by what is there if both sides are of another
RULING = ("COERCE", "SANCTION")  # or if it is what a state does where it rules, or said, and nobody met there
WIDE = 1.2  # lost by a country for a meeting, which is in a town
ANOTHER_DAY = 0.9  # lost by a place within a country if it was not on the day of the story
LONG_AGO = 1.5  # and more if a year lay between
THROUGHOUT, WEEK = 1.5, 7  # and more if it went on for more days than that: so many died "since December"
ENOUGH = 2.4  # what must speak for it
SPOKEN, COMING = 0.6, 0.5  # and more for what is done by saying it, and for what is to come
PERFECT, VOICED = 0.5, 1.0  # and, as for a time, for what is told in the perfect, and if it is done by saying it
BEFORE, AFTER = 16, 2  # places looked at, back from the sentence and on

# The same for a time around a telling that names no day.
SURELY = 0.4  # how likely the model must take a time for that of a telling to need no points
BEYOND_DOUBT = 0.9  # and to need no tree that has it there
LINKED = 5.5  # times how likely the model takes it for the time
BY, BEFORE_IT = 0.6, 1.0  # it is named in the same sentence, in the one before
GOES_ON = 0.7  # the event told last in the paragraph was then
ALIKE = 0.7  # another event of the type was then
AGAIN = 2.0  # and was told before, times how surely the model takes this one for a repetition
TOGETHER = 0.6  # somebody of it took part in what was then
STORY, ON = 0.6, 4  # the paragraph goes on from it, a few sentences on
DAY = 0.4  # it is a single day
BEFORE_THAT = 2.2  # lost if the report tells that it had been before what was then
MONTH = 27  # of a month
YEAR = 300  # days at least of a time that is that of what it is told of alone
DATED, UNTOLD = 1.6, 0.8  # what must speak for it, and more for what is not told in the past

CLAUSES = ("acl", "acl:relcl", "advcl", "ccomp", "root")  # relations of the heads of clauses
# The value of a stretch of days, weeks, months or years; or of hours or minutes, which have no unit here.
LENGTH = re.compile(r"P(?:(?P<number>\d+)(?P<unit>[DWMY])|T(?:\d+|X)[HM])")

Dates = tuple[str | None, str | None]  # the first day and the last


class At:
    """Spans in order, by the words they take."""

    def __init__(self, reading: Reading, spans: Sequence[Span]) -> None:
        self.words = [reading.within(span) for span in spans]
        self.starts = [a for a, _ in self.words]

    def within(self, words: Words) -> list[int]:
        """The numbers of the spans that touch some words."""
        k = bisect_right(self.starts, words[1] - 1)
        found = []
        while k > 0 and self.words[k - 1][1] > words[0] - 30:
            k -= 1
            if self.words[k][0] < words[1] and words[0] < self.words[k][1]:
                found.append(k)
        return sorted(found)


def clause(reading: Reading, word: int, reach: int = 12) -> Words:
    """The words of a sentence near one of them."""
    sentence = reading.sentence[word]
    a = b = word
    while a > 0 and word - a < reach and reading.sentence[a - 1] == sentence:
        a -= 1
    while b < len(reading) and b - word <= reach and reading.sentence[b] == sentence:
        b += 1
    return a, b


# --- where -----------------------------------------------------------------------------------------------------------


class Scene:
    """The places of a report, and which of them an event is set in."""

    def __init__(
        self,
        reading: Reading,
        places: Sequence[Place],
        chains: Chains,
        countries: Mapping[str, str | None],
        speakers: Sequence[Container[str]],
        asides: Asides,
    ) -> None:
        """chains: whose words a character stands in. countries: which one each actor is of, if that is known. speakers:
        who speaks in each saying. asides: what is told of another time."""
        self.reading, self.places, self._chains, self._countries = reading, places, chains, countries
        self._speakers, self._asides = speakers, asides
        self._at = At(reading, [place.span for place in places])
        self._names = [fold(place.text) for place in places]
        self._opening = {
            name for name, a in zip(self._names, self._at.starts, strict=True) if reading.sentence[a] < FIRST
        }
        self._gathered: set[str] = set()  # where people met
        self._cues = {i: n for n, saying in enumerate(chains.found) if saying.cue for i in range(*saying.cue)}

    def told(self, telling: Telling, actors: Iterable[str]) -> int | None:
        """The number of the place that a telling names for its event: the narrowest, which stands first ("Homs,
        Syria"), or what it calls by another word ("in the town"), or what is attacked ("shelled Homs")."""
        sentence, trigger = self.reading.sentence, telling.trigger
        if (where := self._where(trigger)) is not None:
            return where
        attacked = self._attacked(telling) if telling.type == "ASSAULT" else None
        for words in telling.parts["place"]:
            if attacked is not None and sentence[words[0]] != sentence[trigger]:
                continue
            if self._is_left(words, telling):
                continue
            within = [k for k in self._at.within(words) if not self._is_where_other_spoke(k, telling, actors)]
            if named := [k for k in within if self._may_be_of(k, telling)]:
                return self._narrower(self._first(named[0]))
            if named := self._meant(words, telling):
                return named[0] if is_state(self.places[named[0]]) else self._narrower(named[0])
        if attacked is not None:
            return self._narrower(self._first(attacked))
        near = self._at.within((trigger, trigger + REACH))
        return next((k for k in near if self._is_at(k, telling)), self._gone_to(telling))

    def _is_left(self, words: Words, telling: Telling) -> bool:
        """Whether words tell what somebody left, and a telling of something else: "he fled {the country}, and rebels
        killed his brother"."""
        head = clause_head(self.reading, words)
        verb = self.reading.head[head]
        bare = not valency.has(self.reading, head, "case")
        return bare and verb not in (head, telling.trigger) and valency.is_one_of("leaving", self.reading, verb)

    def _where(self, trigger: int) -> int | None:
        """The place of which a clause tells what was done there: "a prison in {Cairo}, where they were beaten"."""
        reading = self.reading
        for verb in reading.upward(trigger, MEANT):
            for at in valency.parts(reading, verb, "advmod"):
                if at < verb and valency.is_one_of("where", reading, at):
                    near = [k for k in self._at.within((at - BEHIND, at)) if self._at.words[k][1] >= at - 1]
                    return self._first(near[-1]) if near else None
        return None

    def _gone_to(self, telling: Telling) -> int | None:
        """The place to which somebody goes, or where he is, to do something: "flew to {Kigali} to meet the rebels"."""
        reading, trigger = self.reading, telling.trigger
        verb = reading.head[trigger]  # or the noun: "was in {the capital} to meet"
        to = any(reading.word(i).lower() == "to" for i in valency.parts(reading, trigger, "mark"))
        if not to or verb > trigger or reading.relation[trigger] not in ("advcl", "acl", "xcomp"):
            return None
        if reading.pos[verb] == "NOUN" and valency.has(reading, verb, "cop"):
            return self._known(verb, telling)
        for k in self._at.within((max(0, trigger - REACH), trigger)):
            top = self._top(k)
            while reading.relation[top] in ("nmod", "compound", "appos") and reading.head[top] != verb:
                top = reading.head[top]
            cases = {reading.word(i).lower() for i in valency.parts(reading, top, "case")}
            there = reading.relation[top] == "obl" and reading.head[top] == verb and not (AT | {"to"}).isdisjoint(cases)
            if there and not self._is_where_said(k, telling):
                return self._first(k)
        return None

    def _attacked(self, telling: Telling) -> int | None:
        """The place that is attacked, by its name or as a known one: "besieged {the city}"."""
        phrases = telling.parts["recipient"]
        named = self._heading(phrases)
        if named is None:
            named = next((k for a, b in phrases if (k := self._known(b - 1, telling)) is not None), None)
        return named

    def _heading(self, phrases: Sequence[Words]) -> int | None:
        """The first place that a phrase means as a whole: "shelled {Homs}", and not "the mayor of Homs"."""
        for a, b in phrases:
            named = (k for k in self._at.within((a, b)) if not a <= self.reading.head[self._top(k)] < b)
            if (number := next(named, None)) is not None:
                return number
        return None

    def _is_at(self, number: int, telling: Telling) -> bool:
        """Whether the tree says that something was done at a place: "fired a missile over Japan"."""
        reading, top, a = self.reading, self._top(number), self._at.starts[number]
        cases = {reading.word(i).lower() for i in range(max(0, a - 3), a) if reading.head[i] == top}
        return reading.head[top] == telling.trigger and reading.relation[top] == "obl" and not AT.isdisjoint(cases)

    def set_others(self, told: Sequence[Facts], times: Sequence[TimeExpression]) -> None:
        """Give the tellings that name no place the likeliest of those named around them, if enough speaks for it: a
        story goes on where it began, what happens once more happens where it did, and what befalls people of one
        country seldom happens in another."""
        named = [(facts.place, facts) for facts in told if facts.place is not None]
        kinds = {(facts.telling.type, self._names[k]) for k, facts in named}
        self._gathered = {self._names[k] for k, facts in named if facts.telling.type == "CONSULT"}
        days = {(k, facts.start) for k, facts in named if facts.start}
        today = next((facts.start for facts in told if facts.start), None)
        for facts in told:
            if facts.place is not None:
                continue
            type_, long = facts.telling.type, facts.time is not None and _length(times[facts.time]) > WEEK
            points = {k: n for k, n in self._points(facts.telling).items() if self._may_be_shared(k, facts)}
            for k in points:
                points[k] += KIND * ((type_, self._names[k]) in kinds) + THEN * ((k, facts.start) in days)
                points[k] += self._together(k, facts, named)
                points[k] -= self._against(k, facts, today) + THROUGHOUT * (long and not is_state(self.places[k]))
            coming = tense(self.reading, facts.telling.trigger) == "future"
            best = max(points, key=lambda k: (points[k], k), default=None)
            need = ENOUGH + SPOKEN * (type_ in UTTERED) + COMING * coming
            need += _left_open(self.reading, facts.telling)
            if best is not None and points[best] >= need:
                facts.place, facts.site, facts.given = best, self.places[best], True

    def _together(self, number: int, facts: Facts, named: Sequence[tuple[int, Facts]]) -> float:
        """What the people of a telling speak for a place where a telling that names it has them: two of them who did
        something there, one who met others there."""
        there = [other for k, other in named if self._names[k] == self._names[number]]
        people = facts.actors | facts.recipients
        shared = [(other, people & (other.actors | other.recipients)) for other in there]
        met = any(both and other.telling.type == "CONSULT" for other, both in shared)
        return MET * met + BOTH * any(len(both) > 1 for _, both in shared)

    def of(self, event: Happened) -> int | None:
        """The number of the place that an event is set in: of those that its tellings name the surest, or one that lies
        in it; if they name none, the first of those that they were given."""
        placed = [(facts.place, facts) for facts in event.every if facts.place is not None]
        named = [(k, facts) for k, facts in placed if not facts.given]
        if not named:
            return placed[0][0] if placed else None
        surest, _ = max(named, key=lambda pair: self._likely(pair[0], pair[1].telling))
        return next((k for k, _ in named if self._lies_in(k, surest)), surest)

    def _points(self, telling: Telling) -> dict[int, float]:
        """What speaks for each place around a telling whatever else happened there. Those that only tell where others
        lie, or where somebody spoke, are left out."""
        reading, trigger, sentence = self.reading, telling.trigger, self.reading.sentence
        following = bisect_left(self._at.starts, sentence[trigger], key=sentence.__getitem__)
        latest = sentence[self._at.starts[following - 1]] if following else None
        points = {}
        for k in range(max(0, following - BEFORE), min(following + AFTER, len(self.places))):
            if self._first(k) != k or not self._may_be_of(k, telling) or self._is_in_what_is_said(k, telling):
                continue
            if self._is_of_a_thing(k, telling):
                continue
            a = self._at.starts[k]
            points[k] = POINTED * self._likely(k, telling)
            points[k] += SAME * (sentence[a] == sentence[trigger]) + LATEST * (sentence[a] == latest)
            points[k] += BESIDE_IT * (reading.paragraph[a] == reading.paragraph[trigger])
            points[k] += OPENING * (self._names[k] in self._opening)
        return points

    def _may_be_shared(self, number: int, facts: Facts) -> bool:
        """Whether a place may be that of a telling that names none: not of another sentence if a state did long since
        what nobody did there, nor a town named later where it was in one known, "the capital"."""
        reading, trigger, place = self.reading, facts.telling.trigger, self.places[number]
        a = self._at.starts[number]
        known = any(reading.word(b - 1).lower() == "capital" and b <= a for _, b in facts.telling.parts["place"])
        if (known and _may_be_town(place)) or self._is_where_other_spoke(number, facts.telling, facts.actors):
            return False
        near = reading.sentence[a] == reading.sentence[trigger]
        if not near and tense(reading, a) == "future" and tense(reading, trigger) == "past":
            return False  # "phoned him on Sunday. They are to meet in {Oslo}"
        return near or not (
            self._is_of_somebody(number) or (is_long_since(reading, trigger) and self._is_abroad(place, facts))
        )

    def _is_of_somebody(self, number: int) -> bool:
        """Whether a country tells in passing where somebody is or was: "the mayor, who is on a visit to {Chile}"."""
        if not is_state(self.places[number]):
            return False
        above = self.reading.upward(self._at.starts[number], ABOVE)
        clause = next((i for i in above if self.reading.relation[i] == "acl:relcl"), None)
        subjects = () if clause is None else valency.parts(self.reading, clause, "nsubj", "nsubj:pass")
        return any(self.reading.word(i).lower() == "who" for i in subjects)

    def _is_where_other_spoke(self, number: int, telling: Telling, actors: Iterable[str]) -> bool:
        """Whether a place tells where somebody spoke who has no part in what another sentence tells."""
        saying, sentence = self._saying(number), self.reading.sentence
        if saying is None or sentence[self._at.starts[number]] == sentence[telling.trigger]:
            return False
        return not any(id in self._speakers[saying] for id in actors)

    def _saying(self, number: int) -> int | None:
        """The saying of which a place tells where it was said: "he said in {Accra}", be the tree wrong."""
        first = self._at.starts[number]
        hangs = self.reading.head[self._top(number)]
        beside = first - 2 if first > 1 and self.reading.pos[first - 1] == "ADP" else first
        cue = next((i for i in (hangs, beside) if i in self._cues and i < first), None)
        if cue is None or self._cues[cue] in self._chains.around(self.reading.starts[first]):
            return None
        return self._cues[cue]

    def _is_abroad(self, place: Place, facts: Facts) -> bool:
        """Whether nobody who took part is known to be of the country of a place, and somebody of another."""
        sides = self._countries_of(facts.actors | facts.recipients)
        return bool(place.country and sides) and place.country not in sides

    def _likely(self, number: int, telling: Telling) -> float:
        """How likely the model takes a place for that of a telling."""
        return telling.fills("place", self._at.words[number])

    def _against(self, number: int, facts: Facts, today: str | None) -> float:
        """What speaks against a place. today: the first day of which the report tells anything."""
        place = self.places[number]
        state = is_state(place)
        actors, recipients = self._countries_of(facts.actors), self._countries_of(facts.recipients)
        abroad = self._is_abroad(place, facts)
        at_home = len(actors) == 1 and actors == recipients  # "Kenyan soldiers killed six Kenyan farmers"
        other_day = facts.start not in (None, today)
        ruling = bool(actors) and facts.telling.type in RULING
        afar = facts.telling.type in UTTERED and self._names[number] not in self._gathered
        points = FOREIGN * abroad * (state + at_home + ruling + afar) + ANOTHER_DAY * (other_day and not state)
        points += LONG_AGO * (between(facts.start, today) > YEAR and not state)
        points += BORDERLESS * (facts.telling.type in UTTERED and place.country is None and place.lat is not None)
        return points + WIDE * (state and facts.telling.type == "CONSULT")

    def _countries_of(self, actors: Iterable[str]) -> set[str]:
        return {code for id in actors if (code := self._countries.get(id))}

    def _meant(self, words: Words, telling: Telling) -> list[int]:
        """The places that a phrase means that names none: "the town", "there", "the Syrian capital"."""
        for i in range(*words):
            at: int | None = i
            for _ in range(MEANT):
                mention = self.reading.mentions.get(at) if at is not None else None
                if mention is None:
                    break
                at = mention.antecedent
                if at is not None and (named := self._at.within((at, at + 1))):
                    return self._of_kind(named, i)
        return [k for i in range(*words) if (k := self._known(i, telling)) is not None][:1]

    def _of_kind(self, named: list[int], noun: int) -> list[int]:
        """Of the places of a name that a noun points at, the country it stands in if "the country" is meant."""
        if not valency.is_one_of("state", self.reading, noun):
            return named
        first = self._first(named[0])
        return [k for k in range(first, len(self.places)) if self._first(k) == first and is_state(self.places[k])][:1]

    def _known(self, noun: int, telling: Telling) -> int | None:
        """The place that a noun points at as known: the last before it that is so called, and of the country that an
        adjective gives, but not where somebody spoke of what was done there; a capital named anywhere."""
        reading, word = self.reading, self.reading.word(noun).lower()
        before = [reading.word(i) for i in range(max(0, noun - BESIDE), noun) if reading.head[i] == noun]
        told = [*map(" ".join, pairwise(before)), *before]  # "the North Korean capital"
        country = next((code for text in told if (code := lexicon.nationality(text) or lexicon.country(text))), None)
        if country is None and lexicon.function_words("definite").isdisjoint(map(str.lower, before)):
            return None  # "a town"
        following = bisect_left(self._at.starts, noun)
        order = [*range(following - 1, max(-1, following - BEFORE), -1), *range(following, len(self.places))]
        if word == "capital":
            fits = (k for k in order if self._is_capital(k))
        elif word in lexicon.function_words("state"):
            fits = (k for k in order if k < following and is_state(self.places[k]))
        elif kind_of(word) == "city":
            fits = (k for k in order if k < following and _may_be_town(self.places[k]))
        else:
            return None
        fits = (k for k in fits if country in (None, self.places[k].country))
        return next((k for k in fits if word == "capital" or not self._is_where_said(k, telling)), None)

    def _is_capital(self, number: int) -> bool:
        """Whether a place is the capital of its country."""
        place = self.places[number]
        return place.country is not None and place.text in lexicon.countries()[place.country].capitals

    def _may_be_of(self, number: int, telling: Telling) -> bool:
        """Whether a place may be where something happened, as far as the words around it say."""
        if valency.is_of_filing(self.reading, self._at.starts[number], telling.trigger):
            return False
        if self._is_in_a_name(number):
            return False
        if self._is_origin(number, telling) or self._is_where_said(number, telling) or self._is_aside(number, telling):
            return False
        return self._is_within(number, telling.trigger)

    def _is_in_a_name(self, number: int) -> bool:
        """Whether a part of the world is part of what a body is called: "the Organization for Security in {Europe}"."""
        (a, b), place = self._at.words[number], self.places[number]
        if place.country is not None:
            return False
        if any(lexicon.organization(self.reading.string((i, b))) for i in range(max(0, a - REACH), a)):
            return True
        near = (self.reading.mentions.get(i) for i in self.reading.upward(a, ABOVE))
        names = (one for one in near if one is not None and one.kind == "organization")
        return any(one.words[0] < a and b <= one.words[1] for one in names)

    def _is_origin(self, number: int, telling: Telling) -> bool:
        """Whether a place tells where somebody comes from or lives: "a student from {Syria}", "Ann Moor, 51, of {Elm
        Street}"; but not where he is taken from, "recalled its envoy from {Oslo}"."""
        reading = self.reading
        for top in reading.upward(self._top(number), MEANT):
            whose = reading.head[top]
            if reading.pos[whose] == "NUM":  # his age
                whose = reading.head[whose]
            if whose > top or reading.relation[top] != "nmod":
                return False
            if self._is_thing_from(number, top, telling):
                return True
            if whose in reading.mentions and reading.mentions[whose].kind == "person":
                cases = {reading.word(i).lower() for i in valency.parts(reading, top, "case") if i < top}
                taken = reading.head[whose] == telling.trigger < whose and telling.type in MOVING
                return not taken and ("from" in cases or ("of" in cases and self._is_apart(whose, top)))
        return False

    def _is_thing_from(self, number: int, top: int, telling: Telling) -> bool:
        """Whether a country tells where goods come from: "banned imports from {Peru}"."""
        reading = self.reading
        words = range(*self._at.words[number])
        cases = {reading.word(k).lower() for i in words for k in valency.parts(reading, i, "case") if k < i}
        goods = reading.pos[reading.head[top]] == "NOUN" and reading.head[top] != telling.trigger
        return goods and cases == {"from"} and is_state(self.places[number]) and telling.type in TRADING

    def _is_apart(self, name: int, top: int) -> bool:
        """Whether a comma parts somebody's name from what is told of him."""
        reading = self.reading
        return reading.pos[name] == "PROPN" and any(reading.word(i) == "," for i in range(name, top))

    def _is_within(self, number: int, trigger: int) -> bool:
        """Whether neither a place nor what happened is set apart in time from the rest of a sentence, or both in the
        same phrase; what is known by its day did not happen where the report goes on to either."""
        reading, a = self.reading, self._at.starts[number]
        around, adverbs = self._asides.around(trigger), valency.parts(reading, trigger, "advmod")
        if a < trigger and any(valency.is_one_of("here", reading, i) for i in adverbs):
            return True
        if reading.sentence[a] == reading.sentence[trigger]:
            return self._asides.around(a) == around and not self._is_goal(number, trigger)
        return around is None or a < trigger

    def _is_goal(self, number: int, trigger: int) -> bool:
        """Whether a place is where somebody went after something or before it: "fled to {Oslo} after the robbery"."""
        reading, top = self.reading, self._top(number)
        verb = reading.head[top]
        to = any(reading.word(i).lower() == "to" for i in valency.parts(reading, top, "case") if i < top)
        steps = list(takewhile(lambda i: i != verb, reading.upward(trigger, ABOVE)))
        if not to or trigger == verb or verb not in reading.upward(trigger, ABOVE):
            return False
        cases = (reading.word(k).lower() for i in steps for k in valency.parts(reading, i, "case", "mark") if k < i)
        return not lexicon.time_cues("apart").isdisjoint(cases)

    def _is_where_said(self, number: int, telling: Telling) -> bool:
        """Whether a place tells where somebody spoke of an event, or sits: "soldiers burned the market, he said in
        Accra", "officials in Geneva said that the town was shelled"."""
        first, around = self._at.starts[number], self._chains.around
        told = around(self.reading.starts[telling.trigger])
        if any(self._is_seat(first, self._chains.found[n].source) for n in told):
            return True
        above = takewhile(lambda i: i != telling.trigger, self.reading.upward(first, ABOVE))
        cue = next((i for i in above if i in self._cues), first)
        if cue >= first:
            return False  # "in Homs, witnesses said": what they saw is there, too
        return self._cues[cue] in told and self._cues[cue] not in around(self.reading.starts[first])

    def _is_seat(self, place: int, source: Words | None) -> bool:
        """Whether a place stands in the words for a source that speaks from there of what it has not seen: "the UN's
        office in Addis Ababa", but not "villagers in Konso"."""
        if source is None or not source[0] <= place < source[1]:
            return False
        distant = lexicon.function_words("distant")
        return any(self.reading.word(i).lower() in distant for i in range(source[0], place))

    def _is_aside(self, number: int, telling: Telling) -> bool:
        """Whether the words between a place and what happened set it elsewhere: "a town bordering {Chad}", "deployed
        troops stationed in {Gao}", "amid protests in {Lagos}"."""
        reading, top = self.reading, self._top(number)
        path = list(reading.upward(top, ABOVE))
        uses = ("opposite", "besides") if telling.trigger in path else ("opposite",)
        beside = frozenset[str]().union(*map(lexicon.function_words, uses))
        for i in takewhile(lambda i: i != telling.trigger, path):
            cases = (k for k in valency.parts(reading, i, "case", "mark") if k < i)
            if any(reading.word(k).lower() in beside for k in cases):
                return True
            if reading.relation[i] in ("acl", "acl:relcl") and self._is_other(i, top, telling):
                return True
        return False

    def _is_of_a_thing(self, number: int, telling: Telling) -> bool:
        """Whether a place tells where something was made or done of which a telling does not tell: "broke the truce
        {signed in Oslo}", "the man born in Lagos"."""
        reading = self.reading

        def is_participle(verb: int) -> bool:
            return reading.relation[verb] == "acl" and reading.word(verb).lower().endswith("ed")

        clause = aside(reading, self._at.starts[number], telling.trigger, is_participle, ABOVE)
        return clause is not None and reading.head[clause] != telling.trigger

    def _is_other(self, verb: int, place: int, telling: Telling) -> bool:
        """Whether a verb tells what lies beside a place, or where those are whom one sends elsewhere."""
        sides = toponyms.words("part")  # "in north-east Chad"
        between = [i for i in range(verb, place) if self.reading.pos[i] == "ADP" and self.reading.word(i) not in sides]
        uses = ("bordering", "stationed") if telling.type == "MOBILIZE" else ("bordering",)
        return len(between) < 2 and any(valency.is_one_of(use, self.reading, verb) for use in uses)

    def _is_in_what_is_said(self, number: int, telling: Telling) -> bool:
        """Whether a place stands in what is demanded, refused or agreed to, and not with the act of it: "called for
        talks with the rebels in Homs"."""
        if telling.type not in UTTERED:
            return False
        passed = list(takewhile(lambda i: i != telling.trigger, self.reading.upward(self._at.starts[number], ABOVE)))
        return len(passed) > 1 and self.reading.head[passed[-1]] == telling.trigger

    def _first(self, number: int) -> int:
        """The place that stands before one in which it lies: "Jos" of "Jos, Plateau State, Nigeria"."""
        while number > 0:
            (_, end), (start, _) = self._at.words[number - 1 : number + 1]
            inside = self.places[number - 1].country in (self.places[number].country, None)
            if not (inside and start - end == 1 and self.reading.word(end) == ","):
                break
            number -= 1
        return number

    def _narrower(self, number: int) -> int:
        """A place that stands beside one and lies in it: "Japan's northern island Hokkaido", "Jos's Main Market"."""
        a, b = self._at.words[number]
        beside = self._at.within((max(0, a - BESIDE), b + BESIDE))
        return next((k for k in beside if self._lies_in(k, number) or self._has(number, k)), number)

    def _lies_in(self, number: int, state: int) -> bool:
        """Whether a place lies in another, a country."""
        place, around = self.places[number], self.places[state]
        return is_state(around) and place.country == around.country and not is_state(place)

    def _has(self, number: int, other: int) -> bool:
        """Whether a place is the owner of another: "{Jos's} Main Market"."""
        top, (a, b) = self._top(number), self._at.words[other]
        return self.reading.relation[top] == "nmod:poss" and a <= self.reading.head[top] < b and number != other

    def _top(self, number: int) -> int:
        """The word of a place that the others of it hang on."""
        a, b = self._at.words[number]
        return next((i for i in range(a, b) if not a <= self.reading.head[i] < b), a)


# --- when ------------------------------------------------------------------------------------------------------------


class Days:
    """The times of a report, and which of them tell when an event was."""

    def __init__(
        self, text: Text, times: Sequence[TimeExpression], asides: Asides, published: str | None = None
    ) -> None:
        """published: the day on which the report was."""
        self.reading, self.times, self._asides = text.reading, list(times), asides
        self._is_prose = text.is_prose  # the day in the line above a report is that of nothing it tells
        self._today = (published or "")[:10]
        self._at = At(self.reading, [time.span for time in times])

    def told(self, telling: Telling) -> int | None:
        """The number of the time that a telling surely names for its event, one that tells a day if there is one."""
        if (own := self._right_behind(telling)) is not None:
            return own
        linked = [k for words in telling.parts["time"] for k in self._at.within(words)]
        named = [k for k in linked if self._surely(k, telling) and self._may_be_of(k, telling)]
        named = [self._whole_day(k) for k in named if self._is_prose(self.times[k].span)]
        return next((k for k in named if self.times[k].start), named[0] if named else None)

    def _whole_day(self, number: int) -> int:
        """The day of which a time tells a part: "the early hours of {Sunday}"."""
        (_, end), following = self._at.words[number], number + 1
        part = self.times[number].start is None and following < len(self._at.starts)
        of = part and self._at.starts[following] == end + 1 and self.reading.word(end).lower() == "of"
        return following if of else number

    def _right_behind(self, telling: Telling) -> int | None:
        """The month, the year or more that stands right behind a noun: "a war in the early {1990s}"."""
        reading, end = self.reading, telling.words[1]
        if reading.pos[telling.trigger] != "NOUN" or end >= len(reading):
            return None
        near = self._at.within((end + 1, end + 3)) if reading.word(end).lower() in ("in", "of", "during") else []
        fits = (k for k in near if self._at.starts[k] <= end + 2 and self._is_day(k))
        return next((k for k in fits if _length(self.times[k]) >= MONTH), None)

    def set_others(self, told: Sequence[Facts]) -> None:
        """Give the tellings that name no day the likeliest of those named around them, if enough speaks for it: a story
        goes on in its day, and what is told once more was when it was. How long something took is no day, but "three
        days after the clash" is one if the clash has one."""
        kinds: dict[str, dict[Dates, int]] = {}  # for each type the dates of its events, and a time that tells them
        people: dict[Dates, set[str]] = {}  # who took part in what was then
        for facts in told:
            if facts.start and facts.time is not None and not self._is_bound(facts.time):
                dates = self._dates(facts.time)
                kinds.setdefault(facts.telling.type, {}).setdefault(dates, facts.time)
                people.setdefault(dates, set()).update(facts.actors | facts.recipients)
        earlier: set[tuple[str, Dates]] = set()  # what was told before of those types and dates
        last: Facts | None = None
        given: Facts | None = None  # the last that was given a day
        self._count_back(told)
        charges = {facts.telling.trigger: charge(self.reading, facts.telling.trigger) for facts in told}
        for facts in told:
            if facts.start and facts.time is not None:
                earlier.add((facts.telling.type, self._dates(facts.time)))
                last = facts
            elif facts.time is None or self._is_length(facts.time):
                alike = kinds.get(facts.telling.type, {})
                when = tense(self.reading, facts.telling.trigger)
                around = {*self._near(facts.telling), *list(alike.values())[-BEFORE:]}
                if last is not None and last.time is not None and self._goes_on(last, facts):
                    around.add(last.time)
                at_once = given.time if given is not None and self._goes_on_at_once(given, facts) else None
                if at_once is not None:
                    around.add(at_once)
                fitting = [k for k in around if self._agrees(k, when) and self._may_be_shared(k, facts.telling)]
                fitting = [k for k in fitting if self._is_as_far(k, facts.telling) or self._dates(k) in alike]
                if (charged := charges.get(facts.telling.trigger)) is not None:
                    fitting = [k for k in fitting if self._may_be_of_crime(k, facts.telling, charged, told)]
                points = {k: self._points(k, facts, last) for k in fitting}
                for k in points:
                    dates = self._dates(k)
                    again = facts.telling.happening.again * ((facts.telling.type, dates) in earlier)
                    shared = not people.get(dates, set()).isdisjoint(facts.actors | facts.recipients)
                    points[k] += ALIKE * (dates in alike) + AGAIN * again + TOGETHER * shared + GOES_ON * (k == at_once)
                    points[k] -= BEFORE_THAT * self._is_before(k, facts)
                best = max(points, key=lambda k: (points[k], k), default=None)
                need = DATED + UNTOLD * (when != "past") + _left_open(self.reading, facts.telling)
                if best is not None and points[best] >= need:
                    self._set(facts, best)
                    facts.dated, given = True, facts
        triggers = [facts.telling.trigger for facts in told]
        for facts in told:
            if facts.time is not None and not facts.start:
                following = bisect_left(triggers, self._at.words[facts.time][1])
                if following < len(told) and told[following] is not facts:
                    self._count_from(told[following], facts, facts.time)
        spans: dict[int, int] = {}  # from the first of two times to what they span
        for facts in told:
            if facts.time is not None and self._is_since(facts.time, facts.telling):
                if self._asides.compares(self._at.starts[facts.time]):
                    facts.time = facts.start = facts.last = None
                    continue
                self.times.append(self.times[facts.time].model_copy(update={"end": self._today}))
                self._set(facts, len(self.times) - 1)
            elif facts.time is not None:
                first = next((k for k in (facts.time, facts.time - 1) if self._begins(k)), None)
                if first is not None:
                    spans[first] = spans.get(first) or self._span(first)
                    self._set(facts, spans[first])

    def _set(self, facts: Facts, number: int) -> None:
        """Give a telling a time."""
        time = self.times[number]
        facts.time, facts.start, facts.last = number, time.start, time.end

    def _is_since(self, number: int, telling: Telling) -> bool:
        """Whether a time tells only since when a telling's event goes on: "has visited ten towns since he was elected
        in {May}"."""
        start, first = self.times[number].start, self._at.starts[number] if number < len(self._at.starts) else None
        if first is None or not start or not start <= self._today or self._is_bound(number):
            return False
        begun = self._asides.begins(first) and self._asides.around(telling.trigger) is None
        return begun and self.reading.sentence[first] == self.reading.sentence[telling.trigger]

    def _span(self, first: int) -> int:
        """Add what a time and the one behind it span."""
        self.times.append(self.times[first].model_copy(update={"end": self.times[first + 1].end}))
        return len(self.times) - 1

    def _begins(self, number: int) -> bool:
        """Whether a time begins what the next ends: "between {2015} and 2020"."""
        if not 0 <= number < len(self._at.words) - 1:
            return False
        (first, end), (following, _) = self._at.words[number : number + 2]
        if first == 0 or following != end + 1:
            return False
        before, behind = (self.reading.word(i).lower() for i in (first - 1, end))
        spans = before in lexicon.time_cues("opening") and behind in lexicon.time_cues("closing")
        start, last = self.times[number].start, self.times[number + 1].end
        return bool(spans and start and last and start <= last)

    def _count_from(self, other: Facts, facts: Facts, number: int) -> None:
        """Date what was so long before or after what is told next in its sentence: "three days after the clash"."""
        end = self._at.words[number][1]
        far = self.reading.sentence[other.telling.trigger] != self.reading.sentence[end - 1]
        if self._apart(number) and not far:
            self._set_off(facts, other, number, self._apart(number))

    def _count_back(self, told: Sequence[Facts]) -> None:
        """Date what a clause tells from what its sentence tells that was so long after or before: "recalled its envoy
        on Friday, two days after police {arrested} him"."""
        dated = {facts.telling.trigger: facts for facts in told if facts.start}
        for facts in told:
            clause = self._asides.around(facts.telling.trigger)
            mark = None if clause is None else self._asides.opening(clause)
            if facts.start or clause is None or mark is None:
                continue
            lapse = next((k for k in self._at.within((mark - 1, mark)) if self._apart(k)), None)
            verb = self.reading.head[clause]
            above = [*self.reading.upward(verb, ABOVE), *valency.parts(self.reading, verb, "nsubj", "obj")]
            main = next((dated[i] for i in above if i in dated), None)
            if lapse is not None and main is not None:
                self._set_off(facts, main, lapse, -self._apart(lapse))

    def _set_off(self, facts: Facts, other: Facts, number: int, sign: int) -> None:
        """Date what was as long as a time tells before another (-1) or after it (1), if that has a day; what was hours
        apart was on one day."""
        step = LENGTH.fullmatch(self.times[number].value or "")
        if not (step and other.start and other.time is not None):
            return
        count, unit = (sign * int(step["number"]), step["unit"]) if step["unit"] else (0, "D")
        try:
            start, end = (
                shifted(date.fromisoformat(day), unit, count).isoformat()
                for day in (other.start, self.times[other.time].end or other.start)
            )
        except (ValueError, OverflowError):
            return  # beyond the calendar
        self.times.append(self.times[number].model_copy(update={"start": start, "end": end}))
        self._set(facts, len(self.times) - 1)

    def _apart(self, number: int) -> int:
        """Where a time tells how far two events are apart: -1 before "before", 1 before "after"; else 0."""
        end = self._at.words[number][1]
        word = self.reading.word(end).lower() if end < len(self.reading) else ""
        if self.times[number].type != "DURATION" or word not in lexicon.time_cues("apart"):
            return 0
        return -1 if word in lexicon.time_cues("ahead") else 1

    def _near(self, telling: Telling) -> list[int]:
        """The numbers of the times around a telling that tell a day: in its sentence, in the one before it, and those
        that the model thinks of."""
        sentence = self.reading.sentence
        its = sentence[telling.trigger]
        first = bisect_left(self._at.starts, its - 1, key=sentence.__getitem__)
        end = bisect_right(self._at.starts, its, key=sentence.__getitem__)
        linked = (k for words in telling.parts["time"] for k in self._at.within(words))
        return [k for k in (*range(first, end), *linked) if self._is_day(k)]

    def _is_day(self, number: int) -> bool:
        """Whether a time tells a day on which something was, and not one since or until which it was."""
        time = self.times[number]
        return time.start is not None and time.type in ("DATE", "TIME") and not self._is_bound(number)

    def _is_bound(self, number: int) -> bool:
        """Whether a time only begins or ends what is told: "since 2009"."""
        first = self._at.starts[number]
        return first > 0 and self.reading.word(first - 1).lower() in lexicon.time_cues("bound")

    def _agrees(self, number: int, when: Tense | None) -> bool:
        """Whether what is told in a tense may have been then: not what is past on a day on which something will be."""
        return when != "past" or tense(self.reading, self._at.starts[number]) != "future"

    def _points(self, number: int, facts: Facts, last: Facts | None) -> float:
        """What speaks for the time of a telling but what else happened then. last: the telling before it that names a
        day."""
        reading, trigger, first = self.reading, facts.telling.trigger, self._at.starts[number]
        away = reading.sentence[trigger] - reading.sentence[first]
        start, end = self._dates(number)
        points = LINKED * self._likely(number, facts.telling) + DAY * (start == end)
        points += BY * (away == 0) + BEFORE_IT * (away == 1)
        if last is not None and last.time is not None and self._dates(last.time) == self._dates(number):
            points += STORY * (away > 1 and self._goes_on(last, facts))
            points += GOES_ON * (reading.paragraph[last.telling.trigger] == reading.paragraph[trigger])
        return points

    def _goes_on(self, last: Facts, facts: Facts) -> bool:
        """Whether a paragraph goes on in the past from what it told of a day, a few sentences on."""
        reading, one, other = self.reading, last.telling.trigger, facts.telling.trigger
        if last.time is None or last.time >= len(self._at.starts) or last.start != last.last:
            return False
        away = reading.sentence[other] - reading.sentence[one]
        past = tense(reading, other) == "past" and not is_perfect(reading, other)
        return past and self._is_day(last.time) and reading.paragraph[one] == reading.paragraph[other] and away < ON

    def _goes_on_at_once(self, given: Facts, facts: Facts) -> bool:
        """Whether the next sentence goes on with somebody of whom was told what is known to have been on some day: "The
        court {charged} her. It {extended} her remand"."""
        reading, one, other = self.reading, given.telling.trigger, facts.telling.trigger
        same = (given.actors | given.recipients) & (facts.actors | facts.recipients)
        next_ = reading.sentence[other] - reading.sentence[one] == 1 and self._goes_on(given, facts)
        subject = valency.subject(reading, other)
        return bool(same) and next_ and subject is not None and reading.pos[subject] == "PRON"

    def _likely(self, number: int, telling: Telling) -> float:
        """How likely the model takes a time for that of a telling."""
        return telling.fills("time", self._at.words[number])

    def _surely(self, number: int, telling: Telling) -> bool:
        """Whether the model is sure that a time, or the preposition with it, is that of a telling: "{within} days"."""
        a, b = self._at.words[number]
        before = a > 0 and self.reading.pos[a - 1] == "ADP"
        return telling.fills("time", (a - before, b)) >= SURELY

    def _dates(self, number: int) -> Dates:
        return self.times[number].start, self.times[number].end

    def _may_be_of(self, number: int, telling: Telling) -> bool:
        """Whether a time may be that of a telling: not how long after it something else was ("three days after the
        clash"), nor since or until when something else in another sentence was, nor when what is added was."""
        reading, (first, end) = self.reading, self._at.words[number]
        if self._apart(number):
            return reading.head[end] not in reading.upward(telling.trigger, ABOVE)
        doubted = self._likely(number, telling) < BEYOND_DOUBT
        if (doubted and self._is_added(number, telling)) or self._is_besides(number, telling):
            return False
        if self._is_ahead(number, telling):
            return False
        if reading.sentence[first] == reading.sentence[telling.trigger]:
            return True
        return not (self._is_bound(number) or self._is_told_besides(number, telling))

    def _is_ahead(self, number: int, telling: Telling) -> bool:
        """Whether a time lies after the report, and a telling tells of what has been done: "promised to leave by
        {2030}"."""
        reading, trigger, start = self.reading, telling.trigger, self.times[number].start
        if not (start and self._today) or start <= self._today or between(start, self._today) <= 1:
            return False
        when = tense(reading, trigger)
        if reading.pos[trigger] == "VERB":
            return when == "past"
        return telling.type in UTTERED and when != "future"

    def _is_besides(self, number: int, telling: Telling) -> bool:
        """Whether a time is not that of what a telling tells: but of a phrase that is set apart from the rest of its
        sentence, or in another sentence of what was long since, of what the story only looks back to, or of the day on
        which somebody was caught who was sentenced later, or one of several days."""
        reading, first, trigger = self.reading, self._at.starts[number], telling.trigger
        if reading.sentence[first] == reading.sentence[trigger]:
            apart = self._asides.around(first) not in (None, self._asides.around(trigger))
            return (apart and not self._asides.begins(first)) or self._is_of_its_crime(number, trigger)
        if self._is_listed(number):
            return True
        verb = valency.bearer(reading, first)
        later = valency.is_one_of("sentencing", reading, trigger) and any(
            valency.is_one_of(use, reading, verb) for use in ("suspected", "capturing")
        )
        return later or is_long_since(reading, trigger) or is_background(reading, verb) or self._follows(trigger)

    def _is_listed(self, number: int) -> bool:
        """Whether a time is one of several on which something was: "robbed on {May 2}, May 9 and May 14"."""
        words = self._at.words
        for one, other in ((number - 1, number), (number, number + 1)):
            if one >= 0 and other < len(words) and self.times[one].start and self.times[other].start:
                link = {self.reading.word(i).lower() for i in range(words[one][1], words[other][0])}
                if link and link <= lexicon.function_words("listing"):
                    return True
        return False

    def _is_of_its_crime(self, number: int, trigger: int) -> bool:
        """Whether a time tells in which month or year that was done for which somebody is tried: "jailed him for
        robbing a bank in {2013}"."""
        reading, first = self.reading, self._at.starts[number]
        crime = next((i for i in reading.upward(first, MEANT) if i not in range(*self._at.words[number])), first)
        own = charge(reading, crime) == trigger and crime not in reading.upward(trigger, ABOVE)
        return own and _length(self.times[number]) >= MONTH

    def _follows(self, trigger: int) -> bool:
        """Whether a clause begins with what else sets it in time: "{after his ouster}, the army jailed hundreds"."""
        verb = valency.bearer(self.reading, trigger)
        before = (i for i in valency.parts(self.reading, verb, "obl", "advcl", "nmod") if i < verb)
        return any(self._asides.opening(i) is not None for i in before)

    def _is_added(self, number: int, telling: Telling) -> bool:
        """Whether a time is that of what a sentence adds to somebody of whom it tells something else, or of bringing an
        act before the police: "the court, which {met in May}, welcomed the vote"."""
        reading = self.reading
        if valency.is_of_filing(reading, self._at.starts[number], telling.trigger):
            return True
        if reading.sentence[self._at.starts[number]] != reading.sentence[telling.trigger]:
            return False
        clause = aside(reading, self._at.starts[number], telling.trigger, self._is_relative, ABOVE)
        return clause is not None and reading.head[clause] != telling.trigger

    def _may_be_shared(self, number: int, telling: Telling) -> bool:
        """Whether a time may be that of a telling that names none: not one of something else that is added, nor the
        year in which something else was, told in another sentence, nor one of another time."""
        if self._is_added(number, telling) or self._is_besides(number, telling) or self._is_ahead(number, telling):
            return False
        sentence = self.reading.sentence
        if sentence[self._at.starts[number]] == sentence[telling.trigger]:
            return True
        return _length(self.times[number]) < YEAR and not self._is_told_besides(number, telling)

    def _is_told_besides(self, number: int, telling: Telling) -> bool:
        """Whether a time in another sentence is that of a clause that says more of somebody, and no day, or of what had
        been before: "the editor, who was jailed in {May}", "as a clerk had suggested on {Sunday}"."""
        reading, first = self.reading, self._at.starts[number]
        beside = next((i for i in (first - 1, first - 2) if i >= 0 and reading.pos[i] == "VERB"), None)
        above = (i for i in reading.upward(first, ABOVE) if reading.relation[i] in CLAUSES or reading.pos[i] == "VERB")
        verb = next(above, first) if beside is None else beside  # trees err here
        marks = {reading.word(i).lower() for i in valency.parts(reading, verb, "mark")}
        besides = self._is_relative(verb) or not marks.isdisjoint(lexicon.function_words("besides-clause"))
        before = is_earlier(reading, verb) and not is_earlier(reading, telling.trigger)
        return besides and (before or _length(self.times[number]) >= MONTH)

    def _is_as_far(self, number: int, telling: Telling) -> bool:
        """Whether neither a time nor a telling is set apart in time from its sentence, or both in the same phrase;
        "since he resigned in May" tells the time of the rest, too."""
        first = self._at.starts[number]
        clause = self._asides.around(telling.trigger)
        return self._asides.around(first) == clause or (clause is None and self._asides.begins(first))

    def _may_be_of_crime(self, number: int, crime: Telling, charged: int, told: Sequence[Facts]) -> bool:
        """Whether a time may be that of a crime somebody is charged with: not the day of the charge."""
        reading, first = self.reading, self._at.starts[number]
        if reading.sentence[first] == reading.sentence[crime.trigger]:
            return crime.trigger in reading.upward(first, ABOVE)
        above = set(reading.upward(charged, ABOVE))
        charges = (one for one in told if one.telling.trigger in above)
        days = {self._dates(one.time) for one in charges if one.time is not None}
        return self._dates(number) not in days

    def _is_relative(self, verb: int) -> bool:
        """Whether a verb is that of a relative clause, be it only by its subject."""
        reading = self.reading
        subjects = (reading.word(i).lower() for i in valency.parts(reading, verb, "nsubj", "nsubj:pass"))
        relative = lexicon.function_words("relative")
        return reading.relation[verb] == "acl:relcl" or any(word in relative for word in subjects)

    def _is_before(self, number: int, facts: Facts) -> bool:
        """Whether the report itself tells that something had been before what it tells of a time in another sentence:
        "jailed him on {Monday}. He had denied the charges"."""
        reading, first, trigger = self.reading, self._at.starts[number], facts.telling.trigger
        if facts.voice or reading.sentence[first] == reading.sentence[trigger]:
            return False
        return is_earlier(reading, trigger) and not is_earlier(reading, valency.bearer(reading, first))

    def _is_length(self, number: int) -> bool:
        """Whether a time tells how long something took."""
        return self.times[number].type == "DURATION" and not self._apart(number)


def _left_open(reading: Reading, telling: Telling) -> float:
    """What more must speak for a place or a time if a telling is in the perfect, which sets it nowhere: "{has
    threatened} to resign"."""
    return (PERFECT + VOICED * (telling.type in UTTERED)) * is_perfect(reading, telling.trigger)


def _may_be_town(place: Place) -> bool:
    """Whether a place may be a town: neither a country nor a building, which lies where its town does."""
    built = place.text.split()[-1].lower() in toponyms.words("facility")
    return not is_state(place) and (place.geonameid is not None or (place.lat is None and not built))


def _length(time: TimeExpression) -> int:
    """The days that a time spans."""
    return between(time.start, time.end)


def finest(numbers: Sequence[int], times: Sequence[TimeExpression]) -> int | None:
    """Of the times that tellings of one event give, the first that tells a day, or a shorter one within it: "in March",
    and further down "on March 26"."""
    dated = [(start, times[k].end or start, k) for k in numbers if (start := times[k].start)]
    if not dated:
        return numbers[0] if numbers else None
    first, last, _ = dated[0]
    within = [(start, end, k) for start, end, k in dated if first <= start and end <= last]
    return max(within, key=lambda one: (one[0] == one[1], -numbers.index(one[2])))[2]
