"""How Alembic runs the migrations of a ledger: in the transaction that the caller has opened."""

from __future__ import annotations

from alembic import context

from sayso.ledger.migrating import VERSION_TABLE
from sayso.ledger.schema import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    version_table=VERSION_TABLE,
)
context.run_migrations()
