"""Events and disputes against the hand-annotated reports, and events against PLOVER's gold-standard records."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from evaluation.statements import Gold, account_of, scorer
from sayso import lexicon
from sayso.account import Reader
from sayso.model import Account, Event, Report
from training.sources import RECORDS

NOW_CALLED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
BINS = 5  # stretches of confidence in which it is held against what proved right


def score(reader: Reader, annotated: Sequence[Gold]) -> dict[str, float]:
    """By `gold/score.py`: an event is found if the triggers overlap and the types are the same. Of the events found:
    actor, recipient, place, date, status, figures. A dispute is found if two of its sides each share a speaker with two
    sides of one given. Expected calibration error: how far the confidence of events is from the share of them that is
    right, on average over five stretches of confidence."""
    tally, misses, judged = scorer().Tally(), list[str](), list[tuple[float, bool]]()
    for one in annotated:
        account = account_of(reader, one)
        scorer().score(one, json.loads(account.to_json()), tally, misses)
        judged += confidences(one, account)
    figures = tally.figures()
    wanted = (
        "events.F1", "events.P", "events.R", "events_loose.F1", "actor", "recipient", "place", "date", "status",
        "figures", "disputes.P", "disputes.R",
    )  # fmt: skip
    return {name: figures.get(name) or 0.0 for name in wanted} | {"calibration": calibration_error(judged)}


def confidences(one: Gold, account: Account) -> Iterable[tuple[float, bool]]:
    """The confidence of each event given, and whether it is right."""
    free = list(one["events"])
    for event in account.events:
        hit = next((g for g in free if scorer().overlap(g["trigger"], event.trigger) and g["type"] == event.type), None)
        if hit is not None:
            free.remove(hit)
        yield event.confidence, hit is not None


def bins(judged: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """For each stretch of confidence: mean confidence, share that is right, how many."""
    table: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in judged:
        table[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [
        (sum(c for c, _ in some) / len(some), sum(r for _, r in some) / len(some), len(some))
        for _, some in sorted(table.items())
    ]


def calibration_error(judged: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error (Naeini et al. 2015)."""
    return sum(abs(mean - right) * n for mean, right, n in bins(judged)) / max(1, len(judged))


def records() -> list[dict[str, Any]]:
    """PLOVER's records, types by their names of today."""
    found = json.loads(RECORDS.read_text("utf-8"))
    return [{**record, "event": NOW_CALLED.get(record["event"], record["event"])} for record in found]


def held_out_records() -> dict[str, list[dict[str, Any]]]:
    """The records of every third sentence, by sentence."""
    coded: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records():
        coded[record["text"]].append(record)
    return {text: of_text for k, (text, of_text) in enumerate(coded.items()) if k % 3 == 2}


def plover(reader: Reader) -> dict[str, float]:
    """Each sentence read by itself, every third of them, which are kept from training. Type: the share of the sentences
    whose surest event has one of the types coded for them; a sentence in which no event is found counts as wrong. Actor
    and recipient country: of the records whose type is found, and whose source or target has a country's code, the
    share in which an actor or a recipient of such an event has it (where both sides act, either way round)."""
    coded = held_out_records()
    right = found = 0
    countries: dict[str, list[bool]] = {"source": [], "target": []}
    for text, of_text in coded.items():
        account = reader.read(Report(text=text))
        types = {record["event"] for record in of_text}
        best = max(account.events, key=lambda event: event.confidence, default=None)
        right += best is not None and best.type in types
        for record in of_text:
            same = [event for event in account.events if event.type == record["event"]]
            found += bool(same)
            for side, answers in countries.items():
                wanted = {a["code"] for a in record.get(side, []) if a.get("code") in lexicon.countries()}
                if same and wanted:
                    answers.append(any(wanted & _countries(account, event, side) for event in same))
    shares = {f"{side} country": sum(answers) / max(1, len(answers)) for side, answers in countries.items()}
    return {"type": right / len(coded), "found": found / sum(map(len, coded.values())), **shares}


def _countries(account: Account, event: Event, side: str) -> set[str]:
    """The countries on one side of an event; on both, where it has actors alone."""
    ids = event.actors if side == "source" or not event.recipients else event.recipients
    return {actor.country for id in ids if (actor := account.actor(id)) and actor.country}
