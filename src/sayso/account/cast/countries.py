"""Whose is a government of which no country is told: that of the country spoken of, or where the report is set?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile

from sayso import lexicon
from sayso.account.cast.marked_text import MarkedText
from sayso.account.grammar import valency
from sayso.account.named.terms import DEFINITE, clean
from sayso.account.said.cues import cue_force
from sayso.account.said.force_types import REACTING

BEFORE = 3  # sentences over which a country spoken of may be meant still
SELDOM = 2  # times as often the country of the report is named as one that is then named in passing
ABROAD = ("REB", "NGO")  # sectors of those who may be in another country than their own
UP = 15  # steps up the tree to a subject or an object


class Countries:
    """The countries that a text speaks of, and how: as states that act, or as places that are only named."""

    def __init__(self, text: MarkedText) -> None:
        self._text, self._reading, self._terms, self._land = text, text.reading, text.terms, text.land

    def here(self, at: int) -> str | None:
        """The country a bare "the government" belongs to: the one spoken of last in its sentence, or that acts in the
        sentence before; else of those named in the three before the one named most, of several the last; else the one
        that the report is set in."""
        if told := self.whose_words(at) or self._rebuffing(at):
            return told
        reading, place = self._reading, self._terms.place
        sentence = reading.sentence[at]
        named: Counter[str | None] = Counter()
        last, towards = None, None
        for i in self._before(at):
            if self._text.furniture[i]:
                continue
            away = sentence - reading.sentence[i]
            if i in place and self.tells_where(i):
                code = place[i][2]
                if self._is_elsewhere(i, at) or self._is_one_of_several(i):
                    continue
                if away == 0 and self._follows(i, "aside"):
                    towards = towards or code  # "Peru's first flight to {Chile} was stopped by the government"
                    continue
                if away == 0 or (towards is None and away == 1 and self._acts_on(i, at)):
                    return code
                last = last or code
                named[code] += 1
            elif towards is None and away == 1 and (acting := self._acts_for(i)):
                return acting
            elif i in self._text.towns:
                named[self._land[i]] += 1
        home = self._setting
        if towards is not None:
            return towards
        if last and home and SELDOM * self._times_named[last] <= self._times_told(home):
            return home
        return max((last, home, *named), key=lambda code: (code is not None, named[code])) if last else home

    def _acts_on(self, place: int, at: int) -> bool:
        """Whether a country named from a word on acts in the sentence before another word; one that is named this once
        acts in its own paragraph alone: "{Norway} sent food.\nThe ministry said nine people had died"."""
        reading, (end, _, code) = self._reading, self._terms.place[place]
        here = reading.paragraph[place] == reading.paragraph[at] or self._times_named[code] > 1
        return here and reading.relation[end - 1] == "nsubj"

    def _is_one_of_several(self, at: int) -> bool:
        """Whether the country named from a word on acts together with others, of which none has "the government":
        "{Peru} and {Chile} sent nurses"."""
        reading, place, top = self._reading, self._terms.place, self._terms.place[at][0] - 1
        first = self._first_joined(top)
        joined = {place[i][2] for i in (first, *valency.parts(reading, first, "conj")) if i in place}
        told = first == top or first in place
        return told and reading.relation[first] == "nsubj" and bool(joined - {place[at][2]})

    def _before(self, at: int) -> Iterator[int]:
        """The words before another that are near enough, the nearest first."""
        sentence = self._reading.sentence
        return takewhile(lambda i: sentence[at] - sentence[i] <= BEFORE, range(at - 1, -1, -1))

    # --- which country acts ---

    def whose_words(self, at: int) -> str | None:
        """The country that acts in the words which a speaker told behind them says in his sentence: "{Peru} denounced a
        raid by Chile, the ministry said"."""
        k = self._text.speaker_at.get(at)
        said = self._text.speakers[k].content if k is not None else ()
        sentence, place = self._reading.sentence, self._terms.place
        words = (i for a, b in said for i in range(a, min(b, at)) if sentence[i] == sentence[at])
        acting = (place[i][2] if i in place and self._acts(i) else self._acts_for(i) for i in words)
        return next((code for code in acting if code), None)

    def _acts(self, at: int) -> bool:
        """Whether the country that is named from a word on is the subject of a verb."""
        end = self._terms.place[at][0]
        return any(self._reading.relation[i] == "nsubj" for i in range(at, end)) and self.tells_where(at)

    def _acts_for(self, at: int) -> str | None:
        """The country whose government a capital stands for that acts: "{Accra} summoned the envoy"."""
        seat = self._terms.seat.get(at)
        return seat[1].country if seat and self._reading.relation[at] == "nsubj" and at not in self._land else None

    def _rebuffing(self, at: int) -> str | None:
        """The country that was criticised shortly before, where a body rejects the criticism: "Peru criticised {Chile}.
        The government dismissed the criticism"."""
        reading = self._reading
        noun = next((i for i in reading.upward(at, UP) if reading.relation[i] == "nsubj"), None)
        if noun is None or not self._is_rebuff(reading.head[noun]):
            return None
        blamed = (self._blamed(i) for i in self._before(at) if reading.relation[i] == "obj")
        return next((code for code in blamed if code), None)

    def _blamed(self, noun: int) -> str | None:
        """The country that another accuses of something, if this object of a verb is one."""
        reading, place = self._reading, self._terms.place
        verb = reading.head[noun]
        if not _tells_of_accusing(reading.word(verb)):
            return None
        blamed = next((place[k][2] for k in place if k <= noun < place[k][0]), None)
        blaming = {place[k][2] for k in valency.parts(reading, verb, "nsubj") if k in place}
        return blamed if blaming - {blamed} else None

    def _is_rebuff(self, verb: int) -> bool:
        """Whether a verb tells that somebody rejects what is said of him: "{denied} the charge"."""
        reading = self._reading
        rebuffs = lexicon.denial_words("deny") | lexicon.denial_words("dismiss")
        if rebuffs.isdisjoint(lexicon.lemmas(reading.word(verb))):
            return False
        said = lexicon.denial_words("claim") | lexicon.denial_words("remark")
        return any(not said.isdisjoint(lexicon.lemmas(reading.word(i))) for i in valency.parts(reading, verb, "obj"))

    # --- which is only named ---

    def tells_where(self, at: int) -> bool:
        """Whether the name of a country tells of what state is spoken."""
        return not self._tells_a_firm(at) and not self.is_aside(at, self._terms.place[at][2])

    def is_aside(self, at: int, code: str | None) -> bool:
        """Whether a country is named a single time, as somewhere to be, to go or to come from: "a visit to Brazil",
        "Britain-based Harrow", "Judge Amina Diallo of Senegal", "the French embassy"."""
        if self._times_named[code] != 1:
            return False
        t = self._terms
        of_somebody = t.lower[at - 1 : at] == ["of"] and at - 2 in t.name_at and t.name_at[at - 2].kind == "PERSON"
        behind = t.lower[t.place[at][0] : t.place[at][0] + 2] if at in t.place else []
        seated = behind[:1] == ["-"] and not lexicon.function_words("seated").isdisjoint(behind[1:])
        abroad = seated or not lexicon.function_words("abroad").isdisjoint(behind[:1])
        return of_somebody or abroad or self._sends_envoy(at) or self._follows(at, "aside")

    def _tells_a_firm(self, at: int) -> bool:
        """Whether a nation tells whose a firm is, a charity or rebels: "the Swiss-based company", "a Rwandan Hutu rebel
        group", "an Italian charity" tell nothing of where we are."""
        t, after = self._terms, self._terms.place[at][0]
        if t.place[at][1] != "nationality":
            return False
        beside = ("ADJ", "VERB", "PROPN")
        while after < len(self._reading) and after not in t.body and (t.pos(after) in beside or t.lower[after] == "-"):
            after += 1
        return after in t.body and (t.body[after][1].family == "company" or t.body[after][1].sector in ABROAD)

    def _sends_envoy(self, at: int) -> bool:
        """Whether a country is one of whose envoys are spoken of: "the {ambassadors} of Chile and Peru"."""
        t, k = self._terms, at - 1
        while k > 0 and (t.lower[k] in (",", "and") or t.lower[k] in DEFINITE or k in t.place):
            k -= 1
        abroad = lexicon.function_words("abroad")
        return k > 0 and t.lower[k] == "of" and not abroad.isdisjoint(lexicon.lemmas(t.lower[k - 1]))

    def _is_elsewhere(self, place: int, at: int) -> bool:
        """Whether a country is told to be another than that of whoever stands at a word: "{Norway} urged the
        authorities", or to speak from afar."""
        state = self._terms.place[place][0] - 1
        if self._reading.sentence[place] == self._reading.sentence[at]:
            return self._is_addressed_by(state, at)
        return self._times_named[self._terms.place[place][2]] == 1 and self._reacts(state)

    def _is_addressed_by(self, state: int, at: int) -> bool:
        """Whether a state is the subject of the verb whose object stands at a word."""
        reading, state = self._reading, self._first_joined(state)
        verb = reading.head[state]
        noun = next((i for i in reading.upward(at, UP) if reading.head[i] == verb), None)
        subject = reading.relation[state].startswith("nsubj")
        return subject and noun is not None and reading.relation[noun] in ("obj", "iobj")

    def _reacts(self, state: int) -> bool:
        """Whether a state, or one of several, is told to say what it thinks of what happens elsewhere: "{Chile} and
        Peru voiced concern"."""
        reading, state = self._reading, self._first_joined(state)
        verb = reading.head[state]
        words = (verb, *valency.parts(reading, verb, "obj"))
        return reading.relation[state] == "nsubj" and any(cue_force(reading.word(i)) in REACTING for i in words)

    def _first_joined(self, noun: int) -> int:
        """The first of several nouns joined of which one is given."""
        reading = self._reading
        while reading.relation[noun] == "conj" and reading.head[noun] != noun:
            noun = reading.head[noun]
        return noun

    @cached_property
    def _times_named(self) -> Counter[str | None]:
        """How often each country is named in the prose."""
        return Counter(code for i, (_, _, code) in self._terms.place.items() if not self._text.furniture[i])

    def _times_told(self, home: str) -> int:
        """How often the country in which the report is set is named, the telling that it is set there counted if it is
        named at all: a story of Chad may be written in Geneva."""
        named = self._times_named[home]
        return named + (named > 0)

    # --- where the report is set ---

    @cached_property
    def _setting(self) -> str | None:
        """The country that the report is set in: where its first sentence says that it happened, else that of the
        dateline: a story of Mozambique may be written in Lisbon."""
        text, sentence = self._text, self._reading.sentence
        prose = [
            i for i in range(len(sentence)) if not (text.furniture[i] or text.in_title(i) or text.in_dateline(i))
        ]  # fmt: skip
        opening = (i for i in prose if sentence[i] == sentence[prose[0]])
        named = (i for i in opening if i in self._terms.place and self._follows(i, "located"))
        return next((self._terms.place[i][2] for i in named), None) or self._of_dateline()

    def _of_dateline(self) -> str | None:
        """The country of the dateline."""
        for piece in reversed((self._text.report.dateline or "").replace("(", ",").split(",")):
            name = clean(piece).title()
            if code := lexicon.country(name):
                return code
            if (seat := lexicon.seat(name)) and seat.country:
                return seat.country
        return None

    def _follows(self, at: int, use: str) -> bool:
        """Whether a place stands behind a preposition of some use: "in northern Mozambique"."""
        t = self._terms
        beside = lexicon.function_words("beside")
        while at > 0 and (t.pos(at - 1) in ("ADJ", "DET", "PROPN") or t.lower[at - 1] in beside):
            at -= 1
        return at > 0 and t.lower[at - 1] in lexicon.function_words(use)


def _tells_of_accusing(verb: str) -> bool:
    """Whether a verb tells that somebody is accused."""
    known = lexicon.event_word(verb, "VERB")
    return known is not None and "ACCUSE" in known.types
