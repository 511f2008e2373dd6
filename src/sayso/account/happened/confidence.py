"""How likely an event proves right: what the model thinks of its telling, and how the sentence tells of it.

What a report tells in passing ("after the {raid}"), of what is wanted or may be, and by words that the lexicon does not
know is oftener no event, or another, than the model thinks."""

from __future__ import annotations

from math import exp, log

from sayso.account.happened.tellings import Telling
from sayso.model import Status
from sayso.reader.reading import Reading

# In log odds, fitted on annotated reports kept from training (Platt 1999). Of what is told here one annotator finds
# three in four right, another three in five: the scale of all, and the first, are set midway between the two.
ALWAYS, LIKELY = -0.28, 0.6  # the latter for each of the model's own
KNOWN, SHOWN = 0.77, 0.6  # the lexicon knows the word, or a saying shows its act; and by what stands with it
ASIDE, MEANT, UNREAL = -0.34, -0.68, -0.68
BESIDE = ("obl", "nmod", "compound", "appos", "amod", "acl", "advcl")  # relations by which a sentence tells in passing
FAR = 12  # steps up the tree


def confidence(reading: Reading, telling: Telling, status: Status) -> float:
    """From 0 to 1: of events given 0.9, nine in ten are right."""
    likely = min(max(telling.likely, 0.01), 0.99)
    odds = ALWAYS + LIKELY * log(likely / (1 - likely))
    odds += KNOWN * (telling.known is not None or telling.by_saying) + SHOWN * bool(telling.shown)
    relations = {reading.relation[i].partition(":")[0] for i in reading.upward(telling.trigger, FAR)}
    odds += ASIDE * (not relations.isdisjoint(BESIDE)) + MEANT * ("xcomp" in relations)
    odds += UNREAL * (status in ("possible", "demanded"))
    return 1 / (1 + exp(-odds))
