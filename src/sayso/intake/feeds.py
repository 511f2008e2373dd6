"""Feeds (RSS, Atom, JSON Feed), their items one by one, and lists of feeds (OPML).

The XML is read by lxml alone. feedparser knows more dialects, but its patterns take time that grows with the square
of what they are given (an author's line of 40,000 characters: 16 seconds), and a feed is hostile input. Nothing is
expanded or fetched here: a feed that declares entities of its own is refused, as none needs any.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from sayso.intake.content import HEAD, decode_markup, kind
from sayso.intake.records import Broken, Linked, Record
from sayso.intake.sources import is_address

MAX_FEED = 5_000_000  # bytes
WHOLE = 1000  # characters of text from which on an item is taken for the report itself, and not for its first lines

_ATOM = "http://www.w3.org/2005/Atom"
# Names mean what they mean in these only: `media:title` is the title of a picture.
_PLAIN = {None, _ATOM, "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"}
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dc:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
}
_BASE = "{http://www.w3.org/XML/1998/namespace}base"

_BREAKS_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed: what it tells of a report, and a key that stays the same as long as it does."""

    key: str
    told: Record | Linked


class FeedError(ValueError):
    """A feed that cannot be read; its message says why."""


def read_feed(data: bytes, url: str | None = None, charset: str | None = None) -> Iterator[Item | Broken]:
    """The items of a feed of any kind, found at `url`. Errors: `FeedError`."""
    if len(data) > MAX_FEED:
        raise FeedError(f"longer than {MAX_FEED:,} bytes, which no feed is")
    match kind(data[:HEAD]):
        case "json feed":
            return _in_json_feed(data, url)
        case "feed":
            return _in_xml_feed(data, url, charset)
        case _:
            raise FeedError("no feed")


def _in_xml_feed(data: bytes, url: str | None, charset: str | None) -> Iterator[Item | Broken]:
    root = _xml(data, charset)
    channel = next((child for child in root if _name(child) == "channel"), root)
    base = _joined(url, root.get(_BASE)) or ""
    name = _within(channel, "title")
    items = [element for element in root.iter("{*}item", "{*}entry") if _name(element) in ("item", "entry")]
    for number, element in enumerate(items, 1):
        yield _of_xml(element, f"item {number}", base, name)


def _in_json_feed(data: bytes, url: str | None) -> Iterator[Item | Broken]:
    # https://www.jsonfeed.org/version/1.1/
    try:
        feed = json.loads(decode_markup(data), strict=False)
    except (ValueError, RecursionError) as error:
        raise FeedError(f"not JSON ({error})") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise FeedError("a JSON Feed without items")
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield _of_json(item, f"item {number}", url or "", _string(feed, "title"))
        else:
            yield Broken(f"item {number}", "not a JSON object")


def listed(data: bytes) -> list[str]:
    """The addresses of the feeds in an OPML document. Errors: `FeedError`."""
    addresses = (outline.get("xmlUrl", "").strip() for outline in _xml(data, None).iter("{*}outline"))
    return list(dict.fromkeys(address for address in addresses if address))


def _of_xml(element: Any, where: str, base: str, feed: str | None) -> Item | Broken:
    base = _joined(base, element.get(_BASE)) or base
    parts = _parts(element)
    author = _first(parts, "dc:creator", "author")
    source = _first(parts, "source")
    return _item(
        where,
        id=_text(_first(parts, "guid", "id")),
        link=_link(parts, base),
        bodies=[_markup(each) for each in _all(parts, "content:encoded", "content", "description", "summary")],
        feed=_within(source, "title") or _text(source) or feed,
        title=_text(_first(parts, "title")),
        published=_text(_first(parts, "pubDate", "published", "issued", "dc:date", "dc:created", "updated")),
        updated=_text(_first(parts, "updated", "modified", "dc:modified")),
        byline=_within(author, "name") or _person(_text(author)),
    )


def _of_json(item: dict[str, Any], where: str, base: str, feed: str | None) -> Item | Broken:
    authors = item.get("authors") or [item.get("author")]
    named = [author for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    names = [_string(author, "name") for author in named]
    plain = _string(item, "content_text")
    # An item may stand in the feed alone. `external_url` is somebody else's page, which it speaks of.
    address = _string(item, "url")
    return _item(
        where,
        id=_string(item, "id"),
        link=_joined(base, address) if address else None,
        bodies=[_string(item, "content_html"), _as_markup(plain) if plain else None, _string(item, "summary")],
        feed=feed,
        title=_string(item, "title"),
        published=_string(item, "date_published"),
        updated=_string(item, "date_modified"),
        byline=", ".join(name for name in names if name) or None,
    )


def _item(
    where: str,
    *,
    id: str | None,
    link: str | None,
    bodies: list[str | None],
    feed: str | None,
    title: str | None,
    published: str | None,
    updated: str | None,
    byline: str | None,
) -> Item | Broken:
    """An item of what it tells: the report itself, if it has all of that, or where the report is."""
    link = link if link and is_address(link) else None
    body = max((body for body in bodies if body), key=len, default="")
    whole = _is_whole(body)
    if not link and not body:
        return Broken(where, "neither a link nor a text")
    known = "\n".join((id or link or title or "", updated or published or "", body if whole or not link else ""))
    key = hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    told = Record(where=where, title=title, published=published or updated, url=link, byline=byline)
    if link and not whole:
        return Item(key, Linked(told, "only its first lines are in the feed"))
    return Item(key, replace(told, html=body, outlet=feed))


def _is_whole(body: str) -> bool:
    text = " ".join(unescape(re.sub(r"<[^<>]*>", " ", body)).split())
    return len(text) >= WHOLE and not _BREAKS_OFF.search(text, len(text) - 20)


# --- XML --------------------------------------------------------------------------------------------------------------


def _xml(data: bytes, charset: str | None) -> Any:
    text = decode_markup(data, charset)
    # Of a whole text, in one encoding that the parser is then told: nothing else can be hidden in it.
    if "<!ENTITY" in text:
        raise FeedError("it declares entities, which a feed has no need of and which can fill any memory")
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.lstrip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise FeedError(f"not XML ({error.msg})") from None
    if root is None:
        raise FeedError("not XML")
    return root


def _name(element: Any) -> str:
    """The name of an element with the customary prefix of its namespace; "" for those that are not of feeds."""
    if not isinstance(element.tag, str):
        return ""
    namespace, name = _parted(element.tag)
    if namespace in _PLAIN:
        return name
    prefix = _PREFIXES.get(namespace or "", "")
    return f"{prefix}{name}" if prefix else ""


def _parted(tag: str) -> tuple[str | None, str]:
    """Namespace and name out of "{namespace}name". A prefix that a feed does not declare stays in the name."""
    namespace, _, name = tag.rpartition("}")
    return namespace.removeprefix("{") or None, name


def _parts(element: Any) -> dict[str, list[Any]]:
    """The children of an element by name."""
    parts: dict[str, list[Any]] = {}
    for child in element:
        if name := _name(child):
            parts.setdefault(name, []).append(child)
    return parts


def _all(parts: dict[str, list[Any]], *names: str) -> list[Any]:
    return [part for name in names for part in parts.get(name, ())]


def _first(parts: dict[str, list[Any]], *names: str) -> Any:
    """The first part that says something, the names tried in order."""
    return next((part for part in _all(parts, *names) if len(part) or _text(part)), None)


def _within(element: Any, name: str) -> str | None:
    """The words of an element's child."""
    return _text(_first(_parts(element), name)) if element is not None else None


def _text(element: Any) -> str | None:
    """The words of an element, without markup: titles often have some, escaped."""
    if element is None:
        return None
    words = "".join(element.itertext(etree.Element, with_tail=True)) if len(element) else element.text or ""
    words = unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", words))
    return " ".join(words.split()) or None


def _markup(element: Any) -> str | None:
    """The content of an element as HTML: escaped in it, as text, or as elements of XHTML."""
    if element.get("src"):
        return None  # Atom: it is elsewhere
    if len(element):
        return "".join(
            [element.text or "", *(etree.tostring(child, encoding="unicode", method="html") for child in element)]
        )
    words = (element.text or "").strip()
    atom_text = _parted(element.tag)[0] == _ATOM and element.get("type", "text") in ("text", "text/plain")
    return _as_markup(words) if words and atom_text else words or None


def _link(parts: dict[str, list[Any]], base: str) -> str | None:
    original = _text(_first(parts, "feedburner:origLink"))
    if original:
        return original
    for link in _all(parts, "link"):
        address = link.get("href") if link.get("rel", "alternate") == "alternate" else None
        if address := (address or (link.text or "")).strip():
            return _joined(base, address)
    guid = _first(parts, "guid")
    if guid is not None and guid.get("isPermaLink", "true").lower() != "false":
        return _text(guid)
    return None


def _joined(base: str | None, address: str | None) -> str | None:
    try:
        return urljoin(base or "", address or "") or None
    except ValueError:  # "http://[": no address
        return None


def _person(author: str | None) -> str | None:
    """Who is meant by an author in RSS, "jane@herald.example (Jane Doe)"."""
    found = re.fullmatch(r"[^\s@]+@\S+\s+\((.+)\)", author[:200]) if author else None
    return found[1] if found else author


def _as_markup(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"<p>{paragraph}</p>" for paragraph in escaped.split("\n") if paragraph.strip())


def _string(value: dict[str, Any], name: str) -> str | None:
    found = value.get(name)
    return str(found).strip() or None if isinstance(found, str | int) and not isinstance(found, bool) else None
