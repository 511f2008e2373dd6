"""Lists a page at a time: the head of an answer links to the next page (RFC 8288)."""

from __future__ import annotations

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from sayso.web.addresses import asked
from sayso.web.settings import PAGE, PAGE_MOST
from sayso.web.visits import Visit


class Listed(BaseModel):
    """Which part of a list is asked for."""

    # A misspelt filter must not silently give everything.
    model_config = ConfigDict(extra="forbid")

    limit: int = Field(PAGE, ge=1, le=PAGE_MOST, description="How many at a time.")
    after: str | None = Field(None, max_length=200, description="`next` of the page before, to go on behind it.")


def go_on(visit: Visit, response: Response, wanted: BaseModel, next: str | None) -> None:
    """Have the head link to the page behind `next`; None where the list ends. wanted: what was asked, with `after`."""
    if next is not None:
        words = wanted.model_copy(update={"after": next}).model_dump(exclude_defaults=True)
        response.headers["Link"] = f'<{asked(visit.request.url.path, **words)}>; rel="next"'
