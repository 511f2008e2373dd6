"""Ids that are no more: addresses that people kept lead on to what stands there now."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert

from sayso.ledger.portions import portions
from sayso.ledger.schema import Former


def remember(connection: Connection, became: Mapping[str, str]) -> None:
    """Keep of each of these ids the id that it became."""
    for portion in portions(became):
        connection.execute(delete(Former).where(Former.id.in_(portion)))
        connection.execute(insert(Former), [{"id": id, "became": became[id]} for id in portion])
