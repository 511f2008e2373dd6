"""Who can reach a ledger that is served, and by which names it may be asked for."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence

from sayso.web.settings import LOOPBACK

_NAME = re.compile(r"[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?|\[[0-9a-f:.]+\]")


class ReachError(ValueError):
    """A ledger may not be served so."""

    def __init__(self, option: str, message: str) -> None:
        """option: of the command, that is at fault."""
        super().__init__(message)
        self.option = option


def hosts(host: str, names: Sequence[str], *, team: bool) -> tuple[str, ...]:
    """The names by which a ledger may be asked for that is served at that address and to be known by those names.
    Raises ReachError where others could reach it and nobody signs in, or a name is none."""
    if not team:
        if names:
            raise ReachError("--host-name", "a name lets others reach it: --team has them sign in")
        if not is_loopback(host):
            raise ReachError("--host", f"others than who uses this machine reach {host}: --team has them sign in")
    address = _address(host)
    every = not host or (address is not None and address.is_unspecified)
    if every and not names:
        raise ReachError(
            "--host-name", f"{host!r} is every address of this machine: say by which name browsers reach it"
        )
    own = [] if every else [f"[{address}]" if ":" in host else host]
    given = [name.lower() for name in (*own, *names)]
    for name in given:
        if not _NAME.fullmatch(name):
            raise ReachError(
                "--host-name", f"{name!r} is no name such as ledger.example.org, without https:// and port"
            )
    return tuple(dict.fromkeys((*LOOPBACK, *given)))


def is_loopback(host: str) -> bool:
    """Whether only who uses this machine reaches that address."""
    address = _address(host)
    return host.lower() == "localhost" if address is None else address.is_loopback


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
