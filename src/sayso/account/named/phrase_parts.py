"""Which phrases are joined in one, and where does each end: before "and", a comma, a clause?"""

from __future__ import annotations

from itertools import pairwise

from sayso import lexicon
from sayso.account.named.phrase_names import Names
from sayso.account.named.phrase_nouns import Nouns
from sayso.account.named.terms import COMMAS, DEFINITE, INDEFINITE, LINKS, RELATIVE, Terms, ends_at
from sayso.reader.reading import Words


class Parts:
    """The phrases that stand in the phrases of one report."""

    def __init__(self, terms: Terms, nouns: Nouns, names: Names) -> None:
        self.terms = terms
        self.reading = terms.reading
        self.nouns = nouns
        self.names = names

    def of(self, a: int, b: int) -> list[tuple[Words, Words]]:
        """Phrases joined by "and", each as its own words and those (appositions, clauses) that follow it."""
        t = self.terms
        end = self.clause(a, b)
        joints = [
            i
            for i in range(a + 1, end - 1)
            if (t.lower[i] in ("and", "or") or t.lower[i : i + 3] == ["as", "well", "as"])
            and (self._joins_countries(i) or not self.names.inside(i))
            and i not in self._inside_terms(a, b)
        ]
        for i in joints:
            after = i + (3 if t.lower[i] == "as" else 1)
            if self._is_joint(a, i, after, end):
                left = self._list(a, i)
                right = self.of(after, b)
                return [*left, *right]
        pieces = t.pieces(a, b, {","})
        if len(pieces) > 1 and all(self._is_state(*piece) for piece in pieces):
            return [self._with_tail(*piece) for piece in pieces]  # "Peru, Chile trade blame"
        return [self._with_tail(a, b)]

    def _is_state(self, a: int, b: int) -> bool:
        """Whether words name a state and nothing else, but for its article."""
        t = self.terms
        a += t.lower[a] in DEFINITE
        return a in t.place and t.place[a][:2] == (b, "country")

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
        pieces = self.terms.pieces(a, b, {","})
        if len(pieces) > 1 and all(self._names_something(*piece) for piece in pieces):
            return [self._with_tail(*piece) for piece in pieces]
        return [self._with_tail(a, b)]

    def _names_something(self, a: int, b: int) -> bool:
        t = self.terms
        return any(i in t.name_at or i in t.place or i in t.organization or i in t.seat for i in range(a, b))

    def _with_tail(self, a: int, b: int) -> tuple[Words, Words]:
        """A phrase cut where what follows it begins: behind its first comma that parts no qualities and no list."""
        t = self.terms
        if b - a > 2 and t.lower[a] == "both":
            a += 1
        inside = self._bracket_before_name(a, b)
        for i in range(a + 1, b):
            if t.lower[i] not in COMMAS or i in inside or self.names.inside(i):
                continue
            if i == a + 1 and not self._stands_for_itself(a) and any(t.pos(k) == "CCONJ" for k in range(i, b)):
                continue  # "state, county and local officials"
            if self._is_quality_before(a, i, b) or self.is_in_list_of(a, i, b):
                continue
            if after := self._behind_seat(a, i, b):
                return self._with_tail(after, b)
            return (a, self.clause(a, i)), (i + 1, b)  # "the clerk {whom she named}, Ivo Lenz"
        end = self.clause(a, b)
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
        person = name < b and self.names.is_person(t.name_at[name].words)
        return range(opens, closes + 1) if person and titled and self.names.are_titles(closes + 1, name) else range(0)

    def _is_quality_before(self, a: int, comma: int, b: int) -> bool:
        """Whether a comma parts two adjectives of one noun: "{young}, angry Chileans"."""
        t, i = self.terms, comma - 1
        alone = all(t.pos(k) in ("ADJ", "ADV", "DET") for k in range(a, comma)) and t.pos(i) == "ADJ"
        return alone and self.reading.relation[i] == "amod" and comma < self.reading.head[i] < b

    def _behind_seat(self, a: int, comma: int, b: int) -> int | None:
        """Where a phrase goes on behind the town and region it opens with, if it does: "the Pittsburgh,
        Pennsylvania-based company", "the Dayton, Ohio, company", "a Dayton, Ohio woman"."""
        t = self.terms
        start = a + (t.lower[a] in DEFINITE | INDEFINITE)
        if not start < comma:
            return None
        if self._is_town(a, comma) and (noun := self._behind_region(comma, b)) is not None:
            return noun
        if any(t.pos(i) != "PROPN" or i in t.organization for i in range(start, comma)):
            return None
        for i in range(comma + 2, min(b - 1, comma + 6)):
            if t.pos(i - 1) not in ("PROPN", "PUNCT"):
                return None  # "Chen Li, a Lisbon-based painter"
            if t.lower[i] in lexicon.function_words("seated") and t.lower[i - 1] == "-":
                return i + 1
            if t.lower[i] == "," and i + 1 in t.body:
                return i + 1
        return None

    def _is_town(self, a: int, comma: int) -> bool:
        """Whether what may be a place is named last before a comma in a phrase that an article opens."""
        t = self.terms
        name = t.name_at.get(comma - 1)
        return t.lower[a] in INDEFINITE | DEFINITE and name is not None and name.kind != "PERSON"

    def _behind_region(self, comma: int, b: int) -> int | None:
        """Where the noun stands that a region behind a comma leads to, with or without another comma."""
        t = self.terms
        region = t.name_at.get(comma + 1)
        if region is None or region.kind != "LOCATION":
            return None
        noun = region.words[1] + (t.lower[region.words[1] : region.words[1] + 1] == [","])
        return noun if noun < b and t.pos(noun) == "NOUN" and not self._names_something(noun, b) else None

    def _stands_for_itself(self, i: int) -> bool:
        t = self.terms
        source = lexicon.source(t.lower[i])
        return self._names_something(i, i + 1) or t.pos(i) == "PRON" or i in t.role or bool(source and source.plural)

    def clause(self, a: int, b: int) -> int:
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
            if self._opens_participle(i, a, b):
                return i
        return b

    def _opens_participle(self, i: int, a: int, b: int) -> bool:
        """Whether a verb behind a noun goes on with what that does, or has done to it: "the clerk {accused} of"."""
        t, acl = self.terms, self.reading.relation[i] == "acl"
        verb = t.pos(i) in ("VERB", "AUX") or (acl and t.lower[i].endswith("ing") and t.lower[a] in DEFINITE)
        if not verb or i + 1 >= b or "-" in (t.lower[i - 1], t.lower[i + 1]):
            return False
        noun_before = any(t.pos(k) in ("NOUN", "PROPN", "PRON") for k in range(a, i))
        noun_next = t.pos(i + 1) in ("NOUN", "PROPN", "ADJ") and t.lower[i - 1] not in COMMAS
        return noun_before and (acl or not noun_next)  # "the lawmaker {representing} Oruro"

    def _opens_bare_relative(self, i: int, a: int) -> bool:
        """Whether a clause that tells who is meant begins at a word without a pronoun for him: "the clerk {she}
        accused"."""
        reading = self.reading
        opens = self.terms.pos(i) in ("DET", "PRON") and self.terms.pos(i - 1) == "NOUN"
        subject = reading.head[i] if self.terms.pos(i) == "DET" else i
        verb = reading.head[subject]
        told = reading.relation[subject] == "nsubj" and reading.relation[verb] == "acl:relcl"
        return opens and told and subject < verb and a <= reading.head[verb] == i - 1

    def _is_joint(self, a: int, i: int, after: int, b: int) -> bool:
        """Whether what stands left and right of "and" are two, not one of two qualities ("founder and CEO")."""
        t = self.terms
        left_end = i - 1 if t.lower[i - 1] == "," else i
        if self._is_list_of(a, i, after, b):
            return False
        if self._joins_countries(i):
            return True
        left, right = self.nouns.head(a, left_end), self.nouns.head(after, b)
        if left_end <= a or after >= b or t.pos(left_end - 1) not in ("NOUN", "PROPN", "PRON", "NUM"):
            return False
        # "Ann Moor, analyst and author of Dry Wells": behind a comma, what she is.
        comma = max((k for k in range(a, left_end) if t.lower[k] == ","), default=a) if after in t.role else a
        between_names = self._names_something(after, b) and self._names_something(comma, left_end)
        if any(t.lower[k] in LINKS for k in range(a, left_end)):
            # "head of research and development", but "President Park of South Korea and Prime Minister Abe"
            return self._names_person(a, left_end) and self._names_person(after, b)
        if not self._is_joined_by_tree(a, i, after, b) or self._is_one_of_titles(a, left, left_end, after, b):
            return False
        if left in t.role and right in t.role and not t.role[left][1].plural and not t.role[right][1].plural:
            return t.lower[after] in DEFINITE | INDEFINITE or between_names
        if t.lower[after] in DEFINITE | INDEFINITE or t.pos(after) == "NUM" or between_names:
            return True
        name = t.name_at.get(after)
        if name is not None and name.words[0] == after and right < name.words[1] and t.lower[left].endswith("s"):
            return t.pos(left) == "NOUN"  # "nurses and Amnesty International", but not "nurses and Riga students"
        # "the police and prosecutors", but not "state, county and local officials"
        return self.nouns.is_of_people(left) and self.nouns.is_of_people(right) and right == after

    def _names_person(self, a: int, b: int) -> bool:
        name = self.names.own(a, b)
        return name is not None and self.names.is_person(name)

    def _is_one_of_titles(self, a: int, left: int, left_end: int, after: int, b: int) -> bool:
        """Whether an office left of "and" is held by whoever is named right of it: "State Councillor and Foreign
        Minister Wang Yi"."""
        t = self.terms
        if left not in t.role or t.role[left][1].plural or not (after in t.role or t.pos(after) == "ADJ"):
            return False
        return not self._names_person(a, left_end) and self._names_person(after, b)

    def _joins_countries(self, i: int) -> bool:
        """ "South Africa and Botswana": two, whatever name they are taken for."""
        t = self.terms
        return ends_at(t.place, i, 4) and i + 1 in t.place and t.place[i + 1][1] == "country"

    def _is_joined_by_tree(self, a: int, i: int, after: int, b: int) -> bool:
        """Whether the tree, if it tells, joins the two at the top of the phrase."""
        head, relation = self.reading.head, self.reading.relation
        firsts = [head[k] for k in range(after, b) if relation[k].startswith("conj") and a <= head[k] < i]
        tops = (not a <= head[k] < b or head[k] == k for k in firsts)
        return not firsts or any(tops) or any(relation[k].startswith("conj") and a <= head[k] < i for k in firsts)

    def is_in_list_of(self, a: int, i: int, b: int) -> bool:
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
        head = self.nouns.head(a, of)
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
