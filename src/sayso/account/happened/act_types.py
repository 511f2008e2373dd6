"""Which types of acts are alike in who takes part in them, and how?"""

from __future__ import annotations

from sayso.model import EventType, Force

HARMFUL: tuple[EventType, ...] = ("ASSAULT", "COERCE", "SANCTION")  # what is done to somebody
HOSTILE: tuple[EventType, ...] = (*HARMFUL, "MOBILIZE")  # or against somebody
MUTUAL: tuple[EventType, ...] = ("CONSULT", "AGREE", "COOPERATE")  # what two do together
JUDGED: tuple[EventType, ...] = ("ACCUSE", "SUPPORT", "REJECT")  # what is done by judging what somebody did
DEMANDED: tuple[EventType, ...] = ("REQUEST", "REJECT")  # what one asks of others, or they of him
OWN: tuple[EventType, ...] = ("PROTEST", "MOBILIZE", "RETREAT")  # what a subject does, and is not done to it
SENT: tuple[EventType, ...] = ("MOBILIZE", "AID", "ACCUSE", "SANCTION", "COOPERATE")  # by means of whoever is sent
DIRECTED: dict[Force | None, EventType] = {  # what one does to somebody by saying something
    "agree": "AGREE", "promise": "AGREE", "reject": "REJECT", "demand": "REQUEST", "request": "REQUEST",
    "threaten": "THREATEN",
}  # fmt: skip
PERFORMS = DIRECTED | {"accuse": "ACCUSE", "criticize": "ACCUSE", "praise": "SUPPORT"}  # or about him
