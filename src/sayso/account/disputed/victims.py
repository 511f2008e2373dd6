"""Who the dead were: fighters by one account, and by another none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.account.disputed.assertions import FAR, NEAR, facing, set_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import at_other_times, elsewhere
from sayso.account.disputed.hearing import Found, Hearing
from sayso.account.grammar import valency
from sayso.account.grammar.stems import counted_stems, is_one_of, stem

ALL = ("them", "those", "they")


@dataclass(frozen=True, slots=True)
class _Dead:
    """Who the dead were by a claim."""

    armed: bool
    said: bool  # it says of the dead told of before who they were: "{the dead} were farmers"
    near: bool  # it points at them by a pronoun alone: "all of {them} were farmers"


def victims(hearing: Hearing, asserted: Sequence[Claim]) -> Iterator[Found]:
    """The dead, fighters by one account and by another none: "killed six militants", "the dead were farmers"."""
    dead = {claim: who for claim in asserted if (who := _dead(hearing, claim)) is not None}
    for one, other in facing(hearing, [claim for claim in asserted if claim in dead], FAR):
        first, then = dead[one], dead[other]
        apart = hearing.reading.sentence[other.words[0]] - hearing.reading.sentence[one.words[0]]
        if first.armed == then.armed or not (first.said or then.said) or (then.near and apart > NEAR):
            continue
        if not (elsewhere(hearing, one, other) or at_other_times(hearing, one, other)):
            yield set_against(hearing, one, other, "characterization", hearing.issue([other if then.said else one]))
            return


def _dead(hearing: Hearing, claim: Claim) -> _Dead | None:
    """Whom a claim tells of as dead: those killed, those that died, or what it says the dead were."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    negated = hearing.claims.negated_words(claim)
    subject = next(valency.parts(reading, root, "nsubj"), None)
    if subject is not None and valency.has(reading, root, "cop") and root not in negated:
        said = _are_the_dead(hearing, claim, root)
        pointed = not said and _are_all_of_them(hearing, subject)
        armed = _armed(hearing, [root, *valency.parts(reading, root, "conj")])
        return None if armed is None or not (said or pointed) else _Dead(armed, True, pointed)
    killed = [k for i in range(*claim.words) if i not in negated for k in _killed(hearing, i)]
    armed = _armed(hearing, [k for k in killed if claim.words[0] <= k < claim.words[1]])
    return None if armed is None else _Dead(armed, False, False)


def _are_the_dead(hearing: Hearing, claim: Claim, root: int) -> bool:
    """Whether the words before what is said of somebody mean the dead told of before: "{those killed} were"."""
    words = range(claim.words[0], root)
    slain = any(is_one_of("slain", hearing.reading.word(i)) for i in words)
    return slain and any(valency.is_word("definite", hearing.reading, i) for i in words)


def _are_all_of_them(hearing: Hearing, subject: int) -> bool:
    """Whether a subject is those last told of: "{they} were", "all of {them} were"."""
    return any(hearing.reading.word(i).lower() in ALL for i in hearing.claims.under(subject))


def _killed(hearing: Hearing, verb: int) -> Iterator[int]:
    """The words for those of whom a verb tells that they were killed, or died."""
    reading = hearing.reading
    if reading.pos[verb] != "VERB" or not valency.is_one_of("killing", reading, verb):
        return
    passive = valency.has(reading, verb, "aux:pass", "nsubj:pass")
    dying = valency.is_one_of("dying", reading, verb) and not valency.has(reading, verb, "obj")
    for i in valency.parts(reading, verb, *(("nsubj", "nsubj:pass") if passive or dying else ("obj",))):
        yield from (i, *valency.parts(reading, i, "conj"))


def _armed(hearing: Hearing, words: Sequence[int]) -> bool | None:
    """Whether words are for people who fight; None where they tell neither that nor that they do not."""
    reading = hearing.reading
    told = [i for i in words if reading.pos[i] == "NOUN"]
    if any(is_one_of("combatant", reading.word(i)) for i in told):
        return True
    unarmed = (i for i in told if not (is_one_of("uniformed", reading.word(i)) or _is_anybody(hearing, i)))
    return False if any(_is_person(hearing, i) for i in unarmed) else None


def _is_anybody(hearing: Hearing, i: int) -> bool:
    """Whether a word tells nothing of whom it means: "people", "men"."""
    word = hearing.reading.word(i)
    anybody = counted_stems("anybody") | counted_stems("bodies")
    return stem(word) in anybody or is_one_of("whoever", word)


def _is_person(hearing: Hearing, i: int) -> bool:
    """Whether a word is for somebody."""
    mention = hearing.reading.mentions.get(i)
    return is_one_of("bystander", hearing.reading.word(i)) or (mention is not None and mention.kind == "person")
