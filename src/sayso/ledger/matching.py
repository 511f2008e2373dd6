"""Words looked for in a ledger.

What somebody looks for is words, never the syntax of a search engine: "NOT (" finds the texts in which "not" stands.
Words between quotation marks have to stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Boolean, ColumnElement, CompoundSelect, Select, literal, literal_column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from sayso.ledger.schema import Side

_PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')
_LETTER = re.compile(r"[^\W_]")
_BESIDE = "reports_search"  # linking marks reports again and again: to PostgreSQL their words stand beside them


def reports(words: str) -> Select[Any]:
    """The keys of the reports in whose title or text the words stand."""
    return _found("reports", words)


def reported(words: str, report: Any) -> ColumnElement[bool]:
    """That the words stand in the title or the text of a report at hand. report: the column that has its key."""
    return _Holds(literal_column("reports"), literal(query(words)), report)


def statements(words: str) -> Select[Any]:
    """The keys of the statements that hold the words."""
    return _found("statements", words)


def said(words: str) -> ColumnElement[bool]:
    """That a statement at hand holds the words."""
    return _Holds(literal_column("statements"), literal(query(words)), literal_column("statements.pk"))


def told(words: str) -> ColumnElement[bool]:
    """That the passage of a telling at hand holds the words."""
    return _Holds(literal_column("tellings"), literal(query(words)), literal_column("tellings.pk"))


def names(words: str) -> Select[Any]:
    """The keys of the actors in whose names the words stand."""
    return _found("actors", words)


def tellings(words: str) -> Select[Any]:
    """The keys of the tellings whose passages hold the words."""
    return _found("tellings", words)


def disputes(words: str) -> CompoundSelect[Any]:
    """The keys of the disputes whose issue, or a position in which, holds the words; some more than once."""
    side = _found("sides", words).subquery()
    return _found("disputes", words).union_all(select(Side.dispute_pk).join(side, side.c.pk == Side.pk))


def _found(table: str, words: str) -> Select[Any]:
    return select(_Found(literal_column(table), literal(query(words))).table_valued("pk").c.pk)


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
    """The keys of the rows of a table that the query finds: FTS5 in SQLite, tsvector in PostgreSQL."""

    inherit_cache = True


class _Holds(FunctionElement[bool]):
    """The same of a row at hand, by a column that has its key: PostgreSQL has its words in it."""

    inherit_cache = True
    type = Boolean()

    def self_group(self, against: Any = None) -> _Holds:
        """As it is: what SQLite would be asked else, `(… IN …) = 1`, it looks up in no index."""
        return self


@compiles(_Found, "sqlite")
def _fts5(element: _Found | _Holds, compiler: SQLCompiler, **options: Any) -> str:
    table, query, *_ = element.clauses
    index = f"{table.name}_search"
    return f"(SELECT rowid AS pk FROM {index} WHERE {index} MATCH {compiler.process(query, **options)})"


@compiles(_Holds, "sqlite")
def _in_fts5(element: _Holds, compiler: SQLCompiler, **options: Any) -> str:
    *_, key = element.clauses
    return f"({compiler.process(key, **options)} IN (SELECT pk FROM {_fts5(element, compiler, **options)}))"


@compiles(_Holds, "postgresql")
def _in_tsvector(element: _Holds, compiler: SQLCompiler, **options: Any) -> str:
    table, query, key = element.clauses
    found = f"search @@ websearch_to_tsquery('english', {compiler.process(query, **options)})"
    if table.name == "reports":
        return f"(SELECT {found} FROM {_BESIDE} WHERE {_BESIDE}.pk = {compiler.process(key, **options)})"
    return f"({table.name}.{found})"


@compiles(_Found, "postgresql")
def _tsvector(element: _Found, compiler: SQLCompiler, **options: Any) -> str:
    table, query = element.clauses
    grammar = "simple" if table.name == "actors" else "english"  # as its index was made
    # Offset by nothing it is asked of the index of words at once, and not of one report after another.
    where, once = (_BESIDE, " OFFSET 0") if table.name == "reports" else (table.name, "")
    found = f"search @@ websearch_to_tsquery('{grammar}', {compiler.process(query, **options)})"
    return f"(SELECT pk FROM {where} WHERE {found}{once})"
