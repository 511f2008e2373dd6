"""What does a noun phrase tell about whom it means?

A phrase is read from its words with the lexicon; the names the language model found tell where proper names stand."""

from __future__ import annotations

from sayso import lexicon
from sayso.account.named.names import named_terms
from sayso.account.named.phrase_bearers import Bearers
from sayso.account.named.phrase_labels import Labels
from sayso.account.named.phrase_names import Names
from sayso.account.named.phrase_nouns import Nouns
from sayso.account.named.phrase_parts import Parts
from sayso.account.named.phrase_titles import Titles
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import COMMAS, LINKS, QUANTITIES, QUOTES, RELATIVE, clean
from sayso.lexicon import Body
from sayso.reader.reading import Reading, Words

REACH = 20  # words from the article of a phrase to its head, at most
EDGES = QUOTES | COMMAS | RELATIVE | LINKS - {"one"}  # no phrase begins with


class Phrases:
    """Reads the noun phrases of one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.terms = named_terms(reading)
        self.nouns = Nouns(self.terms)
        self.names = Names(self.terms, self.nouns)
        self.parts = Parts(self.terms, self.nouns, self.names)
        self.bearers = Bearers(self.terms, self.names)
        self.titles = Titles(self.terms, self.parts)
        self.labels = Labels(self.terms, self.parts)

    def read(self, words: Words) -> list[Phrase]:
        """The phrase that `words` are; several where it joins several ("the police and prosecutors")."""
        a, b = self.trim(*words)
        return [self._describe(*self._who_it_is(part, tail)) for part, tail in self.parts.of(a, b)]

    def trim(self, a: int, b: int) -> Words:
        """Words without what belongs to no noun phrase at their edges: quotation marks, a verb, a preposition."""
        t = self.terms
        while b - a > 1 and (t.lower[a] in EDGES or (t.pos(a) == "AUX" and t.pos(a + 1) in ("DET", "ADJ", "NOUN"))):
            a += 1
        while b - a > 1 and self._ends_no_phrase(b - 1):
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

    @staticmethod
    def body_of(name: str) -> Body | None:
        """The kind of body that an organisation's name says it is: "US State Department"."""
        words = name.casefold().split()
        return next((body for i in range(len(words)) if (body := lexicon.body(" ".join(words[i:])))), None)

    def _ends_no_phrase(self, i: int) -> bool:
        t = self.terms
        preposition = t.lower[i] in LINKS and t.lower[i - 1] != "-"  # not the "in" of "Moon Jae-in"
        if t.lower[i] in lexicon.function_words("here") | lexicon.function_words("emphatic"):
            return True  # "officials {here}", "the clerk {herself}"
        return preposition or t.lower[i] in QUOTES or (t.lower[i] in COMMAS and t.lower[i] != ")") or t.possessive(i)

    def _who_it_is(self, core: Words, tail: Words) -> tuple[Words, Words]:
        """The description behind a phrase that tells nothing: "one of them, {a mechanic}"."""
        t = self.terms
        counts = core[1] - core[0] == 1 or t.lower[core[0] + 1 : core[1]] in (["of", "them"], ["of", "the", "two"])
        if t.lower[core[0]] in ("one", "another") and counts and t.lower[tail[0] : tail[0] + 1] in (["a"], ["an"]):
            start, end = t.pieces(*tail, COMMAS)[0]
            return (start, end), (end, tail[1])
        return core, tail

    def _describe(self, core: Words, tail: Words) -> Phrase:
        """What a phrase of its own words and those that follow it tells."""
        a, b = core
        phrase = Phrase((a, max(b, tail[1])), self.nouns.head(a, b))
        apposition = self.terms.pieces(*tail, COMMAS)  # what follows behind commas, dashes and brackets
        self.labels.determine(phrase, a)
        name = self.names.of(core, apposition, phrase.head)
        if name is not None:
            self.bearers.tell(phrase, name)
        title_end = name[0] if name is not None and a <= name[0] < b else b
        self.titles.tell(phrase, a, title_end, phrase.head if title_end == b else -1)
        if name is not None and name[1] < b and a <= name[0] < b:
            self.bearers.tell_behind(phrase, name[1])
        if name is None or phrase.person:
            self._tell_beside(phrase, name, apposition)
        if name is None:
            self.nouns.tell(phrase, core)
            if phrase.person and self._is_of_many(core):
                phrase.person, phrase.plural = False, True
        elif not phrase.person and name[0] >= b:
            self.nouns.tell_country(phrase, a, phrase.head)  # "Chile's largest union, the CUT"
        self.labels.put(phrase, a, b)
        if phrase.role is None and phrase.person:
            phrase.role = self._role((a, title_end), name, apposition)
        if phrase.name:
            phrase.acronym = self._acronym(tail)
        return phrase

    def _tell_beside(self, phrase: Phrase, name: Words | None, apposition: list[Words]) -> None:
        """Note the titles in what stands beside a phrase, before the name if it is there."""
        for s, e in apposition:
            if name is not None and s <= name[0] < e:
                self.titles.tell(phrase, s, name[0], -1)
            elif phrase.person and self.titles.are_description(s, e):
                self.titles.tell(phrase, s, e, self.nouns.head(s, e))

    def _is_of_many(self, core: Words) -> bool:
        """Whether a phrase counts those whom it means: "the majority of those who vote"."""
        t, (a, b) = self.terms, core
        counted = b > a + 2 and any(t.lower[i] in QUANTITIES and t.lower[i + 1] == "of" for i in (a, a + 1))
        return counted and t.lower[a] != "one"

    def _role(self, title: Words, name: Words | None, apposition: list[Words]) -> str | None:
        """The title before a name as it is written; that behind it where there is none, or only a rank."""
        before = self.titles.written(*title)
        known = lexicon.honorific(before) if before else None
        if before and not (known and known.ranks):
            return before
        for s, e in apposition:
            end = name[0] if name is not None and s < name[0] < e else e
            if self.titles.are_description(s, end) and (behind := self.titles.written(s, end)):
                return behind
        return None

    def _acronym(self, tail: Words) -> str | None:
        """What is given in brackets behind a name as its short form."""
        t, (a, b) = self.terms, tail
        if a >= b or t.lower[a - 1] != "(" or not (a in t.name_at or a in t.place):
            return None
        close = next((i for i in range(a + 1, b) if t.lower[i] == ")"), b)
        return clean(self.reading.string((a, close)))
