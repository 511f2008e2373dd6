"""Positions that exclude each other without a word of denial: two figures, rival reasons, a doubted aim."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from sayso import lexicon
from sayso.account.claims import Claim, stem, stems
from sayso.account.hearing import MANY, Found, Hearing, Position
from sayso.account.quantities import Number, is_hedged, number, unit_of

BEYOND = 1.25  # times a figure that another must be to contradict it
BESIDE = 2  # sentences that two figures may be apart


def figures(hearing: Hearing) -> Iterator[Found]:
    """Two figures, by different voices, for one thing."""
    counted: dict[str, list[tuple[Claim, Number]]] = {}
    for claim in hearing.claims.all:
        if hearing.statements[claim.statement].speaker is None or claim.possible:
            continue
        if hearing.statements[claim.statement].force not in ("assert", "accuse", "announce", "deny"):
            continue
        at = claim.words[0]
        while at < claim.words[1]:
            figure = number(hearing.reading, at) if hearing.reading.pos[at] == "NUM" else None
            if figure is None or figure.words[1] <= at:
                at += 1
                continue
            unit = unit_of(hearing.reading, figure).split(" ")[-1]
            if unit and stem(unit) not in stems("uncounted") and figure.value > 1:
                counted.setdefault(stem(unit), []).append((claim, figure))
            at = figure.words[1]
    for unit, told in counted.items():
        for (one, a), (other, b) in pairwise(told):
            if _contradict(hearing, unit, one, a, other, b):
                claimed, contested = (Position(hearing.reading.span(c.words)) for c in (one, other))
                claimed.add(hearing.statements[one.statement].speaker, one.statement)
                contested.add(hearing.statements[other.statement].speaker, other.statement)
                yield Found(claimed, contested, "quantity", _how_many(hearing, a), [one, other])
                break


def _contradict(hearing: Hearing, unit: str, one: Claim, a: Number, other: Claim, b: Number) -> bool:
    """Whether two figures cannot both hold: not for different places or times, not the newer of two, not a part."""
    speakers = [hearing.statements[c.statement].speaker for c in (one, other)]
    reading = hearing.reading
    if not speakers[0] or not speakers[1] or speakers[0] == speakers[1] or not hearing.opposed(*speakers):
        return False
    if abs(reading.sentence[one.words[0]] - reading.sentence[other.words[0]]) > BESIDE:
        return False
    lower, higher = sorted((a, b), key=lambda figure: (figure.value, figure.max or figure.value))
    if (lower.max or lower.value) * BEYOND >= higher.value:
        return False
    if is_hedged(reading, lower, "over") or is_hedged(reading, higher, "under"):
        return False  # "at least 40" may be 52
    words = {stem(reading.word(i)) for c in (one, other) for i in range(*c.words)}
    words |= {stem(reading.word(i)) for c in (one, other) for i in _cue_words(hearing, c.statement)}
    if words & stems("update"):
        return False
    shared = {t for t in one.terms & other.terms if not t[0].isdigit() and t != unit}
    return any(not t.startswith("=") for t in shared) and not _elsewhere(hearing, one, other)


def _cue_words(hearing: Hearing, n: int) -> range:
    cue = hearing.statements[n].cue
    return range(*hearing.reading.within(cue)) if cue else range(0)


def _elsewhere(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether two claims name different places or people."""
    named = [
        {hearing.claims.term(i) for i in range(*c.words) if hearing.reading.pos[i] == "PROPN"} - {None}
        for c in (one, other)
    ]
    return bool(named[0] - named[1]) and bool(named[1] - named[0])


def rival_causes(hearing: Hearing) -> Iterator[Found]:
    """A reason somebody gives, and rival explanations in the next sentence."""
    reading = hearing.reading
    rivals = {reading.sentence[i] for i in range(len(reading)) if _rival(hearing, i)}
    for n in hearing.order if rivals else ():
        cause = next((c for c in hearing.claims.of[n] if _has(hearing, c, "cause")), None)
        if cause is None or hearing.statements[n].speaker is None:
            continue
        here = hearing.sentence(n)
        for k in hearing.order[bisect_right(hearing.order_places, hearing.places[n]) :]:
            if hearing.sentence(k) - here > 1:
                break
            if (
                hearing.sentence(k) in rivals
                and hearing.opposed(hearing.statements[n].speaker, hearing.statements[k].speaker)
                and len(hearing.claims.of[k][:1])
                and len(hearing.claims.of[k][0].terms) > 1
            ):
                claim = hearing.claims.of[k][0]
                claimed, contested = Position(reading.span(claim.words)), Position(reading.span(cause.words))
                claimed.add(hearing.statements[k].speaker, k)
                contested.add(hearing.statements[n].speaker, n)
                yield Found(
                    claimed, contested, "cause", f"why: {hearing.short(reading.span(cause.words))}", [cause, claim]
                )
                break


def _rival(hearing: Hearing, i: int) -> bool:
    """Whether a word tells of rival explanations: "theories", "conflicting accounts"."""
    word = hearing.reading.word(i).lower()
    if word not in lexicon.denial_words("rival"):
        return False
    if hearing.reading.pos[i] == "NOUN":
        return True
    following = stem(hearing.reading.word(i + 1)) if i + 1 < len(hearing.reading) else ""
    return following in stems("claim") | stems("remark")


def _has(hearing: Hearing, claim: Claim, use: str) -> bool:
    return any(stem(hearing.reading.word(i)) in stems(use) for i in range(*claim.words))


def doubted_aims(hearing: Hearing) -> Iterator[Found]:
    """Somebody's aim as professed, and as another doubts it: "the only aim is …", "its real intentions"."""
    professed: list[Claim] = []
    doubted: list[Claim] = []
    for claim in hearing.claims.all:
        if hearing.statements[claim.statement].speaker is None or not _has(hearing, claim, "aim"):
            continue
        if _has(hearing, claim, "doubt") or _real(hearing, claim):
            doubted.append(claim)
        elif _has(hearing, claim, "only") or _has(hearing, claim, "not"):
            professed.append(claim)
    out: dict[tuple[str, str], Found] = {}
    for doubt in doubted:
        at = bisect_left(professed, doubt.words, key=lambda c: c.words)
        told = [c for c in professed[max(0, at - MANY) : at + MANY] if _one_aim(hearing, doubt, c)]
        if not told:
            continue
        best = min(told, key=lambda c: (abs(c.words[0] - doubt.words[0]), c.words))
        a, b = hearing.statements[best.statement].speaker, hearing.statements[doubt.statement].speaker
        assert a and b
        one = out.setdefault((a, b), Found(
            Position(hearing.reading.span(best.words)), Position(hearing.reading.span(doubt.words)), "motive",
            f"what the aim is: {hearing.short(hearing.reading.span(doubt.words))}", [best, doubt],
        ))  # fmt: skip
        one.claimed.add(a, best.statement)
        one.contested.add(b, doubt.statement)
    return iter(out.values())


def _real(hearing: Hearing, claim: Claim) -> bool:
    reading = hearing.reading
    return any(
        stem(reading.word(i)) in stems("real")
        and reading.head[i] != i
        and stem(reading.word(reading.head[i])) in stems("aim")
        for i in range(*claim.words)
    )


def _one_aim(hearing: Hearing, doubt: Claim, professed: Claim) -> bool:
    one, other = (hearing.statements[c.statement].speaker for c in (doubt, professed))
    shared = (doubt.terms & professed.terms) - stems("aim")
    return hearing.opposed(one, other) and len(shared) >= 2 and any(not t.startswith("=") for t in shared)


def _how_many(hearing: Hearing, figure: Number) -> str:
    words = hearing.reading.string((figure.words[1], min(figure.words[1] + 3, len(hearing.reading))))
    return f"how many {unit_of(hearing.reading, figure) or words}"
