"""The commands that fill a ledger: what goes in, from where, and what they say of it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result
from web import Web, serving

from sayso import Ledger, cli
from sayso.cli.adding import NICE

RAID = """Gunmen kill seven at a market in Borno

MAIDUGURI, Nigeria — Gunmen attacked a market in the town of Konduga on Monday, killing seven traders, the police said.

Governor Musa Aliyu condemned the attack and promised the families of the dead his help.
"""
AGAIN = """Seven dead in Borno market raid

Seven traders were killed on Monday when gunmen attacked a market in Konduga in Nigeria's north-east, residents said.

"They came on motorcycles and shot at everybody," said Hauwa Modu, who sells onions there.
"""


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


@pytest.fixture
def sayso(where: Path) -> Callable[..., Result]:
    environment = {"SAYSO_LEDGER": str(where), "COLUMNS": "120"}
    return lambda *arguments: CliRunner().invoke(cli.app, [*map(str, arguments)], env=environment)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    given = [
        {"text": RAID, "outlet": "The Northern Post", "published": "2021-03-02"},
        {"text": AGAIN, "outlet": "Sahel Radio", "published": "2021-03-02"},
        {"text": ""},
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in given))
    return path


def test_reports_go_in_once_linked_and_refusals_with_their_reason(
    sayso: Callable[..., Result], reports: Path, where: Path
) -> None:
    first = sayso("add", reports, "--jobs", 1)
    assert first.exit_code == 1 and "2 added, 1 refused" in first.stderr and "line 3" in first.stderr
    second = sayso("add", reports, "--jobs", 1)
    assert second.exit_code == 1 and "0 added, 2 already there, 1 refused" in second.stderr
    with Ledger(where, create=False) as ledger:
        (raid,) = [event for event in ledger.events(type="ASSAULT") if event.reports == 2]
        assert (raid.grade, set(raid.outlets)) == ("corroborated", {"The Northern Post", "Sahel Radio"})
        story = ledger.event(raid.id)
        assert story.joins and "independent voices" in story.why
        assert len(ledger.refused()) == 1
    explained = sayso("explain", raid.id)
    assert explained.exit_code == 0 and "story +" in explained.stdout and "type +" in explained.stdout


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="no such priorities on Windows")
def test_who_adds_gives_way_to_others(sayso: Callable[..., Result], reports: Path, where: Path) -> None:
    assert sayso("add", reports, "--jobs", 1).exit_code == 1
    assert os.getpriority(os.PRIO_PROCESS, 0) >= NICE
    assert sayso("link").exit_code == 0  # which gives way no more than that
    assert os.getpriority(os.PRIO_PROCESS, 0) >= NICE


def test_links_are_made_when_they_are_asked_for(sayso: Callable[..., Result], reports: Path, where: Path) -> None:
    assert sayso("add", reports, "--jobs", 1, "--no-link").exit_code == 1
    assert sayso("events").exit_code == 1  # nothing is linked, so there is none
    assert "2 linked" in sayso("link").stderr
    events = sayso("events", "--json").stdout
    assert "0 linked" in sayso("link").stderr
    assert "2 linked" in sayso("link", "--again").stderr
    assert sayso("events", "--json").stdout == events


def test_what_other_weights_have_read_is_read_again(sayso: Callable[..., Result], reports: Path, where: Path) -> None:
    assert sayso("add", reports, "--jobs", 1).exit_code == 1
    before = sayso("statements", "--json").stdout
    with Ledger(where) as ledger:
        for report in list(ledger.reports()):
            bare = ledger.account(report.id).model_copy(update={"statements": [], "events": [], "disputes": []})
            ledger.replace(bare, weights="older")
    assert sayso("statements", "--json").stdout == ""
    read = sayso("reread", "--jobs", 1)
    assert read.exit_code == 0 and "2 read again" in read.stderr
    assert sayso("statements", "--json").stdout == before
    read = sayso("reread")
    assert read.exit_code == 0 and "0 read again" in read.stderr


def page(text: str) -> str:
    title, *paragraphs = text.strip().split("\n\n")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"


def feed(web: Web, *paths: str) -> str:
    items = "".join(f"<item><title>news</title><link>{web.url(path)}</link></item>" for path in paths)
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title>{items}</channel></rss>"


def test_feeds_are_watched_and_what_is_new_goes_in(sayso: Callable[..., Result], tmp_path: Path, where: Path) -> None:
    with serving() as web:
        web.page("/raid", page(RAID), Content_Type="text/html")
        web.page("/again", page(AGAIN), Content_Type="text/html")
        listed = tmp_path / "feeds.txt"
        listed.write_text(f"# north\n{web.page('/feed', feed(web, '/raid'), Content_Type='application/rss+xml')}\n")
        watch = ("watch", listed, "--once", "--jobs", 1, "--allow-private", "--every", "1s")
        assert sayso(*watch).exit_code == 0
        web.page("/feed", feed(web, "/raid", "/again"), Content_Type="application/rss+xml")
        with Ledger(where) as ledger:
            assert len(list(ledger.reports())) == 1
            known = json.loads(ledger.recalled(str(listed)) or "{}")
            for told in known.values():
                told["due"] = 0  # as if time had passed
            ledger.remember(str(listed), json.dumps(known))
        assert sayso(*watch).exit_code == 0
        assert web.paths.count("/raid") == 1
    with Ledger(where) as ledger:
        assert {report.url for report in ledger.reports()} == {web.url("/raid"), web.url("/again")}


def test_whether_feeds_answered_is_told_by_the_exit_code(sayso: Callable[..., Result], tmp_path: Path) -> None:
    def watched(*lines: str) -> int:
        listed = tmp_path / f"feeds{len(list(tmp_path.iterdir()))}.txt"
        listed.write_text("".join(f"{line}\n" for line in lines))
        return sayso("watch", listed, "--once", "--jobs", 1, "--allow-private").exit_code

    with serving() as web:
        web.page("/raid", page(RAID), Content_Type="text/html")
        good, empty, dead = (
            web.page("/feed", feed(web, "/raid")), web.page("/empty", feed(web)), web.url("/dead")
        )  # fmt: skip
        assert watched(good) == watched(good) == watched(empty) == 0  # there, there already, nothing new
        assert watched(good, dead) == watched(good, "no address") == 1
        assert watched(dead) == watched(dead, web.url("/gone")) == 2


def test_no_private_address_is_fetched_unless_that_is_allowed(sayso: Callable[..., Result], where: Path) -> None:
    with serving() as web:
        url = web.page("/raid", page(RAID), Content_Type="text/html")
        refused = sayso("add", url, "--jobs", 1)
        assert refused.exit_code == 2 and not web.asked and "loopback" in refused.stderr
        assert sayso("add", url, "--jobs", 1, "--allow-private").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("link", "--ledger", "nowhere.db"), 3, "there is no ledger"),
        (("add", "nothing.txt"), 2, "nothing.txt"),
        (("add", "x", "--published", "soon"), 2, "no date"),
        (("watch", "nothing.txt"), 2, "nothing.txt"),
        (("watch", "nothing.txt", "--every", "often"), 2, "no time"),
        (("add", "x", "--ledger", "mysql://here"), 3, "neither"),
    ],
)
def test_what_goes_wrong(
    sayso: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...],
    code: int, words: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    ended = sayso(*arguments)
    assert ended.exit_code == code and words in ended.stderr
