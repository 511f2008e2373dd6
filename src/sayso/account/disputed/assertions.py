"""Claims by which somebody says how things are, and which of them may stand against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.account.disputed.claims import Claim
from sayso.account.disputed.hearing import MANY, Found, Hearing, Position
from sayso.account.grammar.stems import stems
from sayso.account.said.force_types import STATING
from sayso.model import DisputeKind

NEAR = 1  # sentences that two positions may be apart which are tied by what they speak of
FAR = 4  # and where both must name the matter: the vote
TURN = 5  # sentences that may lie between two who speak in turn, where nobody else does


def assertions(hearing: Hearing) -> list[Claim]:
    """The claims, in order, by which somebody says how things are."""
    of = hearing.statements
    return [
        claim
        for claim in _meant(hearing)
        if not hearing.denials.negated(claim)
        if not _is_what_is_denied(hearing, claim)
        if of[claim.statement].force in STATING or hearing.denials.cue(claim.statement) & stems("call")
    ]


def _is_what_is_denied(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim is the very thing that its cue denies: "denied that {it had any guns}"."""
    return bool(hearing.denials.cue(claim.statement) & stems("deny"))


def told(hearing: Hearing) -> list[Claim]:
    """The claims, in order, by which somebody tells how things are, or are not."""
    return [claim for claim in _meant(hearing) if hearing.statements[claim.statement].force in STATING]


def _meant(hearing: Hearing) -> Iterator[Claim]:
    """The claims of somebody that something is so, or is not; none of a heading, which the prose says again."""
    for claim in hearing.claims.all:
        statement = hearing.statements[claim.statement]
        meant = bool(statement.speaker) and not claim.possible and not _passes_on(hearing, claim)
        if meant and not hearing.text.is_heading(statement.content[0][0]):
            yield claim


def _passes_on(hearing: Hearing, claim: Claim) -> bool:
    """Whether most of a claim is what somebody else says by it: "Ana Lund: {The ministry says it got no letter}"."""
    n, words = claim.statement, hearing.reading.span(claim.words)
    inner = (
        k
        for k in hearing.beside(n)
        if hearing.statements[k].speaker not in (None, hearing.statements[n].speaker)
        and words[0] <= hearing.reading.starts[hearing.places[k]] < words[1]
    )
    told = (min(b, words[1]) - max(a, words[0]) for k in inner for a, b in hearing.statements[k].content)
    return any(2 * long > words[1] - words[0] for long in told)


def facing(hearing: Hearing, claims: Sequence[Claim], far: int = NEAR) -> Iterator[tuple[Claim, Claim]]:
    """Claims near one another of two who may stand against each other, or of two who speak in turn. far: sentences that
    they may be apart."""
    sentence, of = hearing.reading.sentence, hearing.statements
    for at, other in enumerate(claims):
        for k in range(at - 1, -1, -1):
            one = claims[k]
            steps = sentence[other.words[0]] - sentence[one.words[0]]
            if steps > max(far, TURN):
                break
            if hearing.overlap(one.statement, other.statement):
                continue
            if not hearing.opposed(of[one.statement].speaker, of[other.statement].speaker):
                continue
            if steps <= far or hearing.in_turn(one.statement, other.statement):
                yield one, other


def negations(hearing: Hearing, claims: Sequence[Claim], far: int) -> Iterator[tuple[Claim, list[Claim]]]:
    """The claims by which somebody says how it was not, each with those near it of others who may stand against whoever
    makes it. far: sentences that they may be apart."""
    of, sentence = hearing.statements, hearing.reading.sentence
    for at, claim in enumerate(claims):
        if not claim.negated:
            continue
        here, beside = sentence[claim.words[0]], list[Claim]()
        for way in (claims[max(0, at - MANY) : at], claims[at + 1 : at + 1 + MANY]):
            near = (one for one in way if abs(sentence[one.words[0]] - here) <= far)
            beside += (
                one
                for one in near
                if hearing.opposed(of[one.statement].speaker, of[claim.statement].speaker)
                and hearing.together(one.statement, claim.statement)
                and not hearing.overlap(one.statement, claim.statement)
            )
        yield claim, beside


def set_against(hearing: Hearing, one: Claim, other: Claim, kind: DisputeKind, issue: str) -> Found:
    """The dispute of those who make two claims."""
    claimed, contested = (Position(hearing.said(claim.statement)) for claim in (one, other))
    claimed.add(hearing.statements[one.statement].speaker, one.statement)
    contested.add(hearing.statements[other.statement].speaker, other.statement)
    return Found(claimed, contested, kind, issue, [one, other])


def set_nearest_against(hearing: Hearing, told: Sequence[Claim], negation: Claim) -> Iterator[Found]:
    """The dispute of whoever says that something was not so with who tells nearest to it that it was, if any does."""
    if told:
        one = min(told, key=lambda one: abs(one.words[0] - negation.words[0]))
        yield set_against(hearing, one, negation, "occurrence", hearing.issue([one]))
