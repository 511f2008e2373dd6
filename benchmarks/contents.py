"""All that a ledger holds, by content: without keys, which tell in what order rows came, and the time of day."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Table as Defined

from sayso.ledger import Ledger
from sayso.ledger.answers import Known
from sayso.ledger.schema import Table
from sayso.views import plover
from sayso.views.exports import csv_lines, geojson_lines, json_line

Contents = dict[str, list[str]]  # by table, its rows as JSON, sorted
Names = dict[str, dict[int, str]]  # by table, what each row is called wherever a row points at it

UNSAID = frozenset({"pk", "added", "upto"})
IN_ORDER = frozenset({"version"})  # what depends on the order in which reports were added
PASSED = frozenset({"formers"})  # the table of what was, which depends on it, too
# Worked out, and no part of what was read.
LINKS = frozenset({"family", "compared", "linked", "block", "office", "actor_pk", "event_pk", "beside"})


def contents(ledger: Ledger, but: frozenset[str] = frozenset()) -> Contents:
    """The rows of every table, without these columns."""
    with ledger.reading() as connection:
        # Each after those that it points at.
        tables = [table for table in Table.metadata.sorted_tables if table.name not in PASSED]
        names: Names = {}
        for table in tables:
            if "pk" in table.columns:
                names[table.name] = _names(connection, table, names)
        return {
            table.name: sorted(
                json.dumps(_told(table, row, names, UNSAID | but), sort_keys=True, default=bytes.hex)
                for row in connection.execute(select(table)).mappings()
            )
            for table in tables
        }


def _names(connection: Connection, table: Defined, names: Names) -> dict[int, str]:
    """What the rows of a table are called: by their id, and by their report's where that alone tells nothing."""
    named: dict[int, str] = {}
    for row in connection.execute(select(table)).mappings():
        if "report_pk" in row and not table.columns["id"].unique:
            named[row["pk"]] = f"{names['reports'][row['report_pk']]}/{row['id']}"
        elif "id" in row:
            named[row["pk"]] = row["id"]
    return named


def _told(table: Defined, row: Mapping[Any, Any], names: Names, unsaid: frozenset[str]) -> dict[str, Any]:
    told = {}
    for column in table.columns:
        value = row[column.name]
        if column.name in unsaid:
            continue
        for key in column.foreign_keys:
            value = None if value is None else names[key.column.table.name][value]
        told[column.name] = value
    return told


def exports(ledger: Ledger) -> dict[str, str]:
    """All that a ledger answers, as the commands write it."""
    events, actors, disputes = list(ledger.events()), list(ledger.actors()), list(ledger.disputes())
    answers: dict[str, Iterable[Known]] = {
        "reports": ledger.reports(), "statements": ledger.statements(), "events": events, "actors": actors,
        "disputes": disputes, "stats": [ledger.stats()],
        "event": [ledger.event(event.id) for event in events],
        "actor": [ledger.actor(actor.id) for actor in actors],
        "dispute": [ledger.dispute(dispute.id) for dispute in disputes],
    }  # fmt: skip
    written = {f"{name} --json": "\n".join(map(json_line, given)) for name, given in answers.items()}
    written["events --geojson"] = "\n".join(geojson_lines(events))
    written["export plover"] = "\n".join(csv_lines(plover.COLUMNS, map(plover.row, events)))
    written["refused"] = "\n".join(map(str, ledger.refused()))
    return written


def differences(one: Contents, other: Contents) -> list[str]:
    """What one holds and the other does not, a line each."""
    return [
        f"{table}: {sign} {row}"
        for table in sorted(one | other)
        for sign, these, those in (
            ("-", one.get(table, []), other.get(table, [])),
            ("+", other.get(table, []), one.get(table, [])),
        )
        for row in (Counter(these) - Counter(those)).elements()
    ]
