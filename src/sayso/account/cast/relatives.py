"""Whom does a relative pronoun mean: "a guest, wrapped in a flag, {who} left"?"""

from __future__ import annotations

from sayso.account.cast.discourse import Discourse, Figures, Refer, Trace
from sayso.reader.reading import Words

APART = 4  # words from a thing to the people behind it, at most
PEOPLE, THINGS = ("person", "organization"), ("object", "abstract", "event")  # kinds of mentions


def antecedent(discourse: Discourse, at: int, refer: Refer) -> Figures:
    """ "who", "which": the phrase right before, if it may mean that."""
    reading, who = discourse.reading, discourse.terms.lower[at] == "who"
    noun = _noun(discourse, at, who)
    if who and (nearest := _behind_thing(discourse, at, noun)) is not None:
        return refer(nearest, discourse.text.speaker_at.get(at))
    before = [trace for trace in discourse.trail if _may_be_meant(discourse, trace, at, who)]
    beside = [trace for trace in before if at - 1 <= trace.words[1] <= at]
    exact = beside or [trace for trace in before if trace.words[0] <= noun < trace.words[1]]
    if exact:
        return exact[-1].figures
    if noun >= 0:
        mention = reading.mentions.get(noun)
        start = mention.words[0] if mention else noun
        if start < at:
            return refer((start, max(noun + 1, start + 1)), discourse.text.speaker_at.get(at))
    return before[-1].figures if before else ()


def _noun(discourse: Discourse, at: int, who: bool) -> int:
    """The noun that a relative clause is of by the tree; -1 if none, or one that "who" cannot mean."""
    reading = discourse.reading
    verb = reading.head[at]
    if not reading.relation[verb].startswith("acl"):
        return -1
    mention = reading.mentions.get(reading.head[verb])
    return -1 if who and mention is not None and mention.kind in THINGS else reading.head[verb]


def _may_be_meant(discourse: Discourse, trace: Trace, at: int, who: bool) -> bool:
    sentence, start = discourse.reading.sentence, trace.words[0]
    here = start < at and sentence[start] == sentence[at] and not trace.modifier
    return here and not (who and all(figure.kind == "document" for figure in trace.figures))


def _behind_thing(discourse: Discourse, who: int, noun: int) -> Words | None:
    """The people right before "who" of whom a clause tells by the tree, where they stand behind a thing that parts them
    from another: "the target of threats from {gangs} who say"."""
    mentions = discourse.reading.mentions
    people = mentions.get(noun)
    if noun != who - 1 or people is None or people.kind not in PEOPLE:
        return None
    near = (mentions.get(i) for i in range(max(0, people.words[0] - APART), people.words[0]))
    things = (one for one in near if one is not None and one.kind in THINGS)
    return (people.words[0], who) if any(people.words[0] < one.words[1] for one in things) else None
