"""At whom is an act aimed, as its type tells: who is blamed, asked, threatened, marched against, cut off, judged?"""

from __future__ import annotations

from collections.abc import Callable

from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import holds
from sayso.account.happened.tellings import Telling
from sayso.model import EventType
from sayso.reader.reading import Reading, Words

SURELY = 0.6  # how likely the model must take somebody for whom it concerns, and not a thing
TIED = ("to", "with", "against", "from", "on")  # before whom ties are cut with: "halted aid to Chad"


def set_aim(reading: Reading, telling: Telling) -> None:
    """Set right at whom an act is aimed."""
    if not (aimed := _aimed_at(reading, telling)):
        return
    sure = any(telling.fills("recipient", words) >= SURELY for words in telling.parts["recipient"])
    if sure and all(whom.is_mere_thing(reading, words) for words in aimed):
        return  # "problems he blamed on the policies of {the bank}"
    telling.parts["recipient"] = aimed
    if telling.type == "ACCUSE":
        telling.leave_out("actor", lambda words: words in aimed)


def _aimed_at(reading: Reading, telling: Telling) -> list[Words]:
    """Whom an act of its type is told to concern; none where nothing tells it better than what fills the role."""
    find = _BY_TYPE.get(telling.type)
    return [] if find is None else find(reading, telling)


def _accused(reading: Reading, telling: Telling) -> list[Words]:
    """Who is accused: "blamed the raid on {the miners}", or whoever an accusation is about."""
    trigger = telling.trigger
    blamed = valency.governed(reading, trigger, "on") if valency.is_one_of("laying", reading, trigger) else None
    if blamed is not None and whom.is_somebody(reading, blamed):
        return whom.named(reading, blamed, trigger)
    return _protested_to(reading, trigger) or _topic(reading, trigger)


def _protested_to(reading: Reading, protest: int) -> list[Words]:
    """With whom a protest is lodged, about what he did: "lodged a protest with {Oslo}"."""
    if reading.pos[protest] != "NOUN" or not valency.is_one_of("demonstrating", reading, protest):
        return []
    verb = valency.bearer(reading, protest)
    to = next((i for k in (protest, verb) if (i := valency.governed(reading, k, "with", "to")) is not None), None)
    return whom.named(reading, to, protest) if valency.is_one_of("lodged", reading, verb) else []


def _asked(reading: Reading, telling: Telling) -> list[Words]:
    """Of whom something is asked, or with whom talks are: "asked for talks with {the miners}", "demanded the
    resignation of {the mayor}"."""
    trigger, words = telling.trigger, _topic(reading, telling.trigger)
    if any(w[0] > trigger for w in words or telling.parts["recipient"]):
        return words
    met = whom.named(reading, valency.met(reading, trigger), trigger) or words
    return met or whom.named(reading, _whose_act(reading, trigger), trigger)


def _whose_act(reading: Reading, demand: int) -> int | None:
    """Who is to do what is demanded, where that is his own act alone: "called for the resignation of {the mayor}"."""
    acts = valency.parts(reading, demand, "obj", "obl", "xcomp")
    found = (valency.whose(reading, act) for act in acts if act > demand)
    return next((who for who in found if who is not None), None)


def _topic(reading: Reading, trigger: int) -> list[Words]:
    """Whom a charge or a demand is about that has no object: "{firms} it accuses"."""
    if reading.pos[trigger] == "NOUN":
        about = valency.topic(reading, trigger)
        return whom.named(reading, about, trigger) if about is not None and whom.is_somebody(reading, about) else []
    if valency.has(reading, trigger, "obj"):
        return []
    told_of, subject = reading.head[trigger], valency.nearest_subject(reading, trigger)
    bare = subject is not None and told_of < subject
    if subject is None or not bare or valency.is_word("relative", reading, subject):
        return whom.named(reading, valency.topic(reading, trigger), trigger)
    if reading.relation[trigger] == "acl:relcl":
        return whom.named(reading, told_of, trigger)
    if (before := _right_before(reading, subject)) is not None and _wants_object(reading, trigger):
        return whom.named(reading, before, trigger)  # "{firms} the union accuses", as trees err
    return whom.named(reading, valency.topic(reading, trigger), trigger)


def _right_before(reading: Reading, subject: int) -> int | None:
    """Who is told of right before the subject of a clause."""
    before = min(valency.parts(reading, subject, "det", "amod", "compound", "nmod:poss"), default=subject) - 1
    return before if before >= 0 and whom.is_somebody(reading, before) else None


def _wants_object(reading: Reading, verb: int) -> bool:
    """Whether a verb that has no object wants one: "accused of theft", and not "was accused"."""
    behind = reading.word(verb + 1).lower() if verb + 1 < len(reading) else ""
    active = not valency.has(reading, verb, "aux:pass", "nsubj:pass")
    return active and behind in ("of", "for") and valency.is_one_of("charging", reading, verb)


def _threatened(reading: Reading, telling: Telling) -> list[Words]:
    """Who is threatened: "threatened to send its troops to crush {the rebels}", "to strike unless {the miners}
    leave"."""
    trigger = telling.trigger
    telling.leave_out("recipient", lambda words: _is_sent(reading, words, trigger))
    known = telling.parts["recipient"]
    warned = [valency.sufferer(reading, trigger), *valency.parts(reading, trigger, "obj")]
    they = any(holds(words, i) for words in known for i in warned if i is not None)
    own = () if they else valency.infinitives(reading, trigger)  # not "warned {Oslo} not to cut the cable"
    aims = (list(whom.objects(reading, verb)) for verb in own)
    aim = next(reversed([words for words in aims if words]), [])
    words = aim if aim and not any(w[0] > aim[0][0] for w in known) else []
    if not words and not known:
        return whom.named(reading, valency.condition(reading, trigger), trigger)
    return words


def _is_sent(reading: Reading, words: Words, threat: int) -> bool:
    """Whether those meant are whom somebody threatens to send, and not at whom: "threatened to send in {troops}"."""
    verb = valency.verb_of(reading, words, "obj", "obl")
    if verb is None or not valency.is_one_of("sending-in", reading, verb):
        return False
    at_whom = any(reading.word(i).lower() in TIED for i in range(*words))
    return not at_whom and verb in valency.infinitives(reading, threat)


def _protested_against(reading: Reading, telling: Telling) -> list[Words]:
    """Against whom people protest: "marched against {the junta}"."""
    if telling.parts["recipient"]:
        return []
    return whom.named(reading, valency.governed(reading, telling.trigger, "against"), telling.trigger)


def _sanctioned(reading: Reading, telling: Telling) -> list[Words]:
    """On whom a measure is laid, or with whom ties are cut: "{imposed} sanctions on Niger", "halted aid to {Chad}"."""
    trigger = telling.trigger
    cut = (trigger, *valency.parts(reading, trigger, "obj"))
    bearer = valency.bearer(reading, trigger)
    measures = (*cut, bearer) if valency.is_one_of("light", reading, bearer) else cut
    laid = next((found for i in measures if (found := _laid_on(reading, i, trigger))), [])
    if laid or telling.parts["recipient"]:
        return laid
    ties = (whom.named(reading, valency.governed(reading, i, *TIED), trigger) for i in cut)
    return next((found for found in ties if found), [])


def _laid_on(reading: Reading, measure: int, trigger: int) -> list[Words]:
    """Those on whom a measure is laid: "sanctions on {two banks} and a port"."""
    laid_on = valency.governed(reading, measure, "on", "against")
    things = () if laid_on is None or whom.is_somebody(reading, laid_on) else (measure, laid_on)
    for thing in (k for i in things for k in (i, *valency.parts(reading, i, "nmod"))):
        if not whom.is_somebody(reading, thing) and (maker := valency.governed(reading, thing, "from")) is not None:
            return whom.named(reading, maker, trigger)  # "tariffs on goods from {Niger}"
    found = whom.named(reading, laid_on, trigger)
    return [w for w in found if not whom.is_mere_thing(reading, w) and not whom.is_dated(reading, w[0])]


_BY_TYPE: dict[EventType, Callable[[Reading, Telling], list[Words]]] = {
    "ACCUSE": _accused,
    "REQUEST": _asked,
    "THREATEN": _threatened,
    "PROTEST": _protested_against,
    "SANCTION": _sanctioned,
}
