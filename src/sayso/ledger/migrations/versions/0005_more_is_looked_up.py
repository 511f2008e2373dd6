"""However much there is, it is looked up and not gone through: the words of tellings and disputes, outlets, the
disputes that are in most reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

SEARCHED = {"tellings": "evidence", "disputes": "issue", "sides": "position"}


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("ix_reports_lower_outlet", "reports", [sa.text("lower(outlet)")])
    op.create_index("ix_disputes_reports_id", "disputes", [sa.text("reports DESC"), "id"])
    for table, column in SEARCHED.items():
        if op.get_bind().dialect.name == "sqlite":
            _searched_by_fts5(table, column)
        else:
            _searched_by_tsvector(table, column)
    if op.get_bind().dialect.name != "sqlite":
        # What is new goes into an index at once: what is put off, every search goes through.
        for table in ("reports", "statements", "actors", *SEARCHED):
            op.execute(f"ALTER INDEX ix_{table}_search SET (fastupdate = off)")
            op.execute(f"SELECT gin_clean_pending_list('ix_{table}_search')")


def _searched_by_fts5(table: str, column: str) -> None:
    """An index beside the table, without a copy of its texts, that triggers keep: sqlite.org/fts5.html, 4.4.3."""
    index = f"{table}_search"
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5({column}, content = '{table}', content_rowid = 'pk', "
        "tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    add = f"INSERT INTO {index} (rowid, {column}) VALUES (new.pk, new.{column});"
    remove = f"INSERT INTO {index} ({index}, rowid, {column}) VALUES ('delete', old.pk, old.{column});"
    for when, name, does in (
        ("INSERT", "added", add),
        ("DELETE", "removed", remove),
        (f"UPDATE OF pk, {column}", "changed", remove + add),
    ):
        op.execute(f"CREATE TRIGGER {index}_{name} AFTER {when} ON {table} BEGIN {does} END")
    op.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _searched_by_tsvector(table: str, column: str) -> None:
    """A column of the table that PostgreSQL works out itself, of the characters that surely fit."""
    words = f"to_tsvector('english', left({column}, 100000))"
    op.execute(f"ALTER TABLE {table} ADD search tsvector GENERATED ALWAYS AS ({words}) STORED")
    op.execute(f"CREATE INDEX ix_{table}_search ON {table} USING gin (search)")
