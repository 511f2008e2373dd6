"""Harm of which one tells, where another says that nobody came to any: "they {beat} a guard", "{nobody} was hurt"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.account.disputed.assertions import negations, set_nearest_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import of_other_deeds
from sayso.account.disputed.hearing import Found, Hearing
from sayso.account.grammar import valency
from sayso.account.grammar.stems import forms, is_one_of, stem, stems

FAR = 3  # sentences from who tells of harm to who says that there was none
STEPS = 4  # words of the tree from "none" up to what befell none


@dataclass(frozen=True, slots=True)
class _Unharmed:
    """A claim that nobody came to harm."""

    claim: Claim
    kind: frozenset[str]  # who did not, in terms: "no {docker}"; empty: nobody at all
    died: bool  # that nobody died, which says nothing of the hurt


def harms(hearing: Hearing, claims: Sequence[Claim]) -> Iterator[Found]:
    """Who says that nobody was hurt, against whoever tells nearest to it of somebody that was."""
    for claim, others in negations(hearing, claims, FAR):
        if (none := _unharmed(hearing, claim)) is not None:
            told = [one for one in others if _contradicts(hearing, one, none)]
            yield from set_nearest_against(hearing, told, claim)


def _contradicts(hearing: Hearing, one: Claim, none: _Unharmed) -> bool:
    """Whether a claim tells of harm to those of whom another says that they came to none."""
    if of_other_deeds(hearing, one, none.claim):
        return False
    return any(not none.kind or _are_of(victims, none.kind) for victims in _harmed(hearing, one, died=none.died))


def _unharmed(hearing: Hearing, claim: Claim) -> _Unharmed | None:
    """What a claim says of those who came to no harm: "{no one} was hurt", "{none} of the guards were touched"."""
    reading = hearing.reading
    for i in range(*claim.words):
        if reading.word(i).lower() not in lexicon.counted_words("none"):
            continue
        whom = _none_of(hearing, i)
        verb = next((k for k in reading.upward(whom, STEPS) if _befalls(hearing, k)), None)
        if verb is not None and claim.words[0] <= verb < claim.words[1] and not valency.has(reading, verb, "obj"):
            return _Unharmed(claim, _kind(hearing, whom), valency.is_one_of("dying", reading, verb))
        if reading.word(i).lower() == "no" and is_one_of("harm_done", reading.word(whom)):
            return _Unharmed(claim, frozenset(), died=False)  # "there were no {injuries}"
    return None


def _none_of(hearing: Hearing, i: int) -> int:
    """The word for those of whom there is none: of "no docker" the noun, else the word for nobody itself."""
    reading = hearing.reading
    head = reading.head[i]
    return head if reading.word(i).lower() == "no" and reading.relation[i] == "det" else i


def _befalls(hearing: Hearing, verb: int) -> bool:
    """Whether a word says that harm befalls its subject: "was {hurt}", "had {fallen} ill"."""
    after = min(verb + 1, len(hearing.reading) - 1)
    return any(is_one_of("harm", hearing.reading.word(i)) for i in (verb, after))


def _kind(hearing: Hearing, whom: int) -> frozenset[str]:
    """What those are of whom nobody came to harm, in stems: "no {docker}", "none of the {guards}"; not "no one"."""
    reading = hearing.reading
    nouns = (i for i in hearing.claims.under(whom) if reading.pos[i] == "NOUN" and reading.word(i).lower() != "one")
    return frozenset(stem(reading.word(i)) for i in nouns) - stems("whoever")


def _harmed(hearing: Hearing, claim: Claim, *, died: bool) -> Iterator[frozenset[str]]:
    """Those who came to harm by a claim, in the stems of the words for them. died: who died alone."""
    reading, end = hearing.reading, claim.words[1]
    negated = hearing.claims.negated_words(claim)
    for i in range(*claim.words):
        befalls = valency.is_one_of("killing", reading, i) if died else is_one_of("harm", reading.word(i))
        if i in negated or not befalls:
            continue
        if reading.pos[i] == "NOUN" and is_one_of("harm_done", reading.word(i)):
            yield frozenset(form for k in range(*claim.words) for form in forms(reading.word(k)))
        elif reading.pos[i] in ("VERB", "ADJ"):
            suffering = valency.parts(reading, i, "obj", "nsubj:pass") if _is_done(hearing, i) else ()
            bodily = is_one_of("bodily", reading.word(i))
            people = [k for k in suffering if claim.words[0] <= k < end and (bodily or _are_people(hearing, k))]
            words = [reading.word(m) for k in people for m in hearing.claims.under(k)]
            if words:
                yield frozenset(form for word in words for form in forms(word))


def _is_done(hearing: Hearing, verb: int) -> bool:
    """Whether a verb tells of what was done, and not of what is to be: "had {beaten}", not "to {beat}"."""
    return "to" not in valency.forms(hearing.reading, verb, "mark", "aux")


def _are_people(hearing: Hearing, i: int) -> bool:
    """Whether a word is for people: a pronoun, or a noun or name that means somebody."""
    reading = hearing.reading
    if reading.pos[i] == "PRON":
        pronoun = lexicon.pronoun(reading.word(i))
        return pronoun is not None and pronoun.gender != "n"
    mention, actor = reading.mentions.get(i), hearing.actor_at((i,))
    person = mention is not None and mention.kind == "person"
    return person or (actor is not None and hearing.known[actor].kind in ("person", "group", "anonymous"))


def _are_of(victims: Iterable[str], kind: frozenset[str]) -> bool:
    """Whether those who came to harm are of a kind: by the same word, or both in uniform: "a guard", "the officers"."""
    victims = frozenset(victims)
    return bool(victims & kind) or (bool(victims & stems("uniformed")) and bool(kind & stems("uniformed")))
