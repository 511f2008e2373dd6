"""The migrations make the tables that the models describe; the search knows what stands in them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from example_account import example, roadblock
from sqlalchemy import Column, Connection, delete, func, insert, inspect, select, text, update

from sayso import Ledger
from sayso.ledger import matching, migrating
from sayso.ledger.migrating import LATEST, MIGRATIONS, VERSION_TABLE
from sayso.ledger.schema import Actor, Alias, Naming, Report, Statement, Table
from sayso.linking.linker import link

INDEXES = {one.name: one for table in Table.metadata.tables.values() for one in table.indexes}
# What an index over expressions is of, SQLite does not tell.
EXPRESSED = {name for name, one in INDEXES.items() if not all(isinstance(part, Column) for part in one.expressions)}


def compared(_: Any, name: str | None, *__: object) -> bool:
    """All but what migrations add for the search, which models do not describe, and indexes over expressions."""
    name = name or ""
    return not (name == "search" or name.endswith("_search") or "_search_" in name or name in EXPRESSED)


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection", "ignore:autogenerate skipping")
def test_models_and_migrations_agree(empty_url: str) -> None:
    with Ledger(empty_url) as ledger, ledger.reading() as connection:
        options = {"version_table": VERSION_TABLE, "include_object": compared, "compare_type": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), Table.metadata) == []
        assert set(indexes(connection)) == set(INDEXES)


def test_indexes_of_full_rows_hold_no_others(empty_url: str) -> None:
    with Ledger(empty_url) as ledger, ledger.reading() as connection:
        made = {name for name, told in indexes(connection).items() if "IS NOT NULL" in told}
    assert made == {name for name, one in INDEXES.items() if one.info.get("where", "").endswith("IS NOT NULL")} != set()


def indexes(connection: Connection) -> dict[str, str]:
    """Their names, and how the database tells of them."""
    question = "SELECT indexname, indexdef FROM pg_indexes"
    if connection.dialect.name == "sqlite":
        question = "SELECT name, coalesce(sql, '') FROM sqlite_master WHERE type = 'index'"
    found = connection.execute(text(question))
    return {name: told for name, told in found if name.startswith("ix_") and not name.endswith("_search")}


def test_the_latest_version_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == LATEST


def test_many_open_a_new_ledger_at_once(empty_url: str) -> None:
    def opened(_: int) -> list[str]:
        with Ledger(empty_url) as ledger, ledger.reading() as connection:
            return inspect(connection).get_table_names()

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(opened, range(8)))
    assert all(set(Table.metadata.tables) <= set(tables) for tables in found)


# --- search ---


def found(ledger: Ledger, table: str, words: str) -> int:
    with ledger.reading() as connection:
        return len(connection.scalars(getattr(matching, table)(words)).all())


@pytest.mark.parametrize(
    ("table", "words", "times"),
    [
        ("reports", "trawler", 1),
        ("reports", "TRAWLERS firing", 1),  # other forms of the words
        ("reports", '"fuel tanks"', 1),
        ("reports", '"tanks fuel"', 0),
        ("reports", "police", 1),
        ("reports", "trawler police", 0),
        ("statements", "tank", 2),
        ("statements", "borders", 2),
        ("statements", "trucks", 0),
        ("tellings", "federation demanded", 1),
        ("tellings", "shots", 1),
    ],
)
def test_the_search_finds_words(ledger_url: str, table: str, words: str, times: int) -> None:
    with Ledger(ledger_url) as ledger:
        list(ledger.add_many([example(), roadblock()]))
        assert found(ledger, table, words) == times


def test_the_search_goes_with_what_is_there(ledger_url: str) -> None:
    with Ledger(ledger_url) as ledger:
        first, second = ledger.add_many([example(), roadblock()])
        shorter = roadblock()
        shorter.statements, shorter.events = shorter.statements[:1], []
        ledger.replace(shorter)
        assert (found(ledger, "statements", "tank"), found(ledger, "statements", "border")) == (1, 0)
        assert found(ledger, "tellings", "federation") == 0
        with ledger.writing() as connection:
            connection.execute(update(Statement).where(Statement.said.contains("tanks")).values(said="at the ferry"))
            connection.execute(delete(Report).where(Report.id == first.report))
        assert (found(ledger, "statements", "tank"), found(ledger, "statements", "ferry")) == (0, 1)
        assert (found(ledger, "reports", "trawler"), found(ledger, "statements", "trawler")) == (0, 0)
        assert found(ledger, "reports", "police") == 1
        with ledger.writing() as connection:
            if connection.dialect.name == "sqlite":  # it raises if its index and the tables differ
                for table in ("reports", "statements", "tellings"):
                    check = f"INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)"
                    connection.execute(text(check))
        assert second.outcome == "added"


def test_what_an_older_sayso_added_is_found(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr(migrating, "LATEST", "0005")
        with Ledger(empty_url) as ledger:
            ledger.add(example())
    with Ledger(empty_url) as ledger:
        ledger.add(roadblock())
        assert (found(ledger, "reports", "trawler"), found(ledger, "reports", "police")) == (1, 1)


def test_names_that_stood_twice_stand_once(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr(migrating, "LATEST", "0010")
        with Ledger(empty_url) as ledger:
            ledger.add(roadblock())
            with ledger.writing() as connection:  # as who is meant was listed then
                for pk, name, kind in connection.execute(select(Naming.pk, Naming.name, Naming.kind)).all():
                    actor = {"pk": pk, "id": str(pk), "name": name, "kind": kind, "aliases": [], "reports": 1}
                    connection.execute(insert(Actor), actor)
                    connection.execute(update(Naming).where(Naming.pk == pk).values(actor_pk=pk))
                entered = select(func.lower(Naming.name), Naming.actor_pk)
                connection.execute(insert(Alias).from_select(["name", "actor_pk"], entered.distinct()))
    with Ledger(empty_url) as ledger, ledger.reading() as connection:
        entered = set(connection.execute(select(func.lower(Naming.name), Naming.actor_pk)))
        assert entered and entered.isdisjoint(connection.execute(select(Alias.name, Alias.actor_pk)))


def test_a_report_that_is_marked_keeps_its_words_in_the_index(postgres_url: str) -> None:
    with Ledger(postgres_url) as ledger:
        list(ledger.add_many([example(), roadblock()]))

        def words() -> list[Any]:
            with ledger.reading() as connection:
                return list(connection.execute(text("SELECT pk, ctid, xmin FROM reports_search ORDER BY pk")))

        before = words()
        assert link(ledger) == 2
        assert words() == before
