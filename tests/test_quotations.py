"""What stands in quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.account.grammar.quotations import Quotations, quoted
from sayso.account.grammar.spans import merged


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "we will go" and left.', ["we will go"]),
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        ('"A first paragraph goes on.\n"And ends here," he said.', ["A first paragraph goes on.", "And ends here,"]),
        ("”They are afraid of us,” he said.", ["They are afraid of us,"]),
        ("« Nous partons », a-t-il dit.", ["Nous partons"]),
        ("No quotation here, only 5' 10\" of height.", []),
        ("“Never closed. He left.", ["Never closed. He left."]),
        ('"" and nothing', []),
        # Opened within a sentence and never closed, it ends with that; a paragraph on, it may go on.
        ("He was “ at peace. The sea rose. She was “sure” of it.", ["at peace.", "sure"]),
        ("He was “at peace with all. The sea rose.", ["at peace with all."]),
        ("He was “at peace with all. The sea rose.\n“And fell.”", ["at peace with all. The sea rose.", "And fell."]),
    ],
)
def test_quotations_are_found_whatever_marks_the_outlet_uses(text: str, inside: list[str]) -> None:
    assert [text[a:b] for a, b in quoted(text)] == inside


def test_single_marks_count_where_an_outlet_uses_no_others() -> None:
    text = "The minister's aide called it 'a shabby trick' and went."
    assert [text[a:b] for a, b in Quotations(text).spans] == ["a shabby trick"]


def test_shares_and_places() -> None:
    text = "He called it “a farce” again."
    found = Quotations(text)
    (span,) = found.spans
    assert found.around(span[0]) == span
    assert found.around(0) is None
    assert found.share([span]) == 1.0
    assert found.share([(0, 5)]) == 0.0
    assert found.touching((0, len(text))) == [span]


def test_a_sentence_in_single_marks_is_quoted_beside_double_ones() -> None:
    text = "He called it “a farce”. She said: ‘It is the workers who won’t go.’ Its ‘sad’ end came."
    assert [text[a:b] for a, b in Quotations(text).spans] == ["a farce", "It is the workers who won’t go."]


@given(st.text(alphabet="ab .,\n\"“”‘’'«»([", max_size=60))
def test_quotations_lie_in_the_text_in_order(text: str) -> None:
    at = 0
    for start, end in quoted(text):
        assert at <= start < end <= len(text)
        at = end


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda p: (p[0], p[0] + p[1]))))
def test_merged_spans_hold_the_same_characters(spans: list[tuple[int, int]]) -> None:
    held = {i for a, b in spans for i in range(a, b)}
    out = merged(spans)
    assert {i for a, b in out for i in range(a, b)} == held
    assert all(a[1] < b[0] for a, b in pairwise(out))
