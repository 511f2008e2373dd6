"""Events told in small scenes, as linking has them: who says what of one event, in which report, of which day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.linking.joined import Contest, Joined, Known, Stand
from sayso.linking.told import Figure, Said, Source, Telling

PEOPLE = {
    one.id: one
    for one in (
        Known("norland", "Norland", "government", "NOR", "GOV"),
        Known("ministry", "Norwegian defence ministry", "government", "NOR", "MIL"),
        Known("minister", "Henrik Solvang", "person", "NOR", "GOV", ("Solvang",)),
        Known("norland officials", "Norwegian officials", "anonymous", "NOR", "GOV"),
        Known("army", "Swedish army", "government", "SWE", "MIL"),
        Known("sweden", "Sweden", "government", "SWE", "GOV"),
        Known("both", "Norland and Sweden", "group"),
        Known("court", "Supreme Court", "government", "NOR", "JUD"),
        Known("rebels", "Fjord Front", "group", None, "REB"),
        Known("rebel spokesman", "Ola Dahl", "person", None, "REB", ("Fjord Front spokesman",)),
        Known("doctor", "Anna Lind", "person", None, "CVL"),
        Known("mayor", "Lena Vogt", "person", None, "GOV"),
        Known("witnesses", "witnesses", "anonymous", None, "CVL"),
        Known("reuters", "Reuters", "media", None, "MED"),
        Known("afp", "AFP", "media", "FRA", "MED"),
        Known("papers", "local media", "media"),
        Known("charge sheet", "charge sheet against the mayor", "document"),
        Known("civilians", "civilians", "group", None, "CVL"),
        Known("fighters", "fighters", "group", None, "REB"),
    )
}


@dataclass(frozen=True)
class Told:
    """One telling in a scene. by: the speakers, the outermost first; without one the report itself says so."""

    report: str
    status: str = "fact"
    by: tuple[str, ...] = ()
    force: str = "assert"
    said: str = "shelled the port"
    via: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    evidence: str = "shelled the port"
    trigger: str = "shelled"
    type: str = "ASSAULT"
    when: str | None = None  # on which day it was said


@dataclass
class Scene:
    """An event being told."""

    outlets: dict[str, str] = field(default_factory=dict)  # by report
    days: dict[str, str] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)  # report: the first of its family
    agencies: frozenset[str] = frozenset()  # reports that credit their outlet as an agency

    def tell(self, told: Iterable[Told], contests: Iterable[Contest] = ()) -> Joined:
        """The event as those tellings have it."""
        tellings: list[Telling] = []
        said: dict[str, Said] = {}
        reports: dict[str, int] = {}
        actors: dict[str, str] = {}

        def naming(report: str, person: str) -> str:
            actors[f"{report}/{person}"] = person
            return f"{report}/{person}"

        for number, one in enumerate(told, 1):
            count = reports[one.report] = reports.get(one.report, 0) + 1
            refs = []
            for depth, speaker in enumerate(one.by):
                inner = depth == len(one.by) - 1
                ref = f"{one.report}/s{count}.{depth}"
                refs.append(ref)
                said[ref] = Said(
                    number, ref, one.report, naming(one.report, speaker),
                    tuple(naming(one.report, by) for by in one.via) if inner else (),
                    one.force if inner else "assert", one.said, one.when, one.when,
                )  # fmt: skip
            tellings.append(
                Telling(
                    number, f"{one.report}/e{count}", one.report, one.type, None, one.trigger, one.evidence, 0,
                    one.status, 0.9, "2020-03-02", "2020-03-02", None, one.figures,
                    tuple(naming(one.report, actor) for actor in one.actors),
                    tuple(naming(one.report, recipient) for recipient in one.recipients), tuple(refs),
                )
            )  # fmt: skip
        contests = tuple(contests)
        for contest in contests:
            for side in (contest.claimed, contest.contested):
                for ref, speaker in zip(side.statements, side.actors, strict=True):
                    actors[speaker] = speaker.split("/")[1]
                    said.setdefault(ref, Said(0, ref, contest.report, speaker, (), "assert", side.position, None, None))
        named = {*reports, *(contest.report for contest in contests)}
        families = {report: self.copies.get(report, report) for report in named}
        return Joined(
            tellings=tuple(tellings),
            said=said,
            sources={report: self.source(report) for report in named},
            families=families,
            outlets={family: self.outlets.get(family, f"The {family.title()}") for family in families.values()},
            actors=actors,
            known=PEOPLE,
            contests=contests,
        )

    def source(self, report: str) -> Source:
        outlet = self.outlets.get(report, f"The {report.title()}")
        agency = outlet if report in self.agencies else None
        return Source(0, report, None, None, outlet, agency, self.days.get(report, "2020-03-03"), "")


def contest(report: str, kind: str, claimed: tuple[str, str], contested: tuple[str, str], *tellings: str) -> Contest:
    """A dispute of one report; sides as (who, statement)."""
    sides = [Stand(f"{who}'s word", (f"{report}/{who}",), (f"{report}/{s}",)) for who, s in (claimed, contested)]
    return Contest(
        f"{report}/d1", report, kind, "whether it is so", tuple(f"{report}/{t}" for t in tellings), sides[0], sides[1]
    )


def by_ref(tellings: Iterable[Telling]) -> dict[str, Telling]:
    """Tellings by what they are called."""
    return {one.ref: one for one in tellings}
