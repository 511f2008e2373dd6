"""What a command is given, opened: reports to read, a ledger; and what can go wrong with them, said in words."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from sayso.cli.app import INTERRUPTED, LEDGER_FAILED
from sayso.cli.output import one_line

if TYPE_CHECKING:
    from sayso.ledger import Ledger


def given(sources: list[str] | None, kinds: str) -> list[str]:
    """The sources, or standard input where there are none and nobody sits at it. kinds: what may be given."""
    if sources:
        return sources
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter(f'give {kinds}, or "-" for standard input', param_hint="PATH")
    return ["-"]


def check_date(published: str | None) -> None:
    """Refuse what is no date."""
    from sayso.intake.dates import iso_date

    if published is not None and iso_date(published) is None:
        raise typer.BadParameter(f"{published!r} is no date such as 2015-10-02", param_hint="--published")


@contextmanager
def opened(where: str, *, create: bool = False, stopped: str | None = None) -> Iterator[Ledger]:
    """A ledger; what is wrong with it is said and ends the command, and so does Ctrl-C, where `stopped` is said."""
    from sayso.ledger import Ledger, LedgerError

    try:
        with Ledger(where, create=create) as kept:
            yield kept
    except LedgerError as error:
        print(one_line(str(error)), file=sys.stderr)
        raise typer.Exit(LEDGER_FAILED) from None
    except KeyboardInterrupt:
        if stopped:
            print(stopped, file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from None
