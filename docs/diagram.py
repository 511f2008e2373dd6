"""Tables of the ledger as a diagram in the language of Mermaid, made from the models: `python docs/diagram.py TABLE …`.

A line leads from a table to those that point at it: `||` one, `|o` one or none, `o{` any number.
"""

from __future__ import annotations

import sys

from sqlalchemy import Column, Table, UniqueConstraint

from sayso.ledger import schema

TYPES = {"Integer": "int", "String": "text", "Float": "float", "Boolean": "bool", "JSON": "json", "_Binary": "bytes"}


def diagram(names: list[str]) -> str:
    """The tables of those names with their columns, and how they hang together."""
    tables = [schema.Table.metadata.tables[name] for name in names]
    lines = [line for table in tables for line in [*relations(table, names), *entity(table)]]
    return "\n".join(["erDiagram", *(f"  {line}" for line in lines)])


def relations(table: Table, names: list[str]) -> list[str]:
    """What the table points at, of the tables shown."""
    pointing = sorted((key.parent.name, key.column.table.name) for key in table.foreign_keys)
    return [
        f"{other} {'|o' if table.c[column].nullable else '||'}--o{{ {table.name} : {column}"
        for column, other in pointing
        if other in names
    ]


def entity(table: Table) -> list[str]:
    """The table with its columns."""
    return [f"{table.name} {{", *(f"  {kind(one)} {one.name}{role(one, table)}" for one in table.columns), "}"]


def kind(column: Column[object]) -> str:
    """What a column holds."""
    return next(TYPES[base.__name__] for base in type(column.type).__mro__ if base.__name__ in TYPES)


def role(column: Column[object], table: Table) -> str:
    """Whether it is a key."""
    unique = [list(one.columns) for one in table.constraints if isinstance(one, UniqueConstraint)]
    roles = [("PK", column.primary_key), ("FK", bool(column.foreign_keys)), ("UK", [column] in unique)]
    found = ", ".join(role for role, is_so in roles if is_so)
    return f" {found}" if found else ""


if __name__ == "__main__":
    print(diagram(sys.argv[1:]))
