"""The commands, thin."""

from __future__ import annotations

import sys
from contextlib import suppress

from sayso.cli import adding, asking, correcting, reading, serving, users
from sayso.cli.app import INTERRUPTED, PIPE_CLOSED, app

__all__ = ["INTERRUPTED", "PIPE_CLOSED", "adding", "app", "asking", "correcting", "main", "reading", "serving", "users"]


def main() -> None:
    """The command `sayso`."""
    with suppress(KeyboardInterrupt):
        app()
    sys.exit(INTERRUPTED)
