"""What a person says of a statement or an event, as what a correction keeps: words become spans, names actors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from sayso import gazetteer, lexicon
from sayso.ledger.corrections import Part, Speaker, kept, kind
from sayso.model import (
    Account,
    Actor,
    Event,
    EventPlace,
    EventType,
    Force,
    Quantity,
    Quotation,
    Span,
    Statement,
    Status,
    Time,
)

_A = {"statement": "a statement", "event": "an event"}
_SPAN = re.compile(r"(\d+):(\d+)")
_FIGURE = re.compile(r"(~?)(\d[\d,]*(?:\.\d+)?)(?:-(\d[\d,]*(?:\.\d+)?))?\s+(\S.*)")


class CorrectionError(ValueError):
    """What a person says cannot be: words that the report does not have, a type that there is not."""

    def __init__(self, field: str, reason: str) -> None:
        """field: that was to be corrected."""
        super().__init__(reason)
        self.field = field


def value(account: Account, part: Part, field: str, given: Any) -> Any:
    """What a correction of this field keeps, in its JSON. given: what a person wrote, or the value in its JSON.

    Words are those of the report; of several places where they stand, the nearest is meant. An actor is told by name,
    id or words. Raises CorrectionError."""
    fields = _FIELDS[kind(part)]
    if field not in fields:
        raise CorrectionError(field, f"{field!r} is nothing that {_A[kind(part)]} has; it has {', '.join(fields)}")
    try:
        return kept(part, field, fields[field](_Given(account, part, field), given))
    except CorrectionError:
        raise
    except ValueError as error:
        raise CorrectionError(field, f"{given!r} is none: {_first(error)}") from None


class _Given:
    """What a person gave for one field of a part."""

    def __init__(self, account: Account, part: Part, field: str) -> None:
        self.account = account
        self.part = part
        self.field = field
        self._at = part.content[0] if isinstance(part, Statement) else part.trigger

    def refused(self, reason: str) -> CorrectionError:
        return CorrectionError(self.field, reason)

    def span(self, given: Any) -> Span:
        """Words, "12:40" or a pair of numbers as a span."""
        text = self.account.report.text
        if isinstance(given, str):
            if numbers := _SPAN.fullmatch(given):
                given = int(numbers[1]), int(numbers[2])
            else:
                return self.words(given)
        start, end = given
        if not 0 <= start < end <= len(text):
            raise self.refused(f"{start}:{end} is no place in a text of {len(text)} characters")
        return start, end

    def words(self, words: str) -> Span:
        """Where words stand, nearest to the part."""
        # Line breaks and spaces are not told apart by who reads the report.
        pattern = r"\s+".join(map(re.escape, words.split()))
        spans = [match.span() for match in re.finditer(pattern, self.account.report.text)] if pattern else []
        if not spans:
            raise self.refused(f"the report does not have the words {words!r}")
        start, end = self._at
        return min(spans, key=lambda span: (max(start - span[1], span[0] - end, 0), span))

    def actor(self, given: Any) -> tuple[Actor, Span | None]:
        """Somebody of the report, by id, name or words, and the words if they are what was given."""
        actors = self.account.actors
        if isinstance(given, str):
            called = given.casefold()
            for names in (lambda one: (one.id, one.name), lambda one: one.aliases):
                for actor in actors:
                    if called in (name.casefold() for name in names(actor)):
                        return actor, None
        try:
            span = self.span(given)
        except CorrectionError:
            span = None
        if span:
            for actor in actors:
                if any(start < span[1] and span[0] < end for start, end in actor.mentions):
                    return actor, span
        known = ", ".join(actor.name for actor in actors)
        raise self.refused(f"nobody in the report is {given!r}; there is {known or 'nobody'}")


def _one_of(values: tuple[str, ...]) -> Callable[[_Given, Any], Any]:
    def checked(it: _Given, given: Any) -> Any:
        if given not in values:
            raise it.refused(f"{given!r} is none of {', '.join(values)}")
        return given

    return checked


def _speaker(it: _Given, given: Any) -> Any:
    if not given:
        return None
    if isinstance(given, Mapping):
        return given
    actor, span = it.actor(given)
    return Speaker(actor=actor, span=span)


def _actors(it: _Given, given: Any) -> Any:
    many = [given] if isinstance(given, str) else given or []
    return [one if isinstance(one, Mapping) else it.actor(one)[0] for one in many if one]


def _span(it: _Given, given: Any) -> Any:
    return it.span(given)


def _span_or_none(it: _Given, given: Any) -> Any:
    return it.span(given) if given else None


def _spans(it: _Given, given: Any) -> Any:
    spans = sorted(it.span(one) for one in ([given] if isinstance(given, str) else given or []))
    if not spans:
        raise it.refused("give the words that are said")
    return spans


def _mode(it: _Given, given: Any) -> Any:
    if not given:
        return None
    modes = sorted({mode for those in lexicon.MODES.values() for mode in those})
    return _one_of(tuple(modes))(it, given)


def _told(given: str) -> tuple[str, str | None]:
    """What is given, and the words that tell it: "2015-10-03: on Saturday"."""
    what, _, words = given.partition(": ")
    return what.strip(), words.strip() or None


def _place(it: _Given, given: Any) -> Any:
    if not given or isinstance(given, Mapping):
        return given or None
    assert isinstance(it.part, Event)
    what, words = _told(given)
    name, _, country = (piece.strip() for piece in what.partition(","))
    if what.isdecimal():
        found = gazetteer.numbered(int(what))
    else:
        found = next((one for one in gazetteer.lookup(name) if not country or one.country == country), None)
    if found is None:
        raise it.refused(f"no place is known as {what!r}")
    if words:
        span = it.words(words)
    elif it.part.place:
        span = it.part.place.span  # the words were seen, and taken for another place of that name
    else:
        try:
            span = it.words(found.name if what.isdecimal() else name)
        except CorrectionError:
            raise it.refused(f"which words of the report tell it? Give them too: '{what}: WORDS'") from None
    called = found.name if what.isdecimal() else name
    return EventPlace(
        name=called, country=found.country, admin1=found.admin1, lat=found.lat, lon=found.lon,
        geonameid=found.geonameid, span=span,
    )  # fmt: skip


def _time(it: _Given, given: Any) -> Any:
    if not given or isinstance(given, Mapping):
        return given or None
    assert isinstance(it.part, Event)
    what, words = _told(given)
    start, _, end = what.partition("/")
    for day in (start, end or start):
        date.fromisoformat(day)  # ValueError
    if end and end < start:
        raise it.refused(f"{what!r} ends before it begins")
    if words:
        span = it.words(words)
    elif it.part.time:
        span = it.part.time.span
    else:
        told = [time for time in it.account.times if (time.start or "")[:10] == start]
        if not told:
            raise it.refused(f"which words of the report tell it? Give them too: '{what}: WORDS'")
        span = min(told, key=lambda time: abs(time.span[0] - it.part.trigger[0])).span  # type: ignore[union-attr]
    return Time(start=start, end=end or start, text=it.account.words(span), span=span)


def _quantities(it: _Given, given: Any) -> Any:
    many = [given] if isinstance(given, str) else given or []
    return [one if isinstance(one, Mapping) else _quantity(it, one) for one in many if one]


def _quantity(it: _Given, given: str) -> Quantity:
    what, words = _told(given)
    told = _FIGURE.fullmatch(what)
    if told is None:
        raise it.refused(f"{given!r} is no figure such as '30-40 hurt: between 30 and 40 people'")
    about, least, most, unit = told.groups()
    return Quantity(
        value=float(least.replace(",", "")), max=float(most.replace(",", "")) if most else None, unit=unit,
        approximate=bool(about), span=it.words(words or least),
    )  # fmt: skip


def _first(error: ValueError) -> str:
    """The first line of what is wrong that says it."""
    errors = getattr(error, "errors", None)
    return str(errors()[0]["msg"]) if errors else str(error)


_FIELDS: Mapping[str, Mapping[str, Callable[[_Given, Any], Any]]] = {
    "statement": {
        "speaker": _speaker,
        "force": _one_of(get_args(Force)),
        "quotation": _one_of(get_args(Quotation)),
        "content": _spans,
        "cue": _span_or_none,
    },
    "event": {
        "type": _one_of(get_args(EventType)),
        "mode": _mode,
        "status": _one_of(get_args(Status)),
        "trigger": _span,
        "actors": _actors,
        "recipients": _actors,
        "place": _place,
        "time": _time,
        "quantities": _quantities,
    },
}
