"""Which types of acts are alike in who takes part in them, and how?"""

from __future__ import annotations

from sayso.model import EventType

HARMFUL: tuple[EventType, ...] = ("ASSAULT", "COERCE", "SANCTION")  # what is done to somebody
HOSTILE: tuple[EventType, ...] = (*HARMFUL, "MOBILIZE")  # or against somebody
MUTUAL: tuple[EventType, ...] = ("CONSULT", "AGREE", "COOPERATE")  # what two do together
UTTERED: tuple[EventType, ...] = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE")  # done by saying it
JUDGED: tuple[EventType, ...] = ("ACCUSE", "SUPPORT", "REJECT")  # what is done by judging what somebody did
