"""Answers of a ledger for other programs: JSON lines, CSV, Parquet, GeoJSON; the same answers give the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from sayso.ledger import flat
from sayso.ledger.answers import Answer, EventRow, Known
from sayso.ledger.flat import Cell
from sayso.views import wording
from sayso.views.characters import visible
from sayso.views.map import on_earth
from sayso.views.tables import harmless

_GROUP = 10_000  # rows that Parquet keeps together


def json_line(answer: Known) -> str:
    """An answer as a line of JSON."""
    written = json.dumps(answer.model_dump(mode="json"), ensure_ascii=False)
    # Half of a surrogate pair has no UTF-8 form; `\\ud800` is how JSON writes it.
    return written.encode("utf-8", "backslashreplace").decode("utf-8")


def csv_table(answer: type[Answer], answers: Iterable[Answer]) -> Iterator[str]:
    """Answers as CSV, line by line."""
    return csv_lines(flat.columns(answer), (row for each in answers for row in flat.rows(each)))


def csv_lines(columns: Iterable[str], rows: Iterable[dict[str, Cell]]) -> Iterator[str]:
    """A table as CSV, line by line; it begins with the byte order mark that Excel needs. No cell is a formula."""
    names = list(columns)
    yield "\ufeff" + _csv(names)
    for row in rows:
        yield _csv([harmless(_shown(row[name])) for name in names])


def parquet(path: Path, answer: type[Answer], answers: Iterable[Answer]) -> None:
    """Write answers as a Parquet file, for which pyarrow has to be installed."""
    import pyarrow
    from pyarrow import parquet as files

    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    schema = pyarrow.schema([(name, types[kind]) for name, kind in flat.columns(answer).items()])
    rows = (row for each in answers for row in flat.rows(each))
    with files.ParquetWriter(path, schema) as writer:
        while group := list(islice(rows, _GROUP)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))


def geojson_lines(events: Iterable[EventRow]) -> Iterator[str]:
    """Events that have a place as a FeatureCollection (RFC 7946), one feature a line."""
    yield '{"type": "FeatureCollection", "features": ['
    before = ""
    for event in events:
        if event.place is None:
            continue
        (row,) = flat.rows(event)
        located = on_earth(event.lat, event.lon)
        feature = {
            "type": "Feature",
            "id": event.id,
            "geometry": {"type": "Point", "coordinates": [event.lon, event.lat]} if located else None,
            "properties": {name: _shown(cell) for name, cell in row.items()},
        }
        if before:
            yield before + ","
        before = json.dumps(feature, ensure_ascii=False)
    if before:
        yield before
    yield "]}"


def _shown(cell: Cell) -> Cell:
    """Text in one line, with nothing in it that a program would obey."""
    return visible(wording.one_line(cell)) if isinstance(cell, str) else cell


def _csv(cells: list[Cell] | list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()
