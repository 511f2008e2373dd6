"""What is said goes on behind who says it with a participle: "Rebels took the port, {police said}, killing 12"."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.account.grammar.clauses import is_participle, sentence
from sayso.account.grammar.text import Text
from sayso.account.said.cues import cue_is
from sayso.account.said.saying import Saying
from sayso.model import Span
from sayso.reader import Reading, Words

WHEN = 5  # words between who says it and the comma before the participle, at most: "said on Sunday,"
LIKELY = 0.5  # how likely somebody must be the doer of what a participle tells


def with_deeds_behind(text: Text, found: list[Saying]) -> list[Saying]:
    """The acts of saying, each with what it says behind who says it, but for deeds told there that were taken for one
    of them: "…, officials said, {abandoning} its plans"."""
    starts = set[int]()
    added = {text.reading.starts[one.cue[0]] for one in found if one.cue and is_participle(text.reading, one.cue[0])}
    for saying in found:
        if len(saying.content) > 1 and saying.content[-1][0] in added:
            saying.content.pop()  # "…, she said, {adding} that it rained": that is another act
        if (at := _participle(text, saying, found)) is not None:
            saying.content.append(_to_the_end(text, at, found))
            starts.add(at)
    return [saying for saying in found if not saying.cue or saying.cue[0] not in starts]


def _participle(text: Text, saying: Saying, found: Iterable[Saying]) -> int | None:
    """The participle by which what is said goes on behind who says it."""
    reading, cue, source = text.reading, saying.cue, saying.source
    if not cue or not source or not saying.content or max(cue[0] - source[1], source[0] - cue[1]) > 1:
        return None
    first, behind = min(cue[0], source[0]), max(cue[1], source[1])
    last = text.words(saying.content[-1])
    told_before = last[1] <= first and reading.sentence[last[0]] == reading.sentence[first]
    if not told_before or text.quotations.around(saying.content[-1][1] - 1):
        return None
    end = sentence(reading, cue[0])[1]
    comma = next((i for i in range(behind, min(behind + WHEN, end - 2)) if reading.word(i) == ","), None)
    if comma is None or not is_participle(reading, comma + 1):
        return None
    says = any(cue_is(kind, reading.word(comma + 1)) for kind in ("saying", "thinking", "hearsay"))
    return None if says or not _is_of_told(reading, comma + 1, last) else comma + 1


def _is_of_told(reading: Reading, participle: int, told: Words) -> bool:
    """Whether a participle tells of what was told, and not how it was said: by the tree, or by who does it."""
    if told[0] <= reading.head[participle] < told[1]:
        return True
    happening = next((one for one in reading.happenings if one.trigger == participle), None)
    doers = happening.roles.get("actor", ()) if happening else ()
    return any(told[0] <= i < told[1] and likely >= LIKELY for i, likely in doers)


def _to_the_end(text: Text, at: int, found: Iterable[Saying]) -> Span:
    """The words from one to the end of its sentence, or to where somebody else speaks."""
    reading = text.reading
    end = sentence(reading, at)[1]
    others = (min(one.cue[0], one.source[0] if one.source else one.cue[0]) for one in found if one.cue)
    end = min([i for i in others if at < i < end], default=end)
    return text.trimmed((reading.starts[at], reading.ends[end - 1]))
