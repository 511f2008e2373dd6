"""The door: before a request gets anywhere, it is known who sends it. Where a team shares a ledger, nobody else gets in
but to sign in."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.ledger import Ledger, LedgerError
from sayso.web import problems, rendering
from sayso.web.people.credentials import Credentials
from sayso.web.people.roles import alone
from sayso.web.problems import Problem
from sayso.web.settings import Settings

SIGN_IN = "/sign-in"
# To everybody, as are our own files: nothing of the ledger is there.
OPEN = frozenset({SIGN_IN, "/api/v1/openapi.json"})


class Door:
    """Stands before the application, behind the guard."""

    def __init__(self, app: ASGIApp, ledger: Ledger, settings: Settings) -> None:
        self._app = app
        self._credentials = Credentials(ledger, settings)
        self._alone = None if settings.team else alone()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let who is known in."""
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        person, problem = self._alone, None
        if person is None:
            try:
                person = await run_in_threadpool(self._credentials.person, request.headers)
            except LedgerError as error:
                problem = Problem(503, str(error))
        request.state.person, request.state.csrf = person, person.csrf if person else ""
        if person is None and problem is None and scope["path"] not in OPEN:
            problem = _unknown(request)
        answer = problems.answer(request, problem) if problem else self._app
        await answer(scope, receive, send)


def _unknown(request: Request) -> Problem:
    """Somebody has to show who they are: who looks at a page is led to where that is done, and back."""
    if request.method in ("GET", "HEAD") and rendering.wants_page(request):
        wanted = (request.scope.get("raw_path") or quote(request.url.path).encode()).decode("latin-1")
        if request.url.query:
            wanted += f"?{request.url.query}"
        return Problem(303, "sign in first", Location=f"{SIGN_IN}?next={quote(wanted, safe='')}")
    return Problem(401, "sign in first, or send a token: Authorization: Bearer …", WWW_Authenticate="Bearer")
