"""On what footing the text puts an event: as fact, on somebody's word, denied, or as not (yet) happened.

The model judges each telling by its words; whose statement it stands in decides between fact and claim."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import cast

from sayso.account.grammar import valency, whom
from sayso.account.grammar.modality import (
    bearer,
    conditional,
    done_before,
    future,
    missed,
    modality,
    negated_verb,
    obliged,
    omitted,
    on_condition,
    perfect,
    polarity,
    refrained,
    threatened,
)
from sayso.account.grammar.stems import stem, stems
from sayso.account.grammar.tenses import is_present, tense
from sayso.account.happened.act_types import PERFORMS
from sayso.account.happened.tellings import Telling
from sayso.account.said.cues import cue_force, cue_is, is_naming
from sayso.account.said.force_types import JUDGING, OPPOSING
from sayso.account.said.saying import Saying
from sayso.lexicon import UTTERED
from sayso.model import Status
from sayso.reader import labels
from sayso.reader.reading import Reading

OWN: tuple[Status, ...] = ("fact", "claimed")  # told as having happened
STEPS = 4  # steps up the tree from an act to the verb that judges it
UNHEARD = 3.0  # times likelier a claim must be than a fact where nobody is told to make it, nor is it in doubt
NEAR = 6  # words from a refusal to what it refuses


class Chains:
    """For each character of a text the sayings in whose content it stands, the outermost first."""

    def __init__(self, found: Sequence[Saying]) -> None:
        self.found = found
        pieces = sorted((piece, number) for number, saying in enumerate(found) for piece in saying.content)
        self._edges = sorted({edge for piece, _ in pieces for edge in piece})
        self._within: list[list[int]] = [[] for _ in self._edges]
        self._size = [sum(b - a for a, b in saying.content) for saying in found]
        for (a, b), number in pieces:
            for k in range(bisect_left(self._edges, a), bisect_left(self._edges, b)):
                self._within[k].append(number)

    def around(self, start: int) -> list[int]:
        """The numbers of the sayings around a character, the widest first."""
        k = bisect_right(self._edges, start) - 1
        return sorted(set(self._within[k]), key=lambda n: (-self._size[n], n)) if k >= 0 else []


def footing(reading: Reading, telling: Telling, chain: Sequence[Saying]) -> Status:
    """The footing of one telling. chain: the sayings in whose content it stands, the outermost first."""
    if telling.declared:  # it is made, whatever becomes of it
        return "claimed" if chain else "fact"
    if _is_laid_to(reading, telling):
        return "claimed"
    if (kept := _kept_from(reading, telling.trigger)) is not None:
        return "claimed" if kept == "fact" and chain else kept
    likely = dict(zip(labels.STATUSES, telling.happening.statuses, strict=True))
    told = likely["fact"] + likely["claimed"]
    if _is_beside_negation(reading, telling.trigger) or _is_beside_denial(reading, telling.trigger):
        likely["denied"] = 0.0
    verb = bearer(reading, telling.trigger)
    by_whom = valency.is_asked_after(reading, telling.trigger)  # "it was not clear who {shot} him": somebody did
    if by_whom or _is_given(reading, telling.trigger):
        likely |= dict.fromkeys(("planned", "possible", "demanded"), 0.0)
    if by_whom:
        likely["denied"] = 0.0
    best = max(likely, key=lambda status: told if status in OWN else likely[status])
    coming, if_ = _is_to_come(reading, telling.trigger), conditional(reading, telling.trigger)
    negated = polarity(reading, verb) or polarity(reading, telling.trigger)
    if best in ("possible", "planned") and coming and not if_:
        return "denied" if negated else "planned"  # "will" leaves no doubt
    asks = telling.type == "REQUEST" and telling.known is None  # "they must come": which asks them to
    if best in (*OWN, "possible") and not (if_ or negated or asks) and obliged(reading, telling.trigger):
        return "demanded"
    if omitted(reading, telling.trigger):
        return ("claimed" if chain else "fact") if negated else "denied"
    if best not in OWN:
        return cast(Status, best)
    left = refrained(reading, telling.trigger) or (telling.type == "CONSULT" and missed(reading, telling.trigger))
    if negated or left or _denied(reading, chain):
        return "denied"
    if coming:
        return "possible" if if_ else "planned"
    left_open = valency.is_verb(reading, telling.trigger) and on_condition(reading, telling.trigger)
    if left_open or threatened(reading, telling.trigger):
        return "possible"
    if chain or (telling.type not in UTTERED and valency.filed(reading, telling.trigger) is not None):
        return "claimed"  # not who "filed a complaint to the court"
    doubted = _is_hearsay(reading, telling.trigger)
    return "claimed" if likely["claimed"] > (1.0 if doubted else UNHEARD) * likely["fact"] else "fact"


def _kept_from(reading: Reading, act: int) -> Status | None:
    """The footing of what somebody keeps others from: "prevented them from {storming} it"; None where nobody does."""
    verb = valency.kept_from(reading, act)
    if verb is None or modality(reading, verb) is not None:
        return None
    if refrained(reading, verb) or polarity(reading, verb):
        return "fact"  # "failed to keep them from {storming} it"
    return "possible" if "to" in valency.forms(reading, verb, "mark") else "denied"  # "asked them to prevent a {raid}"


def _is_hearsay(reading: Reading, act: int) -> bool:
    """Whether it is told to be hearsay or what somebody is tried for: "{allegedly} robbed", "found guilty of
    {robbing}"."""
    told = (i for one in (act, bearer(reading, act)) for i in (one - 1, *valency.parts(reading, one, "advmod")))
    if any(i >= 0 and cue_is("hearsay", reading.word(i)) for i in told):
        return True
    above = reading.upward(act, STEPS)
    return any(valency.is_one_of(use, reading, i) for i in above for use in ("charging", "suspected", "tried-for"))


def _is_beside_negation(reading: Reading, verb: int) -> bool:
    """Whether a verb is only joined to one that is negated and shares nothing of that: "he did not answer, and they
    {shot} him", "said it was not involved and {vowed} to help"."""
    return reading.relation[verb] == "conj" and not polarity(reading, verb) and polarity(reading, reading.head[verb])


def _is_beside_denial(reading: Reading, verb: int) -> bool:
    """Whether a denial is only joined to a verb that nothing negates: "said it had {struck} a depot and denied causing
    harm"."""
    joined = (i for i in valency.parts(reading, verb, "conj") if i > verb and cue_force(reading.word(i)) == "deny")
    return next(joined, None) is not None and not polarity(reading, verb)


def _is_given(reading: Reading, verb: int) -> bool:
    """Whether a clause says of those told of what was done before, whatever is hoped or asked of them: "hopes to meet
    the miners who were {freed}", "must apologize for {jailing} them"."""
    if done_before(reading, verb):
        return True
    past = tense(reading, verb) == "past" or perfect(reading, verb)
    told = reading.relation[verb] == "acl:relcl" and not valency.is_one_of("anybody", reading, reading.head[verb])
    return told and past and modality(reading, verb) is None


def _is_to_come(reading: Reading, word: int) -> bool:
    """Whether something is still to come, as its verb says, or its clause: "two days before they {meet}"."""
    marks = {reading.word(i).lower() for i in valency.parts(reading, word, "mark")}
    finite = is_present(reading.word(word).lower()) and reading.pos[word] == "VERB"
    ahead = "before" in marks and finite and not valency.has(reading, word, "aux", "aux:pass")
    return ahead or future(reading, word)


def is_performed(reading: Reading, telling: Telling, saying: Saying) -> bool:
    """Whether an act of whoever says something is done by saying it: "she said that Norway {condemns} the raid", but
    not "he said that he had {condemned} it"."""
    likely = dict(zip(labels.STATUSES, telling.happening.statuses, strict=True))
    if telling.declared:
        return True
    if saying.force is None or PERFORMS.get(saying.force) != telling.type or likely["claimed"] > likely["fact"]:
        return False
    return not perfect(reading, bearer(reading, telling.trigger))


def _is_laid_to(reading: Reading, telling: Telling) -> bool:
    """Whether whoever did it is only held or charged for it, which is not to have done it: "arrested {two men} for the
    {killing}", "a {raid} blamed on the miners"."""
    act, doers = telling.trigger, telling.parts.get("actor", [])
    if telling.type != "ASSAULT" or not doers:
        return False
    as_said = reading.string((act, min(act + 3, len(reading)))).lower().endswith(" by what")  # "hit by what he called"
    if as_said or valency.laid_on(reading, whom.told_by(reading, act)) is not None:
        return True
    above = reading.head[act]
    if any(valency.is_one_of(use, reading, above) for use in ("held-for", "trial")):
        return reading.relation[act] in ("nmod", "obl")  # "is on trial for {murder}"
    charged = any(valency.is_one_of(use, reading, above) for use in ("suspected", "charging"))
    beside = reading.relation[act] in valency.BESIDE and "of" not in valency.forms(reading, act, "mark")
    if not charged or beside or polarity(reading, above):
        return False
    harmed = reading.head[above] if reading.relation[above] == "acl" else valency.sufferer(reading, above)
    held = next(valency.parts(reading, above, "obj"), None) if harmed is None else harmed
    # "Were charged with {assault}", whoever "they" are.
    return held is not None and (reading.pos[held] == "PRON" or any(a <= held < b for a, b in doers))


def is_answered(reading: Reading, telling: Telling, saying: Saying) -> bool:
    """Whether what a saying refuses is what somebody asked or offered, who did so: "denied Peru's {request}"."""
    asked = telling.type in ("REQUEST", "AGREE") and saying.force in OPPOSING
    if not asked or saying.cue is None or not 0 < telling.trigger - saying.cue[1] < NEAR:
        return False
    between = range(saying.cue[1], telling.trigger)  # trees err in what is whose
    whose = any(reading.relation[i] == "nmod:poss" for i in between)
    return whose and all(reading.pos[i] not in ("VERB", "AUX") for i in between)


def is_presupposed(reading: Reading, telling: Telling, saying: Saying) -> bool:
    """Whether an act is what somebody finds good or bad, which takes for granted that it was done: "condemned the
    {raid}", but not "condemned what it called a {raid}", "called it a {raid}", "hailed as a symbol of the {raid}"."""
    if saying.cue is None or saying.force not in JUDGING or reading.pos[telling.trigger] != "NOUN":
        return False
    if is_naming(reading, saying.cue):
        return False
    below = telling.trigger
    for i in reading.upward(telling.trigger, STEPS):
        if saying.cue[0] <= i < saying.cue[1]:
            as_ = "as" in valency.forms(reading, below, "case")
            return i < telling.trigger and not as_ and reading.relation[below] in ("obj", "obl", "nmod")
        if i != telling.trigger and reading.pos[i] in ("VERB", "AUX"):
            return False
        below = i
    return False


def answers_others(reading: Reading, telling: Telling, chains: Chains, word: int) -> bool:
    """Whether a telling is of what is said to that which others have told, where a word stands in what they told: "said
    the raid was on {May 2}. The senator accused the army"."""
    if telling.type not in UTTERED or reading.sentence[word] == reading.sentence[telling.trigger]:
        return False
    return bool(chains.around(reading.starts[word])) and not chains.around(reading.starts[telling.trigger])


def _denied(reading: Reading, chain: Sequence[Saying]) -> bool:
    """Whether the saying nearest around denies what it says by its very cue: "denied that …"."""
    cue = chain[-1].cue if chain else None
    denying = [i for i in range(*cue) if cue_force(reading.word(i)) == "deny"] if cue else []
    denied = [k for i in denying for k in (reading.head[i], *valency.parts(reading, i, "obj"))]
    if any(stem(reading.word(k)) in stems("counted") for k in denied):
        return False  # nobody denies it who "disputed the figure"
    return any(not negated_verb(reading, i) for i in denying)  # "did not deny that" leaves it open
