"""Which words does the model take for those that fill a role?

It says of every word how likely it fills a role in an event; the tree tells which words are one phrase."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.happened.act_types import SENT
from sayso.account.happened.tellings import Telling
from sayso.reader.reading import Reading, Words

FILLED = {"actor": 0.15, "recipient": 0.15, "place": 0.3, "time": 0.15, "figure": 0.15}  # how likely one is filled
FIGURE = 0.1  # and by one word as a figure
ELSEWHERE = 0.6  # and a place in another sentence
OTHER = 0.25  # and a second, beside the likeliest
SURELY = 0.5  # and of an act's phrase those whose act it may be
JOINED = 0.05  # and the one to which the likeliest is joined by "and"


def fillers(reading: Reading, telling: Telling, role: str) -> Iterator[Words]:
    """The words that fill a role of a telling, the likeliest first."""
    likely = dict(telling.happening.roles[role])
    if sum(likely.values()) < FILLED[role]:
        return
    if role == "figure":
        yield from ((i, i + 1) for i, p in likely.items() if p > FIGURE)
        return
    tops = _tops(reading, telling, role, _mass(reading, telling, role, likely))
    if role not in ("actor", "recipient"):
        yield from (whom.phrase(reading, top, telling.trigger) for top in tops)
        return
    found = dict.fromkeys(words for top in tops for words in whom.who(reading, top, telling.trigger))
    found = found or dict.fromkeys(_whose(reading, telling, role, tops))
    yield from (w for w in found if not any(w != o and o[0] <= w[0] and w[1] <= o[1] for o in found))


def _whose(reading: Reading, telling: Telling, role: str, tops: list[int]) -> Iterator[Words]:
    """Of acts that nobody is told to have done, those whom the model takes to fill a role by words within their phrase,
    be the tree wrong: "condemned {Chad's} ‘reckless’ shelling"."""
    for top in tops:
        around = reading.mentions.get(top)
        a, b = (top, top) if around is None else around.words
        inside = [m for i, m in reading.mentions.items() if a <= m.words[0] and m.words[1] <= b and i != top]
        people = [m.words for m in inside if m.kind in ("person", "organization")]
        yield from (words for words in people if telling.fills(role, words) >= SURELY)


def _mass(reading: Reading, telling: Telling, role: str, likely: dict[int, float]) -> dict[int, float]:
    """How likely the phrases fill a role, each by the word that heads it. likely: how likely each word does."""
    mass: dict[int, float] = {}
    for i, p in likely.items():
        top = whom.top_of(reading, i, telling.trigger, likely, telling.shown, people=role != "place")
        if _may_fill(reading, role, top):
            mass[top] = mass.get(top, 0.0) + p
    sent = {top for top in mass if top in telling.shown}
    if role == "recipient" and telling.type in SENT and len(sent) < len(mass):  # "expelled two {Chinese} diplomats"
        return {top: p for top, p in mass.items() if top not in sent}
    return mass


def _tops(reading: Reading, telling: Telling, role: str, mass: dict[int, float]) -> list[int]:
    """The heads of the phrases that fill a role, the likeliest first. mass: how likely each does."""
    best = max(mass, key=lambda top: mass[top], default=None)
    if best is None:
        return []
    if role == "place" and mass[best] < ELSEWHERE and reading.sentence[best] != reading.sentence[telling.trigger]:
        return []
    joined = reading.head[best] if reading.relation[best] == "conj" else best  # "{Peru} and Chile"
    likely = (top for top in sorted(mass) if top != best and mass[top] > (JOINED if top == joined else OTHER))
    return [best, *(top for top in likely if not whom.is_part(reading, best, top))]


def _may_fill(reading: Reading, role: str, word: int) -> bool:
    """Whether the phrase that a word heads may fill a role: nobody acts who is nobody, nor a place where something is
    done, and to that nothing is done, either."""
    if role == "actor" and whom.is_where(reading, word):
        return False
    if role not in ("actor", "recipient"):
        return reading.pos[word] not in whom.NAMELESS
    if whom.is_setting(reading, word) or whom.is_nobody(reading, word) or whom.is_when(reading, word):
        return False
    if _is_before_or_after(reading, word):
        return False
    aimed_at = not (whom.is_weapon(reading, word) or valency.is_one_of("nowhere", reading, word))
    return role == "actor" or aimed_at


def _is_before_or_after(reading: Reading, word: int) -> bool:
    """Whether what a word means only tells before or after what something was: "resigned after {the flood}"."""
    if whom.is_somebody(reading, word) or reading.relation[word] not in ("obl", "advcl"):
        return False
    return not valency.forms(reading, word, "case", "mark").isdisjoint(lexicon.time_cues("apart"))
