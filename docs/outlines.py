"""Make the outlines of countries that the map of a page is drawn from: src/sayso/views/outlines.txt.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python docs/outlines.py package/countries-50m.json

Natural Earth's 1:50m countries, which are in the public domain, as the npm package world-atlas (ISC) has them in
TopoJSON: every coast and every border is one arc, however many countries share it. What comes out has coasts as closed
rings and borders as lines, simplified as far as a map some hundred pixels wide does not show.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[int, int]  # hundredths of a degree, east and north

OUTLINES = Path(__file__).parents[1] / "src" / "sayso" / "views" / "outlines.txt"
TOLERANCE = 4  # hundredths of a degree: four kilometres
LEAST = 12  # the tolerated area of an island, in square hundredths: smaller ones are left out

HEAD = """\
# Coasts (rings: land, and within it lakes) and borders (lines) of the countries, from Natural Earth 4.1, 1:50m,
# which is in the public domain (naturalearthdata.com), by way of the npm package world-atlas 2.0.2.
# Made by docs/outlines.py. Borders stand as Natural Earth draws them, by who holds the ground.
# A line each: kind, then longitude and latitude in hundredths of a degree, of the first point, then step by step.
"""


def main() -> None:
    """The command."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    lines = [HEAD]
    for ring in sorted(rings(topology["objects"]["land"])):
        points = simplified(closed(unbroken(joined(arcs, ring))), TOLERANCE)
        if len(points) > 3 and abs(area(points)) >= LEAST:
            lines.append(written("coast", points[:-1]))
    uses = Counter(at if at >= 0 else ~at for ring in rings(topology["objects"]["countries"]) for at in set(ring))
    for at, count in sorted(uses.items()):
        if count > 1:
            lines.append(written("border", simplified(unbroken(arcs[at]), TOLERANCE)))
    OUTLINES.write_text("".join(lines), "utf-8")


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """An arc in hundredths of a degree; TopoJSON has steps from point to point on a finer grid."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[Point] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        point = round((x * across + west) * 100), round((y * up + south) * 100)
        if not points or point != points[-1]:
            points.append(point)
    return points


def rings(geometry: dict[str, Any]) -> list[list[int]]:
    """Every ring of a geometry, as the numbers of its arcs; one that is complemented runs backwards."""
    if geometry["type"] == "GeometryCollection":
        return [ring for part in geometry["geometries"] for ring in rings(part)]
    if geometry["type"] == "Polygon":
        return list(geometry["arcs"])
    return [ring for polygon in geometry["arcs"] for ring in polygon]


def joined(arcs: list[list[Point]], ring: list[int]) -> list[Point]:
    """The points of a ring, the first one again at its end."""
    points: list[Point] = []
    for at in ring:
        arc = arcs[at] if at >= 0 else arcs[~at][::-1]
        points += arc if not points or arc[0] != points[-1] else arc[1:]
    return points


def unbroken(points: list[Point]) -> list[Point]:
    """A line across the date line goes on beyond 180 degrees instead of jumping back round the world."""
    turn, line = 0, points[:1]
    for (before, _), (x, y) in pairwise(points):
        turn += round((before - x) / 36000) * 36000
        line.append((x + turn, y))
    return line


def closed(ring: list[Point]) -> list[Point]:
    """A ring; one that goes round the pole, as Antarctica's, comes back along it."""
    if ring[0] == ring[-1]:
        return ring
    return [*ring, (ring[-1][0], -9000), (ring[0][0], -9000), ring[0]]


def simplified(points: list[Point], tolerance: float) -> list[Point]:
    """Fewer points, none of those left out farther from the line than the tolerance (Douglas and Peucker)."""
    if len(points) < 3:
        return points
    kept = {0, len(points) - 1}
    open_parts = [(0, len(points) - 1)]
    if points[0] == points[-1]:  # a ring has no ends to draw a line between: it is halved at its farthest point
        farthest = max(range(len(points)), key=lambda at: distance(points[at], points[0], points[0]))
        kept.add(farthest)
        open_parts = [(0, farthest), (farthest, len(points) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        between = range(first + 1, last)
        if not between:
            continue
        farthest = max(between, key=lambda at: distance(points[at], points[first], points[last]))
        if distance(points[farthest], points[first], points[last]) > tolerance:
            kept.add(farthest)
            open_parts += [(first, farthest), (farthest, last)]
    return [points[at] for at in sorted(kept)]


def distance(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from a stretch."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy) if (dx or dy) else 0.0
    along = min(max(along, 0.0), 1.0)
    return float(((x - x1 - along * dx) ** 2 + (y - y1 - along * dy) ** 2) ** 0.5)


def area(points: list[Point]) -> float:
    """The area of a ring, negative where it runs the other way round."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(points)) / 2


def written(kind: str, points: list[Point]) -> str:
    """A line of the file."""
    steps = [points[0], *((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points))]
    return kind + "".join(f" {x} {y}" for x, y in steps) + "\n"


if __name__ == "__main__":
    main()
