"""A long text read in overlapping windows, so that no quotation is cut where a window ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reader.pieces import LENGTH

Scores = dict[str, np.ndarray]

BEFORE = 56  # pieces of the text before that a window sees again
AFTER = 6  # pieces a window must see of what follows the last sentence it answers for


@dataclass(slots=True)
class Window:
    """Scores over the words `begin` to `end` of a text; it answers for the words `own` to `until`."""

    begin: int
    end: int
    own: int
    until: int
    scores: Scores


def read(sizes: Sequence[int], score: Callable[[int, int], Scores]) -> Iterator[Window]:
    """Windows over words of the given sizes in pieces. Each word belongs to one window, and a sentence wholly to one:
    a window hands over at the last start of a sentence that it sees with something after it.

    score: gives the model's scores of words begin to end.
    """
    offset = np.concatenate([[0], np.cumsum(sizes)])
    n, room = len(sizes), LENGTH - 2
    begin, own = 0, 0
    while own < n:
        end = int(np.searchsorted(offset, offset[begin] + room, "right")) - 1
        scores = score(begin, end)
        if end >= n:
            yield Window(begin, n, own, n, scores)
            return
        starts = np.flatnonzero(np.diff(scores["sentence"])) + 1 + begin
        starts = starts[(starts > own) & (offset[starts] <= offset[end] - AFTER)]
        # A sentence longer than a window is cut where it stands.
        until = int(starts[-1]) if len(starts) and starts[-1] > own else end
        yield Window(begin, end, own, until, scores)
        begin = max(int(np.searchsorted(offset, offset[until] - BEFORE)), own if until == end else 0, begin + 1)
        begin, own = min(begin, until), until
