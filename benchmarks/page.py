"""The page of what was measured, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.command import Run

FLOOR, AIM = 6_000, 13_000  # words a second on two cores
MEMORY = 1_200  # MB
WHEEL, ENVIRONMENT = 45, 450  # MB
IMPORT, COLD = 0.3, 2.5  # seconds

ABOUT = {
    "intake": "records out of the file, language, furniture",
    "words": "the text cut into words and paragraphs",
    "windows": "word pieces, shapes, windows",
    "encoder": "the network, all heads",
    "decoding": "tags, trees, mentions, attributions out of its scores",
    "statements": "who says what, out of the attributions",
    "actors": "speakers resolved",
    "account": "the account put together and checked",
    "JSON": "the account written",
    "rest": "everything else",
}


@dataclass(slots=True)
class Measured:
    """All that the page tells. None or empty: not measured."""

    corpus: str
    reports: int
    words: int
    blanks: int
    machine: str
    date: str
    speed: dict[int, Run] = field(default_factory=dict)  # by jobs
    memory: list[Run] = field(default_factory=list)
    jobs: int = 2
    stages: Mapping[str, float] = field(default_factory=dict)
    by_length: Mapping[int, float] = field(default_factory=dict)
    length: int = 0  # words of the text that is read again and again
    importing: float | None = None
    cold: float | None = None
    cold_words: int = 0
    wheel: int | None = None
    environment: int | None = None


def page(measured: Measured, command: str) -> str:
    """The whole page."""
    m = measured
    lines = [
        "# Performance",
        "",
        f"Written by `{command}` on {m.date}: {m.machine}.",
        "",
        f"Reports: {m.corpus}, {m.reports:,} of them. Words are counted as the reader cuts them, {m.words:,} in all;",
        f"punctuation counts ({m.blanks:,} between blanks, {m.blanks / m.words:.0%} of that).",
    ]
    if m.speed:
        lines += [
            "",
            "## Speed",
            "",
            "`sayso read --json --jobs N`, the clock running from when all processes are warm. Floor on two cores",
            f"{FLOOR:,}, aim {AIM:,} words a second.",
            "",
            "| jobs | reports | words a second | between blanks |",
            "| --- | --- | --- | --- |",
        ]
        for jobs, run in m.speed.items():
            if run.speed:
                lines.append(
                    f"| {jobs} | {run.reports:,} | **{run.speed:,.0f}** | {run.speed * m.blanks / m.words:,.0f} |"
                )
    if m.stages:
        total = sum(m.stages.values())
        lines += [
            "",
            "## Stages",
            "",
            "One job, in one process; what the clock itself takes is in it.",
            "",
            "| stage | | share | µs a word |",
            "| --- | --- | --- | --- |",
        ]
        for name, seconds in m.stages.items():
            lines.append(f"| {name} | {ABOUT[name]} | {seconds / total:.1%} | {1e6 * seconds / m.words:.1f} |")
        lines.append(f"| all | | | {1e6 * total / m.words:.1f} |")
    if m.by_length:
        lines += [
            "",
            "## Long texts",
            "",
            f"One report of {m.length:,} words, and the same text over and over.",
            "",
            "| words | seconds | µs a word |",
            "| --- | --- | --- |",
        ]
        for times, seconds in m.by_length.items():
            length = times * m.length
            lines.append(f"| {length:,} | {seconds:.2f} | {1e6 * seconds / length:.0f} |")
    if m.memory:
        lines += [
            "",
            "## Memory",
            "",
            f"`sayso read --json --jobs {m.jobs}`: the most that all its processes together hold at a time (resident",
            f"sets; pages they share count in each). At most {MEMORY:,} MB, no more for many reports than for few:",
            "they are the same ones, again and again under new ids.",
            "",
            "| reports | peak, MB |",
            "| --- | --- |",
        ]
        for run in m.memory:
            lines.append(f"| {run.reports:,} | {_mb(run.peak)} |")
    rows = [
        ("`import sayso`", m.importing, "s", f"{IMPORT} s"),
        (f"`sayso read` of a report of {m.cold_words:,} words, from a fresh process", m.cold, "s", f"{COLD} s"),
        ("the wheel", m.wheel, "MB", f"{WHEEL} MB"),
        ("a fresh environment with it and all it needs", m.environment, "MB", f"{ENVIRONMENT} MB"),
    ]
    lines += ["", "## From nothing", "", "| what | | at most |", "| --- | --- | --- |"]
    for what, figure, unit, most in rows:
        if figure is not None:
            lines.append(f"| {what} | {f'{figure:.2f} s' if unit == 's' else _mb(int(figure)) + ' MB'} | {most} |")
    return "\n".join(lines) + "\n"


def _mb(size: int | None) -> str:
    return "not told by this system" if size is None else f"{size / 1e6:,.0f}"
