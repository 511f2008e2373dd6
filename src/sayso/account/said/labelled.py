"""Whose words does a label tell: turns of a transcript, words with a name under them?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.account.grammar import valency
from sayso.account.grammar.clauses import head
from sayso.account.grammar.spans import Spans, outside, overlap
from sayso.account.grammar.text import Text
from sayso.account.said.saying import Saying
from sayso.model import Force, Span
from sayso.reader import Reading, Words

TURN = 3  # paragraphs by which a turn of a transcript goes on behind its own, at most
TALK = 3  # turns of a transcript, at least

_TURN = re.compile(
    r"[\"“]?(?:(?P<letter>[QA])|(?P<name>[A-Z][\w.'’-]*(?: [A-Z(][\w.'’)-]*){0,5}))(?P<mark>[:.])\s+(?=\S)"
)
_LINE = re.compile(r"[^\n\r]+")
_SIGNED = re.compile(
    r"(?P<said>.*\S)\s*(?P<mark>[―—–]|--)\s*(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}?)"
    r"(?P<handle> \(@\w+\).*|, [^,;:]{1,60})?\.?\s*"
)
_QUOTED = re.compile(r"[\"“”„«‘'].*[\"“”»’'][.,;]?")
_LINKS = re.compile(r"\s*(?:https?://|pic\.twitter\.com/).*")


# --- turns ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph of a transcript that opens with who speaks."""

    label: re.Match[str]
    end: int  # of the paragraph

    @property
    def speaker(self) -> str:
        """The name or the letter by which whoever speaks is called."""
        return self.label["name"] or self.label["letter"]


def with_turns(text: Text, found: list[Saying]) -> list[Saying]:
    """What is said, with the turns of a transcript. What the model makes of a turn as a whole gives way to it."""
    turns = _turns(text)
    if len(turns) < TALK or len({turn.speaker for turn in turns}) < 2:
        return found  # "Photos: …" thrice is no talk
    told = sorted(text.reading.starts[saying.cue[0]] for saying in found if saying.cue and saying.source)
    ends = [*(turn.label.start() for turn in turns[1:]), turns[-1].end]
    said = (_said_in(text, turn, _carried(text, told, turn.end, end)) for turn, end in zip(turns, ends, strict=True))
    out = [one for one in said if one is not None]
    answering = _interviewed(text.reading, found, turns[0].label.start())
    for saying in out if answering else ():
        if saying.nameless and saying.force != "question":
            saying.source, saying.nameless = answering, False
    labels = {(one.label.start(), one.end): (one.label.start(), one.label.end("mark")) for one in turns}
    return _yielding(text, found, labels) + out


def _turns(text: Text) -> list[Turn]:
    """The lines that begin with a name and a colon, or Q and A, of those who speak more than once."""
    lines = (line.span() for line in _LINE.finditer(text.text))
    matches = ((_TURN.match(text.text, start, end), end) for start, end in lines)
    turns = [
        Turn(label, end)
        for label, end in matches
        if label and (label["mark"] == ":" or label["letter"]) and label.end() < end
    ]
    times = Counter(turn.speaker for turn in turns)
    return [turn for turn in turns if times[turn.speaker] > 1]


def _said_in(text: Text, turn: Turn, carried: Sequence[Span]) -> Saying | None:
    """What is said in a turn and the paragraphs by which it goes on."""
    label, letter = turn.label, turn.label["letter"]
    pieces = [piece for piece in (text.trimmed((label.end(), turn.end)), *carried) if text.tells(piece)]
    if not pieces:
        return None
    said = text.text[label.end() : max(turn.end, pieces[-1][1] + 1)].rstrip('"” \n\r')
    force: Force | None = "question" if letter == "Q" or (said.endswith("?") and letter != "A") else None
    if letter:
        return Saying(None, None, pieces, force, "direct", nameless=True)
    return Saying(text.words(label.span("mark")), text.words(label.span("name")), pieces, force, "direct")


def _interviewed(reading: Reading, found: Iterable[Saying], start: int) -> Words | None:
    """Who is told before a talk to give it: "{Ana Ruiz} spoke to the Herald"; nobody where several are."""
    giving = {
        saying.source
        for saying in found
        if saying.cue and saying.source and reading.starts[saying.cue[0]] < start
        if valency.is_one_of("interviewing", reading, head(reading, saying.cue))
    }
    return giving.pop() if len(giving) == 1 else None


def _carried(text: Text, told: Sequence[int], start: int, until: int) -> list[Span]:
    """The paragraphs by which a turn goes on until the next one, if the report itself has no word among them.

    told: where the cues stand by which the report tells who says something."""
    if bisect_left(told, start) < bisect_left(told, until):
        return []
    paragraphs = [line.span() for line in _LINE.finditer(text.text, start, until)]
    return [text.trimmed(span) for span in paragraphs if text.is_prose(span)] if len(paragraphs) <= TURN else []


# --- signatures -------------------------------------------------------------------------------------------------------


def with_signed(text: Text, found: Iterable[Saying]) -> list[Saying]:
    """What is said, with words that have a name under them given to whom it names: a quotation or a post, a dash, and
    who wrote it."""
    signed, labels = list[Saying](), dict[Span, Span]()
    for line in _LINE.finditer(text.text):
        match = _SIGNED.fullmatch(text.text, *line.span())
        said = _over_signature(text, match) if match else None
        if match and said and text.tells(said):
            signed.append(Saying(text.words(match.span("mark")), text.words(match.span("name")), [said]))
            labels[line.span()] = match.start("mark"), line.end()
    return _yielding(text, found, labels) + signed


def _over_signature(text: Text, match: re.Match[str]) -> Span | None:
    """The words to which a name is put; None where the dash before it is one within a sentence."""
    start, end = match.span("said")
    if not text.is_prose(match.span("name")):
        return None
    if (match["handle"] or "").startswith(" (@"):
        link = _LINKS.search(text.text, start, end)
        return text.trimmed((start, link.start() if link else end))
    return text.trimmed((start, end)) if _QUOTED.fullmatch(text.text, start, end) else None


# --- what gives way ---------------------------------------------------------------------------------------------------


def _yielding(text: Text, found: Iterable[Saying], parts: Mapping[Span, Span]) -> list[Saying]:
    """What is said without some parts of the text, each with the label that tells who speaks there: only what somebody
    else is told there to say stays."""
    reading, out, whole = text.reading, list[Saying](), Spans(sorted(parts))
    for saying in found:
        at = reading.starts[saying.cue[0]] if saying.cue else saying.content[0][0] if saying.content else 0
        if (part := whole.around(at)) is None:
            holes = [hole for piece in saying.content for hole in whole.touching(piece)]
            saying.content = outside(saying.content, holes)
        elif not saying.source or any(
            overlap(reading.span(words), parts[part]) for words in (saying.source, saying.cue) if words
        ):
            continue
        out.append(saying)
    return out
