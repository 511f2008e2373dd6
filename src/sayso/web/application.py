"""The application: a ledger as pages and as an API."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from importlib.metadata import version

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Response
from starlette.middleware.gzip import GZipMiddleware

from sayso.ledger import Ledger
from sayso.web import api, pages, problems, rendering
from sayso.web.api import describing
from sayso.web.bells import Bell
from sayso.web.guarding import Guard
from sayso.web.people.door import Door
from sayso.web.problems import Problem
from sayso.web.settings import Settings
from sayso.web.tagging import Tagging
from sayso.web.writing import Written

THREADS = 8  # that answer at the same time in one process: fewer than there are connections to the ledger
CACHE = 2  # MiB of the ledger for each of these; what more they read again, the system has at hand


def create(settings: Settings, bells: Iterable[Bell] = ()) -> FastAPI:
    """The application over that ledger, which has to exist. bells: of those who work at what is asked for.

    Raises LedgerError."""
    ledger = Ledger(settings.ledger, create=False, cache=CACHE)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        yield
        ledger.close()

    app = FastAPI(
        default_response_class=Written,
        title="sayso",
        version=version("sayso"),
        lifespan=lifespan,
        openapi_url=describing.ADDRESS,
        docs_url=None,
        redoc_url=None,
    )
    app.state.ledger, app.state.settings, app.state.bells = ledger, settings, list(bells)
    problems.register(app)
    for router in (*pages.routers(settings.team), *api.routers()):
        app.include_router(router)
    describing.describe(app)
    app.add_api_route("/static/{digest}/{name}", _static, include_in_schema=False)
    # The last added comes first.
    app.add_middleware(Door, ledger=ledger, settings=settings)
    app.add_middleware(Tagging)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Guard, settings=settings)
    return app


async def _static(digest: str, name: str) -> Response:
    found = rendering.asset(name)
    if found is None or rendering.static(name) != f"/static/{digest}/{name}":
        raise Problem(404, "there is no such file")
    content, type = found
    return Response(content, media_type=type, headers={"Cache-Control": "public, max-age=31536000, immutable"})
