"""The words of a report that the lexicon knows, and its names with what the language model left out of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Literal

from sayso import lexicon
from sayso.account import clauses
from sayso.account.quotations import quoted
from sayso.account.spans import Spans
from sayso.account.surnames import namesakes
from sayso.lexicon import Body, Document, Honorific, Organization, Role, Seat
from sayso.reader.reading import Name, Reading, Words
from sayso.reader.words import cut

POSSESSIVE = {"'s", "’s", "'", "’"}
RELATIVE, LINKS, DEFINITE, INDEFINITE, OWNERS, QUANTITIES = (
    lexicon.function_words(use) for use in ("relative", "link", "definite", "indefinite", "owner", "quantity")
)
COMMAS = {",", "–", "—", "--", "(", ")", "_", ";", ":", "[", "]"}
QUOTES = {'"', "“", "”", "``", "''", "«", "»"}
JUNK = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff*†‡]")  # nothing to see, and the marks of footnotes

Sort = Literal["country", "nationality", "people", "seat"]


def ends_at(table: Mapping[int, tuple[Any, ...]], end: int, reach: int) -> bool:
    """Whether a term of a table, by first word, ends before the word `end`; it has `reach` words at most."""
    return any(table[k][0] == end for k in range(max(0, end - reach), end) if k in table)


class Terms:
    """The words of a reading that the lexicon knows, each at the word where it begins: (word after its last, entry)."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        n = len(reading)
        self.text = [reading.word(i) for i in range(n)]
        self.lower = [word.lower() for word in self.text]
        self.role: dict[int, tuple[int, Role]] = {}
        self.body: dict[int, tuple[int, Body]] = {}
        self.document: dict[int, tuple[int, Document]] = {}
        self.place: dict[int, tuple[int, Sort, str]] = {}
        self.seat: dict[int, tuple[int, Seat]] = {}
        self.organization: dict[int, tuple[int, Organization]] = {}
        self.honorific: dict[int, tuple[int, Honorific]] = {}
        self.quoted = self._quotations()
        self._look_up()
        self._leave_foreign()
        self.namesakes = namesakes(reading)
        self.firms = self._firms_in_short()
        for table in (self.place, self.seat):
            for i in self.namesakes | self.firms:
                table.pop(i, None)
        self.offices: dict[Words, Words] = {}  # where an office is named that the text puts in short, and where in full
        self._spelt = self._spelt_out()
        self.names = self._names()
        self.name_at = {i: name for name in self.names for i in range(*name.words)}
        # A country's short name holds only beside a fuller one.
        named = {code for _, _, code in self.place.values()}
        for i in range(n):
            code = lexicon.country_in_short(self.text[i]) if self.text[i][:1].isupper() else None
            if code in named and i not in self.place and self._stands_alone(i):
                self.place[i] = i + 1, "country", code or ""

    def _names(self) -> list[Name]:
        """The model's names, where the lexicon and the words around know better mended: a rank is no name, Moscow no
        person, what is called "Organization of …" begins there, and "Park" belongs to "Geun-hye"."""
        votes: dict[str, list[str]] = {}
        for name in self.reading.names:
            votes.setdefault(self.reading.string(name.words), []).append(name.kind)
        kind_at: dict[int, str] = {}
        spans: list[Words] = []
        plain = {word for word in self.text if word.islower()}
        inside = {i for name in self.reading.names for i in range(*name.words)}
        for name in sorted(self.reading.names, key=lambda name: name.words):
            a, b = self._own_words(name, inside)
            lettered = self._is_lettered(a, b)
            b -= lettered
            if b - a == 1 and self._is_letters(a) and a - 1 in inside:
                continue  # "Ann Moor {KC}"
            if not any(map(str.isalnum, self.reading.string((a, b)) if a < b else "")):
                continue  # marks alone name nobody
            if any(s <= a < e for s, e in self.offices) or self._is_feast(a, b):
                continue
            if b - a == 1 and self.lower[a] in plain and self._opens_sentence(a):
                continue  # "Factory" of a title whose text has "the factory"
            while a < b and not self._is_known(a, b) and not self._is_league(b) and (title := self._title_in(a, b)):
                short = self.lower[a] in lexicon.function_words("capitals")
                if title == b and name.kind != "PERSON" and a not in self.honorific and not short:
                    break  # "Monitor" may be a newspaper
                a = title
            if b - a > 2 and self._is_acronym(a, a + 1) and a + 1 in self.honorific and self.honorific[a + 1][0] < b:
                a = self.honorific[a + 1][0]  # "CID DSP {Imran Lodhi}"
            while a < b and self.lower[a] in LINKS | DEFINITE | {"and"}:
                a += 1  # "of the" of "Members of the Assembly", "and" of "Nurses and Sea Watch"
            if a < b:
                kinds = votes[self.reading.string(name.words)]
                kind = max(sorted(set(kinds)), key=kinds.count)
                kind_at |= dict.fromkeys(range(a, b), "PERSON" if lettered else kind)
                goes_on = name.kind == "PERSON" and self.text[a].islower() and bool(spans) and spans[-1][1] == a
                if goes_on and kind_at[a - 1] == "PERSON":
                    a, _ = spans.pop()  # "Almou {ag Mohamed}"
                spans.append((a, b))
        spans += self._titled(kind_at)
        spans += [(i, i + 1) for i in self.namesakes | self.firms if i not in kind_at]
        spans += self._spelt
        partners = [*self._partners(), *self._foreign()]
        spans = [*partners, *(span for span in spans if not any(a <= span[0] < b for a, b in partners))]
        kind_at |= {i: "ORGANIZATION" for span in partners for i in range(*span)}
        kind_at |= {a: "ORGANIZATION" for a, _ in spans if a not in kind_at}
        taken: set[int] = set()
        found: list[Name] = []
        called: set[str] = set()
        for a, b in sorted(spans):
            kind = kind_at[a]
            if ends_at(self.honorific, a, 3) or a in self.namesakes:
                kind = "PERSON"  # "King Hussein"
            elif a in self.firms:
                kind = "ORGANIZATION"
            elif kind == "PERSON" and self._is_ruled(a):
                kind = "LOCATION"  # "the mayor of Santa Rita"
            a, b = self._whole(a, b, kind, kind_at)
            if kind == "ORGANIZATION" and self.possessive(b) and b + 1 in self.body and self.text[b + 1][:1].isupper():
                b = self.body[b + 1][0]  # "the Teachers' Union"
            if taken & set(range(a, b)):
                if any(not a <= name.words[0] < name.words[1] <= b for name in found if name.words[1] > a):
                    continue
                found = [name for name in found if name.words[1] <= a]
            taken.update(range(a, b))
            if self._is_known(a, b):
                kind = "ORGANIZATION" if a in self.organization and self.organization[a][0] == b else "LOCATION"
            elif any(i in self.body for i in range(a, b)) or self._is_league(b) or (
                kind == "PERSON" and (self._is_acronym(a, b) or self._is_called_body(a, b) or self._is_the(a, b))
            ):
                kind = "ORGANIZATION"
                called.add(self.reading.string((a, b)))
            found.append(Name((a, b), kind))
        # What the text calls a firm in one place is one throughout.
        called |= self._in_full(found)
        return [
            Name(name.words, "ORGANIZATION") if self.reading.string(name.words) in called else name for name in found
        ]

    def _is_lettered(self, a: int, b: int) -> bool:
        """Whether a name has the letters behind it of somebody's office or honour: "Ann Moor {KC}"."""
        return b - a > 2 and self._is_letters(b - 1) and _names_people(self.lower[a])

    def _is_letters(self, i: int) -> bool:
        return self.text[i].isupper() and self.lower[i] in lexicon.function_words("letters")

    def _firms_in_short(self) -> set[int]:
        """The words for a nationality that are short for a firm named in full before: "{British} said its crews would
        strike", of British Airways."""
        first: dict[str, int] = {}
        for name in self.reading.names:
            if name.kind == "ORGANIZATION" and _is_long(name):
                first.setdefault(self.text[name.words[0]], name.words[1])
        return {
            i for i, (end, sort, _) in self.place.items()
            if sort == "nationality" and first.get(self.text[i], i) < i and self._is_subject_alone(i, end)
        }  # fmt: skip

    def _is_subject_alone(self, a: int, b: int) -> bool:
        """Whether a word is a subject with nothing beside it: not that of "the French said", "French police said"."""
        alone = b - a == 1 and self.reading.relation[a] == "nsubj" and self.reading.head[a] > a
        return (
            alone
            and self.text[a].isalpha()
            and not self.text[a].isupper()
            and not any(self.reading.head[i] == a for i in (a - 1, b))
        )

    def _in_full(self, names: list[Name]) -> set[str]:
        """Words taken for places or people that are short for bodies which the text names in full: "Harrow" of "Harrow
        Minerals", where nothing is said to be there and nobody is so called."""
        located = lexicon.function_words("located") | lexicon.function_words("aside")
        bodies = {self.text[name.words[0]] for name in names if name.kind == "ORGANIZATION" and _is_long(name)}
        found: set[str] = set()
        others: set[str] = set()
        for name in names:
            a, b = name.words
            if name.kind == "PERSON" and (_is_long(name) or ends_at(self.role, a, 4) or ends_at(self.honorific, a, 3)):
                others.update(self.text[a:b])
            elif not _is_long(name) and self.text[a] in bodies and not self._is_known(a, b):
                if name.kind == "LOCATION":
                    (others if a and self.lower[a - 1] in located else found).add(self.text[a])
                elif name.kind == "PERSON" and not _names_people(self.lower[a]):
                    found.add(self.text[a])
        return found - others

    def _own_words(self, name: Name, inside: set[int]) -> Words:
        """The words of the model's name without marks, links and dates at its ends, and with those to which it is
        joined: "{Nurses and} Midwives Association". inside: the words of all its names."""
        a, b = name.words
        while a < b and self.lower[a] in LINKS | COMMAS | QUOTES:
            a += 1  # "of Agriculture"
        while a < b and self.lower[b - 1] in COMMAS | QUOTES:
            b -= 1
        a += b - a > 1 and self._is_date(a)
        b -= b - a > 2 and name.kind == "PERSON" and self._is_weekday(b - 1)  # "Ana Ruiz {Friday} urged calm"
        if b - a > 1 and self.lower[a] == "and":
            a = self._first_capital(a)
        elif name.kind == "ORGANIZATION" and a > 1 and self.lower[a - 1] == "and" and a - 2 not in inside:
            a = self._first_capital(a - 1)
        return a, b

    def _first_capital(self, link: int) -> int:
        """The first of the capitalised words just before one that joins; what stands behind it if there are none."""
        first, sentence = link, self.reading.sentence[link]
        while first and self.reading.sentence[first - 1] == sentence and self.text[first - 1][:1].isupper():
            first -= 1
        first += first < link and self.lower[first] in lexicon.function_words("definite")  # of a sentence that it opens
        return first if first < link else link + 1

    def _is_date(self, i: int) -> bool:
        """Whether a word tells when: "in {July} Togo held talks", "on {Monday} Chad", but not "April Jones"."""
        dated = (lexicon.time_word(self.text[i]) or "").startswith(("MONTH_", "DAY_"))
        return dated and i > 0 and self.lower[i - 1] in lexicon.time_cues("dating")

    def _is_weekday(self, i: int) -> bool:
        return (lexicon.time_word(self.text[i]) or "").startswith("DAY_")

    def _is_feast(self, a: int, b: int) -> bool:
        """Whether words are the name of a day that is kept, which is nobody's: "a {Christmas} party"."""
        return all((lexicon.time_word(word) or "").startswith("HOLIDAY_") for word in self.text[a:b])

    def _opens_sentence(self, i: int) -> bool:
        return i == 0 or self.reading.sentence[i] != self.reading.sentence[i - 1]

    def _partners(self) -> list[Words]:
        """The firms that are called by two names: "Marks & Spencer", "H&M"."""
        found: list[Words] = []
        for i, word in enumerate(self.text):
            if word == "&" and 0 < i < len(self.text) - 1 and all(self.text[k][:1].isupper() for k in (i - 1, i + 1)):
                begin = found.pop()[0] if found and found[-1][1] == i else i - 1
                found.append((begin, i + 2))
        return found

    def _foreign(self) -> list[Words]:
        """The bodies that are called in another language, by what joins their names: "Abogados {para} la Paz"."""
        found: list[Words] = []
        for i, word in enumerate(self.text):
            if word not in lexicon.function_words("foreign-joint"):
                continue
            low, high = clauses.sentence(self.reading, i)
            last = i + 1
            while last + 1 < high and self.lower[last] in lexicon.function_words("particle"):
                last += 1
            if not low < i < high - 1 or not self.text[i - 1].istitle() or not self.text[last].istitle():
                continue
            first = i - 1
            while first > low and self.is_proper(first - 1) and not self._is_date(first - 1):
                first -= 1
            while last + 1 < high and self.text[last + 1].istitle():
                last += 1
            found.append((first, last + 1))
        return found

    def _spelt_out(self) -> list[Words]:
        """Where the text spells out the acronyms it uses: capitals that begin with their letters, one after another.
        What the text means by one goes before what the lexicon knows by it."""
        places: dict[str, list[int]] = {}
        beginning: dict[str, list[int]] = {}
        for i, word in enumerate(self.text):
            if self._is_acronym(i, i + 1) and not self.text[i - 1].isupper():
                places.setdefault(word, []).append(i)
            if word[0].isupper():
                beginning.setdefault(word[0], []).append(i)
        found: list[Words] = []
        for acronym, at in sorted(places.items()):
            letters = acronym.replace(".", "")
            begins = beginning.get(letters[0], ())
            spelt = next((words for i in begins if (words := self._spells(i, acronym))), None)
            spelt = spelt or next((words for i in begins if (words := self._translates(i, acronym))), None)
            if spelt is None or len(letters) < 2 or any(i in self.role for i in at):
                continue
            if office := self._office(*spelt):
                self.role |= {spelt[0]: (spelt[1], office)} | {i: (i + 1, office) for i in at}
                self.offices |= dict.fromkeys([spelt, *((i, i + 1) for i in at)], spelt)
                continue
            if any(self._is_known(i, i + 1) for i in at):
                if self._is_known(*spelt) or len(letters) < 3:
                    continue
                for table in (self.organization, self.place, self.seat):
                    for i in at:
                        table.pop(i, None)
            found += [spelt, *((i, i + 1) for i in at)]
        return found

    def _office(self, a: int, b: int) -> Role | None:
        """The office that words with an acronym are, if they are one, and no body: "{Chief of Naval Staff} (CNS)"."""
        end, role = self.role.get(a, (a, None))
        if role is None or role.plural or not (self.lower[end] == "of" or ends_at(self.role, b, 4)):
            return None
        title = self.reading.string((a, b)).lower()
        return role if end == b else replace(role, title=title, office=title, also=role.also | {role.title})

    def _spells(self, i: int, acronym: str) -> Words | None:
        """The words from `i` on that spell out an acronym, if they do."""
        letters, k, j = acronym.replace(".", ""), 0, i
        while j < len(self.text) and k < len(letters) and self._together(i, j):
            if self.text[j][0] == letters[k] and self.text[j] != acronym:
                k += 1
            elif not k or self.lower[j] not in lexicon.function_words("passed"):
                return None
            j += 1
        return (i, j) if k == len(letters) and j - i > 1 else None

    def _translates(self, i: int, acronym: str) -> Words | None:
        """The words from `i` on that begin with the letters of an acronym in the order of another language:
        "Coordination of Azawad Movements", CMA."""
        letters, found, j = acronym.replace(".", ""), list[str](), i
        while j < len(self.text) and len(found) < len(letters) and self._together(i, j):
            if self.text[j][0].isupper() and self.text[j] != acronym:
                found.append(self.text[j][0])
            elif not found or self.lower[j] not in lexicon.function_words("passed"):
                return None
            j += 1
        return (i, j) if in_other_order(letters, "".join(found)) else None

    def _is_league(self, b: int) -> bool:
        """Whether a name ends in a word that no person's does: "Justice Watch {International}"."""
        return self.lower[b - 1] in lexicon.function_words("league") and self.text[b - 1][:1].isupper()

    def _title_in(self, a: int, b: int) -> int | None:
        """Where the name goes on behind a rank or title it begins with."""
        if a in self.honorific:
            return min(b, self.honorific[a][0])
        if a in self.role and self.role[a][0] <= b and a not in self.body and not self.possessive(self.role[a][0]):
            return self.role[a][0]  # but "Doctors' Union" is a name
        return None

    def _titled(self, kind_at: dict[int, str]) -> list[Words]:
        """Names the model has missed behind a title: "King Hussein"."""
        found: list[Words] = []
        for table in (self.honorific, self.role):
            for i in table:
                a = b = table[i][0]
                plain = table is self.honorific
                while b < len(self.text) and self.is_proper(b) and b not in kind_at and self._together(a, b):
                    b += 1
                if b - a >= (1 if plain else 2) and self.reading.sentence[a] == self.reading.sentence[i]:
                    found.append((a, b))
                    kind_at |= dict.fromkeys(range(a, b), "PERSON")
        return found

    def is_proper(self, i: int) -> bool:
        """Whether a word is a proper noun that is no term of the lexicon."""
        known = (self.honorific, self.role, self.body, self.place, self.organization, self.seat)
        return self.reading.pos[i] == "PROPN" and self.text[i][:1].isupper() and not any(i in table for table in known)

    def _together(self, i: int, j: int) -> bool:
        return self.reading.sentence[i] == self.reading.sentence[min(j, len(self.text) - 1)]

    def _over_hyphens(self, b: int) -> int:
        """Where a name ends whose words so far end at `b`: behind what hyphens join to it, "Kim Jong{-un}"."""
        while (
            b + 1 < len(self.text)
            and self.text[b] == "-"
            and self._touch(b - 1, b)
            and self._touch(b, b + 1)
            and self.text[b + 1][0].isalpha()
            and self.lower[b + 1] not in lexicon.function_words("hyphened")
        ):
            b += 2
        return b

    def _whole(self, a: int, b: int, kind: str, kind_at: dict[int, str]) -> Words:
        """A name with the parts of it that the model left out."""
        n = len(self.text)
        sentence = self.reading.sentence[a]
        if b - a > 1 and b < n and len(self.text[b - 1]) == 1 and self.text[b] == "." and self._touch(b - 1, b):
            return a, b + 1  # "Hussein K."
        if b - a > 1 and self.text[b - 1] == "-":
            b -= 1
        b = self._over_hyphens(b)
        if kind == "PERSON" and not self._is_known(a, b):
            while (
                a > 0
                and self.reading.sentence[a - 1] == sentence
                and self.is_proper(a - 1)
                and a - 1 not in kind_at
                and not self._is_office_of(a - 1)
                and not self._is_date(a - 1)
            ):
                a -= 1
            full = b - a > 1 or self.text[a] not in lexicon.first_names()  # not the "Joe" of "Joe Friday"
            while b < n and self.reading.sentence[b] == sentence and self.is_proper(b) and (
                kind_at.get(b, "PERSON") == "PERSON"  # "Ana" and "Paula Romo", side by side
                and not (full and (self._is_weekday(b) or self._is_letters(b)))
            ):  # fmt: skip
                b = self._over_hyphens(b + 1)
            return a, b
        while kind == "ORGANIZATION" and a > 0 and kind_at.get(a - 1) in ("LOCATION", "ORGANIZATION", "MISC") and (
            a - 1 not in self.place and a - 1 not in self.seat and self.reading.sentence[a - 1] == sentence
            and not self.text[a - 1].islower()
            and not any(self.place[k][0] == a for k in self.place if k >= a - 3)
        ):  # fmt: skip
            a -= 1  # "Middle East News Agency"
        while kind == "ORGANIZATION" and self._begins_before(a, b):
            a -= 1  # "Citizens" of "the Citizens Coalition for Change"
        if kind == "ORGANIZATION" and self._is_whose(a, b, kind_at):
            a -= 2  # "People's" of "the People's Rice Party"
        if a > 0 and a - 1 in self.place and self.place[a - 1][1] == "country" and kind == "ORGANIZATION":
            start = min((k for k in self.place if self.place[k][0] == a), default=a - 1)
            if not self.text[start].isupper() and not self._is_known(a, b):
                return start, b  # "Iceland Monitor"
        return self._with_of(a, b, kind, kind_at)

    def _begins_before(self, a: int, b: int) -> bool:
        """Whether the capitalised noun before an organisation's name belongs to it."""
        i = a - 1
        others = (self.place, self.honorific, self.seat) + (() if self._is_body(self.reading.head[i]) else (self.role,))
        return (
            i > 0
            and self.reading.sentence[i - 1] == self.reading.sentence[a]
            and self.text[i][:1].isupper()
            and self.reading.pos[i] in ("NOUN", "PROPN")
            and self.reading.relation[i] == "compound"
            and a <= self.reading.head[i] < b
            and not any(ends_at(table, a, 4) for table in others)
        )

    def _is_whose(self, a: int, b: int, kind_at: Mapping[int, str]) -> bool:
        """Whether the possessor before an organisation's name belongs to it: those whom it says it is of, and nobody
        who has a name."""
        i = a - 2
        named = kind_at.get(i) == "PERSON" or i in self.place or i in self.seat or i in self.honorific
        return (
            i >= 0
            and self.possessive(a - 1)
            and self.reading.sentence[i] == self.reading.sentence[a]
            and self.text[i].istitle()
            and self.reading.pos[i] in ("NOUN", "PROPN")
            and a <= self.reading.head[i] < b
            and not named
            and lexicon.time_word(self.text[i]) is None
            and self.lower[i] in lexicon.function_words("whose")
        )

    def _is_office_of(self, i: int) -> bool:
        """Whether a word says of what an office is: "Agriculture" of "Minister of Agriculture"."""
        return i > 1 and self.lower[i - 1] in LINKS and ends_at(self.role, i - 1, 4)

    def _is_ruled(self, a: int) -> bool:
        """Whether an office before a name says that the name is a place's."""
        while a > 0 and self.reading.pos[a - 1] == "PROPN" and self.text[a - 1][:1].isupper():
            a -= 1
        return a > 1 and self.lower[a - 1] == "of" and self.lower[a - 2] in lexicon.function_words("ruler")

    def _with_of(self, a: int, b: int, kind: str, kind_at: dict[int, str]) -> Words:
        """ "Organization of African Unity" where only a part is marked."""
        n, sentence = len(self.text), self.reading.sentence[a]
        start, end = a, b
        if a >= 2 and self.lower[a - 1] in ("of", "for") and self._may_head(a - 2) and (
            self._is_body(a - 2) or (kind == "ORGANIZATION" and kind_at.get(a - 2) != "PERSON")
        ):  # fmt: skip
            start = a - 2
        if b + 1 < n and self.lower[b] in ("of", "for") and self._may_head(b - 1) and (
            self._is_body(b - 1) or (kind == "ORGANIZATION" and b + 1 not in self.place)
        ):  # fmt: skip
            end = b + 1
            while end < n and self.reading.sentence[end] == sentence and (
                (self.text[end][:1].isupper() and end not in self.honorific)
                or (self.lower[end] in ("of", "and", "the", "for") and end + 1 < n and self.text[end + 1][:1].isupper()
                    and self.lower[end] != "and")
            ):  # fmt: skip
                end += 1
            if end == b + 1:
                end = b
        if (start, end) == (a, b):
            return a, b
        while start > 0 and self.is_proper(start - 1) and self.reading.sentence[start - 1] == sentence:
            start -= 1
        return start, end

    def _is_body(self, i: int) -> bool:
        return i in self.body or lexicon.body(self.lower[i]) is not None

    def _may_head(self, i: int) -> bool:
        """Whether a capitalised word may be what an organisation is: "Ministry", "Consortium", not "President"."""
        if i in self.role or i in self.place or self.lower[i] in lexicon.function_words("terrain"):
            return False
        return self.text[i][:1].isupper() and (self._is_body(i) or self.reading.pos[i] in ("PROPN", "NOUN"))

    def _is_the(self, a: int, b: int) -> bool:
        """Whether a name of several words has an article, which no person's has: "the {Wilayat Sahra} said"; not what
        is called after somebody: "the Ana Ruiz prize", nor whom an adjective tells of: "the late Ana Ruiz"."""
        after = b if b < len(self.text) else a
        alone = self.reading.pos[after] not in ("NOUN", "PROPN", "NUM", "ADJ") and not self.possessive(after)
        other = self.lower[b - 1].endswith("s") or a in self.honorific or a in self.role or self.text[after] == "-"
        if b - a < 2 or not alone or other or self.lower[max(0, a - 1)] != "the":
            return False
        called = self.reading.string((a, b))
        so_called = [name.words[0] for name in self.reading.names if self.reading.string(name.words) == called]
        return 2 * sum(self.lower[max(0, i - 1)] == "the" for i in so_called) >= len(so_called)

    def _is_called_body(self, a: int, b: int) -> bool:
        """Whether a word for a firm or paper stands beside the name: "the law firm Mossack Fonseca"."""
        fields = ("BUS", "MED", "EDU", "NGO")
        before, after = self.body.get(a - 1), self.body.get(b)
        return bool(
            (before and before[0] == a and before[1].sector in fields and self.text[a - 1].islower())
            or (after and after[1].sector in fields and self.text[b].islower() and after[0] not in self.role)
        )

    def _touch(self, i: int, j: int) -> bool:
        return self.reading.ends[i] == self.reading.starts[j]

    def _is_known(self, a: int, b: int) -> bool:
        return any(table[a][0] == b for table in (self.organization, self.place, self.seat) if a in table)

    def _is_acronym(self, a: int, b: int) -> bool:
        return b - a == 1 and self.text[a].isupper() and 2 <= len(self.text[a]) <= 6

    def _stands_alone(self, i: int) -> bool:
        after = self.lower[i + 1] if i + 1 < len(self.lower) else ""
        name = self.name_at.get(i)
        return (
            i > 0
            and self.lower[i - 1] == "the"
            and not (self.text[i + 1][:1].isupper() if after else False)
            and (name is None or name.words == (i, i + 1) or name.words == (i - 1, i + 1))
        )

    def _quotations(self) -> list[bool]:
        """Which words stand within double quotation marks."""
        spans = Spans(quoted(self.reading.text))
        return [spans.around(start) is not None for start in self.reading.starts]

    def _look_up(self) -> None:
        n = len(self.text)
        firsts = _first_words()
        for i in range(n):
            known = firsts.get(self.lower[i].replace(".", "").replace("’", "'"), 0)
            capital = self.text[i][:1].isupper() or self.text[i][:1].isdigit() or known
            if not known and not capital:
                continue
            for j in range(min(n, i + max(known, 1)), i, -1):
                if self.text[j - 1] in (".", ","):
                    continue
                words = self.reading.string((i, j))
                if known and lexicon.is_common(words):
                    self._common(i, j, words)
                if capital and lexicon.is_proper(words):
                    self._proper(i, j, words)
        for i, word in enumerate(self.lower):
            if word.startswith("ex-") and (role := lexicon.role(word[3:])):
                self.role.setdefault(i, (i + 1, role))

    def _leave_foreign(self) -> None:
        """Take "Congress" or "Ministry of Defence" for the one best known so only where the report speaks of its
        country, or of none."""
        bare = {i: found for i, (j, found) in self.organization.items() if i in self.body and self.body[i][0] == j}
        named = {code for _, _, code in self.place.values()} | {seat.country for _, seat in self.seat.values()}
        named |= {found.country for i, (_, found) in self.organization.items() if i not in bare}
        named.discard(None)
        for i, found in bare.items():
            if named and found.country and found.country not in named:
                del self.organization[i]

    def _common(self, i: int, j: int, words: str) -> None:
        small = words.lower() in lexicon.function_words("capitals") and not words.isupper()  # "at 5 pm"
        if i not in self.role and not small and (role := lexicon.role(words)):
            self.role[i] = j, role
        short = words.islower() and words in lexicon.function_words("legal form")  # "Almou ag Mohamed"
        if i not in self.body and not short and (body := lexicon.body(words)):
            self.body[i] = j, body
        if i not in self.document and (document := lexicon.document(words)):
            self.document[i] = j, document
        bare = words.isupper() and len(words) > 1 and not self._opens_name(j)  # "CSP said" is of no superintendent
        titled = i not in self.honorific and self.text[i][:1].isupper() and not bare
        if titled and (honorific := lexicon.honorific(words)):
            self.honorific[i] = j, honorific

    def _opens_name(self, i: int) -> bool:
        """Whether a name may begin at a word: capitalised, and no acronym."""
        word = self.text[i] if i < len(self.text) else ""
        return word[:1].isupper() and not (word.isupper() and len(word) > 2) and self._together(i - 1, i)

    def _proper(self, i: int, j: int, words: str) -> None:
        new = i > 0 and self.text[i - 1] == "New" and self._together(i - 1, i)  # "New Mexico" is not Mexico
        if self._is_of_county(j):
            return
        if i not in self.place and not new:
            code = lexicon.nationality(words)
            sort: Sort = "nationality"
            if named := lexicon.country(words):
                code, sort = named, "nationality" if code == named and words.isupper() else "country"
            elif code is None and (many := lexicon.people(words)):
                code, sort = many[0], "people"
            if code:
                self.place[i] = j, sort, code
        if i not in self.seat and (seat := lexicon.seat(words)):
            self.seat[i] = j, seat
        land = j < len(self.lower) and self.lower[j] in lexicon.function_words("landscape")  # "Amazon villages"
        if i not in self.organization and (found := lexicon.organization(words)) and _cased(words, found) and not land:
            self.organization[i] = j, found

    def _is_of_county(self, end: int) -> bool:
        """Whether what stands before a word is the name of a county: "{Lebanon} County"."""
        county = end < len(self.text) and self.lower[end] in lexicon.function_words("county")
        return county and self.text[end][:1].isupper() and self._together(end - 1, end)

    def code_at(self, i: int) -> tuple[int, str] | None:
        """The country that words from `i` on name, call by nationality or stand for, and the word after them."""
        if i in self.place:
            return self.place[i][0], self.place[i][2]
        if i in self.seat and (code := self.seat[i][1].country):
            return self.seat[i][0], code
        if i in self.organization and (code := self.organization[i][1].country):
            return self.organization[i][0], code
        return None

    def is_quality(self, a: int, b: int) -> bool:
        """Whether a name of one word, unknown to the lexicon, only tells what a common noun behind it is like: "a
        {Protestant} party"."""
        known = any(a in table for table in (self.organization, self.place, self.seat))
        relation, noun = self.reading.relation[a], self.reading.head[a]
        beside = relation == "amod" or (relation == "compound" and noun in self.body and self.text[noun].islower())
        return b == a + 1 and beside and not known and self.name_at[a].kind != "PERSON"

    def possessive(self, i: int) -> bool:
        """Whether word `i` is a possessive ending."""
        return 0 <= i < len(self.text) and self.lower[i] in POSSESSIVE

    def pos(self, i: int) -> str:
        """Part of speech of word `i`."""
        return self.reading.pos[i]


def _names_people(word: str) -> bool:
    """Whether people are called by a word, in lower case."""
    families = lexicon.family_names("first") | lexicon.family_names("common")
    return word in families or word.capitalize() in lexicon.first_names()


def _is_long(name: Name) -> bool:
    return name.words[1] - name.words[0] > 1


def _cased(words: str, found: Organization) -> bool:
    """Whether words that are an organisation's name but for case are meant as one: "dawn" is not a newspaper."""
    return words[:1].isupper() or any(words.replace("’", "'") == name for name in (found.name, *found.also))


@cache
def _first_words() -> dict[str, int]:
    """The words that terms of the lexicon begin with, and how many words the longest of them may have."""
    terms = [*lexicon.roles(), *lexicon.bodies(), *lexicon.documents(), *lexicon.honorifics(), *lexicon.seat_names()]
    terms += [name for o in lexicon.organizations().values() for name in (o.name, *o.also)]
    terms += [n for c in lexicon.countries().values() for n in (c.name, *c.also, *c.adjectives, *c.people, *c.capitals)]
    found: dict[str, int] = {}
    for term in terms:
        starts, ends = cut(term)
        first = term[starts[0] : ends[0]].lower().replace(".", "").replace("’", "'")
        found[first] = max(found.get(first, 0), len(starts) + 2)
    return found


def clean(words: str) -> str:
    """Words on one line, without invisible characters."""
    return " ".join(JUNK.sub("", words).split())


def fold(words: str) -> tuple[str, ...]:
    """Words as names are compared: no case, no accents, no stops, no possessive ending, hyphens as spaces."""
    words = unicodedata.normalize("NFKD", JUNK.sub("", words).replace("’", "'").replace("ı", "i").replace("ø", "o"))
    words = "".join(c for c in words if not unicodedata.combining(c)).casefold().replace(".", "")
    return tuple(re.findall(r"\w+(?:'\w+)?", re.sub(r"'s?(?=\s|$)", "", words)))


def in_other_order(acronym: str, first: str) -> bool:
    """Whether an acronym of three letters and more has the first letters of a name's words, in any order behind the
    first, as where they are those of another language: "CMA", the Coordination of Azawad Movements."""
    return len(acronym) > 2 and acronym[0] == first[:1] and sorted(acronym) == sorted(first)
