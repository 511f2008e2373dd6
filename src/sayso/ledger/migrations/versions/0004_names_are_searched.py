"""Actors are found by the words of their names."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make an index of the words. Names know no grammar: "Who" is one, and "Banks" has nothing to do with a bank."""
    if op.get_bind().dialect.name != "sqlite":
        op.execute("ALTER TABLE actors ADD search tsvector GENERATED ALWAYS AS (to_tsvector('simple', name)) STORED")
        op.execute("CREATE INDEX ix_actors_search ON actors USING gin (search)")
        return
    op.execute(
        "CREATE VIRTUAL TABLE actors_search USING fts5(name, content = 'actors', content_rowid = 'pk', "
        "tokenize = 'unicode61 remove_diacritics 2')"
    )
    add = "INSERT INTO actors_search (rowid, name) VALUES (new.pk, new.name);"
    remove = "INSERT INTO actors_search (actors_search, rowid, name) VALUES ('delete', old.pk, old.name);"
    for when, name, does in (
        ("INSERT", "added", add),
        ("DELETE", "removed", remove),
        ("UPDATE OF pk, name", "changed", remove + add),
    ):
        op.execute(f"CREATE TRIGGER actors_search_{name} AFTER {when} ON actors BEGIN {does} END")
    op.execute("INSERT INTO actors_search (actors_search) VALUES ('rebuild')")
