"""Which forces are alike in what is done by saying something: is it held to be so, judged, opposed, asked for?"""

from __future__ import annotations

from sayso.model import Force

OPPOSING: tuple[Force, ...] = ("deny", "reject")  # what another says, or wants
BLAMING: tuple[Force, ...] = ("accuse", "criticize")  # somebody for something
ASKING: tuple[Force, ...] = ("demand", "request")  # for what others are to do
COMMITTING: tuple[Force, ...] = ("promise", "threaten")  # whoever speaks to what he is to do
DISCLOSING: tuple[Force, ...] = ("announce", "promise")  # what whoever speaks is going to do
JUDGING: tuple[Force, ...] = ("praise", "criticize", "concern")  # something done
REACTING: tuple[Force, ...] = (*JUDGING, *ASKING)  # to what others do
# Taken by saying that one takes them; others are told of as done before as easily: "it ordered", "it agreed to buy".
ATTITUDES: tuple[Force, ...] = (*JUDGING, "accuse", "reject", "question", "request")
POSITIONS: tuple[Force, ...] = (*OPPOSING, "agree", "praise")  # still taken where it is negated: "did not welcome it"
TELLING: tuple[Force, ...] = ("assert", "announce", *BLAMING)  # of what is held to be so
ASSERTING: tuple[Force, ...] = (*TELLING, "warn", "concern", "agree")  # what another may deny
STATING: tuple[Force, ...] = (*TELLING, *OPPOSING, *JUDGING)  # what is so by one account, or is not
COUNTING: tuple[Force, ...] = ("assert", "announce", "accuse", "deny", "agree")  # how many there were
