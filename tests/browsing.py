"""A real browser, and a ledger served to it."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from sayso.web.application import create
from sayso.web.settings import Settings


@contextmanager
def chromium(profile: Path) -> Iterator[Any]:
    """Chromium by its driver (Debian: chromium, chromium-driver). Where there is none the test is skipped, or fails if
    SAYSO_TEST_BROWSER is "required"."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not found or not driver:
        missing = "no Chromium with its driver here (Debian: apt-get install chromium chromium-driver)"
        required = os.environ.get("SAYSO_TEST_BROWSER") == "required"
        pytest.fail(missing) if required else pytest.skip(missing)
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = found
    for argument in (
        "headless=new", "no-sandbox", "disable-gpu", "disable-quic", "disable-dev-shm-usage", "no-first-run",
        "disable-background-networking", "disable-component-update", "disable-sync", "window-size=1400,900",
        f"user-data-dir={profile}",
    ):  # fmt: skip
        options.add_argument(f"--{argument}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        yield chrome
    finally:
        chrome.quit()


def look(chrome: Any, *, width: int = 1400, dark: bool = False, scripts: bool = True) -> None:
    """How wide its window is, what colours it prefers, whether scripts may run."""
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    colours = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [colours]})


@contextmanager
def served(ledger: Path, **settings: Any) -> Iterator[str]:
    """A ledger at an address of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as bound:
        app = create(Settings(str(ledger), **settings))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
