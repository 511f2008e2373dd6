"""The application: a ledger as pages and as an API."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI, Request, Response
from starlette.middleware.gzip import GZipMiddleware

from sayso.ledger import Ledger
from sayso.web import api, pages, problems, rendering
from sayso.web.guarding import Guard
from sayso.web.problems import Problem
from sayso.web.settings import Settings
from sayso.web.tagging import Tagging
from sayso.web.visits import MAY, Person

ALONE = Person("you", "admin", MAY["admin"])  # who uses a ledger alone may do everything


def create(settings: Settings) -> FastAPI:
    """The application over that ledger, which has to exist. Raises LedgerError."""
    ledger = Ledger(settings.ledger, create=False)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        ledger.close()

    app = FastAPI(title="sayso", version=version("sayso"), lifespan=lifespan, docs_url=None, redoc_url=None)
    app.state.ledger, app.state.settings = ledger, settings
    problems.register(app)
    for router in (*pages.routers(), *api.routers()):
        app.include_router(router)
    app.add_api_route("/static/{digest}/{name}", _static, include_in_schema=False)
    # The last added comes first.
    app.middleware("http")(_known)
    app.add_middleware(Tagging)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Guard, settings=settings)
    return app


async def _known(request: Request, answer) -> Response:  # type: ignore[no-untyped-def]
    """Find out who asks."""
    request.state.person = ALONE
    return await answer(request)  # type: ignore[no-any-return]


async def _static(digest: str, name: str) -> Response:
    found = rendering.asset(name)
    if found is None or rendering.static(name) != f"/static/{digest}/{name}":
        raise Problem(404, "there is no such file")
    content, type = found
    return Response(content, media_type=type, headers={"Cache-Control": "public, max-age=31536000, immutable"})
