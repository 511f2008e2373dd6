"""What one says was not given, sent, served or told, and another tells was: "nobody gave us {jackets}", "{jackets} had
been handed out"; "had not been {paid}", "the {money} was sent"; "nobody had {asked} them", "had held {hearings}"."""

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
TOLD, MONEY = "tell", "money"  # what is given in many words: word of a thing, and pay
FAR = 4  # sentences between who says that it was not given and who says that it was
NAMING = ("NOUN", "PROPN")
THING = ("NOUN", "SYM")  # a sum of money may be tagged as a symbol
UNDERGOING = ("obj", "nsubj:pass", "nsubj", "obl")  # how a word depends on a verb that may be for what is given


def given(hearing: Hearing, claims: Sequence[Claim]) -> Iterator[Found]:
    """Who says that something was not given, against whoever tells nearest to it that it was."""
    heard = set[tuple[str | None, Claim]]()
    for claim, others in negations(hearing, claims, FAR):
        if things := _not_given(hearing, claim):
            speaker = hearing.statements[claim.statement].speaker
            theirs = hearing.names(speaker or "") | claim.terms
            beside = (one for one in others if not of_other_deeds(hearing, claim, one))
            told = [one for one in beside if not things.isdisjoint(_given(hearing, one, theirs))]
            if heard.isdisjoint((speaker, one) for one in told):
                yield from set_nearest_against(hearing, told, claim)
            heard.update((speaker, one) for one in told)


def _not_given(hearing: Hearing, claim: Claim) -> frozenset[str]:
    """What a claim says was not given, in terms: "served with no {notice}", "nobody gave us {jackets}"."""
    negated = hearing.claims.negated_words(claim)
    theirs = hearing.names(hearing.statements[claim.statement].speaker or "")
    things = frozenset(term for verb in negated for term in _handled(hearing, claim, verb, theirs))
    words = (hearing.reading.word(i).lower() for i in range(*claim.words))
    return things if NOTHING in words else things - {GIVEN}


def _given(hearing: Hearing, claim: Claim, theirs: frozenset[str]) -> frozenset[str]:
    """What a claim says was given, in terms. theirs: the terms of those who say that it was not."""
    negated = hearing.claims.negated_words(claim)
    verbs = (i for i in range(*claim.words) if i not in negated and not _is_ahead(hearing, i))
    return frozenset(term for verb in verbs for term in _handled(hearing, claim, verb, theirs))


def _handled(hearing: Hearing, claim: Claim, verb: int, theirs: frozenset[str]) -> Iterator[str]:
    """What is given by what a verb of giving, telling or meeting tells, in terms."""
    reading = hearing.reading
    if reading.pos[verb] != "VERB":
        return
    word = reading.word(verb)
    if is_one_of("inform", word) and _is_to_them(hearing, verb, theirs):
        yield TOLD  # "nobody {told} us", "we had been {warned}"
    things = [
        i
        for i in valency.parts(reading, verb, *UNDERGOING)
        if claim.words[0] <= i < claim.words[1] and reading.pos[i] in THING and _is_what(hearing, i)
    ]
    if is_one_of("holding", word) and any(is_one_of("gathering", reading.word(i)) for i in things):
        yield TOLD  # "had {held} two meetings with them"
    if not is_one_of("hand_over", word) or _goes_elsewhere(hearing, verb):
        return
    yield GIVEN
    if is_one_of("paying", word) and not things:
        yield MONEY
    subject = next(valency.parts(reading, verb, "nsubj:pass"), None)
    if subject is not None and reading.pos[subject] == "PRON":
        yield f"{stem(word)} it"  # "it had not been {served} with the bill", "it had been"
    for i in things:
        yield from _named(hearing, i)


def _is_to_them(hearing: Hearing, verb: int, theirs: frozenset[str]) -> bool:
    """Whether a verb of telling tells whoever says that he was not told, or nobody by name."""
    others = [i for i in valency.parts(hearing.reading, verb, "obj", "iobj") if hearing.reading.pos[i] in NAMING]
    return all(hearing.claims.term(i) in theirs and hearing.reading.pos[i] == "PROPN" for i in others)


def _is_what(hearing: Hearing, i: int) -> bool:
    """Whether a word that depends on a verb is for what is given by it, and not for whom or when."""
    by_with = hearing.reading.relation[i] != "obl" or "with" in valency.forms(hearing.reading, i, "case")
    return by_with and not _is_somebody(hearing, i)


def _named(hearing: Hearing, i: int) -> Iterator[str]:
    """What a thing that is given is, in terms: by its word, and of pay and of notices that they are."""
    word = hearing.reading.word(i)
    if term := hearing.claims.term(i):
        yield term
    if is_one_of("pay", word):
        yield MONEY
    if is_one_of("notice", word):
        yield TOLD


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
