"""Time expressions against TimeBank."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evaluation.counts import Count
from sayso.account.when.times import times as resolved
from sayso.model import Span
from sayso.reader import Network
from training import sources

Times = list[tuple[int, int, str]]  # begin, end, TIMEX3 type or value

_PUBLISHED = re.compile(r'<TIMEX3\b[^>]*functionInDocument="CREATION_TIME"[^>]*>')


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report of TimeBank: its text, its date of publication, its time expressions with their types and values."""

    text: str
    published: str
    types: Times
    values: Times


def annotated(path: Path) -> Annotated:
    """A TimeML file. Expressions without a word in the text are left out."""
    text, found = sources.timeml_elements(path, "TIMEX3")
    told = [(start, end, tag) for start, end, tag in found if text[start:end].strip()]
    creation = _PUBLISHED.search(path.read_text("utf-8"))
    published = sources.attributes(creation[0]).get("value", "")[:10] if creation else ""
    types, values = (
        [(start, end, tag.get(name, default)) for start, end, tag in told]
        for name, default in (("type", "DATE"), ("value", ""))
    )
    return Annotated(text, published, types, values)


def texts() -> Iterable[Annotated]:
    """The held-out fifth of TimeBank (every fifth file, see `training.sources.timebank`)."""
    for document in sources.timebank("dev"):
        yield annotated(sources.TIMEBANK / f"{document.id}.tml")


def score(network: Network) -> dict[str, float]:
    """On the text alone, as in TempEval-3: F1 of TIMEX3 spans, strict (the same characters) and relaxed (each time
    overlaps one annotated, one to one); of those that overlap, the share with the right TIMEX3 type. Values are those
    of the account, resolved against the date of publication: an expression counts if it overlaps and its value is
    exactly equal; beside that, the share with the right value of those that overlap."""
    strict, relaxed, types, value, values = Count(), Count(), Count(), Count(), Count()
    for report in texts():
        reading, gold = network.read(report.text), report.types
        given = [(*reading.span(time.words), time.type) for time in reading.times]
        placed = [(*time.span, time.value or "") for time in resolved(reading, report.published)]
        equal = [one[2] == other[2] for one, other in overlapping(report.values, placed)]
        value.right += sum(equal)
        value.gold += len(report.values)
        value.given += len(placed)
        for right in equal:
            values.answer(right)
        strict.add([time[:2] for time in gold], [time[:2] for time in given])
        pairs = overlapping(gold, given)
        relaxed.right += len(pairs)
        relaxed.gold += len(gold)
        relaxed.given += len(given)
        for one, other in pairs:
            types.answer(one[2] == other[2])
    return {
        "relaxed": relaxed.f1,
        "strict": strict.f1,
        "type": types.f1,
        "value": value.f1,
        "right_value": values.f1,
    }


def overlapping(gold: Times, given: Times) -> list[tuple[tuple[int, int, str], tuple[int, int, str]]]:
    """Times that overlap, one to one: each annotated with the free one that shares most with it."""
    free, pairs = list(given), []
    for time in gold:
        best = max(free, key=lambda other: shared(time[:2], other[:2]), default=None)
        if best is not None and shared(time[:2], best[:2]) > 0:
            free.remove(best)
            pairs.append((time, best))
    return pairs


def shared(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
