"""Web pages: the article in one, and what the page says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import trafilatura
from trafilatura.settings import use_config


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: its body without the title, and what the page's markup tells."""

    text: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    url: str | None


_CONFIG = use_config()
_CONFIG.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")  # no alarm clock: it works in the main thread only
_CONFIG.set("DEFAULT", "MAX_REPETITIONS", "1000000")  # no page depends on those read before


def read_page(markup: str, url: str | None = None) -> Page | None:
    """The article in a page's markup, None if there is none. Nothing is fetched."""
    # What XML cannot hold is no text of a page either.
    markup = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", markup)
    if not re.search(r"<(?:html|body)\b", markup, re.IGNORECASE):
        markup = f"<html><body>{markup}</body></html>"  # a fragment, as feeds give it
    try:
        document = trafilatura.bare_extraction(
            markup, url=url, with_metadata=True, include_comments=False, include_tables=False, config=_CONFIG
        )
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None  # markup that the parser gives up on
    if document is None:
        return None
    told = document if isinstance(document, dict) else document.as_dict()
    text = (told.get("text") or "").strip()
    title = told.get("title") or None
    if title:
        first, _, rest = text.partition("\n")
        text = rest.strip() if _same(first, title) and rest.strip() else text
    if not text:
        return None
    byline = told.get("author")
    return Page(
        text=text,
        title=title,
        outlet=told.get("sitename") or told.get("hostname") or None,
        byline=byline.replace("; ", ", ") if byline else None,
        published=told.get("date") or None,
        url=told.get("url") or None,
    )


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()
