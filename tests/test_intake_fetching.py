"""What is fetched from the web, and what is not: addresses, redirects, limits, manners."""

from __future__ import annotations

import gzip
import socket
import time
import tracemalloc
import zlib
from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web import Clock, Web, fetcher

from sayso.intake.addresses import not_public
from sayso.intake.fetching import Fetcher, NotFetched, Refused
from sayso.intake.pacing import Pace
from sayso.intake.packing import PackingError, TooMuchError, unpacked

# --- where it may connect ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("10.0.0.1", "a private address"),
        ("172.16.3.4", "a private address"),
        ("192.168.1.1", "a private address"),
        ("127.0.0.1", "a loopback address"),
        ("127.255.3.2", "a loopback address"),
        ("0.0.0.0", "an unspecified address"),
        ("169.254.169.254", "a link-local address"),
        ("224.0.0.251", "a multicast address"),
        ("100.64.0.1", "a reserved address"),
        ("240.0.0.1", "a private address"),
        ("255.255.255.255", "a private address"),
        ("::1", "a loopback address"),
        ("::", "an unspecified address"),
        ("fe80::1%eth0", "a link-local address"),
        ("fd12:3456::1", "a private address"),
        ("fec0::1", "a private address"),
        ("ff02::fb", "a multicast address"),
        ("2001:db8::1", "a private address"),
        ("::ffff:10.0.0.1", "a private address"),  # mapped
        ("::ffff:169.254.169.254", "a link-local address"),
        ("::7f00:1", "a reserved address"),  # compatible
        ("2002:a00:1::", "a private address"),  # 6to4
        ("2002:7f00:1::1", "a loopback address"),
        ("64:ff9b::10.0.0.1", "a private address"),  # NAT64
        ("64:ff9b::169.254.169.254", "a link-local address"),
        ("64:ff9b:1::808:808", "a reserved address"),
        ("8.8.8.8", None),
        ("::ffff:8.8.8.8", None),
        ("2002:808:808::1", None),
        ("64:ff9b::8.8.8.8", None),
        ("2606:4700::1111", None),
    ],
)
def test_which_addresses_are_public(address: str, what: str | None) -> None:
    assert not_public(address) == what


@given(st.ip_addresses(v=4))
def test_an_address_of_ipv4_is_judged_the_same_in_one_of_ipv6(address: object) -> None:
    bare = not_public(str(address)) is None
    number = int(address)  # type: ignore[call-overload]
    assert (not_public(f"::ffff:{address}") is None) == bare
    assert (not_public(f"64:ff9b::{address}") is None) == bare
    assert (not_public(f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1") is None) == bare


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://herald.example/", "refused: ftp is neither http nor https"),
        ("file:///etc/passwd", "refused: file is neither http nor https"),
        ("gopher://127.0.0.1:6379/_FLUSHALL", "refused: gopher is neither http nor https"),
        ("javascript:alert(1)", "refused: javascript is neither http nor https"),
        ("http:///path", "refused: an address without a host"),
        ("http://jane:secret@herald.example/", "refused: an address with a user's name in it"),
        ("http://10.0.0.1/", "refused: 10.0.0.1 is a private address"),
        ("http://127.0.0.1:9/", "refused: 127.0.0.1 is a loopback address"),
        ("http://localhost/", "a loopback address"),
        ("http://[::1]/", "refused: ::1 is a loopback address"),
        ("http://[::ffff:192.168.0.1]/", "a private address"),
        ("http://169.254.169.254/latest/meta-data/", "refused: 169.254.169.254 is a link-local address"),
        ("http://2130706433/", "a loopback address"),  # 127.0.0.1 as one number
        ("http://0x7f.1/", "a loopback address"),
        ("http://0/", "an unspecified address"),
        ("http://[::1", "refused: no address"),
    ],
)
def test_refused_before_anything_is_sent(url: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        Fetcher(pace=Pace(0)).fetch(url)
    assert reason in str(refused.value)


@given(st.text(max_size=60) | st.text(max_size=40).map("http://127.0.0.1:9/".__add__))
def test_no_text_that_is_no_address_stops_it(text: str) -> None:
    with pytest.raises(NotFetched):
        Fetcher(pace=Pace(0)).fetch(text if "127.0.0.1" in text else f"x:{text}")


def test_a_server_of_this_machine_is_asked_only_if_allowed(web: Web) -> None:
    url = web.page("/", "It rained.")
    with pytest.raises(Refused, match=r"refused: 127\.0\.0\.1 is a loopback address"):
        Fetcher(pace=Pace(0)).fetch(url)
    assert web.asked == []
    assert fetcher().fetch(url).data == b"It rained."


def test_a_name_that_leads_elsewhere_when_asked_again(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: public when it is judged, this machine a moment later."""
    resolve, answers = socket.getaddrinfo, ["93.184.216.34", "127.0.0.1", "127.0.0.1"]
    connected: list[str] = []

    def rebinding(host: str, port: int, *arguments: object, **options: object) -> object:
        if host != "rebind.example":
            return resolve(host, port, *arguments, **options)  # type: ignore[arg-type]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers.pop(0), port))]

    def connect(address: tuple[str, int], *arguments: object, **options: object) -> object:
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr("sayso.intake.fetching.getaddrinfo", rebinding)
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(NotFetched):
        Fetcher(pace=Pace(0)).fetch(f"http://rebind.example:{web.address.rpartition(':')[2]}/")
    assert connected == ["93.184.216.34"]
    with pytest.raises(Refused, match=r"refused: rebind\.example is 127\.0\.0\.1, a loopback address"):
        Fetcher(pace=Pace(0)).fetch("http://rebind.example/")
    assert connected == ["93.184.216.34"]


def test_of_several_addresses_only_public_ones_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    connected: list[str] = []

    def resolve(host: str, port: int, **options: object) -> object:
        return [(2, 1, 6, "", (address, port)) for address in ("10.0.0.1", "93.184.216.34", "127.0.0.1", "8.8.8.8")]

    def connect(address: tuple[str, int], *arguments: object, **options: object) -> object:
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr("sayso.intake.fetching.getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(NotFetched, match="the connection failed"):
        Fetcher(pace=Pace(0)).fetch("http://mixed.example/")
    assert connected == ["93.184.216.34", "8.8.8.8"]


# --- redirects --------------------------------------------------------------------------------------------------------


def test_redirects_are_followed_and_the_last_address_counts(web: Web) -> None:
    web.page("/end", "It rained.")
    web.page("/middle", status=308, Location="end#part")
    url = web.page("/start", status=301, Location="/middle")
    assert fetcher().fetch(url).url == web.url("/end")


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "refused: file is neither http nor https, after a redirect"),
        ("ftp://herald.example/", "refused: ftp is neither http nor https, after a redirect"),
        ("http://u:p@herald.example/", "user's name"),
        ("http://[::1", "refused"),
    ],
)
def test_redirects_are_refused_as_addresses_are(web: Web, location: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        fetcher().fetch(web.page("/", status=302, Location=location))
    assert reason in str(refused.value)


def test_a_redirect_to_a_private_address(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first server passes for a public one; where it leads to is judged anew.
    monkeypatch.setattr(
        "sayso.intake.fetching.not_public", lambda address: None if address == "127.0.0.1" else not_public(address)
    )
    url = web.page("/", status=302, Location="http://169.254.169.254/latest/meta-data/")
    with pytest.raises(Refused, match=r"refused: 169\.254\.169\.254 is a link-local address"):
        Fetcher(pace=Pace(0)).fetch(url)


def test_redirects_without_end(web: Web) -> None:
    url = web.page("/loop", status=302, Location="/loop")
    with pytest.raises(NotFetched, match="more than 3 redirects"):
        fetcher(max_redirects=3).fetch(url)
    assert web.paths == ["/loop"] * 4


# --- limits -----------------------------------------------------------------------------------------------------------


def test_no_longer_than_allowed(web: Web) -> None:
    assert len(fetcher(max_bytes=1000).fetch(web.page("/", b"x" * 1000)).data) == 1000
    with pytest.raises(NotFetched, match="longer than 1,000 bytes"):
        fetcher(max_bytes=1000).fetch(web.page("/", b"x" * 1001))


def test_a_length_that_is_not_told_or_told_wrong(web: Web) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"x" * 65536)

    web.pages["/endless"] = endless
    with pytest.raises(NotFetched, match="longer than 1,000,000 bytes"):
        fetcher(max_bytes=1_000_000).fetch(web.url("/endless"))
    with pytest.raises(NotFetched, match="the connection failed"):
        fetcher().fetch(web.page("/short", b"x" * 10, Content_Length="20"))


BOMB = gzip.compress(b"\0" * 300_000_000, 1)


def test_a_bomb_is_not_unpacked(web: Web) -> None:
    url = web.page("/", BOMB, Content_Encoding="gzip")
    tracemalloc.start()
    with pytest.raises(NotFetched, match="longer than 2,000,000 bytes"):
        fetcher(max_bytes=2_000_000).fetch(url)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000


@pytest.mark.parametrize("slow", ["head", "body"])
def test_a_server_that_drips_is_left_in_time(web: Web, slow: str) -> None:
    def drips(request: BaseHTTPRequestHandler) -> None:
        if slow == "body":
            request.send_response(200)
            request.end_headers()
        else:
            request.wfile.write(b"HTTP/1.0 200 OK\r\n")
        while True:
            request.wfile.write(b"x")
            time.sleep(0.05)

    web.pages["/"] = drips
    begun = time.monotonic()
    with pytest.raises(NotFetched, match=r"it took longer than 0\.5 seconds"):
        fetcher(seconds=0.5).fetch(web.url("/"))
    assert time.monotonic() - begun < 3


def test_a_server_that_answers_nonsense(web: Web) -> None:
    web.pages["/"] = lambda request: request.wfile.write(b"\x16\x03\x01 nonsense\r\n\r\n") and None
    with pytest.raises(NotFetched, match="the connection failed"):
        fetcher().fetch(web.url("/"))


def test_nobody_there(web: Web) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    with pytest.raises(NotFetched, match="the connection failed"):
        fetcher().fetch(url)


# --- packing ----------------------------------------------------------------------------------------------------------

WORDS = b"It rained all day, she said. " * 4000
BARE = zlib.compressobj(wbits=-15)
PACKED = {
    "identity": (WORDS, "identity"),
    "none": (WORDS, ""),
    "gzip": (gzip.compress(WORDS), "gzip"),
    "members": (gzip.compress(WORDS[:999]) + gzip.compress(WORDS[999:]), "gzip"),
    "garbage after": (gzip.compress(WORDS) + b"\0\0garbage", "x-gzip"),
    "deflate": (zlib.compress(WORDS), "deflate"),
    "deflate, bare": (BARE.compress(WORDS) + BARE.flush(), "deflate"),
}


@pytest.mark.parametrize("size", [7, 1000, 10**9])
@pytest.mark.parametrize(("data", "encoding"), PACKED.values(), ids=PACKED)
def test_unpacked(data: bytes, encoding: str, size: int) -> None:
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    assert unpacked(pieces, encoding, len(WORDS)) == WORDS
    with pytest.raises(TooMuchError):
        unpacked(pieces, encoding, len(WORDS) - 1)


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        (gzip.compress(WORDS)[:-20], "gzip", "breaks off"),
        (b"no gzip at all", "gzip", "damaged"),
        (WORDS, "br", "packed as br"),
        (WORDS, "gzip, gzip", "more than once"),
    ],
)
def test_not_unpacked(data: bytes, encoding: str, reason: str) -> None:
    with pytest.raises(PackingError, match=reason):
        unpacked([data], encoding, 10**6)


# --- what is asked and answered ---------------------------------------------------------------------------------------


def test_it_says_who_it_is_and_keeps_no_company(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    url = web.page("/", "It rained.", Set_Cookie="a=b")
    one = fetcher()
    one.fetch(url)
    one.fetch(url)
    asked = web.asked[-1].headers
    assert asked["user-agent"].startswith("sayso/")
    assert "cookie" not in asked and "referer" not in asked and "authorization" not in asked
    assert asked["accept-encoding"] == "gzip, deflate"


def test_what_is_told_of_a_page(web: Web) -> None:
    date, kind = "Mon, 05 Oct 2015 09:00:00 GMT", "text/HTML; charset=ISO-8859-1"
    url = web.page("/", "It rained.", ETag='"7"', Last_Modified=date, Content_Type=kind)
    first = fetcher().fetch(url)
    assert (first.status, first.content_type, first.charset) == (200, "text/html", "iso-8859-1")
    again = fetcher().fetch(url, etag=first.etag, last_modified=first.last_modified)
    assert (again.status, again.data) == (304, b"")
    assert web.asked[-1].headers["if-modified-since"] == date


@pytest.mark.parametrize(
    ("status", "reason"), [(404, "404 Not Found"), (500, "500 Internal"), (204, "204"), (418, "418")]
)
def test_other_answers(web: Web, status: int, reason: str) -> None:
    with pytest.raises(NotFetched, match=f"the server answered {reason}") as answer:
        fetcher().fetch(web.page("/", "sorry", status=status))
    assert answer.value.status == status


def test_a_host_is_not_hurried(web: Web) -> None:
    clock = Clock(1000.0)
    pace = Pace(2.0, clock=clock, sleep=clock.sleep)
    one = fetcher(pace=pace)
    url = web.page("/", "It rained.")
    one.fetch(url)
    one.fetch(url)
    assert clock.slept == [2.0]
    clock.now += 5
    one.fetch(url.replace("127.0.0.1", "localhost"))
    assert clock.slept == [2.0]


def test_a_host_that_asks_for_patience(web: Web) -> None:
    clock = Clock(1000.0)
    one = fetcher(pace=Pace(0, clock=clock, sleep=clock.sleep))
    busy = web.page("/busy", status=503, Retry_After="20")
    with pytest.raises(NotFetched) as answer:
        one.fetch(busy)
    assert answer.value.retry_after == 20
    one.fetch(web.page("/", "It rained."))
    assert clock.slept == [20.0]
    web.page("/busy", status=429, Retry_After="3600")
    with pytest.raises(NotFetched):
        one.fetch(busy)
    with pytest.raises(NotFetched, match="asked to be left alone for another 3600 seconds"):
        one.fetch(web.url("/"))
    assert web.paths[-1] == "/busy"
    assert clock.slept == [20.0]
