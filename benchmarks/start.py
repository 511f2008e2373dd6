"""How long it takes from nothing: a fresh process each time."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

TRIES = 5

_IMPORT = "import time; begun = time.perf_counter(); import sayso; print(time.perf_counter() - begun)"


def importing() -> float:
    """Seconds that `import sayso` takes; the median of some tries."""
    tries = [subprocess.run([sys.executable, "-c", _IMPORT], capture_output=True, check=True) for _ in range(TRIES)]
    return statistics.median(float(one.stdout) for one in tries)


def reading(report: Path) -> float:
    """Seconds that `sayso read` of one report takes, all in all; the median of some tries."""
    tries = []
    for _ in range(TRIES):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "sayso", "read", str(report)], stdout=subprocess.DEVNULL, check=True)
        tries.append(time.perf_counter() - begun)
    return statistics.median(tries)
