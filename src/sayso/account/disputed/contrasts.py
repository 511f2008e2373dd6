"""Positions that exclude each other without a word of denial: an aim professed, and doubted; and what tells that two
positions are of different matters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from sayso import lexicon
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.hearing import MANY, Found, Hearing, Position
from sayso.account.grammar.stems import stem, stems
from sayso.account.said.force_types import BLAMING
from sayso.account.where import toponyms
from sayso.reader.reading import Reading, TimeWords


def elsewhere(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether two claims name different places or people."""
    named = [
        {hearing.claims.term(i) for i in range(*c.words) if hearing.reading.pos[i] == "PROPN"} - {None}
        for c in (one, other)
    ]
    parts = [{hearing.reading.word(i).lower() for i in range(*c.words)} & toponyms.words("part") for c in (one, other)]
    if parts[0] and parts[1] and parts[0].isdisjoint(parts[1]):
        return True  # "in the north", "in the south"
    return bool(named[0] - named[1]) and bool(named[1] - named[0])


def at_other_places(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether two claims name places, and none in common."""
    found = [
        {hearing.reading.string(name.words) for name in hearing.reading.names if name.kind == "LOCATION"
         and claim.words[0] <= name.words[0] < claim.words[1]}
        for claim in (one, other)
    ]  # fmt: skip
    return bool(found[0] and found[1]) and found[0].isdisjoint(found[1])


def at_other_times(hearing: Hearing, one: Claim, other: Claim, *, deed: bool = False) -> bool:
    """Whether two claims are of different times: "since January" or "in ten days", two different dates."""
    reading = hearing.reading
    told = [
        {
            (time.type, reading.string(time.words).lower())
            for time in _times(hearing, claim)
            if time.type != "TIME" and reading.pos[time.words[1] - 1] != "ADP"
        }
        for claim in (one, other)
    ]
    spans = stems("span") - ({"week"} if deed else set())
    stretches = [
        any(type in ("DURATION", "SET") for type, _ in times)
        or any(_counts_over_time(reading, i) for i in range(*claim.words) if not _is_of_all(hearing, claim, i))
        or any(stem(word) in spans for _, words in times for word in words.split())
        for times, claim in zip(told, (one, other), strict=True)
    ]
    return stretches[0] != stretches[1] or (bool(told[0] and told[1]) and told[0].isdisjoint(told[1]))


def of_another(hearing: Hearing, one: Claim, other: Claim, *, deed: bool = False) -> bool:
    """Whether two claims are of other days or of other things: "a gift", "{other} statues were stolen". deed: what is
    told is a deed, which one may place in a week and the other not."""
    others = lexicon.function_words("unlike")
    unlike = any(hearing.reading.word(i).lower() in others for i in range(*other.words))
    return unlike or at_other_times(hearing, one, other, deed=deed)


def set_off(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether the report itself sets what two say against each other in one sentence: "said it was full, {but} Ann Lee
    said it was not"."""
    reading = hearing.reading
    first, then = sorted(_telling(hearing, claim) for claim in (one, other))
    if not first or reading.sentence[first[0]] != reading.sentence[then[0]] or first[-1] >= then[0]:
        return False
    between = (reading.word(i).lower() for i in range(first[-1], then[0] + 1))
    return not lexicon.denial_words("set_off").isdisjoint(between)


def _telling(hearing: Hearing, claim: Claim) -> list[int]:
    """The words of the sentence of a claim that tell it: its own, its cue and who makes it."""
    statement, reading = hearing.statements[claim.statement], hearing.reading
    spans = [*statement.content, *(span for span in (statement.cue, statement.speaker_span) if span)]
    words = (i for span in spans for i in range(*reading.within(span)))
    return sorted(i for i in words if reading.sentence[i] == reading.sentence[claim.words[0]])


def of_other_deeds(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether two claims, whichever comes first, tell of deeds done elsewhere, at other times or to other things."""
    first, then = sorted((one, other), key=lambda claim: claim.words)
    return elsewhere(hearing, one, other) or of_another(hearing, first, then, deed=True)


def _counts_over_time(reading: Reading, i: int) -> bool:
    """Whether a word says that a figure is of a stretch of time, or of each of many: "{since} May", not "had {since}
    left"."""
    left = reading.word(i).lower() == "since" and i > 0 and reading.pos[i - 1] == "AUX"
    return not left and stem(reading.word(i)) in stems("stretch")


def _is_of_all(hearing: Hearing, claim: Claim, i: int) -> bool:
    """Whether a word says that something is so of all, and not how many there are of each: "{every} loss"."""
    counts = any(hearing.reading.pos[k] == "NUM" for k in range(*claim.words))
    timed = i + 1 < len(hearing.reading) and stem(hearing.reading.word(i + 1)) in stems("uncounted")
    return hearing.reading.word(i).lower() in ("each", "every") and not counts and not timed


def _times(hearing: Hearing, claim: Claim) -> list[TimeWords]:
    times = hearing.reading.times
    low = bisect_left(times, claim.words[0], key=lambda time: time.words[0])
    within = times[low : bisect_left(times, claim.words[1], key=lambda time: time.words[0])]
    return [time for time in within if not _is_of_aside(hearing, claim, time)]


def _is_of_aside(hearing: Hearing, claim: Claim, time: TimeWords) -> bool:
    """Whether a time is that of what is told by the way of what a claim is of: "the rise {promised in March} was not
    paid"."""
    reading, after = hearing.reading, time.words[1]
    told = any(reading.pos[i] == "VERB" for i in range(claim.words[0], time.words[0]))
    return told and after < claim.words[1] and reading.pos[after] == "AUX"  # whatever the tree hangs the time on


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
    doubted += [later for before, later in pairwise(professed) if _other_purpose(hearing, before, later)]
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


def _other_purpose(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether what one says a thing is meant for is set against what another has just said: "it is intended to
    muzzle the press"."""
    a, b = (hearing.statements[claim.statement] for claim in (one, other))
    apart = hearing.reading.sentence[other.words[0]] - hearing.reading.sentence[one.words[0]]
    against = any(one.force in BLAMING or hearing.is_critic(one.speaker) for one in (a, b))
    return 0 <= apart <= 1 and against and hearing.opposed(a.speaker, b.speaker) and opens_with_pronoun(hearing, other)


def opens_with_pronoun(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim is of what was just spoken of: "it", "this"."""
    return hearing.reading.word(claim.words[0]).lower() in ("it", "its", "this", "they")


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
    pointed = _its_real(hearing, doubt) or (has_word(hearing, doubt, "meant") and opens_with_pronoun(hearing, doubt))
    answers = 0 <= sentence[doubt.words[0]] - sentence[professed.words[0]] <= 1 and pointed
    return answers or (len(shared) >= 2 and any(not t.startswith("=") for t in shared))


def has_word(hearing: Hearing, claim: Claim, use: str) -> bool:
    """Whether a claim has a word of some use of denials.tsv."""
    return any(stem(hearing.reading.word(i)) in stems(use) for i in range(*claim.words))
