"""What is known of one event when every report that tells it is taken together: the record that its voices, its
disputes and its figures are worked out from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sayso.linking.told import Said, Source, Telling
from sayso.model import Dispute


@dataclass(frozen=True, slots=True)
class Known:
    """An actor as all reports together have it."""

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()  # "Taliban spokesman"


@dataclass(frozen=True, slots=True)
class Stand:
    """One side of a dispute as one report has it."""

    position: str
    actors: tuple[str, ...]  # refs of namings
    statements: tuple[str, ...]  # refs


@dataclass(frozen=True, slots=True)
class Contest:
    """A dispute as one report has it: what is claimed against what is said to the contrary."""

    ref: str  # "report/d1"
    report: str
    kind: str
    issue: str
    tellings: tuple[str, ...]  # refs of those it is about
    claimed: Stand
    contested: Stand


def contests(report: str, disputes: Iterable[Dispute]) -> list[Contest]:
    """The disputes of a report's account, with refs for ids. report: its id."""

    def refs(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(f"{report}/{id}" for id in ids)

    return [
        Contest(
            f"{report}/{one.id}", report, one.kind, one.issue, refs(one.events),
            *(Stand(side.position, refs(side.actors), refs(side.statements)) for side in one.sides[:2]),
        )
        for one in disputes
    ]  # fmt: skip


@dataclass(frozen=True)
class Joined:
    """An event: its tellings, and what is known of the reports that tell it."""

    tellings: tuple[Telling, ...]
    said: Mapping[str, Said]  # by ref: the statements of those reports
    sources: Mapping[str, Source]  # by ref: the reports
    families: Mapping[str, str]  # of each report, the family of copies that it is of
    outlets: Mapping[str, str]  # of each family, whose story it is: an agency or an outlet
    actors: Mapping[str, str]  # of each naming, by ref, whom it means
    known: Mapping[str, Known]  # those, by id
    contests: tuple[Contest, ...] = field(default=())  # the disputes of those reports about these tellings
    names: Mapping[str, str] = field(default_factory=dict)  # of those known, in small letters, where they are at hand

    def actor(self, naming: str | None) -> Known | None:
        """Whom a naming means, across reports."""
        id = self.actors.get(naming, "") if naming else ""
        return self.known.get(self._in_copies.get(id, id))

    @cached_property
    def _in_copies(self) -> dict[str, str]:
        """Of those whom copies of one story call the same, one for all: "aid workers" are nobody known across reports,
        but two printings of a story mean the same aid workers."""
        names = self.names or {id: one.name.casefold() for id, one in self.known.items()}
        called: dict[tuple[str, str], set[str]] = defaultdict(set)
        for naming, id in self.actors.items():
            if (name := names.get(id)) is not None:
                called[self.family(naming.rpartition("/")[0]), name].add(id)
        return {id: min(ids) for ids in called.values() if len(ids) > 1 for id in ids}

    def family(self, report: str) -> str:
        """The family of a report: itself, where it has no copies."""
        return self.families.get(report, report)

    def day(self, report: str) -> str | None:
        """When a story was first published: a copy that is printed later says nothing new."""
        return self._days.get(self.family(report))

    def outlet(self, report: str) -> str | None:
        """Whose story a report is."""
        return self.outlets.get(self.family(report))

    def is_agency(self, outlet: str) -> bool:
        """Whether a story is credited to an outlet as to an agency."""
        return outlet in self._agencies

    @cached_property
    def _agencies(self) -> frozenset[str]:
        return frozenset(source.agency for source in self.sources.values() if source.agency)

    @cached_property
    def _days(self) -> dict[str, str]:
        days: dict[str, str] = {}
        for ref, source in self.sources.items():
            if source.published:
                family = self.family(ref)
                days[family] = min(days.get(family, source.published), source.published)
        return days

    def chain(self, telling: Telling) -> list[Said]:
        """The statements a telling stands on, the outermost first."""
        return [self.said[ref] for ref in telling.statements if ref in self.said]
