"""Forms in which a field may be as long as a report, or as all that may be sent."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from sayso.web.settings import BODY


class FormRoute(APIRoute):
    """An address to which such a form is sent. Starlette takes no field of more than 1 MB but where it is told so."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What answers at the address."""
        answer = super().get_route_handler()

        async def answered(request: Request) -> Response:
            return await answer(_FormRequest(request.scope, request.receive))

        return answered


class _FormRequest(Request):
    def form(self, **limits: Any) -> Any:
        return super().form(**{"max_part_size": BODY, **limits})
