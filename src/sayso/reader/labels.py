"""The labels the heads of the language model give, in the order of their scores."""

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
FORCES = (
    "assert", "deny", "accuse", "warn", "demand", "request", "promise", "threaten", "praise", "criticize", "concern",
    "question", "agree", "reject", "announce",
)  # fmt: skip
ACTS = ("said", "thought", "neither")  # what a cue tells of: a statement, a state of mind, something else
CUE = ("", "begin", "inside")
EVENTS = (  # PLOVER's types; "" is the trigger of no event
    "", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES = ("fact", "claimed", "denied", "possible", "planned", "demanded")
ROLES = ("actor", "recipient", "place", "time", "figure")  # what the words around an event's trigger are to it
