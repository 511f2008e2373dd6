"""Models as pages. What comes from reports is text, whatever it looks like: every template escapes all it is given."""

from __future__ import annotations

import mimetypes
import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.ledger import hits
from sayso.views import markup, wording
from sayso.views.characters import visible
from sayso.views.marking import escaped
from sayso.web import plots
from sayso.web.articles import Article

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_NO_PAGE = ("/api/", "/static/")


def page(request: Request, template: str, status: int = 200, **given: Any) -> HTMLResponse:
    """A page made from a template."""
    person = getattr(request.state, "person", None)
    shared = {
        "request": request, "person": person, "team": request.app.state.settings.team,
        "may": person.scopes if person else (), "csrf": getattr(request.state, "csrf", ""),
    }  # fmt: skip
    text = _templates().get_template(template).render(**shared, **given)
    # Half of a surrogate pair can come with an address; no page can carry it.
    return HTMLResponse(text.encode("utf-8", "replace"), status)


def wants_page(request: Request) -> bool:
    """Whether a person in a browser asks, and no program."""
    path = request.url.path
    if path.startswith(_NO_PAGE) or "." in path.rpartition("/")[2]:
        return False
    return "text/html" in request.headers.get("accept", "")


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("sayso.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters.update(
        bdi=lambda text: Markup(markup.bdi(str(text))),
        said=lambda text: Markup(escaped(wording.one_line(text))),
        excerpt=lambda text, room=240: Markup(escaped(wording.excerpt(wording.one_line(text), room))),
        marked=_marked,
        visible=visible,
        count=wording.figures,
        number=lambda value: f"{value:,}",
        figure=_figure,
        amount=_amount,
        days=_days,
        part=_part,
        correcting=correcting,
        pair=pair,
        segment=lambda text: quote(str(text), safe=""),
        query=_query,
        followed=_followed,
        quantity=wording.quantity,
    )
    made.globals.update(Article=Article, plots=plots, static=static, wording=wording)
    return made


def _amount(value: float) -> str:
    return f"{value:,.15g}"


def _figure(figure: Any) -> str:
    """A figure of a telling or of a series: "about 30–40"."""
    ends = "–".join(_amount(end) for end in (figure.value, figure.max) if end is not None)
    return f"about {ends}" if getattr(figure, "approximate", False) else ends


def _marked(passage: str, room: int = 0) -> Markup:
    """A passage with the hits marked (`ledger.hits`), escaped. room: characters, of which the first hit is among."""
    line = wording.one_line(passage)
    if room:
        begin = line.find(hits.BEGIN) - room // 3
        line = wording.excerpt("… " + line[begin:].split(" ", 1)[-1] if begin > 0 else line, room)
    return Markup(
        "".join(f"<mark>{escaped(piece)}</mark>" if hit else escaped(piece) for piece, hit in hits.pieces(line))
    )


def _days(start: str | None, end: str | None = None) -> Markup:
    """A day, or from one to another; no line ends within a day."""
    days = dict.fromkeys(day for day in (start, end) if day)
    return Markup(" – ").join(Markup('<span class="day">{}</span>').format(day) for day in days)


def _part(ref: str) -> str:
    """The address of a statement or telling in its report: "3f2a…/s4" is at /reports/3f2a…#s4."""
    report, _, part = ref.partition("/")
    return f"/reports/{quote(report, safe='')}#{quote(part, safe='')}"


def correcting(ref: str) -> str:
    """The address at which a statement or telling is corrected: "3f2a…/s4" at /correct/3f2a…/s4."""
    return "/correct/" + "/".join(quote(piece, safe="", errors="replace") for piece in ref.split("/", 1))


def pair(id: str) -> str:
    """The address at which two tellings are joined or held apart: "3f2a…/e3~7b10…/e1" at /correct/link?one=…"""
    one, _, other = id.partition("~")
    return "/correct/link" + _query({"one": one, "other": other})


def _followed(url: str) -> str:
    """An address that a person may follow; empty where it is none of the web."""
    return url if _WEB.match(url) else ""


def _query(wanted: dict[str, Any], **changed: Any) -> str:
    """What stands behind the question mark: these words, with some changed; what is None or empty is left out."""
    left = {name: value for name, value in (wanted | changed).items() if value not in (None, "", False)}
    return "?" + urlencode(left, encoding="utf-8", errors="replace") if left else ""


# --- our own files: style, scripts ---


@cache
def _file(name: str) -> bytes | None:
    # The page of one report, a file of its own, shares its text and its maps with ours.
    views = files("sayso.views")
    known = {file.name: [file] for file in files("sayso.web").joinpath("static").iterdir()}
    known |= {shared: [views.joinpath(shared)] for shared in ("text.css", "text.js")}
    known["style.css"].insert(0, views.joinpath("map.css"))  # sent with the style that every page has
    return b"".join(file.read_bytes() for file in known[name]) if name in known else None


@cache
def static(name: str) -> str:
    """The address of one of our files. It changes with what is in it, so that a browser may keep it for ever."""
    content = _file(name)
    assert content is not None, name
    return f"/static/{sha256(content).hexdigest()[:12]}/{name}"


def asset(name: str) -> tuple[bytes, str] | None:
    """One of our files and its type."""
    content = _file(name)
    return None if content is None else (content, mimetypes.guess_type(name)[0] or "application/octet-stream")
