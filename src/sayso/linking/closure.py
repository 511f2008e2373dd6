"""What hangs together: everything that can be reached over links from where one begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from sayso.ledger.portions import gathered


def together(connection: Connection, one: Any, other: Any, begin: Iterable[int], *conditions: Any) -> set[int]:
    """Everything that hangs together with `begin`, which is among it. one, other: the columns of a table that links
    their rows. conditions: for a link to count."""
    known = set(begin)
    edge = known
    while edge:
        found = {
            end
            for side in (one, other)
            for link in gathered(connection, select(one, other).where(*conditions), side, sorted(edge))
            for end in link
        }
        edge = found - known
        known |= edge
    return known


def links(connection: Connection, one: Any, other: Any, ends: Iterable[int], *conditions: Any) -> set[tuple[int, int]]:
    """The links between some that hang together."""
    question = select(one, other).where(*conditions)
    return {tuple(link) for link in gathered(connection, question, one, sorted(ends))}
