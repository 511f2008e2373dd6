"""What people corrected, laid over what the machine read.

A correction names what it is of by spans of the report's text, which never changes, not by an id: a later reading may
count its statements and events otherwise. So it is found again in any account of that report, or it is adrift until
there is one that has what it is of. It says one thing, such as who the speaker is. The last that says so counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter

from sayso import lexicon
from sayso.ledger.answers import Known
from sayso.model import Account, Actor, Dispute, Event, Noun, Side, Span, Statement

Kind = Literal["statement", "event", "link"]
State = Literal["in force", "overruled", "taken back", "adrift"]
Part = Statement | Event

VERDICTS = ("right", "wrong")  # all of it is as it must be; it is none
ALIKE = 0.5  # share of the words of two statements that are the same ones, from which they may be one


class StatementAnchor(Known):
    """The words by which a statement is found."""

    cue: Span | None
    content: list[Span]
    words: str


class EventAnchor(Known):
    """The words by which an event is found."""

    trigger: Span
    type: str
    words: str


class TellingAnchor(EventAnchor):
    """The words by which an event is found, and the report they stand in."""

    report: str


class LinkAnchor(Known):
    """Two tellings."""

    one: TellingAnchor
    other: TellingAnchor


class Correction(Known):
    """What a person corrected: one thing of a statement, an event or a link."""

    id: str
    at: str  # ISO 8601 in UTC
    who: str
    why: str | None
    report: str
    kind: Kind
    anchor: StatementAnchor | EventAnchor | LinkAnchor
    field: str
    before: Any  # what stood there, as `after`; None where the field says all
    after: Any
    undoes: str | None
    state: State = "in force"
    part: str | None = None  # what it is of, as the ledger counts now: "3f2a…/s4", "3f2a…/e3~7b10…/e1"; None if adrift


class Speaker(Noun):
    """Who speaks: somebody of the report, and the words that say so where a person gave them."""

    actor: Actor
    span: Span | None = None


@cache
def _value(kind: Kind, name: str) -> TypeAdapter[Any]:
    """The form of what a field may hold. Actors stand whole: another account may count them otherwise, or lack one."""
    if name == "speaker":
        return TypeAdapter(Speaker | None)
    if name in ("actors", "recipients"):
        return TypeAdapter(list[Actor])
    noun = Statement if kind == "statement" else Event
    form: Any = noun.model_fields[name].annotation
    return TypeAdapter(form)


@dataclass(slots=True)
class Laid:
    """An account with corrections laid over it."""

    account: Account
    parts: dict[str, str] = field(default_factory=dict)  # by the id of a correction, that of what it is of
    states: dict[str, State] = field(default_factory=dict)  # by the id of a correction
    checked: dict[str, set[str]] = field(default_factory=dict)  # of statements and events, what people looked at


def laid(account: Account, corrections: Iterable[Correction]) -> Laid:
    """The account as people corrected it, and what came of each correction. Whatever they did not correct stays as it
    is, its id too. corrections: in the order in which they were made."""
    made = list(corrections)
    over = Laid(account.model_copy(deep=True), states={one.id: "taken back" for one in made if not one.undoes})
    latest: dict[tuple[str, str], Correction] = {}
    for one in standing(made):
        if one.kind == "link":
            continue
        over.states[one.id] = "overruled"
        part = found(account, one.anchor)
        if part is None:
            over.states[one.id] = "adrift"
            continue
        over.parts[one.id] = part.id
        latest[part.id, "verdict" if one.field in VERDICTS else one.field] = one
    gone = set()
    for (id, _), one in latest.items():
        over.states[one.id] = "in force"
        over.checked.setdefault(id, set()).add(one.field)
        if one.field == "wrong":
            gone.add(id)
        elif one.field != "right":
            its = next(part for part in parts(over.account) if part.id == id)
            _put(over.account, its, one.field, one.after)
    _settle(account, over.account, gone)
    return over


def standing(corrections: Sequence[Correction]) -> list[Correction]:
    """What is corrected and not taken back. What takes back another may be taken back itself."""
    return [one for one in valid(corrections) if not one.undoes]


def valid(corrections: Sequence[Correction]) -> list[Correction]:
    """Those that are not taken back, also those that take back others."""
    taken_back: set[str | None] = set()
    left = []
    for one in reversed(corrections):
        if one.id not in taken_back:
            taken_back.add(one.undoes)
            left.append(one)
    return left[::-1]


def anchor(account: Account, part: Part) -> StatementAnchor | EventAnchor:
    """The words by which a part of an account is found."""
    if isinstance(part, Statement):
        said = " ".join(account.words(span) for span in part.content)
        return StatementAnchor(cue=part.cue, content=part.content, words=said)
    return EventAnchor(trigger=part.trigger, type=part.type, words=account.words(part.trigger))


def found(account: Account, by: StatementAnchor | EventAnchor | LinkAnchor) -> Part | None:
    """The statement or event of an account that has the words of an anchor, or the nearest to it that shares some."""
    alike: list[tuple[float, Part]] = []
    if isinstance(by, StatementAnchor):
        alike = [(_same_statement(statement, by), statement) for statement in account.statements]
    elif isinstance(by, EventAnchor):
        alike = [(_same_event(event, by), event) for event in account.events]
    likeness, part = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return part if likeness else None


def telling_id(account: Account | None, end: TellingAnchor) -> str | None:
    """The id of the telling that an anchor means, "3f2a…/e3", in an account of its report; None where it has none such,
    or there is no account."""
    part = found(account, end) if account else None
    return f"{end.report}/{part.id}" if part else None


def _same_statement(statement: Statement, by: StatementAnchor) -> float:
    likeness = _overlap(statement.content, by.content)
    same_cue = bool(statement.cue and by.cue and _overlap([statement.cue], [by.cue]))
    return likeness + same_cue if likeness and (same_cue or likeness >= ALIKE) else 0.0


def _same_event(event: Event, by: EventAnchor) -> float:
    likeness = _overlap([event.trigger], [by.trigger])
    return likeness and likeness + (event.type == by.type)


def _overlap(some: Iterable[Span], others: Iterable[Span]) -> float:
    """How much of what two lists of spans cover they share."""
    one, other = ({at for span in spans for at in range(*span)} for spans in (some, others))
    return len(one & other) / len(one | other) if one & other else 0.0


def of_value(account: Account, part: Part, name: str) -> Any:
    """What a field holds, as a correction keeps it."""
    value = getattr(part, name)
    if name == "speaker":
        actor = account.actor(value)
        assert isinstance(part, Statement)
        value = actor and Speaker(actor=actor, span=part.speaker_span)
    elif name in ("actors", "recipients"):
        value = [actor for id in value if (actor := account.actor(id))]
    return kept(part, name, value)


def kept(part: Part, name: str, value: Any) -> Any:
    """A value of a field in its JSON. Raises pydantic.ValidationError, a ValueError, where the field holds no such."""
    form = _value(kind(part), name)
    return form.dump_python(form.validate_python(value), mode="json")


def kind(part: Part) -> Kind:
    """What kind of part it is."""
    return "statement" if isinstance(part, Statement) else "event"


def pair_id(one: str, other: str) -> str:
    """The id of two tellings together, whichever is named first: "3f2a…/e3~7b10…/e1"."""
    return "~".join(sorted((one, other)))


def parts(account: Account) -> Iterator[Part]:
    """Its statements and events."""
    yield from account.statements
    yield from account.events


def _put(account: Account, part: Part, name: str, kept: Any) -> None:
    """Have a field of a part hold a value, given in its JSON."""
    value = _value(kind(part), name).validate_python(kept)
    if name == "speaker":
        assert isinstance(part, Statement)
        before = part.speaker
        part.speaker = _known(account, value.actor).id if value else None
        if value is None or value.span:
            part.speaker_span = value and value.span
        elif part.speaker != before and part.speaker_span and _names(account, part.speaker_span, before):
            part.speaker_span = None  # it names who was wrongly taken for the speaker; "he" may stay
    elif name in ("actors", "recipients"):
        setattr(part, name, list(dict.fromkeys(_known(account, actor).id for actor in value)))
    else:
        setattr(part, name, value)


def alters(account: Account, part: Part, name: str, value: Any) -> bool:
    """Whether a part would say anything else if that stood in one of its fields."""
    copy = account.model_copy(deep=True)
    its = next(one for one in parts(copy) if one.id == part.id)
    _put(copy, its, name, value)
    return its != part


def _names(account: Account, span: Span, id: str | None) -> bool:
    actor = account.actor(id)
    return actor is not None and bool(_overlap([span], actor.mentions))


def _known(account: Account, wanted: Actor) -> Actor:
    """The actor of the account that is meant; if it has none, one is put there."""

    def likeness(actor: Actor) -> tuple[int, bool, float]:
        same = len({tuple(span) for span in actor.mentions} & {tuple(span) for span in wanted.mentions})
        return same, actor.name.casefold() == wanted.name.casefold(), _overlap(actor.mentions, wanted.mentions)

    best = max(account.actors, key=likeness, default=None)
    if best is not None and any(likeness(best)):
        return best
    number = max((int(actor.id[1:]) for actor in account.actors if actor.id[1:].isdecimal()), default=0) + 1
    account.actors.append(wanted.model_copy(update={"id": f"a{number}"}, deep=True))
    return account.actors[-1]


def _settle(before: Account, account: Account, gone: set[str]) -> None:
    """Take out what is none, and have the rest agree with what is left."""
    account.statements = [one for one in account.statements if one.id not in gone]
    account.events = [one for one in account.events if one.id not in gone]
    types = {event.id: event.type for event in before.events}
    for event in account.events:
        event.statements = [id for id in event.statements if id not in gone]
        if event.mode and event.type != types[event.id] and event.mode not in lexicon.MODES.get(event.type, ()):
            event.mode = None  # it belongs to the type that the event was taken for
    speakers = [{one.id: one.speaker for one in each.statements} for each in (before, account)]
    disputes = (_left(dispute, gone, *speakers) for dispute in account.disputes)
    account.disputes = [dispute for dispute in disputes if dispute]


def _left(
    dispute: Dispute, gone: set[str], before: dict[str, str | None], now: dict[str, str | None]
) -> Dispute | None:
    """What is left of a dispute: a side stands with its statements, a dispute with two sides and its events."""
    sides = []
    for side in dispute.sides:
        said = [id for id in side.statements if id not in gone]
        if said or not side.statements:
            spoke, speak = ({who[id] for id in side.statements if who.get(id)} for who in (before, now))
            actors = [id for id in side.actors if id not in spoke - speak]
            actors += sorted(id for id in speak - spoke if id and id not in actors)
            sides.append(Side(position=side.position, actors=actors, statements=said))
    events = [id for id in dispute.events if id not in gone]
    if len(sides) < 2 or (dispute.events and not events):
        return None
    return dispute.model_copy(update={"sides": sides, "events": events})
