"""Reports out of whatever is given: every thing in it is a report or is refused, one by one, with where and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sayso.intake.content import Kind, binary, decode, decode_markup, delimiter, kind
from sayso.intake.dates import iso_date
from sayso.intake.furniture import furnish
from sayso.intake.language import is_english
from sayso.intake.records import Broken, Linked, Record, in_json, in_lines, in_table
from sayso.intake.refusals import Refusal
from sayso.intake.sources import STDIN, UNREADABLE, Meter, Opened, files, held, is_address, opened
from sayso.model import Report

if TYPE_CHECKING:
    from sayso.intake.fetching import Fetched, Fetcher

MAX_CHARS = 1_000_000

# A report of a size still accepted may take this many times as many bytes: a page has markup, JSON its escapes.
_MARKUP = 32

# Pages that are fetched at most for the items of one feed or table.
MAX_LINKS = 1000

_NOT_FETCHED = "nothing is fetched here; `sayso add` does, or save the page and give the file"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the user says of the reports, for those that do not say it themselves."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None  # any usual form
    url: str | None = None
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A report, and where it was found."""

    source: str
    where: str | None
    report: Report

    def refused(self, reason: str) -> Refusal:
        """The refusal of this report."""
        return Refusal(self.source, self.where, reason)


class Unfit(ValueError):  # noqa: N818 - a verdict on a text, no fault of the program
    """A text that is no report to be read; its message says why."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms reports are taken in."""

    defaults: Defaults = Defaults()
    max_chars: int = MAX_CHARS
    fetcher: Fetcher | None = None  # by which addresses are fetched; without one, none is
    meter: Meter | None = None  # which is told how far it is

    @property
    def longest(self) -> int:
        """The bytes that a report of a size still accepted may take."""
        return _MARKUP * self.max_chars + 65536


def open_reports(
    sources: Iterable[str | Path],
    *,
    defaults: Defaults | None = None,
    max_chars: int = MAX_CHARS,
    fetcher: Fetcher | None = None,
) -> Iterator[Report | Refusal]:
    """The reports in files, directories and standard input (`-`), in order, and the refusals among them.

    With a fetcher, a source may also be the address of a page, a feed or a file on the web, and items of feeds and
    tables that only link to a report are followed to its page. Without one nothing is fetched: these are refused.

    Streams: of all there is, one report is in memory at a time. No error in what is read ends it.
    """
    for entry in entries(sources, defaults=defaults, max_chars=max_chars, fetcher=fetcher):
        yield entry.report if isinstance(entry, Entry) else entry


def entries(
    sources: Iterable[str | Path],
    *,
    defaults: Defaults | None = None,
    max_chars: int = MAX_CHARS,
    fetcher: Fetcher | None = None,
    meter: Meter | None = None,
) -> Iterator[Entry | Refusal]:
    """As `open_reports`, each report with where it was found. meter: is told how far it is."""
    terms = Terms(defaults or Defaults(), max_chars, fetcher, meter)
    for source in sources:
        if is_address(source):
            yield from at_address(str(source), terms)
            continue
        found = False
        try:
            for name in files([source]):
                found = True
                yield from _in_file(name, terms)
        except OSError as error:  # a directory that may not be listed
            yield Refusal(str(source), None, why_unreadable(error))
            found = True
        if not found:
            yield Refusal(str(source), None, "a directory without files")


def text_report(text: str, *, defaults: Defaults | None = None, max_chars: int = MAX_CHARS) -> Report:
    """The report in a plain text, its furniture recognised. Errors: `Unfit`, which says why it is not to be read."""
    return _report(Record(text=text), Terms(defaults or Defaults(), max_chars))


def _in_file(name: str, terms: Terms) -> Iterator[Entry | Refusal]:
    source = "standard input" if name == STDIN else name
    try:
        with opened(name, terms.meter) as file:
            yield from _of_records(source, _records(file, terms), terms)
    except UNREADABLE as error:
        yield Refusal(source, None, why_unreadable(error))


def in_bytes(data: bytes, name: str, terms: Terms) -> Iterator[Entry | Refusal]:
    """The reports in a file that is at hand. name: what it is called where something is refused; it leads nowhere."""
    try:
        yield from _of_records(name, _records(held(data), terms), terms)
    except UNREADABLE as error:
        yield Refusal(name, None, why_unreadable(error))


def at_address(url: str, terms: Terms, *, lists: bool = True) -> Iterator[Entry | Refusal]:
    """What stands at an address, of whatever kind; `lists`: also what the feeds hold that a list of feeds names."""
    if terms.fetcher is None:
        yield Refusal(url, None, _NOT_FETCHED)
        return
    from sayso.intake.fetching import NotFetched

    try:
        fetched = terms.fetcher.fetch(url)
        file = held(fetched.data)
    except NotFetched as reason:
        yield Refusal(url, None, str(reason))
    except UNREADABLE as error:
        yield Refusal(url, None, why_unreadable(error))
    else:
        yield from _of_records(url, _records(file, terms, fetched), terms, lists=lists)


def _of_records(
    source: str, records: Iterator[Record | Linked | Broken | str], terms: Terms, *, lists: bool = True
) -> Iterator[Entry | Refusal]:
    """A report of each record. A record that is a text is the address of a feed, from a list of them."""
    where: str | None = None
    links = 0
    try:
        for record in records:
            if isinstance(record, str):
                if lists:
                    yield from at_address(record, terms, lists=False)
                else:
                    yield Refusal(source, record, "a list of feeds within a list of feeds")
                continue
            links += isinstance(record, Linked)
            if links > MAX_LINKS and isinstance(record, Linked):
                record = Broken(record.record.where, f"more than {MAX_LINKS:,} links: this one is not followed")
            made = entry(source, record, terms)
            where = made.where
            yield made
    except UNREADABLE as error:
        yield Refusal(source, f"after {where}" if where else None, why_unreadable(error))


def entry(source: str, record: Record | Linked | Broken, terms: Terms) -> Entry | Refusal:
    """The report that a record gives, its page fetched if it is elsewhere."""
    if isinstance(record, Broken):
        return Refusal(source, record.where, record.reason)
    where = record.record.where if isinstance(record, Linked) else record.where
    try:
        if isinstance(record, Linked):
            record = follow(record, terms)
        return Entry(source, where, _report(record, terms))
    except Unfit as reason:
        return Refusal(source, where, str(reason))
    except Exception as error:  # whatever a page does to the libraries that read it, the rest goes on
        return Refusal(source, where, f"it could not be read ({type(error).__name__}: {error})")


class NotThere(Unfit):
    """A page that could not be fetched; `for_now` if it may be there another time."""

    def __init__(self, reason: str, *, for_now: bool) -> None:
        """Say why."""
        super().__init__(reason)
        self.for_now = for_now


def follow(linked: Linked, terms: Terms) -> Record:
    """The page that a link leads to, with what was told beside the link. Errors: `Unfit`, and `NotThere` among them."""
    url = linked.record.url or ""
    if terms.fetcher is None:
        raise Unfit(f"{linked.reason}, and {_NOT_FETCHED}: {url}")
    from sayso.intake.fetching import NotFetched, Refused

    try:
        fetched = terms.fetcher.fetch(url)
    except NotFetched as reason:
        gone = isinstance(reason, Refused) or (reason.status is not None and reason.status in range(400, 429))
        raise NotThere(f"{url}: {reason}", for_now=not gone) from None
    try:
        page = _page(held(fetched.data), terms, fetched)
    except UNREADABLE as error:
        raise Unfit(f"{url}: {why_unreadable(error)}") from None
    if isinstance(page, Broken):
        raise Unfit(f"{url}: {page.reason}")
    # The page names its outlet better than the list does that links to it.
    return replace(linked.record, html=page.html, url=None, outlet=None, address=page.address)


def why_unreadable(error: BaseException) -> str:
    """What an error of `UNREADABLE` means, in words."""
    if isinstance(error, FileNotFoundError):
        return "no such file or directory"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, UnicodeError):
        return "damaged UTF-16 or UTF-32"
    if isinstance(error, EOFError):
        return "a gzip file that breaks off"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return f"a damaged gzip file ({error})"


def _page(file: Opened, terms: Terms, fetched: Fetched) -> Record | Broken:
    """The page at the end of a link. Of several reports in one file, nothing tells which the link means."""
    match _kind(file, fetched):
        case "html":
            return _whole(file, terms, fetched, markup=True)
        case "binary":
            return _not_a_text(file)
        case _:
            return Broken(None, "no page")


def _kind(file: Opened, fetched: Fetched | None) -> Kind:
    """What a file is, or what was fetched."""
    told = kind(file.head)
    if told in ("text", "xml") and fetched and fetched.content_type in ("text/html", "application/xhtml+xml"):
        return "html"  # a page that begins as no page should
    return told


def _records(file: Opened, terms: Terms, fetched: Fetched | None = None) -> Iterator[Record | Linked | Broken | str]:
    """What is in a file, or in what was fetched; of a list of feeds, their addresses."""
    longest = terms.longest
    told = _kind(file, fetched)
    match told:
        case "empty":
            # A head of blanks: what follows it, if anything, is text.
            yield _whole(file, terms, fetched, markup=False)
        case "binary":
            yield _not_a_text(file)
        case "warc":
            from sayso.intake.archives import in_warc

            yield from in_warc(file.read_some, longest)
        case "json":
            yield from in_json(file.read, longest)
        case "jsonl":
            yield from in_lines(file.lines(longest))
        case "feed" | "json feed" | "feeds":
            yield from _in_feed(file, told, fetched)
        case "table":
            mark = delimiter(decode(file.head.splitlines()[0]))
            yield from in_table(file.lines(longest), mark or ",", longest)
        case "html":
            yield _whole(file, terms, fetched, markup=True)
        case "xml":
            yield Broken(None, "XML of a kind that is not read: neither a page nor a feed")
        case "text":
            yield _whole(file, terms, fetched, markup=False)


def _in_feed(file: Opened, told: str, fetched: Fetched | None) -> Iterator[Record | Linked | Broken | str]:
    from sayso.intake.feeds import MAX_FEED, FeedError, listed, read_feed

    data = file.read(MAX_FEED + 1)
    try:
        if told == "feeds":
            yield from listed(data)
        else:
            for item in read_feed(data, fetched.url if fetched else None, fetched.charset if fetched else None):
                yield item if isinstance(item, Broken) else item.told
    except FeedError as error:
        yield Broken(None, str(error))


def _whole(file: Opened, terms: Terms, fetched: Fetched | None, markup: bool) -> Record | Broken:
    longest = terms.longest if markup else 4 * terms.max_chars + 4
    data = file.read(longest + 1)
    if len(data) > longest:
        return Broken(None, _too_long(terms.max_chars))
    address = fetched.url if fetched else None
    if markup:
        return Record(html=decode_markup(data, fetched.charset if fetched else None), address=address)
    return Record(text=decode(data), url=address)


def _not_a_text(file: Opened) -> Broken:
    return Broken(None, f"not a text: {binary(file.head)}")


def _too_long(max_chars: int) -> str:
    return f"longer than {max_chars:,} characters (--max-chars)"


def _report(record: Record, terms: Terms) -> Report:
    """The report a record gives: what the record says counts first, then the defaults, then what its text shows."""
    defaults = terms.defaults
    title = record.title or defaults.title
    outlet = record.outlet or defaults.outlet
    published = iso_date(record.published) or iso_date(defaults.published)
    url = record.url or defaults.url
    byline = record.byline or defaults.byline
    text = record.text
    if text is None and record.html is not None:
        from sayso.intake.pages import PageError, read_page

        try:
            page = read_page(record.html, url or record.address)
        except PageError as reason:
            raise Unfit(str(reason)) from None
        if page is None:
            raise Unfit("no article found in the page")
        text, title, outlet = page.text, title or page.title, outlet or page.outlet
        published, byline = published or iso_date(page.published), byline or page.byline
        url = url or _better(page.url, record.address)
    if text is None:
        raise Unfit('no field "text" or "html"')
    if len(text) > terms.max_chars:
        raise Unfit(_too_long(terms.max_chars))
    if not any(character.isalnum() for character in text):
        raise Unfit("empty")
    if not is_english(text):
        raise Unfit("not English")
    # The text is furnished before the report is made, as its id depends on what it says of itself.
    draft = Report(id="-", text=text, title=title, outlet=outlet, published=published, url=url, byline=byline)
    furnish(draft)
    return Report(**{**dict(draft), "id": record.id or ""})


def _better(told: str | None, found: str | None) -> str | None:
    """The address of a page: the one it tells itself, without what only counts visitors; where it was found, if the
    one told is another host's, for that is not the page's to say."""
    if not found or not told:
        return told or found
    try:
        return told if urlsplit(told).hostname == urlsplit(found).hostname else found
    except ValueError:
        return found
