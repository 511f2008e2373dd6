"""Which words of a report does the lexicon know, and what does it know of them?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Set
from functools import cache
from typing import Any, Literal

from sayso import lexicon
from sayso.account.grammar.quotations import quoted
from sayso.account.grammar.spans import Spans
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
        self._airs_nothing = lexicon.function_words("airing").isdisjoint(self.lower)
        # What is known once the names of the report are; see names.py.
        self.name_at: dict[int, Name] = {}
        self.offices: dict[Words, Words] = {}  # where an office is named that the text puts in short, and where in full
        self.firms: set[int] = set()  # words for a nationality that are short for a firm
        self._look_up()
        self._leave_foreign()

    def forget(self, words: Iterable[int], *tables: dict[int, Any]) -> None:
        """Take words for no terms of some tables."""
        for table in tables:
            for i in words:
                table.pop(i, None)

    def take_names(self, names: Iterable[Name]) -> None:
        """Note the names of the report, and the short names of countries that hold only beside a fuller one."""
        self.name_at = {i: name for name in names for i in range(*name.words)}
        named = {code for _, _, code in self.place.values()}
        for i, word in enumerate(self.text):
            code = lexicon.country_in_short(word) if word[:1].isupper() else None
            if code in named and i not in self.place and self._stands_alone(i):
                self.place[i] = i + 1, "country", code or ""

    def possessive(self, i: int) -> bool:
        """Whether word `i` is a possessive ending."""
        return 0 <= i < len(self.text) and self.lower[i] in POSSESSIVE

    def pos(self, i: int) -> str:
        """Part of speech of word `i`."""
        return self.reading.pos[i]

    def pieces(self, a: int, b: int, marks: Set[str]) -> list[Words]:
        """Words cut at marks between them, which belong to no piece."""
        cuts = [i for i in range(a, b) if self.lower[i] in marks]
        return [(s, e) for s, e in zip([a, *(i + 1 for i in cuts)], [*cuts, b], strict=True) if s < e]

    def body_in(self, a: int, b: int) -> Body | None:
        """The body whose word ends these words or heads them before "of"."""
        found = (self.body[i] for i in range(a, b) if i in self.body)
        return next((body for end, body in found if end == b or (end < b and self.lower[end] in LINKS)), None)

    def bodies_before(self, end: int) -> list[Body]:
        """The bodies whose words end right before a word, three words at most, the longest first."""
        ending = (self.body[k] for k in range(max(0, end - 3), end) if k in self.body)
        return [body for until, body in ending if until == end]

    def code_at(self, i: int) -> tuple[int, str] | None:
        """The country that words from `i` on name, call by nationality or stand for, and the word after them."""
        if i in self.place:
            return self.place[i][0], self.place[i][2]
        if i in self.seat and (code := self.seat[i][1].country):
            return self.seat[i][0], code
        if i in self.organization and (code := self.organization[i][1].country):
            return self.organization[i][0], code
        return None

    def is_proper(self, i: int) -> bool:
        """Whether a word is a proper noun that is no term of the lexicon."""
        known = (self.honorific, self.role, self.body, self.place, self.organization, self.seat)
        return self.reading.pos[i] == "PROPN" and self.text[i][:1].isupper() and not any(i in table for table in known)

    def is_quality(self, a: int, b: int) -> bool:
        """Whether a name of one word, unknown to the lexicon, only tells what a common noun behind it is like: "a
        {Protestant} party"."""
        known = any(a in table for table in (self.organization, self.place, self.seat))
        relation, noun = self.reading.relation[a], self.reading.head[a]
        beside = relation == "amod" or (relation == "compound" and noun in self.body and self.text[noun].islower())
        return b == a + 1 and beside and not known and self.name_at[a].kind != "PERSON"

    def is_known(self, a: int, b: int) -> bool:
        """Whether words are an organisation, a place or a seat of power that the lexicon knows."""
        return any(table[a][0] == b for table in (self.organization, self.place, self.seat) if a in table)

    def is_acronym(self, a: int, b: int) -> bool:
        """Whether words are one of a few capitals."""
        return b - a == 1 and self.text[a].isupper() and 2 <= len(self.text[a]) <= 6

    def touch(self, i: int, j: int) -> bool:
        """Whether nothing stands between two words, not even a space."""
        return self.reading.ends[i] == self.reading.starts[j]

    def together(self, i: int, j: int) -> bool:
        """Whether two words stand in one sentence."""
        return self.reading.sentence[i] == self.reading.sentence[min(j, len(self.text) - 1)]

    def opens_sentence(self, i: int) -> bool:
        """Whether a word is the first of its sentence."""
        return i == 0 or self.reading.sentence[i] != self.reading.sentence[i - 1]

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
        self._leave_inner()
        self._leave_those_of_others()

    def _leave_inner(self) -> None:
        """Take for no country what only ends the name of another: "South {Sudan}", "Equatorial {Guinea}"."""
        inner = [i for a, (b, _, _) in self.place.items() for i in range(a + 1, b)]
        self.forget(inner, self.place)

    def _leave_those_of_others(self) -> None:
        """Take for no body of one country what others have too, where only others are spoken of: in Manila "the
        {Senate}" is not that of the United States."""
        shared = {i for i, (j, _) in self.organization.items() if _every_state_has(self.reading.string((i, j)))}
        spoken_of = {code for _, _, code in self.place.values()} | {seat.country for _, seat in self.seat.values()}
        others = (known for i, (_, known) in self.organization.items() if i not in shared and known.kind != "media")
        spoken_of |= {known.country for known in others}
        if spoken_of - {None}:
            self.forget([i for i in shared if self.organization[i][1].country not in spoken_of], self.organization)

    def _common(self, i: int, j: int, words: str) -> None:
        small = words.lower() in lexicon.function_words("capitals") and not words.isupper()  # "at 5 pm"
        if i not in self.role and not small and (role := lexicon.role(words)):
            self.role[i] = j, role
        short = words.islower() and words in lexicon.function_words("legal form")  # "Almou ag Mohamed"
        if i not in self.body and not short and (body := lexicon.body(words)) and not self._is_off_air(words):
            self.body[i] = j, body
        if i not in self.document and (document := lexicon.document(words)):
            self.document[i] = j, document
        bare = words.isupper() and len(words) > 1 and not self._opens_name(j)  # "CSP said" is of no superintendent
        titled = i not in self.honorific and self.text[i][:1].isupper() and not bare
        if titled and (honorific := lexicon.honorific(words)):
            self.honorific[i] = j, honorific

    def _is_off_air(self, words: str) -> bool:
        """Whether a word that may mean a broadcaster means another where the report speaks of none: "held at the
        {station}"."""
        return words.lower() in lexicon.function_words("may-air") and self._airs_nothing

    def _proper(self, i: int, j: int, words: str) -> None:
        before = i > 0 and self.lower[i - 1] in lexicon.function_words("new") and self.text[i - 1].istitle()
        new = before and self.together(i - 1, i)  # "New Mexico" is not Mexico
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
        if i not in self.seat and not words.islower() and (seat := lexicon.seat(words)):  # "male" is not Malé
            self.seat[i] = j, seat
        found = None if i in self.organization else lexicon.organization(words)
        if found and _cased(words, found) and not self._is_in_longer(i, j, found):
            self.organization[i] = j, found

    def _is_in_longer(self, i: int, j: int, found: Organization) -> bool:
        """Whether the words that an organisation is called by are part of something else: "{Amazon} villages",
        "{Labour} Minister", "{The Independent} Police Board"."""
        after = self.lower[j] if j < len(self.lower) and self.together(i, j) else ""
        office = found.sector == "PTY" and i in self.role and self.role[i][0] > j
        capital = bool(after) and self.text[j][:1].isupper() and lexicon.time_word(self.text[j]) is None
        return after in lexicon.function_words("landscape") or office or (capital and self.lower[i] == "the")

    def _opens_name(self, i: int) -> bool:
        """Whether a name may begin at a word: capitalised, and no acronym."""
        word = self.text[i] if i < len(self.text) else ""
        return word[:1].isupper() and not (word.isupper() and len(word) > 2) and self.together(i - 1, i)

    def _is_of_county(self, end: int) -> bool:
        """Whether what stands before a word is the name of a county: "{Lebanon} County"."""
        county = end < len(self.text) and self.lower[end] in lexicon.function_words("county")
        return county and self.text[end][:1].isupper() and self.together(end - 1, end)

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

    def _stands_alone(self, i: int) -> bool:
        after = self.lower[i + 1] if i + 1 < len(self.lower) else ""
        name = self.name_at.get(i)
        return (
            i > 0
            and self.lower[i - 1] == "the"
            and not (self.text[i + 1][:1].isupper() if after else False)
            and (name is None or name.words == (i, i + 1) or name.words == (i - 1, i + 1))
        )


def _every_state_has(words: str) -> bool:
    """Whether words are what any state may call a body of its own: "Senate", "Supreme Court"."""
    body = lexicon.body(words)
    return body is not None and body.family in lexicon.one_per_state("body")


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
