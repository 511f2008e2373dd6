"""In which clean pieces does content stand?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import takewhile

from sayso.account.grammar import valency
from sayso.account.grammar.spans import merged, outside, overlap
from sayso.account.grammar.text import Text
from sayso.model import Span

WHOLE, NOT_AT_ALL = 0.4, 0.25  # a quotation is content if so much of it is linked, and is not if less than this
CLAUSAL = ("VERB", "AUX", "PUNCT")  # what does not stand among the words that say where something is said
SETTING = 10  # words that say where or when something is said, before what is said
SCRAP = 3  # characters of a piece that says nothing beside longer ones

_BREAK = re.compile(r"\s*[\n\r\u2028\u2029]\s*")


def whole_quotations(text: Text, content: list[Span], holes: list[Span]) -> list[Span]:
    """Quotations are content wholly or not at all."""
    grown = list(content)
    for quotation in {q for span in content for q in text.quotations.touching(span)}:
        shared = sum(overlap(quotation, span) for span in content) / (quotation[1] - quotation[0])
        if any(quotation[0] <= a and b <= quotation[1] for a, b in holes):
            continue  # the cue itself is quoted: what it introduces is a part of the quotation
        if shared >= WHOLE:
            grown.append(quotation)
        elif shared < NOT_AT_ALL:
            grown = outside(grown, [(quotation[0] - 1, quotation[1] + 1)])
    return grown


def clean_pieces(text: Text, content: list[Span], holes: list[Span]) -> list[Span]:
    """Content in clean pieces: nothing of the cue, the source or the furniture, no piece over paragraphs."""
    spans = outside(merged(content), [*holes, *text.furniture(content), *_breaks(text, content)])
    pieces = [text.trimmed(text.unlabelled(span)) for span in spans]
    pieces = _joined(text, [piece for piece in pieces if text.tells(piece)])
    longest = max((b - a for a, b in pieces), default=0)
    return [(a, b) for a, b in pieces if b - a > SCRAP or longest <= SCRAP]


def _joined(text: Text, pieces: Iterable[Span]) -> list[Span]:
    """Pieces, those as one that punctuation and quotation marks alone part."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and not any(c.isalnum() or c in "\n\r" for c in text.text[joined[-1][1] : piece[0]]):
            joined[-1] = joined[-1][0], piece[1]
        else:
            joined.append(piece)
    return joined


def _breaks(text: Text, content: list[Span]) -> list[Span]:
    """The line ends inside a content that part paragraphs."""
    paragraph, reading = text.reading.paragraph, text.reading
    out = []
    for start, end in content:
        for gap in _BREAK.finditer(text.text, start, end):
            i = bisect_right(reading.starts, gap.start()) - 1
            if i >= 0 and i + 1 < len(paragraph) and paragraph[i] != paragraph[i + 1]:
                out.append(gap.span())
    return out


def behind_setting(text: Text, piece: Span) -> Span:
    """A piece of content without where or when it was said: "said {in a telephone interview that} he would stay"."""
    reading, (a, b) = text.reading, text.words(piece)
    if a >= b:
        return piece
    until = next((words[1] for words in text.times.get(reading.sentence[a], []) if words[0] == a), None)
    if until is not None and until < b and reading.word(until) in ("to", "that", "of", "about"):
        return text.trimmed((reading.starts[until], piece[1]))  # "pledged in {2022} to end the war"
    if reading.pos[a] != "ADP" or text.quotations.around(piece[0]):
        return piece
    setting = takewhile(lambda i: reading.pos[i] not in CLAUSAL, range(a + 1, min(b - 1, a + SETTING)))
    that = next((i for i in setting if reading.word(i).lower() == "that" and reading.pos[i] == "SCONJ"), None)
    return piece if that is None else text.trimmed((reading.starts[that], piece[1]))


def without_joint(text: Text, content: list[Span]) -> list[Span]:
    """A content without the word at its end that joins to it what is told next: "under fire {but} denied", "over the
    flood, {in} which"."""
    if not content or text.quotations.around(content[-1][1] - 1):
        return content
    reading, (start, end) = text.reading, content[-1]
    last = text.words((end - 1, end))[0]
    joins = reading.pos[last] == "CCONJ" or valency.is_word("relative-object", reading, last)
    apart = reading.word(last - 1) == ","  # "the flood, {which}"
    joins = joins or (apart and (reading.pos[last] == "ADP" or valency.is_word("relative", reading, last)))
    if not joins or reading.starts[last] <= start:
        return content
    return [*content[:-1], text.trimmed((start, reading.starts[last]))]


def with_like(text: Text, piece: Span) -> Span:
    """A piece of content with the word behind a comma at its end that says it of one more: "not theirs{, either}"."""
    reading, end = text.reading, text.words(piece)[1]
    if end + 2 > len(reading) or reading.word(end) != "," or text.quotations.around(piece[1]):
        return piece
    alike = valency.is_word("alike", reading, end + 1)
    closed = end + 2 == len(reading) or reading.pos[end + 2] == "PUNCT"
    return (piece[0], reading.ends[end + 1]) if alike and closed else piece


def by_sentence(text: Text, span: Span) -> list[Span]:
    """A span cut where sentences end."""
    reading, words = text.reading, text.words(span)
    out, start = [], words[0]
    for i in range(words[0], words[1]):
        if i + 1 == words[1] or reading.sentence[i + 1] != reading.sentence[i]:
            a, b = reading.span((start, i + 1))
            out.append((max(a, span[0]), min(b, span[1])))
            start = i + 1
    return out
