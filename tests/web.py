"""A web of one's own: a real server on this machine, whose answers a test decides."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sayso.intake.fetching import Fetcher
from sayso.intake.pacing import Pace


@dataclass
class Answer:
    """What a server answers with."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Asked:
    """What a server was asked for."""

    path: str
    headers: dict[str, str]  # by name, in lower case


Handler = Callable[[BaseHTTPRequestHandler], None]


class Web:
    """Answers by path: an `Answer`, or a function that writes to the connection as it likes."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Answer | Handler] = {}
        self.asked: list[Asked] = []

    def url(self, path: str) -> str:
        return self.address + path

    def page(self, path: str, body: str | bytes = b"", status: int = 200, **headers: str) -> str:
        """Put something at a path; its URL. Headers are named with underscores: `Content_Type`."""
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = Answer(data, status, {name.replace("_", "-"): value for name, value in headers.items()})
        return self.url(path)

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]


class Clock:
    """Time that passes when somebody sleeps."""

    def __init__(self, now: float) -> None:
        self.now = now
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@contextmanager
def serving() -> Iterator[Web]:
    class Serves(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            web.asked.append(Asked(self.path, headers))
            answer = web.pages.get(self.path, Answer(b"nothing here", 404))
            if not isinstance(answer, Answer):
                answer(self)
                return
            etag = answer.headers.get("ETag")
            unchanged = etag is not None and headers.get("if-none-match") == etag
            body = b"" if unchanged else answer.body
            self.send_response(304 if unchanged else answer.status)
            for name, value in {"Content-Length": str(len(body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass  # a client that hangs up, as ours does when it has seen enough

    server = Server(("127.0.0.1", 0), Serves)
    web = Web(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()


def fetcher(**options: object) -> Fetcher:
    """A fetcher that may ask this machine, and need not be polite to it."""
    return Fetcher(**{"allow_private": True, "pace": Pace(0), **options})  # type: ignore[arg-type]
