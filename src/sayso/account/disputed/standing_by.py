"""Who stands by what he has said, after another has denied it: "the paper {stood by} its story"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.account.disputed.hearing import Found, Hearing, Position
from sayso.account.grammar import valency
from sayso.account.grammar.stems import stem, stems

BACK = 4  # sentences from who stands by his words back to who denied them
FURTHER = 8  # and back to who contested what others have vouched for, too
BEHIND = 5  # words after "stands by" in which that is told by which he stands


def stood_by(hearing: Hearing, found: Sequence[Found]) -> Iterator[Found]:
    """The disputes of those who stand by their words with whoever denied these right before, if they are in none; who
    is no side of a dispute of others on it is put on the side against the denial."""
    for i in range(len(hearing.reading) - 2):
        if not _stands_by_words(hearing, i) or (actor := _who(hearing, i)) is None:
            continue
        if (n := _denied_before(hearing, i, actor)) is None:
            continue
        denier = hearing.statements[n].speaker
        of_it = [one for one in found if n in one.contested.statements] or [
            one for one in found if denier in one.contested.actors and _is_near(hearing, one, i)
        ]
        if any(actor in side.actors for one in of_it for side in (one.claimed, one.contested, *one.others)):
            continue
        if of_it:
            of_it[0].claimed.add(actor)
            continue
        claim = hearing.claims.of[n][0]
        claimed, contested = Position(_span(hearing, i)), Position(hearing.told(n, claim))
        hearing.rest(claimed, _own(hearing, actor, n))
        claimed.add(actor)
        contested.add(hearing.statements[n].speaker, n)
        yield Found(claimed, contested, hearing.kind([claim]), hearing.issue([claim]), [claim])


def _is_near(hearing: Hearing, one: Found, i: int) -> bool:
    """Whether a claim is contested shortly before a word."""
    apart = (hearing.reading.sentence[i] - hearing.sentence(n) for n in one.contested.statements)
    return any(0 <= sentences <= FURTHER for sentences in apart)


def _stands_by_words(hearing: Hearing, i: int) -> bool:
    """Whether a word opens "stands by" somebody's words: "its story", "every word"."""
    reading = hearing.reading
    if stem(reading.word(i)) not in stems("stand") or reading.word(i + 1).lower() != "by":
        return False
    end = min(i + BEHIND, len(reading))
    nouns = [k for k in range(i + 2, end) if reading.pos[k] == "NOUN"]
    return bool(nouns) and stem(reading.word(nouns[0])) in stems("claim") | stems("remark")


def _who(hearing: Hearing, i: int) -> str | None:
    """Who stands by his words: the subject, or who says that he does."""
    subject = valency.subject(hearing.reading, i)
    actor = hearing.actor_at((subject,)) if subject is not None else None
    return actor or next((hearing.statements[k].speaker for k in hearing.order if hearing.within(k, i)), None)


def _denied_before(hearing: Hearing, i: int, actor: str) -> int | None:
    """The statement shortly before a word by which another says that something is not so."""
    for n in hearing.before(i, BACK):
        denies = hearing.denials.contests(n) or bool(hearing.denials.of(n))
        if denies and hearing.opposed(hearing.statements[n].speaker, actor):
            return n
    return None


def _own(hearing: Hearing, actor: str, n: int) -> int | None:
    """What somebody said last before it was denied."""
    told = (k for k in hearing.of_speaker.get(actor, ()) if hearing.places[k] < hearing.places[n])
    return max(told, key=lambda k: hearing.places[k], default=None)


def _span(hearing: Hearing, i: int) -> tuple[int, int]:
    """The words by which somebody stands by his words."""
    reading = hearing.reading
    subject = valency.subject(reading, i)
    first = i if subject is None else min(hearing.claims.under(subject, ("acl:relcl", "appos")))
    end = next((k for k in range(i + 2, min(i + BEHIND, len(reading))) if reading.pos[k] == "NOUN"), i + 1)
    return reading.span((min(first, i), end + 1))
