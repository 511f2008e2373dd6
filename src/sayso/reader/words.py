"""A text cut into words, as the English treebanks of Universal Dependencies cut it, and into paragraphs.

Clitics stand alone ("Russia|'s", "did|n't"), hyphened compounds come apart ("air|-|strikes") unless the first part is
a mere prefix ("non-aligned"), abbreviations keep their full stop, and numbers their commas.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from importlib.resources import files

import numpy as np

_CLITIC = r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))(?![^\W_])"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    lines = files("sayso.lexicon").joinpath("tokens.txt").read_text("utf-8").splitlines()
    listed: dict[str, list[str]] = {"abbreviation": [], "prefix": []}
    for line in lines:
        if line and not line.startswith("#"):
            kind, *words = line.split()
            listed[kind] += [re.escape(word) for word in words]
    abbreviation = "|".join(sorted(listed["abbreviation"], key=len, reverse=True))
    prefix = "|".join(sorted(listed["prefix"], key=len, reverse=True))
    letters = r"[^\W\d_][\u0300-\u036f\u064b-\u0652]*"
    return re.compile(
        rf"""
        https?://[^\s<>"“”]+ | www\.[^\s<>"“”]+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+    # addresses
      | [@#]\w+                                                                   # handles and tags
      | (?:[^\W\d_]\.){{2,}}                                                      # U.S.  a.m.
      | (?:{abbreviation})\.(?=[\s,;:)]|$)                                        # Mr.  Gen.
      | No\.(?=\s\d) | (?i:can)(?=not\b)                                          # No. 10  can|not
      | [^\W\d_]\.(?=\s+[A-Z])                                                    # the J. of J. Smith
      | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|am|pm|bn|m|k)?(?![^\W_])                # 1,000.5  9/11  20:00  1990s
      | {_CLITIC}
      | [^\W\d_]+?(?={_CLITIC})                                                   # the word before a clitic
      | (?i:(?:{prefix})-)(?:{letters})+                                          # non-aligned
      | (?:{letters}|\d)+(?:['’](?={letters}{letters})(?:{letters})+)?            # words; L'Enfant, al-O'Hara
      | (?:{letters}|\d|_)+
      | \.{{2,}} | …+ | -{{2,}} | [–—]+                                           # ellipses and dashes
      | \S
        """,
        re.VERBOSE,
    )


def cut(text: str) -> tuple[list[int], list[int]]:
    """First character of each word of `text`, and the character after its last."""
    spans = [match.span() for match in _pattern().finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


_END = r"(?:\r\n|[\n\r\u2028\u2029\x0b\x0c\x85])"
_GAP = re.compile(rf"[^\S\n\r]*{_END}(?:\s*{_END})?\s*")


def paragraphs(text: str, starts: list[int]) -> list[int]:
    """The paragraph of each word, counted from 0. A line is a paragraph, unless the lines of the text are broken at a
    fixed width: there a paragraph ends at an empty or indented line."""
    wrapped = _wrapped(text)
    breaks = [
        gap.end()
        for gap in _GAP.finditer(text)
        if not wrapped or len(gap.group().splitlines()) > 1 or gap.group()[-1] in " \t"
    ]
    if not breaks:
        return [0] * len(starts)
    numbers, last, number = [], -1, -1
    for start in starts:
        line = bisect_right(breaks, start)
        if line != last:
            last, number = line, number + 1
        numbers.append(number)
    return numbers


def _wrapped(text: str) -> bool:
    """Whether lines are broken at a fixed width, as wires and old e-mail do: many lines, hardly one longer than 90
    characters, and most of them ending in the middle of a sentence."""
    lines = [line.rstrip() for line in text.splitlines()]
    lines = [line for line in lines if line]
    if len(lines) < 6:
        return False
    lengths = np.array([len(line) for line in lines])
    full = lengths > 0.6 * lengths.max()
    open_ended = np.array([line[-1] not in ".?!\"”’':" for line in lines])
    return bool(lengths.max() <= 100 and full.mean() > 0.6 and open_ended[full].mean() > 0.6)
