"""Measure and write the page: `python -m benchmarks --out docs/performance.md`."""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import json
import os
import subprocess
import tempfile
from pathlib import Path

from benchmarks import command, say, size, stages, start
from benchmarks.corpus import Corpus, blanks, corpus, words
from benchmarks.page import Measured, page
from evaluation.page import libraries, machine, put

PARTS = ("speed", "stages", "length", "memory", "start", "size")
ROUNDS = 3  # how often the reports are read against the clock
FEW = 100
LENGTHS = (1, 10, 50)
REPORT = 700  # words of a usual report


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="the page; without it the page is printed")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="measure these alone")
    parser.add_argument(
        "--reports", type=int, default=10_000, metavar="N", help="how many reports are many, for memory"
    )
    parser.add_argument("--json", action="store_true", help="print what was measured as JSON instead of the page")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        measured = measure(corpus(), Path(folder), arguments.only, arguments.reports)
    text = page(measured, "make bench")
    if arguments.json:
        print(json.dumps(dataclasses.asdict(measured), indent=1))
    if arguments.out or not arguments.json:
        put(text, arguments.out)


def measure(reports: Corpus, folder: Path, only: list[str] | tuple[str, ...], many: int) -> Measured:
    """Measure the parts asked for. folder: for files that are needed meanwhile."""
    texts = [record["text"] for record in reports.records]
    measured = Measured(
        corpus=reports.name,
        reports=len(texts),
        words=sum(map(words, texts)),
        blanks=sum(map(blanks, texts)),
        machine=f"{machine()}; {libraries()}",
        date=datetime.date.today().isoformat(),
    )
    file = folder / "reports.jsonl"
    usual = reports.nearest(REPORT)
    if "speed" in only:
        counts = reports.write(file, max(ROUNDS * len(texts), 4 * command.WARM))
        for jobs in (1, 2):
            say(f"speed, {jobs} at the same time")
            measured.speed[jobs] = command.run(file, counts, jobs)
    if "stages" in only:
        say("stages")
        reports.write(file, len(texts))
        measured.stages = stages.stages(file)
    if "length" in only:
        say("long texts")
        measured.by_length, measured.length = stages.by_length(usual, LENGTHS), words(usual)
    if "memory" in only:
        few = Corpus(reports.name, reports.records[:FEW])  # what grows must not be the variety of the reports
        for number in (FEW, many):
            say(f"memory, {number:,} reports")
            measured.memory.append(command.run(file, few.write(file, number), measured.jobs))
    if "start" in only:
        say("from nothing")
        alone = folder / "report.txt"
        alone.write_text(usual, "utf-8", newline="")
        measured.importing, measured.cold, measured.cold_words = start.importing(), start.reading(alone), words(usual)
    if "size" in only:
        say("size")
        try:
            built = size.wheel(folder)
            measured.wheel = built.stat().st_size
            measured.environment = size.environment(folder / "environment", built)
        except subprocess.CalledProcessError as error:
            say(f"  not measured: {' '.join(map(os.fspath, error.cmd))} failed")
    return measured


if __name__ == "__main__":
    main()
