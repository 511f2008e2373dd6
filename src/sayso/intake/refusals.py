"""What is not read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that is not read, and why."""

    source: str  # the file as it was named, or "standard input"
    where: str | None  # the place in it, such as "line 3"; None for the whole of it
    reason: str

    def __str__(self) -> str:
        return f"{self.source}{', ' + self.where if self.where else ''}: {self.reason}"
