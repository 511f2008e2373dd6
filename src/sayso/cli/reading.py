"""The commands that read reports: what is given goes to intake, reports to the reader, accounts to a view."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from sayso.cli.app import INTERRUPTED, MaxChars, Where, app, option
from sayso.cli.asking import explain_joins
from sayso.cli.batch import Batch
from sayso.cli.opening import check_date, given
from sayso.cli.output import Progress, is_place, piped, put, utf8_output, whole
from sayso.interrupts import uninterrupted

if TYPE_CHECKING:
    from sayso.model import Account


class By(StrEnum):
    """How the statements of an account are put in order."""

    text = "text"
    speaker = "speaker"


class Writes(Protocol):
    """A file or several, written as accounts come."""

    def write(self, account: Account) -> None:
        """Write what of an account belongs there."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


@app.command()
def read(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH|DIR|-",
            help="Files, directories, or - for standard input. Plain text, HTML, JSON, JSONL, CSV or TSV, any of them "
            "gzipped: what a file is, is told from its content.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each report (sayso/1).")] = False,
    page: Annotated[Path | None, option("--html", "FILE", "Write a page with the words marked.")] = None,
    tables: Annotated[
        Path | None,
        option("--csv", "DIR", "Write statements.csv, events.csv and disputes.csv there, for a spreadsheet."),
    ] = None,
    geojson: Annotated[Path | None, option("--geojson", "FILE", "Write the events with a place, for maps.")] = None,
    by: Annotated[By, typer.Option(help="In the terminal: in the order of the text, or grouped by speaker.")] = By.text,
    title: Annotated[str | None, option("--title", "TEXT", "Title, for reports that give none.")] = None,
    outlet: Annotated[str | None, option("--outlet", "TEXT", "Outlet, for reports that give none.")] = None,
    published: Annotated[str | None, option("--published", "DATE", "Date, for reports that give none.")] = None,
    url: Annotated[str | None, option("--url", "TEXT", "URL, for reports that give none.")] = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Reports read at the same time.")] = 1,
    max_chars: MaxChars = 1_000_000,
) -> None:
    """Read reports: what happened and who says what in each of them.

    \b
    sayso read report.txt                        the account, in the terminal
    sayso read report.txt --by speaker           the same, grouped by speaker
    sayso read page.html --html account.html     as a page with the words marked
    sayso read reports/ --json > accounts.jsonl  a directory, one JSON object a line
    sayso read reports/ --csv tables             as tables; also --geojson map.json
    zcat feed.jsonl.gz | sayso read --json       from standard input
    sayso read report.txt --outlet "The Herald" --published 2015-10-02

    \b
    JSON, JSONL and tables have the fields text or html, and if they like
    id, title, outlet, published, url, byline.

    \b
    Exit code: 0 all read; 1 some refused (each with its reason, on
    standard error); 2 wrong use, or nothing that could be read; 4 it
    could not be written.
    """
    from sayso.intake import Defaults, entries

    sources = given(sources, "files or directories")
    check_date(published)
    if page is not None and not is_place(page):
        raise typer.BadParameter(f"no file can be written at {str(page)!r}", param_hint="--html")
    if geojson is not None and not is_place(geojson):
        raise typer.BadParameter(f"no file can be written at {str(geojson)!r}", param_hint="--geojson")
    if tables is not None and not is_place(tables, folder=True):
        raise typer.BadParameter(f"no directory can be made at {str(tables)!r}", param_hint="--csv")

    for path in _overwritten(tables, geojson):
        if _is_read(path, sources):
            raise typer.BadParameter(f"{str(path)!r} is among what is to be read", param_hint="--csv, --geojson")

    defaults = Defaults(title=title, outlet=outlet, published=published, url=url)
    batch = Batch(entries(sources, defaults=defaults, max_chars=max_chars), jobs)
    try:
        with piped(), utf8_output() as output, ExitStack() as files:
            in_files = [path for path in (page, tables, geojson) if path is not None]
            accounts = batch.accounts(Progress(shown=as_json or bool(in_files)))
            if as_json:
                accounts = _each(accounts, lambda account: output.line(account.to_json()))
            elif not in_files:
                accounts = _each(accounts, lambda account: output.show(account, by.value))
            for path, written in _written(tables, geojson):
                files.callback(put(str(path))(written.close))
                accounts = _each(accounts, put(str(path))(_whole(written.write)))
            if page is None:
                deque(accounts, maxlen=0)
            else:
                _write_page(accounts, page)
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    batch.report()
    raise typer.Exit(batch.code())


@app.command()
def explain(
    report: Annotated[
        str, typer.Argument(metavar="REPORT|EVENT", help="The file it is in, - for standard input; or an event's id.")
    ],
    event: Annotated[
        str | None,
        typer.Argument(metavar="EVENT_ID", help="The event, as its account calls it: e3.", show_default=False),
    ] = None,
    ledger: Where = "sayso.db",
    id: Annotated[str | None, option("--id", "ID", "Of several reports in the file, this one.")] = None,
    outlet: Annotated[str | None, option("--outlet", "TEXT", "Outlet, if the report gives none.")] = None,
    published: Annotated[str | None, option("--published", "DATE", "Date, if the report gives none.")] = None,
) -> None:
    """Say why an event of a report was coded so: its words, the alternatives and their scores. Of an event in a
    ledger, why its tellings were joined, feature by feature.

    \b
    sayso explain report.txt e3
    sayso explain reports.jsonl e1 --id 6ba1f0c2d3e4a5b6
    sayso explain 56335f1488ca --ledger sayso.db
    """
    if event is None:
        explain_joins(report, ledger)
        return
    from sayso.account import Reader
    from sayso.intake import Defaults, Entry, entries
    from sayso.views import explanation

    refused: list[str] = []
    for found in entries([report], defaults=Defaults(outlet=outlet, published=published)):
        if not isinstance(found, Entry):
            refused.append(str(found))
        elif id is None or found.report.id == id:
            try:
                explained = Reader().explain(found.report, event)
            except KeyError:
                raise typer.BadParameter(
                    f"the account of {report!r} has no event {event!r}: `sayso read` shows those it has",
                    param_hint="EVENT_ID",
                ) from None
            with utf8_output() as output:
                for line in explanation.lines(explained):
                    output.line(line)
            return
    reason = "; ".join(refused) or (f"no report of id {id!r} is there" if id else "there is no report")
    raise typer.BadParameter(f"{report!r}: {reason}", param_hint="REPORT")


@app.command()
def schema() -> None:
    """Print the JSON Schema of sayso/1, the format of `sayso read --json`."""
    import json

    from sayso.model import Account

    described = Account.model_json_schema(mode="serialization")
    with utf8_output() as output:
        output.line(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **described}, indent=2))


def tell_version(wanted: bool = True) -> None:
    """Print the version, and nothing else."""
    from importlib.metadata import version

    if wanted:
        with utf8_output() as output:
            output.line(f"sayso {version('sayso')}")
        raise typer.Exit


@app.callback()
def sayso(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=tell_version, help="Print the version.")
    ] = False,
) -> None:
    """On whose say-so? Reads news reports and gives an account of each: what happened, and who says what."""


@app.command()
def version() -> None:
    """Print the version, as --version does."""
    tell_version()


def _each(accounts: Iterator[Account], write: Any) -> Iterator[Account]:
    for account in accounts:
        write(account)
        yield account


def _written(tables: Path | None, geojson: Path | None) -> Iterator[tuple[Path, Writes]]:
    """What writes accounts into files as they come, and where."""
    if tables is not None:
        from sayso.views.tables import Tables

        yield tables, Tables(tables)
    if geojson is not None:
        from sayso.views.geojson import Collection

        yield geojson, Collection(geojson)


def _overwritten(tables: Path | None, geojson: Path | None) -> Iterator[Path]:
    """The files that are written while reports are still read."""
    if tables is not None:
        from sayso.views.tables import TABLES

        yield from (tables / name for name in TABLES)
    if geojson is not None:
        yield geojson


def _is_read(path: Path, sources: Iterable[str]) -> bool:
    """Whether a file is given to be read, itself or in a directory."""
    try:
        if not path.is_file():
            return False
    except OSError:  # in a folder that may not be looked into, so nothing of it can be read
        return False
    given = {Path(source).resolve() for source in sources if source != "-"}
    return not given.isdisjoint((path.resolve(), *path.resolve().parents))


def _whole(write: Callable[[Account], None]) -> Callable[[Account], None]:
    def written(account: Account) -> None:
        with uninterrupted():
            write(account)

    return written


def _write_page(accounts: Iterator[Account], path: Path) -> None:
    """Write the page of one account, or of many, when it is whole: an interrupted run leaves no half of one."""
    from sayso.views.page import page, pages

    begun = list(islice(accounts, 2))
    if not begun:
        return
    pieces = [page(begun[0])] if len(begun) == 1 else pages(chain(begun, accounts))
    with (
        put(str(path)),
        whole(path) as unfinished,
        unfinished.open("w", encoding="utf-8", errors="xmlcharrefreplace", newline="\n") as file,
    ):
        file.writelines(pieces)
