"""Where the time goes: each stage of reading clocked by wrapping the function that does it."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sayso.account import Reader
from sayso.intake import Refusal, open_reports, text_report

STAGES = {  # the function that does it, as its caller knows it
    "words": ("sayso.reader.network:cut", "sayso.reader.network:paragraphs"),
    "windows": ("sayso.reader:Network.windows",),
    "encoder": ("onnxruntime:InferenceSession.run",),
    "decoding": ("sayso.reader.network:assemble",),
    "statements": ("sayso.account.assembling:sayings",),
    "actors": ("sayso.account.assembling:resolve",),
    "account": ("sayso.account.reader:account",),
    "JSON": ("sayso.model:Account.to_json",),
}


@dataclass
class Clock:
    """Seconds by stage. While a stage runs within another, the outer one's clock stands still."""

    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    _running: list[str] = field(default_factory=list)
    _since: float = 0.0

    def _turn(self) -> None:
        now = time.perf_counter()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """What runs inside counts for this stage."""
        self._turn()
        self._running.append(name)
        try:
            yield
        finally:
            self._turn()
            self._running.pop()

    def wrapped(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted."""

        def clocked(*given: Any, **named: Any) -> Any:
            with self.stage(name):
                return function(*given, **named)

        return clocked

    @contextmanager
    def watching(self) -> Iterator[None]:
        """All stages clocked. Errors: AttributeError if one of their functions is not where it was."""
        with ExitStack() as patches:
            for name, places in STAGES.items():
                for place in places:
                    module, _, path = place.partition(":")
                    owner: Any = import_module(module)
                    *outer, last = path.split(".")
                    for part in outer:
                        owner = getattr(owner, part)
                    patches.enter_context(patch.object(owner, last, self.wrapped(name, getattr(owner, last))))
            yield


def stages(reports: Path) -> dict[str, float]:
    """Seconds by stage of reading a file of reports to JSON, one after the other in this process, warm."""
    reader, clock = Reader(), Clock()
    reader.read(text_report("The minister said the talks had failed. The president denied it.")).to_json()
    with clock.watching():
        coming = open_reports([reports])
        while True:
            with clock.stage("intake"):
                report = next(coming, None)
            if report is None:
                break
            if not isinstance(report, Refusal):
                with clock.stage("rest"):
                    reader.read(report).to_json()
    order = ("intake", *STAGES, "rest")
    return {name: clock.seconds[name] for name in order}


def by_length(text: str, times: tuple[int, ...]) -> dict[int, float]:
    """Seconds it takes to read a text that many times as long, the fewest of three tries: the text over and over."""
    reader = Reader()
    out = {}
    for number in times:
        report = text_report("\n".join([text] * number), max_chars=10**8)
        tries = []
        for _ in range(3):
            begun = time.perf_counter()
            reader.read(report).to_json()
            tries.append(time.perf_counter() - begun)
        out[number] = min(tries)
    return out
