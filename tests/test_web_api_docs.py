"""docs/api.md does what it says: its examples run, in the shell and from Python, and there is one of each call."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import REPOSITORY
from served import served
from web_ledger import client_of

from sayso.web import settings

PAGE = (REPOSITORY / "docs" / "api.md").read_text("utf-8")


def program(kind: str) -> str:
    """All blocks of a kind, as somebody has them who follows the page."""
    return "\n".join(re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))


@pytest.mark.parametrize(
    "command", [["bash", "-eo", "pipefail", "-c", program("sh")], [sys.executable, "-c", program("py")]]
)
def test_the_page_can_be_followed(command: list[str], web_ledger: Path) -> None:
    with served(web_ledger) as server:
        done = subprocess.run(
            command, cwd=REPOSITORY, env=os.environ | {"SAYSO": server.address}, capture_output=True, text=True,
            timeout=120, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_there_is_an_example_of_each_call(web_ledger: Path) -> None:
    with client_of(web_ledger) as api:
        paths = api.get("/api/v1/openapi.json").json()["paths"]
    for kind, before in (("sh", r"/api/v1/"), ("py", r"""["']""")):
        examples = program(kind)
        for path in paths:
            path = path.replace("{report}/{part}", "{id}")  # one id has both
            call = re.sub(r"\\\{.*?\\\}", r"[^/\\s?]+?", re.escape(path.removeprefix("/api/v1/")))
            assert re.search(rf"{before}{call}[\"'?]", examples), (kind, path)


@pytest.mark.parametrize("limit", ["PAGE", "PAGE_MOST", "CHARACTERS", "FIELD", "ADDRESS", "FILES"])
def test_every_limit_is_told(limit: str) -> None:
    assert f"{getattr(settings, limit):,}" in PAGE.replace("\u202f", ",")
