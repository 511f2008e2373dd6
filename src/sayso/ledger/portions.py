"""Many values in portions that one question to a database can hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ARRAY, ColumnElement, Connection, any_, bindparam, func, literal, select

AT_ONCE = 2000  # values in one question: every database takes as many

Value = TypeVar("Value")
Place = TypeVar("Place")


def portions(values: Iterable[Value], size: int = AT_ONCE) -> Iterator[list[Value]]:
    """The values in lists of that size, the last one shorter."""
    remaining = iter(values)
    while portion := list(islice(remaining, size)):
        yield portion


def page(found: Sequence[Value], limit: int, place: Callable[[Value], Place]) -> tuple[list[Value], Place | None]:
    """So many of a list of which one more was asked for, and the place behind which it goes on; None where it ends."""
    return list(found[:limit]), place(found[limit - 1]) if len(found) > limit else None


class Gathered:
    """A question for the rows whose column is among some values. To make one takes longer than to ask it: what is asked
    again and again is made once."""

    def __init__(self, question: Any, column: Any) -> None:
        # SQLAlchemy types a row by its columns one by one.
        self._listed = question.where(column.in_(bindparam("among", expanding=True)))
        # To take in thousands, PostgreSQL takes longer than to find what is asked for: it has them as one value.
        self._whole = question.where(column == func.any(bindparam("among", type_=ARRAY(column.type))))

    def __call__(self, connection: Connection, values: Iterable[Any]) -> Iterator[Any]:
        """The rows; of values there may be any number."""
        asked = self._whole if connection.dialect.name == "postgresql" else self._listed
        for portion in portions(values):
            yield from connection.execute(asked, {"among": portion}).all()


def gathered(connection: Connection, question: Any, column: Any, values: Iterable[Any]) -> Iterator[Any]:
    """The rows of a question whose column is among the values, which may be any number."""
    return Gathered(question, column)(connection, values)


def chosen(connection: Connection, column: Any, values: Collection[int]) -> ColumnElement[bool]:
    """That the column is one of these keys, any number: a database has them as one value. Told how many there are,
    PostgreSQL may go through all of a list that is in order all the same."""
    if connection.dialect.name == "postgresql":
        given = func.unnest(literal([*values], ARRAY(column.type)))
        return column == any_(func.array(select(given).scalar_subquery()))  # type: ignore[no-any-return]
    told = func.json_each(json.dumps([*values])).table_valued("value")
    return column.in_(select(told.c.value))  # type: ignore[no-any-return]


def keys(connection: Connection, question: Any) -> list[int]:
    """What a question of one column selects. A database gives it as one value: to take thousands row by row, it takes
    longer than to find them."""
    column = question.subquery().c[0]
    if connection.dialect.name == "postgresql":
        return connection.scalar(select(func.array_agg(column))) or []
    return json.loads(connection.scalar(select(func.json_group_array(column))) or "[]")  # type: ignore[no-any-return]
