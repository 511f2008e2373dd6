"""The commands, with a stand-in for the reader where what it reads does not matter."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso import cli
from sayso.cli import batch
from sayso.model import Account, Actor, Report, Statement

TEXT = "The dockers said on Wednesday that they would not go back to work."
GOOD = json.dumps({"text": TEXT})


class StandIn:
    """A reader that finds one statement in each report, and fails on a report that says "fail"."""

    def read_many(self, reports: Iterable[Report], jobs: int = 1) -> Iterator[Account]:
        for report in reports:
            if "fail" in report.text:
                raise RuntimeError("no account")
            yield account_of(report)


class Hasty(StandIn):
    """A reader that takes three reports at a time."""

    def read_many(self, reports: Iterable[Report], jobs: int = 1) -> Iterator[Account]:
        coming = iter(reports)
        while batch := list(islice(coming, 3)):
            yield from super().read_many(batch)


def account_of(report: Report) -> Account:
    end = len(report.text)
    return Account(
        report=report,
        actors=[Actor(id="a1", name="dockers", kind="group")],
        statements=[Statement(id="s1", speaker="a1", content=[(0, end)], quotation="indirect", force="assert")],
    )


@pytest.fixture(params=[StandIn, Hasty])
def sayso(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.setattr(batch, "new_reader", request.param)
    return lambda *args, given=None: CliRunner().invoke(cli.app, [*map(str, args)], input=given)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line)["report"] for line in result.stdout_bytes.decode().splitlines()]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    return path


def test_one_report_as_json(sayso: Callable[..., Result], report: Path) -> None:
    result = sayso(
        "read", report, "--json", "--outlet", "The Herald", "--published", "2 Oct 2015", "--url", "u", "--title", "t"
    )
    assert (result.exit_code, result.stderr) == (0, "")
    (found,) = lines(result)
    assert {key: found[key] for key in ("text", "outlet", "published", "url", "title")} == {
        "text": TEXT, "outlet": "The Herald", "published": "2015-10-02", "url": "u", "title": "t"
    }  # fmt: skip


def test_standard_input(sayso: Callable[..., Result]) -> None:
    for arguments in (["read", "--json"], ["read", "-", "--json"]):
        result = sayso(*arguments, given=TEXT)
        assert [found["text"] for found in lines(result)] == [TEXT]


@pytest.mark.parametrize("by", [[], ["--by", "speaker"], ["--by", "text"]])
def test_in_the_terminal(sayso: Callable[..., Result], report: Path, by: list[str]) -> None:
    result = sayso("read", report, *by)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "dockers" in result.stdout and "would not go back to work" in " ".join(result.stdout.split())


def test_some_refused(sayso: Callable[..., Result], tmp_path: Path, report: Path) -> None:
    batch = tmp_path / "batch"
    batch.write_text("\n".join([GOOD, "no json", GOOD, json.dumps({"text": "fail"}), GOOD, GOOD]))
    result = sayso("read", report, batch, tmp_path / "none", "--json")
    assert result.exit_code == 1
    assert [found["text"] for found in lines(result)] == [TEXT] * 5
    assert result.stderr.splitlines()[0] == "5 read, 3 refused:"
    assert set(result.stderr.splitlines()[1:]) == {
        f"  {batch}, line 2: not JSON: Expecting value at character 1",
        f"  {batch}, line 4: it could not be read (RuntimeError: no account)",
        f"  {tmp_path / 'none'}: no such file or directory",
    }


def test_all_read_is_counted_too(sayso: Callable[..., Result]) -> None:
    result = sayso("read", "--json", given=f"{GOOD}\n{GOOD}\n")
    assert (result.exit_code, result.stderr) == (0, "2 read, 0 refused\n")


@pytest.mark.parametrize("given", ["", "%PDF-1.7", json.dumps({"text": "fail"}), "[]"])
def test_nothing_readable(sayso: Callable[..., Result], given: str) -> None:
    result = sayso("read", "--json", given=given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("0 read, ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "--jobs", "0"],
        ["read", "--by", "length"],
        ["read", "--published", "the other day"],
        ["read", "--html", "/nowhere/at/all.html"],
        ["read", "--csv", "/nowhere/at/all"],
        ["read", "--csv", __file__],
        ["read", "--geojson", "/nowhere/at/all.json"],
        ["read", "--geojson", str(Path(__file__).parent)],
        ["read", "--max-chars", "many"],
        ["read", "--wrong"],
        ["write"],
    ],
)
def test_wrong_use(sayso: Callable[..., Result], arguments: list[str]) -> None:
    result = sayso(*arguments, given=TEXT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage" in result.stderr


def test_max_chars(sayso: Callable[..., Result]) -> None:
    assert sayso("read", "--json", "--max-chars", 20, given=TEXT).exit_code == 2
    assert sayso("read", "--json", "--max-chars", len(TEXT), given=TEXT).exit_code == 0


def test_pages(sayso: Callable[..., Result], tmp_path: Path) -> None:
    for given, count in ((TEXT, 1), (f"{GOOD}\n{GOOD}\n{GOOD}", 3)):
        page = tmp_path / "account.html"
        result = sayso("read", "--html", page, given=given)
        assert (result.exit_code, result.stdout) == (0, "")
        assert page.read_text("utf-8").count("<article") == count
        assert sayso("read", "--html", page, "--json", given=given).stdout.count("\n") == count
        assert [path.name for path in tmp_path.iterdir()] == ["account.html"]


def test_tables_and_maps(sayso: Callable[..., Result], tmp_path: Path) -> None:
    tables, geojson = tmp_path / "tables", tmp_path / "map.json"
    for given, count in ((TEXT, 1), (f"{GOOD}\n{GOOD}\n{GOOD}", 3)):
        result = sayso("read", "--csv", tables, "--geojson", geojson, given=given)
        assert (result.exit_code, result.stdout) == (0, "")
        assert sorted(path.name for path in tables.iterdir()) == ["disputes.csv", "events.csv", "statements.csv"]
        assert len((tables / "statements.csv").read_text("utf-8-sig").splitlines()) == 1 + count
        assert json.loads(geojson.read_text("utf-8")) == {"type": "FeatureCollection", "features": []}
        both = sayso("read", "--csv", tables, "--json", "--html", tmp_path / "page.html", given=given)
        assert both.stdout.count("\n") == count and (tmp_path / "page.html").exists()


def test_where_nothing_could_be_read_old_tables_stay(sayso: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "statements.csv").write_text("old")
    (tmp_path / "map.json").write_text("old")
    result = sayso("read", "--csv", tmp_path, "--geojson", tmp_path / "map.json", given="%PDF-1.7")
    assert result.exit_code == 2
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old", "old"]


@pytest.mark.parametrize("whole_folder", [False, True])
def test_what_is_read_is_not_written_over(sayso: Callable[..., Result], tmp_path: Path, whole_folder: bool) -> None:
    given = tmp_path / "statements.csv"
    given.write_text(f"text\n{TEXT}\n")
    result = sayso("read", tmp_path if whole_folder else given, "--csv", tmp_path)
    assert result.exit_code == 2 and "is among what is to be read" in " ".join(result.stderr.split())
    assert given.read_text() == f"text\n{TEXT}\n"


def test_lone_surrogates_and_controls(sayso: Callable[..., Result], tmp_path: Path) -> None:
    text = "She said \ud800 no, \u202e\x1b]0;owned\x07 and \udfff went."
    given = json.dumps({"text": text})
    assert [found["text"] for found in lines(sayso("read", "--json", given=given))] == [text]
    for arguments in (["read"], ["read", "--html", tmp_path / "page.html"]):
        result = sayso(*arguments, given=given)
        assert result.exit_code == 0
        assert "\x1b]0" not in result.stdout


def test_a_name_of_a_file_cannot_write_lines_of_its_own(sayso: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "a\n9 read\x1b[2J").write_bytes(b"%PDF-")
    result = sayso("read", tmp_path)
    assert len(result.stderr.splitlines()) == 2 and "\x1b" not in result.stderr


def test_schema(sayso: Callable[..., Result]) -> None:
    schema = json.loads(sayso("schema").stdout)
    assert schema["$schema"].endswith("2020-12/schema")
    assert {"format", "report", "actors", "statements"} <= set(schema["properties"])


@pytest.mark.parametrize("option", ["--html", "--csv", "--geojson"])
def test_no_file_is_called_by_a_hyphen(sayso: Callable[..., Result], report: Path, option: str) -> None:
    result = sayso("read", report, option, "-")
    assert result.exit_code == 2 and option in result.stderr


def test_help_teaches_by_example(sayso: Callable[..., Result]) -> None:
    result = sayso("read", "--help")
    assert "sayso read reports/ --json > accounts.jsonl" in result.stdout
    assert "sayso read reports/ --csv tables" in result.stdout and "--geojson FILE" in result.stdout
    assert sayso("--help").exit_code == 0


# --- as a process of its own ------------------------------------------------------------------------------------------

# The command with the stand-in; `slow` makes it wait after each report.
PROGRAM = """
import sys, time
sys.path.insert(0, {tests!r})
from sayso import cli
from sayso.cli import batch
import test_cli
class Reader(test_cli.StandIn):
    def read_many(self, reports, jobs=1):
        for account in super().read_many(reports):
            yield account
            time.sleep({wait})
batch.new_reader = Reader
cli.main()
"""


def process(*arguments: str, wait: float = 0, **options: object) -> subprocess.Popen[bytes]:
    program = PROGRAM.format(tests=str(Path(__file__).parent), wait=wait)
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options,
    )  # type: ignore[call-overload,no-any-return]  # fmt: skip


def test_utf8_whatever_the_locale(tmp_path: Path) -> None:
    text = "Zoë said “no” \ud83d in 東京."
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    for arguments in (["read", "--json"], ["read"]):
        running = process(*arguments, env=environment)
        out, err = running.communicate(json.dumps({"text": text}).encode())
        assert (running.returncode, err) == (0, b"")
        assert "Zoë" in out.decode("utf-8") and "東京" in out.decode("utf-8")


def test_a_broken_pipe_ends_it_quietly(tmp_path: Path) -> None:
    batch = tmp_path / "batch"
    batch.write_text((GOOD + "\n") * 5000)
    running = process("read", "--json", str(batch))
    assert running.stdout and running.stderr
    assert json.loads(running.stdout.readline())
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(20) == cli.PIPE_CLOSED


def test_ctrl_c_ends_it_quietly_with_whole_lines(tmp_path: Path) -> None:
    batch, page = tmp_path / "batch", tmp_path / "page.html"
    batch.write_text((json.dumps({"text": TEXT * 2000}) + "\n") * 500)
    running = process("read", "--json", "--html", str(page), str(batch), wait=0.02)
    assert running.stdout
    first = running.stdout.readline()
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, err) == (cli.INTERRUPTED, b"")
    assert all(json.loads(line) for line in (first + out).splitlines())
    assert (first + out).endswith(b"\n")
    assert [path.name for path in tmp_path.iterdir()] == ["batch"]


def test_ctrl_c_while_a_class_is_being_made(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pressed:
        def __set_name__(self, owner: type, name: str) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr(cli, "app", lambda: type("Imported", (), {"field": Pressed()}))
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == cli.INTERRUPTED


def test_an_error_is_no_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    def app() -> None:
        raise RuntimeError("of its own")

    monkeypatch.setattr(cli, "app", app)
    with pytest.raises(RuntimeError, match="of its own"):
        cli.main()


def test_ctrl_c_leaves_whole_rows_and_a_whole_collection(tmp_path: Path) -> None:
    batch, tables, geojson = tmp_path / "batch", tmp_path / "tables", tmp_path / "map.json"
    batch.write_text((GOOD + "\n") * 500)
    running = process("read", "--json", "--csv", str(tables), "--geojson", str(geojson), str(batch), wait=0.02)
    assert running.stdout
    for _ in range(3):
        running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=20)
    assert (running.returncode, err) == (cli.INTERRUPTED, b"")
    rows = (tables / "statements.csv").read_text("utf-8-sig").splitlines(keepends=True)
    assert len(rows) > 2 and {len(row) for row in rows[1:]} == {len(rows[-1])} and rows[-1].endswith("\n")
    assert json.loads(geojson.read_text("utf-8"))["features"] == []


def test_accounts_come_while_reports_still_come() -> None:
    running = process("read", "--json", "-")
    assert running.stdin and running.stdout
    # More than is looked at to tell what it is, and no more than that and a pipe hold.
    count = 100_000 // len(GOOD)
    running.stdin.write((GOOD + "\n").encode() * count)
    running.stdin.flush()
    assert json.loads(running.stdout.readline())
    running.stdin.close()
    assert len(running.stdout.readlines()) == count - 1
    assert running.wait(20) == 0


def test_no_path_at_a_terminal_is_wrong_use() -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "sayso", "read"], stdin=theirs, capture_output=True, timeout=20, check=False
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 2
    assert b"standard input" in done.stderr


def test_the_version_is_there_at_once() -> None:
    for asked in ("version", "--version"):
        done = subprocess.run([sys.executable, "-m", "sayso", asked], capture_output=True, timeout=20, check=True)
        assert done.stdout.startswith(b"sayso ") and done.stdout.count(b"\n") == 1
    heavy = "import sys, sayso.cli; print({'rich', 'numpy', 'onnxruntime', 'trafilatura'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", heavy], capture_output=True, timeout=20, check=True)
    assert done.stdout.strip() == b"set()"
