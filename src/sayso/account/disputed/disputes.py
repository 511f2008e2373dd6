"""What the sources of one report contradict each other on: positions on one matter that cannot both hold.

A dispute begins with words that contest: a denial ("denied", "dismissed the allegations", "the charges were false"), an
answer to somebody's remarks, a doubt about an aim, a second figure, a rival reason. What they contest is then looked
for in what others say. Only where somebody is found to have said it is there a dispute: a policy opposed, a
condemnation, a refusal contests nothing that anybody says is so.
"""

from __future__ import annotations

from itertools import chain

from sayso.account.disputed.alibis import alibis
from sayso.account.disputed.answers import answered_shortly, countered, reported_otherwise
from sayso.account.disputed.assertions import assertions, told
from sayso.account.disputed.authorship import authors
from sayso.account.disputed.contrary_words import contraries
from sayso.account.disputed.contrasts import doubted_aims
from sayso.account.disputed.denied_acts import denied_acts
from sayso.account.disputed.exclusives import exclusives
from sayso.account.disputed.forgeries import forgeries, provenances
from sayso.account.disputed.given import given
from sayso.account.disputed.harms import harms
from sayso.account.disputed.hearing import POSITION, Found, Hearing
from sayso.account.disputed.mutual_blame import mutual
from sayso.account.disputed.none_of_ours import none_of_ours
from sayso.account.disputed.rebuttals import denied
from sayso.account.disputed.rival_causes import rival_causes
from sayso.account.disputed.rival_doers import rival_actors
from sayso.account.disputed.rival_ways import rival_ways
from sayso.account.disputed.said_to_err import said_to_err
from sayso.account.disputed.standing_by import stood_by
from sayso.account.disputed.tallies import figures
from sayso.account.disputed.told_apart import conflicting, gainsaid_at_once, told_apart
from sayso.account.disputed.victims import victims
from sayso.account.grammar.spans import Spans, merged
from sayso.account.grammar.text import Text
from sayso.model import Actor, Dispute, Event, Side, Statement

LATEST = 4  # disputes between the same two that another may be one with


def disputes(text: Text, actors: list[Actor], statements: list[Statement], events: list[Event]) -> list[Dispute]:
    """The disputes of a report. Rumours that somebody denies without anybody being said to tell them are added to
    `actors`, so that the side which they are has somebody on it."""
    if not statements:
        return []
    hearing = Hearing(text, actors, statements)
    # A headline says it too short, and the prose says it again.
    prose = [n for n, one in enumerate(statements) if not text.is_heading(one.content[0][0])] or range(len(statements))
    found = [one for n in prose for denial in hearing.denials.of(n) if (one := denied(hearing, denial)) is not None]
    counted = list(figures(hearing))
    found = [*counted, *_besides(found, counted)]
    answers = [*countered(hearing), *reported_otherwise(hearing), *answered_shortly(hearing), *said_to_err(hearing)]
    found = _merged(hearing, [*found, *answers])
    found += doubted_aims(hearing)
    asserted = assertions(hearing)
    rivals = [*mutual(hearing), *authors(hearing), *contraries(hearing, asserted), *victims(hearing, asserted)]
    claims = told(hearing)
    rivals += [*harms(hearing, claims), *given(hearing, claims), *none_of_ours(hearing, claims)]
    rivals += [*rival_actors(hearing, asserted), *rival_causes(hearing, asserted)]
    rivals += [*rival_ways(hearing, asserted), *provenances(hearing, asserted)]
    rivals += [*exclusives(hearing, asserted), *alibis(hearing, asserted), *told_apart(hearing)]
    rivals += [*gainsaid_at_once(hearing, claims), *conflicting(hearing)]
    found += _besides(rivals, found)
    found += forgeries(hearing, found)
    found += stood_by(hearing, found)
    found += denied_acts(hearing, events, found)
    found.sort(key=lambda one: min(one.claimed.span, one.contested.span))
    return [_written(hearing, number, one, events) for number, one in enumerate(found, 1)]


def _besides(found: list[Found], told: list[Found]) -> list[Found]:
    """Those that do not rest on the very statements that one before them or another rests on that is told already."""

    def statements(one: Found) -> frozenset[int]:
        return frozenset(one.claimed.statements | one.contested.statements)

    known, kept = {statements(one) for one in told}, list[Found]()
    for one in found:
        if statements(one) not in known:
            known.add(statements(one))
            kept.append(one)
    return kept


def _merged(hearing: Hearing, found: list[Found]) -> list[Found]:
    """One dispute for all denials of one claim: those with somebody in common on each side, and a word or statement;
    those of one statement that do not say what they deny: "the Front denied it", then its spokesman; and those of what
    one voice claims, in much the same words: "the bank denied the charge", then the manager."""
    out: list[Found] = []
    between: dict[tuple[str, str], list[Found]] = {}
    for one in found:
        pairs = [(a, b) for a in one.claimed.actors for b in one.contested.actors]
        turned = [(b, a) for a, b in pairs]
        claimed = [("", hearing.statements[n].id) for n in one.claimed.statements]
        claimants = [(actor, "") for actor in one.claimed.actors]
        near = (other for pair in (*pairs, *turned) for other in between.get(pair, [])[-LATEST:] if _same(one, other))
        vague = (other for key in claimed for other in between.get(key, [])[-LATEST:] if _is_vague(one, other))
        alike = (other for key in claimants for other in between.get(key, [])[-LATEST:] if _are_alike(one, other))
        same = next(chain(near, vague, alike), None)
        if same is None:
            out.append(same := one)
        else:
            _join(hearing, same, one)
        for pair in (*((a, b) for a in same.claimed.actors for b in same.contested.actors), *claimed, *claimants):
            if same not in (listed := between.setdefault(pair, [])):
                listed.append(same)
    return out


def _is_vague(one: Found, other: Found) -> bool:
    """Whether one of two denials of one statement does not say what it denies, and the other denies no single thing."""
    return (one.vague or other.vague) and not (one.such or other.such)


def _are_alike(one: Found, other: Found) -> bool:
    """Whether two disputes of what one claims are the same in most words of the shorter, and nobody changes sides."""
    if "quantity" in (one.kind, other.kind) or not one.contested.actors.keys().isdisjoint(other.claimed.actors):
        return False
    fewer, more = sorted((one.terms, other.terms), key=len)
    return bool(fewer) and 2 * len(fewer & more) >= len(fewer) and one.claimed.actors.keys().isdisjoint(
        other.contested.actors
    )  # fmt: skip


def _same(one: Found, other: Found) -> bool:
    """Whether two disputes of the same people are about one matter."""
    if (one.kind == "quantity") != (other.kind == "quantity"):
        return False
    if one.vague or other.vague:
        return True  # what is denied is not told: what else the two dispute, it is that
    statements = [{*found.claimed.statements, *found.contested.statements} for found in (one, other)]
    return not statements[0].isdisjoint(statements[1]) or not one.terms.isdisjoint(other.terms)


def _join(hearing: Hearing, same: Found, more: Found) -> None:
    """Adds to a dispute another one of the same matter, its sides to those they agree with."""
    turned = not any(actor in same.claimed.actors for actor in more.claimed.actors)
    claimed, contested = (more.contested, more.claimed) if turned else (more.claimed, more.contested)
    for side, added, against in ((same.claimed, claimed, same.contested), (same.contested, contested, same.claimed)):
        elsewhere = {actor for position in (against, *same.others) for actor in position.actors}
        for actor in added.actors:
            if actor not in elsewhere:
                side.add(actor)
        for n in added.statements:
            if n not in against.statements and hearing.statements[n].speaker not in elsewhere:
                side.add(None, n)
    same.claims += more.claims
    same.terms |= more.terms


def _written(hearing: Hearing, number: int, one: Found, events: list[Event]) -> Dispute:
    sides = [
        Side(
            position=hearing.short(side.span, POSITION),
            actors=list(side.actors),
            statements=[hearing.statements[n].id for n in sorted(side.statements)],
        )
        for side in (one.claimed, one.contested, *one.others)
    ]
    told = {id for side in sides for id in side.statements}
    matter = Spans(merged([hearing.reading.span(claim.words) for claim in one.claims]))
    about = [
        event
        for event in events
        if matter.touching(event.trigger)
        or (told.intersection(event.statements) and any(matter.touching(span) for span in event.evidence))
    ]
    if not one.vague:
        # "Fired tear gas and arrested 14": that tear gas was used is denied, and no arrest.
        matters = one.claims[0].terms
        about = [event for event in about if hearing.words_of(event) & matters] or about
    ids = [event.id for event in about]
    return Dispute(id=f"d{number}", issue=one.issue, kind=one.kind, events=ids, sides=sides)
