"""What symbols do the words of time expressions stand for?

A word is one symbol (lexicon/times.tsv), and so are the words of a number or an hour; glue and void words have none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso import lexicon

GLUE = frozenset(("-", "–", ",", "'s", "’s", "'", "’"))  # may stand within an expression and says nothing
_NUMBER = re.compile(r"\d{1,4}|\d{1,3},\d{3}")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(\d\d)?(\d)0s")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?::[0-5]\d)?(am|pm)?|(1[0-2]|0?\d)(am|pm)")
_SLASHED = re.compile(r"(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})")
_FRACTIONS = {"1/2": "HALF", "½": "HALF"}


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol and the words it stands for, counted from the first of those looked at."""

    name: str
    first: int
    end: int


@lru_cache(maxsize=1 << 14)
def symbol(word: str) -> str | None:
    """The symbol of a word that may belong to a time expression: "#5" for "5", "GLUE" for a hyphen."""
    if word in GLUE:
        return "GLUE"
    if word[:4].casefold() == "mid-":
        return symbol(word[4:])  # "mid-November" is one word
    if known := lexicon.time_word(word):
        return known
    if (number := lexicon.number_word(word.lower())) and word.isalpha() and len(word) > 2:
        if number.kind == "number" and 0 < number.value < 100:
            return f"N_{number.value}"
        if number.kind == "scale" and number.value in (100, 1000):
            return f"X_{number.value}"
        return None
    if not word[:1].isdigit() and word not in _FRACTIONS:
        return None
    if not word.isascii():
        return _FRACTIONS.get(word)
    if _NUMBER.fullmatch(word):
        return "#" + word.replace(",", "")
    if found := _ORDINAL.fullmatch(word):
        return f"ORD_{int(found[1])}"
    if found := _DECADE.fullmatch(word):
        return f"DECADE_{found[1] or ''}{found[2]}"
    if found := _CLOCK.fullmatch(word):
        if found[4]:
            return f"CLOCK_{hour_of(int(found[4]), found[5])}:00"
        hour = hour_of(int(found[1]), found[3]) if found[3] else f"{int(found[1]):02}"
        # "6.43" is a figure unless "a.m." follows
        return f"{'CLOCK' if ':' in word or found[3] else 'ABOUT'}_{hour}:{found[2]}"
    if word == "9/11":
        return "DATE_2001-09-11"
    if found := _SLASHED.fullmatch(word):
        return _slashed(int(found[1]), int(found[2]), int(found[3]), len(found[3]))
    return _FRACTIONS.get(word)


def _is_count(before: Sequence[Symbol], name: str, following: Sequence[str]) -> bool:
    """Whether a number behind a month and a comma counts what follows: "in May, {two} men", but not "May, 1990"."""
    number = name.partition("_")[2] or name[1:]
    dates = bool(following) and (following[0] == "," or following[0][:1].isdigit())
    return bool(before) and before[-1].name.startswith("MONTH_") and len(number) < 3 and not dates


def hour_of(hour: int, half: str) -> str:
    """The hour of the day, in two digits, of an hour before noon or behind it."""
    return f"{hour % 12 + (12 if half.upper() == 'PM' else 0):02}"


def _slashed(a: int, b: int, c: int, width: int) -> str | None:
    """ "11/02/1989" may be of November or of February, by where the outlet is at home: it tells the year alone."""
    if a > 31:
        year, month, day = a, b, c
    else:
        year = c if width == 4 else _century(c)
        month, day = (a, b) if b > 12 or a == b else (b, a) if a > 12 else (0, 0)
    if not 1000 <= year < 2100 or month > 12 or day > 31:
        return None
    return f"DATE_{year:04}-{month:02}-{day:02}" if month and day else f"#{year}"


def _century(year: int) -> int:
    return year + (1900 if year > 30 else 2000)


def symbols(words: Sequence[str]) -> list[Symbol]:
    """The symbols of words that all have one: glue and void words left out, numbers and hours put together."""
    out: list[Symbol] = []
    i = 0
    while i < len(words):
        name = symbol(words[i]) or ""
        if name.startswith(("N_", "#")) and i and words[i - 1] == "," and _is_count(out, name, words[i + 1 : i + 2]):
            out.append(Symbol("APART", i, i))
        if name.startswith(("N_", "X_")):
            end, value = _spelled(words, i)
            out.append(Symbol(f"#{value}", i, end))
            i = end
            continue
        if name.startswith("#") and i and words[i - 1] in "'’" and len(name) == 3:
            name = f"#{_century(int(name[1:]))}"  # '89
        if out and out[-1].end == i and (clock := _hour_told(out[-1].name, name)):
            out[-1] = Symbol(clock, out[-1].first, i + 1)
        elif name not in ("GLUE", "VOID", ""):
            out.append(Symbol(name, i, i + 1))
        i += 1
    return out


def _spelled(words: Sequence[str], i: int) -> tuple[int, int]:
    """The number in words that begins at `i`, and the word after it: "two hundred and ten", "nineteen ninety-six"."""
    total = part = 0
    end = i
    while i < len(words):
        name = symbol(words[i]) or ""
        if name.startswith("N_"):
            value = int(name[2:])
            if part % 100 == 0 or (part % 10 == 0 and part % 100 >= 20 and value < 10):
                part += value
            elif 10 <= part <= 20 and value >= 10:
                part = part * 100 + value  # nineteen ninety
            elif part > 1000 and part % 10 == 0 and value < 10:
                part += value
            else:
                break
        elif name.startswith("X_") and part and int(name[2:]) > part:
            part *= int(name[2:])
            if name == "X_1000":
                total, part = total + part, 0
        elif name.startswith("X_") and not part and not total:
            part = int(name[2:])
        elif not (words[i] == "-" or (words[i] == "and" and (part >= 100 or total))):
            break
        if name.startswith(("N_", "X_")):
            end = i + 1
        elif i + 1 >= len(words) or not (symbol(words[i + 1]) or "").startswith("N_"):
            break
        i += 1
    return max(end, 1), min(total + part, 9999)


def _hour_told(name: str, mark: str) -> str | None:
    """The hour that a number is made by the mark behind it: "10 p.m.", "9 o'clock", "2000 GMT"."""
    return _meridiem(name, mark[9:]) if mark.startswith("MERIDIEM_") else _whole(name, mark)


def _meridiem(name: str, half: str) -> str | None:
    if re.fullmatch(r"#(?:1[0-2]|\d)", name):
        return f"CLOCK_{hour_of(int(name[1:]), half)}:00"
    if found := re.fullmatch(r"(?:CLOCK|ABOUT)_(0\d|1[0-2]):(\d\d)", name):
        return f"CLOCK_{hour_of(int(found[1]), half)}:{found[2]}"
    return None


def _whole(name: str, mark: str) -> str | None:
    if mark == "OCLOCK" and re.fullmatch(r"#(?:1[0-2]|\d)", name):
        return f"CLOCK_{int(name[1:]):02}:00"
    if mark == "ZONE" and re.fullmatch(r"#(?:[01]\d|2[0-3])[0-5]\d", name):
        return f"CLOCK_{name[1:3]}:{name[3:]}"
    return name if mark == "ZONE" and name.startswith("CLOCK_") else None
