"""Whose is a message told of before, by which somebody goes on to speak: "the statement said"?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.discourse import Discourse, Figures
from sayso.account.grammar import valency
from sayso.account.named.terms import DEFINITE
from sayso.reader.reading import Words

SHORT = 3  # words of a phrase for a message that tells no more of it, at most
BESIDE = 3  # words from a message to its author, at most


def issuers(discourse: Discourse, words: Words) -> Figures:
    """Who issued the message that a speaker's words mean, as the text told before: "said in a {statement} … the
    {statement} added"; nobody where it does not tell."""
    reading, lower, (a, b) = discourse.reading, discourse.terms.lower, words
    bare = lower[a] in DEFINITE and 1 < b - a <= SHORT
    if not bare or not valency.is_one_of("issued", reading, b - 1):
        return ()
    called = set(lexicon.lemmas(lower[b - 1]))
    nouns = (i for i in range(a - 1, -1, -1) if reading.pos[i] == "NOUN")
    told = next((i for i in nouns if not called.isdisjoint(lexicon.lemmas(lower[i]))), None)
    return () if told is None else _behind(discourse, told)


def _behind(discourse: Discourse, paper: int) -> Figures:
    """Whoever is told to speak by a message, or to give one out."""
    reading = discourse.reading
    verb, relation = reading.head[paper], reading.relation[paper]
    for k, mention in enumerate(discourse.text.speakers):
        if mention.words is None or not mention.speaks:
            continue
        says = relation in ("nsubj", "obl") and mention.cue is not None and verb in range(*mention.cue)
        if says or paper in range(*mention.words) or paper < mention.words[0] <= paper + BESIDE:
            return tuple(one for one in discourse.found[k] if one.kind != "document")
    giver = (
        valency.subject(reading, verb) if relation == "obj" and valency.is_one_of("giving_out", reading, verb) else None
    )
    traces = (trace for trace in reversed(discourse.trail) if giver is not None and giver in range(*trace.words))
    return next((trace.figures for trace in traces), ())
