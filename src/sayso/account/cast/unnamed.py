"""How is somebody called whom the text does not name, and who is called so already?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.countries import Countries
from sayso.account.cast.discourse import Discourse
from sayso.account.cast.figures import Figure
from sayso.account.cast.labels import owners, without_articles
from sayso.account.cast.name_forms import stands_for
from sayso.account.cast.pronouns import Pronouns
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import clean, fold
from sayso.account.where import toponyms
from sayso.reader.reading import Words

PASSED = 2  # words of a name before those whose first letters it is called by, at most


class Unnamed:
    """The figures that go by the words of a phrase."""

    def __init__(self, discourse: Discourse, pronouns: Pronouns, countries: Countries) -> None:
        self._text, self._terms, self._roster = discourse.text, discourse.terms, discourse.roster
        self._pronouns, self._countries = pronouns, countries

    def new(self, phrase: Phrase) -> Figure:
        """A figure of its own for a phrase."""
        label = self.whole_label(phrase)
        figure = Figure(phrase.kind or "anonymous", person=phrase.person, plural=phrase.plural, label=label)
        figure.absorb(phrase)
        owner = self._owner(phrase.label_words[0])
        if owner is not None and owner.kind == "government" and _acts_with(figure, owner):
            figure.code = figure.code or owner.code
        if phrase.short:
            figure.forms[phrase.short.casefold()] = phrase.short
        return self._roster.add(figure)

    def settle(self, figure: Figure, phrase: Phrase, told: str | None = None) -> None:
        """Give "the minister", "the army" of which no country is told the one the text speaks of, if none is `told`."""
        at = phrase.words[0]
        if not toponyms.words("city").isdisjoint(owners(phrase.label)):
            town = max((i for i in self._text.towns if i < at), default=-1)  # of "the city's mayor"
            figure.code = figure.code or self._text.land.get(town)
            return
        code = None if figure.code else told or self._countries.here(at)
        if code and lexicon.countries()[code].adjectives:
            figure.code = code
            figure.forms[phrase.label.casefold()] = phrase.label
            figure.label = f"{lexicon.countries()[code].adjectives[0]} {phrase.label}"

    # --- who is called so ---

    def called_alike(self, phrase: Phrase) -> Figure | None:
        """Whoever is no single person and goes by the very words of a phrase."""
        whole = self.whole_label(phrase)  # "its officers" are not those of another army
        label, told = whole.casefold(), without_articles(whole)
        anybody = phrase.plural and phrase.determiner == "none"  # "officers" are not "the officers" told of before
        for figure in self._roster.figures:
            if figure.person:
                continue
            put_so = label in figure.forms and not anybody
            if put_so or figure.label.casefold() == label or without_articles(figure.label) == told:
                return figure
        return None

    def known_by_initials(self, phrase: Phrase) -> Figure | None:
        """The figure so far known only by the initials of this phrase: "the JCS" of "the Joint Chiefs of Staff"."""
        words = fold(phrase.label)
        for figure in self._roster.figures:
            first = next(iter(figure.names), ())
            acronym = first[0] if first and len(figure.names) == 1 and not figure.person else ""
            if any(stands_for(acronym, words[k:]) for k in range(min(PASSED + 1, len(words) - 1))):
                self._roster.call(figure, phrase.label)
                return figure
        return None

    # --- labels ---

    def whole_label(self, phrase: Phrase) -> str:
        """The phrase with its people's names in full: "Khalida Jarrar's husband" for "her husband"."""
        reading = self._text.reading
        a, b = phrase.label_words
        whole, last = "", a  # what is written, and the first word that is still to be
        for i in range(a, b):
            full = self._in_full(i, phrase.label_words) if i >= last else None
            if full is None:
                continue
            if whole:
                whole += reading.text[reading.ends[last - 1] : reading.starts[last]]
            if last < i:
                whole += reading.string((last, i)) + reading.text[reading.ends[i - 1] : reading.starts[i]]
            whole += full[0]
            last = full[1]
        if last == a:
            return phrase.label
        return clean(whole + (reading.text[reading.ends[last - 1] : reading.ends[b - 1]] if last < b else ""))

    def _in_full(self, i: int, label: Words) -> tuple[str, int] | None:
        """The full name of somebody whom a word of a label, or a name from there on, means in short, and where that
        ends."""
        owner = self._owner(i) if i == label[0] else None
        if owner is not None:
            return (f"{owner.name()}'s", i + 1) if owner.named or owner.code else None
        words = next((words for words in self._roster.named_at.get(i, ()) if words[1] <= label[1]), None)
        figure = self._roster.by_name[words] if words else None
        if words is None or figure is None or figure.official or not figure.named:
            return None
        if i in self._text.land and not figure.location:
            return None  # where something is, and no firm called after it
        full, written = figure.name(), self._text.reading.string(words)
        return (full, words[1]) if len(fold(written)) < len(fold(full)) else None

    def _owner(self, i: int) -> Figure | None:
        """Whoever a word says that something is of: "{its} army", "{her} husband"."""
        pronoun = lexicon.pronoun(self._terms.lower[i])
        if pronoun is None or self._terms.lower[i] not in lexicon.function_words("of-others"):
            return None
        return next(iter(self._pronouns.meant((i, i + 1), pronoun, None)), None)


def _acts_with(figure: Figure, owner: Figure) -> bool:
    """Whether a body's own act for its state as it does: "the army … its {soldiers}", not "its allies"."""
    return figure.kind == "government" or (figure.sector is not None and figure.sector == owner.sector)


def note_form(figure: Figure, phrase: Phrase) -> None:
    """Note how a phrase calls a figure."""
    if phrase.label and not (figure.person and figure.named) and phrase.label != figure.label:
        figure.forms.setdefault(phrase.label.casefold(), phrase.label)
    if phrase.short:
        figure.forms.setdefault(phrase.short.casefold(), phrase.short)
