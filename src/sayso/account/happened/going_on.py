"""Whose is an act that goes on from one told before: "20 sorties were carried out, hitting the port"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.stems import stem
from sayso.account.grammar.text import Text
from sayso.account.happened.act_types import HARMFUL, JUDGED
from sayso.account.happened.tellings import Telling
from sayso.lexicon import UTTERED
from sayso.reader.reading import Reading, Words

NEAR = 4  # sentences over which an act is gone on with
FAR = 3  # steps up the tree to a subject
AGAINST = ("REQUEST", "ACCUSE", "REJECT", "THREATEN")  # what is said to whoever does not like it
JUDGED_BY = ("of", "over", "about", "against")  # before what is judged: "criticism of the raid"
VOWED = ("THREATEN", "AGREE")  # whoever does so is to do it


def give_vowed(reading: Reading, told: Sequence[Telling]) -> None:
    """Give what is threatened or promised to whoever threatens or promises it."""
    at = {telling.trigger: telling for telling in told}
    for telling in told:
        if (vow := at.get(_vow(reading, telling))) and vow.type in VOWED and vow.parts["actor"]:
            telling.parts["actor"] = vow.parts["actor"]


def carry_on(text: Text, told: Sequence[Telling]) -> None:
    """Give the acts that go on ("20 sorties were carried out, hitting the port") to whoever acted before, and protests
    the aim of what they demand ("marched to denounce {the junta}"). A headline tells too little to go on from."""
    reading = text.reading
    last: Telling | None = None
    for telling in told:
        parts = telling.parts
        if telling.type == "ASSAULT" and not parts["actor"] and _is_borne_by_act(reading, telling.trigger):
            parts["actor"] = _doers_before(reading, telling, told, last)
        if telling.type == "ASSAULT" and parts["actor"] and not text.is_heading(reading.starts[telling.trigger]):
            last = telling
        if telling.type in JUDGED and not parts["recipient"]:
            parts["recipient"] = _doers_of(reading, telling, told)
        if telling.type == "PROTEST" and not parts["recipient"]:
            below = (one for one in told if reading.head[one.trigger] == telling.trigger and one.type in AGAINST)
            below = (one for one in below if not valency.has(reading, one.trigger, "nsubj"))  # by others
            aims = (one.parts["recipient"] for one in below)
            parts["recipient"] = next((aim for aim in aims if aim), [])


def _doers_before(reading: Reading, telling: Telling, told: Sequence[Telling], last: Telling | None) -> list[Words]:
    """Those who did the attack that another telling goes on from: the one told by the same word, else the last near
    by."""
    word = stem(reading.word(whom.told_by(reading, telling.trigger)))
    before = (one for one in told if one.trigger < telling.trigger and one.type == "ASSAULT" and one.parts["actor"])
    same = [one for one in before if stem(reading.word(one.trigger)) == word and not _is_laid(reading, one)]
    near = last is not None and reading.sentence[telling.trigger] - reading.sentence[last.trigger] < NEAR
    return same[-1].parts["actor"] if same else last.parts["actor"] if last is not None and near else []


def _vow(reading: Reading, telling: Telling) -> int:
    """The verb of which an act is what is threatened or promised, -1 if it is told to be somebody's: "threatened {an
    offensive}", "agreed to {withdraw}"."""
    trigger = telling.trigger
    if telling.type in UTTERED or reading.relation[trigger] not in ("obj", "xcomp"):
        return -1
    noun = reading.pos[trigger] == "NOUN"
    if noun and whom.owner(reading, trigger) is not None:
        return -1
    verb = reading.head[trigger]
    return reading.head[verb] if noun and reading.relation[verb] == "xcomp" else verb  # "threatened to impose {duties}"


# --- who did what is judged ------------------------------------------------------------------------------------------


def _doers_of(reading: Reading, telling: Telling, told: Sequence[Telling]) -> list[Words]:
    """Those who did the known act that somebody finds fault with, praises or refuses, as another telling of it says:
    "fired a rocket … denounced {the launch}". Nobody is told to have found fault with himself."""
    act = _judged(reading, telling.trigger)
    if act is None:
        return []
    same = (one for one in _tellings_of(reading, act, telling.trigger, told) if not _is_laid(reading, one))
    doers = next((one.parts["actor"] for one in same if one.parts["actor"]), [])
    own = {reading.string(w).lower() for w in telling.parts["actor"]}
    return [w for w in doers if reading.string(w).lower() not in own]


def _is_laid(reading: Reading, telling: Telling) -> bool:
    """Whether somebody only lays the act on those who are told to have done it: "blamed the raid on {the miners}"."""
    return valency.laid_on(reading, whom.told_by(reading, telling.trigger)) is not None


def _judged(reading: Reading, trigger: int) -> int | None:
    """The act that is judged, unless it has two sides: "condemned {the launch}", "criticism of {the raid}"."""
    act = next((i for i in valency.parts(reading, trigger, "obj") if i > trigger and whom.is_act(reading, i)), None)
    if act is None:
        act = valency.governed(reading, trigger, *JUDGED_BY)
    if act is None:  # "called {the raid} a crime"
        said = valency.parts(reading, trigger, "xcomp", "ccomp")
        act = next((i for verb in said for i in valency.parts(reading, verb, "nsubj") if trigger < i < verb), None)
    if act is None or not whom.is_act(reading, act):
        return None
    two_sided = valency.is_one_of("two-sided", reading, act) and not valency.is_one_of("summing-up", reading, act)
    return None if two_sided else act


def _tellings_of(reading: Reading, act: int, trigger: int, told: Sequence[Telling]) -> Iterator[Telling]:
    """The tellings of a judged act, the likeliest first: itself, then those before of the same word, then the last one
    near by of what its word may tell of. trigger: the word that judges it."""
    yield from (one for one in told if one.trigger == act)
    if not _is_known(reading, act):
        return
    before = [one for one in told if one.trigger < trigger]
    lemma, known = stem(reading.word(act)), lexicon.event_word(reading.word(act), "NOUN")
    yield from (one for one in reversed(before) if stem(reading.word(one.trigger)) == lemma)
    sums_up = valency.is_one_of("summing-up", reading, act)
    types = HARMFUL if sums_up else known.types if known is not None else ()
    near = [one for one in before if reading.sentence[trigger] - reading.sentence[one.trigger] < 2]
    yield from [one for one in near if one.type in types][-1:]


# --- what is done by an act ------------------------------------------------------------------------------------------


def _is_borne_by_act(reading: Reading, trigger: int) -> bool:
    """Whether what hits or is carried out is an act of nobody told: "{the raids} killed two", "{20 sorties}"."""
    for verb in reading.upward(trigger, FAR):
        if subjects := list(valency.parts(reading, verb, *valency.SUBJECTS)):
            return any(_is_act_gone_on_with(reading, subject) for subject in subjects)
    return False


def _is_act_gone_on_with(reading: Reading, noun: int) -> bool:
    act = whom.is_act(reading, noun) and whom.owner(reading, noun) is None
    return act and _is_known(reading, noun) and not valency.is_one_of("two-sided", reading, noun)


def _is_known(reading: Reading, noun: int) -> bool:
    """Whether a noun tells of something as known or counts it: "{the} raids", "{20} sorties", "{Friday's} raid"."""
    known = lexicon.function_words("definite")
    return any(
        reading.relation[i] == "nummod" or reading.word(i).lower() in known or whom.is_when(reading, i)
        for i in valency.parts(reading, noun, "det", "nummod", "nmod:poss")
    )
