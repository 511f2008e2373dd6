"""Many values in portions that one question to a database can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

AT_ONCE = 2000  # values in one question: every database takes as many

Value = TypeVar("Value")


def portions(values: Iterable[Value], size: int = AT_ONCE) -> Iterator[list[Value]]:
    """The values in lists of that size, the last one shorter."""
    remaining = iter(values)
    while portion := list(islice(remaining, size)):
        yield portion
