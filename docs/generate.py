"""Make again what is generated in the documentation: `make docs`.

The blocks that commands write (see blocks.py), and account.png, a picture of the page of examples/report.txt, for which
Chromium and its driver are needed (Debian: chromium, chromium-driver).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from blocks import PAGES, REPOSITORY, rewritten

PICTURE = REPOSITORY / "docs" / "account.png"
SIZE = 1280, 800


def shell(command: str) -> str:
    """What a command prints, run in the repository with this interpreter's `sayso`."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "COLUMNS": "90"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, check=True
    )
    return done.stdout.decode("utf-8")


def picture() -> None:
    """The page of the example, as a browser shows it."""
    from selenium import webdriver

    chromium, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if not chromium or not driver:
        print(f"no Chromium with its driver here: {PICTURE.name} stays as it is", file=sys.stderr)
        return
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    with tempfile.TemporaryDirectory() as folder:
        for argument in ("headless=new", "no-sandbox", "disable-gpu", "hide-scrollbars", f"user-data-dir={folder}"):
            options.add_argument(f"--{argument}")
        page = Path(folder) / "account.html"
        shell(f'sayso read examples/report.txt --outlet "The Harbour Times" --published 2019-03-14 --html {page}')
        browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
        try:
            view = {"width": SIZE[0], "height": SIZE[1], "deviceScaleFactor": 1.5, "mobile": False}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", view)
            browser.get(page.as_uri())
            PICTURE.write_bytes(browser.get_screenshot_as_png())
        finally:
            browser.quit()


def main() -> None:
    """The command."""
    for path in PAGES:
        page = path.read_text("utf-8")
        path.write_text(rewritten(page, shell), "utf-8")
    picture()


if __name__ == "__main__":
    main()
