"""When is a body another, by what it is for, whose it is or where: "the interior ministry" is not the defence ministry,
nor "the prosecutor's office" the minister's?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.figures import Figure
from sayso.account.cast.labels import heading, is_his_or_hers, is_owned_by_person, owner, owners, qualities
from sayso.account.cast.unnamed import Unnamed
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import DEFINITE, Terms, fold

SORTS = {"police": "sort-of-police", "court": "sort-of-court"}  # bodies of which a state has several


class Apart:
    """Tells bodies apart by the wording of phrases."""

    def __init__(self, terms: Terms, unnamed: Unnamed) -> None:
        self._terms, self._unnamed = terms, unnamed

    def tells(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether a phrase means another body than a figure."""
        if _is_for_something_else(phrase, figure) or _is_of_other_sort(phrase, figure):
            return True
        if self._is_called_otherwise(phrase, figure):
            return True
        if owner(phrase.label) and lexicon.pronoun(figure.label.partition(" ")[0]):
            return True  # "Ruiz's office" is not "her office", told of somebody without a name
        theirs = owner(figure.label)
        if theirs and (is_his_or_hers(self._terms, phrase) or is_owned_by_person(self._terms, phrase)):
            # "His office", "Ruiz's office" is not that of the last minister.
            return theirs != owner(self._unnamed.whole_label(phrase)) or self.by_town(phrase, figure)
        return (
            self._is_of_its_own(phrase, figure, theirs)
            or _is_of_other_people(phrase, figure)
            or self.by_town(phrase, figure)
        )

    def _is_of_its_own(self, phrase: Phrase, figure: Figure, theirs: str) -> bool:
        """Whether one of the two is somebody's, and the other goes by what it is: "the ruling party" is not the party
        of whoever was spoken of, nor is "Lenz's party" the ruling party."""
        if theirs:
            bare = phrase.body is not None and not owner(phrase.label)
            return bare and not figure.words().issuperset(qualities(phrase))
        if phrase.sector != "PTY" or figure.named or not is_owned_by_person(self._terms, phrase):
            return False
        told = {word for word in figure.label.split()[:-1] if word.islower()} - DEFINITE
        return bool(told) and told.isdisjoint(qualities(phrase))

    def _is_called_otherwise(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether an office told in full goes by another noun: "the Foreign {Office}", not Peru's Foreign Ministry."""
        if phrase.body is None or " " not in phrase.body.word or not self._terms.text[phrase.head].istitle():
            return False
        nouns = {word for name in (*figure.names, fold(figure.label)) for word in heading(name) if lexicon.body(word)}
        return bool(nouns) and nouns.isdisjoint(phrase.body.word.split())

    def by_town(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether a body of which a state has many is told to be elsewhere: "Chad's embassy {in Rome}"."""
        if self._terms.lower[phrase.head] not in lexicon.function_words("abroad"):
            return False
        towns = [label.partition(" in ")[2].casefold() for label in (phrase.label, figure.label)]
        return all(towns) and towns[0] != towns[1]


def _is_for_something_else(phrase: Phrase, figure: Figure) -> bool:
    """Whether a phrase tells what a body is for, and a figure is for something else: "the interior ministry"."""
    if phrase.body is None or " " not in phrase.body.word:
        return False
    kinds = figure.families - {phrase.body.word.split()[-1]}
    return bool(kinds) and phrase.body.family not in kinds


def _is_of_other_sort(phrase: Phrase, figure: Figure) -> bool:
    """Whether a phrase tells which of several in one state it means, and a figure is another: "the military police",
    not the Federal Police; "the lower court", not the High Court."""
    if phrase.body is None or phrase.body.family not in SORTS:
        return False
    sorts = lexicon.function_words(SORTS[phrase.body.family])
    told = sorts & qualities(phrase)
    others = figure.named or not sorts.isdisjoint(figure.words())
    return bool(told) and others and told.isdisjoint(figure.words())


def _is_of_other_people(phrase: Phrase, figure: Figure) -> bool:
    """Whether two bodies are of people who are told by different nouns: "the mayor's office", "the minister's"."""
    mine, theirs = owners(phrase.label), owners(figure.label)
    if mine and figure.named and phrase.body and phrase.body.family == "group":
        return mine.isdisjoint(figure.words())  # "the miners' group" is not the Eurasia Group
    if mine and not theirs and " " in figure.label and any(map(lexicon.role, mine)):
        return mine.isdisjoint(figure.words())  # "the mayor's office" is not "the regional office of a bank"
    return bool(mine and theirs and not mine & theirs)
