"""Which tellings of two reports are of one event, and why.

Each thing that two tellings agree or differ in adds to a score or takes from it, as log-odds that they tell one event
(Fellegi and Sunter, 1969): whether their reports tell one story, type and trigger, actors and recipients, place, time,
figures, the words of their passages, and whether each is what its report is about. Those that are joined keep what
each feature added, so that a join can be explained. A telling has at most one counterpart in another report: the pairs
that agree best are joined first.

That two reports surely tell one story says little of what each tells in it: one tells of the blast, the other of who
condemned it. So two tellings are of one act only if enough speaks for that besides; those that are not stand beside
each other in their story, and neither bears out what the other tells.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import cos, fsum, log1p, radians, sqrt
from typing import NamedTuple, Protocol

from sayso import lexicon
from sayso.linking.stories import Match
from sayso.linking.told import Naming, Setting, Source, Telling, Where
from sayso.linking.words import rarity, stem, words

JOINED = 0.0  # log-odds from which two tellings are of one event

# What agreement and difference add, in log-odds.
PRIOR = -3.5  # of any two tellings of two reports
STORY, MIDDLE, LOWEST, HIGHEST = 30.0, 0.127, -4.0, 6.0  # for each point of likeness over the middle, within bounds
SAME_TYPE, OTHER_TYPE, OTHER_ACT = 1.0, -1.5, -3.0  # of another type, but by the same word; by another word too
TRIGGER, COMMON_TRIGGER = 0.5, 1.0  # for each point of rarity over that of a common word
SAME_ACTOR, SAME_COUNTRY, OTHER_ACTOR = 1.2, 0.5, -0.4
SAME_PLACE, WITHIN_PLACE, OTHER_PLACE = 0.8, 0.4, -0.4
SAME_TIME, OTHER_TIME, MISDATED, UNTOLD_TIME, LONG_APART = 0.6, -1.5, -0.6, 0.8, -4.0
SAME_FIGURE, MOST_FIGURES = 0.8, 2
WORDING, LITTLE_IN_COMMON = 5.0, 0.08  # for each point of the words' likeness over that of any two sentences
ALIKE = 0.18  # likeness of words by which tellings of other types and triggers are compared
FOREMOST = 12.0  # where each is so more than all else in its report, and the reports surely tell one story
LIKELY, SURELY = 0.12, 0.20  # likeness of two reports from which that begins to count, and counts in full
MAIN = 4.0  # where both are wholly what their reports are about
# What has to speak for an act, whatever the story: to be joined at all, if not for the story; to be of one act.
NEAR_ACT, ONE_ACT = 1.5, 3.0
UNLIKE = 0.1  # likeness of words below which two sentences have nothing in common
OTHER_WORDS = -2.0  # by another word, in such sentences,
MAINLY = 0.75  # unless both are so much what their reports are about
OTHER_DAYS, OTHER_SPEAKER, SAME_WAY_THERE = -3.0, -2.0, 0.5
OF_ONE_FORM = 0.6  # likeness of the words that are no names in two reports that are written by one form

REACH = 300  # characters of a sentence before and after the word that tells of the event
_SENTENCE_END = re.compile(r'[.!?]["”’\']?\s|\n')
DAYS = 2  # by which two dates may differ that mean one day
CRAWLED = 730  # days by which the date of a report may be wrong
NEAR = 40.0  # kilometres between two places that may be one
FAR = 150.0  # and between two that are not
KILOMETRES = 111.2  # of a degree
COMING = ("planned", "demanded", "possible")  # how what has not happened yet is told
_OF_THE_STORY = frozenset({"prior", "story", "foremost"})  # features that tell nothing of what each tells
LEADING = 600  # characters within which what a report is about is told


class When(NamedTuple):
    """When a telling says it was, in days, and the date of the report by which that was worked out."""

    start: int
    end: int
    published: int | None


class Occasion(Protocol):
    """When and where, as a telling has it."""

    @property
    def published(self) -> int | None:
        """The day of its report."""

    @property
    def when(self) -> When | None:
        """The days that it tells."""

    @property
    def where(self) -> Where | None:
        """The place that it tells."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a telling is compared."""

    ref: str
    report: str
    type: str
    mode: str | None
    triggers: frozenset[str]  # stems
    act: str | None  # where its word or mode tells which: "hold" for an abduction
    words: Mapping[str, float]  # the squared rarity of the words of its sentence but those of its actors' names
    length: float  # of the rarities as a vector
    actors: frozenset[str]
    recipients: frozenset[str]
    published: int | None  # day
    when: When | None
    where: Where | None
    figures: frozenset[tuple[float, str]]
    main: float  # from 0 to 1: how much it is what its report is about
    foremost: bool  # whether it is so more than any other of its report
    coming: bool = False  # whether it has not happened yet


@dataclass(frozen=True, slots=True)
class Joined:
    """Two tellings of one event, or that stand beside each other in one story, and what speaks for it."""

    one: str
    other: str
    score: float
    features: Mapping[str, float]  # each with what it adds to the score
    beside: bool = False  # whether they may be of two acts


class Outlines(list[Outline]):
    """What of a report's tellings is compared with those of others, and where to look for such as tell like one."""

    def near(self, one: Outline) -> list[Outline]:
        """Those that have anything in common with another report's telling by which they may be of one event: that each
        is what its report is about most, their words, their trigger, or their type and somebody in it. One type is not
        enough where others take part: of all who denied something that week, each denied by itself."""
        found = self._alike(one)
        for trigger in one.triggers:
            found.update(self._by_trigger.get(trigger, ()))
        found.update(place for place in self._by_type.get(one.type, ()) if _may_be_theirs(one, self[place]))
        if one.foremost:
            found.update(self._foremost)
        return [self[place] for place in sorted(found)]

    def _alike(self, one: Outline) -> set[int]:
        """The places of those whose words are like those of this one. Most have no word in common."""
        shared: dict[int, list[float]] = defaultdict(list)
        for word, weight in one.words.items():
            for place in self._by_word.get(word, ()):
                shared[place].append(weight)
        return {
            place for place, weights in shared.items() if fsum(weights) >= ALIKE * one.length * self[place].length
        }  # fmt: skip

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        return _places_of(one.words for one in self)

    @cached_property
    def _by_trigger(self) -> dict[str, list[int]]:
        return _places_of(one.triggers for one in self)

    @cached_property
    def _by_type(self) -> dict[str, list[int]]:
        return _places_of([one.type] for one in self)

    @cached_property
    def _foremost(self) -> list[int]:
        return [place for place, one in enumerate(self) if one.foremost]


def _places_of(having: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """At which places each of these is had."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, those in enumerate(having):
        for one in those:
            found[one].append(place)
    return dict(found)


def outlines(source: Source, namings: Iterable[Naming], tellings: Iterable[Telling]) -> Outlines:
    """What of a report's tellings is compared with those of others."""
    called = {one.ref: _called(one) for one in namings}
    title = {word: rarity(word) for word in words(source.title or source.text.partition("\n")[0])}
    found = [_outline(source.text, one, called, title, day(source.published)) for one in tellings]
    foremost = max(found, key=lambda one: one.main, default=None)
    return Outlines(replace(one, foremost=True) if one is foremost else one for one in found)


def _sentence(text: str, telling: Telling) -> str:
    """The sentence that a telling stands in, by its looks."""
    before, after = text[: telling.position][-REACH:], text[telling.position :][:REACH]
    return _SENTENCE_END.split(before)[-1] + _SENTENCE_END.split(after)[0]


def _outline(
    text: str, telling: Telling, called: Mapping[str, frozenset[str]], title: Mapping[str, float], published: int | None
) -> Outline:
    actors = frozenset[str]().union(*(called.get(one, frozenset()) for one in telling.actors))
    recipients = frozenset[str]().union(*(called.get(one, frozenset()) for one in telling.recipients))
    passage = {word: rare * rare for word in words(_sentence(text, telling)) if (rare := rarity(word)) > 0}
    told = fsum(rare for word, rare in title.items() if word in passage) / (fsum(title.values()) or 1.0)
    for name in actors | recipients:
        passage.pop(name, None)
    triggers = frozenset(stem(word) for word in telling.trigger.replace("-", " ").split())
    acts = {lexicon.acts().get(word) for word in (telling.mode, *triggers) if word} - {None}
    return Outline(
        telling.ref,
        telling.report,
        telling.type,
        telling.mode,
        triggers,
        acts.pop() if len(acts) == 1 else None,
        passage,
        sqrt(fsum(passage.values())) or 1.0,
        actors,
        recipients,
        published,
        when(telling, published),
        telling.where,
        frozenset((one.value, one.unit) for one in telling.figures),
        min(1.0, told + max(0.0, 1 - telling.position / LEADING) / 3),
        False,
        telling.status in COMING,
    )


def _called(naming: Naming) -> frozenset[str]:
    """What an actor may be called: names by their last word, unless anybody may be called so ("22 {people}"); "=RUS"
    stands for whom a country has."""
    last = (name.split()[-1] for name in (naming.name, *naming.aliases) if name.split())
    found = {stem(word) for word in last if word.lower() not in lexicon.function_words("human")}
    if naming.country:
        found.add(f"={naming.country}")
    return frozenset(found)


def when(telling: Telling | Setting, published: int | None) -> When | None:
    """When a telling says it was."""
    start, end = day(telling.start), day(telling.end)
    return None if start is None else When(start, end or start, published)


def day(date: str | None) -> int | None:
    """The number of the day of an ISO 8601 date; None where it tells no day."""
    return datetime.date.fromisoformat(date[:10]).toordinal() if date and len(date) >= 10 else None


def joins(one: Outlines, other: Outlines, match: Match) -> list[Joined]:
    """The tellings of two reports that are of one event or beside each other, one to one, the surest first."""
    if not match.worth_comparing:
        return []
    pairs = ((mine, theirs) for mine in one for theirs in other.near(mine) if not _are_two(mine, theirs, match))
    found = [joined for mine, theirs in pairs if (joined := _joined(mine, theirs, compare(mine, theirs, match)))]
    found.sort(key=lambda joined: (-joined.score, *sorted((joined.one, joined.other))))
    taken, kept = set[str](), []
    for joined in found:
        if joined.one not in taken and joined.other not in taken:
            taken |= {joined.one, joined.other}
            kept.append(joined)
    return kept


def _joined(one: Outline, other: Outline, features: Mapping[str, float]) -> Joined | None:
    """Two tellings as joined; None where too little speaks for it."""
    score = fsum(features.values())
    # What both reports are mainly about may be two acts, if it is told by another word and as another type.
    alike = one.type == other.type or not one.triggers.isdisjoint(other.triggers)
    act = fsum(added for name, added in features.items() if name not in _OF_THE_STORY and (alike or name != "main"))
    if score < JOINED or (act < NEAR_ACT and not features["foremost"]):
        return None
    return Joined(one.ref, other.ref, score, features, beside=act + fsum(_of_the_act(one, other)) < ONE_ACT)


def _of_the_act(one: Outline, other: Outline) -> Iterator[float]:
    """What speaks for or against one act, but not for or against one story."""
    if one.triggers.isdisjoint(other.triggers) and _likeness(one, other) < UNLIKE:
        yield OTHER_WORDS if min(one.main, other.main) < MAINLY else 0.0
    if one.when and other.when and not meet(one.when, other.when):
        yield OTHER_DAYS
    # Two who condemn the same do two things; of an attack it may be disputed who did it.
    if one.type == other.type and one.type in lexicon.UTTERED and _parts(one.actors, other.actors) == OTHER_ACTOR:
        yield OTHER_SPEAKER
    if one.type == other.type and one.mode and one.mode == other.mode and _places(one.where, other.where) > 0:
        yield SAME_WAY_THERE


def _are_two(one: Outline, other: Outline, match: Match) -> bool:
    """Whether two tellings cannot be of one event, however much they have in common."""
    return (
        _are_two_acts(one, other)
        or two_happenings(one, other)
        or ((match.form >= OF_ONE_FORM or one.coming != other.coming) and _of_other_days(one, other))
    )


def _are_two_acts(one: Outline, other: Outline) -> bool:
    """Whether two tellings tell acts that cannot be one, however much else their reports share: an abduction and a
    shelling; or what others did to others, elsewhere and in another word."""
    if one.act and other.act and one.act != other.act:
        return True
    others = all(
        some and more and some.isdisjoint(more)
        for some, more in (
            (one.triggers, other.triggers),
            (one.actors, other.actors),
            (one.recipients, other.recipients),
        )
    )
    elsewhere = one.where and other.where and _places(one.where, other.where) < SAME_PLACE
    return bool(others and elsewhere)


def _of_other_days(one: Outline, other: Outline) -> bool:
    """Whether two tellings tell other days: the market reports of two Fridays, in the same words and of the same names,
    are of two happenings, and no date of a crawl is to be thought of; nor is Friday's strike the one that is called
    for Thursday."""
    return bool(one.when and other.when and not meet(one.when, other.when))


def _may_be_theirs(one: Outline, other: Outline) -> bool:
    """Whether those who take part in two tellings are the same, or may be as far as is told."""
    if not one.actors.isdisjoint(other.actors) or not one.recipients.isdisjoint(other.recipients):
        return True
    return not (one.actors and other.actors) and not (one.recipients and other.recipients)


def compare(one: Outline, other: Outline, match: Match) -> dict[str, float]:
    """What speaks for and against two tellings being of one event, in log-odds."""
    return {
        "prior": PRIOR,
        "story": min(HIGHEST, max(LOWEST, STORY * (match.score - MIDDLE))),
        "type": _types(one, other),
        "trigger": _triggers(one, other),
        "wording": WORDING * (_likeness(one, other) - LITTLE_IN_COMMON),
        "actors": _parts(one.actors, other.actors),
        "recipients": _parts(one.recipients, other.recipients),
        "place": _places(one.where, other.where),
        "time": _times(one, other),
        "figures": SAME_FIGURE * min(MOST_FIGURES, len(one.figures & other.figures)),
        "main": MAIN * min(one.main, other.main),
        "foremost": _foremost(one, other, match),
    }


def _foremost(one: Outline, other: Outline, match: Match) -> float:
    if not one.foremost or not other.foremost:
        return 0.0
    if one.where and other.where and distant(one.where, other.where):
        return 0.0
    if one.when and other.when and not meet(one.when, other.when):
        return 0.0
    return FOREMOST * min(1.0, max(0.0, (match.score - LIKELY) / (SURELY - LIKELY)))


def _types(one: Outline, other: Outline) -> float:
    if one.type == other.type:
        return SAME_TYPE
    return OTHER_ACT if one.triggers.isdisjoint(other.triggers) else OTHER_TYPE


def _triggers(one: Outline, other: Outline) -> float:
    shared = one.triggers & other.triggers
    return max((TRIGGER * max(0.0, rarity(word) - COMMON_TRIGGER) for word in shared), default=0.0)


def _likeness(one: Outline, other: Outline) -> float:
    """The cosine of the words' rarity, in whatever order they are summed."""
    return fsum([one.words[word] for word in one.words.keys() & other.words.keys()]) / (one.length * other.length)


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
    if one.when and other.when:
        if meet(one.when, other.when):
            return SAME_TIME
        return OTHER_TIME if at_odds(one.when, other.when) else MISDATED
    days = abs(one.published - other.published) if one.published and other.published else 0
    return max(LONG_APART, -UNTOLD_TIME * log1p(days / 7))


def meet(one: When, other: When) -> bool:
    """Whether two tellings tell one time, give or take."""
    return one.start - other.end <= DAYS and other.start - one.end <= DAYS


def at_odds(one: When, other: When) -> bool:
    """Whether two tellings tell two times, also if the dates of their reports were wrong: "on Friday" is worked out
    from the date of a report, and that may be the date of a crawl."""
    if meet(one, other):
        return False
    if one.published is None or other.published is None:
        return True
    wrong = other.published - one.published
    return not meet(one, When(other.start - wrong, other.end - wrong, one.published))


def two_happenings(one: Occasion, other: Occasion) -> bool:
    """Whether two tellings are of two happenings, however alike they are told. Where both tell other days and distant
    places: each alone may be misread, both hardly are; the attack on one town's market and that on another's a month
    later are two. And where their reports are years apart, and they do not both say that it was on the same days."""
    if one.when and other.when and meet(one.when, other.when):
        return False
    if one.when and other.when and one.where and other.where and distant(one.where, other.where):
        return True
    return bool(one.published and other.published and abs(one.published - other.published) > CRAWLED)


def distant(one: Where, other: Where) -> bool:
    """Whether two places cannot be meant to be one."""
    return _places(one, other) == OTHER_PLACE
