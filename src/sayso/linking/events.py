"""Events: the tellings that are of one happening, out of the pairs that were joined.

Joins are taken from the surest to the least sure, and two groups of tellings become one if nothing speaks against it:
no two tellings that tell other days or distant places, no two tellings that one report keeps apart, and a fair share
of their tellings joined. So a chain of joins, each fair by itself, does not end somewhere else than it began. What
comes out depends on the tellings and joins alone, not on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sayso.linking.tellings import Joined, Outline, contradict

T = TypeVar("T")

SHARE = 0.2  # of the pairs of tellings of two groups that must be joined for the groups to become one


def partition(outlines: Iterable[Outline], joins: Iterable[Joined]) -> list[list[str]]:
    """The refs of the tellings of each event, in order; every telling is in one event, most of them alone."""
    outline = {one.ref: one for one in outlines}
    groups = {ref: [ref] for ref in outline}
    surest_first = sorted(joins, key=lambda join: (-join.score, *sorted((join.one, join.other))))
    joined = {frozenset((join.one, join.other)) for join in surest_first}
    for join in surest_first:
        one, other = groups[join.one], groups[join.other]
        if one is other or sum(frozenset((a, b)) in joined for a in one for b in other) < SHARE * len(one) * len(other):
            continue
        if _differ([outline[ref] for ref in one], [outline[ref] for ref in other]):
            continue
        more, fewer = (one, other) if len(one) >= len(other) else (other, one)
        more += fewer
        for ref in fewer:
            groups[ref] = more
    found = {id(group): group for group in groups.values()}
    return sorted(sorted(group) for group in found.values())


def _differ(some: Sequence[Outline], others: Sequence[Outline]) -> bool:
    """Whether two groups cannot be one event."""
    if not {one.report for one in some}.isdisjoint(one.report for one in others):
        return True
    return any(contradict(one, other) for one in some for other in others)
