"""What a ledger costs: adding and linking any number of reports, and asking it. `python -m benchmarks.ledger`.

Reading takes by far the most time, and how long is known (docs/performance.md). So adding is held against reading over
a number of reports that are read, and growth is measured over accounts, of which there can be any number."""

from __future__ import annotations

import argparse
import datetime
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import say, worlds
from benchmarks.command import Memory
from benchmarks.corpus import corpus
from evaluation.page import libraries, machine, put
from sayso.account import Reader
from sayso.intake import Defaults, text_report
from sayso.ledger import Ledger
from sayso.linking.linker import link
from sayso.model import Account

SHARE_OF_READING, SHARE_OF_LINKING = 0.80, 0.15  # at least, and at most, on top
GROWTH, MEMORY, LISTED, SEARCHED = 12, 1500, 200, 300  # times, MB, ms, ms, at most
ROUNDS = 5  # how often a question is asked; the median counts

# What is asked, and the words of it that are looked for in a text.
QUESTIONS: dict[str, Callable[[Ledger], Any]] = {
    "events of a country and a type": lambda ledger: ledger.events(country="USA", type="ASSAULT", limit=50),
    "events of half a year": lambda ledger: ledger.events(since="2012-01-01", until="2012-06-30", limit=50),
    "contested events, the newest first": lambda ledger: ledger.events(grade="contested", newest=True, limit=50),
    "events in which somebody takes part": lambda ledger: ledger.events(actor="North Korea", limit=50),
    "statements of somebody in a year": lambda ledger: ledger.statements(
        actor="Donald Trump", since="2012-01-01", until="2012-12-31", limit=50
    ),
    "reports of an outlet": lambda ledger: ledger.reports(outlet="www.rt.com", limit=50),
    "disputes, the newest first": lambda ledger: ledger.disputes(newest=True, limit=50),
    "actors, the most reported first": lambda ledger: ledger.actors(limit=50),
}
SEARCHES: dict[str, Callable[[Ledger], Any]] = {
    "reports with two words": lambda ledger: ledger.reports(search="missile launch", limit=50),
    "statements with a phrase": lambda ledger: ledger.statements(search='"security council"', limit=50),
    "events of reports with a word": lambda ledger: ledger.events(search="satellite", limit=50),
}


@dataclass(slots=True)
class Grown:
    """A ledger of some size."""

    reports: int
    adding: float  # seconds of the processor
    linking: float
    clock: float  # seconds that both took by the clock
    memory: float  # MB, the most at a time
    size: float  # MB on disk
    events: int = 0
    answers: dict[str, float] = field(default_factory=dict)  # ms
    searches: dict[str, float] = field(default_factory=dict)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="the page; without it the page is printed")
    parser.add_argument("--read", type=int, default=10_000, metavar="N", help="reports that are read and added")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000], metavar="N", help="of ledgers")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="the last ledger stays there, for benchmarks.web")
    parser.add_argument("--grow", type=int, metavar="N", help=argparse.SUPPRESS)  # one ledger, in this process
    parser.add_argument("--accounts", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments.grow:
            grown = grow(_kept(arguments.accounts), arguments.grow, arguments.keep)
            print(json.dumps({name: getattr(grown, name) for name in Grown.__slots__}))
            return
        measured = measure(folder, arguments.read, arguments.sizes)
        if arguments.keep:
            shutil.move(folder / f"{arguments.sizes[-1]}.db", arguments.keep)
        text = page(*measured)
    put(text, arguments.out)


def measure(folder: Path, number: int, sizes: list[int]) -> tuple[dict[str, float], int, list[Grown]]:
    """Seconds of reading, adding and linking that many reports; and a ledger of each size."""
    accounts = folder / "accounts.jsonl"
    say("accounts to begin with")
    with accounts.open("w", encoding="utf-8") as file:
        for account in read():
            file.write(account.to_json() + "\n")
    reports = folder / "reports.jsonl"
    with reports.open("w", encoding="utf-8") as file:
        for record in worlds.records(_kept(accounts), number):
            file.write(json.dumps(record) + "\n")
    ledger = folder / "added.db"
    seconds = {}
    for what, command in {
        "reading": ["read", "--json", "--jobs", "2", str(reports)],
        "adding": ["add", "--no-link", "--jobs", "2", str(reports), "--ledger", str(ledger)],
        "linking": ["link", "--ledger", str(ledger)],
    }.items():
        say(f"{what} {number:,} reports")
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "sayso", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
        seconds[what] = time.perf_counter() - begun
        say(f"  {seconds[what]:.0f} s")
    return seconds, number, [_grown(accounts, size, folder / f"{size}.db") for size in sizes]


def _grown(accounts: Path, size: int, path: Path) -> Grown:
    """A ledger grown in a process of its own, whose memory nothing else has touched."""
    say(f"a ledger of {size:,} reports")
    command = [sys.executable, "-m", "benchmarks.ledger", "--grow", str(size)]
    command += ["--accounts", str(accounts), "--keep", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        memory = Memory(process.pid)
        memory.start()
        told, _ = process.communicate()
        memory.stop()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed")
    return Grown(**json.loads(told))


def grow(read: list[Account], size: int, path: Path) -> Grown:
    """A ledger of that many accounts, linked and asked."""
    made, made_by_clock = 0.0, 0.0  # seconds that making the accounts took, which is no part of adding them

    def timed() -> Iterator[Account]:
        nonlocal made, made_by_clock
        coming = worlds.accounts(read, size)
        while True:
            begun, begun_by_clock = time.process_time(), time.perf_counter()
            account = next(coming, None)
            made += time.process_time() - begun
            made_by_clock += time.perf_counter() - begun_by_clock
            if account is None:
                return
            yield account

    with Ledger(path) as ledger:
        begun, begun_by_clock = time.process_time(), time.perf_counter()
        for number, _ in enumerate(ledger.add_many(timed()), 1):
            if number % 5_000 == 0:
                say(f"  {number:,} added")
        adding = time.process_time() - begun - made
        begun = time.process_time()
        link(ledger, _Told().tell)
        linking, clock = time.process_time() - begun, time.perf_counter() - begun_by_clock - made_by_clock
        grown = Grown(
            size, adding, linking, clock, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            path.stat().st_size / 1e6, ledger.stats().events,
        )  # fmt: skip
        say(f"  adding {adding:.0f} s, linking {linking:.0f} s, {grown.memory:.0f} MB")
        grown.answers = {what: _median(ledger, ask) for what, ask in QUESTIONS.items()}
        grown.searches = {what: _median(ledger, ask) for what, ask in SEARCHES.items()}
    return grown


class _Told:
    """How far linking is, at times."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def tell(self, stage: str, done: int, of: int) -> None:
        """Say it, once a minute."""
        if time.monotonic() - self._last > 60:
            self._last = time.monotonic()
            say(f"  {done:,} of {of:,} {stage}")


def _median(ledger: Ledger, ask: Callable[[Ledger], Any]) -> float:
    """Milliseconds until an answer is there."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        list(ask(ledger))
        taken.append(1000 * (time.perf_counter() - begun))
    return sorted(taken)[ROUNDS // 2]


def read() -> Iterator[Account]:
    """The accounts to begin with, read from the corpus."""
    reports = []
    for record in corpus().records:
        known = {name: record.get(name) for name in ("title", "outlet", "published", "url", "byline")}
        reports.append(text_report(record["text"], defaults=Defaults(**known)))
    return Reader().read_many(reports, jobs=2)


def _kept(accounts: Path) -> list[Account]:
    return [Account.model_validate_json(line) for line in accounts.read_text("utf-8").splitlines()]


def page(seconds: dict[str, float], number: int, ledgers: list[Grown]) -> str:
    """The page of what was measured, as Markdown."""
    reading, adding, linking = (seconds[what] for what in ("reading", "adding", "linking"))
    sizes = " ".join(str(grown.reports) for grown in ledgers)
    lines = [
        "# A ledger of any size",
        "",
        f"Written by `python -m benchmarks.ledger --read {number} --sizes {sizes}` on",
        f"{datetime.date.today().isoformat()}: {machine()}; {libraries()}. SQLite, on disk.",
        "",
        "The reports are those of `data/clusters/reports.jsonl` in other worlds: with other names of people, places",
        "and organizations, other figures and dates (`benchmarks/worlds.py`). A ledger of them grows by days, with as",
        "many reports of each day in a small one as in a large.",
        "",
        "## Adding and linking, held against reading",
        "",
        f"`sayso read --json`, `sayso add --no-link` and `sayso link` over {number:,} reports, two jobs, from a fresh",
        f"process each. Adding is to have at least {SHARE_OF_READING:.0%} of the speed of reading, and linking to take",
        f"at most {SHARE_OF_LINKING:.0%} of the time on top.",
        "",
        "| | seconds | reports a second | |",
        "| --- | --- | --- | --- |",
        f"| read | {reading:,.0f} | {number / reading:.1f} | |",
        f"| add | {adding:,.0f} | {number / adding:.1f} | {reading / adding:.0%} of the speed of reading |",
        f"| link | {linking:,.0f} | {number / linking:.1f} | {linking / adding:.0%} of the time of adding |",
        "",
        "## Growth",
        "",
        "Accounts added and linked in one process, without reading. Ten times as many reports are to take at most",
        f"{GROWTH} times the time, and never more than {MEMORY:,} MB. Seconds are of the processor, which depend least",
        "on what else runs on the machine; both together by the clock stand beside them.",
        "",
        "| reports | adding, s | linking, s | a report, ms | by the clock, s | memory, MB | on disk, MB | events |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for grown in ledgers:
        each = 1000 * (grown.adding + grown.linking) / grown.reports
        lines.append(
            f"| {grown.reports:,} | {grown.adding:,.0f} | {grown.linking:,.0f} | {each:.1f} | {grown.clock:,.0f} "
            f"| {grown.memory:,.0f} | {grown.size:,.0f} | {grown.events:,} |"
        )
    if len(ledgers) > 1:
        first, last = ledgers[0], ledgers[-1]
        times = (last.adding + last.linking) / (first.adding + first.linking)
        lines += ["", f"{last.reports / first.reports:g} times as many: **{times:.1f} times** the time."]
    heads = " | ".join(f"{grown.reports:,}" for grown in ledgers)
    lines += [
        "",
        "## Asking",
        "",
        f"Milliseconds until the first fifty answers are there, the median of {ROUNDS}; at most {LISTED} of lists and",
        f"{SEARCHED} of full text.",
        "",
        f"| | {heads} |",
        "| --- |" + " --- |" * len(ledgers),
    ]
    for what in QUESTIONS:
        lines.append(f"| {what} | " + " | ".join(f"{grown.answers[what]:.0f}" for grown in ledgers) + " |")
    for what in SEARCHES:
        lines.append(f"| full text: {what} | " + " | ".join(f"{grown.searches[what]:.0f}" for grown in ledgers) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
