"""Which of the names in a phrase names whom the phrase means?"""

from __future__ import annotations

from collections.abc import Iterator

from sayso import lexicon
from sayso.account.named.phrase_nouns import Nouns
from sayso.account.named.terms import COMMAS, DEFINITE, LINKS, RELATIVE, Terms, ends_at
from sayso.lexicon import Body
from sayso.reader.reading import Words


class Names:
    """The names in the phrases of one report, of the model and of the lexicon."""

    def __init__(self, terms: Terms, nouns: Nouns) -> None:
        self.terms = terms
        self.reading = terms.reading
        self.nouns = nouns

    def of(self, core: Words, apposition: list[Words], head: int) -> Words | None:
        """The name of whom a phrase of such a head means: its own, one that stands behind it, or one nobody marked."""
        own = self.own(*core)
        if own is not None:
            return self._holder_of(core[0], own, apposition) or own
        return self._beside(apposition, head) or self._unmarked(*core, head)

    def own(self, a: int, b: int) -> Words | None:
        """The name in these words that names whom they mean: no possessor's, no preposition's object, the last."""
        t = self.terms
        best: Words | None = None
        for name in self._within(a, b):
            s, e = name
            if t.possessive(e) and e + 1 < b:
                continue
            if t.lower[e : e + 1] == ["-"] and e + 1 < b and t.lower[e + 1] in lexicon.function_words("hyphened"):
                continue  # "the Houthi-run ministry"
            if s not in t.organization and s not in t.seat and lexicon.body(self.reading.string(name)):
                continue  # "Defence Ministry" is a common noun, capitals or not
            if s in t.place and t.place[s][:2] == (e, "nationality") and not t.text[s].isupper():
                continue
            if self._is_governed(a, s) or (e < b and t.is_quality(s, e)) or self._is_namesake(name, b):
                continue
            # A nationality or an organisation before a common noun qualifies it: "a Pentagon spokesman"
            if not self.is_person(name) and self._qualifies(e, b):
                continue
            best = name
            if self.is_person(name) and not (e in t.role and (t.text[e].islower() or self._names_holder(e, b))):
                return name  # not the "Shinto" of "Shinto priest Hirotaka Tezuka"
        return best

    def _names_holder(self, i: int, b: int) -> bool:
        """Whether a person's name follows the office at `i`: not "Lima" is meant in "Lima Mayor Ana Diaz"."""
        end = self.terms.role[i][0]
        return end < b and end in self.terms.name_at and self.is_person(self.terms.name_at[end].words)

    def _is_namesake(self, name: Words, b: int) -> bool:
        """Whether it is something called after a person that is meant, and not the person: "{Okoro} supporters", "the
        {Okoro} campaign", "{Okoro} campaign manager Ana Diaz"."""
        t, (_, e) = self.terms, name
        if not (e < b and t.pos(e) == "NOUN" and t.text[e].islower()):
            return False
        if e in t.body and t.body[e][1].sector == "MED" and not self.is_person(name):
            return False  # "Ansura newspaper"
        tops = (self.reading.head[i] for i in range(*name) if not name[0] <= self.reading.head[i] < e)
        return any(e <= top < b and self.reading.relation[top] != "appos" for top in tops)

    def _within(self, a: int, b: int) -> Iterator[Words]:
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

    def _is_governed(self, a: int, s: int) -> bool:
        """Whether a name at `s` is what a preposition governs, not what the phrase names: "the family of X", but "Head
        of the Defence Committee X" names X."""
        t = self.terms
        i = s - 1
        seen_body = False
        while i >= a:
            if t.lower[i] == ")":
                return False  # "Head of the Rail Board (RB) Ana Ruiz"
            if t.lower[i] in LINKS and self.inside(i):
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
                k = self._before_titles(a, i)
                if k >= a and t.lower[k] in LINKS:
                    return True
            i -= 1
        return False

    def _before_titles(self, a: int, title: int) -> int:
        """The word before the titles that go with a title directly before a name, and what they are of."""
        t, k = self.terms, title - 1
        while k >= a and t.pos(k) in ("ADJ", "PROPN", "NOUN", "DET") and t.lower[k] not in LINKS:
            body = t.name_at[k] if k in t.name_at and t.name_at[k].kind == "ORGANIZATION" else None
            k = min(k, body.words[0] if body else k) - 1  # "Institute for Peace director X"
        return k

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
                return part or forces or e in t.place or self._is_behind_place(e)
            if i in t.role or i in t.document or lexicon.source(t.lower[i]):
                return True
            if t.pos(i) in ("NOUN", "PROPN") and t.lower[i] not in lexicon.function_words("mere-group"):
                return True
        return False

    def _is_behind_place(self, e: int) -> bool:
        t, name = self.terms, self.terms.name_at.get(e - 1)
        capital = any(t.seat[k][0] == e and not t.seat[k][1].body for k in range(max(0, e - 4), e) if k in t.seat)
        return ends_at(t.place, e, 4) or capital or (name is not None and name.kind == "LOCATION")

    def _unmarked(self, a: int, b: int, head: int) -> Words | None:
        """A proper noun at the head that nobody has marked as a name."""
        t = self.terms
        if t.pos(head) != "PROPN" or head in t.name_at or self._qualifies(head + 1, b):
            return None
        start, end = head, head + 1
        while start > a and t.is_proper(start - 1):
            start -= 1
        if not t.is_proper(head) and (start == head or self.body_behind((start, end)) is None):
            return None  # a term of the lexicon, but for "Field Nurses, a group"
        if start > a and start - 1 in t.place and t.place[start - 1][:2] == (start, "nationality"):
            start -= 1  # "Georgian Dream" is a party
        if start == head and (lexicon.source(t.lower[head]) or lexicon.gender_of_noun(t.lower[head])):
            return None
        return start, end

    def _holder_of(self, a: int, name: Words, apposition: list[Words]) -> Words | None:
        """Whoever is named with a title right behind what nobody knows for a body: it is an office then, put in short:
        "the OCS, Chief Inspector {Ada Moi}"."""
        t = self.terms
        known = name[0] in t.organization or name[0] in t.place or self.is_person(name)
        if known or t.body_in(*name) or t.lower[a] not in DEFINITE or not apposition:
            return None
        s, e = apposition[0]
        holder = self.own(s, e)
        if holder is None or not self.is_person(holder) or not self.are_titles(s, holder[0]):
            return None
        titled = s in t.honorific or s in t.role
        return holder if titled else None

    def _beside(self, apposition: list[Words], head: int) -> Words | None:
        """The name in what stands beside a phrase, where it names whom the phrase means: "the clerk, {Ivo Lenz}"."""
        for s, e in apposition:
            name = self.own(s, e)
            if name and self._may_stand_beside(name, s, e, head) and self.are_titles(s, name[0]):
                return name
        return None

    def _may_stand_beside(self, name: Words, s: int, e: int, head: int) -> bool:
        """Whether a name in an apposition at [s, e) may name whom the phrase means."""
        t = self.terms
        if t.lower[s] in LINKS or t.lower[s] in RELATIVE or t.pos(s) in ("VERB", "AUX"):
            return False
        if self.is_person(name):
            if self._is_of_another(name, head):
                return False
            # "Relatives of the dead man, Musa Bello": he is none of those who speak.
            return not self.nouns.is_plural(head) or any(t.pos(i) == "CCONJ" for i in range(s, e))
        body = any(k in t.body and head < t.body[k][0] for k in range(max(0, head - 3), head + 1))
        body = body or t.lower[head] in lexicon.function_words("enterprise")
        found = t.name_at.get(name[0])
        return body and name[1] >= e - 1 and found is not None and found.kind == "ORGANIZATION"

    def _is_of_another(self, name: Words, head: int) -> bool:
        """Whether a name says, by the tree, who somebody else in the phrase is: "the lawyer of the mine's {owner}, Ivo
        Lenz"."""
        reading = self.reading
        whose = {reading.head[i] for i in range(*name) if reading.relation[i] == "appos"}
        people = (i for i in whose if i in reading.mentions and reading.mentions[i].kind == "person")
        return any(head < i < name[0] and reading.head[i] == head and i in self.terms.role for i in people)

    def is_person(self, name: Words) -> bool:
        """Whether a name is a human being's."""
        t = self.terms
        found = t.name_at.get(name[1] - 1)
        if not found or found.kind != "PERSON":
            return False
        s, e = name
        known = t.organization.get(s) or t.place.get(s)
        if known and (known[0] == e or lexicon.gender_of_name(t.text[s]) is None):
            return False  # but "Jordan Hale" is one
        return self.body_behind(name) is None

    def inside(self, i: int) -> bool:
        """Whether a word stands in the midst of a name."""
        name = self.terms.name_at.get(i)
        return name is not None and name.words[0] < i < name.words[1] - 1

    def body_behind(self, name: Words) -> Body | None:
        """What stands behind a name, where it says that it is no person: "Kestrel, the company that runs it"."""
        t, at = self.terms, name[1]
        if t.lower[at : at + 1] != [","] or lexicon.function_words("article").isdisjoint(t.lower[at + 1 : at + 2]):
            return None
        for i in range(at + 2, min(at + 10, len(self.reading) - 1)):
            ends = self.reading.sentence[i + 2 : i + 3] != [self.reading.sentence[i]]  # "a farmer. The army fired"
            if t.pos(i + 1) in ("VERB", "AUX") and self.reading.relation[i] == "nsubj":
                return None  # "the aid came from Kestrel, the ministry said"
            if ends or t.lower[i + 1] in COMMAS | LINKS | RELATIVE or t.pos(i + 1) in ("VERB", "AUX", "ADP"):
                return t.body[i][1] if i in t.body and i not in t.role else None
        return None

    def body_before(self, s: int) -> Body | None:
        """What stands before a name and says what it is of: "the newspaper Klaxon", "the winning company, Kestrel"."""
        t = self.terms
        end = s - 1 if s and t.lower[s - 1] == "," and DEFINITE & set(t.lower[max(0, s - 5) : s - 1]) else s
        return next(iter(t.bodies_before(end)), None)

    def are_titles(self, a: int, b: int) -> bool:
        """Whether there is nothing in words but what may be titles."""
        t = self.terms
        return all(
            t.pos(i) in ("PROPN", "NOUN", "ADJ", "DET", "PART", "PUNCT") or i in t.role or t.lower[i] == "of"
            for i in range(a, b)
        )
