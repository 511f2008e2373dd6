"""Reports as records: JSON, one JSON object a line, tables."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from sayso.intake.content import columns_of, decode
from sayso.intake.sources import is_address


@dataclass(frozen=True, slots=True)
class Record:
    """What is given of one report, and where it stands in its file."""

    where: str | None = None
    id: str | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: object = None
    url: str | None = None
    byline: str | None = None
    address: str | None = None  # where its page was found; the page may tell a better one


@dataclass(frozen=True, slots=True)
class Linked:
    """What is told of a report that stands elsewhere, at `record.url`, and why it is not read here."""

    record: Record
    reason: str


@dataclass(frozen=True, slots=True)
class Broken:
    """What is no record, and why."""

    where: str | None
    reason: str


_FIELDS = {field.name for field in fields(Record)} - {"where", "address"}
_TOO_LONG = "too long (--max-chars)"
_NO_END = "a quotation mark in it has no second one: from here on, nothing tells where a row ends"


def _record(value: Any, where: str | None) -> Record | Broken:
    """A record of a JSON value. Fields that are not ours are left out; texts and numbers are taken, nothing else."""
    if not isinstance(value, dict):
        return Broken(where, "not a JSON object")
    given: dict[str, Any] = {}
    for name in _FIELDS:
        field = value.get(name)
        if name == "byline" and isinstance(field, list):
            field = ", ".join(author for author in field if isinstance(author, str))
        if name in ("text", "html"):
            if field is not None and not isinstance(field, str):
                return Broken(where, f'the field "{name}" is not a text')
            given[name] = field
        elif isinstance(field, str | int | float) and not isinstance(field, bool):
            given[name] = str(field).strip() or None
    if given.get("text") is None and given.get("html") is None:
        return Broken(where, 'no field "text" or "html"')
    return Record(where=where, **given)


def _json(text: str, where: str | None) -> Record | Broken:
    try:
        value = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        return Broken(where, f"not JSON: {error.msg} at character {error.pos + 1}")
    except (ValueError, RecursionError):
        return Broken(where, "not JSON: a number too long or brackets too deep")
    return _record(value, where)


def in_lines(lines: Iterator[bytes | None]) -> Iterator[Record | Broken]:
    """Of lines with a JSON object each. Blank lines are passed over."""
    for number, line in enumerate(lines, 1):
        where = f"line {number}"
        if line is None:
            yield Broken(where, _TOO_LONG)
        elif line.strip():
            yield _json(decode(line), where)


def in_json(read: Callable[[int], bytes], longest: int) -> Iterator[Record | Broken]:
    """Of a JSON array, or of objects one after another, read piece by piece. What follows an error cannot be read."""
    decoder = json.JSONDecoder(strict=False)
    pending, undecoded, over, number = "", b"", False, 0
    array: bool | None = None
    while True:
        pending = pending.lstrip(" \t\r\n,") if number else pending.lstrip()
        if array is None and pending:
            array = pending.startswith("[")
            pending = pending.removeprefix("[").lstrip() if array else pending
        where = f"item {number + 1}" if array or number else None
        if array and pending.startswith("]"):
            return
        if pending:
            try:
                value, end = decoder.raw_decode(pending)
            except RecursionError:
                yield Broken(where, "not JSON: brackets too deep; the rest is not read")
                return
            except json.JSONDecodeError as error:
                if over or len(pending) > longest:
                    reason = f"not JSON: {error.msg}" if over else "not JSON, or too long (--max-chars)"
                    yield Broken(where, f"{reason}; the rest is not read")
                    return
            else:
                number += 1
                yield _record(value, where)
                pending = pending[end:]
                continue
        elif over:
            if array:
                yield Broken(where, "not JSON: the array has no end")
            return
        # Twice as much each time: an object is tried again only so often as it doubles.
        data = undecoded + read(max(1 << 16, len(pending)))
        over = len(data) == len(undecoded)
        cut = len(data) if over else _whole_characters(data)
        pending, undecoded = pending + decode(data[:cut]), data[cut:]


def _whole_characters(data: bytes) -> int:
    """Where to cut, so that no character of UTF-8 is cut in two."""
    unfinished = re.search(rb"[\xc0-\xff][\x80-\xbf]{0,2}\Z", data[-4:])
    return len(data) - (len(unfinished[0]) if unfinished else 0)


def in_table(lines: Iterator[bytes | None], delimiter: str, longest: int) -> Iterator[Record | Linked | Broken]:
    """Of a table whose first line names the fields, in our words or in those of a database of media."""
    csv.field_size_limit(max(longest, csv.field_size_limit()))

    too_long = over = False

    def texts() -> Iterator[str]:
        nonlocal too_long, over
        for line in lines:
            too_long = too_long or line is None
            yield "" if line is None else decode(line)
        over = True

    rows = csv.reader(texts(), delimiter=delimiter)
    header = next(rows, [])
    if over and header:
        yield Broken("row 1", _NO_END)
        return
    columns = columns_of(header)
    number = 1
    while True:
        number += 1
        where = f"row {number}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Broken(where, f"not a row of the table: {error}")
            continue
        if too_long:
            too_long = False
            yield Broken(where, _TOO_LONG)
            continue
        if over:  # whoever has whole lines asks for no more
            yield Broken(where, _NO_END)
            return
        if not any(row):
            continue
        if len(row) > len(header):
            yield Broken(where, f"{len(row)} cells under a header of {len(header)}: is a quotation mark missing?")
            continue
        yield _row({field: cell for field, at in columns.items() if (cell := _cell(row, at))}, where)


def _cell(row: list[str], at: list[int]) -> str | None:
    """The first column of several for one field that is filled in this row."""
    return next((row[column] for column in at if column < len(row) and row[column].strip()), None)


def _row(given: dict[str, str], where: str) -> Record | Linked | Broken:
    lead = given.pop("lead", None)
    if "text" in given and lead and not given["text"].lstrip().startswith(lead.strip()):
        given["text"] = f"{lead}\n\n{given['text']}"
    record = _record(given, where)
    url = given.get("url", "").strip()
    if isinstance(record, Broken) and is_address(url):
        told = Record(
            where, **{name: given.get(name) for name in ("id", "title", "outlet", "published", "byline")}, url=url
        )
        return Linked(told, "only a link to it is in the table")
    return record
