"""How a ledger is served, and what its visitors may ask for at most."""

from __future__ import annotations

from dataclasses import dataclass

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

# Limits of what is sent and asked for. docs/api.md tells them.
SHOWN = 25  # answers of a list on one page
PAGE = 50  # and of what programs ask for at a time, where nothing is said
PAGE_MOST = 500
BODY = 20 * 1024 * 1024  # bytes of a request
CHARACTERS = 1_000_000  # of one report
FIELD = 500  # of its title, its outlet
ADDRESS = 2_000  # of an address
FILES = 100  # at a time


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the ledger is and who may come."""

    ledger: str  # a file or postgresql://…
    team: bool = False  # people sign in; else whoever reaches it may do everything
    hosts: tuple[str, ...] = LOOPBACK  # names under which it may be asked for, without the port
    secure: bool = False  # browsers reach it by https alone: cookies are sent over nothing else
    allow_private: bool = False  # reports may be fetched from this machine and its network
