"""What is named at these words? Spans of a text in order, by the words they take."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model import Span
from sayso.reader.reading import Reading, Words

LONGEST = 30  # words that a span takes, at most


class WordSpans:
    """Spans in order, by the words they take; each goes by its number."""

    def __init__(self, reading: Reading, spans: Sequence[Span]) -> None:
        self.reading = reading
        self.words = [reading.within(span) for span in spans]
        self.starts = [a for a, _ in self.words]

    def within(self, words: Words) -> list[int]:
        """The numbers of the spans that touch some words."""
        k = bisect_right(self.starts, words[1] - 1)
        found = []
        while k > 0 and self.words[k - 1][1] > words[0] - LONGEST:
            k -= 1
            if self.words[k][0] < words[1] and words[0] < self.words[k][1]:
                found.append(k)
        return sorted(found)
