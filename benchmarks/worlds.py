"""Any number of reports and accounts out of a few: the same stories in other worlds.

In another world people, organizations and places have other names, figures are others, and it all happened earlier,
so that a ledger grows by days, not by reports of each day; who is a copy of whom and which reports tell one event is as
it was. Days from which there is no report are left out: the reports of one world may be years apart, and a day of a
small ledger would have fewer of them than one of a large. Every word keeps its length, so that the spans of an account
point at the same words in the new text. Countries keep their names: news from any number of places names the same two
hundred.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from random import Random
from typing import Any

from sayso import lexicon
from sayso.linking.tellings import day
from sayso.model import Account

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_SOUNDS = ("bdfgklmnprstvz", "aeiou")
_A_DAY = 25  # reports of one day: a ledger grows as days go by
_USUAL = 0.02  # of texts that have a word which begins sentences: a name is in fewer
_SHORTEST = 3  # letters of a word that is part of a name; shorter ones are mostly particles
_TEXTS = frozenset({"text", "title", "byline", "dateline", "name", "aliases", "role", "issue", "position", "admin1"})
_DATES = frozenset({"published", "start", "end", "value"})


def accounts(read: Sequence[Account], number: int, begin: int = 0) -> Iterator[Account]:
    """That many accounts: those that were read, as they are in one world after another, from that one of them on."""
    left_out = _left_out(read)
    given = [(account.to_dict(), _names(account)) for account in read]
    for i in range(begin, begin + number):
        world, which = divmod(i, len(given))
        account, names = given[which]
        if world:
            before = world * len(given) // _A_DAY - left_out.get(account["report"]["published"], 0)
            account = _elsewhere(account, world, before, names)
        account["report"].pop("id", None)  # it comes from the text
        yield Account.model_validate(account)


def records(read: Sequence[Account], number: int, begin: int = 0) -> Iterator[dict[str, Any]]:
    """That many reports as records of a JSONL file, without their accounts."""
    for account in accounts(read, number, begin):
        report = account.report
        yield {name: getattr(report, name) for name in ("text", "title", "outlet", "published", "url", "byline")}


def _left_out(read: Sequence[Account]) -> dict[str, int]:
    """How many days after each on which a report came out have none and are left out, until the last that has one."""
    published = {date: number for account in read if (number := day(date := account.report.published or ""))}
    place = {number: place for place, number in enumerate(sorted(set(published.values()), reverse=True))}
    return {date: max(place) - number - place[number] for date, number in published.items()}


def _names(account: Account) -> frozenset[str]:
    """The words that are names in a report, in small letters: those with a capital that are never written small."""
    report = account.report
    words = {word for text in (report.text, report.title or "") for word in _WORD.findall(text)}
    small = {word for word in words if word.islower()}
    return frozenset(
        word.lower() for word in words
        if len(word) >= _SHORTEST and word[0].isupper() and word.lower() not in small | _common() and not _country(word)
    )  # fmt: skip


@cache
def _common() -> frozenset[str]:
    """Words that begin sentences and are no names: those known from other texts, months and days."""
    counts, texts = lexicon.commonness()
    usual = {word for word, count in counts.items() if count > _USUAL * texts}
    return frozenset({*usual, *(word.lower() for word in lexicon.time_words())})


def _country(words: str) -> bool:
    return bool(lexicon.country(words) or lexicon.nationality(words) or lexicon.people(words) or lexicon.seat(words))


def _elsewhere(account: dict[str, Any], world: int, before: int, names: frozenset[str]) -> dict[str, Any]:
    """An account as it is in a world in which everything happened so many days before, or after, where it is less."""
    days = datetime.timedelta(before)

    def varied(value: Any, field: str) -> Any:
        if isinstance(value, dict):
            return {name: varied(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [varied(inner, field) for inner in value]
        if isinstance(value, str) and field in _TEXTS:
            return _WORD.sub(lambda word: _word(word[0], world, names), value)
        if isinstance(value, str) and field in _DATES:
            return _ISO.sub(lambda day: _later(day[0], days), value)
        if isinstance(value, str) and field == "url":
            return f"{value}?world={world}"
        return value

    return {name: varied(value, name) for name, value in account.items()}


def _later(day: str, days: datetime.timedelta) -> str:
    try:
        return (datetime.date.fromisoformat(day) - days).isoformat()
    except (ValueError, OverflowError):
        return day


def _word(word: str, world: int, names: frozenset[str]) -> str:
    if word.isdecimal() and word.isascii():
        return _figure(word, world)
    return _name(word, world) if word[0].isupper() and word.lower() in names else word


@lru_cache(maxsize=100_000)
def _figure(digits: str, world: int) -> str:
    """Another figure of as many digits, of days and months one that may be a day; years stay."""
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return digits
    least, most = 10 ** (len(digits) - 1), 10 ** len(digits) - 1
    return str(Random(f"{world}/{digits}").randint(least, 28 if len(digits) == 2 and int(digits) <= 31 else most))


@lru_cache(maxsize=100_000)
def _name(word: str, world: int) -> str:
    """Another name of as many letters, the same for the same name in one world."""
    chance = Random(f"{world}/{word.lower()}")
    first = chance.randrange(2)
    other = "".join(chance.choice(_SOUNDS[(first + i) % 2]) for i in range(len(word)))
    return other.upper() if word.isupper() else other.capitalize()
