"""One attack, and several who each say that they did it, or of whom others say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso import lexicon
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.hearing import MANY, Found, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.stems import stem, stems
from sayso.account.said.force_types import TELLING

FAR = 4  # sentences that two who name the author of one attack may be apart
OWN = 4  # words with which a claim begins, one of which shows that whoever makes it speaks of his own: "its fighters"
PHRASE = 6  # words after "behind" and the like in which the attack is named
OWNERS, THEMSELVES = {"its", "our", "their"}, {"it", "we", "they"}


@dataclass(frozen=True, slots=True)
class _Laid:
    """A claim that tells whose work an attack is."""

    claim: Claim
    author: frozenset[str]  # the terms by which whoever did it is known


def authors(hearing: Hearing) -> Iterator[Found]:
    """Attacks that are told to be the work of one by some voices, and by others of another: a side for each author."""
    together: list[_Laid] = []
    for laid in _laid(hearing):
        if together and (len(together) == MANY or not _of_one_attack(hearing, together[-1], laid)):
            yield from _found(hearing, together)
            together = []
        together.append(laid)
    yield from _found(hearing, together)


def _found(hearing: Hearing, together: list[_Laid]) -> Iterator[Found]:
    sides: list[tuple[frozenset[str], Position]] = []
    for laid in together:
        statement = hearing.statements[laid.claim.statement]
        if any(statement.speaker in side.actors for _, side in sides):
            continue
        side = next((side for author, side in sides if author & laid.author), None)
        if side is None and not all(
            hearing.opposed(statement.speaker, one) for _, side in sides for one in side.actors
        ):
            continue
        if side is None:
            sides.append((laid.author, side := Position(hearing.said(laid.claim.statement))))
        side.add(statement.speaker, laid.claim.statement)
    if len(sides) > 1:
        claimed, contested, *others = (side for _, side in sides)
        claims = [laid.claim for laid in together]
        attacks = (_attack(hearing, range(*claim.words)) for claim in claims)
        words = [hearing.reading.word(i) for i in attacks if i is not None]
        issue = f"who was behind the {words[0] if words else 'attack'}"
        yield Found(claimed, contested, "actor", issue, claims, others)


def _of_one_attack(hearing: Hearing, one: _Laid, other: _Laid) -> bool:
    """Whether two claims may be of one attack: near each other, in no two places, and the second of no other attack."""
    reading, (a, b) = hearing.reading, other.claim.words
    apart = reading.sentence[a] - reading.sentence[one.claim.words[0]]
    unlike = any(valency.is_word("unlike", reading, i) for i in range(a, b))
    named = [
        {hearing.claims.term(i) for i in range(*laid.claim.words) if reading.pos[i] == "PROPN"} - laid.author
        for laid in (one, other)
    ]
    elsewhere = bool(named[0] - named[1]) and bool(named[1] - named[0])
    return apart <= FAR and not unlike and not elsewhere


def _laid(hearing: Hearing) -> Iterator[_Laid]:
    for claim in hearing.claims.all:
        statement = hearing.statements[claim.statement]
        if statement.speaker is None or statement.force not in TELLING or claim.possible or claim.negated:
            continue
        if hearing.text.is_heading(statement.content[0][0]):
            continue  # "two groups claim attack" is what the report then tells of each
        if _is_owned(hearing, claim):
            yield _Laid(claim, hearing.names(statement.speaker) | {statement.speaker})
        elif (words := _author(hearing, claim)) and (terms := _named(hearing, words)):
            yield _Laid(claim, terms)


def _is_owned(hearing: Hearing, claim: Claim) -> bool:
    """Whether whoever speaks says that he did it: "claimed the attack", "its fighters had carried out the attack"."""
    reading, statement = hearing.reading, hearing.statements[claim.statement]
    if hearing.denials.cue(claim.statement) & stems("own_up"):
        if statement.content[0][0] != reading.starts[claim.words[0]]:
            return False
        return not hearing.clause(claim) and _attack(hearing, range(*claim.words)) is not None
    opening = range(claim.words[0], min(claim.words[0] + OWN, claim.words[1]))
    words = {reading.word(i).lower(): i for i in opening}
    own = not OWNERS.isdisjoint(words) or any(
        hearing.actor_at((words[one],)) in (None, statement.speaker) for one in THEMSELVES & words.keys()
    )
    return own and _deed(hearing, claim) is not None


def _author(hearing: Hearing, claim: Claim) -> Iterable[int]:
    """The words of whom a claim names as the author of an attack: "blamed {the rebels} for the attack", "{the rebels}
    were behind the attack"."""
    reading = hearing.reading
    if hearing.denials.cue(claim.statement) & stems("blame"):
        for i in range(*claim.words):
            word = reading.word(i).lower()
            if word == "for" and _attack(hearing, range(i + 1, min(i + PHRASE, claim.words[1]))) is not None:
                return range(claim.words[0], i)
            if word == "on" and _attack(hearing, range(claim.words[0], i)) is not None:
                return range(i + 1, claim.words[1])
        return ()
    deed = _deed(hearing, claim)
    return _by_whom(hearing, claim) if deed is None else range(claim.words[0], deed)


def _by_whom(hearing: Hearing, claim: Claim) -> Iterable[int]:
    """Whom a claim names after the attack: "the raid was carried out by {the rebels}", "was the work of {militias}"."""
    reading = hearing.reading
    for i in range(claim.words[0], claim.words[1] - 2):
        if stem(reading.word(i)) not in stems("do_it") | stems("work"):
            continue
        joint = next((k for k in (i + 1, i + 2) if reading.word(k).lower() in ("by", "of")), None)
        if joint is not None and _attack(hearing, range(claim.words[0], i)) is not None:
            return range(joint + 1, min(joint + PHRASE, claim.words[1]))
    return ()


def _deed(hearing: Hearing, claim: Claim) -> int | None:
    """The word by which a claim tells who did an attack: "behind the blast", "responsible for the raid", "carried out
    the bombing"."""
    doing = (i for i in range(*claim.words) if stem(hearing.reading.word(i)) in stems("do_it"))
    for i in doing:  # a content may end before "it"
        after = range(i + 1, min(i + PHRASE, max(claim.words[1], i + 2), len(hearing.reading)))
        if _attack(hearing, after) is not None:
            return i
    return None


def _attack(hearing: Hearing, words: range) -> int | None:
    """The first noun among words that names an attack, and one known: "the blast", not "a blast"."""
    reading = hearing.reading
    for i in words:
        if i == words.start and reading.word(i).lower() == "it":
            return i  # "was behind it"
        if reading.pos[i] == "NOUN" and stem(reading.word(i)) in stems("attack"):
            before = {reading.word(k).lower() for k in range(max(0, i - 3), i)}
            return None if before & lexicon.denial_words("one_of_several") else i
    return None


def _named(hearing: Hearing, words: Iterable[int]) -> frozenset[str]:
    """By what somebody named in some words is known; nothing where they say not who it was: "gunmen"."""
    words = list(words)
    named = [i for i in words if hearing.reading.pos[i] == "PROPN"] or [
        i for i in words if hearing.reading.pos[i] == "NOUN"
    ][:1]
    terms = frozenset(term for i in named if (term := hearing.claims.term(i)))
    if not terms or terms & stems("whoever"):
        return frozenset()
    actor = hearing.actor_at(words)
    return terms | ({actor} if actor else frozenset())
