"""Whose are the quotations to which no cue is linked?"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable

from sayso.account.grammar.spans import merged, overlap
from sayso.account.grammar.text import Text
from sayso.account.said.saying import Saying, by_quotation, is_mark
from sayso.model import Span
from sayso.reader import Reading, Words

QUOTE = 3  # words a quotation has at least to be a statement of its own
MARKS = 5  # marks of punctuation between a sentence and a quotation, at most
TAKEN = 0.3  # so much of it at most may be linked to a cue


def continue_quotations(text: Text, found: list[Saying]) -> None:
    """Quotations nobody is linked to: a quotation that carries on the one before it belongs to the same act; one that
    takes up after an indirect statement has its speaker and no cue; others have no speaker that the text tells."""
    reading = text.reading
    sharing = by_quotation(text, found)
    ends = sorted((_end(reading, saying), number) for number, saying in enumerate(found) if saying.content)
    voices = {reading.sentence[one.cue[0]]: one.source for one in found if one.cue and not one.content}
    for quotation in text.quotations.spans:
        piece = text.trimmed(quotation)
        if not _stands_alone(text, quotation, sharing.get(quotation, ())) or not text.tells(piece):
            continue
        word = text.words(quotation)[0]
        last = bisect_right(ends, (quotation[0], len(found))) - 1
        previous = found[ends[last][1]] if last >= 0 and _carries_on(text, ends[last][0], word) else None
        if previous is not None and text.quotations.touching(previous.content[-1]):
            previous.content = merged([*previous.content, piece])
            ends[last] = _end(reading, previous), ends[last][1]
        else:
            # "Nurses disagreed. 'It is late.'": who is only told to have a view says what it is.
            voice = voices.get(_sentence_before(reading, word)) if previous is None else None
            found.append(Saying(None, voice, [piece], carries_on=previous))
            insort(ends, (piece[1], len(found) - 1))


def _stands_alone(text: Text, quotation: Span, sharing: Iterable[Saying]) -> bool:
    """Whether a quotation is a statement that nobody is linked to. sharing: what is said that has a part of it."""
    words = text.words(quotation)
    if words[1] - words[0] < QUOTE or not text.is_prose(quotation):
        return False
    if text.text[quotation[0] - 1] in "‘'" and text.is_heading(quotation[0]):
        return False  # what the prose tells again, with who says it
    # What is told inside the quotation ("I think that …") does not say who is quoted.
    outer = (one for one in sharing if not one.cue or is_mark(text, one.cue) or not _is_in(text, one.cue, quotation))
    taken = sum(overlap(quotation, span) for saying in outer for span in saying.content)
    return taken <= TAKEN * (quotation[1] - quotation[0]) and _is_sentence(text, quotation)


def _sentence_before(reading: Reading, word: int) -> int:
    """The sentence told before a quotation that opens with a word, -1 if none is."""
    before = next((i for i in range(word - 1, max(word - 1 - MARKS, -1), -1) if reading.pos[i] != "PUNCT"), None)
    return -1 if before is None else reading.sentence[before]


def _is_in(text: Text, cue: Words, quotation: Span) -> bool:
    """Whether a cue stands in a quotation."""
    return overlap(quotation, text.reading.span(cue)) > 0


def _is_sentence(text: Text, quotation: Span) -> bool:
    """Whether a quotation stands for itself, not as a few words in somebody's sentence."""
    before = text.text[: quotation[0] - 1].rstrip(" \t\u00a0")
    opens = not before or before[-1] in '\n\r.!?:”"’'
    closing = text.text[max(0, quotation[1] - 1) : quotation[1] + 1]
    return opens and any(c in ".!?,…" for c in closing)


def _end(reading: Reading, saying: Saying) -> int:
    """Where an act of saying ends: with its content or its cue."""
    return max(saying.content[-1][1], reading.span(saying.cue)[1] if saying.cue else 0)


def _carries_on(text: Text, end: int, word: int) -> bool:
    """Whether a quotation that begins with `word` carries on what ended at `end`: nothing but the rest of a sentence
    lies in between, and it is no farther than the paragraph before."""
    reading = text.reading
    last = max(text.words((max(end - 1, 0), end))[1] - 1, 0)
    if reading.paragraph[word] - reading.paragraph[last] > 1:
        return False
    return all(
        reading.sentence[i] == reading.sentence[last] for i in range(last + 1, word) if reading.pos[i] != "PUNCT"
    )
