"""The commands, thin."""

from __future__ import annotations

import sys

from sayso.cli import adding, asking, correcting, reading, serving, users
from sayso.cli.app import INTERRUPTED, NOT_WRITTEN, PIPE_CLOSED, app

__all__ = [
    "INTERRUPTED",
    "NOT_WRITTEN",
    "PIPE_CLOSED",
    "adding",
    "app",
    "asking",
    "correcting",
    "main",
    "reading",
    "serving",
    "users",
]


def main() -> None:
    """The command `sayso`."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except RuntimeError as error:
        # Before 3.12, Python wraps what is raised in __set_name__: an interrupt while a dataclass is being imported.
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        sys.exit(INTERRUPTED)
