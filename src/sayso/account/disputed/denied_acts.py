"""An act that one denies and another tells of in other words: "denied that officers had {fired on} the crowd", "they
{shot at} us". What is said has no word in common; the events have the doer, and the kind of what is done to people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.account.disputed.hearing import Found, Hearing, Position
from sayso.account.said.force_types import ASSERTING
from sayso.model import Event

DONE_TO_PEOPLE = ("ASSAULT", "COERCE")  # types of acts of which a report as a rule tells one by one doer at one time
FAR = 12  # sentences between a denial and who tells of the act


def denied_acts(hearing: Hearing, events: Sequence[Event], found: Sequence[Found]) -> Iterator[Found]:
    """The disputes on acts that somebody denies and another tells of. found: the others, whose statements are heard."""
    heard = {n for one in found for side in (one.claimed, one.contested, *one.others) for n in side.statements}
    number = {statement.id: n for n, statement in enumerate(hearing.statements)}
    for denied in events:
        n = number[denied.statements[-1]] if denied.status == "denied" and denied.statements else None
        if n is None or n in heard or denied.type not in DONE_TO_PEOPLE or not hearing.claims.of[n]:
            continue
        contested = Position(hearing.told(n, hearing.claims.of[n][0]))
        contested.add(hearing.statements[n].speaker, n)
        claimed: Position | None = None
        for told in events:
            k = number[told.statements[-1]] if told.status == "claimed" and told.statements else None
            if k is not None and _is_told_of(hearing, n, k) and _may_be_one(hearing, denied, told):
                claimed = claimed or Position(hearing.said(k))
                claimed.add(hearing.statements[k].speaker, k)
        if claimed is not None:
            about = hearing.claims.of[n][:1]
            yield Found(claimed, contested, "occurrence", hearing.issue(about), about)


def _is_told_of(hearing: Hearing, n: int, k: int) -> bool:
    """Whether a statement by another, not far from a denial, says how it was."""
    mine, other = hearing.statements[n], hearing.statements[k]
    near = abs(hearing.sentence(n) - hearing.sentence(k)) <= FAR
    return near and other.force in ASSERTING and hearing.opposed(mine.speaker, other.speaker)


def _may_be_one(hearing: Hearing, denied: Event, told: Event) -> bool:
    """Whether two events may be one act: the same is done by the same to people, and on no other day or elsewhere."""
    if told.type != denied.type or set(denied.actors).isdisjoint(told.actors):
        return False
    if not all(one.recipients and _are_people(hearing, one) for one in (denied, told)):
        return False
    days = {one.time.start for one in (denied, told) if one.time is not None and one.time.start is not None}
    places = {one.place.name for one in (denied, told) if one.place is not None}
    return len(days) < 2 and len(places) < 2


def _are_people(hearing: Hearing, event: Event) -> bool:
    """Whether it is done to people, and not to a town or a thing: two towns may be shelled, of which one is denied."""
    return all(hearing.known[id].kind in ("person", "group", "anonymous") for id in event.recipients)
