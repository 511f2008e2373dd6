"""Which answer says of another's words that they are not so, without a denial of its own?"""

from __future__ import annotations

from collections.abc import Iterator

from sayso import lexicon
from sayso.account.disputed.claim_owners import owner
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.hearing import Found, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.stems import is_one_of, stems
from sayso.account.said.force_types import ASSERTING
from sayso.reader import Words

SHORT = 4  # words of an answer that says but that it is so, or is not


def countered(hearing: Hearing) -> Iterator[Found]:
    """ "Hit back at comments made by the minister, saying that …": an answer to somebody's words that says of what
    they tell that it is not so."""
    for n, statement in enumerate(hearing.statements):
        if not hearing.claims.of[n] or not (hearing.denials.cue(n) & (stems("counter") | stems("dismiss"))):
            continue
        noun = hearing.denials.claim_noun(hearing.claims.of[n][0], remarks=True)
        whose = owner(hearing, noun) if noun is not None else None
        if whose is None or not hearing.opposed(statement.speaker, whose):
            continue
        for k, answer in _negations(hearing, n):
            if (best := _answered(hearing, answer, whose)) is not None:
                claimed, contested = Position(hearing.reading.span(best.words)), Position(hearing.told(k, answer))
                claimed.add(whose, best.statement)
                contested.add(statement.speaker, n)
                contested.add(statement.speaker, k)
                kind, issue = hearing.kind([answer, best]), hearing.issue([best, answer])
                yield Found(claimed, contested, kind, issue, [best, answer])
                break


def _negations(hearing: Hearing, n: int) -> Iterator[tuple[int, Claim]]:
    """What the speaker of a statement says near it that is not so."""
    for k in hearing.near(n):
        if k != n and hearing.statements[k].speaker == hearing.statements[n].speaker:
            yield from ((k, claim) for claim in hearing.claims.of[k] if claim.negated)


def _answered(hearing: Hearing, answer: Claim, speaker: str) -> Claim | None:
    """The claim of a speaker that an answer is likest, with two words in common."""
    told = [
        claim
        for claim in hearing.claims.like(answer.terms, answer.words[0])
        if hearing.statements[claim.statement].speaker == speaker and len(answer.terms & claim.terms) >= 2
    ]

    def likeness(claim: Claim) -> tuple[int, int]:
        return len(answer.terms & claim.terms), -abs(claim.words[0] - answer.words[0])

    return max(told, key=likeness, default=None)


def reported_otherwise(hearing: Hearing) -> Iterator[Found]:
    """ "The square will not be closed, as some papers had claimed", "denied that …, as he had suggested": others said
    what somebody says is not so."""
    reading = hearing.reading
    for k, other in enumerate(hearing.statements):
        if (as_ := _as_told(hearing, k)) is None or other.cue is None:
            continue
        for n in hearing.beside(k):
            denied = _denied_beside(hearing, n, k)
            if denied is None or not hearing.opposed(hearing.statements[n].speaker, other.speaker):
                continue
            if denied.words[0] < as_ < denied.words[1]:
                denied = hearing.claims.claim(n, (denied.words[0], as_ - (reading.word(as_ - 1) == ",")))
            claimed, contested = Position(other.cue), Position(hearing.told(n, denied))
            if other.speaker_span:
                claimed.span = min(other.cue, other.speaker_span)[0], max(other.cue[1], other.speaker_span[1])
            claimed.add(other.speaker, k)
            contested.add(hearing.statements[n].speaker, n)
            yield Found(claimed, contested, hearing.kind([denied]), hearing.issue([denied]), [denied])
            break


def _as_told(hearing: Hearing, k: int) -> int | None:
    """The "as" by which a statement tells that somebody has reported what stands beside it."""
    other, reading = hearing.statements[k], hearing.reading
    if other.speaker is None or other.cue is None or not hearing.denials.cue(k) & stems("report"):
        return None
    verb = hearing.claims.root(reading.within(other.cue))
    marks = (i for i in hearing.claims.children[verb] if reading.relation[i] == "mark")
    return next((i for i in marks if reading.word(i).lower() == "as"), None)


def _denied_beside(hearing: Hearing, n: int, k: int) -> Claim | None:
    """What a statement says is not so in the sentence of another."""
    here = hearing.sentence(k)
    if hearing.sentence(n) != here:
        return None
    denies = bool(hearing.denials.cue(n) & stems("deny"))
    claims = (c for c in hearing.claims.of[n] if c.negated or denies)
    return next((c for c in claims if hearing.reading.sentence[c.words[0]] == here), None)


def answered_shortly(hearing: Hearing) -> Iterator[Found]:
    """ "Miners say it is no glacier. Scientists say it is.": an answer of a pronoun and an auxiliary, which says of
    what another has just said that it is so, or is not."""
    for n in hearing.order:
        if hearing.statements[n].force == "agree" or (answer := _short_answer(hearing, n)) is None:
            continue  # "conceded that was so"
        k = _last_said(hearing, n)
        if k is None or not hearing.claims.of[k] or hearing.statements[k].force not in (*ASSERTING, "deny"):
            continue
        claim = hearing.claims.of[k][-1]
        alike = _first_auxiliary(hearing, claim) & _first_auxiliary(hearing, answer)
        decided = _is_of_a_plan(hearing, claim, answer)
        if claim.negated == answer.negated or not (decided or (alike and not claim.possible)):
            continue
        if hearing.opposed(hearing.statements[n].speaker, hearing.statements[k].speaker):
            claimed, contested = Position(hearing.reading.span(claim.words)), Position(hearing.told(n, answer))
            claimed.add(hearing.statements[k].speaker, k)
            contested.add(hearing.statements[n].speaker, n)
            yield Found(claimed, contested, hearing.kind([claim]), hearing.issue([claim]), [claim, answer])


def _is_of_a_plan(hearing: Hearing, claim: Claim, answer: Claim) -> bool:
    """Whether an answer says that what another told to be decided is not: "would be {closed}", "it {will not be}"."""
    reading, root = hearing.reading, hearing.claims.root(claim.words)
    last = [reading.word(i).lower() for i in range(*answer.words) if reading.pos[i] != "PUNCT"][-1:]
    decided = "be" in valency.forms(reading, root, "aux:pass", "cop")
    return last == ["be"] and decided and reading.word(root).lower().endswith(("ed", "en"))


def _last_said(hearing: Hearing, n: int) -> int | None:
    """What was said last before a statement, but for what the same voice says within the sentence."""
    for k in hearing.before(hearing.places[n], 1):
        own = hearing.statements[k].speaker == hearing.statements[n].speaker or hearing.overlap(n, k)
        if not (own and hearing.sentence(k) == hearing.sentence(n)):
            return k
    return None


def _short_answer(hearing: Hearing, n: int) -> Claim | None:
    """The words of a statement that say but that it is so, or is not: "they did", "it is not", "{most of them had} and
    the rest would", "papers that showed {it had}"."""
    claims = hearing.claims.of[n]
    if not claims:
        return None
    first, last = claims[0].words, claims[-1].words
    if len(claims) == 1 and _is_short(hearing, first):
        return claims[0]
    if (end := _elided(hearing, first)) is not None:
        return hearing.claims.claim(n, (first[0], end))
    backwards = range(last[1] - 1, last[0] - 1, -1)
    shown = next((i for i in backwards if is_one_of("showing", hearing.reading.word(i))), None)
    answer = None if shown is None else (shown + 1, last[1])
    return hearing.claims.claim(n, answer) if answer and _is_short(hearing, answer) else None


def _elided(hearing: Hearing, words: Words) -> int | None:
    """Where words end that open with some of those told of, and an auxiliary: "{most of them had} and …"."""
    small = [hearing.reading.word(i).lower() for i in range(*words)]
    auxiliaries = lexicon.denial_words("auxiliary")
    end = next((at for at, word in enumerate(small) if word in auxiliaries), None)
    if end is None or "them" not in small[:end] or small[0] not in lexicon.function_words("quantity"):
        return None
    while end < len(small) and small[end] in auxiliaries | {"been", "not"}:
        end += 1
    over = end == len(small) or small[end] in lexicon.function_words("parting") or not small[end][0].isalnum()
    return words[0] + end if over else None


def _is_short(hearing: Hearing, words: Words) -> bool:
    """Whether words are but a pronoun and an auxiliary, negated or not: "they did", "it is not"."""
    reading = hearing.reading
    told = [i for i in range(*words) if reading.pos[i] != "PUNCT"]
    small = all(reading.pos[i] in ("PRON", "AUX", "PART", "ADV", "SCONJ") or _is_auxiliary(hearing, i) for i in told)
    return small and 2 <= len(told) <= SHORT and any(_is_auxiliary(hearing, i) for i in told)


def _is_auxiliary(hearing: Hearing, i: int) -> bool:
    return hearing.reading.word(i).lower() in lexicon.denial_words("auxiliary")


def _first_auxiliary(hearing: Hearing, claim: Claim) -> set[str]:
    """The auxiliaries of a claim in their base forms; "do" for one whose verb has none: "died", "did not"."""
    reading, auxiliaries = hearing.reading, lexicon.denial_words("auxiliary")
    words = (reading.word(i).lower() for i in range(*claim.words))
    found = {min(lexicon.lemmas(word)) for word in words if word in auxiliaries}
    root = hearing.claims.root(claim.words)
    bare = reading.pos[root] == "VERB" and not any(
        reading.relation[i] in ("aux", "cop") for i in hearing.claims.children[root]
    )
    return found | ({"do"} if bare and not found else set())
