"""Copies: reports that are one story, against pairs judged by reading."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from evaluation.counts import Count
from sayso.linking.copies import candidates, compare, families, keys
from sayso.linking.told import Source
from training import sources

JUDGED = Path(__file__).with_name("copies.tsv")

Pair = tuple[str, str]


def judged(verdict: str = "copies") -> set[Pair]:
    """The pairs of reports with this verdict, by their ids; copies.tsv tells by what rules."""
    return {(one, other) for one, other, given, _ in sources.rows(JUDGED) if given == verdict}


def reports() -> list[Source]:
    """The reports of the clusters."""
    return [
        Source(pk, one["id"], one["url"], one["title"], one["outlet"], None, one["published"], one["text"])
        for pk, one in enumerate(sources.clusters())
    ]


def proposed(among: Iterable[Source]) -> set[Pair]:
    """The pairs that share a key."""
    return candidates((report.ref, keys(report)) for report in among)


def found(among: Iterable[Source]) -> set[Pair]:
    """The pairs that are of one family."""
    by_ref = {report.ref: report for report in among}
    alike = [(one, other) for one, other in proposed(by_ref.values()) if compare(by_ref[one], by_ref[other]).copies]
    family = families(alike, by_ref.values())
    return {(one, other) for one, other in combinations(sorted(by_ref), 2) if family[one] == family[other]}


def score() -> dict[str, float]:
    """Pairs of reports that are of one family, held against the pairs that are copies by reading
    (`evaluation/copies.tsv`). Proposed are those that share a key, of all pairs of the 186 reports."""
    among = reports()
    kept, keyed = Count(), Count()
    kept.add(judged(), found(among))
    keyed.add(judged(), proposed(among))
    return {"P": kept.precision, "R": kept.recall, "proposed.P": keyed.precision, "proposed.R": keyed.recall}
