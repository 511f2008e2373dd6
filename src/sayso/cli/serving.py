"""The command that serves a ledger to a browser."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from sayso.cli.app import LEDGER_FAILED, Where, app, option
from sayso.cli.output import one_line

PACKAGES = ("fastapi", "uvicorn", "jinja2", "python_multipart", "vl_convert", "argon2")  # of the extra `web`


@app.command()
def serve(
    ledger: Where = "sayso.db",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="0 takes any that is free.")] = 8080,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Of this machine, to be reached at.")] = "127.0.0.1",
    workers: Annotated[int, typer.Option(min=1, max=64, metavar="N", help="Processes that answer.")] = 1,
    team: Annotated[bool, typer.Option("--team", help="People sign in: `sayso user add` makes them.")] = False,
    host_name: Annotated[
        list[str] | None, option("--host-name", "NAME", "By which browsers reach it; again for others.")
    ] = None,
    https: Annotated[
        bool, typer.Option("--https", help="A proxy before it speaks https, and browsers reach it by nothing else.")
    ] = False,
) -> None:
    """Open a ledger to a browser: read, compare, search, correct, add.

    \b
    sayso serve                                sayso.db at http://127.0.0.1:8080
    sayso serve --ledger news.db --port 9000
    sayso serve --workers 4                    for a team that reads all day

    Whoever uses this machine can use it; nobody else can reach it. With
    --team people sign in, and with --host it can be opened to others:

    \b
    sayso user add ann --role admin
    sayso serve --team --https --host-name ledger.example.org

    Ctrl-C ends it.

    \b
    Exit code: 0 ended; 2 wrong use; 3 something is wrong with the ledger.
    """
    if any(find_spec(package) is None for package in PACKAGES):
        raise typer.BadParameter("pages need more packages: pip install 'sayso[web]'")
    from sayso.web.reaching import ReachError, hosts, is_loopback
    from sayso.web.settings import Settings

    try:
        settings = Settings(ledger, team=team, hosts=hosts(host, host_name or [], team=team), secure=https)
    except ReachError as error:
        raise typer.BadParameter(str(error), param_hint=error.option) from None
    from sayso.web.serving import UnfitError, run

    def tell(address: str, anybody: bool) -> None:
        print(f"sayso serves {ledger} at {address}", file=sys.stderr)
        if not https and not is_loopback(host):
            print(
                "passwords travel unencrypted: put a proxy before it that speaks https, and say --https",
                file=sys.stderr,
            )
        if team and not anybody:
            print("nobody can sign in yet: sayso user add NAME --role admin", file=sys.stderr)

    try:
        run(settings, host, port, tell, workers)
    except UnfitError as error:
        print(one_line(str(error)), file=sys.stderr)
        raise typer.Exit(LEDGER_FAILED) from None
    except OSError as error:
        raise typer.BadParameter(f"{host}:{port}: {error.strerror or error}", param_hint="--port") from None
