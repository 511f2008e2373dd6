"""The map of a page: what it shows, and that it is bounded."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.views.map import FONT, HEIGHT, WIDTH, Spot, _labels, _outlines, drawn, on_earth, view

CITIES = {
    "Homs": (34.73, 36.71), "Hama": (35.13, 36.75), "Suva": (-18.14, 178.44), "Apia": (-13.83, -171.76),
    "Longyearbyen": (78.22, 15.65), "Ushuaia": (-54.81, -68.3), "Quito": (-0.22, -78.51), "Perth": (-31.95, 115.86),
}  # fmt: skip


def spots(*names: str) -> list[Spot]:
    return [Spot(name, *CITIES[name], key, events=1) for key, name in enumerate(names, 1)]


def land(svg: str) -> list[list[tuple[int, int]]]:
    """The rings of the land, point by point."""
    rings = []
    for ring in re.search('class="land" d="([^"]*)"', svg)[1].split("z")[:-1]:
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        x = y = 0
        points = [(x := x + dx, y := y + dy) for dx, dy in zip(numbers[::2], numbers[1::2], strict=True)]
        rings.append(points)
    return rings


def on_land(svg: str, lat: float, lon: float, shown) -> bool:
    """Whether a place lies inside an odd number of rings."""
    x, y = shown.at(lat, lon)
    inside = False
    for ring in land(svg):
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                inside = not inside
    return inside


@pytest.mark.parametrize(
    ("names", "dry", "wet"),
    [
        (["Homs", "Hama"], [(34.7, 37.5), (33.9, 36.2)], [(35.0, 34.9)]),
        (["Quito"], [(-0.2, -78.0)], [(0.0, -81.9)]),
        (
            ["Homs", "Perth", "Ushuaia"],
            [(-25, 134), (0, 25), (50, 60), (62, 155)],
            [(-30, 80), (0, -30), (-17, -100), (69, -10)],
        ),
        (["Suva", "Apia"], [(-17.8, 178.0)], [(-16, -176), (-15, 180)]),
    ],
)
def test_land_is_land_and_sea_is_sea(names, dry, wet):
    shown = view(spots(*names))
    svg = "".join(drawn(spots(*names), shown, "x"))
    assert [on_land(svg, *place, shown) for place in dry] == [True] * len(dry)
    assert [on_land(svg, *place, shown) for place in wet] == [False] * len(wet)


def is_land(lat: float, lon: float) -> bool:
    """Whether the outlines themselves have a place on land."""
    inside = False
    for outline in _outlines():
        whole = outline.whole
        if outline.kind == "coast" and whole.south <= lat <= whole.north:
            for turn in (-360, 0, 360):
                if whole.west <= lon + turn <= whole.east:
                    for (x1, y1), (x2, y2) in pairwise([*whole.points, whole.points[0]]):
                        if (y1 > lat) != (y2 > lat) and lon + turn < x1 + (lat - y1) * (x2 - x1) / (y2 - y1):
                            inside = not inside
    return inside


@pytest.mark.parametrize(
    "names", [["Homs"], ["Suva"], ["Homs", "Hama", "Quito"], ["Longyearbyen", "Perth"]], ids="-".join
)
def test_what_is_left_out_of_outlines_cannot_be_seen(names):
    shown = view(spots(*names))
    svg = "".join(drawn(spots(*names), shown, "x"))
    sure = 0
    for x in range(20, WIDTH, 95):
        for y in range(20, HEIGHT, 92):
            lat, lon = shown.lat - (y - HEIGHT / 2) / shown.up, shown.lon + (x - WIDTH / 2) / shown.across
            if abs(lat) > 85:
                continue
            off = (-4, 0, 4)  # units
            around = {is_land(lat + up / shown.up, lon + across / shown.across) for up in off for across in off}
            if len(around) == 1:  # not on a coast
                sure += 1
                assert on_land(svg, lat, lon, shown) in around, (lat, lon)
    assert sure > 25


@pytest.mark.parametrize("names", [*combinations(CITIES, 2), tuple(CITIES)], ids="-".join)
def test_all_places_are_in_view(names):
    assert all(view(spots(*names)).shows(spot) for spot in spots(*names))


def test_neighbours_across_the_date_line_are_near_each_other():
    shown = view(spots("Suva", "Apia"))
    (west, _), (east, _) = shown.at(*CITIES["Suva"]), shown.at(*CITIES["Apia"])
    assert west < WIDTH / 2 < east and shown.across > 30


@given(
    st.lists(
        st.builds(
            Spot, st.text(max_size=30), st.floats(-90, 90), st.floats(-180, 180), st.integers(1, 9), st.integers(0, 3)
        ),
        min_size=1, max_size=20,
    )
)  # fmt: skip
def test_any_places_make_a_map_of_bounded_size_with_all_of_them_in_it(places):
    shown = view(places)
    assert all(shown.shows(spot) for spot in places)
    svg = "".join(drawn(places, shown, "x"))
    assert len(svg) < 100_000 and "nan" not in svg.split("<g")[0] and "inf" not in svg.split("<g")[0]
    for ring in land(svg):
        assert all(-25 <= x <= WIDTH + 25 and -25 <= y <= HEIGHT + 25 for x, y in ring)


@given(
    st.dictionaries(st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT)), st.text("ab", max_size=15), max_size=40)
)
def test_no_label_covers_another_or_stands_over_the_edge(points):
    boxes = []
    for at, ((x, y), anchor) in _labels(points).items():
        wide = FONT * 0.56 * len(points[at])
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        boxes.append((left, y - FONT / 2, left + wide, y + FONT / 2))
    assert all(left >= 0 and top >= 0 and right <= WIDTH and low <= HEIGHT for left, top, right, low in boxes)
    for one, other in combinations(boxes, 2):
        assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def test_places_on_the_same_spot_are_one_point():
    svg = "".join(drawn([Spot("A", 1, 1, 1), Spot("B", 1, 1, 2), Spot("C", 9, 9, 3)], view([Spot("A", 1, 1, 1)]), "x"))
    assert svg.count("<circle") == 1 and 'data-p="1 2"' in svg and ">A, B</text>" in svg  # C lies outside


@pytest.mark.parametrize("name", ["<script>", '"><g onload=x>', "\x1b[1m", "\u202eabc", "\ud800"])
def test_a_hostile_name_is_text(name):
    svg = "".join(drawn([Spot(name, 0, 0, 1)], view([Spot(name, 0, 0, 1)]), "x"))
    assert svg.encode("utf-8") and "<script" not in svg and svg.count("<g") == 1 and "\x1b" not in svg
    assert "\u202e" not in svg


@pytest.mark.parametrize(
    ("lat", "lon", "is_place"),
    [
        (0, 0, True),
        (90, 180, True),
        (None, 1, False),
        (float("nan"), 0, False),
        (0, float("inf"), False),
        (91, 0, False),
    ],
)
def test_coordinates(lat, lon, is_place):
    assert on_earth(lat, lon) is is_place


def test_the_outlines_are_those_of_the_earth():
    outlines = _outlines()
    assert {outline.kind for outline in outlines} == {"coast", "border"}
    boxes = [outline.whole for outline in outlines]
    assert all(-400 < box.west <= box.east < 400 and -90 <= box.south <= box.north <= 90 for box in boxes)


def test_no_outline_jumps_round_the_world():
    for outline in _outlines():
        for (start, south), (end, _) in pairwise(outline.whole.points):
            assert abs(end - start) < 90 or south == -90
