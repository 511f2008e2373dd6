"""A row is in an index of whom and what it belongs to once it does: those that belong to nobody yet are in none."""

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
    """Make the indexes anew."""
    for table, columns in COLUMNS.items():
        for column in columns:
            full = sa.text(f"{column} IS NOT NULL")
            op.drop_index(f"ix_{table}_{column}", table)
            op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=full, postgresql_where=full)
