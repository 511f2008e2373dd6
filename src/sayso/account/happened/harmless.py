"""Words of violence and force that tell of none: figures of speech, care, accidents."""

from __future__ import annotations

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.happened.tellings import Telling
from sayso.reader.reading import Reading


def harms_nobody(reading: Reading, telling: Telling) -> bool:
    """Whether a word of violence, force or sanctions is told of what nobody does to anybody."""
    return (
        _is_figure_of_speech(reading, telling)
        or _is_fate(reading, telling)
        or _is_search_for(reading, telling)
        or _is_care(reading, telling)
        or _is_blow_by_another_act(reading, telling)
        or _is_price(reading, telling)
        or _is_suicide(reading, telling)
        or _is_signal(reading, telling)
    )


def _is_suicide(reading: Reading, telling: Telling) -> bool:
    """Whether somebody does it to nobody but himself, and not with a bomb: "the clerk {hanged} himself"."""
    verb, oneself = telling.trigger, telling.trigger + 1
    if telling.type != "ASSAULT" or reading.pos[verb] != "VERB" or valency.is_one_of("blasting", reading, verb):
        return False
    alone = oneself < len(reading) and valency.is_word("emphatic", reading, oneself)
    return alone and not valency.has(reading, oneself, "conj")


def _is_signal(reading: Reading, telling: Telling) -> bool:
    """Whether it is a signal that is fired: "the crew {fired} flares"."""
    fired = [i for i in valency.parts(reading, telling.trigger, "obj") if i > telling.trigger]
    fired += [k for i in fired for k in valency.parts(reading, i, "conj")]  # not "flares and rockets"
    signals = [valency.is_one_of("signal", reading, i) for i in fired]
    return telling.type == "ASSAULT" and bool(signals) and all(signals)


def is_accident(reading: Reading, telling: Telling) -> bool:
    """Whether nobody did it: "a {landslide} killed nine", "died in the {crash}", "killed when a dam {burst}"."""
    trigger = telling.trigger
    if telling.type != "ASSAULT":
        return False
    doer = valency.subject(reading, trigger)
    if valency.is_one_of("sinking", reading, trigger) and reading.pos[trigger] == "VERB":
        sunk = (i for i in valency.parts(reading, trigger, "obj", "aux:pass") if i > trigger or reading.pos[i] == "AUX")
        return next(sunk, None) is None
    if _is_blaze(reading, trigger):
        return valency.doer_behind(reading, trigger) is None
    if not valency.is_one_of("befallen", reading, trigger):
        return False
    if _is_told_of_accident(reading, trigger):
        return True
    if doer is not None and whom.is_somebody(reading, doer) and not valency.is_one_of("dying", reading, trigger):
        return False  # "rebels killed six when their boat capsized"
    together = (trigger, *valency.parts(reading, trigger, "conj"))  # "were killed and many are missing after …"
    causes = [i for word in together for i in valency.parts(reading, word, "nsubj", "obl", "nmod")]
    clauses = ("advcl", "parataxis", "xcomp", "advmod")
    for clause in (i for word in together for i in valency.parts(reading, word, *clauses)):
        causes += [clause, *valency.parts(reading, clause, "nsubj")]
    return any(valency.is_one_of("accident", reading, i) or _is_blaze(reading, i) for i in causes)


def _is_told_of_accident(reading: Reading, verb: int) -> bool:
    """Whether a clause tells what the accident right before it did, whatever noun the tree hangs it on: "survivors of a
    {landslide} that killed nine"."""
    who = next((i for i in valency.parts(reading, verb, "nsubj") if valency.is_word("relative", reading, i)), 0)
    return who > 0 and valency.is_one_of("accident", reading, who - 1)


def _is_blaze(reading: Reading, noun: int) -> bool:
    """Whether something burns and nobody shoots or lays it: "{a fire} on a ferry killed nine", but not "came under
    {fire}", "a mortar {fire}", "rebels set {fires}"."""
    if reading.pos[noun] != "NOUN" or not valency.is_one_of("blaze", reading, noun):
        return False
    if any(whom.is_weapon(reading, i) for i in valency.parts(reading, noun, "compound")):
        return False
    doer = valency.subject(reading, reading.head[noun]) if reading.relation[noun] == "obj" else None
    if doer is not None and whom.is_somebody(reading, doer):
        return False
    counted = (reading.word(i).lower() for i in valency.parts(reading, noun, "det", "nummod"))
    several = reading.word(noun).lower().endswith("s")
    return several or not lexicon.function_words("indefinite").isdisjoint(counted)


def _is_figure_of_speech(reading: Reading, telling: Telling) -> bool:
    """Whether nobody is attacked but what he stands for, or what ails all, or nobody attacks: "an assault on press
    {freedom}", "the fight against {corruption}", "a {heart} attack", "a {trade} war"."""
    if telling.type != "ASSAULT":
        return False
    kinds = list(valency.parts(reading, telling.trigger, "compound"))
    if any(valency.is_one_of(use, reading, i) for use in ("bodily", "bloodless") for i in kinds):
        return True
    aims = [
        valency.governed(reading, telling.trigger, "on", "against"),
        *valency.parts(reading, telling.trigger, "obj"),
    ]
    battles = valency.is_one_of("battling", reading, telling.trigger)
    stand_for = ("principle", *(("ill",) if battles else ()))
    return any(i is not None and any(valency.is_one_of(use, reading, i) for use in stand_for) for i in aims)


def _is_fate(reading: Reading, telling: Telling) -> bool:
    """Whether nobody forces those who are forced to do something: "were {forced} to flee"."""
    trigger = telling.trigger
    forced = valency.is_one_of("forcing", reading, trigger) and valency.has(reading, trigger, "xcomp")
    return forced and valency.has(reading, trigger, "aux:pass") and not valency.has(reading, trigger, "obl:agent")


def _is_search_for(reading: Reading, telling: Telling) -> bool:
    """Whether somebody is looked for who is lost, and nobody searched: "a {search} for survivors"."""
    if not _is_search(reading, telling):
        return False
    borne = (telling.trigger, valency.bearer(reading, telling.trigger))
    return any(valency.governed(reading, i, "for") is not None for i in borne)


def is_mere_search(reading: Reading, telling: Telling) -> bool:
    """Whether it is not told what is searched: "found after a {search}", but not "a search of the house"."""
    if not _is_search(reading, telling):
        return False
    borne = (telling.trigger, valency.bearer(reading, telling.trigger))
    return all(valency.governed(reading, i, "of", "at", "on") is None for i in borne)


def _is_search(reading: Reading, telling: Telling) -> bool:
    noun = telling.trigger
    return telling.type == "COERCE" and valency.is_one_of("searching", reading, noun) and reading.pos[noun] == "NOUN"


def _is_care(reading: Reading, telling: Telling) -> bool:
    """Whether somebody hurt or dead is taken to where he is cared for, and not seized: "was {taken} to hospital"."""
    verb = telling.trigger
    if telling.type not in ("ASSAULT", "COERCE") or not valency.is_one_of("carrying", reading, verb):
        return False
    objects = valency.parts(reading, verb, "obj")
    taken = (valency.sufferer(reading, verb), valency.governed(reading, verb, "to"), *objects)
    return any(i is not None and valency.is_one_of("cared for", reading, i) for i in taken)


def _is_blow_by_another_act(reading: Reading, telling: Telling) -> bool:
    """Whether somebody is hit in a manner of speaking, by an act that is no attack: "was {hit} by protests",
    "sanctions {hit} the bank"."""
    verb = telling.trigger
    if telling.type != "ASSAULT" or reading.pos[verb] != "VERB" or not valency.is_one_of("harming", reading, verb):
        return False
    passive = valency.has(reading, verb, "aux:pass")
    by = valency.governed(reading, verb, "by") if passive else whom.told_by(reading, verb)
    known = lexicon.event_word(reading.word(by), reading.pos[by]) if by is not None and by != verb else None
    return known is not None and known.pos == "noun" and "ASSAULT" not in known.types


def _is_price(reading: Reading, telling: Telling) -> bool:
    """Whether a tariff is what everybody pays for what he uses: "raised {electricity} tariffs"."""
    if telling.type not in ("SANCTION", "CONCEDE"):
        return False
    nouns = (i for i in (telling.trigger, *telling.shown) if valency.is_one_of("tariff", reading, i))
    kinds = (k for i in nouns for k in valency.parts(reading, i, "compound", "amod"))
    return any(valency.is_one_of("metered", reading, k) for k in kinds)
