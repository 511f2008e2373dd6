"""Events with a place as GeoJSON."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from example_account import example, roadblock
from hypothesis import given
from views_strategies import accounts

from sayso.model import Account
from sayso.views.geojson import Collection, features


def no_constant(name: str) -> None:
    pytest.fail(f"{name} is no JSON")


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"), parse_constant=no_constant)
    assert found.keys() == {"type", "features"} and found["type"] == "FeatureCollection"
    return found


def test_an_event_with_a_place_is_a_point_east_then_north():
    first, *others = features(roadblock())
    assert len(others) == 5
    assert (first["type"], first["id"]) == ("Feature", "roadblock/e1")
    assert first["geometry"] == {"type": "Point", "coordinates": [-68.2529, -21.2243]}
    assert {name: first["properties"][name] for name in ("footing", "type", "trigger", "place", "start")} == {
        "footing": "fact", "type": "COERCE", "trigger": "fired tear gas", "place": "Ollagüe", "start": "2024-05-15",
    }  # fmt: skip


@pytest.mark.parametrize(("lat", "lon"), [(None, None), (1, None), (91, 0), (0, 181), (float("nan"), 0)])
def test_a_place_without_coordinates_is_a_feature_without_a_geometry(lat, lon):
    account = roadblock()
    account.events[0].place.lat, account.events[0].place.lon = lat, lon
    assert next(features(account))["geometry"] is None


def test_the_file_is_whole_after_every_account(tmp_path):
    path = tmp_path / "map.json"
    collection = Collection(path)
    assert not path.exists()
    for account, count in ((example(), 0), (roadblock(), 6), (example(), 6), (roadblock(), 12)):
        collection.write(account)
        assert len(read(path)["features"]) == count
    collection.close()
    assert len(read(path)["features"]) == 12


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_into_a_pipe_it_is_whole_at_the_end(tmp_path):
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reading = threading.Thread(target=lambda: got.append(pipe.read_text("utf-8")))
    reading.start()
    collection = Collection(pipe)
    for account in (example(), roadblock(), roadblock()):
        collection.write(account)
    collection.close()
    reading.join(10)
    assert len(json.loads(got[0])["features"]) == 12


@given(several=accounts())
def test_any_account_makes_a_collection(several: Account, tmp_path_factory):
    path = tmp_path_factory.mktemp("map") / "map.json"
    collection = Collection(path)
    collection.write(several)
    collection.write(several)
    collection.close()
    assert len(read(path)["features"]) == 2 * sum(event.place is not None for event in several.events)
