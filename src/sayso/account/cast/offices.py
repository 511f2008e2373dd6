"""Who holds the office by which somebody is called: "the Chadian envoy", "the minister", "his spokesman"?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.countries import Countries
from sayso.account.cast.discourse import Discourse
from sayso.account.cast.figures import Figure, conflict
from sayso.account.cast.labels import before_office, is_his_or_hers, owned_by, owner, sent_to
from sayso.account.cast.pronouns import Pronouns
from sayso.account.cast.titles import owner_before, with_titles
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import LINKS

LEAST = 2.5  # points from which on somebody is meant
HOLDS, MAY_HOLD = 4.0, 3.0  # the office itself, or one that may be called so
OF_COUNTRY = 2.0  # and is of the country told
OF_ANY_COUNTRY = 0.5  # lost where his country is not known
BESIDE, APART = 1.0, -2.0  # for a body both belong to, or different ones
FAR = 10  # sentences over which "the minister" is one of another country still


class Offices:
    """The offices of those whom a discourse speaks of."""

    def __init__(self, discourse: Discourse, countries: Countries, pronouns: Pronouns) -> None:
        self._discourse, self._countries, self._pronouns = discourse, countries, pronouns
        self._text, self._terms = discourse.text, discourse.terms

    def holder(self, phrase: Phrase) -> Figure | None:
        """The person known by the office, country and body of a phrase."""
        best, best_score = None, LEAST
        for figure in self._discourse.roster.figures:
            if not figure.person or conflict(figure.code, phrase.country) or conflict(figure.gender, phrase.gender):
                continue
            score = _fit(phrase, figure)
            if not score or self._is_another(phrase, figure, sure=score >= HOLDS):
                continue
            if phrase.affiliations and figure.affiliations:
                score += BESIDE if phrase.affiliations & figure.affiliations else APART
            near = self._nearness(phrase, figure)
            if near is not None and score + near > best_score:
                best, best_score = figure, score + near
        return best

    def _nearness(self, phrase: Phrase, figure: Figure) -> float | None:
        """Points for where somebody was spoken of last; None if he is not meant for it."""
        before = self._discourse.spoken_of(figure, phrase.words[0])
        if before is None:
            return 0.0 if _is_plainly_meant(phrase, figure) else None
        if self._is_of_elsewhere(phrase, figure, before):
            return None
        return 1 + (1 if phrase.country else 4) / (1 + self._text.sentences(before, phrase.words[0]))

    def _is_of_elsewhere(self, phrase: Phrase, figure: Figure, before: int) -> bool:
        """Whether somebody spoken of long before is of another country than the one that is spoken of now."""
        at = phrase.words[0]
        bare = phrase.determiner == "definite" and not phrase.country
        far = bare and self._text.sentences(before, at) > FAR
        return far and conflict(figure.code, self._countries.here(at))

    # --- another of that office ---

    def _is_another(self, phrase: Phrase, figure: Figure, sure: bool) -> bool:
        """Whether somebody is told to be of others, or for something else, than a figure that has such an office. sure:
        whether it is the very office."""
        if self._has_other_charge(phrase, figure):
            return True
        if self.is_of_other_body(phrase, figure) or (not sure and self._leads_others(phrase, figure)):
            return True
        owned = owner(figure.label)
        if is_his_or_hers(self._terms, phrase) and (figure.named or not owned):
            return True  # "his spokesman" is not the one of the army, who has a name, nor anybody's
        if figure.named:
            return False
        if _serves_another(phrase, figure) or (owner(phrase.label)[:1].isupper() and not owned):
            return True  # nor is "Widodo's envoy" any diplomat
        return not sure and bool(owned) and conflict(phrase.sector, figure.sector)  # "the prosecutor", "her lawyer"

    def _leads_others(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether a phrase says who they are whom somebody leads, and it is not told that a figure does: "the {miners'}
        leader", "the leader of the {rebels}" is not the president."""
        t, behind = self._terms, phrase.head + 1
        led = owned_by(t, phrase)
        if t.lower[behind : behind + 1] == ["of"]:
            led += [i for i in range(behind + 1, behind + 3) if i < len(t.lower) and t.pos(i) == "NOUN"][:1]
        nouns = (t.lower[i] for i in led if t.pos(i) == "NOUN")
        crowds = {noun for noun in nouns if lexicon.lemmas(noun)[0] != noun}
        return bool(crowds) and crowds.isdisjoint(figure.words() | set((figure.role or "").lower().split()))

    def note_body(self, figure: Figure, name: int) -> None:
        """Note the body of which somebody named is told to be: "{its} leader, Ivo Lenz"."""
        owner = owner_before(self._text, name)
        body = None if owner is None else self._body_of(owner)
        if body is not None and body not in figure.serves:
            figure.serves.append(body)
            if not body.state or figure.sector == "GOV":
                figure.code, figure.sector = figure.code or body.code, figure.sector or body.sector

    def _body_of(self, at: int) -> Figure | None:
        """The body that a word says somebody to be of: "{its} leader"."""
        owner = lexicon.pronoun(self._terms.lower[at])
        if self._terms.lower[at] != "its" or owner is None:
            return None
        figures = self._pronouns.meant((at, at + 1), owner, None)
        return figures[0] if len(figures) == 1 and not figures[0].person else None

    def is_of_other_body(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether "its leader" is said of another body than the one that somebody is told to be of."""
        if self._terms.lower[phrase.words[0]] != "its" or (body := self._body_of(phrase.words[0])) is None:
            return False
        if figure.serves:
            return body not in figure.serves
        if body.state or not figure.named:
            return conflict(body.code, figure.code)
        return not self._is_named_with(figure, body)

    def _is_named_with(self, figure: Figure, body: Figure) -> bool:
        """Whether a body is named where somebody first is: "{Kestrel} chief executive Ivo Lenz"."""
        named = min((words for words in figure.spans if words in self._discourse.roster.by_name), default=None)
        told = range(0) if named is None else range(*with_titles(self._text, named))
        return any(self._terms.lower[i] in body.words() for i in told if self._terms.pos(i) in ("PROPN", "NOUN"))

    def _has_other_charge(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether what stands before an office, or behind it, says that it is another one: "the water minister", not
        the foreign one; "the health secretary", not "regional secretary Ann Moor"; "the envoy to Chad", not to Peru."""
        t, called = self._terms, self._terms.lower[phrase.head]
        mine_to = sent_to(t, phrase)
        theirs_to = (figure.role or figure.label).partition(" to ")[2]
        if mine_to and (mine_to != theirs_to if theirs_to else figure.named and phrase.country and not figure.code):
            return True
        before = before_office(t, phrase)
        mine = {t.lower[i] for i in before if t.pos(i) == "NOUN" and t.lower[i] not in lexicon.function_words("second")}
        if not mine:
            return False
        held = [office.split() for office in figure.offices]
        theirs = {word for words in held if words[-1] == called for word in words[:-1]}
        if not theirs and figure.named and called in figure.offices:
            theirs = self._charge(figure)
            mine = {t.lower[i] for i in before}
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def _charge(self, figure: Figure) -> set[str]:
        """What stands before the office of somebody where he is first named, but for places and ranks: "regional" of
        "the regional secretary, Ann Moor"."""
        t = self._terms
        named = min((words for words in figure.spans if words in self._discourse.roster.by_name), default=None)
        if named is None:
            return set()
        first = self._discourse.phrases.read(with_titles(self._text, named))[0]
        before = (i for i in before_office(t, first) if i not in self._text.land and t.code_at(i) is None)
        words = {t.lower[i] for i in before if t.pos(i) in ("NOUN", "PROPN", "ADJ")}
        return words - lexicon.function_words("ranked")


def _fit(phrase: Phrase, figure: Figure) -> float:
    """How well the office and the country of somebody fit a phrase; nothing if he has no such office."""
    loosely = phrase.offices & figure.wider or phrase.wider & figure.offices
    if phrase.offices & figure.offices:
        score = HOLDS
    elif loosely or (phrase.wider & figure.wider and not phrase.offices):
        score = MAY_HOLD
    else:
        return 0.0
    if not phrase.country:
        return score
    return score + OF_COUNTRY if figure.code else score - OF_ANY_COUNTRY


def _is_plainly_meant(phrase: Phrase, figure: Figure) -> bool:
    """Whether somebody is meant though the text has not spoken of him yet."""
    placed = not phrase.country or figure.code
    return figure.named and bool(placed) and bool(phrase.offices & figure.offices)


def _serves_another(phrase: Phrase, figure: Figure) -> bool:
    """Whether two without names are told to be of others: "the officer's lawyer" is not "the lawyer for the family"."""
    mine, words = owner(phrase.label).split(), figure.label.split()
    link = next((i for i, word in enumerate(words) if word in LINKS), None)
    return bool(mine) and link is not None and mine[-1] not in words[link:]
