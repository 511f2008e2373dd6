"""What every request and every answer has to pass: names it may be asked by, forms of other sites, sizes, headers.

Written for ASGI itself, so that answers of any length go through as they come."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web import problems
from sayso.web.problems import Problem
from sayso.web.settings import BODY, Settings

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

# Nothing but our own files, no script or style within a page, no frame, no form that leads elsewhere.
POLICY = "; ".join(
    (
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "connect-src 'self'",
        "font-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    )
)  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_PORT = re.compile(r":\d*\Z")


class Guard:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer what is wrong with it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("Cache-Control", "private, no-cache")
                if self._settings.secure:
                    headers.setdefault("Strict-Transport-Security", "max-age=31536000")
            await send(message)

        problem = self._wrong(Headers(scope=scope), scope["method"])
        if problem:
            answer = problems.answer(Request(scope, receive), problem)
            await answer(scope, receive, guarded)
            return
        await self._app(scope, _Limited(receive), guarded)

    def _wrong(self, headers: Headers, method: str) -> Problem | None:
        host = headers.get("host", "")
        if _PORT.sub("", host).lower() not in self._settings.hosts:
            return Problem(421, "this ledger does not answer to that name; `sayso serve --host-name` adds one")
        if method not in SAFE and not _of_our_own(headers, host):
            return Problem(403, "this was sent by another site; open the page here and send it from there")
        if int(headers.get("content-length") or 0) > BODY:
            return Problem(413, f"at most {BODY // 1024**2} MB can be sent; `sayso add` takes files of any size")
        return None


def _of_our_own(headers: Headers, host: str) -> bool:
    """Whether a page of ours, or no page at all, sends this. Every browser tells the Origin of what changes anything;
    where a program sends none, no browser has been led to send it."""
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc.lower() == host.lower()
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


class _Limited:
    """What comes in, up to so many bytes, whatever its head said."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._left = BODY

    async def __call__(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self._left < 0:
                raise Problem(413, f"at most {BODY // 1024**2} MB can be sent; `sayso add` takes files of any size")
        return message
