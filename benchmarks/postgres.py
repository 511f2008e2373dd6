"""A PostgreSQL of our own, for as long as it is needed."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote


def programs() -> Path | None:
    """The folder of PostgreSQL's programs: Debian has those that start a server where no path leads."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    return next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


class Server:
    """A PostgreSQL of our own in a folder of its own."""

    def __init__(self, programs: Path, folder: Path, settings: str = "") -> None:
        """settings: of the server, as its command takes them, beside those of a folder."""
        # It does not run as root.
        self._root = hasattr(os, "geteuid") and os.geteuid() == 0
        self._user = "postgres" if self._root else getpass.getuser()
        self._programs, self._folder, self._data = programs, folder, str(folder / "data")
        self._settings = f"-k {folder} -c listen_addresses= {settings}"  # it listens at a socket alone
        if self._root:
            shutil.chown(folder, self._user, self._user)
        # It sorts as people do, not by bytes: a question that relies on either shows.
        sorting = ("--locale-provider=icu", "--icu-locale=en", "--locale=C", "-E", "UTF8")
        self._run("initdb", "-D", self._data, "-U", self._user, "-A", "trust", "--no-sync", *sorting)

    @property
    def url(self) -> str:
        """Its first database."""
        return f"postgresql://{self._user}@/postgres?host={quote(str(self._folder))}"

    def start(self) -> None:
        """Start it."""
        self._run("pg_ctl", "-D", self._data, "-l", str(self._folder / "log"), "-w", "-o", self._settings, "start")

    def stop(self) -> None:
        """Stop it as a machine does that is switched off."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        as_user = {"user": self._user} if self._root else {}
        subprocess.run(
            [self._programs / program, *arguments],
            cwd=self._folder, stdout=subprocess.DEVNULL, timeout=60, check=True, **as_user,
        )  # fmt: skip
