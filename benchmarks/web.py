"""A ledger in a browser under load: pages, lists and searches, what is pasted, memory. `python -m benchmarks.web`."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psycopg
from sqlalchemy import func, select

from benchmarks import postgres, say, worlds
from benchmarks.command import Memory, portion
from benchmarks.corpus import blanks, corpus
from benchmarks.ledger import read
from benchmarks.load import MIX, Answered, Sample, load, quantile, weights
from evaluation.page import libraries, machine, put
from sayso.ledger import Ledger
from sayso.ledger.schema import Table
from sayso.linking.linker import link
from sayso.model import Account

RATE = 30  # requests a second
WORKERS = 2
PASTED = 700  # words
PASTES = 10
BULK = 2_000  # reports of the file that is being added meanwhile: more than there is time for

# At most: seconds, bytes; and how many times the seconds while reports are added.
FIRST, LISTED, SEARCHED, PASTE = 2.0, 0.250, 0.400, 2.0
MEMORY, WEIGHT = 1e9, 300e3
MEANWHILE = 2

# Out of the box it keeps 128 MB of any database, far less than its manual (20.4) advises.
BUFFERS = "-c shared_buffers=2GB"


@dataclass(slots=True)
class Measured:
    """What was measured of one ledger."""

    engine: str
    first: float  # seconds from the start of the command to the first page
    quiet: Answered
    adding: Answered  # while reports are added
    pasted: list[float]  # seconds until the account of a report was there
    pasted_adding: list[float]
    weights: dict[str, tuple[int, int]]
    memory: int  # bytes, all processes together, the most at a time


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="the page; without it the page is printed")
    parser.add_argument("--reports", type=int, default=100_000, metavar="N", help="of the ledger")
    parser.add_argument("--seconds", type=int, default=60, metavar="N", help="of load, each time")
    parser.add_argument("--ledger", type=Path, help="a grown one, in place of a new one; it is copied")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was started is ended
    signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background it, and whom it starts, would not hear
    with tempfile.TemporaryDirectory(prefix="sayso-") as name:
        folder = Path(name)
        say("accounts to begin with")
        accounts = list(read())
        grown = folder / "grown.db"
        if arguments.ledger:
            shutil.copy(arguments.ledger, grown)
        else:
            grow(accounts, arguments.reports, grown)
        bulk = folder / "bulk.jsonl"
        with bulk.open("w", encoding="utf-8") as file:
            for record in worlds.records(accounts, BULK, 2 * arguments.reports):
                file.write(json.dumps(record) + "\n")
        with Ledger(grown) as ledger:
            number = ledger.stats().reports
            sample = Sample.of(ledger)
        found = []
        with on_postgres(grown, folder) as url:
            for engine, where in (("SQLite", str(grown)), ("PostgreSQL", url)):
                if where:
                    say(f"{engine}: {number:,} reports")
                    found.append(measure(engine, where, sample, bulk, arguments.seconds))
        text = page(found, number, arguments.seconds)
    put(text, arguments.out)


def grow(accounts: list[Account], number: int, path: Path) -> None:
    """A ledger of that many reports, linked."""
    with Ledger(path) as ledger:
        for done, _ in enumerate(ledger.add_many(worlds.accounts(accounts, number)), 1):
            if done % 5_000 == 0:
                say(f"  {done:,} added")
        link(ledger, lambda stage, done, of: say(f"  {done:,} of {of:,} {stage}") if done % 3_000 == 0 else None)


@contextmanager
def on_postgres(path: Path, folder: Path) -> Iterator[str | None]:
    """The address of a database of PostgreSQL with all that is in a ledger; None where there is no PostgreSQL."""
    programs = postgres.programs()
    if programs is None:
        say("there is no PostgreSQL here")
        yield None
        return
    # The socket needs a short path, and the folder one that its user can reach.
    with tempfile.TemporaryDirectory(prefix="sayso-pg-") as name:
        server = postgres.Server(programs, Path(name), BUFFERS)
        server.start()
        try:
            say("the same on PostgreSQL")
            copy(path, server.url)
            yield server.url
        finally:
            server.stop()


def copy(path: Path, url: str) -> None:
    """Copy a ledger, row by row, as PostgreSQL takes in files of rows."""
    with closing(sqlite3.connect(path)) as of, Ledger(url) as to, to.writing() as target:
        driver = target.connection.driver_connection
        assert driver is not None
        for table in Table.metadata.sorted_tables:
            names = ", ".join(f'"{column.name}"' for column in table.columns)
            with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as rows:
                for row in of.execute(f'SELECT {names} FROM "{table.name}"'):
                    rows.write_row(row)
            if "pk" in table.c:
                last = select(func.max(table.c.pk)).scalar_subquery()
                target.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "pk"), last)))
    # As a database is that has been there for a while: else it would clean up, and write for minutes what it was given,
    # while it is measured, or the other.
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")
        connection.execute("CHECKPOINT")


@contextmanager
def serving(ledger: str) -> Iterator[tuple[str, float, int]]:
    """A ledger served: its address, the seconds until the first page was there, the process."""
    client = httpx.Client(timeout=60)  # to load what it takes is no part of the start
    begun = time.perf_counter()
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", ledger, "--port", "0", "--workers", str(WORKERS)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        told = process.stderr.readline()
        at = re.search(r"http://\S+", told)
        if not at:
            raise RuntimeError(told + process.stderr.read())
        with client:
            client.get(at[0]).raise_for_status()
        first = time.perf_counter() - begun
        going_wrong = threading.Thread(target=sys.stderr.writelines, args=(process.stderr,))
        going_wrong.start()
        try:
            yield at[0], first, process.pid
        finally:
            process.send_signal(signal.SIGINT)
            going_wrong.join()


@contextmanager
def adding(bulk: Path, ledger: str) -> Iterator[None]:
    """Meanwhile reports are added by the command."""
    command = [sys.executable, "-m", "sayso", "add", str(bulk), "--ledger", ledger]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        time.sleep(5)  # until it reads
        try:
            yield
            if process.poll() is not None:
                raise RuntimeError("all was added before all was measured: there must be more")
        finally:
            process.send_signal(signal.SIGINT)


def measure(engine: str, ledger: str, sample: Sample, bulk: Path, seconds: float) -> Measured:
    """A ledger under load, and again while reports are added."""
    texts = sorted((record["text"] for record in corpus().records), key=lambda text: abs(blanks(text) - PASTED))
    os.sync()  # the ledger was just written
    with serving(ledger) as (address, first, process):
        memory = Memory(process, portion, every=1.0)
        memory.start()
        say(f"  first page after {first:.1f} s")
        time.sleep(5)  # the model is loaded
        load(address, sample, RATE, 5, seed=1)  # every process has had something to do
        quiet = load(address, sample, RATE, seconds)
        told("  quiet", quiet)
        pasted = [paste(address, text, f"{engine} {number}") for number, text in enumerate(texts[:PASTES])]
        weighed = weights(address, sample)
        with adding(bulk, ledger):
            busy = load(address, sample, RATE, seconds)
            told("  adding", busy)
            texts = texts[PASTES : 2 * PASTES]
            pasted_adding = [paste(address, text, f"{engine} {number}") for number, text in enumerate(texts)]
        memory.stop()
    return Measured(engine, first, quiet, busy, pasted, pasted_adding, weighed, memory.peak or 0)


def paste(address: str, text: str, title: str) -> float:
    """Seconds from sending a text to the page of its report."""
    begun = time.perf_counter()
    answer = httpx.post(
        f"{address}/add/text", data={"text": text, "title": title}, timeout=60, follow_redirects=True,
        headers={"Accept": "text/html"},
    )  # fmt: skip
    while "/jobs/" in str(answer.url):  # it took longer, and the page looks again by itself
        job = httpx.get(f"{answer.url}.json", timeout=60).json()["job"]
        if job["added"]:
            answer = httpx.get(f"{address}/reports/{job['added'][0]}", timeout=60, headers={"Accept": "text/html"})
        elif job["state"] in ("done", "failed"):
            raise RuntimeError(f"a text that was pasted was not added: {job}")
        else:
            time.sleep(0.05)
    answer.raise_for_status()
    return time.perf_counter() - begun


def told(when: str, answered: Answered) -> None:
    """Say how it went."""
    slowest = {kind: f"{1000 * quantile(taken, 0.95):.0f}" for kind, taken in answered.seconds.items()}
    say(f"{when}: 95 % within {slowest} ms")
    for what, number in answered.failed.items():
        say(f"  FAILED {number} times: {what}")


# --- the page --------------------------------------------------------------------------------------------------------


def page(found: list[Measured], reports: int, seconds: float) -> str:
    """What was measured, as Markdown."""
    engines = " | ".join(one.engine for one in found)
    rule = "| --- | --- |" + " --- |" * len(found)

    def row(what: str, most: float, unit: Callable[[float], str], value: Callable[[Measured], float]) -> str:
        told = [f"{unit(value(one))}{' †' if not value(one) <= most else ''}" for one in found]
        return f"| {what} | {unit(most)} | " + " | ".join(told) + " |"

    lines = [
        "# A ledger in a browser, under load",
        "",
        f"Written by `python -m benchmarks.web --reports {reports} --seconds {seconds}` on",
        f"{datetime.date.today().isoformat()}: {machine()}; {libraries()}.",
        "",
        f"`sayso serve --workers {WORKERS}` over a ledger of {reports:,} reports, those of",
        "`data/clusters/reports.jsonl` in other worlds (`benchmarks/worlds.py`). Who asks and who answers share the",
        f"machine. Asked are pages, lists and searches in turn, {RATE} a second for {seconds} seconds, whether or not",
        "the last are answered; time is counted from when an answer is due to be asked for. † tells that the most it",
        f"may be is exceeded. PostgreSQL runs with `{BUFFERS[3:]}`, as its manual advises for such a machine; its",
        "own memory does not count.",
        "",
        f"| | at most | {engines} |",
        rule,
        row("first page after the start", FIRST, _seconds, lambda one: one.first),
        row("95 % of pages and lists within", LISTED, _ms, lambda one: one.quiet.share(0.95, searching=False)),
        row("95 % of searches within", SEARCHED, _ms, lambda one: one.quiet.share(0.95, searching=True)),
        row(f"account of a pasted report of {PASTED} words", PASTE, _seconds, lambda one: max(one.pasted)),
        row("memory, all processes", MEMORY, _mb, lambda one: one.memory),
        row("heaviest page with what it needs", WEIGHT, _kb, lambda one: max(sent for sent, _ in one.weights.values())),
        row("not answered", 0, _count, lambda one: sum(one.quiet.failed.values())),
        "",
        f"What processes share counts once. Of {PASTES} pasted reports the slowest counts.",
        "",
        "## While reports are added",
        "",
        "The same while `sayso add` reads a file into the same ledger, with a process a core: at most twice as long.",
        "",
        f"| | at most | {engines} |",
        rule,
        row("95 % of pages and lists within", MEANWHILE * LISTED, _ms,
            lambda one: one.adding.share(0.95, searching=False)),
        row("95 % of searches within", MEANWHILE * SEARCHED, _ms, lambda one: one.adding.share(0.95, searching=True)),
        row(f"account of a pasted report of {PASTED} words", MEANWHILE * PASTE, _seconds,
            lambda one: max(one.pasted_adding)),
        row("not answered", 0, _count, lambda one: sum(one.adding.failed.values())),
        "",
        "## By kind",
        "",
        "Milliseconds within which half and 95 % were answered; in brackets while reports were added. And the heaviest",
        "page seen with what it needs, kB as they are sent and unpacked.",
        "",
        f"| | {engines} | kB | unpacked |",
        "| --- |" + " --- |" * (len(found) + 2),
    ]  # fmt: skip
    for kind in MIX:
        times = []
        for one in found:
            quiet, busy = one.quiet.seconds.get(kind, []), one.adding.seconds.get(kind, [])
            within = [1000 * quantile(taken, part) for taken in (quiet, busy) for part in (0.5, 0.95)]
            times.append("{:.0f}, {:.0f} ({:.0f}, {:.0f})".format(*within))
        sent, unpacked = max(one.weights.get(kind, (0, 0)) for one in found)
        size = f"{sent / 1000:.0f} | {unpacked / 1000:.0f}" if sent else " | "
        lines.append(f"| {kind} | {' | '.join(times)} | {size} |")
    return "\n".join(lines) + "\n"


def _seconds(value: float) -> str:
    return f"{value:.1f} s"


def _ms(value: float) -> str:
    return f"{1000 * value:.0f} ms"


def _mb(value: float) -> str:
    return f"{value / 1e6:,.0f} MB"


def _kb(value: float) -> str:
    return f"{value / 1e3:.0f} kB"


def _count(value: float) -> str:
    return f"{value:.0f}"


if __name__ == "__main__":
    main()
