"""The tags source, cue and content, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np

from evaluation.counts import Count
from sayso.reader import Network
from training.windows import Document

THRESHOLD = 0.5
TAGS = ("source", "cue", "content")

Tagged = dict[str, list[int]]  # for each tag the words that have it


def tagger(network: Network) -> Callable[[Document], Tagged]:
    """The tags the model gives a document's words. A text with several annotators is read once."""

    @lru_cache(maxsize=1)
    def tagged(words: tuple[str, ...], paragraph: tuple[int, ...]) -> Tagged:
        found: Tagged = {tag: [] for tag in TAGS}
        for window in network.windows(words, paragraph):
            own = slice(window.own - window.begin, window.until - window.begin)
            given = {
                "source": window.scores["source"][own] >= THRESHOLD,
                "cue": window.scores["cue"][own].argmax(1) > 0,
                "content": window.scores["content"][own] >= THRESHOLD,
            }
            for tag, mask in given.items():
                found[tag] += (np.flatnonzero(mask) + window.own).tolist()
        return found

    return lambda document: tagged(tuple(document.words), tuple(document.paragraph))


def annotated(layer: Sequence[int] | None) -> list[int]:
    """The words that a layer of a document marks."""
    return [i for i, mark in enumerate(layer or ()) if mark]


def score(network: Network, documents: Iterable[Document]) -> dict[str, float]:
    """F1 over words, each word in or out of the tag: source and content if the model gives them .5 or more, cue if
    beginning or inside one is likelier than neither. A text with several annotators counts once for each."""
    counts = {tag: Count() for tag in TAGS}
    tagged = tagger(network)
    for document in documents:
        given = tagged(document)
        for tag, count in counts.items():
            count.add(annotated(getattr(document, tag)), given[tag])
    return {tag: count.f1 for tag, count in counts.items()}
