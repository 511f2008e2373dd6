"""Scores of heads made into trees: one root a sentence, no cycles."""

from __future__ import annotations

import numpy as np


def heads(scores: np.ndarray) -> list[int]:
    """The head of each word of a sentence, itself for the root. scores[i, j]: of j as the head of i; [i, i]: of i as
    the root. Takes each word's best head where these make a tree, else the best tree (Chu & Liu 1965, Edmonds 1967)."""
    best = scores.argmax(1)
    roots = np.flatnonzero(best == np.arange(len(best)))
    if len(roots) == 1 and _reaches(best, int(roots[0])):
        return [int(parent) for parent in best]
    # One root alone: the word that loses least by being it.
    own = scores.diagonal()
    others = scores.copy()
    np.fill_diagonal(others, -np.inf)
    root = int((own - np.where(np.isneginf(others.max(1)), 0, others.max(1))).argmax()) if len(best) > 1 else 0
    others[root] = -np.inf
    tree = _arborescence(others, root)
    tree[root] = root
    return tree


def _reaches(head: np.ndarray, root: int) -> bool:
    at = head
    for _ in range(len(head).bit_length()):
        at = at[at]  # pointer doubling: after k rounds, the ancestor 2**k up
    return bool((at == root).all())


def _arborescence(scores: np.ndarray, root: int) -> list[int]:
    n = len(scores)
    head = [int(j) for j in scores.argmax(1)]
    head[root] = root
    ring = _cycle(head, root)
    if not ring:
        return head
    cycle = np.array(ring)
    inside = np.zeros(n, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, np.array(head)[cycle]]
    # The cycle becomes one node, numbered last: into it, what breaking it at a word costs; out of it, its best word.
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    small[-1, :-1] = entering.max(0)
    leaving = scores[np.ix_(outside, cycle)]
    small[:-1, -1] = leaving.max(1)
    solved = _arborescence(small, int(np.flatnonzero(outside == root)[0]))
    for place, word in enumerate(outside):
        if word == root:
            continue
        parent = solved[place]
        head[word] = int(outside[parent]) if parent < len(outside) else ring[int(leaving[place].argmax())]
    broken = ring[int(entering[:, solved[-1]].argmax())]
    head[broken] = int(outside[solved[-1]])
    return head


def _cycle(head: list[int], root: int) -> list[int]:
    state = [0] * len(head)
    state[root] = 2
    for start in range(len(head)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = head[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for i in path:
            state[i] = 2
    return []
