"""Feeds of every dialect and badness, and pages and feeds by their address."""

from __future__ import annotations

import gzip
import json
import time
import tracemalloc
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from web import Web, fetcher

from sayso.intake import Defaults, Entry, Refusal, entries
from sayso.intake.content import kind
from sayso.intake.feeds import FeedError, Item, listed, read_feed
from sayso.intake.records import Broken, Linked, Record

SAID = "The dockers said on Wednesday that they would not go back to work. “No,” said Ms Okafor, “not before May.” "
STORY = "".join(f"<p>{SAID}{SAID}</p>" for _ in range(6))
LEDE = "The dockers will not go back to work."


def escaped(markup: str) -> str:
    return markup.replace("&", "&amp;").replace("<", "&lt;")


def rss(*items: str, head: str = "<title>The Coast Courier</title>") -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:media="http://search.yahoo.com/mrss/"><channel>{head}{"".join(items)}</channel></rss>""".encode()


def item(inside: str = "", *, body: str = "", link: str = "https://courier.example/strike") -> str:
    content = f"<content:encoded><![CDATA[{body}]]></content:encoded>" if body else ""
    return f"<item><title>Strike goes on</title><link>{link}</link>{inside}{content}</item>"


ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/news/">
 <title>The Coast Courier</title>
 <entry>
  <title type="html">Strike &lt;i&gt;goes on&lt;/i&gt;</title><id>urn:1</id>
  <link rel="self" href="https://courier.example/api/1"/><link href="strike"/>
  <published>2021-03-18T06:00:00Z</published><updated>2021-03-19T06:00:00Z</updated>
  <author><name>Mirela Todd</name><uri>https://courier.example/todd</uri></author>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{STORY}</div></content>
 </entry>
</feed>""".encode()
RSS = rss(item("<pubDate>Thu, 18 Mar 2021 06:00:00 GMT</pubDate><dc:creator>Mirela Todd</dc:creator>", body=STORY))
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Coast Courier</title></channel>
 <item><title>Strike goes on</title><link>https://courier.example/news/strike</link><dc:date>2021-03-18</dc:date>
 <dc:creator>Mirela Todd</dc:creator><description>{escaped(STORY)}</description></item></rdf:RDF>""".encode()
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Coast Courier",
        "items": [
            {
                "id": 1, "url": "https://courier.example/news/strike", "title": "Strike goes on", "content_html": STORY,
                "date_published": "2021-03-18T06:00:00Z", "authors": [{"name": "Mirela Todd"}],
            }
        ],
    }
).encode()  # fmt: skip

DIALECTS = {"rss": RSS, "atom": ATOM, "rdf": RDF, "json": JSON_FEED}


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "file"
    path.write_bytes(data)
    return path


def told(data: bytes, url: str = "https://courier.example/feed") -> list[Any]:
    return [found if isinstance(found, Broken) else found.told for found in read_feed(data, url)]


# --- feeds ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("packed", [False, True], ids=["", "gzip"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("data", DIALECTS.values(), ids=DIALECTS)
def test_a_feed_with_whole_reports(tmp_path: Path, data: bytes, encoding: str, packed: bool) -> None:
    data = data.decode().encode(encoding)
    (entry,) = entries([write(tmp_path, gzip.compress(data) if packed else data)])
    assert isinstance(entry, Entry), entry
    report = entry.report
    assert (report.title, report.outlet, report.published) == ("Strike goes on", "The Coast Courier", "2021-03-18")
    assert report.byline == "Mirela Todd"
    assert report.url in ("https://courier.example/strike", "https://courier.example/news/strike")
    assert report.text.count("“not before May.”") == 12
    assert entry.where == "item 1"


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (RSS, "feed"),
        (ATOM, "feed"),
        (RDF, "feed"),
        (JSON_FEED, "json feed"),
        (json.dumps(json.loads(JSON_FEED), indent=2).encode(), "json feed"),
        (JSON_FEED.replace(b"/", b"\\/"), "json feed"),
        (b'<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?>\n<!-- a feed -->\n<rss version="0.91">', "feed"),
        (b'<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x/rss.dtd"><rss>', "feed"),
        (b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', "feeds"),
        (b'<?xml version="1.0"?>\n<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">', "feed"),
        (b"<ns0:feed>", "feed"),
        (
            b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"> <!-- ] --> ]>\n<!-- a feed --><rss version="2.0">',
            "feed",
        ),
        (b"<rssguard> is no feed", "text"),
        (b"<feed:x> is none either", "text"),
        (b"<!-- -->" * 4000 + b"words", "text"),
    ],
)
def test_a_feed_is_told_from_its_content(head: bytes, what: str) -> None:
    assert kind(head) == what


def test_an_item_with_its_first_lines_alone_is_a_link() -> None:
    feed = rss(
        item(f"<description>{LEDE}</description>"),
        item(body=STORY + "<p>Read on […]</p>"),
        item(link="", body=LEDE),
        item(link="javascript:alert(1)"),
    )
    link, broken_off, alone, nothing = told(feed)
    assert isinstance(link, Linked) and link.record.url == "https://courier.example/strike"
    assert isinstance(broken_off, Linked)
    assert isinstance(alone, Record) and alone.html == LEDE
    assert isinstance(nothing, Broken) and nothing.reason == "neither a link nor a text"


def json_feed(*items: dict[str, Any]) -> bytes:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ({"content_html": STORY}, None),
        ({"content_text": LEDE}, None),
        ({"content_text": LEDE, "url": "strike"}, "https://courier.example/strike"),
        ({"content_text": LEDE, "url": "", "external_url": "https://herald.example/7"}, None),
        ({"content_html": STORY, "external_url": "https://herald.example/7"}, None),
    ],
)
def test_an_item_without_a_link_is_not_at_the_address_of_its_feed(item: dict[str, Any], url: str | None) -> None:
    (found,) = told(json_feed(item))
    record = found.record if isinstance(found, Linked) else found
    assert isinstance(record, Record) and record.url == url
    (nothing,) = told(json_feed({"id": "1", "title": "Strike goes on"}))
    assert isinstance(nothing, Broken) and nothing.reason == "neither a link nor a text"


@pytest.mark.parametrize(
    ("inside", "field", "value"),
    [
        ("<media:title>A picture</media:title>", "title", "Strike goes on"),
        ("<author>desk@courier.example (Mirela Todd)</author>", "byline", "Mirela Todd"),
        ("<author>Mirela Todd</author>", "byline", "Mirela Todd"),
        ("<pubDate>18 Mar 2021</pubDate>", "published", "18 Mar 2021"),
        ("<guid>https://courier.example/other</guid>", "url", "https://courier.example/strike"),
        ("<source url='x'>The Herald</source>", "outlet", "The Herald"),
    ],
)
def test_what_an_item_tells(inside: str, field: str, value: str) -> None:
    (record,) = told(rss(item(inside, body=STORY)))
    assert getattr(record, field) == value


@pytest.mark.parametrize(
    ("element", "url"),
    [
        ("<link>/strike?a=1&amp;b=2</link>", "https://courier.example/strike?a=1&b=2"),
        ("<guid>https://courier.example/7</guid>", "https://courier.example/7"),
        ("<guid isPermaLink='false'>https://courier.example/7</guid>", None),
        ("<link>http://[</link>", None),
        ("<link>ftp://courier.example/7</link>", None),
    ],
)
def test_links(element: str, url: str | None) -> None:
    (record,) = told(rss(f"<item>{element}<description>{STORY}</description></item>"))
    assert record.url == url


def test_a_broken_feed_gives_what_it_has() -> None:
    feed = rss(item(body=STORY), "<item><title>Fish & chips &nbsp; again</title><link>https://courier.example/2</link>")
    first, second = told(feed[:-24])
    assert isinstance(first, Record) and first.title == "Strike goes on"
    assert isinstance(second, Linked) and second.record.title and second.record.title.startswith("Fish")


@pytest.mark.parametrize("name", ["content:encoded", "own:words"])
def test_a_prefix_that_a_feed_does_not_declare_is_no_harm(name: str) -> None:
    feed = rss(f"<item><title>Strike</title><description>No deal</description><{name}>{STORY}</{name}></item>")
    (found,) = told(feed.replace(b"xmlns:content", b"xmlns:else"))
    words = found.html if isinstance(found, Record) else found.record.html
    assert ("Okafor" in (words or "")) == (name == "content:encoded")


def test_encodings() -> None:
    feed = rss(item(body=STORY.replace("Okafor", "Zoë Ökafor"))).decode()
    for encoding, data in (("windows-1252", feed.encode("cp1252")), ("utf-8", feed.encode())):
        (record,) = told(data.replace(b"UTF-8", encoding.encode()))
        assert "Zoë Ökafor, “not before" in record.html


def test_keys_stay_the_same_until_the_item_changes() -> None:
    def keys(*items: str) -> list[str]:
        return [found.key for found in read_feed(rss(*items)) if isinstance(found, Item)]

    one, other = item(body=STORY), item(link="https://courier.example/2")
    assert keys(one, other) == keys(other, one)[::-1]
    assert keys(one) != keys(item(body=STORY + "<p>Corrected.</p>"))
    assert keys(other) != keys(item("<pubDate>2021</pubDate>", link="https://courier.example/2"))
    assert len({*keys(one, other, one)}) == 2


# --- hostile feeds ----------------------------------------------------------------------------------------------------

LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)
HOSTILE = {
    "billion laughs": f"{LAUGHS}]><rss><channel><item><title>&j;</title></item></channel></rss>",
    "in an attribute": f"{LAUGHS}]><feed><entry><link href='&j;'/></entry></feed>",
    "quadratic": f'<!DOCTYPE rss [<!ENTITY a "{"ha" * 50000}">]><rss><item><title>{"&a;" * 50000}</title></item></rss>',
    "a file": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><item><title>&a;</title></item></rss>',
    "parameters": '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1/x.dtd">%a;]><rss/>',
    "under another name": f'<?xml version="1.0"?>{LAUGHS.replace("rss", "lolz")}]><rss><item/></rss>',
    "in other letters": f'<?xml version="1.0" encoding="utf-7"?>{LAUGHS}]><rss/>',
}


@pytest.mark.parametrize("feed", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path: Path, feed: str, encoding: str) -> None:
    tracemalloc.start()
    found = list(entries([write(tmp_path, feed.encode(encoding))]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [isinstance(each, Refusal) and "declares entities" in each.reason for each in found] == [True]
    assert peak < 10_000_000


def test_entities_in_utf_7_are_no_entities() -> None:
    hidden = b"<rss>+ADwAIQ-ENTITY a 'ha'+AD4-"  # <!ENTITY a 'ha'>
    feed = b'<?xml version="1.0" encoding="utf-7"?>' + hidden + item(f"<description>{LEDE} &a;</description>").encode()
    (link,) = told(feed)
    assert isinstance(link, Linked)


def test_an_external_doctype_is_not_fetched(web: Web) -> None:
    page = web.page("/rss.dtd", '<!ENTITY a "ha">')
    feed = (
        f'<!DOCTYPE rss SYSTEM "{page}"><rss><channel>{item(f"<description>&a;{LEDE}</description>")}</channel></rss>'
    )
    assert len(told(feed.encode())) == 1
    assert web.asked == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<rss>" + b" " * 5_000_001, "longer than 5,000,000 bytes"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 7}', "without items"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', "not JSON"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000, "not JSON"),
        (b"<html><body>Sorry</body></html>", "no feed"),
        (b"", "no feed"),
    ],
)
def test_no_feed(data: bytes, reason: str) -> None:
    with pytest.raises(FeedError, match=reason):
        list(read_feed(data))


# Each of these made one reader of feeds or another take time that grows with its square.
SLOW = {
    "<": "<", "<a ": "<a ", "&": "&", "<![CDATA[": "<![CDATA[", "<!--": "<!--", "<a b='": "<a b='", "</": "</",
    "<b>": "<b>", "<item>": "<item>", "a.": "a.", "a@": "a@", "(": "(", " ": " ", "…": "…", "<?": "<?", "0-": "0-",
}  # fmt: skip


@pytest.mark.parametrize("again", SLOW.values(), ids=SLOW)
@pytest.mark.parametrize("element", ["title", "author", "pubDate", "link", "description", "guid"])
def test_nothing_takes_long(element: str, again: str) -> None:
    for inside in (again * 100_000, escaped(again) * 100_000):
        feed = f"<rss><item><link>http://a.example/</link><{element}>{inside}</{element}></item></rss>"
        begun = time.process_time()
        with suppress(FeedError):
            list(read_feed(feed.encode()))
        assert time.process_time() - begun < 15  # a second or two; where it grows with its square, minutes


# --- lists of feeds ---------------------------------------------------------------------------------------------------

OPML = b"""<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>
<outline text="Coast"><outline type="rss" xmlUrl="https://courier.example/feed"/><outline xmlUrl=" https://b.example/"/>
</outline><outline text="none"/><outline xmlUrl="https://courier.example/feed"/></body></opml>"""


def test_a_list_of_feeds() -> None:
    assert listed(OPML) == ["https://courier.example/feed", "https://b.example/"]
    with pytest.raises(FeedError, match="declares entities"):
        listed(b'<!DOCTYPE opml [<!ENTITY a "b">]>' + OPML)


# --- by address -------------------------------------------------------------------------------------------------------

PAGE = f"""<!DOCTYPE html><html><head><title>Strike goes on</title>
<meta property="og:site_name" content="The Coast Courier"><meta property="article:published_time" content="2021-03-18">
</head><body><article><h1>Strike goes on</h1>{STORY}</article></body></html>"""


def test_nothing_is_fetched_without_a_fetcher(tmp_path: Path, web: Web) -> None:
    url = web.page("/strike", PAGE)
    feed = write(tmp_path, rss(item(f"<description>{LEDE}</description>", link=url)))
    found = list(entries([url, feed, write(tmp_path, rss(item(link=url)))]))
    assert all(isinstance(each, Refusal) and "nothing is fetched here" in each.reason for each in found)
    assert len(found) == 3
    assert web.asked == []


def test_a_page_by_its_address(web: Web) -> None:
    web.page("/strike?utm_source=feed", PAGE, Content_Type="text/html")
    url = web.page("/old", status=301, Location="/strike?utm_source=feed")
    (entry,) = entries([url], fetcher=fetcher(), defaults=Defaults(byline="Mirela Todd"))
    assert isinstance(entry, Entry)
    report = entry.report
    assert (report.title, report.outlet, report.published) == ("Strike goes on", "The Coast Courier", "2021-03-18")
    assert (report.url, report.byline) == (web.url("/strike?utm_source=feed"), "Mirela Todd")
    assert (entry.source, entry.where) == (url, None)


def test_a_page_tells_its_address_on_its_own_host_only(web: Web) -> None:
    for canonical, url in (
        (web.url("/strike"), web.url("/strike")),
        ("https://herald.example/strike", web.url("/strike?a=1")),
    ):
        link = f'<link rel="canonical" href="{canonical}"></head>'
        (entry,) = entries([web.page("/strike?a=1", PAGE.replace("</head>", link))], fetcher=fetcher())
        assert isinstance(entry, Entry)
        assert entry.report.url == url


def test_a_page_in_the_encoding_its_server_tells(web: Web) -> None:
    page = PAGE.replace("Okafor", "Zoë Ökafor").encode("gb18030")
    (entry,) = entries([web.page("/", page, Content_Type="text/html; charset=GB2312")], fetcher=fetcher())
    assert isinstance(entry, Entry)
    assert "Ms Zoë Ökafor, “not before May.”" in entry.report.text


def test_a_feed_by_its_address(web: Web) -> None:
    links = [
        web.page("/strike", PAGE, Content_Type="text/html"),
        web.url("/gone"),
        web.page("/picture", b"\x89PNG\r\n\x1a\n"),
    ]
    url = web.page(
        "/feed", rss(*(item("<pubDate>2021-03-19</pubDate>", link=link) for link in links), item(body=STORY))
    )
    found = list(entries([url], fetcher=fetcher()))
    assert [(each.source, each.where) for each in found] == [(url, f"item {n}") for n in range(1, 5)]
    strike, gone, picture, whole = found
    assert isinstance(strike, Entry) and isinstance(whole, Entry)
    # The feed's word on the date counts first, the page's on its outlet.
    assert (strike.report.published, strike.report.outlet) == ("2021-03-19", "The Coast Courier")
    assert strike.report.url == links[0]
    assert isinstance(gone, Refusal) and gone.reason == f"{links[1]}: the server answered 404 Not Found"
    assert isinstance(picture, Refusal) and "a PNG image" in picture.reason


def test_a_feed_that_links_to_itself_ends(web: Web) -> None:
    web.page("/feed", rss(item(link=web.url("/feed"))))
    (refusal,) = entries([web.url("/feed")], fetcher=fetcher())
    assert isinstance(refusal, Refusal) and "no page" in refusal.reason
    web.page("/opml", f'<opml><outline xmlUrl="{web.url("/opml")}"/></opml>')
    (refusal,) = entries([web.url("/opml")], fetcher=fetcher())
    assert isinstance(refusal, Refusal) and "a list of feeds within a list" in refusal.reason


@pytest.mark.parametrize(
    "elsewhere",
    [
        pytest.param(rss(item(body=STORY), item(body=STORY)), id="a feed"),
        pytest.param(JSON_FEED, id="a json feed"),
        pytest.param(json.dumps([{"html": STORY}, {"html": STORY}]).encode(), id="records"),
        pytest.param(b'<?xml version="1.0"?><urlset><url><loc>/</loc></url></urlset>', id="a site map"),
    ],
)
def test_no_item_is_credited_with_a_report_among_others(web: Web, elsewhere: bytes) -> None:
    feed = rss(item(f"<description>{LEDE}</description>", link=web.page("/others", elsewhere)))
    (refusal,) = entries([web.page("/feed", feed)], fetcher=fetcher())
    assert isinstance(refusal, Refusal) and refusal.reason == f"{web.url('/others')}: no page"


def test_the_feeds_of_a_list(tmp_path: Path, web: Web) -> None:
    feeds = [web.page("/1", RSS), web.url("/none"), web.page("/2", ATOM)]
    outlines = "".join(f'<outline xmlUrl="{url}"/>' for url in feeds)
    path = write(tmp_path, f"<opml><body>{outlines}</body></opml>".encode())
    found = list(entries([path], fetcher=fetcher()))
    assert [(each.source, isinstance(each, Entry)) for each in found] == list(
        zip(feeds, [True, False, True], strict=True)
    )


def test_records_by_their_address(web: Web) -> None:
    lines = "\n".join(json.dumps({"text": SAID + str(n)}) for n in range(3))
    url = web.page("/reports.jsonl.gz", gzip.compress(lines.encode()))
    assert [each.where for each in entries([url], fetcher=fetcher())] == ["line 1", "line 2", "line 3"]


def test_a_feed_is_followed_only_so_far(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.intake.reports.MAX_LINKS", 2)
    web.page("/strike", PAGE)
    url = web.page("/feed", rss(*(item(link=web.url("/strike")) for _ in range(4))))
    found = list(entries([url], fetcher=fetcher()))
    assert [isinstance(each, Entry) for each in found] == [True, True, False, False]
    assert web.paths == ["/feed", "/strike", "/strike"]
