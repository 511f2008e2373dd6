"""Of whose men something is told, and who says that none of them was there: "a guerrilla was among the dead", "{none of
its men} was in the valley"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.account.disputed.assertions import negations, set_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import of_another
from sayso.account.disputed.hearing import Found, Hearing
from sayso.account.grammar.stems import is_one_of

FAR = 2  # sentences between what is told of them and who says that it was none of his
OWN = 3  # words behind "none" in which "of its men" stands


def none_of_ours(hearing: Hearing, claims: Sequence[Claim]) -> Iterator[Found]:
    """Who says that none of his own was there, or did it, against who has just told of them."""
    for claim, others in negations(hearing, claims, FAR):
        speaker = hearing.statements[claim.statement].speaker
        if speaker is None or not _says_none(hearing, claim):
            continue
        before = [one for one in others if one.words < claim.words and not of_another(hearing, one, claim, deed=True)]
        told = [one for one in before if not one.negated and hearing.concerns(one.statement, speaker)]
        if told:
            yield set_against(hearing, told[-1], claim, "occurrence", hearing.issue([told[-1]]))


def _says_none(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim begins with none of somebody's own: "{none of its men} was there"."""
    opening = range(claim.words[0], min(claim.words[0] + OWN + 2, claim.words[1]))
    words = [hearing.reading.word(i).lower() for i in opening]
    if words[:2] != ["none", "of"] or len(words) < OWN + 1:
        return False
    return words[2] in lexicon.denial_words("own") and any(is_one_of("men", word) for word in words[OWN:])
