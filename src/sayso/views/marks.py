"""The words of an account's parts in the text of its report, marked: who speaks and what is said, what happened, where
and when.

Marks and what is told of the parts beside the text know each other by numbers: data-s of statements, data-e of events,
data-p of places, data-a of actors (text.js). Ids on a page are made of numbers; what ids an account has is data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.model import Account, Actor, Event, EventPlace, Place, Span, Statement, Time
from sayso.views import wording
from sayso.views.lookup import Lookup
from sayso.views.marking import Mark
from sayso.views.markup import keys, plain

HUES = 8  # as many speakers can be told apart by colour; the others are grey

_OPENING_QUOTES = tuple("\"“„«‘'")


@dataclass(frozen=True, slots=True)
class Ids:
    """What ids on a page begin with, before the number of a statement or an event."""

    statement: str  # what is told of it, in the account
    event: str
    said: str  # its words, in the text
    trigger: str


@dataclass(slots=True)
class Somewhere:
    """A place, however often it is named: what is known of it, and the numbers of the events there."""

    key: int
    place: Place | EventPlace
    named: int = 0
    events: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called."""
        return place_name(self.place)


@dataclass(slots=True)
class _Marked:
    """What a span of the text is part of."""

    kinds: list[str] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    title: str = ""


class Marks:
    """The marks of an account, and by which numbers and colours its parts are known."""

    def __init__(self, account: Account, ids: Ids, *, by_id: bool = False) -> None:
        """by_id: as `Lookup` has it."""
        self.account = account
        self.ids = ids
        self.lookup = Lookup(account, by_id=by_id)
        self.keys = {id: number for number, id in enumerate(self.lookup.actors, 1)}
        self.said: dict[str | None, list[int]] = {}  # the numbers of each speaker's statements
        for number, statement in self.lookup.all_statements:
            if statement.speaker in self.lookup.actors:
                self.said.setdefault(statement.speaker, []).append(number)
        self.speakers = sorted(self.said, key=lambda speaker: -len(self.said[speaker]))
        self._hues = {speaker: hue for hue, speaker in enumerate(self.speakers[:HUES], 1)}
        self.places: dict[tuple[object, ...], Somewhere] = {}
        for place in account.places:
            self._somewhere(place).named += 1
        for number, event in self.lookup.all_events:
            if event.place:
                self._somewhere(event.place).events.append(number)

    def colour(self, speaker: str | None) -> str:
        """The class of a speaker's colour."""
        return f"c{self._hues.get(speaker, 0)}"

    def signs(self) -> list[tuple[str, str]]:
        """What the marks mean, each with its classes, as far as there are such marks."""
        account = self.account
        signs = [(f"content {form}", name, True) for form, name in wording.QUOTATION.items()]
        signs += [("who", "speaker", True), ("cue", "cue", True), ("trigger", "event", bool(account.events))]
        signs += [("place", "place", bool(account.places)), ("time", "time", bool(account.times))]
        return [(kind, name) for kind, name, there in signs if there]

    def __iter__(self) -> Iterator[Mark]:
        for part in self.account.report.furniture:
            yield Mark(part.span, f'<span class="furniture {part.kind}">', "</span>")
        for actor in self.account.actors:
            for span in actor.mentions:
                yield Mark(span, f'<span class="mention" data-a="{self.keys[actor.id]}">', "</span>")
        for number, statement in self.lookup.all_statements:
            yield from self._statement(number, statement)
        yield from self._events()

    # Who says what

    def _statement(self, number: int, statement: Statement) -> Iterator[Mark]:
        colour = self.colour(statement.speaker)
        spans = [(f"content {statement.quotation}", piece) for piece in statement.content]
        spans += [(kind, span) for kind, span in (("cue", statement.cue), ("who", statement.speaker_span)) if span]
        if not spans:
            return
        _, (start, end) = spans[0]
        if self.account.report.text[:start].endswith(_OPENING_QUOTES):
            start -= 1  # a number between the quotation mark and the first word would be in the way
        label = plain(f"Statement {number}: {self._name(self.lookup.actors.get(statement.speaker))}")
        yield Mark(
            (start, end),
            once=f'<a class="ref {colour}" id="{self.ids.said}{number}" href="#{self.ids.statement}{number}"'
            f' data-s="{number}" data-n="{number}" aria-label="{label}"></a>',
        )
        for kind, span in spans:
            yield Mark(span, f'<span class="{kind} {colour}" data-s="{number}">', "</span>")

    def _name(self, actor: Actor | None) -> str:
        return wording.one_line(actor.name) if actor else wording.NOT_GIVEN

    # What happened, where, when

    def _somewhere(self, place: Place | EventPlace) -> Somewhere:
        identity = (place_name(place), place.country, repr(place.lat), repr(place.lon))
        return self.places.setdefault(identity, Somewhere(len(self.places) + 1, place))

    def _events(self) -> Iterator[Mark]:
        """The words of events, places and times; a span that is part of several things is marked once."""
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
        for number, event in self.lookup.all_events:
            for span, kind in _words(event):
                mark(span, kind).events.append(number)
            if event.place:
                mark(event.place.span, "place").places.append(self._somewhere(event.place).key)
            words = wording.FOOTING[event.status]
            label = plain(f"Event {number}, {words}: {wording.kind(event)}")
            tag = f"E{number}" if event.status == "fact" else f"E{number}\N{NO-BREAK SPACE}{words}"
            yield Mark(
                event.trigger,
                once=f'<a class="ref event {event.status}" id="{self.ids.trigger}{number}"'
                f' href="#{self.ids.event}{number}" data-e="{number}" data-n="{tag}" aria-label="{label}"></a>',
            )
        for span, found in spans.items():
            title = f' title="{plain(found.title)}"' if found.title else ""
            opening = f'<span class="{" ".join(found.kinds)}"{keys(e=found.events, p=found.places)}{title}>'
            yield Mark(span, opening, "</span>")


def place_name(place: Place | EventPlace) -> str:
    """What a place is called."""
    return place.name or (place.text if isinstance(place, Place) else "")


def _words(event: Event) -> Iterator[tuple[Span, str]]:
    """The spans of an event, and what each is of it."""
    yield event.trigger, f"trigger {event.status}"
    yield from ((span, "evidence") for span in event.evidence)
    yield from ((quantity.span, "figure") for quantity in event.quantities)
    if event.time:
        yield event.time.span, "time"
    if event.place:
        yield event.place.span, "place"
