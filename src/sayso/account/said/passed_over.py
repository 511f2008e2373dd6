"""What is said by words that the model passes over: the figures of a poll, and whom an aside links to a deed."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import phrase, under
from sayso.account.grammar.text import Text
from sayso.account.said.saying import Saying
from sayso.model import Force
from sayso.reader import Reading, Words


def passed_over(text: Text, found: Iterable[Saying]) -> list[Saying]:
    """The acts of saying that are not among those found."""
    reading = text.reading
    known = {i for saying in found if saying.cue for i in range(*saying.cue)}
    out: list[Saying] = []
    for verb in (i for i in range(len(reading)) if reading.pos[i] == "VERB" and i not in known):
        source = _poll(reading, verb) or _who_links(reading, verb)
        behind = _behind(reading, verb) if source else []
        if source is None or not behind or not text.is_prose(reading.span((verb, verb + 1))):
            continue
        content = text.trimmed(reading.span((verb + 1, max(behind) + 1)))
        if text.tells(content) and not text.quotations.around(content[0]):
            force: Force | None = "accuse" if valency.is_one_of("linking", reading, verb) else None
            out.append(Saying((verb, verb + 1), source, [content], force=force))
    return out


def _behind(reading: Reading, verb: int) -> list[int]:
    """The words behind a verb that hang on it, without those of another that is joined to it."""
    joined = {k for i in valency.parts(reading, verb, "conj", "parataxis") for k in (*under(reading, i), i - 1)}
    return [i for i in under(reading, verb) if i > verb and i not in joined]


def _poll(reading: Reading, verb: int) -> Words | None:
    """The poll that gives somebody a figure: "{an exit poll} gave her 41 percent"."""
    if not valency.is_one_of("polling", reading, verb):
        return None
    subject = next((i for i in valency.parts(reading, verb, "nsubj") if i < verb), None)
    if subject is None or not valency.is_one_of("poll", reading, subject):
        return None
    told = any(reading.pos[i] == "NUM" for i in under(reading, verb) if i > verb)
    return phrase(reading, subject) if told else None


def _who_links(reading: Reading, verb: int) -> Words | None:
    """Who links whom an aside tells of to a deed: "a gang which {prosecutors} have linked to three robberies"."""
    deed = valency.governed(reading, verb, "to") if valency.is_one_of("linking", reading, verb) else None
    named = None if deed is None else reading.mentions.get(deed)
    if named is None or named.kind != "event":
        return None
    subject = next((i for i in valency.parts(reading, verb, "nsubj") if i < verb and _is_body(reading, i)), None)
    if subject is None or valency.has(reading, verb, "aux:pass"):
        return None
    words = phrase(reading, subject)
    relative = words[0] > 0 and valency.is_word("relative", reading, words[0] - 1)
    return words if relative else None


def _is_body(reading: Reading, word: int) -> bool:
    """Whether a word names people or a body."""
    return reading.pos[word] in ("NOUN", "PROPN") and whom.is_somebody(reading, word)
