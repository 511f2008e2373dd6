"""To whom is it done, as what a verb or the noun of an act governs tells, and whom does only another verb concern?"""

from __future__ import annotations

from itertools import takewhile

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import head, holds
from sayso.account.happened.act_types import HARMFUL, JUDGED, MUTUAL
from sayso.account.happened.meanwhile import goes_on_meanwhile
from sayso.account.happened.subjects import Clause
from sayso.account.happened.tellings import Telling
from sayso.reader.reading import Reading, Words

GIVEN = ("AID", "AGREE", "CONSULT", "CONCEDE", "SUPPORT", "COOPERATE")  # what is given or offered to somebody
UNHIT = ("casualty", "light", "stirring")  # uses of verbs that do not tell what the act that is their subject hit
LONG = 25  # steps up the tree from a verb to the act
FAR = 3  # steps up the tree from what is demanded to the demand
NEAR = 4  # words behind a verb in which it is told to be done to each other


def set_by_object(reading: Reading, telling: Telling, its: Clause) -> None:
    """Set right to whom it is done. its: the clause of the telling."""
    if telling.type == "ASSAULT":
        _add_hit(reading, telling)
    if telling.type in HARMFUL:
        telling.leave_out("recipient", lambda words: _is_where_its_object_is(reading, words, telling.trigger))
        _set_undergone(reading, telling)
    if telling.type in (*HARMFUL, "PROTEST"):
        telling.leave_out("recipient", lambda words: _befalls_beside(reading, words, telling.trigger))
    if telling.type in ("ASSAULT", "COERCE"):
        telling.leave_out("recipient", lambda words: _is_of_its_object(reading, words, telling.trigger))
        telling.leave_out("recipient", lambda words: _is_bone_of_contention(reading, words, telling.trigger))
    if telling.type in HARMFUL:
        _set_harmed(reading, telling, its)
    if telling.type == "ASSAULT" and not its.died:
        _set_fought(reading, telling)
    _set_given(reading, telling)
    if telling.type in ("AID", "CONCEDE", "COERCE", "ASSAULT"):
        _set_those_from(reading, telling)


def leave_others(reading: Reading, telling: Telling) -> None:
    """Take from those to whom it is done whoever is told of with it for another reason."""
    if telling.type == "PROTEST":
        telling.leave_out("recipient", lambda words: _is_backed(reading, words))
    if telling.type == "ACCUSE":
        telling.leave_out("recipient", lambda words: _is_of_the_charge(reading, words, telling.trigger))
    if telling.type in JUDGED:
        telling.leave_out("recipient", lambda words: _is_aim_of_act(reading, words, telling.trigger))
    if telling.type == "MOBILIZE" and valency.is_one_of("sending-in", reading, telling.trigger):
        telling.leave_out("recipient", lambda words: _is_sent(reading, words, telling.trigger))
    if telling.type == "REQUEST":  # "demanded the release of the editor" of others
        telling.leave_out("recipient", lambda words: _is_for(reading, words, telling.trigger))


def set_each_other(reading: Reading, telling: Telling) -> None:
    """Have what two do to each other done to both: "{Peru} and {Chile} blamed each other"."""
    telling.each_other = telling.type not in MUTUAL and _is_to_each_other(reading, telling.trigger)
    if not telling.each_other:
        return
    telling.parts["recipient"] = []
    telling.leave_out("actor", lambda words: whom.is_nobody(reading, head(reading, words)))
    if not telling.parts["actor"]:  # "the two firms parted, each blaming the other"
        over = reading.head[telling.trigger]
        telling.parts["actor"] = whom.named(reading, valency.subject_around(reading, over), telling.trigger)


def _is_to_each_other(reading: Reading, verb: int) -> bool:
    """Whether what a verb governs, or what stands right behind it, whatever the tree makes of it, means the other of
    two: "blamed {each other}", "fired at {each other's} camps"."""
    if _is_traded(reading, verb):
        return True
    things = list(valency.parts(reading, verb, "obj", "iobj", "obl"))
    things += [i for thing in things for i in valency.parts(reading, thing, "nmod:poss")]
    behind = range(verb + 1, min(verb + NEAR, len(reading)))
    things += takewhile(lambda i: reading.pos[i] in ("ADP", "DET") or reading.pos[i - 1] == "DET", behind)
    return any(whom.is_each_other(reading, i) for i in things)


def _is_traded(reading: Reading, noun: int) -> bool:
    """Whether two trade what a noun tells of, and it is not told with whom: "{Peru} and {Chile} traded blame"."""
    verb = reading.head[noun]
    obj = reading.relation[noun] == "obj" and reading.pos[noun] == "NOUN"
    traded = obj and valency.is_one_of("mutual", reading, verb)
    return traded and all(valency.governed(reading, i, "with", "at") is None for i in (noun, verb))


# --- whom it is done to ----------------------------------------------------------------------------------------------


def _add_hit(reading: Reading, telling: Telling) -> None:
    """Add whom the noun of an attack is told to have hit: "raids hit {a market}", and not "an attack
    took place", "the attack angered the mayor"."""
    hit = valency.verb_of(reading, (telling.trigger, telling.trigger + 1), "nsubj")
    if hit is not None and not any(valency.is_one_of(use, reading, hit) for use in UNHIT):
        known = telling.parts["recipient"]
        telling.parts["recipient"] = [*known, *(w for w in whom.objects(reading, hit) if w not in known)]


def _set_undergone(reading: Reading, telling: Telling) -> None:
    """Set right who undergoes an act told by its noun: "the ouster of {the king}"."""
    trigger = telling.trigger
    of = valency.governed(reading, trigger, "of") if valency.is_one_of("undergone", reading, trigger) else None
    if of is None or reading.pos[trigger] != "NOUN":
        return
    telling.leave_out_at("actor", of)
    if whom.is_somebody(reading, of) and not any(holds(words, of) for words in telling.parts["recipient"]):
        telling.parts["recipient"] = whom.named(reading, of, trigger)


def _set_harmed(reading: Reading, telling: Telling, its: Clause) -> None:
    """Set right who is harmed, by what stands before the verb or, where nobody is told to be, by its objects."""
    parts, trigger = telling.parts, telling.trigger
    fronted = valency.fronted(reading, trigger)
    if fronted is not None and not whom.is_weapon(reading, fronted):
        parts["recipient"] = whom.named(reading, fronted, trigger)  # "a firm, which it fined"
    if its.sufferer is not None or any(valency.is_within(reading, w[1] - 1, trigger) for w in parts["recipient"]):
        return
    used = telling.shown or valency.is_one_of("using", reading, trigger)
    means = used and valency.infinitives(reading, trigger)  # "fired tear gas to disperse {the crowd}"
    aims = (words for verb in means or () for words in whom.objects(reading, verb))
    parts["recipient"] = list(whom.objects(reading, trigger)) or parts["recipient"] or list(aims)


def _set_fought(reading: Reading, telling: Telling) -> None:
    """Set right with whom somebody fought: "clashed with {miners}", "fought battles with {miners}"."""
    trigger, verb = telling.trigger, reading.head[telling.trigger]
    fights = (trigger, *((verb,) if reading.relation[trigger] == "obj" else ()))
    foes = (valency.governed(reading, i, "with") for i in fights if valency.is_one_of("fought", reading, i))
    foe = next((i for i in foes if i is not None), None)
    if foe is not None and whom.is_somebody(reading, foe):
        telling.settle("recipient", whom.named(reading, foe, trigger))


def _set_given(reading: Reading, telling: Telling) -> None:
    """Set right who is freed or given something: "freed {two nurses} in exchange for prisoners", "gave {Mali} aid"."""
    trigger = telling.trigger
    freed = next(valency.parts(reading, trigger, "obj"), None) if telling.type == "CONCEDE" else None
    if telling.type == "CONCEDE" and freed is None:
        freed = valency.sufferer(reading, trigger)  # "{a nurse} was handed over to soldiers"
    if freed is not None and whom.is_somebody(reading, freed) and reading.pos[trigger] == "VERB":
        telling.settle("recipient", whom.named(reading, freed, trigger))
        if (to := valency.given_to(reading, trigger)) is not None:
            telling.leave_out_at("actor", to)
    elif telling.type in GIVEN and (given := valency.given_to(reading, trigger)) is not None:
        telling.settle("recipient", whom.named(reading, given, trigger))


def _set_those_from(reading: Reading, telling: Telling) -> None:
    """Give what is done to people to them, and not to the country that they come from: "accepted {refugees} from
    Chad"."""
    for words in telling.parts["recipient"]:
        top = head(reading, words)
        people, cases = reading.head[top], valency.forms(reading, top, "case")
        from_there = reading.relation[top] == "nmod" and "from" in cases and whom.is_somebody(reading, people)
        done_to = reading.head[people] == telling.trigger and reading.relation[people] in ("obj", "nsubj:pass")
        if from_there and done_to and people < top:
            telling.settle("recipient", [whom.phrase(reading, people, telling.trigger)])
            return


# --- whom something else concerns ------------------------------------------------------------------------------------


def _befalls_beside(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether something else is done to those meant: "fired and broke into {a house}", "the blast came as shoppers
    filled {the street}"; or it is done with them, "blocked the road with {lorries}"."""
    verb = valency.verb_of(reading, words, "obj", "iobj", "obl")
    if verb is None:
        return False
    if verb == trigger:
        return _is_means_or_aim(reading, words, verb)
    clauses = takewhile(lambda i: i != trigger, reading.upward(verb, LONG))  # "and the mayor sent in {the police}"
    if any(valency.is_beside(reading, i, trigger) for i in clauses):
        return True
    if valency.is_beside(reading, trigger, verb) and valency.has(reading, trigger, "obj"):
        return True  # "wounding {nine nurses} and holding two"
    return goes_on_meanwhile(reading, trigger, verb) or goes_on_meanwhile(reading, verb, trigger)


def _is_bone_of_contention(reading: Reading, words: Words, act: int) -> bool:
    """Whether those meant are what others fight over: "clashes over {a well}"."""
    over = valency.governed(reading, act, "over") if reading.pos[act] == "NOUN" else None
    return over is not None and holds(words, over)


def _is_where_its_object_is(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether a town only tells where that is to which something is done: "stormed {Lima}'s main airport"."""
    top = head(reading, words)
    thing = reading.head[top]
    town = reading.relation[top] == "nmod:poss" and reading.pos[top] == "PROPN" and whom.is_place(reading, top)
    done_to = reading.head[thing] == trigger and reading.relation[thing] in ("obj", "nsubj:pass")
    state = lexicon.country(reading.word(top)) or lexicon.nationality(reading.word(top))
    return town and done_to and whom.is_place(reading, thing) and not state


def _is_of_its_object(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether a participle behind whom or what something is done to tells what else was done, to those meant or from
    there: "shot down two missiles fired at {Gao}", "held a man accused of beating {a nurse}"."""
    top, verb = head(reading, words), valency.verb_of(reading, words, "obl")
    other = verb is not None and (verb != trigger or valency.is_one_of("firing", reading, trigger))
    if other and "from" in valency.forms(reading, top, "case"):
        return True  # whatever the tree hangs the participle on
    path = list(takewhile(lambda i: i != trigger, reading.upward(top, LONG)))
    told = (i for i in path if reading.relation[i] == "acl" and valency.is_short_passive(reading, i))
    things = list(valency.parts(reading, trigger, "obj", "nsubj:pass"))
    return any(reading.head[i] in things and reading.head[i] < i for i in told)


def _is_means_or_aim(reading: Reading, words: Words, verb: int) -> bool:
    """Whether those meant hang on a verb as that with which or for which it is done: "searched the village for {the
    gunman}"."""
    sought = valency.governed(reading, verb, "for")
    if sought is not None and holds(words, sought) and reading.relation[sought] != "obj":
        return valency.has(reading, verb, "obj")
    tool = whom.tool(reading, verb)
    hit = any(reading.relation[i] == "obj" and reading.head[i] == verb for i in range(*words))
    return tool is not None and holds(words, tool) and not hit


def _is_sent(reading: Reading, words: Words, act: int) -> bool:
    """Whether those meant are who or what is sent, and not against whom: "deployed {some of its frigates} in the gulf",
    "the deployment of {nine frigates}"."""
    of = valency.governed(reading, act, "of")
    sent = [*valency.parts(reading, act, "obj"), *((of,) if of is not None else ())]
    some = (valency.governed(reading, i, "of") for i in sent)
    return any(holds(words, i) for i in (*sent, *some) if i is not None)


def _is_backed(reading: Reading, words: Words) -> bool:
    """Whether those meant are backed: "marched in support of {the nurses}"."""
    return any(valency.is_one_of("backing", reading, reading.head[i]) for i in range(*words))


def _is_aim_of_act(reading: Reading, words: Words, support: int) -> bool:
    """Whether those meant are the aim of an act that is backed or condemned: "supported sanctions against {Niger}",
    "condemned the bombing of {a school}"."""
    for i in range(*words):
        around = list(takewhile(lambda k: k > support, reading.upward(i, FAR)))  # "an attack on the market of {Gao}"
        act = next((k for k in around if k != i and whom.is_act(reading, k)), None)
        if act is None:
            continue
        undergone = valency.is_one_of("undergone", reading, act) or reading.word(act).lower().endswith("ing")
        aim = valency.governed(reading, act, "against", "on", *(("of",) if undergone else ()))
        if aim is not None and (aim in around or i > aim):
            return True
    return False


def _is_of_the_charge(reading: Reading, words: Words, noun: int) -> bool:
    """Whether those meant are whom the charged are said to have done something to: "held on charges of insulting {the
    king}"."""
    if reading.pos[noun] != "NOUN":
        return False
    path = list(takewhile(lambda i: i != noun, reading.upward(head(reading, words), LONG)))
    acts = (i for i in path[1:] if reading.pos[i] == "VERB" and reading.word(i).lower().endswith("ing"))
    return any("of" in valency.forms(reading, i, "mark", "case") and reading.head[i] == noun for i in acts)


def _is_for(reading: Reading, words: Words, demand: int) -> bool:
    """Whether those meant are to gain by what is demanded: "demanded {his} release"."""
    for i in range(*words):
        noun = reading.head[i]
        asked = demand in reading.upward(noun, FAR) and not holds(words, noun) and reading.pos[noun] == "NOUN"
        if asked and valency.is_one_of("gained", reading, noun):
            return True
    return False
