"""Feeds read again and again, politely: what is new in them, once each.

A feed is asked for when it is due, with the ETag and Last-Modified that it last gave; one that fails is left alone for
twice as long each time, up to a day, or as long as it asks for. Hosts are paced by the fetcher. What is known of the
feeds (`Known`) can be kept as JSON between runs: killed at any moment and started from what was last kept, a watch
gives nothing less than it would have, and at most some of it twice.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sayso.intake.content import HEAD, decode, kind
from sayso.intake.feeds import MAX_FEED, FeedError, Item, listed, read_feed
from sayso.intake.fetching import Fetched, Fetcher, NotFetched
from sayso.intake.records import Broken, Linked
from sayso.intake.refusals import Refusal
from sayso.intake.reports import (
    MAX_CHARS,
    MAX_LINKS,
    Defaults,
    Entry,
    NotThere,
    Terms,
    entry,
    follow,
    why_unreadable,
)
from sayso.intake.sources import UNREADABLE, held, is_address, opened

EVERY = 900.0  # seconds
LONGEST = 86_400.0  # seconds for which a feed that fails is left alone
ATTEMPTS = 4  # at the page of an item, each when its feed is read
MAX_KEYS = 2000  # of items, remembered for a feed beyond those still in it


@dataclass
class Feed:
    """What is known of a feed."""

    etag: str | None = None
    last_modified: str | None = None
    due: float = 0.0  # when it is to be read next, in seconds since 1970
    failures: int = 0  # since it was last read
    seen: dict[str, None] = field(default_factory=dict)  # the keys of items, oldest first
    failed: dict[str, int] = field(default_factory=dict)  # how often the page of an item was not there


@dataclass
class Known:
    """What is known of all feeds, by address."""

    feeds: dict[str, Feed] = field(default_factory=dict)

    def to_json(self) -> str:
        """To be kept, and given to `from_json` when a watch goes on."""
        return json.dumps({url: {**asdict(feed), "seen": list(feed.seen)} for url, feed in self.feeds.items()})

    @classmethod
    def from_json(cls, kept: str) -> Known:
        """What `to_json` wrote. Errors: ValueError if it is something else."""
        try:
            return cls(
                {url: Feed(**{**told, "seen": dict.fromkeys(told["seen"])}) for url, told in json.loads(kept).items()}
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"this is not what a watch knows of its feeds ({error})") from None


def feeds_in(source: str | Path) -> Iterator[str | Refusal]:
    """The addresses of feeds in a list: OPML, or a text with one a line, where "#" begins a comment."""
    try:
        with opened(str(source)) as file:
            data = file.read(MAX_FEED + 1)
    except UNREADABLE as error:
        yield Refusal(str(source), None, why_unreadable(error))
        return
    if kind(data[:HEAD]) == "feeds":
        try:
            lines = list(enumerate(listed(data[: MAX_FEED + 1]), 1))
        except FeedError as error:
            yield Refusal(str(source), None, str(error))
            return
        place = "feed"
    else:
        lines, place = list(enumerate(decode(data).splitlines(), 1)), "line"
    known: set[str] = set()
    for number, line in lines:
        address = line.strip() if place == "feed" or not line.lstrip().startswith("#") else ""
        address = address.partition(" #")[0].strip()
        if address and not is_address(address):
            yield Refusal(str(source), f"{place} {number}", "no address that begins with http:// or https://")
        elif address and address not in known:
            known.add(address)
            yield address


class Watch:
    """Feeds that are watched. What it yields is dealt with when the next is asked for, and only then counts as seen."""

    def __init__(
        self,
        feeds: Iterable[str],
        fetcher: Fetcher,
        *,
        every: float = EVERY,
        known: Known | None = None,
        defaults: Defaults | None = None,
        max_chars: int = MAX_CHARS,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Each feed is read every `every` seconds. `known`, from an earlier watch, is kept up to date."""
        self.known = known or Known()
        self._urls = list(dict.fromkeys(feeds))
        self._every = every
        self._terms = Terms(defaults or Defaults(), max_chars, fetcher)
        self._fetcher = fetcher
        self._clock = clock
        self._sleep = sleep
        self.answered = 0  # feeds that were there when they were last polled

    def poll(self) -> Iterator[Entry | Refusal]:
        """What is new in the feeds that are due, each read once."""
        self.answered = 0
        for url in self._urls:
            feed = self.known.feeds.setdefault(url, Feed())
            if feed.due <= self._clock():
                yield from self._read(url, feed)

    def wait(self) -> float:
        """Sleep until a feed is due; the seconds slept."""
        due = min((self.known.feeds.setdefault(url, Feed()).due for url in self._urls), default=0.0)
        seconds = max(0.0, due - self._clock())
        if seconds:
            self._sleep(seconds)
        return seconds

    def __iter__(self) -> Iterator[Entry | Refusal]:
        """What is new, for ever."""
        while self._urls:
            yield from self.poll()
            self.wait()

    def _read(self, url: str, feed: Feed) -> Iterator[Entry | Refusal]:
        try:
            fetched = self._fetcher.fetch(url, etag=feed.etag, last_modified=feed.last_modified)
            found = [] if fetched.status == 304 else list(_items(fetched))
        except NotFetched as error:
            yield self._put_off(url, feed, str(error), error.retry_after)
            return
        except FeedError as error:
            yield self._put_off(url, feed, str(error))
            return
        except UNREADABLE as error:
            yield self._put_off(url, feed, why_unreadable(error))
            return
        self.answered += 1
        feed.failures, feed.due = 0, self._clock() + self._every
        if fetched.status == 304:
            return
        keys: list[str] = []
        links = 0
        for item in found:
            if isinstance(item, Broken):
                yield Refusal(url, item.where, item.reason)
                continue
            keys.append(item.key)
            if item.key in feed.seen:
                continue
            links += isinstance(item.told, Linked)
            if links > MAX_LINKS:
                continue  # they have their turn the next time
            try:
                yield self._entry(url, item)
            except NotThere as reason:
                tries = feed.failed.get(item.key, 0) + 1
                if reason.for_now and tries < ATTEMPTS:
                    feed.failed[item.key] = tries
                    continue
                yield Refusal(url, item.told.record.where if isinstance(item.told, Linked) else None, str(reason))
            feed.failed.pop(item.key, None)
            feed.seen[item.key] = None
        self._remember(feed, fetched if links <= MAX_LINKS else None, keys)

    def _entry(self, url: str, item: Item) -> Entry | Refusal:
        """The report of an item. Errors: `NotThere` if its page is not."""
        if not isinstance(item.told, Linked):
            return entry(url, item.told, self._terms)
        where = item.told.record.where
        try:
            return entry(url, follow(item.told, self._terms), self._terms)
        except NotThere:
            raise
        except ValueError as reason:
            return Refusal(url, where, str(reason))

    def _put_off(self, url: str, feed: Feed, reason: str, asked: float | None = None) -> Refusal:
        """Leave a feed that failed alone, for longer each time, and for as long as it asks, but for a day at most."""
        feed.failures += 1
        backing_off = self._every * 2 ** min(feed.failures, 20)
        seconds = max(self._every, min(max(backing_off, asked or 0.0), LONGEST))
        feed.due = self._clock() + seconds
        return Refusal(url, None, f"{reason}; asked again in {_duration(seconds)}")

    def _remember(self, feed: Feed, fetched: Fetched | None, keys: list[str]) -> None:
        """Keep what tells whether a feed has changed, and which items are seen: those in it, and the last of others."""
        current = set(keys)
        feed.failed = {key: tries for key, tries in feed.failed.items() if key in current}
        # While a page is still to be had, the feed must come whole again.
        whole = fetched if not feed.failed else None
        feed.etag, feed.last_modified = (whole.etag, whole.last_modified) if whole else (None, None)
        others = [key for key in feed.seen if key not in current][-MAX_KEYS:]
        feed.seen = dict.fromkeys((*others, *(key for key in keys if key in feed.seen)))


def _items(fetched: Fetched) -> Iterator[Item | Broken]:
    """The items of a feed that was fetched. Errors: `FeedError`, and those of `UNREADABLE`."""
    return read_feed(held(fetched.data).read(MAX_FEED + 1), fetched.url, fetched.charset)


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes / 60:.0f} hours" if minutes >= 120 else f"{minutes} minutes"
