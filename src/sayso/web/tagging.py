"""Answers that did not change are not sent again: entity tags and conditional requests (RFC 9110, 8.8.3 and 13)."""

from __future__ import annotations

from hashlib import blake2b

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_MOST = 2 * 1024 * 1024  # bytes; what is longer goes through as it comes


class Tagging:
    """Gives answers to GET a tag of what is in them, and none to who has them already."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with a tag."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        tagged = _Tagged(Headers(scope=scope).get("if-none-match"), _without_body(send) if head else send)
        # HEAD is answered as GET is, without what comes after the head: no address has to know of it.
        await self._app({**scope, "method": "GET"}, receive, tagged)


def _without_body(send: Send) -> Send:
    async def sent(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return sent


class _Tagged:
    """An answer on its way out, held back until it is whole or too long to wait for."""

    def __init__(self, known: str | None, send: Send) -> None:
        self._known = {tag.strip().removeprefix("W/") for tag in (known or "").split(",")}
        self._send = send
        self._start: Message | None = None
        self._body: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            headers = Headers(raw=message["headers"])
            if int(headers.get("content-length") or 0) <= _MOST and "etag" not in headers:
                self._start = message
                return
        if self._start is None:
            await self._send(message)
            return
        self._body.append(message.get("body", b""))
        whole = not message.get("more_body", False)
        if not whole and sum(map(len, self._body)) <= _MOST:
            return
        start, self._start = self._start, None
        body = b"".join(self._body)
        if whole:
            tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
            headers = MutableHeaders(raw=start["headers"])
            headers["ETag"] = f"W/{tag}"  # weak: packed or not, the bytes differ and the tag does not
            if {tag, "*"} & self._known:
                start["status"], body = 304, b""
                del headers["content-length"]
                headers.add_vary_header("Accept-Encoding")  # as the answer has it that is not sent
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body, "more_body": not whole})
