"""Which place tells where something else was: where somebody comes from, where he spoke, where another act was done?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import takewhile

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import aside
from sayso.account.happened.act_types import JUDGED
from sayso.account.happened.footing import Chains, answers_others
from sayso.account.happened.tellings import Telling
from sayso.account.when.asides import Asides, is_tied
from sayso.account.where import toponyms
from sayso.account.where.named_places import NamedPlaces
from sayso.lexicon import UTTERED
from sayso.reader.reading import Words

ABOVE = 12  # steps up the tree from a place to what happened there
BEHIND = 16  # words from a place back to the cue behind which it tells where somebody spoke
NEAR = 3  # and to whoever or whatever is from there
NAMING = ("PROPN", "NOUN")  # parts of speech of titles and names
MOVING = ("RETREAT", "SANCTION", "AID", "CONCEDE")  # types of acts by which people are taken from where they are
TRADING = ("COERCE", "SANCTION", "REQUEST", "REJECT", "THREATEN", "AGREE", "COOPERATE")  # of acts on goods


class OtherPlaces:
    """The places of a report, and whether the words around one say that something was elsewhere."""

    def __init__(self, named: NamedPlaces, chains: Chains, speakers: Sequence[Collection[str]], asides: Asides) -> None:
        """chains: whose words a character stands in. speakers: who speaks in each saying. asides: what is told of
        another time."""
        self.reading, self._named, self._chains = named.reading, named, chains
        self._speakers, self._asides = speakers, asides
        self._cues = {i: n for n, saying in enumerate(chains.found) if saying.cue for i in range(*saying.cue)}

    def may_be_of(self, number: int, telling: Telling) -> bool:
        """Whether a place may be where something happened, as far as the words around it say."""
        first = self._named.starts[number]
        if telling.type not in JUDGED and valency.is_of_filing(self.reading, first, telling.trigger):
            return False
        if number in self._named.in_names:
            return False
        if self._is_origin(number, telling) or self.is_where_said(number, telling) or self._is_aside(number, telling):
            return False
        if not is_tied(self.reading, self._named.tops[number], telling.trigger):
            return False
        if self._is_neighbour(number) or self._is_topic(number, telling) or self._is_in_what_is_to_be(number, telling):
            return False
        return self._is_within(number, telling.trigger)

    def may_go_on(self, number: int, telling: Telling) -> bool:
        """Whether a place may be that of a telling that does not name it itself."""
        return (
            self.may_be_of(number, telling)
            and not self._is_in_what_is_said(number, telling)
            and not self._is_of_a_thing(number, telling)
            and not self._acts(number, telling)
            and not answers_others(self.reading, telling, self._chains, self._named.starts[number])
        )

    def _acts(self, number: int, telling: Telling) -> bool:
        """Whether a place is a country that does itself what is told: "{Chad} has threatened an offensive"."""
        first = self._named.starts[number]
        return self._named.is_state(number) and any(a <= first < b for a, b in telling.parts["actor"])

    # --- where somebody or something is from -------------------------------------------------------------------------

    def _is_origin(self, number: int, telling: Telling) -> bool:
        """Whether a place tells where somebody comes from or lives: "a student from {Syria}", "Ann Moor, 51, of {Elm
        Street}"; but not where he is taken from, "recalled its envoy from {Oslo}"."""
        reading = self.reading
        if self.is_of_title(number) or self._is_of_life(number, telling) or self._is_left_from(number, telling):
            return True
        for top in reading.upward(self._named.tops[number], NEAR):
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
                taken = taken and not (telling.type == "AID" and valency.is_one_of("exiled", reading, whose))
                return not taken and ("from" in cases or ("of" in cases and self._is_apart(whose, top)))
        return False

    def _is_left_from(self, number: int, telling: Telling) -> bool:
        """Whether a place is where something else came from that a sentence tells of: "shot down drones launched from
        {Togo}", but not where an act itself came from, "a raid launched from {Togo}"."""
        reading, top, trigger = self.reading, self._named.tops[number], telling.trigger
        verb = reading.head[top]
        of_act = reading.head[verb] == trigger and reading.pos[trigger] == "NOUN"
        other = reading.pos[verb] == "VERB" and verb != trigger and not of_act
        beside = other and reading.sentence[verb] == reading.sentence[trigger]
        return beside and reading.relation[top] == "obl" and valency.forms(reading, top, "case") == {"from"}

    def _is_neighbour(self, number: int) -> bool:
        """Whether a country only tells whose the other side of a border is: "closed the border with {Togo}"."""
        reading, top = self.reading, self._named.tops[number]
        first = reading.head[top] if reading.relation[top] == "conj" else top  # "with {Togo} and Benin"
        # Whatever the tree hangs it on.
        border = first > 1 and valency.is_one_of("border", reading, first - 2)
        return border and reading.word(first - 1).lower() == "with" and self._named.is_state(number)

    def is_of_title(self, number: int) -> bool:
        """Whether a place is part of what somebody is called: "an attack on {Ohio} Senator Ann Moor"."""
        reading, (a, b) = self.reading, self._named.words[number]
        behind = range(b, min(b + NEAR, len(reading)))
        names = (i for i in behind if i in reading.mentions and reading.pos[i] == "PROPN")
        person = next((reading.mentions[i] for i in names if reading.mentions[i].kind == "person"), None)
        if person is None or not person.words[0] <= a or reading.pos[b] not in NAMING:
            return False
        return person.words[0] == a or reading.pos[a - 1] != "ADP"

    def _is_of_life(self, number: int, telling: Telling) -> bool:
        """Whether a clause tells of a place as one where somebody lives or was before: "arrested Moor, who was born in
        {Oslo}"; what is said is not said where it tells that somebody did something else."""

        def tells_of_life(verb: int) -> bool:
            who = "who" in valency.forms(self.reading, verb, *valency.SUBJECTS)
            other = telling.type in UTTERED or valency.is_one_of("residing", self.reading, verb)
            return self.reading.relation[verb] == "acl:relcl" and who and other

        return aside(self.reading, self._named.starts[number], telling.trigger, tells_of_life, ABOVE) is not None

    def _is_thing_from(self, number: int, top: int, telling: Telling) -> bool:
        """Whether a country tells where goods come from: "banned imports from {Peru}"."""
        reading = self.reading
        words = range(*self._named.words[number])
        cases = {reading.word(k).lower() for i in words for k in valency.parts(reading, i, "case") if k < i}
        goods = reading.pos[reading.head[top]] == "NOUN" and reading.head[top] != telling.trigger
        return goods and cases == {"from"} and self._named.is_state(number) and telling.type in TRADING

    def _is_apart(self, name: int, top: int) -> bool:
        """Whether a comma parts somebody's name from what is told of him."""
        reading = self.reading
        return reading.pos[name] == "PROPN" and any(reading.word(i) == "," for i in range(name, top))

    def is_of_somebody(self, number: int) -> bool:
        """Whether a country tells in passing where somebody is or was, or a town by what he does there: "the mayor, who
        is on a visit to {Chile}"."""
        above = self.reading.upward(self._named.starts[number], ABOVE)
        clause = next((i for i in above if self.reading.relation[i] == "acl:relcl"), None)
        passing = clause is not None and (self._named.is_state(number) or self.reading.pos[clause] == "NOUN")
        return clause is not None and passing and "who" in valency.forms(self.reading, clause, *valency.SUBJECTS)

    def _is_topic(self, number: int, telling: Telling) -> bool:
        """Whether a country is what somebody speaks or negotiates about: "met the senator for talks on {Chad}"."""
        if telling.type not in (*UTTERED, "CONSULT") or not self._named.is_state(number):
            return False
        reading, top = self.reading, self._named.tops[number]
        cases = valency.forms(reading, top, "case")
        return bool(cases) and cases <= lexicon.function_words("topical")

    # --- where somebody spoke ----------------------------------------------------------------------------------------

    def is_where_said(self, number: int, telling: Telling) -> bool:
        """Whether a place tells where somebody spoke of an event, or sits: "soldiers burned the market, he said in
        Accra", "officials in Geneva said that the town was shelled"."""
        first, around = self._named.starts[number], self._chains.around
        told = around(self.reading.starts[telling.trigger])
        if any(self._is_seat(first, self._chains.found[n].source) for n in told):
            return True
        if self._told_behind(first) in told:
            return True  # be the tree wrong
        above = [*takewhile(lambda i: i != telling.trigger, self.reading.upward(first, ABOVE))]
        cue = next((i for i in above if i in self._cues), first)
        speaks = any(valency.is_one_of("speaking", self.reading, i) for i in above if i < cue)
        if cue == first or (cue > first and not speaks):
            return False  # "in Homs, witnesses said": what they saw is there, too; not "speaking in Paris, he said"
        return self._cues[cue] in told and self._cues[cue] not in around(self.reading.starts[first])

    def _is_seat(self, place: int, source: Words | None) -> bool:
        """Whether a place stands in the words for a source that speaks from there of what it has not seen: "the UN's
        office in Addis Ababa", "a refugee in Chad", but not "villagers in Konso"."""
        reading = self.reading
        if source is None:
            return False
        left = next((i for i in reading.upward(place, ABOVE) if valency.is_one_of("leaving", reading, i)), None)
        if left is not None and source[0] <= reading.head[left] < source[1]:
            return True  # "a clerk, who fled to Accra, said"
        if not source[0] <= place < source[1]:
            return False
        away = ("distant", "exiled")
        return any(valency.is_one_of(use, reading, i) for i in range(source[0], place) for use in away)

    def is_where_other_spoke(self, number: int, telling: Telling, actors: Iterable[str]) -> bool:
        """Whether a place tells where somebody spoke who has no part in what another sentence tells."""
        saying, sentence = self._saying(number), self.reading.sentence
        if saying is None or sentence[self._named.starts[number]] == sentence[telling.trigger]:
            return False
        return not any(id in self._speakers[saying] for id in actors)

    def speakers_at(self, number: int) -> Iterable[str]:
        """Those who are told to have spoken in a place."""
        saying = self._saying(number)
        return () if saying is None else self._speakers[saying]

    def places_of(self, saying: int) -> Iterable[int]:
        """The numbers of the places that tell where something was said."""
        return self._said_at.get(saying, ())

    @cached_property
    def _said_at(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for k in range(len(self._named.places)):
            if (saying := self._saying(k)) is not None:
                found.setdefault(saying, []).append(k)
        return found

    def _saying(self, number: int) -> int | None:
        """The saying of which a place tells where it was said: "he said in {Accra}", be the tree wrong."""
        first = self._named.starts[number]
        hangs = self.reading.head[self._named.tops[number]]
        if valency.is_one_of("speaking", self.reading, hangs) and self.reading.head[hangs] in self._cues:
            return self._cues[self.reading.head[hangs]]  # "speaking in {Accra}, he said"
        beside = first - 2 if first > 1 and self.reading.pos[first - 1] == "ADP" else first
        cue = next((i for i in (hangs, beside) if i in self._cues and i < first), None)
        if cue is None:
            return self._told_behind(first)
        if self._cues[cue] in self._chains.around(self.reading.starts[first]):
            return None
        return self._cues[cue]

    def _told_behind(self, place: int) -> int | None:
        """The saying behind whose words a place stands, with no other verb between: "‘…’, he said in a statement from
        {Accra}"."""
        reading, around = self.reading, self._chains.around(self.reading.starts[place])
        back = range(place - 1, max(-1, place - BEHIND), -1)
        verb = next((i for i in back if i in self._cues or reading.pos[i] in ("VERB", "PUNCT")), place)
        saying = self._cues.get(verb)
        if saying is None or around or reading.sentence[verb] != reading.sentence[place]:
            return None
        content = self._chains.found[saying].content
        return saying if content and min(content)[1] <= reading.starts[verb] else None

    def _is_in_what_is_said(self, number: int, telling: Telling) -> bool:
        """Whether a place stands in what is demanded, refused or agreed to, and not with the act of it: "called for
        talks with the rebels in Homs"."""
        if telling.type not in UTTERED:
            return False
        above = self.reading.upward(self._named.starts[number], ABOVE)
        passed = list(takewhile(lambda i: i != telling.trigger, above))
        return len(passed) > 1 and self.reading.head[passed[-1]] == telling.trigger

    def _is_in_what_is_to_be(self, number: int, telling: Telling) -> bool:
        """Whether a place is where that is to be done which is asked for, promised or threatened: "voted to send nurses
        to {Chad}"."""
        if telling.type not in UTTERED:
            return False
        path = list(takewhile(lambda i: i != telling.trigger, self.reading.upward(self._named.starts[number], ABOVE)))
        verbs = (i for i in path if self.reading.pos[i] == "VERB" and self.reading.relation[i] == "xcomp")
        aims = [i for i in verbs if "to" in valency.forms(self.reading, i, "mark")]
        return bool(aims) and self.reading.head[path[-1]] == telling.trigger

    # --- where something else was done -------------------------------------------------------------------------------

    def _is_within(self, number: int, trigger: int) -> bool:
        """Whether neither a place nor what happened is set apart in time from the rest of a sentence, or both in the
        same phrase; what is known by its day did not happen where the report goes on to either."""
        reading, a = self.reading, self._named.starts[number]
        around, adverbs = self._asides.around(trigger), valency.parts(reading, trigger, "advmod")
        if a < trigger and any(valency.is_one_of("here", reading, i) for i in adverbs):
            return True
        if reading.sentence[a] == reading.sentence[trigger]:
            return self._asides.around(a) == around and not self._is_goal(number, trigger)
        return around is None or a < trigger

    def _is_goal(self, number: int, trigger: int) -> bool:
        """Whether a place is where somebody went after something or before it: "fled to {Oslo} after the robbery"."""
        reading, top = self.reading, self._named.tops[number]
        verb, above = reading.head[top], list(reading.upward(trigger, ABOVE))
        to = any(reading.word(i).lower() == "to" for i in valency.parts(reading, top, "case") if i < top)
        if not to or trigger == verb or verb not in above:
            return False
        steps = above[: above.index(verb)]
        cases = (reading.word(k).lower() for i in steps for k in valency.parts(reading, i, "case", "mark") if k < i)
        return not lexicon.time_cues("apart").isdisjoint(cases)

    def _is_aside(self, number: int, telling: Telling) -> bool:
        """Whether the words between a place and what happened set it elsewhere: "a town bordering {Chad}", "deployed
        troops stationed in {Gao}", "amid protests in {Lagos}"."""
        reading, top = self.reading, self._named.tops[number]
        path = list(reading.upward(top, ABOVE))
        uses = ("opposite", "besides") if telling.trigger in path else ("opposite",)
        beside = frozenset[str]().union(*map(lexicon.function_words, uses))
        for i in takewhile(lambda i: i != telling.trigger, path):
            cases = {reading.word(k).lower() for k in valency.parts(reading, i, "case", "mark") if k < i}
            if not cases.isdisjoint(beside):
                return True
            if i != top and whom.is_act(reading, i) and not cases.isdisjoint(lexicon.time_cues("matter")):
                return True  # "expelled two envoys over the killing in {Oslo}"
            if reading.relation[i] in ("acl", "acl:relcl") and self._is_other(i, top, telling):
                return True
        return False

    def _is_other(self, verb: int, place: int, telling: Telling) -> bool:
        """Whether a verb tells what lies beside a place, or where those are whom one sends elsewhere."""
        sides = toponyms.words("part")  # "in north-east Chad"
        between = [i for i in range(verb, place) if self.reading.pos[i] == "ADP" and self.reading.word(i) not in sides]
        uses = ("bordering", "stationed") if telling.type == "MOBILIZE" else ("bordering",)
        return len(between) < 2 and any(valency.is_one_of(use, self.reading, verb) for use in uses)

    def _is_of_a_thing(self, number: int, telling: Telling) -> bool:
        """Whether a place tells where something was made or done of which a telling does not tell: "broke the truce
        {signed in Oslo}", "the man born in Lagos"."""
        reading = self.reading

        def is_participle(verb: int) -> bool:
            return reading.relation[verb] == "acl" and reading.word(verb).lower().endswith("ed")

        clause = aside(reading, self._named.starts[number], telling.trigger, is_participle, ABOVE)
        return clause is not None and reading.head[clause] != telling.trigger
