"""Plots over time, drawn here as SVG out of Vega-Lite specifications: a page loads no script for them.

They take the colour of the text around them, and are pictures with a name and a summary; whatever a plot shows stands
beside it as words or a table. What comes from reports goes into them as data alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any, Literal

from markupsafe import Markup

from sayso.ledger.answers import SeriesRow
from sayso.views.characters import visible
from sayso.web.drawing import ARTIST

Unit = Literal["day", "week", "month", "year", "century"]

WIDTH = 640  # units of the drawing, without what stands left of the axis
MOST = 120  # periods that are drawn: more are counted in longer ones
VOICES = 6  # that have a sign of their own
_TICKS = 5  # at most
_APART = 140  # units from one to the next: on a narrow screen they are written larger than they are drawn
_DAY = 86_400_000  # in milliseconds
_LENGTH: dict[Unit, float] = {"day": 1, "week": 7, "month": 30.4, "year": 365.2, "century": 36_524}  # in days
_FORMAT: dict[Unit, str] = {"day": "%Y-%m-%d", "week": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y", "century": "%Y"}
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "stroke")
_HEAD = re.compile(r"<svg [^>]*?(viewBox=\"[^\"]*\")[^>]*>")
_PART = re.compile(r'(<g class="[\w -]+") role="[\w-]+" aria-roledescription="[\w -]+"')  # read out by itself
_INK = "currentColor"
_CONFIG: dict[str, Any] = {
    "aria": False,
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": _INK, "titleColor": _INK, "domainColor": _INK, "tickColor": _INK, "gridColor": _INK,
        "gridOpacity": 0.18, "domainOpacity": 0.5, "tickOpacity": 0.5, "labelFontSize": 12, "titleFontSize": 12,
        "titleFontWeight": "normal",
    },
    "legend": {"labelColor": _INK, "symbolStrokeColor": _INK, "labelFontSize": 12, "labelLimit": 260},
    "header": {"labelColor": _INK, "labelFontSize": 12, "labelFontWeight": "bold"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week, month, year or century, and how much there is in it. since, until: days, both included."""

    name: str
    since: str
    until: str
    count: int


def periods(days: Mapping[str, int], unit: Unit | None = None) -> list[Period]:
    """Counts by day added up in periods, those with nothing left out. Unless told, the shortest are taken of which
    there are not too many. What is no day is passed over."""
    known = {day: count for day, count in ((_day(written), count) for written, count in days.items()) if day and count}
    if not known:
        return []
    unit = unit or _unit(min(known), max(known))
    counts: dict[date, int] = {}
    for day in sorted(known):
        first = _first(day, unit)
        counts[first] = counts.get(first, 0) + known[day]
    return [_period(first, unit, count) for first, count in counts.items()]


def timelines(rows: Mapping[str, Mapping[str, int]]) -> Markup:
    """How many there are of each thing over time, one above the other, those of which there are none left out: an SVG
    element; empty where no day is known."""
    known = [day for days in rows.values() for written, count in days.items() if count and (day := _day(written))]
    if not known:
        return Markup("")
    unit = _unit(min(known), max(known))
    counted = {name: found for name, days in rows.items() if (found := periods(days, unit))}
    starts, ends = _ms(_first(min(known), unit)), _end(_period(_first(max(known), unit), unit, 0).until)
    values = [
        {"of": name, "count": one.count, "from": _ms(date.fromisoformat(one.since)), "to": _end(one.until)}
        for name, found in counted.items()
        for one in found
    ]
    plot = {
        "width": WIDTH,
        "height": 90 if len(counted) == 1 else 56,
        "mark": {"type": "rect", "color": _INK, "strokeWidth": 0},
        "encoding": {
            "x": _time_axis(starts, ends, unit, 24) | {"field": "from"},
            "x2": {"field": "to"},
            "y2": {"datum": 0},
            "y": {
                "field": "count", "type": "quantitative",
                "axis": {
                    "title": None, "tickCount": 2, "format": "~s", "minExtent": 34,
                    "labelExpr": "datum.value % 1 ? '' : datum.label",  # nobody counts halves
                },
            },
        },
    }  # fmt: skip
    facet: dict[str, Any] = {"field": "of", "type": "nominal", "sort": list(counted), "title": None}
    facet["header"] = {"labelOrient": "top", "labelAnchor": "start", "labelPadding": 2}
    spec: dict[str, Any] = plot if len(counted) == 1 else {
        "facet": {"row": facet}, "spec": plot, "resolve": {"scale": {"y": "independent"}}, "spacing": 6,
    }  # fmt: skip
    spec["data"] = {"values": values}
    return _drawn(spec, f"{' and '.join(counted)} over time".capitalize(), _summary(counted, unit))


def figures(series: SeriesRow) -> Markup:
    """The figures of a series by the day as of which each is given, a sign for each voice: an SVG element; empty where
    they are of fewer than two days."""
    points = [(day, point) for point in series.points if (day := _day(point.day))]
    if len({day for day, _ in points}) < 2:
        return Markup("")
    order = list(dict.fromkeys(visible(point.voice) for _, point in points))
    voices = [*order[:VOICES], "others"] if len(order) > VOICES else order
    values = [
        {
            "day": _ms(day), "value": point.value, "max": point.max if point.max is not None else point.value,
            "voice": voice if (voice := visible(point.voice)) in voices else "others",
        }
        for day, point in points
    ]  # fmt: skip
    days = [day for day, _ in points]
    shapes = {"domain": voices, "range": list(_SHAPES[: len(voices)])}
    x = _time_axis(_ms(min(days)), _ms(max(days)) + _DAY, "day", 7) | {"field": "day"}
    top = max(point.max or point.value for _, point in points)
    y = {
        "field": "value", "type": "quantitative", "scale": {"domain": [0, top], "nice": True},
        "axis": {"title": None, "tickCount": 4, "minExtent": 34},
    }  # fmt: skip
    signs = {
        "field": "voice", "type": "nominal", "scale": shapes,
        "legend": {"title": None, "orient": "bottom", "columns": 1, "symbolFillColor": "transparent"},
    }  # fmt: skip
    mark = {"type": "point", "size": 90, "stroke": _INK, "strokeWidth": 1.8}
    spec = {
        "width": WIDTH,
        "height": 150,
        "data": {"values": values},
        "layer": [
            {
                "mark": {"type": "rule", "color": _INK, "strokeWidth": 1.5},
                "encoding": {"x": x, "y": y, "y2": {"field": "max"}},
            },
            {
                "mark": {"type": "line", "color": _INK, "strokeOpacity": 0.35, "strokeWidth": 1.2},
                "encoding": {"x": x, "y": y, "detail": {"field": "voice"}},
            },
            {"mark": mark, "encoding": {"x": x, "y": y, "shape": signs}},
        ],
    }  # fmt: skip
    return _drawn(
        spec, f"Figures given over time, {visible(series.unit)}", f"{len(points)} figures by {len(order)} voices"
    )


# --- time ---


def _day(written: str | None) -> date | None:
    """A day; the first of a month or a year of which no more is known."""
    parts = (written or "")[:10].split("-")
    try:
        return date(*map(int, parts), *[1] * (3 - len(parts)))
    except (TypeError, ValueError):
        return None


def _unit(first: date, last: date) -> Unit:
    days = (last - first).days + 1
    return next((unit for unit, length in _LENGTH.items() if days <= MOST * length), "century")


def _first(day: date, unit: Unit) -> date:
    """The first day of the period that a day is in."""
    match unit:
        case "day":
            return day
        case "week":
            return date.fromordinal(max(1, day.toordinal() - day.weekday()))
        case "month":
            return day.replace(day=1)
        case "year":
            return date(day.year, 1, 1)
        case "century":
            return date(max(1, day.year - day.year % 100), 1, 1)


def _period(first: date, unit: Unit, count: int) -> Period:
    try:
        behind = {
            "day": lambda: first + timedelta(1),
            "week": lambda: first + timedelta(7),
            "month": lambda: date(first.year + first.month // 12, first.month % 12 + 1, 1),
            "year": lambda: date(first.year + 1, 1, 1),
            "century": lambda: date(first.year - first.year % 100 + 100, 1, 1),
        }[unit]()
        last = behind - timedelta(1)
    except (OverflowError, ValueError):
        last = date.max  # the calendar ends there
    name = (
        f"{first:%Y-%m-%d} – {last:%Y-%m-%d}"
        if unit == "week"
        else first.isoformat()[: {"month": 7, "year": 4}.get(unit, 10)]
    )
    if unit == "century":
        name = f"{first.year}–{last.year}"
    return Period(name, first.isoformat(), last.isoformat(), count)


def _ms(day: date) -> int:
    """As Vega counts: milliseconds since 1970."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1000


def _end(until: str) -> int:
    return _ms(date.fromisoformat(until)) + _DAY


def _time_axis(start: int, end: int, unit: Unit, fewest: int) -> dict[str, Any]:
    """An axis from a moment to another, with room for so many periods at least."""
    room = max(0, fewest * _LENGTH[unit] * _DAY - (end - start)) / 2  # a day alone is no slab
    least = (end - start + 2 * room) * _APART / WIDTH
    return {
        "type": "temporal",
        "scale": {"type": "utc", "domain": [start - room, end + room], "nice": False},
        "axis": {
            "title": None, "values": list(_apart(_ticks(start, end, unit), least)), "format": _FORMAT[unit],
            "grid": False, "labelBound": False, "labelFlush": True, "labelOverlap": "greedy", "labelSeparation": 30,
        },
    }  # fmt: skip


def _ticks(start: int, end: int, unit: Unit) -> Iterator[int]:
    """Where days are written on an axis: at beginnings of periods, evenly, not too many."""
    firsts: Sequence[int] = sorted({_ms(_first(_date(at), unit)) for at in _spread(start, end)})
    yield from (first for first in firsts if first >= start)


def _apart(ticks: Iterable[int], least: float) -> Iterator[int]:
    """Those of them that are so far from the one before."""
    last: int | None = None
    for tick in ticks:
        if last is None or tick - last >= least:
            last = tick
            yield tick


def _spread(start: int, end: int) -> Iterator[int]:
    for number in range(_TICKS):
        yield start + (end - start) * number // (_TICKS - 1) - (1 if number else 0)


def _date(ms: int) -> date:
    return date.fromordinal(min(max(ms // _DAY + date(1970, 1, 1).toordinal(), 1), date.max.toordinal()))


# --- drawing ---


def _summary(counted: Mapping[str, Sequence[Period]], unit: Unit) -> str:
    told = []
    for name, found in counted.items():
        most = max(found, key=lambda one: one.count)
        told.append(
            f"{sum(one.count for one in found):,} {name} from {found[0].since} to {found[-1].until}, by {unit}; "
            f"most in {most.name}: {most.count:,}"
        )
    return ". ".join(told)


def _drawn(spec: dict[str, Any], name: str, summary: str) -> Markup:
    drawing = _svg(json.dumps({"background": None, "padding": 2, "config": _CONFIG, **spec}, sort_keys=True))
    head = Markup('<svg class="plot" role="img" aria-label="{}" {}><desc>{}</desc>')
    found = _HEAD.match(drawing)
    assert found, drawing[:200]
    # Vega escapes what it writes; its picture is taken as it is, with a head of ours, as one picture.
    return head.format(name, Markup(found[1]), summary) + Markup(drawing[found.end() :])


@lru_cache(maxsize=256)
def _svg(spec: str) -> str:
    """The picture of a specification, in parts that are not read out one by one."""
    return _PART.sub(r"\1", ARTIST.draw(spec))
