"""What happened, or is said to have: which places of a text tell of an event, and of what type?

The model scores every word as the trigger of an event and of each type; lexicon/events.tsv knows what single words
tell of type and mode."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import holds
from sayso.account.grammar.modality import declined, threatened_unless
from sayso.account.grammar.text import Text
from sayso.account.happened import senses
from sayso.account.happened.act_types import DIRECTED
from sayso.account.said.force_types import OPPOSING
from sayso.account.said.saying import Saying
from sayso.account.said.unsaid import is_the_accused
from sayso.model import EventType, Force
from sayso.reader import labels
from sayso.reader.reading import Happening, Reading, Words

LIKELY = 0.32  # how likely a word must be to tell of an event, and of its type
UNKNOWN = 0.55  # and where the lexicon does not know it: of those less likely hardly a fifth proved right
LEAST = 0.15  # and of a report that has no other, its surest
REPORT = 60  # words that a text of one or two sentences does not have
REPEATED = 0.5  # share of that lost by what surely repeats an earlier telling: it seldom is an event of its own
NO_DOUBT = 100  # how much likelier a type must be to the model than those the lexicon lists for a word
KNOWN = 0.5  # what the lexicon's word for it weighs in that
SHOWN = 0.8  # and its words together, which leave less doubt
BESIDE = 2  # words before a noun that may be the rest of its name: "joint naval exercise"
NEAR = 10  # words from a verb to what it tells of an act with
OBJECTS, PARTICLES = ("obj", "nsubj:pass", "obl"), ("compound:prt", "advmod", "case")
LONG = 4  # words of a trigger, at most
MENACING = ("RETREAT", "REJECT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")  # what one can threaten with
YIELDING = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")  # what others want one to do


@dataclass(slots=True)
class Telling:
    """One place of the text that tells of an event."""

    trigger: int  # its word
    type: EventType
    likely: float  # that it tells of an event, of this type
    words: Words  # the trigger with what belongs to it
    scores: dict[str, float]  # of each type, as decided
    happening: Happening
    known: lexicon.EventWord | None = None  # what the lexicon knows of the trigger
    shown: tuple[int, ...] = ()  # words that show it with the trigger: the "ambassador" that is recalled
    by_saying: bool = False  # it is the act somebody does by what he says: "{said} that they must leave"
    declared: bool = False  # it is a threat of what will be done, or a refusal of it: made, whatever becomes of it
    each_other: bool = False  # those who do it have it done to them, too: "blamed each other"
    parts: dict[str, list[Words]] = field(default_factory=dict)  # whose words fill which role

    def fills(self, role: str, words: Words) -> float:
        """How likely the model takes words for those that fill a role."""
        return sum(likely for i, likely in self.happening.roles[role] if words[0] <= i < words[1])

    def settle(self, role: str, words: list[Words]) -> None:
        """Fill one side, "actor" or "recipient", with words, which then are not on the other."""
        other = "recipient" if role == "actor" else "actor"
        self.parts[role] = words
        self.leave_out(other, lambda those: those in words)

    def stay(self, reading: Reading, role: str) -> None:
        """Fill a role with words of its own sentence alone."""
        here = reading.sentence[self.trigger]
        self.leave_out(role, lambda words: reading.sentence[words[0]] != here)

    def leave_out_at(self, role: str, word: int) -> None:
        """Take from a role the words of which one is this."""
        self.leave_out(role, lambda words: holds(words, word))

    def leave_out(self, role: str, are: Callable[[Words], bool]) -> None:
        """Take from a role the words of which something holds."""
        self.parts[role] = [words for words in self.parts[role] if not are(words)]


def tellings(text: Text, said: Sequence[Saying]) -> list[Telling]:
    """The places that tell of events, in the order of the text; none in captions, bylines and the like. said: what is
    said in it."""
    reading = text.reading
    candidates = _candidates(text, said)
    _set_by_sayings(text, candidates, said)
    told = [one for one in candidates if _is_sure(reading, one)]
    # A whole report that tells of nothing is rarer than one that tells of what the lexicon has no word for.
    unsure = [telling for telling in candidates if telling.likely >= LEAST and len(reading) >= REPORT]
    return _each_act_once(reading, told or sorted(unsure, key=lambda one: -one.likely)[:1])


def _candidates(text: Text, said: Sequence[Saying]) -> list[Telling]:
    """The words that may tell of events."""
    reading, about = text.reading, senses.matter(text.reading)
    answers = {i: one.force for one in said if one.cue and one.force in OPPOSING for i in range(*one.cue)}
    questions = _cues(one for one in said if one.cue and _is_question(text, one))
    return [
        telling
        for happening in reading.happenings
        if (telling := _telling(reading, happening, about)) and text.is_prose(reading.span(telling.words))
        and not _only_answers(reading, telling, answers.get(telling.trigger))
        and not (telling.type == "REQUEST" and telling.trigger in questions)
    ]  # fmt: skip


def _set_by_sayings(text: Text, told: Iterable[Telling], said: Sequence[Saying]) -> None:
    """Set what the force of a saying tells of the word that is its cue: whether its act is done by saying so, and which
    of two that it is."""
    done = {i: DIRECTED.get(one.force) for one in said if one.cue and _at_somebody(text, one) for i in range(*one.cue)}
    promised, praised = (_cues(one for one in said if one.force == force) for force in ("promise", "praise"))
    for one in told:
        one.by_saying = done.get(one.trigger) == one.type
        if one.type == "ACCUSE" and one.trigger in praised and valency.is_one_of("naming", text.reading, one.trigger):
            one.type = "SUPPORT"  # "called the medics heroes"
        if one.type == "THREATEN" and one.trigger in promised and not _tells_of_menace(text.reading, one):
            one.type = "AGREE"  # "vowed to keep the mine open"


def _cues(said: Iterable[Saying]) -> set[int]:
    """The words of the cues of sayings."""
    return {i for one in said if one.cue for i in range(*one.cue)}


def _each_act_once(reading: Reading, told: Iterable[Telling]) -> list[Telling]:
    """Tellings without the words that only belong to another's act, or tell of it again."""
    found = {telling.trigger: telling for telling in told}
    void = {word for happening in reading.happenings for word in _void(reading, happening.trigger)}
    for word in void.union(*(telling.shown for telling in found.values())):
        found.pop(word, None)  # "lifted the sanctions" is one act
    for noun in list(found):
        verb = reading.head[noun]
        if verb in found and verb != noun and _tells_by_noun(reading, verb, noun):
            found[noun].likely = max(found[noun].likely, found.pop(verb).likely)
        elif verb in found and found[verb].type == "AGREE" and _is_backing_given(reading, found[noun]):
            found.pop(noun)  # "offered the crew its {support}"
    return list(found.values())


def _only_answers(reading: Reading, telling: Telling, force: Force | None) -> bool:
    """Whether a word only says that something is not so: who "dismissed the charge" sacked nobody, and who "denied any
    presence" refused nothing, unlike who "denied him a visa". force: that of the saying whose word it is, if it is one
    that contests."""
    if telling.type == "COERCE":
        return force is not None
    if telling.type != "REJECT" or force != "deny":
        return False
    near = range(telling.trigger, min(telling.trigger + NEAR, len(reading)))
    what = next((i for i in near if reading.head[i] == telling.trigger and reading.relation[i] == "obj"), None)
    if what is None:
        return False
    matters = lexicon.denial_words("general") | lexicon.denial_words("claim")
    whole = {reading.word(i).lower() for i in near if reading.head[i] == what} & {"any", "all"}
    told = reading.pos[what] == "PRON" or not matters.isdisjoint(lexicon.lemmas(reading.word(what).lower()))
    return bool(whole) or told


def _is_question(text: Text, saying: Saying) -> bool:
    """Whether what is said is a question, which asks for an answer and nothing else: "‘Who will pay?’ asked"."""
    return any(text.reading.text[start : end + 1].endswith(("?", "?”", '?"', "?’")) for start, end in saying.content)


def _at_somebody(text: Text, saying: Saying) -> bool:
    """Whether what is said begins with somebody's name: "that {Chad} must leave"."""
    a, b = text.words(saying.content[0]) if saying.content else (0, 0)
    return any(text.reading.pos[i] == "PROPN" for i in range(a, min(b, a + NEAR)))


def _tells_by_noun(reading: Reading, verb: int, noun: int) -> bool:
    """Whether a verb tells of nothing but what its noun tells: "launched an operation"."""
    borne = reading.pos[noun] == "NOUN" and reading.relation[noun] in ("obj", "nsubj:pass", "obl")
    return borne and is_light(reading, verb)


def _is_backing_given(reading: Reading, telling: Telling) -> bool:
    """Whether a noun tells of backing that is what a verb gives: "offered its {support}"."""
    noun = telling.trigger
    return telling.type == "SUPPORT" and reading.pos[noun] == "NOUN" and reading.relation[noun] == "obj"


def is_light(reading: Reading, word: int) -> bool:
    """Whether a verb tells of an act by its noun alone: "launched", "held"."""
    return valency.is_one_of("light", reading, word)


def _telling(reading: Reading, happening: Happening, about: senses.Matter) -> Telling | None:
    if not any(c.isalpha() for c in reading.word(happening.trigger)):
        return None
    words = _whole(reading, happening.trigger)
    known, shown = _known(reading, happening.trigger, words)
    if (known and not known.types) or is_the_accused(reading, happening.trigger):
        return None
    scores = dict(zip(labels.EVENTS[1:], happening.types[1:], strict=True))
    if known and not _is_in_another_sense(scores, known):
        there, weight = 1 - happening.types[0], SHOWN if shown else KNOWN
        for type_ in scores:
            share = there / len(known.types) if type_ in known.types else 0.0
            scores[type_] = (1 - weight) * scores[type_] + weight * share
    senses.set_sense(reading, happening.trigger, scores, about, known)
    best = max(scores, key=lambda type_: scores[type_])
    likely = scores[best] * (1 - REPEATED * happening.again)
    declared: EventType | None = None
    if best in MENACING and threatened_unless(reading, happening.trigger):
        declared = "THREATEN"
    elif best in YIELDING and declined(reading, happening.trigger):
        declared = "REJECT"
    type_ = declared or cast(EventType, best)
    return Telling(
        happening.trigger, type_, likely, words, scores, happening, known, shown, declared=declared is not None
    )


def _is_in_another_sense(scores: Mapping[str, float], known: lexicon.EventWord) -> bool:
    """Whether the model has no doubt that a word tells of a type that the lexicon does not list for it: who
    "{dismissed} an offer" sacked nobody."""
    listed = max(scores[type_] for type_ in known.types)
    return max(scores.values()) > NO_DOUBT * listed


def _known(reading: Reading, trigger: int, words: Words) -> tuple[lexicon.EventWord | None, tuple[int, ...]]:
    """What the lexicon knows of a trigger, and the other words that show it: of a verb by what stands with it, before
    by itself; of a noun by its whole, "air strikes", before by its last word."""
    pos = reading.pos[trigger]
    if pos == "VERB":
        beside = _beside(reading, trigger)
        if found := lexicon.collocation(reading.word(trigger), [reading.word(i) for i in beside]):
            return found[0], tuple(beside[k] for k in found[1])
    begins = range(min(words[0], max(0, trigger - BESIDE)), trigger + 1)
    wholes = (lexicon.event_word(reading.string((begin, words[1])), pos) for begin in begins)
    whole = next((known for known in wholes if known is not None), None)
    return whole or lexicon.event_word(reading.word(trigger), pos), ()


def _void(reading: Reading, trigger: int) -> tuple[int, ...]:
    """The words that tell of no event beside a verb: the "arrest" that somebody resists."""
    if reading.pos[trigger] != "VERB":
        return ()
    known, shown = _known(reading, trigger, _whole(reading, trigger))
    return shown if known and not known.types else ()


def _beside(reading: Reading, verb: int) -> list[int]:
    """The words that a verb tells of an act with: its objects, the noun it is said of, its particle; its preposition
    where it has no object, "called on Monday {for} calm"."""
    near = range(max(0, verb - NEAR), min(verb + NEAR, len(reading)))
    below = [i for i in near if reading.head[i] == verb != i]
    before = {reading.head[i]: i for i in near if reading.relation[i] == "case"}
    setting = {i for i, k in before.items() if valency.is_word("setting", reading, k)}
    found = [i for i in below if reading.relation[i] in OBJECTS and i not in setting]
    # "Put on {trial}", "stopped {selling} oil".
    ends = [i for i in below if reading.relation[i] == "xcomp"]
    found += [i for i in ends if reading.pos[i] == "NOUN" or reading.word(i).lower().endswith("ing")]
    counted = {i for i, k in before.items() if reading.word(k) == "of"}  # "tons of {food}"
    found += [i for i in near if i in counted and reading.head[i] in found]
    after = verb + 1
    if after in near and reading.relation[after] in PARTICLES and verb in reading.upward(after, 3):
        found.append(after)
    if any(reading.relation[i] == "obj" for i in below):  # "turned the offer {down}"
        found += [i for i in below if i > after and valency.is_one_of("phrasal", reading, i) and i not in found]
    if verb and reading.head[verb - 1] == verb and reading.word(verb - 1).endswith("ly"):
        found.append(verb - 1)  # "{sexually} assaulted"
    if reading.relation[verb] == "acl":
        found.append(reading.head[verb])
    if reading.relation[verb] == "conj" and any(reading.word(i).lower() == "it" for i in found):
        found += valency.parts(reading, reading.head[verb], "obj")  # "halved the {sentence} and suspended it"
    if not any(reading.relation[i] == "obj" for i in below):
        timed = {i for time in reading.times for i in range(*time.words)}
        found += [before[i] for i in below if i in before and i not in timed]
    return found


def _tells_of_menace(reading: Reading, telling: Telling) -> bool:
    """Whether what somebody promises does harm: "vowed to {punish} them", "vowed a harsh {response}". A word that tells
    of threats alone needs no other."""
    if telling.known is None or "AGREE" not in telling.known.types:
        return True
    near = range(telling.trigger + 1, min(telling.trigger + NEAR, len(reading)))
    for i in near:
        if reading.sentence[i] != reading.sentence[telling.trigger]:
            break
        known = lexicon.event_word(reading.word(i), reading.pos[i])
        if (known and known.types and known.types[0] in MENACING) or valency.is_one_of("menace", reading, i):
            return True
    return False


def _is_sure(reading: Reading, telling: Telling) -> bool:
    """Whether a place may be taken to tell of an event, whatever else the report has."""
    known = telling.known or telling.by_saying or _tells_by_part(reading, telling.words, telling.type)
    return telling.likely >= (LIKELY if known else UNKNOWN)


def _tells_by_part(reading: Reading, words: Words, type_: str) -> bool:
    """Whether the lexicon knows a word before a trigger that tells of its type: "mediation mission"."""
    parts = (lexicon.event_word(reading.word(i), reading.pos[i]) for i in range(*words))
    return any(known is not None and type_ in known.types for known in parts)


def _whole(reading: Reading, trigger: int) -> Words:
    """A trigger with the words beside it that belong to it: "air strikes", "called on", "shot dead"."""
    begin, end = trigger, trigger + 1
    while begin > 0 and trigger - begin < LONG - 1 and _joins(reading, begin - 1, trigger, ("compound",)):
        begin -= 1
    while end < len(reading) and end - trigger < LONG and _joins(reading, end, trigger, ("compound:prt", "fixed")):
        end += 1
    return begin, end


def _joins(reading: Reading, i: int, trigger: int, relations: tuple[str, ...]) -> bool:
    if reading.sentence[i] != reading.sentence[trigger]:
        return False
    hyphen = reading.word(i) in ("-", "‑") and reading.relation[i] == "punct"
    named = reading.pos[i] in ("PROPN", "NUM")  # nor "the March {15} attack"
    return not named and reading.head[i] == trigger and (reading.relation[i] in relations or hyphen)
