"""Reports added from a browser: pasted, uploaded, fetched; what becomes of them, and what was not read."""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from sayso.ledger import Ledger
from sayso.ledger.answers import Known
from sayso.ledger.portions import page
from sayso.ledger.refusals import Refusals
from sayso.web import addresses, jobs, rendering
from sayso.web.forms import FormRoute
from sayso.web.jobs import Added, Job
from sayso.web.settings import BODY, CHARACTERS, FILES, PAGE, PAGE_MOST
from sayso.web.submitting import WrongError, cancelled, checked, checked_address, checked_text, known_job, submitted
from sayso.web.visits import Adding, Reading, Visit

router = APIRouter(route_class=FormRoute)

SOON = 1.5  # seconds that somebody who pasted a text waits for it
LOOK = 0.05  # seconds from one look to the next
SHOWN = 100  # reports and refusals of a job that its page shows


class AddPage(Known):
    """The forms, as they were filled in, and what is wrong with what."""

    filled: dict[str, str]  # by form and field: "text.published"
    wrong: dict[str, str]  # likewise
    megabytes: int = BODY // 1024**2  # that go at a time


class JobPage(Known):
    """What has become of what was to be added."""

    job: Job
    reports: list[Added]  # the first


class JobsPage(Known):
    """What people wanted to have added, the newest first."""

    items: list[Job]
    next: str | None


Field = Annotated[str, Form()]
After = Annotated[str | None, Query(max_length=64)]
Limit = Annotated[int, Query(ge=1, le=PAGE_MOST)]


@addresses.page(router, "/add", "add.html")
def add(visit: Adding) -> AddPage:
    """The forms."""
    return AddPage(filled={}, wrong={})


@router.post("/add/text", include_in_schema=False)
def add_text(
    visit: Adding, text: Field = "", title: Field = "", outlet: Field = "", published: Field = "", url: Field = ""
) -> Response:
    """A text that is one report: shown as soon as it is read."""
    filled = {"text": text, "title": title, "outlet": outlet, "published": published, "url": url}
    try:
        (id,) = submitted(visit, [jobs.text(checked_text(text), checked(filled))])
    except WrongError as error:
        return _again(visit.request, "text", filled, error)
    job = _soon(visit.ledger, id)
    return _to(f"/reports/{job.added[0]}" if job.added else f"/jobs/{id}")


@router.post("/add/files", include_in_schema=False)
def add_files(
    visit: Adding,
    files: Annotated[list[UploadFile] | None, File()] = None,
    outlet: Field = "",
    published: Field = "",
) -> Response:
    """Files of any kind that is read."""
    filled = {"outlet": outlet, "published": published}
    try:
        known = checked(filled)
        sent = [jobs.file(one.filename, one.file.read(), known) for one in files or () if one.filename or one.size]
        if not sent:
            raise WrongError("files", "choose a file")
        if len(sent) > FILES:
            raise WrongError("files", f"at most {FILES} files go at a time; `sayso add` takes any number")
        ids = submitted(visit, sent)
    except WrongError as error:
        return _again(visit.request, "files", filled, error)
    return _to(f"/jobs/{ids[0]}" if len(ids) == 1 else "/jobs")


@router.post("/add/address", include_in_schema=False)
def add_address(visit: Adding, address: Field = "", outlet: Field = "", published: Field = "") -> Response:
    """What stands at an address: a page, a feed, an archive."""
    filled = {"address": address, "outlet": outlet, "published": published}
    try:
        (id,) = submitted(visit, [jobs.address(checked_address("address", address), checked(filled))])
    except WrongError as error:
        return _again(visit.request, "address", filled, error)
    return _to(f"/jobs/{id}")


@addresses.page(router, "/jobs/{id}", "job.html")
def job(visit: Adding, id: str) -> JobPage:
    """How it stands with what was to be added."""
    found = known_job(visit, id)
    return JobPage(job=found, reports=jobs.added(visit.ledger, found.added[:SHOWN]))


@router.post("/jobs/{id}/cancel", include_in_schema=False)
def cancel(visit: Adding, id: str) -> Response:
    """Give up what has not been begun."""
    cancelled(visit, id)
    return _to(f"/jobs/{id}")


@addresses.page(router, "/jobs", "jobs.html")
def all_jobs(visit: Adding, after: After = None, limit: Limit = PAGE) -> JobsPage:
    """What people wanted to have added."""
    return listed(visit, after, limit)


def listed(visit: Visit, after: str | None, limit: int) -> JobsPage:
    """So many jobs of what comes after that one."""
    items, next = page(jobs.latest(visit.ledger, limit + 1, after), limit, lambda one: one.cursor)
    return JobsPage(items=items, next=next)


@addresses.page(router, "/refused", "refused.html")
def refused(
    visit: Reading, after: Annotated[int | None, Query(ge=0, lt=2**63)] = None, limit: Limit = PAGE
) -> Refusals:
    """What was not read, and why."""
    return visit.ledger.refusals(after, limit)


def _soon(ledger: Ledger, id: str) -> Job:
    """The job once its report is in the ledger or it has ended, or as it is after a moment."""
    until = time.monotonic() + SOON
    while not ((job := jobs.job(ledger, id)).added or job.ended) and time.monotonic() < until:
        time.sleep(LOOK)
    return job


def _again(request: Request, form: str, filled: dict[str, str], error: WrongError) -> Response:
    """The forms once more, with what is wrong beside its field."""
    kept = {f"{form}.{name}": value for name, value in filled.items() if len(value) <= CHARACTERS}
    return rendering.page(
        request, "add.html", 422, page=AddPage(filled=kept, wrong={f"{form}.{error.field}": str(error)})
    )


def _to(path: str) -> Response:
    return RedirectResponse(path, 303)
