"""What sources contradict each other on over all the tellings of one event.

Precision goes first: a wrong dispute costs more than one that is missed. Where and when it happened, and figures that
can both hold, are kept side by side and are no dispute. What is disputed within one report is carried over, and what
several reports tell of one dispute is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.linking.joined import Contest, Joined, Known, Stand
from sayso.linking.series import Point, beyond, contradictory, series
from sayso.linking.told import Telling
from sayso.linking.voices import Key, Origin, Voice, opposed, origin, party, speaks_for, voices

POSITION = 240  # characters of a position, at most
ISSUE = 100  # of an issue
ONE_SIDED = ("ASSAULT", "COERCE", "MOBILIZE")  # types of what one does: two who are named for it are rivals
ARMED = ("REB", "MIL", "CRM")
HAPPENED = ("occurrence", "actor")  # kinds of disputes in which the event itself is contested


@dataclass(frozen=True, slots=True)
class Side:
    """One position, and all who hold it."""

    position: str
    voices: tuple[str, ...]  # names
    actors: tuple[str, ...]  # ids
    statements: tuple[str, ...]  # refs
    tellings: tuple[str, ...]  # refs of those in a report's own voice
    parties: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A point on which sources contradict each other."""

    kind: str
    issue: str
    sides: tuple[Side, ...]

    def firsts(self, published: Mapping[str, str | None]) -> list[str]:
        """What each side rests on first, by when its report came out: who joins in later does not make it another
        dispute. published: the dates of reports."""

        def came(ref: str) -> tuple[str, str]:
            return published.get(ref.rsplit("/", 1)[0]) or "9999", ref

        return [min((*side.statements, *side.tellings), key=came, default="") for side in self.sides]

    @property
    def refs(self) -> list[str]:
        """What it rests on."""
        return sorted({ref for side in self.sides for ref in (*side.statements, *side.tellings)})

    @property
    def reports(self) -> int:
        """In how many reports it is told."""
        return len({ref.rsplit("/", 1)[0] for ref in self.refs})


def disputes(joined: Joined, said: Sequence[Voice] | None = None) -> list[Dispute]:
    """The disputes about an event, by kind. said: its voices, where they are known."""
    own = [
        *_contested(joined, voices(joined) if said is None else said),
        *_figures(joined),
        *_rivals(joined, "actor"),
        *_rivals(joined, "target"),
    ]
    about = {telling.ref for telling in joined.tellings}
    # A dispute about several events of its report is told once, with the first of them.
    told, elsewhere = list[Contest](), list[Contest]()
    for contest in joined.contests:
        (told if not about or about.intersection(contest.tellings[:1]) else elsewhere).append(contest)
    own = [one for one in own if not any(_is_of(one, contest) for contest in elsewhere)]
    worked_out = set(range(len(own)))  # a report says better in its words what they are about
    for contest in sorted(told, key=lambda contest: contest.ref):
        carried = _carried(joined, contest)
        same = next((n for n, one in enumerate(own) if _one_matter(one, carried)), None)
        if same is None:
            own.append(carried)
        else:
            own[same] = _joint(own[same], carried, carried.issue if same in worked_out else own[same].issue)
            worked_out.discard(same)
    return sorted(own, key=lambda one: (one.kind, one.refs, one.issue))


def beside(joined: Joined) -> list[Dispute]:
    """The disputes of a report that are about no event; what its copies tell of the same matter is one."""
    found: list[Dispute] = []
    for contest in sorted(joined.contests, key=lambda contest: contest.ref):
        carried = _carried(joined, contest)
        alike = (n for n, one in enumerate(found) if one.issue == carried.issue and _one_matter(one, carried))
        if (same := next(alike, None)) is None:
            found.append(carried)
        else:
            found[same] = _joint(found[same], carried, carried.issue)
    return sorted(found, key=lambda one: (one.kind, one.refs, one.issue))


# Whether it happened


def _contested(joined: Joined, found: Sequence[Voice]) -> Iterator[Dispute]:
    """Those for an event against those who deny it, or deny that it was they: not those who say it of others."""
    sides = [[voice for voice in found if voice.stance == stance] for stance in ("for", "against")]
    denying = {key for voice in sides[1] for key in voice.keys}
    sides[0] = [voice for voice in sides[0] if denying.isdisjoint(voice.keys)]
    if not all(sides):
        return
    disowned = all(voice.disowns for voice in sides[1])
    told = _of_voices(joined, sides[0], _words), _of_voices(joined, sides[1], _denial)
    issue = f"{'who did it' if disowned else 'whether it is so'}: {_short(told[0].position, ISSUE)}"
    yield Dispute("actor" if disowned else "occurrence", issue, told)


def _of_voices(joined: Joined, found: Sequence[Voice], words: Callable[[Joined, Sequence[str]], str]) -> Side:
    evidence = sorted({ref for voice in found for ref in voice.evidence})
    return Side(
        position=_short(words(joined, evidence), POSITION),
        voices=tuple(voice.name for voice in found),
        actors=tuple(sorted({actor for voice in found for actor in voice.actors})),
        statements=tuple(ref for ref in evidence if ref in joined.said),
        tellings=tuple(ref for ref in evidence if ref not in joined.said),
        parties=frozenset(key for voice in found for key in voice.keys),
    )


def _words(joined: Joined, evidence: Sequence[str]) -> str:
    """The words that say a position best: the passage that tells the event, else what is said."""
    of = {telling.ref: telling.evidence for telling in joined.tellings}
    of |= {ref: t.evidence for t in joined.tellings for ref in t.statements[-1:]}
    return next((of[ref] for ref in evidence if ref in of), "") or joined.said[evidence[0]].said


def _denial(joined: Joined, evidence: Sequence[str]) -> str:
    """The words that say best that it is not so. What is denied is in them: without the denial they would claim it."""
    said = [joined.said[ref] for ref in evidence if ref in joined.said]
    denied = next((one for one in said if one.force in ("deny", "reject")), None)
    if denied:
        return f"denied: {denied.said}"
    return said[0].said if said else _words(joined, evidence)


# How many


def _figures(joined: Joined) -> Iterator[Dispute]:
    for counted in series(joined):
        points = sorted(contradictory(counted), key=lambda point: (point.low, point.high, point.refs))
        groups: list[list[Point]] = []
        for point in points:
            near = next((group for group in groups if not any(beyond(point, one) for one in group)), None)
            if near is None:
                groups.append([point])
            else:
                near.append(point)
        if len(groups) > 1:
            what = " ".join(part for part in (counted.unit, counted.counts) if part)
            given = {telling.ref: telling for telling in joined.tellings}
            yield Dispute(
                "quantity",
                f"how many {what}",
                tuple(
                    _side(joined, [(given[ref], point.origin) for point in group for ref in point.refs])
                    for group in groups
                ),
            )


def _side(joined: Joined, told: Iterable[tuple[Telling, Origin]]) -> Side:
    """The side of those whose word some tellings are."""
    ordered = sorted(told, key=lambda one: one[0].ref)
    return Side(
        position=_short(ordered[0][0].evidence, POSITION),
        voices=tuple(sorted({whose.name for _, whose in ordered})),
        actors=tuple(sorted({whose.actor.id for _, whose in ordered if whose.actor})),
        statements=tuple(sorted({said.ref for telling, _ in ordered for said in joined.chain(telling)[-1:]})),
        tellings=tuple(sorted({telling.ref for telling, _ in ordered if not joined.chain(telling)})),
        parties=frozenset(whose.key for _, whose in ordered),
    )


# Who did it, and to whom


def _rivals(joined: Joined, kind: str) -> Iterator[Dispute]:
    """Parties who each name another for the same part, so that only one of them can be right. Who did it is disputed
    where one of those named speaks: others who differ may tell of several who had their part in it."""
    exclude: Callable[[_Named, _Named], bool] = _other_actor if kind == "actor" else _other_target
    groups: dict[Key, list[_Named]] = defaultdict(list)
    for telling in joined.tellings:
        whose = origin(joined, telling)
        part = telling.actors if kind == "actor" else telling.recipients
        named = [joined.actor(ref) for ref in part]
        if telling.status != "claimed" or whose.kind != "actor" or telling.type not in ONE_SIDED or len(named) != 1:
            continue
        if named[0] is not None:
            groups[party(named[0])].append(_Named(telling, whose, named[0]))
    rival = [
        key
        for key in sorted(groups)
        if len(groups) > 1
        and all(exclude(a, b) for other in groups if other != key for a in groups[key] for b in groups[other])
    ]
    accused = {key for key in rival if any(one.whose.key == key for other in rival for one in groups[other])}
    if len(rival) > 1 and (kind == "target" or accused):
        issue = "who did it" if kind == "actor" else "who was hit"
        either = " or ".join(min(one.who.name for one in groups[key]) for key in rival)
        sides = [_side(joined, [(one.telling, one.whose) for one in groups[key]]) for key in rival]
        yield Dispute(kind, f"{issue}: {either}", tuple(sides))


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody who is named for a part in an event, and by whom."""

    telling: Telling
    whose: Origin
    who: Known


def _other_actor(one: _Named, other: _Named) -> bool:
    a, b = one.who, other.who
    if not opposed(one.whose, other.whose) or _one_body(a, b):
        return False
    countries = a.country is not None and b.country is not None and a.country != b.country
    sectors = a.sector is not None and b.sector is not None and a.sector != b.sector
    return countries or (sectors and (a.country is None or a.country != b.country))


def _other_target(one: _Named, other: _Named) -> bool:
    """Civilians by one's word, fighters by the other's; where they are counted, they must be as many, or the strike may
    have hit both."""
    sectors = {one.who.sector, other.who.sector}
    counts = [{(f.value, f.max) for f in named.telling.figures} for named in (one, other)]
    return (
        opposed(one.whose, other.whose)
        and "CVL" in sectors
        and not sectors.isdisjoint(ARMED)
        and counts[0] == counts[1]
    )


def _one_body(a: Known, b: Known) -> bool:
    return speaks_for(a, b) or speaks_for(b, a) or "anonymous" in (a.kind, b.kind)


# What is disputed within one report


def _carried(joined: Joined, contest: Contest) -> Dispute:
    return Dispute(contest.kind, contest.issue, tuple(_stand(joined, s) for s in (contest.claimed, contest.contested)))


def _is_of(one: Dispute, contest: Contest) -> bool:
    """Whether a dispute on whether something happened rests on nothing but what one of a report rests on."""
    said = {*contest.claimed.statements, *contest.contested.statements}
    return one.kind in HAPPENED and said.issuperset(one.refs)


def _stand(joined: Joined, stand: Stand) -> Side:
    actors = sorted({actor.id: actor for ref in stand.actors if (actor := joined.actor(ref))}.values(), key=_id)
    return Side(
        position=_short(stand.position, POSITION),
        voices=tuple(sorted({actor.name for actor in actors})),
        actors=tuple(actor.id for actor in actors),
        statements=tuple(sorted(stand.statements)),
        tellings=(),
        parties=frozenset(party(actor) for actor in actors),
    )


def _id(actor: Known) -> str:
    return actor.id


def _one_matter(one: Dispute, carried: Dispute) -> bool:
    """Whether a dispute of one report is told by another, too: of one kind, with somebody in common on each side."""
    kinds = one.kind == carried.kind or (one.kind in HAPPENED and carried.kind in HAPPENED)
    return kinds and (_agree(one, carried.sides) or _agree(one, carried.sides[::-1]))


def _agree(one: Dispute, sides: Sequence[Side]) -> bool:
    return len(one.sides) == len(sides) and all(
        a.parties & b.parties or set(a.statements) & set(b.statements) for a, b in zip(one.sides, sides, strict=True)
    )


def _joint(one: Dispute, carried: Dispute, issue: str) -> Dispute:
    sides = carried.sides if _agree(one, carried.sides) else carried.sides[::-1]
    joint = tuple(
        replace(
            a,
            voices=(*a.voices, *(name for name in b.voices if name not in a.voices)),
            actors=tuple(sorted({*a.actors, *b.actors})),
            statements=tuple(sorted({*a.statements, *b.statements})),
            parties=a.parties | b.parties,
        )
        for a, b in zip(one.sides, sides, strict=True)
    )
    return replace(one, sides=joint, issue=issue)


def _short(text: str, longest: int) -> str:
    """Words in one line, cut off at a length."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
