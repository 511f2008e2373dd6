"""Positions that exclude each other without a word of denial: two figures, a doubted aim."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from sayso import lexicon
from sayso.account.claims import Claim, stem, stems
from sayso.account.hearing import MANY, Found, Hearing, Position
from sayso.account.quantities import CURRENCY, Number, is_hedged, number, unit_of

BEYOND = 1.25  # times a figure that another must be to contradict it
BESIDE = 2  # sentences that two figures may be apart
FAR = 6  # and two of the dead, or of those arrested: how many there are is told throughout a report
PUT = 5  # words before a figure in which "the number at" stands
DEAD, HELD = "the dead", "the held"  # what figures of them count, whoever they were
ISSUES = {DEAD: "how many were killed", HELD: "how many were arrested"}


Told = tuple[Claim, Number]


def figures(hearing: Hearing) -> Iterator[Found]:
    """Figures, by different voices, for one thing: a side for each."""
    for unit, told in _counted(hearing).items():
        group: list[Told] = []
        for one in told:
            if group and not any(_contradict(hearing, unit, *other, *one) for other in group):
                if len(group) > 1:
                    break
                group.clear()
            if not group or _speaker(hearing, one) not in {_speaker(hearing, other) for other in group}:
                group.append(one)
        if len(group) > 1:
            yield _found(hearing, group, unit)


def _counted(hearing: Hearing) -> dict[str, list[Told]]:
    """Figures in the order of the text by what they count; "put the number at 90" counts what was counted before, or
    is counted after."""
    counted: dict[str, list[Told]] = {}
    last: tuple[str, int] | None = None  # what was counted last, and in which sentence
    pending: tuple[Told, int] | None = None  # a figure put for what is not told yet, and its sentence
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
            if _is_whole(hearing, figure):
                at = figure.words[1]
                continue
            unit = stem(unit_of(hearing.reading, figure).split(" ")[-1]) or _suffered(hearing, at)
            here = hearing.reading.sentence[figure.words[0]]
            if _is_put(hearing, claim, figure):
                if last is None or here - last[1] > 1:
                    pending, unit = ((claim, figure), here), ""
                else:
                    unit = last[0]
            if unit and _is_of_the_dead(hearing, claim, unit):
                unit = DEAD
            elif unit and _is_of_the_held(hearing, claim, unit):
                unit = HELD
            if unit and unit not in stems("uncounted") and not set(CURRENCY).intersection(unit) and figure.value > 1:
                if pending is not None and here - pending[1] <= 1:
                    counted.setdefault(unit, []).append(pending[0])
                pending = None
                counted.setdefault(unit, []).append((claim, figure))
                last = unit, here
            at = figure.words[1]
    return counted


def _is_whole(hearing: Hearing, figure: Number) -> bool:
    """Whether a figure is that of which another counts a part: "two of {five} samples"."""
    first = figure.words[0]
    before = [hearing.reading.word(i).lower() for i in range(max(0, first - 2), first)]
    return before[-1:] == ["of"] and hearing.reading.pos[first - 2] == "NUM"


def _suffered(hearing: Hearing, figure: int) -> str:
    """The stem of what is told of a figure that stands by itself: "at least 80 had been {arrested}"."""
    reading = hearing.reading
    subject = next((i for i in reading.upward(figure, 2) if reading.relation[i].startswith("nsubj")), None)
    told = "" if subject is None else stem(reading.word(reading.head[subject]))
    return told if told in _people("held") | _people("dead") | _people("hurt") else ""


def _is_of_the_dead(hearing: Hearing, claim: Claim, unit: str) -> bool:
    """Whether a figure is of those who died: "22 bodies", "nine miners were killed"; not where others were hurt."""
    words = {stem(hearing.reading.word(i)) for i in range(*claim.words)}
    if unit in _people("bodies"):
        return True
    return bool(words & _people("dead")) and not words & _people("hurt")


def _is_of_the_held(hearing: Hearing, claim: Claim, unit: str) -> bool:
    """Whether a figure is of those arrested: "27 of them were detained", "more than 60 had been arrested"."""
    words = {stem(hearing.reading.word(i)) for i in range(*claim.words)}
    return bool(words & _people("held")) and unit in _people("anybody") | _people("held") | _people("meant")


def _are_others(hearing: Hearing, a: Number, b: Number) -> bool:
    """Whether two figures of the dead are told to be of two kinds of people: "three officers", "20 protesters"."""
    kinds = [stem(unit_of(hearing.reading, figure).split(" ")[-1]) for figure in (a, b)]
    anybody = frozenset({""}).union(*map(_people, ("anybody", "bodies", "dead", "held", "meant")))
    return kinds[0] != kinds[1] and anybody.isdisjoint(kinds)


@cache
def _people(use: str) -> frozenset[str]:
    """The stems of the words of a use of counted.tsv."""
    return frozenset(map(stem, lexicon.counted_words(use)))


def _is_put(hearing: Hearing, claim: Claim, figure: Number) -> bool:
    """Whether a figure is given for a word that points at what was counted before: "put the toll at 40"."""
    before = range(max(claim.words[0], figure.words[0] - PUT), figure.words[0])
    words = [hearing.reading.word(i) for i in before]
    put = bool(hearing.denials.cue(claim.statement) & stems("put"))
    return put and "at" in words and any(stem(word) in stems("counted") for word in words)


def _found(hearing: Hearing, group: list[Told], unit: str) -> Found:
    sides: list[tuple[Number, Position]] = []
    for claim, figure in group:
        side = next((side for other, side in sides if not _apart(figure, other)), None)
        if side is None:
            sides.append((figure, side := Position(hearing.reading.span(claim.words))))
        side.add(hearing.statements[claim.statement].speaker, claim.statement)
    claimed, contested, *others = (side for _, side in sides)
    claims = [claim for claim, _ in group]
    issue = ISSUES.get(unit) or _how_many(hearing, group[0][1])
    return Found(claimed, contested, "quantity", issue, claims, others)


def _speaker(hearing: Hearing, told: Told) -> str | None:
    return hearing.statements[told[0].statement].speaker


def _apart(a: Number, b: Number) -> bool:
    """Whether one figure is beyond the other."""
    lower, higher = sorted((a, b), key=lambda figure: (figure.value, figure.max or figure.value))
    return (lower.max or lower.value) * BEYOND < higher.value


def _contradict(hearing: Hearing, unit: str, one: Claim, a: Number, other: Claim, b: Number) -> bool:
    """Whether two figures cannot both hold: not for different places or times, not the newer of two, not a part."""
    speakers = [hearing.statements[c.statement].speaker for c in (one, other)]
    reading = hearing.reading
    if not speakers[0] or not speakers[1] or speakers[0] == speakers[1] or not hearing.opposed(*speakers):
        return False
    apart = abs(reading.sentence[one.words[0]] - reading.sentence[other.words[0]])
    if apart > (FAR if unit in ISSUES else BESIDE) or not _apart(a, b):
        return False
    lower, higher = sorted((a, b), key=lambda figure: figure.value)
    if is_hedged(reading, lower, "over") or is_hedged(reading, higher, "under"):
        return False  # "at least 40" may be 52
    words = {stem(reading.word(i)) for c in (one, other) for i in range(*c.words)}
    words |= {stem(reading.word(i)) for c in (one, other) for i in _cue_words(hearing, c.statement)}
    earlier, later = (a, b) if a.words < b.words else (b, a)
    if words & stems("update") and later.value > earlier.value:
        return False  # a toll that rises; "an official later said four" takes nothing back from 13
    if elsewhere(hearing, one, other):
        return False
    if unit in ISSUES:
        return not _are_others(hearing, a, b)
    shared = {t for t in one.terms & other.terms if not t[0].isdigit() and t != unit}
    return any(not t.startswith("=") for t in shared) or _is_put(hearing, one, a) or _is_put(hearing, other, b)


def _cue_words(hearing: Hearing, n: int) -> range:
    cue = hearing.statements[n].cue
    return range(*hearing.reading.within(cue)) if cue else range(0)


def elsewhere(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether two claims name different places or people."""
    named = [
        {hearing.claims.term(i) for i in range(*c.words) if hearing.reading.pos[i] == "PROPN"} - {None}
        for c in (one, other)
    ]
    return bool(named[0] - named[1]) and bool(named[1] - named[0])


def doubted_aims(hearing: Hearing) -> Iterator[Found]:
    """Somebody's aim as professed, and as another doubts it: "the only aim is …", "its real intentions"."""
    professed: list[Claim] = []
    doubted: list[Claim] = []
    for claim in hearing.claims.all:
        if hearing.statements[claim.statement].speaker is None:
            continue
        if has_word(hearing, claim, "meant"):
            professed.append(claim)
        if not has_word(hearing, claim, "aim"):
            continue
        if has_word(hearing, claim, "doubt") or _real(hearing, claim):
            doubted.append(claim)
        elif has_word(hearing, claim, "only") or has_word(hearing, claim, "not"):
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


def _its_real(hearing: Hearing, doubt: Claim) -> bool:
    """Whether an aim doubted is that of what was spoken of just before: "its real aim"."""
    reading = hearing.reading
    return _real(hearing, doubt) and any(
        reading.pos[i] == "PRON" and stem(reading.word(reading.head[i])) in stems("aim") for i in range(*doubt.words)
    )


def _one_aim(hearing: Hearing, doubt: Claim, professed: Claim) -> bool:
    one, other = (hearing.statements[c.statement].speaker for c in (doubt, professed))
    if not hearing.opposed(one, other):
        return False
    shared = (doubt.terms & professed.terms) - stems("aim")
    sentence = hearing.reading.sentence
    answers = 0 <= sentence[doubt.words[0]] - sentence[professed.words[0]] <= 1 and _its_real(hearing, doubt)
    return answers or (len(shared) >= 2 and any(not t.startswith("=") for t in shared))


def _how_many(hearing: Hearing, figure: Number) -> str:
    words = hearing.reading.string((figure.words[1], min(figure.words[1] + 3, len(hearing.reading))))
    return f"how many {unit_of(hearing.reading, figure) or words}"


def has_word(hearing: Hearing, claim: Claim, use: str) -> bool:
    """Whether a claim has a word of some use of denials.tsv."""
    return any(stem(hearing.reading.word(i)) in stems(use) for i in range(*claim.words))
