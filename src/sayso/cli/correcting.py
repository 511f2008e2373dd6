"""The commands by which people correct a ledger."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.app import FOUND, NOTHING_FOUND, Where, app, option
from sayso.cli.opening import opened
from sayso.cli.output import one_line, utf8_output

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.ledger.corrections import Correction


# By which option what is corrected is given, where that is called otherwise.
OPTIONS = {"actors": "--actor", "recipients": "--recipient", "quantities": "--figure", "link": "REPORT/PART"}


@app.command()
def correct(
    parts: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REPORT/PART…",
            help="A statement, or an event as one report tells it: `sayso event` shows them; two of these for a link.",
            show_default=False,
        ),
    ] = None,
    speaker: Annotated[
        str | None, option("--speaker", "NAME", "Who says it: a name, id or words of the report.")
    ] = None,
    force: Annotated[str | None, option("--force", "FORCE", "assert, deny, accuse …")] = None,
    quotation: Annotated[str | None, option("--quotation", "KIND", "direct, indirect or mixed.")] = None,
    content: Annotated[
        list[str] | None, option("--content", "WORDS", "What is said; again for further pieces.")
    ] = None,
    cue: Annotated[str | None, option("--cue", "WORDS", "The word that tells that it is said.")] = None,
    type: Annotated[str | None, option("--type", "TYPE", "Of event, as PLOVER calls it: ASSAULT.")] = None,
    mode: Annotated[str | None, option("--mode", "MODE", "One that the type has.")] = None,
    status: Annotated[str | None, option("--status", "STATUS", "fact, claimed, denied …")] = None,
    trigger: Annotated[str | None, option("--trigger", "WORDS", "The words that tell of the event.")] = None,
    actors: Annotated[list[str] | None, option("--actor", "NAME", "Who does it; again for others.")] = None,
    recipients: Annotated[list[str] | None, option("--recipient", "NAME", "To whom; again for others.")] = None,
    place: Annotated[
        str | None, option("--place", "PLACE", '"Tripoli, LBN" or a number of GeoNames; ": WORDS" that tell it.')
    ] = None,
    time: Annotated[
        str | None, option("--time", "DATES", '2015-10-03 or 2015-10-03/2015-10-05; ": WORDS" that tell it.')
    ] = None,
    quantities: Annotated[
        list[str] | None, option("--figure", "FIGURE", '"30-40 hurt: between 30 and 40 people"; again for others.')
    ] = None,
    wrong: Annotated[bool, typer.Option("--wrong", help="It is no statement, or no event.")] = False,
    right: Annotated[bool, typer.Option("--right", help="All of it is as it must be.")] = False,
    same: Annotated[
        bool | None, typer.Option("--same/--not-same", help="The two are one event, or not.", show_default=False)
    ] = None,
    undo: Annotated[str | None, option("--undo", "ID", "Take this correction back.")] = None,
    why: Annotated[str | None, option("--why", "TEXT", "The reason.")] = None,
    who: Annotated[
        str | None,
        typer.Option("--who", envvar="SAYSO_USER", metavar="NAME", help="Who corrects.", show_default="login name"),
    ] = None,
    ledger: Where = "sayso.db",
    link: Annotated[bool, typer.Option(help="Bring what rests on it up to date.")] = True,
) -> None:
    """Correct a statement, an event or a link. What people say wins over the machine, also when it reads again.

    \b
    sayso correct caf688c1a93f241f/s4 --speaker "Ann Byrne" --why "she, not he"
    sayso correct caf688c1a93f241f/e3 --type ASSAULT --status claimed
    sayso correct caf688c1a93f241f/e3 --wrong
    sayso correct caf688c1a93f241f/e3 7b10d3f28ce4a950/e1 --same
    sayso correct --undo 3c9e5a0b7f12

    \b
    An empty text stands for none: --speaker "" where nobody is named.
    Events and disputes follow at once; with --no-link, once `sayso link` is run.

    \b
    Exit code: 0 recorded; 1 there is no such part or correction; 2 it cannot
    be so; 3 something is wrong with the ledger.
    """
    given = {
        "speaker": speaker, "force": force, "quotation": quotation, "content": content, "cue": cue, "type": type,
        "mode": mode, "status": status, "trigger": trigger, "actors": actors, "recipients": recipients, "place": place,
        "time": time, "quantities": quantities, "wrong": wrong or None, "right": right or None,
    }  # fmt: skip
    changes = {name: value for name, value in given.items() if value not in (None, [])}
    parts = parts or []
    kinds = [undo is not None, same is not None, bool(changes)]
    if sum(kinds) != 1 or len(parts) != (0 if undo else 2 if same is not None else 1):
        raise typer.BadParameter(
            "give one part with what to correct, two events with --same or --not-same, or --undo",
            param_hint="REPORT/PART",
        )
    person = who or _login()
    with _corrected(ledger, parts) as kept:
        if undo:
            made = [kept.undo(undo, who=person, why=why)]
        elif same is not None:
            made = [kept.correct_link(*parts, same=same, who=person, why=why)]
        else:
            made = kept.correct(parts[0], changes, who=person, why=why)
        if link:
            from sayso.linking.linker import link as bring_up_to_date

            bring_up_to_date(kept)
    with utf8_output() as output:
        for one in made:
            output.line(_line(one))


@app.command()
def corrections(
    report: Annotated[
        str | None, typer.Argument(metavar="REPORT", help="Of this report alone.", show_default=False)
    ] = None,
    ledger: Where = "sayso.db",
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, a line each.")] = False,
) -> None:
    """What people corrected: id, when, who, of what, what it was and is, why, and whether it still counts.

    \b
    sayso corrections
    sayso corrections caf688c1a93f241f

    \b
    Exit code: 0 found; 1 there is none; 3 something is wrong with the ledger.
    """
    from sayso.views import exports

    with _corrected(ledger) as kept, utf8_output() as output:
        made = kept.corrections(report)
        for one in made:
            output.line(exports.json_line(one) if as_json else _line(one))
    if not made and not as_json:
        print("nothing found", file=sys.stderr)
    raise typer.Exit(FOUND if made or as_json else NOTHING_FOUND)


def _login() -> str:
    """Who is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # the system knows no name for the number this runs under
        raise typer.BadParameter("nobody is logged in by a name: say who corrects", param_hint="--who") from None


@contextmanager
def _corrected(where: str, parts: Sequence[str] = ()) -> Iterator[Ledger]:
    """A ledger to correct; what goes wrong, in words. parts: what is to be corrected."""
    from sayso.ledger.changes import CorrectionError

    with opened(where) as kept:
        try:
            yield kept
        except CorrectionError as error:
            hint = OPTIONS.get(error.field, f"--{error.field}")
            raise typer.BadParameter(one_line(str(error)), param_hint=hint) from None
        except KeyError as error:
            missing = error.args[0]
            told = f"there is no {missing!r}"
            if missing in parts and "/" not in missing:
                told += (
                    ": a part of a report is corrected, REPORT/PART, as `sayso event` and `sayso statements` show it"
                )
            print(one_line(told), file=sys.stderr)
            raise typer.Exit(NOTHING_FOUND) from None


def _line(one: Correction) -> str:
    """A correction on one line."""
    from sayso.ledger.corrections import LinkAnchor

    if isinstance(one.anchor, LinkAnchor):
        ends = (f"{end.report} “{end.words}”" for end in (one.anchor.one, one.anchor.other))
        of, what = " and ".join(ends), one.field
    else:
        of = f"{one.part or one.report} “{one.anchor.words}”"
        what = (
            one.field if one.field in ("right", "wrong") else f"{one.field}: {_short(one.before)} → {_short(one.after)}"
        )
    undone = f"takes back {one.undoes}" if one.undoes else one.state
    why = f" ({one.why})" if one.why else ""
    return one_line(f"{one.id}  {one.at}  {one.who}  {of}  {what}{why}  [{undone}]")


def _short(value: Any) -> str:
    """What a field holds, in few words."""
    if isinstance(value, dict):
        value = value.get("actor", value)
        start, end = value.get("start"), value.get("end")
        named = value.get("name") or (start if start == end else f"{start}/{end}" if start else None)
        return str(named or f"{value.get('value')} {value.get('unit')}")
    if isinstance(value, list):
        return ", ".join(":".join(map(str, one)) if isinstance(one, list) else _short(one) for one in value) or "none"
    return "none" if value is None else str(value)
