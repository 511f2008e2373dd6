"""What of the documentation can be run: commands, Python, and the blocks that commands write.

- A fenced block ```console holds commands, each behind "$ ", and where it says so what they print, "…" standing for
  anything. Behind the fence may stand `exit=1`: the exit code of its last command.
- A fenced block ```python is run as it stands, after those before it on its page.
- Between `<!-- output of: COMMAND -->` and `<!-- end -->` stands what the command printed when `make docs` last ran.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
PAGES = sorted([REPOSITORY / "README.md", *(REPOSITORY / "docs").glob("*.md")])

_FENCED = re.compile(r"^```(console|python)(?: exit=(\d))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_KINDS = {"{": "json", "erDiagram": "mermaid"}
_WRITTEN = re.compile(r"(<!-- output of: (.*?) -->\n).*?(<!-- end -->)", re.DOTALL)


@dataclass(frozen=True)
class Command:
    """A command of a console block, what the block says it prints, and the exit code."""

    line: str
    prints: tuple[str, ...]
    code: int


def steps(page: str) -> Iterator[Command | str]:
    """The commands and the Python of a page, in order."""
    for kind, code, body in _FENCED.findall(page):
        if kind == "python":
            yield body
            continue
        first, *rest = body.removeprefix("$ ").split("\n$ ")
        for number, part in enumerate([first, *rest]):
            line, *prints = part.rstrip("\n").split("\n")
            yield Command(line, tuple(prints), int(code or 0) if number == len(rest) else 0)


def written(page: str) -> list[str]:
    """The commands whose output stands on a page."""
    return [command for _, command, _ in _WRITTEN.findall(page)]


def rewritten(page: str, run: Callable[[str], str]) -> str:
    """The page with the output of its commands as `run` gives it now."""

    def block(match: re.Match[str]) -> str:
        output = "\n".join(line.rstrip() for line in run(match[2]).rstrip("\n").split("\n"))
        kind = next((kind for begins, kind in _KINDS.items() if output.startswith(begins)), "text")
        return f"{match[1]}```{kind}\n{output}\n```\n{match[3]}"

    return _WRITTEN.sub(block, page)
