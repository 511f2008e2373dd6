"""Answers of a ledger for other programs: JSON lines, CSV, Parquet, GeoJSON; the same answers give the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from sayso.ledger import flat
from sayso.ledger.answers import Answer, DisputeRow, EventRow, Known
from sayso.ledger.flat import Cell
from sayso.model import json_text
from sayso.views import wording
from sayso.views.characters import visible
from sayso.views.geojson import feature
from sayso.views.tables import harmless

_GROUP = 10_000  # rows that Parquet keeps together


def json_line(answer: Known) -> str:
    """An answer as a line of JSON."""
    return json_text(answer.model_dump(mode="json"))


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
    return _collection(_feature(event, _one_row(event)) for event in events if event.place is not None)


def disputed_lines(disputes: Iterable[tuple[DisputeRow, EventRow]]) -> Iterator[str]:
    """Disputes, each where the event is that it is about, likewise; that event's place must be known."""
    return _collection(
        _feature(event, _disputed(dispute, event), dispute.id) for dispute, event in disputes if event.place is not None
    )


def _disputed(dispute: DisputeRow, event: EventRow) -> flat.Row:
    """A dispute in one row: what stands on its sides, and where its event was."""
    told = {name: getattr(dispute, name) for name in DisputeRow.model_fields if name != "sides"}
    sides = (f"{side.position} ({', '.join(side.voices) or 'nobody named'})" for side in dispute.sides)
    where = {name: getattr(event, name) for name in ("place", "country", "admin1", "geonameid")}
    return told | {"sides": " | ".join(sides)} | where


def _one_row(event: EventRow) -> flat.Row:
    (row,) = flat.rows(event)
    return row


def _feature(event: EventRow, row: flat.Row, id: str | None = None) -> str:
    """A row at the place of an event. id: of what it is a row of, if not of the event."""
    cells = {name: _shown(cell) for name, cell in row.items()}
    return json.dumps(feature(id or event.id, event.lat, event.lon, cells), ensure_ascii=False)


def _collection(features: Iterable[str]) -> Iterator[str]:
    yield '{"type": "FeatureCollection", "features": ['
    before = ""
    for one in features:
        if before:
            yield before + ","
        before = one
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
