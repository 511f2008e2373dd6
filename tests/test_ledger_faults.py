"""Whatever stops `sayso add`, the ledger holds whole reports and the same command goes on; in whatever order reports
come, what is worked out across them is the same."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Server

from benchmarks import bulletins
from benchmarks.contents import IN_ORDER, Contents, contents, differences, exports
from benchmarks.faults import Undisturbed, damage, disturbed, left, start, state, undisturbed
from sayso import Account, Ledger, Report
from sayso.account import Reader
from sayso.linking.linker import link, relink

TOWNS = 12
KILLS = 3
ROOM = 1_000_000  # bytes: for the tables and some reports, not for all
SOON = 60  # seconds for what a command does next


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bulletins") / "reports.jsonl"


@pytest.fixture(scope="module")
def wanted(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    number = bulletins.write(reports, TOWNS)
    return undisturbed(str(tmp_path_factory.mktemp("undisturbed") / "sayso.db"), reports, number)


def until(holds: Callable[[], bool], running: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SOON
    while not holds():
        assert running.poll() is None and time.monotonic() < end, "it ended before, or did not come so far"
        time.sleep(0.03)


def ended(running: subprocess.Popen[bytes]) -> tuple[int, str]:
    """The exit code and what was said, once all its processes have ended."""
    said = running.communicate(timeout=SOON)[1].decode()
    assert left(running) == []
    assert "Traceback" not in said
    return running.returncode, said


def goes_on(where: str, wanted: Undisturbed) -> None:
    """Run again what was stopped: in the end nothing tells that it was."""
    code, said = ended(start(where, wanted.file, 1))
    assert code == 1, said  # some are refused, as always
    as_undisturbed(where, wanted)


def as_undisturbed(where: str, wanted: Undisturbed) -> None:
    with Ledger(where, create=False) as ledger:
        assert differences(wanted.contents, contents(ledger)) == []
    assert damage(where) == []


# --- what may stop it ---


def test_killed_and_started_again(empty_url: str, wanted: Undisturbed) -> None:
    kills, found = disturbed(empty_url, wanted, random.Random(3), most=KILLS)
    assert len(kills) >= 1
    assert [fault for kill in kills for fault in kill.faults] + found == []


def test_ctrl_c(tmp_path: Path, wanted: Undisturbed) -> None:
    where = str(tmp_path / "sayso.db")
    running = start(where, wanted.file)
    until(lambda: state(where).reports > 0, running)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does
    code, said = ended(running)
    assert code == 130
    assert "what was read is in the ledger, and the same command goes on with the rest" in said
    goes_on(where, wanted)


def test_ctrl_c_before_anything_is_read(tmp_path: Path, wanted: Undisturbed) -> None:
    running = start(str(tmp_path / "sayso.db"), wanted.file)
    until(lambda: (tmp_path / "sayso.db").exists(), running)
    time.sleep(0.5)  # those who read are being started
    os.killpg(running.pid, signal.SIGINT)
    assert ended(running)[0] in (130, -signal.SIGINT)  # a shell tells of both as 130


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with little room."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "sayso", disk]
    if shutil.which("mount") is None or subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode:
        pytest.skip("only root may mount a small file system, and not everywhere")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_full_disk(small_disk: Path, wanted: Undisturbed) -> None:
    where = str(small_disk / "sayso.db")
    code, said = ended(start(where, wanted.file, 1))
    assert code == 3
    assert "the disk is full; make room and run the same again" in said
    subprocess.run(["mount", "-o", f"remount,size={100 * ROOM}", small_disk], check=True)
    goes_on(where, wanted)


def test_a_disk_that_is_full_before_anything_is_read(tmp_path: Path, wanted: Undisturbed) -> None:
    where, room = str(tmp_path / "sayso.db"), 8_192
    code, said = ended(start(where, wanted.file, 1, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))))
    assert code == 3
    assert said.startswith(f"ledger {where}: the disk ")
    Ledger(where).close()


def test_a_file_that_is_removed(tmp_path: Path, wanted: Undisturbed) -> None:
    where = tmp_path / "sayso.db"
    running = start(str(where), wanted.file, 1)
    until(lambda: state(str(where)).reports > 0, running)
    where.unlink()
    code, said = ended(running)
    assert code == 3
    assert "the file is gone, or another is in its place" in said
    goes_on(str(where), wanted)


def test_a_server_that_is_stopped(own_postgres: Server, wanted: Undisturbed) -> None:
    where = own_postgres.url
    running = start(where, wanted.file, 1)
    until(lambda: state(where).reports > 0, running)
    own_postgres.stop()
    code, said = ended(running)
    assert code == 3
    assert said.startswith("ledger postgresql://") and "run" in said
    own_postgres.start()
    goes_on(where, wanted)


def test_two_add_the_same_at_the_same_time(tmp_path: Path, wanted: Undisturbed) -> None:
    where = str(tmp_path / "sayso.db")
    both = [start(where, wanted.file, 1) for _ in range(2)]
    assert [ended(running)[0] for running in both] == [1, 1]
    as_undisturbed(where, wanted)


# --- in whatever order ---


@pytest.fixture(scope="module")
def accounts() -> list[Account]:
    given = [Report(**record) for record in bulletins.records(2) if record["text"]]
    return [*Reader().read_many(given), Reader().read(Report(text="Good morning."))]


def in_portions(ledger: Ledger, accounts: list[Account], size: int) -> None:
    for first in range(0, len(accounts), size):
        list(ledger.add_many(accounts[first : first + size]))
        link(ledger)


@pytest.fixture(scope="module")
def at_once(accounts: list[Account], tmp_path_factory: pytest.TempPathFactory) -> tuple[Contents, dict[str, str]]:
    """What a ledger holds, and answers, to which all were added at once."""
    with Ledger(tmp_path_factory.mktemp("at-once") / "sayso.db") as ledger:
        in_portions(ledger, accounts, len(accounts))
        return contents(ledger, IN_ORDER), exports(ledger)


@pytest.mark.parametrize("size", [1, 4])
def test_in_whatever_order_reports_come(
    ledger_url: str, accounts: list[Account], at_once: tuple[Contents, dict[str, str]], size: int
) -> None:
    wanted, answers = at_once
    with Ledger(ledger_url) as ledger:
        in_portions(ledger, random.Random(size).sample(accounts, len(accounts)), size)
        assert differences(wanted, contents(ledger, IN_ORDER)) == []
        told = exports(ledger)
        with_versions = {"reports --json"}
        assert [name for name in answers if told[name] != answers[name] and name not in with_versions] == []
        relink(ledger)
        assert differences(wanted, contents(ledger, IN_ORDER)) == []
