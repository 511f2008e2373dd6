"""Of which country is somebody told to be, by where a place stands beside him?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.marked_text import MarkedText
from sayso.account.named.phrase_reader import Phrases
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import RELATIVE
from sayso.reader.reading import Words

CLAUSE = 15  # words from a crowd to where it is


class LocatedPhrases:
    """The phrases of a text, each read once, with the country in which the place lies that it tells somebody to be of:
    "the mayor of Kazan", "Lagos police"; of a crowd, the place where it is: "people marched in Lima"."""

    def __init__(self, text: MarkedText, phrases: Phrases) -> None:
        self._text, self._terms, self._land, self._phrases = text, text.terms, text.land, phrases
        self._known: dict[Words, list[Phrase]] = {}

    def read(self, words: Words) -> list[Phrase]:
        """The phrase that `words` are; several where it joins several."""
        if words not in self._known:
            self._known[words] = read = self._phrases.read(words)
            for phrase in read:
                phrase.country = phrase.country or self._country_of(phrase)
        return self._known[words]

    def trim(self, words: Words) -> Words:
        """Words without what belongs to no noun phrase at their edges."""
        return self._phrases.trim(*words)

    def _country_of(self, phrase: Phrase) -> str | None:
        if not (phrase.offices or phrase.body or phrase.kind in ("group", "anonymous")) or phrase.document:
            return None
        if (before := self._named_before(phrase)) is not None:
            return self._country_at(before)
        if phrase.person and phrase.serves_many:
            return None
        inside, head = self._inside(phrase), self._terms.lower[phrase.head]
        if inside and phrase.body and (self._is_part(phrase) or head in lexicon.function_words("abroad")):
            return None  # "the embassy in Rome"
        if inside or phrase.name or head not in lexicon.function_words("crowd"):
            return inside
        return self._where_it_is(phrase)

    def _country_at(self, word: int) -> str | None:
        return lexicon.country(self._terms.text[word]) or self._land.get(word)

    def _named_before(self, phrase: Phrase) -> int | None:
        """Where a country may be named before a phrase that says by its wording that it is of it: "{Thailand}, whose
        prime minister", "in {Mali}, the junta"."""
        lower, a = self._terms.lower, phrase.words[0]
        if "whose" in lower[max(0, a - 1) : a + 1] and a > 2 and phrase.offices:
            of = a - 2 if lower[a] == "whose" else a - 3
            return of + (lower[of + 1] != ",")
        if a > 1 and lower[a - 1] == "," and lower[phrase.head] in lexicon.function_words("usurping"):
            return a - 2
        return None

    def _inside(self, phrase: Phrase) -> str | None:
        """The country of the first place that is named in a phrase, before any clause."""
        lower, (a, end) = self._terms.lower, phrase.words
        b = next((i for i in range(a + 1, end) if lower[i] in RELATIVE and lower[i - 1] == ","), end)
        return next((self._land[i] for i in range(a, b) if i in self._land), None)

    def _is_part(self, phrase: Phrase) -> bool:
        """Whether a body is told to be a part of another, which is of no country that a part of it lies in: "its office
        in Kabul", "the Red Cross's Nairobi office"."""
        t = self._terms
        owners = (i for i in range(*phrase.words) if t.possessive(i + 1))
        return t.lower[phrase.words[0]] == "its" or any(
            i in t.name_at and t.name_at[i].kind == "ORGANIZATION" and i not in self._land for i in owners
        )

    def _where_it_is(self, phrase: Phrase) -> str | None:
        """The country of the place that is told behind a crowd in its sentence."""
        sentence, number = self._text.reading.sentence, self._text.reading.sentence[phrase.head]
        rest = range(phrase.words[1], min(phrase.words[1] + CLAUSE, len(sentence)))
        here = lexicon.function_words("located")
        there = (i for i in rest if i in self._land and self._terms.lower[i - 1] in here and sentence[i] == number)
        return next((self._land[i] for i in there), None)
