"""What of an account is not statements, on a page: what happened, disputes, when, where.

Whatever an event stands on is told in words beside it, before what it is. Ids on the page are numbers of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sayso.model import Dispute, Event, EventPlace, Side, Time
from sayso.views import map as maps
from sayso.views import wording
from sayso.views.lookup import Word
from sayso.views.map import Spot
from sayso.views.marking import escaped
from sayso.views.marks import Marks
from sayso.views.markup import bdi, keys, named, sign

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(?![^T])", re.ASCII)


class Happenings:
    """The events, disputes, places and times of one account, told beside its text."""

    def __init__(self, marks: Marks, prefix: str = "") -> None:
        """prefix: what the ids of headings begin with."""
        self.account, self.marks, self.lookup, self.ids = marks.account, marks, marks.lookup, marks.ids
        self.prefix = prefix
        self.spots = {
            place.key: Spot(place.name, lat, lon, place.key, len(place.events))
            for place in marks.places.values()
            if (lat := place.place.lat) is not None and (lon := place.place.lon) is not None and maps.on_earth(lat, lon)
        }
        self.dated = sorted(
            (event.time.start, event.time.end or event.time.start, number)
            for number, event in self.lookup.all_events
            if event.time and event.time.start and _DATE.match(event.time.start)
        )

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
            ("where", "Where", len(self.marks.places) if self.spots else 0),
        ]
        return [part for part in parts if part[2]]

    def pieces(self) -> Iterator[str]:
        """The parts, piece by piece."""
        titles = {id: f'<h2 id="{self.prefix}{id}">{name}</h2>\n' for id, name, _ in self.contents()}
        if "happened" in titles:
            yield titles["happened"]
            yield '<table class="events">\n<thead><tr><th scope="col"><span class="spoken">number</span></th>'
            yield '<th scope="col">on what footing</th><th scope="col">what</th><th scope="col">when, where</th>'
            yield "</tr></thead>\n<tbody>\n"
            yield from (self._event(number, event) for number, event in self.lookup.all_events)
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
            yield from self.where()

    # What happened

    def _event(self, number: int, event: Event) -> str:
        unsure = f' <span class="unsure">{wording.UNSURE}</span>' if wording.unsure(event) else ""
        words = "; ".join(map(self._word, self.lookup.words(event.statements)))
        parties = [", ".join(map(named, self.lookup.named(ids))) for ids in (event.actors, event.recipients)]
        told = wording.quantities(event.quantities, self.account.report.text)
        figures = "".join(f"<span>{bdi(figure)}</span>" for figure in told)
        basis = words or wording.unsaid(event.status)
        return (
            f'<tr class="{event.status}" id="{self.ids.event}{number}"{keys(e=[number])} tabindex="-1">'
            f'<th scope="row"><a class="number" href="#{self.ids.trigger}{number}" '
            f'aria-label="Event {number} in the report">E{number}</a></th>'
            f'<td class="basis">{footing(event)}{unsure}<p class="word">{basis}</p></td>'
            f'<td class="what"><p class="happened"><b>{bdi(wording.kind(event))}</b> {self._trigger(event)}</p>'
            + (f'<p class="parties">{self._parties(*parties)}</p>' if any(parties) else "")
            + (f'<p class="figures">{figures}</p>' if figures else "")
            + f'</td><td class="whenwhere">{self._time(event.time)}{self._place(event.place)}</td></tr>\n'
        )

    def _trigger(self, event: Event) -> str:
        return f'<q dir="auto">{escaped(wording.one_line(self.account.words(event.trigger)))}</q>'

    def _parties(self, actors: str, recipients: str) -> str:
        actors = actors or f"<i>{wording.NOT_NAMED}</i>"
        return f"{actors} {sign('→', 'to')} {recipients}" if recipients not in ("", actors) else actors

    def _word(self, word: Word) -> str:
        """Somebody's word, after those it came through, and the statements in which it is given."""
        arrow = f" {sign('←', 'passes on')} "
        chain = arrow.join(named(actor) if actor else f"<i>{wording.NOT_GIVEN}</i>" for actor in word.chain)
        links = " ".join(f'<a href="#{self.ids.statement}{number}">{number}</a>' for number in word.numbers)
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
        return " ".join(f'<a href="#{self.ids.event}{number}">E{number}</a>' for number in numbers)

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
            f'<p{keys(s=[number])}><a class="number" href="#{self.ids.statement}{number}">{number}</a> '
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
        events = dict(self.lookup.all_events)
        for (start, _), numbers in days.items():
            day = _day(start)
            later = _later(before, day)
            weekday = f' <span class="weekday">{day:%A}</span>' if day else ""
            dates = wording.dates(events[numbers[0]].time)
            yield (f'<li class="later"><p>{later}</p></li>' if later else "") + (
                f'<li><p class="dates"><time datetime="{_DATE.match(start)[0]}">{bdi(dates)}</time>{weekday}</p><ul>'  # type: ignore[index]
            )
            for number in numbers:
                event = events[number]
                yield (
                    f'<li class="{event.status}"{keys(e=[number])}><a href="#{self.ids.event}{number}">E{number}</a> '
                    f"{footing(event)} {bdi(wording.kind(event))} {self._trigger(event)}</li>"
                )
            yield "</ul></li>\n"
            before = day or before

    # Where

    def where(self) -> Iterator[str]:
        """A map, nearest where things happened, and every place with what happened there."""
        there = [spot for spot in self.spots.values() if spot.events] or list(self.spots.values())
        shown = maps.view(there)
        yield '<figure class="places">\n'
        yield from maps.drawn(list(self.spots.values()), shown, "Map of the places listed below")
        yield "<figcaption>Coasts and borders: Natural Earth, as it draws them; no side is taken.</figcaption>\n"
        yield '</figure>\n<ul class="places">\n'
        for place in sorted(self.marks.places.values(), key=lambda place: -len(place.events)):
            spot = self.spots.get(place.key)
            if spot is None:
                aside = ' <span class="aside">not located</span>'
            else:
                aside = "" if shown.shows(spot) else ' <span class="aside">off this map</span>'
            links = f' <span class="links">{self._links(place.events)}</span>' if place.events else ""
            yield f"<li{keys(p=[place.key], e=place.events)}>{bdi(wording.place(place.place))}{aside}{links}</li>\n"
        yield "</ul>\n"


def footing(event: Event) -> str:
    """On what footing an event stands, in words."""
    return f'<span class="footing {event.status}">{wording.FOOTING[event.status]}</span>'


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
