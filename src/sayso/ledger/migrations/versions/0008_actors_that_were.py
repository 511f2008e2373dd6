"""What each id that is no more has become: an event or an actor."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Name the column after both."""
    op.execute("ALTER TABLE formers RENAME COLUMN event TO became")
