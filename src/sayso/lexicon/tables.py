"""How a file of the lexicon is read, and how words of a text are compared with those in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files


class LexiconError(ValueError):
    """A line of a lexicon file that cannot be read; says which."""


def rows(file: str, columns: int) -> list[list[str]]:
    """The lines of a lexicon file, cut into exactly `columns` columns; comments and empty lines left out."""
    found = []
    for number, line in enumerate((files("sayso.lexicon") / file).read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != columns:
            raise LexiconError(f"{file}, line {number}: {len(cells)} columns, not {columns}: {line!r}")
        found.append(cells)
    return found


@cache
def by_use(file: str) -> Mapping[str, frozenset[str]]:
    """The words of a file of two columns, the use of words and the words, parted by spaces."""
    return words_by_use(file, rows(file, 2))


def words_by_use(file: str, uses: Iterable[Sequence[str]]) -> Mapping[str, frozenset[str]]:
    """The words of each use of a file, a use told once: a second line would hide the first."""
    found: dict[str, frozenset[str]] = {}
    for use, words in uses:
        if use in found:
            raise LexiconError(f"{file}: {use!r} has two lines")
        found[use] = frozenset(words.split())
    return found


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell that may have several."""
    return tuple(cell.split(";")) if cell else ()


@lru_cache(maxsize=1 << 14)
def key(words: str) -> str:
    """Words as the lexicon compares them: one kind of apostrophe, no stops in initials, and case only where it tells.

    Up to three letters keep their case, for "US" is a country and "us" is not."""
    words = " ".join(words.replace("’", "'").replace("‑", "-").split())
    if "." in words:
        words = words.replace(".", "")
    return words if len(words) <= 3 else words.casefold()
