"""Why an event was coded as it is: what the model and the lexicon said of each of its tellings."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.account.happened.events import Facts, Happened
from sayso.lexicon import EventWord
from sayso.model import Account, Event, Span
from sayso.reader import labels
from sayso.reader.reading import Reading

ALTERNATIVES = 4  # types, at most, that are named beside the one chosen
LEAST = 0.01  # how likely one must be to be named


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that fill a role in a telling, and how likely the model thinks it that they do."""

    role: str
    span: Span
    likely: float


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for one telling. Probabilities are the model's, from 0 to 1."""

    trigger: Span
    event: float  # that the word tells of an event at all
    types: list[tuple[str, float]]  # the likeliest types, as decided: model and lexicon together
    model_types: list[tuple[str, float]]  # the same by the model alone
    known: EventWord | None  # what the lexicon says of the word
    statuses: list[tuple[str, float]]
    again: float  # that it repeats an event told before
    fillers: list[Filler]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An event of an account with the grounds for each of its tellings, the one it is coded from first."""

    account: Account
    event: Event
    grounds: list[Grounds]


def explanation(account: Account, event: Event, happening: Happened, reading: Reading) -> Explanation:
    """The grounds of an event."""
    return Explanation(account, event, [_grounds(reading, facts) for facts in [happening.main, *happening.others]])


def _grounds(reading: Reading, facts: Facts) -> Grounds:
    telling = facts.telling
    seen = telling.happening
    fillers = []
    for role in labels.ROLES:
        likely = dict(seen.roles[role])
        for words in telling.parts[role]:
            share = sum(p for i, p in likely.items() if words[0] <= i < words[1])
            fillers.append(Filler(role, reading.span(words), min(share, 1.0)))
    return Grounds(
        trigger=reading.span(telling.words),
        event=1 - seen.types[0],
        types=_best(telling.scores),
        model_types=_best(dict(zip(labels.EVENTS[1:], seen.types[1:], strict=True))),
        known=telling.known,
        statuses=_best(dict(zip(labels.STATUSES, seen.statuses, strict=True))),
        again=seen.again,
        fillers=fillers,
    )


def _best(scores: dict[str, float]) -> list[tuple[str, float]]:
    order = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [item for item in order[: ALTERNATIVES + 1] if item[1] >= LEAST]
