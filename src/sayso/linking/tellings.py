"""Which tellings of two reports are of one event, and why.

Each thing that two tellings agree or differ in adds to a score or takes from it, as log-odds that they tell one event
(Fellegi and Sunter, 1969): whether their reports tell one story, type and trigger, actors and recipients, place, time,
figures, the words of their passages, and whether each is what its report is about. Those that are joined keep what
each feature added, so that a join can be explained. A telling has at most one counterpart in another report: the pairs
that agree best are joined first.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, log1p, radians, sqrt

from sayso.linking.stories import SURE, Match
from sayso.linking.told import Naming, Source, Telling, Where
from sayso.linking.words import rarity, stem, words

JOINED = 0.0  # log-odds from which two tellings are of one event

# What agreement and difference add, in log-odds.
PRIOR = -4.0  # of any two tellings of two reports
STORY, MIDDLE, LOWEST, HIGHEST = 12.0, 0.10, -4.0, 4.0  # for each point of likeness over the middle, within bounds
SAME_TYPE, OTHER_TYPE, OTHER_ACT = 0.6, -0.3, -2.5  # of another type, but by the same word; by another word too
TRIGGER, COMMON_TRIGGER = 0.5, 1.0  # for each point of rarity over that of a common word
SAME_ACTOR, SAME_COUNTRY, OTHER_ACTOR = 1.2, 0.5, -0.7
SAME_PLACE, WITHIN_PLACE, OTHER_PLACE = 0.8, 0.4, -1.5
SAME_TIME, OTHER_TIME, UNTOLD_TIME = 0.6, -2.5, 0.4
SAME_FIGURE, MOST_FIGURES = 0.8, 2
WORDING, LITTLE_IN_COMMON = 8.0, 0.08  # for each point of the words' likeness over that of any two passages
FOREMOST = 1.5  # where each is so more than all else in its report, and the reports tell one story for sure
MAIN = 2.5  # where both are wholly what their reports are about

DAYS = 2  # by which two dates may differ that mean one day
NEAR = 40.0  # kilometres between two places that may be one
FAR = 150.0  # and between two that are not
KILOMETRES = 111.2  # of a degree
LEADING = 600  # characters within which what a report is about is told


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a telling is compared."""

    ref: str
    report: str
    type: str
    triggers: frozenset[str]  # stems
    words: Mapping[str, float]  # the rarity of the words of its passage
    length: float
    actors: frozenset[str]
    recipients: frozenset[str]
    start: int | None  # days
    end: int | None
    published: int | None
    where: Where | None
    figures: frozenset[tuple[float, str]]
    main: float  # from 0 to 1: how much it is what its report is about
    foremost: bool  # whether it is so more than any other of its report


@dataclass(frozen=True, slots=True)
class Joined:
    """Two tellings of one event, and what speaks for it."""

    one: str
    other: str
    score: float
    features: Mapping[str, float]  # each with what it adds to the score


def outlines(source: Source, namings: Iterable[Naming], tellings: Iterable[Telling]) -> list[Outline]:
    """What of a report's tellings is compared with those of others."""
    called = {one.ref: _called(one) for one in namings}
    title = {word: rarity(word) for word in words(source.title or source.text.partition("\n")[0])}
    found = [_outline(one, called, title, _day(source.published)) for one in tellings]
    foremost = max(found, key=lambda one: one.main, default=None)
    return [replace(one, foremost=True) if one is foremost else one for one in found]


def _outline(
    telling: Telling, called: Mapping[str, frozenset[str]], title: Mapping[str, float], published: int | None
) -> Outline:
    actors = frozenset[str]().union(*(called.get(one, frozenset()) for one in telling.actors))
    recipients = frozenset[str]().union(*(called.get(one, frozenset()) for one in telling.recipients))
    passage = {word: rare for word in words(telling.evidence) if (rare := rarity(word)) > 0}
    told = sum(rare for word, rare in title.items() if word in passage) / (sum(title.values()) or 1.0)
    for name in actors | recipients:
        passage.pop(name, None)
    return Outline(
        telling.ref,
        telling.report,
        telling.type,
        frozenset(stem(word) for word in telling.trigger.replace("-", " ").split()),
        passage,
        sqrt(sum(rare * rare for rare in passage.values())) or 1.0,
        actors,
        recipients,
        _day(telling.start),
        _day(telling.end) or _day(telling.start),
        published,
        telling.where,
        frozenset((one.value, one.unit) for one in telling.figures),
        min(1.0, told + max(0.0, 1 - telling.position / LEADING) / 3),
        False,
    )


def _called(naming: Naming) -> frozenset[str]:
    """What an actor may be called: names by their last word; "=RUS" stands for whom a country has."""
    found = {stem(name.split()[-1]) for name in (naming.name, *naming.aliases) if name.split()}
    if naming.country:
        found.add(f"={naming.country}")
    return frozenset(found)


def _day(date: str | None) -> int | None:
    return datetime.date.fromisoformat(date[:10]).toordinal() if date and len(date) >= 10 else None


def joins(one: Sequence[Outline], other: Sequence[Outline], match: Match) -> list[Joined]:
    """The tellings of two reports that are of one event, one to one, the surest first."""
    found = []
    for mine in one:
        for theirs in other:
            features = compare(mine, theirs, match)
            score = sum(features.values())
            if score >= JOINED:
                found.append(Joined(mine.ref, theirs.ref, score, features))
    found.sort(key=lambda joined: (-joined.score, *sorted((joined.one, joined.other))))
    taken, kept = set[str](), []
    for joined in found:
        if taken.isdisjoint((joined.one, joined.other)):
            taken |= {joined.one, joined.other}
            kept.append(joined)
    return kept


def compare(one: Outline, other: Outline, match: Match) -> dict[str, float]:
    """What speaks for and against two tellings being of one event, in log-odds."""
    return {
        "prior": PRIOR,
        "story": min(HIGHEST, max(LOWEST, STORY * (match.score - MIDDLE))),
        "type": _types(one, other),
        "trigger": _triggers(one, other),
        "wording": _wording(one, other),
        "actors": _parts(one.actors, other.actors),
        "recipients": _parts(one.recipients, other.recipients),
        "place": _places(one.where, other.where),
        "time": _times(one, other),
        "figures": SAME_FIGURE * min(MOST_FIGURES, len(one.figures & other.figures)),
        "main": MAIN * min(one.main, other.main),
        "foremost": FOREMOST if one.foremost and other.foremost and match.score >= SURE else 0.0,
    }


def _types(one: Outline, other: Outline) -> float:
    if one.type == other.type:
        return SAME_TYPE
    return OTHER_ACT if one.triggers.isdisjoint(other.triggers) else OTHER_TYPE


def _triggers(one: Outline, other: Outline) -> float:
    shared = one.triggers & other.triggers
    return max((TRIGGER * max(0.0, rarity(word) - COMMON_TRIGGER) for word in shared), default=0.0)


def _wording(one: Outline, other: Outline) -> float:
    shared = sum(one.words[word] ** 2 for word in sorted(one.words.keys() & other.words.keys()))
    return WORDING * (shared / (one.length * other.length) - LITTLE_IN_COMMON)


def _parts(one: frozenset[str], other: frozenset[str]) -> float:
    """Who takes a part in both: a name shared, a country alone, or others; nothing where either does not tell."""
    if not one or not other:
        return 0.0
    shared = one & other
    if not shared:
        return OTHER_ACTOR
    return SAME_COUNTRY if all(name.startswith("=") for name in shared) else SAME_ACTOR


def _places(one: Where | None, other: Where | None) -> float:
    if one is None or other is None:
        return 0.0
    if one.name == other.name and one.country == other.country:
        return SAME_PLACE
    if one.country and other.country and one.country != other.country:
        return OTHER_PLACE
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    apart = KILOMETRES * sqrt((one.lat - other.lat) ** 2 + east**2)
    if apart <= NEAR or one.name in (other.admin1, other.country) or other.name in (one.admin1, one.country):
        return WITHIN_PLACE
    return OTHER_PLACE if apart > FAR and one.admin1 != other.admin1 and one.admin1 and other.admin1 else 0.0


def _times(one: Outline, other: Outline) -> float:
    if one.start is None or other.start is None or one.end is None or other.end is None:
        days = abs(one.published - other.published) if one.published and other.published else 0
        return -UNTOLD_TIME * log1p(days / 7)
    if apart(one.start, one.end, other.start, other.end) <= DAYS:
        return SAME_TIME
    if one.published and other.published:
        # "On Friday" is resolved by the date of the report, which may be that of a crawl.
        later, others = one.published, other.published
        if apart(one.start - later, one.end - later, other.start - others, other.end - others) <= DAYS:
            return 0.0
    return OTHER_TIME


def apart(start: int, end: int, other_start: int, other_end: int) -> int:
    """Days between two spans of time; 0 where they touch."""
    return max(0, start - other_end, other_start - end)


def contradict(one: Outline, other: Outline) -> bool:
    """Whether two tellings tell other days or distant places."""
    return _times(one, other) <= OTHER_TIME or _places(one.where, other.where) < 0
