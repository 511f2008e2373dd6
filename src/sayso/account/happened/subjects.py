"""Who does it, as subjects, passives and owners tell, and who suffers it for that?

Where grammar leaves no doubt it goes before the model."""

from __future__ import annotations

from dataclasses import dataclass

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import head, holds
from sayso.account.grammar.modality import polarity
from sayso.account.happened.act_types import HARMFUL, HOSTILE, MUTUAL, OWN
from sayso.account.happened.tellings import Telling, is_light
from sayso.lexicon import UTTERED
from sayso.reader.reading import Reading, Words

DONE_TO = (*HOSTILE, "ACCUSE", "SUPPORT", "AID", "CONCEDE", "REQUEST", "THREATEN")  # whom a passive is done to
SURELY = 0.5  # how likely the model must take the subject of a verb for whom it is done to
NEAR = 4  # words before somebody among which it is told that he is one of those just told of
LONG = 25  # steps up the tree from the words of a phrase


@dataclass(frozen=True, slots=True)
class Clause:
    """Who does what a word tells, and to whom it is done, by its verb or the one that bears its noun."""

    bearer: int
    doer: int | None
    sufferer: int | None
    part: int | None  # the verb by which somebody has a part in it: "{took} part in the raid"
    died: bool  # they died in it: "two {die} in clash with police"
    by_dying: bool  # and nothing else tells to whom it was done


def clause(reading: Reading, telling: Telling, title: bool) -> Clause:
    """The clause of a telling. title: it is told in a headline."""
    trigger, bearer = telling.trigger, valency.bearer(reading, telling.trigger)
    sufferer, doer = valency.sufferer(reading, trigger), valency.subject(reading, trigger)
    if telling.type == "THREATEN" and valency.is_suffered(reading, trigger):
        sufferer = valency.subject(reading, reading.head[trigger])
        doer = None
    if telling.type not in HARMFUL:
        part = valency.part_in(reading, trigger) if telling.type == "PROTEST" else None
        return Clause(bearer, doer, sufferer, part, died=False, by_dying=False)
    if title and sufferer is None and valency.is_short_passive(reading, trigger):
        sufferer, doer = doer, None  # "{Bishop} shot dead"
    if sufferer is None and doer is not None and _is_done_by(reading, trigger):
        sufferer, doer = doer, None  # "the third {man} shot and killed by police", be the tree wrong
    if sufferer is None and doer is not None and _is_done_to_subject(reading, telling, doer):
        sufferer, doer = doer, None
    part = valency.part_in(reading, trigger)
    if sufferer is None and valency.is_suffered(reading, trigger):
        sufferer = doer = valency.subject(reading, reading.head[trigger])  # "{the rebels} suffered an attack"
    inside = part is None and valency.governed(reading, bearer, "in") == trigger
    died = inside and valency.is_one_of("dying", reading, bearer)
    by_dying = died and sufferer is None
    if sufferer is None and inside:  # "{boys} were killed in an attack", "{two} die in clash with police"
        sufferer = valency.subject(reading, bearer) if died else valency.sufferer(reading, bearer)
    return Clause(bearer, doer, sufferer, part, died, by_dying)


def _is_done_to_subject(reading: Reading, telling: Telling, doer: int) -> bool:
    """Whether a verb with neither object nor auxiliary that must have one is done to whom it seems to be done by, as
    the model takes it, too: "among them {two guards} seized last month"."""
    verb = telling.trigger
    bare = reading.head[doer] == verb and valency.is_short_passive(reading, verb) and doer < verb
    taken = any(valency.is_one_of(use, reading, verb) for use in ("capturing", "snatching", "killing", "holding"))
    if not (bare and taken):
        return False
    among = any(valency.is_word("partitive", reading, i) for i in range(max(0, doer - NEAR), doer))
    return among or telling.fills("recipient", (doer, doer + 1)) >= SURELY


def _is_done_by(reading: Reading, verb: int) -> bool:
    """Whether somebody else does what a verb tells that has no object, it or one that it is joined to: "shot and killed
    by {police}"."""
    if valency.has(reading, verb, "obj"):
        return False
    verbs = (verb, *valency.parts(reading, verb, "conj"), *valency.joined(reading, verb))
    by = [i for one in verbs for i in valency.parts(reading, one, "obl:agent") if valency.has(reading, i, "case")]
    return any(whom.is_somebody(reading, i) for i in by)


def set_by_subject(reading: Reading, telling: Telling, its: Clause) -> None:
    """Set right who does it, and who suffers what is told in the passive. its: the clause of the telling."""
    trigger = telling.trigger
    if its.by_dying:
        telling.leave_out("actor", lambda words: not valency.is_within(reading, words[1] - 1, trigger))
    host = valency.host(reading, trigger)
    done_to = its.sufferer is None and telling.type in DONE_TO and telling.type != "MOBILIZE"
    noun = _told_of_by_participle(reading, trigger) if done_to else None
    if noun is not None:
        telling.settle("recipient", telling.parts["recipient"] or whom.named(reading, noun, trigger))
        telling.leave_out_at("actor", noun)
    if its.sufferer is not None and not whom.is_weapon(reading, its.sufferer):
        _set_by_passive(reading, telling, its, its.sufferer)
    elif host is not None and telling.type in (*HARMFUL, *OWN):
        _set_by_host(reading, telling, host)
    else:
        _set_by_active(reading, telling, its, host)
    if its.part is not None:
        _take_part(reading, telling, its.part)
    if (verb := valency.kept_from(reading, trigger)) is not None:
        _set_by_kept(reading, telling, verb)
    _set_by_owner(reading, telling)


def set_charged(reading: Reading, telling: Telling) -> None:
    """Give an act to whoever is charged with it: "arrested {two men} for looting"."""
    by_noun = reading.pos[telling.trigger] == "NOUN"
    if telling.type not in (*HARMFUL, "ACCUSE") or (by_noun and telling.type != "ASSAULT"):
        return
    if by_noun and polarity(reading, valency.bearer(reading, telling.trigger)):
        return
    if (charged := valency.charged(reading, telling.trigger)) is not None:
        telling.settle("actor", whom.named(reading, charged, telling.trigger))


def leave_whoever_is_asked_after(reading: Reading, telling: Telling) -> None:
    """Leave open who did what it is only asked, or not told, who did: "the army asked {who} shelled the clinic"."""
    if telling.type not in MUTUAL and valency.is_asked_after(reading, telling.trigger):
        telling.parts["actor"] = []
    # Nor whoever it is asked who did what led to it: "did not know {who} fired the shot that killed him".
    telling.leave_out("actor", lambda words: words[1] - words[0] == 1 and valency.asks_who(reading, words[0]))


# --- in the passive --------------------------------------------------------------------------------------------------


def _set_by_passive(reading: Reading, telling: Telling, its: Clause, sufferer: int) -> None:
    """Give what is told in the passive to whom it is done to, and to whoever it is done by."""
    parts, trigger = telling.parts, telling.trigger
    harmed = whom.named(reading, sufferer, trigger)
    telling.leave_out("actor", lambda words: words in harmed or holds(words, sufferer))
    harmed = [words for words in harmed if not whom.is_weapon(reading, head(reading, words))]
    telling.leave_out("actor", lambda words: valency.died(reading, words))
    if reading.pos[sufferer] == "PRON":
        _leave_who_is_meant(reading, telling, sufferer)
    if harmed and telling.type in DONE_TO and not (parts["recipient"] and whom.is_thing(reading, sufferer)):
        listed = [words for words in parts["recipient"] if _stands_before(reading, words, harmed[0])]
        parts["recipient"] = [*listed, *harmed]
    agents = [i for i in _agents(reading, trigger) if not _is_by_another_act(reading, trigger, i)]
    telling.leave_out("actor", lambda words: _is_by_another_act(reading, trigger, head(reading, words)))
    agent = next(iter(agents), None)
    if telling.type == "MOBILIZE" and agent is None and harmed:
        telling.settle("actor", harmed)  # "{troops} were deployed"
    if agent is not None and whom.is_somebody(reading, agent):  # "held by the police but freed by {a court}"
        doers = (words for one in agents for words in whom.named(reading, one, trigger))
        telling.settle("actor", list(dict.fromkeys(doers)))
    elif telling.type == "ASSAULT" and not parts["actor"]:
        foe = valency.governed(reading, trigger, "with", "against") if its.died else valency.foe(reading, trigger)
        telling.settle("actor", whom.named(reading, foe, trigger))


def _told_of_by_participle(reading: Reading, verb: int) -> int | None:
    """Of whom a participle behind him tells what was done to him: "{a bank} sanctioned over the war"."""
    noun = reading.head[verb]
    behind = reading.relation[verb] == "acl" and noun < verb and valency.is_short_passive(reading, verb)
    return noun if behind and whom.is_somebody(reading, noun) else None


def _stands_before(reading: Reading, words: Words, first: Words) -> bool:
    """Whether but a comma stands between two that are counted in a row: "{nine nurses}, four guards and a cook were
    killed"."""
    counted = all(reading.pos[i] == "NUM" for i in (words[0], first[0]))
    return counted and words[1] + 1 == first[0] and reading.word(words[1]) == ","


def _agents(reading: Reading, verb: int) -> list[int]:
    """By whom a passive is done, the first of them where several are joined: "shelled by {Chad} and {its allies}"."""
    by = valency.governed(reading, verb, "by")
    if by is None:
        return []
    agents = (i for i in valency.parts(reading, verb, "obl:agent") if i > verb and whom.is_somebody(reading, i))
    return sorted({by, *(i for i in agents if any(reading.pos[k] == "CCONJ" for k in range(min(i, by), max(i, by))))})


def _is_by_another_act(reading: Reading, verb: int, agent: int) -> bool:
    """Whether it is the act right before "by" that is somebody's, be the tree wrong: "was freed after mediation by
    {Qatar}"."""
    by = next((i for i in valency.parts(reading, agent, "case") if verb < i < agent), verb)
    act, before = by - 1, by - 2
    set_apart = before > verb and valency.is_word("around", reading, before) and reading.word(by).lower() == "by"
    return set_apart and whom.is_act(reading, act)


def _leave_who_is_meant(reading: Reading, telling: Telling, pronoun: int) -> None:
    """Take from those who did it whoever a pronoun means to whom it was done."""
    trigger = telling.trigger
    over = valency.subject(reading, reading.head[trigger]) if reading.relation[trigger] == "advcl" else None
    if over is not None:
        telling.leave_out_at("actor", over)  # "{rebels} fled after they were attacked"
    same = reading.word(pronoun).lower()  # "{she} said she had been threatened"
    telling.leave_out("actor", lambda words: reading.string(words).lower() == same)


# --- of a participle -------------------------------------------------------------------------------------------------


def _set_by_host(reading: Reading, telling: Telling, host: int) -> None:
    """Give what a participle tells to whoever did what its clause hangs on, where none else did it. host: the verb that
    it hangs on."""
    trigger, done_to = telling.trigger, valency.sufferer(reading, host)
    if done_to is not None and valency.tells_of(reading, host, "ASSAULT"):  # "a bus was hit by {a jet}, killing nine"
        by = valency.governed(reading, host, "by")
        doers = whom.named(reading, by, trigger) if by is not None and whom.is_somebody(reading, by) else []
        harmed = whom.named(reading, done_to, trigger)
        telling.leave_out("actor", lambda words: words in harmed)
    else:  # or "{she} was pictured biting a guard"
        doer = valency.subject(reading, host)
        doers = whom.named(reading, done_to if doer is None else doer, trigger)
    telling.stay(reading, "actor")
    telling.leave_out("actor", lambda words: _is_done_to(reading, words, host, trigger))
    telling.parts["actor"] = telling.parts["actor"] or doers


def _is_done_to(reading: Reading, words: Words, verb: int, participle: int) -> bool:
    """Whether words depend on a verb, not through its participle, and are not its subject."""
    path = list(reading.upward(words[1] - 1, LONG))
    below = path[: path.index(verb)] if verb in path else []
    return bool(below) and participle not in below and reading.relation[below[-1]] not in valency.SUBJECTS


# --- in the active ---------------------------------------------------------------------------------------------------


def _set_by_active(reading: Reading, telling: Telling, its: Clause, host: int | None) -> None:
    """Give what is told in the active, or by a noun, to whoever does it. host: the verb that a participle hangs on."""
    parts, trigger = telling.parts, telling.trigger
    doer = _giver(reading, telling) if its.doer is None else its.doer
    told_of = None if doer is None else valency.told_of(reading, doer)
    if its.doer is not None and _does_to_others(reading, telling, its.doer):
        telling.leave_out_at("recipient", its.doer)
    doer = doer if told_of is None else told_of  # "led {a gang} that shot nine"
    acting = doer if doer is not None and whom.is_somebody(reading, doer) else None
    if any(_is_object(reading, i, valency.joined(reading, its.bearer)) for w in parts["actor"] for i in range(*w)):
        parts["actor"] = whom.named(reading, valency.subject(reading, its.bearer), trigger) or parts["actor"]
    elif telling.type in HARMFUL and acting is not None:
        alone = told_of is not None and acting == told_of
        if alone or not any(holds(words, acting) for words in parts["actor"]):  # "{students} marched and hurled stones"
            parts["actor"] = whom.named(reading, acting, trigger) or parts["actor"]
            telling.leave_out_at("recipient", acting)
    elif telling.type in UTTERED and (own := valency.subject_in_speech(reading, trigger)) is not None:
        parts["actor"] = whom.named(reading, own, trigger) or parts["actor"]  # "said {Togo} welcomes it and regrets"
    elif reading.pos[trigger] == "NOUN" and (giver := _doer_behind(reading, telling)) is not None:
        if telling.type not in MUTUAL and whom.is_somebody(reading, giver):  # "a warning by {the port}"
            telling.settle("actor", whom.named(reading, giver, trigger))
            telling.leave_out_at("recipient", giver)
    elif telling.type in UTTERED and (owner := _owner_of_words(reading, trigger)) is not None:
        telling.settle("actor", whom.named(reading, owner, trigger))
    elif telling.type in OWN and acting is not None:
        telling.leave_out_at("recipient", acting)
        if not any(valency.is_within(reading, words[1] - 1, trigger) for words in parts["actor"]):
            parts["actor"] = whom.named(reading, acting, trigger)
    elif telling.type == "ACCUSE" and host is not None:
        telling.leave_out("actor", lambda words: _is_done_to(reading, words, host, trigger))


def _owner_of_words(reading: Reading, noun: int) -> int | None:
    """The state by whose name a noun calls what it says: "backed the {British} charges"."""
    before = noun - 1
    named = before >= 0 and reading.pos[noun] == "NOUN" and lexicon.nationality(reading.word(before)) is not None
    return before if named and reading.head[before] == noun else None


def _doer_behind(reading: Reading, telling: Telling) -> int | None:
    """Who is told behind the noun of an act to do it, or to utter it: "threats from {a gang}"."""
    behind = valency.doer_behind(reading, telling.trigger)
    uttered = behind is None and telling.type in UTTERED
    return valency.governed(reading, telling.trigger, "from") if uttered else behind


def _does_to_others(reading: Reading, telling: Telling, doer: int) -> bool:
    """Whether a verb tells by its own subject and its object who does it to somebody else, so that it is not done to
    him: "the {mine} poisoned the river", "with {Togo} threatening a strike"."""
    verb = telling.trigger
    own = reading.head[doer] == verb and doer < verb and reading.relation[doer] == "nsubj"
    done = own and not valency.is_short_passive(reading, verb)
    if telling.type in HARMFUL:
        return done and valency.has(reading, verb, "obj")
    return done and telling.type in ("THREATEN", "REQUEST", "REJECT")


def _giver(reading: Reading, telling: Telling) -> int | None:
    """Who does what a noun tells by a verb that only says that it is done, where only somebody behind it seems to:
    "{the agency} ordered a shutdown over what it called a leak"."""
    noun, verb = telling.trigger, reading.head[telling.trigger]
    if any(words[0] < noun for words in telling.parts["actor"]):
        return None
    borne = reading.pos[noun] == "NOUN" and reading.relation[noun] == "obj" and is_light(reading, verb)
    return valency.subject(reading, verb) if borne else None


def _is_object(reading: Reading, word: int, verbs: list[int]) -> bool:
    """Whether a word is whom one of these verbs is done to."""
    return reading.relation[word] in ("obj", "iobj", "obl") and reading.head[word] in verbs


# --- by a part in it, by whose it is ---------------------------------------------------------------------------------


def _take_part(reading: Reading, telling: Telling, verb: int) -> None:
    """Give an act to those who have a part in it by a verb, and to nobody of whom that is denied: "{soldiers} were
    involved in the raid", "{Togo} takes no part in the raid"."""
    doer = valency.subject(reading, verb)
    doers = whom.named(reading, valency.sufferer(reading, verb) if doer is None else doer, telling.trigger)
    telling.leave_out("recipient", lambda words: words in doers)
    if polarity(reading, verb):
        telling.leave_out("actor", lambda words: words in doers)
    else:
        telling.parts["actor"] = doers or telling.parts["actor"]


def _set_by_kept(reading: Reading, telling: Telling, verb: int) -> None:
    """Give an act to those who are kept from it, and not to whoever keeps them: "{guards} kept {a mob} from burning
    it". verb: the one by which they are kept."""
    keeper, kept = valency.subject(reading, verb), next(valency.parts(reading, verb, "obj", "nsubj:pass"), None)
    if keeper is not None:
        telling.leave_out_at("actor", keeper)
    if kept is not None and kept != telling.trigger:
        telling.settle("actor", whom.named(reading, kept, telling.trigger))


def _set_by_owner(reading: Reading, telling: Telling) -> None:
    """Give an act to those to whom it is laid, and what its subject does of itself to those whose it is told to be."""
    parts, trigger = telling.parts, telling.trigger
    if telling.type == "ASSAULT":
        laid_on = valency.laid_on(reading, whom.told_by(reading, trigger))
        if laid_on is not None:  # "a raid blamed on {the miners}"
            telling.settle("actor", whom.named(reading, laid_on, trigger) or parts["actor"])
            telling.leave_out("recipient", lambda words: words in parts["actor"])
    if telling.type not in (*OWN, "CONCEDE") or (whose := valency.whose(reading, trigger)) is None:
        return
    # "Chad began the withdrawal of its troops", but "the defection of {a general}"
    begun = reading.head[trigger] if reading.relation[trigger] == "obj" else None
    if begun is None or all(valency.verb_of(reading, words, "nsubj") != begun for words in parts["actor"]):
        telling.settle("actor", whom.named(reading, whose, trigger))
