"""Whose is the claim that a denial names: "the ministry's allegations", "his findings", "a military statement"?"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from sayso import lexicon
from sayso.account.disputed.claims import Claim
from sayso.account.disputed.denials import Denial
from sayso.account.disputed.hearing import BEFORE, MANY, NAMED, Hearing, Position
from sayso.account.grammar.stems import is_one_of, stem, stems
from sayso.account.said.force_types import ASSERTING
from sayso.model import Actor

NOUN = 4  # words after "contradicting" in which the report stands, and after that in which its paper does
BETWEEN = 80  # characters between a denial and what it denies in which it is said whose claim that is


def put_owner(hearing: Hearing, denial: Denial, claimed: Position, *, told: bool) -> list[Claim]:
    """Puts those on a side, if nobody is, whose the claim is by the words of a denial, and gives what they have said.
    told: what they claim is told already."""
    noun, about = denial.noun, list[Claim]()
    if noun is not None and not claimed.actors and (whose := owner(hearing, noun)):
        claimed.add(whose)
        about += [] if told else hearing.rest(claimed, _account(hearing, denial, whose))
    if noun is not None and not claimed.actors:
        about += hearing.rest(claimed, _of_last_speaker(hearing, denial, noun))
    if denial.explicit and not claimed.actors and (whose := _contradicted(hearing, denial)):
        claimed.add(whose, next(iter(_told_near(hearing, denial, whose)), None))
    if denial.explicit and not claimed.actors:
        for k in _cited(hearing, denial):
            about += hearing.rest(claimed, k)
    if noun is not None and not claimed.actors:
        about += hearing.rest(claimed, _of_sector(hearing, denial, noun))
    return about


def _contradicted(hearing: Hearing, denial: Denial) -> str | None:
    """Who is told beside a denial to have reported what it denies: "denied that he had asked, {contradicting} a report
    in the Herald"."""
    reading, words = hearing.reading, hearing.sentence_words(denial.statement)
    for i in words:
        if not (reading.word(i).lower().endswith("ing") and is_one_of("gainsay_account", reading.word(i))):
            continue
        noun = hearing.denials.claim_noun_in((i + 1, min(i + NOUN, words.stop)))
        if noun is None:
            continue
        found = owner(hearing, noun) or _carrier(hearing, noun)
        if found is not None and hearing.opposed(hearing.statements[denial.statement].speaker, found):
            return found
    return None


def _carrier(hearing: Hearing, noun: int) -> str | None:
    """The paper in which it stands what a noun names: "a report in the {Herald}"."""
    reading = hearing.reading
    behind = range(noun + 2, min(noun + 2 + NOUN, len(reading)))
    placed = noun + 1 < len(reading) and reading.word(noun + 1).lower() in ("in", "by", "from")
    named = (k for k in behind if reading.pos[k] == "PROPN")
    return next((found for k in named if (found := hearing.mentioned(k) or hearing.body(k))), None) if placed else None


def _told_near(hearing: Hearing, denial: Denial, whose: str) -> list[int]:
    """What somebody says near a denial."""
    near = hearing.around(denial.statement, BEFORE, NAMED)
    return [k for k in near if hearing.statements[k].speaker == whose and hearing.statements[k].force in ASSERTING]


def _account(hearing: Hearing, denial: Denial, owner: str) -> int | None:
    """Where the one whose account a noun names has told it, an accusation above all: "called {the mayor's} story a
    lie"."""
    told = hearing.before(hearing.places[denial.statement], NAMED)
    his = [k for k in told if hearing.statements[k].speaker == owner and hearing.statements[k].force in ASSERTING]
    if stem(hearing.reading.word(denial.noun or 0)) in stems("counted"):
        words = {k: [i for claim in hearing.claims.of[k] for i in range(*claim.words)] for k in his}
        return next((k for k in his if any(hearing.reading.pos[i] == "NUM" for i in words[k])), None)
    return min(his, key=lambda k: hearing.statements[k].force != "accuse", default=None)


def _of_last_speaker(hearing: Hearing, denial: Denial, noun: int) -> int | None:
    """What the one who spoke last said, where a claim is his or hers and the text does not tell whose else: "disputes
    {his} findings"."""
    owners = (i for i in hearing.claims.children[noun] if hearing.reading.relation[i] == "nmod:poss")
    if not any(hearing.reading.word(i).lower() in ("his", "her") for i in owners):
        return None
    mine = hearing.statements[denial.statement].speaker
    for k in hearing.before(hearing.places[denial.statement], 1):
        speaker = hearing.statements[k].speaker
        if speaker and hearing.known[speaker].kind == "person" and hearing.opposed(mine, speaker):
            return k
    return None


def _of_sector(hearing: Hearing, denial: Denial, noun: int) -> int | None:
    """What somebody of a sector claims nearby, where the noun names the sector: "a {military} statement"."""
    reading, n = hearing.reading, denial.statement
    kinds = (i for i in hearing.claims.children[noun] if reading.relation[i] in ("amod", "compound"))
    sectors = {sector for i in kinds if (sector := lexicon.sector_of(stem(reading.word(i))))}
    for k in hearing.around(n, BEFORE, BEFORE) if sectors else ():
        other = hearing.statements[k]
        theirs = bool(other.speaker) and hearing.known[other.speaker or ""].sector in sectors
        if theirs and other.force in ASSERTING and hearing.opposed(hearing.statements[n].speaker, other.speaker):
            return k
    return None


def _cited(hearing: Hearing, denial: Denial) -> list[int]:
    """What those tell whom a denial names for it: "the cases cited by the institute are not ours"."""
    reading = hearing.reading
    by = (i for i in range(*denial.claim.words) if reading.word(i).lower() == "by" and i + 1 < len(reading))
    actors = {actor for i in by if (actor := hearing.actor_at(range(i + 1, min(i + 4, len(reading)))))}
    found: list[int] = []
    for actor in sorted(actors):
        told = [k for k in hearing.of_speaker.get(actor, [])[:MANY] if hearing.statements[k].force == "accuse"]
        found += told[:2]
    return found


def nested(hearing: Hearing, n: int) -> list[int]:
    """The statements of others told within the content of a statement, between its pieces, or between it and its cue
    ("denied claims from the mayor that")."""
    cue, content = hearing.statements[n].cue, hearing.statements[n].content
    speaker = hearing.statements[n].speaker
    out = []
    between = [(cue[1], content[0][0])] if cue and 0 < content[0][0] - cue[1] < BETWEEN else []
    between += [(a, b) for (_, a), (b, _) in pairwise(content) if 0 < b - a < BETWEEN]
    for a, b in [*between, *content]:
        low, high = hearing.reading.within((a, b))
        at = bisect_left(hearing.order_places, low)
        for k in range(at, min(bisect_left(hearing.order_places, high), at + MANY)):
            other = hearing.statements[hearing.order[k]]
            if (
                hearing.order[k] != n
                and other.speaker
                and hearing.opposed(speaker, other.speaker)
                and other.force in ASSERTING
            ):
                out.append(hearing.order[k])
    return out


def owner(hearing: Hearing, noun: int) -> str | None:
    """Whose claim a noun names: "the ministry's claim", "allegations by rebels", "comments made by a minister"."""
    reading, children = hearing.reading, hearing.claims.children
    for i in children[noun]:
        if reading.relation[i] == "nmod:poss":
            return hearing.actor_at(hearing.claims.under(i))
        if reading.relation[i] == "compound" and i == noun - 1 and _is_publisher(hearing, i):
            return _publisher(hearing, i)
        if reading.relation[i] in ("nmod", "obl") and any(
            reading.word(k).lower() in ("by", "from") for k in children[i]
        ):
            return hearing.actor_at(hearing.claims.under(i))
        if reading.relation[i] == "nmod" and lexicon.document(reading.word(i)) and i > noun:
            return owner(hearing, i) or hearing.mentioned(i)  # "the figures in {the mayor's} report"
        if reading.relation[i] in ("acl", "acl:relcl"):
            for k in children[i]:
                by = any(reading.word(m).lower() == "by" for m in children[k])
                if reading.relation[k] == "obl:agent" or (reading.relation[k] == "obl" and by):
                    return hearing.actor_at(hearing.claims.under(k))
    for i in range(noun + 1, min(noun + 3, len(reading) - 1)):
        if reading.word(i).lower() == "by" and reading.sentence[i] == reading.sentence[noun]:
            return hearing.actor_at(range(i + 1, min(i + 4, len(reading))))
    return None


def _is_publisher(hearing: Hearing, i: int) -> bool:
    """Whether a name before a noun for what is written is that of whoever wrote it: "a {Herald} story"."""
    mention = hearing.reading.mentions.get(i)
    written = lexicon.document(hearing.reading.word(i + 1)) is not None
    return written and hearing.reading.pos[i] == "PROPN" and mention is not None and mention.kind == "organization"


def _publisher(hearing: Hearing, i: int) -> str | None:
    """Who bears a name; not the place that a part of it is: "a {Tarro Times} report"."""
    actor = hearing.mentioned(i)
    known = actor is not None and hearing.reading.word(i) in hearing.known[actor].name
    return actor if known else hearing.body(i)


def put_hearsay(hearing: Hearing, noun: int, claimed: Position) -> None:
    """Rumours and reports that nobody in particular is said to tell are an actor by themselves."""
    word = hearing.reading.word(noun)
    document = lexicon.document(word)
    if claimed.actors and (not claimed.statements or stem(word) in stems("alleged")):
        return  # an allegation is that of whoever makes it
    if stem(word) not in stems("hearsay") or not document or not document.plural or owner(hearing, noun):
        return
    actor = hearing.mentioned(noun)
    if actor is None:
        name = word.lower()
        same = next((one for one in hearing.actors if one.name.lower() == name and one.kind == "media"), None)
        if same is None:
            same = Actor(id=f"a{len(hearing.actors) + 1}", name=name, kind="media")
            hearing.actors.append(same)
            hearing.known[same.id] = same
        same.mentions = sorted([*same.mentions, hearing.reading.span((noun, noun + 1))])
        actor = same.id
    claimed.add(actor)
