"""Scores of heads made into trees."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.reader.tree import heads


def is_tree(tree: list[int]) -> bool:
    roots = [i for i, parent in enumerate(tree) if parent == i]
    if len(roots) != 1:
        return False
    for i in range(len(tree)):
        at = i
        for _ in tree:
            at = tree[at]
        if at != roots[0]:
            return False
    return True


scores = st.integers(1, 5).flatmap(lambda n: arrays(np.float32, (n, n), elements=st.floats(-20, 20, width=32)))


@given(scores)
@settings(max_examples=150)
def test_every_sentence_is_a_tree(score: np.ndarray) -> None:
    assert is_tree(heads(score))


def best(score: np.ndarray, root: int) -> float:
    n = len(score)
    trees = (t for t in itertools.product(range(n), repeat=n) if t[root] == root and is_tree(list(t)))
    return max(float(sum(score[i, parent] for i, parent in enumerate(tree))) for tree in trees)


@given(scores)
@settings(max_examples=60, deadline=None)
def test_the_tree_is_the_best_under_its_root(score: np.ndarray) -> None:
    tree = heads(score)
    root = next(i for i, parent in enumerate(tree) if parent == i)
    assert sum(score[i, parent] for i, parent in enumerate(tree)) == pytest.approx(best(score, root), abs=1e-3)
