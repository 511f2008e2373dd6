"""Accounts as tables, as a spreadsheet takes them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from example_account import example, roadblock
from hypothesis import given
from views_strategies import accounts

from sayso.model import Account, Actor, Report, Statement
from sayso.views.tables import TABLES, Tables, harmless


def written(folder: Path, *given: Account) -> dict[str, list[dict[str, str]]]:
    tables = Tables(folder)
    for account in given:
        tables.write(account)
    tables.close()
    read: dict[str, list[dict[str, str]]] = {}
    for name in TABLES:
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            read[name.removesuffix(".csv")] = list(csv.DictReader(file, strict=True))
    return read


def test_a_row_for_each_statement_event_and_side(tmp_path):
    account = roadblock()
    tables = written(tmp_path / "tables", account, example())
    assert len(tables["statements"]) == len(account.statements) + len(example().statements)
    assert len(tables["events"]) == len(account.events)
    assert [(row["dispute"], row["side"], row["position"]) for row in tables["disputes"]] == [
        ("1", "1", "police shot at the fuel tanks"), ("1", "2", "no shot was fired"),
        ("1", "3", "the drivers lit the fires themselves"), ("2", "1", "30 to 40"), ("2", "2", "nine"),
    ]  # fmt: skip
    for rows in tables.values():
        assert (rows[0]["report"], rows[0]["outlet"], rows[0]["published"]) == (
            "roadblock", "The Altiplano Post", "2024-05-16"
        )  # fmt: skip


@pytest.mark.parametrize(
    ("number", "cells"),
    [
        (1, {"footing": "fact", "on_the_word_of": "the report itself", "type": "COERCE", "mode": "disperse",
             "trigger": "fired tear gas", "actors": "police", "actor_ids": "a1", "recipients": "truck drivers",
             "place": "Ollagüe", "country": "CHL", "latitude": "-21.2243", "longitude": "-68.2529",
             "start": "2024-05-15", "end": "2024-05-15", "time_words": "on Wednesday", "confidence": "0.96"}),
        (3, {"figures": "11 trucks", "actors": "", "recipients": ""}),
        (4, {"footing": "claimed", "figures": "30–40 hurt", "place": "", "latitude": "", "statement_ids": "s1 s2 s5",
             "on_the_word_of": "truck drivers; police (denies it); Ramón Quisbert"}),
        (6, {"footing": "denied",
             "on_the_word_of": "Radio Altura ← customs official [unnamed]; Bolivia’s Interior Ministry (denies it)"}),
        (10, {"figures": "about 2,000 litres of water", "start": "2024-05-13", "end": "2024-05-16"}),
    ],
)  # fmt: skip
def test_an_event(tmp_path, number, cells):
    row = written(tmp_path, roadblock())["events"][number - 1]
    assert {name: row[name] for name in cells} == cells


def test_what_nobody_named_claims_is_not_the_word_of_the_report(tmp_path):
    account = roadblock()
    account.events[0] = account.events[0].model_copy(update={"status": "claimed", "statements": []})
    assert written(tmp_path, account)["events"][0]["on_the_word_of"] == "somebody not named"


def test_a_statement_says_through_whom_it_came(tmp_path):
    row = written(tmp_path, roadblock())["statements"][7]
    assert (row["speaker"], row["via"], row["said"]) == (
        "customs official [unnamed]".removesuffix(" [unnamed]"),
        "Radio Altura",
        "armed men cross the border on Tuesday night",
    )


def test_spans_lead_back_to_the_words(tmp_path):
    account = roadblock()
    for rows, span, words in (("statements", "cue_span", "cue"), ("events", "trigger_span", "trigger")):
        for row in written(tmp_path, account)[rows]:
            if row[span]:
                start, end = map(int, row[span].split("-"))
                assert account.report.text[start:end] == row[words]


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("＝1", "'＝1"),
        ("a;=1", "a;'=1"), ('a;"=1', "a;\"'=1"), ("a = b - c", "a = b - c"), (-21.2, -21.2), (None, None),
        (float("nan"), None), (float("inf"), None), (3, 3),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(cell, seen):
    assert harmless(cell) == seen


def test_hostile_words_are_no_formula_and_obeyed_by_nothing(tmp_path):
    text = '=HYPERLINK(1)\x1b[31m\x00\n"x",y;=2\ud800'
    account = Account(
        report=Report(text=text, id=text, title=text, outlet="+1"),
        actors=[Actor(id="@a", name="-x", kind="person")],
        statements=[Statement(id="s", speaker="@a", content=[(0, len(text))], quotation="indirect", force="assert")],
    )
    (row,) = written(tmp_path, account)["statements"]
    assert (row["speaker"], row["speaker_id"], row["outlet"]) == ("'-x", "'@a", "'+1")
    assert row["said"] == row["title"] == "'=HYPERLINK(1)␛[31m␀ \"x\",y;'=2‹U+D800›"


def test_rows_are_there_as_soon_as_an_account_came(tmp_path):
    tables = Tables(tmp_path)
    assert list(tmp_path.iterdir()) == []
    for count in (1, 2, 3):
        tables.write(roadblock())
        lines = (tmp_path / "disputes.csv").read_text("utf-8-sig").splitlines()
        assert len(lines) == 1 + 5 * count
    tables.close()


@given(account=accounts())
def test_any_account_makes_tables(account, tmp_path_factory):
    tables = written(tmp_path_factory.mktemp("tables"), account)
    assert len(tables["statements"]) == len(account.statements)
    assert len(tables["events"]) == len(account.events)
    assert len(tables["disputes"]) == sum(len(dispute.sides) for dispute in account.disputes)
    for rows in tables.values():
        for row in rows:
            for name, cell in row.items():
                assert None not in row and (
                    name in ("latitude", "longitude", "confidence") or cell[:1] not in "=+-@\t\r" or not cell
                )
