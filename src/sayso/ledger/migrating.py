"""The version of a ledger's tables: made where there are none, brought up to date where they are older."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from sayso.ledger.errors import LedgerError

LATEST = "0013"  # the last of migrations/versions
VERSION_TABLE = "sayso_version"  # what tells a ledger from another database that Alembic looks after
MIGRATIONS = Path(__file__).parent / "migrations"


def version(connection: Connection, where: str) -> str | None:
    """The version of the tables, None for an empty database. Raises LedgerError where it holds something else."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE in tables:
        return str(connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")))
    if tables:
        raise LedgerError(
            where, f"it is not a ledger but holds other tables ({tables[0]})", "name a new file or an empty database"
        )
    return None


def migrate(connection: Connection, where: str) -> None:
    """Bring the tables up to date, in the transaction of the connection, which lets nobody else do it. Raises
    LedgerError where they are those of a newer sayso."""
    found = version(connection, where)
    if found == LATEST:  # somebody else was faster
        return
    from alembic import command  # slow to import, and hardly ever needed
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise LedgerError(
            where, f"a newer sayso made it (its version is {found}, ours {LATEST})", "pip install --upgrade sayso"
        )
    command.upgrade(config, LATEST)
