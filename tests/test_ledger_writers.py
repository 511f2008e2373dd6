"""Several processes write to one ledger, and are killed: nothing is lost, doubled or half there."""

from __future__ import annotations

import multiprocessing
import random
import signal
import threading
import time
from collections.abc import Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from example_account import example, roadblock
from sqlalchemy import text

from sayso import Account, Ledger, Report
from sayso.intake import Refusal

_SPAWN = multiprocessing.get_context("spawn")

REPORTS = 100
URLS = 5
KILLS = 4


def news(number: int) -> Account:
    """One report of many; some stand at the same URL."""
    account = (example, roadblock)[number % 2]()
    report = {**dict(account.report), "id": "", "url": f"https://news.example/{number % URLS}"}
    report["text"] += f"\nEdition {number}\n"
    return account.model_copy(update={"report": Report(**report)})


def write(where: str, numbers: Sequence[int], together: int) -> None:
    """What a process does that adds reports, some at a time, and is refused one between."""
    with Ledger(where) as ledger:
        for first in range(0, len(numbers), together):
            portion = numbers[first : first + together]
            list(ledger.add_many(map(news, portion)))
            ledger.refuse([Refusal("news.jsonl", f"line {number}", "empty") for number in portion if number % 5 == 0])


def started(where: str, numbers: Sequence[int], together: int) -> BaseProcess:
    process = _SPAWN.Process(target=write, args=(where, numbers, together))
    process.start()
    return process


def holdings(where: str) -> dict[str, Any]:
    """What a ledger holds, however it came in."""
    questions = {
        "reports": "SELECT id, url, words FROM reports",
        "versions": "SELECT url, version FROM reports",
        "refusals": "SELECT source, place, reason FROM refusals",
        "speakers": "SELECT r.id, s.id, s.said, n.id FROM statements s JOIN reports r ON r.pk = s.report_pk "
        "JOIN namings n ON n.pk = s.speaker_pk",
        "parts": "SELECT r.id, t.id, t.trigger, n.id, p.part FROM parts p JOIN tellings t ON t.pk = p.telling_pk "
        "JOIN reports r ON r.pk = t.report_pk JOIN namings n ON n.pk = p.naming_pk",
        "words": "SELECT r.id, t.id, s.id, w.place FROM words w JOIN tellings t ON t.pk = w.telling_pk "
        "JOIN reports r ON r.pk = t.report_pk JOIN statements s ON s.pk = w.statement_pk",
    }
    with Ledger(where, create=False) as ledger, ledger.reading() as connection:
        return {key: sorted(map(tuple, connection.execute(text(asked)))) for key, asked in questions.items()}


def count(where: str) -> int:
    """How many reports a ledger holds."""
    with Ledger(where) as ledger, ledger.reading() as connection:
        return int(connection.scalar(text("SELECT count(*) FROM reports")) or 0)


def undisturbed(folder: Path) -> dict[str, Any]:
    """What a ledger holds to which one process has added everything."""
    where = str(folder / "undisturbed.db")
    write(where, range(REPORTS), 16)
    return holdings(where)


def test_processes_that_add_the_same_reports_at_once(ledger_url: str, tmp_path: Path) -> None:
    shuffled = [random.Random(number).sample(range(REPORTS), REPORTS) for number in range(3)]
    processes = [started(ledger_url, numbers, together) for numbers, together in zip(shuffled, (1, 7, 40), strict=True)]
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    # Which report at a URL is its first version depends on who was faster.
    assert holdings(ledger_url) == undisturbed(tmp_path)


def test_a_process_that_is_killed_and_started_again(ledger_url: str, tmp_path: Path) -> None:
    wanted, chance = undisturbed(tmp_path), random.Random(7)
    for _ in range(KILLS):
        before = count(ledger_url)
        process = started(ledger_url, range(REPORTS), 2)
        while process.is_alive() and count(ledger_url) == before:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        found = holdings(ledger_url)
        whole = {id for id, *_ in found["reports"]}
        for part in ("speakers", "parts", "words"):
            assert found[part] == [row for row in wanted[part] if row[0] in whole], "a report is half there"
    last = started(ledger_url, range(REPORTS), 2)
    last.join(120)
    assert last.exitcode == 0
    assert holdings(ledger_url) == wanted


def test_who_writes_again_and_again_lets_others_in(tmp_path: Path) -> None:
    where = tmp_path / "sayso.db"
    Ledger(where).close()
    done = threading.Event()

    def write_on() -> None:
        with Ledger(where) as ledger:
            while not done.is_set():
                with ledger.writing():
                    time.sleep(0.1)

    writing = threading.Thread(target=write_on)
    writing.start()
    try:
        with Ledger(where) as ledger:
            for _ in range(5):
                with ledger.writing():
                    pass
    finally:
        done.set()
        writing.join()
