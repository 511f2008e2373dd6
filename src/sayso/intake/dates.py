"""Dates of publication, as outlets write them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d|\.\d)",
        rf"\b{_MONTH}\s*{_DAY},?\s+(?:at\s+\S+\s+(?:[ap]\.?m\.?\s+)?)?{_YEAR}",
        rf"(?<!\d){_DAY}(?:\s+of)?[\s/-]*{_MONTH},?[\s/-]*{_YEAR}",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
        rf"(?<!\d)(?P<first>\d{{1,2}})(?P<sep>[-/])(?P<second>\d{{1,2}})(?P=sep){_YEAR}",
        # As a feed of the C library writes it: Fri Sep 15 17:52:00 2017
        rf"\b{_MONTH}\s+{_DAY}\s+[\d:]+\s+(?:[a-z]{{2,4}}\s+)?{_YEAR}",
    )
)


def iso_date(given: object) -> str | None:
    """The date meant, as `YYYY-MM-DD`: of a text in any usual form, or of a number of (milli)seconds since 1970.

    None if there is no whole date in it, or if it may be read in two ways (`03/04/2017`). The day is the one written,
    whatever the time zone.
    """
    if isinstance(given, bool) or given is None:
        return None
    if isinstance(given, date):
        return given.isoformat()[:10]
    text = str(given)[:200]
    if re.fullmatch(r"\s*\d{9,10}(?:\.\d+)?\s*|\s*\d{12,13}\s*", text):
        seconds = float(text)
        return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC).date().isoformat()
    for form in _FORMS:
        if (found := form.search(text)) and (day := _date(found.groupdict())):
            return day
    return None


def _date(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    if "first" in parts:
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first <= 12 and second <= 12 and first != second:
            return None  # day first or month first: nobody can tell
        day, month = (first, second) if first > 12 else (second, first)
    else:
        name, day = parts["month"] or "", int(parts["day"] or 0)
        month = int(name) if name.isdecimal() else 1 + _MONTHS.index(name[:3].lower())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
