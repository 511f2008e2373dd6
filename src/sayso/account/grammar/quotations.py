"""Which stretches of a text stand in quotation marks."""

from __future__ import annotations

import re

from sayso.account.grammar.spans import Spans
from sayso.model import Span

OPENING = ("“", '"', "‘", "'", "`", "``", "„", "«")  # the words by which a quotation opens

_DOUBLE = re.compile(r"[\"“”„«»]|``|''")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,?!…])[’'](?!\w)")
_END = re.compile(r"(?<=[a-z]{2})[.!?](?= [A-Z])")
_REOPENED = re.compile(r"\s*[\"“”]")
_WORD_BEFORE = re.compile(r"[^\W\d] ?[\"“„«`']+\Z")
_PARAGRAPH = re.compile(r"[^\n\r]+")


def quoted(text: str) -> list[Span]:
    """The stretches between double quotation marks, in order, without the marks. A mark opens or closes by what stands
    around it, for outlets mix them up. A paragraph that ends before its quotation does leaves it open; the next one
    then opens with a mark again."""
    spans: list[Span] = []
    for line in _PARAGRAPH.finditer(text):
        start, end = line.span()
        opened: int | None = None
        for mark in _DOUBLE.finditer(text, start, end):
            a, b = mark.span()
            if opened is None:
                if b < end and not _closes(text, a, b, start):
                    opened = b
            elif _opens(text, a, b, start) and text[a] not in "”»":
                # Another opening before any closing: the first was never closed. Within a sentence, it ends with it.
                closing = _END.search(text, opened, a) if _is_within(text, opened) else None
                until = closing.end() if closing else a
                if text[opened:until].strip():
                    spans.append((opened, until))
                opened = b
            else:
                if a > opened:
                    spans.append((opened, a))
                opened = None
        if opened is not None and text[opened:end].strip():
            closing = (
                None if _REOPENED.match(text, end) or not _is_within(text, opened) else _END.search(text, opened, end)
            )
            spans.append((opened, closing.end() if closing else end))
    return [trimmed for span in spans if (trimmed := _trim(text, span))[0] < trimmed[1]]


def _is_within(text: str, opened: int) -> bool:
    """Whether a quotation opens within a sentence: "called it “a sham"."""
    return _WORD_BEFORE.search(text, max(0, opened - 4), opened) is not None


def _opens(text: str, a: int, b: int, start: int) -> bool:
    apart = a == start or text[a - 1].isspace() or text[a - 1] in "([—–-:"
    return apart and b < len(text) and (not text[b].isspace() or text[a] == "“")


def _closes(text: str, a: int, b: int, start: int) -> bool:
    """A mark with nothing open that can only be a closing one."""
    attached = a > start and not text[a - 1].isspace() and text[a - 1] not in "([—–-:"
    return attached and text[b : b + 1] in ("", " ", ",", ".")


def single_quoted(text: str) -> list[Span]:
    """The stretches between single quotation marks, which some outlets use instead of double ones. An apostrophe is
    told from a mark by the letters around it, so that only what both opens and closes counts."""
    spans = []
    for line in _PARAGRAPH.finditer(text):
        opened: int | None = None
        for mark in _SINGLE.finditer(text, *line.span()):
            if text[mark.end() : mark.end() + 1].isalnum() and not text[mark.start() - 1 : mark.start()].isalnum():
                opened = mark.end()
            elif opened is not None:
                spans.append((opened, mark.start()))
                opened = None
    return spans


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


class Quotations(Spans):
    """The quoted stretches of a text: those between double marks, or single ones where an outlet uses no others; and
    whole sentences between single marks that no apostrophe looks like: "He said: ‘It is late.’"."""

    def __init__(self, text: str) -> None:
        double = quoted(text)
        single = [span for span in single_quoted(text) if span[1] - span[0] > 3]
        if double:
            outside = Spans(double)
            single = [
                (a, b) for a, b in single
                if text[a - 1] == "‘" and text[b - 1] in ".,?!…" and not outside.touching((a - 1, b + 1))
            ]  # fmt: skip
        super().__init__(sorted(double + single))
