"""Annotated texts cut into windows of one shape, with a target for every head.

A corpus gives `Document`s: words with whatever its annotators told about them. What a corpus does not tell is marked
with IGNORE, and the loss leaves it out; so one batch may hold windows of several corpora.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from sayso.reader import labels
from sayso.reader.pieces import LENGTH, Pieces, shape

IGNORE = -100
LINKS = 24  # attributions a window may hold; more are left out of the link loss
EVENTS = 24  # events, the same


@dataclass
class Link:
    """An attribution: the word its cue begins with, and the words of its source and content."""

    anchor: int
    source: list[int]
    content: list[int]
    force: int = IGNORE
    act: int = IGNORE
    known: bool = True  # whether source and content are annotated


@dataclass
class Happening:
    """An event: its trigger, and the words of whoever and whatever has a part in it, by labels.ROLES."""

    trigger: int
    roles: dict[str, list[int]]


@dataclass
class Document:
    """A text as its corpus annotates it. Each layer is a list over words, or None where the corpus is silent."""

    id: str
    words: list[str]
    paragraph: list[int]
    unit: list[int]  # windows are cut only between units: sentences or paragraphs
    source: list[int] | None = None
    cue: list[int] | None = None
    content: list[int] | None = None
    links: list[Link] = field(default_factory=list)
    name: list[int] | None = None
    sentence: list[int] | None = None  # 1 where a sentence starts
    pos: list[int] | None = None
    head: list[int] | None = None  # itself for a root
    relation: list[int] | None = None
    mention: list[int] | None = None  # type, at the head of each mention
    first: list[int] | None = None  # first and last word of the mention headed here, IGNORE elsewhere
    last: list[int] | None = None
    antecedent: list[int] | None = None  # head of the nearest earlier mention, itself if none; IGNORE if no mention
    mentions: list[tuple[int, int, str, str]] = field(default_factory=list)  # all there are, for scoring
    time: list[int] | None = None
    event: list[int] | None = None  # type, at the trigger of each event
    status: list[int] | None = None  # on what footing, at the triggers; IGNORE elsewhere
    again: list[int] | None = None  # whether an earlier trigger told of the same event, at the triggers
    happenings: list[Happening] = field(default_factory=list)


LAYERS = (
    "source", "cue", "content", "name", "sentence", "pos", "relation", "mention", "time", "event", "status", "again",
)  # fmt: skip
POINTERS = ("head", "first", "last", "antecedent")


def windows(document: Document, pieces: Pieces, offset: int = 0) -> Iterator[dict[str, np.ndarray]]:
    """The document in windows of at most LENGTH pieces, cut between units where the units are short enough.

    offset: words of the first window to leave out, so that epochs may cut a text at different places.
    """
    codes = [pieces(word) for word in document.words]
    n = len(codes)
    begin = offset
    while begin < n:
        end, size, cut = begin, 2, begin
        while end < n and size + len(codes[end]) <= LENGTH:
            size += len(codes[end])
            end += 1
            if end == n or document.unit[end] != document.unit[end - 1]:
                cut = end
        stop = cut if cut > begin else end
        yield _window(document, codes, begin, stop)
        begin = stop


def _window(document: Document, codes: Sequence[tuple[int, ...]], begin: int, end: int) -> dict[str, np.ndarray]:
    n = end - begin
    ids = np.zeros(LENGTH, np.int64)
    types = np.zeros(LENGTH, np.int64)
    first = np.zeros(LENGTH, np.int64)
    ids[0], at = Pieces.START, 1
    for i in range(begin, end):
        first[i - begin] = at
        opens = i == 0 or document.paragraph[i] != document.paragraph[i - 1]
        kind = shape(document.words[i], opens)
        for code in codes[i]:
            ids[at], types[at] = code, kind
            at += 1
    ids[at] = Pieces.END
    out = {"ids": ids, "types": types, "size": np.int64(at + 1), "first": first, "words": np.int64(n)}
    for layer in LAYERS:
        target = np.full(LENGTH, IGNORE, np.int64)
        values = getattr(document, layer)
        if values is not None:
            target[:n] = values[begin:end]
        out[layer] = target
    for layer in POINTERS:
        target = np.full(LENGTH, IGNORE, np.int64)
        values = getattr(document, layer)
        if values is not None:
            for i, value in enumerate(values[begin:end]):
                if begin <= value < end:
                    target[i] = value - begin
                elif value != IGNORE and layer == "antecedent":
                    target[i] = i  # it lies before the window: here the mention is the first
        out["to_" + layer] = target
    starts = np.zeros(LENGTH, np.int64)
    if document.sentence is not None:
        starts[:n] = document.sentence[begin:end]
    out["sentences"] = np.cumsum(starts)
    out["anchor"] = np.full(LINKS, IGNORE, np.int64)
    out["linked"] = np.zeros(LINKS, np.int64)
    out["force"] = np.full(LINKS, IGNORE, np.int64)
    out["act"] = np.full(LINKS, IGNORE, np.int64)
    out["link_source"] = np.zeros((LINKS, LENGTH), np.uint8)
    out["link_content"] = np.zeros((LINKS, LENGTH), np.uint8)
    inside = [link for link in document.links if begin <= link.anchor < end]
    for k, link in enumerate(inside[:LINKS]):
        out["anchor"][k] = link.anchor - begin
        out["linked"][k] = link.known
        out["force"][k], out["act"][k] = link.force, link.act
        for name, members in (("link_source", link.source), ("link_content", link.content)):
            out[name][k, [i - begin for i in members if begin <= i < end]] = 1
    out["trigger"] = np.full(EVENTS, IGNORE, np.int64)
    out["roles"] = np.zeros((len(labels.ROLES), EVENTS, LENGTH), np.uint8)
    happening = [event for event in document.happenings if begin <= event.trigger < end]
    for k, event in enumerate(happening[:EVENTS]):
        out["trigger"][k] = event.trigger - begin
        for role, name in enumerate(labels.ROLES):
            filled = [i - begin for i in event.roles.get(name, ()) if begin <= i < end and i != event.trigger]
            out["roles"][role, k, filled or event.trigger - begin] = 1  # the trigger itself: nothing fills the role
    return out


def tags(spans: Sequence[tuple[int, int, str]], names: Sequence[str], n: int) -> list[int]:
    """Begin-inside-outside tags over n words: 0 outside, then two for each name."""
    out = [0] * n
    for start, end, name in spans:
        code = 1 + 2 * names.index(name)
        for i in range(start, end):
            out[i] = code + (i > start)
    return out
