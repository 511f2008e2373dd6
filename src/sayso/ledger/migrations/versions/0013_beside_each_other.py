"""What reports of one story tell of different acts stands beside each other, and is no longer one event."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the columns. What was joined before stays so until it is compared again (`sayso link --again`)."""
    op.add_column("joins", sa.Column("beside", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("tellings", sa.Column("beside", sa.String()))
    full = sa.text("beside IS NOT NULL")
    op.create_index("ix_tellings_beside", "tellings", ["beside"], sqlite_where=full, postgresql_where=full)
