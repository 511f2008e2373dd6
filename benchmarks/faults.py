"""Kill `sayso add` again and again, at moments left to chance, and see that nothing is lost, doubled or half there:
`python -m benchmarks.faults --kills 50`.

In each round a new ledger is begun. While reports are read into it and linked, the command is killed: all of its
processes, or the first alone, as somebody who looks for it in a list would; the others have to end by themselves. It is
started again until it comes to its end. Then the ledger has to hold what one holds that was never disturbed, and every
export to be the same to the byte.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import create_engine, text

from benchmarks import bulletins
from benchmarks.contents import LINKS, Contents, contents, differences, exports
from sayso import Ledger
from sayso.ledger import LedgerError
from sayso.ledger.engines import address

Stage = Literal["starting", "reading", "comparing", "gathering", "done"]
STAGES: tuple[Stage, ...] = ("starting", "reading", "comparing", "gathering")
TOWNS = 20
_STATE = text("SELECT count(*), count(*) FILTER (WHERE compared), count(*) FILTER (WHERE linked) FROM reports")
LOOK = 0.02  # seconds from one look at a ledger to the next
PATIENCE = 15.0  # seconds for the processes of a command to end that have lost their first


@dataclass(frozen=True, slots=True)
class State:
    """How far a ledger is."""

    reports: int
    compared: int
    linked: int

    def stage(self, wanted: int) -> Stage:
        """What a command that adds so many reports has to do next."""
        if self.reports < wanted:
            return "reading" if self.reports else "starting"
        if self.compared < wanted:
            return "comparing"
        return "gathering" if self.linked < wanted else "done"


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """What a ledger holds when nothing has happened to it, and how long it took."""

    file: Path  # the reports that were added
    reports: int  # how many of them a ledger holds
    contents: Contents
    read: Contents  # without what is worked out across reports
    exports: dict[str, str]
    seconds: dict[Stage, float]


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill."""

    alone: bool  # the first process alone, not all of them
    hit: Stage
    reports: int  # whole in the ledger
    faults: list[str]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=50, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="others are killed at other moments")
    parser.add_argument("--towns", type=int, default=TOWNS, metavar="N", help="six reports come from each")
    parser.add_argument(
        "--postgres", metavar="URL", help="a database to make others beside; without it, SQLite's files"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = _databases(arguments.postgres) if arguments.postgres else _files(Path(folder))
        reports = Path(folder) / "reports.jsonl"
        wanted = undisturbed(next(made), reports, bulletins.write(reports, arguments.towns))
        print(f"undisturbed: {wanted.reports} reports, {len(wanted.contents['events'])} events; "
              + ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in wanted.seconds.items()))  # fmt: skip
        chance = random.Random(arguments.seed)
        hit: Counter[Stage] = Counter()
        faults: list[str] = []
        rounds = 0
        while hit.total() < arguments.kills:
            rounds += 1
            where = next(made)
            kills, found = disturbed(where, wanted, chance, most=arguments.kills - hit.total())
            hit.update(kill.hit for kill in kills)
            faults += [fault for kill in kills for fault in kill.faults] + found
            told = ", ".join(f"{kill.hit}{' (first process)' * kill.alone} {kill.reports}" for kill in kills)
            print(f"round {rounds}: killed while {told or 'nothing'}; {'not ' * bool(found)}the same", flush=True)
    places = ", ".join(f"{number} {stage}" for stage, number in hit.items())
    print(f"{hit.total()} kills in {rounds} rounds ({places}): {len(faults)} faults")
    for fault in faults:
        print(f"  {fault[:300]}")
    sys.exit(bool(faults))


def _files(folder: Path) -> Iterator[str]:
    """Places for ledgers in files."""
    number = 0
    while True:
        number += 1
        yield str(folder / f"{number}.db")


def _databases(postgres: str) -> Iterator[str]:
    """Places for ledgers in databases of a server, each dropped when the next is asked for."""
    engine = create_engine(address(postgres), isolation_level="AUTOCOMMIT")
    number = 0
    with engine.connect() as connection:
        while True:
            number += 1
            name = f"faults_{os.getpid()}_{number}"
            connection.execute(text(f"CREATE DATABASE {name}"))
            try:
                yield address(postgres).set(drivername="postgresql", database=name).render_as_string(False)
            finally:
                connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


# --- a ledger that is left in peace, and one that is not -------------------------------------------------------------


def undisturbed(where: str, file: Path, number: int) -> Undisturbed:
    """Add the reports of a file, of which a ledger has so many, in peace."""
    seconds: dict[Stage, float] = dict.fromkeys(STAGES, 0.0)
    running, last = start(where, file), time.monotonic()
    while running.poll() is None:
        stage, now = state(where).stage(number), time.monotonic()
        if stage in seconds:
            seconds[stage] += now - last
        last = now
        time.sleep(LOOK)
    _ended(running)
    with Ledger(where, create=False) as ledger:
        return Undisturbed(file, number, contents(ledger), contents(ledger, LINKS), exports(ledger), seconds)


def disturbed(where: str, wanted: Undisturbed, chance: random.Random, most: int) -> tuple[list[Kill], list[str]]:
    """Begin a ledger, and kill whoever fills it, so often at most, until it is filled all the same. Gives the kills and
    in what the ledger is another in the end."""
    kills: list[Kill] = []
    while len(kills) < most and (kill := _killed(where, wanted, chance)):
        kills.append(kill)
    _ended(start(where, wanted.file))
    with Ledger(where, create=False) as ledger:
        found = differences(wanted.contents, contents(ledger))
        written = exports(ledger)
    found += [f"{name}: not the same" for name in wanted.exports if written[name] != wanted.exports[name]]
    return kills, found + damage(where)


def _killed(where: str, wanted: Undisturbed, chance: random.Random) -> Kill | None:
    """Start adding and kill it in some stage of the work; None if that is over, or it was faster."""
    stage, alone = chance.choice(STAGES), chance.random() < 0.5
    earlier, now = STAGES[: STAGES.index(stage)], state(where).stage(wanted.reports)
    if now not in (*earlier, stage):
        return None
    patience = chance.uniform(0, wanted.seconds[stage])
    if now == stage != "starting":
        patience += chance.uniform(0, wanted.seconds["starting"])  # which comes before the work goes on
    running = start(where, wanted.file)
    while running.poll() is None and state(where).stage(wanted.reports) in earlier:
        time.sleep(LOOK)
    with suppress(subprocess.TimeoutExpired):
        running.wait(patience)
    if running.returncode is not None:
        _ended(running)
        return None
    kill(running, alone=alone)
    faults = [f"process {process} lives on" for process in left(running)] + damage(where)
    found = state(where)
    if found.reports:
        with Ledger(where, create=False) as ledger:
            faults += halves(contents(ledger, LINKS), wanted.read)
    return Kill(alone, found.stage(wanted.reports), found.reports, faults)


def start(where: str, file: Path, jobs: int = 2, before: Callable[[], None] | None = None) -> subprocess.Popen[bytes]:
    """`sayso add` in a group of processes of its own. before: what is to be done in its process before it begins."""
    command = [sys.executable, "-m", "sayso", "add", str(file), "--ledger", where, "--jobs", str(jobs)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=before)


def _ended(running: subprocess.Popen[bytes]) -> None:
    said = running.communicate()[1].decode()
    if running.returncode != 1:  # one report of each town is refused
        raise RuntimeError(f"sayso add: exit code {running.returncode}\n{said}")


def kill(running: subprocess.Popen[bytes], *, alone: bool) -> None:
    """Kill a command: its first process alone, or all at once."""
    if alone:
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert running.stderr
    running.stderr.close()


def left(running: subprocess.Popen[bytes]) -> list[int]:
    """The processes of a command that has ended which live on, though they had time to end."""
    until = time.monotonic() + PATIENCE
    while (alive := _group(running.pid)) and time.monotonic() < until:
        time.sleep(LOOK)
    return alive


def _group(number: int) -> list[int]:
    """The living processes of a group, as Linux tells."""
    alive = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            state, _, group = path.read_text().rpartition(")")[2].split()[:3]
            if int(group) == number and state not in "ZX":
                alive.append(int(path.parent.name))
    return alive


# --- what to look for ------------------------------------------------------------------------------------------------


def state(where: str) -> State:
    """How far a ledger is now, whoever works on it."""
    try:
        with Ledger(where, create=False) as ledger, ledger.reading() as connection:
            return State(*connection.execute(_STATE).one())
    except LedgerError:  # there is none yet
        return State(0, 0, 0)


def damage(where: str) -> list[str]:
    """What SQLite finds wrong with a file, if it is one and is there."""
    if "://" in where or not Path(where).exists():
        return []
    with closing(sqlite3.connect(where)) as connection:
        found = [
            row for check in ("integrity_check", "foreign_key_check") for row in connection.execute(f"PRAGMA {check}")
        ]
    return [f"damaged: {row}" for row in found if row != ("ok",)]


def halves(found: Contents, wanted: Contents) -> list[str]:
    """Reports of which a ledger does not hold all that it has to, and nothing else."""
    there = {json.loads(row)["id"] for row in found["reports"]}
    return [
        f"a report is half there: {fault}"
        for table in ("reports", "namings", "statements", "tellings", "parts", "words", "contests")
        for fault in differences(
            {table: [row for row in wanted[table] if _report(row) in there]}, {table: found[table]}
        )
    ]


def _report(row: str) -> str:
    """The report that a row is part of."""
    told: dict[str, Any] = json.loads(row)
    return str(told.get("report_pk") or told.get("telling_pk") or told["id"]).partition("/")[0]


if __name__ == "__main__":
    main()
