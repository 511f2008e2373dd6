"""Whose words are said to be untrue by what is said of him, or of all that he said: "he is {mistaken}", "she {made} it
{up}", "what the clerk says is {untrue}"?"""

from __future__ import annotations

from collections.abc import Iterator

from sayso import lexicon
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.hearing import BEFORE, BODIES, NAMED, Found, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.modality import future
from sayso.account.grammar.stems import is_one_of, stem, stems
from sayso.account.said.force_types import ASSERTING

UP = 5  # words behind "made" in which "up" stands
FIRST = 2  # sentences of an answer, one of which says that another errs
COMPLEMENTS = ("obl", "nmod", "xcomp", "advcl", "ccomp", "acl")  # how that hangs in which somebody errs


def said_to_err(hearing: Hearing) -> Iterator[Found]:
    """Who says of another that he errs, lies or made it up, against what the other has said last."""
    for n, statement in enumerate(hearing.statements):
        for claim in hearing.claims.of[n][:FIRST]:
            found = _who_errs(hearing, claim)
            if found is None or claim.possible or not hearing.opposed(statement.speaker, found[0]):
                continue
            k = _last_word(hearing, n, *found)
            if k is not None:
                told = hearing.claims.of[k][0]
                claimed, contested = Position(hearing.said(k)), Position(hearing.told(n, claim))
                claimed.add(found[0], k)
                contested.add(statement.speaker, n)
                yield Found(claimed, contested, hearing.kind([told]), hearing.issue([told]), [told])
                break


def _who_errs(hearing: Hearing, claim: Claim) -> tuple[str, int] | None:
    """Of whom a claim says that he does not tell the truth, and how many sentences back that may be which he told."""
    root = hearing.claims.root(claim.words)
    subject = next(valency.parts(hearing.reading, root, *valency.SUBJECTS), None)
    if _is_untrue(hearing, root) and (teller := _teller(hearing, root)) is not None:
        return _meant(hearing, claim, teller, BEFORE)
    if subject is not None and not hearing.denials.negated(claim):
        if _errs(hearing, root):
            return _meant(hearing, claim, subject, BEFORE)
        if _made_up(hearing, root):
            return _meant(hearing, claim, subject, NAMED)
    liar = _called_liar(hearing, claim)
    return None if liar is None else _meant(hearing, claim, liar, 1)


def _meant(hearing: Hearing, claim: Claim, word: int, far: int) -> tuple[str, int] | None:
    """Whom a word means; "he" in an answer is whoever has just spoken, if the text does not tell who else."""
    actor, speaker = hearing.actor_at((word,)), hearing.statements[claim.statement].speaker
    if actor in (None, speaker) and hearing.reading.word(word).lower() in ("he", "she"):
        told = (hearing.statements[k].speaker for k in hearing.before(hearing.places[claim.statement], far))
        people = (one for one in told if one and one != speaker and hearing.known[one].kind not in (*BODIES, "media"))
        actor = next(people, None)
    return None if actor is None else (actor, far)


def _errs(hearing: Hearing, root: int) -> bool:
    """Whether a predicate says of somebody that he errs in what he says, and in nothing else: "is {wrong} to say so",
    not "was wrong to leave", "is wrong on taxes"."""
    reading = hearing.reading
    if reading.word(root).lower() not in lexicon.denial_words("erring"):
        return False
    behind = [reading.word(i).lower() for i in range(root + 1, min(root + 3, len(reading)))]
    in_what = behind[1:] if behind and behind[0] in lexicon.denial_words("wrong-in") else []
    in_what += [reading.word(i) for i in valency.parts(reading, root, *COMPLEMENTS) if i > root]
    return all(is_one_of("saying", word) for word in in_what)


def _made_up(hearing: Hearing, verb: int) -> bool:
    """Whether somebody is said to have made up what he told: "{made} it {up}", "{invented} this"."""
    reading = hearing.reading
    things = [i for i in valency.parts(reading, verb, "obj") if i > verb]
    told = stems("claim") | stems("version")
    meant = any(reading.word(i).lower() in ("it", "this", "that") or stem(reading.word(i)) in told for i in things)
    up = any(reading.word(i).lower() == "up" for i in range(verb + 1, min(verb + UP, len(reading))))
    return meant and ((up and is_one_of("make_up", reading.word(verb))) or is_one_of("invent", reading.word(verb)))


def _is_untrue(hearing: Hearing, root: int) -> bool:
    words = stems("true") if hearing.denials.is_negated(root) else stems("false")
    return stem(hearing.reading.word(root)) in words


def _teller(hearing: Hearing, root: int) -> int | None:
    """Who has said that which is said to be untrue: "what {the clerk} has stated is untrue"."""
    reading = hearing.reading
    for i in valency.parts(reading, root, "csubj", "nsubj"):
        clauses = (i, *valency.parts(reading, i, "acl:relcl"))
        opens = reading.word(min(hearing.claims.under(i))).lower() == "what"
        verb = next((k for k in clauses if is_one_of("saying", reading.word(k))), None)
        if opens and verb is not None:
            return valency.subject(reading, verb)
    return None


def _called_liar(hearing: Hearing, claim: Claim) -> int | None:
    """Whom somebody accuses of lying, or calls a liar: "accused {the mayor} of lying"."""
    reading, (first, end) = hearing.reading, claim.words
    at = next((i for i in range(first, end) if reading.word(i).lower() in lexicon.denial_words("liar")), None)
    calls = hearing.denials.cue(claim.statement) & (stems("call") | stems("claim"))
    if at is None or not calls or at - first > UP or valency.has(reading, at, "amod"):
        return None  # a "pathological liar" is one whatever he has said
    return next((i for i in range(first, at) if hearing.actor_at((i,)) is not None), None)


def _last_word(hearing: Hearing, n: int, actor: str, far: int) -> int | None:
    """What somebody said last before a statement, if he said that something is so."""
    for k in hearing.before(hearing.places[n], far):
        other, claims = hearing.statements[k], hearing.claims.of[k]
        if other.speaker == actor and claims and not hearing.overlap(n, k):
            ahead = claims[0].possible or future(hearing.reading, hearing.claims.root(claims[0].words))
            return None if ahead or other.force not in (*ASSERTING, "deny", "praise") else k
    return None
