"""Answers as frames of pandas or Polars, neither of which sayso needs for anything else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.ledger import flat
from sayso.ledger.answers import Answer

if TYPE_CHECKING:
    import pandas
    import polars

_IN_PANDAS = {str: "string", int: "Int64", float: "Float64"}  # those that know of values that are missing


def pandas_frame(answer: type[Answer], answers: Iterable[Answer]) -> pandas.DataFrame:
    """A frame of pandas, a row for each row of the table."""
    import pandas

    series = flat.series(answer, answers)
    types = flat.columns(answer)
    return pandas.DataFrame({name: pandas.array(series[name], dtype=_IN_PANDAS[types[name]]) for name in types})


def polars_frame(answer: type[Answer], answers: Iterable[Answer]) -> polars.DataFrame:
    """A frame of Polars, a row for each row of the table."""
    import polars

    types = {str: polars.String, int: polars.Int64, float: polars.Float64}
    schema = {name: types[kind] for name, kind in flat.columns(answer).items()}
    return polars.DataFrame(flat.series(answer, answers), schema=schema)
