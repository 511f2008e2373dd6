"""Contrary words for one thing: "lawful" and "a violation"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import cast

from sayso import lexicon
from sayso.account.disputed.assertions import FAR, NEAR, TURN, facing, set_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import elsewhere, has_word, of_another
from sayso.account.disputed.hearing import BODIES, Found, Hearing
from sayso.account.grammar import valency
from sayso.account.grammar.stems import forms, is_one_of, listed, stem
from sayso.model import DisputeKind

WIDE = 10  # sentences that two positions may be apart that are of one person by name
SHORT = 4  # words for something told of before: "the car", "all those killed"
PERSONS = ("he", "she", "him", "her")


@dataclass(frozen=True, slots=True)
class _Contrary:
    kind: DisputeKind
    words: frozenset[str]
    opposite: frozenset[str]
    needed: frozenset[str]  # each side must have one of these; empty: none
    confined: bool  # the first words contradict only where they are confined: "only tear gas"


@cache
def _contraries() -> tuple[_Contrary, ...]:
    return tuple(
        _Contrary(
            cast(DisputeKind, kind),
            listed(words.removeprefix("only ").split()),
            listed(opposite.split()),
            listed(() if needed == "-" else needed.split()),
            words.startswith("only "),
        )
        for kind, words, opposite, needed in lexicon.rows("contraries.tsv", 4)
    )


@cache
def _pairs_listed() -> frozenset[str]:
    return frozenset(word for one in _contraries() for word in one.words | one.opposite if "_" in word)


def contraries(hearing: Hearing, asserted: Sequence[Claim]) -> Iterator[Found]:
    """Words that cannot both be said of one thing: "lawful" and "a violation", a depot and a school that were hit."""
    told = [(claim, _said(hearing, claim)) for claim in asserted]
    for contrary in _contraries():
        either = contrary.words | contrary.opposite
        claims = [claim for claim, said in told if either & said]
        near = FAR if contrary.needed else NEAR
        for one, other in facing(hearing, claims, WIDE):
            if not (_beside(hearing, one, other, near) or _of_one_person(hearing, one, other)):
                continue
            if _contradict(hearing, contrary, one, other) and not _is_of_another(hearing, one, other):
                yield set_against(hearing, one, other, contrary.kind, hearing.issue([one, other]))
                break


def _is_of_another(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether two claims are of other things, or of other days; what a thing is said to be it is at all times: "the
    drills are {routine} and take place each year"."""
    roots = (hearing.claims.root(claim.words) for claim in (one, other))
    if all(valency.has(hearing.reading, root, "cop") for root in roots):
        return any(valency.is_word("unlike", hearing.reading, i) for i in range(*other.words))
    return of_another(hearing, one, other)


def _beside(hearing: Hearing, one: Claim, other: Claim, near: int) -> bool:
    """Whether two claims are told near each other, or in turn."""
    apart = hearing.reading.sentence[other.words[0]] - hearing.reading.sentence[one.words[0]]
    return apart <= near or (apart <= TURN and hearing.in_turn(one.statement, other.statement))


def _of_one_person(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether the second of two claims is of somebody by a name, whom the first names, too: "{Ann Lee} was alive"."""
    subject = _subject(hearing, other)
    if subject is None or hearing.reading.pos[subject] != "PROPN":
        return False
    mention = hearing.reading.mentions.get(subject)
    term = hearing.claims.term(subject)
    return mention is not None and mention.kind == "person" and term in one.terms


def _said(hearing: Hearing, claim: Claim) -> frozenset[str]:
    """The stems of what a claim says is so of its subject; of two words that are listed together, the pair."""
    besides = hearing.claims.negated_words(claim) | _subject_words(hearing, claim)
    words = ["" if i in besides else hearing.reading.word(i).lower() for i in range(*claim.words)]
    words = [word for word in words if word != "any"]  # "without any warning"
    pairs = [f"{stem(one)}_{stem(other)}" if one and other else "" for one, other in pairwise(words)]
    paired = [n for n, pair in enumerate(pairs) if pair in _pairs_listed()]
    apart = [word for n, word in enumerate(words) if word and n not in paired and n - 1 not in paired]
    said = frozenset(form for word in apart for form in forms(word))
    return said | {pairs[n] for n in paired}


def _subject_words(hearing: Hearing, claim: Claim) -> frozenset[int]:
    """The words before the verb of a claim that tell what it is of, and those for who does what it tells besides."""
    root = hearing.claims.root(claim.words)
    subjects = valency.parts(hearing.reading, root, *valency.SUBJECTS, "csubj")
    before = (i for i in subjects if claim.words[0] <= i < root)
    doers = (i for i in range(*claim.words) if hearing.reading.relation[i] == "nsubj")
    acting = {i for i in doers if hearing.reading.pos[hearing.reading.head[i]] == "VERB"}  # "when {gunmen} attacked"
    return frozenset(k for i in before for k in hearing.claims.under(i) if claim.words[0] <= k < root) | acting


def _contradict(hearing: Hearing, contrary: _Contrary, one: Claim, other: Claim) -> bool:
    words = [_said(hearing, claim) for claim in (one, other)]
    if not any(
        words[k] & contrary.words and words[1 - k] & contrary.opposite
        and (contrary.confined or not words[k] & contrary.opposite)  # "{fired} only into the air"
        and not words[1 - k] & contrary.words
        for k in (0, 1)
    ):  # fmt: skip
        return False
    either = contrary.words | contrary.opposite
    if contrary.confined:
        confining = one if words[0] & contrary.words else other
        apart = elsewhere(hearing, one, other) or _are_others(hearing, one, other)
        return has_word(hearing, confining, "only") and not apart
    if not contrary.needed:
        tied = _of_one_thing(hearing, one, other, either) or _goes_on_with(hearing, one, other)
        tied = tied or (_is_of_known(hearing, other) and _is_broader(hearing, other))
        answers = contrary.kind in ("occurrence", "procedure") and (
            _answers(hearing, one, other)
            or (hearing.statements[other.statement].force == "accuse" and _answers(hearing, other, one))
        )
        return tied or answers or _is_of_teller(hearing, one, other)
    steps = hearing.sentence(other.statement) - hearing.sentence(one.statement)
    of_it = steps <= NEAR and _by_pronoun(hearing, other, ("it", "they"))  # "the truce holds", "it was broken"
    has = [bool(contrary.needed & (said | claim.terms)) for said, claim in zip(words, (one, other), strict=True)]
    of_known = steps <= NEAR and _is_of_known(hearing, other)
    needed = has[0] and (has[1] or of_it or of_known)
    roots = [hearing.claims.root(claim.words) for claim in (one, other)]
    deeds = {stem(hearing.reading.word(root)) for root in roots if hearing.reading.pos[root] != "NOUN"}
    shared = {term for term in one.terms & other.terms if not term.startswith("=") and term not in deeds}
    told_of_oneself = hearing.of_own(one) != hearing.of_own(other)
    tied = of_it or told_of_oneself or bool(shared - either) or _by_pronoun(hearing, other, PERSONS)
    tied = tied or (steps <= NEAR and any(_is_of_all(hearing, claim) for claim in (one, other)))
    tied = tied or of_known or (steps <= NEAR and _is_of_teller(hearing, one, other))
    return needed and tied and not elsewhere(hearing, one, other)


def _are_others(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether two claims tell what men of two kinds did: "rebels fired", "the police fired only into the air"."""
    doers = (valency.subject(hearing.reading, hearing.claims.root(claim.words)) for claim in (one, other))
    actors = [None if doer is None else hearing.actor_at((doer,)) for doer in doers]
    sectors = {hearing.known[actor].sector if actor else None for actor in actors}
    return None not in sectors and len(sectors) > 1


def _of_one_thing(hearing: Hearing, one: Claim, other: Claim, beside: Iterable[str]) -> bool:
    """Whether two claims share a word other than some, or the second speaks by a pronoun of what the first does."""
    shared = {term for term in one.terms & other.terms if not term.startswith("=")}
    said_to_be = valency.has(hearing.reading, hearing.claims.root(other.words), "cop")
    pronouns = ("it", "this", "them", *PERSONS, *(("they",) if said_to_be else ()))
    return bool(shared.difference(beside)) or _by_pronoun(hearing, other, pronouns)


def _goes_on_with(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether the second claim tells of somebody of whom the first tells, by the same noun: "shoved {a man}", "{the
    man} tripped"."""
    reading = hearing.reading
    subject = _subject(hearing, other)
    if not subject or reading.word(subject - 1).lower() not in lexicon.function_words("definite"):
        return False
    return any(reading.word(i).lower() == reading.word(subject).lower() for i in range(*one.words))


def _subject(hearing: Hearing, claim: Claim) -> int | None:
    """What a claim is of."""
    first, end = claim.words
    subjects = valency.parts(hearing.reading, hearing.claims.root(claim.words), *valency.SUBJECTS)
    return next((i for i in subjects if first <= i < end), None)


def _is_of_all(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim is of all there are: "{all} the pupils were safe"."""
    subject = _subject(hearing, claim)
    under = [] if subject is None else hearing.claims.under(subject)
    return any(hearing.reading.word(i).lower() in lexicon.denial_words("all_of_them") for i in under)


def _is_of_known(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim is of something told of before, by its article: "{the car} stood still"."""
    subject = _subject(hearing, claim)
    if subject is None:
        return False
    under = [hearing.reading.word(i).lower() for i in hearing.claims.under(subject)]
    return len(under) <= SHORT and any(word in lexicon.function_words("definite") for word in under[:2])


def _is_broader(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim is of something by a word that stands for a narrower one: "a drone", "the {aircraft}"."""
    subject = _subject(hearing, claim)
    return subject is not None and is_one_of("broader", hearing.reading.word(subject))


def _is_of_teller(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether two claims are of one of those who make them: "{Lund} said {she} had stepped down", "{Lund} had been
    sacked"."""
    tellers = {hearing.statements[claim.statement].speaker for claim in (one, other)}
    subjects = [_subject(hearing, claim) for claim in (one, other)]
    of = {hearing.actor_at((i,)) if i is not None else None for i in subjects}
    roots = (hearing.claims.root(claim.words) for claim in (one, other))
    did = any(valency.has(hearing.reading, root, "obj") for root in roots)  # "{it} hid its profits", "it told staff"
    return not did and len(of) == 1 and of <= tellers


def _answers(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether the second of two claims is by somebody of whom the first is: "{Chad}'s men crossed the river", "{its}
    men had stayed on their bank"."""
    speaker = hearing.statements[other.statement].speaker
    if speaker is None:
        return False
    if hearing.known[speaker].kind not in BODIES and hearing.known[speaker].sector not in ("MIL", "COP"):
        return any(hearing.actor_at((i,)) == speaker for i in range(*one.words))  # no namesake, nor a mayor's soldiers
    return hearing.concerns(one.statement, speaker)


def _by_pronoun(hearing: Hearing, claim: Claim, pronouns: tuple[str, ...]) -> bool:
    """Whether a claim has one of some pronouns for its subject, or its object, by which it does not speak of whoever
    makes it: "{he} fell", "officers pushed {him}"."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    parts = [claim.words[0], *valency.parts(reading, root, "nsubj", "nsubj:pass", "obj")]
    meant = [i for i in parts if reading.pos[i] == "PRON" and reading.word(i).lower() in pronouns]
    return any(not _means_speaker(hearing, claim, i) for i in meant)


def _means_speaker(hearing: Hearing, claim: Claim, pronoun: int) -> bool:
    """Whether a pronoun means whoever makes a claim; one in the words for him is of another: "an aide who saw {it} said
    {it} was real"."""
    statement, mention = hearing.statements[claim.statement], hearing.reading.mentions.get(pronoun)
    first, span = mention.antecedent if mention else None, statement.speaker_span
    if first is not None and span and hearing.reading.pos[first] == "PRON":
        a, b = hearing.reading.within(span)
        if a <= first < b and b - a > 1:
            return False
    return hearing.actor_at([pronoun]) == statement.speaker
