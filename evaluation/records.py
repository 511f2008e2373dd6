"""An account as the records that linking compares, to measure it without a ledger."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sayso.linking.told import Figure, Naming, Said, Source, Telling, Where
from sayso.model import Account, Span


class Told(NamedTuple):
    """What one report tells, as linking compares it."""

    source: Source
    namings: list[Naming]
    said: list[Said]
    tellings: list[Telling]


def told(account: Account) -> Told:
    """The records that a ledger would have of this account; their keys count within the report."""
    report = account.report
    assert report.id  # every report gets one when it is made

    def refs(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(f"{report.id}/{id}" for id in ids)

    def words(spans: Iterable[Span]) -> str:
        return " ".join(" ".join(account.words(span) for span in spans).split())

    return Told(
        Source(
            0, report.id, report.url, report.title, report.outlet, report.agency, report.published, report.text,
            tuple(report.prose),
        ),
        [
            Naming(
                number, f"{report.id}/{one.id}", report.id, one.name, one.kind, one.role, one.country, one.sector,
                tuple(one.aliases),
            )
            for number, one in enumerate(account.actors)
        ],
        [
            Said(
                number, f"{report.id}/{one.id}", report.id, f"{report.id}/{one.speaker}" if one.speaker else None,
                refs(one.via), one.force, words(one.content), one.time.start if one.time else None,
                one.time.end if one.time else None,
            )
            for number, one in enumerate(account.statements)
        ],
        [
            Telling(
                pk=number,
                ref=f"{report.id}/{one.id}",
                report=report.id,
                type=one.type,
                mode=one.mode,
                trigger=words([one.trigger]),
                evidence=words(one.evidence[:1]),
                position=one.trigger[0],
                status=one.status,
                confidence=one.confidence,
                start=one.time.start if one.time else None,
                end=one.time.end if one.time else None,
                where=Where(
                    one.place.name, one.place.country, one.place.admin1, one.place.lat, one.place.lon,
                    one.place.geonameid,
                ) if one.place else None,
                figures=tuple(Figure(q.value, q.max, q.unit, q.approximate) for q in one.quantities),
                actors=refs(one.actors),
                recipients=refs(one.recipients),
                statements=refs(one.statements),
            )
            for number, one in enumerate(account.events)
        ],
    )  # fmt: skip
