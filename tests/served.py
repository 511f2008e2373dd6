"""A ledger served by the command, as a process of its own that a test may end as it likes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.command import family


@dataclass
class Served:
    """A server at work."""

    process: subprocess.Popen[str]
    address: str

    def kill(self) -> None:
        """End all its processes at once, as if the power had failed."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def family(self) -> list[int]:
        """All its processes but the one that keeps them."""
        return family(self.process.pid)[1:]


@contextmanager
def served(ledger: str | Path, *arguments: str) -> Iterator[Served]:
    """`sayso serve` over a ledger, at any port that is free."""
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(ledger), "--port", "0", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr is not None
        try:
            first = process.stderr.readline()
            at = re.search(r"http://\S+", first)
            assert at, first + process.stderr.read()
            yield Served(process, at[0])
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
