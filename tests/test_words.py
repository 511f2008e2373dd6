"""Text cut into words and paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reader.words import cut, paragraphs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia's air-strikes didn't stop.", "Russia 's air - strikes did n't stop ."),
        ("They’re U.S. officials, he said", "They ’re U.S. officials , he said"),
        ("Mr. Okello met Gen. J. Adeyemi at 9.30 a.m.", "Mr. Okello met Gen. J. Adeyemi at 9.30 a.m."),
        ("non-aligned, pro-government and US-led", "non-aligned , pro-government and US - led"),
        ("$1,250.50 or 3.5% of 20:00 on 9/11", "$ 1,250.50 or 3.5 % of 20:00 on 9/11"),
        ("“We can’t,” she said — twice…", "“ We ca n’t , ” she said — twice …"),
        ("the ministers' talks", "the ministers ' talks"),
        ("see https://example.org/a?b=c, @handle #tag", "see https://example.org/a?b=c, @handle #tag"),
        ("He cannot say No. 10 refused. No. It did.", "He can not say No. 10 refused . No . It did ."),
        ("in the 1990s, the 3rd time", "in the 1990s , the 3rd time"),
    ],
)
def test_words_are_cut_as_in_the_treebanks(text: str, words: str) -> None:
    starts, ends = cut(text)
    assert [text[a:b] for a, b in zip(starts, ends, strict=True)] == words.split()


@given(st.text())
def test_words_are_in_order_and_hold_all_but_space(text: str) -> None:
    starts, ends = cut(text)
    at = 0
    for start, end in zip(starts, ends, strict=True):
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


def test_a_line_is_a_paragraph() -> None:
    text = "Title here\nA first line. And more.\n\n“A second one.”"
    numbers = paragraphs(text, cut(text)[0])
    assert [numbers.count(n) for n in sorted(set(numbers))] == [2, 7, 6]


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    line = "the delegates from both sides met again on the island and did not"
    text = "\n".join([line] * 6) + " agree.\n\n" + "\n".join([line] * 4) + " agree."
    assert set(paragraphs(text, cut(text)[0])) == {0, 1}
