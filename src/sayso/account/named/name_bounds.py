"""How far does a name go, where the model takes too many words for it or too few?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso import lexicon
from sayso.account.named.name_kinds import Kinds
from sayso.account.named.terms import COMMAS, LINKS, QUOTES, Terms, ends_at
from sayso.reader.reading import Name, Words


class Bounds:
    """Where the names of one report begin and end."""

    def __init__(self, terms: Terms, kinds: Kinds) -> None:
        self.terms = terms
        self.reading = terms.reading
        self.kinds = kinds

    def own_words(self, name: Name, inside: set[int]) -> Words:
        """The words of the model's name without marks, links and dates at its ends, and with those to which it is
        joined: "{Nurses and} Midwives Association". inside: the words of all its names."""
        t = self.terms
        a, b = name.words
        while a < b and t.lower[a] in LINKS | COMMAS | QUOTES:
            a += 1  # "of Agriculture"
        while a < b and t.lower[b - 1] in COMMAS | QUOTES:
            b -= 1
        a += b - a > 1 and self.is_date(a)
        b -= b - a > 2 and name.kind == "PERSON" and self._is_weekday(b - 1)  # "Ana Ruiz {Friday} urged calm"
        if b - a > 1 and t.lower[a] == "and":
            a = self._first_capital(a)
        elif name.kind == "ORGANIZATION" and a > 1 and t.lower[a - 1] == "and" and a - 2 not in inside:
            a = self._first_capital(a - 1)
        return a, b

    def _first_capital(self, link: int) -> int:
        """The first of the capitalised words just before one that joins; what stands behind it if there are none."""
        t = self.terms
        first, sentence = link, self.reading.sentence[link]
        while first and self.reading.sentence[first - 1] == sentence and t.text[first - 1][:1].isupper():
            first -= 1
        first += first < link and t.lower[first] in lexicon.function_words("definite")  # of a sentence that it opens
        return first if first < link else link + 1

    def is_date(self, i: int) -> bool:
        """Whether a word tells when: "in {July} Togo held talks", "on {Monday} Chad", but not "April Jones"."""
        t = self.terms
        dated = (lexicon.time_word(t.text[i]) or "").startswith(("MONTH_", "DAY_"))
        return dated and i > 0 and t.lower[i - 1] in lexicon.time_cues("dating")

    def _is_weekday(self, i: int) -> bool:
        return (lexicon.time_word(self.terms.text[i]) or "").startswith("DAY_")

    def whole(self, a: int, b: int, kind: str, kind_at: Mapping[int, str]) -> Words:
        """A name with the parts of it that the model left out. kind_at: the kinds of the words that are in names."""
        t = self.terms
        if b - a > 1 and b < len(t.text) and len(t.text[b - 1]) == 1 and t.text[b] == "." and t.touch(b - 1, b):
            b += 1  # "Hussein K."
        else:
            b -= b - a > 1 and t.text[b - 1] == "-"
            b = self._over_hyphens(b)
            if kind == "PERSON" and not t.is_known(a, b):
                a, b = self._whole_person(a, b, kind_at)
            else:
                a, b = self._whole_body(a, b, kind, kind_at)
        if kind == "ORGANIZATION" and t.possessive(b) and b + 1 in t.body and t.text[b + 1][:1].isupper():
            b = t.body[b + 1][0]  # "the Teachers' Union"
        return a, b

    def _whole_person(self, a: int, b: int, kind_at: Mapping[int, str]) -> Words:
        t, sentence = self.terms, self.reading.sentence
        here = sentence[a]
        while a > 0 and sentence[a - 1] == here and t.is_proper(a - 1) and a - 1 not in kind_at:
            if self._is_office_of(a - 1) or self.is_date(a - 1):
                break
            a -= 1
        full = b - a > 1 or t.text[a] not in lexicon.first_names()  # not the "Joe" of "Joe Friday"
        while b < len(t.text) and sentence[b] == here and t.is_proper(b):
            if kind_at.get(b, "PERSON") != "PERSON" or (full and (self._is_weekday(b) or self.kinds.is_letters(b))):
                break
            b = self._over_hyphens(b + 1)  # "Ana" and "Paula Romo", side by side
        return a, b

    def _whole_body(self, a: int, b: int, kind: str, kind_at: Mapping[int, str]) -> Words:
        t = self.terms
        if kind != "ORGANIZATION":
            return self._with_of(a, b, kind, kind_at)
        here = self.reading.sentence[a]
        while a > 0 and self.reading.sentence[a - 1] == here and self._continues(a, kind_at):
            a -= 1  # "Middle East News Agency"
        while self._begins_before(a, b):
            a -= 1  # "Citizens" of "the Citizens Coalition for Change"
        b += self._ends_behind(b, kind_at)  # "Interior {Ministry}"
        if self._is_whose(a, b, kind_at):
            a -= 2  # "People's" of "the People's Rice Party"
        if a > 0 and a - 1 in t.place and t.place[a - 1][1] == "country":
            start = min((k for k in t.place if t.place[k][0] == a), default=a - 1)
            if not t.text[start].isupper() and not t.is_known(a, b):
                return start, b  # "Iceland Monitor"
        return self._with_of(a, b, kind, kind_at)

    def _continues(self, a: int, kind_at: Mapping[int, str]) -> bool:
        """Whether the name of an organisation goes on with the words of a name before it, which is no known place's."""
        t = self.terms
        if kind_at.get(a - 1) not in ("LOCATION", "ORGANIZATION", "MISC") or t.text[a - 1].islower():
            return False
        known = a - 1 in t.place or a - 1 in t.seat or any(t.place[k][0] == a for k in t.place if k >= a - 3)
        return not known

    def _over_hyphens(self, b: int) -> int:
        """Where a name ends whose words so far end at `b`: behind what hyphens join to it, "Kim Jong{-un}"."""
        t = self.terms
        while (
            b + 1 < len(t.text)
            and t.text[b] == "-"
            and t.touch(b - 1, b)
            and t.touch(b, b + 1)
            and t.text[b + 1][0].isalpha()
            and t.lower[b + 1] not in lexicon.function_words("hyphened")
        ):
            b += 2
        return b

    def _is_office_of(self, i: int) -> bool:
        """Whether a word says of what an office is: "Agriculture" of "Minister of Agriculture"."""
        t = self.terms
        return i > 1 and t.lower[i - 1] in LINKS and ends_at(t.role, i - 1, 4)

    def _begins_before(self, a: int, b: int) -> bool:
        """Whether the capitalised noun before an organisation's name belongs to it, be it a title where the name says
        what it is: "{King} Edward Hospital"."""
        t = self.terms
        i = a - 1
        if i < 0 or self.reading.sentence[i] != self.reading.sentence[a]:
            return False
        others: list[Mapping[int, tuple[Any, ...]]] = [t.place, t.seat]
        others += [] if self._is_body(self.reading.head[i]) else [t.role, t.honorific]
        opens = i == 0 or self.reading.sentence[i - 1] != self.reading.sentence[a]  # as any word does there
        return (
            (i in t.honorific if opens else t.text[i][:1].isupper())
            and self.reading.pos[i] in ("NOUN", "PROPN")
            and self.reading.relation[i] == "compound"
            and a <= self.reading.head[i] < b
            and not any(ends_at(table, a, 4) for table in others)
        )

    def _ends_behind(self, b: int, kind_at: Mapping[int, str]) -> bool:
        """Whether the word behind an organisation's name says what it is, and belongs to it."""
        reading, capital = self.reading, b < len(self.terms.text) and self.terms.text[b][:1].isupper()
        belongs = capital and reading.relation[b - 1] == "compound" and reading.head[b - 1] == b
        return belongs and b not in kind_at and self._is_body(b)

    def _is_whose(self, a: int, b: int, kind_at: Mapping[int, str]) -> bool:
        """Whether the possessor before an organisation's name belongs to it: those whom it says it is of, and nobody
        who has a name."""
        t = self.terms
        i = a - 2
        named = kind_at.get(i) == "PERSON" or i in t.place or i in t.seat or i in t.honorific
        return (
            i >= 0
            and t.possessive(a - 1)
            and self.reading.sentence[i] == self.reading.sentence[a]
            and t.text[i].istitle()
            and self.reading.pos[i] in ("NOUN", "PROPN")
            and a <= self.reading.head[i] < b
            and not named
            and lexicon.time_word(t.text[i]) is None
            and t.lower[i] in lexicon.function_words("whose")
        )

    def _with_of(self, a: int, b: int, kind: str, kind_at: Mapping[int, str]) -> Words:
        """ "Organization of African Unity" where only a part is marked."""
        t, sentence = self.terms, self.reading.sentence[a]
        start, end = a, b
        if a >= 2 and t.lower[a - 1] in ("of", "for") and self._may_head(a - 2):
            other = kind == "ORGANIZATION" and kind_at.get(a - 2) != "PERSON"
            start = a - 2 if other or self._is_body(a - 2) else a
        if b + 1 < len(t.text) and t.lower[b] in ("of", "for") and self._may_head(b - 1):
            other = kind == "ORGANIZATION" and b + 1 not in t.place
            end = self._behind_of(b, sentence) if other or self._is_body(b - 1) else b
        if (start, end) == (a, b):
            return a, b
        while start > 0 and t.is_proper(start - 1) and self.reading.sentence[start - 1] == sentence:
            start -= 1
        return start, end

    def _behind_of(self, b: int, sentence: int) -> int:
        """Where the capitalised words behind an "of" end; before it if there are none."""
        t, end = self.terms, b + 1
        while end < len(t.text) and self.reading.sentence[end] == sentence:
            link = t.lower[end] in ("of", "the", "for") and end + 1 < len(t.text) and t.text[end + 1][:1].isupper()
            if not link and (not t.text[end][:1].isupper() or end in t.honorific):
                break
            end += 1
        return end if end > b + 1 else b

    def _may_head(self, i: int) -> bool:
        """Whether a capitalised word may be what an organisation is: "Ministry", "Consortium", not "President"."""
        t = self.terms
        if i in t.role or i in t.place or t.lower[i] in lexicon.function_words("terrain"):
            return False
        return t.text[i][:1].isupper() and (self._is_body(i) or self.reading.pos[i] in ("PROPN", "NOUN"))

    def _is_body(self, i: int) -> bool:
        t = self.terms
        return i in t.body or lexicon.body(t.lower[i]) is not None
