"""What people correct, and the queue of what to look at first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse
from starlette.datastructures import FormData

from sayso.ledger.answers import Known
from sayso.ledger.changes import ConflictError, CorrectionError
from sayso.ledger.corrections import Correction, Kind
from sayso.ledger.reviewing import PairStory
from sayso.ledger.uncertain import Doubt
from sayso.views import exports
from sayso.web import addresses, jobs, mending, rendering
from sayso.web.addresses import asked, local
from sayso.web.mending import PartPage
from sayso.web.problems import Problem
from sayso.web.settings import PAGE, PAGE_MOST
from sayso.web.visits import Correcting, Reading, Visit

router = APIRouter()

_TRIED = 20  # of the queue: some may be gone since it was made


async def _form(request: Request) -> FormData:
    return await request.form()


Sent = Annotated[FormData, Depends(_form)]
Text = Annotated[str, Form(max_length=2_000)]
Ref = Annotated[str, Query(max_length=200)]


class PairPage(Known):
    """Two tellings, of one event or of two."""

    story: PairStory
    others: list[Correction]  # what others said of them meanwhile


class CorrectionsPage(Known):
    """What people corrected, the last first."""

    items: list[Correction]
    next: str | None
    who: str | None


class QueuePage(Known):
    """What to look at now, and what was decided just before."""

    kind: Kind | None
    doubt: Doubt | None
    left: int  # that come after it, of those that are weighed
    after: str | None  # where the queue goes on behind it
    part: PartPage | None
    pair: PairPage | None
    decided: list[Correction]


@addresses.page(router, "/correct/link", "correct_link.html")
def link(visit: Correcting, one: Ref, other: Ref) -> PairPage:
    """Whether two tellings are of one event."""
    with _there():
        return PairPage(story=visit.ledger.pair(one, other), others=[])


@router.post("/correct/link", include_in_schema=False)
def correct_link(visit: Correcting, one: Text, other: Text, verdict: Text, sent: Sent) -> Response:
    """Join them or hold them apart."""
    if verdict not in ("joined", "split"):
        raise Problem(422, "say whether they are of one event", field="verdict")
    said = {name: _said(sent, name) for name in ("why", "seen")}
    with _there():
        try:
            made = visit.ledger.correct_link(
                one, other, same=verdict == "joined", who=visit.person.name, why=said["why"] or None,
                seen=said["seen"] if "seen" in sent else None,
            )  # fmt: skip
        except ConflictError as conflict:
            page = PairPage(story=visit.ledger.pair(one, other), others=list(conflict.others))
            return _again(visit, "correct_link.html", 409, page, sent)
    jobs.link_soon(visit.ledger, visit.person.name)
    return _onward(sent, [made], asked("/correct/link", one=one, other=other))


@addresses.page(router, "/correct/{report}/{part}", "correct.html")
def part(visit: Correcting, report: str, part: str) -> PartPage:
    """A statement or an event, to be mended."""
    with _there():
        return mending.mended(visit.ledger.part(f"{report}/{part}"))


@router.post("/correct/{report}/{part}", include_in_schema=False)
def correct(visit: Correcting, report: str, part: str, verdict: Text, sent: Sent) -> Response:
    """Say that it is right, that it is none, or mend it."""
    ref = f"{report}/{part}"
    with _there():
        page = mending.filled_in(visit.ledger.part(ref), sent)
        changes = mending.changes(page, verdict)
        try:
            seen = _said(sent, "seen") if "seen" in sent else None
            made = visit.ledger.correct(ref, changes, who=visit.person.name, why=page.why or None, seen=seen)
        except ConflictError as conflict:
            # What others have now is what stands there: who sends the form again wants to have it otherwise.
            now = mending.mended(page.story)
            same = {name: now.was[name] for name, filled in page.filled.items() if filled == page.was[name]}
            mine = page.model_copy(
                update={"was": now.was, "filled": page.filled | same, "others": list(conflict.others)}
            )
            return _again(visit, "correct.html", 409, mine, sent)
        except CorrectionError as error:
            reason = str(error) if changes else "nothing is changed in it"
            wrong = {error.field if error.field in page.was else "": reason}
            return _again(visit, "correct.html", 422, page.model_copy(update={"wrong": wrong}), sent)
    if verdict != "right":
        jobs.link_soon(visit.ledger, visit.person.name)
    return _onward(sent, made, f"{rendering.correcting(ref)}#corrections")


@router.post("/corrections/{id}/undo", include_in_schema=False)
def undo(visit: Correcting, id: str, why: Text = "", next: Text = "") -> Response:
    """Take back a correction."""
    with _there():
        visit.ledger.undo(id, who=visit.person.name, why=why or None)
    jobs.link_soon(visit.ledger, visit.person.name)
    return RedirectResponse(local(next, "/corrections"), 303)


@router.get("/corrections.jsonl", include_in_schema=False)
def annotated(visit: Reading) -> StreamingResponse:
    """The reports that people corrected, as annotated data, a line of JSON each."""
    lines = (f"{exports.json_line(one)}\n" for one in visit.ledger.annotations())
    named = {"Content-Disposition": 'attachment; filename="corrections.jsonl"'}
    return StreamingResponse(lines, media_type="application/jsonl", headers=named)


@addresses.page(router, "/corrections", "corrections.html")
def corrections(
    visit: Reading,
    who: Annotated[str | None, Query(max_length=200)] = None,
    after: Annotated[str | None, Query(max_length=40)] = None,
    limit: Annotated[int, Query(ge=1, le=PAGE_MOST)] = PAGE,
) -> CorrectionsPage:
    """What people corrected."""
    items = visit.ledger.latest_corrections(who=who or None, after=after or None, limit=limit + 1)
    return CorrectionsPage(
        items=items[:limit], next=items[limit - 1].id if len(items) > limit else None, who=who or None
    )


@addresses.page(router, "/queue", "queue.html")
def queue(
    visit: Correcting,
    kind: Annotated[Kind | None, Query()] = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    at: Annotated[str | None, Query(max_length=200)] = None,
    done: Annotated[list[str] | None, Query(max_length=40)] = None,
) -> QueuePage:
    """What is least certain and most depends on, one at a time. after: behind that; at: that one again."""
    ledger = visit.ledger
    waiting = ledger.doubts(kind, after=after)
    first = next((number for number, doubt in enumerate(waiting) if doubt.id == at), 0)
    decided = [one for id in done or () if (one := _correction(visit, id)) is not None]
    for number, doubt in enumerate(waiting[first : first + _TRIED], first):
        try:
            part = mending.mended(ledger.part(doubt.parts[0])) if doubt.kind != "link" else None
            pair = PairPage(story=ledger.pair(*doubt.parts), others=[]) if doubt.kind == "link" else None
        except KeyError:  # it is gone meanwhile
            continue
        left = len(waiting) - number - 1
        return QueuePage(
            kind=kind, doubt=doubt, left=left, after=doubt.cursor, part=part, pair=pair, decided=decided
        )  # fmt: skip
    return QueuePage(kind=kind, doubt=None, left=0, after=after, part=None, pair=None, decided=decided)


def _correction(visit: Visit, id: str) -> Correction | None:
    try:
        return visit.ledger.correction(id)
    except KeyError:
        return None


@contextmanager
def _there() -> Iterator[None]:
    try:
        yield
    except KeyError as error:
        raise Problem(404, f"there is no {error.args[0]!r}; it may have been read anew since") from None


def _said(sent: FormData, name: str) -> str:
    value = sent.get(name)
    return value.strip() if isinstance(value, str) else ""


def _again(visit: Visit, template: str, status: int, page: Known, sent: FormData) -> Response:
    """The form again, with what is wrong; it leads where it was to lead."""
    onward = {name: _said(sent, name) for name in ("next", "kind", "after") if name in sent}
    return rendering.page(visit.request, template, status, page=page, onward=onward)


def _onward(sent: FormData, made: list[Correction], otherwise: str) -> Response:
    """On in the queue, if it was decided there; else where the form says."""
    if "after" in sent:
        ids = [one.id for one in made]
        return RedirectResponse(asked("/queue", kind=_said(sent, "kind"), after=_said(sent, "after"), done=ids), 303)
    return RedirectResponse(local(_said(sent, "next"), otherwise), 303)
