"""What single words tell of the force of a statement, beside the language model."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.account.forces import features, word_scores
from sayso.reader.labels import FORCES


def test_the_scores_are_probabilities_whatever_the_words() -> None:
    assert math.isclose(sum(map(math.exp, word_scores("said", "the road was closed"))), 1.0)


@given(st.text(), st.text())
def test_any_words(cue: str, said: str) -> None:
    scores = word_scores(cue, said)
    assert len(scores) == len(FORCES)
    assert math.isclose(sum(map(math.exp, scores)), 1.0, rel_tol=1e-6)


def test_pairs_the_opening_and_the_cue_count_too() -> None:
    found = features("said", "We will not talk")
    assert {"w we", "w not talk", "^ we will not", "c said"} <= set(found)
    assert "^ we will not talk" not in found


def test_a_word_of_many_counts_less() -> None:
    assert features("", "no")["w no"] > features("", "there was no road, no bridge and no ferry")["w no"]


@pytest.mark.parametrize(
    ("said", "more", "than"),
    [
        ("they must release the crew immediately", "demand", "promise"),
        ("how could this happen?", "question", "promise"),
        ("we are deeply concerned about the shelling", "concern", "announce"),
        ("if the dam breaks there could be a disaster", "warn", "praise"),
    ],
)
def test_some_words_speak_for_a_force(said: str, more: str, than: str) -> None:
    scores = dict(zip(FORCES, word_scores("said", said), strict=True))
    assert scores[more] > scores[than]
