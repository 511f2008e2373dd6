"""What a court imposes is told by the sentence, and is no act beside it."""

from __future__ import annotations

from collections.abc import Container

from sayso.account.grammar import valency
from sayso.reader.reading import Reading

LENGTH = 6  # words from "to" to the penalty: "to a further ten years in {prison}"
APART = 12  # words from the sentence to "to": whoever is sentenced stands between them


def is_penalty(reading: Reading, noun: int, told: Container[int]) -> bool:
    """Whether a noun says what somebody is sentenced to: "sentenced two men to life {imprisonment}", whatever the tree
    makes of it. told: the words of the acts told."""
    if reading.pos[noun] != "NOUN" or not valency.is_one_of("penalty", reading, noun):
        return False
    to = next((i for i in range(noun - 1, max(-1, noun - LENGTH - 1), -1) if reading.word(i).lower() == "to"), None)
    if to is None:
        return False
    before = (i for i in range(max(0, to - APART), to) if reading.sentence[i] == reading.sentence[noun])
    return any(i in told and valency.is_one_of("sentencing", reading, i) for i in before)
