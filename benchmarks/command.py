"""`sayso read --json` over a file of reports: how fast, and how much memory all its processes take together."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

WARM = 40  # reports before the clock starts, and after it stops: the model is loaded, every process busy
EVERY = 0.1  # seconds from one look at the memory to the next


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command."""

    reports: int
    speed: float | None  # words a second, warm; None of fewer reports than it takes to get warm
    peak: int | None  # bytes, all processes together; None where the system does not tell


def run(reports: Path, counts: Sequence[int], jobs: int) -> Run:
    """Read a file of reports, `counts` the words of each, and take the time.

    Errors: RuntimeError if the command fails or a report does not come back.
    """
    command = [sys.executable, "-m", "sayso", "read", "--json", "--jobs", str(jobs), str(reports)]
    last = len(counts) - WARM
    begun = ended = 0.0
    came = 0
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said) as process,
    ):
        assert process.stdout
        memory = Memory(process.pid)
        memory.start()
        for came, _ in enumerate(process.stdout, 1):
            if came == WARM:
                begun = time.perf_counter()
            if came == last:
                ended = time.perf_counter()
            if came % 500 == 0:
                print(f"  {came:,} of {len(counts):,}", file=sys.stderr, flush=True)
        memory.stop()
        if process.wait() or came < len(counts):
            said.seek(0)
            told = said.read().decode("utf-8", "replace")
            raise RuntimeError(f"{' '.join(command)}: {came} of {len(counts)} reports came back\n{told}")
    speed = sum(counts[WARM:last]) / (ended - begun) if last > WARM else None
    return Run(came, speed, memory.peak)


class Memory(threading.Thread):
    """Watches how much memory a process and all its descendants hold."""

    def __init__(self, process: int, held: Callable[[int], int] | None = None, every: float = EVERY) -> None:
        """held: what a process holds, in bytes; else its resident set, in which what is shared counts each time."""
        super().__init__(daemon=True)
        self._process = process
        self._held, self._every = held or resident, every
        self._done = threading.Event()
        self.peak: int | None = None

    def run(self) -> None:
        """Look again and again until `stop`."""
        while not self._done.wait(self._every):
            held = sum(map(self._held, family(self._process)))
            if held:
                self.peak = max(self.peak or 0, held)

    def stop(self) -> None:
        """Look no more."""
        self._done.set()
        self.join()


def family(process: int) -> list[int]:
    """A process and all its descendants, as Linux tells; none elsewhere."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name of a program, in brackets, may itself hold blanks and brackets.
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:  # it has ended meanwhile
            continue
    members = [process] if process in parents else []
    for member in members:
        members += [child for child, parent in parents.items() if parent == member]
    return members


def resident(process: int) -> int:
    """The bytes of a process that are in memory; 0 if it has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def portion(process: int) -> int:
    """The bytes of a process that are in memory, of what it shares with others its portion; 0 if it has ended. It takes
    the system some milliseconds to count."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")), 0)
