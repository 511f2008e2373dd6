"""What somebody says of what the machine made, recorded under their name; the links across reports follow soon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sayso.ledger.corrections import Correction
from sayso.web import jobs
from sayso.web.problems import Problem
from sayso.web.visits import Visit


def corrected(
    visit: Visit, part: str, changes: Mapping[str, Any], *, why: str | None, seen: str | None
) -> list[Correction]:
    """Record what is to be corrected of a statement or a telling. Raises CorrectionError."""
    with still_there():
        made = visit.ledger.correct(part, changes, who=visit.person.name, why=why, seen=seen)
    if [one.field for one in made] != ["right"]:  # which changes nothing
        _link_soon(visit)
    return made


def linked(visit: Visit, one: str, other: str, *, same: bool, why: str | None, seen: str | None) -> Correction:
    """Record whether two tellings are of one event. Raises CorrectionError."""
    with still_there():
        made = visit.ledger.correct_link(one, other, same=same, who=visit.person.name, why=why, seen=seen)
    _link_soon(visit)
    return made


def undone(visit: Visit, id: str, *, why: str | None) -> Correction:
    """Take back a correction. Raises CorrectionError."""
    with still_there():
        made = visit.ledger.undo(id, who=visit.person.name, why=why)
    _link_soon(visit)
    return made


def _link_soon(visit: Visit) -> None:
    jobs.link_soon(visit.ledger, visit.person.name)
    visit.ring()


@contextmanager
def still_there() -> Iterator[None]:
    """Say that there is no such thing where the ledger has none."""
    try:
        yield
    except KeyError as error:
        raise Problem(404, f"there is no {error.args[0]!r}; it may have been read anew since") from None
