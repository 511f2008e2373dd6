"""Many values in portions that one question to a database can hold."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ARRAY, ColumnElement, Connection, any_, func, literal, select

AT_ONCE = 2000  # values in one question: every database takes as many

_FEW = 20  # values that are told one by one

Value = TypeVar("Value")


def portions(values: Iterable[Value], size: int = AT_ONCE) -> Iterator[list[Value]]:
    """The values in lists of that size, the last one shorter."""
    remaining = iter(values)
    while portion := list(islice(remaining, size)):
        yield portion


def gathered(connection: Connection, question: Any, column: Any, values: Iterable[Any]) -> Iterator[Any]:
    """The rows of a question whose column is among the values, which may be any number."""
    # SQLAlchemy types a row by its columns one by one; what is asked so differs from call to call.
    for portion in portions(values):
        yield from connection.execute(question.where(_among(connection, column, portion))).all()


def _among(connection: Connection, column: Any, values: Collection[Any]) -> ColumnElement[bool]:
    """That the column is one of these, any number. A database has them as one value: to take in thousands, it takes
    longer than to find what is asked for."""
    if connection.dialect.name == "postgresql":
        return column == func.any(literal([*values], ARRAY(column.type)))  # type: ignore[no-any-return]
    if len(values) <= _FEW:
        return column.in_(values)  # type: ignore[no-any-return]
    return column.in_(select(func.json_each(json.dumps([*values])).table_valued("value").c.value))  # type: ignore[no-any-return]


def chosen(connection: Connection, column: Any, values: Collection[int]) -> ColumnElement[bool]:
    """The same where a list is in order: told how many there are, PostgreSQL may go through the list all the same."""
    if connection.dialect.name == "postgresql":
        given = func.unnest(literal([*values], ARRAY(column.type)))
        return column == any_(func.array(select(given).scalar_subquery()))  # type: ignore[no-any-return]
    return _among(connection, column, values)


def keys(connection: Connection, question: Any) -> list[int]:
    """What a question of one column selects. A database gives it as one value: to take thousands row by row, it takes
    longer than to find them."""
    column = question.subquery().c[0]
    if connection.dialect.name == "postgresql":
        return connection.scalar(select(func.array_agg(column))) or []
    return json.loads(connection.scalar(select(func.json_group_array(column))) or "[]")  # type: ignore[no-any-return]
