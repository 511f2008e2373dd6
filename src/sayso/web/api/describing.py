"""The API described: its OpenAPI, and the same as a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Path, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse

from sayso.ledger.filters import QuestionError
from sayso.web import rendering
from sayso.web.problems import ProblemBody, answers_with, refuse_twice
from sayso.web.visits import Reading

ADDRESS = "/api/v1/openapi.json"
WHAT = (
    "What a ledger of sayso holds: who says what, what happened or is said to have happened, and who disputes it. "
    "Said is not done: every event comes with its grade and the voices that it rests on. Lists come a page at a time: "
    "ask `after` what `next` says. Answers have an ETag; errors are problem+json (RFC 9457)."
)

router = APIRouter()

Id = Annotated[str, Path(max_length=100, description="As a list gives it.")]


def calls(tag: str) -> APIRouter:
    """Where calls of the API are put, under a name that they have in common."""
    return APIRouter(
        prefix="/api/v1", tags=[tag], dependencies=[Depends(_as_described)],
        responses=answers_with(401, 403, 422, 429, 503),
    )  # fmt: skip


async def _as_described(request: Request) -> None:
    """Refuse what a call does not know, and what it is given twice: a misspelt filter must not silently give
    everything. Raises QuestionError."""
    if not request.query_params:
        return  # the description is made when it is first looked into
    refuse_twice(request)
    call = request.app.openapi()["paths"][request.scope["route"].path][request.method.lower()]
    known = {one["name"] for one in call.get("parameters", []) if one["in"] == "query"}
    for name in request.query_params:
        if name not in known:
            raise QuestionError(name, "there is nothing of that name to ask for")


def describe(app: FastAPI) -> None:
    """Have the application describe itself."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _described(app: FastAPI) -> dict[str, Any]:
    schema = get_openapi(title="sayso", version=app.version, description=WHAT, routes=app.routes)
    components = schema.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    schemas["ProblemBody"] = ProblemBody.model_json_schema()
    # FastAPI tells of answers to what is invalid that we do not give: ours are problems.
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for methods in schema["paths"].values():
        for call in methods.values():
            if "requestBody" in call:  # what is sent may be no JSON, too much, or what is not to be sent
                call["responses"] |= {str(status): told for status, told in answers_with(400, 413, 415, 422).items()}
    if app.state.settings.team:
        components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        schema["security"] = [{"token": []}]
    return schema


@router.get("/api", include_in_schema=False)
def page(visit: Reading, request: Request) -> HTMLResponse:
    """The calls of the API, for people."""
    schema = request.app.openapi()
    return rendering.page(request, "api.html", calls=list(_calls(schema)), what=schema["info"]["description"])


def _calls(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path, methods in schema["paths"].items():
        for method, call in methods.items():
            yield {
                "method": method.upper(),
                "path": path,
                "what": call.get("description", ""),
                "parameters": [_parameter(one) for one in call.get("parameters", [])],
                "answers": {status: answer["description"] for status, answer in call["responses"].items()},
            }


def _parameter(one: dict[str, Any]) -> dict[str, Any]:
    what = one.get("description") or one["schema"].get("description", "")
    return {"name": one["name"], "in": one["in"], "needed": one.get("required", False), "what": what}
