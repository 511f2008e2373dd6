"""What one says was not given, sent or served, and another tells was: "nobody gave us {jackets}", "{jackets} had been
handed out"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.account.disputed.assertions import negations, set_nearest_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import of_other_deeds
from sayso.account.disputed.hearing import Found, Hearing
from sayso.account.grammar import valency
from sayso.account.grammar.modality import future
from sayso.account.grammar.stems import is_one_of, stem
from sayso.account.where import toponyms

NOTHING, GIVEN = "nothing", "given"  # who got nothing has got nothing of what another gave
FAR = 2  # sentences between who says that it was not given and who says that it was
UNDERGOING = ("obj", "nsubj:pass", "nsubj", "obl")  # how a word depends on a verb that may be for what is given


def given(hearing: Hearing, claims: Sequence[Claim]) -> Iterator[Found]:
    """Who says that something was not given, against whoever tells nearest to it that it was."""
    for claim, others in negations(hearing, claims, FAR):
        if things := _not_given(hearing, claim):
            beside = (one for one in others if not of_other_deeds(hearing, claim, one))
            yield from set_nearest_against(hearing, [one for one in beside if _is_given(hearing, one, things)], claim)


def _not_given(hearing: Hearing, claim: Claim) -> frozenset[str]:
    """What a claim says was not given, in terms: "served with no {notice}", "nobody gave us {jackets}"."""
    negated = hearing.claims.negated_words(claim)
    things = frozenset(term for verb in negated for term in _handled(hearing, claim, verb))
    words = (hearing.reading.word(i).lower() for i in range(*claim.words))
    return things if NOTHING in words else things - {GIVEN}


def _is_given(hearing: Hearing, claim: Claim, things: frozenset[str]) -> bool:
    """Whether a claim says that one of some things was given."""
    negated = hearing.claims.negated_words(claim)
    verbs = (i for i in range(*claim.words) if i not in negated and not _is_ahead(hearing, i))
    return any(not things.isdisjoint(_handled(hearing, claim, verb)) for verb in verbs)


def _handled(hearing: Hearing, claim: Claim, verb: int) -> Iterator[str]:
    """What is given by what a verb of giving tells, in terms."""
    reading = hearing.reading
    if reading.pos[verb] == "VERB" and is_one_of("inform", reading.word(verb)):
        others = (i for i in valency.parts(reading, verb, "obj", "iobj") if reading.pos[i] in ("NOUN", "PROPN"))
        yield from () if any(others) else ("tell",)  # "nobody {told} us", "we had been {warned}"
    if reading.pos[verb] != "VERB" or not is_one_of("hand_over", reading.word(verb)):
        return
    if _goes_elsewhere(hearing, verb):
        return
    yield GIVEN
    subject = next(valency.parts(reading, verb, "nsubj:pass"), None)
    if subject is not None and reading.pos[subject] == "PRON":
        yield f"{stem(reading.word(verb))} it"  # "it had not been {served} with the bill", "it had been"
    for i in valency.parts(reading, verb, *UNDERGOING):
        within = claim.words[0] <= i < claim.words[1] and reading.pos[i] == "NOUN"
        by_with = reading.relation[i] != "obl" or "with" in valency.forms(reading, i, "case")
        if within and by_with and not _is_somebody(hearing, i) and (term := hearing.claims.term(i)):
            yield term


def _goes_elsewhere(hearing: Hearing, verb: int) -> bool:
    """Whether a thing is told to have gone somewhere in particular, and may have come to nobody else: "sent to the
    {north}"."""
    reading = hearing.reading
    for i in valency.parts(reading, verb, "obl"):
        named = reading.pos[i] == "PROPN" and hearing.actor_at((i,)) is None
        if "to" in valency.forms(reading, i, "case") and (named or reading.word(i).lower() in toponyms.words("part")):
            return True
    return False


def _is_somebody(hearing: Hearing, i: int) -> bool:
    """Whether a word is for somebody, to whom something is given."""
    mention = hearing.reading.mentions.get(i)
    named = mention is not None and mention.kind in ("person", "organization")
    return named or lexicon.source(hearing.reading.word(i)) is not None


def _is_ahead(hearing: Hearing, verb: int) -> bool:
    """Whether a verb tells of what is still to come, or to be: "will {send} aid", "is {sending} aid"."""
    auxiliaries = valency.forms(hearing.reading, verb, "aux", "mark")
    going_on = hearing.reading.word(verb).lower().endswith("ing")
    return future(hearing.reading, verb) or going_on or not auxiliaries.isdisjoint({"would", "to"})
