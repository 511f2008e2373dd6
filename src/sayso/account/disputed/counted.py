"""What do the figures count that somebody says are so: the dead, those arrested, a turnout, a sum, any one thing?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso import lexicon
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import has_word, set_off
from sayso.account.disputed.hearing import Hearing
from sayso.account.grammar.quantities import CURRENCY, Number, number, unit_of
from sayso.account.grammar.stems import counted_stems, forms, is_one_of, stem, stems
from sayso.account.said.force_types import COUNTING
from sayso.reader.reading import Reading

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


def counted(hearing: Hearing) -> dict[str, list[Told]]:
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
        if unit not in ISSUES and is_put(hearing, claim, figure):
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
    put = is_put(hearing, claim, figure)
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


def is_put(hearing: Hearing, claim: Claim, figure: Number) -> bool:
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
