"""What does a state say of another, by the names that stand in its words?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.grammar import modality, valency, whom
from sayso.reader import Reading, Words


def is_of_another_state(reading: Reading, source: Words, verb: int) -> bool:
    """Whether a verb tells what a state does that is not the one which speaks."""
    theirs, own = _doing(reading, verb), states(reading, source)
    return bool(theirs and own) and theirs.isdisjoint(own)


def is_force_of_another_state(reading: Reading, source: Words, verb: int) -> bool:
    """Whether a verb tells that a state of which it is not told that it speaks used force on somebody or on a place:
    "Togo has shelled a town"."""
    if modality.negated_verb(reading, verb) or modality.modality(reading, verb) is not None:
        return False
    hit = (*valency.parts(reading, verb, "obj"), valency.governed(reading, verb, "on", "at"))
    forceful = valency.tells_of(reading, verb, "ASSAULT") or valency.tells_of(reading, verb, "COERCE")
    suffer = any(i is not None and (whom.is_somebody(reading, i) or whom.is_place(reading, i)) for i in hit)
    theirs = _doing(reading, verb)
    return forceful and suffer and bool(theirs) and theirs.isdisjoint(states(reading, source))


def states(reading: Reading, words: Words) -> set[str]:
    """The states that these words name, by their countries: "Russia", "the Russian ministry", "the Kremlin"."""
    found = set()
    for i in range(*words):
        for k in range(max(words[0], i - 2), i + 1):
            name = reading.string((k, i + 1))
            seat = lexicon.seat(name)
            found |= {lexicon.country(name), lexicon.nationality(name), seat.country if seat else None}
    return {code for code in found if code}


def named_by(reading: Reading, word: int) -> Words:
    """The words of a name that end in its head: "the {United States}", not "{sanctions} on Peru"."""
    start = word
    while start > 0 and reading.pos[start - 1] == "PROPN" and reading.head[start - 1] == word:
        start -= 1
    return start, word + 1


def _doing(reading: Reading, verb: int) -> set[str]:
    """The states that do what a verb tells."""
    doer = next(valency.parts(reading, verb, "nsubj"), None)
    return set() if doer is None else states(reading, named_by(reading, doer))
