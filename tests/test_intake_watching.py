"""Feeds read again and again: what is new comes once, dead feeds and dead pages do no harm, hosts are left in peace."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from web import Clock, Web, fetcher

from sayso.intake import Entry, Refusal
from sayso.intake.pacing import Pace
from sayso.intake.watching import ATTEMPTS, LONGEST, Known, Watch, feeds_in

SAID = "The dockers said on Wednesday that they would not go back to work. “No,” said Ms Okafor, “not before May.” "
HOUR = 3600.0


@pytest.fixture
def clock() -> Clock:
    return Clock(1_600_000_000.0)


def watch(clock: Clock, *feeds: str, known: Known | None = None) -> Watch:
    return Watch(
        feeds, fetcher(), every=HOUR, known=known, clock=clock, sleep=clock.sleep,
    )  # fmt: skip


def put(web: Web, *numbers: int, at: str = "/feed", **headers: str) -> str:
    """A feed of whole reports, each by its number."""
    items = [{"id": str(n), "title": f"Day {n}", "content_text": f"{SAID * 12}\nDay {n}."} for n in numbers]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Coast Courier", "items": items}
    return web.page(at, json.dumps(feed), **headers)


def links(web: Web, *paths: str) -> str:
    items = "".join(f"<item><title>{path}</title><link>{web.url(path)}</link></item>" for path in paths)
    return web.page("/feed", f"<rss><channel>{items}</channel></rss>", ETag=f'"{len(paths)}"')


def page(web: Web, path: str) -> None:
    web.page(path, f"<html><body><article><h1>{path}</h1><p>{SAID}</p><p>{SAID}</p></article></body></html>")


def titles(found: Iterator[Entry | Refusal]) -> list[str | None]:
    return [each.report.title if isinstance(each, Entry) else None for each in found]


def test_what_is_new_comes_once(web: Web, clock: Clock) -> None:
    url = put(web, 1, 2)
    watched = watch(clock, url)
    assert titles(watched.poll()) == ["Day 1", "Day 2"]
    assert titles(watched.poll()) == []  # it is not due
    assert len(web.asked) == 1
    put(web, 3, 1, 2)
    clock.now += HOUR
    assert titles(watched.poll()) == ["Day 3"]
    put(web, 4)
    clock.now += HOUR
    put(web, 4, 1)  # an old item comes back
    assert titles(watched.poll()) == ["Day 4"]


def test_a_feed_that_has_not_changed_is_not_sent_again(web: Web, clock: Clock) -> None:
    url = put(web, 1, ETag='"a"', Last_Modified="Mon, 05 Oct 2015 09:00:00 GMT")
    watched = watch(clock, url)
    list(watched.poll())
    clock.now += HOUR
    assert titles(watched.poll()) == []
    asked = web.asked[-1].headers
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"a"', "Mon, 05 Oct 2015 09:00:00 GMT")
    put(web, 1, 2, ETag='"b"')
    clock.now += HOUR
    assert titles(watched.poll()) == ["Day 2"]


def test_dead_and_broken_feeds_do_not_stop_the_others(web: Web, clock: Clock) -> None:
    broken = web.page("/broken", "<html><body>Sorry</body></html>")
    bomb = web.page("/bomb", gzip.compress(b"<rss>" + b" " * 50_000_000), Content_Encoding="gzip")
    damaged = web.page("/damaged", gzip.compress(b"<rss></rss>" * 99)[:20])
    entities = web.page("/entities", '<!DOCTYPE rss [<!ENTITY a "b">]><rss/>')
    dead = [web.url("/none"), broken, bomb, damaged, entities, "http://no-such-host.invalid/feed"]
    found = list(watch(clock, *dead, put(web, 1)).poll())
    assert [each.source for each in found if isinstance(each, Refusal)] == dead
    assert titles(iter(found[-1:])) == ["Day 1"]
    reasons = [str(each) for each in found]
    for part, reason in zip(("404", "no feed", "longer than", "gzip", "entities", "no address"), reasons, strict=False):
        assert part in reason


def test_a_feed_that_fails_is_asked_less_and_less(web: Web, clock: Clock) -> None:
    url = web.page("/feed", status=500)
    watched = watch(clock, url)
    waits = []
    for _ in range(7):
        assert titles(watched.poll()) == [None]
        waits.append(watched.wait() / HOUR)
    assert waits == [2, 4, 8, 16, LONGEST / HOUR, LONGEST / HOUR, LONGEST / HOUR]
    put(web, 1)
    assert titles(watched.poll()) == ["Day 1"]
    assert watched.wait() == HOUR
    web.page("/feed", status=500)
    assert titles(watched.poll()) == [None]
    assert watched.wait() == 2 * HOUR


def test_a_feed_is_left_alone_for_as_long_as_it_asks(web: Web, clock: Clock) -> None:
    url = web.page("/feed", status=429, Retry_After=str(int(5 * HOUR)))
    watched = watch(clock, url)
    (refusal,) = watched.poll()
    assert refusal.reason == "the server answered 429 Too Many Requests; asked again in 5 hours"
    assert watched.wait() == 5 * HOUR


def test_a_page_that_is_not_there_for_now_is_tried_again(web: Web, clock: Clock) -> None:
    page(web, "/1")
    web.page("/2", status=503)
    watched = watch(clock, links(web, "/1", "/2"))
    assert titles(watched.poll()) == ["/1"]
    clock.now += HOUR
    page(web, "/2")
    assert titles(watched.poll()) == ["/2"]
    clock.now += HOUR
    assert titles(watched.poll()) == []
    assert web.paths == ["/feed", "/1", "/2", "/feed", "/2", "/feed"]
    assert "if-none-match" in web.asked[-1].headers  # only once every page is there


def test_a_page_that_is_never_there_is_refused_in_the_end(web: Web, clock: Clock) -> None:
    web.page("/busy", status=503)
    watched = watch(clock, links(web, "/busy", "/gone"))
    found = []
    for _ in range(ATTEMPTS + 2):
        found.append([str(each) for each in watched.poll()])
        clock.now += HOUR
    gone, *_, busy = found[:ATTEMPTS]
    assert ["404 Not Found" in reason for reason in gone] == [True]
    assert ["503 Service Unavailable" in reason for reason in busy] == [True]
    assert [len(each) for each in found] == [1, 0, 0, 1, 0, 0]
    assert web.paths.count("/busy") == ATTEMPTS and web.paths.count("/gone") == 1


def test_stopped_anywhere_it_goes_on_from_what_is_kept(web: Web, clock: Clock) -> None:
    feeds = [put(web, *range(3), ETag='"1"'), put(web, *range(3, 6), at="/other", ETag='"2"')]
    for stop in range(7):
        first = watch(clock, *feeds)
        before = titles(islice(first.poll(), stop))
        kept = first.known.to_json()
        then = watch(clock, *feeds, known=Known.from_json(kept))
        clock.now += HOUR
        after = titles(then.poll())
        assert [*before[:-1], *after] == [f"Day {n}" for n in range(6)]
        assert titles(iter(watch(clock, *feeds, known=Known.from_json(then.known.to_json())).poll())) == []


@pytest.mark.parametrize("kept", ["[]", "7", '{"a": 7}', '{"a": {}}', '{"a": {"seen": [], "else": 1}}', "{", ""])
def test_what_is_kept_is_not_guessed_at(kept: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Known.from_json(kept)


def test_only_so_many_pages_at_a_time(web: Web, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.intake.watching.MAX_LINKS", 2)
    for n in range(5):
        page(web, f"/{n}")
    watched = watch(clock, links(web, *(f"/{n}" for n in range(5))))
    found = []
    for _ in range(4):
        found.append(titles(watched.poll()))
        clock.now += HOUR
    assert found == [["/0", "/1"], ["/2", "/3"], ["/4"], []]


def test_one_host_is_not_hurried(web: Web, clock: Clock) -> None:
    page(web, "/1")
    one = fetcher(pace=Pace(2.0, clock=clock, sleep=clock.sleep))
    list(Watch([links(web, "/1")], one, clock=clock, sleep=clock.sleep).poll())
    assert clock.slept == [2.0]


def test_for_ever(web: Web, clock: Clock) -> None:
    url = put(web, 1)
    coming = iter(watch(clock, url))
    assert titles(islice(coming, 1)) == ["Day 1"]
    put(web, 1, 2)
    assert titles(islice(coming, 1)) == ["Day 2"]
    assert clock.slept == [HOUR]
    assert list(watch(clock)) == []


# --- lists ------------------------------------------------------------------------------------------------------------

LIST = """# The coast
https://courier.example/feed
  http://herald.example/rss#top   # twice a day

https://courier.example/feed
herald.example
file:///etc/passwd
"""
OPML = '<opml version="2.0"><body><outline xmlUrl="https://courier.example/feed"/><outline xmlUrl="file:///x"/></body></opml>'


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_list_of_feeds(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "feeds"
    path.write_text(mark + LIST, "utf-8")
    assert [each if isinstance(each, str) else each.where for each in feeds_in(path)] == [
        "https://courier.example/feed", "http://herald.example/rss#top", "line 6", "line 7",
    ]  # fmt: skip


def test_a_list_of_feeds_in_opml(tmp_path: Path) -> None:
    path = tmp_path / "feeds.txt"
    path.write_text(OPML, "utf-8")
    feed, refusal = feeds_in(path)
    assert feed == "https://courier.example/feed"
    assert isinstance(refusal, Refusal) and refusal.where == "feed 2"
    for bad in ('<opml><!DOCTYPE opml [<!ENTITY a "b">]></opml>', None):
        path.write_text(bad, "utf-8") if bad else path.unlink()
        (refusal,) = feeds_in(path)
        assert isinstance(refusal, Refusal)
