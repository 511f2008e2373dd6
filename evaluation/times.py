"""Time expressions against TimeBank."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation.counts import Count
from sayso.model import Span
from sayso.reader import Network
from training import sources

Times = list[tuple[int, int, str]]  # begin, end, TIMEX3 type


def texts() -> Iterable[tuple[str, Times]]:
    """The held-out fifth of TimeBank (every fifth file, see `training.sources.timebank`): text and times."""
    for document in sources.timebank("dev"):
        text, times = sources.timeml(sources.DATA / "timebank" / f"{document.id}.tml")
        yield text, [time for time in times if text[time[0] : time[1]].strip()]


def score(network: Network) -> dict[str, float]:
    """On the text alone, as in TempEval-3: F1 of TIMEX3 spans, strict (the same characters) and relaxed (each time
    overlaps one annotated, one to one); of those that overlap, the share with the right TIMEX3 type."""
    strict, relaxed, types = Count(), Count(), Count()
    for text, gold in texts():
        reading = network.read(text)
        given = [(*reading.span(time.words), time.type) for time in reading.times]
        strict.add([time[:2] for time in gold], [time[:2] for time in given])
        pairs = overlapping(gold, given)
        relaxed.right += len(pairs)
        relaxed.gold += len(gold)
        relaxed.given += len(given)
        for one, other in pairs:
            types.answer(one[2] == other[2])
    return {"relaxed": relaxed.f1, "strict": strict.f1, "type": types.f1}


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
