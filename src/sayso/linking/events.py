"""Events: the tellings that are of one happening, out of the pairs that were joined.

Joins are taken from the surest to the least sure, and two groups of tellings become one if what speaks for it, summed
over all pairs of one telling from each, outweighs what speaks against it (correlation clustering, Bansal, Blum and
Chawla, 2004): a join speaks for it with its score; a pair that was not joined speaks against it, strongly where it
tells other days or distant places. Two tellings of one report, which tells them apart, are never one event. So a chain
of joins, each fair by itself, does not end somewhere else than it began. What comes out depends on the tellings and
their joins alone, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import TypeVar, get_args

from sayso.linking.tellings import When, at_odds, day, distant, two_happenings, when
from sayso.linking.told import Setting, Telling, Where
from sayso.model import Status

Value = TypeVar("Value", bound=Hashable)
Pair = tuple[str, str]  # refs of two tellings
Join = tuple[str, str, float]  # refs of two tellings, and how sure it is that they are of one event

NOT_JOINED, AT_ODDS = 0.15, 2.5  # log-odds against one event: of a pair that was not joined; of one that contradicts
SAID_SO = 1000.0  # how sure it is that two tellings are of one event, or not, where a person says so
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

    ref: str
    report: str
    published: int | None  # day
    when: When | None
    where: Where | None


def partition(
    tellings: Iterable[Telling | Setting],
    joins: Iterable[Join],
    published: Mapping[str, str | None],
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> list[list[str]]:
    """The refs of the tellings of each event, in order; a telling that was joined with none is an event by itself.

    published: the dates of their reports. together, apart: tellings of which a person says that they are of one event,
    or that they are not. Apart stay also those whom a chain of what people say would bring together."""
    days = {report: day(date) for report, date in published.items()}
    groups = {
        one.ref: [_Member(one.ref, one.report, found := days.get(one.report), when(one, found), one.where)]
        for one in tellings
    }
    # An event is what the joins bring together by themselves, and what people add to that: so what they say makes one
    # of two events, and none of what the joins have found is undone by it.
    whole = {ref: [ref] for ref in groups}
    kept_apart = frozenset(both for one, other in apart for both in ((one, other), (other, one)))
    for one, other in sorted((min(pair), max(pair)) for pair in together):
        if whole[one] is not whole[other] and not _parted(whole[one], whole[other], kept_apart):
            _merge(whole, whole[one], whole[other])
    surest_first = sorted((-score, min(one, other), max(one, other)) for one, other, score in joins)
    scores = {(one, other): -score for score, one, other in surest_first}
    for _, one, other in surest_first:
        some, others = groups[one], groups[other]
        if some is not others and _are_one(some, others, scores):
            if whole[one] is not whole[other]:
                if _parted(whole[one], whole[other], kept_apart):
                    continue
                _merge(whole, whole[one], whole[other])
            more, fewer = (some, others) if len(some) >= len(others) else (others, some)
            more += fewer
            groups.update((member.ref, more) for member in fewer)
    return sorted(sorted(refs) for refs in {id(refs): refs for refs in whole.values()}.values())


def _merge(whole: dict[str, list[str]], some: list[str], others: list[str]) -> None:
    """Make one of two lists, for all that are in them."""
    more, fewer = (some, others) if len(some) >= len(others) else (others, some)
    more += fewer
    whole.update((ref, more) for ref in fewer)


def _parted(some: Sequence[str], others: Sequence[str], apart: frozenset[Pair]) -> bool:
    """Whether any two of two groups must stay apart."""
    return bool(apart) and any((one, other) in apart for one in some for other in others)


def _are_one(some: Sequence[_Member], others: Sequence[_Member], scores: Mapping[tuple[str, str], float]) -> bool:
    """Whether two groups become one event."""
    if not {one.report for one in some}.isdisjoint(other.report for other in others):
        return False
    if any(two_happenings(one, other) for one in some for other in others):
        return False
    return fsum(_speaks(one, other, scores) for one in some for other in others) >= 0


def _speaks(one: _Member, other: _Member, scores: Mapping[tuple[str, str], float]) -> float:
    """What two tellings say for or against the groups they are in being one event."""
    score = scores.get((one.ref, other.ref) if one.ref < other.ref else (other.ref, one.ref))
    if score is not None:
        return score
    return -AT_ODDS if _contradict(one, other) else -NOT_JOINED


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
