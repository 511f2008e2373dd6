"""Which place does a telling itself name for its event: by a name, by "the town", by what is attacked?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head as clause_head
from sayso.account.happened.act_types import HARMFUL
from sayso.account.happened.tellings import Telling
from sayso.account.where.named_places import BESIDE, NamedPlaces
from sayso.account.where.other_places import OtherPlaces
from sayso.account.where.toponyms import STRONG, kind_of
from sayso.reader.reading import Words

BEHIND = 3  # words before "where" among which the place stands
MEANT = 3  # mentions back from "the town" to where it was named, at most
UP = 3  # steps up the tree from what happened to a clause of which a place is told
REACH = 12  # words from what happened on to where it did
BEFORE = 16  # places looked at, back from "the town"
AT = STRONG | {"over"}  # prepositions before where something is done


class ToldPlaces:
    """The places of a report that its tellings name for their events."""

    def __init__(self, named: NamedPlaces, others: OtherPlaces) -> None:
        self.reading, self._named, self._others = named.reading, named, others

    def of(self, telling: Telling, actors: Iterable[str]) -> int | None:
        """The number of the place that a telling names for its event: the narrowest, which stands first ("Homs,
        Syria"), or what it calls by another word ("in the town"), or what is attacked ("shelled Homs"). actors: the ids
        of those who did it."""
        named, trigger = self._named, telling.trigger
        if (where := self._where(trigger)) is not None:
            return where
        attacked = self._attacked(telling) if telling.type == "ASSAULT" else None
        for words in telling.parts["place"]:
            if attacked is not None and self.reading.sentence[words[0]] != self.reading.sentence[trigger]:
                continue
            if self._is_left(words, telling):
                continue
            within = [k for k in named.within(words) if not self._others.is_where_other_spoke(k, telling, actors)]
            fits = next((k for k in within if self._others.may_be_of(k, telling)), None)
            if fits is not None:
                return self._in_its_town(named.narrower(named.firsts[fits]))
            if (meant := self._meant(words, telling)) is not None:
                return meant if named.is_state(meant) else named.narrower(meant)
        if attacked is not None:
            return named.narrower(named.firsts[attacked])
        near = named.within((trigger, trigger + REACH))
        at = next((k for k in near if self._is_at(k, telling)), None)
        at = self._gone_to(telling) if at is None else at
        return self._home(telling) if at is None else at

    def where_said(self, saying: int) -> int | None:
        """The number of the place where something was said, and so was done what is done by saying it: "we welcome the
        vote, she said in {Lima}"."""
        named = self._named
        return next((named.narrower(named.firsts[k]) for k in self._others.places_of(saying)), None)

    def _in_its_town(self, number: int) -> int:
        """The town named in the first line where what stands in it is told to be a state's: "TBILISI - Police fired gas
        outside {Georgia's} parliament"."""
        reading, named = self.reading, self._named
        if not named.is_state(number) or reading.relation[named.tops[number]] != "nmod:poss":
            return number
        here = reading.paragraph[named.starts[number]]
        before = (k for k in range(number) if reading.paragraph[named.starts[k]] == here)
        return next((k for k in before if named.lies_in(k, number) and named.may_be_town(k)), number)

    def _is_left(self, words: Words, telling: Telling) -> bool:
        """Whether words tell what somebody left, and a telling of something else: "he fled {the country}, and rebels
        killed his brother"."""
        head = clause_head(self.reading, words)
        verb = self.reading.head[head]
        bare = not valency.has(self.reading, head, "case")
        return bare and verb not in (head, telling.trigger) and valency.is_one_of("leaving", self.reading, verb)

    def _where(self, trigger: int) -> int | None:
        """The place of which a clause tells what was done there: "a prison in {Cairo}, where they were beaten"."""
        reading, named = self.reading, self._named
        for verb in reading.upward(trigger, UP):
            for at in valency.parts(reading, verb, "advmod"):
                if at < verb and valency.is_one_of("where", reading, at):
                    near = [k for k in named.within((at - BEHIND, at)) if named.words[k][1] >= at - 1]
                    return named.firsts[near[-1]] if near else None
        return None

    def _is_at(self, number: int, telling: Telling) -> bool:
        """Whether the tree says that something was done at a place: "fired a missile over Japan"."""
        reading, top, a = self.reading, self._named.tops[number], self._named.starts[number]
        cases = {reading.word(i).lower() for i in range(max(0, a - 3), a) if reading.head[i] == top}
        return reading.head[top] == telling.trigger and reading.relation[top] == "obl" and not AT.isdisjoint(cases)

    # --- where people live -------------------------------------------------------------------------------------------

    def _home(self, telling: Telling) -> int | None:
        """The town whose people protest, or suffer what is done to them: "residents of {Gao} blocked the road"."""
        if telling.type not in (*HARMFUL, "PROTEST"):
            return None
        role = "actor" if telling.type == "PROTEST" else "recipient"
        here = self.reading.sentence[telling.trigger]
        people = [words for words in telling.parts[role] if self.reading.sentence[words[0]] == here]
        near = (k for a, b in people for k in self._named.within((a, b)) if self._is_home(k))
        return next((self._named.firsts[k] for k in near if self._others.may_be_of(k, telling)), None)

    def _is_home(self, number: int) -> bool:
        """Whether people are told to live in a place: "villagers of {Kona}", "{Gao} residents"."""
        reading, top = self.reading, self._named.tops[number]
        lives = valency.is_one_of("dwellers", reading, reading.head[top])
        cases = valency.forms(reading, top, "case")
        return lives and (cases <= {"of", "in", "from"} if cases else reading.relation[top] == "compound")

    # --- where somebody went -----------------------------------------------------------------------------------------

    def _gone_to(self, telling: Telling) -> int | None:
        """The place to which somebody goes, or where he is, to do something: "flew to {Kigali} to meet the rebels"."""
        reading, trigger = self.reading, telling.trigger
        verb = reading.head[trigger]  # or the noun: "was in {the capital} to meet"
        to = "to" in valency.forms(reading, trigger, "mark")
        if not to or verb > trigger or reading.relation[trigger] not in ("advcl", "acl", "xcomp"):
            return None
        if reading.pos[verb] == "NOUN" and valency.has(reading, verb, "cop"):
            return self._known(verb, telling)
        near = self._named.within((max(0, trigger - REACH), trigger))
        at = (k for k in near if self._is_aim_of(k, verb) and not self._others.is_where_said(k, telling))
        return next((self._named.firsts[k] for k in at), None)

    def _is_aim_of(self, number: int, verb: int) -> bool:
        """Whether a place is where a verb leads or something is: "flew to {Kigali}", "flew to the north of {Chad}"."""
        reading, top = self.reading, self._named.tops[number]
        while reading.relation[top] in ("nmod", "compound", "appos") and reading.head[top] != verb:
            top = reading.head[top]
        there = reading.relation[top] == "obl" and reading.head[top] == verb
        return there and not (AT | {"to"}).isdisjoint(valency.forms(reading, top, "case"))

    # --- what is attacked --------------------------------------------------------------------------------------------

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
            within = (k for k in self._named.within((a, b)) if not self._others.is_of_title(k))
            named = (k for k in within if not a <= self.reading.head[self._named.tops[k]] < b)
            if (number := next(named, None)) is not None:
                return number
        return None

    # --- what is called by another word ------------------------------------------------------------------------------

    def _meant(self, words: Words, telling: Telling) -> int | None:
        """The place that a phrase means that names none: "the town", "there", "the Syrian capital"."""
        for i in range(*words):
            if (named := self._named_before(i)) is not None:
                return self._of_kind(named, i)
        return next((k for i in range(*words) if (k := self._known(i, telling)) is not None), None)

    def _named_before(self, word: int) -> int | None:
        """The place to which what a word means goes back: "Gao … {the town}"."""
        at: int | None = word
        for _ in range(MEANT):
            mention = self.reading.mentions.get(at) if at is not None else None
            at = None if mention is None else mention.antecedent
            if at is not None and (named := self._named.within((at, at + 1))):
                return named[0]
        return None

    def _of_kind(self, number: int, noun: int) -> int | None:
        """Of the places of a name that a noun points at, the country it stands in if "the country" is meant."""
        if not valency.is_one_of("state", self.reading, noun):
            return number
        first = self._named.firsts[number]
        alike = (k for k in range(first, len(self._named.places)) if self._named.firsts[k] == first)
        return next((k for k in alike if self._named.is_state(k)), None)

    def _known(self, noun: int, telling: Telling) -> int | None:
        """The place that a noun points at as known: the last before it that is so called, and of the country that an
        adjective gives, but not where somebody spoke of what was done there; a capital named anywhere."""
        reading, named, word = self.reading, self._named, self.reading.word(noun).lower()
        before = [reading.word(i) for i in range(max(0, noun - BESIDE), noun) if reading.head[i] == noun]
        told = [*map(" ".join, pairwise(before)), *before]  # "the North Korean capital"
        country = next((code for text in told if (code := lexicon.nationality(text) or lexicon.country(text))), None)
        if country is None and lexicon.function_words("definite").isdisjoint(map(str.lower, before)):
            return None  # "a town"
        following = named.following(noun)
        behind = range(following - 1, max(-1, following - BEFORE), -1)
        capital = word in lexicon.function_words("capital")
        if capital:
            fits = (k for k in (*behind, *range(following, len(named.places))) if named.is_capital(k))
        elif word in lexicon.function_words("state"):
            fits = (k for k in behind if named.is_state(k))
        elif kind_of(word) == "city":
            fits = (k for k in behind if named.may_be_town(k))
        else:
            return None
        fits = (k for k in fits if country in (None, named.places[k].country))
        return next((k for k in fits if capital or not self._others.is_where_said(k, telling)), None)
