"""One thing that the report tells of, and two ways in which it is said to have come about: "had {a heart attack}", "had
been {beaten}"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import cast

from sayso import lexicon
from sayso.account.disputed.assertions import facing, set_against
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.contrasts import elsewhere
from sayso.account.disputed.hearing import Found, Hearing
from sayso.account.grammar import valency
from sayso.account.grammar.stems import forms, listed
from sayso.model import DisputeKind

BEFORE = 3  # sentences before two accounts in which it is told of what they are


@dataclass(frozen=True, slots=True)
class _Matter:
    kind: DisputeKind
    told: frozenset[str]  # one of these tells that the report is of it
    ways: tuple[frozenset[str], ...]


@cache
def _matters() -> tuple[_Matter, ...]:
    return tuple(
        _Matter(cast(DisputeKind, kind), listed(told.split()), tuple(listed(way.split()) for way in ways.split(" / ")))
        for kind, told, ways in lexicon.rows("ways.tsv", 3)
    )


def rival_ways(hearing: Hearing, asserted: Sequence[Claim]) -> Iterator[Found]:
    """Two who tell one after the other how a thing came about, each in another way."""
    heard = set[int]()
    said = {claim: _stems(hearing, _affirmed(hearing, claim)) for claim in asserted}
    for one, other in facing(hearing, asserted):
        if not heard.isdisjoint((one.statement, other.statement)):
            continue  # each has been answered
        if elsewhere(hearing, one, other) or not _goes_on(hearing, other):
            continue
        told = _told_around(hearing, one, other)
        for matter in _matters():
            ways = [_ways(matter, said[claim]) for claim in (one, other)]
            if all(ways) and ways[0].isdisjoint(ways[1]) and matter.told & told:
                heard |= {one.statement, other.statement}
                yield set_against(hearing, one, other, matter.kind, hearing.issue([one, other]))
                break


def _ways(matter: _Matter, said: frozenset[str]) -> frozenset[int]:
    return frozenset(n for n, way in enumerate(matter.ways) if way & said)


def _affirmed(hearing: Hearing, claim: Claim) -> list[int]:
    """The words of a claim but those by which it says what was not."""
    negated = hearing.claims.negated_words(claim)
    return [i for i in range(*claim.words) if i not in negated]


def _stems(hearing: Hearing, words: Iterable[int]) -> frozenset[str]:
    """The stems of words, and of each with the next."""
    found = [(i, forms(hearing.reading.word(i))) for i in words]
    pairs = (f"{a}_{b}" for (i, one), (k, other) in pairwise(found) if k == i + 1 for a in one for b in other)
    return frozenset((*(form for _, some in found for form in some), *pairs))


def _told_around(hearing: Hearing, one: Claim, other: Claim) -> frozenset[str]:
    """The stems of all words from some sentences before two accounts to the end of the second, the report's own among
    them."""
    sentence = hearing.reading.sentence
    first = max(0, sentence[one.words[0]] - BEFORE)
    return _stems(hearing, range(bisect_left(sentence, first), bisect_right(sentence, sentence[other.words[0]])))


def _goes_on(hearing: Hearing, other: Claim) -> bool:
    """Whether a claim may be of what is told already: of nobody else ("{a} guard was stabbed") and nothing unlike."""
    reading, root = hearing.reading, hearing.claims.root(other.words)
    unlike = (i for i in range(*other.words) if valency.is_word("unlike", reading, i))
    if any(reading.relation[i] in ("amod", "det") for i in unlike):
        return False  # "{another} man", not "an hour {earlier}"
    whom = (i for i in valency.parts(reading, root, *valency.SUBJECTS, "obj") if reading.pos[i] == "NOUN")
    people = (i for i in whom if (mention := reading.mentions.get(i)) is not None and mention.kind == "person")
    return not any(_is_new(hearing, i) for i in people)


def _is_new(hearing: Hearing, i: int) -> bool:
    """Whether somebody is told of for the first time: "{a} guard", "{two} guards"."""
    reading = hearing.reading
    before = [k for k in hearing.claims.children[i] if k < i]
    return any(valency.is_word("indefinite-article", reading, k) or reading.relation[k] == "nummod" for k in before)
