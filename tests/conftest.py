"""What several tests share: the wheel as a user has it, installed where nothing else is."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

REPOSITORY = Path(__file__).parents[1]

# How fast the machine is, is no property of sayso. A failing example is printed so that it can be tried again.
hypothesis.settings.register_profile("sayso", deadline=None, print_blob=True)
hypothesis.settings.load_profile("sayso")


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
