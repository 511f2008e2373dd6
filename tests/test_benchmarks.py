"""What is measured is what is meant."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from example_account import roadblock

from benchmarks import ledger, worlds
from benchmarks.command import WARM, Run, family, resident, run
from benchmarks.corpus import Corpus, words
from benchmarks.page import Measured, page
from benchmarks.stages import STAGES, Clock, by_length, stages

TEXT = "The minister said on Monday that the talks had failed. The president denied it."


def test_reports_repeat_under_ids_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    counts = Corpus("two", [{"id": "a", "text": TEXT}, {"id": "b", "text": "No."}]).write(file, 5)
    written = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [record["id"] for record in written] == [f"report-{i}" for i in range(5)]
    assert counts == [words(record["text"]) for record in written] == [16, 2, 16, 2, 16]


def test_an_outer_stage_stands_still_while_an_inner_one_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter((10.0, 12.0, 17.0, 18.0))  # outer begins, inner begins, inner ends, outer ends
    monkeypatch.setattr("benchmarks.stages.time.perf_counter", lambda: next(ticks))
    clock = Clock()
    inner = clock.wrapped("inner", lambda: None)
    clock.wrapped("outer", inner)()
    assert clock.seconds == {"outer": 3.0, "inner": 5.0}


def test_every_stage_is_clocked(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT)
    spent = stages(file)
    assert list(spent) == ["intake", *STAGES, "rest"]
    assert all(seconds > 0 for seconds in spent.values())


def test_long_texts_are_the_text_over_and_over() -> None:
    spent = by_length(TEXT, (1, 20))
    assert spent[20] > spent[1] > 0


def test_the_command_is_run_and_watched(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    counts = Corpus("one", [{"text": TEXT}]).write(file, 2 * WARM + 10)
    done = run(file, counts, jobs=1)
    assert done.reports == 2 * WARM + 10 and done.speed and done.speed > 0
    assert done.peak is None or done.peak > 20_000_000


def test_a_report_that_does_not_come_back_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    file.write_text(json.dumps({"id": "report-0", "text": ""}) + "\n")
    with pytest.raises(RuntimeError, match=r"0 of 1 reports came back(.|\n)*empty"):
        run(file, [0], jobs=1)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells of processes in /proc")
def test_memory_is_that_of_a_process_and_its_descendants() -> None:
    assert family(os.getpid())[0] == os.getpid() and resident(os.getpid()) > 1_000_000
    assert family(2**31 - 1) == [] and resident(2**31 - 1) == 0


def test_the_page_tells_what_was_measured_and_nothing_else() -> None:
    measured = Measured("some", 10, 1000, 850, "a machine", "2020-01-01", length=100)
    shown = page(measured, "make bench")
    assert "## Speed" not in shown and "## Memory" not in shown
    measured.speed = {2: Run(10, 7000.0, None)}
    measured.stages = {"encoder": 0.3, "JSON": 0.1}
    measured.by_length = {1: 0.02, 10: 0.2}
    measured.memory = [Run(100, None, 400_000_000), Run(10_000, None, None)]
    measured.wheel, measured.importing = 30_000_000, 0.25
    shown = page(measured, "make bench")
    for row in (
        "| 2 | 10 | **7,000** | 5,950 |",
        "| encoder | the network, all heads | 75.0% | 300.0 |",
        "| 1,000 | 0.20 | 200 |",
        "| 100 | 400 |",
        "| 10,000 | not told by this system |",
        "| the wheel | 30 MB | 45 MB |",
        "| `import sayso` | 0.25 s | 0.3 s |",
    ):
        assert row in shown


def test_a_ledger_grows_and_is_asked(tmp_path: Path) -> None:
    """The same report in three worlds: three reports with other names, whose spans still point at the words meant."""
    grown = ledger.grow([roadblock()], 3, tmp_path / "grown.db")
    assert grown.reports == 3 and grown.events >= 1
    assert set(grown.answers) == set(ledger.QUESTIONS) and set(grown.searches) == set(ledger.SEARCHES)
    others = list(worlds.accounts([roadblock()], 3))
    assert len({account.report.text for account in others}) == 3
    for account in others:
        for one, other in zip(roadblock().spans(), account.spans(), strict=True):
            assert one == other and len(roadblock().words(one)) == len(account.words(other))
    text = ledger.page({"reading": 10.0, "adding": 11.0, "linking": 1.0}, 100, [grown, replace(grown, adding=1e6)])
    assert "91% of the speed of reading" in text and "9% of the time of adding" in text and "**" in text
