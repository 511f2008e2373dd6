"""What is linked is written to fewer places. A row is in an index of whom and what it belongs to once it does; and the
keys by which reports are compared lie together by their days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

COLUMNS = {
    "namings": ("block", "office", "actor_pk"),
    "statements": ("speaker_pk", "addressee_pk"),
    "tellings": ("event_pk",),
    "voices": ("actor_pk",),
}


def upgrade() -> None:
    """Make the indexes anew. The keys are others now: all reports are compared again."""
    for table, columns in COLUMNS.items():
        for column in columns:
            full = sa.text(f"{column} IS NOT NULL")
            op.drop_index(f"ix_{table}_{column}", table)
            op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=full, postgresql_where=full)
    op.execute("DELETE FROM keys")
    op.execute("UPDATE reports SET compared = false, linked = false")
