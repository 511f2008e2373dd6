"""Two who accuse each other of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import lexicon
from sayso.account.disputed.hearing import BODIES, Found, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.stems import is_one_of
from sayso.reader import Reading

BACK = 3  # sentences before "each side" in which two are told of
AROUND = 3  # words before and behind a cue in which "each" and "each other" stand


def mutual(hearing: Hearing) -> Iterator[Found]:
    """Two who accuse each other of one thing: "Chad and Togo blamed each other for it", "each accusing the other of
    firing first"."""
    for n, statement in enumerate(hearing.statements):
        if statement.force not in ("accuse", "assert") or statement.cue is None or not hearing.claims.of[n]:
            continue
        if not _is_mutual(hearing, n) or (two := _two(hearing, n)) is None:
            continue
        claim, small = hearing.claims.of[n][0], lexicon.denial_words("each_other")
        when = {i for time in hearing.reading.times for i in range(*time.words)}  # "each other {Friday} of firing"
        words = (i for i in range(*claim.words) if i not in when)
        what = next((i for i in words if hearing.reading.word(i).lower() not in small), claim.words[0])
        told = hearing.short(hearing.reading.span((what, claim.words[1])))
        one, other = (Position(hearing.said(n)) for _ in two)
        one.add(two[0], n)
        other.add(two[1], n)
        yield Found(one, other, "actor", f"which of the two is to blame: {told}", [claim])


def _is_mutual(hearing: Hearing, n: int) -> bool:
    """Whether what somebody accuses of is laid on "each other", on "the other" by each, or "traded"."""
    reading, cue = hearing.reading, hearing.statements[n].cue
    first, after = reading.within(cue) if cue else (0, 0)
    before = [reading.word(i).lower() for i in range(max(0, first - AROUND), first)]
    behind = " ".join(reading.word(i).lower() for i in range(after, min(after + AROUND, len(reading))))
    if not {"each", "both"}.isdisjoint(before) and behind.removeprefix("that ").startswith("the other"):
        return True  # "each side saying the other had fired first"
    traded = first > 0 and valency.is_one_of("mutual", reading, first - 1)  # "traded accusations"
    mutual = traded or behind.startswith(("each other", "one another"))
    return hearing.statements[n].force == "accuse" and mutual


def _two(hearing: Hearing, n: int) -> tuple[str, str] | None:
    """The two who speak: those of whom the group that speaks is, or who are joined in the words for it, or else the
    last two joined before them, in the same sentence or the one before: "between {Chad} and {Togo}, each accusing the
    other". By whom something was done are others, if any two are joined before, and neutral where they mediated:
    "talks between Chad and Togo, brokered by Oman and Qatar"."""
    members = hearing.members(hearing.statements[n].speaker)
    both = (members[0], members[1]) if len(members) == 2 else None
    if both and hearing.opposed(*both):
        return both
    by: tuple[str, str] | None = None
    for i in _joined_before(hearing, n):
        one, other = (hearing.narrowest(k) or hearing.state(k) or hearing.body(k) for k in (_first(hearing, i), i))
        if one and other and hearing.opposed(one, other):
            if (deed := _by(hearing.reading, i)) is None:
                return one, other
            if not valency.is_one_of("mediating", hearing.reading, deed):
                by = by or (one, other)
    return by or both or _last_two(hearing, n)


def _last_two(hearing: Hearing, n: int) -> tuple[str, str] | None:
    """The two who spoke last, or of whom two sentences tell by their names, where it is but "each side" that speaks."""
    reading, span = hearing.reading, hearing.statements[n].speaker_span
    words = [reading.word(i).lower() for i in range(*reading.within(span))] if span else []
    if not words or words[0] not in ("each", "both", "the") or not is_one_of("side", words[-1]):
        return None
    here, named = hearing.sentence(n), list[str]()
    for i in range(hearing.places[n] - len(words), -1, -1):
        if here - reading.sentence[i] > BACK:
            break
        subject = reading.relation[i] in ("nsubj", "nsubj:pass", "nmod:poss") and reading.pos[i] in ("PROPN", "NOUN")
        actor = hearing.narrowest(i) if subject and reading.sentence[i] < here else None
        if actor and actor not in named and hearing.known[actor].kind in BODIES:
            named.append(actor)
    pairs = ((named[1], one) for one in named[:1] if len(named) == 2)
    return next((pair for pair in pairs if hearing.opposed(*pair)), None)


def _joined_before(hearing: Hearing, n: int) -> Iterator[int]:
    """The words joined to others by "and", back from a statement to the begin of the sentence before it."""
    reading = hearing.reading
    span = hearing.statements[n].speaker_span
    end = reading.within(span)[1] if span else hearing.places[n]
    for i in range(end - 1, -1, -1):
        if reading.sentence[hearing.places[n]] - reading.sentence[i] > 1:
            return
        if reading.relation[i] == "conj":
            yield i


def _first(hearing: Hearing, i: int) -> int:
    """The word that another is joined to; of two states the first: "soldiers of {Chad} and Togo"."""
    states = all((hearing.claims.term(k) or "").startswith("=") for k in (i, i - 2))
    return i - 2 if states and hearing.reading.word(i - 1).lower() == "and" else hearing.reading.head[i]


def _by(reading: Reading, i: int) -> int | None:
    """The word for what was done by those of whom a word names the second."""
    before = (k for word in (reading.head[i], i) for k in valency.parts(reading, word, "case"))
    done = any(reading.word(k).lower() == "by" for k in before)
    return reading.head[reading.head[i]] if done else None
