"""What the language model found in a report: words with tags, a tree over each sentence, names, mentions, times and
attributions. Everything is counted in words; `Reading.span` turns words into characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.model import Span

Words = tuple[int, int]  # first word, and the word after the last


@dataclass(frozen=True, slots=True)
class Name:
    """A bare proper name without title or article: "Sergey Lavrov" of "Russian Foreign Minister Sergey Lavrov"."""

    words: Words
    kind: str  # PERSON LOCATION ORGANIZATION MISC


@dataclass(frozen=True, slots=True)
class Mention:
    """A whole noun phrase that refers to something: "Russian Foreign Minister Sergey Lavrov", "the ministry", "he"."""

    words: Words
    head: int
    kind: str  # GUM's types: person organization place event object time abstract animal plant substance
    antecedent: int | None  # head of the nearest earlier mention of the same thing, if the model sees one


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time expression and its TIMEX3 type."""

    words: Words
    type: str  # DATE TIME DURATION SET


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue of saying with the source it names and what it says, as the model links them."""

    cue: Words
    source: Words | None
    content: tuple[Words, ...]
    forces: tuple[float, ...]  # probability of each of labels.FORCES
    acts: tuple[float, ...]  # probability of each of labels.ACTS
    score: float  # how sure the model is of the cue, 0 to 1


@dataclass(frozen=True, slots=True)
class Happening:
    """A word that may tell of an event, as the model sees it."""

    trigger: int
    types: tuple[float, ...]  # probability of each of labels.EVENTS, of none first
    statuses: tuple[float, ...]  # of each of labels.STATUSES
    again: float  # that the text told of the same event before
    roles: dict[str, tuple[tuple[int, float], ...]]  # for each of labels.ROLES words and how likely they fill it


@dataclass(slots=True)
class Reading:
    """A report read. Lists run over words unless they say otherwise."""

    text: str
    starts: list[int]  # first character of each word
    ends: list[int]  # character after the last
    paragraph: list[int]  # number of the paragraph (line) a word stands in
    sentence: list[int]  # number of the sentence
    pos: list[str]  # Universal Dependencies part of speech
    head: list[int]  # word it depends on; itself for the root of a sentence
    relation: list[str]  # Universal Dependencies relation to the head, without subtype
    names: list[Name] = field(default_factory=list)  # in order, not overlapping
    mentions: dict[int, Mention] = field(default_factory=dict)  # by head, in order
    times: list[TimeWords] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)  # by cue
    happenings: list[Happening] = field(default_factory=list)  # by trigger

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, i: int) -> str:
        """Word `i` as it stands in the text."""
        return self.text[self.starts[i] : self.ends[i]]

    def upward(self, word: int, steps: int) -> Iterator[int]:
        """A word and those above it in its tree, at most so many in all: a tree gone wrong costs no more."""
        for _ in range(steps):
            yield word
            if self.head[word] == word:
                return
            word = self.head[word]

    def within(self, span: Span) -> Words:
        """The words that a span of characters touches; empty where it touches none."""
        return bisect_right(self.ends, span[0]), bisect_left(self.starts, span[1])

    def span(self, words: Words) -> Span:
        """The characters from the first of `words` to the last."""
        return self.starts[words[0]], self.ends[words[1] - 1]

    def string(self, words: Words) -> str:
        """The text from the first of `words` to the last."""
        return self.text[slice(*self.span(words))]
