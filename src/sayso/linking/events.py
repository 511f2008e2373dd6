"""Events: the tellings that are of one happening, out of the pairs that were joined.

First comes what belongs together: what is of one event, and what stands beside it in other reports of its story.

Joins are taken from the surest to the least sure, and two groups of tellings become one if what speaks for it, summed
over all pairs of one telling from each, outweighs what speaks against it (correlation clustering, Bansal, Blum and
Chawla, 2004): a join speaks for it with its score; a pair that was not joined speaks against it, strongly where it
tells other days or distant places. Two tellings of one report, which tells them apart, are never one event. So a chain
of joins, each fair by itself, does not end somewhere else than it began. What comes out depends on the tellings and
their joins alone, not on their order.

Of what belongs together, the tellings of one act are an event: those that are joined by more than their story. What
most reports tell is what the story is about, and the other acts stand beside it.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any, TypeVar, get_args

import numpy as np

from sayso.linking.tellings import When, at_odds, day, distant, two_happenings, when
from sayso.linking.told import Setting, Telling, Where
from sayso.model import Status

Value = TypeVar("Value", bound=Hashable)
Key = TypeVar("Key", bound=Hashable)  # by which a telling is called
Told = TypeVar("Told", Telling, Setting)
Join = tuple[Key, Key, float]  # two tellings, and how sure it is that they are of one event

NOT_JOINED, AT_ODDS = 0.1, 4.0  # log-odds against one event: of a pair that was not joined; of one that contradicts
SAID_SO = 1000.0  # how sure it is that two tellings are of one event, or not, where a person says so
AT_HAND = 10_000  # joins that are gone through at a time
STATUSES: tuple[str, ...] = get_args(Status)  # how firmly a telling puts an event, the firmest first


@dataclass(frozen=True, slots=True)
class Summary:
    """What is shown of an event that is told in several ways: what its tellings tell most."""

    type: str
    mode: str | None
    start: str | None
    end: str | None
    where: Where | None
    status: str  # the firmest footing on which any telling puts it
    confidence: float  # that of its surest telling


@dataclass(frozen=True, slots=True)
class _Member:
    """What of a telling may keep it out of an event."""

    number: int
    report: str
    published: int | None  # day
    when: When | None
    where: Where | None


def partition(
    tellings: dict[Key, Told],
    joins: Iterable[Join[Key]],
    published: Mapping[str, str | None],
    together: Iterable[tuple[Key, Key]] = (),
    apart: Iterable[tuple[Key, Key]] = (),
) -> list[list[Key]]:
    """The tellings that belong together, in the order of their refs; one that was joined with none is by itself.

    tellings: is emptied, for it may be most of what is in memory. joins: each pair once; they are gone through once
    and not kept. published: the dates of their reports. together, apart: tellings of which a person says that they are
    of one event, or that they are not. Apart stay also those whom a chain of what people say would bring together."""
    # What hangs together may be most of a ledger: a telling is a number here, in the order of the refs.
    keys = sorted(tellings, key=lambda key: tellings[key].ref)
    number = {key: n for n, key in enumerate(keys)}
    members = list(_members((tellings.pop(key) for key in keys), published))
    # An event is what the joins bring together by themselves, and what people add to that: so what they say makes one
    # of two events, and none of what the joins have found is undone by it.
    kept_apart = frozenset(pair for one, other in _numbered(apart, number) for pair in ((one, other), (other, one)))
    said = sorted(_numbered(together, number))
    groups = _Groups()
    whole = _Groups() if said or kept_apart else groups
    for one, other in said:
        if not _parted(whole.of(one), whole.of(other), kept_apart):
            whole.merge(one, other)
    joined = _Joined(joins, number)
    del number  # which is large, and needed no more
    for one, other, score in joined.surest_first():
        some, others = groups.of(one), groups.of(other)
        if some is not others and _are_one([members[n] for n in some], [members[n] for n in others], score, joined):
            if whole is not groups and whole.of(one) is not whole.of(other):
                if _parted(whole.of(one), whole.of(other), kept_apart):
                    continue
                whole.merge(one, other)
            groups.merge(one, other)
    return [[keys[n] for n in sorted(those)] for those in sorted(whole.all(len(keys)), key=min)]


def acts(groups: Sequence[Sequence[Key]], same: Iterable[tuple[Key, Key]]) -> list[list[list[Key]]]:
    """The tellings of each act, for each group of those that belong together: what their story is about comes first.
    same: pairs that are of one act."""
    keys = [key for group in groups for key in group]
    group_of = [n for n, group in enumerate(groups) for _ in group]
    number = {key: n for n, key in enumerate(keys)}
    joined = _Groups()
    for one, other in same:
        a, b = number.get(one), number.get(other)
        if a is not None and b is not None and group_of[a] == group_of[b]:
            joined.merge(a, b)
    found: list[list[list[int]]] = [[] for _ in groups]
    for act in joined.all(len(keys)):
        found[group_of[act[0]]].append(sorted(act))
    ordered = (sorted(those, key=lambda act: (-len(act), act[0])) for those in found)
    return [[[keys[n] for n in act] for act in those] for those in ordered]


def _members(tellings: Iterable[Telling | Setting], published: Mapping[str, str | None]) -> Iterator[_Member]:
    """What of each telling may keep it out of an event; most share the few times there are."""
    days = {report: day(date) for report, date in published.items()}
    whens: dict[When | None, When | None] = {}
    for number, one in enumerate(tellings):
        found = days.get(one.report)
        told = when(one, found)
        yield _Member(number, one.report, found, whens.setdefault(told, told), one.where)


class _Groups:
    """Numbers that were brought together, any others being by themselves."""

    def __init__(self) -> None:
        self._of: dict[int, list[int]] = {}

    def of(self, number: int) -> list[int]:
        """All that a number is together with, itself among them: of all those the same list."""
        return self._of.get(number) or [number]

    def merge(self, one: int, other: int) -> None:
        """Bring together what two numbers are together with."""
        some, others = self.of(one), self.of(other)
        if some is not others:
            more, fewer = (some, others) if len(some) >= len(others) else (others, some)
            more += fewer
            self._of |= dict.fromkeys(fewer, more)
            self._of[more[0]] = more

    def all(self, count: int) -> Iterator[list[int]]:
        """All there are of the first so many numbers."""
        yield from {id(those): those for those in self._of.values()}.values()
        yield from ([number] for number in range(count) if number not in self._of)


class _Places:
    """At which places of a column each number stands."""

    def __init__(self, column: np.ndarray[Any, Any], count: int) -> None:
        self._begin = np.concatenate(([0], np.bincount(column, minlength=count).cumsum()))
        self._order = np.argsort(column, kind="stable").astype(np.int32)

    def of(self, number: int) -> np.ndarray[Any, Any]:
        """Where that number stands, in order."""
        return self._order[self._begin[number] : self._begin[number + 1]]


class _Joined:
    """The tellings that were joined, by number: in columns, as there may be millions of pairs."""

    def __init__(self, joins: Iterable[Join[Key]], number: Mapping[Key, int]) -> None:
        one, other, score = array("i"), array("i"), array("d")
        for first, second, sure in joins:
            a, b = number[first], number[second]
            one.append(min(a, b))
            other.append(max(a, b))
            score.append(sure)
        self._one, self._other, self._score = (np.frombuffer(column, column.typecode) for column in (one, other, score))
        self._where = _Places(self._one, len(number)), _Places(self._other, len(number))

    def surest_first(self) -> Iterator[tuple[int, int, float]]:
        """All pairs, with how sure it is that they are of one event; of equally sure ones those that come first."""
        order = np.lexsort((self._other, self._one, -self._score))
        for k in range(0, len(order), AT_HAND):
            some = order[k : k + AT_HAND]
            yield from zip(*(column[some].tolist() for column in (self._one, self._other, self._score)), strict=True)

    def with_(self, number: int) -> dict[int, float]:
        """Those that a telling was joined with, and how sure each is."""
        row = np.concatenate([places.of(number) for places in self._where])
        others = self._one[row] + self._other[row] - number
        return dict(zip(others.tolist(), self._score[row].tolist(), strict=True))


def _numbered(pairs: Iterable[tuple[Key, Key]], number: Mapping[Key, int]) -> Iterator[tuple[int, int]]:
    """Pairs of tellings by number, the first of each first."""
    for one, other in pairs:
        a, b = number[one], number[other]
        yield min(a, b), max(a, b)


def _parted(some: Sequence[int], others: Sequence[int], apart: frozenset[tuple[int, int]]) -> bool:
    """Whether any two of two groups must stay apart."""
    return bool(apart) and any((one, other) in apart for one in some for other in others)


def _are_one(some: Sequence[_Member], others: Sequence[_Member], score: float, joined: _Joined) -> bool:
    """Whether two groups become one event. score: that of the join that brings them up."""
    if len(some) == len(others) == 1:  # most are
        return some[0].report != others[0].report and score >= 0 and not two_happenings(some[0], others[0])
    if not {one.report for one in some}.isdisjoint(other.report for other in others):
        return False
    if any(two_happenings(one, other) for one in some for other in others):
        return False
    fewer, more = (some, others) if len(some) <= len(others) else (others, some)
    return fsum(speaks for one in fewer for speaks in _speaking(one, more, joined.with_(one.number))) >= 0


def _speaking(one: _Member, others: Iterable[_Member], scores: Mapping[int, float]) -> Iterator[float]:
    """What a telling and each of others say for or against their being of one event."""
    for other in others:
        score = scores.get(other.number)
        if score is not None:
            yield score
        else:
            yield -AT_ODDS if _contradict(one, other) else -NOT_JOINED


def _contradict(one: _Member, other: _Member) -> bool:
    """Whether two tellings tell other days or distant places."""
    return bool(
        (one.when and other.when and at_odds(one.when, other.when))
        or (one.where and other.where and distant(one.where, other.where))
    )


def summary(tellings: Sequence[Telling]) -> Summary:
    """What is shown of the event of these tellings: of each matter what they tell most, by their confidence."""
    type_ = _most((one.type, one.confidence) for one in tellings)
    assert type_ is not None  # every telling has one
    start, end = _most(((one.start, one.end), one.confidence) for one in tellings if one.start) or (None, None)
    return Summary(
        type_,
        _most((one.mode, one.confidence) for one in tellings if one.mode and one.type == type_),
        start,
        end,
        _most((one.where, one.confidence) for one in tellings if one.where),
        min((one.status for one in tellings), key=STATUSES.index),
        max(one.confidence for one in tellings),
    )


def _most(weighed: Iterable[tuple[Value, float]]) -> Value | None:
    """What has most weight; of equals the first in order, so that the order in which they are given decides nothing."""
    weights: dict[Value, list[float]] = defaultdict(list)
    for value, weight in weighed:
        weights[value].append(weight)
    return min(weights, key=lambda value: (-fsum(weights[value]), repr(value)), default=None)
