"""Events in the customary shape of event data coded by PLOVER: the columns that POLECAT has, as far as a ledger knows
them, and with them what POLECAT lacks: on how many voices each event stands, and how firmly.

Names of columns: the codebook of "POLECAT Weekly Data", Harvard Dataverse, doi:10.7910/DVN/AJGVIT.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sayso.ledger.answers import EventRow, Party
from sayso.ledger.flat import Cell


def row(event: EventRow) -> dict[str, Cell]:
    """The row of an event."""
    return {name: cell(event) for name, cell in COLUMNS.items()}


def _joined(values: Iterable[str | None]) -> str | None:
    """Several in one cell. Of codes one may be missing: its place stays, so that they go with the names."""
    found = [value or "" for value in values]
    return "; ".join(found) if any(found) else None


def _party(part: str, parties: Callable[[EventRow], list[Party]]) -> dict[str, Callable[[EventRow], Cell]]:
    return {
        f"{part} Name": lambda event: _joined(party.name for party in parties(event)),
        f"{part} Country": lambda event: _joined(party.country for party in parties(event)),
        f"{part} Sectors": lambda event: _joined(party.sector for party in parties(event)),
    }


COLUMNS: dict[str, Callable[[EventRow], Cell]] = {
    "Event ID": lambda event: event.id,
    "Event Date": lambda event: event.day,
    "Event Type": lambda event: event.type,
    "Event Mode": lambda event: event.mode,
    "Contexts": lambda event: _joined(event.contexts),
    **_party("Actor", lambda event: event.actors),
    **_party("Recipient", lambda event: event.recipients),
    "Placename": lambda event: event.place,
    "Province": lambda event: event.admin1,
    "Country": lambda event: event.country,
    "Latitude": lambda event: event.lat,
    "Longitude": lambda event: event.lon,
    "GeoNames ID": lambda event: event.geonameid,
    "Source": lambda event: _joined(event.outlets),
    "Publication Date": lambda event: event.reported,
    "Headline": lambda event: event.headline,
    "Reports": lambda event: event.reports,
    "Voices": lambda event: event.voices,
    "Voices For": lambda event: _joined(event.voices_for),
    "Voices Against": lambda event: _joined(event.voices_against),
    "Grade": lambda event: event.grade,
}
