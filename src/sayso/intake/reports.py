"""Reports out of whatever is given: every thing in it is a report or is refused, one by one, with where and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.intake.content import binary, decode, delimiter, kind
from sayso.intake.dates import iso_date
from sayso.intake.furniture import furnish
from sayso.intake.language import is_english
from sayso.intake.records import Broken, Record, in_json, in_lines, in_table
from sayso.intake.sources import STDIN, UNREADABLE, Opened, files, opened
from sayso.model import Report

MAX_CHARS = 1_000_000

# A report of a size still accepted may take this many times as many bytes: a page has markup, JSON its escapes.
_MARKUP = 32


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the user says of the reports, for those that do not say it themselves."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None  # any usual form
    url: str | None = None
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that is not read, and why."""

    source: str  # the file as it was named, or "standard input"
    where: str | None  # the place in it, such as "line 3"; None for the whole of it
    reason: str

    def __str__(self) -> str:
        return f"{self.source}{', ' + self.where if self.where else ''}: {self.reason}"


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


def open_reports(
    sources: Iterable[str | Path], *, defaults: Defaults | None = None, max_chars: int = MAX_CHARS
) -> Iterator[Report | Refusal]:
    """The reports in files, directories and standard input (`-`), in order, and the refusals among them.

    Streams: of all there is, one report is in memory at a time. No error in what is read ends it.
    """
    for entry in entries(sources, defaults=defaults, max_chars=max_chars):
        yield entry.report if isinstance(entry, Entry) else entry


def entries(
    sources: Iterable[str | Path], *, defaults: Defaults | None = None, max_chars: int = MAX_CHARS
) -> Iterator[Entry | Refusal]:
    """As `open_reports`, each report with where it was found."""
    defaults = defaults or Defaults()
    for source in sources:
        found = False
        try:
            for name in files([source]):
                found = True
                yield from _in_file(name, defaults, max_chars)
        except OSError as error:  # a directory that may not be listed
            yield Refusal(str(source), None, _why(error))
            found = True
        if not found:
            yield Refusal(str(source), None, "a directory without files")


def text_report(text: str, *, defaults: Defaults | None = None, max_chars: int = MAX_CHARS) -> Report:
    """The report in a plain text, its furniture recognised. Errors: `Unfit`, which says why it is not to be read."""
    return _report(Record(text=text), defaults or Defaults(), max_chars)


def _in_file(name: str, defaults: Defaults, max_chars: int) -> Iterator[Entry | Refusal]:
    source = "standard input" if name == STDIN else name
    where: str | None = None
    try:
        with opened(name) as file:
            for record in _records(file, max_chars):
                where = record.where
                if isinstance(record, Broken):
                    yield Refusal(source, where, record.reason)
                    continue
                try:
                    yield Entry(source, where, _report(record, defaults, max_chars))
                except Unfit as reason:
                    yield Refusal(source, where, str(reason))
                except Exception as error:  # whatever a page does to the libraries that read it, the rest goes on
                    yield Refusal(source, where, f"it could not be read ({type(error).__name__}: {error})")
    except UNREADABLE as error:
        yield Refusal(source, f"after {where}" if where else None, _why(error))


def _why(error: BaseException) -> str:
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


def _records(file: Opened, max_chars: int) -> Iterator[Record | Broken]:
    longest = _MARKUP * max_chars + 65536
    match kind(file.head):
        case "empty":
            # A head of blanks: what follows it, if anything, is text.
            yield _whole(file, max_chars, longest, markup=False)
        case "binary":
            yield Broken(None, f"not a text: {binary(file.head)}")
        case "json":
            yield from in_json(file.read, longest)
        case "jsonl":
            yield from in_lines(file.lines(longest))
        case "table":
            mark = delimiter(decode(file.head.splitlines()[0]))
            yield from in_table(file.lines(longest), mark or ",", longest)
        case "html":
            yield _whole(file, max_chars, longest, markup=True)
        case "text":
            yield _whole(file, max_chars, 4 * max_chars + 4, markup=False)


def _whole(file: Opened, max_chars: int, longest: int, markup: bool) -> Record | Broken:
    data = file.read(longest + 1)
    if len(data) > longest:
        return Broken(None, _too_long(max_chars))
    text = decode(data)
    return Record(html=text) if markup else Record(text=text)


def _too_long(max_chars: int) -> str:
    return f"longer than {max_chars:,} characters (--max-chars)"


def _report(record: Record, defaults: Defaults, max_chars: int) -> Report:
    """The report a record gives: what the record says counts first, then the defaults, then what its text shows."""
    title = record.title or defaults.title
    outlet = record.outlet or defaults.outlet
    published = iso_date(record.published) or iso_date(defaults.published)
    url = record.url or defaults.url
    byline = record.byline or defaults.byline
    text = record.text
    if text is None and record.html is not None:
        from sayso.intake.pages import read_page

        page = read_page(record.html, url)
        if page is None:
            raise Unfit("no article found in the page")
        text, title, outlet = page.text, title or page.title, outlet or page.outlet
        published, url, byline = published or iso_date(page.published), url or page.url, byline or page.byline
    if text is None:
        raise Unfit('no field "text" or "html"')
    if len(text) > max_chars:
        raise Unfit(_too_long(max_chars))
    if not any(character.isalnum() for character in text):
        raise Unfit("empty")
    if not is_english(text):
        raise Unfit("not English")
    # The text is furnished before the report is made, as its id depends on what it says of itself.
    draft = Report(id="-", text=text, title=title, outlet=outlet, published=published, url=url, byline=byline)
    furnish(draft)
    return Report(**{**dict(draft), "id": record.id or ""})
