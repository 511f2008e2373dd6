"""Characters that a screen would obey or hide rather than show, and what to show in their place.

A report is hostile input: an escape sequence in it must not reach a terminal, and a right-to-left override must not
turn round the words beside it.
"""

from __future__ import annotations

import re

# Controls but tab and line feed, surrogates, line and paragraph separators, embeddings, overrides and isolates,
# and characters that mean "no character". The plain marks of direction (U+200E, U+200F, U+061C) turn nothing round.
ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)


def code(char: str) -> str:
    """The code point of a character as it is written in Unicode's charts: U+202E."""
    return f"U+{ord(char):04X}"


def visible(text: str) -> str:
    """The text with every odd character shown: controls by their pictures (␛), the rest by code point (‹U+202E›)."""
    return ODD.sub(lambda match: picture(match[0]) or f"‹{code(match[0])}›", text)


def picture(char: str) -> str | None:
    """Unicode's picture of an ASCII control character, None for any other."""
    if char < " ":
        return chr(0x2400 + ord(char))
    return "␡" if char == "\x7f" else None
