"""Who is said to have done it, and to have been elsewhere: "shot the clerk", "spent {that evening} in Bruges"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso import lexicon
from sayso.account.disputed.assertions import facing, set_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.hearing import Found, Hearing
from sayso.account.grammar import valency
from sayso.account.grammar.stems import is_one_of


def alibis(hearing: Hearing, asserted: Sequence[Claim]) -> Iterator[Found]:
    """Who accuses somebody of a deed, against who says that at that time he was at another place."""
    for one, other in facing(hearing, asserted):
        doer, absent = _doer(hearing, one), valency.subject(hearing.reading, hearing.claims.root(other.words))
        if doer is None or absent is None or not _was_away(hearing, other):
            continue
        if _same(hearing, doer, absent):
            yield set_against(hearing, one, other, "actor", hearing.issue([one]))


def _doer(hearing: Hearing, claim: Claim) -> int | None:
    """Who is said to have done a deed, or is accused of it: "{Ann Lee} shot him", "{Ann Lee} of shooting him"."""
    root = hearing.claims.root(claim.words)
    doer = valency.subject(hearing.reading, root)
    charged = not hearing.clause(claim) and hearing.statements[claim.statement].force == "accuse"
    if charged and hearing.reading.pos[claim.words[0]] == "PROPN":
        return claim.words[0]
    return doer if hearing.claims.tells_deed(root) else None


def _same(hearing: Hearing, doer: int, absent: int) -> bool:
    """Whether two words mean one person."""
    terms = [hearing.claims.term(i) for i in (doer, absent)]
    people = [hearing.actor_at((i,)) for i in (doer, absent)]
    named = hearing.reading.pos[doer] == "PROPN"
    last = {hearing.claims.term(i) for i in hearing.claims.under(doer)}
    return named and (terms[1] in last - {None} or (people[0] is not None and people[0] == people[1]))


def _was_away(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim places somebody at a time told before: "was at home {that night}"."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    stays = is_one_of("staying", reading.word(root)) or valency.has(reading, root, "cop")
    words = [reading.word(i).lower() for i in range(*claim.words)]
    pointed = any(a == "that" and b in lexicon.denial_words("stretch-of-day") for a, b in pairwise(words))
    behind = [words[i + 2] for i, two in enumerate(pairwise(words[:-1])) if two == ("at", "the")]
    then = pointed or not lexicon.denial_words("when").isdisjoint(behind)  # "at the {time}"
    placed = not lexicon.denial_words("whereabouts").isdisjoint(words)
    return stays and then and placed
