"""A paper or a film that somebody calls a forgery, and who vouches for it: who published it, or says who wrote it; and
when and where it was made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso import lexicon
from sayso.account.disputed.assertions import facing, set_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import at_other_places, at_other_times
from sayso.account.disputed.hearing import Found, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.stems import is_one_of, stem

NEAR = 25  # words behind a document in which "it" may mean that
TOLD = 60  # words before a pronoun in which the document is told of that it means
BEFORE, AFTER = 8, 3  # sentences before and after who calls it a forgery in which somebody vouches for it


def forgeries(hearing: Hearing, found: Sequence[Found]) -> Iterator[Found]:
    """The disputes on whether a document is genuine. found: the others, whose statements are heard."""
    heard = {n for one in found for side in (one.claimed, one.contested, *one.others) for n in side.statements}
    for claim in hearing.claims.all:
        n = claim.statement
        if n in heard or claim.possible or hearing.text.is_heading(hearing.statements[n].content[0][0]):
            continue
        if hearing.statements[n].speaker is None or (thing := _forged(hearing, claim)) is None:
            continue
        contested, claimed = Position(hearing.told(n, claim)), Position(hearing.reading.span(claim.words))
        contested.add(hearing.statements[n].speaker, n)
        claims = [claim, *_vouched(hearing, claim, thing, claimed)]
        if claimed.actors:
            heard.add(n)
            noun = hearing.reading.word(thing).lower()
            document = lexicon.document(noun)
            issue = f"whether the {noun} {'are' if document and document.plural else 'is'} genuine"
            yield Found(claimed, contested, "characterization", issue, claims)


def _forged(hearing: Hearing, claim: Claim) -> int | None:
    """The document that a claim says is a forgery: "the {letter} was forged", "called the {film} a fake"."""
    reading, negated = hearing.reading, hearing.claims.negated_words(claim)
    for i in range(*claim.words):
        if i in negated or not is_one_of("forged", reading.word(i)):
            continue
        if reading.relation[i] == "amod" and _is_document(hearing, reading.head[i]):
            return reading.head[i]  # "a forged letter"
        before = [k for k in range(claim.words[0], i) if _is_document(hearing, k)]
        active = reading.pos[i] == "VERB" and not valency.has(reading, i, "aux:pass", "nsubj:pass", "cop")
        if before and not active:
            return before[0]
    return next((thing for i in sorted(negated) if (thing := _not_by_him(hearing, i)) is not None), None)


def _not_by_him(hearing: Hearing, verb: int) -> int | None:
    """The document that somebody says is none of his: "he had never written {it}"."""
    reading = hearing.reading
    if reading.pos[verb] != "VERB" or not is_one_of("author", reading.word(verb)):
        return None
    for i in valency.parts(reading, verb, "obj"):
        if _is_document(hearing, i):
            return i
        if reading.word(i).lower() in ("it", "them"):
            return _last_document(hearing, i)
    return None


def _last_document(hearing: Hearing, pronoun: int) -> int | None:
    """The document told of last before a pronoun."""
    return next((k for k in range(pronoun - 1, max(-1, pronoun - TOLD), -1) if _is_document(hearing, k)), None)


def provenances(hearing: Hearing, asserted: Sequence[Claim]) -> Iterator[Found]:
    """When or where a film or a paper was made, by one account and by another: "was filmed {on Sunday}", "it was shot
    in {another country}"."""
    made = {claim: thing for claim in asserted if (thing := _made(hearing, claim)) is not None}
    for one, other in facing(hearing, [claim for claim in asserted if claim in made]):
        words = [hearing.reading.word(i).lower() for claim in (one, other) for i in range(*claim.words)]
        placed = any("_".join(pair) in lexicon.denial_words("made_elsewhere") for pair in pairwise(words))
        if placed or at_other_times(hearing, one, other) or at_other_places(hearing, one, other):
            noun = hearing.reading.word(made[one]).lower()
            document = lexicon.document(noun)
            issue = f"when and where the {noun} {'were' if document and document.plural else 'was'} made"
            yield set_against(hearing, one, other, "characterization", issue)


def _made(hearing: Hearing, claim: Claim) -> int | None:
    """The document of which a claim says when or where it was made: "the {film} was shot in May"."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    subject = next(valency.parts(reading, root, *valency.SUBJECTS), None)
    from_then = valency.has(reading, root, "cop") and "from" in valency.forms(reading, root, "case")
    if subject is None or not (from_then or is_one_of("making", reading.word(root))):
        return None
    if _is_document(hearing, subject):
        return subject
    return _last_document(hearing, subject) if reading.word(subject).lower() in ("it", "they") else None


def _is_document(hearing: Hearing, i: int) -> bool:
    return hearing.reading.pos[i] == "NOUN" and lexicon.document(hearing.reading.word(i)) is not None


def _vouched(hearing: Hearing, claim: Claim, thing: int, claimed: Position) -> list[Claim]:
    """Puts those on a side who stand for a document, the first to do so first, and gives what they say of it."""
    here, speaker = hearing.sentence(claim.statement), hearing.statements[claim.statement].speaker
    about: list[Claim] = []
    sentence = hearing.reading.sentence
    for i in range(bisect_left(sentence, here - BEFORE), bisect_right(sentence, here + AFTER)):
        if claim.words[0] <= i < claim.words[1]:
            continue
        if is_one_of("publish", hearing.reading.word(i)) and _is_of(hearing, i, thing):
            actor = _doer(hearing, i)
        elif is_one_of("author", hearing.reading.word(i)) and _is_laid_on(hearing, i, speaker):
            actor = next((hearing.statements[k].speaker for k in hearing.order if hearing.within(k, i)), None)
        else:
            continue
        if hearing.opposed(speaker, actor):
            if not claimed.actors:
                claimed.span = hearing.reading.span(_clause(hearing, i))
            claimed.add(actor)
            about += _said_of_it(hearing, actor, i, claimed)
    return about


def _said_of_it(hearing: Hearing, actor: str | None, i: int, claimed: Position) -> list[Claim]:
    """What whoever vouches for a document says beside that, by which he stands on his side."""
    here, own = hearing.reading.sentence[i], hearing.of_speaker.get(actor or "", [])
    near = next((k for k in own if 0 <= hearing.sentence(k) - here <= 1), None)
    return hearing.rest(claimed, near)


def _is_of(hearing: Hearing, verb: int, thing: int) -> bool:
    """Whether a verb is done to a document of the same word, or to papers of another: "released {minutes}", "the
    {document} was forged"."""
    general = hearing.reading.word(thing).lower() in lexicon.denial_words("paper")
    objects = (*valency.parts(hearing.reading, verb, "obj", "nsubj:pass", "ccomp"), *_relative(hearing, verb))
    for i in objects:
        if hearing.reading.word(i).lower() in ("it", "them") and 0 <= verb - thing <= NEAR:
            return True  # "the memo was forged. The paper, which published {it}, …"
        words = [k for k in hearing.claims.under(i) if _is_document(hearing, k)]
        if any(general or stem(hearing.reading.word(k)) == stem(hearing.reading.word(thing)) for k in words):
            return True
    return False


def _relative(hearing: Hearing, verb: int) -> tuple[int, ...]:
    """What a relative clause without an object of its own is about: "the {letter} that it published"."""
    of_it = hearing.reading.relation[verb] == "acl:relcl" and not valency.has(hearing.reading, verb, "obj")
    return (hearing.reading.head[verb],) if of_it else ()


def _doer(hearing: Hearing, verb: int) -> str | None:
    """Who does what a verb tells: its subject, whom "which" means, or whom "by" brings in."""
    reading = hearing.reading
    by = [i for i in valency.parts(reading, verb, "obl") if "by" in valency.forms(reading, i, "case")]
    passive = by if valency.has(reading, verb, "nsubj:pass") else []
    agent = next(iter([*valency.parts(reading, verb, "obl:agent"), *passive]), None)
    subject = agent if agent is not None else valency.subject(reading, verb)
    if subject is None:
        return None
    if valency.is_word("relative", reading, subject):
        return hearing.actor_at((reading.head[verb],))
    words = sorted(hearing.claims.under(subject, ("acl:relcl", "acl", "dep")), key=lambda i: reading.pos[i] != "PROPN")
    return next((actor for i in words if (actor := hearing.mentioned(i))), None) or hearing.actor_at((subject,))


def _is_laid_on(hearing: Hearing, verb: int, speaker: str | None) -> bool:
    """Whether somebody is said to have written or signed something: "{Lund} wrote to the buyer"."""
    subject = valency.subject(hearing.reading, verb)
    return subject is not None and speaker is not None and hearing.actor_at((subject,)) == speaker


def _clause(hearing: Hearing, verb: int) -> tuple[int, int]:
    """The words of a verb with its subject and its objects."""
    words = [verb, *(k for i in valency.parts(hearing.reading, verb, "nsubj", "obj", "nsubj:pass", "obl:agent")
                     for k in hearing.claims.under(i))]  # fmt: skip
    return min(words), max(words) + 1
