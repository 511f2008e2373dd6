"""The page of figures, as Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from evaluation.errors import Error, remedies, worst
from evaluation.events import bins, calibration_error
from evaluation.heads import ALLOWED
from training import sources

TARGETS = Path(__file__).with_name("targets.tsv")


@dataclass(frozen=True, slots=True)
class Target:
    """What one figure is held against. None or "" where there is nothing."""

    part: str
    figure: str
    shown: str
    trial: float | None
    floor: float | None
    aim: float | None
    best: str
    origin: str

    def is_missed(self, figure: float) -> bool:
        """Whether a figure is under the floor, as both are written."""
        return bool(self.floor) and figure < self.floor - 5e-4


def targets() -> list[Target]:
    """Every figure's, in the order of the page."""
    out = []
    for part, figure, shown, *marks, best, origin in sources.rows(TARGETS):
        trial, floor, aim = (None if mark == "-" else float(mark) for mark in marks)
        out.append(Target(part, figure, shown, trial, floor, aim, best.strip("-"), origin.strip("-")))
    return out


@dataclass(frozen=True, slots=True)
class Scored:
    """One part of the page: what was scored, how, and what came out. No figures: the corpus is not there."""

    part: str
    on: str
    how: str
    figures: Mapping[str, float] | None
    annotators: Mapping[str, float] | None = None


def written(figure: float | None) -> str:
    """A figure as it is usually written: .882."""
    return "" if figure is None else f"{figure:.3f}".removeprefix("0")


def below(parts: Sequence[Scored]) -> list[str]:
    """The figures under their floor, each in words."""
    figures = {part.part: part.figures or {} for part in parts}
    return [
        f"{target.part}: {target.shown} {written(figures[target.part][target.figure])}, floor {written(target.floor)}"
        for target in targets()
        if target.is_missed(figures.get(target.part, {}).get(target.figure, 1.0))
    ]


def page(
    parts: Sequence[Scored],
    int8: Mapping[str, Any] | None,
    same_graph: bool,
    date: str,
    command: str,
    errors: Sequence[Error] = (),
    judged: Sequence[tuple[float, bool]] = (),
) -> str:
    """The whole page. int8: the last comparison with floating point; same_graph: of the weights that ship now. errors,
    judged: what went wrong on the reports annotated by hand, and the confidence of each event, right or wrong."""
    lines = [
        "# Accuracy",
        "",
        "How well sayso reads, with the int8 weights it ships, on the development parts of the corpora; their test",
        "parts are not touched. Every figure is a fraction of 1. *Trial*: a first trial of the same encoder, one",
        "linear layer, 20 minutes of training, no resolution; *floor*: what must hold; *aim*: what we are after. A",
        "figure under its floor is marked †.",
        "",
        f"Written by `{command}` on {date}: {machine()}; {libraries()}.",
    ]
    for part in parts:
        lines += ["", f"## {part.on}", "", part.how, "", *_table(part)]
    if judged:
        lines += ["", "## How far the confidence of an event can be believed", "", *_reliability(judged)]
    if errors:
        lines += ["", "## What goes wrong", "", *_errors(errors)]
    lines += ["", "## What int8 costs", "", *_int8(int8, same_graph)]
    return "\n".join(lines) + "\n"


def _table(part: Scored) -> Iterator[str]:
    if part.figures is None:
        yield "Not scored here: the corpus is not at hand."
        return
    yield "| figure | trial | floor | aim | sayso | best known | of whom |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for target in targets():
        if target.part == part.part:
            ours = part.figures[target.figure]
            mark = " †" if target.is_missed(ours) else ""
            best = target.best
            if best == "annotators":
                best = written((part.annotators or {}).get(target.figure))
            marks = " | ".join(written(mark) for mark in (target.trial, target.floor, target.aim))
            yield f"| {target.shown} | {marks} | **{written(ours)}**{mark} | {best} | {target.origin} |"


def _reliability(judged: Sequence[tuple[float, bool]]) -> Iterator[str]:
    yield "The events of the accounts of `gold/dev`, by the confidence with which they are told: right is what overlaps"
    yield "an annotated trigger of its type. Expected calibration error (Naeini et al. 2015): "
    yield f"**{written(calibration_error(judged))}**."
    yield ""
    yield "| events | mean confidence | right |"
    yield "| --- | --- | --- |"
    for mean, right, count in bins(judged):
        yield f"| {count} | {written(mean)} | {written(right)} |"


def _errors(errors: Sequence[Error]) -> Iterator[str]:
    shown = worst(errors)
    yield f"All {len(errors)} errors in the accounts of `gold/dev`, by kind, and what would mend each kind; below, the "
    yield f"{len(shown)} worst: as many of a kind as its share, the surest first. Figures are characters of the report."
    yield ""
    yield "| kind | errors | what would mend it |"
    yield "| --- | --- | --- |"
    for kind, remedy in remedies().items():
        if count := sum(error.kind == kind for error in errors):
            yield f"| {kind} | {count} | {remedy} |"
    yield ""
    yield "| kind | report | at | word | told |"
    yield "| --- | --- | --- | --- | --- |"
    for kind in remedies():
        for error in shown:
            if error.kind == kind:
                sure = f" ({written(error.sure)})" if error.sure else ""
                yield f"| {kind} | {error.report} | {error.at} | {error.words} | {error.what}{sure} |"


def _int8(compared: Mapping[str, Any] | None, same_graph: bool) -> Iterator[str]:
    if compared is None:
        yield "Not compared yet: give the floating-point graph with `--float-graph`."
        return
    yield (
        "The graph that ships (int8) against the same weights in floating point, head by head on the dev parts, "
        f"compared on {compared['date']}{'' if same_graph else ', **with other weights than those that ship now**'}. "
        f"It may cost half a point ({100 * ALLOWED:.1f}) on any head; more is marked †."
    )
    yield ""
    yield "| head | floating point | int8 | points |"
    yield "| --- | --- | --- | --- |"
    for head, whole in compared["float"].items():
        coded = compared["int8"][head]
        mark = " †" if coded < whole - ALLOWED else ""
        yield f"| {head} | {written(whole)} | {written(coded)} | {100 * (coded - whole):+.2f}{mark} |"


def put(text: str, out: Path | None) -> None:
    """Write a page to its file; where there is none, print it."""
    if out is None:
        print(text, end="")
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, "utf-8")


def machine() -> str:
    """The processor and how many of its cores there are to use."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        facts = [line.partition(":") for line in cpuinfo.read_text().splitlines()]
        model = next((value.strip() for name, _, value in facts if name.strip() == "model name"), model)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{model}, {cores} core{'s' if cores != 1 else ''}"


def libraries() -> str:
    """What the figures hang on beside our own code."""
    named = ("sayso", "onnxruntime", "tokenizers", "numpy")
    return f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in named)
