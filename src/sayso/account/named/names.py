"""Which are the names of a report, where the lexicon and the words around know better than the model?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.grammar import clauses
from sayso.account.named.acronyms import Acronyms
from sayso.account.named.name_bounds import Bounds
from sayso.account.named.name_kinds import Kinds
from sayso.account.named.surnames import namesakes
from sayso.account.named.terms import DEFINITE, LINKS, Terms, ends_at
from sayso.reader.reading import Name, Reading, Words


def named_terms(reading: Reading) -> Terms:
    """The words of a report that the lexicon knows, but for those that are names there, and the names."""
    terms = Terms(reading)
    kinds = Kinds(terms)
    terms.firms = kinds.firms_in_short()
    surnames = namesakes(reading)
    terms.forget(surnames | terms.firms, terms.place, terms.seat)
    spelt = Acronyms(terms).spelt_out()
    terms.take_names(Naming(terms, kinds, surnames).names(spelt))
    return terms


class Naming:
    """The model's names of one report, mended: a rank is no name, Moscow no person, what is called "Organization of …"
    begins there, and "Park" belongs to "Geun-hye". surnames: words that look like a country and are people's."""

    def __init__(self, terms: Terms, kinds: Kinds, surnames: set[int]) -> None:
        self.terms = terms
        self.reading = terms.reading
        self.kinds = kinds
        self.bounds = Bounds(terms, kinds)
        self.surnames = surnames
        self.kind_at: dict[int, str] = {}  # of the words that are in names
        self._inside = {i for name in self.reading.names for i in range(*name.words)}
        self._plain = {word for word in terms.text if word.islower()}
        self._votes: dict[str, list[str]] = {}
        for name in self.reading.names:
            self._votes.setdefault(self.reading.string(name.words), []).append(name.kind)

    def names(self, spelt: list[Words]) -> list[Name]:
        """The names. spelt: where an acronym stands, and where it is spelt out."""
        spans = self._of_model()
        spans += self._titled()
        spans += [(i, i + 1) for i in self.surnames | self.terms.firms if i not in self.kind_at]
        spans += spelt
        joined = [*self._partners(), *self._of_trades(), *self._foreign()]
        spans = [*joined, *(span for span in spans if not any(a <= span[0] < b for a, b in joined))]
        self.kind_at |= {i: "ORGANIZATION" for span in joined for i in range(*span)}
        self.kind_at |= {a: "ORGANIZATION" for a, _ in spans if a not in self.kind_at}
        return self._settled(spans)

    def _of_model(self) -> list[Words]:
        spans: list[Words] = []
        for name in sorted(self.reading.names, key=lambda name: name.words):
            mended = self._mended(name)
            if mended is None:
                continue
            a, b = mended.words
            self.kind_at |= dict.fromkeys(range(a, b), mended.kind)
            goes_on = name.kind == "PERSON" and self.terms.text[a].islower() and bool(spans) and spans[-1][1] == a
            if goes_on and self.kind_at[a - 1] == "PERSON":
                a, _ = spans.pop()  # "Almou {ag Mohamed}"
            spans.append((a, b))
        return spans

    def _mended(self, name: Name) -> Name | None:
        """A name without what belongs to none; None if nothing is left of it. It is of the kind that most are which are
        written so."""
        a, b = self.bounds.own_words(name, self._inside)
        lettered = self.kinds.is_lettered(a, b)
        b -= lettered
        if not self._is_name(a, b):
            return None
        a = self._behind_titles(a, b, name.kind)
        while a < b and self.terms.lower[a] in LINKS | DEFINITE | {"and"}:
            a += 1  # "of the" of "Members of the Assembly", "and" of "Nurses and Sea Watch"
        votes = self._votes[self.reading.string(name.words)]
        kind = "PERSON" if lettered else max(sorted(set(votes)), key=votes.count)
        return Name((a, b), kind) if a < b else None

    def _is_name(self, a: int, b: int) -> bool:
        """Whether words that the model takes for a name may be one."""
        t = self.terms
        if b - a == 1 and self.kinds.is_letters(a) and a - 1 in self._inside:
            return False  # "Ann Moor {KC}"
        if a >= b or not any(map(str.isalnum, self.reading.string((a, b)))):
            return False  # marks alone name nobody
        if any(s <= a < e for s, e in t.offices) or self.kinds.is_feast(a, b) or self._is_adjective(a, b):
            return False
        # "Factory" of a title whose text has "the factory".
        return not (b - a == 1 and t.lower[a] in self._plain and t.opens_sentence(a))

    def _is_adjective(self, a: int, b: int) -> bool:
        """Whether a nationality is but the first part of an adjective: "a {Danish}-flagged ferry"."""
        t = self.terms
        dash, sort, _ = t.place.get(a, (0, "", None))
        if sort != "nationality" or t.lower[dash : dash + 1] != ["-"] or not dash <= b <= dash + 2:
            return False
        if t.text[dash + 1 : dash + 2] != t.lower[dash + 1 : dash + 2] or dash + 1 == len(t.text):
            return False
        return t.pos(dash + 1) in ("VERB", "ADJ") or t.lower[dash + 1].endswith("ed")  # whatever "based" is taken for

    def _behind_titles(self, a: int, b: int, kind: str) -> int:
        """Where a name goes on behind the ranks and titles that it begins with."""
        t = self.terms
        if self._is_called_after(a, b, kind):
            return a
        while a < b and not t.is_known(a, b) and not self.kinds.is_league(b) and (title := self._title_in(a, b)):
            short = t.lower[a] in lexicon.function_words("capitals")
            if title == b and kind != "PERSON" and a not in t.honorific and not short:
                break  # "Monitor" may be a newspaper
            a = title
        if b - a > 2 and t.is_acronym(a, a + 1) and a + 1 in t.honorific and t.honorific[a + 1][0] < b:
            return t.honorific[a + 1][0]  # "CID DSP {Imran Lodhi}"
        return a

    def _settled(self, spans: list[Words]) -> list[Name]:
        """Names whole and each with its kind, the first where two overlap, but for one that lies within the other."""
        t = self.terms
        taken: set[int] = set()
        found: list[Name] = []
        called: set[str] = set()
        for first, last in sorted(spans):
            kind = self._kind(first, last)
            a, b = self.bounds.whole(first, last, kind, self.kind_at)
            if taken & set(range(a, b)):
                if any(not a <= name.words[0] < name.words[1] <= b for name in found if name.words[1] > a):
                    continue
                found = [name for name in found if name.words[1] <= a]
            taken.update(range(a, b))
            if t.is_known(a, b):
                kind = "ORGANIZATION" if a in t.organization and t.organization[a][0] == b else "LOCATION"
            elif self.kinds.is_body(a, b, kind):
                kind = "ORGANIZATION"
                called.add(self.reading.string((a, b)))
            found.append(Name((a, b), kind))
        # What the text calls a firm in one place is one throughout.
        called |= self.kinds.in_full(found)
        return [
            Name(name.words, "ORGANIZATION") if self.reading.string(name.words) in called else name for name in found
        ]

    def _kind(self, a: int, b: int) -> str:
        """The kind of a name by what stands before it."""
        if self._is_called_after(a, b, self.kind_at[a]):
            return "ORGANIZATION"
        if ends_at(self.terms.honorific, a, 3) or a in self.surnames:
            return "PERSON"  # "King Hussein"
        if a in self.terms.firms:
            return "ORGANIZATION"
        ruled = self.kind_at[a] == "PERSON" and self.kinds.is_ruled(a)
        return "LOCATION" if ruled else self.kind_at[a]  # "the mayor of Santa Rita"

    def _is_called_after(self, a: int, b: int, kind: str) -> bool:
        """Whether a name is of a body that is called after somebody with a title: "King Edward Hospital"."""
        t = self.terms
        titled = a in t.honorific or ends_at(t.honorific, a, 3)
        return titled and kind == "ORGANIZATION" and b - a > 1 and ends_at(t.body, b, 4)

    def _title_in(self, a: int, b: int) -> int | None:
        """Where the name goes on behind a rank or title it begins with."""
        t = self.terms
        if a in t.honorific:
            return min(b, t.honorific[a][0])
        if a in t.role and t.role[a][0] <= b and a not in t.body and not t.possessive(t.role[a][0]):
            return t.role[a][0]  # but "Doctors' Union" is a name
        return None

    def _titled(self) -> list[Words]:
        """Names the model has missed behind a title: "King Hussein"."""
        t = self.terms
        found: list[Words] = []
        for table in (t.honorific, t.role):
            for i in table:
                a = b = table[i][0]
                plain = table is t.honorific
                while b < len(t.text) and t.is_proper(b) and b not in self.kind_at and t.together(a, b):
                    b += 1
                if b - a >= (1 if plain else 2) and self.reading.sentence[a] == self.reading.sentence[i]:
                    found.append((a, b))
                    self.kind_at |= dict.fromkeys(range(a, b), "PERSON")
        return found

    def _partners(self) -> list[Words]:
        """The firms that are called by two names: "Marks & Spencer", "H&M"."""
        t = self.terms
        found: list[Words] = []
        for i, word in enumerate(t.text):
            if word == "&" and 0 < i < len(t.text) - 1 and all(t.text[k][:1].isupper() for k in (i - 1, i + 1)):
                begin = found.pop()[0] if found and found[-1][1] == i else i - 1
                found.append((begin, i + 2))
        return found

    def _of_trades(self) -> list[Words]:
        """The firms that are called by two trades: "Solvara Design {and Construction}"."""
        lower, ends = self.terms.lower, {name.words[1]: name for name in self.reading.names}
        alone = (name.words for name in self.reading.names if name.words[1] - name.words[0] == 1)
        second = [a for a, _ in alone if lower[a] in lexicon.function_words("trade") and lower[a - 1] == "and"]
        firms = ((ends[a - 1], a) for a in second if a - 1 in ends)
        return [(firm.words[0], a + 1) for firm, a in firms if firm.kind == "ORGANIZATION"]

    def _foreign(self) -> list[Words]:
        """The bodies that are called in another language, by what joins their names: "Abogados {para} la Paz"."""
        t = self.terms
        found: list[Words] = []
        for i, word in enumerate(t.text):
            if word not in lexicon.function_words("foreign-joint"):
                continue
            low, high = clauses.sentence(self.reading, i)
            last = i + 1
            while last + 1 < high and t.lower[last] in lexicon.function_words("particle"):
                last += 1
            if not low < i < high - 1 or not t.text[i - 1].istitle() or not t.text[last].istitle():
                continue
            first = i - 1
            while first > low and t.is_proper(first - 1) and not self.bounds.is_date(first - 1):
                first -= 1
            while last + 1 < high and t.text[last + 1].istitle():
                last += 1
            found.append((first, last + 1))
        return found
