"""Figures that exclude each other, by two voices: how many were killed, hurt or arrested, how many voted, or how many
there are of any one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sayso import lexicon
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import at_other_times, elsewhere, has_word, set_off
from sayso.account.disputed.hearing import MANY, Found, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.quantities import CURRENCY, Number, is_hedged, number, unit_of
from sayso.account.grammar.stems import counted_stems, forms, is_one_of, stem, stems
from sayso.account.said.force_types import COUNTING
from sayso.reader.reading import Reading, Words

BEYOND = 1.25  # times a figure that another must be to contradict it
COUNTED, EXACTLY = 100, 1.1  # and where both are counted to the last one, and many, or the report sets them off
LEAST = 1.5  # times "at least" so many that a toll put by another must be
BESIDE = 2  # sentences that two figures may be apart
FAR = 6  # and two of the dead, or of those arrested: how many there are is told throughout a report
FARTHER = 12  # and two of a turnout or a crowd, of which there was but one
BEING = ("is", "was", "were")
PUT = 5  # words before a figure in which "the number at" stands
# what figures count, in whatever words
DEAD, HURT, HELD, TAKEN, MISSING, TURNOUT, CROWD, STRIKERS = (
    "the dead", "the hurt", "the held", "the taken", "the missing", "the turnout", "the crowd", "the strikers",
)  # fmt: skip
ISSUES = {
    DEAD: "how many were killed", HURT: "how many were wounded", HELD: "how many were arrested",
    TAKEN: "how many were abducted", MISSING: "how many are missing", TURNOUT: "how many voted",
    CROWD: "how large the crowd was", STRIKERS: "how many took part",
}  # fmt: skip
VOTES = "the votes"  # shares of them, of somebody named
SUM = "the sum"  # of money, where another puts it otherwise
THEM = "them"  # those of whom it is told nowhere but by "the number"
ABOVE = 5  # words above a figure in the tree that may tell what befell those it counts
NAMED = 4  # words after those it counts in which that is told: "22 people dead"
CLAUSE = 5  # words after a figure joined by "and" that belong to it
MANY_PEOPLE = 100  # of whom no fewer are a crowd
VOTED = 3  # words after "percent" in which "of the vote" stands
AMONG = 3  # words before a figure that tell it to be of some of those counted before: "including at least three"


Told = tuple[Claim, Number]

_DEFINITE = lexicon.function_words("definite") | lexicon.function_words("owner") | {"'s", "’s"}


def figures(hearing: Hearing) -> Iterator[Found]:
    """Figures, by different voices, for one thing: a side for each; one dispute where they differ about the dead and
    the wounded both."""
    known: set[frozenset[str | None]] = set()
    for unit, told in sorted(_counted(hearing).items(), key=lambda item: item[0] == HURT):
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


def counts_people(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim tells how many were killed, hurt or arrested, or how many voted."""
    read = (_figure(hearing.reading, i) for i in range(*claim.words))
    return any(_what(hearing, claim, figure) in ISSUES for figure in read if figure is not None)


def _figures_told(hearing: Hearing) -> Iterator[Told]:
    """The figures that somebody says are so, in the order of the text."""
    for claim in hearing.claims.all:
        statement = hearing.statements[claim.statement]
        if statement.speaker is None or claim.possible or statement.force not in COUNTING:
            continue
        if hearing.text.is_heading(statement.content[0][0]):
            continue  # the prose says it again, and whose figure it is
        at = claim.words[0]
        while at < claim.words[1]:
            figure = _figure(hearing.reading, at)
            if figure is None or figure.words[1] <= at:
                at += 1
                continue
            at = figure.words[1]
            if not (_is_whole(hearing, figure) or _is_part(hearing, figure)):
                yield claim, figure


def _counted(hearing: Hearing) -> dict[str, list[Told]]:
    """Figures in the order of the text by what they count; "put the number at 90" counts what was counted before, or
    is counted after."""
    counted: dict[str, list[Told]] = {}
    last: tuple[str, int, Claim] | None = None  # what was counted last, in which sentence, and where
    pending: tuple[Told, int] | None = None  # a figure put for what is not told yet, and its sentence
    for claim, figure in _figures_told(hearing):
        unit, here = _what(hearing, claim, figure), hearing.reading.sentence[figure.words[0]]
        if last is not None and here - last[1] <= 1 and _is_cut_short(hearing, unit, last[0], figure):
            unit = last[0]
        elif last is not None and not unit and set_off(hearing, last[2], claim):
            unit = last[0]  # "fired four shots, but witnesses heard {a dozen}"
        if unit not in ISSUES and _is_put(hearing, claim, figure):
            before_put = pending if pending is not None and here - pending[1] <= 1 else None
            if own := _told_by_noun(hearing, claim, figure):
                unit = own
            elif last is None or here - last[1] > 1:
                pending, unit = ((claim, figure), here), ""
            else:
                unit = last[0]
            if not unit and before_put is not None:
                counted.setdefault(THEM, []).append(before_put[0])
                pending, unit = None, THEM  # "put the number at 9", "there were 30": of whatever they are
        if unit not in (*ISSUES, VOTES, SUM) and (unit in stems("uncounted") or figure.value <= 1):
            unit = ""  # "one" and "no" count people alone
        if unit and not set(CURRENCY).intersection(unit):
            if pending is not None and here - pending[1] <= 1:
                counted.setdefault(unit, []).append(pending[0])
            pending = None
            before = counted.setdefault(unit, [])
            if unit not in ISSUES or not before or before[-1][0] is not claim:  # one toll in one breath
                before.append((claim, figure))
            last = unit, here, claim
    return counted


def _what(hearing: Hearing, claim: Claim, figure: Number) -> str:
    """What a figure counts: those whom something befell, the turnout of a vote, else the stem of its unit."""
    if fate := _fate(hearing, claim, figure):
        return fate
    unit = stem(unit_of(hearing.reading, figure).split(" ")[-1])
    if _is_share(hearing, figure):
        if _do(hearing, figure, "voting") or _is_turnout(hearing, claim, figure):
            return TURNOUT
        if has_word(hearing, claim, "striking"):
            return STRIKERS
    if unit in stems("money_unit") or not set(CURRENCY).isdisjoint(hearing.reading.string(figure.words)):
        return SUM
    if _is_amount(hearing, figure):
        return f"{hearing.reading.word(figure.words[1]).lower()} {unit}"
    if figure.value >= MANY_PEOPLE and _are_crowd(hearing, figure, unit):
        return CROWD
    polled = any(is_one_of("poll", hearing.reading.word(i)) for i in _above(hearing, figure))
    return VOTES if polled and _is_share(hearing, figure) else unit


def _is_turnout(hearing: Hearing, claim: Claim, figure: Number) -> bool:
    """Whether a share is that of those who took part: the first behind the word for that, if there is one behind it:
    "won 54 percent, with a {turnout} of {61}"."""
    words = range(*claim.words)
    told = [i for i in words if stem(hearing.reading.word(i)) in stems("turnout")]
    behind = (i for i in words if told and i > told[0] and hearing.reading.pos[i] == "NUM")
    first = next(behind, figure.words[0])
    return bool(told) and first == figure.words[0] and not _is_of_votes(hearing, figure)


def _is_of_votes(hearing: Hearing, figure: Number) -> bool:
    """Whether a share is one of the votes, of whoever got them: "38 percent {of the vote}"."""
    first = figure.words[1] + 1
    behind = [hearing.reading.word(i).lower() for i in range(first, min(first + VOTED, len(hearing.reading)))]
    return behind[:1] == ["of"] and any(is_one_of("voting", word) for word in behind)


def _do(hearing: Hearing, figure: Number, use: str) -> bool:
    """Whether it is told of those whom a figure counts that they do a thing: "68 percent had {voted}"."""
    above = _above(hearing, figure)
    return bool(above) and is_one_of(use, hearing.reading.word(above[-1]))


def _are_crowd(hearing: Hearing, figure: Number, unit: str) -> bool:
    """Whether those whom a figure counts are a crowd: "5,000 {marchers}", "5,000 people had {come}"."""
    if unit in stems("crowding"):
        return True
    return unit in counted_stems("anybody") | {""} and _do(hearing, figure, "flocking")


def _is_cut_short(hearing: Hearing, unit: str, last: str, figure: Number) -> bool:
    """Whether a figure says not what it counts, which was told just before: "72 percent had voted", "no more than {a
    third} had come"."""
    whole = hearing.reading.word(min(figure.words[1], len(hearing.reading) - 1)).lower() == "of"
    if last in (TURNOUT, STRIKERS):
        return unit not in ISSUES and unit != VOTES and _is_share(hearing, figure) and not whole
    return last == CROWD and not unit and not whole and figure.value >= MANY_PEOPLE


def _figure(reading: Reading, at: int) -> Number | None:
    """The figure that a word begins or is part of: a number, a part of a whole ("a {third} of them"), or none: "{no}
    men were lost", "{nobody} was hurt"."""
    word = reading.word(at).lower()
    after = reading.word(at + 1).lower() if at + 1 < len(reading) else ""
    if word in lexicon.counted_words("none") and after not in lexicon.counted_words("comparing"):
        return Number((at, at + 1 + (after == "one")), 0.0)
    before = [reading.word(i).lower() for i in range(max(0, at - 2), at)]
    if word in lexicon.counted_words("single") and before[-1:] == ["a"] and not {"without", "not"}.isdisjoint(before):
        return Number((at, at + 1), 0.0)  # "without a {single} arrest"
    if (part := lexicon.fraction(word)) and (after == "of" or reading.pos[at] == "NOUN"):
        return Number((at, at + 1), part)
    return number(reading, at) if reading.pos[at] == "NUM" else None


def _is_amount(hearing: Hearing, figure: Number) -> bool:
    """Whether a figure is of a room or ground that something fills: "{90} cubic metres"."""
    end = figure.words[1]
    return end < len(hearing.reading) and hearing.reading.word(end).lower() in lexicon.counted_words("filling")


def _is_share(hearing: Hearing, figure: Number) -> bool:
    """Whether a figure is a part of a whole: "{90} per cent", "a {third}"."""
    reading, (first, end) = hearing.reading, figure.words
    unit = stem(reading.word(end)) if end < len(reading) else ""
    return lexicon.fraction(reading.word(first).lower()) is not None or unit in stems("share")


def _is_whole(hearing: Hearing, figure: Number) -> bool:
    """Whether a figure is that of which another counts a part: "two of {five} samples"."""
    first = figure.words[0]
    before = [hearing.reading.word(i).lower() for i in range(max(0, first - 2), first)]
    return before[-1:] == ["of"] and hearing.reading.pos[first - 2] == "NUM"


def _is_part(hearing: Hearing, figure: Number) -> bool:
    """Whether a figure is of some of those another counts, or of known ones: "{three} of the bodies", "20 people,
    including {five} children", "its {two} pilots", "{two} of her sons"."""
    reading, (first, end) = hearing.reading, figure.words
    if lexicon.fraction(reading.word(first).lower()):
        return False
    after = [reading.word(i).lower() for i in range(end, min(end + 2, len(reading)))]
    of_somebody = after[1:] and (owner := lexicon.pronoun(after[1])) is not None and owner.gender in ("m", "f")
    definite = not set(after[1:]).isdisjoint(lexicon.function_words("definite"))
    of_some = after[:1] == ["of"] and (definite or of_somebody)
    before = [reading.word(i).lower() for i in range(max(0, first - AMONG), first)]
    known = not _DEFINITE.isdisjoint(before[-1:]) and reading.pos[first - 1] != "SCONJ"
    return of_some or known or not lexicon.counted_words("among").isdisjoint(before)


def _fate(hearing: Hearing, claim: Claim, figure: Number) -> str:
    """What befell those whom a figure counts, by the nearest word that tells it: the dead, the hurt or the held; "" if
    nothing is told of them: "{22} bodies", "{nine} miners were killed and {30} wounded"."""
    reading = hearing.reading
    if figure.value == 0 and _is_of_things(hearing, figure):
        return ""  # "a massacre, there was no combat"
    before = next((i for i in range(figure.words[0] - 1, claim.words[0] - 1, -1) if not _loosens(hearing, i)), None)
    beside = [figure.words[1], *([] if before is None else [before])]
    counted = next((i for i in reading.upward(figure.words[1] - 1, 2) if i >= figure.words[1]), None)
    if counted is not None:
        beside += [counted, *(i for i in hearing.claims.children[counted] if i > counted and i < counted + NAMED)]
    verb = figure.words[1]
    while verb < claim.words[1] and reading.pos[verb] == "AUX":
        verb += 1  # "eight {had died}", whatever the tree says
    beside += [verb] if verb > figure.words[1] else []
    above = _above(hearing, figure)
    told = [i for i in (*beside, *above) if claim.words[0] <= i < claim.words[1]]
    put = _is_put(hearing, claim, figure)
    for i in (*told, *(range(*claim.words) if put else ())):
        fate = next((_fates()[form] for form in _fate_words(reading, i) if form in _fates()), "")
        if not fate and _loses(hearing, figure, i):
            fate = DEAD
        if fate and not (i in above and i not in beside and _does(hearing, above, i)):
            return fate
    return ""


def _fate_words(reading: Reading, i: int) -> list[str]:
    """The stems of a word that may tell what befell people, by itself, with the next one or by the two after it:
    "{swept away}", "burned {to death}"."""
    after = [stem(reading.word(k)) for k in range(i + 1, min(i + 3, len(reading)))]
    alone = forms(reading.word(i))
    if len(after) > 1 and reading.pos[i + 1] == "PRON":
        alone += [f"{form}_{after[1]}" for form in alone]  # "{lost} their {lives}"
    return [*alone, *(f"{form}_{after[0]}" for form in alone if after), "_".join(after)]


def _is_of_things(hearing: Hearing, figure: Number) -> bool:
    """Whether it is no person, and nothing that befalls one, of which a figure says that there is none."""
    reading, at = hearing.reading, figure.words[1]
    while at < len(reading) and reading.pos[at] in ("ADJ", "DET"):
        at += 1
    if at >= len(reading) or reading.pos[at] != "NOUN":
        return False
    mention = reading.mentions.get(at)
    person = mention is not None and mention.kind == "person"
    people = frozenset(_fates()).union(*map(counted_stems, ("some", "own", "anybody", "armed")))
    return not person and people.isdisjoint(forms(reading.word(at)))


def _loses(hearing: Hearing, figure: Number, i: int) -> bool:
    """Whether a word tells that somebody lost those of his whom a figure counts: "{lost} four men", "its {losses} at
    two"; not "lost two seats"."""
    if _is_share(hearing, figure):
        return False  # "lost a {fifth} of their pay"
    unit = stem(unit_of(hearing.reading, figure).split(" ")[-1])
    theirs = unit in counted_stems("some") | counted_stems("own") | counted_stems("anybody") | {""}
    return theirs and not counted_stems("lost").isdisjoint(forms(hearing.reading.word(i)))


def _above(hearing: Hearing, figure: Number) -> list[int]:
    """The words above a figure in the tree, up to that of its own clause and what this leads to: "are known to have
    {died}"."""
    reading, end = hearing.reading, figure.words[1]
    if reading.relation[end - 1] == "conj":  # trees err where "and 40" begins a clause: what follows tells
        return [i for i in range(end, min(end + CLAUSE, len(reading))) if reading.pos[i] in ("VERB", "NOUN", "ADJ")]
    above: list[int] = []
    for i in reading.upward(figure.words[1] - 1, ABOVE):
        above.append(i)
        children = hearing.claims.children[i]
        subject = any(reading.relation[k] in ("nsubj", "nsubj:pass") for k in children)
        if subject and reading.pos[i] in ("VERB", "ADJ"):
            return above + [k for k in children if reading.relation[k] == "xcomp" or k == i + 1]
    return above


def _does(hearing: Hearing, above: list[int], verb: int) -> bool:
    """Whether what is counted is what did a deed to others: "two bombs killed 20"."""
    reading = hearing.reading
    under = next((i for i in above if reading.head[i] == verb), verb)
    undergone = (i for i in hearing.claims.children[verb] if reading.relation[i] == "obj")
    objects = any(reading.word(i).lower() not in lexicon.counted_words("own_loss") for i in undergone)
    return reading.relation[under] == "nsubj" and objects


def _loosens(hearing: Hearing, i: int) -> bool:
    """Whether a word stands between a figure and what it is told of: "wounded {more than} 40"."""
    word = hearing.reading.word(i).lower()
    return lexicon.hedge(word) is not None or word in lexicon.counted_words("besides") or hearing.reading.pos[i] in (
        "ADV", "ADP", "DET",
    )  # fmt: skip


@cache
def _fates() -> dict[str, str]:
    """What befell people, by the stems of the words that tell it."""
    fates = (
        (DEAD, ("dead", "bodies")), (HURT, ("hurt",)), (HELD, ("held",)), (TAKEN, ("taken",)), (MISSING, ("missing",)),
    )  # fmt: skip
    return {word: fate for fate, uses in fates for use in uses for word in counted_stems(use)}


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


def _told_by_noun(hearing: Hearing, claim: Claim, figure: Number) -> str:
    """What a figure is put for that the noun before it tells by itself: "put the {crowd} at 60,000", "the {toll} at
    24"; "" if it tells nothing."""
    first = max(claim.words[0], figure.words[0] - PUT)
    words = {i: stem(hearing.reading.word(i)) for i in range(figure.words[0] - 1, first - 1, -1)}  # the nearest first
    if told := next(filter(None, map(_fates().get, words.values())), ""):
        return told
    if "of" in words.values():
        return next((word for i, word in words.items() if not _loosens(hearing, i)), "")
    if not stems("sum_of_it").isdisjoint(words.values()):
        return SUM  # "put the {amount} at five million"
    crowd, dead = (not stems(use).isdisjoint(words.values()) for use in ("crowd", "death_toll"))
    return CROWD if crowd else DEAD if dead else ""


def _is_put(hearing: Hearing, claim: Claim, figure: Number) -> bool:
    """Whether a figure is given for a word that points at what was counted before: "put the toll at 40"."""
    last = figure.words[0]
    while last > claim.words[0] and hearing.reading.word(last - 1).lower() != "at" and _loosens(hearing, last - 1):
        last -= 1  # "at {closer to} 20"
    before = range(max(claim.words[0], last - PUT), last)
    words = [hearing.reading.word(i).lower() for i in before]
    if words[:1] in (["there"], ["it"]) and before.start == claim.words[0] and figure.words[1] == claim.words[1]:
        return True  # "there were nearly a thousand"
    if words[-1:] and words[-1] in BEING and any(stem(word) in stems("counted") for word in words[-3:-1]):
        return True  # "the true {figure was} 12"
    behind = range(figure.words[1], claim.words[1])
    alone = all(stem(hearing.reading.word(i)) in counted_stems("anybody") for i in behind)
    if alone and all(_loosens(hearing, i) for i in range(claim.words[0], figure.words[0])):
        return True  # "the opposition spoke of | 20,000", "… | no more than 20,000 people"
    put = bool(hearing.denials.cue(claim.statement) & stems("put"))
    return (
        put and words[-1:] == ["at"] and any(stem(word) in stems("counted") or word in ("it", "that") for word in words)
    )


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
    issue = told.get(unit) or ISSUES.get(unit) or _how_many(hearing, group[0][1])
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
    closely = off or (unit not in ISSUES and _is_put(hearing, *max(((one, a), (other, b)), key=lambda t: t[0].words)))
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
        return _is_put(hearing, *later_told)
    shared = {t for t in one.terms & other.terms if not t[0].isdigit() and t != unit}
    put = (_is_put(hearing, one, a) or _is_put(hearing, other, b)) and _sentences(hearing, (one, a), (other, b)) <= 1
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
    return _is_put(hearing, claim, figure) and not timed


def _is_own_count(hearing: Hearing, one: Claim, lower: Number, other: Claim, higher: Number) -> bool:
    """Whether a figure is a count of its own of what another has told to be at least so many: a toll put far higher, of
    the same day and place."""
    reading, words = hearing.reading, range(*other.words)
    if one.words > other.words or higher.value < lower.value * LEAST or not _is_put(hearing, other, higher):
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
    return bool(turns - {last}) or (bool(turns) and not _is_put(hearing, *other))


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


def _how_many(hearing: Hearing, figure: Number) -> str:
    words = hearing.reading.string((figure.words[1], min(figure.words[1] + 3, len(hearing.reading))))
    return f"how many {unit_of(hearing.reading, figure) or words}"
