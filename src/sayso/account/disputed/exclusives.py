"""What one says was used or done, and another that it was something else alone: "hired men from abroad", "{only its
own} men worked"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.account.disputed.assertions import facing, set_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import elsewhere, of_another
from sayso.account.disputed.hearing import Found, Hearing
from sayso.account.grammar import valency
from sayso.account.grammar.stems import stem, stems

OWN = 3  # words behind "only" in which "its own" stands


def exclusives(hearing: Hearing, asserted: Sequence[Claim]) -> Iterator[Found]:
    """Who says that it was something alone, against who has just said that it was something else."""
    for one, other in facing(hearing, asserted):
        if elsewhere(hearing, one, other) or of_another(hearing, one, other):
            continue
        merely = _did_merely(hearing, one, other) or _did_merely(hearing, other, one)
        only = _does_only(hearing, one, other) or _does_only(hearing, other, one)
        if merely or only or _answers_with_own(hearing, one, other):
            yield set_against(hearing, one, other, "occurrence", hearing.issue([one]))


def _answers_with_own(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether somebody of whom a claim is says that it was his own alone: "{only its own} staff"."""
    speaker = hearing.statements[other.statement].speaker
    words = [hearing.reading.word(i).lower() for i in range(*other.words)]
    own = any(stem(word) in stems("only") and "own" in words[at : at + OWN + 1] for at, word in enumerate(words))
    return own and speaker is not None and hearing.concerns(one.statement, speaker)


def _did_merely(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether of two claims of what somebody did the second makes it something less: "{police} had requested it", "they
    had {merely} suggested it"."""
    reading, roots = hearing.reading, [hearing.claims.root(claim.words) for claim in (one, other)]
    if any(reading.pos[root] != "VERB" for root in roots):
        return False
    deeds = [hearing.claims.term(root) or stem(reading.word(root)) for root in roots]
    lessened = any(stem(reading.word(i)) in stems("merely") for i in valency.parts(reading, roots[1], "advmod"))
    lessened = lessened and not other.negated  # "we don't {just} come"
    doers = [valency.subject(reading, root) for root in roots]
    speaker = hearing.statements[other.statement].speaker or ""
    of_him = doers[0] is not None and hearing.actor_at((doers[0],)) == speaker
    himself = hearing.of_own(other) or (doers[1] is not None and hearing.actor_at((doers[1],)) == speaker)
    if deeds[0] == deeds[1] or not lessened or None in doers or not himself:
        return False
    return of_him or not hearing.names(speaker).isdisjoint(one.about)


def _does_only(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether of two claims of one deed the second confines what it was done with, or to: "dumped acid", "dumped {only}
    water"."""
    roots = [hearing.claims.root(claim.words) for claim in (one, other)]
    deeds = [hearing.claims.term(root) for root in roots]
    if deeds[0] is None or deeds[0] != deeds[1]:
        return False
    things = [_things(hearing, claim, root) for claim, root in zip((one, other), roots, strict=True)]
    only = any(_is_confined(hearing, i) for i in things[1])
    terms = [{hearing.claims.term(i) for i in some} - {None} for some in things]
    return only and bool(terms[0] and terms[1]) and terms[0].isdisjoint(terms[1])


def _things(hearing: Hearing, claim: Claim, root: int) -> list[int]:
    """What a claim says its deed was done with or to."""
    things = valency.parts(hearing.reading, root, "obj", "nsubj:pass")
    return [i for i in things if claim.words[0] <= i < claim.words[1] and hearing.reading.pos[i] == "NOUN"]


def _is_confined(hearing: Hearing, i: int) -> bool:
    """Whether a word is for no more than what it says: "{only} empty sheds"."""
    before = range(max(0, min(hearing.claims.under(i)) - 1), i)
    return any(stem(hearing.reading.word(k)) in stems("only") for k in before)
