"""The figures that are given for an event, as they follow each other: who counted how many, as of which day.

A count that grows is news, not a contradiction: whoever gives another figure on a later day updates it, also somebody
else's. Two figures contradict each other where two voices hold them at the same time, or where one comes back to its
own after the other has given another, or where a toll falls to less than half in the mouth of another party.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import inf

from sayso import lexicon
from sayso.linking.joined import Joined
from sayso.linking.told import Figure, Telling
from sayso.linking.voices import Key, Origin, opposed, origin
from sayso.linking.words import words

BEYOND = 1.25  # times a figure that another must be to contradict it, where parties count
RUNNING = 2.0  # the same where outlets do, which learn of more as a day goes on
MANY = 5  # times the least it may mean that a vague word may mean: "dozens" are no hundreds

_WORD = re.compile(r"[\w-]+")

Unit = tuple[str | None, str, frozenset[str]]  # what it counts (dead, hurt), the noun, what it says of that


@dataclass(frozen=True, slots=True)
class Point:
    """One figure, by one voice, as of one day."""

    day: str | None
    value: float
    max: float | None
    low: float  # what it may mean at least, and at most
    high: float
    unit: str
    origin: Origin
    refs: tuple[str, ...]  # of tellings
    families: frozenset[str]  # of the reports that give it
    dated: bool  # whether the day is known on which it was said, and not only that of a report
    update: bool = False  # whether it takes the place of one given before

    @property
    def party(self) -> bool:
        """Whether it is the count of somebody who answers for it, not an outlet's."""
        return self.origin.kind == "actor"


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one kind."""

    counts: str | None  # "dead" or "hurt", where that is told
    unit: str
    points: tuple[Point, ...]  # by day


def series(joined: Joined) -> list[Series]:
    """The figures of an event, those of each kind by day."""
    found: dict[Unit, dict[tuple[Key, str | None, float, float | None], Point]] = defaultdict(dict)
    for telling in sorted(joined.tellings, key=lambda telling: telling.ref):
        if telling.status in ("fact", "claimed"):
            for unit, figure in _counted(telling):
                point = _point(joined, telling, figure)
                key = point.origin.key, point.day, point.value, point.max
                same = found[unit].get(key)
                found[unit][key] = _both(same, point) if same else point
    listed = []
    for (counts, _, _), points in sorted(
        found.items(), key=lambda one: (one[0][0] or "", one[0][1], sorted(one[0][2]))
    ):
        ordered = sorted(points.values(), key=lambda p: (p.day or "", p.value, p.max or p.value, p.origin.key))
        marked = tuple(replace(p, update=_updates(ordered, p)) for p in ordered)
        listed.append(Series(counts, marked[0].unit, marked))
    return listed


def contradictory(counted: Series) -> list[Point]:
    """The figures of one series that cannot hold together with another voice's."""
    of_voice: dict[Key, list[Point]] = defaultdict(list)
    for point in counted.points:
        of_voice[point.origin.key].append(point)
    found: set[int] = set()
    for (i, one), (k, other) in combinations(enumerate(counted.points), 2):
        if _contradict(counted.counts, of_voice, one, other):
            found |= {i, k}
    return [counted.points[n] for n in sorted(found)]


def beyond(one: Point, other: Point, times: float = BEYOND) -> bool:
    """Whether two figures are too far apart to be the same."""
    low, high = sorted((one, other), key=lambda point: (point.low, point.high))
    return low.high * times < high.low


def _counted(telling: Telling) -> Iterator[tuple[Unit, Figure]]:
    """The figures of a telling that count something. Where two are of one kind, one is a part of the other: neither."""
    of_unit: dict[Unit, list[Figure]] = defaultdict(list)
    for figure in telling.figures:
        noun, *said_of = words(figure.unit)[::-1] or [""]  # a unit may have no word: "$"
        if not noun or lexicon.counted_words("besides") & {noun, *said_of} or noun in lexicon.denial_words("uncounted"):
            continue
        counts = _kind(telling, noun)
        if figure.value <= 1 and counts is None:
            continue  # "a missile" is a word for it, no count
        if noun in lexicon.counted_words("anybody"):
            noun = "people"
        of_unit[counts, noun, frozenset(said_of)].append(figure)
    for unit, figures in of_unit.items():
        if len({(figure.value, figure.max) for figure in figures}) == 1:
            yield unit, figures[0]


def _kind(telling: Telling, noun: str) -> str | None:
    """Whether a figure is of the dead or of the hurt: by its noun, by the act told, else by the passage alone."""
    for told in ({noun}, set(words(telling.trigger)), set(words(telling.evidence))):
        kinds = [use for use in ("dead", "hurt") if told & lexicon.counted_words(use)]
        if kinds:
            return kinds[0] if len(kinds) == 1 else None
    return None


def _point(joined: Joined, telling: Telling, figure: Figure) -> Point:
    chain = joined.chain(telling)
    whose = origin(joined, telling)
    said = chain[-1].start if chain else None
    low, high = _extent(figure, telling.evidence)
    return Point(
        said or joined.day(telling.report), figure.value, figure.max, low, high, figure.unit, whose, (telling.ref,),
        frozenset({joined.family(telling.report)}), said is not None or whose.actor is None,
    )  # fmt: skip


def _extent(figure: Figure, evidence: str) -> tuple[float, float]:
    """What a figure may mean: "at least 12" has no upper end, "dozens" are fewer than hundreds."""
    low, high = figure.value, figure.max or figure.value
    if not figure.approximate:
        return low, high
    told = _WORD.findall(evidence.casefold())
    hedges = {lexicon.hedge(word) for word in told}
    vague = any((word := lexicon.number_word(one)) and word.kind == "vague" for one in told)
    if not hedges & {"over", "under"}:
        return (low, high * MANY) if vague else (low / BEYOND, high * BEYOND)
    return (0 if "under" in hedges else low), (inf if "over" in hedges else high)


def _both(one: Point, other: Point) -> Point:
    return replace(
        one,
        low=min(one.low, other.low),
        high=max(one.high, other.high),
        refs=tuple(sorted({*one.refs, *other.refs})),
        families=one.families | other.families,
        dated=one.dated or other.dated,
    )


def _updates(points: Sequence[Point], point: Point) -> bool:
    """Whether a figure takes the place of the last before it, by the same voice if that has given one."""
    before = [one for one in points if one.day and point.day and one.day < point.day]
    own = [one for one in before if one.origin.key == point.origin.key]
    last = max((one.day or "" for one in own or before), default="")
    return bool(before) and all(
        (one.value, one.max) != (point.value, point.max) for one in own or before if one.day == last
    )


def _contradict(counts: str | None, of_voice: Mapping[Key, Sequence[Point]], one: Point, other: Point) -> bool:
    times = BEYOND if one.party and other.party else RUNNING
    if not beyond(one, other, times) or not opposed(one.origin, other.origin):
        return False
    first, later = sorted((one, other), key=lambda point: point.day or "")
    firsts, laters = of_voice[first.origin.key], of_voice[later.origin.key]
    if _together(one, other):
        return not _agrees(firsts, first, later) and not _agrees(laters, later, first)
    if not first.day or not later.day:
        return False
    before = any(_earlier(point, first) and not beyond(point, later) for point in laters)
    if before:
        # It comes back to its own after the other gave another. A day must be told on which it did, or a later story
        # may only repeat what was said at first.
        superseded = any(_earlier(first, point) and not _earlier(later, point) for point in firsts)
        return later.dated and not superseded
    fallen = counts is not None and later.value < first.value  # the dead do not come back
    return fallen and one.party and other.party and beyond(one, other, RUNNING)


def _earlier(one: Point, other: Point) -> bool:
    return bool(one.day and other.day) and (one.day or "") < (other.day or "")


def _together(one: Point, other: Point) -> bool:
    """Whether two figures are held at the same time: of one day, or told in one story."""
    return bool(one.day and one.day == other.day) or (one.day == other.day and bool(one.families & other.families))


def _agrees(own: Sequence[Point], point: Point, other: Point) -> bool:
    """Whether the voice of a figure gives at the same time another, which agrees with the other's."""
    return any(_together(one, point) and not beyond(one, other) for one in own)
