"""Words of acts told of a kind: what somebody is, has for his task, or might suffer, none of them one that happened."""

from __future__ import annotations

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.modality import future, modality
from sayso.account.grammar.tenses import is_present
from sayso.account.happened.act_types import HOSTILE
from sayso.account.happened.tellings import Telling
from sayso.reader.reading import Reading

STEPS = 3  # up the tree from what is done to the clause that makes a rule of it
RULED = ("can", "may", "must")  # modals of what a rule lets be done


def is_generic(reading: Reading, telling: Telling) -> bool:
    """Whether a word tells of acts of a kind, and of none in particular."""
    return (
        _describes(reading, telling.trigger)
        or _is_of_anybody(reading, telling)
        or _is_trade(reading, telling)
        or _is_task(reading, telling)
        or _might_befall(reading, telling)
    )


def _describes(reading: Reading, word: int) -> bool:
    """Whether a participle says what somebody is, not what he does: "{striking} dockers", "parties {opposed} to it"."""
    form, relation = reading.word(word).lower(), reading.relation[word]
    return (relation == "amod" and form.endswith("ing")) or (relation == "acl" and form in lexicon.modal_words("state"))


def _is_of_anybody(reading: Reading, telling: Telling) -> bool:
    """Whether a word tells what may befall whoever does a thing, which is a rule: "an adult found guilty of it could be
    {jailed}", "anyone caught {looting} would be tried"."""
    if telling.type not in (*HOSTILE, "ACCUSE"):
        return False
    for i in reading.upward(telling.trigger, STEPS + 1):
        modal = modality(reading, i)
        subject = next(valency.parts(reading, i, *valency.SUBJECTS), None) if modal or future(reading, i) else None
        if subject is None or subject > i:
            continue
        any_ = any(valency.is_one_of("anybody", reading, k) for k in (subject, *valency.parts(reading, subject, "det")))
        if any_ or not modal:
            return any_
        ruled = modal in RULED and valency.has(reading, i, "aux:pass")
        if ruled and _is_any_of_a_kind(reading, subject):
            return True  # "families with children cannot be {held}"
        described = any(k > subject for k in valency.parts(reading, subject, "acl", "acl:relcl", "amod"))
        return described and valency.is_indefinite(reading, subject)
    return False


def _is_any_of_a_kind(reading: Reading, noun: int) -> bool:
    """Whether a noun means all of a kind that it describes, none of them in particular: "{families} with children"."""
    plural = reading.pos[noun] == "NOUN" and lexicon.lemmas(reading.word(noun))[0] != reading.word(noun).lower()
    bare = not valency.has(reading, noun, "det", "nummod", "nmod:poss")
    return plural and bare and valency.has(reading, noun, "nmod", "acl", "acl:relcl")


def _is_trade(reading: Reading, telling: Telling) -> bool:
    """Whether a relative clause tells what somebody looks into as his task: "a unit that {probes} cases of abuse"."""
    verb = telling.trigger
    if reading.relation[verb] != "acl:relcl" or reading.pos[verb] != "VERB":
        return False
    mode = telling.known.mode_of(telling.type) if telling.known else None
    return mode == "investigate" and _is_habit(reading, verb)


def _is_habit(reading: Reading, verb: int) -> bool:
    """Whether a verb tells what somebody does at any time: "{handles}", "{probe}"."""
    return is_present(reading.word(verb).lower()) and not valency.has(reading, verb, "aux", "aux:pass")


def _is_task(reading: Reading, telling: Telling) -> bool:
    """Whether acts, none of them in particular, are what somebody has for his task: "a unit that handles {murders}"."""
    noun = telling.trigger
    if telling.type not in HOSTILE or reading.pos[noun] != "NOUN" or not reading.word(noun).endswith("s"):
        return False
    first = reading.head[noun] if reading.relation[noun] == "conj" else noun
    verb = reading.head[first]
    bare = not any(valency.has(reading, i, "det", "nummod", "nmod:poss") for i in (first, noun))
    handled = reading.relation[first] == "obj" and valency.is_one_of("handling", reading, verb)
    return bare and handled and _is_habit(reading, verb)


def _might_befall(reading: Reading, telling: Telling) -> bool:
    """Whether an act is told only of those whom it might befall: "possible victims of {kidnapping}"."""
    whose = reading.head[telling.trigger]
    of = reading.relation[telling.trigger] == "nmod" and valency.is_one_of("victims", reading, whose)
    return telling.type in HOSTILE and of and modality(reading, whose) in ("possible", "potential")
