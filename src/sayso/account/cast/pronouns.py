"""Whom does a pronoun mean?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sayso import lexicon
from sayso.account.cast import pairs, relatives
from sayso.account.cast.discourse import Discourse, Figures, Refer, Trace
from sayso.account.cast.figures import conflict
from sayso.account.cast.nesting import Nesting
from sayso.account.cast.pronoun_use import PronounUse, use_of
from sayso.account.cast.salience import RESUMED, Salience
from sayso.account.grammar import valency
from sayso.lexicon import Pronoun
from sayso.reader.reading import Mention, Words

BACK = 60  # references before a pronoun, at most
FAR = 6  # sentences before it, at most
CLEAR = 3  # points ahead of all others by which it is plain whom a pronoun means


class Pronouns:
    """The pronouns of a discourse. Whom other words mean that stand for one, `refer` tells."""

    def __init__(self, discourse: Discourse, nesting: Nesting, refer: Refer) -> None:
        self._discourse, self._nesting, self._refer = discourse, nesting, refer
        self._text, self._reading, self._terms = discourse.text, discourse.reading, discourse.terms
        self._salience = Salience(discourse, nesting)

    def meant(self, words: Words, pronoun: Pronoun, mention: int | None) -> Figures:
        """Whom a pronoun of the third person, or a relative one, means; nobody where the text does not tell."""
        at = words[0]
        if pronoun.person == "who":
            return relatives.antecedent(self._discourse, at, self._refer)
        if pronoun.person != "3":
            return ()
        if self._terms.lower[at] == "both":
            return pairs.both(self._discourse, at)
        return self._ahead(at, pronoun) or self._likeliest(
            use_of(self._discourse, self._nesting, words, pronoun, mention)
        )

    def _likeliest(self, use: PronounUse) -> Figures:
        candidates = list(self._candidates(use))
        spoke = (trace for trace, _, _ in candidates if trace.speaker and not trace.quoted)
        spoke_last = next(spoke, None) if use.resumes else None
        best: Figures = ()
        best_score = runner_up = 0.0
        for trace, distance, rank in candidates:
            if use.quoted and use.plural and not self._salience.may_be_they(trace, use, distance):
                continue
            score = self._salience.points(trace, use, distance, rank) + RESUMED * (trace is spoke_last)
            if trace.figures == best:
                best_score = max(score, best_score)
            elif score > best_score:
                best, best_score, runner_up = trace.figures, score, best_score
            else:
                runner_up = max(score, runner_up)
        clear = best_score > runner_up + CLEAR
        if clear and len(best) == 1 and best[0].person and use.pronoun.gender in ("m", "f"):
            best[0].gender = best[0].gender or use.pronoun.gender
        return best

    def _candidates(self, use: PronounUse) -> Iterator[tuple[Trace, int, int]]:
        """The references gone by that a pronoun may mean, the last first, each with how many sentences and how many
        references lie between."""
        for rank, trace in enumerate(reversed(self._discourse.trail[-BACK:])):
            distance = self._text.told_apart(trace.words[0], use.at)
            if distance <= FAR and _agrees(trace, use.pronoun) and not self._is_ruled_out(trace, use):
                yield trace, distance, rank

    def _is_ruled_out(self, trace: Trace, use: PronounUse) -> bool:
        """Whether whoever a reference means is somebody else."""
        first = trace.figures[0]
        if trace.figures in use.others or first in use.selves or (use.accused and first in use.around):
            return True
        if use.quoted and first is use.behind:
            return True  # "“He asked me,” {Ivo Lenz} said": not Lenz
        if self._is_of_another_speaker(trace.words[0], use):
            return True
        if self._terms.lower[trace.words[0]] == "no":
            return True  # "there were no rebels here; they shot": not those who were not there
        if use.charged and self._investigates(trace.words):
            return True
        if use.speaks and self._is_brought_in_by(trace.words, use.mention):
            return True
        parted = use.speaks and self._text.is_parted(trace.words[1], use.at)
        return parted or self._is_told_apart_by(trace.words, use.at)

    def _is_brought_in_by(self, words: Words, mention: int | None) -> bool:
        """Whether words are for somebody of whom a speaker tells who has not been told of yet, and hardly are for that
        speaker: "{a welder} had admitted it, she said"."""
        content = () if mention is None else self._text.speakers[mention].content
        inside = any(a <= words[0] < b for a, b in content)
        return inside and valency.is_word("indefinite-article", self._reading, words[0])

    def _investigates(self, words: Words) -> bool:
        """Whether words mean those who search and arrest, and hardly are who was charged: "{officers} raided a farm.
        They were charged"."""
        verbs = (self._reading.head[i] for i in range(*words) if self._reading.relation[i] == "nsubj")
        return any(valency.is_one_of("policing", self._reading, verb) for verb in verbs)

    def _is_of_another_speaker(self, at: int, use: PronounUse) -> bool:
        """Whether a reference that a speaker tells to be his own is none for what another says: "{our} men fled"."""
        first = lexicon.pronoun(self._terms.text[at])
        own = first is not None and first.person == "1" and at in self._text.saying_at
        goes_on = use.goes_on and self._nesting.is_said_by(at, use.around)
        return own and not goes_on and not self._nesting.is_shared(at, use.at)

    def _is_told_apart_by(self, words: Words, pronoun: int) -> bool:
        """Whether a pronoun is the subject of the clause that tells who the one is whom words mean, and so is somebody
        else: "{the clerk} she accused"."""
        verb = self._reading.head[pronoun]
        noun = self._reading.head[verb]
        relative = self._reading.relation[verb] == "acl:relcl" and self._reading.relation[pronoun] == "nsubj"
        return relative and words[0] <= noun < words[1] and words[0] < pronoun

    # --- named only behind it ---

    def _ahead(self, at: int, pronoun: Pronoun) -> Figures:
        """Whom a pronoun at the head of a sentence means who is its subject and named only behind it: "in {her}
        petition, {the nurse} says"."""
        one = self._meaning.get(at)
        if one is None or not self._is_fronted(at, one):
            return ()
        figures = self._refer(one.words, self._text.speaker_at.get(one.words[0]))
        agrees = len(figures) == 1 and figures[0].person and not conflict(figures[0].gender, pronoun.gender)
        return figures if agrees and pronoun.number == "s" else ()

    def _is_fronted(self, at: int, one: Mention) -> bool:
        """Whether a pronoun says whose something is at the head of a sentence whose subject a mention is."""
        reading = self._reading
        if not reading.relation[one.head].startswith("nsubj") or reading.pos[one.head] == "PRON":
            return False
        opens = at == 0 or reading.sentence[at - 1] != reading.sentence[at]
        fronted = opens or reading.relation[at - 1] in ("case", "mark")
        return fronted and reading.relation[at] == "nmod:poss" and self._terms.lower[one.words[0] - 1] == ","

    @cached_property
    def _meaning(self) -> dict[int, Mention]:
        """By word the first mention behind it in its sentence of which the language model takes it for the
        antecedent."""
        found: dict[int, Mention] = {}
        for one in self._reading.mentions.values():
            at = one.antecedent
            if at is not None and at < one.head and self._reading.sentence[at] == self._reading.sentence[one.head]:
                found.setdefault(at, one)
        return found


def _agrees(trace: Trace, pronoun: Pronoun) -> bool:
    """Whether number and gender of a reference are those of a pronoun."""
    figure = trace.figures[0]
    if pronoun.number == "p":
        letter = figure.kind == "document" and not figure.paper_plural
        only_place = figure.location and not (trace.speaker or trace.subject or figure.state)
        return len(trace.figures) > 1 or figure.plural or not (figure.person or letter or only_place)
    if len(trace.figures) != 1:
        return False
    if pronoun.gender != "n":
        return figure.person and not conflict(figure.gender, pronoun.gender)
    may_act = not figure.location or trace.speaker
    side = figure.code is not None and figure.label.rpartition(" ")[2] in lexicon.function_words("side")
    body = not figure.person and figure.kind != "anonymous"
    return (body or side) and not figure.plural and may_act
