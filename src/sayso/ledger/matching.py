"""Words looked for in a ledger.

What somebody looks for is words, never the syntax of a search engine: "NOT (" finds the texts in which "not" stands.
Words between quotation marks have to stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import CompoundSelect, Select, literal, literal_column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType

from sayso.ledger.schema import Actor, Dispute, Report, Side, Statement, Telling

_PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')
_LETTER = re.compile(r"[^\W_]")


def reports(words: str) -> Select[Any]:
    """The keys of the reports in whose title or text the words stand."""
    return select(Report.pk).where(_Found(literal_column("reports"), literal(query(words))))


def statements(words: str) -> Select[Any]:
    """The keys of the statements that hold the words."""
    return select(Statement.pk).where(_Found(literal_column("statements"), literal(query(words))))


def names(words: str) -> Select[Any]:
    """The keys of the actors in whose names the words stand."""
    return select(Actor.pk).where(_Found(literal_column("actors"), literal(query(words))))


def tellings(words: str) -> Select[Any]:
    """The keys of the tellings whose passages hold the words."""
    return select(Telling.pk).where(_Found(literal_column("tellings"), literal(query(words))))


def disputes(words: str) -> CompoundSelect[Any]:
    """The keys of the disputes whose issue, or a position in which, holds the words; some more than once."""
    issue = select(Dispute.pk).where(_Found(literal_column("disputes"), literal(query(words))))
    return issue.union_all(select(Side.dispute_pk).where(_Found(literal_column("sides"), literal(query(words)))))


def pieces(words: str) -> Iterator[str]:
    """What is looked for, each for itself: words, and what has to stand together."""
    for together, alone in _PIECE.findall(words):
        if _LETTER.search(together or alone):
            yield together or alone


def query(words: str) -> str:
    """What the index is asked: pieces between quotation marks, to FTS5 and to PostgreSQL alike texts all of which have
    to be found."""
    return " ".join(f'"{piece}"' for piece in pieces(words)) or '""'


class _Found(FunctionElement[Any]):
    """That a row of the table is found by the query: FTS5 in SQLite, tsvector in PostgreSQL."""

    inherit_cache = True
    type = NullType()  # of a truth value SQLAlchemy would ask "= 1", which no index answers


@compiles(_Found, "sqlite")
def _fts5(element: _Found, compiler: SQLCompiler, **options: Any) -> str:
    table, query = element.clauses
    name = table.name
    return (
        f"{name}.pk IN (SELECT rowid FROM {name}_search WHERE {name}_search MATCH {compiler.process(query, **options)})"
    )


@compiles(_Found, "postgresql")
def _tsvector(element: _Found, compiler: SQLCompiler, **options: Any) -> str:
    table, query = element.clauses
    grammar = "simple" if table.name == "actors" else "english"  # as its index was made
    found = f"search @@ websearch_to_tsquery('{grammar}', {compiler.process(query, **options)})"
    if table.name == "reports":  # linking marks them again and again: their words stand beside them
        # Offset by nothing it is asked of the index of words at once, and not of one report after another.
        return f"reports.pk IN (SELECT pk FROM reports_search WHERE {found} OFFSET 0)"
    return f"{table.name}.{found}"
