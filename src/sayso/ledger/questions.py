"""The questions that a ledger answers, as Python asks them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import Any, Never, TypedDict, TypeVar, Unpack

from sqlalchemy import Connection

from sayso.ledger import comparing, counting, facets, lately, portraits, refusals, reports, stories
from sayso.ledger.answers import (
    ActorRow,
    ActorStory,
    DisputeRow,
    DisputeStory,
    EventRow,
    EventStory,
    ReportRow,
    StatementRow,
    Stats,
    TellingRow,
)
from sayso.ledger.asking import ACTORS, DISPUTES, EVENTS, REPORTS, STATEMENTS, Answers, Given, Question, filled
from sayso.ledger.comparing import Comparison
from sayso.ledger.errors import BecameError
from sayso.ledger.facets import Facets
from sayso.ledger.filters import Filter
from sayso.ledger.lately import Lately
from sayso.ledger.portions import portions
from sayso.ledger.portraits import Portrait
from sayso.ledger.refusals import Refusals
from sayso.ledger.reports import ReportStory
from sayso.ledger.schema import Actor, Event

Story = TypeVar("Story")


class Wanted(TypedDict, total=False):
    """What is asked for: the fields of `Filter`, all of which have to hold; and which part of the list.

    by: what the list is in order of, if not the usual: events of "reports", disputes of "day". newest: the list in the
    opposite order. after: where an answer stands (`Answers.cursor`), to go on behind it. limit: how many."""

    since: str | date | None
    until: str | date | None
    country: str | None
    type: str | None
    actor: str | None
    about: str | None
    grade: str | None
    status: str | None
    outlet: str | None
    search: str | None
    by: str | None
    newest: bool
    after: str | None
    limit: int | None


class Questions:
    """What a ledger is asked. Each list is asked for when it is gone through; all raise QuestionError, a ValueError,
    where what is asked for can be in no ledger."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees the ledger as it is now."""
        raise NotImplementedError

    def reports(self, **wanted: Unpack[Wanted]) -> Answers[ReportRow]:
        """Its reports, in the order of their dates."""
        return self._answers(REPORTS, wanted)

    def statements(self, **wanted: Unpack[Wanted]) -> Answers[StatementRow]:
        """Who says what, in the order of the reports' dates and as it stands there. country, actor: the speaker's."""
        return self._answers(STATEMENTS, wanted)

    def events(self, **wanted: Unpack[Wanted]) -> Answers[EventRow]:
        """What happened or is said to have, in the order of the days. country: of the place or of a party."""
        return self._answers(EVENTS, wanted)

    def actors(self, **wanted: Unpack[Wanted]) -> Answers[ActorRow]:
        """Who acts and speaks, those in most reports first."""
        return self._answers(ACTORS, wanted)

    def disputes(self, **wanted: Unpack[Wanted]) -> Answers[DisputeRow]:
        """What sources contradict each other on, what is in most reports first."""
        return self._answers(DISPUTES, wanted)

    def report(self, id: str) -> ReportStory:
        """All there is of a report, with its account as people corrected it. Raises KeyError if there is none of that
        id."""
        with self.reading() as connection:
            return _there(reports.report(connection, id), id)

    def statement(self, id: str) -> StatementRow:
        """The statement of that id, "report/s1". Raises KeyError if there is none."""
        with self.reading() as connection:
            return _there(stories.statement(connection, id), id)

    def events_of(self, ids: Iterable[str]) -> dict[str, EventRow]:
        """The events of these ids that there are, by id."""
        with self.reading() as connection:
            some = (filled(connection, EVENTS, Event.id.in_(part)) for part in portions(dict.fromkeys(ids)))
            return {event.id: event for part in some for event in part}

    def event(self, id: str, limit: int | None = None) -> EventStory:
        """All there is of an event, or the first so many of its tellings with what they rest on. id: its own, or that
        of one of its tellings, "report/e1". Raises KeyError if there is none of that id: BecameError if there was, and
        it became another."""
        with self.reading() as connection:
            return stories.event(connection, id, limit) or _gone(connection, id, Event)

    def compared(self, tellings: Sequence[TellingRow]) -> Comparison:
        """Tellings of one event side by side: what they agree on, and what they differ in."""
        with self.reading() as connection:
            return comparing.compared(connection, tellings)

    def actor(self, id: str, limit: int | None = None) -> ActorStory:
        """All there is of an actor, or so many of their events and statements. Raises KeyError if there is none of that
        id: BecameError if there was, and it became another."""
        with self.reading() as connection:
            return stories.actor(connection, id, limit) or _gone(connection, id, Actor)

    def portrait(self, id: str, limit: int = 20) -> Portrait:
        """An actor at a glance: the latest of what they said, did and had done to them, so many of each; how what they
        say stands, whom they contradict. Raises KeyError if there is none of that id: BecameError if there was, and it
        became another."""
        with self.reading() as connection:
            return portraits.portrait(connection, id, limit) or _gone(connection, id, Actor)

    def dispute(self, id: str, limit: int | None = None) -> DisputeStory:
        """All there is of a dispute, or so many lines of each side. Raises KeyError if there is none of that id:
        BecameError if there was, in an event that may tell it otherwise now."""
        with self.reading() as connection:
            return stories.dispute(connection, id, limit) or _gone(connection, id, Event)

    def lately(self) -> Lately:
        """What is new in it: what was told of last, what is contested most, what came in."""
        with self.reading() as connection:
            return lately.lately(connection)

    def refusals(self, after: int | None = None, limit: int = 50) -> Refusals:
        """What was not read and why, the last refused first. after: `next` of the refusals before."""
        with self.reading() as connection:
            return refusals.refusals(connection, after, limit)

    def facets(self, answers: Answers[Any]) -> Facets:
        """What a list is made up of: how many of its answers are of each type, grade, country and so on."""
        with self.reading() as connection:
            return facets.facets(connection, answers)

    def stats(self) -> Stats:
        """How much of what is in it."""
        with self.reading() as connection:
            return counting.stats(connection)

    def _answers(self, question: Question[Given], wanted: Wanted) -> Answers[Given]:
        fields: dict[str, Any] = dict(wanted)
        part = {name: fields.pop(name) for name in ("by", "newest", "after", "limit") if name in fields}
        return Answers(self.reading, question, Filter(**fields), **part)


class Snapshot(Questions):
    """A ledger as it was at one moment, to be asked several things by one thread."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def reading(self) -> AbstractContextManager[Connection]:
        """The connection that sees it so."""
        return nullcontext(self._connection)


def _there(found: Story | None, id: str) -> Story:
    if found is None:
        raise KeyError(id)
    return found


def _gone(connection: Connection, id: str, table: type[Event] | type[Actor]) -> Never:
    """Raises KeyError: BecameError where what had that id is in an event or is an actor of another id."""
    now = stories.became(connection, id, table)
    raise BecameError(id, "event" if table is Event else "actor", now) if now else KeyError(id)
