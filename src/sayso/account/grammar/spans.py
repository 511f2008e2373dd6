"""Stretches of a text by their characters: what lies in them, what they share, what is left of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sayso.model import Span


class Spans:
    """Spans in order that do not overlap, to ask what lies in them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self._starts = [start for start, _ in spans]

    def around(self, place: int) -> Span | None:
        """The span a place of the text lies in."""
        i = bisect_right(self._starts, place) - 1
        return self.spans[i] if i >= 0 and place < self.spans[i][1] else None

    def touching(self, span: Span) -> list[Span]:
        """The spans that share a character with another."""
        i = max(bisect_right(self._starts, span[0]) - 1, 0)
        found = []
        while i < len(self.spans) and self.spans[i][0] < span[1]:
            if self.spans[i][1] > span[0]:
                found.append(self.spans[i])
            i += 1
        return found

    def share(self, spans: Iterable[Span]) -> float:
        """How much of some spans lies in these, 0 to 1."""
        total = inside = 0
        for start, end in spans:
            total += end - start
            inside += sum(min(end, b) - max(start, a) for a, b in self.touching((start, end)))
        return inside / total if total else 0.0


def overlap(a: Span, b: Span) -> int:
    """How many characters two spans share, or how many words two stretches of words."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def merged(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def outside(spans: Iterable[Span], holes: Sequence[Span]) -> list[Span]:
    """The spans less the holes."""
    left = list(spans)
    for a, b in holes:
        left = [
            piece
            for start, end in left
            for piece in ((start, min(end, a)), (max(start, b), end))
            if piece[0] < piece[1]
        ]
    return sorted(set(left))


def length(spans: Iterable[Span]) -> int:
    """How many characters spans hold."""
    return sum(end - start for start, end in spans)
