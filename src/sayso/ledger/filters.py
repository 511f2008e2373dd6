"""What a question asks for: which of the events, statements, actors, disputes or reports of a ledger."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, fields
from datetime import date
from typing import get_args

from sayso import lexicon
from sayso.ledger.answers import Grade
from sayso.model import EventType, Status

TYPES: tuple[str, ...] = get_args(EventType)
GRADES: tuple[str, ...] = get_args(Grade)
STATUSES: tuple[str, ...] = get_args(Status)

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_NO_TEXT = re.compile("[\0\ud800-\udfff]")  # no database takes these


class QuestionError(ValueError):
    """What is asked for can be in no ledger: a date that is none, a type that PLOVER does not have."""

    def __init__(self, field: str, reason: str) -> None:
        """field: of the filter. reason: what is wrong with what it says."""
        super().__init__(reason)
        self.field = field


@dataclass(frozen=True)
class Filter:
    """What is asked for; all of it has to hold. Checked when it is made: raises QuestionError.

    since, until: dates, both included; a year or a month (2015, 2015-10) stands for all its days. What Python knows as
    a date is taken as well, and put down so.
    country: its ISO 3166-1 alpha-3 code, or its English name.
    type: of event, as PLOVER calls it. grade: of an event, as `docs/ledger.md` defines them. status: the firmest
    footing on which any report puts an event.
    actor: an id, or a name by which an actor goes in any report.
    about: words told. outlet: its name. search: words that stand in the report.
    """

    since: str | None = None
    until: str | None = None
    country: str | None = None
    type: str | None = None
    actor: str | None = None
    about: str | None = None
    grade: str | None = None
    status: str | None = None
    outlet: str | None = None
    search: str | None = None

    def __post_init__(self) -> None:
        put = object.__setattr__  # it is frozen for everybody else
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, date):
                put(self, field.name, date.isoformat(value))  # the day of a moment, too
            elif value is not None:
                _check(field.name, value)
        if self.since is not None:
            put(self, "since", _days("since", self.since)[0])
        if self.until is not None:
            put(self, "until", _days("until", self.until)[1])
        if self.country is not None:
            put(self, "country", _country(self.country))
        if self.type is not None:
            put(self, "type", _among("type", self.type.strip().upper(), TYPES))
        if self.grade is not None:
            put(self, "grade", _among("grade", self.grade.strip().lower().replace("-", " "), GRADES))
        if self.status is not None:
            put(self, "status", _among("status", self.status.strip().lower(), STATUSES))


def storable(text: str) -> bool:
    """Whether a database takes that text."""
    return not _NO_TEXT.search(text)


def _check(field: str, value: object) -> None:
    if not isinstance(value, str):
        raise QuestionError(field, f"{value!r} is no text")
    if not value.strip():
        raise QuestionError(field, "there is nothing to look for")
    if not storable(value):
        raise QuestionError(field, f"{value!r} holds what is no character")


def _days(field: str, written: str) -> tuple[str, str]:
    """The first and the last day of what is written."""
    match = _DATE.fullmatch(written.strip())
    if match:
        year, month, day = match.groups()
        first = f"{year}-{month or '01'}-{day or '01'}"
        last_month = int(month or 12)
        try:
            last = day or str(calendar.monthrange(int(year), last_month)[1])
            date.fromisoformat(first)
            return first, f"{year}-{last_month:02}-{last}"
        except ValueError:  # there is no such month or day
            pass
    raise QuestionError(field, f"{written!r} is no date such as 2015-10-02, 2015-10 or 2015")


def _country(written: str) -> str:
    code = written.strip().upper()
    found = code if code in lexicon.countries() else lexicon.country(written)
    if not found:
        raise QuestionError("country", f"{written!r} is no country: give its code, such as UKR, or its name")
    return found


def _among(field: str, value: str, values: tuple[str, ...]) -> str:
    if value not in values:
        raise QuestionError(field, f"{value!r} is none of {', '.join(values)}")
    return value
