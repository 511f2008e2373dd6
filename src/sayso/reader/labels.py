"""The labels the heads of the language model give, in the order of their scores.

Those that accounts have are the words of model.py, in the order in which they stand there: other weights go with it.
"""

from typing import get_args

from sayso.model import EventType, Force, Status

NAMES = ("PERSON", "LOCATION", "ORGANIZATION", "MISC")
TIMES = ("DATE", "TIME", "DURATION", "SET")
POS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
RELATIONS = (
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep",
    "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
    "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl",
    "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip
MENTIONS = (  # GUM's entity types; "" heads no mention
    "", "person", "organization", "place", "event", "object", "time", "abstract", "animal", "plant", "substance",
)  # fmt: skip
FORCES: tuple[str, ...] = get_args(Force)
ACTS = ("said", "thought", "neither")  # what a cue tells of: a statement, a state of mind, something else
CUE = ("", "begin", "inside")
EVENTS: tuple[str, ...] = ("", *get_args(EventType))  # PLOVER's types; "" is the trigger of no event
STATUSES: tuple[str, ...] = get_args(Status)
ROLES = ("actor", "recipient", "place", "time", "figure")  # what the words around an event's trigger are to it
