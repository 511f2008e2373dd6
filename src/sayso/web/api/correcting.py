"""Corrections: what people said of what the machine made, and what they say now."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Response
from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from sayso.ledger.answers import Known
from sayso.ledger.corrections import Correction, Kind
from sayso.ledger.portions import page
from sayso.ledger.reviewing import PairStory, PartStory
from sayso.ledger.uncertain import Doubt
from sayso.web.api.describing import Id, calls
from sayso.web.api.paging import Listed, go_on
from sayso.web.problems import answers_with
from sayso.web.recording import corrected, linked, still_there, undone
from sayso.web.settings import FIELD
from sayso.web.visits import Correcting, Reading

router = calls("Correcting")

Ref = Annotated[str, Query(max_length=200, description="A telling.", examples=["3f2a61bc0d4e5f67/e3"])]
_WHY = Field(None, max_length=2_000, description="The reason.", examples=["she, not he"])
_SEEN = Field(
    None,
    max_length=40,
    description="`last` of what was looked at. Where somebody else has corrected the same since, and otherwise, "
    "nothing is kept and the answer is 409; without it the last word counts.",
    examples=["3c9e5a0b7f12"],
)


class CorrectionsWanted(Listed):
    """Which corrections are asked for."""

    who: str | None = Field(None, max_length=FIELD, description="Who corrected.", examples=["ann"])


class DoubtsWanted(Listed):
    """What is asked for of what is to be checked."""

    kind: Kind | None = Field(None, description="Of what.", examples=["event"])


class Reason(BaseModel):
    """Why."""

    model_config = ConfigDict(extra="forbid")

    why: str | None = _WHY


class PartSaid(Reason):
    """What is to be corrected of a statement or of an event of one report."""

    part: str = Field(max_length=200, description="Its id.", examples=["3f2a61bc0d4e5f67/s4"])
    changes: dict[str, Any] = Field(
        description="By field. Of a statement: speaker, force, quotation, content, cue; of an event: type, mode, "
        "status, trigger, actors, recipients, place, time, quantities. Of both `wrong` (it is none) or `right` (all of "
        "it is as it must be), as true. Words are words of the report, actors are told by name; an empty text stands "
        "for none.",
        examples=[{"speaker": "Lena Vogt", "force": "deny"}],
        min_length=1,
        max_length=20,
    )
    seen: str | None = _SEEN


class LinkSaid(Reason):
    """Whether two tellings are of one event."""

    one: str = Field(max_length=200, description="A telling.", examples=["3f2a61bc0d4e5f67/e3"])
    other: str = Field(max_length=200, description="Another.", examples=["7b10d3f28ce4a950/e1"])
    same: bool = Field(description="Whether they are of one event.", examples=[True])
    seen: str | None = _SEEN


def _kind_said(sent: Any) -> str:
    """Which of the two is meant, by what is there."""
    names = sent if isinstance(sent, dict) else type(sent).model_fields if isinstance(sent, BaseModel) else ()
    return "LinkSaid" if "part" not in names and {"one", "other", "same"} & set(names) else "PartSaid"


Said = Annotated[Annotated[PartSaid, Tag("PartSaid")] | Annotated[LinkSaid, Tag("LinkSaid")], Discriminator(_kind_said)]


class Corrections(Known):
    """Some corrections, and where the list goes on."""

    items: list[Correction]
    next: str | None = Field(description="What to ask `after` for the next page; null where the list ends.")


class Doubts(Known):
    """Some of what is to be checked, and where the list goes on."""

    items: list[Doubt]
    next: str | None = Field(description="What to ask `after` for the next page; null where the list ends.")


_LOCATION = {"Location": {"description": "The first of them.", "schema": {"type": "string"}}}
_CREATED = {201: {"description": "Recorded.", "headers": _LOCATION}, **answers_with(404, 409, 413)}


@router.get("/corrections", operation_id="listCorrections")
def corrections(visit: Reading, wanted: Annotated[CorrectionsWanted, Query()], response: Response) -> Corrections:
    """What people corrected, the last first, and what became of it."""
    found = visit.ledger.latest_corrections(who=wanted.who, after=wanted.after, limit=wanted.limit + 1)
    items, next = page(found, wanted.limit, lambda one: one.id)
    go_on(visit, response, wanted, next)
    return Corrections(items=items, next=next)


@router.post("/corrections", operation_id="correct", status_code=201, responses=_CREATED)
def correct(visit: Correcting, said: Said, response: Response) -> list[Correction]:
    """Correct a statement, an event of one report, or whether two tellings are of one event. Nothing is overwritten:
    each field is a correction of its own, which can be taken back. Links across reports follow soon."""
    if isinstance(said, LinkSaid):
        made = [linked(visit, said.one, said.other, same=said.same, why=said.why, seen=said.seen)]
    else:
        made = corrected(visit, said.part, said.changes, why=said.why, seen=said.seen)
    response.headers["Location"] = f"/api/v1/corrections/{made[0].id}"
    return made


@router.get("/corrections/{id}", operation_id="getCorrection", responses=answers_with(404))
def correction(visit: Reading, id: Id) -> Correction:
    """A correction, and what became of it."""
    with still_there():
        return visit.ledger.correction(id)


@router.post("/corrections/{id}/undo", operation_id="undoCorrection", status_code=201, responses=_CREATED)
def undo(visit: Correcting, id: Id, response: Response, reason: Reason | None = None) -> Correction:
    """Take back a correction, or what took back another: that is a correction too."""
    made = undone(visit, id, why=reason.why if reason else None)
    response.headers["Location"] = f"/api/v1/corrections/{made.id}"
    return made


@router.get("/parts/{report}/{part}", operation_id="getPart", responses=answers_with(404))
def part(visit: Reading, report: Id, part: Id) -> PartStory:
    """A statement or an event of one report as it stands, what people corrected of it, and its report's account."""
    with still_there():
        return visit.ledger.part(f"{report}/{part}")


@router.get("/pairs", operation_id="getPair", responses=answers_with(404))
def pair(visit: Reading, one: Ref, other: Ref) -> PairStory:
    """Two tellings, whether they are of one event and why."""
    with still_there():
        return visit.ledger.pair(one, other)


@router.get("/queue", operation_id="listDoubts")
def queue(visit: Reading, wanted: Annotated[DoubtsWanted, Query()], response: Response) -> Doubts:
    """What to look at first: what is least certain and most depends on. What people have looked at is left out."""
    found = visit.ledger.doubts(wanted.kind, after=wanted.after, limit=wanted.limit + 1)
    items, next = page(found, wanted.limit, lambda one: one.cursor)
    go_on(visit, response, wanted, next)
    return Doubts(items=items, next=next)
