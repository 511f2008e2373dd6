"""Offices that one person holds at a time, and who holds them: "Russia's foreign minister" in 2015.

Nothing is known of holders beforehand. A report that names a person with an office shows the holder on its day; a
report that names the office alone is given the holder seen nearest to its own day, where that leaves no doubt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from sayso import lexicon
from sayso.linking.told import Naming

WINDOW = 180  # days from a naming of the office to a report that shows its holder
CLOSE = 30  # days within which the only holder shown is the holder, whoever is shown before and after
PREVAILS = 4  # times as often one must be shown as all others, whom reports or their reading may have mistaken


def office(naming: Naming) -> str | None:
    """The office a naming shows, as "RUS/foreign minister"; None where it shows none that is held by one alone."""
    if naming.role is None or naming.country is None or naming.kind not in ("person", "anonymous"):
        return None
    if naming.kind == "anonymous" and any(map(lexicon.is_past, naming.name.split())):
        return None
    found = _office(naming.role, naming.country)
    return f"{naming.country}/{found}" if found else None


@lru_cache(maxsize=1 << 14)
def _office(role: str, country: str) -> str | None:
    """The office that a role in the government of a country means: "president" and "President of Chile", but not
    "president of the bank", "former president" or "deputy president"."""
    words = role.replace("’", "'").casefold()
    title, of, realm = words.partition(" of ")
    known = lexicon.role(words)
    if known is None and of:
        known = lexicon.role(title)
        if _country(realm.removeprefix("the ")) != country:
            return None
    if known is None:
        before, _, rest = words.removesuffix("'s").partition(" ")
        known = lexicon.role(rest) if _country(before.removesuffix("'s")) == country else None
    if known is None or known.plural or known.office not in lexicon.one_per_state("office"):
        return None
    return known.office


def _country(words: str) -> str | None:
    for form in (words, words.upper(), words.title()):
        if code := lexicon.country(form) or lexicon.nationality(form):
            return code
    return None


class Holders:
    """Those seen with one office, by the day."""

    def __init__(self, seen: Iterable[tuple[int, str]]) -> None:
        self._seen = sorted(seen)
        self._days = [day for day, _ in self._seen]

    def on(self, day: int) -> str | None:
        """The holder on that day, None where it cannot be told."""
        close = self._within(day, CLOSE)
        if len(close) == 1:
            return next(iter(close))
        shown = close or self._within(day, WINDOW)
        if not shown:
            return None
        (first, times), *others = sorted(shown.items(), key=lambda item: (-item[1], item[0]))
        return first if times >= PREVAILS * sum(count for _, count in others) else None

    def _within(self, day: int, reach: int) -> Counter[str]:
        a, b = bisect_left(self._days, day - reach), bisect_right(self._days, day + reach)
        return Counter(actor for _, actor in self._seen[a:b])
