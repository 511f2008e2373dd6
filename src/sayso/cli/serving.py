"""The command that serves a ledger to a browser."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sayso.cli.app import LEDGER_FAILED, Where, app
from sayso.cli.output import one_line


@app.command()
def serve(
    ledger: Where = "sayso.db",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="0 takes any that is free.")] = 8080,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Of this machine, to be reached at.")] = "127.0.0.1",
) -> None:
    """Open a ledger to a browser: read, compare, search, correct, add.

    \b
    sayso serve                                sayso.db at http://127.0.0.1:8080
    sayso serve --ledger news.db --port 9000

    Whoever uses this machine can use it; nobody else can reach it. Ctrl-C ends it.

    \b
    Exit code: 0 ended; 2 wrong use; 3 something is wrong with the ledger.
    """
    try:
        from sayso.web.serving import run
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("sayso"):
            raise
        raise typer.BadParameter("pages need more packages: pip install 'sayso[web]'") from None
    from sayso.ledger import LedgerError
    from sayso.web.settings import Settings

    try:
        run(Settings(ledger), host, port, lambda address: print(f"sayso serves {ledger} at {address}", file=sys.stderr))
    except LedgerError as error:
        print(one_line(str(error)), file=sys.stderr)
        raise typer.Exit(LEDGER_FAILED) from None
    except OSError as error:
        raise typer.BadParameter(f"{host}:{port}: {error.strerror or error}", param_hint="--port") from None
