"""The commands that say who of a team may use a ledger."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.app import NOTHING_FOUND, Where, app, option
from sayso.cli.opening import opened
from sayso.cli.output import one_line, utf8_output

if TYPE_CHECKING:
    from sayso.ledger import Ledger

user = typer.Typer(no_args_is_help=True, help="Who of a team may read, correct, add and manage: `sayso serve --team`.")
app.add_typer(user, name="user")

Name = Annotated[str, typer.Argument(metavar="NAME", help="Of the user.", show_default=False)]
Role = Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, editor (also corrects and adds) or admin.")]


@user.command()
def add(name: Name, role: Role = "reader", ledger: Where = "sayso.db") -> None:
    """Make a user, with a password that is asked for.

    \b
    sayso user add ann --role editor
    SAYSO_PASSWORD=… sayso user add ann        where nobody is there to be asked

    \b
    Exit code: 0 made; 2 it cannot be so; 3 something is wrong with the ledger.
    """
    with _managing(ledger) as (kept, by):
        from sayso.web.people import users

        users.add(kept, name, role, _password(), by=by)


@user.command("list")
def listed(ledger: Where = "sayso.db") -> None:
    """All users: name, role, since when, and whether they may sign in."""
    with _managing(ledger) as (kept, _), utf8_output() as output, kept.reading() as connection:
        from sayso.web.people import users

        for one in users.listed(connection):
            output.line(f"{one.name}  {one.role}  {one.made[:10]}{'' if one.active else '  disabled'}")


@user.command()
def role(
    name: Name,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="reader, editor or admin.", show_default=False)],
    ledger: Where = "sayso.db",
) -> None:
    """Give a user another role. It counts at once."""
    with _managing(ledger) as (kept, by):
        from sayso.web.people import users

        users.give_role(kept, name, role, by=by)


@user.command()
def password(name: Name, ledger: Where = "sayso.db") -> None:
    """Give a user another password, which is asked for. It signs them out everywhere."""
    with _managing(ledger) as (kept, by):
        from sayso.web.people import users

        users.give_password(kept, name, _password(), by=by)


@user.command()
def disable(name: Name, ledger: Where = "sayso.db") -> None:
    """Let a user sign in no more, and end their sessions and tokens."""
    with _managing(ledger) as (kept, by):
        from sayso.web.people import users

        users.disable(kept, name, by=by)


@user.command()
def enable(name: Name, ledger: Where = "sayso.db") -> None:
    """Let a user who was disabled sign in again."""
    with _managing(ledger) as (kept, by):
        from sayso.web.people import users

        users.enable(kept, name, by=by)


@user.command()
def token(
    name: Name,
    purpose: Annotated[str, typer.Option("--for", metavar="TEXT", help="What it is for.")] = "the command line",
    scopes: Annotated[
        list[str] | None, option("--may", "SCOPE", "read, correct or add; again for others. By default: read.")
    ] = None,
    days: Annotated[int, typer.Option(min=0, max=3650, help="For which it counts; 0: for ever.")] = 90,
    ledger: Where = "sayso.db",
) -> None:
    """Make a token, by which programs use the API on behalf of a user. It is printed this once.

    \b
    sayso user token ann --for "nightly export"
    curl -H "Authorization: Bearer sayso_…" http://127.0.0.1:8080/api/v1/events
    """
    with _managing(ledger) as (kept, by), utf8_output() as output:
        from sayso.web.people import tokens

        output.line(tokens.make(kept, name, purpose, scopes or ["read"], days or None, by=by))


@contextmanager
def _managing(where: str) -> Iterator[tuple[Ledger, str]]:
    """A ledger, and who manages its users; what goes wrong, in words."""
    try:
        from sayso.web.people.roles import login
        from sayso.web.people.users import UserError
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("sayso"):
            raise
        raise typer.BadParameter("users need more packages: pip install 'sayso[web]'") from None

    with opened(where) as kept:
        try:
            yield kept, f"{login()} (command line)"
        except UserError as error:
            raise typer.BadParameter(one_line(str(error)), param_hint=error.field) from None
        except KeyError as error:
            print(one_line(f"there is no user {error.args[0]!r}"), file=sys.stderr)
            raise typer.Exit(NOTHING_FOUND) from None


def _password() -> str:
    """A new password: from the environment, asked for twice, or the first line of what comes in. Never an argument,
    which others who use the machine could see."""
    given = os.environ.get("SAYSO_PASSWORD")
    if given is not None:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n") if sys.stdin else ""
    first = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != first:
        raise typer.BadParameter("the two are not the same", param_hint="password")
    return first
