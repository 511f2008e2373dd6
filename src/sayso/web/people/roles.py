"""What people may do, by their roles."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["reader", "editor", "admin"]
Scope = Literal["read", "correct", "add", "manage"]

ROLES: tuple[Role, ...] = get_args(Role)

# What each role may do.
MAY: dict[Role, frozenset[Scope]] = {
    "reader": frozenset({"read"}),
    "editor": frozenset({"read", "correct", "add"}),
    "admin": frozenset({"read", "correct", "add", "manage"}),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks."""

    name: str
    role: Role
    scopes: frozenset[Scope]  # what may be done: all of the role, or less where a token allows less
    csrf: str = ""  # what the forms of who signed in with a browser have to send; no token has one


def alone() -> Person:
    """Who uses a ledger alone: whoever runs it. They may do everything."""
    return Person(login(), "admin", MAY["admin"])


def login() -> str:
    """The name of whoever runs this program."""
    try:
        return os.environ.get("SAYSO_USER") or getpass.getuser()
    except (OSError, KeyError, ImportError):  # the system knows no name for the number it runs under
        return "somebody"
