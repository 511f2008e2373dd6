"""One process draws for all; where it does not, whoever wants a picture draws it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Listener
from pathlib import Path
from threading import Thread

import pytest

from sayso.web import drawing
from sayso.web.drawing import FAMILY, Artist, draw, serve

SPEC = json.dumps({"mark": "point", "data": {"values": [{"a": 1}]}, "encoding": {"x": {"field": "a"}}})


@pytest.fixture
def where(tmp_path: Path) -> Iterator[str]:
    """Where a process draws."""
    path = str(tmp_path / "draws")
    process = get_context("spawn").Process(target=serve, args=(path,))
    process.start()
    yield path
    process.kill()
    process.join()


def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is drawn in this process."""

    def drawn(spec: str) -> str:
        raise AssertionError("it was drawn here")

    monkeypatch.setattr(drawing, "draw", drawn)


def test_another_process_draws_the_same(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MOMENT", 30.0)
    artist = Artist()
    assert artist.draw(SPEC) == draw(SPEC)  # until it is told of another, it draws itself
    expected = draw(SPEC)
    artist.elsewhere(where)
    alone(monkeypatch)
    found: list[str] = []
    asking = [Thread(target=lambda: found.append(artist.draw(SPEC))) for _ in range(8)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert found == [expected] * 8


def test_what_cannot_be_drawn_is_found_out_by_whoever_asked(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MOMENT", 30.0)
    artist = Artist()
    artist.elsewhere(where)
    with pytest.raises(ValueError):
        artist.draw("{}")
    alone(monkeypatch)
    assert artist.draw(SPEC).startswith("<svg")  # and the other goes on drawing


def test_nobody_waits_for_one_who_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MOMENT", 0.1)
    monkeypatch.setattr(drawing, "PATIENCE", 0.1)
    for path in (tmp_path / "nobody", tmp_path / "mute"):
        artist = Artist()
        artist.elsewhere(str(path))
        with Listener(str(tmp_path / "mute"), FAMILY):
            assert artist.draw(SPEC) == draw(SPEC)
