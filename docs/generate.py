"""Make again what is generated in the documentation: `make docs`.

The blocks that commands write (see blocks.py), and the pictures of pages (see screens.py).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import screens
from blocks import PAGES, REPOSITORY, rewritten


def shell(command: str) -> str:
    """What a command prints, run in the repository with this interpreter's `sayso`."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "COLUMNS": "90"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, check=True
    )
    return done.stdout.decode("utf-8")


def main() -> None:
    """The command."""
    for path in PAGES:
        page = path.read_text("utf-8")
        path.write_text(rewritten(page, shell), "utf-8")
    screens.main()


if __name__ == "__main__":
    main()
