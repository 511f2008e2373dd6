"""A dispute may be about no event: whether a firm knew, whether a law allows it. It is that of a report."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

SEARCHED = {"disputes": "issue", "sides": "position"}


def upgrade() -> None:
    """Let it be none, and keep the day where it is ordered by. Reports that tell of such disputes are linked again."""
    if op.get_bind().dialect.name == "sqlite":
        _made_anew()
    else:
        op.alter_column("disputes", "event_pk", nullable=True)
        op.add_column("disputes", sa.Column("report_pk", sa.Integer()))
        op.create_foreign_key("fk_disputes_report_pk", "disputes", "reports", ["report_pk"], ["pk"], ondelete="CASCADE")
        op.add_column("disputes", sa.Column("day", sa.String(), nullable=False, server_default=""))
        op.execute("UPDATE disputes SET day = events.day FROM events WHERE events.pk = disputes.event_pk")
        op.alter_column("disputes", "day", server_default=None)
    op.create_index("ix_disputes_report_pk", "disputes", ["report_pk"])
    op.create_index("ix_disputes_day_id", "disputes", ["day", "id"])
    op.execute(
        "UPDATE reports SET linked = false WHERE pk IN "
        "(SELECT report_pk FROM contests WHERE CAST(tellings AS VARCHAR) = '[]')"
    )


def _made_anew() -> None:
    """SQLite changes no column: the tables are copied. Who points at one that is dropped would be emptied, and goes
    first."""
    op.create_table(
        "disputes_now",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("issue", sa.String(), nullable=False),
        sa.Column("event_pk", sa.Integer()),
        sa.Column("report_pk", sa.Integer()),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_pk"], ["events.pk"], name="fk_disputes_event_pk", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["report_pk"], ["reports.pk"], name="fk_disputes_report_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_disputes"),
        sa.UniqueConstraint("id", name="uq_disputes_id"),
    )
    op.create_table(
        "sides_now",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("dispute_pk", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("voices", "actors", "statements", "tellings")),
        sa.ForeignKeyConstraint(["dispute_pk"], ["disputes_now.pk"], name="fk_sides_dispute_pk", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name="pk_sides"),
    )
    op.execute(
        "INSERT INTO disputes_now SELECT disputes.pk, disputes.id, kind, issue, event_pk, NULL, day, disputes.reports "
        "FROM disputes JOIN events ON events.pk = event_pk"
    )
    op.execute(
        "INSERT INTO sides_now SELECT pk, dispute_pk, number, position, voices, actors, statements, tellings FROM sides"
    )
    for table in ("sides", "disputes"):
        op.drop_table(table)
    for table in ("disputes", "sides"):
        op.rename_table(f"{table}_now", table)
    op.create_index("ix_disputes_event_pk", "disputes", ["event_pk"])
    op.create_index("ix_disputes_kind", "disputes", ["kind"])
    op.create_index("ix_disputes_reports_id", "disputes", [sa.text("reports DESC"), "id"])
    op.create_index("ix_sides_dispute_pk", "sides", ["dispute_pk"])
    for table, column in SEARCHED.items():
        _indexed(table, column)


def _indexed(table: str, column: str) -> None:
    """Have the index of words kept by triggers, which went with the table. What is in it stays."""
    index = f"{table}_search"
    add = f"INSERT INTO {index} (rowid, {column}) VALUES (new.pk, new.{column});"
    remove = f"INSERT INTO {index} ({index}, rowid, {column}) VALUES ('delete', old.pk, old.{column});"
    for when, name, does in (
        ("INSERT", "added", add),
        ("DELETE", "removed", remove),
        (f"UPDATE OF pk, {column}", "changed", remove + add),
    ):
        op.execute(f"CREATE TRIGGER {index}_{name} AFTER {when} ON {table} BEGIN {does} END")
