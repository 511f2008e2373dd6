"""What linking knows of reports: the rows of the ledger that are compared with one another, light and unchanging.

Links depend on what is told alone. `pk` says where a row is; it depends on the order of adding and decides nothing:
ties are settled by `ref`, which is the same in every ledger.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sayso.model import Span


def id_of(*refs: str) -> str:
    """The id of what is known by these refs, the same in every ledger: 12 hexadecimal digits."""
    return hashlib.sha256(" ".join(refs).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Source:
    """A report."""

    pk: int
    ref: str  # its id
    url: str | None
    title: str | None
    outlet: str | None
    agency: str | None
    published: str | None  # ISO 8601 date
    text: str
    prose: tuple[Span, ...] | None = None  # its stretches without furniture, where these are known


@dataclass(frozen=True, slots=True)
class Naming:
    """An actor as one report has it."""

    pk: int
    ref: str  # "report/a1"
    report: str
    name: str
    kind: str
    role: str | None
    country: str | None
    sector: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement."""

    pk: int
    ref: str  # "report/s1"
    report: str
    speaker: str | None  # the ref of a naming
    via: tuple[str, ...]  # refs of namings
    force: str
    said: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Where:
    """Where an event took place."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where an event took place, as one report tells it."""

    pk: int
    id: str  # "e1"
    report: str
    published: str | None  # of the report
    start: str | None
    end: str | None
    where: Where | None

    @property
    def ref(self) -> str:
        """ "report/e1"."""
        return f"{self.report}/{self.id}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an event."""

    value: float
    max: float | None
    unit: str
    approximate: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one report tells it."""

    pk: int
    ref: str  # "report/e1"
    report: str
    type: str
    mode: str | None
    trigger: str
    evidence: str  # the passage that tells it
    position: int
    status: str
    confidence: float
    start: str | None
    end: str | None
    where: Where | None
    figures: tuple[Figure, ...]
    actors: tuple[str, ...]  # refs of namings
    recipients: tuple[str, ...]
    statements: tuple[str, ...]  # refs of statements, the outermost first
