"""Whom do words mean: a name, a description, a pronoun, "the two", "his country"?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.bodies import Bodies
from sayso.account.cast.countries import Countries
from sayso.account.cast.crowds import crowd
from sayso.account.cast.discourse import Discourse, Figures
from sayso.account.cast.figures import Figure
from sayso.account.cast.introductions import Introductions
from sayso.account.cast.nesting import Nesting
from sayso.account.cast.offices import Offices
from sayso.account.cast.pairs import the_two
from sayso.account.cast.papers import issuers
from sayso.account.cast.persons import Persons
from sayso.account.cast.pronouns import Pronouns
from sayso.account.cast.unnamed import Unnamed, note_form
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import RELATIVE
from sayso.reader.reading import Words

GLOSS = 10  # words in brackets behind a pronoun, at most


class References:
    """The references of a discourse, to be asked for in the order of the text: what they mean hangs on those before."""

    def __init__(self, discourse: Discourse, nesting: Nesting) -> None:
        self._discourse, self._text, self._terms = discourse, discourse.text, discourse.terms
        self._roster, self._phrases = discourse.roster, discourse.phrases
        self._countries = countries = Countries(discourse.text)
        introductions = Introductions(discourse)
        self._pronouns = Pronouns(discourse, nesting, self.refer)
        self._unnamed = Unnamed(discourse, self._pronouns, countries)
        self._offices = Offices(discourse, countries, self._pronouns)
        self._persons = Persons(discourse, nesting, self._offices, introductions, self._unnamed)
        self._bodies = Bodies(discourse, countries, introductions, self._unnamed)

    def refer(self, words: Words, mention: int | None) -> Figures:
        """Whom words mean, with the number of the speaker mention if they are one."""
        if words in self._roster.by_name:
            return (self._roster.by_name[words],)
        a, b = self._without_what_is_beside(words)
        pronoun = lexicon.pronoun(self._terms.text[a]) if b - a == 1 else None
        if pronoun is not None:
            return self._glossed(b, mention) or self._pronouns.meant((a, b), pronoun, mention)
        if two := the_two(self._discourse, (a, b), self._countries):
            return two
        if one := self._one_named((a, b)) or self._state_of_somebody((a, b)):
            return (one,)
        if self._text.speaks(mention) and (whose := issuers(self._discourse, (a, b))):
            return whose
        figures: list[Figure] = []
        for phrase in self._phrases.read((a, b)):
            figure = self._of_phrase(phrase, self._text.speaks(mention))
            if figure not in figures:
                if (a, b) not in figure.spans and phrase.name_words is None:
                    figure.spans.append(phrase.words)
                figures.append(figure)
        return tuple(figures)

    def _without_what_is_beside(self, words: Words) -> Words:
        """The words that tell who is meant: "they" of "they both"; of an office that the text puts in short, all."""
        a, b = self._phrases.trim(words)
        # "Naval Staff" of "Chief of Naval Staff (CNS)"
        a, b = next((office for office in self._terms.offices if office[0] < a and b <= office[1]), (a, b))
        both = self._terms.lower[a:b] in (["they", "both"], ["they", "all"])
        return (a, a + 1) if both else (a, b)

    # --- by words beside ---

    def _glossed(self, end: int, mention: int | None) -> Figures:
        """Whom the brackets behind a pronoun say it means: "they {(the guards)} fired"."""
        lower = self._terms.lower
        if lower[end : end + 1] != ["("]:
            return ()
        close = next((i for i in range(end + 1, min(end + GLOSS, len(lower))) if lower[i] == ")"), end)
        return self.refer((end + 1, close), mention) if end + 1 < close else ()

    def _named_before(self, phrase: Phrase) -> Figure | None:
        """The body named before a comma of which a phrase says what it is: "{Solvara}, a firm that"."""
        reading, start = self._text.reading, phrase.words[0]
        if phrase.person or self._terms.lower[start - 1 : start] != [","] or phrase.determiner == "possessive":
            return None
        name = self._terms.name_at.get(start - 2)
        figure = self._roster.by_name.get(name.words) if name and name.words[1] == start - 1 else None
        if name is None or figure is None or figure.person or figure.state:
            return None
        premises = phrase.body is None or phrase.body.family in lexicon.function_words("premises")
        if figure.location and premises:
            return None  # "Goma, a city"
        by_tree = reading.relation[phrase.head] == "appos" and reading.head[phrase.head] in range(*name.words)
        clause = phrase.determiner == "indefinite" and self._terms.lower[phrase.head + 1] in RELATIVE
        if not (by_tree or clause):
            return None
        figure.location = False
        return figure

    def _one_named(self, words: Words) -> Figure | None:
        """The one that is named behind those of whom it is one: "one of the banks, Kestrel"."""
        (a, b), lower = words, self._terms.lower
        if lower[a : a + 2] != ["one", "of"]:
            return None
        names = (name for name in self._roster.names_within(a + 2, b) if lower[name[0] - 1] == ",")
        return next((self._roster.by_name[name] for name in names if name[1] == b), None)

    def _state_of_somebody(self, words: Words) -> Figure | None:
        """The state of somebody spoken of: "his country", "her nation"."""
        a, b = words
        pronoun = lexicon.pronoun(self._terms.lower[a]) if b - a == 2 else None
        if pronoun is None or pronoun.person != "3" or self._terms.lower[a + 1] not in lexicon.function_words("state"):
            return None
        codes = {figure.code for figure in self._pronouns.meant((a, a + 1), pronoun, None)}
        code = codes.pop() if len(codes) == 1 else None
        return self._roster.state(code) if code else None

    def by_adjective(self, words: Words) -> Figure | None:
        """The state whose adjective tells who takes part: "a Turkish attack", "a North Korean missile"."""
        a, b = words
        if self._terms.pos(b - 1) not in ("ADJ", "PROPN") or a in self._terms.firms:
            return None
        code = lexicon.nationality(self._text.reading.string(words)) if b - a <= 2 else None
        return self._roster.state(code) if code else None

    # --- by a phrase ---

    def _of_phrase(self, phrase: Phrase, speaks: bool) -> Figure:
        if phrase.name_words:
            figure = self._roster.by_name.get(phrase.name_words) or self._roster.place(phrase)
            note_form(figure, phrase)
            if phrase.person:
                self._offices.note_body(figure, phrase.name_words[0])
            return figure
        if (told := self._named_before(phrase)) is not None:
            return told
        of_state = phrase.of_country and phrase.country
        if phrase.person and not of_state:
            return self._persons.meant(phrase, speaks)
        if of_state:
            figure = self._roster.state(of_state)
        elif phrase.body or phrase.kind in ("organization", "government", "media"):
            figure = self._bodies.meant(phrase)
        else:
            figure = crowd(self._discourse, self._unnamed, phrase)
        families = set(figure.families)
        figure.absorb(phrase)
        if figure.named and phrase.determiner == "definite":
            figure.families = families  # "the company" of Apple is not what tells Apple from another company
        note_form(figure, phrase)
        return figure
