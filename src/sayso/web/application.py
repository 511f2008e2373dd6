"""The application: a ledger as pages and as an API."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from importlib.metadata import version

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Response
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

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

SOON = 1.0  # seconds after the start until all is made that nobody has asked for yet
THREADS = 8  # that answer at the same time in one process: fewer than there are connections to the ledger
CACHE = 2  # MiB of the ledger for each of these; what more they read again, the system has at hand


def create(settings: Settings, bells: Iterable[Bell] = ()) -> FastAPI:
    """The application over that ledger, which has to exist. bells: of those who work at what is asked for.

    Raises LedgerError."""
    ledger = Ledger(settings.ledger, create=False, cache=CACHE)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        soon = asyncio.get_running_loop().call_later(SOON, rest.make)
        yield
        soon.cancel()
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
    app.include_router(pages.first())
    describing.describe(app)
    app.add_api_route("/static/{digest}/{name}", _static, include_in_schema=False)
    rest = _Rest(app, settings.team)
    # The last added comes first.
    app.add_middleware(_Completed, rest=rest)
    app.add_middleware(Door, ledger=ledger, settings=settings)
    app.add_middleware(Tagging)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Guard, settings=settings)
    return app


class _Rest:
    """All but the first page, which takes long to make and is not to keep the first page waiting."""

    def __init__(self, app: FastAPI, team: bool) -> None:
        self._app, self._team = app, team
        self._made = False

    def make(self) -> None:
        """Make it, if it is not there."""
        if self._made:
            return
        self._made = True
        for router in (*pages.routers(self._team), *api.routers()):
            self._app.include_router(router)


class _Completed:
    """What is asked for is there, whenever it is asked for."""

    def __init__(self, app: ASGIApp, rest: _Rest) -> None:
        self._app, self._rest = app, rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        if scope["type"] == "http" and scope["path"] != "/":
            self._rest.make()
        await self._app(scope, receive, send)


async def _static(digest: str, name: str) -> Response:
    found = rendering.asset(name)
    if found is None or rendering.static(name) != f"/static/{digest}/{name}":
        raise Problem(404, "there is no such file")
    content, type = found
    return Response(content, media_type=type, headers={"Cache-Control": "public, max-age=31536000, immutable"})
