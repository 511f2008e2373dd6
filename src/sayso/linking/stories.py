"""Which reports tell one story: by the words they share and how rare these are, above all in title and first lines.

Two reports of one story use the same names and the same rare words; what is close in time is more likely one story
(Allan, Topic Detection and Tracking, 2002). Likeness is the cosine of the words' weights, once over the whole report
and once over what stands at its head, where a report says what it is about. Two that have no name in common tell two
stories; if a country is all that they share, so they do the more, the longer apart they are and the more their other
words agree: briefings, market reports and reports of accidents are written by a form. Every figure depends on the two
reports alone.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import fsum, log, log1p, sqrt

from sayso import lexicon
from sayso.linking.keys import Key
from sayso.linking.told import Source
from sayso.linking.words import names, rarity, words

HEAD = 100  # words in which a report says what it is about
TITLE = 2  # what a word of the title counts more
LEAST = 1.0  # rarity of a word that counts at all
WHOLE_TERMS, HEAD_TERMS = 80, 60  # of the heaviest words
A_DAY_APART = 0.02  # what likeness loses for each e-fold of days between the dates of two reports
NAME = 4.0  # rarity of a name that tells a story
NAMED = 8.0  # rarity of the names that two reports share, summed, from which they are surely of the same
KNOWN = 2.0  # rarity of what everyone knows (a country) that may tell a story with other words
KNOWN_ALONE = 0.2  # what likeness loses where two reports share no other name than that
NAMELESS = 1.0  # and where they share none
PARTED = 60  # days apart at which what has no name in common is two stories
FORM, FORMED = 0.5, 4.0  # likeness of all other words from which they are of one form; what each point more takes away
UNDATED = 30  # days that two reports are taken to be apart where one has no date
SAME = 0.16  # likeness of reports of one story
NEAR = 0.13  # likeness under which nothing is compared further

KEYED, PAIRED = 8, 7  # of the heaviest words at the head: those that are keys alone, and two by two
KEYED_RARITY = 4.0  # of a word that is a key alone, among reports of about one date
PAIRED_RARITY, PAIRED_NAME = 9.0, 5.0  # of two words together that are a key whatever the date; of the name in them
PERIOD = 60  # days


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a report tells its story."""

    ref: str
    day: int | None  # of its date
    whole: Mapping[str, float]  # weights of words, of length 1
    head: Mapping[str, float]
    names: frozenset[str]  # the rare ones in all of it, but for those that everyone knows
    known: frozenset[str]  # those at its head
    unnamed: float  # length of `whole` without them


@dataclass(frozen=True, slots=True)
class Match:
    """How much two reports look like one story, and by what."""

    score: float
    features: Mapping[str, float]  # each with what it adds to the score
    form: float = 0.0  # likeness of the words that are no names: what is written by one form is alike in these

    @property
    def same(self) -> bool:
        """Whether they tell one story."""
        return self.score >= SAME

    @property
    def worth_comparing(self) -> bool:
        """Whether they are near enough for their tellings to be compared."""
        return self.score >= NEAR


def profile(source: Source) -> Profile:
    """What of this report tells its story."""
    text = words(source.text)
    head = Counter(text[:HEAD])
    for word in words(source.title or source.text.partition("\n")[0]):
        head[word] += TITLE
    whole = _heaviest(Counter(text), WHOLE_TERMS)
    heaviest = _heaviest(head, HEAD_TERMS)
    named = {name for name in names(source.text) if len(name) > 1 and name not in _calendar()}
    rare = frozenset(name for name in named - _everyones() if rarity(name) >= NAME)
    return Profile(
        source.ref,
        datetime.date.fromisoformat(source.published[:10]).toordinal() if source.published else None,
        whole,
        heaviest,
        rare,
        frozenset(name for name in named & _everyones() & heaviest.keys() if rarity(name) >= KNOWN),
        sqrt(fsum(weight * weight for word, weight in whole.items() if word not in rare)),
    )


def _heaviest(counts: Mapping[str, int], most: int) -> dict[str, float]:
    """The words that weigh most, scaled to length 1; ties are settled by the word."""
    weights = [((1 + log(count)) * rare, word) for word, count in counts.items() if (rare := rarity(word)) > LEAST]
    weights.sort(key=lambda one: (-one[0], one[1]))
    del weights[most:]
    length = sqrt(fsum(weight * weight for weight, _ in weights)) or 1.0
    return {word: weight / length for weight, word in weights}


@cache
def _everyones() -> frozenset[str]:
    """The words of names that any number of stories share: of countries, their people and capitals, of what stands for
    their governments, of the bodies of the world."""
    return frozenset(
        word
        for one in lexicon.countries().values()
        for name in (one.name, *one.also, *one.short, *one.adjectives, *one.people, *one.capitals)
        for word in words(name) + words(f"{name}s")  # "Israelis"
    ).union(
        *map(words, lexicon.seat_names()),
        *(words(name) for name in lexicon.organizations() if " " not in name),  # "the Liberation Front" is any one
    )


@cache
def _calendar() -> frozenset[str]:
    """The words of months and days, which are written as names are."""
    return frozenset().union(*map(words, lexicon.time_words()))


def compare(one: Profile, other: Profile) -> Match:
    """How much two reports look like one story. What can no longer come near is not compared to the end."""
    named = _named(one, other)
    if not named and one.names and other.names and one.known.isdisjoint(other.known):
        return Match(-NAMELESS, {"names": -NAMELESS})
    apart = abs(one.day - other.day) if one.day and other.day else UNDATED
    unnamed = 1 - named
    features = {
        "days": -A_DAY_APART * log1p(apart),
        "names": -unnamed * min(1.0, apart / PARTED) - (0.0 if named else KNOWN_ALONE),
    }
    score, form = fsum(features.values()), 0.0
    if score + 1 >= NEAR:
        features["head"] = _cosine(one.head, other.head) / 2
        score = fsum(features.values())
    if score + 0.5 >= NEAR:
        features["words"] = _cosine(one.whole, other.whole) / 2
        score = fsum(features.values())
    if score >= NEAR:
        form = _form(one, other)
        features["names"] -= unnamed * FORMED * max(0.0, form - FORM)
        score = fsum(features.values())
    return Match(score, features, form)


def of_others(one: Profile, other: Profile) -> bool:
    """Whether two reports name whom they are about, and not one of them is the same."""
    return bool(one.names and other.names) and one.names.isdisjoint(other.names)


def _named(one: Profile, other: Profile) -> float:
    """From 0 to 1: how surely two reports name the same, one of them at its head. What is a name in one may be written
    small in the other: "Bitcoin fell", "the bitcoin market"."""
    shared = (one.names & (other.names | other.head.keys())) | (other.names & one.head.keys())
    rare = [rarity(name) for name in shared if name in one.head or name in other.head]
    return min(1.0, fsum(rare) / NAMED)


def _form(one: Profile, other: Profile) -> float:
    """The likeness of all words that are no names."""
    shared = (one.whole.keys() & other.whole.keys()) - one.names - other.names
    length = one.unnamed * other.unnamed
    return fsum([one.whole[word] * other.whole[word] for word in shared]) / length if length else 0.0


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Summed exactly: the last digit may decide, and must not depend on the order."""
    return fsum([one[word] * other[word] for word in one.keys() & other.keys()])


def keys(profile: Profile) -> set[Key]:
    """What a report shares with those of the same story: reports that have none of these in common are not compared.

    A rare word at its head, among reports of about the same date; and two of them, one a name, whatever the date: it
    may be that of a crawl, or none. Dates are cut into periods twice, half a period apart, so that no two days close
    to each other are parted."""
    heaviest = list(profile.head)
    found = {
        Key(" ".join(sorted(pair)))
        for pair in combinations(heaviest[:PAIRED], 2)
        if sum(map(rarity, pair)) >= PAIRED_RARITY
        and any(word in profile.names and rarity(word) >= PAIRED_NAME for word in pair)
    }
    if profile.day:
        half = PERIOD // 2
        periods = profile.day // PERIOD * PERIOD, (profile.day + half) // PERIOD * PERIOD - half
        found |= {Key(word, since) for word in heaviest[:KEYED] if rarity(word) >= KEYED_RARITY for since in periods}
    return found
