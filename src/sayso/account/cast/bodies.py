"""Which ministry, army, newspaper or company is described, without a name?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.account.cast.bodies_apart import Apart
from sayso.account.cast.countries import Countries
from sayso.account.cast.discourse import Discourse
from sayso.account.cast.figures import FAR, Figure, is_overseer
from sayso.account.cast.introductions import Introductions
from sayso.account.cast.labels import (
    front,
    heading,
    is_of,
    is_owned_by_person,
    is_plain,
    names_before_head,
    owned_by,
    qualities,
)
from sayso.account.cast.unnamed import Unnamed
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import DEFINITE, fold

CALLED, GUESSED = 3.0, 2.0  # points for a figure that is called so, or may be
NEAR = 3.0  # for one spoken of in this sentence
PROMINENT = 0.8  # for the last that was subject or spoke
SOON = 3  # sentences from "the union" to its name, at most
RECENT = 12  # references before, among which that is
HELPING = 3.0  # for one known to help, of "the aid group"
BY_NAME = 1.0  # for one that has a name, or is called so at greater length
OF_STATES = ("GOV", "MIL", "COP", "JUD", "SPY")  # sectors of bodies that every state has
LOOSE = (None, "NGO", "PTY", "REB", "OPP", "CVL")  # sectors of bodies that may be called by each other's words


@dataclass(frozen=True, slots=True)
class _Sought:
    """A body as a phrase calls it that tells no country."""

    phrase: Phrase
    head: str
    family: str
    names: frozenset[str]  # in the phrase, that are to be in the body's
    home: str | None  # the country spoken of, of a government
    acting: str | None  # the country that acts in what an office told in full says
    states: int  # how many are spoken of
    usurps: bool  # it has power beside a rival government
    guessed: bool  # it may be one that has only a name
    helps: bool  # it is told to be there to help others, and no firm: "the aid group"

    @property
    def at(self) -> int:
        return self.phrase.words[0]


class Bodies:
    """The bodies of a discourse, as phrases mean them: by word and country, or the one spoken of last."""

    def __init__(
        self, discourse: Discourse, countries: Countries, introductions: Introductions, unnamed: Unnamed
    ) -> None:
        self._discourse, self._text, self._terms = discourse, discourse.text, discourse.terms
        self._countries, self._introductions, self._unnamed = countries, introductions, unnamed
        self._apart = Apart(discourse.terms, unnamed)

    def meant(self, phrase: Phrase) -> Figure:
        """The body a phrase means, which is new if none is known by it."""
        pool = [f for f in self._discourse.roster.figures if not f.person and not f.plural]
        pool = [f for f in pool if not f.location or "company" in f.families]
        family = phrase.body.family if phrase.body else ""
        lower = family == "government" and _is_lower(phrase)
        if phrase.country and not lower:
            return self._of_country(phrase, family, pool) or self._unnamed.new(phrase)
        known = None if lower or phrase.determiner == "indefinite" else self._spoken_of(phrase, family, pool)
        return known or self._unnamed.called_alike(phrase) or self._unnamed.new(phrase)

    # --- of a country ---

    def _of_country(self, phrase: Phrase, family: str, pool: Sequence[Figure]) -> Figure | None:
        """The body of a kind and of a country that the phrase tells."""
        for figure in pool:
            alike = figure.code == phrase.country and family in figure.families and not figure.state
            if alike and not self._apart.by_town(phrase, figure):
                return figure
        medium = self._medium_of_country(phrase)
        return medium or self._unnamed.known_by_initials(phrase) or self._introductions.body(phrase)

    def _medium_of_country(self, phrase: Phrase) -> Figure | None:
        """The medium named last that may be of a country: "the Chilean daily"."""
        if phrase.kind != "media" or phrase.determiner != "definite":
            return None
        for trace in reversed(self._discourse.trail):
            for figure in trace.figures:
                if figure.kind == "media" and figure.named and figure.code in (None, phrase.country):
                    return figure
        return None

    def _of_country_here(self, phrase: Phrase, family: str, pool: Sequence[Figure]) -> Figure | None:
        """The body of a kind that the country has which is spoken of, new if need be; None if no country is."""
        abroad = self._terms.lower[phrase.head] in lexicon.function_words("abroad")
        code = (self._sender() if abroad else None) or self._countries.here(phrase.words[0])
        if not code:
            return None
        if family == "government":
            return self._discourse.roster.state(code)
        known = next((f for f in pool if f.code == code and family in f.families and not f.state), None)
        if known is None:
            known = self._unnamed.new(phrase)
            self._unnamed.settle(known, phrase, code)
        return known

    def _sender(self) -> str | None:
        """The country of the envoy spoken of last, whose embassy is "the embassy"."""
        abroad = lexicon.function_words("abroad")
        envoys = (f for trace in reversed(self._discourse.trail[-RECENT:]) for f in trace.figures if f.person)
        return next((f.code for f in envoys if f.code and not abroad.isdisjoint(f.offices | f.wider)), None)

    # --- spoken of before ---

    def _spoken_of(self, phrase: Phrase, family: str, pool: Sequence[Figure]) -> Figure | None:
        """The body meant where no country is told: one spoken of before, or that of the country spoken of."""
        sought = self._sought(phrase, family, pool)
        figure = self._likeliest(sought, pool) or self._named_soon(sought, pool)
        if figure is None and not sought.usurps and _is_of_a_state(phrase):
            return self._of_country_here(phrase, family, pool)
        return figure

    def _named_soon(self, sought: _Sought, pool: Sequence[Figure]) -> Figure | None:
        """The only body whose name says that it is what a lead calls it, and is told in one of the next sentences:
        "the {union} said. … the Dockers' Union said"."""
        if sought.phrase.determiner != "definite" or sought.phrase.sector in OF_STATES or sought.names:
            return None
        alike = [f for f in pool if any(sought.head in heading(name) for name in (*f.names, fold(f.official or "")))]
        soon = len(alike) == 1 and sought.at < alike[0].first < FAR and not self._apart.tells(sought.phrase, alike[0])
        return alike[0] if soon and self._text.sentences(sought.at, alike[0].first) <= SOON else None

    def _sought(self, phrase: Phrase, family: str, pool: Sequence[Figure]) -> _Sought:
        head = self._terms.lower[phrase.head]
        # "Mr Kim's regime" is that of his country.
        names = set() if is_owned_by_person(self._terms, phrase) else names_before_head(phrase)
        return _Sought(
            phrase,
            head,
            family,
            names=frozenset(names),
            home=self._countries.here(phrase.words[0]) if family == "government" else None,
            acting=self._countries.whose_words(phrase.words[0]) if _tells_office(phrase) else None,
            states=sum(figure.state for figure in pool),
            usurps=head in lexicon.function_words("usurping") and any(map(_is_rival_government, pool)),
            guessed=phrase.determiner == "definite" and not self._tells_itself(phrase),
            helps=not lexicon.function_words("helping").isdisjoint({head, *qualities(phrase)}),
        )

    def _tells_itself(self, phrase: Phrase) -> bool:
        """Whether a phrase says whose a body is, as "the guards' union" does, or one is called by these very words."""
        return bool(owned_by(self._terms, phrase)) or self._unnamed.called_alike(phrase) is not None

    def _likeliest(self, sought: _Sought, pool: Sequence[Figure]) -> Figure | None:
        """The likeliest of those spoken of before."""
        best, best_score = None, 0.0
        for figure in pool:
            if not _may_be_sought(figure, sought):
                continue
            before = self._discourse.spoken_of(figure, sought.at)
            if before is None or (figure.state and self._countries.is_aside(before, figure.code)):
                continue
            if self._apart.tells(sought.phrase, figure) or _is_of_another_state(sought, figure):
                continue
            score = self._points(figure, sought, before)
            if score > best_score:
                best, best_score = figure, score
        return best

    def _points(self, figure: Figure, sought: _Sought, before: int) -> float:
        """What speaks for a figure spoken of before; nothing where it is not called so."""
        if figure.state and sought.family != "government":
            return 0.0
        if _is_called(figure, sought):
            score = CALLED
        elif sought.guessed and self._may_be(sought.phrase, figure):
            score = GUESSED
        else:
            return 0.0
        score += NEAR / (1 + self._text.sentences(before, sought.at)) + self._prominence(figure)
        called = front(figure.label) if figure.code else fold(figure.label)  # "the Chilean mission to the bloc"
        so_called = called[1:][-1:] == (sought.head,)  # "the electoral commission"
        score += HELPING * (sought.helps and figure.sector in ("NGO", "IGO"))
        return score + BY_NAME * (figure.named or so_called)

    def _prominence(self, figure: Figure) -> float:
        """A little for the last one that was subject or spoke."""
        for trace in reversed(self._discourse.trail[-RECENT:]):
            if (trace.subject or trace.speaker) and any(not f.person for f in trace.figures):
                return PROMINENT if figure in trace.figures else 0.0
        return 0.0

    # --- which has only a name ---

    def _may_be(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether a figure of which the text gives no kind of body may be called by this word."""
        if figure.state or not figure.named or figure.kind not in ("organization", "media", "government"):
            return False
        if not _leaves_open(phrase, figure) or (self._tells_its_field(phrase) and _is_told_by_name(figure)):
            return False
        family = phrase.body.family if phrase.body else ""
        if figure.sector in ("REB", "PTY", "OPP") and family in lexicon.function_words("of-officials"):
            return False  # rebels are no agency
        if family in lexicon.function_words("overseeing"):
            return is_overseer(figure)
        if family in lexicon.function_words("of-members"):
            return figure.kind == "organization" and figure.sector in (None, "IGO", "PTY", "OPP")
        if figure.kind == phrase.kind == "organization" and figure.sector in LOOSE:
            return phrase.sector in (*LOOSE, "BUS") if figure.sector is None else phrase.sector in LOOSE
        if figure.kind == "media" and phrase.body and phrase.body.family in lexicon.function_words("broadcasting"):
            return self._is_told_of(figure)
        if phrase.kind == "media" or figure.kind == "media":
            return phrase.kind == figure.kind or (phrase.kind == "media" and figure.official is None)
        if figure.sector and phrase.sector:
            return figure.sector == phrase.sector
        return phrase.kind == figure.kind == "organization"

    def _tells_its_field(self, phrase: Phrase) -> bool:
        """Whether a phrase tells what an office is for by a noun before its head: "the {harbour} board"."""
        head = phrase.head
        office = self._terms.lower[head] in lexicon.function_words("of-officials")
        field = head > phrase.words[0] and self._terms.pos(head - 1) == "NOUN"
        return office and field and phrase.body is not None and " " not in phrase.body.word

    def _is_told_of(self, figure: Figure) -> bool:
        """Whether a report tells of somebody, and does not only cite him."""
        cited = {m.words[0] + (self._terms.lower[m.words[0]] in DEFINITE)
                 for m in self._text.speakers if m.words and m.speaks}  # fmt: skip
        return any(start not in cited for start, _ in figure.spans)


def _is_told_by_name(figure: Figure) -> bool:
    """Whether the name of a figure is of several words, which would tell the field of an office."""
    return any(len(name) > 1 for name in figure.names)


def _is_lower(phrase: Phrase) -> bool:
    """Whether a government is told not to be the state's: "the provincial government", "the old regime"."""
    others = lexicon.function_words("lower") | lexicon.function_words("bygone")
    return not others.isdisjoint(phrase.label.lower().split())


def _is_of_a_state(phrase: Phrase) -> bool:
    """Whether a phrase means a body as every state has one: "the army", "the ministry"."""
    return phrase.determiner == "definite" and is_plain(phrase.label) and phrase.sector in OF_STATES


def _may_be_sought(figure: Figure, sought: _Sought) -> bool:
    """Whether a figure may be the body sought, whatever it is called."""
    if figure.kind == "document" and sought.phrase.document is None:
        return False  # "an army statement" is not the army
    if sought.names and not sought.names <= figure.words():
        return False  # "the United Nations mission" is not the one of the African Union
    if figure.sector == "REB" and sought.phrase.sector == "MIL":
        return False  # "the army" is not the People's Army, whom it fights
    if sought.usurps and not any(sought.head in form for form in (fold(figure.label), *map(fold, figure.forms))):
        return False  # where there is a unity government, "the junta" is whoever was called so
    if figure.state and (figure.code != sought.home if sought.home else sought.states > 1):
        return False  # of several states none is told to be the one the report is set in
    # "The police" are not the police station.
    return figure.families.isdisjoint(lexicon.function_words("of-police")) or sought.family in figure.families


def _tells_office(phrase: Phrase) -> bool:
    """Whether a phrase tells what an office is for: "the foreign ministry", not "the ministry"."""
    return phrase.body is not None and " " in phrase.body.word


def _is_of_another_state(sought: _Sought, figure: Figure) -> bool:
    """Whether a state acts in what is said of whose offices a figure is none, which nobody calls by this word: of
    "Peru will not pay, the {foreign ministry} said" not the US State Department."""
    body = sought.phrase.body
    if body is None or figure.code is None or body.word in figure.label.lower():
        return False
    return sought.acting not in (None, figure.code)


def _is_called(figure: Figure, sought: _Sought) -> bool:
    """Whether a figure is known by the kind of body that is sought, or by its word."""
    head, bare = sought.head, sought.phrase.determiner == "none"
    if sought.family and sought.family in figure.families:
        return True
    # "The police" are no office for police conduct.
    if sought.family != "government" and any(head in heading(name) for name in figure.names):
        return True
    if figure.official:
        official = fold(figure.official)
        if head in (heading(official) if bare else official):
            return True
    elif is_of(figure.label, head) and not _sits(figure):
        return True
    return any(form.endswith(f" {head}") for form in figure.forms)  # "UN mission"


def _leaves_open(phrase: Phrase, figure: Figure) -> bool:
    """Whether the name of a figure and what is known of it leave open that it is of the kind a phrase names."""
    named = phrase.body or phrase.document
    if named is None or (phrase.body and phrase.body.family in lexicon.function_words("premises")):
        return False  # "the hospital", "the market": what these are, a name would tell
    group = phrase.body is not None and phrase.body.family == "group"
    known_by = {"company", "group"} | (lexicon.function_words("grouping") if group else frozenset())
    if figure.families - known_by:
        return False
    words = {word for name in figure.names for word in name}
    # Where a group writes is not the group: "in a message on Telegram the group said".
    platform = figure.sector == "IGO" or not lexicon.function_words("platform").isdisjoint(words)
    return not (group and platform)


def _is_rival_government(figure: Figure) -> bool:
    """Whether a figure is one of several that call themselves the government: "a unity government"."""
    called = fold(figure.label)
    return not figure.state and not figure.code and len(called) > 1 and called[-1] == "government"


def _sits(figure: Figure) -> bool:
    """Whether a figure is but where a body sits, by which that does not go: "a police {station}"."""
    return not figure.named and not lexicon.function_words("premises-of").isdisjoint(fold(figure.label)[-1:])
