"""What does the predicate of what is said pass judgement on, where neither cue nor the look of it tells?

"The plan was a farce" blames, though "said" tells nothing and the words around it are plain: whoever says so takes a
stand by the one word that the clause predicates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import lexicon
from sayso.account.grammar import modality, valency, whom
from sayso.model import Force
from sayso.reader import Reading, Words

HIM = frozenset(("he", "she", "it", "they"))  # in what somebody says, as a rule whoever says it
OWN = HIM | {"i", "we"}
NAMING = ("NOUN", "ADJ")
CALLED = ("xcomp", "obl", "advcl", "ccomp")  # relations to a verb of what it calls something
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
    if _tells_wrong(reading, root) or _is_malign_aim_of_others(reading, root):
        return "accuse"
    if reading.pos[root] == "VERB" and (force := _of_deed(reading, root)) is not None:
        return force
    own = not OWN.isdisjoint(valency.forms(reading, root, "nsubj", "nsubj:pass"))
    kinds = (*VERDICTS, *FEELINGS) if own else VERDICTS
    judging = list(_predicated(reading, words, root))
    judged = (force for use, force in kinds if any(valency.is_one_of(use, reading, i) for i in judging))
    return next(judged, "criticize" if _is_ill_done(reading, root) else None)


def names_wrong(reading: Reading, words: Words) -> bool:
    """Whether what is said has a word for a wrong that somebody does, which blames him for that."""
    return any(valency.is_one_of("wrong done", reading, i) for i in range(*words))


def calls_false(reading: Reading, verb: int, said: Iterable[int]) -> bool:
    """Whether by a verb of naming somebody calls words of others untrue: "called the rumour {a hoax}", "a claim she
    described as {untrue}"; but not "called the film {a joke}". said: the words of what is said."""
    told = sorted({*said, *(i for i in valency.parts(reading, verb, *CALLED) if i > verb)})
    uttered = next((i for i in told if _is_utterance(reading, i)), None)
    return uttered is not None and any(i > uttered and _is_of("false", reading, i) for i in told)


def _is_utterance(reading: Reading, noun: int) -> bool:
    """Whether a noun means what somebody says, and no paper: "the {claim}", "the {remark}"."""
    paper = lexicon.document(reading.word(noun).lower())
    told = _is_of("claim", reading, noun) or valency.is_one_of("utterance", reading, noun)
    return told and (paper is None or paper.kind != "document")


def _is_of(use: str, reading: Reading, word: int) -> bool:
    """Whether a word, in any form, is one by which a matter is contested."""
    return not lexicon.denial_words(use).isdisjoint(lexicon.lemmas(reading.word(word).lower()))


def _tells_wrong(reading: Reading, root: int) -> bool:
    """Whether what is said is that somebody named does a wrong, or that something is one: "{Togo} had violated the
    truce", "the flight was {a breach}"."""
    if not valency.is_one_of("wrong done", reading, root):
        return False
    if reading.pos[root] != "VERB":
        return valency.has(reading, root, "cop")
    return any(reading.pos[i] == "PROPN" for i in valency.parts(reading, root, "nsubj"))


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
    wrongs = valency.is_one_of("wronging", reading, root)
    if wrongs and valency.has(reading, root, "nsubj:pass"):
        return valency.forms(reading, root, "nsubj:pass").isdisjoint(OWN)
    return (means or wrongs or valency.is_one_of("making-up", reading, root)) and _is_of_others(reading, root, "they")


def _is_malign_aim_of_others(reading: Reading, root: int) -> bool:
    """Whether what others are after is said to be harm: "their {aim} is to frighten us"."""
    aim = next(
        (i for i in (root, *valency.parts(reading, root, "nsubj")) if valency.is_one_of("what-for", reading, i)), None
    )
    if aim is None or not valency.forms(reading, aim, "nmod:poss").isdisjoint(("our", "my")):
        return False
    deeds = (root, *valency.parts(reading, aim, "acl", "ccomp", "xcomp", "advcl"))
    return any(valency.is_one_of("malign", reading, i) for i in deeds)


def pays_back(reading: Reading, root: int) -> bool:
    """Whether others are told that they will be made to pay: "they {will pay} for it", "this will not {go
    unpunished}"."""
    if valency.forms(reading, root, "aux").isdisjoint(modality.REFUSING):
        return False
    if modality.negated_verb(reading, root):
        return any(
            valency.is_word("left so", reading, i) for i in valency.parts(reading, root, "xcomp", "acl", "advcl")
        )
    doer = next(valency.parts(reading, root, "nsubj"), None)
    if (
        doer is None
        or not valency.is_one_of("paying back", reading, root)
        or reading.word(doer).lower() in OWN - {"they"}
    ):
        return False
    objects = list(valency.parts(reading, root, "obj"))
    paid = any(valency.is_word("price", reading, i) for i in objects)
    named = reading.pos[doer] in ("PRON", "PROPN", "DET")
    for_it = valency.governed(reading, root, "for")
    return named and (paid or not objects) and (for_it is None or not whom.is_mere_thing(reading, (for_it, for_it + 1)))


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


def _is_ill_done(reading: Reading, root: int) -> bool:
    """Whether it is told by a word for how something is that this is blamed: "{disappointingly} slow"."""
    ways = valency.forms(reading, root, "advmod")
    return any(way.endswith("ly") and way[:-2] in lexicon.function_words("blamable") for way in ways)
