"""Counting what is found: precision, recall and F1 over a whole corpus."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass


@dataclass(slots=True)
class Count:
    """How many answers were right, how many there should be, how many were given. Counts of documents add up."""

    right: int = 0
    gold: int = 0
    given: int = 0

    def add(self, gold: Collection[Hashable], given: Collection[Hashable]) -> None:
        """Count one document: what there should be and what was given, duplicates once."""
        expected, answered = set(gold), set(given)
        self.right += len(expected & answered)
        self.gold += len(expected)
        self.given += len(answered)

    def answer(self, right: bool) -> None:
        """Count one question that has one answer, right or wrong."""
        self.right += right
        self.gold += 1
        self.given += 1

    @property
    def precision(self) -> float:
        """The share of what was given that is right; 0 where nothing was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of what there should be that was found; 0 where there is nothing to find."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both. Of questions that have one answer each, the accuracy."""
        total = self.gold + self.given
        return 2 * self.right / total if total else 0.0
