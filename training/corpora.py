"""Corpora written for training the reader: passages of prose with every attribution marked, see corpora/README.md.

`passages` reads a file; `python -m training.corpora` checks all of them, prints what they hold and fails on bad markup.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import cast

from sayso.model import Force, Span
from sayso.reader import labels

CORPORA = Path(__file__).with_suffix("")

# Cues that leave the force to the content.
PLAIN = re.compile(
    r"(?i)(sa(y|id|ys|ying)|t(ell|old|ells|elling)|add(ed|s|ing)?|according to|(went|going) on|continued|"
    r"(wr(ote|ites|iting|itten)|tweet(ed|s|ing)?|posted|read|reads|stat(ed?|es|ing)|remarked|replied|"
    r"(was |were |is |being )?quoted( as saying)?|as saying|told)( by)?|note[ds]?|put it|explained|answered)"
)

_MARK = re.compile(r"\{(\d+)([sck]) |\}")
_FORCE = re.compile(r"(\w+)(<(\d+))?(\?)?")
_QUOTES = '"“”'


class MarkupError(ValueError):
    """A passage whose markup does not say what it must; the message names the file and line."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution; spans are characters of the passage's text."""

    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    force: Force
    optional: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of prose, one paragraph a line, with its attributions in the order of their numbers."""

    text: str
    attributions: tuple[Attribution, ...]


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a corpus file in order. Raises MarkupError at the first that is wrong."""
    for line, block in _blocks(path):
        try:
            yield parse(block)
        except MarkupError as error:
            raise MarkupError(f"{path.name}:{line}: {error}") from None


def _blocks(path: Path) -> Iterator[tuple[int, str]]:
    """The stretches between blank lines, each with the number of its first line."""
    number = 1
    for block in re.split(r"(\n{2,})", path.read_text(encoding="utf-8")):
        if block.strip():
            yield number, block.strip("\n")
        number += block.count("\n")


def parse(block: str) -> Passage:
    """One passage from its marked-up lines, the last of which gives the forces. Raises MarkupError."""
    *lines, last = block.split("\n")
    if not lines or not last.startswith("# "):
        raise MarkupError("a passage ends in a line of its forces: '# assert deny<1', or '# none'")
    text, marks = _unmark("\n".join(lines))
    forces = [] if last == "# none" else last[2:].split()
    if set(marks) != set(range(1, len(forces) + 1)):
        raise MarkupError(f"attributions {sorted(marks)} but {len(forces)} forces")
    attributions: list[Attribution] = []
    for number, given in enumerate(forces, 1):
        match = _FORCE.fullmatch(given)
        if not match or match[1] not in labels.FORCES:
            raise MarkupError(f"no force: {given!r}")
        shared = attributions[int(match[3]) - 1].source if match[3] and int(match[3]) < number else None
        if match[3] and not shared:
            raise MarkupError(f"{given}: no earlier attribution {match[3]} with a source")
        force = cast(Force, match[1])
        attributions.append(_attribution(number, marks[number], shared, force, bool(match[4])))
    passage = Passage(text, tuple(attributions))
    _check_words(passage)
    return passage


def _unmark(marked: str) -> tuple[str, dict[int, dict[str, list[Span]]]]:
    """The plain text, and for each attribution its spans by kind (s, c, k)."""
    text: list[str] = []
    length = done = 0
    opened: list[tuple[int, str, int]] = []
    marks: dict[int, dict[str, list[Span]]] = {}
    for mark in _MARK.finditer(marked):
        text.append(marked[done : mark.start()])
        length += mark.start() - done
        done = mark.end()
        if mark[1]:
            opened.append((int(mark[1]), mark[2], length))
        elif opened:
            number, kind, start = opened.pop()
            marks.setdefault(number, {"s": [], "c": [], "k": []})[kind].append((start, length))
        else:
            raise MarkupError("'}' closes nothing")
    text.append(marked[done:])
    plain = "".join(text)
    if opened or re.search(r"[{}#]", plain):
        raise MarkupError(f"braces left over: {plain[:60]!r}" if not opened else f"not closed: {opened}")
    return plain, marks


def _attribution(
    number: int, spans: dict[str, list[Span]], shared: Span | None, force: Force, optional: bool
) -> Attribution:
    sources, cues, content = spans["s"], spans["c"], tuple(sorted(spans["k"]))
    if len(sources) > 1 or len(cues) > 1 or (sources and shared):
        raise MarkupError(f"attribution {number} has more than one source or cue")
    if not content:
        raise MarkupError(f"attribution {number} has no content")
    taken = sorted((*sources, *cues, *content))
    if any(before[1] > after[0] for before, after in pairwise(taken)):
        raise MarkupError(f"attribution {number} overlaps itself")
    return Attribution(cues[0] if cues else None, sources[0] if sources else shared, content, force, optional)


def _check_words(passage: Passage) -> None:
    """Spans hold whole words, and no more than the conventions allow."""
    for attribution in passage.attributions:
        for start, end in filter(None, (attribution.cue, attribution.source, *attribution.content)):
            words = passage.text[start:end]
            around = passage.text[max(0, start - 1) : start], passage.text[end : end + 1]
            if not words.strip() or words != words.strip() or "\n" in words:
                raise MarkupError(f"a span is words of one paragraph without space around: {words!r}")
            if (around[0] and (around[0] + words[0]).isalnum()) or (around[1] and (words[-1] + around[1]).isalnum()):
                raise MarkupError(f"a span cuts a word: {words!r}")
            if re.search(r"[,;:]$|(?<!\.\w)(?<!\.\.)(?<!\bInc)(?<!\bSt)\.$", words):
                raise MarkupError(f"a span ends before the punctuation after it: {words!r}")
        for start, end in attribution.content:
            words = passage.text[start:end]
            if words.startswith("that ") and not words.startswith(("that is", "that was", "that would")):
                raise MarkupError(f"content begins after 'that': {words!r}")
            if sum(map(words.count, _QUOTES)) % 2 or re.fullmatch('["“][^"“”]*["”]', words):
                raise MarkupError(f"quotation marks around a piece stay outside: {words!r}")


def structures(passage: Passage) -> Iterator[str]:
    """The structures of attribution a passage shows, each as often as it does."""
    if not passage.attributions:
        yield "passage without attribution"
    sources: Counter[Span] = Counter()
    pieces = [(piece, a) for a in passage.attributions for piece in a.content]
    for a in passage.attributions:
        if a.source is None:
            yield "no source"
        else:
            sources[a.source] += 1
        if a.cue is None:
            yield "no cue"
        else:
            yield _place(a.cue, a.content)
            if a.source and a.cue < a.source:
                yield "source after cue"
            if any(piece[0] <= a.cue[0] < piece[1] for piece, other in pieces if other is not a):
                yield "nested"
        if len(a.content) > 1:
            yield "content in pieces"
        if "\n" in passage.text[a.content[0][0] : a.content[-1][1]]:
            yield "content over paragraphs"
        yield _quotation(passage.text, a)
        if a.optional:
            yield "optional"
    yield from ("shared source" for count in sources.values() if count > 1)


def _place(cue: Span, content: tuple[Span, ...]) -> str:
    if cue < content[0]:
        return "cue before content"
    return "cue after content" if content[-1] < cue else "cue inside content"


def _quotation(text: str, attribution: Attribution) -> str:
    opening = '"“‘'
    whole = [text[max(0, start - 1) : start] in tuple(opening) for start, _ in attribution.content]
    if all(whole):
        return "direct"
    within = any(mark in text[slice(*piece)] for piece in attribution.content for mark in opening)
    return "mixed" if within or any(whole) else "indirect"


def main() -> int:
    """Check every corpus and print what it holds."""
    status = 0
    for path in sorted(CORPORA.glob("*.txt")):
        forces: Counter[str] = Counter()
        plain: Counter[str] = Counter()
        shapes: Counter[str] = Counter()
        count = words = 0
        for number, block in _blocks(path):
            try:
                passage = parse(block)
            except MarkupError as error:
                print(f"{path.name}:{number}: {error}", file=sys.stderr)
                status = 1
                continue
            count += 1
            words += len(passage.text.split())
            shapes.update(structures(passage))
            for attribution in passage.attributions:
                forces[attribution.force] += 1
                if attribution.cue and PLAIN.fullmatch(passage.text[slice(*attribution.cue)]):
                    plain[attribution.force] += 1
        print(f"{path.name}: {count} passages, {words} words, {forces.total()} attributions")
        for force in labels.FORCES:
            print(f"  {force:10} {forces[force]:5}  plain cue {plain[force]:5}")
        print(f"  {'all':10} {forces.total():5}  plain cue {plain.total():5}")
        for shape, number in shapes.most_common():
            print(f"  {shape:28} {number:5}")
    return status


if __name__ == "__main__":
    sys.exit(main())
