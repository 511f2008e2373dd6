"""The gazetteer: what bears a name, where it lies, and that its tables are sound and light."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import gazetteer
from sayso.gazetteer import Candidate, bare, fold

HOMS = (34.73, 36.71)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Homs", "homs"), ("São Paulo", "sao paulo"), ("‘Afrīn", "afrin"), ("Sana'a", "sanaa"), ("Sana’a", "sanaa"),
        ("Ar-Raqqah", "ar raqqah"), ("St. Louis", "saint louis"), ("The Hague", "hague"), ("Łódź", "lodz"),
        ("D.C.", "dc"), ("Iğdır", "igdir"), ("Trinidad & Tobago", "trinidad and tobago"), ("…", ""), ("", ""),
    ],
)  # fmt: skip
def test_names_are_compared_without_what_writers_differ_in(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("name", "without"), [("al raqqa", "raqqa"), ("as suwayda", "suwayda"), ("al", "al"), ("albany", "albany")]
)
def test_the_arabic_article_may_be_left_out(name: str, without: str) -> None:
    assert bare(name) == without


@pytest.mark.parametrize(
    ("name", "kind", "country", "admin1", "lat", "lon"),
    [
        ("Homs", "city", "SYR", "Homs", *HOMS),
        ("Homs", "admin1", "SYR", None, 34.6, 37.4),
        ("Palmyra", "city", "SYR", "Homs", 34.56, 38.28),
        ("al-Raqqa", "city", "SYR", "Ar-Raqqah", 35.95, 39.01),
        ("ar-Raqqah", "city", "SYR", "Ar-Raqqah", 35.95, 39.01),
        ("Bombay", "city", "IND", "Maharashtra", 19.07, 72.88),
        ("Rangoon", "city", "MMR", "Yangon", 16.81, 96.16),
        ("Saigon", "city", "VNM", "Ho Chi Minh City", 10.82, 106.63),
        ("Peking", "city", "CHN", "Beijing", 39.91, 116.4),
        ("MOSUL", "city", "IRQ", "Ninawa", 36.34, 43.12),
        ("Zaire", "country", "COD", None, -2.5, 23.5),
        ("Burma", "country", "MMR", None, 21, 96),
        ("Russia", "country", "RUS", None, 60, 100),
        ("Georgia", "country", "GEO", None, 42, 43.5),
        ("Georgia", "admin1", "USA", None, 32.8, -83.5),
        ("Calif.", "admin1", "USA", None, 37.3, -119.8),
        ("Eastern Cape", "admin1", "ZAF", None, -32, 26.5),
        ("Rajasthan", "admin1", "IND", None, 26.5, 73.8),
        ("Miami-Dade County", "admin2", "USA", "Florida", 25.7, -80.3),
        ("Donbas", "region", "UKR", None, 48.3, 38.2),
        ("Gaza Strip", "region", "PSE", "Gaza Strip", 31.4, 34.4),
        ("Mediterranean", "region", None, None, 35, 18),
        ("Brooklyn", "admin2", "USA", "New York", 40.65, -73.95),
    ],
)
def test_places_by_name(name: str, kind: str, country: str | None, admin1: str | None, lat: float, lon: float) -> None:
    found = [c for c in gazetteer.lookup(name) if c.kind == kind and c.country == country]
    near = [c for c in found if c.km(lat, lon) < 60]
    assert near, found
    assert admin1 is None or near[0].admin1 == admin1


def test_the_most_populous_comes_first() -> None:
    populations = [c.population for c in gazetteer.lookup("Springfield")]
    assert len(populations) > 10
    assert populations == sorted(populations, reverse=True)


def test_a_town_carries_its_geonames_id() -> None:
    assert 169577 in [c.geonameid for c in gazetteer.lookup("Homs")]


@pytest.mark.parametrize("name", ["", " ", "the", "Xyzzyville", "x" * 100_000, "\ud800", "\0", "’’’"])
def test_what_is_no_place_is_not_found(name: str) -> None:
    assert gazetteer.lookup(name) == ()
    assert not gazetteer.is_known(name)


@given(st.text(max_size=60))
def test_any_text_may_be_looked_up(text: str) -> None:
    assert bool(gazetteer.lookup(text)) <= bool(fold(text))


def test_towns_of_a_division_for_names_misspelt() -> None:
    names, rows = gazetteer.names_in("SYR", "Homs")
    row = rows[names.index("palmyra")]
    assert gazetteer.candidate(row, "palmyra").name == "Palmyra"
    assert gazetteer.candidate(row).name == "Tadmur"
    assert gazetteer.names_in("XXX") == ([], [])


def test_countries_lie_where_they_lie() -> None:
    codes = [country.country for country in gazetteer.countries()]
    assert len(codes) == len(set(codes)) > 240
    syria = gazetteer.country("SYR")
    assert isinstance(syria, Candidate) and syria.name == "Syria" and syria.km(*HOMS) < 300
    assert gazetteer.country("XXX") is None


def test_the_nearest_town_and_how_far_it_is() -> None:
    town, far = gazetteer.nearest(*HOMS)
    assert (town.country, town.admin1) == ("SYR", "Homs") and far < 10


def test_regions_have_coordinates_on_the_globe_and_known_countries() -> None:
    codes = {country.country for country in gazetteer.countries()} | {None}
    for name, region in gazetteer.region_names():
        assert -90 <= region.lat <= 90 and -180 <= region.lon <= 180, name
        assert region.country in codes, name


def test_it_is_small_and_read_only_when_asked() -> None:
    folder = Path(str(files("sayso.gazetteer") / "data"))
    assert sum(file.stat().st_size for file in folder.iterdir()) < 15_000_000
    program = "import sys, sayso; print('numpy' in sys.modules, 'sayso.gazetteer' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert told == ["False", "False"]
