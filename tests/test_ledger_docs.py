"""The page on the ledger shows the tables as they are."""

from __future__ import annotations

import subprocess
import sys

from conftest import REPOSITORY

from sayso.ledger.schema import Table

sys.path.insert(0, str(REPOSITORY / "docs"))

from blocks import rewritten, written  # type: ignore[import-not-found]

PAGE = (REPOSITORY / "docs" / "ledger.md").read_text("utf-8")


def test_the_diagrams_are_of_all_tables_as_they_are() -> None:
    drawn = [command for command in written(PAGE) if command.startswith("python docs/diagram.py ")]
    assert sorted(name for command in drawn for name in command.split()[2:]) == sorted(Table.metadata.tables)

    def run(command: str) -> str:
        if command not in drawn:
            return ""
        _, *arguments = command.split()
        done = subprocess.run([sys.executable, *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=True)
        return done.stdout

    for block in rewritten(PAGE, run).split("```mermaid")[1:]:
        assert block.split("```")[0] in PAGE, "run make docs"
