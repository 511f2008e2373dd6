"""Long texts read in overlapping windows."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.reader.pieces import LENGTH
from sayso.reader.windows import read

sizes = st.lists(st.integers(1, 12), min_size=1, max_size=900)
lengths = st.lists(st.integers(1, 90), min_size=1, max_size=60)


@given(sizes, lengths)
def test_every_word_belongs_to_one_window_that_sees_it(sizes: list[int], sentences: list[int]) -> None:
    starts = set(np.cumsum(sentences).tolist()) | {0}
    calls = []

    def score(begin: int, end: int) -> dict[str, np.ndarray]:
        calls.append((begin, end))
        assert sum(sizes[begin:end]) <= LENGTH - 2
        return {"sentence": np.cumsum([i in starts for i in range(begin, end)])}

    windows = list(read(sizes, score))
    at = 0
    for window in windows:
        assert window.begin <= window.own == at < window.until <= window.end
        at = window.until
    assert at == len(sizes)
    assert len(calls) == len(windows) <= len(sizes)


def test_a_sentence_is_not_parted() -> None:
    sentences = [40] * 30
    starts = set(np.cumsum(sentences).tolist()) | {0}
    windows = list(read([1] * 1200, lambda a, b: {"sentence": np.cumsum([i in starts for i in range(a, b)])}))
    assert all(window.own in starts for window in windows)
    assert all(window.own - window.begin >= 40 for window in windows[1:])
