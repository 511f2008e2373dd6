"""A report with its reading: what of it is prose, where its quotations, headings and times stand, and how a stretch of
it looks without the marks at its edges."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from sayso.account.grammar.quotations import OPENING, Quotations
from sayso.account.grammar.spans import Spans
from sayso.model import Report, Span
from sayso.reader import Reading, Words

PROSELESS = {"caption", "byline", "date", "dateline", "credit", "repeat", "notice", "heading"}
NAME = 3  # words of a heading that is but a name

_LABEL = re.compile(r"[A-Z][\w'’-]*(?: [\w'’-]+){0,2}: (?=[A-Z])")
_BEFORE = re.compile(
    r"[\s\u200b-\u200f\u202a-\u202e\u2060,;:.!?–—…”’)\]-]+|[\"“„«`]+|''|[‘'](?=\w)|--+"
    r"|(?:that|as saying that|as saying)(?=[\s\"“]|'')"
)
_AFTER = " \t\r\n\u00a0,;:.–—-\"“”„«»‘'’`([…?!"
_MARK_BEFORE = re.compile(r"(?:[“\"]|'')\Z")
_CLOSING = re.compile(r"[.,;:?!…]*(?:[”\"]|'')")
_OPENED = re.compile(r"\s[‘'](?=\w)")
_SHUT = re.compile(r"\w[’'](?!\w)")
_CLOSED = re.compile(r"\w[’'](?= )")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.)+$|\b[a-z]\.[a-z]\.$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr)\.$")


class Text:
    """A report's text with what statements are made of: its quotations, its sentences, its furniture."""

    def __init__(self, report: Report, reading: Reading) -> None:
        self.text, self.reading = report.text, reading
        self.quotations = Quotations(report.text)
        self._furniture = Spans([part.span for part in report.furniture if part.kind in PROSELESS])
        self._headings = Spans([part.span for part in report.furniture if part.kind in ("title", "heading")])
        self._datelines = Spans([part.span for part in report.furniture if part.kind == "dateline"])
        headings = (part.span for part in report.furniture if part.kind == "heading")
        self._sections = [start for start, end in headings if _is_name(self.text[start:end])]
        self.times: dict[int, list[Words]] = {}  # by sentence
        for time in reading.times:
            if time.type in ("DATE", "TIME"):
                self.times.setdefault(reading.sentence[time.words[0]], []).append(time.words)

    def words(self, span: Span) -> Words:
        """The words that a span touches; empty where it touches none."""
        return self.reading.within(span)

    def tells(self, span: Span) -> bool:
        """Whether there is a letter or digit in a span: marks alone say nothing."""
        return any(c.isalnum() for c in self.text[slice(*span)])

    def is_prose(self, span: Span) -> bool:
        """Whether a span lies outside captions, bylines and the like."""
        return not self._furniture.touching(span)

    def is_dateline(self, span: Span) -> bool:
        """Whether a span lies in the words that tell where and when a report was written."""
        return bool(self._datelines.touching(span))

    def is_heading(self, start: int) -> bool:
        """Whether a character stands in the title or a heading."""
        return self._headings.around(start) is not None

    def section(self, start: int) -> int:
        """How many headings of a roundup stand before a character: "SAHEL", "Colombia", under each of which another
        matter is told."""
        return bisect_right(self._sections, start)

    def furniture(self, spans: Iterable[Span]) -> list[Span]:
        """The furniture that lies in some spans."""
        return [part for span in spans for part in self._furniture.touching(span)]

    def unlabelled(self, span: Span) -> Span:
        """A span without the label that opens its paragraph: "{Flood:} Nine people drowned"."""
        low = self.text.rfind("\n", 0, span[0]) + 1
        label = _LABEL.match(self.text, low)
        return (label.end(), span[1]) if label and span[0] < label.end() < span[1] else span

    def trimmed(self, span: Span) -> Span:
        """A span without space, quotation marks, "that" and punctuation at its edges; a quotation or a bracket of which
        it holds one mark keeps the other."""
        start, end = self._with_both_quotations(self._stripped(span), span[0])
        if self.text[end : end + 1] == ")" and "(" in self.text[start:end]:
            end += 1
        return self._with_partner((start, end), span[0])

    def _stripped(self, span: Span) -> Span:
        """A span without what at its edges is none of its words."""
        start, end = span
        while match := _BEFORE.match(self.text, start, end):
            if match.end() == start or (match[0] == "that" and self._points(start)):
                break
            start = match.end()
        while start < end and self.text[end - 1] in _AFTER:
            if self.text[end - 1] == "." and _ABBREVIATED.search(self.text, start, end):
                break
            end -= 1
        return start, end

    def _points(self, start: int) -> bool:
        """Whether the "that" at `start` points at something ("disputed that account") and opens no clause."""
        word = bisect_left(self.reading.starts, start)
        quoted = word + 1 < len(self.reading) and self.reading.word(word + 1) in OPENING
        opens = quoted or self.reading.relation[word] == "mark"
        return self.reading.pos[word] in ("DET", "PRON") and not opens

    def _with_both_quotations(self, span: Span, low: int) -> Span:
        """A span with the mark of a quotation that opens it and ends within it, or begins within it and ends it:
        {"no end" in sight, and "no money"}. low: where the opening mark may stand."""
        start, end = span
        first, last = self.quotations.around(start), self.quotations.around(end - 1)
        if first is None or last is None or first == last or first[0] < start:
            return span
        opened, closed = _MARK_BEFORE.search(self.text, low, start), _CLOSING.match(self.text, end)
        return (opened.start(), closed.end()) if opened and closed else span

    def _with_partner(self, span: Span, low: int) -> Span:
        """A span with the mark at its edge whose partner stands within it. low: where the opening mark may stand."""
        start, end = span
        words, before = self.text[start:end], self.text[low:start]
        if before.endswith(("“", '"')) and _unpaired("”", "“", words):
            return start - 1, end  # “grave concerns” about the strikes
        if before.endswith("''") and _unpaired("”", "“", words):
            return start - 2, end
        if before.endswith(("‘", "'")) and _CLOSED.search(self.text, start, end):
            return start - 1, end  # ‘lazy’ bin men
        if _unpaired("“", "”", words) and (closing := _CLOSING.match(self.text, end)):
            return start, closing.end()
        if self.text[end : end + 1] in ("'", "’") and _is_left_open(words):
            return start, end + 1  # the nurses ‘saints’
        return span


def _is_name(heading: str) -> bool:
    """Whether a heading is a name alone."""
    words = heading.split()
    return len(words) <= NAME and all(word[0].isupper() and word.isalpha() for word in words)


def _unpaired(mark: str, partner: str, words: str) -> bool:
    """Whether words have more of one quotation mark than of its partner, or a straight one without any."""
    return words.count(mark) > words.count(partner) or words.count('"') % 2 == 1 or words.count("''") % 2 == 1


def _is_left_open(words: str) -> bool:
    """Whether words open a quotation in single marks that does not close within them."""
    opened = max((match.end() for match in _OPENED.finditer(words)), default=None)
    return opened is not None and _SHUT.search(words, opened) is None
