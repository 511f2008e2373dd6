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


MAX_PAGE = 10_000_000  # characters
MAX_TAGS = 100_000  # pages of news have a few thousand; the libraries that read them take a minute for a million
_MAX_ATTRIBUTES = 1000  # of one element: libxml2 compares each with all others

# A start tag as HTML cuts it (https://html.spec.whatwg.org/#tokenization), its attributes beyond the limit apart.
# Nothing in it is tried in two ways, so that no markup takes long.
_ATTRIBUTE = r"""[\s/]*+(?:=[^\s/>=]*+|[^\s/>=]++)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_TAG = re.compile(rf"(<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE}){{0,{_MAX_ATTRIBUTES}}}+)(?:{_ATTRIBUTE})*+")

_CONFIG = use_config()
_CONFIG.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")  # no alarm clock: it works in the main thread only
_CONFIG.set("DEFAULT", "MAX_REPETITIONS", "1000000")  # no page depends on those read before


class PageError(ValueError):
    """Markup that is not to be read; its message says why."""


def read_page(markup: str, url: str | None) -> Page | None:
    """The article in a page's markup, None if there is none. Nothing is fetched. Errors: `PageError`."""
    if len(markup) > MAX_PAGE:
        raise PageError(f"a page of more than {MAX_PAGE:,} characters")
    # What XML cannot hold is no text of a page either.
    markup = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", markup)
    markup, tags = _TAG.subn(r"\1", markup)
    if tags > MAX_TAGS:
        raise PageError(f"a page of more than {MAX_TAGS:,} elements")
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
