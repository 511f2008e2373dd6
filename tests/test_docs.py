"""The documentation does what it says: its commands and its Python run as they stand, its links lead somewhere."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from conftest import REPOSITORY, Installed

sys.path.insert(0, str(REPOSITORY / "docs"))

from blocks import PAGES, steps, written  # type: ignore[import-not-found]

ALL = [*PAGES, *(REPOSITORY / name for name in ("CONTRIBUTING.md", "training/README.md", "examples/README.md"))]
SOURCES = REPOSITORY / "src" / "sayso"


def shell(installed: Installed, command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment |= {"PATH": f"{installed.bin}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def agrees(shown: list[str], printed: str) -> bool:
    """Whether a block shows what is printed, "…" standing for anything."""
    pattern = re.escape("\n".join(shown)).replace("…", ".*?")
    return re.fullmatch(pattern, printed.rstrip("\n"), re.DOTALL) is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(REPOSITORY / "examples", tmp_path / "examples")
    return tmp_path


@pytest.mark.wheel
@pytest.mark.parametrize("page", [page for page in PAGES if list(steps(page.read_text("utf-8")))], ids=lambda p: p.name)
def test_a_page_can_be_followed(page: Path, installed: Installed, folder: Path) -> None:
    session = ""  # the Python of the page so far, as somebody has it who follows it
    unrun = False
    for step in [*steps(page.read_text("utf-8")), None]:
        if isinstance(step, str):
            session, unrun = session + step, True
            continue
        if unrun:
            (folder / "session.py").write_text(session, "utf-8")
            done = shell(installed, "python session.py", folder)
            assert done.returncode == 0, f"{session}\n{done.stderr}"
            unrun = False
        if step:
            done = shell(installed, step.line, folder)
            assert done.returncode == step.code, f"{step.line}\n{done.stderr}"
            if step.prints:
                assert agrees(list(step.prints), done.stdout + done.stderr), f"{step.line}\n{done.stdout}{done.stderr}"


@pytest.mark.wheel
def test_the_commands_that_write_blocks_run(installed: Installed) -> None:
    commands = sorted({command for page in PAGES for command in written(page.read_text("utf-8"))})
    assert commands
    for command in commands:
        done = shell(installed, command, REPOSITORY)
        assert done.returncode == 0 and done.stdout, f"{command}\n{done.stderr}"


@pytest.mark.parametrize("page", ALL, ids=lambda p: str(p.relative_to(REPOSITORY)))
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), target


def test_every_command_of_the_makefile_is_there() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    there = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    mentioned = re.compile(r"(?:^\s*|`|&& )make ([a-z]+)", re.MULTILINE)
    named = {name for page in ALL for name in mentioned.findall(page.read_text("utf-8"))}
    assert {"demo", "test"} <= named <= there


def imports() -> dict[str, set[str]]:
    """Which part of the house imports which, from the sources; what only types need is left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in SOURCES.rglob("*.py"):
        parts = path.relative_to(SOURCES).with_suffix("").parts
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if names == ["sayso"] and isinstance(node, ast.ImportFrom):
                names = [f"sayso.{alias.name}" for alias in node.names]
            found[parts[0]] |= {name.split(".")[1] for name in names if name.startswith("sayso.")} - {parts[0]}
    return found


def test_the_house_is_as_its_plan_says() -> None:
    """docs/architecture.md: a row for each part of the house, with the parts that it imports."""
    plan = (REPOSITORY / "docs" / "architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+?)(?:\.py|/)` \| .*? \| (.*?) \|$", plan, re.MULTILINE)
    told = {part: set(re.findall(r"`(\w+)`", imported)) for part, imported in rows}
    assert told == {part: imported for part, imported in imports().items() if part in told or imported}


def test_each_folder_of_the_account_imports_those_before_it() -> None:
    """docs/architecture.md, "A question, a folder": in the order in which they are named there."""
    plan = (REPOSITORY / "docs" / "architecture.md").read_text("utf-8")
    (told,) = re.findall(r"^\*\*A question, a folder\.\*\* .*?;", plan, re.MULTILINE | re.DOTALL)
    order = re.findall(r"`(\w+)`", told)
    assert set(order) == {path.name for path in (SOURCES / "account").iterdir() if (path / "__init__.py").exists()}
    for place, name in enumerate(order):
        for path in (SOURCES / "account" / name).rglob("*.py"):
            imported = set(re.findall(r"sayso\.account\.(\w+)", path.read_text("utf-8")))
            assert imported <= {*order[: place + 1]}, path


def test_nothing_that_ships_imports_what_does_not() -> None:
    for path in SOURCES.rglob("*.py"):
        outside = re.findall(
            r"^\s*(?:from|import) (training|evaluation|benchmarks|torch|onnx)\b", path.read_text("utf-8"), re.M
        )
        assert not outside, path
