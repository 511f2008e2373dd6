"""What goes wrong on the reports annotated by hand, sorted by kind: the plan of what to mend next.

The worst are what is told most surely and is wrong. No more of a report's text is shown than the cue or trigger."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.statements import Gold, scorer
from sayso.model import Account
from training import sources

SHOWN = 50
WORDS = 3  # of a cue or trigger, at most
REMEDIES = Path(__file__).with_name("remedies.tsv")

Span = Sequence[int]
Names = Mapping[str, Sequence[str]]  # of each actor, by id


@dataclass(frozen=True, slots=True)
class Error:
    """One wrong answer. sure: the confidence with which it is told, 0 where nothing is."""

    kind: str
    report: str
    at: int  # character of the text
    words: str  # the cue or trigger
    what: str
    sure: float


def remedies() -> dict[str, str]:
    """What would mend each kind of error, in the order in which the kinds are shown."""
    return dict(sources.rows(REMEDIES))


def found(one: Gold, account: Account) -> list[Error]:
    """Every error in the account of an annotated report."""
    told = json.loads(account.to_json())
    names = {actor["id"]: [actor["name"], *actor.get("aliases", [])] for actor in told["actors"]}
    return [*_in_statements(one, told, names), *_in_events(one, told, names)]


def worst(errors: Sequence[Error], shown: int = SHOWN) -> list[Error]:
    """The worst, as many of each kind as its share of all errors."""
    by_kind: dict[str, list[Error]] = defaultdict(list)
    for error in errors:
        by_kind[error.kind].append(error)
    turns = [
        ((k + 0.5) / len(some), error)
        for some in by_kind.values()
        for k, error in enumerate(sorted(some, key=_badness))
    ]
    return [error for _, error in sorted(turns, key=lambda turn: (turn[0], *_badness(turn[1])))[:shown]]


def _badness(error: Error) -> tuple[float, str, int, str]:
    """What orders errors, the worst first."""
    return -error.sure, error.report, error.at, error.kind


def _is_named(names: Names, ids: Sequence[str | None], name: str) -> bool:
    """Whether one of some actors has a name."""
    return any(scorer().same_name(other, name) for id in ids if id for other in names[id])


def _words(one: Gold, span: Span | None) -> str:
    return " ".join(one["text"][slice(*span)].split()[:WORDS]) if span else ""


def _in_statements(one: Gold, told: dict[str, Any], names: Names) -> Iterator[Error]:
    def error(kind: str, span: Span, cue: Span | None, what: str) -> Error:
        return Error(kind, one["id"], span[0], _words(one, cue), what, 0.0)

    free = list(told["statements"])
    for given in sorted(one["statements"], key=lambda given: bool(given["optional"])):
        span = given["cue"] or given["content"][0]
        some = [said for said in free if scorer().match_statement(given, said)]
        if not some:
            if not given["optional"]:
                yield error("statement missed", span, given["cue"], given["force"])
            continue
        said = max(some, key=lambda said: float(scorer().iou(given["content"], said["content"])))
        free.remove(said)
        if given["optional"]:
            continue
        if not _is_named(names, [said["speaker"]], given["speaker"]):
            yield error("speaker", span, given["cue"], "somebody else" if said["speaker"] else "nobody given")
        if given["force"] != said["force"]:
            yield error("force", span, given["cue"], f"{said['force']}, not {given['force']}")
    for said in free:
        yield error("statement too many", said["cue"] or said["content"][0], said["cue"], said["force"])


def _in_events(one: Gold, told: dict[str, Any], names: Names) -> Iterator[Error]:
    overlap = scorer().overlap

    def error(kind: str, span: Span, what: str, sure: float) -> Error:
        return Error(kind, one["id"], span[0], _words(one, span), what, sure)

    free = list(told["events"])
    for given in one["events"]:
        near = [event for event in free if overlap(given["trigger"], event["trigger"])]
        same = [event for event in near if event["type"] == given["type"]]
        if not same:
            if near:
                free.remove(near[0])
                what = f"{near[0]['type']}, not {given['type']}"
                yield error("type of event", given["trigger"], what, near[0]["confidence"])
            else:
                yield error("event missed", given["trigger"], given["type"], 0.0)
            continue
        event = max(same, key=lambda event: _is_named(names, event["actors"], given["actor"]))
        free.remove(event)
        sure = event["confidence"]
        for role, ids in (("actor", event["actors"]), ("recipient", event["recipients"])):
            if given[role] and not _is_named(names, ids, given[role]):
                yield error(role, given["trigger"], "another" if ids else "none given", sure)
        place, time = event.get("place") or {}, event.get("time") or {}
        if given["place"] and not (
            scorer().same_name(place.get("name", ""), given["place"])
            and (not given["place_country"] or place.get("country") == given["place_country"])
        ):
            yield error("place", given["trigger"], "another" if place else "none given", sure)
        if given["date"] and not (time.get("start") or "").startswith(given["date"]):
            yield error("date", given["trigger"], "another" if time.get("start") else "none given", sure)
        if event["status"] != given["status"]:
            yield error("status", given["trigger"], f"{event['status']}, not {given['status']}", sure)
        values = {quantity["value"] for quantity in event["quantities"]}
        if any(quantity["value"] not in values for quantity in given["quantities"]):
            yield error("figures", given["trigger"], "others" if values else "none given", sure)
    for event in free:
        repeated = any(overlap(given["trigger"], span) for given in one["events"] for span in event["evidence"])
        kind = "event too many, beside one annotated" if repeated else "event too many"
        yield error(kind, event["trigger"], event["type"], event["confidence"])
