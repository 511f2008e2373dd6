"""Words that stand together: the sentence a word is in, the head of several, all that hangs on one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from sayso.reader import Reading, Words

NEAR = 6  # words from a preposition to the noun that it governs, at most


def sentence(reading: Reading, word: int) -> Words:
    """The sentence a word stands in."""
    low = high = word
    while low > 0 and reading.sentence[low - 1] == reading.sentence[word]:
        low -= 1
    while high < len(reading) and reading.sentence[high] == reading.sentence[word]:
        high += 1
    return low, high


def nearby(reading: Reading, word: int, reach: int = 12) -> Words:
    """The words of a sentence near one of them."""
    a = b = word
    while a > 0 and word - a < reach and reading.sentence[a - 1] == reading.sentence[word]:
        a -= 1
    while b < len(reading) and b - word <= reach and reading.sentence[b] == reading.sentence[word]:
        b += 1
    return a, b


def holds(words: Words, word: int) -> bool:
    """Whether a word is one of some words."""
    return words[0] <= word < words[1]


def head(reading: Reading, words: Words) -> int:
    """The word of several that the others hang on."""
    return next(
        (i for i in range(*words) if not words[0] <= reading.head[i] < words[1] or reading.head[i] == i), words[0]
    )


def phrase(reading: Reading, word: int) -> Words:
    """The whole phrase that a word is the head of."""
    return reading.mentions[word].words if word in reading.mentions else (word, word + 1)


def name_over(reading: Reading, edge: int) -> Words | None:
    """The name in which the edge before a word lies: that before "Romo" in "Ana Romo"."""
    k = bisect_left(reading.names, edge, key=lambda name: name.words[0]) - 1  # they are in order
    return reading.names[k].words if k >= 0 and edge < reading.names[k].words[1] else None


def under(reading: Reading, top: int) -> list[int]:
    """The words of the tree below a word, itself among them."""
    children: dict[int, list[int]] = {}
    for i in range(*sentence(reading, top)):
        if reading.head[i] != i:
            children.setdefault(reading.head[i], []).append(i)
    out, todo = [], [top]
    while todo:
        at = todo.pop()
        out.append(at)
        todo += children.get(at, [])
    return out


def aside(reading: Reading, word: int, trigger: int, opens: Callable[[int], bool], steps: int) -> int | None:
    """The verb of the clause that a word stands in and a trigger does not, of the nearest that `opens` holds of; None
    if there is none. steps: how far up the tree it is looked for."""
    clause = next((i for i in reading.upward(word, steps) if opens(i)), None)
    return None if clause is None or clause in reading.upward(trigger, steps) else clause


def is_participle(reading: Reading, i: int) -> bool:
    """Whether a word is a participle with which a clause of who speaks begins: "{Giving} evidence, she said"."""
    return reading.pos[i] == "VERB" and reading.word(i).endswith("ing")


def preposition(reading: Reading, word: int) -> str | None:
    """The preposition before a word: "to" of "said to the {king}"."""
    near = range(max(0, word - NEAR), word)
    before = (i for i in near if reading.head[i] == word and reading.relation[i] == "case")
    return next((reading.word(i).lower() for i in before), None)
