"""What is in a ledger: lists, a page at a time, and the whole of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Generic, Literal, TypeVar

from fastapi import Query, Response
from pydantic import BaseModel, ConfigDict, Field

from sayso.ledger.answers import (
    ActorRow,
    ActorStory,
    Answer,
    DisputeRow,
    DisputeStory,
    EventRow,
    EventStory,
    Grade,
    Known,
    ReportRow,
    StatementRow,
    Stats,
)
from sayso.ledger.asking import Answers
from sayso.ledger.portions import page
from sayso.ledger.reports import ReportStory
from sayso.model import EventType, Status
from sayso.web.api.describing import Id, calls
from sayso.web.api.paging import go_on
from sayso.web.problems import answers_with, there
from sayso.web.settings import PAGE, PAGE_MOST
from sayso.web.visits import Reading

router = calls("Asking")

Given = TypeVar("Given", bound=Answer)
FOUND_MOST = 10  # of each kind in a search


class Wanted(BaseModel):
    """What is asked for; all of it has to hold."""

    # A misspelt filter must not silently give everything.
    model_config = ConfigDict(extra="forbid")

    since: str | None = Field(None, description="From that day, month or year on.", examples=["2015-10"], max_length=10)
    until: str | None = Field(
        None, description="Until then, that day included.", examples=["2015-12-31"], max_length=10
    )
    country: str | None = Field(
        None, description="ISO 3166-1 alpha-3 code, or English name.", examples=["SYR"], max_length=100
    )
    type: EventType | None = Field(None, description="Of event, as PLOVER calls it.", examples=["ASSAULT"])
    actor: str | None = Field(
        None, description="An id, or any name somebody goes by.", examples=["Sergey Lavrov"], max_length=200
    )
    about: str | None = Field(None, description="Told in these words.", examples=["hospital"], max_length=200)
    grade: Grade | None = Field(None, description="Of an event.", examples=["contested"])
    status: Status | None = Field(None, description="The footing of an event.", examples=["claimed"])
    outlet: str | None = Field(None, description="Its name.", examples=["The Herald"], max_length=200)
    search: str | None = Field(
        None, description='Words that stand in the report; "together" in quotes.', examples=["air strike"],
        max_length=500,
    )  # fmt: skip
    by: Literal["reports", "day"] | None = Field(
        None, description="In order of what, if not the usual: events of `reports`, disputes of `day`.", examples=[None]
    )
    newest: bool = Field(False, description="In the opposite order.")
    limit: int = Field(PAGE, ge=1, le=PAGE_MOST, description="How many at a time.")
    after: str | None = Field(
        None, description="`next` of the page before, to go on behind it.", examples=[None], max_length=500
    )


class Page(Known, Generic[Given]):
    """Some answers of a list, and where it goes on."""

    items: list[Given]
    next: str | None = Field(description="What to ask `after` for the next page; null where the list ends.")


class Searched(BaseModel):
    """What is looked for."""

    model_config = ConfigDict(extra="forbid")

    search: str = Field(description="Words, all of which have to stand there.", examples=["air strike"], max_length=500)


class Found(Known):
    """What a search finds, the first of each kind. The lists go on with the same `search`."""

    reports: list[ReportRow]
    statements: list[StatementRow]
    events: list[EventRow]


def _page(visit: Reading, response: Response, ask: Callable[..., Answers[Given]], wanted: Wanted) -> Page[Given]:
    """A page of a list; the answer's head links to the next."""
    asked = wanted.model_dump()
    limit = asked.pop("limit")
    answers = ask(**asked, limit=limit + 1)
    items, next = page(list(answers), limit, answers.cursor)
    go_on(visit, response, wanted, next)
    return Page[Given](items=items, next=next)


Asked = Annotated[Wanted, Query()]


@router.get("/reports", operation_id="listReports")
def reports(visit: Reading, wanted: Asked, response: Response) -> Page[ReportRow]:
    """Reports, in the order of their dates."""
    return _page(visit, response, visit.ledger.reports, wanted)


@router.get("/statements", operation_id="listStatements")
def statements(visit: Reading, wanted: Asked, response: Response) -> Page[StatementRow]:
    """Who says what, in the order of the reports and as it stands there. `country` and `actor` are the speaker's."""
    return _page(visit, response, visit.ledger.statements, wanted)


@router.get("/events", operation_id="listEvents")
def events(visit: Reading, wanted: Asked, response: Response) -> Page[EventRow]:
    """What happened or is said to have, each once however many reports tell of it, in the order of the days."""
    return _page(visit, response, visit.ledger.events, wanted)


@router.get("/actors", operation_id="listActors")
def actors(visit: Reading, wanted: Asked, response: Response) -> Page[ActorRow]:
    """Who acts and speaks, those in most reports first."""
    return _page(visit, response, visit.ledger.actors, wanted)


@router.get("/disputes", operation_id="listDisputes")
def disputes(visit: Reading, wanted: Asked, response: Response) -> Page[DisputeRow]:
    """What sources contradict each other on, what is in most reports first."""
    return _page(visit, response, visit.ledger.disputes, wanted)


@router.get("/reports/{id}", operation_id="getReport", responses=answers_with(404))
def report(visit: Reading, id: Id) -> ReportStory:
    """A report with its account as people corrected it, in the format `sayso/1`, and what the ledger knows of it."""
    with there("report", id):
        return visit.ledger.report(id)


@router.get("/statements/{report}/{part}", operation_id="getStatement", responses=answers_with(404))
def statement(visit: Reading, report: Id, part: Id) -> StatementRow:
    """A statement. Its id is that of its report and its own: `3f2a61bc0d4e5f67/s4`."""
    with there("statement", f"{report}/{part}"):
        return visit.ledger.statement(f"{report}/{part}")


@router.get("/events/{id}", operation_id="getEvent", responses=answers_with(307, 404))
def event(visit: Reading, id: Id) -> EventStory:
    """All there is of an event: its voices, and what each report tells of it on whose word."""
    with there("event", id):
        return visit.ledger.event(id)


@router.get("/actors/{id}", operation_id="getActor", responses=answers_with(404))
def actor(visit: Reading, id: Id, limit: Annotated[int, Query(ge=1, le=PAGE_MOST)] = PAGE) -> ActorStory:
    """Who somebody is, with the first of their events and statements; the lists have them all."""
    with there("actor", id):
        return visit.ledger.actor(id, limit)


@router.get("/disputes/{id}", operation_id="getDispute", responses=answers_with(307, 404))
def dispute(visit: Reading, id: Id) -> DisputeStory:
    """All there is of a dispute: its sides, line by line."""
    with there("dispute", id):
        return visit.ledger.dispute(id)


@router.get("/search", operation_id="search")
def search(visit: Reading, query: Annotated[Searched, Query()]) -> Found:
    """The first reports, statements and events in which the words stand."""
    ledger, words = visit.ledger, query.search
    return Found(
        reports=list(ledger.reports(search=words, limit=FOUND_MOST)),
        statements=list(ledger.statements(search=words, limit=FOUND_MOST)),
        events=list(ledger.events(search=words, limit=FOUND_MOST)),
    )


@router.get("/stats", operation_id="getStats")
def stats(visit: Reading) -> Stats:
    """How much of what is in the ledger."""
    return visit.ledger.stats()
