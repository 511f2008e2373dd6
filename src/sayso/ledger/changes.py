"""What a person says of a statement or an event, as what a correction keeps: words become spans, names actors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, get_args

from sayso import gazetteer, lexicon
from sayso.ledger.corrections import Correction, Part, Speaker, kept, kind
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


class ConflictError(CorrectionError):
    """Somebody else has corrected the same since it was looked at, and otherwise."""

    def __init__(self, field: str, reason: str, others: Sequence[Correction]) -> None:
        """others: what they corrected meanwhile."""
        super().__init__(field, reason)
        self.others = others


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
    except (TypeError, AttributeError):  # a number where a text has to be, a list where one thing
        raise CorrectionError(field, f"{given!r} is none: it is not of that form") from None


def written(account: Account, part: Part, field: str) -> list[str]:
    """What a field holds, each piece of it as a person would write it for `value`; no piece where it holds nothing."""
    held = getattr(part, field)
    pieces = [] if held is None else held if isinstance(held, list) else [held]
    telling = _TOLD.get(field)
    return [telling(_Given(account, part, field), piece) if telling else str(piece) for piece in pieces]


def fields(part: Part) -> tuple[str, ...]:
    """What of a part may be corrected."""
    return tuple(_FIELDS[kind(part)])


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
        span = it.span(words)
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
    try:
        start, end = (date.fromisoformat(day).isoformat() if day else "" for day in what.partition("/")[::2])
    except ValueError:
        start = end = ""
    if not start:
        raise it.refused(f"{what!r} is no day such as 2015-10-03, nor from one to another: 2015-10-03/2015-10-05")
    if end and end < start:
        raise it.refused(f"{what!r} ends before it begins")
    if words:
        span = it.span(words)
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
    return [_possible(it, Quantity(**one) if isinstance(one, Mapping) else _quantity(it, one)) for one in many if one]


def _possible(it: _Given, figure: Quantity) -> Quantity:
    """A figure, if it can be one."""
    if figure.max is not None and figure.max < figure.value:
        raise it.refused(f"{figure.value:.15g}-{figure.max:.15g} ends below where it begins")
    return figure


def _quantity(it: _Given, given: str) -> Quantity:
    what, words = _told(given)
    told = _FIGURE.fullmatch(what)
    if told is None:
        raise it.refused(f"{given!r} is no figure such as '30-40 hurt: between 30 and 40 people'")
    about, least, most, unit = told.groups()
    return Quantity(
        value=float(least.replace(",", "")), max=float(most.replace(",", "")) if most else None, unit=unit,
        approximate=bool(about), span=it.span(words) if words else it.words(least),
    )  # fmt: skip


# What a field holds, as a person would write it.


def _told_span(it: _Given, span: Span) -> str:
    """The words, where they are found again by themselves; else the numbers."""
    words = " ".join(it.account.words(span).split())
    return words if _finds(it, words, span) else f"{span[0]}:{span[1]}"


def _finds(it: _Given, words: str, span: Span) -> bool:
    try:
        return not _SPAN.fullmatch(words) and it.words(words) == tuple(span)
    except CorrectionError:
        return False


def _told_actor(it: _Given, id: str) -> str:
    actor = it.account.actor(id)
    return actor.name if actor and it.actor(actor.name)[0].id == id else id


def _told_place(it: _Given, place: EventPlace) -> str:
    called = ", ".join(part for part in (place.name, place.country) if part)
    found = next((one for one in gazetteer.lookup(place.name) if place.country in (None, one.country)), None)
    if place.geonameid is not None and (found is None or found.geonameid != place.geonameid):
        called = str(place.geonameid)
    return f"{called}: {_told_span(it, place.span)}"


def _told_time(it: _Given, time: Time) -> str:
    days = "/".join(dict.fromkeys(day for day in (time.start, time.end) if day))
    return f"{days}: {_told_span(it, time.span)}"


def _told_quantity(it: _Given, figure: Quantity) -> str:
    ends = "-".join(f"{end:.15g}" for end in (figure.value, figure.max) if end is not None)
    return f"{'~' if figure.approximate else ''}{ends} {figure.unit}: {_told_span(it, figure.span)}"


_TOLD: Mapping[str, Callable[[_Given, Any], str]] = {
    "speaker": _told_actor,
    "actors": _told_actor,
    "recipients": _told_actor,
    "cue": _told_span,
    "content": _told_span,
    "trigger": _told_span,
    "place": _told_place,
    "time": _told_time,
    "quantities": _told_quantity,
}


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
