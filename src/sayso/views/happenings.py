"""What of an account is not statements, on a page: what happened, disputes, when, where, and their words in the text.

Whatever an event stands on is told in words beside it, before what it is. Ids on the page are numbers of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sayso.model import Account, Dispute, Event, EventPlace, Place, Side, Span, Time
from sayso.views import map as maps
from sayso.views import wording
from sayso.views.lookup import Lookup, Word
from sayso.views.map import Spot
from sayso.views.marking import Mark, escaped
from sayso.views.markup import bdi, keys, named, plain, sign

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(?![^T])", re.ASCII)


@dataclass(slots=True)
class _Somewhere:
    """A place, however often it is named: what is known of it, and the numbers of the events there."""

    key: int
    place: Place | EventPlace
    named: int = 0
    events: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Marked:
    """What a span of the text is part of."""

    kinds: list[str] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    title: str = ""


class Happenings:
    """The events, disputes, places and times of one account."""

    def __init__(self, account: Account, prefix: str) -> None:
        self.account = account
        self.prefix = prefix
        self.lookup = Lookup(account)
        self.places: dict[tuple[object, ...], _Somewhere] = {}
        for place in account.places:
            self._somewhere(place).named += 1
        for number, event in enumerate(account.events, 1):
            if event.place:
                self._somewhere(event.place).events.append(number)
        self.spots = {
            place.key: Spot(_name(place.place), lat, lon, place.key, len(place.events))
            for place in self.places.values()
            if (lat := place.place.lat) is not None and (lon := place.place.lon) is not None and maps.on_earth(lat, lon)
        }
        self.dated = sorted(
            (event.time.start, event.time.end or event.time.start, number)
            for number, event in enumerate(account.events, 1)
            if event.time and event.time.start and _DATE.match(event.time.start)
        )

    def _somewhere(self, place: Place | EventPlace) -> _Somewhere:
        identity = (_name(place), place.country, repr(place.lat), repr(place.lon))
        return self.places.setdefault(identity, _Somewhere(len(self.places) + 1, place))

    # At the top

    def counts(self) -> list[str]:
        """How much there is, for the head of the page."""
        account = self.account
        counts = [f"<b>{count}</b>:{footings}" for count, footings in [wording.happened(account).split(":", 1)]]
        disputes = wording.figures(len(account.disputes), "dispute")
        return (counts if account.events else []) + ([f"<b>{disputes}</b>"] if account.disputes else [])

    def contents(self) -> list[tuple[str, str, int]]:
        """The parts there are: their ids, names, and how many items each has."""
        parts = [
            ("happened", "What happened", len(self.account.events)),
            ("disputes", "Disputes", len(self.account.disputes)),
            ("when", "When", len(self.dated)),
            ("where", "Where", len(self.places) if self.spots else 0),
        ]
        return [part for part in parts if part[2]]

    def signs(self) -> list[tuple[str, str]]:
        """What the marks in the text mean, as far as there are such marks."""
        signs = [("trigger", "event", self.account.events), ("place", "place", self.account.places)]
        signs += [("time", "time", self.account.times)]
        return [(kind, name) for kind, name, found in signs if found]

    def pieces(self) -> Iterator[str]:
        """The parts, piece by piece."""
        titles = {id: f'<h2 id="{self.prefix}{id}">{name}</h2>\n' for id, name, _ in self.contents()}
        if "happened" in titles:
            yield titles["happened"]
            yield '<table class="events">\n<thead><tr><th scope="col"><span class="spoken">number</span></th>'
            yield '<th scope="col">on what footing</th><th scope="col">what</th><th scope="col">when, where</th>'
            yield "</tr></thead>\n<tbody>\n"
            yield from (self._event(number, event) for number, event in enumerate(self.account.events, 1))
            yield "</tbody>\n</table>\n"
        if "disputes" in titles:
            yield titles["disputes"]
            yield from (self._dispute(number, dispute) for number, dispute in enumerate(self.account.disputes, 1))
        if "when" in titles:
            yield titles["when"] + '<ol class="timeline">\n'
            yield from self._timeline()
            yield "</ol>\n"
        if "where" in titles:
            yield titles["where"]
            yield from self._where()

    # What happened

    def _event(self, number: int, event: Event) -> str:
        prefix = self.prefix
        unsure = f' <span class="unsure">{wording.UNSURE}</span>' if wording.unsure(event) else ""
        words = "; ".join(map(self._word, self.lookup.words(event.statements)))
        parties = [", ".join(map(named, self.lookup.named(ids))) for ids in (event.actors, event.recipients)]
        figures = "".join(f"<span>{bdi(wording.quantity(quantity))}</span>" for quantity in event.quantities)
        return (
            f'<tr class="{event.status}" id="{prefix}e{number}"{keys(e=[number])} tabindex="-1">'
            f'<th scope="row"><a class="number" href="#{prefix}u{number}" '
            f'aria-label="Event {number} in the report">E{number}</a></th>'
            f'<td class="basis">{footing(event)}{unsure}<p class="word">{words or wording.ITSELF}</p></td>'
            f'<td class="what"><p class="happened"><b>{bdi(wording.kind(event))}</b> {self._trigger(event)}</p>'
            + (f'<p class="parties">{self._parties(*parties)}</p>' if any(parties) else "")
            + (f'<p class="figures">{figures}</p>' if figures else "")
            + f'</td><td class="whenwhere">{self._time(event.time)}{self._place(event.place)}</td></tr>\n'
        )

    def _trigger(self, event: Event) -> str:
        return f'<q dir="auto">{escaped(wording.one_line(self.account.words(event.trigger)))}</q>'

    def _parties(self, actors: str, recipients: str) -> str:
        actors = actors or f"<i>{wording.NOT_NAMED}</i>"
        return f"{actors} {sign('→', 'to')} {recipients}" if recipients else actors

    def _word(self, word: Word) -> str:
        """Somebody's word, after those it came through, and the statements in which it is given."""
        arrow = f" {sign('←', 'passes on')} "
        chain = arrow.join(named(actor) if actor else f"<i>{wording.NOT_GIVEN}</i>" for actor in word.chain)
        links = " ".join(f'<a href="#{self.prefix}s{number}">{number}</a>' for number in word.numbers)
        denies = f' <span class="denies">{wording.DENIES}</span>' if word.denies else ""
        return f'{chain}{denies} <span class="spoken">statements</span> {links}'

    def _time(self, time: Time | None) -> str:
        if time is None:
            return ""
        dates, words = wording.dates(time), wording.one_line(time.text)
        return (f'<p class="dates">{bdi(dates)}</p>' if dates else "") + (f"<p>{bdi(words)}</p>" if words else "")

    def _place(self, place: EventPlace | None) -> str:
        return f'<p class="at">{bdi(wording.place(place))}</p>' if place else ""

    def _links(self, numbers: list[int]) -> str:
        return " ".join(f'<a href="#{self.prefix}e{number}">E{number}</a>' for number in numbers)

    # Disputes

    def _dispute(self, number: int, dispute: Dispute) -> str:
        happened = self.lookup.happened(dispute.events)
        events = f'<span class="links">{self._links(happened)}</span>' if happened else ""
        return (
            f'<div class="dispute" id="{self.prefix}d{number}"{keys(e=happened)}>'
            f'<h3><span class="number">D{number}</span> {bdi(dispute.issue)}</h3>'
            f'<p class="kind">{dispute.kind} {events}</p>'
            f'<ul class="sides">{"".join(map(self._side, dispute.sides))}</ul></div>\n'
        )

    def _side(self, side: Side) -> str:
        """A position, everybody who stands on it, and what they say."""
        said = self.lookup.said(side.statements)
        actors = ", ".join(map(named, self.lookup.named(dict.fromkeys(side.actors)))) or f"<i>{wording.NOT_NAMED}</i>"
        quotes = "".join(
            f'<p{keys(s=[number])}><a class="number" href="#{self.prefix}s{number}">{number}</a> '
            f'<span class="force {statement.force}">{statement.force}</span> '
            f"{bdi(wording.excerpt(wording.said(self.account, statement)))}</p>"
            for number, statement in said
        )
        return (
            f'<li><p class="position" dir="auto">{escaped(wording.one_line(side.position))}</p>'
            f'<p class="stand">{actors}</p>{quotes}</li>'
        )

    # When

    def _timeline(self) -> Iterator[str]:
        """The events that have a date in the order of their dates, those of the same day or days together."""
        days: dict[tuple[str, str], list[int]] = {}
        for start, end, number in self.dated:
            days.setdefault((start, end), []).append(number)
        before: date | None = None
        for (start, _), numbers in days.items():
            day, events = _day(start), self.account.events
            later = _later(before, day)
            weekday = f' <span class="weekday">{day:%A}</span>' if day else ""
            dates = wording.dates(events[numbers[0] - 1].time)
            yield (f'<li class="later"><p>{later}</p></li>' if later else "") + (
                f'<li><p class="dates"><time datetime="{_DATE.match(start)[0]}">{bdi(dates)}</time>{weekday}</p><ul>'  # type: ignore[index]
            )
            for number in numbers:
                event = events[number - 1]
                yield (
                    f'<li class="{event.status}"{keys(e=[number])}><a href="#{self.prefix}e{number}">E{number}</a> '
                    f"{footing(event)} {bdi(wording.kind(event))} {self._trigger(event)}</li>"
                )
            yield "</ul></li>\n"
            before = day or before

    # Where

    def _where(self) -> Iterator[str]:
        """A map, nearest where things happened, and every place with what happened there."""
        there = [spot for spot in self.spots.values() if spot.events] or list(self.spots.values())
        shown = maps.view(there)
        yield '<figure class="places">\n'
        yield from maps.drawn(list(self.spots.values()), shown, "Map of the places listed below")
        yield "<figcaption>Coasts and borders: Natural Earth, as it draws them; no side is taken.</figcaption>\n"
        yield '</figure>\n<ul class="places">\n'
        for place in sorted(self.places.values(), key=lambda place: -len(place.events)):
            spot = self.spots.get(place.key)
            if spot is None:
                aside = ' <span class="aside">not located</span>'
            else:
                aside = "" if shown.shows(spot) else ' <span class="aside">off this map</span>'
            links = f' <span class="links">{self._links(place.events)}</span>' if place.events else ""
            yield f"<li{keys(p=[place.key], e=place.events)}>{bdi(wording.place(place.place))}{aside}{links}</li>\n"
        yield "</ul>\n"

    # In the text

    def marks(self) -> Iterator[Mark]:
        """The words of events, places and times in the text; a span that is part of several things is marked once."""
        spans: dict[Span, _Marked] = {}

        def mark(span: Span, kind: str) -> _Marked:
            found = spans.setdefault(span, _Marked())
            if kind not in found.kinds:
                found.kinds.append(kind)
            return found

        for place in self.account.places:
            found = mark(place.span, "place")
            found.places.append(self._somewhere(place).key)
            found.title = wording.place(place)
        for time in self.account.times:
            mark(time.span, "time").title = wording.dates(
                Time(start=time.start, end=time.end, text=time.text, span=time.span)
            )
        for number, event in enumerate(self.account.events, 1):
            parts = [(event.trigger, f"trigger {event.status}"), *((span, "evidence") for span in event.evidence)]
            parts += [(quantity.span, "figure") for quantity in event.quantities]
            parts += [(event.time.span, "time")] if event.time else []
            if event.place:
                parts.append((event.place.span, "place"))
                mark(event.place.span, "place").places.append(self._somewhere(event.place).key)
            for span, kind in parts:
                mark(span, kind).events.append(number)
            words = wording.FOOTING[event.status]
            label = plain(f"Event {number}, {words}: {wording.kind(event)}")
            tag = f"E{number}" if event.status == "fact" else f"E{number}\N{NO-BREAK SPACE}{words}"
            yield Mark(
                event.trigger,
                once=f'<a class="ref event {event.status}" id="{self.prefix}u{number}" href="#{self.prefix}e{number}"'
                f' data-e="{number}" data-n="{tag}" aria-label="{label}"></a>',
            )
        for span, found in spans.items():
            title = f' title="{plain(found.title)}"' if found.title else ""
            opening = f'<span class="{" ".join(found.kinds)}"{keys(e=found.events, p=found.places)}{title}>'
            yield Mark(span, opening, "</span>")


def footing(event: Event) -> str:
    """On what footing an event stands, in words."""
    return f'<span class="footing {event.status}">{wording.FOOTING[event.status]}</span>'


def _name(place: Place | EventPlace) -> str:
    return place.name or (place.text if isinstance(place, Place) else "")


def _day(start: str) -> date | None:
    try:
        return date.fromisoformat(start[:10])
    except ValueError:
        return None


def _later(before: date | None, day: date | None) -> str:
    """How long after the day before it something came, where days lie between."""
    days = (day - before).days if before and day else 0
    if days < 2:
        return ""
    if days < 60:
        return f"{days} days later"
    return f"{days // 30} months later" if days < 730 else f"{days // 365} years later"
