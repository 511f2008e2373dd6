"""TIMEX3 values of dates as stretches of days: "2015-W40" is the seven days from 28 September 2015.

A value is as coarse as what is known: a day, a week, a month, a quarter, a year. Units go by the letters of ISO 8601
periods, with more where it has none: D W M Q Y, E for a decade, C for a century, L for a thousand years."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

Stretch = tuple[date, date]  # first day and last day

UNITS = "DWMQYECL"  # from the finest to the coarsest
MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}  # how many months a unit has
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month each begins with: those of the northern half of the world
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<end>-WE)?|-Q(?P<quarter>[1-4])"
    r"|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?|(?P<decade>\d{3})|(?P<century>\d\d)"
)


def stretch(value: str | None) -> Stretch | None:
    """The first and the last day of a date, time of day left out; None for a value that is no date."""
    found = _VALUE.fullmatch((value or "").partition("T")[0])
    if not found:
        return None
    part = found.groupdict()
    try:
        if part["decade"] or part["century"]:
            digits = part["decade"] or part["century"]
            first = int(digits.ljust(4, "0"))
            return date(first, 1, 1), date(int(digits.ljust(4, "9")), 12, 31)
        year = int(part["year"])
        if part["week"]:
            monday = date.fromisocalendar(year, int(part["week"]), 1)
            return monday + timedelta(5 if part["end"] else 0), monday + timedelta(6)
        if part["day"]:
            day = date(year, int(part["month"]), int(part["day"]))
            return day, day
        month, count = 1, 12
        if part["month"]:
            month, count = int(part["month"]), 1
        elif part["quarter"]:
            month, count = 3 * int(part["quarter"]) - 2, 3
        elif part["half"]:
            month, count = 6 * int(part["half"]) - 5, 6
        elif part["season"]:
            month, count = SEASONS[part["season"]], 3
        first_day = date(year, month, 1)
        return first_day, shifted(first_day, "M", count) - timedelta(1)
    except (ValueError, OverflowError):
        return None


def unit_of(value: str) -> str | None:
    """The unit a date is given in, a season or half a year as a quarter; None for a value that is no date."""
    found = _VALUE.fullmatch(value.partition("T")[0])
    if not found:
        return None
    names = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "half": "Q", "season": "Q", "year": "Y",
             "decade": "E", "century": "C"}  # fmt: skip
    return next(unit for name, unit in names.items() if found[name])


def holding(day: date, unit: str) -> str:
    """The value of the day, week, month … that holds a day."""
    if unit == "W":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    length = {"D": 10, "M": 7, "Y": 4, "E": 3, "C": 2, "L": 1}[unit]
    return day.isoformat()[:length]


def shifted(day: date, unit: str, number: int) -> date:
    """The day so many units later, or earlier: 31 March and a month earlier is the last of February. Raises
    OverflowError or ValueError beyond the years 1 to 9999."""
    if unit == "D":
        return day + timedelta(number)
    if unit == "W":
        return day + timedelta(7 * number)
    months = day.year * 12 + day.month - 1 + number * MONTHS[unit]
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def between(day: str | None, other: str | None) -> int:
    """How many days lie between two days as they are written, none if either is not known."""
    if day is None or other is None:
        return 0
    return abs((date.fromisoformat(other[:10]) - date.fromisoformat(day[:10])).days)


def weekday(day: date, number: int, step: int) -> date:
    """The day of the week of that number (1 for Monday) nearest to a day, it included, forward or back (1 or -1)."""
    return day + timedelta(step * ((step * (number - day.isoweekday())) % 7))


def easter(year: int) -> date:
    """Easter Sunday of the western churches, reckoned from the moon by the Gregorian rule."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holiday(name: str, year: int) -> date:
    """The day of a holiday in a year: "12-25", "EASTER", "EASTER-2", "THANKSGIVING" (of the United States)."""
    if name.startswith("EASTER"):
        return easter(year) + timedelta(int(name.removeprefix("EASTER") or 0))
    if name == "THANKSGIVING":
        return weekday(date(year, 11, 22), 4, 1)
    month, day = name.split("-")
    return date(year, int(month), int(day))
