"""Hostile input of every kind: nothing crashes, hangs or fills the memory; each is read or refused.

A short run here; `make fuzz` does the same for longer. Both are the same each time.
"""

from __future__ import annotations

import gzip
import json
import os
import select
import socket
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hostile import PIECES, SEEDS, inputs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from web import fetcher

from sayso.intake.fetching import Fetched, NotFetched

EXAMPLES = int(os.environ.get("FUZZ", "25"))  # of each kind
SECONDS = 20.0  # for one input of at most a megabyte
MEMORY = 1_500_000_000  # bytes of address space

fuzz = settings(
    max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, print_blob=False,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


class Process:
    """Intake in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "input"
        self._process: subprocess.Popen[str] | None = None

    def take_in(self, data: bytes) -> dict[str, Any]:
        """What became of an input."""
        self._file.write_bytes(data)
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, Path(__file__).with_name("intake_process.py"), str(MEMORY)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
        assert self._process.stdin and self._process.stdout and self._process.stderr
        self._process.stdin.write(f"{self._file}\n")
        self._process.stdin.flush()
        # The first time it has to start.
        ready, _, _ = select.select([self._process.stdout], [], [], SECONDS + 30)
        line = self._process.stdout.readline() if ready else ""
        if not line:
            kept = Path(tempfile.mkstemp(prefix="sayso-fuzz-")[1])
            kept.write_bytes(data)
            self.close()
            pytest.fail(f"it {'died of' if ready else 'hangs on'} {data[:80]!r}…, kept as {kept}")
        told: dict[str, Any] = json.loads(line)
        return told

    def close(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    running = Process(tmp_path_factory.mktemp("fuzz"))
    yield running
    running.close()


def check(told: dict[str, Any]) -> None:
    assert told["seconds"] < SECONDS
    assert not [reason for reason in told["refused"] if "MemoryError" in reason]


@pytest.mark.parametrize("kind", SEEDS)
def test_hostile_input(process: Process, kind: str) -> None:
    @fuzz
    @given(inputs(kind))
    def run(data: bytes) -> None:
        check(process.take_in(data))

    run()


@pytest.mark.parametrize("kind", SEEDS)
def test_nothing_takes_long_however_often_it_comes(process: Process, kind: str) -> None:
    for piece in PIECES[:: max(1, 250 // EXAMPLES)]:
        for seed in SEEDS[kind][:2]:
            middle = len(seed) // 2
            check(process.take_in(seed[:middle] + piece * (100_000 // len(piece)) + seed[middle:]))


def zip_bomb() -> bytes:
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("report.txt", b"\0" * 100_000_000)
        file.seek(0)
        return file.read()


def gzip_bomb(size: int, text: bytes = b"\0") -> bytes:
    return gzip.compress(text * (size // len(text)), 1)


BOMBS = {
    "zip": zip_bomb,
    "gzip": lambda: gzip_bomb(120_000_000),
    "gzip in gzip": lambda: gzip.compress(gzip_bomb(120_000_000)),
    "text": lambda: gzip_bomb(120_000_000, b"It rained, she said. "),
    "page": lambda: gzip.compress(b"<html><body>" + b"<p>It rained." * 10_000_000),
    "line": lambda: gzip.compress(b'{"text": "' + b"It rained. " * 10_000_000),
    "array": lambda: gzip.compress(b'[{"text": "' + b"It rained. " * 10_000_000),
    "cell": lambda: gzip.compress(b'text,id\n"' + b"It rained. " * 10_000_000),
    "feed": lambda: gzip.compress(b"<rss><item><title>" + b"It rained. " * 10_000_000),
    "record": lambda: gzip.compress(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 120000000\r\n\r\n" + b"\0" * 120_000_000
    ),
    "header": lambda: gzip.compress(b"WARC/1.0\r\n" + b"A: b\r\n" * 20_000_000),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_bombs(process: Process, bomb: Any) -> None:
    process.close()  # a new one, whose peak is this bomb's
    resting = process.take_in(b"It rained, she said.")["peak"]
    told = process.take_in(bomb())
    check(told)
    assert told["read"] == 0 and len(told["refused"]) == 1
    assert told["peak"] - resting < 60_000_000


ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 12\r\nETag: \"7\"\r\n"
    b"Retry-After: 7\r\nLocation: /next\r\nContent-Encoding: identity\r\n\r\n<p>rain</p>\n"
)  # fmt: skip


@fuzz
@given(st.data())
def test_hostile_answers_of_a_server(data: st.DataObject) -> None:
    """Whatever comes over the wire, something was fetched or was not."""
    answer = bytearray(ANSWER)
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(answer)))
        piece = data.draw(st.sampled_from([*PIECES, b"302", b"gzip", b"deflate", b"chunked"]) | st.binary(max_size=9))
        answer[at : at + data.draw(st.integers(0, 20))] = piece * data.draw(st.sampled_from([1, 1, 1, 5000]))

    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    with connection:
                        connection.recv(65536)
                        connection.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            fetched = fetcher(seconds=5).fetch(f"http://127.0.0.1:{server.getsockname()[1]}/")
        except NotFetched as reason:
            assert str(reason)
        else:
            assert isinstance(fetched, Fetched)
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join(5)
