"""A report's text as HTML with spans of it marked, whatever the text and however the spans lie in one another.

The text content of what comes out is the text that went in, character for character, but for controls and surrogates,
which a page cannot carry: each has one character in its place.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model import Span
from sayso.views.characters import ODD, code, picture

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")  # a line with something on it is a paragraph
_KEPT = re.compile("[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")  # inert inside their own <bdi>


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A span to be marked with a start tag, which a crossing span may make come again, or with what comes only once."""

    span: Span
    opening: str = ""
    closing: str = ""
    once: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a text with something on it: where it stands, and its HTML, an element."""

    span: Span
    html: str


def marked(text: str, marks: Iterable[Mark]) -> Iterator[str]:
    """The text as HTML, a paragraph a line, every mark around its words."""
    end = 0
    for paragraph in paragraphs(text, marks):
        start = paragraph.span[0]
        yield _between(text[end:start])
        yield paragraph.html
        end = paragraph.span[1]
    yield _between(text[end:])


def paragraphs(text: str, marks: Iterable[Mark]) -> Iterator[Paragraph]:
    """The paragraphs of a text, every mark around its words. What lies between them are line ends and blanks.

    Marks nest as their spans do, those with the same span in the order given. Of two that cross, the one that begins
    later is closed and opened again.
    """
    coming = sorted(marks, key=lambda mark: (mark.span[0], -mark.span[1]))
    spans = [_trimmed(text, match.span()) for match in _LINE.finditer(text)]
    points = sorted({point for mark in coming for point in mark.span} | {point for span in spans for point in span})
    coming.reverse()  # the next one last, to be popped
    active: list[Mark] = []  # those whose span covers the place, the outermost first
    begun: set[Mark] = set()
    at = 0  # in the points
    for span in spans:
        opened: list[Mark] = []  # those whose start tag stands open
        pieces = ['<p dir="auto">']
        at = bisect_left(points, span[0], at)
        while points[at] < span[1]:
            start, end = points[at], points[at + 1]
            while coming and coming[-1].span[0] <= start:
                active.append(coming.pop())
            active = [mark for mark in active if mark.span[1] > start]
            kept = 0
            while kept < min(len(active), len(opened)) and active[kept] is opened[kept]:
                kept += 1
            pieces += (mark.closing for mark in reversed(opened[kept:]))
            for mark in active[kept:]:
                pieces.append(mark.opening if mark in begun else mark.once + mark.opening)
            begun.update(active[kept:])
            opened = list(active)
            pieces.append(escaped(text[start:end]))
            at += 1
        pieces += (mark.closing for mark in reversed(opened))
        yield Paragraph(span, "".join((*pieces, "</p>")))


def _between(gap: str) -> str:
    """What stands between paragraphs: a carriage return in it is to be kept, and as it is no parser would."""
    return escaped(gap, kept="\r")


def escaped(text: str, kept: str = "") -> str:
    """The text as HTML: nothing in it is markup, and its odd characters are shown and do nothing."""

    def shown(match: re.Match[str]) -> str:
        char = match[0]
        if char in kept:
            return f"&#{ord(char)};"
        inner = f"&#{ord(char)};" if _KEPT.match(char) else picture(char) or "\ufffd"
        return f'<bdi class="odd" data-code="{code(char)}" title="{code(char)}">{inner}</bdi>'

    return ODD.sub(shown, html.escape(text))


def _trimmed(text: str, span: Span) -> Span:
    """A line without the carriage returns at its end."""
    start, end = span
    while text[end - 1] == "\r":
        end -= 1
    return start, end
