"""What every request and every answer has to pass: names it may be asked by, forms of other sites, sizes, headers.

Written for ASGI itself, so that answers of any length go through as they come."""

from __future__ import annotations

import logging
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web import problems
from sayso.web.problems import Problem
from sayso.web.settings import BODY, Settings

_LOG = logging.getLogger("sayso.web")

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
# Of these there is one at most: two that differ would be read in two ways.
_SINGLE = ("host", "origin", "content-length", "authorization")
_PORT = re.compile(r":[0-9]*\Z")
_LENGTH = re.compile(r"[0-9]{1,18}")


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

        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
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
        try:
            await self._app(scope, _Limited(receive), guarded)
        except Exception:
            _LOG.exception("%s %s failed", scope["method"], scope["path"])
            if begun:
                raise  # half an answer is out: that it breaks off is all that can be told
            answer = problems.answer(Request(scope, receive), Problem(500, "a fault of sayso; its log says more"))
            await answer(scope, receive, guarded)

    def _wrong(self, headers: Headers, method: str) -> Problem | None:
        for name in _SINGLE:
            if len(headers.getlist(name)) > 1:
                return Problem(400, f"there is more than one {name} in the head of the request")
        host = headers.get("host", "").lower()
        if not host:
            return Problem(400, "the request does not say which host it is for")
        if _PORT.sub("", host) not in self._settings.hosts:
            return Problem(421, "this ledger does not answer to that name; `sayso serve --host-name` adds one")
        if method not in SAFE and not self._of_our_own(headers, host):
            return Problem(403, "this was sent by another site; open the page here and send it from there")
        length = headers.get("content-length", "0")
        if not _LENGTH.fullmatch(length):
            return Problem(400, "its content-length is no number of bytes")
        return _too_long() if int(length) > BODY else None

    def _of_our_own(self, headers: Headers, host: str) -> bool:
        """Whether a page of ours, or no page at all, sends this. Every browser tells the Origin of what changes
        anything; where a program sends none, no browser has been led to send it."""
        origin = headers.get("origin")
        if origin is not None:
            schemes = ("https",) if self._settings.secure else ("http", "https")
            return origin.lower() in [f"{scheme}://{host}" for scheme in schemes]
        return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


def _too_long() -> Problem:
    return Problem(413, f"at most {BODY // 1024**2} MB can be sent; `sayso add` takes files of any size")


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
                raise _too_long()
        return message
