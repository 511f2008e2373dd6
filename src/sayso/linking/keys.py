"""What reports must share to be compared at all, and the numbers by which a ledger knows it.

Numbers of one time lie together: reports come in by days, and what they write to an index then goes to a few of its
pages, however large it is."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

_DAYS, _WORDS = 20, 42  # bits of a number for the day, and for what is shared; one more tells of what kind it is


class Key(NamedTuple):
    """What a report may share with another."""

    words: str
    since: int = 0  # the first of the days for which it holds, counted from that of the year 1; 0 for whatever day


def number(key: Key, *, copy: bool) -> int:
    """A key as a number that a database can hold: an odd one where it is of copies, an even one where of stories."""
    digest = blake2b(key.words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    day = key.since % (1 << _DAYS)
    return ((day << _WORDS | int.from_bytes(digest) >> 64 - _WORDS) << 1) + copy
