"""Two accounts that the report itself tells to differ: "Residents {gave another account}", "said he had come, {but} Ann
Lee said he had not"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.account.disputed.assertions import facing, set_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import set_off
from sayso.account.disputed.hearing import Found, Hearing
from sayso.account.grammar.modality import future
from sayso.account.grammar.stems import is_one_of, stems
from sayso.account.said.force_types import ASSERTING, OPPOSING

AFTER = 2  # sentences after the one that says so, in which the other account begins
BEFORE = 3  # sentences before it, in which the first was told
BETWEEN = 3  # words between "another" and "account"


def told_apart(hearing: Hearing) -> Iterator[Found]:
    """Who tells it otherwise, as the report says, against who has told it before him."""
    reading = hearing.reading
    for i in range(len(reading)):
        if not _says_otherwise(hearing, i):
            continue
        other = _after(hearing, i)
        one = None if other is None else _before(hearing, i, other)
        if one is not None and other is not None:
            kind = hearing.kind([one, other])
            yield set_against(hearing, one, other, kind, hearing.issue([one, other]))


def conflicting(hearing: Hearing) -> Iterator[Found]:
    """The first two who tell how it was, where the report says before that what they tell differs: "gave {conflicting}
    accounts", "the crew {contradicted} his account"."""
    reading = hearing.reading
    for i in range(len(reading)):
        if not (is_one_of("version_of_it", reading.word(i)) and _differ(hearing, i)) or _is_quoted(hearing, i):
            continue
        here = reading.sentence[i]
        near = [c for c in hearing.claims.all if c.words[0] > i and reading.sentence[c.words[0]] - here <= BEFORE]
        told = [claim for claim in near if _tells(hearing, claim) and reading.sentence[claim.words[0]] > here]
        one = next((claim for claim in told if reading.sentence[claim.words[0]] - here <= 1), None)
        against = (c for c in told if one is not None and _may_differ(hearing, one, c))
        if one is not None and (other := next(against, None)) is not None:
            yield set_against(hearing, one, other, hearing.kind([one, other]), hearing.issue([one, other]))


def _differ(hearing: Hearing, noun: int) -> bool:
    """Whether accounts are said to be unlike each other, or one to be contradicted: "{conflicting} accounts"."""
    reading = hearing.reading
    above = reading.head[noun]
    contradicted = reading.relation[noun] == "obj" and is_one_of("gainsay_account", reading.word(above))
    before = (reading.word(k).lower() for k in range(max(0, noun - BETWEEN), noun))
    unlike = not lexicon.denial_words("conflicting").isdisjoint(before) and reading.word(noun).endswith("s")
    differ = reading.relation[noun] == "nsubj" and is_one_of("be_unlike", reading.word(above))
    return contradicted or unlike or differ


def _may_differ(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether two claims are of two who may stand against each other."""
    speakers = (hearing.statements[claim.statement].speaker for claim in (one, other))
    return hearing.opposed(*speakers) and hearing.together(one.statement, other.statement)


def gainsaid_at_once(hearing: Hearing, claims: Sequence[Claim]) -> Iterator[Found]:
    """Who says in the sentence of another, behind a "but", that it was not so: "refused him a seat, {but} the guild
    said he {never asked}"."""
    plain = [claim for claim in claims if _tells(hearing, claim) or _accuses(hearing, claim)]
    for one, other in facing(hearing, plain):
        if not set_off(hearing, one, other) or _is_ahead(hearing, one) or _is_ahead(hearing, other):
            continue
        negated = [hearing.denials.negated(claim) for claim in (one, other)]
        gainsaid = negated[0] != negated[1] and _are_tied(hearing, one, other)
        if gainsaid or _goes_on(hearing, one, other) or _blames_another(hearing, other):
            yield set_against(hearing, one, other, "occurrence", hearing.issue([one, other]))


def _goes_on(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether what one says to have ended goes on as another says: "had {ended} his fast", "was {still} fasting"."""
    over, on = (one, other) if is_one_of("cease", _verb(hearing, one)) else (other, one)
    still = any(hearing.reading.word(i).lower() in lexicon.denial_words("going_on") for i in range(*on.words))
    return still and is_one_of("cease", _verb(hearing, over)) and not hearing.denials.negated(over)


def _blames_another(hearing: Hearing, claim: Claim) -> bool:
    """Whether somebody blames it on something: "was set by rivals, its owner said, but others {blamed} a spark"."""
    return bool(hearing.denials.cue(claim.statement) & stems("blame"))


def _verb(hearing: Hearing, claim: Claim) -> str:
    return hearing.reading.word(hearing.claims.root(claim.words))


def _accuses(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim is of what somebody is accused of: "Ann Lee of {refusing} him a seat"."""
    return hearing.statements[claim.statement].force == "accuse" and not claim.possible


def _is_ahead(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim tells of what is still to come."""
    return future(hearing.reading, hearing.claims.root(claim.words))


def _are_tied(hearing: Hearing, one: Claim, other: Claim) -> bool:
    """Whether the second of two claims is of what the first is: by a word, by a pronoun for a thing, or of whoever
    answers."""
    words = {hearing.reading.word(i).lower() for i in range(*other.words)}
    alone = other.terms <= {hearing.claims.term(hearing.claims.root(other.words))}  # "he never came"
    pointed = alone or not words.isdisjoint(lexicon.denial_words("thing_told"))
    shared = any(not term.startswith("=") for term in one.terms & other.terms)
    answering = hearing.statements[other.statement].speaker or ""
    return shared or pointed or hearing.concerns(one.statement, answering)


def _says_otherwise(hearing: Hearing, i: int) -> bool:
    """Whether a word tells that somebody gives an account unlike the last: "gave {another} account", "tells it
    {differently}", "a {different} story emerged"; not what somebody is quoted to say."""
    reading, word = hearing.reading, hearing.reading.word(i).lower()
    if word in lexicon.denial_words("otherwise"):
        told = any(is_one_of("tell_it", reading.word(k)) for k in range(max(0, i - BETWEEN), i))
        return told and not _is_quoted(hearing, i)
    if word not in lexicon.denial_words("unlike_account"):
        return False
    behind = range(i + 1, min(i + 1 + BETWEEN, len(reading)))
    noun = next((k for k in behind if reading.pos[k] == "NOUN"), None)
    if noun is None or not is_one_of("version_of_it", reading.word(noun)) or reading.word(noun).endswith("s"):
        return False  # "conflicting accounts" are of more than one
    given = (reading.head[noun], *range(max(0, i - BETWEEN), i))
    return any(is_one_of("give_account", reading.word(k)) for k in given) and not _is_quoted(hearing, i)


def _is_quoted(hearing: Hearing, i: int) -> bool:
    """Whether a word is one of somebody's own."""
    start = hearing.reading.starts[i]
    near = hearing.before(min(i + 1, len(hearing.reading) - 1), 0)
    direct = (hearing.statements[n] for n in near if hearing.statements[n].quotation != "indirect")
    return any(a <= start < b for one in direct for a, b in one.content)


def _after(hearing: Hearing, i: int) -> Claim | None:
    """The first claim after a word, or around it, of whoever tells it otherwise."""
    here = hearing.reading.sentence[i]
    for claim in hearing.claims.all:
        if claim.words[1] <= i or hearing.reading.sentence[claim.words[0]] - here > AFTER:
            continue
        if _tells(hearing, claim) and claim.words[0] > i:
            return claim
    return None


def _before(hearing: Hearing, i: int, other: Claim) -> Claim | None:
    """The last claim before a word of somebody who may stand against whoever makes another."""
    here, of = hearing.reading.sentence[i], hearing.statements
    speaker = of[other.statement].speaker
    told = [
        claim
        for claim in hearing.claims.all
        if claim.words[1] <= i
        and 0 <= here - hearing.reading.sentence[claim.words[0]] <= BEFORE
        and _tells(hearing, claim)
        and hearing.opposed(of[claim.statement].speaker, speaker)
        and hearing.together(claim.statement, other.statement)
    ]
    last = told[-1] if told else None
    # Of what he said in his turn the first tells it best, if the other does not take up the words of another.
    turn = [c for c in told if last is not None and of[c.statement].speaker == of[last.statement].speaker]
    return max(turn, key=lambda claim: len({t for t in claim.terms & other.terms if t[0] != "="}), default=None)


def _tells(hearing: Hearing, claim: Claim) -> bool:
    """Whether a claim tells how it was."""
    statement = hearing.statements[claim.statement]
    return (
        bool(statement.speaker)
        and statement.force in (*ASSERTING, *OPPOSING)
        and not claim.possible
        and hearing.clause(claim)
    )
