"""Noun phrases: what the words of one tell about whom it means.

"Russian Foreign Minister Sergey Lavrov" names Sergey Lavrov, gives him an office and a country; "the top US diplomat"
names nobody, but gives an office and a country all the same. A phrase is read from its words with the lexicon; the
names the language model found tell where proper names stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from sayso import lexicon
from sayso.account.terms import (
    COMMAS,
    DEFINITE,
    INDEFINITE,
    LINKS,
    OWNERS,
    QUANTITIES,
    QUOTES,
    RELATIVE,
    Terms,
    clean,
    ends_at,
)
from sayso.lexicon import Body, Document, Gender, Honorific, Organization, Role
from sayso.model import ActorKind, Sector
from sayso.reader.reading import Reading, Words

REACH = 20  # words from the article of a phrase to its head, at most


@dataclass(slots=True)
class Phrase:
    """What a noun phrase tells."""

    words: Words
    head: int
    name: str | None = None  # a proper name of whom it means, without title
    name_words: Words | None = None
    person: bool = False  # the name or the head is a single human being's
    country: str | None = None
    of_country: bool = False  # it means the country itself, its government or its capital
    location: bool = False  # it is a place, which now and then speaks
    seat: str | None = None  # the capital or building by which a government is called
    organization: Organization | None = None  # it means this organisation
    affiliations: set[str] = field(default_factory=set)  # bodies and organisations a person belongs to
    offices: set[str] = field(default_factory=set)
    wider: set[str] = field(default_factory=set)
    role: str | None = None
    rank: str | None = None  # or title before the name, which is a role where there is no other
    body: Body | None = None
    document: Document | None = None
    source: bool = False
    kin: bool = False
    kind: ActorKind | None = None
    sector: Sector | None = None
    gender: Gender | None = None
    plural: bool = False
    determiner: Literal["definite", "indefinite", "possessive", "none"] = "none"
    acronym: str | None = None  # given in brackets behind a name
    label: str = ""  # the phrase in short, without article and relative clause
    label_words: Words = (0, 0)
    short: str | None = None  # the label without a quantity before it: "victims" of "many of the victims"


class Phrases:
    """Reads the noun phrases of one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.terms = Terms(reading)
        self.dated = {i for time in reading.times if time.type == "DATE" for i in range(*time.words)}

    # --- taking a phrase apart ---

    def read(self, words: Words) -> list[Phrase]:
        """The phrase that `words` are; several where it joins several ("the police and prosecutors")."""
        a, b = self.trim(*words)
        return [self._describe(*self._who_it_is(part, tail)) for part, tail in self._parts(a, b)]

    def _who_it_is(self, core: Words, tail: Words) -> tuple[Words, Words]:
        """The description behind a phrase that tells nothing: "one of them, {a mechanic}"."""
        t = self.terms
        counts = core[1] - core[0] == 1 or t.lower[core[0] + 1 : core[1]] in (["of", "them"], ["of", "the", "two"])
        if t.lower[core[0]] in ("one", "another") and counts and t.lower[tail[0] : tail[0] + 1] in (["a"], ["an"]):
            start, end = self._segments(*tail)[0]
            return (start, end), (end, tail[1])
        return core, tail

    def trim(self, a: int, b: int) -> Words:
        """Words without what belongs to no noun phrase at their edges: quotation marks, a verb, a preposition."""
        t = self.terms
        edge = QUOTES | COMMAS | RELATIVE | LINKS - {"one"}
        while b - a > 1 and (t.lower[a] in edge or (t.pos(a) == "AUX" and t.pos(a + 1) in ("DET", "ADJ", "NOUN"))):
            a += 1
        while b - a > 1 and (
            t.lower[b - 1] in QUOTES
            or t.lower[b - 1] in COMMAS - {")"}
            or t.possessive(b - 1)
            or (t.lower[b - 1] in LINKS and t.lower[b - 2] != "-")  # not the "in" of "Moon Jae-in"
        ):
            b -= 1
        quotes = [i for i in range(a, b) if t.lower[i] in QUOTES | {"'", "‘"} and t.pos(i) == "PUNCT"]
        if len(quotes) == 1 and quotes[0] > a + 1 and t.pos(quotes[0] - 1) in ("NOUN", "PROPN"):
            b = quotes[0]  # "called {the medics} 'heroes'"
        if b - a == 1 and t.pos(a) in ("DET", "ADJ", "NUM") and not lexicon.pronoun(t.lower[a]):
            # An article alone stands for the phrase it opens.
            heads = (k for k in range(b, b + REACH) if k in self.reading.mentions)
            b = next((k + 1 for k in heads if self.reading.mentions[k].words[0] == a), b)
        if b - a > 2 and t.lower[a] == "both":
            a += 1
        while b - a > 2 and (lexicon.hedge(t.lower[a]) or t.lower[a : a + 2] == ["many", "as"]):
            a += 1 + (t.lower[a + 1] in ("as", "than"))  # "at least 14 people", "as many as 40 soldiers"
        return a, b

    def _is_ranked(self, i: int) -> bool:
        """Whether a word tells where among its like something stands: "Togo's {biggest} union", "Chile's top court"."""
        word = self.terms.lower[i]
        return word in lexicon.function_words("ranking") or (word.endswith("est") and self.terms.pos(i) == "ADJ")

    def _clause(self, a: int, b: int) -> int:
        """Where in the phrase a relative or participial clause begins; `b` if nowhere."""
        t = self.terms
        for i in range(a + 1, b):
            if i in t.name_at and t.name_at[i].words[0] < i:
                continue
            if t.lower[i] in RELATIVE and not (t.lower[i] == "that" and i == a):
                return i
            if t.lower[i] in lexicon.function_words("contacted") and t.lower[i + 1 : i + 2] in (["by"], ["in"], ["at"]):
                return i
            if self._opens_bare_relative(i, a):
                return i  # "the clerk {the bank} sacked"
            participle = self.reading.relation[i] == "acl" and t.lower[i].endswith("ing") and t.lower[a] in DEFINITE
            verb = t.pos(i) in ("VERB", "AUX") or participle
            if verb and t.lower[i - 1] not in ("-",) and i + 1 < b and t.lower[i + 1] != "-":
                noun_before = any(t.pos(k) in ("NOUN", "PROPN", "PRON") for k in range(a, i))
                noun_next = t.pos(i + 1) in ("NOUN", "PROPN", "ADJ") and t.lower[i - 1] not in COMMAS
                noun_next &= self.reading.relation[i] != "acl"  # "the lawmaker {representing} Oruro"
                if noun_before and not noun_next:
                    return i
        return b

    def _opens_bare_relative(self, i: int, a: int) -> bool:
        """Whether a clause that tells who is meant begins at a word without a pronoun for him: "the clerk {she}
        accused"."""
        reading = self.reading
        opens = self.terms.pos(i) in ("DET", "PRON") and self.terms.pos(i - 1) == "NOUN"
        subject = reading.head[i] if self.terms.pos(i) == "DET" else i
        verb = reading.head[subject]
        told = reading.relation[subject] == "nsubj" and reading.relation[verb] == "acl:relcl"
        return opens and told and subject < verb and a <= reading.head[verb] == i - 1

    def _parts(self, a: int, b: int) -> list[tuple[Words, Words]]:
        """Phrases joined by "and", each as its own words and those (appositions, clauses) that follow it."""
        t = self.terms
        end = self._clause(a, b)
        joints = [
            i
            for i in range(a + 1, end - 1)
            if (t.lower[i] in ("and", "or") or t.lower[i : i + 3] == ["as", "well", "as"])
            and (self._joins_countries(i) or not self._inside_name(i))
            and i not in self._inside_terms(a, b)
        ]
        for i in joints:
            after = i + (3 if t.lower[i] == "as" else 1)
            if self._is_joint(a, i, after, end):
                left = self._list(a, i)
                right = self._parts(after, b)
                return [*left, *right]
        return [self._with_tail(a, b)]

    def _inside_name(self, i: int) -> bool:
        name = self.terms.name_at.get(i)
        return name is not None and name.words[0] < i < name.words[1] - 1

    def _joins_countries(self, i: int) -> bool:
        """ "South Africa and Botswana": two, whatever name they are taken for."""
        t = self.terms
        return ends_at(t.place, i, 4) and i + 1 in t.place and t.place[i + 1][1] == "country"

    def _inside_terms(self, a: int, b: int) -> set[int]:
        t = self.terms
        found: set[int] = set()
        for table in (t.organization, t.place, t.body):
            for i in range(a, b):
                if i in table:
                    found.update(range(i + 1, table[i][0] - 1))
        return found

    def _list(self, a: int, b: int) -> list[tuple[Words, Words]]:
        """ "X, Y" before "and Z": a list if every piece names something of its own."""
        t = self.terms
        cuts = [i for i in range(a, b) if t.lower[i] == ","]
        pieces = [(s, e) for s, e in zip([a, *(i + 1 for i in cuts)], [*cuts, b], strict=True) if s < e]
        if len(pieces) > 1 and all(self._names_something(*piece) for piece in pieces):
            return [self._with_tail(*piece) for piece in pieces]
        return [self._with_tail(a, b)]

    def _names_something(self, a: int, b: int) -> bool:
        t = self.terms
        return any(i in t.name_at or i in t.place or i in t.organization or i in t.seat for i in range(a, b))

    def _is_joint(self, a: int, i: int, after: int, b: int) -> bool:
        """Whether what stands left and right of "and" are two, not one of two qualities ("founder and CEO")."""
        t = self.terms
        left_end = i - 1 if t.lower[i - 1] == "," else i
        if self._is_list_of(a, i, after, b):
            return False
        if self._joins_countries(i):
            return True
        left, right = self._head(a, left_end), self._head(after, b)
        if left_end <= a or after >= b or t.pos(left_end - 1) not in ("NOUN", "PROPN", "PRON", "NUM"):
            return False
        # "Ann Moor, analyst and author of Dry Wells": behind a comma, what she is.
        comma = max((k for k in range(a, left_end) if t.lower[k] == ","), default=a) if after in t.role else a
        between_names = self._names_something(after, b) and self._names_something(comma, left_end)
        if any(t.lower[k] in LINKS for k in range(a, left_end)):
            # "head of research and development", but "President Park of South Korea and Prime Minister Abe"
            one, other = self._own_name(a, left_end), self._own_name(after, b)
            return bool(one and other and self._is_person_name(one) and self._is_person_name(other))
        if not self._joined_by_tree(a, i, after, b):
            return False
        mine = self._own_name(a, left_end)
        if left in t.role and (after in t.role or t.pos(after) == "ADJ") and not (mine and self._is_person_name(mine)):
            theirs = self._own_name(after, b)
            if theirs and self._is_person_name(theirs) and not t.role[left][1].plural:
                return False  # "State Councillor and Foreign Minister Wang Yi"
        if left in t.role and right in t.role and not t.role[left][1].plural and not t.role[right][1].plural:
            return t.lower[after] in DEFINITE | INDEFINITE or between_names
        if t.lower[after] in DEFINITE | INDEFINITE or t.pos(after) == "NUM" or between_names:
            return True
        name = t.name_at.get(after)
        if name is not None and name.words[0] == after and right < name.words[1] and t.lower[left].endswith("s"):
            return t.pos(left) == "NOUN"  # "nurses and Amnesty International", but not "nurses and Riga students"
        # "the police and prosecutors", but not "state, county and local officials"
        return self._is_noun_of_people(left) and self._is_noun_of_people(right) and right == after

    def _joined_by_tree(self, a: int, i: int, after: int, b: int) -> bool:
        """Whether the tree, if it tells, joins the two at the top of the phrase."""
        conjuncts = [k for k in range(after, b) if self.reading.relation[k].startswith("conj")]
        firsts = [self.reading.head[k] for k in conjuncts if a <= self.reading.head[k] < i]
        return not firsts or any(not a <= self.reading.head[k] < b or self.reading.head[k] == k for k in firsts) or any(
            self.reading.relation[k].startswith("conj") and a <= self.reading.head[k] < i for k in firsts
        )  # fmt: skip

    def _is_noun_of_people(self, i: int) -> bool:
        t = self.terms
        return any(
            (table := getattr(t, which)).get(k) and table[k][0] == i + 1
            for which in ("role", "body", "document")
            for k in range(max(0, i - 3), i + 1)
        ) or bool(lexicon.source(t.lower[i]))

    def _with_tail(self, a: int, b: int) -> tuple[Words, Words]:
        t = self.terms
        if b - a > 2 and t.lower[a] == "both":
            a += 1
        inside = self._bracket_before_name(a, b)
        for i in range(a + 1, b):
            if i in inside:
                continue
            if t.lower[i] in COMMAS and not (i in t.name_at and t.name_at[i].words[0] < i < t.name_at[i].words[1] - 1):
                if i == a + 1 and not self._stands_for_itself(a) and any(t.pos(k) == "CCONJ" for k in range(i, b)):
                    continue  # "state, county and local officials"
                if self._is_quality_before(a, i, b) or self._is_in_list_of(a, i, b):
                    continue
                if after := self._behind_seat(a, i, b):
                    return self._with_tail(after, b)
                return (a, self._clause(a, i)), (i + 1, b)  # "the clerk {whom she named}, Ivo Lenz"
        end = self._clause(a, b)
        return (a, end), (end, b)

    def _bracket_before_name(self, a: int, b: int) -> range:
        """Where a body is put in short between its name and that of somebody who serves it: "Sahel Aid Board {(SAB)}
        president Ana Ruiz"."""
        t = self.terms
        opens = next((i for i in range(a + 1, b) if t.lower[i] in COMMAS), b)
        closes = opens + 2
        if closes + 1 >= b or t.lower[opens] != "(" or t.lower[closes] != ")":
            return range(0)
        name = next((i for i in range(closes + 1, b) if t.text[i][:1].isupper() and i in t.name_at), b)
        titled = ends_at(t.role, name, 4) or ends_at(t.honorific, name, 4)
        person = name < b and self._is_person_name(t.name_at[name].words)
        return range(opens, closes + 1) if person and titled and self._only_titles(closes + 1, name) else range(0)

    def _is_quality_before(self, a: int, comma: int, b: int) -> bool:
        """Whether a comma parts two adjectives of one noun: "{young}, angry Chileans"."""
        t, i = self.terms, comma - 1
        alone = all(t.pos(k) in ("ADJ", "ADV", "DET") for k in range(a, comma)) and t.pos(i) == "ADJ"
        return alone and self.reading.relation[i] == "amod" and comma < self.reading.head[i] < b

    def _is_in_list_of(self, a: int, i: int, b: int) -> bool:
        """Whether a word or comma stands in a list of those whose heads, envoys … a phrase means."""
        joint = next((k for k in range(i + 1, b - 1) if self.terms.lower[k] in ("and", "or")), b)
        return joint < b and self._is_list_of(a, joint, joint + 1, b)

    def _is_list_of(self, a: int, joint: int, after: int, b: int) -> bool:
        """Whether "and" joins names of those that several people are of: "the {heads} of Oxfam, Caritas and Save the
        Children"."""
        t = self.terms
        of = next((k for k in range(a, joint) if t.lower[k] == "of"), None)
        if of is None:
            return False
        head = self._head(a, of)
        several = head in t.role and t.role[head][1].plural and t.role[head][0] == of
        marks = [of, *(k for k in range(of, joint) if t.lower[k] == ","), joint]
        pieces = [(s + 1, e) for s, e in pairwise(marks) if s + 1 < e]
        end = next((k for k in range(after, b) if t.lower[k] in COMMAS), b)
        return several and all(self._is_name_alone(*piece) for piece in (*pieces, (after, end)))

    def _is_name_alone(self, a: int, b: int) -> bool:
        """Whether words are a name and nothing else, but for its article."""
        t = self.terms
        a += t.lower[a] in DEFINITE and b - a > 1
        return a < b and all(t.text[k][:1].isupper() or t.lower[k] in LINKS | DEFINITE for k in range(a, b))

    def _behind_seat(self, a: int, comma: int, b: int) -> int | None:
        """Where a phrase goes on behind the town and region it opens with, if it does: "the Pittsburgh,
        Pennsylvania-based company", "the Dayton, Ohio, company"."""
        t = self.terms
        start = a + (t.lower[a] in DEFINITE | INDEFINITE)
        if not start < comma or any(t.pos(i) != "PROPN" or i in t.organization for i in range(start, comma)):
            return None
        for i in range(comma + 2, min(b - 1, comma + 6)):
            if t.pos(i - 1) not in ("PROPN", "PUNCT"):
                return None  # "Chen Li, a Lisbon-based painter"
            if t.lower[i] == "based" and t.lower[i - 1] == "-":
                return i + 1
            if t.lower[i] == "," and i + 1 in t.body:
                return i + 1
        return None

    def _stands_for_itself(self, i: int) -> bool:
        t = self.terms
        source = lexicon.source(t.lower[i])
        return self._names_something(i, i + 1) or t.pos(i) == "PRON" or i in t.role or bool(source and source.plural)

    # --- reading one phrase ---

    def _head(self, a: int, b: int) -> int:
        """The head noun of words without apposition: the last noun before the first preposition."""
        t = self.terms
        head, seen = a, False
        for i in range(a, b):
            if t.lower[i] in RELATIVE and i > a:
                break
            if t.lower[i] in LINKS and seen and not (i in t.name_at and t.name_at[i].words[0] < i):
                if t.lower[i] == "of" and t.lower[head] in QUANTITIES:
                    seen = False  # "hundreds of women": the women
                    continue
                break
            if t.pos(i) in ("NOUN", "PROPN", "PRON", "NUM") or i in t.role or i in t.body or i in t.document:
                if seen and (t.pos(i) == "NUM" or i in self.dated):
                    continue  # "a poll out {Thursday}"
                if not t.possessive(i + 1) or i + 2 >= b:
                    head, seen = i, True
            elif t.lower[i] in QUANTITIES and not seen:
                head, seen = i, True
        return head

    def _describe(self, core: Words, tail: Words) -> Phrase:
        t = self.terms
        a, b = core
        head = self._head(a, b)
        phrase = Phrase((a, max(b, tail[1])), head)
        counted = b > a + 2 and any(t.lower[i] in QUANTITIES and t.lower[i + 1] == "of" for i in (a, a + 1))
        self._determine(phrase, a)
        name = self._own_name(a, b)
        apposition = self._segments(*tail)
        if name is not None and (holder := self._holder_of(a, name, apposition)) is not None:
            name = holder
        if name is None:
            for s, e in apposition:
                inner = self._own_name(s, e)
                if inner and self._may_stand_beside(inner, s, e, head) and self._only_titles(s, inner[0]):
                    name = inner
                    break
        if name is None:
            name = self._unmarked_name(a, b, head)
        if name is not None:
            self._name(phrase, name)
        title_end = name[0] if name is not None and a <= name[0] < b else b
        self._titles(phrase, a, title_end, head if title_end == b else -1)
        if name is not None and name[1] < b and a <= name[0] < b:
            self._after_name(phrase, name[1], b)
        if name is None or phrase.person:
            for s, e in apposition:
                if name is not None and s <= name[0] < e:
                    self._titles(phrase, s, name[0], -1)
                elif phrase.person and self._is_description(s, e):
                    self._titles(phrase, s, e, self._head(s, e))
        if name is None:
            self._common(phrase, a, b, head)
            if counted and phrase.person and t.lower[a] != "one":
                phrase.person, phrase.plural = False, True  # "the majority of those who vote"
        elif not phrase.person and name[0] >= b:
            self._country_in(phrase, a, head)  # "Chile's largest union, the CUT"
        self._label(phrase, a, b)
        if phrase.role is None and phrase.person:
            before = self._role_text(a, title_end)
            ends = ((s, name[0] if name is not None and s < name[0] < e else e) for s, e in apposition)
            behind = (r for s, e in ends if self._is_description(s, e) and (r := self._role_text(s, e)))
            title = lexicon.honorific(before) if before else None
            phrase.role = next(behind, None) if not before or (title and title.ranks) else before
        if (
            tail[0] < tail[1]
            and t.lower[tail[0] - 1] == "("
            and phrase.name
            and tail[0] in t.name_at | dict.fromkeys(t.place)
        ):
            phrase.acronym = clean(self.reading.string((tail[0], self._close(tail[0], tail[1]))))
        return phrase

    def _holder_of(self, a: int, name: Words, apposition: list[Words]) -> Words | None:
        """Whoever is named with a title right behind what nobody knows for a body: it is an office then, put in short:
        "the OCS, Chief Inspector {Ada Moi}"."""
        t = self.terms
        known = name[0] in t.organization or name[0] in t.place or self._is_person_name(name)
        if known or self._body_in(*name) or t.lower[a] not in DEFINITE or not apposition:
            return None
        s, e = apposition[0]
        holder = self._own_name(s, e)
        if holder is None or not self._is_person_name(holder) or not self._only_titles(s, holder[0]):
            return None
        titled = s in t.honorific or s in t.role
        return holder if titled else None

    def _may_stand_beside(self, name: Words, s: int, e: int, head: int) -> bool:
        """Whether a name in an apposition at [s, e) may name whom the phrase means."""
        t = self.terms
        if t.lower[s] in LINKS or t.lower[s] in RELATIVE or t.pos(s) in ("VERB", "AUX"):
            return False
        if self._is_person_name(name):
            # "Relatives of the dead man, Musa Bello": he is none of those who speak.
            return not self._is_plural(head) or any(t.pos(i) == "CCONJ" for i in range(s, e))
        body = any(k in t.body and head < t.body[k][0] for k in range(max(0, head - 3), head + 1))
        return (
            body
            and name[1] >= e - 1
            and t.name_at.get(name[0]) is not None
            and t.name_at[name[0]].kind == "ORGANIZATION"
        )

    def _is_plural(self, noun: int) -> bool:
        """Whether a common noun means several."""
        word = self.terms.lower[noun]
        source = lexicon.source(word)
        ends = word.endswith("s") and not word.endswith("ss")
        return self.terms.pos(noun) == "NOUN" and (source.plural if source else ends)

    def _close(self, a: int, b: int) -> int:
        return next((i for i in range(a, b) if self.terms.lower[i] == ")" and i > a), b)

    def _determine(self, phrase: Phrase, a: int) -> None:
        word = self.terms.lower[a]
        if word in DEFINITE:
            phrase.determiner = "definite"
        elif word in INDEFINITE or self.terms.pos(a) == "NUM":
            phrase.determiner = "indefinite"
        elif word in OWNERS or any(self.terms.possessive(i) for i in range(a + 1, min(phrase.head, a + 8))):
            phrase.determiner = "possessive"

    def _segments(self, a: int, b: int) -> list[Words]:
        """What follows a phrase behind commas, dashes and brackets, cut at them."""
        t = self.terms
        cuts = [i for i in range(a, b) if t.lower[i] in COMMAS]
        return [(s, e) for s, e in zip([a, *(i + 1 for i in cuts)], [*cuts, b], strict=True) if s < e]

    def _is_description(self, a: int, b: int) -> bool:
        t = self.terms
        if t.lower[a] in RELATIVE or t.lower[a] in LINKS or t.pos(a) in ("VERB", "AUX", "CCONJ", "ADV", "SCONJ"):
            return False
        return any(i in t.role for i in range(a, min(b, a + 12)))

    def _own_name(self, a: int, b: int) -> Words | None:
        """The name in these words that names whom they mean: no possessor's, no preposition's object, the last."""
        t = self.terms
        best: Words | None = None
        for name in self._names(a, b):
            s, e = name
            if t.possessive(e) and e + 1 < b:
                continue
            if t.lower[e : e + 1] == ["-"] and e + 1 < b and t.lower[e + 1] in lexicon.function_words("hyphened"):
                continue  # "the Houthi-run ministry"
            if s not in t.organization and s not in t.seat and lexicon.body(self.reading.string(name)):
                continue  # "Defence Ministry" is a common noun, capitals or not
            if s in t.place and t.place[s][:2] == (e, "nationality") and not t.text[s].isupper():
                continue
            if self._governed(a, s) or (e < b and t.is_quality(s, e)) or self._is_namesake(name, b):
                continue
            # A nationality or an organisation before a common noun qualifies it: "a Pentagon spokesman"
            if not self._is_person_name(name) and self._qualifies(e, b):
                continue
            best = name
            if self._is_person_name(name) and not (e in t.role and (t.text[e].islower() or self._names_holder(e, b))):
                return name  # not the "Shinto" of "Shinto priest Hirotaka Tezuka"
        return best

    def _names_holder(self, i: int, b: int) -> bool:
        """Whether a person's name follows the office at `i`: not "Lima" is meant in "Lima Mayor Ana Diaz"."""
        end = self.terms.role[i][0]
        return end < b and end in self.terms.name_at and self._is_person_name(self.terms.name_at[end].words)

    def _is_namesake(self, name: Words, b: int) -> bool:
        """Whether it is something called after a person that is meant, and not the person: "{Okoro} supporters", "the
        {Okoro} campaign", "{Okoro} campaign manager Ana Diaz"."""
        t, (_, e) = self.terms, name
        if not (e < b and t.pos(e) == "NOUN" and t.text[e].islower()):
            return False
        tops = (self.reading.head[i] for i in range(*name) if not name[0] <= self.reading.head[i] < e)
        return any(e <= top < b and self.reading.relation[top] != "appos" for top in tops)

    def _names(self, a: int, b: int) -> Iterator[Words]:
        """Names within the words, of the model and of the lexicon, the longer first where they overlap."""
        t = self.terms
        i = a
        while i < b:
            ends = [table[i][0] for table in (t.organization, t.place, t.seat) if i in table and table[i][0] <= b]
            if (name := t.name_at.get(i)) and (name.words[0] == i or i == a):
                ends.append(min(name.words[1], b))
            if i in t.honorific and i not in t.name_at:
                ends = []
            if ends:
                yield i, max(ends)
                i = max(ends)
            else:
                i += 1

    def _unmarked_name(self, a: int, b: int, head: int) -> Words | None:
        """A proper noun at the head that nobody has marked as a name."""
        t = self.terms
        if t.pos(head) != "PROPN" or head in t.name_at or self._qualifies(head + 1, b):
            return None
        start, end = head, head + 1
        while start > a and t.is_proper(start - 1):
            start -= 1
        if not t.is_proper(head) and (start == head or self._body_behind((start, end)) is None):
            return None  # a term of the lexicon, but for "Field Nurses, a group"
        if start > a and start - 1 in t.place and t.place[start - 1][:2] == (start, "nationality"):
            start -= 1  # "Georgian Dream" is a party
        if start == head and (lexicon.source(t.lower[head]) or lexicon.gender_of_noun(t.lower[head])):
            return None
        return start, end

    def _is_person_name(self, name: Words) -> bool:
        t = self.terms
        found = t.name_at.get(name[1] - 1)
        if not found or found.kind != "PERSON" or name[0] in t.organization or name[0] in t.place:
            return False
        return self._body_behind(name) is None

    def _body_behind(self, name: Words) -> Body | None:
        """What stands behind a name, where it says that it is no person: "Kestrel, the company that runs it"."""
        t, at = self.terms, name[1]
        if t.lower[at : at + 1] != [","] or t.lower[at + 1 : at + 2] not in (["the"], ["a"], ["an"]):
            return None
        for i in range(at + 2, min(at + 10, len(self.reading) - 1)):
            ends = self.reading.sentence[i + 2 : i + 3] != [self.reading.sentence[i]]  # "a farmer. The army fired"
            if t.pos(i + 1) in ("VERB", "AUX") and self.reading.relation[i] == "nsubj":
                return None  # "the aid came from Kestrel, the ministry said"
            if ends or t.lower[i + 1] in COMMAS | LINKS | RELATIVE or t.pos(i + 1) in ("VERB", "AUX", "ADP"):
                return t.body[i][1] if i in t.body and i not in t.role else None
        return None

    def _body_before(self, s: int) -> Body | None:
        """What stands before a name and says what it is of: "the newspaper Klaxon", "the winning company, Kestrel"."""
        t = self.terms
        end = s - 1 if s and t.lower[s - 1] == "," and DEFINITE & set(t.lower[max(0, s - 5) : s - 1]) else s
        return next((t.body[k][1] for k in range(max(0, end - 3), end) if k in t.body and t.body[k][0] == end), None)

    def _governed(self, a: int, s: int) -> bool:
        """Whether a name at `s` is what a preposition governs, not what the phrase names: "the family of X", but "Head
        of the Defence Committee X" names X."""
        t = self.terms
        i = s - 1
        seen_body = False
        while i >= a:
            if t.lower[i] == ")":
                return False  # "Head of the Rail Board (RB) Ana Ruiz"
            if t.lower[i] in LINKS and self._inside_name(i):
                seen_body, i = True, t.name_at[i].words[0]  # "Institute {for} Peace director X"
            if t.lower[i] in LINKS:
                person = s in t.name_at and t.name_at[s].kind == "PERSON"
                before = s - 1  # "Minister of Agriculture X"
                titled = before in t.role or before in t.honorific
                about = t.pos(before) == "PROPN" or (t.pos(before) == "NOUN" and t.pos(s - 2) != "ADP")
                seen_body = seen_body or (about and not titled)
                return not (person and seen_body and any(k in t.role for k in range(a, i)))
            if i in t.body or i in t.organization or (t.name_at.get(i) and t.name_at[i].kind != "PERSON"):
                seen_body = True
            if (i in t.role or i in t.honorific) and not seen_body:
                # titles directly before the name go with it
                k = i - 1
                while k >= a and t.pos(k) in ("ADJ", "PROPN", "NOUN", "DET") and t.lower[k] not in LINKS:
                    body = t.name_at[k] if k in t.name_at and t.name_at[k].kind == "ORGANIZATION" else None
                    k = min(k, body.words[0] if body else k) - 1  # "Institute for Peace director X"
                if k >= a and t.lower[k] in LINKS:
                    return True
            i -= 1
        return False

    def _qualifies(self, e: int, b: int) -> bool:
        """Whether common nouns follow, to which a name before them belongs."""
        t = self.terms
        for i in range(e, b):
            if t.lower[i] in LINKS or t.lower[i] in COMMAS:
                return False
            if t.possessive(i):
                return i + 1 < b
            if i in t.name_at and t.name_at[i].kind == "PERSON":
                return False
            if i in t.body and i not in t.role:
                # A UN panel is not the United Nations.
                body, known = t.body[i][1], ends_at(t.organization, e, 6)
                part = known and body.family in lexicon.function_words("part")
                forces = not known and body.sector in ("MIL", "COP") and t.text[i].islower()  # "Sahel army"
                return part or forces or e in t.place or self._before_is_place(e)
            if i in t.role or i in t.document or lexicon.source(t.lower[i]):
                return True
            if t.pos(i) in ("NOUN", "PROPN") and t.lower[i] not in ("group",):
                return True
        return False

    def _before_is_place(self, e: int) -> bool:
        t = self.terms
        return ends_at(t.place, e, 4) or any(
            t.seat[k][0] == e and not t.seat[k][1].body for k in range(max(0, e - 4), e) if k in t.seat
        ) or (bool(t.name_at.get(e - 1)) and t.name_at[e - 1].kind == "LOCATION")  # fmt: skip

    def _only_titles(self, a: int, b: int) -> bool:
        t = self.terms
        return all(
            t.pos(i) in ("PROPN", "NOUN", "ADJ", "DET", "PART", "PUNCT") or i in t.role or t.lower[i] == "of"
            for i in range(a, b)
        )

    def _name(self, phrase: Phrase, name: Words) -> None:
        t = self.terms
        s, e = name
        phrase.name_words = name
        phrase.name = clean(self.reading.string(name))
        if self._is_person_name(name):
            phrase.person, phrase.kind = True, "person"
            self._person_name(phrase, s, e)
            return
        if s in t.organization and t.organization[s][0] == e:
            phrase.organization = found = t.organization[s][1]
            phrase.name, phrase.kind, phrase.sector, phrase.country = (
                found.name,
                found.kind,
                found.sector,
                found.country,
            )
            return
        if s in t.place and t.place[s][0] == e:
            _, sort, code = t.place[s]
            phrase.country = code
            if sort == "people":
                phrase.kind, phrase.plural = "group", True
            elif t.lower[s] in lexicon.function_words("constituent"):
                phrase.kind, phrase.location = "organization", True
            elif sort == "country" or t.text[s].isupper():
                phrase.of_country, phrase.kind, phrase.sector = True, "government", "GOV"
                phrase.name = lexicon.countries()[code].name
            return
        if s in t.seat and t.seat[s][0] == e:
            seat = t.seat[s][1]
            phrase.country = seat.country
            if known := lexicon.organization(seat.body):
                phrase.organization = known
                phrase.name, phrase.kind = known.name, known.kind
                phrase.sector, phrase.country = known.sector, known.country
            elif seat.country and not seat.body:
                phrase.of_country, phrase.kind, phrase.sector = True, "government", "GOV"
                phrase.seat, phrase.name = seat.name, lexicon.countries()[seat.country].name
            else:
                phrase.name, phrase.kind = seat.body, "organization"
            return
        found_name = t.name_at.get(e - 1)
        behind = self._body_behind(name)
        phrase.kind = "organization" if behind or found_name is None or found_name.kind != "PERSON" else "person"
        phrase.location = bool(found_name and found_name.kind == "LOCATION")
        if not behind and (source := lexicon.source(phrase.name)) and source.plural:
            phrase.kind, phrase.plural = source.kind, True
        paper = lexicon.body("newspaper") if e - s > 1 and t.lower[e - 1] in lexicon.function_words("paper") else None
        if e - s > 1 and not paper and (document := lexicon.document(t.lower[e - 1])) and not phrase.person:
            phrase.document, phrase.kind = document, "document"  # "Panama Papers"
        body = self._body_in(s, e) or behind or paper or (None if phrase.location else self._body_before(s))
        if body and phrase.document is None:
            phrase.body, phrase.kind, phrase.sector = body, body.kind, body.sector
        codes = (t.place[i][2] for i in range(s, e) if i in t.place)  # not by a body: many countries have a Congress
        phrase.country = phrase.country or next(codes, None)

    def _person_name(self, phrase: Phrase, s: int, e: int) -> None:
        """Cut titles off a name that has swallowed them, and tell the gender by the given name."""
        t = self.terms
        while e - s > 1 and (
            s in t.honorific or (s in t.role and t.role[s][0] < e) or t.place.get(s, (0, ""))[1:2] == ("nationality",)
        ):
            if s in t.honorific and t.honorific[s][0] < e:
                self._honour(phrase, t.honorific[s][1])
                s = t.honorific[s][0]
            elif s in t.role and t.role[s][0] < e:
                s = t.role[s][0]
            elif s in t.place and t.place[s][0] < e:
                s = t.place[s][0]
            else:
                break
        phrase.name_words = s, e
        phrase.name = clean(self.reading.string((s, e)))
        for letters, office in (("counsel-letters", "barrister"), ("member-letters", "lawmaker")):
            if t.text[e : e + 1] and t.text[e].isupper() and t.lower[e] in lexicon.function_words(letters):
                role = lexicon.role(office)
                phrase.wider |= {office, *((role.office, *role.also) if role else ())}
        given, *rest = phrase.name.split() or [""]
        if phrase.gender is None and rest:
            phrase.gender = lexicon.gender_of_name(given)

    def _honour(self, phrase: Phrase, honorific: Honorific) -> None:
        phrase.gender = honorific.gender or phrase.gender
        phrase.sector = honorific.sector or phrase.sector
        if honorific.role:
            phrase.wider.add(honorific.role.casefold())
            phrase.rank = phrase.rank or honorific.role

    def _titles(self, phrase: Phrase, a: int, b: int, head: int) -> None:
        """Offices, country, body and gender from the words before a name, or from a whole description."""
        t = self.terms
        i, country = a, None
        offices: list[tuple[int, int, Role]] = []
        while i < b:
            if i in t.honorific and t.honorific[i][0] <= b and head < 0 and t.honorific[i][0] == b:
                self._honour(phrase, t.honorific[i][1])
            if i in t.role and t.role[i][0] <= b and not t.possessive(t.role[i][0]):
                end, role = t.role[i]
                if not any(i0 < i < t.body[i0][0] for i0 in range(max(a, i - 4), i) if i0 in t.body):
                    offices.append((i, end, role))
                i = end
                continue
            if (gender := lexicon.gender_of_noun(t.lower[i])) and (head < 0 or i == head):
                phrase.gender = phrase.gender or gender
                phrase.kin = phrase.kin or lexicon.is_kin(t.lower[i])
                phrase.wider.add(t.lower[i])
            elif lexicon.is_kin(t.lower[i]) and (head < 0 or i == head):
                phrase.kin = True
                phrase.wider.add(t.lower[i])
            i += 1
        main = self._main_office(offices, head)
        if main is not None:
            s, e, role = main
            role = self._superior(a, s, role)
            if self._is_past(a, s):
                phrase.offices.add(f"former {role.office}")
            else:
                if not (e == b and head < 0 and lexicon.honorific(role.title) and role.sector == "MIL"):
                    phrase.offices.add(role.office)
                phrase.wider.update(role.also | {role.office, role.title})
                phrase.sector = role.sector or phrase.sector
            phrase.gender = phrase.gender or role.gender
            country = self._country_near(a, s, e, b)
            self._affiliate(phrase, a, s, e, b)
        if phrase.country is None:
            phrase.country = country or (self._country_near(a, b, b, b) if head < 0 else None)

    def _superior(self, a: int, s: int, role: Role) -> Role:
        """ "Top US diplomat": what "top diplomat" means, whatever stands between."""
        for i in range(a, s):
            if found := lexicon.role(f"{self.terms.lower[i]} {role.title}"):
                return found
        return role

    def _is_past(self, a: int, s: int) -> bool:
        t = self.terms
        return t.lower[s].startswith("ex-") or any(lexicon.is_past(t.lower[i]) for i in range(max(a, s - 6), s))

    @staticmethod
    def _main_office(offices: list[tuple[int, int, Role]], head: int) -> tuple[int, int, Role] | None:
        """The office a title means: at the head, or the first of "head of the committee", or the last before a name."""
        for s, e, role in offices:
            if s <= head < e:
                return s, e, role
        return offices[0] if offices else None

    def _country_near(self, a: int, s: int, e: int, b: int) -> str | None:
        """The country of an office at [s, e): before it by nationality or possessor, or behind it after "of"."""
        t = self.terms
        for i in range(a, s):
            if (found := t.code_at(i)) and not (i in t.name_at and t.name_at[i].kind == "PERSON"):
                return found[1]
        while e < b and t.pos(e) in ("ADJ", "NOUN", "CCONJ"):
            e += 1  # "second secretary {economic and trade} at the British embassy in Tokyo"
        if e < b and t.lower[e] in ("of", "for", "in", "at"):
            behind = (t.code_at(i) for i in range(e + 1, min(b, e + 10)))
            codes = [found[1] for found in behind if found]
            several = len(set(codes)) > 1 and self._is_in_list_of(a, e, b)
            return codes[0] if codes and not several else None
        return None

    def _affiliate(self, phrase: Phrase, a: int, s: int, e: int, b: int) -> None:
        """The bodies a person serves, by the words before the office and behind "of" or "for"."""
        t = self.terms
        spans = [(a, s)]
        before = t.name_at.get(s - 1)
        known = ends_at(t.place, s, 4) or ends_at(t.organization, s, 6) or ends_at(t.seat, s, 4)
        of_body = before is not None and before.kind == "ORGANIZATION" and a <= before.words[0] and not known
        of_body = of_body and (t.text[s - 1].isupper() or t.name_at.get(s - 2) == before)
        if of_body and t.lower[s] in lexicon.function_words("presiding"):
            phrase.sector = None  # "UCI president": of what, nothing tells
        if e < b and t.lower[e] in ("of", "for", "at", "with"):
            spans.append((e + 1, min(b, e + 12)))
        spans += [(s + 1, e)] if (s, e) in t.offices else []
        for low, high in spans:
            for i in range(low, high):
                if i in t.organization:
                    found = t.organization[i][1]
                    phrase.affiliations.add(found.name)
                    phrase.sector = phrase.sector or found.sector
                elif i in t.seat:
                    phrase.affiliations.add(t.seat[i][1].body or t.seat[i][1].name)
                    phrase.sector = phrase.sector or "GOV"
                if i in t.body and t.body[i][0] <= high:
                    phrase.affiliations.add(t.body[i][1].family)
                    any_body = (low, high) == (a, s) and t.lower[s] in lexicon.function_words("presiding")
                    phrase.sector = (any_body and t.body[i][1].sector) or phrase.sector or t.body[i][1].sector

    def _after_name(self, phrase: Phrase, s: int, b: int) -> None:
        """Words behind a name: "of South Korea", "newspaper", "news agency"."""
        t = self.terms
        if t.lower[s] in ("of", "from") and (found := t.code_at(s + 2 if t.lower[s + 1 : s + 2] == ["the"] else s + 1)):
            phrase.country = phrase.country or found[1]
        elif not phrase.person and s in t.body:
            phrase.body = t.body[s][1]
            if phrase.kind == "organization" and phrase.organization is None:
                phrase.kind = phrase.body.kind
            phrase.sector = phrase.sector or phrase.body.sector

    def _body_in(self, a: int, b: int) -> Body | None:
        """The body whose word ends these words or heads them before "of"."""
        t = self.terms
        first = None
        for i in range(a, b):
            if i in t.body and t.body[i][0] <= b:
                end, body = t.body[i]
                if end == b or (end < b and t.lower[end] in LINKS):
                    return body
                first = first or body
        return None

    @staticmethod
    def body_of(name: str) -> Body | None:
        """The kind of body that an organisation's name says it is: "US State Department"."""
        words = name.casefold().split()
        for i in range(len(words)):
            if body := lexicon.body(" ".join(words[i:])):
                return body
        return None

    def _country_in(self, phrase: Phrase, a: int, b: int) -> None:
        for i in range(a, b):
            if phrase.country is None and (found := self.terms.code_at(i)):
                phrase.country = found[1]

    def _term(self, a: int, b: int, head: int) -> tuple[Role | None, Body | None, Document | None]:
        """What the head noun is: the role, the body or the document, whichever term is longer."""
        t = self.terms
        for k in range(max(a, head - 4), head + 1):
            if (body := t.body.get(k)) and head < body[0] <= b and body[1].family not in ("rebels", "prosecution"):
                return None, body[1], None
            if (role := t.role.get(k)) and head < role[0] <= b:
                return role[1], None, None
            if (document := t.document.get(k)) and head < document[0] <= b:
                return None, None, document[1]
        return None, None, None

    def _common(self, phrase: Phrase, a: int, b: int, head: int) -> None:
        """A phrase without a name of its own: by its head noun."""
        t = self.terms
        word = t.lower[head]
        role, body, document = self._term(a, b, head)
        source = lexicon.source(word)
        place = t.place.get(head)
        if (t.lower[a] == "those" and head == a) or word in lexicon.function_words("percent"):
            phrase.kind, phrase.plural = "group", True
        elif place and place[1] == "people" and place[0] == head + 1:
            phrase.kind, phrase.country, phrase.plural = "group", place[2], word.endswith("s")
        elif role:
            phrase.plural = role.plural
            phrase.person = not phrase.plural
            phrase.sector = phrase.sector or role.sector or (source.sector if source else None)
            phrase.kind = source.kind if source and phrase.plural else "anonymous"
            phrase.source = True
        elif source and not body and not document:
            phrase.kind, phrase.sector, phrase.plural = source.kind, phrase.sector or source.sector, source.plural
            phrase.source = True
            phrase.person = not source.plural
            self._country_in(phrase, a, head)
        elif document:
            phrase.document, phrase.kind, phrase.plural = document, document.kind, document.plural
            self._country_in(phrase, a, head)
        elif body:
            phrase.body, phrase.kind, phrase.sector = body, body.kind, body.sector
            phrase.plural = word.endswith("s") and (body.kind == "group" or body.family.endswith("s"))
            self._country_in(phrase, a, b if head + 1 < b and t.lower[head + 1] == "of" else head)
            whole = lexicon.function_words("constituent").isdisjoint(t.lower[a:b])
            phrase.of_country = bool(body.family == "government" and phrase.country and whole)
        elif phrase.kin or lexicon.gender_of_noun(word):
            phrase.kind, phrase.person = "anonymous", True
            phrase.gender = phrase.gender or lexicon.gender_of_noun(word)
            phrase.plural = word in ("men", "women")
        else:
            plural = self._is_plural(head)
            phrase.plural = plural
            self._country_in(phrase, a, head)
            mention = self.reading.mentions.get(head)
            sort = mention.kind if mention else ""
            if sort == "person":
                phrase.kind, phrase.person = ("group" if plural else "anonymous"), not plural
            elif sort in ("organization", "place"):
                phrase.kind = "organization"
            elif sort in ("abstract", "object", "event"):
                phrase.kind = "document"
            else:
                phrase.kind = "group" if plural else "organization"
        if phrase.person:
            phrase.wider.add(word)
            if not phrase.offices and not lexicon.role(word):
                phrase.wider.add(word)

    def _role_text(self, a: int, b: int) -> str | None:
        """A title as it is written, without article, possessor and nationality: "Foreign Minister"."""
        t = self.terms
        start = next((i for i in range(a, b) if i in t.role or i in t.body or i in t.organization), None)
        if start is None or not any(i in t.role for i in range(a, b)):
            return None
        if full := next((full for words, full in t.offices.items() if words[0] == start), None):
            return clean(self.reading.string(full))
        # "The Board (SAB) {president}".
        start = next((i for i in range(b - 1, start, -1) if t.lower[i - 1] == ")"), start)
        whole = t.honorific[start][0] if start in t.honorific else start  # "Chief Inspector"
        while b > start + 1 and b != whole and (t.lower[b - 1] in COMMAS or self._is_rank_behind(start, b - 1)):
            b -= 1  # "army spokesman {Colonel}"
        for i in range(start, b):
            if t.possessive(i):
                after = next((k for k in range(i + 1, b) if k in t.role), None)
                start = after if after is not None else start
        return clean(self.reading.string((start, b))) if start < b else None

    def _is_rank_behind(self, start: int, i: int) -> bool:
        """Whether a rank or title stands behind an office, before the name they share."""
        t = self.terms
        return (
            i in t.honorific
            and t.honorific[i][0] == i + 1
            and any(end == i for end, _ in t.role.values() if end > start)
        )

    def _label(self, phrase: Phrase, a: int, b: int) -> None:
        t = self.terms
        end = self._clause(a, b)
        if phrase.kind == "document" and end < b and t.lower[end] not in RELATIVE:
            end = b  # "a video released by the channel"
        if (
            end == b
            and phrase.kind == "document"
            and phrase.words[1] > b
            and phrase.words[1] - b <= 10
            and t.pos(b) == "VERB"
        ):
            end = phrase.words[1]
        while a < end - 1 and (t.lower[a] in DEFINITE | {"a", "an", "one"} | QUOTES) and t.lower[a + 1] != "of":
            a += 1
        # "accused the coastguard of opening fire": what somebody is accused of is no part of a name.
        deeds = (i for i in range(a + 1, end - 1) if t.lower[i] == "of" and t.lower[i + 1].endswith("ing"))
        end = next((i for i in deeds if t.pos(i + 1) == "VERB"), end)
        phrase.label_words = a, max(end, a + 1)
        phrase.label = clean(self.reading.string(phrase.label_words))
        # "South Korea's military" is the South Korean military; but "Togo's biggest union" is called so.
        if phrase.body and a in t.place and t.place[a][1] == "country" and t.possessive(t.place[a][0]):
            rest = t.place[a][0] + 1
            adjectives = lexicon.countries()[t.place[a][2]].adjectives
            if rest < end and adjectives and not self._is_ranked(rest):
                phrase.short = phrase.label
                phrase.label = f"{adjectives[0]} {clean(self.reading.string((rest, end)))}"
        of = next((i for i in range(a, end) if t.lower[i] == "of"), None)
        if of is not None and of > a and t.lower[of - 1] in QUANTITIES and of + 1 < end and phrase.plural:
            start = of + 2 if t.lower[of + 1] in DEFINITE and of + 2 < end else of + 1
            phrase.short = clean(self.reading.string((start, end)))
