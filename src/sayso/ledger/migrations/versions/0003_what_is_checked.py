"""Which statements and tellings people have looked at."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns. What people corrected before is not known to be checked until somebody looks at it again."""
    for table in ("statements", "tellings"):
        op.add_column(table, sa.Column("checked", sa.Boolean(), nullable=False, server_default=sa.false()))
