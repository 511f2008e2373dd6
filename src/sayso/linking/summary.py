"""What an event is, by what most of its tellings say it is, the surer ones more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar, get_args

from sayso.linking.told import Telling, Where
from sayso.model import Status

Value = TypeVar("Value")

FIRMNESS: tuple[str, ...] = get_args(Status)  # from the firmest footing down


@dataclass(frozen=True, slots=True)
class Summary:
    """What is shown first of an event. What each telling says stands beside it."""

    type: str
    mode: str | None
    start: str | None
    end: str | None
    where: Where | None
    status: str  # the firmest footing that any telling has
    confidence: float  # that of the surest telling


def summary(tellings: Sequence[Telling]) -> Summary:
    """The summary of the event that these tell of, in whatever order they are given."""
    ordered = sorted(tellings, key=lambda telling: telling.ref)
    kind = _most(ordered, lambda telling: telling.type) or ordered[0].type
    time = _most(ordered, lambda telling: (telling.start, telling.end or telling.start) if telling.start else None)
    return Summary(
        type=kind,
        mode=_most([telling for telling in ordered if telling.type == kind], lambda telling: telling.mode),
        start=time[0] if time else None,
        end=time[1] if time else None,
        where=_where(ordered),
        status=min((telling.status for telling in ordered), key=FIRMNESS.index),
        confidence=max(telling.confidence for telling in ordered),
    )


def _most(tellings: Sequence[Telling], value: Callable[[Telling], Value | None]) -> Value | None:
    """What most of them say of something; of those said as often, what comes first in order."""
    weights: dict[Value, float] = defaultdict(float)
    for telling in tellings:
        told = value(telling)
        if told is not None:
            weights[told] += telling.confidence
    # Rounded: sums of the same numbers in another order may differ in their last digit.
    return min(weights, key=lambda told: (-round(weights[told], 6), str(told)), default=None)


def _where(tellings: Sequence[Telling]) -> Where | None:
    """Where most say it was: by the place in the gazetteer where it is in there, else by name."""

    def place(telling: Telling) -> str | None:
        where = telling.where
        return None if where is None else str(where.geonameid or f"{where.name}, {where.country}")

    most = _most(tellings, place)
    return next((telling.where for telling in tellings if place(telling) == most), None) if most else None
