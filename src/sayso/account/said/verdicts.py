"""What does the predicate of what is said pass judgement on, where neither cue nor the look of it tells?

"The plan was a farce" blames, though "said" tells nothing and the words around it are plain: whoever says so takes a
stand by the one word that the clause predicates."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.account.grammar import modality, valency, whom
from sayso.model import Force
from sayso.reader import Reading, Words

HIM = frozenset(("he", "she", "it", "they"))  # in what somebody says, as a rule whoever says it
OWN = HIM | {"i", "we"}
NAMING = ("NOUN", "ADJ")
UNREAL = frozenset((*modality.UNCERTAIN, "can"))
VERDICTS: tuple[tuple[str, Force], ...] = (("blamable", "criticize"), ("laudable", "praise"))
FEELINGS: tuple[tuple[str, Force], ...] = (("displeased", "criticize"), ("pleased", "praise"), ("uneasy", "concern"))


def verdict(reading: Reading, words: Words, root: int) -> Force | None:
    """The force of what is said, by its predicate; None where that leaves it open.

    words: those of what is said; root: its verb or, where something is called a name, its noun.
    """
    if not valency.forms(reading, root, "mark") <= {"that", "to"}:
        return None  # "{if} this fails"
    if modality.negated_verb(reading, root):
        return _of_lack(reading, root)
    if _is_malign_aim_of_others(reading, root):
        return "accuse"
    if reading.pos[root] == "VERB" and (force := _of_deed(reading, root)) is not None:
        return force
    own = not OWN.isdisjoint(valency.forms(reading, root, "nsubj", "nsubj:pass"))
    kinds = (*VERDICTS, *FEELINGS) if own else VERDICTS
    judging = list(_predicated(reading, words, root))
    return next((force for use, force in kinds if any(valency.is_one_of(use, reading, i) for i in judging)), None)


def _of_lack(reading: Reading, root: int) -> Force | None:
    """The force of what is said not to be so: "the owners are not {honest}", "it is not {acceptable}"."""
    lacks: tuple[tuple[str, Force], ...] = (("truthful", "accuse"), ("as-it-should-be", "criticize"))
    found = (force for use, force in lacks if valency.is_one_of(use, reading, root))
    return next(found, None) if OWN.isdisjoint(valency.forms(reading, root, "nsubj") - {"it", "they"}) else None


def _of_deed(reading: Reading, verb: int) -> Force | None:
    """The force of what is said to be done: "the dam {risks} drowning them", "the board {failed} to act"."""
    if valency.is_one_of("risking", reading, verb):
        return "warn"
    if _is_failing_of_others(reading, verb) or _is_harm_to_good(reading, verb):
        return "criticize"
    return "accuse" if _is_malign_of_others(reading, verb) else None


def _is_failing_of_others(reading: Reading, root: int) -> bool:
    """Whether others are said not to have done what they should, or to have done it ill: "the board {failed} to act",
    "the papers {exaggerate}"."""
    failing = valency.is_one_of("failing", reading, root) and valency.has(reading, root, "xcomp")
    if not failing and not valency.is_one_of("doing-ill", reading, root):
        return False
    return _is_of_others(reading, root)


def _is_malign_of_others(reading: Reading, root: int) -> bool:
    """Whether others are said to mean harm or to tell lies: "the guards {are trying to silence} her"."""
    aims = valency.parts(reading, root, "xcomp")
    means = valency.is_one_of("aiming", reading, root) and any(valency.is_one_of("malign", reading, i) for i in aims)
    return (means or valency.is_one_of("making-up", reading, root)) and _is_of_others(reading, root, "they")


def _is_malign_aim_of_others(reading: Reading, root: int) -> bool:
    """Whether what others are after is said to be harm: "their {aim} is to frighten us"."""
    aim = next(
        (i for i in (root, *valency.parts(reading, root, "nsubj")) if valency.is_one_of("what-for", reading, i)), None
    )
    if aim is None or not valency.forms(reading, aim, "nmod:poss").isdisjoint(("our", "my")):
        return False
    deeds = (root, *valency.parts(reading, aim, "acl", "ccomp", "xcomp", "advcl"))
    return any(valency.is_one_of("malign", reading, i) for i in deeds)


def _is_of_others(reading: Reading, root: int, *beside: str) -> bool:
    """Whether a verb tells what others do than who says so. beside: pronouns that may mean them, too."""
    doer = next(valency.parts(reading, root, "nsubj"), None)
    if doer is None:
        return False
    word = reading.word(doer).lower()
    return word in beside or (word not in OWN and not whom.is_thing(reading, doer))


def _is_harm_to_good(reading: Reading, root: int) -> bool:
    """Whether others are said to harm what cannot be touched: "{hurt} the peace", not "{hurt} two boys"."""
    objects = valency.parts(reading, root, "obj")
    return valency.is_one_of("harming-good", reading, root) and any(whom.is_idea(reading, i) for i in objects)


def _predicated(reading: Reading, words: Words, root: int) -> Iterator[int]:
    """The words by which a clause says what something is, with those that qualify it: "was {a complete} farce"."""
    if not UNREAL.isdisjoint(valency.forms(reading, root, "aux")):
        return
    if reading.pos[root] in NAMING:
        yield root
        qualifying = (i for i in valency.parts(reading, root, "amod", "conj") if words[0] <= i < words[1])
        yield from (i for i in qualifying if reading.pos[i] in NAMING)
