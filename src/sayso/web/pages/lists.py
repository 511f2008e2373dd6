"""Lists of what is in the ledger, filtered and counted, also as files.

A list is at one address as a page, and at the same with `.json`, `.csv` and (events, disputes) `.geojson` as data.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from markupsafe import Markup
from starlette.concurrency import iterate_in_threadpool

from sayso import lexicon
from sayso.ledger import Ledger, hits
from sayso.ledger.answers import Answer, DisputeRow, EventRow
from sayso.ledger.facets import Facets, Value
from sayso.ledger.filters import GRADES, STATUSES, TYPES, QuestionError
from sayso.ledger.portions import portions
from sayso.ledger.questions import Questions
from sayso.views import exports, wording
from sayso.views import map as maps
from sayso.web import addresses, plots, problems, rendering
from sayso.web.keeping import Keeping
from sayso.web.listing import KINDS, Asked, Kind, Page, asked
from sayso.web.visits import Reading

router = APIRouter()

_PERIODS = 12  # to choose from
_FONT = 40  # units, of names on the map beside a list, which is small
_PLACED = 500  # disputes of which the places are asked for at a time
_PIECE = 64 * 1024  # characters of a file that are sent at a time

# What the filters are called, in the order in which the form has them.
NAMES = {
    "search": "Words in the report", "about": "Told in words, or named", "since": "From", "until": "Until",
    "country": "Country", "actor": "Actor", "outlet": "Outlet", "type": "Type", "grade": "Grade", "status": "Footing",
}  # fmt: skip
_CHOICES: dict[str, dict[str, str]] = {
    "type": {type: wording.EVENT[type] for type in TYPES},  # type: ignore[index]
    "grade": {grade: grade for grade in GRADES},
    "status": {status: wording.FOOTING[status] for status in STATUSES},  # type: ignore[index]
}


@dataclass(frozen=True)
class Chip:
    """A filter that is set, and what the address of the list without it ends with."""

    name: str
    value: str
    without: str


@dataclass(frozen=True)
class Overview:
    """What a list is made up of, and when and where it is."""

    facets: Facets
    timeline: Markup
    map: Markup
    values: dict[str, list[Value]]  # by the filter, with the name of each as it is shown
    periods: list[plots.Period]


_kept: Keeping[Overview] = Keeping(most=128)


@dataclass(frozen=True)
class Listing:
    """What the page of a list shows."""

    kind: Kind
    asked: Asked
    page: Page
    overview: Overview | None = None
    chips: list[Chip] = field(default_factory=list)
    hits: Mapping[str, str] = field(default_factory=dict)


def _list(kind: Kind) -> None:
    """Make the addresses of a list."""

    def page(request: Request, visit: Reading) -> Response:
        return _page(request, visit.ledger, asked(kind, request.query_params, "after", "before"))

    def data(request: Request, visit: Reading) -> Response:
        return _data(visit.ledger, _right(request, kind, "after", "before", "limit"))

    def table(request: Request, visit: Reading) -> Response:
        answers = _right(request, kind).answers(visit.ledger)
        lines = exports.csv_table(answers.answer, answers)
        return _file(lines, f"{kind.name}.csv", "text/csv; charset=utf-8")

    def places(request: Request, visit: Reading) -> Response:
        answers = _right(request, kind).answers(visit.ledger)
        lines = exports.geojson_lines(answers) if kind.name == "events" else _disputed(visit.ledger, answers)
        return _file(lines, f"{kind.name}.geojson", "application/geo+json")

    forms: dict[str, Callable[..., Response]] = {"": page, ".json": data, ".csv": table}
    if kind.name in ("events", "disputes"):
        forms[".geojson"] = places
    for ending, answering in forms.items():
        router.add_api_route(f"/{kind.name}{ending}", answering, methods=["GET"], include_in_schema=False)


# --- a list as data ---


def _right(request: Request, kind: Kind, *more: str) -> Asked:
    """What is asked for, if nothing is wrong with it. Raises QuestionError."""
    problems.refuse_twice(request)
    wanted = asked(kind, request.query_params, *more)
    for name, reason in wanted.wrong.items():
        raise QuestionError(name, reason)
    return wanted


def _data(ledger: Ledger, wanted: Asked) -> Response:
    page = wanted.page(ledger)
    items = ", ".join(map(exports.json_line, page.items))
    return Response(f'{{"items": [{items}], "next": {json.dumps(page.after)}}}', media_type="application/json")


def _file(lines: Iterator[str], name: str, type: str) -> StreamingResponse:
    """A file of any length, sent as it is made."""
    head = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(_sent(_pieces(lines)), media_type=type, headers=head)


def _disputed(ledger: Ledger, disputes: Iterable[DisputeRow]) -> Iterator[str]:
    """Disputes as GeoJSON, each where its event is; what is about no event is nowhere."""

    def placed() -> Iterator[tuple[DisputeRow, EventRow]]:
        for some in portions(disputes, _PLACED):
            events = ledger.events_of(one.event for one in some if one.event)
            yield from ((one, events[one.event]) for one in some if one.event in events)

    return exports.disputed_lines(placed())


def _pieces(lines: Iterator[str]) -> Iterator[bytes]:
    piece: list[str] = []
    size = 0
    for line in lines:
        piece.append(line + "\n")
        size += len(line)
        if size > _PIECE:
            yield "".join(piece).encode("utf-8", "replace")
            piece, size = [], 0
    yield "".join(piece).encode("utf-8", "replace")


async def _sent(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    """The pieces, each made in a thread. Who goes away leaves no transaction open behind."""
    try:
        async for piece in iterate_in_threadpool(pieces):
            yield piece
    finally:
        pieces.close()  # type: ignore[attr-defined]


# --- a list as a page ---


def _page(request: Request, ledger: Ledger, wanted: Asked) -> Response:
    address = request.url.path
    if not wanted.wrong:
        if request.query_params.multi_items() != [*wanted.words.items()]:
            return RedirectResponse(addresses.asked(address, **wanted.words), 303)
        try:
            page = wanted.page(ledger)
        except QuestionError as error:
            wanted.wrong[error.field] = str(error)
        else:
            if "before" in wanted.words and page.before is None:  # there is no more before: it is the first page
                return RedirectResponse(addresses.asked(address, **wanted.list), 303)
            shown = Listing(
                wanted.kind,
                wanted,
                page,
                _kept.get(ledger, (wanted.kind.name, *wanted.list.items()), lambda: _overview(ledger, wanted)),
                list(_chips(ledger, wanted)),
                hits_in(ledger, wanted, page.items),
            )
            return _rendered(request, shown)
    return _rendered(request, Listing(wanted.kind, wanted, Page([], None, None)), 422)


def _rendered(request: Request, shown: Listing, status: int = 200) -> HTMLResponse:
    return rendering.page(
        request, "list.html", status, page=shown, names=NAMES, choices=_CHOICES, countries=_country_names()
    )


def _overview(ledger: Ledger, wanted: Asked) -> Overview:
    """What a list is made up of."""
    facets = ledger.facets(Asked(wanted.kind, wanted.list).answers(ledger))
    spots = [
        maps.Spot(spot.place, spot.lat, spot.lon, number, spot.count)
        for number, spot in enumerate(facets.places)
        if maps.on_earth(spot.lat, spot.lon)
    ]
    drawn = "".join(maps.drawn(spots, maps.view(spots), "Map of where it happened", _FONT)) if spots else ""
    periods = plots.periods(facets.days, "year")
    if len(periods) == 1:
        periods = plots.periods(facets.days, "month")
    return Overview(
        facets=facets,
        timeline=plots.timelines({wanted.kind.name: facets.days}) if len(facets.days) > 1 else Markup(),
        map=Markup(drawn),  # escaped where it is drawn
        values={name: [_named(name, value) for value in values] for name, values in facets.values.items() if values},
        periods=periods[-_PERIODS:][::-1],
    )


def _named(name: str, value: Value) -> Value:
    return value.model_copy(update={"name": _shown(name, value.value, value.name)})


def _shown(name: str, value: str, otherwise: str) -> str:
    """How the value of a filter is shown."""
    if name == "country":
        return _country_names().get(value, otherwise)
    return _CHOICES.get(name, {}).get(value, otherwise)


@lru_cache(1)
def _country_names() -> dict[str, str]:
    return {code: country.name for code, country in lexicon.countries().items()}


def _chips(ledger: Ledger, wanted: Asked) -> Iterator[Chip]:
    """The filters that are set."""
    for name, value in wanted.filters.items():
        shown = value
        if name == "actor":
            found = next(iter(ledger.actors(actor=value, limit=1)), None)
            shown = found.name if found and found.id == value else value
        elif name in ("country", *_CHOICES):
            code = str(getattr(wanted.answers(ledger).wanted, name))
            shown = _shown(name, code, value)
        yield Chip(NAMES[name], shown, wanted.leading(**{name: None}))


def hits_in(ledger: Questions, wanted: Asked, items: list[Answer]) -> Mapping[str, str]:
    """Where what is looked for stands, for each answer in which it is shown."""
    search, about = wanted.words.get("search"), wanted.words.get("about")
    words = " ".join(word for word in (search, about) if word)
    if not words:
        return {}
    ids = [item.id for item in items]  # type: ignore[attr-defined]
    if wanted.kind.name == "reports":
        with ledger.reading() as connection:
            return hits.in_reports(connection, search or words, ids)
    if wanted.kind.name == "statements":
        with ledger.reading() as connection:
            return hits.in_statements(connection, about or words, ids)
    lines = {"events": "told", "actors": "name", "disputes": "issue"}
    marked = {
        id: hits.in_line(wording.one_line(getattr(item, lines[wanted.kind.name]) or ""), words)
        for id, item in zip(ids, items, strict=True)
    }
    return {id: line for id, line in marked.items() if line}


for _kind in KINDS.values():
    _list(_kind)
