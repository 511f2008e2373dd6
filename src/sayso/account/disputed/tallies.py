"""Figures that exclude each other, by two voices: how many were killed, hurt or arrested, how many voted, or how many
there are of any one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from sayso import lexicon
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import at_other_times, elsewhere, has_word, set_off
from sayso.account.disputed.counted import (
    CROWD,
    DEAD,
    HELD,
    HURT,
    ISSUES,
    STRIKERS,
    SUM,
    THEM,
    TURNOUT,
    VOTES,
    Told,
    counted,
    is_put,
)
from sayso.account.disputed.hearing import MANY, Found, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.quantities import Number, is_hedged, unit_of
from sayso.account.grammar.stems import counted_stems, forms, stem, stems
from sayso.reader.reading import Words

BEYOND = 1.25  # times a figure that another must be to contradict it
COUNTED, EXACTLY = 100, 1.1  # and where both are counted to the last one, and many, or the report sets them off
LEAST = 1.5  # times "at least" so many that a toll put by another must be
BESIDE = 2  # sentences that two figures may be apart
FAR = 6  # and two of the dead, or of those arrested: how many there are is told throughout a report
FARTHER = 12  # and two of a turnout or a crowd, of which there was but one


def figures(hearing: Hearing) -> Iterator[Found]:
    """Figures, by different voices, for one thing: a side for each; one dispute where they differ about the dead and
    the wounded both."""
    known: set[frozenset[str | None]] = set()
    for unit, told in sorted(counted(hearing).items(), key=lambda item: item[0] == HURT):
        taken_up = _taken_up(hearing, told)
        group = max((_against(hearing, unit, told[n : n + MANY], taken_up) for n in range(len(told))), key=len)
        speakers = frozenset(_speaker(hearing, one) for one in group)
        if len(group) > 1 and not (unit == HURT and speakers in known):
            known.add(speakers)
            yield _found(hearing, group, unit)


def _taken_up(hearing: Hearing, told: Sequence[Told]) -> dict[Words, Claim]:
    """By the words of each claim the one that tells where and when it was: of "put the toll at 12" the one before."""
    taken_up: dict[Words, Claim] = {}
    for n, (claim, figure) in enumerate(told):
        near = n and _sentences(hearing, told[n - 1], told[n]) <= BESIDE and _takes_up(hearing, claim, figure)
        taken_up[claim.words] = taken_up[told[n - 1][0].words] if near else claim
    return taken_up


def _against(hearing: Hearing, unit: str, told: list[Told], taken_up: Mapping[Words, Claim]) -> list[Told]:
    """The first of some figures, and those after it that contradict it, or one that does; one of each speaker."""
    group = told[:1]
    for one in [*told[1:], *told[1:]]:  # twice: what contradicts nothing before it may be contradicted after it
        if min(_sentences(hearing, other, one) for other in group) > FARTHER:
            continue
        if _speaker(hearing, one) in {_speaker(hearing, other) for other in group}:
            continue
        if any(
            _contradict(hearing, unit, *other, *one) and not _are_apart(hearing, other[0], one[0], taken_up)
            for other in group
        ):
            group.append(one)
    return sorted(group, key=lambda one: one[0].words)


def _are_apart(hearing: Hearing, one: Claim, other: Claim, taken_up: Mapping[Words, Claim]) -> bool:
    """Whether one of two claims takes up another that is told of another place or time."""
    first, second = taken_up[one.words], taken_up[other.words]
    if first.words == second.words or (first is one and second is other):
        return False
    return elsewhere(hearing, first, second) or at_other_times(hearing, first, second)


def _sentences(hearing: Hearing, one: Told, other: Told) -> int:
    """How many sentences two figures are apart."""
    return abs(hearing.reading.sentence[one[0].words[0]] - hearing.reading.sentence[other[0].words[0]])


def _are_others(hearing: Hearing, lower: Number, higher: Number) -> bool:
    """Whether two figures of people are told to be of two kinds of them: "three officers", "20 protesters"; or the
    lower of some of those the higher counts: "12 soldiers", "30 people"."""
    kinds = [stem(unit_of(hearing.reading, figure).split(" ")[-1]) for figure in (lower, higher)]
    if kinds[0] in counted_stems("own"):
        return kinds[1] not in counted_stems("some") | counted_stems("own")  # an army's men are its soldiers
    anybody = frozenset({""}).union(*map(counted_stems, ("anybody", "bodies", "dead", "hurt", "held", "meant")))
    return kinds[0] != kinds[1] and (anybody.isdisjoint(kinds) or kinds[0] in counted_stems("some"))


def _are_of_one_band(hearing: Hearing, lower: Number, higher: Number) -> bool:
    """Whether two figures are of men in arms, by whatever name each calls them: "four fighters", "seven militants"."""
    kinds = (stem(unit_of(hearing.reading, figure).split(" ")[-1]) for figure in (lower, higher))
    return all(kind in counted_stems("armed") for kind in kinds)


def _is_of_own(hearing: Hearing, figure: Number) -> bool:
    """Whether a figure is of the men of whoever gives it, and of no more of them: "only {four} of its fighters"."""
    reading, (first, end) = hearing.reading, figure.words
    behind = [reading.word(i).lower() for i in range(end, min(end + 2, len(reading)))]
    owned = behind[:1] == ["of"] and not set(behind[1:]).isdisjoint(lexicon.denial_words("own"))
    return owned and first > 0 and stem(reading.word(first - 1)) in stems("only")


def _found(hearing: Hearing, group: list[Told], unit: str) -> Found:
    sides: list[tuple[Number, Position]] = []
    for claim, figure in group:
        side = next((side for other, side in sides if len(group) > 2 and not _apart(figure, other)), None)
        if side is None:
            sides.append((figure, side := Position(hearing.reading.span(claim.words))))
        side.add(hearing.statements[claim.statement].speaker, claim.statement)
    claimed, contested, *others = (side for _, side in sides)
    claims = [claim for claim, _ in group]
    told = {VOTES: "how many votes", THEM: "how many there were", SUM: "how much it was"}
    issue = told.get(unit) or ISSUES.get(unit) or _how_many(hearing, group)
    return Found(claimed, contested, "quantity", issue, claims, others)


def _speaker(hearing: Hearing, told: Told) -> str | None:
    return hearing.statements[told[0].statement].speaker


def _apart(a: Number, b: Number, *, closely: bool = False) -> bool:
    """Whether one figure is beyond the other. closely: as far as two are that the report itself sets off."""
    lower, higher = sorted((a, b), key=lambda figure: (figure.value, figure.max or figure.value))
    exact = closely or all(one.value >= COUNTED and one.value % 10 and one.max is None for one in (a, b))
    return (lower.max or lower.value) * (EXACTLY if exact else BEYOND) < higher.value


def _may_stand_against(hearing: Hearing, one: Claim, other: Claim, far: int) -> bool:
    """Whether two claims are of two who may stand against each other, and near each other in the text. far: sentences
    that they may be apart."""
    speakers = [hearing.statements[c.statement].speaker for c in (one, other)]
    if not hearing.together(one.statement, other.statement) or hearing.overlap(one.statement, other.statement):
        return False
    if not speakers[0] or not speakers[1] or speakers[0] == speakers[1] or not hearing.opposed(*speakers):
        return False
    sentence = hearing.reading.sentence
    return abs(sentence[one.words[0]] - sentence[other.words[0]]) <= far


def _contradict(hearing: Hearing, unit: str, one: Claim, a: Number, other: Claim, b: Number) -> bool:
    """Whether two figures cannot both hold: not for different places or times, not the newer of two, not a part."""
    reading, off = hearing.reading, set_off(hearing, one, other)
    far = FARTHER if unit in (TURNOUT, CROWD) else FAR if unit in ISSUES else BESIDE
    closely = off or (unit not in ISSUES and is_put(hearing, *max(((one, a), (other, b)), key=lambda t: t[0].words)))
    if not _may_stand_against(hearing, one, other, far) or not _apart(a, b, closely=closely):
        return False
    lower, higher = sorted((a, b), key=lambda figure: figure.value)
    partly, wholly = (one, other) if lower is a else (other, one)
    put = unit in ISSUES and _is_own_count(hearing, partly, lower, wholly, higher)
    if (is_hedged(reading, lower, "over") and not put) or is_hedged(reading, higher, "under"):
        return False  # "at least 40" may be 52; but whoever puts the toll at 71 has another count
    if (stem(unit_of(reading, lower)) in counted_stems("bodies") and not off) or has_word(hearing, partly, "seen"):
        return False  # who has seen some, or counted bodies, has not seen them all
    words = {stem(reading.word(i)) for c in (one, other) for i in range(*c.words)}
    words |= {stem(reading.word(i)) for c in (one, other) for i in _cue_words(hearing, c.statement)}
    before = [_is_of_before(hearing, c.statement) for c in (one, other)]
    later_told = max(((one, a), (other, b)), key=lambda told: told[0].words)
    in_order = before[0] if before[0] != before[1] else a.words < b.words
    earlier, later = (a, b) if in_order else (b, a)
    if (words & stems("update") or before[0] != before[1]) and later.value > earlier.value:
        return False  # a toll that rises; "an official later said four" takes nothing back from 13
    if _is_of_another_matter(hearing, unit, *sorted(((one, a), (other, b)), key=lambda told: told[0].words)):
        return False
    if unit not in ISSUES and all(_does_itself(hearing, c) or _looked_itself(hearing, c) for c in (one, other)):
        return False  # each tells of what it did itself, or found where it looked
    if unit == HELD and not lower.value and _does_itself(hearing, wholly):
        return False  # who holds nobody has not said that others hold none
    if all(_has(hearing, c, "lost") for c in (one, other)):
        return False  # each tells of its own dead
    if _has(hearing, partly, "lost") and stem(unit_of(reading, higher).split(" ")[-1]) in counted_stems("anybody"):
        return False  # whose losses are nine has not said that 23 people did not die
    if elsewhere(hearing, one, other) or (at_other_times(hearing, one, other) and not _takes_up(hearing, *later_told)):
        return False
    if unit == CROWD and _are_told_on_other_days(hearing, one, other):
        return False
    if unit in (DEAD, HURT) and _are_of_two_causes(hearing, one, other):
        return False
    if unit in ISSUES:
        one_band = unit == DEAD and _are_of_one_band(hearing, lower, higher) and _is_of_own(hearing, lower)
        return unit in (TURNOUT, STRIKERS) or one_band or not _are_others(hearing, lower, higher)
    if unit == VOTES:
        return bool(_names(hearing, one, a) & _names(hearing, other, b))
    if unit == SUM:
        return is_put(hearing, *later_told)
    shared = {t for t in one.terms & other.terms if not t[0].isdigit() and t != unit}
    put = (is_put(hearing, one, a) or is_put(hearing, other, b)) and _sentences(hearing, (one, a), (other, b)) <= 1
    put = put or (" " in unit and any(hearing.denials.cue(c.statement) & stems("put") for c in (one, other)))
    return any(not t.startswith("=") for t in shared) or put or off


def _are_of_two_causes(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether each of two claims tells what left people dead or hurt, and the later one brings in something else:
    "{a raid} left nine dead", "{floods} have killed dozens"."""
    reading = hearing.reading
    first, last = (_cause(hearing, claim) for claim in sorted((one, other), key=lambda claim: claim.words))
    if first is None or last is None or stem(reading.word(first)) == stem(reading.word(last)):
        return False
    return valency.is_indefinite(reading, last) or not valency.has(reading, last, "det", "nmod:poss")


def _cause(hearing: Hearing, claim: Claim) -> int | None:
    """The noun of what a claim says left people dead or hurt; None where it tells of people alone."""
    reading = hearing.reading
    noun = next(valency.parts(reading, hearing.claims.root(claim.words), "nsubj"), None)
    if noun is None or reading.pos[noun] != "NOUN":
        return None
    mention = reading.mentions.get(noun)
    return None if mention is not None and mention.kind in ("person", "organization") else noun


def _does_itself(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim tells what whoever makes it did: "{it} had rescued 40 people"."""
    reading = hearing.reading
    subject = next(valency.parts(reading, hearing.claims.root(claim.words), "nsubj"), None)
    own = subject is not None and reading.word(subject).lower() in lexicon.denial_words("own")
    return own and hearing.actor_at((subject or 0,)) in (None, hearing.statements[claim.statement].speaker)


def _looked_itself(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim tells what whoever makes it found: "a survey {found} 31 cases"."""
    return bool(hearing.denials.cue(claim.statement) & stems("find"))


def _takes_up(hearing: Hearing, claim: Claim, figure: Number) -> bool:
    """Whether a figure is put for what was counted before, with the time that was told there: "put the figure at
    three"."""
    reading = hearing.reading
    within = (time.words for time in reading.times if claim.words[0] <= time.words[0] < claim.words[1])
    timed = any(words[1] <= figure.words[0] or figure.words[1] <= words[0] for words in within)  # "the toll at {11}"
    return is_put(hearing, claim, figure) and not timed


def _is_own_count(hearing: Hearing, one: Claim, lower: Number, other: Claim, higher: Number) -> bool:
    """Whether a figure is a count of its own of what another has told to be at least so many: a toll put far higher, of
    the same day and place."""
    reading, words = hearing.reading, range(*other.words)
    if one.words > other.words or higher.value < lower.value * LEAST or not is_put(hearing, other, higher):
        return False
    of = (reading.head[i] for i in words if reading.relation[i] == "amod")
    wider = any(stem(reading.word(noun)) in stems("counted") for noun in of)  # "the national toll"
    later = _are_told_on_other_days(hearing, one, other)
    return not (wider or later or any(reading.word(i).lower() == "there" for i in words))


def _are_told_on_other_days(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether the sentences of two claims tell of days, and of none in common."""
    reading = hearing.reading
    told = [set(hearing.sentence_words(claim.statement)) for claim in (one, other)]
    days = [{reading.string(time.words) for time in reading.times if time.words[0] in sentence} for sentence in told]
    return bool(days[0] and days[1]) and days[0].isdisjoint(days[1])


def _is_of_before(hearing: Hearing, n: int) -> bool:
    """Whether a statement was made before what the report tells: "on Friday the ministry {had reported} three"."""
    words = [hearing.reading.word(i).lower() for i in _cue_words(hearing, n)]
    return "had" in words


def _is_of_another_matter(hearing: Hearing, unit: str, one: Told, other: Told) -> bool:
    """Whether a report turns to another matter between two figures: "{Meanwhile}, the army took two towns. It said …".
    A toll that is put tells itself of which matter it is."""
    reading = hearing.reading
    first, last = reading.sentence[one[0].words[0]], reading.sentence[other[0].words[0]]
    at, turns = hearing.places[other[0].statement], set[int]()
    while at > 0 and reading.sentence[at] > first:
        at -= 1
        opens = reading.sentence[at] != reading.sentence[at + 1]
        if opens and valency.is_word("turning", reading, at + 1):
            turns.add(reading.sentence[at + 1])
    return bool(turns - {last}) or (bool(turns) and not is_put(hearing, *other))


def _has(hearing: Hearing, claim: Claim, use: str) -> bool:
    """Whether a claim has a word of some use of counted.tsv."""
    return any(not counted_stems(use).isdisjoint(forms(hearing.reading.word(i))) for i in range(*claim.words))


def _names(hearing: Hearing, claim: Claim, share: Number) -> set[str]:
    """The names before a share of votes, as terms: of who got it."""
    before = range(claim.words[0], share.words[0])
    return {term for i in before if hearing.reading.pos[i] == "PROPN" and (term := hearing.claims.term(i))}


def _cue_words(hearing: Hearing, n: int) -> range:
    cue = hearing.statements[n].cue
    return range(*hearing.reading.within(cue)) if cue else range(0)


def _how_many(hearing: Hearing, group: Sequence[Told]) -> str:
    """What some figures are of, by the first that tells it: "how many cranes"."""
    units = (unit_of(hearing.reading, figure) for _, figure in group)
    if unit := next(filter(None, units), ""):
        return f"how many {unit}"
    behind = group[0][1].words[1]
    words = takewhile(lambda i: hearing.reading.pos[i] != "PUNCT", range(behind, min(behind + 3, len(hearing.reading))))
    return f"how many {' '.join(map(hearing.reading.word, words)) or 'there were'}"
