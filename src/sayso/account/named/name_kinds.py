"""Who bears a name: a person, a body, a place, and is it a name at all?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.named.terms import Terms, ends_at
from sayso.reader.reading import Name


class Kinds:
    """The kinds of the names of one report, by their words and by those beside them."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.reading = terms.reading

    def is_feast(self, a: int, b: int) -> bool:
        """Whether words are the name of a day that is kept, which is nobody's: "a {Christmas} party"."""
        return all((lexicon.time_word(word) or "").startswith("HOLIDAY_") for word in self.terms.text[a:b])

    def is_lettered(self, a: int, b: int) -> bool:
        """Whether a name has the letters behind it of somebody's office or honour: "Ann Moor {KC}"."""
        return b - a > 2 and self.is_letters(b - 1) and _names_people(self.terms.lower[a])

    def is_letters(self, i: int) -> bool:
        """Whether a word is letters for an office or honour."""
        t = self.terms
        return t.text[i].isupper() and t.lower[i] in lexicon.function_words("letters")

    def is_league(self, b: int) -> bool:
        """Whether a name ends in a word that no person's does: "Justice Watch {International}"."""
        t = self.terms
        return t.lower[b - 1] in lexicon.function_words("league") and t.text[b - 1][:1].isupper()

    def is_ruled(self, a: int) -> bool:
        """Whether an office before a name says that the name is a place's."""
        t = self.terms
        while a > 0 and self.reading.pos[a - 1] == "PROPN" and t.text[a - 1][:1].isupper():
            a -= 1
        return a > 1 and t.lower[a - 1] == "of" and t.lower[a - 2] in lexicon.function_words("ruler")

    def is_body(self, a: int, b: int, kind: str) -> bool:
        """Whether a name that the lexicon does not know is a body's, whatever kind it is taken for."""
        if any(i in self.terms.body for i in range(a, b)) or self.is_league(b):
            return True
        if kind != "PERSON":
            return False
        told = self._is_called_body(a, b) or self._is_of_firm(a, b) or self._is_which(a, b)
        return self.terms.is_acronym(a, b) or told or self._is_the(a, b)

    def _is_of_firm(self, a: int, b: int) -> bool:
        """Whether a name ends in what firms have at the end of theirs: "Solvara {SA}"."""
        t = self.terms
        return b - a > 1 and t.lower[b - 1] in lexicon.function_words("legal form") and not t.text[b - 1].islower()

    def _is_which(self, a: int, b: int) -> bool:
        """Whether a clause goes on to tell of whoever is named, as of a thing: "{Solvara}, which owns the line"."""
        t, reading, which = self.terms, self.reading, b + 1
        if t.lower[b : b + 2] != [",", "which"]:
            return False
        verb = reading.head[which]
        return reading.relation[verb].startswith("acl") and a <= reading.head[verb] < b

    def _is_the(self, a: int, b: int) -> bool:
        """Whether a name of several words has an article, which no person's has: "the {Wilayat Sahra} said"; not what
        is called after somebody: "the Ana Ruiz prize", nor whom an adjective tells of: "the late Ana Ruiz"."""
        t = self.terms
        after = b if b < len(t.text) else a
        alone = self.reading.pos[after] not in ("NOUN", "PROPN", "NUM", "ADJ") and not t.possessive(after)
        other = t.lower[b - 1].endswith("s") or a in t.honorific or a in t.role or t.text[after] == "-"
        if b - a < 2 or not alone or other or t.lower[max(0, a - 1)] != "the":
            return False
        called = self.reading.string((a, b))
        so_called = [name.words[0] for name in self.reading.names if self.reading.string(name.words) == called]
        return 2 * sum(t.lower[max(0, i - 1)] == "the" for i in so_called) >= len(so_called)

    def _is_called_body(self, a: int, b: int) -> bool:
        """Whether words for a firm, a paper or the like stand beside the name: "the law firm Mossack Fonseca", "the
        company, {Vodena Energia}"."""
        t = self.terms
        fields = ("BUS", "MED", "EDU", "NGO")
        end = a - 1 if t.lower[a - 1 : a] == [","] and self._is_beside(a, b, a - 2) else a
        if end < a and t.pos(b) == "VERB":
            return False  # "the union, {Moor} said, would strike"
        before, after = t.bodies_before(end), t.body.get(b)
        beside = any(body.sector in fields or body.family == "watchdog" for body in before)
        return bool(
            (beside and t.text[end - 1].islower())
            or (after and after[1].sector in fields and t.text[b].islower() and after[0] not in t.role)
        )

    def _is_beside(self, a: int, b: int, noun: int) -> bool:
        """Whether the words [a, b) are an apposition to a noun, or with it the subject of one verb. "The head of the
        company, {Ann Moor}" is the head."""
        head, relation = self.reading.head, self.reading.relation
        beside = {("appos", noun)} if relation[noun] != "nmod" else set()
        if relation[noun] == "nsubj":
            beside.add(("nsubj", head[noun]))
        return any((relation[i], head[i]) in beside for i in range(a, b))

    def in_full(self, names: list[Name]) -> set[str]:
        """Words taken for places or people that are short for bodies which the text names in full: "Harrow" of "Harrow
        Minerals", where nothing is said to be there and nobody is so called."""
        t = self.terms
        located = lexicon.function_words("located") | lexicon.function_words("aside")
        bodies = {t.text[name.words[0]] for name in names if name.kind == "ORGANIZATION" and _is_long(name)}
        found: set[str] = set()
        others: set[str] = set()
        for name in names:
            a, b = name.words
            if name.kind == "PERSON" and (_is_long(name) or ends_at(t.role, a, 4) or ends_at(t.honorific, a, 3)):
                others.update(t.text[a:b])
            elif not _is_long(name) and t.text[a] in bodies and not t.is_known(a, b):
                if name.kind == "LOCATION":
                    (others if a and t.lower[a - 1] in located else found).add(t.text[a])
                elif name.kind == "PERSON" and not _names_people(t.lower[a]):
                    found.add(t.text[a])
        return found - others

    def firms_in_short(self) -> set[int]:
        """The words for a nationality that are short for a firm named in full before: "{British} said its crews would
        strike", of British Airways."""
        t = self.terms
        first: dict[str, int] = {}
        for name in self.reading.names:
            if name.kind == "ORGANIZATION" and _is_long(name):
                first.setdefault(t.text[name.words[0]], name.words[1])
        nationalities = ((i, end) for i, (end, sort, _) in t.place.items() if sort == "nationality")
        return {i for i, end in nationalities if first.get(t.text[i], i) < i and self._is_subject_alone(i, end)}

    def _is_subject_alone(self, a: int, b: int) -> bool:
        """Whether a word is a subject with nothing beside it: not that of "the French said", "French police said"."""
        t = self.terms
        alone = b - a == 1 and self.reading.relation[a] == "nsubj" and self.reading.head[a] > a
        plain = t.text[a].isalpha() and not t.text[a].isupper()
        return alone and plain and not any(self.reading.head[i] == a for i in (a - 1, b))


def _names_people(word: str) -> bool:
    """Whether people are called by a word, in lower case."""
    families = lexicon.family_names("first") | lexicon.family_names("common")
    return word in families or word.capitalize() in lexicon.first_names()


def _is_long(name: Name) -> bool:
    return name.words[1] - name.words[0] > 1
