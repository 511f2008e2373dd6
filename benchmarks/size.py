"""How big the wheel is, and a fresh environment with nothing but sayso and what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.corpus import ROOT


def wheel(folder: Path) -> Path:
    """Build the wheel into a folder. Errors: CalledProcessError."""
    _pip(Path(sys.executable), "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("sayso-*.whl"))


def environment(folder: Path, built: Path) -> int:
    """Bytes of a fresh environment with the wheel installed. Errors: CalledProcessError."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    _pip(folder / ("Scripts" if os.name == "nt" else "bin") / "python", "install", str(built))
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _pip(python: Path, *command: str) -> None:
    subprocess.run([str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", *command], check=True)
