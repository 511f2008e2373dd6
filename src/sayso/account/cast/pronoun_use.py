"""What does the text tell around a pronoun: whose words it stands in, what is done to it, who it cannot be?"""

from __future__ import annotations

from dataclasses import dataclass

from sayso import lexicon
from sayso.account.cast.discourse import Discourse, Figures
from sayso.account.cast.figures import Figure
from sayso.account.cast.nesting import Nesting
from sayso.account.grammar import valency, whom
from sayso.lexicon import Pronoun
from sayso.reader.reading import Reading, Words

RECENT = 4  # references before a pronoun among which the subject of its verb is
UNDERGOING = ("obj", "iobj", "obl", "nmod")  # relations of a pronoun for whom something is done to


@dataclass(frozen=True, slots=True)
class PronounUse:
    """A pronoun where it stands. The statement around it is the narrowest in whose content it stands."""

    words: Words
    pronoun: Pronoun
    mention: int | None  # its number, if it is a speaker mention
    quoted: bool
    speaks: bool  # it is who says something
    resumes: bool  # and goes on with it: "he continued"
    kin: bool  # it tells whose mother or lawyer says something
    undergoes: bool  # something is done to it
    attacks: bool  # it uses force in the first words of somebody: "they beat him"
    holds: bool  # it does what those with arms do: "they arrested him"
    throws: bool  # it does what crowds do to the police: "they threw stones"
    charged: bool  # it is before the court: "they face charges"
    antecedent: int  # the word that the language model takes for that; -1 if it sees none
    around: Figures  # who makes the statement around it
    around_words: Words | None  # and the words that name them
    behind: Figure | None  # who is named there
    goes_on: bool  # whoever makes that statement has just spoken, or is told only behind it
    accused: bool  # whoever makes that statement accuses it
    passing_on: list[Figures]  # who only passes that statement on
    selves: list[Figure]  # in whose very words it stands
    tellers: list[Figure]  # who says what begins with it
    others: list[Figures]  # who does to it what its verb tells, and so is somebody else

    @property
    def at(self) -> int:
        """Where the pronoun stands."""
        return self.words[0]

    @property
    def plural(self) -> bool:
        """Whether the pronoun means several."""
        return self.pronoun.number == "p"


def use_of(discourse: Discourse, nesting: Nesting, words: Words, pronoun: Pronoun, mention: int | None) -> PronounUse:
    """What the text tells around a pronoun, which may be a speaker mention."""
    reading, at = discourse.reading, words[0]
    quoted, speaks = discourse.terms.quoted[at], discourse.text.speaks(mention)
    holder = nesting.around(at) if mention is None else nesting.holder(mention)
    around = nesting.speakers(holder)
    goes_on = bool(around) or nesting.goes_on(holder)
    one = reading.mentions.get(at)
    return PronounUse(
        words,
        pronoun,
        mention,
        quoted,
        speaks,
        resumes=_resumes(discourse, mention),
        kin=_is_whose_kin(discourse, at),
        # Who has spoken is spoken of next as who says more, and not as whom something is done to.
        undergoes=not speaks and not quoted and reading.relation[at] in UNDERGOING,
        attacks=quoted and not goes_on and _uses_force(reading, at),
        holds=not quoted and _holds_somebody(reading, at),
        throws=not quoted and _throws(reading, at),
        charged=_is_charged(reading, at),
        antecedent=one.antecedent if one and one.antecedent is not None else -1,
        around=around,
        around_words=nesting.words(holder),
        behind=nesting.named(holder),
        goes_on=goes_on,
        accused=reading.relation[at] == "nsubj" and nesting.is_accusation(holder),
        passing_on=nesting.passed_on_by(holder),
        selves=nesting.own_words_of(at),
        tellers=nesting.tellers(at),
        others=[trace.figures for trace in discourse.trail[-RECENT:] if _acts_on(discourse, trace.words, at)],
    )


def _is_whose_kin(discourse: Discourse, pronoun: int) -> bool:
    """Whether a pronoun tells whose mother, lawyer or the like says something: "{her} father told reporters"."""
    reading, noun = discourse.reading, discourse.reading.head[pronoun]
    word = discourse.terms.lower[noun]
    kin = lexicon.is_kin(word) or word in lexicon.function_words("counsel")
    return reading.relation[pronoun] == "nmod:poss" and kin and pronoun in discourse.text.speaker_at


def _uses_force(reading: Reading, pronoun: int) -> bool:
    """Whether a pronoun is the subject of a verb of force, be it one that shares it: "{they} began to beat him"."""
    verb = reading.head[pronoun]
    verbs = (verb, *valency.parts(reading, verb, "xcomp"))
    forceful = any(valency.tells_of(reading, i, kind) for i in verbs for kind in ("ASSAULT", "COERCE"))
    return reading.relation[pronoun] == "nsubj" and forceful


def _holds_somebody(reading: Reading, pronoun: int) -> bool:
    """Whether a pronoun is the subject of a verb by which those with arms take somebody: "{they} arrested nine
    students"."""
    verb = reading.head[pronoun]
    held = any(whom.is_somebody(reading, i) for i in valency.parts(reading, verb, "obj"))
    return reading.relation[pronoun] == "nsubj" and held and valency.is_one_of("arresting", reading, verb)


def _throws(reading: Reading, pronoun: int) -> bool:
    """Whether a pronoun is the subject of a verb by which stones and the like are thrown."""
    verb = reading.head[pronoun]
    stones = any(valency.is_one_of("thrown", reading, i) for i in valency.parts(reading, verb, "obj"))
    return reading.relation[pronoun] == "nsubj" and stones and valency.is_one_of("hurling", reading, verb)


def _is_charged(reading: Reading, pronoun: int) -> bool:
    """Whether a pronoun means those whom police and courts take or try: "{they} were arrested", "{they} face
    charges", "{he} has appealed"."""
    verb, relation = reading.head[pronoun], reading.relation[pronoun]
    if not relation.startswith("nsubj"):
        return False
    if valency.is_one_of("appealing", reading, verb):
        return not valency.has(reading, verb, "obj", "xcomp") and valency.governed(reading, verb, "for", "to") is None
    if valency.is_one_of("facing", reading, verb):
        return any(valency.is_one_of("faced", reading, i) for i in valency.parts(reading, verb, "obj"))
    taken = any(valency.is_one_of(use, reading, verb) for use in ("suspected", "prosecuting", "identified"))
    return taken and relation == "nsubj:pass"


def _resumes(discourse: Discourse, mention: int | None) -> bool:
    cue = None if mention is None else discourse.text.speakers[mention].cue
    return cue is not None and any(valency.is_one_of("resuming", discourse.reading, i) for i in range(*cue))


def _acts_on(discourse: Discourse, words: Words, pronoun: int) -> bool:
    """Whether words are the subject of the very verb that a pronoun is the object of, its own or the one it shares,
    which is somebody else then: "{Karra} backed him", "{Karra} tried to oust him", "{the bank} fired two clerks,
    accusing them of theft" (principle B, Chomsky 1981)."""
    reading = discourse.reading
    reflexive = discourse.terms.lower[pronoun].endswith(("self", "selves"))
    if reading.relation[pronoun] in ("obj", "iobj") and not reflexive and _does(reading, words, reading.head[pronoun]):
        return True
    # "Asked by {a reporter}, he said": the one who was asked.
    asked = [reading.head[i] for i in range(*words) if reading.relation[i] == "obl:agent"]
    told = any(reading.head[verb] == reading.head[pronoun] for verb in asked)
    return told and reading.relation[pronoun] == "nsubj"


def _does(reading: Reading, words: Words, verb: int) -> bool:
    """Whether words are the subject of a verb, its own or the one it shares."""
    host = valency.host(reading, verb)
    doer = valency.subject(reading, valency.controlling(reading, verb) if host is None else host)
    own = (i for i in range(*words) if reading.head[i] == verb and reading.relation[i] == "nsubj")
    return doer in range(*words) or next(own, None) is not None
