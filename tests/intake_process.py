"""Takes in the files whose names come a line each, and tells of each how it went; with a limit on its memory.

A process of its own, so that one that crashes, hangs or fills the memory takes no test with it.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path

from sayso.intake import Entry, entries

MAX_CHARS = 50_000


def peak() -> int:
    """The most memory this process has had, in bytes. What getrusage tells begins with that of the parent."""
    found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    assert found
    return int(found[1]) * 1024


def main(limit: int) -> None:
    list(entries(["/dev/null"]))
    import sayso.intake.archives
    import sayso.intake.feeds
    import sayso.intake.pages  # noqa: F401 - what is loaded once is not counted

    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for line in sys.stdin:
        begun = time.perf_counter()
        found = list(entries([line.rstrip("\n")], max_chars=MAX_CHARS))
        told = {
            "read": sum(isinstance(each, Entry) for each in found),
            "refused": [each.reason for each in found if not isinstance(each, Entry)],
            "seconds": time.perf_counter() - begun,
            "peak": peak(),
        }
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
