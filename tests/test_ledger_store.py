"""A ledger is opened, or it is said in words why not; who reads and who writes do not get in each other's way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from example_account import example, roadblock
from sqlalchemy import insert, make_url, text

import sayso
from sayso import Ledger, LedgerError
from sayso.ledger import schema
from sayso.ledger.migrating import VERSION_TABLE
from sayso.reader import weights_version


def row() -> dict[str, str]:
    return {"source": "feed.xml", "place": "", "reason": "not English", "added": "2024-05-16T00:00:00+00:00"}


def rows(ledger: Ledger, table: str) -> int:
    with ledger.reading() as connection:
        return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


# --- opening ---


def test_a_ledger_is_made_and_found_again(empty_url: str) -> None:
    with Ledger(empty_url) as ledger:
        added = ledger.add(roadblock())
    with sayso.Ledger(empty_url, create=False) as ledger:
        assert ledger.has([added.report, "0" * 16]) == {added.report}


def test_a_path_and_a_url_are_the_same_file(tmp_path: Path) -> None:
    file = tmp_path / "sayso.db"
    with Ledger(file) as ledger:
        added = ledger.add(example())
    for where in (str(file), f"sqlite:///{file}"):
        with Ledger(where, create=False) as ledger:
            assert ledger.has([added.report])


def test_where_none_is_wanted_none_is_made(empty_url: str, tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(LedgerError, match="there is no ledger; sayso add makes one"):
            Ledger(empty_url, create=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("", "no place for one"),
        (":memory:", "no place for one"),
        ("sqlite://", "neither a file of SQLite nor a database of PostgreSQL"),
        ("mysql://ann:secret@host/news", "neither a file of SQLite nor a database of PostgreSQL"),
        ("://", "no place for one"),
        ("postgresql://ann:secret@127.0.0.1:1/news", "Connection refused"),
        ("postgres://ann:secret@127.0.0.1:1/news", "Connection refused"),
        ("no/such/folder/sayso.db", "it cannot be opened; check that its folder exists"),
    ],
)
def test_what_is_no_place_for_a_ledger(where: str, words: str) -> None:
    with pytest.raises(LedgerError, match=words) as error:
        Ledger(where)
    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)


def test_a_database_that_is_not_there(postgres: str) -> None:
    with pytest.raises(LedgerError, match=r"sayso_nowhere.* does not exist; .*createdb"):
        Ledger(make_url(postgres).set(database="sayso_nowhere").render_as_string(hide_password=False))


def test_postgresql_without_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"needs psycopg; pip install 'sayso\[postgres\]'"):
        Ledger("postgresql://host/news")


def test_another_file_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("Police fired tear gas on Wednesday at truck drivers. " * 100, "utf-8")
    before = file.read_bytes()
    with pytest.raises(LedgerError, match="not a ledger but some other file"):
        Ledger(file)
    assert file.read_bytes() == before


def test_another_database_is_left_as_it_is(empty_url: str) -> None:
    if "://" in empty_url:
        with psycopg.connect(empty_url) as connection:
            connection.execute("CREATE TABLE birds (name text)")
    else:
        with sqlite3.connect(empty_url) as file:
            file.execute("CREATE TABLE birds (name text)")
    with pytest.raises(LedgerError, match=r"not a ledger but holds other tables \(birds\)"):
        Ledger(empty_url)
    if "://" not in empty_url:
        assert sqlite3.connect(empty_url).execute("PRAGMA journal_mode").fetchall() == [("delete",)]


def test_a_ledger_of_a_newer_sayso_is_left_as_it_is(ledger_url: str) -> None:
    with Ledger(ledger_url) as ledger, ledger.writing() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(LedgerError, match=r"a newer sayso made it \(its version is 9999, .*pip install --upgrade"):
        Ledger(ledger_url)


def test_nothing_slow_is_imported_to_open_a_ledger(tmp_path: Path) -> None:
    Ledger(tmp_path / "sayso.db").close()
    program = (
        "import sys, sayso; sayso.Ledger(sys.argv[1]).close(); "
        "print(*{'alembic', 'numpy', 'onnxruntime', 'trafilatura', 'httpx', 'psycopg'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path / "sayso.db"], capture_output=True, check=True)
    assert done.stdout.split() == []


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A ledger in a folder that may not be written to, as a share or a DVD is."""
    folder = tmp_path / "share"
    folder.mkdir()
    with Ledger(folder / "to ask #1.db") as ledger:
        ledger.add(roadblock())
    (folder / "to ask #1.db").chmod(0o444)
    folder.chmod(0o555)
    # Whoever runs the machine may write all the same; here they may not.
    monkeypatch.setattr(os, "access", lambda path, mode: bool(Path(path).stat().st_mode & 0o222))
    yield folder / "to ask #1.db"
    folder.chmod(0o755)


def test_a_ledger_that_may_not_be_written_to_can_be_asked(closed: Path) -> None:
    for where in (closed, f"sqlite:///{closed}"):
        with Ledger(where, create=False) as ledger:
            assert len(list(ledger.reports())) == ledger.stats().reports == 1
            assert list(closed.parent.iterdir()) == [closed]
            with pytest.raises(LedgerError, match=r"#1\.db: it may not be written to; check the permissions"):
                ledger.add(example())


def test_what_others_write_to_it_is_seen_or_said(closed: Path) -> None:
    with Ledger(closed, create=False) as still:
        closed.chmod(0o644)
        closed.parent.chmod(0o755)
        with Ledger(closed) as other:
            other.add(example())
            closed.parent.chmod(0o555)
            with Ledger(closed, create=False) as ledger:
                assert len(list(ledger.reports())) == 2
            closed.parent.chmod(0o755)
        with pytest.raises(LedgerError, match="another process has written to it meanwhile; open it again"):
            list(still.reports())


# --- transactions ---


def test_what_is_not_written_to_its_end_is_not_written(ledger_url: str) -> None:
    with Ledger(ledger_url) as ledger:
        with pytest.raises(ZeroDivisionError), ledger.writing() as connection:
            connection.execute(insert(schema.Refusal), row())
            raise ZeroDivisionError
        assert rows(ledger, "refusals") == 0


def test_one_who_reads_sees_the_ledger_as_it_was_when_he_began(ledger_url: str) -> None:
    count = text("SELECT count(*) FROM reports")
    with Ledger(ledger_url) as ledger, Ledger(ledger_url) as other, ledger.reading() as connection:
        assert connection.scalar(count) == 0
        other.add(roadblock())
        assert connection.scalar(count) == 0
        assert rows(other, "reports") == 1


def test_one_who_only_reads_cannot_write_by_mistake(postgres_url: str) -> None:
    with Ledger(postgres_url) as ledger, pytest.raises(Exception, match="read-only"), ledger.reading() as connection:
        connection.execute(insert(schema.Refusal), row())


def test_one_who_waits_too_long_for_another_is_told(ledger_url: str) -> None:
    with Ledger(ledger_url) as ledger, Ledger(ledger_url, patience=0.2) as other:
        with ledger.writing(), pytest.raises(LedgerError, match="another process has been writing to it for too long"):
            other.add(roadblock())
        assert other.add(roadblock()).outcome == "added"


def test_one_links_at_a_time_while_others_write(ledger_url: str) -> None:
    with Ledger(ledger_url) as ledger, Ledger(ledger_url, patience=0.2) as other:
        with ledger.linking():
            with pytest.raises(LedgerError), other.linking():
                pytest.fail("two linked at once")
            assert other.add(roadblock()).outcome == "added"
        with other.linking():
            pass


def test_what_a_statement_would_put_back_is_in_memory_unless_it_is_most_of_the_ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        for most, kept in ((False, 2), (True, 0), (False, 2)):  # SQLite's names of memory, and of what it was built for
            with ledger.writing(most) as connection:
                assert connection.scalar(text("PRAGMA temp_store")) == kept


# --- what may happen to a database ---


def test_a_full_disk(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        first = ledger.add(example())
        with ledger.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerError, match="the disk is full; make room and run the same again"):
            ledger.add(roadblock())
        assert rows(ledger, "reports") == 1
    with Ledger(tmp_path / "sayso.db") as ledger:
        assert ledger.has([first.report])
        assert ledger.add(roadblock()).outcome == "added"


@pytest.mark.parametrize("replaced", [False, True], ids=["removed", "replaced"])
def test_a_file_that_vanishes(tmp_path: Path, replaced: bool) -> None:
    file = tmp_path / "sayso.db"
    with Ledger(file) as ledger:
        ledger.add(example())
        with pytest.raises(LedgerError, match="the file is gone"), ledger.writing() as connection:
            connection.execute(insert(schema.Refusal), row())
            file.rename(tmp_path / "elsewhere.db")
            if replaced:
                Ledger(file).close()
        for use in (lambda: ledger.add(roadblock()), lambda: ledger.has(["x"])):
            with pytest.raises(LedgerError, match="the file is gone"):
                use()


def test_a_server_that_ends_the_connection(postgres_url: str) -> None:
    ours = "datname = current_database() AND application_name = 'sayso'"
    end = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {ours}"
    with Ledger(postgres_url) as ledger:
        told = pytest.raises(LedgerError, match="the server has shut down or ended the connection")
        with told, psycopg.connect(postgres_url) as other, ledger.writing() as connection:
            connection.execute(insert(schema.Refusal), row())
            other.execute(end)
            connection.execute(insert(schema.Refusal), row())
        assert rows(ledger, "refusals") == 0
        assert ledger.add(roadblock()).outcome == "added"


def test_the_weights_that_ship_have_a_version() -> None:
    assert len(weights_version()) == 12
    assert set(weights_version()) <= set("0123456789abcdef")
