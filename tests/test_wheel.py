"""What a user gets: the wheel, installed where nothing else is, and its command from end to end."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import REPOSITORY, Installed

pytestmark = pytest.mark.wheel

EXAMPLE = REPOSITORY / "examples" / "report.txt"
MB = 1_000_000

# Short reports. What is said in them is said so plainly that every reader must find it.
SAID = {
    "dam": "The dam will be finished next year, Energy Minister Amara Diallo said on Monday.",
    "strike": "The union said the strike would go on.\n\n“We are not tired,” its leader, Pavel Novak, told reporters.",
    "talks": "According to the ministry, the talks had failed. It denied that money had been paid.",
    "quiet": "Rain fell all day. The market was empty and the boats stayed in the harbour.",
}


def accounts(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def words(account: dict[str, Any], span: list[int] | None) -> str:
    return account["report"]["text"][slice(*span)] if span else ""


@pytest.fixture(scope="module")
def schema(installed: Installed) -> jsonschema.Draft202012Validator:
    printed = json.loads(installed.run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(printed)
    return jsonschema.Draft202012Validator(printed)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports in every kind of file, and among them what is none."""
    root = tmp_path_factory.mktemp("reports")
    (root / "a.txt").write_text(SAID["dam"], "utf-8")
    (root / "b.dat").write_bytes(gzip.compress(json.dumps({"id": "b", "text": SAID["strike"]}).encode()))
    lines = [
        {"id": "c1", "text": SAID["talks"], "outlet": "The Herald"},
        {"title": "nothing else"},
        {"text": SAID["quiet"]},
    ]
    (root / "c.jsonl").write_text("\n".join(map(json.dumps, lines)))
    (root / "d.csv").write_text(f'id,text\nd1,"{SAID["dam"]}"\n', "cp1252")
    (root / "e.txt").write_bytes(SAID["strike"].encode("utf-16"))
    (root / "f.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    (root / "g.txt").write_text(" \n")
    (root / "h.txt").write_text(
        "Der Minister sagte am Montag in Berlin, die Regierung werde das Gesetz noch in diesem Jahr vorlegen. "
        "Die Opposition wies das zurück und sprach von einem Versuch, die Wähler vor der Wahl zu täuschen.",
        "utf-8",
    )
    (root / "i.html").write_text(
        "<html><head><title>Strike goes on</title></head><body><article><h1>Strike goes on</h1>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in SAID["strike"].split("\n\n") * 3)
        + "</article></body></html>"
    )
    return root


# --- the wheel --------------------------------------------------------------------------------------------------------


def test_the_wheel_is_small_and_has_all_it_needs(wheel: Path) -> None:
    assert wheel.stat().st_size <= 45 * MB
    names = set(zipfile.ZipFile(wheel).namelist())
    sources = (REPOSITORY / "src" / "sayso").rglob("*")
    expected = {path.relative_to(REPOSITORY / "src").as_posix() for path in sources if path.is_file()}
    expected = {name for name in expected if "__pycache__" not in name}
    assert {"sayso/reader/weights/reader.onnx", "sayso/reader/weights/tokenizer.json", "sayso/py.typed"} <= expected
    assert expected <= names
    assert not {
        name for name in names if name.split("/")[0] not in ("sayso", f"{wheel.name.split('-py3')[0]}.dist-info")
    }


def test_the_licences_travel_with_it(wheel: Path) -> None:
    held = zipfile.ZipFile(wheel)
    licences = {name.rpartition("/")[2]: held.read(name).decode() for name in held.namelist() if "/licenses/" in name}
    assert "Apache License" in licences["LICENSE"]
    assert "PolNeAR" in licences["model-card.md"] and "research" in licences["model-card.md"]


def test_the_environment_is_small(installed: Installed) -> None:
    size = sum(path.stat().st_size for path in installed.root.rglob("*") if path.is_file() and not path.is_symlink())
    assert size <= 450 * MB


# --- the commands -----------------------------------------------------------------------------------------------------


def test_version(installed: Installed, wheel: Path) -> None:
    done = installed.run("version")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == f"sayso {wheel.name.split('-')[1]}\n"


def test_the_example_in_the_terminal(installed: Installed) -> None:
    printed = {}
    for by in ("text", "speaker"):
        done = installed.run("read", EXAMPLE, "--by", by)
        assert (done.returncode, done.stderr) == (0, b"")
        printed[by] = done.stdout.decode("utf-8")
        assert "Iceland accuses Norway of firing on trawler off Svalbard" in printed[by]
        assert "Halldorsdottir" in printed[by] and "Everything is on the table" in " ".join(printed[by].split())
    assert printed["text"] != printed["speaker"]


def test_the_example_as_json(installed: Installed, schema: jsonschema.Draft202012Validator) -> None:
    done = installed.run("read", EXAMPLE, "--json", "--published", "14 March 2019", "--outlet", "The Harbour Times")
    assert (done.returncode, done.stderr) == (0, b"")
    (account,) = accounts(done.stdout)
    schema.validate(account)
    report = account["report"]
    assert report["text"] == EXAMPLE.read_text("utf-8")
    assert (report["outlet"], report["published"], report["dateline"]) == (
        "The Harbour Times",
        "2019-03-14",
        "REYKJAVIK",
    )
    told = {words(account, piece) for statement in account["statements"] for piece in statement["content"]}
    assert any("We are still listening to the tapes" in piece for piece in told)


def test_the_example_as_a_page(installed: Installed, tmp_path: Path) -> None:
    page = tmp_path / "account.html"
    done = installed.run("read", EXAMPLE, "--html", page)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    written = page.read_text("utf-8")
    assert written.lstrip().lower().startswith("<!doctype html>")
    assert "REYKJAVIK" in written and "http-equiv" in written.lower()


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (SAID["dam"], "Amara Diallo", "The dam will be finished next year"),
        ("The mayor, Elena Costa, said the bridge was safe.", "Elena Costa", "the bridge was safe"),
        ("“The bridge is safe,” said Elena Costa, the mayor.", "Elena Costa", "The bridge is safe"),
    ],
)
def test_who_says_what(installed: Installed, text: str, speaker: str, said: str) -> None:
    (account,) = accounts(installed.run("read", "-", "--json", given=text.encode()).stdout)
    names = {actor["id"]: actor["name"] for actor in account["actors"]}
    found = {
        (names.get(statement["speaker"]), " … ".join(words(account, piece) for piece in statement["content"]))
        for statement in account["statements"]
    }
    assert (speaker, said) in found


def test_a_folder_of_all_kinds(installed: Installed, folder: Path, schema: jsonschema.Draft202012Validator) -> None:
    done = installed.run("read", folder, "--json")
    assert done.returncode == 1
    found = accounts(done.stdout)
    for account in found:
        schema.validate(account)
    texts = [account["report"]["text"] for account in found]
    assert texts[:6] == [SAID[name] for name in ("dam", "strike", "talks", "quiet", "dam", "strike")]
    assert len(texts) == 7 and "“We are not tired,”" in texts[6]
    assert found[6]["report"]["title"] == "Strike goes on"
    count, *reasons = done.stderr.decode("utf-8").splitlines()
    assert count == "7 read, 4 refused:"
    for name, reason in [
        ("c.jsonl, line 2", "no field"),
        ("f.txt", "PDF"),
        ("g.txt", "empty"),
        ("h.txt", "not English"),
    ]:
        assert any(name in line and reason in line for line in reasons), (name, reasons)


def test_exit_codes(installed: Installed, folder: Path) -> None:
    assert installed.run("read", folder / "a.txt").returncode == 0
    assert installed.run("read", folder / "f.txt").returncode == 2
    assert installed.run("read", folder / "no such file").returncode == 2
    assert installed.run("read", folder / "a.txt", "--jobs", "none").returncode == 2
    assert installed.run("read", folder / "a.txt", "--max-chars", "10").returncode == 2


def test_standard_input(installed: Installed) -> None:
    for given in (SAID["dam"].encode(), gzip.compress(SAID["dam"].encode("utf-16"))):
        done = installed.run("read", "--json", given=given)
        assert done.returncode == 0
        assert [account["report"]["text"] for account in accounts(done.stdout)] == [SAID["dam"]]


def test_the_same_bytes_whatever_the_batch_the_order_and_the_jobs(installed: Installed) -> None:
    texts = [*SAID.values(), EXAMPLE.read_text("utf-8")]
    reports = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts * 2)]
    one = installed.run("read", "--json", given="\n".join(reports).encode())
    two = installed.run("read", "--json", "--jobs", "2", given="\n".join(reports).encode())
    backwards = installed.run("read", "--json", "--jobs", "2", given="\n".join(reversed(reports)).encode())
    alone = installed.run("read", "--json", given=reports[4].encode())
    assert (one.returncode, one.stderr) == (0, f"{len(reports)} read, 0 refused\n".encode())
    assert (two.returncode, two.stdout, two.stderr) == (0, one.stdout, one.stderr)
    assert backwards.stdout.splitlines() == one.stdout.splitlines()[::-1]
    assert alone.stdout.splitlines() == [one.stdout.splitlines()[4]]


# --- from Python ------------------------------------------------------------------------------------------------------

API = """
import sayso

text = "The dam will be finished next year, Energy Minister Amara Diallo said on Monday."
account = sayso.read(text, outlet="The Herald", published="2015-10-02")
assert account.report.text == text and account.report.outlet == "The Herald"
(statement,) = account.statements
assert [account.words(span) for span in statement.content] == ["The dam will be finished next year"]
assert account.actor(statement.speaker).name == "Amara Diallo"
assert sayso.read("examples/report.txt").report.dateline == "REYKJAVIK"
assert "<iframe" in account._repr_html_()

reader = sayso.Reader()
again = list(reader.read_many([account.report] * 3))
assert [a.to_json() for a in again] == [account.to_json()] * 3
assert sayso.Account.model_validate_json(account.to_json()) == account
try:
    sayso.read(" \\n ")
except sayso.Unfit as reason:
    assert isinstance(reason, ValueError) and "empty" in str(reason)
else:
    raise AssertionError("an empty text was read")
"""


def test_the_python_api(installed: Installed) -> None:
    done = installed.program("python", "-c", API)
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_importing_it_loads_no_model(installed: Installed) -> None:
    heavy = (
        "import sys, sayso; sys.exit(', '.join({'onnxruntime', 'trafilatura', 'tokenizers'} & set(sys.modules)) or 0)"
    )
    done = installed.program("python", "-c", heavy)
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_it_makes_a_ledger(installed: Installed, tmp_path: Path) -> None:
    program = "import sys, sayso; sayso.Ledger(sys.argv[1]).close(); sayso.Ledger(sys.argv[1], create=False).close()"
    done = installed.program("python", "-c", program, tmp_path / "sayso.db")
    assert done.returncode == 0, done.stderr.decode()
