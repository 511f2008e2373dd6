"""Where the words that somebody looks for stand: passages of reports and statements with the hits marked.

A hit is what the database counts as one: its index knows that "shelling" finds "shelled". It stands between two
characters that mean nothing in any text; who shows it escapes the text and makes marks of them (`pieces`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from sayso.ledger import matching
from sayso.ledger.portions import portions
from sayso.ledger.schema import Report, Statement

BEGIN, END = "\ufdd0", "\ufdd1"  # "intended for process-internal use": The Unicode Standard, 23.7

_WORDS = 32  # of a passage


@dataclass(frozen=True)
class _Passage:
    """How a database makes a passage of a text, with the hits marked."""

    sqlite: str
    postgresql: str

    def of(self, connection: Connection, words: str, keys: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The passages of those rows in which the words stand, by key."""
        question = text(getattr(self, connection.dialect.name)).bindparams(bindparam("keys", expanding=True))
        asked = {"words": matching.query(words), "begin": BEGIN, "end": END}
        for portion in portions(keys):
            for key, passage in connection.execute(question, {**asked, "keys": portion}):
                if BEGIN in passage:
                    yield key, passage


_IN_REPORT = _Passage(
    f"SELECT rowid, snippet(reports_search, 1, :begin, :end, '…', {_WORDS}) FROM reports_search "
    "WHERE reports_search MATCH :words AND rowid IN :keys",
    # It is slow, and is to look for a passage in no book.
    "SELECT pk, ts_headline('english', left(text, 100000), websearch_to_tsquery('english', :words), "
    f'format(\'StartSel="%s", StopSel="%s", MaxFragments=1, MinWords=12, MaxWords={_WORDS}\', '
    "CAST(:begin AS text), CAST(:end AS text))) FROM reports JOIN reports_search USING (pk) "
    "WHERE search @@ websearch_to_tsquery('english', :words) AND pk IN :keys",
)
_IN_STATEMENT = _Passage(
    "SELECT rowid, highlight(statements_search, 0, :begin, :end) FROM statements_search "
    "WHERE statements_search MATCH :words AND rowid IN :keys",
    "SELECT pk, ts_headline('english', said, websearch_to_tsquery('english', :words), "
    'format(\'StartSel="%s", StopSel="%s", HighlightAll=true\', CAST(:begin AS text), CAST(:end AS text))) '
    "FROM statements WHERE search @@ websearch_to_tsquery('english', :words) AND pk IN :keys",
)


def in_reports(connection: Connection, words: str, ids: Iterable[str]) -> dict[str, str]:
    """Of those reports in whose text the words stand, a passage in which they do."""
    return _found(connection, _IN_REPORT, words, select(Report.pk, Report.id).where(Report.id.in_(ids)))


def in_statements(connection: Connection, words: str, ids: Iterable[str]) -> dict[str, str]:
    """What those statements say, "report/s1", in which the words stand."""
    named = {tuple(id.split("/", 1)) for id in ids}
    question = (
        select(Statement.pk, Report.id + "/" + Statement.id)
        .join(Report, Report.pk == Statement.report_pk)
        .where(Report.id.in_({report for report, _ in named}), Statement.id.in_({part for _, part in named}))
    )
    return _found(connection, _IN_STATEMENT, words, question)


def in_line(line: str, words: str) -> str | None:
    """A short text with the words marked as they are written; None where none stands so in it."""
    looked_for = sorted(matching.pieces(words), key=len, reverse=True)
    if not looked_for:
        return None
    marked, hits = re.subn("|".join(map(re.escape, looked_for)), rf"{BEGIN}\g<0>{END}", line, flags=re.IGNORECASE)
    return marked if hits else None


def pieces(marked: str) -> Iterator[tuple[str, bool]]:
    """A marked text piece by piece, each with whether it is a hit."""
    before, *rest = marked.split(BEGIN)
    yield before.replace(END, ""), False
    for piece in rest:
        hit, _, after = piece.partition(END)
        yield hit, True
        yield after.replace(END, ""), False


def _found(connection: Connection, passage: _Passage, words: str, named: Any) -> dict[str, str]:
    ids: dict[int, str] = dict(map(tuple, connection.execute(named)))
    return {ids[key]: marked for key, marked in passage.of(connection, words, ids)}
