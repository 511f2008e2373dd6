"""Who does it, to whom, where, when, how many: the words that fill the roles of a telling.

The model says of every word how likely it fills a role in an event; the tree tells which words are one phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso import lexicon
from sayso.account.events import Telling
from sayso.account.statements import Saying
from sayso.reader import labels
from sayso.reader.reading import Reading, Words

FILLED = {"actor": 0.15, "recipient": 0.15, "place": 0.15, "time": 0.15, "figure": 0.15}  # how likely one is filled
OTHER = 0.25  # and a second, beside the likeliest
SHARE = 0.3  # a phrase also belongs to the one around it if that is so likely beside it
INNER = ("det", "case", "flat", "compound", "nmod:desc", "goeswith", "fixed", "punct", "amod", "nummod")
OUTER = ("nmod", "nmod:poss", "appos")  # a phrase within another, which may be the one meant
NAMELESS = ("VERB", "AUX", "ADV", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART")  # what names nobody and nothing
LONG = 25  # words of a phrase, at most


def fill(reading: Reading, told: Sequence[Telling], found: Sequence[Saying]) -> None:
    """Give each telling the words that fill its roles."""
    sources = {i: saying.source for saying in found if saying.cue and saying.source for i in range(*saying.cue)}
    for telling in told:
        telling.parts = {role: list(_fillers(reading, telling, role)) for role in labels.ROLES}
        source = sources.get(telling.trigger)
        if source and telling.type in ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"):
            telling.parts["actor"] = [source]  # whoever utters a demand makes it
            telling.parts["recipient"] = [w for w in telling.parts["recipient"] if w != source]


def _fillers(reading: Reading, telling: Telling, role: str) -> Iterator[Words]:
    likely = dict(telling.happening.roles[role])
    if sum(likely.values()) < FILLED[role]:
        return
    if role == "figure":
        yield from ((i, i + 1) for i, p in likely.items() if p > 0.1)
        return
    mass: dict[int, float] = {}
    for i, p in likely.items():
        top = _top(reading, i, telling.trigger, likely)
        if reading.pos[top] not in NAMELESS:
            mass[top] = mass.get(top, 0.0) + p
    if not mass:
        return
    best = max(mass, key=lambda top: mass[top])
    others = [top for top in sorted(mass) if top != best and mass[top] > OTHER and not _joined(reading, best, top)]
    for top in [best, *others]:
        if role not in ("actor", "recipient") or not _is_act(reading, top):
            yield _phrase(reading, top, telling.trigger)
        elif (owner := _owner(reading, top)) is not None:
            yield _phrase(reading, owner, telling.trigger)


def _is_act(reading: Reading, top: int) -> bool:
    """Whether a phrase means an act, which neither acts nor is acted upon: "Russian air-strikes", "20 sorties"."""
    mention = reading.mentions.get(top)
    if reading.pos[top] != "NOUN" or (mention and mention.kind in ("person", "organization", "place")):
        return False
    return lexicon.event_word(reading.word(top), "NOUN") is not None


def _owner(reading: Reading, top: int) -> int | None:
    """Whose act it is: "Russia" of "Russia's strikes", "Russian" of "Russian strikes"."""
    for i in range(max(0, top - LONG), top):
        if reading.head[i] == top and (
            reading.relation[i] == "nmod:poss"
            or (reading.pos[i] in ("ADJ", "PROPN") and lexicon.nationality(reading.word(i)))
        ):
            return i
    return None


def _joined(reading: Reading, one: int, other: int) -> bool:
    """Whether two words head parts of one phrase, which is read with all its parts."""
    mention = reading.mentions.get(one)
    return mention is not None and mention.words[0] <= other < mention.words[1]


def _top(reading: Reading, word: int, trigger: int, likely: dict[int, float]) -> int:
    """The word that heads the phrase around a word, as far as the model takes it all for one."""
    at = word
    for _ in range(LONG):
        above, relation = reading.head[at], reading.relation[at]
        if above in (at, trigger) or reading.pos[above] in ("VERB", "AUX"):
            break
        part = relation in INNER and not (relation == "amod" and likely.get(above, 0.0) < SHARE * likely.get(at, 0.0))
        if part or (relation in OUTER and likely.get(above, 0.0) >= SHARE * likely.get(at, 0.0)):
            at = above
        else:
            break
    return at


def _phrase(reading: Reading, top: int, trigger: int) -> Words:
    """The whole phrase that a word heads, up to the telling itself."""
    mention = reading.mentions.get(top)
    if mention and not mention.words[0] <= trigger < mention.words[1] and mention.words[1] - mention.words[0] <= LONG:
        return mention.words
    begin = end = top
    while begin > 0 and top - begin < LONG and _within(reading, begin - 1, top) and begin - 1 != trigger:
        begin -= 1
    while end + 1 < len(reading) and end - top < LONG and _within(reading, end + 1, top) and end + 1 != trigger:
        end += 1
    return begin, end + 1


def _within(reading: Reading, word: int, top: int) -> bool:
    """Whether a word belongs to the phrase under `top` by relations that do not lead out of it."""
    at = word
    for _ in range(4):
        if at == top:
            return True
        if reading.relation[at] not in INNER or reading.relation[at] in ("case", "punct"):
            return False
        at = reading.head[at]
    return at == top
