"""The commands that ask a ledger."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import REPOSITORY
from example_account import roadblock
from typer.testing import CliRunner, Result

from sayso import Ledger, cli
from sayso.intake import Refusal
from sayso.linking.linker import link
from sayso.model import Report

REPORT = str(REPOSITORY / "examples" / "report.txt")
LISTS = ("reports", "statements", "events", "actors", "disputes")


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of one report, whose title would be a formula and a command to the terminal."""
    path = tmp_path_factory.mktemp("asked") / "sayso.db"
    account = roadblock()
    report = Report(**{**dict(account.report), "title": "=HYPERLINK(1) \x1b[31m", "id": ""})
    with Ledger(path) as ledger:
        ledger.add(account.model_copy(update={"report": report}), weights="none")
        ledger.refuse([Refusal("b.txt", None, "it is empty"), Refusal("a.jsonl", "line 3", "not JSON")])
        link(ledger)
    return path


@pytest.fixture
def sayso(where: Path) -> Callable[..., Result]:
    environment = {"SAYSO_LEDGER": str(where), "COLUMNS": "200"}
    return lambda *arguments: CliRunner().invoke(cli.app, [*map(str, arguments)], env=environment)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_in_every_form(sayso: Callable[..., Result], where: Path, tmp_path: Path, name: str) -> None:
    with Ledger(where) as ledger:
        expected = [answer.id for answer in getattr(ledger, name)()]
    lines = sayso(name, "--json").stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == expected
    assert sayso(name, "--csv", tmp_path / "a.csv", "--parquet", tmp_path / "a.parquet").exit_code == 0
    rows = list(csv.DictReader((tmp_path / "a.csv").open(encoding="utf-8-sig", newline="")))
    assert list(dict.fromkeys(row["id"] for row in rows)) == expected
    parquet = pytest.importorskip("pyarrow.parquet").read_table(tmp_path / "a.parquet")
    assert parquet.num_rows == len(rows) and (not rows or parquet.column_names == list(rows[0]))
    shown = sayso(name)
    assert shown.exit_code == (0 if expected else 1) and "\x1b" not in shown.stdout + "".join(map(str, rows))
    assert all(id in shown.stdout for id in expected[:50])


@pytest.mark.parametrize("name", LISTS)
def test_a_narrow_terminal_has_each_answer_on_lines_of_its_own(where: Path, name: str) -> None:
    with Ledger(where) as ledger:
        expected = [answer.id for answer in getattr(ledger, name)(limit=50)]
    environment = {"SAYSO_LEDGER": str(where), "COLUMNS": "60"}
    shown = CliRunner().invoke(cli.app, [name], env=environment).stdout.splitlines()
    assert all(len(line) <= 60 for line in shown)
    assert [line.strip() for line in shown if line.strip() in expected] == expected


def test_a_table_is_gone_through_page_by_page(sayso: Callable[..., Result]) -> None:
    first = sayso("statements", "--limit", 2)
    cursor = first.stderr.split("'")[1]
    second = sayso("statements", "--limit", 2, "--after", cursor)
    assert (first.exit_code, second.exit_code) == (0, 0) and first.stdout != second.stdout


def test_no_cell_is_a_formula(sayso: Callable[..., Result]) -> None:
    for arguments in (("reports", "--csv", "-"), ("export", "plover", "-")):
        table = list(csv.reader(sayso(*arguments).stdout.splitlines()))
        assert any(cell.startswith("'=HYPERLINK") for row in table for cell in row)


def test_the_shape_of_plover(sayso: Callable[..., Result], tmp_path: Path) -> None:
    assert sayso("export", "plover", tmp_path / "events.csv").exit_code == 0
    rows = list(csv.DictReader((tmp_path / "events.csv").open(encoding="utf-8-sig", newline="")))
    assert [row["Event ID"] for row in rows] == [
        json.loads(line)["id"] for line in sayso("events", "--json").stdout.splitlines()
    ]
    assert any(row["Actor Country"] == "CHL" and row["Actor Sectors"] == "COP" for row in rows)
    assert all(row["Event Type"].isupper() and int(row["Reports"]) == 1 and row["Grade"] for row in rows)


def test_a_map(sayso: Callable[..., Result]) -> None:
    collection = json.loads(sayso("events", "--geojson", "-").stdout)
    assert collection["type"] == "FeatureCollection" and collection["features"]
    assert sayso("actors", "--geojson", "-").exit_code == 2


@pytest.mark.parametrize("name", ["event", "actor", "dispute"])
def test_the_whole_of_one(sayso: Callable[..., Result], name: str) -> None:
    for line in sayso(f"{name}s", "--json").stdout.splitlines():
        id = json.loads(line)["id"]
        shown = sayso(name, id)
        assert shown.exit_code == 0 and id in shown.stdout and "\x1b" not in shown.stdout
        assert len(id) == 12 and re.search(rf"sayso {name} [0-9a-f]{{12}}$", sayso(name, "--help").stdout, re.M)
        assert json.loads(sayso(name, id, "--json").stdout)[name]["id"] == id
    assert sayso(name, "nobody").exit_code == 1


def test_an_event_is_found_by_one_of_its_tellings(sayso: Callable[..., Result], where: Path) -> None:
    with Ledger(where) as ledger:
        told = [(event.id, telling.id) for event in ledger.events() for telling in ledger.event(event.id).tellings]
    for event, telling in told:
        assert sayso("event", telling).stdout == sayso("event", event).stdout
        assert sayso("explain", telling).stdout == sayso("explain", event).stdout
    assert sayso("event", told[0][1].partition("/")[0] + "/e99").exit_code == 1


def test_counts_and_refusals(sayso: Callable[..., Result]) -> None:
    assert json.loads(sayso("stats", "--json").stdout)["reports"] == 1
    assert "single source" in sayso("stats").stdout
    assert sayso("refused").stdout.splitlines() == ["a.jsonl, line 3: not JSON", "b.txt: it is empty"]


def test_that_nothing_was_refused_is_said(sayso: Callable[..., Result], tmp_path: Path) -> None:
    with Ledger(empty := tmp_path / "empty.db"):
        pass
    assert sayso("refused", "--ledger", empty).stderr == "nothing was refused\n"
    assert sayso("refused", "--ledger", empty, "--json").output == ""


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("events", "--footing", "foo"), 2, "--footing: 'foo' is none of fact"),
        (("correct", "{telling}", "--figure", "many"), 2, "--figure: 'many' is no figure"),
        (("correct", "{telling}", "--actor", "nobody"), 2, "--actor: nobody in the report"),
        (("correct", "{telling}", "--recipient", "nobody"), 2, "--recipient: nobody in the report"),
        (("correct", "{telling}", "--status", "foo"), 2, "--status: 'foo' is none of fact"),
        (("correct", "{telling}", "{telling}", "--same"), 2, "REPORT/PART: "),
        (("correct", "{event}", "--wrong"), 1, "there is no '{event}': a part of a report is corrected, REPORT/PART"),
        (("correct", "--undo", "nothing"), 1, "there is no 'nothing'\n"),
        (("corrections",), 1, "nothing found\n"),
        (("corrections", "nobody"), 1, "nothing found\n"),
        (("corrections", "--json"), 0, ""),
    ],
)
def test_what_goes_wrong_is_said_in_the_words_of_the_command(
    sayso: Callable[..., Result], where: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    with Ledger(where) as ledger:
        (event, *_) = ledger.events()
        names = {"event": event.id, "telling": ledger.event(event.id).tellings[0].id}
    ended = sayso(
        *(argument.format(**names) for argument in arguments), *(["--who", "ann"] * (arguments[0] == "correct"))
    )
    assert ended.exit_code == code and words.format(**names) in ended.stderr


def test_what_rests_on_a_correction_follows_at_once(where: Path, tmp_path: Path) -> None:
    path = tmp_path / "corrected.db"
    with Ledger(where) as ledger, Ledger(path) as other:
        (report, *_) = ledger.reports()
        other.add(ledger.account(report.id))
        link(other)
        events = len(list(other.events()))
    for arguments, unlinked in ((("--wrong", "--no-link"), 1), (("--right",), 0)):
        part = f"{report.id}/e{2 - unlinked}"
        ended = CliRunner().invoke(
            cli.app, ["correct", part, *arguments, "--who", "ann"], env={"SAYSO_LEDGER": str(path)}
        )
        assert ended.exit_code == 0
        with Ledger(path) as other:
            assert other.stats().unlinked == unlinked
    with Ledger(path) as other:
        assert len(list(other.events())) == events - 1


def test_whoever_has_no_name_says_who_corrects(sayso: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("getpass.getuser", unknown)
    ended = sayso("correct", "report/e1", "--wrong")
    assert ended.exit_code == 2 and "--who: nobody is logged in by a name: say who corrects" in ended.stderr
    assert sayso("correct", "report/e1", "--wrong", "--who", "ann").exit_code == 1


def test_what_is_written_comes_where_a_link_leads(sayso: Callable[..., Result], tmp_path: Path) -> None:
    old, new, link = tmp_path / "old.csv", tmp_path / "new.csv", tmp_path / "link.csv"
    old.write_text("old")
    link.symlink_to(old)
    for target in (old, new):
        link.unlink()
        link.symlink_to(target)
        assert sayso("events", "--csv", link).exit_code == 0
        assert link.readlink() == target and target.read_text("utf-8-sig").startswith("id,")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.csv", "new.csv", "old.csv"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes on Windows")
@pytest.mark.parametrize("arguments", [("events", "--csv"), ("events", "--geojson"), ("export", "plover")])
def test_a_pipe_is_written_into(sayso: Callable[..., Result], tmp_path: Path, arguments: tuple[str, ...]) -> None:
    pipe, plain = tmp_path / "pipe", tmp_path / "plain"
    os.mkfifo(pipe)
    came: list[bytes] = []
    reader = threading.Thread(target=lambda: came.append(pipe.read_bytes()))
    reader.start()
    assert sayso(*arguments, pipe).exit_code == 0
    reader.join(20)
    assert sayso(*arguments, plain).exit_code == 0
    assert came == [plain.read_bytes()] and pipe.is_fifo()


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux alone has a disk that is always full")


@FULL
@pytest.mark.parametrize(
    "arguments",
    [
        ("events", "--csv", "/dev/full"), ("events", "--parquet", "/dev/full"), ("events", "--geojson", "/dev/full"),
        ("export", "plover", "/dev/full"), ("read", REPORT, "--geojson", "/dev/full"),
        ("read", REPORT, "--html", "/dev/full"),
    ],
)  # fmt: skip
def test_a_full_disk_is_said_in_a_line(sayso: Callable[..., Result], arguments: tuple[str, ...]) -> None:
    ended = sayso(*arguments)
    assert ended.exit_code == cli.NOT_WRITTEN
    assert ended.stderr == "/dev/full: it could not be written (no space left on device)\n"


@FULL
@pytest.mark.parametrize(
    "arguments",
    [
        ("events",),
        ("events", "--json"),
        ("reports", "--csv", "-"),
        ("stats",),
        ("schema",),
        ("version",),
        ("read", REPORT),
    ],
)
def test_so_is_a_standard_output_that_takes_no_more(where: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sayso", *arguments], env={**os.environ, "SAYSO_LEDGER": str(where)},
            stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == cli.NOT_WRITTEN
    assert done.stderr == "standard output: it could not be written (no space left on device)\n"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever runs the machine may write anywhere"
)
def test_so_is_a_folder_that_may_not_be_written_to(sayso: Callable[..., Result], tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir(0o555)
    ended = sayso("events", "--csv", folder / "events.csv")
    assert ended.exit_code == cli.NOT_WRITTEN and "could not be written (permission denied)" in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("events", "--since", "soon"), 2),
        (("events", "--limit", "0"), 2),
        (("events", "--after", "nothing"), 2),
        (("events", "--csv", "none/there.csv"), 2),
        (("events", "--parquet", "-"), 2),
        (("events", "--json", "--csv", "-"), 2),
        (("events", "--csv", "-", "--geojson", "-"), 2),
        (("events", "--search", "zebra"), 1),
        (("events", "--search", "zebra", "--json"), 0),
        (("events", "--ledger", "none.db"), 3),
    ],
)
def test_what_goes_wrong(sayso: Callable[..., Result], arguments: tuple[str, ...], code: int) -> None:
    result = sayso(*arguments)
    assert result.exit_code == code and bool(result.stderr) == (code > 0) and "Traceback" not in result.output
