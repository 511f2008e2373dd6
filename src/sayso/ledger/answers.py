"""What a ledger answers with: what there is to tell of a report, a statement, an event, an actor, a dispute."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Grade = Literal["admitted", "corroborated", "single source", "contested", "denied", "open"]


class Known(BaseModel):
    """What the ledger knows: a picture, so changing it would change nothing there."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Answer(Known):
    """What stands in a list of answers."""

    @property
    def cursor(self) -> str:
        """Where this answer stands in the list it came in: the list goes on behind it when asked `after` that."""
        raise NotImplementedError


class Party(Known):
    """An actor as a list of events or statements shows it."""

    id: str
    name: str
    kind: str
    country: str | None = None  # ISO 3166-1 alpha-3
    sector: str | None = None


class ReportRow(Answer):
    """A report."""

    id: str
    published: str | None
    outlet: str | None
    title: str | None
    agency: str | None
    byline: str | None
    dateline: str | None
    url: str | None
    version: int  # of what stood at its URL
    source_id: str | None
    language: str
    words: int
    family: str | None  # the first report of those it is a copy of, or that are copies of it; its own id if it is that
    copies: int  # other reports of that family
    statements: int
    events: int

    @property
    def cursor(self) -> str:
        """By date and id."""
        return _cursor(self.published or "", self.id)


class StatementRow(Answer):
    """A statement, with who makes it and the report that has it."""

    id: str  # "report/s1"
    published: str | None
    outlet: str | None
    speaker: str | None  # by name
    speaker_id: str | None  # of the actor
    speaker_kind: str | None
    speaker_role: str | None
    speaker_country: str | None  # as the report tells; where it does not, as others do
    speaker_sector: str | None
    force: str
    quotation: str
    said: str
    cue: str | None
    addressee: str | None
    via: list[str]  # the names of those through whom it came
    start: str | None  # when it was made, where the report tells
    end: str | None
    position: int
    report: str
    title: str | None
    url: str | None

    @property
    def cursor(self) -> str:
        """By the date and id of the report and the place in its text."""
        return _cursor(self.published or "", self.report, self.position, self.id.removeprefix(f"{self.report}/"))


class EventRow(Answer):
    """An event, however many reports tell of it, with its grade and the voices that the grade rests on."""

    id: str
    day: str | None  # on which it began; where nobody tells, on which it was first reported
    start: str | None
    end: str | None
    type: str
    mode: str | None
    contexts: list[str]
    actors: list[Party]
    recipients: list[Party]
    place: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    grade: Grade
    status: str
    voices: int  # independent ones for it
    voices_for: list[str]
    voices_against: list[str]
    reports: int
    tellings: int
    confidence: float
    told: str | None  # the words of the first report that tells of it
    headline: str | None  # its title
    reported: str | None  # when the first report came out
    outlets: list[str]

    @property
    def cursor(self) -> str:
        """By day and id."""
        return _cursor(self.day or "", self.id)


class RoleRow(Known):
    """A role or an affiliation of an actor, and the dates of the first and the last report that has it."""

    role: str | None
    country: str | None
    sector: str | None
    first: str | None
    last: str | None
    reports: int


class ActorRow(Answer):
    """Somebody known from any number of reports."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    aliases: list[str]
    roles: list[RoleRow]
    reports: int

    @property
    def cursor(self) -> str:
        """By the number of reports and id."""
        return _cursor(self.reports, self.id)


class SideRow(Known):
    """One position in a dispute."""

    number: int
    position: str
    voices: list[str]
    actors: list[str]  # ids
    statements: list[str]
    tellings: list[str]


class DisputeRow(Answer):
    """A point on which sources contradict each other."""

    id: str
    kind: str
    issue: str
    event: str | None  # the id of the event it is about, if it is about one
    day: str | None  # that of the event, or else of the report
    reports: int
    sides: list[SideRow]

    @property
    def cursor(self) -> str:
        """By the number of reports and id."""
        return _cursor(self.reports, self.id)


class Stats(Known):
    """How much of what is in a ledger."""

    reports: int
    families: int  # copies of one report counted once
    outlets: int
    first: str | None  # dates of the first and the last report
    last: str | None
    statements: int
    tellings: int
    events: int
    actors: int
    disputes: int
    refusals: int
    corrections: int
    unlinked: int  # reports that linking has not seen yet
    grades: dict[str, int]
    types: dict[str, int]


class Figure(Known):
    """A figure that a telling has, such as the number of the dead. A range has its upper end in `max`."""

    value: float
    max: float | None
    unit: str
    approximate: bool


class TellingRow(Known):
    """An event as one report tells it, and on whose word."""

    id: str  # "report/e1"
    report: str
    family: str | None  # the first report of those that this is a copy of, or that are copies of it
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    type: str
    mode: str | None
    trigger: str
    evidence: str
    status: str
    confidence: float
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    figures: list[Figure]
    actors: list[str]  # names, as this report has them
    recipients: list[str]
    statements: list[StatementRow]  # on whose word; none where the report tells it itself


class VoiceRow(Known):
    """An independent voice for or against an event, and what it rests on."""

    stance: Literal["for", "against"]
    kind: str
    name: str
    actor: str | None  # the id of the actor
    evidence: list[str]  # ids of statements and tellings


class PointRow(Known):
    """One figure of a series: whose it is, as of which day, and where it is told."""

    day: str | None
    value: float
    max: float | None
    voice: str
    update: bool  # whether it takes the place of an earlier one
    tellings: list[str]  # "report/e1"


class SeriesRow(Known):
    """The figures of one kind that are given for an event, by day."""

    counts: str | None  # "dead" or "hurt", where that is told
    unit: str
    points: list[PointRow]


class JoinRow(Known):
    """Two tellings that were found to be of one event, and what each feature added to that, in log-odds."""

    one: str  # "report/e1"
    other: str
    score: float
    features: dict[str, float]


class EventStory(Known):
    """All that a ledger has of an event."""

    event: EventRow
    why: str  # it has its grade, in a sentence
    series: list[SeriesRow]
    joins: list[JoinRow]  # the surest first
    voices: list[VoiceRow]
    tellings: list[TellingRow]
    statements: list[StatementRow]  # what voices rest on besides the statements of the tellings
    disputes: list[DisputeRow]
    beside: list[EventRow]  # of the same story, but other acts: no word for one is a word for another


class ActorStory(Known):
    """What a ledger has of an actor: the first of the events it has a part in and of the statements it makes."""

    actor: ActorRow
    events: list[EventRow]
    statements: list[StatementRow]


class SideStory(Known):
    """One position in a dispute, and every line that it rests on."""

    number: int
    position: str
    voices: list[str]
    statements: list[StatementRow]
    tellings: list[TellingRow]


class DisputeStory(Known):
    """All that a ledger has of a dispute."""

    dispute: DisputeRow
    event: EventRow | None
    sides: list[SideStory]


def _cursor(*parts: str | int) -> str:
    return "~".join(map(str, parts))
