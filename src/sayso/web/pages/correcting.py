"""What people correct, and the queue of what to look at first."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse
from starlette.datastructures import FormData

from sayso.ledger import Ledger, uncertain
from sayso.ledger.answers import Known
from sayso.ledger.changes import ConflictError, CorrectionError
from sayso.ledger.corrections import Correction, Kind
from sayso.ledger.portions import page
from sayso.ledger.reviewing import PairStory
from sayso.ledger.uncertain import Doubt
from sayso.views import exports
from sayso.web import addresses, mending, rendering
from sayso.web.addresses import asked, local
from sayso.web.keeping import Keeping
from sayso.web.mending import PartPage
from sayso.web.problems import Problem
from sayso.web.recording import corrected, linked, still_there, undone
from sayso.web.settings import PAGE, PAGE_MOST
from sayso.web.visits import Correcting, Reading, Visit

router = APIRouter()

_TOLD = 20  # corrections made at once
_TRIED = 20  # of the queue: some may be gone since it was made

_weighed: Keeping[list[Doubt]] = Keeping(most=4)


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
    doubt: Doubt | None  # None where what is shown is not in the queue, or nothing is
    since: str | None  # behind what it was asked for
    after: str | None  # where the queue goes on behind what is shown
    part: PartPage | None
    pair: PairPage | None
    decided: list[Correction]


@addresses.page(router, "/correct/link", "correct_link.html")
def link(visit: Correcting, one: Ref, other: Ref) -> PairPage:
    """Whether two tellings are of one event."""
    with still_there():
        return PairPage(story=visit.ledger.pair(one, other), others=[])


@router.post("/correct/link", include_in_schema=False)
def correct_link(visit: Correcting, one: Text, other: Text, verdict: Text, sent: Sent) -> Response:
    """Join them or hold them apart."""
    if verdict not in ("joined", "split"):
        raise Problem(422, "say whether they are of one event", field="verdict")
    try:
        made = linked(visit, one, other, same=verdict == "joined", why=_said(sent, "why") or None, seen=_seen(sent))
    except ConflictError as conflict:
        held = PairPage(story=visit.ledger.pair(one, other), others=list(conflict.others))
        return _again(visit, "correct_link.html", 409, held, sent)
    return _onward(sent, [made], asked("/correct/link", one=one, other=other))


@addresses.page(router, "/correct/{report}/{part}", "correct.html")
def part(visit: Correcting, report: str, part: str) -> PartPage:
    """A statement or an event, to be mended."""
    with still_there():
        return mending.mended(visit.ledger.part(f"{report}/{part}"))


@router.post("/correct/{report}/{part}", include_in_schema=False)
def correct(visit: Correcting, report: str, part: str, verdict: Text, sent: Sent) -> Response:
    """Say that it is right, that it is none, or mend it."""
    ref = f"{report}/{part}"
    with still_there():
        form = mending.filled_in(visit.ledger.part(ref), sent)
    changes = mending.changes(form, verdict)
    try:
        made = corrected(visit, ref, changes, why=form.why or None, seen=_seen(sent))
    except ConflictError as conflict:
        return _again(visit, "correct.html", 409, mending.contested(form, conflict.others), sent)
    except CorrectionError as error:
        return _again(visit, "correct.html", 422, mending.refused(form, error if changes else None), sent)
    return _onward(sent, made, f"{rendering.correcting(ref)}#corrections")


@router.post("/corrections/{id}/undo", include_in_schema=False)
def undo(visit: Correcting, id: str, why: Text = "", next: Text = "") -> Response:
    """Take back a correction."""
    undone(visit, id, why=why or None)
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
    found = visit.ledger.latest_corrections(who=who or None, after=after or None, limit=limit + 1)
    items, next = page(found, limit, lambda one: one.id)
    return CorrectionsPage(items=items, next=next, who=who or None)


@addresses.page(router, "/queue", "queue.html")
def queue(
    visit: Correcting,
    kind: Annotated[Kind | None, Query()] = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    at: Annotated[str | None, Query(max_length=200)] = None,
    done: Annotated[list[str] | None, Query(max_length=40)] = None,
) -> QueuePage:
    """What is least certain and most depends on, one at a time. after: behind that; at: that one again, and then
    behind `after`."""
    ledger = visit.ledger
    decided = [one for id in (done or [])[:_TOLD] if (one := _correction(visit, id)) is not None]
    waiting = _waiting(ledger, kind)
    if after and not at:
        waiting = uncertain.behind(waiting, after)
    first = next((number for number, doubt in enumerate(waiting) if doubt.id == at), None)
    tried: list[tuple[str, Doubt | None]] = [(doubt.id, doubt) for doubt in waiting[first or 0 :][:_TRIED]]
    if at and first is None:  # until it is linked again, it is in no queue
        tried.insert(0, (at, None))
    shown = QueuePage(kind=kind, doubt=None, since=after, after=after, part=None, pair=None, decided=decided)
    for id, doubt in tried:
        with suppress(KeyError):  # it is gone meanwhile
            part, pair = _shown(ledger, id)
            onward = doubt.cursor if doubt else after
            return shown.model_copy(update={"doubt": doubt, "after": onward, "part": part, "pair": pair})
    return shown


def _waiting(ledger: Ledger, kind: Kind | None) -> list[Doubt]:
    """All that is uncertain, the greatest risk first: weighed again once anybody has corrected anything, and for what
    came in meanwhile seldom."""
    return _weighed.get(ledger, (kind, ledger.last_correction()), lambda: ledger.doubts(kind))


def _shown(ledger: Ledger, id: str) -> tuple[PartPage | None, PairPage | None]:
    """What of that id is to be decided. Raises KeyError if it is not there."""
    one, _, other = id.partition("~")
    if other:
        return None, PairPage(story=ledger.pair(one, other), others=[])
    return mending.mended(ledger.part(id)), None


def _correction(visit: Visit, id: str) -> Correction | None:
    try:
        return visit.ledger.correction(id)
    except KeyError:
        return None


def _seen(sent: FormData) -> str | None:
    """The last correction when the form was made, where it tells."""
    return _said(sent, "seen") if "seen" in sent else None


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
