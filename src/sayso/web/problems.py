"""What goes wrong, told to programs as problem+json (RFC 9457) and to people as a page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.routing import Match

from sayso.ledger import LedgerError
from sayso.ledger.changes import ConflictError, CorrectionError
from sayso.ledger.errors import BecameError
from sayso.ledger.filters import QuestionError
from sayso.web import rendering

MEDIA_TYPE = "application/problem+json"
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


class ProblemBody(BaseModel):
    """A problem as programs get it."""

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(description="What is wrong, and what to do.", examples=["there is no event 'x'"])
    field: str | None = Field(None, description="Of what was asked or sent, where one is at fault.")


def answers_with(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How OpenAPI tells that a call may be answered with these problems."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemBody"}}}
    return {status: {"description": HTTPStatus(status).phrase, "content": content} for status in statuses}


class Problem(HTTPException):
    """What cannot be answered: why, and what to do."""

    def __init__(self, status: int, detail: str, *, field: str | None = None, **headers: str) -> None:
        """field: of what was asked or sent, where one is at fault."""
        super().__init__(status, detail, {name.replace("_", "-"): value for name, value in headers.items()})
        self.field = field


class Moved(Problem):
    """What stood here stands at another address now."""

    def __init__(self, detail: str, address: str) -> None:
        """address: of an event or an actor, below that of all pages, of their data or of the API."""
        super().__init__(307, detail)
        self.address = address


@contextmanager
def there(what: str, id: str) -> Iterator[None]:
    """Say that there is none of that id where the ledger has none, or lead on to what it became."""
    try:
        yield
    except BecameError as became:
        now = f"{what} {id!r} is in {became.what} {became.became!r} now"
        raise Moved(now, f"{became.what}s/{became.became}") from None
    except KeyError:
        raise Problem(404, f"there is no {what} {id!r}") from None


def refuse_twice(request: Request) -> None:
    """Refuse what asks for one thing twice: of two values one would silently not count. Raises QuestionError."""
    for name in request.query_params:
        if len(request.query_params.getlist(name)) > 1:
            raise QuestionError(name, "it is given more than once")


def register(app: FastAPI) -> None:
    """Have the application answer so."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(QuestionError, _question)
    app.add_exception_handler(CorrectionError, _question)
    app.add_exception_handler(LedgerError, _ledger)


def answer(request: Request, problem: HTTPException) -> Response:
    """The problem in the form in which the request wants its answer."""
    detail = str(problem.detail)
    title = HTTPStatus(problem.status_code).phrase
    if rendering.wants_page(request):
        page = rendering.page(request, "problem.html", problem.status_code, title=title, detail=detail)
        page.headers.update(problem.headers or {})
        return page
    field = getattr(problem, "field", None)
    body = {"type": "about:blank", "title": title, "status": problem.status_code, "detail": detail, "field": field}
    # Written here: what was asked may hold halves of surrogate pairs, which pydantic does not write.
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    return Response(content, problem.status_code, problem.headers, MEDIA_TYPE)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if isinstance(error, Moved):  # from /events/…, /disputes/… or /actors/…, of the pages, of their data or of the API
        before, *_ = request.url.path.rpartition("/")[0].rpartition("/")
        suffix = ".json" if request.url.path.endswith(".json") else ""
        error.headers = {"Location": f"{before}/{error.address}{suffix}"}
    if error.status_code == 405:
        error.headers = {"Allow": ", ".join(_allowed(request))}
    return answer(request, error)


def _allowed(request: Request) -> Iterator[str]:
    """The methods by which something may be asked for at an address, whichever functions answer there."""
    for method in _METHODS:
        asked = {**request.scope, "method": method}
        if any(route.matches(asked)[0] is Match.FULL for route in request.app.routes):
            yield from (method, "HEAD") if method == "GET" else (method,)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    of_body, field = first["loc"][0] == "body", _field(first["loc"])
    if first["type"] == "json_invalid":
        return answer(request, Problem(422, f"what was sent is no JSON, from character {first['loc'][-1]} on"))
    if of_body and not field:
        return answer(request, _no_object(request))
    wrong = _WRONG.get(first["type"], first["msg"])
    return answer(request, Problem(422, f"{field or 'the request'}: {wrong}", field=field or None))


_WRONG = {"extra_forbidden": "there is nothing of that name to ask for", "missing": "it is needed"}


def _field(loc: Sequence[int | str]) -> str:
    """The name of a field as whoever asks knows it: without where it is sent, or which model it is of."""
    _, *names = loc
    if names and str(names[0])[:1].isupper():
        names.pop(0)
    return ".".join(map(str, names))


def _no_object(request: Request) -> Problem:
    """What is wrong with a body that is no object of JSON, or not called so."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not kind.endswith("+json"):
        return Problem(415, "send it as JSON: Content-Type: application/json")
    return Problem(422, "what was sent is no object of JSON: { … }")


def _question(request: Request, error: Exception) -> Response:
    assert isinstance(error, QuestionError | CorrectionError)
    status = 409 if isinstance(error, ConflictError) else 422
    return answer(request, Problem(status, f"{error.field}: {error}", field=error.field))


def _ledger(request: Request, error: Exception) -> Response:
    return answer(request, Problem(503, str(error)))
