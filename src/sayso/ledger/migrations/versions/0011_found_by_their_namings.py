"""Actors are found by the names of their namings, which have an index of their own: only what they are called beside
these is listed once more."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Take out what stands twice."""
    op.drop_index("ix_actors_name", "actors")
    op.execute(
        "DELETE FROM aliases WHERE EXISTS (SELECT 1 FROM namings"
        " WHERE namings.actor_pk = aliases.actor_pk AND lower(namings.name) = aliases.name)"
    )
