"""The command `sayso`, also as `python -m sayso`."""

from __future__ import annotations

import sys


def main() -> None:
    """The command."""
    if sys.argv[1:2] == ["serve"] and "--help" not in sys.argv:
        from sayso.web.beginning import begin  # what a server needs is loaded while the commands are

        begin(sys.argv)
    from sayso.cli import main as command

    command()


if __name__ == "__main__":
    main()
