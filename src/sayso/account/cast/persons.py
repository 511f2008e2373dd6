"""Which single person is described, without a name?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.discourse import Discourse, Trace
from sayso.account.cast.figures import Figure, conflict
from sayso.account.cast.introductions import AGE, NEAR, Introductions
from sayso.account.cast.labels import is_plain, owned_by, sent_to
from sayso.account.cast.nesting import Nesting
from sayso.account.cast.offices import Offices
from sayso.account.cast.unnamed import Unnamed, note_form
from sayso.account.grammar import valency
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import LINKS
from sayso.reader.reading import Words

LATELY = 2  # sentences over which "the president" is whoever has just spoken


class Persons:
    """The people of a discourse, as descriptions mean them."""

    def __init__(
        self,
        discourse: Discourse,
        nesting: Nesting,
        offices: Offices,
        introductions: Introductions,
        unnamed: Unnamed,
    ) -> None:
        self._discourse, self._text, self._terms = discourse, discourse.text, discourse.terms
        self._roster, self._reading = discourse.roster, discourse.reading
        self._nesting, self._offices, self._introductions, self._unnamed = nesting, offices, introductions, unnamed

    def meant(self, phrase: Phrase, speaks: bool) -> Figure:
        """Whom a description means, who is new if nobody is known by it."""
        if (named := self._named_beside(phrase)) is not None:
            return named
        if (known := self._known(phrase, speaks)) is None:
            return self._new(phrase)
        known.absorb(phrase)
        note_form(known, phrase)
        return known

    def _known(self, phrase: Phrase, speaks: bool) -> Figure | None:
        if phrase.determiner == "indefinite":
            return self._introductions.speaking(phrase) if speaks else self._introductions.taking_part(phrase)
        figure = self._offices.holder(phrase) or self._of_age(phrase) or self._introductions.in_office(phrase)
        if figure is None and speaks and (soon := self._introductions.speaking(phrase)) is not None:
            # "Peru … Its premier said … Chilean Premier Ana Ruiz said": she is not Peru's.
            figure = None if self._offices.is_of_other_body(phrase, soon) else soon
        if figure is None and speaks and phrase.determiner == "definite" and not phrase.kin:
            figure = self._just_heard(phrase) or self._bare(phrase)
        return figure

    def _new(self, phrase: Phrase) -> Figure:
        figure = self._unnamed.new(phrase)
        official = phrase.sector == "GOV" and phrase.offices and not phrase.country
        if phrase.determiner == "definite" and official and is_plain(phrase.label):
            self._unnamed.settle(figure, phrase)
        return figure

    def _named_beside(self, phrase: Phrase) -> Figure | None:
        """Whoever is named right behind a description and a comma: "his Chadian {counterpart}, Idris Sow"."""
        end = phrase.words[1]
        names = self._roster.named_at.get(end + 1, ()) if self._terms.lower[end : end + 1] == [","] else ()
        figure = next((self._roster.by_name[words] for words in names), None)
        if figure is None or not figure.person or phrase.determiner not in ("definite", "possessive"):
            return None
        return None if conflict(figure.code, phrase.country) or conflict(figure.gender, phrase.gender) else figure

    def _of_age(self, phrase: Phrase) -> Figure | None:
        """ "The 49-year-old", "the 49-year-old banker": the person named last."""
        if AGE not in phrase.label or phrase.determiner != "definite":
            return None
        for trace in reversed(self._discourse.trail):
            if self._text.sentences(trace.words[0], phrase.words[0]) > NEAR:
                break
            figure = trace.figures[0]
            if len(trace.figures) == 1 and figure.person and figure.named and not trace.modifier:
                return None if conflict(figure.gender, phrase.gender) else figure
        return None

    def _just_heard(self, phrase: Phrase) -> Figure | None:
        """Somebody without a name who has just spoken, where he is but told to be a man, or she a woman: "{a nurse}
        said … said the woman"."""
        if self._terms.lower[phrase.head] not in lexicon.function_words("man"):
            return None
        for trace in reversed(self._discourse.trail):
            if self._text.sentences(trace.words[0], phrase.words[0]) > 1 or not trace.speaker:
                continue
            figure = trace.figures[0]
            alone = len(trace.figures) == 1 and figure.person and not figure.plural
            if alone and not conflict(figure.gender, phrase.gender):
                return None if figure.named else figure
        return None

    # --- whose office the text does not give ---

    def _bare(self, phrase: Phrase) -> Figure | None:
        """ "The president" of somebody whose office the text never gives: the person spoken of last, and not whoever
        says it: "{Ann Moor} said the clerk had lied" (principle C, Chomsky 1981)."""
        here = phrase.words[0]
        if self._tells_itself(phrase):
            return None
        selves = self._nesting.said_by(here)
        for trace in reversed(self._discourse.trail):
            if self._text.sentences(trace.words[0], here) > LATELY:
                break
            for figure in trace.figures:
                fits = _may_hold_office(figure, trace) and figure not in selves
                if not fits or conflict(figure.code, phrase.country) or conflict(figure.gender, phrase.gender):
                    continue
                if not self._is_told_apart(figure, phrase):
                    return figure
        return None

    def _tells_itself(self, phrase: Phrase) -> bool:
        """Whether a phrase says of what or whose somebody is: "the governor of the north", "the mayor's spokesman"."""
        if not LINKS.isdisjoint(phrase.label.lower().split()) or sent_to(self._terms, phrase):
            return True
        return any(i in self._terms.role for i in owned_by(self._terms, phrase))

    def _is_told_apart(self, figure: Figure, phrase: Phrase) -> bool:
        return self._is_described(figure) or self._is_named_by(figure, phrase) or self._is_done_to(figure, phrase)

    def _is_described(self, figure: Figure) -> bool:
        """Whether the text tells who somebody is where it first names him: "Ann Moor, who sells fish", "a baker"."""
        first = self._roster.first(figure)
        ends = (b for a, b in figure.spans if a == first)
        words = next((self._terms.lower[b : b + 2] for b in ends), [])
        told = lexicon.function_words("relative") | lexicon.function_words("indefinite")
        return len(words) == 2 and words[0] == "," and words[1] in told

    def _is_named_by(self, figure: Figure, phrase: Phrase) -> bool:
        """Whether whoever is described speaks of somebody by name, who is another then: "{Ivo Lenz} won the race, the
        coach said"."""
        k = self._text.speaker_at.get(phrase.words[0])
        return k is not None and any(k in self._text.saying_at.get(a, ()) for a, _ in self._names_of(figure))

    def _is_done_to(self, figure: Figure, phrase: Phrase) -> bool:
        """Whether the law or force is applied to somebody, or mercy: "{Ivo Lenz} was jailed. The judge said it was
        just". What he was before that, he may be called: "the former banker"."""
        if any(office.startswith("former ") for office in phrase.offices):
            return False
        if phrase.sector in ("JUD", "COP") and any(one is figure for one, _ in self._discourse.harmed):
            return True
        verbs = (self._passive_of(words) for words in self._names_of(figure))
        return any(verb is not None and self._is_of_law(verb) for verb in verbs)

    def _names_of(self, figure: Figure) -> list[Words]:
        return [words for words in figure.spans if words in self._roster.by_name]

    def _passive_of(self, words: Words) -> int | None:
        """The verb whose passive is done to whom these words mean, if one is."""
        reading = self._reading
        return next((reading.head[i] for i in range(*words) if reading.relation[i] == "nsubj:pass"), None)

    def _is_of_law(self, verb: int) -> bool:
        """Whether a verb tells what the law or force does to people, or mercy: "jailed", "shot", "freed"."""
        known = lexicon.event_word(self._reading.word(verb), "VERB")
        done = known is not None and any(kind in known.types for kind in ("COERCE", "ASSAULT", "CONCEDE"))
        return done or valency.is_one_of("prosecuting", self._reading, verb)


def _may_hold_office(figure: Figure, trace: Trace) -> bool:
    """Whether somebody named has no office so far, and has a part in what is told."""
    return figure.person and not figure.offices and figure.named and (trace.speaker or trace.subject)
