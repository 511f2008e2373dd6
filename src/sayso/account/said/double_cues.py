"""Which cues tell of one act of saying, and which of but a part of another's?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head
from sayso.account.grammar.spans import length, overlap
from sayso.account.grammar.text import Text
from sayso.account.said.cues import is_naming
from sayso.account.said.pieces import clean_pieces
from sayso.account.said.saying import Saying
from sayso.model import Span
from sayso.reader import Reading, Words

SAME = 0.7  # two cues side by side are one act of saying if their contents agree so far
APART = 6  # words between them, at most
LONG = 4  # words of the cue that they are together, at most, where the second says more


def one_for_each_act(text: Text, found: Iterable[Saying]) -> list[Saying]:
    """What is said, with two cues for one act as one: "was quoted", "saying"."""
    out: list[Saying] = []
    for saying in found:
        if out and _is_same_act(text.reading, out[-1], saying):
            out[-1] = _as_one(text, out[-1], saying)
        else:
            out.append(saying)
    return out


def _as_one(text: Text, before: Saying, saying: Saying) -> Saying:
    """Two sayings that are one act: the one that says more, with the cues and sources of both."""
    assert before.cue is not None and saying.cue is not None
    keep = max((before, saying), key=lambda one: length(one.content))
    cue = min(before.cue, saying.cue)[0], max(before.cue[1], saying.cue[1])
    keep.cue = before.cue if keep is saying and cue[1] - cue[0] > LONG else cue
    keep.source = before.source or saying.source
    keep.through = before.through or saying.through
    keep.content = clean_pieces(text, keep.content, [text.reading.span(keep.cue)])
    return keep


def _is_same_act(reading: Reading, before: Saying, saying: Saying) -> bool:
    """Whether two cues in one sentence with no word of weight between them tell the same of one who speaks."""
    if before.cue is None or saying.cue is None or _are_apart(reading, before.cue, saying.cue):
        return False
    between = range(before.cue[1], saying.cue[0])
    linked = valency.is_word("likewise", reading, saying.cue[0]) and any(reading.word(i) == "as" for i in between)
    one_source = not before.source or not saying.source or before.source == saying.source
    return (linked or len(between) <= 1) and one_source and _agree(before.content, saying.content)


def _are_apart(reading: Reading, cue: Words, other: Words) -> bool:
    """Whether two cues tell each of an act of its own, by how they stand to each other."""
    between = range(cue[1], other[0])
    if len(between) > APART or reading.sentence[cue[0]] != reading.sentence[other[0]]:
        return True
    if any(reading.pos[i] in ("CCONJ", "VERB", "SCONJ") and reading.word(i) != "as" for i in between):
        return True
    if is_naming(reading, cue) and reading.pos[other[0]] == "NOUN":
        return True  # "called reports that it had fled a lie"
    # "Says it warned them".
    return any(reading.relation[i] in valency.SUBJECTS and other[0] <= reading.head[i] < other[1] for i in between)


def _agree(content: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether the shorter of two contents lies in the other for the most part."""
    shared = sum(overlap(one, part) for one in content for part in other)
    shorter = min(length(content), length(other))
    return shorter > 0 and shared / shorter >= SAME


def outermost(reading: Reading, found: Sequence[Saying]) -> list[Saying]:
    """Sayings that are no part of another; only those with words in one sentence are held against each other."""
    beside: dict[int, list[Saying]] = {}
    for saying in found:
        if saying.cue and saying.source:
            for number in {reading.sentence[i] for i in (*range(*saying.cue), saying.source[0])}:
                beside.setdefault(number, []).append(saying)
    return [
        saying
        for saying in found
        if not saying.cue
        or not any(
            _is_part(reading, saying, other)
            for number in {reading.sentence[i] for i in range(*saying.cue)}
            for other in beside.get(number, ())
        )
    ]


def _is_part(reading: Reading, saying: Saying, other: Saying) -> bool:
    """Whether a cue tells of but a part of another's act: "{claimed}" of "had earlier claimed", a noun of saying of
    which another says something, a verb that tells where another's words were spoken."""
    if saying is other or not saying.cue or not other.cue or not other.source:
        return False
    if other.cue[0] <= saying.cue[0] and saying.cue[1] <= other.cue[1] and saying.cue != other.cue:
        return True
    at = head(reading, saying.cue)
    if reading.sentence[at] != reading.sentence[other.source[0]]:
        return False
    if reading.pos[at] == "NOUN":
        return _is_answered(reading, at, other.cue, other.source) or (
            any(overlap(one, part) for one in saying.content for part in other.content)
            and _is_noun_of(reading, at, other.cue, other.source)
        )
    return _is_setting(reading, at, saying, other)


def _is_answered(reading: Reading, noun: int, cue: Words, source: Words) -> bool:
    """Whether a noun of saying opens another's answer: "a {claim} that the union calls false"."""
    behind = noun < source[0] <= noun + 2 and source[1] <= cue[0] and reading.word(noun + 1) != ","
    return behind and valency.is_word("indefinite", reading, noun - 1)


def _is_noun_of(reading: Reading, noun: int, cue: Words, source: Words) -> bool:
    """Whether a noun of saying belongs to another's cue: what he calls something ("calls the {claim} that it fled
    false"), where he says it ("says in the {petition} that"), or a part of who does ("{reports} seen by the bank
    show")."""
    called = is_naming(reading, cue) and reading.head[noun] == head(reading, cue)
    where = valency.governed(reading, head(reading, cue), "in") == noun
    return called or where or source[0] <= noun < source[1]


def _is_setting(reading: Reading, verb: int, saying: Saying, other: Saying) -> bool:
    """Whether a verb tells where another's words were spoken: "the envoy, {speaking} in Oslo, said"."""
    if not saying.cue or not other.cue or not valency.is_one_of("speaking", reading, verb):
        return False
    before = saying.cue[0] < other.cue[0] and reading.word(verb).endswith("ing")
    return before and saying.source == other.source and saying.content == other.content
