"""What tells of no act of its own but of another told beside it: what that is for, on what ground it is done, with what
words or in what way."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.account.grammar import valency
from sayso.account.grammar.stems import stem, stems
from sayso.account.happened.act_types import DEMANDED
from sayso.account.happened.penalties import is_penalty
from sayso.account.happened.tellings import Telling, is_light
from sayso.reader.reading import Reading

NEAR = 8  # words from what an act is for, or charges listed, to the act
STEPS = 3  # up the tree from what is demanded to the demand
OBJECTS = ("obj", "nmod", "obl", "xcomp")
VOICED = ("REQUEST", "ACCUSE", "REJECT")  # what a protest is for


def is_part_of_another(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a word tells but what another act told beside it is for, its ground, or the way in which it is done."""
    return (
        _is_asked_for(reading, telling, at)
        or _is_offered(reading, telling.trigger, at)
        or _is_contracted(reading, telling, at)
        or _is_ground(reading, telling.trigger, at)
        or is_penalty(reading, telling.trigger, at)
        or _is_purpose(reading, telling, at)
        or _is_charge_listed(reading, telling.trigger, at)
        or _is_of_what_is_done(reading, telling, at)
        or _gives_words(reading, telling, at)
        or _is_answer_by(reading, telling.trigger, at)
        or _is_how_power_was_taken(reading, telling, at)
        or _is_vote_for(reading, telling, at)
    )


def _is_asked_for(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a noun of talks or of an inquiry tells what a demand is for, or what is refused: PLOVER has it as the
    mode of the demand, not as an event beside it ("demanded an inquiry", "urged both to enter into dialogue")."""
    mode = telling.known.mode_of(telling.type) if telling.known else None
    if reading.pos[telling.trigger] != "NOUN" or not (telling.type == "CONSULT" or mode == "investigate"):
        return False
    below = telling.trigger
    for i in reading.upward(telling.trigger, STEPS + 1):
        if i == below:
            continue
        if reading.relation[below].partition(":")[0] not in OBJECTS:
            return False
        if i in at and at[i].type in DEMANDED:
            return True
        if reading.pos[i] == "VERB" and not is_light(reading, i):
            return False
        below = i
    return False


def _is_offered(reading: Reading, word: int, at: Mapping[int, Telling]) -> bool:
    """Whether a word tells what an offer is for, which is no act beside it: "is ready to {cooperate}"."""
    above = reading.head[word]
    willing = valency.is_word("willing", reading, above)
    return willing and above in at and reading.relation[word] == "xcomp"


def _is_contracted(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a verb tells what a contract is for, which is no act beside its being made: "approved a deal to {sell}
    tanks"."""
    verb = telling.trigger
    to = next((i for i in valency.parts(reading, verb, "mark") if reading.word(i).lower() == "to"), None)
    if telling.type not in ("COOPERATE", "AID") or not to or not valency.is_one_of("contract", reading, to - 1):
        return False
    contract = to - 1
    made = (contract, reading.head[contract], reading.head[verb])  # trees err here
    return any(i in at and at[i].type in ("AGREE", "SUPPORT") for i in made)


def _is_ground(reading: Reading, noun: int, at: Mapping[int, Telling]) -> bool:
    """Whether a noun says on what ground somebody is held, tried or examined, or how he was caught: "arrested on
    {suspicion} of theft", "is investigating {allegations} of fraud", "arrested in a {raid}"."""
    if reading.pos[noun] != "NOUN" or not valency.is_one_of("held-for", reading, noun):
        return False
    verb = reading.head[noun]
    held = verb in at and reading.pos[verb] == "VERB" and at[verb].type in ("ACCUSE", "COERCE")
    return held and reading.relation[noun] in OBJECTS


def _is_purpose(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a verb tells what an act of the same type, or a protest, was for: "fired tear gas to {disperse} them",
    "took to the streets to {demand} a vote"."""
    return any(
        telling.trigger in valency.infinitives(reading, other.trigger)
        for k in reading.upward(telling.trigger, STEPS)
        if k != telling.trigger and (other := at.get(k)) is not None
        if (other.type == telling.type and other.shown) or (other.type == "PROTEST" and telling.type in VOICED)
    ) or _is_voiced_by_protest(reading, telling, at)


def _is_voiced_by_protest(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a participle tells what the protest right before it was for: "a protest by nurses {demanding} a rise"."""
    trigger = telling.trigger
    participle = reading.word(trigger).lower().endswith("ing") and reading.pos[trigger] == "VERB"
    if not participle or telling.type not in VOICED:
        return False
    for i in range(trigger - 1, max(-1, trigger - NEAR), -1):
        if i in at:
            return at[i].type == "PROTEST" and reading.sentence[i] == reading.sentence[trigger]
        if reading.pos[i] in ("VERB", "AUX"):
            return False
    return False


def _is_charge_listed(reading: Reading, word: int, at: Mapping[int, Telling]) -> bool:
    """Whether a word is one of several charges: "indicted on five counts, including {assaulting} an officer"."""
    for i in reading.upward(word, STEPS):
        if reading.word(max(0, i - 1)).lower() == "including":  # trees err here
            near = (k for k in range(max(0, i - NEAR), i) if reading.sentence[k] == reading.sentence[i])
            return any(k in at and at[k].type in ("ACCUSE", "COERCE") for k in near)
        if reading.relation[i] not in ("conj", "xcomp"):  # "{riot} and attempt to {murder}"
            return False
    return False


def _is_of_what_is_done(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a word only says with what words another act is done: "rejected the offer, {calling} it an insult",
    "condemned what it {called} an invasion"."""
    trigger = telling.trigger
    if telling.type != "ACCUSE":
        return False
    of_what = reading.relation[trigger] == "acl:relcl" and reading.word(reading.head[trigger]).lower() == "what"
    if of_what and telling.known is None:
        return True  # "after what Chad {says} was a raid"
    if stem(reading.word(trigger)) not in stems("call"):
        return False
    above = [i for i in reading.upward(trigger, STEPS) if i != trigger]
    aside = reading.relation[trigger] in ("advcl", "ccomp", "acl:relcl", "acl")
    return aside and any(i in at and at[i].type in ("ACCUSE", "REJECT") for i in above)


def _gives_words(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a vow is but how a refusal is made: "{vowed} never to negotiate"."""
    if telling.type not in ("THREATEN", "AGREE") or telling.declared:
        return False
    told = (at.get(i) for i in valency.parts(reading, telling.trigger, "ccomp", "xcomp"))
    return any(one is not None and one.declared and one.type == "REJECT" for one in told)


def _is_how_power_was_taken(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a noun of force tells but how somebody came to rule: "seized power in a {coup}"."""
    noun = telling.trigger
    verb = reading.head[noun]
    taken = verb in at and any(
        valency.is_one_of("rule over all", reading, i) for i in valency.parts(reading, verb, "obj")
    )
    by = not valency.forms(reading, noun, "case").isdisjoint(("in", "by"))
    return taken and by and reading.pos[noun] == "NOUN" and telling.type in ("ASSAULT", "COERCE")


def _is_vote_for(reading: Reading, telling: Telling, at: Mapping[int, Telling]) -> bool:
    """Whether a vote is but how another act is done: "{voted} to send troops", "{voted} for tightening the embargo",
    "{voted} in favour of a resolution that bans the party"."""
    verb = telling.trigger
    if telling.type != "SUPPORT" or not valency.is_one_of("voting", reading, verb):
        return False
    behind = range(verb + 1, min(verb + 2 * NEAR, len(reading)))
    acts = (i for i in behind if i in at and at[i].type != telling.type)
    return any(_is_what_voted_for(reading, verb, i) for i in acts)


def _is_what_voted_for(reading: Reading, verb: int, act: int) -> bool:
    """Whether a vote is for an act, whatever the tree makes of it: what tells that stands between them, and no other
    clause."""
    way = verb + 1
    while way < act and reading.pos[way] in ("ADV", "NUM", "SYM", "PUNCT") and reading.word(way) != ",":
        way += 1
    if reading.word(way).lower() == "in" and valency.is_one_of("in favour", reading, min(way + 1, act)):
        way += 2
    elif reading.word(way).lower() not in ("for", "to"):
        return False
    between = range(way, act)
    return not any(reading.pos[i] in ("CCONJ", "AUX") or reading.word(i) == "," for i in between)


def _is_answer_by(reading: Reading, verb: int, at: Mapping[int, Telling]) -> bool:
    """Whether another act is told by which somebody pays back: "{retaliated} by expelling an envoy"."""
    if not valency.is_one_of("retaliating", reading, verb):
        return False
    means = (i for i in valency.parts(reading, verb, "advcl") if i in at)
    return any(reading.word(k).lower() == "by" for i in means for k in valency.parts(reading, i, "mark"))
