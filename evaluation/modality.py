"""Negation and modals of events against TimeBank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.counts import Count
from sayso.account.grammar.modality import modality, polarity
from sayso.reader import Network, Reading
from training import sources

INSTANCE = re.compile(r"<MAKEINSTANCE ([^>]*)>")
# Several spellings of one modal; what was left over from annotating is none.
NORMAL = {"'d": "would", "have_to": "have to"}
NO_MODAL = {"", "none", "delete", "until"}


@dataclass(frozen=True, slots=True)
class Qualified:
    """An event as annotated: the characters of its word, whether it is negated, its modal."""

    start: int
    end: int
    negated: bool
    modal: str | None


def normal(modal: str) -> str | None:
    """A modal as annotated, in the form in which we write it."""
    modal = modal.casefold().strip()
    return None if modal in NO_MODAL else NORMAL.get(modal, modal)


def annotated(path: Path) -> tuple[str, list[Qualified]]:
    """The text of a TimeML file and its events that have an instance; of several (they agree) the first."""
    instances: dict[str, dict[str, str]] = {}
    for found in INSTANCE.finditer(path.read_text("utf-8")):
        instance = sources.attributes(found[1])
        instances.setdefault(instance["eventID"], instance)
    text, elements = sources.timeml_elements(path, "EVENT")
    events = []
    for start, end, event in elements:
        if event["eid"] in instances:
            told = instances[event["eid"]]
            events.append(Qualified(start, end, told["polarity"] == "NEG", normal(told.get("modality", ""))))
    return text, events


def word(reading: Reading, event: Qualified) -> int:
    """The word of an event: of several ("buy-out") the one on which the others depend."""
    words = reading.within((event.start, event.end))
    return min(sources.heading(reading.head, *words), len(reading) - 1)


def texts() -> Iterator[tuple[str, list[Qualified]]]:
    """The held-out fifth of TimeBank: text and events."""
    for document in sources.timebank("dev"):
        yield annotated(sources.TIMEBANK / f"{document.id}.tml")


def score(network: Network) -> dict[str, float]:
    """Of the words annotated as events, whatever our own events are. polarity: the share for which we say rightly
    whether they are negated; modality: the share for which we name exactly the modal annotated, or rightly none. Since
    most events are affirmed and have no modal, the figures of an answer that never changes stand beside, and F1: of the
    words negated, and of the modals, each right only if it is exactly the one annotated. Modals are normalised: "'d" is
    "would", "have_to" is "have to"; "none", "NONE", "delete" and "until" are none."""
    return scored((network.read(text), events) for text, events in texts())


def scored(read: Iterator[tuple[Reading, list[Qualified]]]) -> dict[str, float]:
    """The figures of readings with their events."""
    polar, modal, affirmed, bare, negated, named = (Count() for _ in range(6))
    for reading, events in read:
        words = ((event, word(reading, event)) for event in events)
        given = [(event, polarity(reading, at), modality(reading, at)) for event, at in words]
        for event, no, name in given:
            polar.answer(event.negated == no)
            affirmed.answer(not event.negated)
            modal.answer(event.modal == name)
            bare.answer(event.modal is None)
        negated.add([e.start for e, *_ in given if e.negated], [e.start for e, no, _ in given if no])
        named.add([(e.start, e.modal) for e, *_ in given if e.modal], [(e.start, name) for e, _, name in given if name])
    return {
        "polarity": polar.f1, "affirmed": affirmed.f1, "negated": negated.f1,
        "modality": modal.f1, "bare": bare.f1, "modal": named.f1,
    }  # fmt: skip
