"""How is somebody called by a phrase in short, and as whom: known, new, another's?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.named.phrase_parts import Parts
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import DEFINITE, INDEFINITE, OWNERS, QUANTITIES, QUOTES, RELATIVE, Terms, clean

TAIL = 10  # words of what follows a document and says which it is, at most


class Labels:
    """The labels of the phrases of one report."""

    def __init__(self, terms: Terms, parts: Parts) -> None:
        self.terms = terms
        self.reading = terms.reading
        self.parts = parts

    def determine(self, phrase: Phrase, a: int) -> None:
        """Note whether the article or possessor of a phrase says that whom it means is known, new, or somebody's."""
        word = self.terms.lower[a]
        if word in DEFINITE:
            phrase.determiner = "definite"
        elif word in INDEFINITE or self.terms.pos(a) == "NUM":
            phrase.determiner = "indefinite"
        elif word in OWNERS or any(self.terms.possessive(i) for i in range(a + 1, min(phrase.head, a + 8))):
            phrase.determiner = "possessive"

    def put(self, phrase: Phrase, a: int, b: int) -> None:
        """Note the label of a phrase whose own words are [a, b), and what it is without a quantity."""
        t = self.terms
        end = self._end(phrase, a, b)
        while a < end - 1 and (t.lower[a] in DEFINITE | {"a", "an", "one"} | QUOTES) and t.lower[a + 1] != "of":
            a += 1
        # "accused the coastguard of opening fire": what somebody is accused of is no part of a name.
        deeds = (i for i in range(a + 1, end - 1) if t.lower[i] == "of" and t.lower[i + 1].endswith("ing"))
        end = next((i for i in deeds if t.pos(i + 1) == "VERB"), end)
        phrase.label_words = a, max(end, a + 1)
        phrase.label = clean(self.reading.string(phrase.label_words))
        if phrase.body:
            self._nationalise(phrase, a, end)
        of = next((i for i in range(a, end) if t.lower[i] == "of"), None)
        if of is not None and of > a and t.lower[of - 1] in QUANTITIES and of + 1 < end and phrase.plural:
            start = of + 2 if t.lower[of + 1] in DEFINITE and of + 2 < end else of + 1
            phrase.short = clean(self.reading.string((start, end)))

    def _end(self, phrase: Phrase, a: int, b: int) -> int:
        """Where a label ends: before a clause, but for one that says which document is meant."""
        t, end = self.terms, self.parts.clause(a, b)
        if phrase.kind != "document":
            return end
        if end < b and t.lower[end] not in RELATIVE:
            end = b  # "a video released by the channel"
        goes_on = end == b and 0 < phrase.words[1] - b <= TAIL and t.pos(b) == "VERB"
        return phrase.words[1] if goes_on else end

    def _nationalise(self, phrase: Phrase, a: int, end: int) -> None:
        """ "South Korea's military" is the South Korean military; but "Togo's biggest union" is called so."""
        t = self.terms
        if a not in t.place or t.place[a][1] != "country" or not t.possessive(t.place[a][0]):
            return
        rest = t.place[a][0] + 1
        adjectives = lexicon.countries()[t.place[a][2]].adjectives
        if rest < end and adjectives and not self._is_ranked(rest):
            phrase.short = phrase.label
            phrase.label = f"{adjectives[0]} {clean(self.reading.string((rest, end)))}"

    def _is_ranked(self, i: int) -> bool:
        """Whether a word tells where among its like something stands: "Togo's {biggest} union", "Chile's top court"."""
        word = self.terms.lower[i]
        return word in lexicon.function_words("ranking") or (word.endswith("est") and self.terms.pos(i) == "ADJ")
