"""How fast sayso reads, what memory it takes, how big it is: measured, and the page written."""

import sys


def say(what: str) -> None:
    """Tell how far it is."""
    print(what, file=sys.stderr, flush=True)
