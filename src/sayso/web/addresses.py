"""Pages and their data: what is at an address as a page is at the same address with `.json`, for programs."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from sayso.web import rendering

Answering = TypeVar("Answering", bound=Callable[..., Any])

# A path of ours: no other site begins with one slash, and no blank or sign of control hides a second.
_LOCAL = re.compile(r"/(?![/\\])[!-~]*")


def local(wanted: str, otherwise: str = "/") -> str:
    """An address of ours to go on to; the other where something else is wanted."""
    return wanted if _LOCAL.fullmatch(wanted) else otherwise


def asked(path: str, **words: str | int | list[str] | None) -> str:
    """A path with what is asked for behind the question mark; what is empty is left out."""
    left = {name: value for name, value in words.items() if value}
    return f"{path}?{urlencode(left, doseq=True, encoding='utf-8', errors='replace')}" if left else path


def page(router: APIRouter, path: str, template: str) -> Callable[[Answering], Answering]:
    """Have a function answer at that path: what it gives, a model, is `page` in the template, and as JSON the answer
    at the path with `.json`."""

    def registered(answering: Answering) -> Answering:
        data = f"{path}.json" if path != "/" else "/start.json"
        router.add_api_route(data, answering, methods=["GET"], include_in_schema=False)
        router.add_api_route(
            path, _rendered(answering, template), methods=["GET"], response_class=HTMLResponse,
            include_in_schema=False,
        )  # fmt: skip
        return answering

    return registered


def _rendered(answering: Callable[..., Any], template: str) -> Callable[..., HTMLResponse]:
    signature = inspect.signature(answering, eval_str=True)
    asks = [*signature.parameters.values()]

    @functools.wraps(answering)
    def rendered(_request: Request, **asked: Any) -> HTMLResponse:
        return rendering.page(_request, template, page=answering(**asked))

    own = inspect.Parameter("_request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    named = [asked.replace(kind=inspect.Parameter.KEYWORD_ONLY) for asked in asks]
    rendered.__signature__ = inspect.Signature([own, *named])  # type: ignore[attr-defined]
    del rendered.__wrapped__
    return rendered
