"""Make the pictures of pages again: account.png of the page of one report, pages/*.webp of those of a ledger.

Needs Chromium and its driver (Debian: chromium, chromium-driver). `make docs` runs it; alone: `python docs/screens.py`,
or with the path of a ledger and a folder for the pictures of that.
"""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
PICTURE = REPOSITORY / "docs" / "account.png"
PAGES = REPOSITORY / "docs" / "pages"
SAYSO = Path(sys.executable).parent / "sayso"
WIDE, NARROW = (1280, 900), (390, 844)


@contextmanager
def browser() -> Iterator[Any]:
    """A browser; None where there is none."""
    found, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if not found or not driver:
        yield None
        return
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = found
    with tempfile.TemporaryDirectory() as folder:
        for argument in ("headless=new", "no-sandbox", "disable-gpu", "hide-scrollbars", f"user-data-dir={folder}"):
            options.add_argument(f"--{argument}")
        chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
        try:
            yield chrome
        finally:
            chrome.quit()


def picture(chrome: Any, address: str, size: tuple[int, int], scale: float = 1, **form: Any) -> bytes:
    """A page as it is seen in a window of that size. form: as Chromium's captureScreenshot has it."""
    width, height = size
    view = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
    chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", view)
    chrome.get("about:blank")  # else the same page at another place would not be loaded again
    chrome.get(address)
    return base64.b64decode(chrome.execute_cdp_cmd("Page.captureScreenshot", form)["data"])


def account(chrome: Any) -> None:
    """The page of one report."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "account.html"
        known = ("--outlet", "The Harbour Times", "--published", "2019-03-14")
        subprocess.run([SAYSO, "read", "examples/report.txt", *known, "--html", page], cwd=REPOSITORY, check=True)
        PICTURE.write_bytes(picture(chrome, page.as_uri(), (1280, 800), 1.5, format="png"))


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """The address of a ledger that is served."""
    command = [SAYSO, "serve", "--ledger", ledger, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stderr
        try:
            said = re.search(r"http://\S+", serving.stderr.readline())
            assert said, "sayso serve says no address"
            yield said[0]
        finally:
            serving.terminate()


def addresses(ledger: Path) -> dict[str, str]:
    """The pages worth a picture, by name."""
    from sayso import Ledger

    with Ledger(ledger, create=False) as known:
        dispute = next(iter(known.disputes(limit=1)), None)
        event = next(iter(known.events(grade="contested", newest=True, limit=1)), None)
        actor = next(iter(known.actors(limit=1)), None)
        report = known.dispute(dispute.id).sides[0].statements[0].report if dispute else None
    pages = {
        "start": "/",
        "event": f"/events/{event.id}" if event else None,
        "dispute": f"/disputes/{dispute.id}" if dispute else None,
        "report": f"/reports/{report}" if report else None,
        "actor": f"/actors/{actor.id}" if actor else None,
        "events": "/events",
        "disputes": "/disputes?order=newest",
        "statements": "/statements",
        "actors": "/actors",
        "reports": "/reports",
        "search": "/search?search=market",
        "check": "/queue",
        "add": "/add",
    }
    return {name: address for name, address in pages.items() if address}


def screens(chrome: Any, ledger: Path, folder: Path) -> None:
    """The pages of a ledger, in a wide window and in a narrow one."""
    folder.mkdir(exist_ok=True)
    with served(ledger) as site:
        for name, address in addresses(ledger).items():
            for size, suffix in ((WIDE, ""), (NARROW, "-narrow")):
                seen = picture(chrome, site + address, size, format="webp", quality=80)
                (folder / f"{name}{suffix}.webp").write_bytes(seen)


def main(ledger: Path | None = None, folder: Path = PAGES) -> None:
    """The command."""
    with browser() as chrome:
        if chrome is None:
            print("no Chromium with its driver here: pictures stay as they are", file=sys.stderr)
        elif ledger:
            screens(chrome, ledger, folder)
        else:
            account(chrome)
            with tempfile.TemporaryDirectory() as made:
                demo = Path(made) / "demo.db"
                add = [SAYSO, "add", "examples/reports.jsonl", "--ledger", demo]
                subprocess.run(add, cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
                screens(chrome, demo, folder)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
