"""Of which part of those named before does a clause tell: "stopped a bus with 40 passengers, {nine of whom} were
arrested"?"""

from __future__ import annotations

from sayso.account.grammar import valency
from sayso.account.grammar.clauses import phrase
from sayso.account.grammar.quantities import antecedent
from sayso.account.happened.tellings import Telling
from sayso.reader.reading import Reading

BESIDE = 24  # words of what is put in between dashes, at most
DASHES = ("--", "-", "–", "—")


def set_part(reading: Reading, telling: Telling) -> None:
    """Let what a clause tells of a part of some be done to them, or by them, and to so many, be the tree wrong; and to
    those of the part who are named between: "nine of whom, {Ann Moor} among them, were arrested"."""
    verb = telling.trigger
    pronoun = _pronoun(reading, verb)
    if pronoun is None:
        return
    whole = antecedent(reading, pronoun - 2)
    if whole is None:
        return
    passive = any(reading.relation[i] == "aux:pass" for i in range(pronoun + 1, verb))
    role, other = ("recipient", "actor") if passive else ("actor", "recipient")
    named = [words for words in telling.parts[role] if pronoun < words[0] < verb]
    telling.parts[role] = named or [phrase(reading, whole)]
    telling.leave_out_at(other, whole)
    behind = [words for words in telling.parts["figure"] if words[0] > verb]
    telling.parts["figure"] = [(pronoun - 2, pronoun - 1), *behind]


def _pronoun(reading: Reading, verb: int) -> int | None:
    """The pronoun behind a number right before a verb: "nine of {whom} were arrested", "nine of {whom} -- miners --
    were arrested"."""
    if reading.pos[verb] != "VERB":
        return None
    at = verb - 1
    while at > 2 and reading.pos[at] in ("AUX", "ADV", "PART"):
        at -= 1
    if reading.word(at) in DASHES:
        dashes = (i for i in range(at - 1, max(2, at - BESIDE), -1) if reading.word(i) == reading.word(at))
        at = next(dashes, at) - 1
    counted = at > 2 and reading.word(at - 1).lower() == "of" and reading.pos[at - 2] == "NUM"
    relative = valency.is_word("relative", reading, at)
    return at if counted and relative and reading.sentence[at] == reading.sentence[verb] else None
