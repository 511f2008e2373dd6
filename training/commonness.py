"""Count how common words are: `python -m training.commonness`. Writes `src/sayso/lexicon/commonness.tsv`.

From the training parts of PolNeAR and GUM, from TimeBank and GeoWebNews: in how many texts a word occurs, by its stem.
Long texts are cut, so that each piece is about as long as a report. The table has counts alone, no text; the reports on
which linking is measured are not among those counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from sayso.linking.words import words
from training import sources

OUT = Path(__file__).parents[1] / "src/sayso/lexicon/commonness.tsv"
LENGTH = 500  # words of a piece
LEAST = 3  # pieces that have a word; one that fewer have is as rare as one that none has

HEAD = """\
# How common words are: in how many of {pieces} texts of about {length} words each occurs, by its stem. Words not here
# are rare. Made by `python -m training.commonness`; do not edit.
#   count, words between spaces
"""


def texts() -> Iterator[str]:
    """Every text that is counted."""
    yield from (sources.verbatim(path) for path in sorted((sources.DATA / "polnear" / "train").rglob("*.txt")))
    for document in sources.gum("train"):
        yield " ".join(document.words)
    for path in sorted(sources.TIMEBANK.glob("*.tml")):
        yield sources.timeml(path)[0]
    for article in ElementTree.parse(sources.GEOWEBNEWS).iterfind("article"):
        body = article.find("text")
        yield "" if body is None else "".join(body.itertext())


def counted(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """In how many pieces of the texts each word is, and how many pieces there are."""
    counts, pieces = Counter[str](), 0
    for text in texts:
        stems = words(text)
        for start in range(0, len(stems), LENGTH):
            counts.update(set(stems[start : start + LENGTH]))
            pieces += 1
    return counts, pieces


def table(counts: Counter[str], pieces: int) -> str:
    """The file: a line for each count, the most common words first."""
    by_count = defaultdict(list)
    for word, count in counts.items():
        if count >= LEAST and (word.isalpha() or len(word) < 3):
            by_count[count].append(word)
    lines = [f"{count}\t{' '.join(sorted(by_count[count]))}" for count in sorted(by_count, reverse=True)]
    return HEAD.format(pieces=pieces, length=LENGTH) + f"{pieces}\t\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    OUT.write_text(table(*counted(texts())), "utf-8")
