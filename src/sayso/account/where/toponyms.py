"""Toponyms: which names of a report are meant as places, and what the text says of where they lie.

"In France" names a place; in "France agreed" a government acts, "French" is a people, and the University of Chicago is
a body. The tree tells most of it: what a name depends on, and by which preposition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from sayso import gazetteer, lexicon
from sayso.account.grammar import valency
from sayso.account.named.surnames import namesakes
from sayso.account.named.terms import POSSESSIVE
from sayso.gazetteer import Candidate, fold
from sayso.reader.reading import Reading, Words

KNOWN = 100_000  # people of a town that is known by its name alone
BESIDE = 6  # words after a name in which it is told whose it is
LONGEST = 12  # words of a name that may hold those of several places, or say what the place is

DASHES = {"-", "–", "—", "--", "―"}
STRONG = frozenset(("in", "inside", "near", "outside", "at", "across", "throughout", "within"))  # places alone follow
LOOSE = frozenset(("on", "over", "toward", "towards", "around", "down", "up"))  # "pressure on Georgia"
# Roles of a name in its sentence that tell nothing: it stands alone, in a list, a dateline, a heading
ALONE = frozenset(
    ("nmod", "nmod:unmarked", "obl:unmarked", "obl", "root", "dep", "parataxis", "list", "xcomp", "ccomp", "appos",
     "conj", "advmod", "dislocated", "orphan", "acl", "advcl")
)  # fmt: skip
MODIFIERS = frozenset(("compound", "amod", "flat", "nmod:desc", "nmod:poss", "det"))
COMMAS = ((",",), ("(",))
LISTS = ((",",), ("and",), ("or",), (",", "and"), (",", "or"))

_ROAD = re.compile(r"(?:[ABMNE]|I-|US-|Route |Highway |Interstate )\d{1,4}")


words = lexicon.toponym_words


@cache
def _common() -> frozenset[str]:
    uses = ("admin1", "admin2", "city", "site", "facility", "part", "of")
    return frozenset(word for use in uses for word in words(use)) | {"ocean", "'s", "’s", "of", "the", "and"}


def is_common(lower: Iterable[str]) -> bool:
    """Whether words alone name no place, though somewhere a village is called so: "the Valley"."""
    common = _common()
    return all(word in common for word in lower)


def kind_of(word: str) -> str:
    """What a noun calls a place: "province" admin1, "district" admin2, "village" city; "" if none of these."""
    return next((kind for kind in ("admin1", "admin2", "city") if word in words(kind)), "")


def is_code(text: str) -> bool:
    """Whether it is written as the code of a state: "CA", "OR"."""
    letters = text.replace(".", "")
    return len(letters) <= 2 and letters.isupper()


@dataclass(slots=True)
class Toponym:
    """A name that may mean a place."""

    words: Words
    text: str
    kind: str  # what the model takes it for: PERSON LOCATION ORGANIZATION MISC, "" for no name
    head: int  # the word that the rest of it depends on
    core: str = ""  # its words without those that say what it is: "Homs" of "Homs Province"
    key: str = ""  # the same folded, one for all that are called so
    candidates: tuple[Candidate, ...] = ()  # the places of that name
    literal: bool = False  # it is meant as a place
    local: bool = False  # a street or building
    called: str = ""  # what the text calls it: admin1 admin2 city
    wide: bool = False  # a part of it is meant: "eastern Washington"
    container: Toponym | None = None  # what the text says it lies in
    listed: bool = False  # the comma before the container may be that of a list
    beside: Toponym | None = None  # what the text says it lies near
    neighbours: list[Toponym] = field(default_factory=list)  # those beside it in a list
    place: Candidate | None = None
    country: str | None = None  # in which it is taken to lie, where the gazetteer has it not
    confidence: float = 0.0
    fixed: bool = False  # the words beside it say which place is meant
    place_renamed: bool = False  # the place is called otherwise than the text calls it


def toponyms(reading: Reading) -> list[Toponym]:
    """All names of a report, in its order, with what is told of them; `place` is left open."""
    return _Toponyms(reading).found if len(reading) else []


class _Toponyms:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lower = [reading.word(i).lower() for i in range(len(reading))]
        self.time = {i for time in reading.times for i in range(*time.words)}
        self.case: dict[int, str] = {}  # the preposition of a word
        self.namesakes = namesakes(reading)
        self.copula: set[int] = set()  # words that a form of "be" makes predicates
        for i, relation in enumerate(reading.relation):
            head = reading.head[i]
            # "including from China", "more than in Oslo": the last preposition counts, but for "out of"
            of = self.lower[i] == "of" and self.case.get(head) == "out"
            if relation == "case" and i < head and not (of or self._is_side(i)):
                self.case[head] = self.lower[i]
            elif relation == "cop":
                self.copula.add(head)
        self.found = self._names()
        self.people = {word for name in self.found if name.kind == "PERSON" for word in name.key.split()}
        self.located = self._located()
        self._tell_literal()
        self._join()

    # --- names ---

    def _names(self) -> list[Toponym]:
        found: list[Toponym] = []
        taken = [False] * len(self.reading)
        kinds = {name.words[1] - 1: name.kind for name in self.reading.names}  # by last word
        for name in self.reading.names:
            if not all(taken[slice(*name.words)]):  # else it is the end of the name before: "Rogers", "Centre"
                whole = self._whole(name.words, taken)
                # "Korean Peninsula" is what its last part is, were the first a people
                kind = kinds.get(whole[1] - 1, name.kind) if name.kind == "MISC" else name.kind
                kind = "LOCATION" if self._is_land(whole) else kind
                for piece in self._pieces(whole, kind):
                    self._add(found, piece, kind)
        i = 0
        while i < len(self.reading):
            # A name the model passed over: "in Wana".
            j = i
            while j < min(i + 6, len(self.reading)) and not taken[j] and self.reading.pos[j] == "PROPN":
                j += 1
            if j > i:
                self._add(found, (i, j), "")
            i = max(j, i + 1)
        return sorted(found, key=lambda name: name.words)

    def _whole(self, span: Words, taken: list[bool]) -> Words:
        """A name with what the model left out of it: "Indian" of "Indian Ocean", "Chapel" of "St George's Chapel"."""
        a, b = span
        while b < len(self.reading) and self.reading.relation[b] == "flat" and a <= self.reading.head[b] < b:
            if self.reading.pos[b] != "PROPN" or b - a >= LONGEST:
                break
            b += 1  # "Nabi", "Saleh"
        while b + 1 < len(self.reading) and self.lower[b] in POSSESSIVE and self._is_facility(b + 1):
            b += 2
        while b < len(self.reading) and not taken[b] and self._is_facility(b):
            b += 1
        best = a, b
        for start in (a, a - 1, a - 2):
            if start < 0 or not self._together(start, a):
                break
            if start < a and not (self._is_capital(start) and self.reading.pos[start] in ("PROPN", "ADJ")):
                break
            for end in range(b, min(b + 3, len(self.reading)) + 1):
                longer = end - start > best[1] - best[0] and end - start <= LONGEST
                ends = self._is_capital(end - 1) or self._is_land((start, end))
                if longer and ends and self._together(a, end - 1):
                    joined = self.reading.string((start, end))
                    if "," not in joined and gazetteer.is_known(joined):
                        best = start, end
        taken[slice(*best)] = [True] * (best[1] - best[0])
        return best

    def _is_land(self, span: Words) -> bool:
        """Whether the last word of a name says what part of the earth it is: "the Korean {peninsula}"."""
        a, b = span
        lower = b - a > 1 and self.lower[b - 1] in words("land") and not self._is_capital(b - 1)
        return lower and all(word.isalpha() for word in self.lower[a:b])

    def _is_facility(self, i: int) -> bool:
        return self.lower[i] in words("facility") and self._is_capital(i)

    def _is_capital(self, i: int) -> bool:
        return self.reading.text[self.reading.starts[i]].isupper()

    def _together(self, i: int, j: int) -> bool:
        return self.reading.sentence[i] == self.reading.sentence[j]

    def _pieces(self, span: Words, kind: str) -> list[Words]:
        """A name of several places, place by place: "Springfield, Illinois"."""
        a, b = span
        if kind != "LOCATION" or not 2 <= b - a <= LONGEST or gazetteer.lookup(self.reading.string(span)):
            return [span]
        if "," in self.lower[a:b]:
            marks = [a - 1, *(i for i in range(a, b) if self.lower[i] == ","), b]
            return [(i + 1, j) for i, j in pairwise(marks) if j > i + 1]
        # "Maiduguri Borno State", "Greece Italy": two names without a mark between them
        both = ([(a, i), (i, b)] for i in range(b - 1, a, -1) if self._is_large(a, i) and self._is_large(i, b))
        return next(both, [span])

    def _is_large(self, a: int, b: int) -> bool:
        while b - a > 1 and kind_of(self.lower[b - 1]):
            b -= 1
        if is_common(self.lower[a:b]):
            return False
        return any(c.population >= KNOWN for c in gazetteer.lookup(self.reading.string((a, b)))[:1])

    def _add(self, found: list[Toponym], span: Words, kind: str) -> None:
        a, b = span
        while a < b and (self.lower[a] in ("the", "of", "in") or not self.lower[a][0].isalnum()):
            a += 1
        while a < b and not any(map(str.isalnum, self.lower[b - 1])):
            b -= 1
        while a + 1 < b and kind_of(self.lower[b - 1]) and not self._is_capital(b - 1):
            b -= 1  # "Homs" of "Homs province"
        if a < b:
            outward = (i for i in range(a, b) if not a <= self.reading.head[i] < b or self.reading.head[i] == i)
            name = Toponym((a, b), " ".join(self.reading.string((a, b)).split()), kind, next(outward, b - 1))
            self._say_what(name)
            self._look_up(name)
            found.append(name)

    def _say_what(self, name: Toponym) -> None:
        """What the words beside it call it: "Homs province", "the city of Palmyra", "eastern Washington"."""
        a, b = name.words
        beside = [b, a - 2 if a > 1 and self.lower[a - 1] == "of" else -1, a - 1]
        kinds = (kind_of(self.lower[i]) for i in beside if 0 <= i < len(self.lower))
        name.called = next(filter(None, kinds), "")
        name.wide = a > 0 and self._is_side(a - 1)

    def _is_side(self, i: int) -> bool:
        """Whether a word says that a part of a place is meant, whatever the tree makes of it: "{northern} Iraq"."""
        return self.lower[i].endswith("ern") and self.lower[i] in words("part")

    def _look_up(self, name: Toponym) -> None:
        """The places of a name, without the words that say what it is or which part of it is meant."""
        a, b = name.words
        whole, last = self.reading.string(name.words), self.lower[b - 1].removesuffix(".")
        is_street = b - a > 1 and last in words("street")
        name.core, name.key = name.text, fold(name.text)
        name.local = is_street or (b - a > 1 and (last in words("facility") or self.lower[a] in words("rue")))
        if is_street or b - a > LONGEST:
            return
        name.candidates = gazetteer.lookup(whole)
        if is_code(whole) and self.lower[max(0, a - 1)] not in (",", "("):
            # "CA" names a state only behind its town
            name.candidates = tuple(c for c in name.candidates if c.kind == "country" or c.geonameid is None)
        elif is_common(self.lower[a:b]):
            # "the Valley", "West" are not the villages called so; "the West Coast" is known as such
            name.candidates = tuple(
                c for c in name.candidates
                if (c.geonameid is None and c.kind == "region") or (b - a > 1 and fold(c.name) == name.key)
            )  # fmt: skip
        elif not name.candidates and not name.local:
            self._look_up_core(name)

    def _look_up_core(self, name: Toponym) -> None:
        a, b = name.words
        while b - a > 1 and not name.candidates and not is_common(self.lower[a:b]):
            first, last = self.lower[a], self.lower[b - 1]
            if last in words("site") or kind_of(last):
                name.called = name.called or kind_of(last)
                b -= 1
            elif first in words("part") or first in words("before"):
                a += 1
            elif b - a > 2 and self.lower[a + 1] == "of" and first in words("of"):
                a += 2
            else:
                return
            if not is_common(self.lower[a:b]):
                name.core = " ".join(self.reading.string((a, b)).split())
                name.candidates = gazetteer.lookup(name.core)
        if not name.candidates:
            name.core = name.text
        name.key = fold(name.core)

    # --- which of them are meant as places ---

    def _located(self) -> set[str]:
        """Names that the model takes for places as often as for something else."""
        votes: dict[str, int] = {}
        for name in self.found:
            if name.candidates:
                votes[name.key] = votes.get(name.key, 0) + (1 if name.kind == "LOCATION" else -1)
        return {key for key, balance in votes.items() if balance >= 0}

    def _tell_literal(self) -> None:
        at = {i: name for name in self.found for i in range(*name.words)}
        last: Toponym | None = None
        for name in self.found:
            name.literal = self._may_be_place(name) and (self._is_dateline(name) or self._is_literal(name))
            above = at.get(self.reading.head[name.head])
            if name.literal or not name.candidates or self._is_time(name):
                pass
            elif above is not None and above is not name and above.literal and above.kind == "LOCATION":
                # "Prešov and Košice": what stands beside a place is one
                joined = self.reading.relation[name.head] == "conj"
                name.literal = joined and not self._goes_on(name)
            if last is not None and not name.literal and name.kind in ("LOCATION", "") and name.candidates:
                # What says where a place lies is a place: "Springfield, Illinois", and not "NAIROBI, May 3".
                name.literal = last.literal and self._between(last, name) in COMMAS and not self._is_time(name)
            last = name

    def _is_time(self, name: Toponym) -> bool:
        """Whether it is, or stands in, a time: "May", of which there is one in Oklahoma."""
        return name.head in self.time or self.reading.string(name.words) in words("calendar")

    def _may_be_place(self, name: Toponym) -> bool:
        """Whether what it is called, and what the model takes it for, leaves it open that it is a place."""
        whole, known = self.reading.string(name.words), bool(name.candidates)
        if _ROAD.fullmatch(whole):
            name.local = True
        if not any(map(str.isupper, whole)) or self._is_time(name) or name.words[0] in self.namesakes:
            return False
        people = lexicon.nationality(whole) or lexicon.people(whole)
        if people and not any(c.kind == "country" for c in name.candidates):
            return False
        if not known and not name.local:
            body = lexicon.organization(whole) and self._preposition(name.words[0]) not in STRONG
            if body or name.key in self.people:
                return False  # "fighting Hezbollah", "the exit of Assad"
            if self.reading.pos[name.words[1] - 1] == "ADJ" and self.reading.relation[name.head] == "amod":
                return False  # "men of North African descent"
            if is_common(self.lower[slice(*name.words)]) or any(map(str.isdigit, whole)):
                return False  # "the City", "R2bn"
            if len(whole) <= 5 and sum(map(str.isupper, whole)) > 1:
                return False  # "OT"
        if self._goes_on(name) or self._is_a_thing(name) or self._is_a_band(name):
            return False
        if name.kind == "LOCATION" or (known and name.key in self.located):
            return True
        if whole.isupper() and len(whole) <= 4 and not lexicon.country(whole):
            return False
        return (known or name.kind != "MISC") and self._is_set_as_place(name)

    def _is_a_thing(self, name: Toponym) -> bool:
        """Whether an article makes it a ship or a paper that is called as a town is: "{the Santa Rosa} went down"."""
        a, b = name.words
        if a == 0 or self.lower[a - 1] != "the":
            return False
        if name.called or kind_of(self.lower[b - 1]) or self.lower[b - 1] in words("site"):
            return False  # "the Niger River"
        if self.reading.relation[name.head] in MODIFIERS:
            return False  # "the Aleppo countryside"
        towns = all(c.kind == "city" and not c.name.lower().startswith("the ") for c in name.candidates)
        return bool(name.candidates) and towns

    def _is_a_band(self, name: Toponym) -> bool:
        """Whether what stands beside it tells that it is called so by a band of people: "Los Ardillos, {a gang}"."""
        _, end = name.words
        told = (i for i in valency.parts(self.reading, name.head, "appos") if end <= i < end + BESIDE)
        return any((body := lexicon.body(self.lower[i])) is not None and body.kind == "group" for i in told)

    def _is_set_as_place(self, name: Toponym) -> bool:
        """Of what the model takes for something else: whether the words around leave no doubt that a place is meant."""
        a, case = name.words[0], self.case.get(name.head, "")
        above = self.lower[self.reading.head[name.head]]
        place = case in STRONG or case in ("around", "from", "to") or (case == "of" and above in words("of"))
        mention = self.reading.mentions.get(name.head)
        meant = mention is not None and mention.kind == "place"
        country = bool(name.candidates) and name.candidates[0].kind == "country"
        if country and place:
            return True
        if lexicon.organization(self.reading.string(name.words)):
            return False
        if name.kind != "PERSON" and self.reading.relation[name.head] == "obj" and above in words("reaching"):
            return bool(name.candidates) and name.candidates[0].population >= KNOWN  # "shelled Homs"
        housed = self.lower[name.words[1] - 1] in words("housing")
        if name.local and name.kind != "PERSON" and case in STRONG and not housed:
            return True  # "at the Princes Theatre"
        if name.local or (case in STRONG and meant):
            return meant and (place or case in ("on", "of", "via", "along"))
        if place and name.candidates and (meant or not name.kind):
            return True
        beside = a > 1 and self.lower[a - 1] == "," and any(c.kind in ("country", "admin1") for c in name.candidates)
        return beside and (meant or name.kind != "PERSON")

    def _is_dateline(self, name: Toponym) -> bool:
        """Whether it opens a paragraph and a dash follows: "BEIRUT (Reuters) —", "ANKARA, Turkey –"."""
        (a, b), paragraph = name.words, self.reading.paragraph
        start = a
        while start > 0 and paragraph[start - 1] == paragraph[a] and a - start < 8:
            start -= 1
        if start > 0 and paragraph[start - 1] == paragraph[a]:
            return False
        if any(self.lower[i] not in (",", "/") and not self._is_capital(i) for i in range(start, a)):
            return False
        for i in range(b, min(b + 12, len(self.reading))):
            if paragraph[i] != paragraph[a]:
                return False
            if self.lower[i] in DASHES:
                return True
            if self.reading.pos[i] in ("VERB", "AUX", "ADP", "PRON") or self.lower[i] in (".", *POSSESSIVE):
                return False
        return False

    def _is_literal(self, name: Toponym) -> bool:
        """Whether its place in the sentence is that of a place."""
        reading, head, (a, b) = self.reading, name.head, name.words
        before = self._preposition(a)
        if b < len(self.lower) and self.lower[b] in POSSESSIVE:
            # "Syria's Homs", "London's airports", but not "France's approach"
            owner = reading.head[head]
            owned = owner if b < owner <= b + 6 else self._noun_after(b + 1)
            return owned is not None and self._is_place_noun(owned)
        if before in STRONG and name.kind == "LOCATION" and not b <= reading.head[head] <= b + 1:
            return True  # "in Oslo", whatever the tree makes of it
        if before == "with" and not words("way").isdisjoint(self.lower[max(0, a - 3) : a]):
            return True  # "the border with Mexico"
        for _ in range(6):  # of "Syria, Iraq and Iran" the first tells for all
            if reading.relation[head] not in ("conj", "appos") or head in self.case or reading.head[head] == head:
                break
            head = reading.head[head]
        relation, case, governor = reading.relation[head], self.case.get(head, ""), reading.head[head]
        if relation in ("nmod", "obl") and not case:
            case = before
        if relation in MODIFIERS and not case:
            if a <= governor < b or governor == head:
                return False
            if relation == "flat" and governor < a:
                return self.lower[a - 1] == ","
            return self._is_place_noun(governor) or self._is_scene(name, governor)
        if name.local and case in ("of", ""):
            return relation != "nsubj" or head in self.copula
        whole = reading.string(name.words)
        acts = bool(lexicon.country(whole) or lexicon.seat(whole))  # a government may be meant
        if case == "of" and a > 1 and self.lower[a - 1] == "of" and reading.pos[a - 2] == "NOUN":
            governor = a - 2  # "took to the {streets} of Minsk", be the tree wrong
        if case:
            return self._is_literal_after(case, governor, acts)
        return self._is_literal_as(relation, head, governor, acts, name)

    def _is_literal_after(self, case: str, governor: int, acts: bool) -> bool:
        """By the preposition before it, and the word that governs both."""
        above = self.lower[governor]
        if case == "of":
            if above in words("of") or valency.is_one_of("dwellers", self.reading, governor):
                return True
            if above in words("ruling") or lexicon.role(above) or lexicon.body(above):
                return False
            return not acts or above in words("share") or self._is_place_noun(governor)
        if case in ("on", "against") and above in words("striking"):
            return True
        if case in LOOSE and acts:
            return case == "over" and above in words("flying")
        if case in words("locative"):
            return True
        if case == "for":
            return above in words("leaving")
        if case in ("between", "among", "with") and above in words("way"):
            return True  # "flights between London and Harare", but not talks
        if case in ("between", "among", "such", "including", "like", "as"):
            return not acts or self._is_place_noun(governor)
        return False

    def _is_literal_as(self, relation: str, head: int, governor: int, acts: bool, name: Toponym) -> bool:
        """By what it is in its sentence, where no preposition stands before it."""
        above = self.lower[governor]
        if relation == "nsubj":
            if head in self.copula or governor in self.copula:
                return not acts or self._is_place_noun(governor)
            return not acts and above in words("lying")
        if relation == "nsubj:pass":
            return not acts or above in words("reaching")
        if relation in ("obj", "iobj"):
            mention = self.reading.mentions.get(name.head)
            return above in words("reaching") or (not acts and mention is not None and mention.kind == "place")
        b = name.words[1]
        if acts and b < len(self.lower) and self.reading.pos[b] in ("VERB", "AUX"):
            return False  # "France agreed", where the tree goes wrong
        return relation in ALONE

    def _is_place_noun(self, i: int) -> bool:
        """Whether the noun that a place modifies makes a place of both: "Homs province", "London hospital"."""
        word = self.lower[i]
        if lexicon.role(word):
            return False
        if valency.is_one_of("dwellers", self.reading, i):
            return True  # "Gao residents"
        mention = self.reading.mentions.get(i)
        return word in words("site") or bool(kind_of(word)) or (mention is not None and mention.kind == "place")

    def _is_scene(self, name: Toponym, governor: int) -> bool:
        """Whether a town stands before what happened in it: "the {Manchester} bombing"."""
        kinds = {c.kind for c in name.candidates}
        large = any(c.kind == "city" and c.population >= KNOWN for c in name.candidates)
        town = name.kind == "LOCATION" and large and "country" not in kinds
        return town and name.words[1] <= governor and self.lower[governor] in words("happening")

    def _noun_after(self, i: int) -> int | None:
        """The last word of the nouns that begin at or soon after word `i`."""
        found = None
        for k in range(i, min(i + 6, len(self.reading))):
            if self.reading.pos[k] in ("NOUN", "PROPN"):
                found = k
            elif found is not None or self.reading.pos[k] not in ("ADJ", "NUM", "ADV", "DET"):
                break
        return found

    def _preposition(self, i: int) -> str:
        """The preposition that stands before word `i`, with small words between, whatever the tree makes of it."""
        for k in range(i - 1, max(-1, i - 4), -1):
            if self.reading.pos[k] == "ADP" and not self._is_side(k):
                return self.lower[k]
            if self.reading.pos[k] not in ("DET", "ADJ", "ADP", "CCONJ") or not self._together(k, i):
                break
        return ""

    def _goes_on(self, name: Toponym) -> bool:
        """Whether another name follows that it belongs to: "Victoria Vivians", "Mississippi State" (a university)."""
        reading, (a, b) = self.reading, name.words
        if b >= len(reading) or reading.pos[b] != "PROPN" or not self._is_capital(b) or not self._together(b - 1, b):
            return False
        if reading.ends[b - 1] == reading.starts[b] or not (a <= reading.head[b] < b or reading.head[name.head] == b):
            return False
        if self.lower[b] in words("state") and name.candidates and name.candidates[0].country == "USA":
            return name.key.replace(" ", "_") not in words("also-town")
        return not (kind_of(self.lower[b]) or self.lower[b] in words("site") or self.lower[b] in words("facility"))

    # --- what lies in what ---

    def _between(self, one: Toponym, other: Toponym) -> tuple[str, ...]:
        return tuple(self.lower[one.words[1] : other.words[0]])

    def _join(self) -> None:
        """Which places the text says to lie in, or near, which, and which it lists together."""
        for one, other in pairwise(self.found):
            if other.words[0] - one.words[1] > 7 or not self._together(one.words[0], other.words[0]):
                continue
            between = self._between(one, other)
            if between in LISTS:
                one.neighbours.append(other)
                other.neighbours.append(one)
            said = [word for word in between if word not in lexicon.function_words("article")]
            links = [self.lower[i] for i in range(one.words[1], other.words[0]) if not self._describes(i)]
            if not said or tuple(said) in COMMAS:
                before = self.lower[max(0, one.words[0] - 1) : one.words[0]]
                after = self.lower[other.words[1] : other.words[1] + 2]
                one.container, one.listed = other, before == [","] or not {"and", "or"}.isdisjoint(before + after)
            elif links == ["in"] and len(said) <= 6:
                one.container, one.listed = other, True
            elif (said[0] in ("'s", "’s") and not links) or (links == ["including"] and one.literal):
                other.container = one
                one.literal = one.literal or (other.literal and other.local and bool(one.candidates))
            elif links and links[-1] in ("near", "outside", "from") and len(links) <= 2:
                one.beside = other

    def _describes(self, i: int) -> bool:
        """Whether a word between two places says which or what they are: "in the northern Syrian province of"."""
        word = self.lower[i]
        if word in (",", "(", "of", "the", "a", "an", "'s", "’s") or word in words("part") or kind_of(word):
            return True
        return self.reading.pos[i] == "ADJ"
