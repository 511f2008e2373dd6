"""`sayso serve` as its users start and end it, and as it is ended for them."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from served import Served, served
from test_cli_adding import RAID

from sayso import Ledger
from sayso.web import jobs, serving

PATIENCE = 60.0  # seconds, of a test, for what takes a few


def until(what: Callable[[], bool]) -> None:
    """Wait for something to become so."""
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


@pytest.fixture
def where(tmp_path: Path) -> Path:
    Ledger(tmp_path / "sayso.db").close()
    return tmp_path / "sayso.db"


def text(number: int) -> str:
    return f"Gunmen attacked a market in the town of Konduga on Monday, killing {number} traders, the police said."


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.fixture
def server(where: Path) -> Iterator[Served]:
    with served(where, "--workers", "2") as one:
        yield one


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly(server: Served, number: signal.Signals) -> None:
    assert httpx.get(server.address, timeout=PATIENCE).status_code == 200
    children = server.family()
    assert len(children) >= 3
    os.killpg(server.process.pid, number)  # as a terminal does
    assert server.process.stderr
    assert (server.process.stderr.read(), server.process.wait(PATIENCE)) == ("", 0)
    until(lambda: all(map(gone, children)))


def test_no_answer_waits_until_its_head_is_acknowledged(server: Served) -> None:
    with httpx.Client(base_url=server.address, timeout=PATIENCE) as client:
        style = re.search(r"/static/[^\"]+", client.get("/", headers={"Accept": "text/html"}).text)
        assert style
        taken = [client.get(style[0]).elapsed.total_seconds() for _ in range(20)]
    assert min(taken) < 0.03  # systems acknowledge what came after 40 ms, unless they have something to say themselves


@pytest.mark.parametrize(("told", "ends"), [(signal.SIG_DFL, True), (signal.SIG_IGN, False)])
def test_it_ends_with_its_terminal_unless_it_is_told_to_outlive_it(told: signal.Handlers, ends: bool) -> None:
    before = {number: signal.getsignal(number) for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)}
    try:
        signal.signal(signal.SIGHUP, told)
        come = serving._signalled()
        os.kill(os.getpid(), signal.SIGHUP)
        assert come() == ends
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_nothing_of_it_outlives_it(server: Served) -> None:
    assert httpx.get(server.address, timeout=PATIENCE).status_code == 200
    children = server.family()
    server.process.kill()
    until(lambda: all(map(gone, children)))


def test_processes_that_die_are_started_again(server: Served) -> None:
    assert httpx.get(server.address, timeout=PATIENCE).status_code == 200
    for child in server.family():
        os.kill(child, signal.SIGKILL)
    until(lambda: answers(server) == 200)
    sent = httpx.post(f"{server.address}/api/v1/reports", json={"text": RAID}, timeout=PATIENCE)
    until(lambda: state(server, sent.headers["location"]) == "done")


def answers(server: Served) -> int:
    try:
        return httpx.get(server.address, timeout=5).status_code
    except httpx.TransportError:
        return 0


def state(server: Served, job: str) -> str:
    return str(httpx.get(f"{server.address}{job}", timeout=PATIENCE).json()["state"])


def test_what_was_sent_is_read_whole_and_once_whenever_it_is_killed(where: Path) -> None:
    file = "".join(json.dumps({"text": text(number)}) + "\n" for number in range(40))
    sent: list[str] = []
    for round in range(3):
        with served(where) as server:
            with httpx.Client(base_url=f"{server.address}/api/v1/", timeout=PATIENCE) as api:
                answer = api.post("files", content=file, params={"name": f"{round}.jsonl"})
                sent.append(answer.headers["location"])
                for number in range(3):
                    answer = api.post("reports", json={"text": text(100 + 3 * round + number)})
                    sent.append(answer.headers["location"])
            until(lambda: state(server, sent[0]) != "waiting")
            time.sleep(0.3 * round)  # wherever it may be then
            server.kill()
    with served(where) as server:
        until(lambda: all(state(server, job) == "done" for job in sent))
    with Ledger(where) as ledger:
        assert {one.id for one in jobs.latest(ledger, 100)} == {job.rpartition("/")[2] for job in sent}
        texts = sorted(ledger.account(report.id).report.text for report in ledger.reports())
        assert texts == sorted(map(text, [*range(40), *range(100, 109)]))
        assert not ledger.stats().unlinked


def test_what_is_wrong_is_said_at_once(where: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for arguments, code, words in (
            (["--ledger", f"{where}.none"], 3, "there is no ledger"),
            (["--ledger", str(where), "--port", port], 2, f"127.0.0.1:{port}"),
        ):
            command = [sys.executable, "-m", "sayso", "serve", *arguments]
            ended = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
            assert ended.returncode == code and words in ended.stderr
