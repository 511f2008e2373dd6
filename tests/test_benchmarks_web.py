"""What is measured of a served ledger is what is meant."""

from __future__ import annotations

from math import isnan
from pathlib import Path

import pytest
from served import served
from web_ledger import filled

from benchmarks.load import MIX, SEARCH, Answered, Sample, load, quantile, weights
from benchmarks.web import Measured, page
from sayso import Ledger


@pytest.mark.parametrize(
    ("values", "part", "is_"),
    [([3, 1, 2], 0.5, 2), ([1, 2], 0.5, 1), (range(1, 101), 0.95, 95), (range(1, 20), 0.95, 19), ([7], 0.95, 7)],
)
def test_the_value_that_part_of_the_values_does_not_exceed(values: list[float], part: float, is_: float) -> None:
    assert quantile(list(values), part) == is_


def test_of_nothing_there_is_no_quantile() -> None:
    assert isnan(quantile([], 0.95))


def test_every_kind_of_page_and_list_is_there_to_be_asked_for(tmp_path: Path) -> None:
    path = filled(tmp_path / "sayso.db")
    with Ledger(path) as ledger:
        sample = Sample.of(ledger)
    with served(path) as server:
        answered = load(server.address, sample, rate=40, seconds=5)
        heaviest = weights(server.address, sample, each=1)
    assert not answered.failed
    assert set(answered.seconds) == set(MIX) and sum(map(len, answered.seconds.values())) == 200
    assert set(heaviest) == set(MIX) - {"lists of the API"}
    assert all(0 < sent < unpacked for sent, unpacked in heaviest.values())


def test_what_exceeds_the_most_it_may_be_is_marked() -> None:
    answered = Answered({"events": [0.1] * 100, SEARCH: [0.5]}, {"/events: 500": 2})
    pasted = [1.0, 3.0]
    told = page(
        [Measured("SQLite", 1.0, answered, answered, pasted, pasted, {"events": (20_000, 90_000)}, 500_000_000)], 10, 60
    )
    assert [line for line in told.splitlines() if "†" in line and line.startswith("|")] == [
        "| 95 % of searches within | 400 ms | 500 ms † |",
        "| account of a pasted report of 700 words | 2.0 s | 3.0 s † |",
        "| not answered | 0 | 2 † |",
        "| not answered | 0 | 2 † |",
    ]
    assert "| 95 % of pages and lists within | 250 ms | 100 ms |" in told
    assert "| events | 100, 100 (100, 100) | 20 | 90 |" in told
