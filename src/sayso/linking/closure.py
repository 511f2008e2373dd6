"""What hangs together: everything that can be reached over links from where one begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from sayso.ledger.portions import gathered


def reached(
    connection: Connection, one: Any, other: Any, begin: Iterable[int], *conditions: Any
) -> set[tuple[int, int]]:
    """The links over which anything is reached from `begin`. one, other: the columns of a table that links their rows.
    conditions: for a link to count."""
    links: set[tuple[int, int]] = set()
    known = set(begin)
    edge = known
    while edge:
        found = {
            tuple(link)
            for side in (one, other)
            for link in gathered(connection, select(one, other).where(*conditions), side, sorted(edge))
        }
        links |= found
        edge = {end for link in found for end in link} - known
        known |= edge
    return links
