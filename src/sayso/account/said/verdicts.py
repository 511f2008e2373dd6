"""What does the predicate of what is said pass judgement on, where neither cue nor the look of it tells?

"The plan was a farce" blames, though "said" tells nothing and the words around it are plain: whoever says so takes a
stand by the one word that the clause predicates."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import lexicon
from sayso.account.grammar import modality, valency, whom
from sayso.model import Force
from sayso.reader import Reading, Words

OWN = frozenset(("i", "we", "he", "she", "it", "they"))  # in what somebody says, as a rule whoever says it
UNREAL = frozenset(("would", "could", "might", "may", "can", "if"))
VERDICTS: tuple[tuple[str, Force], ...] = (("blamable", "criticize"), ("laudable", "praise"))
FEELINGS: tuple[tuple[str, Force], ...] = (("displeased", "criticize"), ("pleased", "praise"), ("uneasy", "concern"))


def verdict(reading: Reading, words: Words, root: int) -> Force | None:
    """The force of what is said, by its predicate; None where that leaves it open.

    words: those of what is said; root: its verb or, where something is called a name, its noun.
    """
    if modality.negated_verb(reading, root):
        return None
    if valency.is_one_of("risking", reading, root):
        return "warn"  # "the dam {risks} drowning them"
    if _is_failing_of_others(reading, root) or _is_harm_to_good(reading, root):
        return "criticize"
    if _is_malign_of_others(reading, root):
        return "accuse"
    own = not OWN.isdisjoint(valency.forms(reading, root, "nsubj"))
    for i in _predicated(reading, words, root):
        for use, force in (*VERDICTS, *FEELINGS) if own else VERDICTS:
            if valency.is_one_of(use, reading, i):
                return force
    return None


def _is_failing_of_others(reading: Reading, root: int) -> bool:
    """Whether others have not done what they should: "the board {failed} to act"."""
    if not valency.is_one_of("failing", reading, root) or not valency.has(reading, root, "xcomp"):
        return False
    return _is_of_others(reading, root)


def _is_malign_of_others(reading: Reading, root: int) -> bool:
    """Whether others are said to mean harm or to tell lies: "the guards {are trying to silence} her"."""
    aims = (i for i in valency.parts(reading, root, "xcomp") if valency.is_one_of("malign", reading, i))
    means = valency.is_one_of("malign-aim", reading, root) and any(aims)
    return (means or valency.is_one_of("making-up", reading, root)) and _is_of_others(reading, root, "they")


def _is_of_others(reading: Reading, root: int, *beside: str) -> bool:
    """Whether a verb tells what others do than who says so. beside: pronouns that may mean them, too."""
    doer = next(valency.parts(reading, root, "nsubj"), None)
    if doer is None:
        return False
    word = reading.word(doer).lower()
    return word in beside or (word not in OWN and whom.is_somebody(reading, doer))


def _is_harm_to_good(reading: Reading, root: int) -> bool:
    """Whether others are said to harm what cannot be touched: "{hurt} the peace", not "{hurt} two boys"."""
    objects = valency.parts(reading, root, "obj")
    return valency.is_one_of("harming", reading, root) and any(whom.is_idea(reading, i) for i in objects)


def _predicated(reading: Reading, words: Words, root: int) -> Iterator[int]:
    """The words by which a clause says what something is, with those that qualify it: "was {a complete} farce"."""
    helpers = valency.forms(reading, root, "aux")
    if not UNREAL.isdisjoint(helpers):
        return
    yield root
    if reading.pos[root] in ("NOUN", "ADJ"):
        for i in valency.parts(reading, root, "amod", "conj"):
            if words[0] <= i < words[1] and reading.pos[i] in ("ADJ", "NOUN"):
                yield i
