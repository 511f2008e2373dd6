"""Reports to be added, and what becomes of them.

Reading takes longer than a request should: what is sent is kept, and the answer tells at which job to look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import Depends, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from sayso.web import jobs
from sayso.web.api.describing import calls
from sayso.web.api.paging import Listed, go_on
from sayso.web.jobs import Given, Job
from sayso.web.pages.adding import JobsPage, listed
from sayso.web.problems import Problem, answers_with
from sayso.web.settings import ADDRESS, FIELD
from sayso.web.submitting import WrongError, cancelled, checked, checked_address, checked_text, known_job, submitted
from sayso.web.visits import Adding, Visit

router = calls("Adding")

Id = Annotated[str, Path(max_length=64, description="As the answer to what was sent gives it.")]


class Said(BaseModel):
    """What is said of reports that do not say it themselves."""

    model_config = ConfigDict(extra="forbid")

    title: str | None = Field(None, max_length=FIELD, examples=["Shells hit market"])
    outlet: str | None = Field(None, max_length=FIELD, examples=["The Harbour Times"])
    published: str | None = Field(None, max_length=40, description="A date.", examples=["2020-03-03"])


class Text(Said):
    """A report as plain text."""

    text: str = Field(examples=["The mayor said on Monday that shells had struck the market."])
    url: str | None = Field(
        None, max_length=ADDRESS, description="Where it stands; nothing is fetched.",
        examples=["https://harbour.example/1"],
    )  # fmt: skip


class Address(Said):
    """What is to be fetched: a page, a feed, an archive."""

    address: str = Field(max_length=ADDRESS, examples=["https://harbour.example/feed.xml"])


async def _body(request: Request) -> bytes:
    return await request.body()


_LOCATION = {"Location": {"description": "The job.", "schema": {"type": "string"}}}
_ACCEPTED = {202: {"description": "Kept, to be read.", "headers": _LOCATION}, **answers_with(413)}
_FILE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary", "minLength": 1}}},
    }
}


@router.post("/reports", status_code=202, operation_id="addReport", responses=_ACCEPTED)
def add_report(visit: Adding, sent: Text, response: Response) -> Job:
    """Have a text that is one report read and added."""
    with _told():
        return _kept(visit, jobs.text(checked_text(sent.text), checked(sent.model_dump())), response)


@router.post("/files", status_code=202, operation_id="addFile", responses=_ACCEPTED, openapi_extra=_FILE)
def add_file(
    visit: Adding,
    data: Annotated[bytes, Depends(_body)],
    response: Response,
    name: Annotated[str, Query(max_length=FIELD, description="What the file is called.")] = "",
    outlet: Annotated[str | None, Query(max_length=FIELD)] = None,
    published: Annotated[str | None, Query(max_length=40, description="A date.", examples=["2020-03-03"])] = None,
) -> Job:
    """Have the reports in a file of any kind that `sayso add` takes read and added. The body is the file."""
    if not data:
        raise Problem(422, "file: there is nothing in it", field="file")
    with _told():
        return _kept(visit, jobs.file(name, data, checked({"outlet": outlet, "published": published})), response)


@router.post("/addresses", status_code=202, operation_id="addAddress", responses=_ACCEPTED)
def add_address(visit: Adding, sent: Address, response: Response) -> Job:
    """Have what stands at an address fetched, read and added: a page, a feed, an archive. No address of a private
    network is fetched."""
    with _told():
        given = jobs.address(checked_address("address", sent.address), checked(sent.model_dump()))
        return _kept(visit, given, response)


@router.get("/jobs", operation_id="listJobs")
def all_jobs(visit: Adding, wanted: Annotated[Listed, Query()], response: Response) -> JobsPage:
    """What was to be added, the newest first."""
    page = listed(visit, wanted.after, wanted.limit)
    go_on(visit, response, wanted, page.next)
    return page


@router.get("/jobs/{id}", operation_id="getJob", responses=answers_with(404))
def job(visit: Adding, id: Id) -> Job:
    """What has become of what was to be added."""
    return known_job(visit, id)


@router.delete("/jobs/{id}", operation_id="cancelJob", responses=answers_with(404, 409))
def cancel(visit: Adding, id: Id) -> Job:
    """Give up a job that nobody has begun."""
    cancelled(visit, id)
    return known_job(visit, id)


@contextmanager
def _told() -> Iterator[None]:
    """What is wrong with a field, as a problem."""
    try:
        yield
    except WrongError as error:
        raise Problem(422, f"{error.field}: {error}", field=error.field) from None


def _kept(visit: Visit, given: Given, response: Response) -> Job:
    (id,) = submitted(visit, [given])
    response.headers["Location"] = f"/api/v1/jobs/{id}"
    return known_job(visit, id)
