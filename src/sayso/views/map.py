"""A map of places as SVG, drawn from outlines of coasts and borders that come with sayso: nothing is fetched.

Equirectangular, true at its middle, as near as the places allow. What lies outside is cut off, what is smaller than a
unit of the drawing left out, so that a map has a bounded size whatever is on it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise

from sayso.views.markup import plain
from sayso.views.wording import one_line

Point = tuple[float, float]

WIDTH, HEIGHT = 800, 500
NEAREST = 75.0  # units a degree at most: nearer, the outlines are too plain
FONT = 26  # units: as large as the style makes labels anywhere
_MARGIN = 0.16  # of width and height, on each side
_BEYOND = 20  # units by which outlines go on outside the picture
_LABELLED = 60
_TOGETHER = 24  # points of an outline that are looked at together
_LONGEST = 28  # characters of a label


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to be shown. The key lights it up together with its words; what happened there makes it heavier."""

    name: str
    lat: float
    lon: float
    key: int
    events: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """What part of the world is shown: its middle, and units of the drawing a degree, east and north."""

    lat: float
    lon: float
    across: float
    up: float

    def at(self, lat: float, lon: float) -> Point:
        """Where a place is drawn, the way round the world that is nearer to the middle."""
        east = (lon - self.lon + 180) % 360 - 180
        return WIDTH / 2 + east * self.across, HEIGHT / 2 - (lat - self.lat) * self.up

    def shows(self, spot: Spot) -> bool:
        """Whether a place lies within the picture."""
        x, y = self.at(spot.lat, spot.lon)
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Points that follow each other along an outline, and the box they lie in."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float

    @classmethod
    def of(cls, points: Sequence[Point]) -> _Stretch:
        lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
        return cls(tuple(points), min(lons), min(lats), max(lons), max(lats))


@dataclass(frozen=True)
class _Outline:
    kind: str
    whole: _Stretch

    @cached_property
    def stretches(self) -> tuple[_Stretch, ...]:
        points = self.whole.points
        return tuple(_Stretch.of(points[at : at + _TOGETHER]) for at in range(0, len(points), _TOGETHER))


def on_earth(lat: float | None, lon: float | None) -> bool:
    """Whether these are coordinates of a place; what is no number is none."""
    return lat is not None and lon is not None and -90 <= lat <= 90 and -180 <= lon <= 180


def view(spots: Sequence[Spot]) -> View:
    """The nearest view that has all the places in it."""
    lons = sorted({spot.lon for spot in spots})
    # The widest empty stretch of the globe is where the map ends: Fiji and Samoa are neighbours.
    gaps = [(after - before, after) for before, after in pairwise(lons)] + [(lons[0] + 360 - lons[-1], lons[0])]
    gap, west = max(gaps)
    lats = [spot.lat for spot in spots]
    lat, lon = (min(lats) + max(lats)) / 2, west + (360 - gap) / 2
    narrowing = max(math.cos(math.radians(lat)), 0.1)  # of a degree of longitude
    room_x, room_y = WIDTH * (1 - 2 * _MARGIN), HEIGHT * (1 - 2 * _MARGIN)
    up = min(
        NEAREST, room_x / max((360 - gap) * narrowing, 1e-9), room_y / max(max(lats) - min(lats), 1e-9)
    )  # fmt: skip
    up = max(up, WIDTH / (360 * narrowing))  # the world once is enough
    return View(lat, (lon + 180) % 360 - 180, up * narrowing, up)


def drawn(spots: Sequence[Spot], shown: View, label: str, font: int = FONT) -> Iterator[str]:
    """The map of places as an SVG element, piece by piece; `label` says what it is a map of, as escaped text. font: as
    large as the style makes labels anywhere, in units: more where the map is small."""
    yield f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">'
    yield f'<rect class="sea" width="{WIDTH}" height="{HEIGHT}"/>'
    yield _ground(shown)
    heaviest = sorted(spots, key=lambda spot: -spot.events)
    points: dict[tuple[int, int], list[Spot]] = {}  # those drawn on the same unit are one point
    for spot in heaviest:
        if shown.shows(spot):
            x, y = shown.at(spot.lat, spot.lon)
            points.setdefault((round(x), round(y)), []).append(spot)
    labels = _labels({at: _name(there) for at, there in points.items()}, font)
    for (x, y), there in points.items():
        keys = " ".join(str(spot.key) for spot in there)
        happened = any(spot.events for spot in there)
        yield f'<g class="spot{" happened" if happened else ""}" data-p="{keys}">'
        yield f"<title>{plain(_name(there))}</title>"
        yield f'<circle cx="{x}" cy="{y}" r="{9 if happened else 6}"/>'
        if (x, y) in labels:
            (tx, ty), anchor = labels[x, y]
            yield f'<text x="{tx}" y="{ty}" dy=".35em" text-anchor="{anchor}">{plain(_name(there))}</text>'
        yield "</g>"
    yield "</svg>\n"


# Names beside the points


def _name(spots: Sequence[Spot]) -> str:
    name = ", ".join(dict.fromkeys(one_line(spot.name) for spot in spots[:3])) + (" …" if len(spots) > 3 else "")
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def _labels(points: dict[tuple[int, int], str], font: int = FONT) -> dict[tuple[int, int], tuple[tuple[int, int], str]]:
    """Where names stand so that none covers another or a point; a name for which there is no room is left out."""
    taken: list[tuple[float, float, float, float]] = [
        (x - 10, y - 10, x + 10, y + 10) for x, y in list(points)[: 4 * _LABELLED]
    ]
    placed: dict[tuple[int, int], tuple[tuple[int, int], str]] = {}
    for (x, y), name in list(points.items())[:_LABELLED]:
        wide, high = font * sum(0.56 if ord(char) < 0x1100 else 1 for char in name), font
        off, aslant = 12 + font // 2, 5 + font // 2
        for dx, dy, anchor in (
            (15, 0, "start"), (-15, 0, "end"), (0, -off, "middle"), (0, off, "middle"),
            (13, -aslant, "start"), (13, aslant, "start"), (-13, -aslant, "end"), (-13, aslant, "end"),
        ):  # fmt: skip
            left = x + dx - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
            box = left, y + dy - high / 2, left + wide, y + dy + high / 2
            inside = box[0] >= 4 and box[1] >= 4 and box[2] <= WIDTH - 4 and box[3] <= HEIGHT - 4
            # The box of its own point touches none of these: they stand off it.
            if inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                placed[x, y] = (x + dx, y + dy), anchor
                break
    return placed


def _overlap(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


# Coasts and borders


@cache
def _outlines() -> tuple[_Outline, ...]:
    lines = files("sayso.views").joinpath("outlines.txt").read_text(encoding="ascii").splitlines()
    return tuple(map(_outline, (line for line in lines if not line.startswith("#"))))


@cache
def _plain(detail: int) -> tuple[_Outline, ...]:
    """The outlines for maps of that detail, without what is less than two units of theirs apart."""
    least = 2 / 2 ** (detail / 2)  # degrees
    plain = (_thinned(outline, least) for outline in _outlines() if _size(outline.whole) > least)
    return tuple(outline for outline in plain if len(outline.whole.points) > (2 if outline.kind == "coast" else 1))


def _detail(up: float) -> int:
    """The least detail that does for so many units a degree. Outlines are kept by detail, and there are a dozen."""
    return math.ceil(2 * math.log2(up))


def _size(stretch: _Stretch) -> float:
    return max(stretch.east - stretch.west, stretch.north - stretch.south)


def _outline(line: str) -> _Outline:
    kind, *numbers = line.split(" ")
    steps = list(map(int, numbers))
    lon = lat = 0
    points: list[Point] = []
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        lon, lat = lon + east, lat + north
        points.append((lon / 100, lat / 100))
    return _Outline(kind, _Stretch.of(points))


def _thinned(outline: _Outline, least: float) -> _Outline:
    """An outline without the points that are less than so many degrees, east and north, from the one before."""
    first, *others, last = outline.whole.points
    kept = [first]
    for lon, lat in others:
        if abs(lon - kept[-1][0]) >= least or abs(lat - kept[-1][1]) >= least:
            kept.append((lon, lat))
    return _Outline(outline.kind, _Stretch.of([*kept, last]))  # where it ends others may begin


@lru_cache(maxsize=128)  # views come again: a list asked for anew, reports from one town
def _ground(shown: View) -> str:
    return f'<path class="land" d="{"".join(_land(shown))}"/><path class="border" d="{"".join(_borders(shown))}"/>'


def _seen(shown: View, kind: str) -> Iterator[tuple[list[Point], bool]]:
    """The outlines of a kind that reach into the picture, where they are drawn there, and whether they reach out of it
    too. Of a stretch beyond one side of the picture only the ends are kept: all between them is beyond it as well."""
    half_x, half_y = (WIDTH / 2 + _BEYOND) / shown.across, (HEIGHT / 2 + _BEYOND) / shown.up
    south, north = shown.lat - half_y, shown.lat + half_y
    for outline in _plain(_detail(shown.up)):
        whole = outline.whole
        if outline.kind != kind or whole.south > north or whole.north < south:
            continue
        for turn in (-720, -360, 0, 360, 720):  # outlines go on beyond the date line, and so may the view
            west, east = shown.lon - half_x - turn, shown.lon + half_x - turn
            if whole.west > east or whole.east < west:
                continue
            left, top = WIDTH / 2 - (shown.lon - turn) * shown.across, HEIGHT / 2 + shown.lat * shown.up
            line: list[Point] = []
            for part in outline.stretches:
                beyond = part.south > north or part.north < south or part.west > east or part.east < west
                kept = (part.points[0], part.points[-1]) if beyond else part.points
                line += [(left + lon * shown.across, top - lat * shown.up) for lon, lat in kept]
            within = west <= whole.west and whole.east <= east and south <= whole.south and whole.north <= north
            yield line, not within


def _land(shown: View) -> Iterator[str]:
    for ring, beyond in _seen(shown, "coast"):
        points = _clipped(ring) if beyond else ring
        if len(points) > 2:
            yield _path(points) + "z"


def _borders(shown: View) -> Iterator[str]:
    for line, beyond in _seen(shown, "border"):
        if not beyond:
            yield _path(line)
            continue
        part: list[Point] = []
        for start, end in pairwise(line):
            if _reaches_in(start, end):
                part += [end] if part else [start, end]
            elif part:
                yield _path(part)
                part = []
        if part:
            yield _path(part)


def _reaches_in(start: Point, end: Point) -> bool:
    (x1, y1), (x2, y2) = start, end
    across = min(x1, x2) <= WIDTH + _BEYOND and max(x1, x2) >= -_BEYOND
    return across and min(y1, y2) <= HEIGHT + _BEYOND and max(y1, y2) >= -_BEYOND


def _clipped(ring: list[Point]) -> list[Point]:
    """A ring cut off a little outside the picture, one side after the other (Sutherland and Hodgman)."""
    for axis, limit, sign in (
        (0, -_BEYOND, 1), (0, WIDTH + _BEYOND, -1), (1, -_BEYOND, 1), (1, HEIGHT + _BEYOND, -1)
    ):  # fmt: skip
        inside = [sign * (point[axis] - limit) >= 0 for point in ring]
        if all(inside):
            continue
        kept: list[Point] = []
        for at, point in enumerate(ring):
            if inside[at] != inside[at - 1]:
                before = ring[at - 1]
                share = (limit - before[axis]) / (point[axis] - before[axis])
                kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if inside[at]:
                kept.append(point)
        ring = kept
    return ring


def _path(line: Iterable[Point]) -> str:
    """A line in whole units, from each point to the next by a step."""
    points = [(round(x), round(y)) for x, y in line]
    steps = [f"{x2 - x1} {y2 - y1}" for (x1, y1), (x2, y2) in pairwise(points) if x1 != x2 or y1 != y2]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}".replace(" -", "-") if steps else ""
