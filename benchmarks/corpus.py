"""The reports that are read against the clock."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from sayso.reader.words import cut
from training import sources

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "report.txt"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports as records of a JSONL file, and what they are called."""

    name: str
    records: list[dict[str, Any]]

    def repeated(self, number: int) -> Iterator[dict[str, Any]]:
        """That many records: the same ones again and again, each under an id of its own."""
        for i, record in enumerate(islice(cycle(self.records), number)):
            yield {**record, "id": f"report-{i}"}

    def write(self, path: Path, number: int) -> list[int]:
        """Write that many records as JSONL. Gives the words of each."""
        known: dict[str, int] = {}
        counts = []
        with path.open("w", encoding="utf-8") as file:
            for record in self.repeated(number):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
                text = record["text"]
                if text not in known:
                    known[text] = words(text)
                counts.append(known[text])
        return counts

    def nearest(self, number: int) -> str:
        """The text whose words come nearest to a number."""
        texts: list[str] = [record["text"] for record in self.records]
        return min(texts, key=lambda text: abs(words(text) - number))


def words(text: str) -> int:
    """How many words a text has as the reader cuts it: punctuation counts, as it does where others give their speed."""
    return len(cut(text)[0])


def blanks(text: str) -> int:
    """How many words a text has between blanks."""
    return len(text.split())


def corpus() -> Corpus:
    """The clusters of the shared data where they are at hand, else the example that comes with the sources."""
    if sources.CLUSTERS.exists():
        return Corpus("`data/clusters/reports.jsonl`", sources.clusters())
    return Corpus(
        "`examples/report.txt`, repeated (the shared data is not at hand)", [{"text": EXAMPLE.read_text("utf-8")}]
    )
