"""The nouns of an account: format `sayso/1`.

Every span is a pair ``(start, end)`` of Unicode code points into ``Report.text``, end exclusive, so that
``text[start:end]`` is exactly the words meant.
"""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]

ActorKind = Literal["person", "government", "organization", "group", "media", "document", "anonymous"]
Sector = Literal[
    "GOV", "MIL", "REB", "OPP", "PTY", "JUD", "SPY", "COP", "MED", "EDU", "BUS", "CRM", "CVL", "NGO", "IGO", "ELI"
]
Quotation = Literal["direct", "indirect", "mixed"]
Force = Literal[
    "assert", "deny", "accuse", "warn", "demand", "request", "promise", "threaten", "praise", "criticize", "concern",
    "question", "agree", "reject", "announce",
]  # fmt: skip
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["fact", "claimed", "denied", "possible", "planned", "demanded"]
DisputeKind = Literal[
    "occurrence", "target", "actor", "quantity", "motive", "legality", "cause", "procedure", "characterization"
]
FurnitureKind = Literal["title", "heading", "caption", "byline", "date", "dateline", "credit", "repeat", "notice"]


class Noun(BaseModel):
    """What every noun shares: unknown fields are refused, so that a misspelt one is not lost in silence."""

    model_config = ConfigDict(extra="forbid")


class Furniture(Noun):
    """A stretch of a report's text that is not prose: its title line, a caption, the byline, the dateline, a credit."""

    kind: FurnitureKind
    span: Span


class Report(Noun):
    """One news report as it was read. `text` is never altered; all spans point into it."""

    id: str = ""
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None  # ISO 8601 date
    language: str = "en"
    text: str
    furniture: list[Furniture] = Field(default=[], exclude=True)  # the parts of the text that are not prose, in order

    @model_validator(mode="after")
    def _identify(self) -> Self:
        if not self.id:
            self.id = identify(self.text, self.outlet, self.published)
        return self

    @property
    def prose(self) -> list[Span]:
        """The stretches of `text` between its furniture."""
        spans, start = [], 0
        for part in self.furniture:
            spans.append((start, part.span[0]))
            start = part.span[1]
        spans.append((start, len(self.text)))
        return [(start, end) for start, end in spans if self.text[start:end].strip()]


def json_text(value: Any, indent: int | None = None) -> str:
    """A value as JSON text. A surrogate that stands alone has no UTF-8 form: it is escaped, as JSON allows."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return written.encode("utf-8", "backslashreplace").decode("utf-8")


def identify(text: str, outlet: str | None, published: str | None) -> str:
    """A stable id, 16 hexadecimal digits: the same text from the same outlet and date has the same one."""
    # Fields are kept apart by NUL, so that no two different triples run together.
    parts = "\0".join((text, outlet or "", published or ""))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Actor(Noun):
    """Somebody who speaks, acts or is acted upon: one entry, however often and however variously named."""

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-3
    sector: Sector | None = None
    aliases: list[str] = []
    mentions: list[Span] = []


class Time(Noun):
    """When something was said or happened: ISO dates, and the words that tell."""

    start: str | None = None
    end: str | None = None
    text: str
    span: Span


class Statement(Noun):
    """Who says what. `speaker` is None where the text does not tell who speaks."""

    id: str
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    content: list[Span]
    quotation: Quotation
    force: Force
    addressee: str | None = None
    via: list[str] = []
    time: Time | None = None


class Place(Noun):
    """A place named in the text, resolved where the gazetteer allows."""

    span: Span
    text: str
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    confidence: float | None = None


class EventPlace(Noun):
    """Where an event took place."""

    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    span: Span


class TimeExpression(Noun):
    """A time expression with its TIMEX3 type and value, resolved against the date of publication where known."""

    span: Span
    text: str
    value: str | None = None
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    start: str | None = None
    end: str | None = None


class Quantity(Noun):
    """A figure the text gives for an event. A range has its upper end in `max`."""

    value: float
    max: float | None = None
    unit: str
    approximate: bool = False
    span: Span


class Event(Noun):
    """What happened or is said to have happened, on the footing (`status`) on which the report puts it."""

    id: str
    type: EventType
    mode: str | None = None
    contexts: list[str] = []
    trigger: Span
    actors: list[str] = []
    recipients: list[str] = []
    place: EventPlace | None = None
    time: Time | None = None
    quantities: list[Quantity] = []
    status: Status
    statements: list[str] = []
    evidence: list[Span] = []
    confidence: float


class Side(Noun):
    """One position in a dispute, and everybody who stands on it."""

    position: str
    actors: list[str] = []
    statements: list[str] = []


class Dispute(Noun):
    """A point on which the sources contradict each other."""

    id: str
    issue: str
    kind: DisputeKind
    events: list[str] = []
    sides: list[Side]


class Account(Noun):
    """The account of one report."""

    format: Literal["sayso/1"] = "sayso/1"
    report: Report
    actors: list[Actor] = []
    statements: list[Statement] = []
    events: list[Event] = []
    places: list[Place] = []
    times: list[TimeExpression] = []
    disputes: list[Dispute] = []

    @model_validator(mode="after")
    def _spans_point_into_the_text(self) -> Self:
        length = len(self.report.text)
        for start, end in self.spans():
            if not start < end <= length:
                raise ValueError(f"span [{start}, {end}) does not point into a text of {length} characters")
        return self

    def spans(self) -> Iterator[Span]:
        """Every span of the account."""
        for actor in self.actors:
            yield from actor.mentions
        for statement in self.statements:
            yield from statement.content
            for span in (statement.speaker_span, statement.cue, statement.time and statement.time.span):
                if span:
                    yield span
        for event in self.events:
            yield event.trigger
            yield from event.evidence
            yield from (quantity.span for quantity in event.quantities)
            if event.place:
                yield event.place.span
            if event.time:
                yield event.time.span
        yield from (place.span for place in self.places)
        yield from (time.span for time in self.times)

    def words(self, span: Span) -> str:
        """The words of the report that a span means."""
        return self.report.text[slice(*span)]

    def actor(self, id: str | None) -> Actor | None:
        """The actor of that id, None where there is none."""
        return next((actor for actor in self.actors if actor.id == id), None)

    def to_json(self, indent: int | None = None) -> str:
        """The account as JSON text, one line unless `indent` is given."""
        return json_text(self.to_dict(), indent)

    def to_dict(self) -> dict[str, Any]:
        """The account as plain dictionaries and lists, as in its JSON."""
        return self.model_dump(mode="python")

    def _repr_html_(self) -> str:
        from sayso.views.page import page  # a view is needed only where an account is shown

        # A notebook shares one page among its cells: in a frame, our style cannot leak into it, nor its into ours.
        return (
            '<iframe style="width:100%;height:640px;border:1px solid #ccc" sandbox="allow-scripts" '
            f'srcdoc="{html.escape(page(self), quote=True)}"></iframe>'
        )
