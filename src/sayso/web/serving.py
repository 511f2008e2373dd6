"""The application on a socket."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from sayso.web.application import create
from sayso.web.settings import Settings


def run(settings: Settings, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve until Ctrl-C. tell: is told the address once it is reachable. Raises LedgerError, OSError."""
    app = create(settings)
    with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET) as bound:
        taken = bound.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        tell(f"http://{shown}:{taken}")
        config = uvicorn.Config(app, log_level="warning", server_header=False, date_header=True)
        uvicorn.Server(config).run(sockets=[bound])
