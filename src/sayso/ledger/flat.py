"""Answers without anything nested, for tables: a row each, of a dispute a row for each of its sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import NoneType
from typing import Any, get_args, get_origin

from sayso.ledger.answers import Answer, DisputeRow, Party, RoleRow, SideRow

Cell = str | int | float | None
Row = dict[str, Cell]

_BETWEEN = "; "  # what stands between several values of one cell


def columns(answer: type[Answer]) -> dict[str, type]:
    """The columns of a table of such answers, and what is in them."""
    found: dict[str, type] = {}
    for name, field in answer.model_fields.items():
        if field.annotation == list[SideRow]:
            found |= {name: _kind(each.annotation) for name, each in SideRow.model_fields.items()}
        elif field.annotation == list[Party]:
            found |= {name: str, _ids(name): str}
        else:
            found[name] = _kind(field.annotation)
    return found


def rows(answer: Answer) -> Iterator[Row]:
    """The rows of an answer."""
    row: Row = {}
    for name, field in type(answer).model_fields.items():
        value = getattr(answer, name)
        if field.annotation == list[Party]:
            row |= {name: _joined(party.name for party in value), _ids(name): _joined(party.id for party in value)}
        elif field.annotation == list[RoleRow]:
            row[name] = _joined(map(_role, value))
        elif field.annotation != list[SideRow]:
            row[name] = _joined(value) if isinstance(value, list) else value
    if isinstance(answer, DisputeRow):
        yield from (row | _side(side) for side in answer.sides)
    else:
        yield row


def series(answer: type[Answer], answers: Iterable[Answer]) -> dict[str, list[Cell]]:
    """The table column by column."""
    found: dict[str, list[Cell]] = {name: [] for name in columns(answer)}
    for each in answers:
        for row in rows(each):
            for name, cell in row.items():
                found[name].append(cell)
    return found


def _side(side: SideRow) -> Row:
    return {
        "number": side.number,
        "position": side.position,
        **{name: _joined(getattr(side, name)) for name in ("voices", "actors", "statements", "tellings")},
    }


def _joined(values: Iterable[str]) -> str | None:
    return _BETWEEN.join(values) or None


def _role(role: RoleRow) -> str:
    """ "minister, SYR, GOV (2015-10-02 – 2016-01-20)"."""
    known = ", ".join(part for part in (role.role, role.country, role.sector) if part)
    seen = " – ".join(dict.fromkeys(day for day in (role.first, role.last) if day))
    return f"{known} ({seen})" if seen else known


def _ids(name: str) -> str:
    return f"{name.removesuffix('s')}_ids"


def _kind(annotation: Any) -> type:
    """What a column of such a field holds; lists are joined."""
    kinds = [kind for kind in get_args(annotation) if kind is not NoneType and get_origin(annotation) is not list]
    kind = kinds[0] if kinds and isinstance(kinds[0], type) else annotation
    return kind if kind in (int, float) else str
