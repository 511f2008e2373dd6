"""What the commands share: the application they belong to, and what their exit codes mean."""

from __future__ import annotations

from typing import Annotated, Any

import typer

# Exit codes. The last two are what a shell makes of SIGINT and SIGPIPE.
ALL_READ, SOME_REFUSED, NOTHING_READ, LEDGER_FAILED, NOT_WRITTEN, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 4, 130, 141
FOUND, NOTHING_FOUND = 0, 1

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def option(name: str, metavar: str, words: str) -> Any:
    """An option whose default is none, and not shown."""
    return typer.Option(name, metavar=metavar, help=words, show_default=False)


# What several commands have: all that read reports, and all of a ledger.
MaxChars = Annotated[int, typer.Option("--max-chars", min=1, metavar="N", help="Longer reports are refused.")]
Where = Annotated[
    str,
    typer.Option(
        "--ledger", envvar="SAYSO_LEDGER", metavar="FILE|URL", help="sayso.db, or postgresql://USER@HOST/DATABASE."
    ),
]
