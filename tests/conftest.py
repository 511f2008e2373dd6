"""What several tests share: the wheel as a user has it, installed where nothing else is; ledgers on both databases, for
which a real PostgreSQL is started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import psycopg
import pytest
from sqlalchemy import make_url

from benchmarks.postgres import Server, programs
from sayso import Ledger

if TYPE_CHECKING:
    from starlette.testclient import TestClient
    from web import Web

REPOSITORY = Path(__file__).parents[1]
DATABASES = ("sqlite", "postgresql")  # on which a ledger may be

# How fast the machine is, is no property of sayso. A failing example is printed so that it can be tried again.
hypothesis.settings.register_profile("sayso", deadline=None, print_blob=True)
hypothesis.settings.load_profile("sayso")

# A shell has what it runs in the background ignore Ctrl-C. The tests send it, and what they start heeds it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@dataclass(frozen=True)
class Installed:
    """sayso in an environment of its own."""

    root: Path

    @property
    def bin(self) -> Path:
        return self.root / "bin"

    def run(
        self, *arguments: str | Path, given: bytes = b"", cwd: Path = REPOSITORY
    ) -> subprocess.CompletedProcess[bytes]:
        """The command `sayso`, to its end."""
        return self.program("sayso", *arguments, given=given, cwd=cwd)

    def program(
        self, name: str, *arguments: str | Path, given: bytes = b"", cwd: Path = REPOSITORY
    ) -> subprocess.CompletedProcess[bytes]:
        """A program of the environment, to its end; none but its own packages are seen."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        environment |= {"PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
        return subprocess.run(
            [self.bin / name, *map(str, arguments)],
            input=given, capture_output=True, cwd=cwd, env=environment, timeout=300, check=False,
        )  # fmt: skip


def pip(*arguments: str | Path, python: str | Path = sys.executable) -> None:
    done = subprocess.run(
        [python, "-m", "pip", "-qq", "--disable-pip-version-check", *map(str, arguments)],
        capture_output=True, cwd=REPOSITORY, timeout=600, check=False,
    )  # fmt: skip
    if done.returncode:
        pytest.fail(f"pip {arguments[0]}: {done.stderr.decode(errors='replace')}")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ".")
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel, installed without extras in an environment where nothing else is."""
    root = tmp_path_factory.mktemp("environment")
    venv.create(root, with_pip=True)
    pip("install", wheel, python=root / "bin" / "python")
    return Installed(root)


@contextmanager
def _server() -> Iterator[Server]:
    """A server that runs. Without its programs its tests are skipped, or fail if SAYSO_TEST_POSTGRES is "required"."""
    found = programs()
    if found is None:
        missing = "no PostgreSQL here (Debian: apt-get install postgresql; or SAYSO_TEST_POSTGRES=postgresql://…)"
        required = os.environ.get("SAYSO_TEST_POSTGRES") == "required"
        pytest.fail(missing) if required else pytest.skip(missing)
    # Its socket needs a short path, which pytest's folders have not.
    folder = Path(tempfile.mkdtemp(prefix="sayso-"))
    try:
        server = Server(found, folder, "-c fsync=off -c full_page_writes=off")
        server.start()
        try:
            yield server
        finally:
            with suppress(subprocess.CalledProcessError):  # a test has stopped it
                server.stop()
    finally:
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL on which databases may be made: one of our own, started from the programs that are
    installed, or that of SAYSO_TEST_POSTGRES."""
    given = os.environ.get("SAYSO_TEST_POSTGRES", "")
    if given not in ("", "required"):
        yield given
        return
    with _server() as server:
        yield server.url


@pytest.fixture
def own_postgres() -> Iterator[Server]:
    """A PostgreSQL that a test may stop."""
    with _server() as server:
        yield server


_numbers = count(1)


@contextmanager
def database(postgres: str, like: str = "template1") -> Iterator[str]:
    """The URL of a database of PostgreSQL, a copy of another that nobody is connected to."""
    name = f"sayso_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
        try:
            yield make_url(postgres).set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_url(postgres: str) -> Iterator[str]:
    """The URL of an empty database of PostgreSQL."""
    with database(postgres) as url:
        yield url


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a ledger may be made: a test that asks for it runs on both databases."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_url"))
    return str(tmp_path / "sayso.db")


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger that nothing is in. Who changes it copies it."""
    path = tmp_path_factory.mktemp("new") / "sayso.db"
    Ledger(path).close()
    return path


@pytest.fixture(scope="session")
def new_database(postgres: str) -> Iterator[str]:
    """The name of a database of PostgreSQL with a ledger that nothing is in. Who changes it copies it."""
    with database(postgres) as url:
        Ledger(url).close()
        yield str(make_url(url).database)


@contextmanager
def new_ledger(kind: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Where a ledger is that nothing is in: a copy, for to make its tables takes longer than most tests."""
    if kind == "postgresql":
        with database(request.getfixturevalue("postgres"), request.getfixturevalue("new_database")) as url:
            yield url
    else:
        yield str(shutil.copy(request.getfixturevalue("new_file"), folder / "sayso.db"))


@pytest.fixture(params=DATABASES)
def ledger_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger is that nothing is in: a test that asks for it runs on both databases."""
    with new_ledger(request.param, request, tmp_path) as url:
        yield url


@pytest.fixture(scope="session")
def web_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a small ledger, `web_ledger.STORIES`, linked. Who changes it copies it."""
    from web_ledger import filled

    return filled(tmp_path_factory.mktemp("web") / "web.db")


@pytest.fixture
def web_ledger(web_file: Path, tmp_path: Path) -> Path:
    """A copy of the file of that ledger, which a test may change."""
    return Path(shutil.copy(web_file, tmp_path / "web.db"))


@pytest.fixture
def kept(web_ledger: Path) -> Iterator[Ledger]:
    """That ledger, as it is beside the pages."""
    with Ledger(web_ledger) as ledger:
        yield ledger


@pytest.fixture
def client(web_ledger: Path) -> Iterator[TestClient]:
    """Who asks that ledger for pages and data, alone."""
    from web_ledger import client_of

    with client_of(web_ledger) as asking:
        yield asking


@pytest.fixture
def web() -> Iterator[Web]:
    """A web of one's own."""
    from web import serving

    with serving() as served:
        yield served


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A real browser, one for all tests."""
    from browsing import chromium

    with chromium(tmp_path_factory.mktemp("chromium")) as chrome:
        yield chrome


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger of examples/reports.jsonl, read and linked. Who changes it copies it."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    add = [sys.executable, "-m", "sayso", "add", REPOSITORY / "examples" / "reports.jsonl", "--ledger", path]
    subprocess.run(list(map(str, add)), check=True, capture_output=True, timeout=300)
    return path
