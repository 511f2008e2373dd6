"""A ledger: its tables, and the search of its texts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# What is searched by its words: a table and columns of text.
SEARCHED = {"reports": ("title", "text"), "statements": ("said",)}


def upgrade() -> None:
    """Make it."""
    op.create_table(
        "actors",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
        sa.Column("sector", sa.String()),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_actors"),
        sa.UniqueConstraint("id", name="uq_actors_id"),
    )
    op.create_index("ix_actors_country", "actors", ["country"])
    op.create_index("ix_actors_name", "actors", ["name"])
    op.create_index("ix_actors_reports_id", "actors", [sa.text("reports DESC"), "id"])
    op.create_table(
        "corrections",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("why", sa.String()),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("anchor", sa.JSON(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("before", sa.JSON()),
        sa.Column("after", sa.JSON()),
        sa.Column("undoes", sa.String()),
        sa.PrimaryKeyConstraint("pk", name="pk_corrections"),
        sa.UniqueConstraint("id", name="uq_corrections_id"),
    )
    op.create_index("ix_corrections_report", "corrections", ["report"])
    op.create_table(
        "events",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String()),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("start", sa.String()),
        sa.Column("end", sa.String()),
        sa.Column("place", sa.String()),
        sa.Column("country", sa.String()),
        sa.Column("admin1", sa.String()),
        sa.Column("lat", sa.Double()),
        sa.Column("lon", sa.Double()),
        sa.Column("geonameid", sa.Integer()),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("series", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("tellings", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("voices", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_events"),
        sa.UniqueConstraint("id", name="uq_events_id"),
    )
    op.create_index("ix_events_country_day_id", "events", ["country", "day", "id"])
    op.create_index("ix_events_day_id", "events", ["day", "id"])
    op.create_index("ix_events_grade_day_id", "events", ["grade", "day", "id"])
    op.create_index("ix_events_reports", "events", ["reports"])
    op.create_index("ix_events_type_day_id", "events", ["type", "day", "id"])
    op.create_table(
        "refusals",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_refusals"),
        sa.UniqueConstraint("source", "place", "reason", name="uq_refusals_source_place_reason"),
    )
    op.create_table(
        "reports",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("source_id", sa.String()),
        sa.Column("url", sa.String()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String()),
        sa.Column("outlet", sa.String()),
        sa.Column("agency", sa.String()),
        sa.Column("byline", sa.String()),
        sa.Column("dateline", sa.String()),
        sa.Column("published", sa.String()),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("weights", sa.String(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.Column("family", sa.String()),
        sa.Column("compared", sa.Boolean(), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.Column("prose", sa.JSON(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("account", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_reports"),
        sa.UniqueConstraint("id", name="uq_reports_id"),
    )
    op.create_index("ix_reports_compared", "reports", ["compared"])
    op.create_index("ix_reports_day_id", "reports", [sa.text("coalesce(published, '')"), "id"])
    op.create_index("ix_reports_family", "reports", ["family"])
    op.create_index("ix_reports_linked", "reports", ["linked"])
    op.create_index("ix_reports_outlet", "reports", ["outlet"])
    op.create_index("ix_reports_source_id", "reports", ["source_id"])
    op.create_index("ix_reports_url", "reports", ["url"])
    op.create_index("ix_reports_weights", "reports", ["weights"])
    op.create_table(
        "disputes",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("issue", sa.String(), nullable=False),
        sa.Column("event_pk", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_pk"], ["events.pk"], name="fk_disputes_event_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_disputes"),
        sa.UniqueConstraint("id", name="uq_disputes_id"),
    )
    op.create_index("ix_disputes_event_pk", "disputes", ["event_pk"])
    op.create_index("ix_disputes_kind", "disputes", ["kind"])
    op.create_table(
        "event_parts",
        sa.Column("event_pk", sa.Integer(), nullable=False),
        sa.Column("actor_pk", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("tellings", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_pk"], ["actors.pk"], name="fk_event_parts_actor_pk", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event_pk"], ["events.pk"], name="fk_event_parts_event_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_pk", "actor_pk", "part", name="pk_event_parts"),
    )
    op.create_index("ix_event_parts_actor_pk_event_pk", "event_parts", ["actor_pk", "event_pk"])
    op.create_table(
        "aliases",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("actor_pk", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_pk"], ["actors.pk"], name="fk_aliases_actor_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("name", "actor_pk", name="pk_aliases"),
    )
    op.create_index("ix_aliases_actor_pk", "aliases", ["actor_pk"])
    op.create_table(
        "contests",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("report_pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("issue", sa.String(), nullable=False),
        sa.Column("tellings", sa.JSON(), nullable=False),
        sa.Column("sides", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_contests_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_contests"),
        sa.UniqueConstraint("report_pk", "id", name="uq_contests_report_pk_id"),
    )
    op.create_table(
        "keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("report_pk", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_keys_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "report_pk", name="pk_keys"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_keys_report_pk", "keys", ["report_pk"])
    op.create_table(
        "namings",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("report_pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("role", sa.String()),
        sa.Column("country", sa.String()),
        sa.Column("sector", sa.String()),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("block", sa.String()),
        sa.Column("office", sa.String()),
        sa.Column("actor_pk", sa.Integer()),
        sa.ForeignKeyConstraint(["actor_pk"], ["actors.pk"], name="fk_namings_actor_pk", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_namings_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_namings"),
        sa.UniqueConstraint("report_pk", "id", name="uq_namings_report_pk_id"),
    )
    op.create_index("ix_namings_actor_pk", "namings", ["actor_pk"])
    op.create_index("ix_namings_block", "namings", ["block"])
    op.create_index("ix_namings_lower_name", "namings", [sa.text("lower(name)")])
    op.create_index("ix_namings_office", "namings", ["office"])
    op.create_table(
        "pairs",
        sa.Column("one_pk", sa.Integer(), nullable=False),
        sa.Column("other_pk", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("features", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["one_pk"], ["reports.pk"], name="fk_pairs_one_pk", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_pk"], ["reports.pk"], name="fk_pairs_other_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("one_pk", "other_pk", "kind", name="pk_pairs"),
    )
    op.create_index("ix_pairs_other_pk", "pairs", ["other_pk"])
    op.create_table(
        "roles",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("actor_pk", sa.Integer(), nullable=False),
        sa.Column("role", sa.String()),
        sa.Column("country", sa.String()),
        sa.Column("sector", sa.String()),
        sa.Column("first", sa.String()),
        sa.Column("last", sa.String()),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_pk"], ["actors.pk"], name="fk_roles_actor_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_roles"),
    )
    op.create_index("ix_roles_actor_pk", "roles", ["actor_pk"])
    op.create_table(
        "tellings",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("report_pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String()),
        sa.Column("contexts", sa.JSON(), nullable=False),
        sa.Column("trigger", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("start", sa.String()),
        sa.Column("end", sa.String()),
        sa.Column("place", sa.String()),
        sa.Column("country", sa.String()),
        sa.Column("admin1", sa.String()),
        sa.Column("lat", sa.Double()),
        sa.Column("lon", sa.Double()),
        sa.Column("geonameid", sa.Integer()),
        sa.Column("quantities", sa.JSON(), nullable=False),
        sa.Column("event_pk", sa.Integer()),
        sa.ForeignKeyConstraint(["event_pk"], ["events.pk"], name="fk_tellings_event_pk", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_tellings_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_tellings"),
        sa.UniqueConstraint("report_pk", "id", name="uq_tellings_report_pk_id"),
    )
    op.create_index("ix_tellings_event_pk", "tellings", ["event_pk"])
    op.create_table(
        "voices",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("event_pk", sa.Integer(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("actor_pk", sa.Integer()),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["actor_pk"], ["actors.pk"], name="fk_voices_actor_pk", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["event_pk"], ["events.pk"], name="fk_voices_event_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_voices"),
    )
    op.create_index("ix_voices_actor_pk", "voices", ["actor_pk"])
    op.create_index("ix_voices_event_pk", "voices", ["event_pk"])
    op.create_table(
        "joins",
        sa.Column("one_pk", sa.Integer(), nullable=False),
        sa.Column("other_pk", sa.Integer(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("features", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["one_pk"], ["tellings.pk"], name="fk_joins_one_pk", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_pk"], ["tellings.pk"], name="fk_joins_other_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("one_pk", "other_pk", name="pk_joins"),
    )
    op.create_index("ix_joins_other_pk", "joins", ["other_pk"])
    op.create_table(
        "parts",
        sa.Column("telling_pk", sa.Integer(), nullable=False),
        sa.Column("naming_pk", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["naming_pk"], ["namings.pk"], name="fk_parts_naming_pk", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["telling_pk"], ["tellings.pk"], name="fk_parts_telling_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("telling_pk", "naming_pk", "part", name="pk_parts"),
    )
    op.create_index("ix_parts_naming_pk", "parts", ["naming_pk"])
    op.create_table(
        "sides",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("dispute_pk", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("voices", sa.JSON(), nullable=False),
        sa.Column("actors", sa.JSON(), nullable=False),
        sa.Column("statements", sa.JSON(), nullable=False),
        sa.Column("tellings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["dispute_pk"], ["disputes.pk"], name="fk_sides_dispute_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_sides"),
    )
    op.create_index("ix_sides_dispute_pk", "sides", ["dispute_pk"])
    op.create_table(
        "statements",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("report_pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("speaker_pk", sa.Integer()),
        sa.Column("addressee_pk", sa.Integer()),
        sa.Column("via", sa.JSON(), nullable=False),
        sa.Column("force", sa.String(), nullable=False),
        sa.Column("quotation", sa.String(), nullable=False),
        sa.Column("cue", sa.String()),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("start", sa.String()),
        sa.Column("end", sa.String()),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["addressee_pk"], ["namings.pk"], name="fk_statements_addressee_pk", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_statements_report_pk", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["speaker_pk"], ["namings.pk"], name="fk_statements_speaker_pk", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("pk", name="pk_statements"),
        sa.UniqueConstraint("report_pk", "id", name="uq_statements_report_pk_id"),
    )
    op.create_index("ix_statements_addressee_pk", "statements", ["addressee_pk"])
    op.create_index("ix_statements_speaker_pk", "statements", ["speaker_pk"])
    op.create_table(
        "watched",
        sa.Column("list", sa.String(), nullable=False),
        sa.Column("known", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("list", name="pk_watched"),
    )
    op.create_table(
        "words",
        sa.Column("telling_pk", sa.Integer(), nullable=False),
        sa.Column("statement_pk", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["statement_pk"], ["statements.pk"], name="fk_words_statement_pk", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["telling_pk"], ["tellings.pk"], name="fk_words_telling_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("telling_pk", "statement_pk", name="pk_words"),
    )
    op.create_index("ix_words_statement_pk", "words", ["statement_pk"])
    for table, columns in SEARCHED.items():
        if op.get_bind().dialect.name == "sqlite":
            _searched_by_fts5(table, columns)
        else:
            _searched_by_tsvector(table, columns)


def _searched_by_fts5(table: str, columns: tuple[str, ...]) -> None:
    """An index beside the table, without a copy of its texts, that triggers keep: sqlite.org/fts5.html, 4.4.3."""
    index, names = f"{table}_search", ", ".join(columns)
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content = '{table}', content_rowid = 'pk', "
        "tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    old, new = (", ".join(f"{row}.{name}" for name in columns) for row in ("old", "new"))
    add = f"INSERT INTO {index} (rowid, {names}) VALUES (new.pk, {new});"
    remove = f"INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', old.pk, {old});"
    for when, name, does in (
        ("INSERT", "added", add),
        ("DELETE", "removed", remove),
        (f"UPDATE OF pk, {names}", "changed", remove + add),
    ):
        op.execute(f"CREATE TRIGGER {index}_{name} AFTER {when} ON {table} BEGIN {does} END")


def _searched_by_tsvector(table: str, columns: tuple[str, ...]) -> None:
    """A column of the table that PostgreSQL works out itself. It can hold 1 MB: what goes beyond the characters that
    surely fit is not searched."""
    words = " || ' ' || ".join(f"coalesce(left({name}, 100000), '')" for name in columns)
    op.execute(f"ALTER TABLE {table} ADD search tsvector GENERATED ALWAYS AS (to_tsvector('english', {words})) STORED")
    op.execute(f"CREATE INDEX ix_{table}_search ON {table} USING gin (search)")
