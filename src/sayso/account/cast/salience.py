"""How prominent is an earlier reference where a pronoun stands? In points, found by trial on annotated reports."""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.discourse import Discourse, Figures, Trace
from sayso.account.cast.figures import Figure
from sayso.account.cast.nesting import Nesting
from sayso.account.cast.pronoun_use import PronounUse
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import sentence
from sayso.reader.reading import Words

BASE = 10.0
DISTANCE = 2.0  # lost with each sentence between
ORDER = 0.05  # lost with each reference between
SPEAKER = 3.0  # it spoke
RESUMED = 5.0  # it spoke last, and whoever is meant speaks on: "he continued"
SUBJECT = 2.0
HERE = 2.0  # it stands in the pronoun's own sentence
BESIDE = 2.0  # and is subject there
ABOVE = 4.0  # of the very clause that the pronoun's says more of: "{gunmen} shot a nun before they fled"
NAMED = 1.0  # a person with a name
ONE = 2.0  # lost where it is one, for "they"
OUTSIDE = 5.0  # lost where it stands in a quotation, the pronoun outside
MAKING = 2.0  # it makes the statement in which the pronoun stands
MAKING_QUOTED = 4.0  # lost where it does so in quotation marks, within which it would be "I"
OPENING = 2.0  # it says what begins with the pronoun: "the union says it will"
FARTHER = 4.0  # lost where it only passes on the words in which the pronoun stands
MODIFIER = 1.5  # lost where it stands within another's phrase: "the president's spokesman"
KIN = 3.0  # lost by who spoke before, where a mother or lawyer speaks: hers whose story it is
SPOKEN_FOR = 3.0  # whoever speaks does so for it
TALKED_OF = 4.0  # whoever speaks has just spoken of it
OWN_CONTENT = 8.0  # lost where it stands in what whoever the pronoun means says himself
EMBEDDED = 1.5  # lost where it spoke in another's words alone
HURT = 4.0  # lost by an office where whoever the pronoun means was hurt
SUFFERED = 5.0  # something was done to it in this sentence, as to whoever the pronoun means
ARMED = 6.0  # it has arms, and whoever the pronoun means used force; lost by the police where stones are thrown
OPENS = 2.0  # it is somebody named who is the subject with which the paragraph opens in which somebody speaks
ANTECEDENT = 1.0  # the language model takes it for the antecedent


class Salience:
    """Weighs the references of a discourse against each other."""

    def __init__(self, discourse: Discourse, nesting: Nesting) -> None:
        self._discourse, self._nesting = discourse, nesting
        self._text, self._reading, self._terms = discourse.text, discourse.reading, discourse.terms

    def points(self, trace: Trace, use: PronounUse, distance: int, rank: int) -> float:
        """What speaks for a reference as that of a pronoun, so many sentences and references after it."""
        score = BASE - DISTANCE * distance - ORDER * rank
        score += NAMED * (trace.figures[0].named and trace.figures[0].person)
        score += self._of_its_part(trace, use, distance)
        if use.plural and len(trace.figures) == 1 and not _is_many(trace.figures[0]):
            score -= ONE
        score += self._of_whose_words(trace, use, distance)
        suffering = self._text.suffering
        tried = use.charged and distance <= 1 and "law" in suffering.get(trace.words, ())
        if tried or (distance == 0 and {use.words, trace.words} <= suffering.keys()):
            score += SUFFERED
        if "force" in suffering.get(use.words, ()) and _is_office(trace.figures[0]):
            score -= HURT
        if (use.attacks or use.holds) and _is_armed(trace.figures[0]):
            score += ARMED
        sector = trace.figures[0].sector
        if (use.throws and sector in ("MIL", "COP")) or (use.charged and sector in ("COP", "JUD")):
            score -= ARMED
        if use.speaks and distance == 1 and self._opens_paragraph(trace, use):
            score += OPENS
        if trace.words[0] <= use.antecedent < trace.words[1]:
            score += ANTECEDENT
        if distance == 0 and self._is_above(trace.words, use.at):
            score += ABOVE
        return score

    def _opens_paragraph(self, trace: Trace, use: PronounUse) -> bool:
        """Whether a reference is a name with which the paragraph of a pronoun opens as its subject: "{Senator Ana Diaz}
        went further. “It is theft,” she said"."""
        reading, start = self._reading, trace.words[0]
        same = reading.paragraph[start] == reading.paragraph[use.at]
        low, _ = sentence(reading, start)
        opens = low == 0 or reading.paragraph[low - 1] != reading.paragraph[start]
        named = trace.figures[0].named and trace.figures[0].person
        return same and opens and named and trace.subject and not trace.speaker

    def _of_its_part(self, trace: Trace, use: PronounUse, distance: int) -> float:
        """For the part that a reference has in its sentence."""
        if use.kin and trace.speaker and distance:
            return -KIN  # "a surgeon said the girl was hurt. {Her} mother said"
        speaks = trace.speaker and not self._is_told_aside(trace.words)
        circumstance = distance > 0 and not speaks and trace.subject and self._is_told_besides(trace.words)
        score = SPEAKER * (speaks and not use.undergoes) - MODIFIER * trace.modifier
        score += SUBJECT * (trace.subject and not circumstance)
        return score + (HERE + BESIDE * trace.subject if distance == 0 else 0.0)

    def _of_whose_words(self, trace: Trace, use: PronounUse, distance: int) -> float:
        """For the words in which a reference and the pronoun stand."""
        score = 0.0
        if trace.quoted and not use.quoted:
            score -= OUTSIDE
        if trace.figures[0] in use.around:
            score += -MAKING_QUOTED if use.quoted else MAKING
        if trace.figures[0] in use.tellers:
            score += OPENING
        if trace.figures in use.passing_on and not use.quoted:
            score -= FARTHER
        if _is_spoken_for(trace, use):
            score += SPOKEN_FOR
        if distance and self.is_talked_of(trace, use):
            score += TALKED_OF / distance
        if use.mention is not None and use.mention in self._text.saying_at.get(trace.words[0], ()):
            score -= OWN_CONTENT
        if trace.speaker and distance and not use.quoted and self._nesting.is_over(trace.words[0], use.at):
            score -= EMBEDDED
        return score

    def may_be_they(self, trace: Trace, use: PronounUse, distance: int) -> bool:
        """Whether a reference may be "they" in a quotation: those of whom the speaker has just spoken, or who have
        arms, power or employees. A mourner's "they killed him" means neither the mourners nor whom the report cites."""
        near = distance < 3 and (_has_force(trace.figures) or (trace.figures[0].named and not trace.speaker))
        return near or trace.quoted or self.is_talked_of(trace, use)

    def is_talked_of(self, trace: Trace, use: PronounUse) -> bool:
        """Whether a reference stands in what those say who speak on in the pronoun's quotation."""
        return use.quoted and use.goes_on and self._nesting.is_said_by(trace.words[0], use.around)

    def _is_above(self, words: Words, pronoun: int) -> bool:
        """Whether words are the subject of a clause to which that of a pronoun, its subject, only says more."""
        reading, verb = self._reading, self._reading.head[pronoun]
        if (reading.relation[pronoun], reading.relation[verb]) != ("nsubj", "advcl"):
            return False
        return any(reading.relation[i] == "nsubj" and reading.head[i] == reading.head[verb] for i in range(*words))

    def _is_told_aside(self, words: Words) -> bool:
        """Whether a speaker is told of in a clause that only says more of a thing: "the port, where {guards} said"."""
        reading, lower = self._reading, self._terms.lower
        verb = next((reading.head[i] for i in range(*words) if reading.relation[i] == "nsubj"), words[0])
        if any(lower[i] == "as" for i in valency.parts(reading, verb, "mark")):
            return True  # "as {a clerk} had suggested"
        before = (i for i in (words[0] - 1, words[0] - 2) if i >= 0 and reading.head[i] == verb)
        relative = lexicon.function_words("relative")
        return any(lower[i] in relative and reading.pos[i] != "SCONJ" for i in before)

    def _is_told_besides(self, words: Words) -> bool:
        """Whether words are the subject of a clause that tells when or how something else was, which the next sentence
        seldom goes on from (Grosz, Joshi and Weinstein 1995): "the mayor resigned after {a clerk} had testified"."""
        reading = self._reading
        verb = next((reading.head[i] for i in range(*words) if reading.relation[i] == "nsubj"), None)
        marks = () if verb is None else valency.parts(reading, verb, "mark")
        told = {self._terms.lower[i] for i in marks} & lexicon.function_words("besides-clause")
        return bool(told - lexicon.time_cues("ahead"))  # what came later the story goes on with


def _is_office(figure: Figure) -> bool:
    """Whether it is an office, and nobody who can be hurt: "the ministry", "the court"."""
    return figure.kind == "government" and not figure.families & {"police", "military"}


def _is_many(figure: Figure) -> bool:
    """Whether "they" is the natural pronoun for it."""
    return figure.plural or figure.kind == "group" or bool(figure.families & {"police", "military", "authorities"})


def _has_force(figures: Figures) -> bool:
    """Whether those meant have arms, power or employees."""
    return any(f.state or f.sector in ("GOV", "MIL", "COP", "REB", "SPY", "PTY", "OPP", "BUS") for f in figures)


def _is_armed(figure: Figure) -> bool:
    return figure.sector in ("MIL", "COP", "REB", "SPY")


def _is_spoken_for(trace: Trace, use: PronounUse) -> bool:
    """Whether a reference is that to the body for which somebody says what the pronoun stands in: "a spokesman for {the
    union} said it would strike"."""
    around, body = use.around_words, trace.figures[0]
    within = around is not None and around[0] < trace.words[0] and trace.words[1] <= around[1]
    return within and not body.person and body.named and not body.location
