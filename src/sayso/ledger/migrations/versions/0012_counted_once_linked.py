"""What takes long to count is counted once when all is linked, and kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """A place to keep it, which whoever links next fills."""
    op.create_table(
        "counted",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("upto", sa.Integer(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name="pk_counted"),
        sa.UniqueConstraint("upto", name="uq_counted_upto"),
    )
