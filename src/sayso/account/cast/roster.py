"""Which figure does a name belong to? All figures of a report, to be found by name, by country, by what the lexicon
knows, and by where they are named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.account.cast.figures import FAR, Figure, conflict
from sayso.account.cast.labels import name_or_words
from sayso.account.cast.marked_text import MarkedText
from sayso.account.cast.name_forms import reigns_elsewhere, same_name
from sayso.account.named.phrase_reader import Phrases
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import clean, fold
from sayso.reader.reading import Words


class Roster:
    """The figures of a report. Those with names are entered first, over the whole text."""

    def __init__(self, text: MarkedText, phrases: Phrases) -> None:
        self._text, self._phrases = text, phrases
        self.figures: list[Figure] = []
        self.by_name: dict[Words, Figure] = {}
        self.named_at: dict[int, list[Words]] = {}  # by first word
        self._by_letter: dict[str, dict[int, Figure]] = {}  # by first letters of names, number
        self._introduced: list[tuple[int, Figure]] = []  # those named, by where they first are

    # --- entering ---

    def add(self, figure: Figure) -> Figure:
        """Enter a figure that is new."""
        figure.number = len(self.figures)
        self.figures.append(figure)
        return figure

    def call(self, figure: Figure, name: str) -> None:
        """Note a name of a figure."""
        figure.names.setdefault(fold(name), name)
        for word in fold(name):
            self._by_letter.setdefault(word[0], {})[figure.number] = figure

    def place(self, phrase: Phrase) -> Figure:
        """The figure a phrase with a name belongs to, made if need be."""
        words = name_or_words(phrase)
        if words in self.by_name:
            figure = self.by_name[words]
            figure.absorb(phrase)
            return figure
        figure = self._named(phrase)
        figure.absorb(phrase)
        figure.spans.append(words)
        self.by_name[words] = figure
        self.named_at.setdefault(words[0], []).append(words)
        self._note_names(figure, phrase, clean(self._text.reading.string(words)))
        return figure

    def _note_names(self, figure: Figure, phrase: Phrase, written: str) -> None:
        if figure.official or phrase.of_country:
            figure.forms.setdefault(written.casefold(), written)
        else:
            self.call(figure, written)
        if phrase.acronym and not (figure.person or figure.official):
            self.call(figure, phrase.acronym)
        elif phrase.acronym:
            figure.forms.setdefault(phrase.acronym.casefold(), phrase.acronym)

    def all_named(self) -> None:
        """Say that whoever is named in the text is entered."""
        firsts = ((self.first(figure), figure) for figure in self.figures)
        self._introduced = sorted((one for one in firsts if one[0] < FAR), key=lambda one: one[0])

    # --- finding ---

    def _named(self, phrase: Phrase) -> Figure:
        if phrase.of_country and phrase.country:
            return self.state(phrase.country)
        if phrase.organization:
            return self._known(phrase.organization.name, phrase)
        folded = fold(phrase.name or "")
        candidates = [f for f in self._likely(folded) if not f.state and self._may_be_called(folded, f, phrase)]
        if phrase.person:
            candidates = [f for f in candidates if f.person]
        if candidates:
            return _closest(candidates, folded, phrase)
        kind = phrase.kind or "organization"
        return self.add(Figure(kind, person=phrase.person, plural=phrase.plural, location=phrase.location))

    def _likely(self, folded: tuple[str, ...]) -> list[Figure]:
        """The figures, in order, that may be so named: names of one have words that begin alike."""
        likely: dict[int, Figure] = {}
        for word in folded:
            likely |= self._by_letter.get(word[0], {})
        return [likely[number] for number in sorted(likely)]

    def _may_be_called(self, folded: tuple[str, ...], figure: Figure, phrase: Phrase) -> bool:
        if phrase.person and (conflict(phrase.gender, figure.gender) or reigns_elsewhere(phrase, folded, figure)):
            return False
        if not phrase.person and (figure.location != phrase.location or conflict(phrase.country, figure.code)):
            return any(folded == other for other in figure.names)
        return any(same_name(folded, other, figure.person) for other in figure.names)

    def state(self, code: str) -> Figure:
        """The state of a country."""
        figure = next((f for f in self.figures if f.state and f.code == code), None)
        if figure is None:
            figure = Figure("government", official=lexicon.countries()[code].name, code=code, state=True, sector="GOV")
            figure.families.add("government")
            self.add(figure)
        return figure

    def _known(self, name: str, phrase: Phrase) -> Figure:
        """The organisation that goes by a name in the lexicon, or in the text's own words."""
        figure = next((f for f in self.figures if f.official == name and not f.state), None)
        if figure is None:
            organization = lexicon.organization(name) or phrase.organization
            figure = Figure(phrase.kind or "organization", official=name)
            if organization:
                figure.kind, figure.code, figure.sector = organization.kind, organization.country, organization.sector
                body = self._phrases.body_of(organization.name)
                # A union of states is no workers' union.
                told = body is not None and organization.sector in (None, body.sector or organization.sector)
                figure.families |= {body.family} if body and told else set()
            self.add(figure)
            if figure.kind == "media" and " " in name:
                self.call(figure, name)  # which may be put in short: "the Post"
        return figure

    # --- where they are named ---

    def first(self, figure: Figure) -> int:
        """Where the prose first names it, or speaks of it if it has no name."""
        spans = [words for words in figure.spans if words in self.by_name] or figure.spans
        return min((s for s, _ in spans if not self._text.furniture[s]), default=FAR)

    def named_from(self, word: int) -> Iterator[tuple[int, Figure]]:
        """Those whom the prose names for the first time from a word on, in its order, each with where."""
        for k in range(bisect_left(self._introduced, word, key=lambda one: one[0]), len(self._introduced)):
            yield self._introduced[k]

    def names_within(self, a: int, b: int) -> Iterator[Words]:
        """The names that begin and end between two words, in order."""
        return (words for i in range(a, b) for words in self.named_at.get(i, ()) if words[1] <= b)


def _closest(figures: Sequence[Figure], folded: tuple[str, ...], phrase: Phrase) -> Figure:
    """Of several figures a short name may mean: the one so named, by surname, introduced before, and not as somebody's
    sister or son, and last."""

    def rank(figure: Figure) -> tuple[bool, bool, bool, bool, int, int]:
        exact = folded == max(figure.names, key=len)
        surname = any(other[-len(folded) :] == folded for other in figure.names)
        before = [s for s, _ in figure.spans if s < phrase.words[0]]
        full = [s for name, s in ((n, s) for n in figure.names for s in before) if len(name) > len(folded)]
        kin = any(map(lexicon.is_kin, figure.wider))
        return exact, surname, bool(before), not kin, len(figure.spans), max(full, default=-1)

    return max(figures, key=rank)
