"""Who stands for an event and who against it, each counted once.

A voice is whoever answers for what is said: an actor known across reports, or the outlet or agency whose story it is.
What makes two mouths one voice:

- copies of one story are one voice, that of its agency or outlet;
- the officials, ministries, forces and police of one country are one voice, as the organs of one belligerent are to
  casualty recorders; so are a body and those who are named as speaking for it. Courts speak for themselves;
- unnamed officials of a country add nothing to its voice. Other unnamed people ("witnesses", "a source") are vouched
  for by whoever quotes them, and have no voice apart from that;
- whoever quotes another is that other's voice: an outlet with "Reuters reported" adds nothing to Reuters;
- an outlet that tells in its own words what it also rests on somebody's is not independent of that somebody.

Nobody who calls an event possible, plans or demands it says that it has happened.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sayso import lexicon
from sayso.linking.joined import Contest, Joined, Known
from sayso.linking.outlets import outlet_key
from sayso.linking.told import Said, Telling
from sayso.linking.words import words

Stance = Literal["for", "against"]
VoiceKind = Literal["actor", "outlet", "agency", "unnamed"]
Key = tuple[str, str]

_JOINT = re.compile(r",? and (?:the )?|, (?:the )?")

STATE = ("GOV", "MIL", "SPY", "COP")  # sectors whose members of one country are one voice
BODIES = ("government", "organization", "group")
TOLD = ("fact", "claimed", "denied")  # statuses of what is said to have happened, or not


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose word something is."""

    key: Key  # the same for all that are one voice
    kind: VoiceKind
    name: str
    actor: Known | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """One thing said for or against an event."""

    origin: Origin
    stance: Stance
    ref: str  # the statement, or the telling where the report itself says so
    family: str  # of the report
    day: str | None
    own: bool = False  # the report itself says so, or nobody in particular
    admits: bool = False  # its speaker is named in it as one of the actors
    disowns: bool = False  # denies only who did it


@dataclass(frozen=True, slots=True)
class Voice:
    """An independent voice for or against an event, or one that depends on another that is listed with it."""

    stance: Stance
    kind: VoiceKind
    name: str
    actors: tuple[str, ...]  # ids
    evidence: tuple[str, ...]  # refs of statements, and of tellings in a report's own voice
    independent: bool = True
    admits: bool = False
    disowns: bool = False
    keys: frozenset[Key] = frozenset()  # of all whom it is the voice of


def voices(joined: Joined) -> list[Voice]:
    """Those who stand for and against an event, those for it first, each by the first of its evidence."""
    said = _standing(heard(joined))
    found = [voice for stance in ("for", "against") for voice in _voices([w for w in said if w.stance == stance])]
    return sorted(found, key=lambda voice: (voice.stance != "for", voice.evidence, voice.name))


def heard(joined: Joined) -> list[Word]:
    """All that is said for and against an event."""
    told = [word for telling in joined.tellings for word in _of_telling(joined, telling)]
    taken = {word.ref: word.stance for word in told}
    return [*told, *(word for contest in joined.contests for word in _of_contest(joined, contest, taken))]


def origin(joined: Joined, telling: Telling) -> Origin:
    """Whose word a telling is: that of the innermost statement it stands on, or the report's own."""
    return _speaking(joined, joined.chain(telling), telling.report, own=telling.status == "fact")


def speaks_for(one: Known, other: Known) -> bool:
    """Whether somebody is called by the name of a body: "Taliban spokesman" speaks for the Taliban, "Japan and the
    United States" for each of the two. "Critic of the Taliban", "former Taliban commander" do not."""
    return one.id != other.id and other.kind in BODIES and _called(other) in _bodies_of(one)


def _called(body: Known) -> tuple[str, ...]:
    return tuple(word for word in words(body.name) if word != "the")


def _stands_outside(word: str) -> bool:
    """Whether a word is an occupation in which one speaks of a body, not for it: "expert", "critic"."""
    role = lexicon.role(word)
    return role is not None and role.office not in lexicon.speaking_words("office")


@lru_cache(maxsize=1 << 14)
def _bodies_of(actor: Known) -> frozenset[tuple[str, ...]]:
    """What bodies are called that an actor is named as belonging to."""
    found: set[tuple[str, ...]] = set()
    for phrase in (actor.name, *actor.aliases, *actor.roles):
        for part in _JOINT.split(phrase):
            told = [word for word in words(part) if word != "the"]
            if not told or any(lexicon.is_past(word) for word in told) or _stands_outside(told[-1]):
                continue
            end = len(told) if part == phrase else len(told) + 1  # a phrase that is all name tells of nobody else
            found |= {tuple(told[:k]) for k in range(1, end)}
            for at in range(1, len(told) - 1):
                office, of = told[at - 1], told[at] in lexicon.speaking_words("of")
                if of and lexicon.role(office) and not _stands_outside(office):
                    found.add(tuple(told[at + 1 :]))
    return frozenset(found)


def opposed(one: Origin, other: Origin) -> bool:
    """Whether two may contradict each other: not one voice, neither speaking for the other."""
    if one.key == other.key:
        return False
    a, b = one.actor, other.actor
    return a is None or b is None or not (speaks_for(a, b) or speaks_for(b, a))


def party(actor: Known) -> Key:
    """The same for all actors that are one voice: the organs of one state, else each its own."""
    state = actor.sector in STATE or (actor.kind == "government" and actor.sector is None)
    if state and actor.country is not None:
        return "state", actor.country
    if actor.kind == "media":
        return "outlet", outlet_key(actor.name)
    return "actor", actor.id


def _of_telling(joined: Joined, telling: Telling) -> Iterator[Word]:
    chain = joined.chain(telling)
    if telling.status not in TOLD:
        return
    if not chain or telling.status == "fact":
        stance: Stance = "against" if telling.status == "denied" else "for"
        own = telling.status != "claimed"  # "reportedly" is on somebody's word, without saying whose
        yield _word(joined, _speaking(joined, (), telling.report, own=own), stance, telling.ref, telling.report)
        if not chain:
            return
    if telling.status == "denied":
        yield _against(joined, chain)
        return
    for depth, statement in enumerate(chain, 1):
        if _denies(statement):
            yield _against(joined, chain[:depth])
    last = chain[-1]
    if last.force not in ("deny", "reject", "question"):
        whose = _speaking(joined, chain, telling.report)
        yield _word(joined, whose, "for", last.ref, telling.report, last, _admits(joined, whose, telling))


def _denies(statement: Said) -> bool:
    """Whether a statement says that what it tells of is not so: it denies, or dismisses what it calls a claim."""
    if statement.force == "reject":
        return not lexicon.denial_words("claim").isdisjoint(words(statement.said))
    return statement.force == "deny"


def _of_contest(joined: Joined, contest: Contest, taken: dict[str, Stance]) -> Iterator[Word]:
    """What a dispute within a report adds: those who deny without telling the event again ("called it a lie")."""
    about = {telling.ref for telling in joined.tellings if telling.status in TOLD}
    if contest.kind not in ("occurrence", "actor") or about.isdisjoint(contest.tellings):
        return
    # Whoever is called a liar for saying that nothing happened is contradicted by those who say that it did.
    claimed = {taken[ref] for ref in contest.claimed.statements if ref in taken}
    claimed |= {_contrary(taken[ref]) for ref in contest.contested.statements if ref in taken}
    if len(claimed) > 1:
        return
    stance: Stance = next(iter(claimed), "for")
    for side, held in ((contest.claimed, stance), (contest.contested, _contrary(stance))):
        for ref in side.statements:
            if ref in joined.said and ref not in taken:
                statement = joined.said[ref]
                whose = _speaking(joined, [statement], contest.report)
                disowns = held == "against" and (contest.kind == "actor" or _disowns(statement))
                yield _word(joined, whose, held, ref, contest.report, statement, disowns=disowns)


def _contrary(stance: Stance) -> Stance:
    return "against" if stance == "for" else "for"


def _against(joined: Joined, chain: Sequence[Said]) -> Word:
    statement = chain[-1]
    whose = _speaking(joined, chain, statement.report)
    return _word(joined, whose, "against", statement.ref, statement.report, statement, disowns=_disowns(statement))


def _disowns(statement: Said) -> bool:
    """Whether a denial is of who did it, not of its having been done: "denied that it was behind the attack"."""
    kinds = lexicon.dispute_kinds()
    return any(kinds.get(word) == "actor" for word in words(statement.said))


def _word(
    joined: Joined, whose: Origin, stance: Stance, ref: str, report: str, statement: Said | None = None,
    admits: bool = False, disowns: bool = False,
) -> Word:  # fmt: skip
    day = (statement.start if statement else None) or joined.day(report)
    return Word(whose, stance, ref, joined.family(report), day, statement is None, admits, disowns)


def _speaking(joined: Joined, chain: Sequence[Said], report: str, *, own: bool = False) -> Origin:
    """Whose word it is: the innermost speaker, or for somebody unnamed the nearest who passes it on."""
    for statement in () if own else reversed(chain):
        for naming in (statement.speaker, *reversed(statement.via)):
            actor = joined.actor(naming)
            if actor is not None and (found := _answering(actor)) is not None:
                return found
    outlet = joined.outlet(report)
    agency = outlet is not None and joined.is_agency(outlet)
    key = ("outlet", outlet_key(outlet)) if outlet is not None else ("family", joined.family(report))
    name = outlet or f"the report {key[1]}"
    if own:
        return Origin(key, "agency" if agency else "outlet", name)
    return Origin(key, "unnamed", f"unnamed, in {name}")


def _answering(actor: Known) -> Origin | None:
    """The voice of an actor; None for those who have none of their own, unnamed people and papers."""
    key = party(actor)
    if actor.kind == "anonymous":
        return Origin(key, "unnamed", actor.name, actor) if key[0] == "state" else None
    if actor.kind in ("media", "document") and not _is_named(actor.name):
        return Origin(key, "unnamed", actor.name, actor) if key[0] == "state" else None
    return Origin(key, "outlet" if key[0] == "outlet" else "actor", actor.name, actor)


def _is_named(name: str) -> bool:
    """Whether a paper or a document goes by a name: not "local media", "Photos", "charge sheet against the mayor"."""
    return not name[:1].islower() and lexicon.document(name) is None


def _admits(joined: Joined, whose: Origin, telling: Telling) -> bool:
    """Whether a telling is the word of one who acts in it. Unnamed officials admit nothing for their state."""
    speaker = whose.actor
    if speaker is None or whose.kind != "actor" or speaker.kind == "document":
        return False
    actors = [actor for naming in telling.actors if (actor := joined.actor(naming)) is not None]
    return any(party(actor) == whose.key or speaks_for(speaker, actor) for actor in actors)


def _standing(said: Iterable[Word]) -> list[Word]:
    """What still stands: of one who has said both, the later. On one day both stand, for nobody tells which is meant;
    and whoever says that others did it does not take that back by denying that it was they.

    An outlet does not contradict itself within a story: "no further strike" beside "the strike" denies another."""
    of_key: dict[Key, dict[Stance, list[Word]]] = defaultdict(lambda: {"for": [], "against": []})
    for word in said:
        of_key[word.origin.key][word.stance].append(word)
    kept: list[Word] = []
    for sides in of_key.values():
        told = {word.family for word in sides["for"]}
        sides["against"] = [word for word in sides["against"] if not (word.family in told and word.own)]
        days = {stance: [word.day for word in held] for stance, held in sides.items()}
        dated = {stance: max(d for d in of if d) for stance, of in days.items() if of and all(of)}
        last = max(dated.values(), default=None)
        disowns = all(word.disowns for word in sides["against"]) and not any(word.admits for word in sides["for"])
        both = disowns or len(dated) < 2 or dated["for"] == dated["against"]
        kept += [word for stance, held in sides.items() if both or dated[stance] == last for word in held]
    return kept


def _voices(said: Sequence[Word]) -> Iterator[Voice]:
    """The voices of one stance."""
    bodies = _bodies(said)
    dependent = _resting(said) | {key for key, of in bodies.items() if len(of) > 1}
    for group in _as_one(said, bodies):
        named = [word.origin for word in group if word.origin.kind != "unnamed"] or [word.origin for word in group]
        actors = {origin.actor.id: origin.actor for w in group if (origin := w.origin).actor is not None}
        first = min(named, key=_by_what_name)
        keys = frozenset(word.origin.key for word in group)
        country = lexicon.countries().get(first.key[1]) if first.key[0] == "state" else None
        several = len({origin.name for origin in named}) > 1
        yield Voice(
            stance=group[0].stance,
            kind=first.kind,
            name=f"{country.name}, government" if country and several else first.name,
            actors=tuple(sorted(actors)),
            evidence=tuple(sorted({word.ref for word in group})),
            independent=not keys <= dependent,
            admits=any(word.admits for word in group),
            disowns=all(word.disowns for word in group),
            keys=keys,
        )


def _by_what_name(origin: Origin) -> tuple[bool, bool, int, str]:
    """Of several names of one voice the body's goes before its spokesman's, and a paper's before its host's."""
    body = origin.actor is not None and origin.actor.kind in BODIES
    return not body, origin.name.islower(), len(origin.name), origin.name


def _resting(said: Sequence[Word]) -> set[Key]:
    """The outlets that are no independent voice, as they give, in the same story, somebody else's word for it."""
    of_family: dict[str, list[Origin]] = defaultdict(list)
    for word in said:
        of_family[word.family].append(word.origin)
    on: dict[Key, set[Key]] = defaultdict(set)
    for origins in of_family.values():
        for own in origins:
            if own.actor is None:
                on[own.key] |= {origin.key for origin in origins if origin.key != own.key}
    resting: set[Key] = set()
    for outlet in sorted(key for key, others in on.items() if others):
        reached, todo = {outlet}, [outlet]
        while todo:
            todo += (new := on.get(todo.pop(), set()) - reached)
            reached |= new
        # Of outlets that only quote each other in a circle, one is counted.
        if outlet != min(reached) or any(not on.get(key) for key in reached):
            resting.add(outlet)
    return resting


def _bodies(said: Sequence[Word]) -> dict[Key, set[Key]]:
    """Of each voice, those of the bodies that it is named as speaking for. For several at once, "Japan and the United
    States", it is no further voice beside theirs, and does not make them one."""
    speakers = {word.origin.actor: word.origin.key for word in said if word.origin.actor}
    called: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    for actor in speakers:
        if actor.kind in BODIES:
            called[_called(actor)].append(actor)
    of: dict[Key, set[Key]] = defaultdict(set)
    for actor, key in speakers.items():
        for name in called.keys() & _bodies_of(actor):
            of[key] |= {speakers[body] for body in called[name] if speaks_for(actor, body)} - {key}
    return of


def _as_one(said: Sequence[Word], bodies: Mapping[Key, set[Key]]) -> list[list[Word]]:
    """What is said, by voice: that of one party, and of a body with those who are named as speaking for it."""
    groups: dict[Key, list[Word]] = defaultdict(list)
    for word in sorted(said, key=lambda word: (word.origin.key, word.ref)):
        groups[word.origin.key].append(word)
    head = {key: key for key in groups}

    def root(key: Key) -> Key:
        while head[key] != key:
            key = head[key]
        return key

    for key, of in bodies.items():
        if len(of) == 1:
            a, b = root(key), root(next(iter(of)))
            head[max(a, b)] = min(a, b)
    joint: dict[Key, list[Word]] = defaultdict(list)
    for key in sorted(groups):
        joint[root(key)] += groups[key]
    return list(joint.values())
