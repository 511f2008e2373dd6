"""One thing that happened, and two reasons given for it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sayso import lexicon
from sayso.account.disputed.assertions import facing, set_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import has_word
from sayso.account.disputed.hearing import Found, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.stems import is_one_of, stem, stems

DOWN = 5  # words behind "bring" in which "down" stands, and behind "died of" in which it is told of what
ROOT = 5  # letters that a verb and its noun have in common, at least


@dataclass(frozen=True, slots=True)
class _Cause:
    effect: frozenset[str]
    cause: frozenset[str]


def rival_causes(hearing: Hearing, asserted: Sequence[Claim]) -> Iterator[Found]:
    """One thing that happened, and another reason given for it; or a reason, and rival explanations after it."""
    told = [(claim, cause) for claim in asserted if (cause := _cause(hearing, claim)) is not None]
    causes = dict(told)
    for one, other in facing(hearing, [claim for claim, _ in told]):
        a, b = causes[one], causes[other]
        if _one_effect(a.effect, b.effect) and not a.cause & b.cause and (a.effect or b.effect):
            yield set_against(hearing, one, other, "cause", f"why: {hearing.short(hearing.reading.span(one.words))}")
    yield from _explained_otherwise(hearing)


def _one_effect(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether all words of one effect are in the other, as a verb or as its noun: "derailed", "the derailment"."""
    fewer, more = sorted((a, b), key=len)
    return all(
        any(one == other or (min(len(one), len(other)) >= ROOT and (one.startswith(other) or other.startswith(one)))
            for other in more)
        for one in fewer
    )  # fmt: skip


def _cause(hearing: Hearing, claim: Claim) -> _Cause | None:
    """What a claim says came of what: "E because of C", "C caused E", "blamed E on C", "died of C", "C brought it
    down"."""
    words, blames = hearing.reading.word, bool(hearing.denials.cue(claim.statement) & stems("blame"))
    for i in range(*claim.words):
        word = words(i).lower()
        before, after = range(claim.words[0], i), range(i + 1, claim.words[1])
        if stem(word) in stems("because") or (blames and word in ("on", "to")):
            return _joined(hearing, before, after)
        if blames and word == "for":
            return _joined(hearing, after, before)
        if word in ("for", "after") and i > claim.words[0] and _is_put_out(hearing, before):
            return _joined(hearing, before, after)  # "was punished {for} warning them"
        if stem(word) in stems("bring_about") and hearing.reading.pos[i] == "VERB":
            passive = any(hearing.reading.relation[k] == "aux:pass" for k in hearing.claims.children[i])
            return _joined(hearing, before, after) if passive else _joined(hearing, after, before)
        if is_one_of("bring", word) and (brought := _brought_down(hearing, i)):
            return _joined(hearing, brought, before)
        if valency.is_one_of("dying", hearing.reading, i) and (of := _died_of(hearing, i)):
            return _joined(hearing, range(claim.words[0], i + 1), of)
    told_for = claim.words[0] > 0 and words(claim.words[0] - 1).lower() == "for"  # what comes of it, by itself
    if blames and hearing.reading.pos[claim.words[0]] != "VERB" and not told_for:
        # "Blamed {the rain}" for what was told of.
        rain = frozenset(term for i in range(*claim.words) if (term := hearing.claims.term(i)))
        return _Cause(_blamed_for(hearing, claim), rain) if rain else None
    return None


def _blamed_for(hearing: Hearing, claim: Claim) -> frozenset[str]:
    """What somebody is blamed for behind the words for him: "settlers, whom many {blame} for {the lack of water}"."""
    own = [one for one in hearing.claims.of[claim.statement] if one is not claim]
    behind = (one for one in own if hearing.reading.word(one.words[0] - 1).lower() == "for")
    return next((one.terms for one in behind), frozenset())


def _brought_down(hearing: Hearing, verb: int) -> range:
    """What something is said to have brought down, with the words for that: "{brought} the roof {down}"."""
    end = min(verb + DOWN, len(hearing.reading))
    down = next((i for i in range(verb + 1, end) if hearing.reading.word(i).lower() == "down"), None)
    return range(verb, down + 1) if down is not None else range(0)


def _died_of(hearing: Hearing, verb: int) -> list[int]:
    """The words for what somebody died of: "of {a fever}"."""
    reading, at = hearing.reading, verb + 1
    if at >= len(reading) or reading.word(at).lower() not in ("of", "from"):
        return []
    words = range(at + 1, min(at + 1 + DOWN, len(reading)))
    return list(takewhile(lambda i: reading.pos[i] in ("DET", "ADJ", "NOUN", "PROPN"), words))


def _joined(hearing: Hearing, effect: Iterable[int], cause: Iterable[int]) -> _Cause | None:
    effect = list(effect)
    came, of = (frozenset(term for i in words if (term := hearing.claims.term(i))) for words in (effect, cause))
    if any(_falls(hearing, i) for i in effect):
        came = came - stems("fall") - stems("bring") | {"fall"}
    if _is_put_out(hearing, effect):  # "was punished", "lost her post"
        came = frozenset(t for i in effect if hearing.reading.pos[i] == "PROPN" and (t := hearing.claims.term(i)))
        came |= {"put out"}
    came = came - stems("broader") or came  # "the animals" are the cattle told of
    return _Cause(came, of) if came and of else None


def _is_put_out(hearing: Hearing, words: Iterable[int]) -> bool:
    """Whether words tell that somebody lost what he was or had: "was {sacked}", "{lost} her {post}"."""
    found = [hearing.reading.word(i) for i in words if hearing.reading.pos[i] in ("VERB", "NOUN")]
    lost = any(is_one_of("losing", word) for word in found) and any(is_one_of("post", word) for word in found)
    return lost or any(is_one_of("put_out", word) for word in found)


def _falls(hearing: Hearing, i: int) -> bool:
    """Whether a word tells that something fell: "{collapsed}", "{gave} way", "brought it {down}"."""
    after = hearing.reading.word(i + 1).lower() if i + 1 < len(hearing.reading) else ""
    gave_way = after in lexicon.denial_words("way") and is_one_of("give_way", hearing.reading.word(i))
    return gave_way or hearing.reading.word(i).lower() == "down" or is_one_of("fall", hearing.reading.word(i))


def _explained_otherwise(hearing: Hearing) -> Iterator[Found]:
    """A reason somebody gives, and rival explanations in the next sentence."""
    reading = hearing.reading
    rivals = {reading.sentence[i] for i in range(len(reading)) if _rival(hearing, i)}
    for n in hearing.order if rivals else ():
        cause = next((c for c in hearing.claims.of[n] if has_word(hearing, c, "cause")), None)
        if cause is None or hearing.statements[n].speaker is None:
            continue
        here = hearing.sentence(n)
        for k in hearing.order[bisect_right(hearing.order_places, hearing.places[n]) :]:
            if hearing.sentence(k) - here > 1:
                break
            if (
                hearing.sentence(k) in rivals
                and hearing.opposed(hearing.statements[n].speaker, hearing.statements[k].speaker)
                and len(hearing.claims.of[k][:1])
                and len(hearing.claims.of[k][0].terms) > 1
            ):
                claim = hearing.claims.of[k][0]
                claimed, contested = Position(reading.span(claim.words)), Position(reading.span(cause.words))
                claimed.add(hearing.statements[k].speaker, k)
                contested.add(hearing.statements[n].speaker, n)
                yield Found(
                    claimed, contested, "cause", f"why: {hearing.short(reading.span(cause.words))}", [cause, claim]
                )
                break


def _rival(hearing: Hearing, i: int) -> bool:
    """Whether a word tells of rival explanations: "theories", "conflicting accounts"."""
    word = hearing.reading.word(i).lower()
    if word not in lexicon.denial_words("rival"):
        return False
    if word in lexicon.denial_words("theory"):
        return True
    following = stem(hearing.reading.word(i + 1)) if i + 1 < len(hearing.reading) else ""
    return following in stems("claim") | stems("remark")
