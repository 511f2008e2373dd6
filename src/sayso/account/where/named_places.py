"""Where does each place of a report stand in its text, and which of those side by side lies in which?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso import gazetteer, lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.word_spans import WordSpans
from sayso.account.where import toponyms
from sayso.gazetteer import fold
from sayso.model import Place
from sayso.reader.reading import Reading, Words

BESIDE = 6  # words from the name of a country to what is named in it
ABOVE = 12  # steps up the tree from a place to the name around it
BEFORE = 12  # words of a name before the place that ends it


class NamedPlaces(WordSpans):
    """The places of a report, by the words that name them."""

    def __init__(self, reading: Reading, places: Sequence[Place]) -> None:
        super().__init__(reading, [place.span for place in places])
        self.places = places
        self.names = [fold(place.text) for place in places]
        self.tops = [self._top(words) for words in self.words]  # the word of each that its others hang on
        self.firsts: list[int] = []  # the place that stands before each in which it lies: "Jos" of "Jos, Plateau State"
        for k in range(len(places)):
            self.firsts.append(self.firsts[k - 1] if self._is_around_last(k) else k)
        self.in_names = {k for k in range(len(places)) if self._is_in_a_name(k)}

    def following(self, word: int) -> int:
        """The number of the first place that begins no earlier than a word."""
        return bisect_left(self.starts, word)

    def narrower(self, number: int) -> int:
        """A place that stands beside one and lies in it: "Japan's northern island Hokkaido", "Jos's Main Market"."""
        a, b = self.words[number]
        beside = self.within((max(0, a - BESIDE), b + BESIDE))
        tests = (self.lies_in, lambda k, number: self._has(number, k), self._is_named_behind)
        return next((k for k in beside if any(test(k, number) for test in tests)), number)

    def _is_named_behind(self, number: int, state: int) -> bool:
        """Whether a place is the name of what another stands before: "the U.S. territory of {Guam}"."""
        reading, noun = self.reading, self.reading.head[self.tops[state]]
        before = reading.relation[self.tops[state]] in ("compound", "amod", "nmod:poss") and self.starts[state] < noun
        of = reading.word(self.starts[number] - 1).lower() == "of" and noun < self.starts[number]
        named = before and of and reading.head[self.tops[number]] == noun
        return named and self.firsts[number] != state

    def lies_in(self, number: int, state: int) -> bool:
        """Whether a place lies in another, a country."""
        place, around = self.places[number], self.places[state]
        return lexicon.is_state(around) and place.country == around.country and not lexicon.is_state(place)

    def is_state(self, number: int) -> bool:
        """Whether a place is a country."""
        return lexicon.is_state(self.places[number])

    def is_capital(self, number: int) -> bool:
        """Whether a place is the capital of its country."""
        place = self.places[number]
        return place.country is not None and place.text in lexicon.countries()[place.country].capitals

    def may_be_town(self, number: int) -> bool:
        """Whether a place may be a town: neither a country nor a building, which lies where its town does."""
        place = self.places[number]
        built = place.text.split()[-1].lower() in toponyms.words("facility")
        return not lexicon.is_state(place) and (place.geonameid is not None or (place.lat is None and not built))

    def _top(self, words: Words) -> int:
        a, b = words
        return next((i for i in range(a, b) if not a <= self.reading.head[i] < b), a)

    def _is_around_last(self, number: int) -> bool:
        """Whether the place before one lies in it, as a comma says: "Jos, {Plateau State}"."""
        if not number:
            return False
        (_, end), (start, _) = self.words[number - 1 : number + 1]
        inside = self.places[number - 1].country in (self.places[number].country, None)
        if start - end == 1 and self.reading.word(end) == ",":
            return inside
        return inside and self._is_part(number - 1, number)

    def _is_part(self, number: int, around: int) -> bool:
        """Whether a place is told to be part of the next: "Elm {village of} Guma", "the Elm Hill {quarter of} Jos"."""
        reading, ((a, b), (c, _)) = self.reading, (self.words[number], self.words[around])
        noun, *said = [reading.word(i).lower() for i in range(b, c)] or [""]
        if [word for word in said if word not in lexicon.function_words("article")] != ["of"]:
            return False
        if toponyms.kind_of(noun):  # "the Jos village of Elm" is Elm
            return a == 0 or not valency.is_word("article", reading, a - 1)
        return noun in toponyms.words("site") and self._people(around) > self._people(number)

    def _people(self, number: int) -> int:
        """How many people live in a place, as far as the gazetteer knows."""
        place = self.places[number]
        known = gazetteer.lookup(place.name or place.text) if place.geonameid is not None else ()
        return next((c.population for c in known if c.geonameid == place.geonameid), 0)

    def _is_in_a_name(self, number: int) -> bool:
        """Whether a part of the world is part of what a body is called: "the Organization for Security in {Europe}"."""
        (a, b), place = self.words[number], self.places[number]
        if place.country is not None:
            return False
        if any(lexicon.organization(self.reading.string((i, b))) for i in range(max(0, a - BEFORE), a)):
            return True
        near = (self.reading.mentions.get(i) for i in self.reading.upward(a, ABOVE))
        names = (one for one in near if one is not None and one.kind == "organization")
        return any(one.words[0] < a and b <= one.words[1] for one in names)

    def _has(self, number: int, other: int) -> bool:
        """Whether a place is the owner of another: "{Jos's} Main Market"."""
        top, (a, b) = self.tops[number], self.words[other]
        return self.reading.relation[top] == "nmod:poss" and a <= self.reading.head[top] < b and number != other
