"""The commands that ask a ledger: lists, the whole of one, counts, exports."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.app import FOUND, NOTHING_FOUND, Where, app, option
from sayso.cli.opening import opened
from sayso.cli.output import Output, is_place, one_line, piped, put, utf8_output, whole

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.ledger import Ledger
    from sayso.ledger.answers import Answer, Known
    from sayso.ledger.asking import Answers

SHOWN = 50  # of a list in the terminal, where no limit is given
STDOUT = Path("-")

Id = Annotated[str, typer.Argument(metavar="ID", help="As a list shows it.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


def _list(name: str, described: str) -> None:
    """Make the command that gives one kind of list."""

    def command(
        ledger: Where = "sayso.db",
        since: Annotated[str | None, option("--since", "DATE", "From that day, month or year on.")] = None,
        until: Annotated[str | None, option("--until", "DATE", "Until then, that day included.")] = None,
        country: Annotated[str | None, option("--country", "CODE|NAME", "UKR, or Ukraine.")] = None,
        type: Annotated[str | None, option("--type", "TYPE", "Of event, as PLOVER calls it: ASSAULT.")] = None,
        actor: Annotated[str | None, option("--actor", "ID|NAME", "An id, or any name somebody goes by.")] = None,
        about: Annotated[str | None, option("--about", "WORDS", "Told in these words, or of one so named.")] = None,
        grade: Annotated[
            str | None,
            option("--grade", "GRADE", "admitted, corroborated, single-source, contested, denied or open."),
        ] = None,
        footing: Annotated[
            str | None, option("--footing", "FOOTING", "fact, claimed, denied, possible, planned or demanded.")
        ] = None,
        outlet: Annotated[str | None, option("--outlet", "NAME", "In reports of that outlet.")] = None,
        search: Annotated[
            str | None, option("--search", "WORDS", 'In reports with all these words; "together" in quotes.')
        ] = None,
        newest: Annotated[bool, typer.Option("--newest", help="In the opposite order.")] = False,
        limit: Annotated[int | None, option("--limit", "N", f"So many; else all, in the terminal {SHOWN}.")] = None,
        after: Annotated[str | None, option("--after", "CURSOR", "Go on where a list ended.")] = None,
        as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
        table: Annotated[Path | None, option("--csv", "FILE", "For a spreadsheet; - for standard output.")] = None,
        parquet: Annotated[Path | None, option("--parquet", "FILE", "As Parquet; needs sayso[parquet].")] = None,
        geojson: Annotated[Path | None, option("--geojson", "FILE", "Events with a place, for maps.")] = None,
    ) -> None:
        from sayso.views import exports

        if geojson is not None and name != "events":
            raise typer.BadParameter("only events have a place", param_hint="--geojson")
        if parquet == STDOUT:
            raise typer.BadParameter("name a file: Parquet is nothing for standard output", param_hint="--parquet")
        if [as_json, table == STDOUT, geojson == STDOUT].count(True) > 1:
            raise typer.BadParameter("one thing alone can go to standard output", param_hint="--json, --csv, --geojson")
        if limit is not None and limit < 1:
            raise typer.BadParameter("ask for one at least", param_hint="--limit")
        wanted = {
            "since": since, "until": until, "country": country, "type": type, "actor": actor, "about": about,
            "grade": grade, "status": footing, "outlet": outlet, "search": search, "newest": newest, "after": after,
        }  # fmt: skip
        files = [path for path in (table, parquet, geojson) if path is not None]
        to_terminal = not as_json and not files
        with _asked(ledger) as (kept, output):
            ask: Callable[..., Answers[Any]] = getattr(kept, name)
            answers = ask(**wanted, limit=(limit or SHOWN) + 1 if to_terminal else limit)
            if to_terminal:
                _show(output, answers, limit or SHOWN)
                return
            if as_json:
                for answer in answers:
                    output.line(exports.json_line(answer))
            if table is not None:
                _write(table, output, exports.csv_table(answers.answer, answers))
            if parquet is not None:
                with _whole(parquet) as unfinished:
                    exports.parquet(unfinished, answers.answer, answers)
            if geojson is not None:
                _write(geojson, output, exports.geojson_lines(answers))

    command.__doc__ = f"""{described}

    \b
    sayso {name} --since 2015-10 --until 2015-12 --country SYR
    sayso {name} --search '"air strike" hospital' --json
    sayso {name} --actor "Sergey Lavrov" --csv {name}.csv

    \b
    What is asked for has all to hold. Exports are the same, byte for byte, in
    whatever order the reports were added; but versions of a page are counted
    as they came.

    \b
    Exit code: 0 found, or exported; 1 the terminal has nothing to show;
    2 wrong use; 3 something is wrong with the ledger; 4 it could not be
    written.
    """
    app.command(name)(command)


_list("reports", "The reports of a ledger, in the order of their dates.")
_list("statements", "Who says what, in the order of the reports. Country and actor are the speaker's.")
_list("events", "What happened or is said to have, each once, with its grade and the voices for it.")
_list("actors", "Who speaks, acts and is acted upon, those in most reports first.")
_list("disputes", "What sources contradict each other on, what is in most reports first.")


@app.command()
def event(id: Id, ledger: Where = "sayso.db", as_json: AsJson = False) -> None:
    """All there is of one event: its voices, and what each report tells of it on whose word. It is found by its own
    id, or by that of one of its tellings, REPORT/PART.

    \b
    sayso event 56335f1488ca
    sayso event caf688c1a93f241f/e3
    """
    from sayso.views import listing

    with _asked(ledger) as (kept, output):
        _one(output, kept.event, id, listing.event, as_json)


def explain_joins(id: str, ledger: str) -> None:
    """Why the tellings of an event were joined."""
    from sayso.views import listing

    with _asked(ledger) as (kept, output):
        _one(output, kept.event, id, listing.explained, as_json=False)


@app.command()
def actor(
    id: Id,
    ledger: Where = "sayso.db",
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="So many events and statements.")] = SHOWN,
    as_json: AsJson = False,
) -> None:
    """Who somebody is, with their roles, events and statements.

    \b
    sayso actor 56335f1488ca
    """
    from sayso.views import listing

    with _asked(ledger) as (kept, output):
        _one(output, lambda id: kept.actor(id, limit), id, listing.actor, as_json)


@app.command()
def dispute(id: Id, ledger: Where = "sayso.db", as_json: AsJson = False) -> None:
    """All there is of one dispute: its sides, and every line that each rests on.

    \b
    sayso dispute 8ab0fa3c26d1
    """
    from sayso.views import listing

    with _asked(ledger) as (kept, output):
        _one(output, kept.dispute, id, listing.dispute, as_json)


@app.command()
def stats(ledger: Where = "sayso.db", as_json: AsJson = False) -> None:
    """How much of what is in a ledger.

    \b
    sayso stats
    """
    from sayso.views import exports, listing

    with _asked(ledger) as (kept, output):
        counted = kept.stats()
        if as_json:
            output.line(exports.json_line(counted))
        else:
            output.print(lambda console: listing.stats(console, counted))


@app.command()
def refused(ledger: Where = "sayso.db", as_json: AsJson = False) -> None:
    """What was not read into a ledger, and why.

    \b
    sayso refused
    """
    import json

    with _asked(ledger) as (kept, output):
        found = sorted(kept.refused(), key=lambda each: (each.source, each.where or "", each.reason))
        if not found and not as_json:
            print("nothing was refused", file=sys.stderr)
        for refusal in found:
            if as_json:
                output.line(json.dumps(asdict(refusal), ensure_ascii=False))
            else:
                output.line(one_line(str(refusal)))


class Shape(StrEnum):
    """The shapes in which other programs know event data."""

    plover = "plover"
    annotations = "annotations"


@app.command()
def export(
    shape: Annotated[
        Shape,
        typer.Argument(
            metavar="plover|annotations", help="The columns of event data coded by PLOVER; or what people corrected."
        ),
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; - for standard output.")],
    ledger: Where = "sayso.db",
) -> None:
    """Write all events in the field's customary shape, a row each; or the reports that people corrected, with what
    they checked, as annotated data, a line of JSON each.

    \b
    sayso export plover events.csv
    sayso export annotations checked.jsonl

    \b
    Exit code: 0 exported; 2 wrong use; 3 something is wrong with the ledger;
    4 it could not be written.
    """
    from sayso.views import exports, plover

    with _asked(ledger) as (kept, output):
        if shape is Shape.annotations:
            _write(file, output, map(exports.json_line, kept.annotations()))
        else:
            _write(file, output, exports.csv_lines(plover.COLUMNS, map(plover.row, kept.events())))


@contextmanager
def _asked(where: str) -> Iterator[tuple[Ledger, Output]]:
    """A ledger to ask, and where answers go; what goes wrong, in words."""
    from sayso.ledger.filters import QuestionError

    with opened(where) as kept:
        try:
            with piped(), utf8_output() as output:
                yield kept, output
        except QuestionError as error:
            option = "footing" if error.field == "status" else error.field
            raise typer.BadParameter(one_line(str(error)), param_hint=f"--{option}") from None
        except ModuleNotFoundError as error:
            if error.name != "pyarrow":
                raise
            raise typer.BadParameter(
                "Parquet needs pyarrow: pip install 'sayso[parquet]'", param_hint="--parquet"
            ) from None


def _show(output: Output, answers: Answers[Any], limit: int) -> None:
    """A list in the terminal, and how to go on."""
    from sayso.views import listing

    shown: list[Answer] = list(islice(answers, limit + 1))
    if not shown:
        print("nothing found", file=sys.stderr)
        raise typer.Exit(NOTHING_FOUND)
    output.print(lambda console: listing.table(console, answers.answer, shown[:limit]))
    if len(shown) > limit:
        print(f"there is more: --after '{shown[limit - 1].cursor}'", file=sys.stderr)
    raise typer.Exit(FOUND)


def _one(
    output: Output, ask: Callable[[str], Any], id: str, show: Callable[[Console, Any], None], as_json: bool
) -> None:
    from sayso.ledger.errors import BecameError
    from sayso.views import exports

    try:
        story: Known = ask(id)
    except BecameError as became:
        print(one_line(f"{id!r} is in another {became.what} now: sayso {became.what} {became.became}"), file=sys.stderr)
        raise typer.Exit(NOTHING_FOUND) from None
    except KeyError:
        print(one_line(f"there is none of the id {id!r}"), file=sys.stderr)
        raise typer.Exit(NOTHING_FOUND) from None
    if as_json:
        output.line(exports.json_line(story))
    else:
        output.print(lambda console: show(console, story))


def _write(path: Path, output: Output, lines: Iterable[str]) -> None:
    if path == STDOUT:
        for line in lines:
            output.line(line)
        return
    with _whole(path) as unfinished, unfinished.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file that comes into its place when it is whole, if there is such a place."""
    if not is_place(path):
        raise typer.BadParameter(f"no file can be written at {str(path)!r}", param_hint="FILE")
    with put(str(path)), whole(path) as unfinished:
        yield unfinished
