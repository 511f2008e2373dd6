"""The search over everything in the ledger: what there is of some words, of each kind the first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.ledger import Ledger
from sayso.ledger.answers import Answer
from sayso.ledger.filters import QuestionError
from sayso.ledger.questions import Questions
from sayso.web import addresses, problems, rendering
from sayso.web.listing import KINDS, Asked, Kind, asked
from sayso.web.pages.lists import hits_in
from sayso.web.visits import Reading

router = APIRouter()

FOUND = 5  # of each kind on the page
COUNTED = 1_000  # that are counted at most


@dataclass(frozen=True)
class Section:
    """What a search finds of one kind: the first of it, and how much there is. words: those of the list of it all."""

    kind: Kind
    words: dict[str, str]
    items: list[Answer]
    hits: Mapping[str, str]
    count: int

    @property
    def more(self) -> bool:
        """Whether there is more than was counted."""
        return self.count > COUNTED

    @property
    def data(self) -> dict[str, Any]:
        """The same for programs."""
        items = [item.model_dump(mode="json") for item in self.items]
        return {"count": min(self.count, COUNTED), "more": self.more, "items": items}


@router.get("/search", include_in_schema=False, response_class=HTMLResponse)
def search(request: Request, visit: Reading) -> Response:
    """What there is of these words, of each kind the first."""
    words, wrong = _searched(request)
    if not wrong and request.query_params.multi_items() != [*words.items()]:
        return RedirectResponse(addresses.asked("/search", **words), 303)
    found = [] if wrong else _sections(visit.ledger, words)
    shown = {"search": words.get("search", ""), "wrong": wrong, "sections": found}
    return rendering.page(request, "search.html", 422 if wrong else 200, **shown)


@router.get("/search.json", include_in_schema=False)
def search_data(request: Request, visit: Reading) -> Response:
    """The same as data."""
    problems.refuse_twice(request)
    words, wrong = _searched(request)
    for name in request.query_params:
        if name != "search":
            raise QuestionError(name, f"nothing can be asked for by {name!r}, but by search")
    if wrong:
        raise QuestionError("search", wrong)
    found = {section.kind.name: section.data for section in _sections(visit.ledger, words)}
    told = {"search": words.get("search"), "found": found}
    return Response(json.dumps(told), media_type="application/json")


def _searched(request: Request) -> tuple[dict[str, str], str | None]:
    """The words that are looked for, if there are some, and what is wrong with them."""
    given = asked(KINDS["reports"], request.query_params)
    return {name: value for name, value in given.words.items() if name == "search"}, given.wrong.get("search")


def _sections(ledger: Ledger, words: dict[str, str]) -> list[Section]:
    if not words:
        return []
    with ledger.snapshot() as now:
        return [_section(now, kind, words["search"]) for kind in KINDS.values()]


def _section(ledger: Questions, kind: Kind, words: str) -> Section:
    """What of one kind the words find: reports in which they stand, of all else what is told in them or so named."""
    wanted = Asked(kind, {"search" if kind.name == "reports" else "about": words})
    items, count = wanted.answers(ledger).begun(FOUND, COUNTED + 1)
    return Section(kind, wanted.words, items, hits_in(ledger, wanted, items), count)
