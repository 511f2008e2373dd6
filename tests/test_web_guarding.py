"""What every request has to pass before anything answers it, and what every answer carries."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI, Request
from starlette.testclient import TestClient
from web_ledger import ADDRESS, client_of

from sayso.web.application import create
from sayso.web.guarding import HEADERS, POLICY, Guard
from sayso.web.reaching import ReachError, hosts, is_loopback
from sayso.web.settings import BODY, LOOPBACK, Settings

OURS = "127.0.0.1:8080"
MB = 1024**2


def asked(
    app: Any, method: str, path: str, head: Iterable[tuple[str, str]], body: Iterable[bytes] = ()
) -> tuple[int, dict[str, str], bytes]:
    """What an application answers to a request, byte for byte as it is given: no client mends it."""
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": b"", "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8080),
        "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in head],
    }  # fmt: skip
    chunks = [*body, b""]
    coming = [
        {"type": "http.request", "body": chunk, "more_body": number < len(chunks)}
        for number, chunk in enumerate(chunks, 1)
    ]
    sent: list[Any] = []

    async def receive() -> Any:
        return coming.pop(0) if coming else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    head_of = {name.decode("latin-1"): value.decode("latin-1") for name, value in sent[0]["headers"]}
    return sent[0]["status"], head_of, b"".join(message.get("body", b"") for message in sent[1:])


@pytest.fixture
def echo() -> Any:
    """The guard before an application that reads what it is sent and tells how much that was."""

    def guarded(**settings: Any) -> FastAPI:
        app = FastAPI(openapi_url=None)
        app.state.settings = Settings("none", **settings)

        @app.api_route("/", methods=["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE"])
        async def length(request: Request) -> int:
            return len(await request.body())

        from sayso.web import problems

        problems.register(app)
        app.add_middleware(Guard, settings=app.state.settings)
        return app

    return guarded


# --- by which name ---


@pytest.mark.parametrize("host", [OURS, "127.0.0.1", "localhost:9", "LocalHost", "[::1]", "[::1]:8080", "localhost:"])
def test_it_answers_to_the_names_of_this_machine_at_any_port(echo, host):
    assert asked(echo(), "GET", "/", [("host", host)])[0] == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",  # a name that leads here for a moment: DNS rebinding
        "evil.example:8080", "localhost.evil.example", "127.0.0.1.nip.io", "0.0.0.0:8080", "127.0.0.1@evil.example",
        "evil.example#127.0.0.1", "localhost:80:80", "localhost:8O", "::1", "[::1", "[::ffff:127.0.0.1]", "localhost ",
        "localhost,evil.example", "\xb9\xb2\xb7.0.0.1",
    ],
)  # fmt: skip
def test_it_answers_to_no_other_name(echo, host):
    status, _, body = asked(echo(), "GET", "/", [("host", host)])
    assert status == 421 and b"--host-name" in body and b"evil" not in body


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_no_method_passes_under_another_name(echo, method):
    assert asked(echo(), method, "/", [("host", "evil.example")])[0] == 421


def test_it_answers_to_names_that_it_was_given(echo):
    app = echo(hosts=(*LOOPBACK, "ledger.example.org"))
    for host, status in [("ledger.example.org", 200), ("Ledger.Example.org:443", 200), ("x.ledger.example.org", 421)]:
        assert asked(app, "GET", "/", [("host", host)])[0] == status, host


@pytest.mark.parametrize(
    "head",
    [
        [],
        [("host", "")],
        [("host", OURS), ("host", OURS)],
        [("host", OURS), ("host", "evil.example")],
        [("host", OURS), ("origin", f"http://{OURS}"), ("origin", "http://evil.example")],
        [("host", OURS), ("content-length", "0"), ("content-length", "5")],
        [("host", OURS), ("authorization", "Bearer a"), ("authorization", "Bearer b")],
    ],
)
def test_a_head_that_could_be_read_in_two_ways_is_refused(echo, head):
    status, headers, body = asked(echo(), "POST", "/", head)
    assert (status, headers["content-type"]) == (400, "application/problem+json"), body


# --- from where ---


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ({}, 200),  # a program
        ({"origin": f"http://{OURS}"}, 200),
        ({"origin": f"HTTP://{OURS}"}, 200),
        ({"origin": f"http://{OURS}", "sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"origin": "null"}, 403),  # a page in a sandbox, a file, a redirect from elsewhere
        ({"origin": ""}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:8081"}, 403),  # another server on this machine
        ({"origin": "http://127.0.0.1"}, 403),
        ({"origin": f"http://{OURS}.evil.example"}, 403),
        ({"origin": f"http://evil@{OURS}"}, 403),
        ({"origin": f"http://{OURS}/"}, 403),
        ({"origin": f"ftp://{OURS}"}, 403),
        ({"origin": "http://[::1"}, 403),
        ({"origin": "http://["}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://evil.example", "sec-fetch-site": "same-origin"}, 403),
    ],
)
def test_what_changes_anything_comes_from_a_page_of_ours_or_from_none(echo, head, status):
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE"):
        assert asked(echo(), method, "/", [("host", OURS), *head.items()])[0] == status, method


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_what_changes_nothing_may_be_asked_for_from_anywhere(echo, method):
    head = [("host", OURS), ("origin", "http://evil.example"), ("sec-fetch-site", "cross-site")]
    status, headers, _ = asked(echo(), method, "/", head)
    assert status == 200
    assert "access-control-allow-origin" not in headers  # but not read there


def test_over_https_a_page_that_came_without_is_not_ours(echo):
    app = echo(secure=True)
    for scheme, status in [("http", 403), ("https", 200)]:
        assert asked(app, "POST", "/", [("host", OURS), ("origin", f"{scheme}://{OURS}")])[0] == status


# --- how much ---


@pytest.mark.parametrize("length", ["", "-1", "+5", "five", "5.0", "5_0", "0x5", "5, 5", " 5", "\xb2", "9" * 5000])
def test_a_length_that_is_none_is_refused(echo, length):
    status, _, body = asked(echo(), "POST", "/", [("host", OURS), ("content-length", length)])
    assert status == 400 and b"content-length" in body


@pytest.mark.parametrize("length", [BODY + 1, 10**17])
def test_what_says_that_it_is_too_long_is_not_read(echo, length):
    status, _, body = asked(echo(), "POST", "/", [("host", OURS), ("content-length", str(length))])
    assert status == 413 and b"sayso add" in body


def test_what_comes_in_pieces_is_read_up_to_the_limit(echo):
    head = [("host", OURS), ("transfer-encoding", "chunked")]
    assert asked(echo(), "POST", "/", head, [b"x" * MB] * (BODY // MB))[2] == str(BODY).encode()
    assert asked(echo(), "POST", "/", head, [b"x" * MB] * (BODY // MB + 1))[0] == 413


def test_what_lies_about_its_length_is_cut_off(echo):
    head = [("host", OURS), ("content-length", "10")]
    assert asked(echo(), "POST", "/", head, [b"x" * MB] * (BODY // MB + 1))[0] == 413


# --- what every answer carries ---


@pytest.mark.parametrize(
    ("method", "address", "head", "status"),
    [
        ("GET", "/", {}, 200),
        ("HEAD", "/", {}, 200),
        ("GET", "/api/v1/stats", {}, 200),
        ("GET", "/nothing", {}, 404),
        ("DELETE", "/", {}, 405),
        ("GET", "/", {"host": "evil.example"}, 421),
        ("POST", "/", {"origin": "null"}, 403),
    ],
)
def test_every_answer_keeps_other_sites_out(client, method, address, head, status):
    for accept in ("text/html", "application/json"):
        answer = client.request(method, address, headers={"accept": accept, **head})
        assert answer.status_code == status
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        assert answer.headers["cache-control"] == "private, no-cache"
        assert not {"server", "access-control-allow-origin", "strict-transport-security"} & set(answer.headers)


def test_what_did_not_change_carries_it_too(client):
    tag = client.get("/").headers["etag"]
    answer = client.get("/", headers={"if-none-match": tag})
    assert answer.status_code == 304 and answer.headers["content-security-policy"] == POLICY


def test_the_policy_lets_nothing_in_but_our_own_files():
    allowed = {source for rule in POLICY.split("; ") for source in rule.split()[1:]}
    assert allowed == {"'none'", "'self'"}
    assert POLICY.startswith("default-src 'none'")


def test_over_https_browsers_are_told_to_stay_with_it(web_ledger: Path):
    with TestClient(create(Settings(str(web_ledger), secure=True)), base_url=ADDRESS) as client:
        assert client.get("/").headers["strict-transport-security"] == "max-age=31536000"


def test_our_files_may_be_kept_for_ever(client):
    address = next(part for part in client.get("/").text.split('"') if part.endswith("/style.css"))
    answer = client.get(address)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-security-policy"] == POLICY


@pytest.mark.parametrize("name", ["../settings.py", "..%2fsettings.py", "%2e%2e/%2e%2e/etc/passwd", "no.css"])
def test_no_other_file_is_served(client, name):
    digest = next(part for part in client.get("/").text.split('"') if part.endswith("/style.css")).split("/")[2]
    assert client.get(f"/static/{digest}/{name}").status_code == 404


def test_whoever_uses_it_alone_may_do_everything_and_signs_in_nowhere(web_ledger: Path):
    with client_of(web_ledger) as client:
        assert client.get("/").status_code == 200
        for address in ("/sign-in", "/me", "/users", "/deeds"):
            assert client.get(address).status_code == 404


# --- who can reach it ---


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_alone_it_is_reached_from_this_machine(host):
    assert is_loopback(host)
    assert set(LOOPBACK) <= set(hosts(host, [], team=False))


@pytest.mark.parametrize(
    ("host", "names", "option"),
    [("0.0.0.0", [], "--host"), ("::", [], "--host"), ("", [], "--host"), ("192.168.1.5", [], "--host"),
     ("ledger.example.org", [], "--host"), ("127.0.0.1", ["ledger.example.org"], "--host-name")],
)  # fmt: skip
def test_alone_it_is_reached_from_nowhere_else(host, names, option):
    with pytest.raises(ReachError, match="--team") as refused:
        hosts(host, names, team=False)
    assert refused.value.option == option


@pytest.mark.parametrize(
    ("host", "names", "own"),
    [
        ("0.0.0.0", ["Ledger.example.org"], ["ledger.example.org"]),
        ("192.168.1.5", [], ["192.168.1.5"]),
        ("fd00::5", ["ledger"], ["[fd00::5]", "ledger"]),
        ("127.0.0.1", ["a.example", "b.example", "a.example"], ["a.example", "b.example"]),
    ],
)
def test_a_team_reaches_it_by_the_names_it_is_given(host, names, own):
    assert hosts(host, names, team=True) == (*LOOPBACK, *own)


@pytest.mark.parametrize(
    ("host", "names"),
    [("0.0.0.0", []), ("::", []), ("127.0.0.1", ["https://ledger.example.org"]), ("127.0.0.1", ["ledger:8080"]),
     ("127.0.0.1", [""]), ("127.0.0.1", ["*"]), ("127.0.0.1", ["a b"])],
)  # fmt: skip
def test_a_name_has_to_be_one(host, names):
    with pytest.raises(ReachError) as refused:
        hosts(host, names, team=True)
    assert refused.value.option == "--host-name"


def test_a_fault_of_ours_is_told_as_a_problem_and_logged(web_ledger: Path, caplog: pytest.LogCaptureFixture) -> None:
    app = create(Settings(str(web_ledger)))

    @app.get("/fault")
    def fault() -> None:
        raise RuntimeError("unforeseen")

    with TestClient(app, base_url=ADDRESS) as client:
        data = client.get("/fault", headers={"accept": "application/json"})
        page = client.get("/fault", headers={"accept": "text/html"})
    assert (data.status_code, data.headers["content-type"]) == (500, "application/problem+json")
    assert "unforeseen" not in data.text + page.text
    assert page.headers["content-security-policy"] == POLICY
    assert caplog.text.count("RuntimeError: unforeseen") == 2
