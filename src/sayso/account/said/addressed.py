"""To whom and when is something said?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head, preposition, sentence
from sayso.account.grammar.spans import overlap
from sayso.account.grammar.text import Text
from sayso.account.said.cues import cue_is
from sayso.model import Span
from sayso.reader import Reading, Words

HEARERS = ("person", "organization", "place")  # kinds of mentions that may be told something


def hears(reading: Reading, cue: Words, source: Words) -> bool:
    """Whether a source is the one told: "a court heard that", "the jury was told"."""
    verb = head(reading, cue)
    own = [i for i in range(*source) if reading.head[i] == verb]
    listens = cue_is("hearing", reading.word(verb)) and any(reading.relation[i] == "nsubj" for i in own)
    return listens or _is_told(reading, verb, source, own) or _is_named_last(reading, verb, cue, source)


def _is_told(reading: Reading, verb: int, source: Words, own: Iterable[int]) -> bool:
    """Whether the passive of a verb of telling says that a source is told something. own: words of the source that hang
    on the verb."""
    if not cue_is("telling", reading.word(verb)) or _informs(reading, verb, source):
        return False
    sufferer = valency.sufferer(reading, verb)  # "had been beaten and {threatened}"
    # That of the quotation before is not the source's: "… the {position} given," a spokesman told reporters.
    if sufferer is None or any(reading.relation[i] == "nsubj" and i != sufferer for i in own):
        return False
    agent = valency.governed(reading, verb, "by")
    return agent is None or not source[0] <= agent < source[1]


def _informs(reading: Reading, verb: int, source: Words) -> bool:
    """Whether a source tells what stands before it, though nobody is named whom it tells: "the road is shut, {the
    clerk} informed"."""
    before = any(i < source[0] for i in valency.parts(reading, verb, "ccomp", "xcomp", "dep"))
    parted = source[0] > 0 and reading.word(source[0] - 1) == ","
    return before and parted and source[1] <= verb and not valency.has(reading, verb, "aux", "aux:pass")


def _is_named_last(reading: Reading, verb: int, cue: Words, source: Words) -> bool:
    """Whether a verb of telling ends a headline, in which it tells nobody: "Wife was hit, {court} told"."""
    low, high = sentence(reading, verb)
    ends = all(reading.pos[i] == "PUNCT" for i in range(cue[1], high))
    return ends and source[0] > low and valency.is_one_of("telling", reading, verb)


def addressee(reading: Reading, cue: Words, source: Words | None) -> Words | None:
    """Whom something is said to: the object of a verb of telling, or "to somebody" under a verb of saying."""
    for verb in (i for i in range(*cue) if reading.pos[i] == "VERB"):
        for i in range(verb + 1, sentence(reading, verb)[1]):
            mention = reading.mentions.get(i)
            if reading.head[i] != verb or mention is None or mention.kind not in HEARERS:
                continue
            speaks = source is not None and source[0] <= i < source[1]
            points = reading.word(mention.words[0]).lower() in ("what", "that", "this")
            if not speaks and not points and _is_addressed(reading, cue, verb, i):
                return mention.words
    return None


def _is_addressed(reading: Reading, cue: Words, verb: int, hearer: int) -> bool:
    """Whether what hangs on a verb of a cue tells whom it is said to: "told {reporters}", "said to {reporters}", but
    not "pointed to {the clerk}"."""
    relation = reading.relation[hearer]
    if relation in ("obj", "iobj") and cue_is("telling", reading.word(verb)):
        return True
    if relation != "obl" or preposition(reading, hearer) != "to" or valency.is_one_of("pointing", reading, verb):
        return False
    return any(cue_is("saying", reading.word(i)) or valency.is_one_of("message", reading, i) for i in range(*cue))


def when(text: Text, cue: Words, content: Sequence[Span]) -> Words | None:
    """The time expression that hangs on the cue and stands outside what is said."""
    reading = text.reading
    for words in text.times.get(reading.sentence[cue[0]], []):
        if any(overlap(reading.span(words), piece) for piece in content):
            continue
        heads = {reading.head[i] for i in range(*words)} - set(range(*words))
        if heads & set(range(*cue)):
            return words
    return None
