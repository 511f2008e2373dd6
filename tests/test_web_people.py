"""A team that shares a ledger: who gets in and how, what each may do, what ends when, and what is written down."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, get_args

import pytest
from argon2 import PasswordHasher, Type, extract_parameters
from html_page import BROWSER, Page
from sqlalchemy import select
from starlette.testclient import TestClient
from typer.testing import CliRunner
from web_ledger import MARKET, client_of, filled

from sayso import Ledger
from sayso.cli import app as command
from sayso.ledger import deeds, schema
from sayso.web import visits
from sayso.web.people import attempts, clock, passwords, sessions, signing_in, tokens, users
from sayso.web.people.roles import MAY, ROLES, Scope
from sayso.web.people.users import UserError

PASSWORD = "a long password"
OTHER = "another password"
TRIES, TRIES_FROM_AN_ADDRESS = 5, 20  # that may fail
HASHER, NOBODYS = passwords._HASHER, passwords._NOBODYS


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that cost nothing."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_HASHER", hasher)
    monkeypatch.setattr(passwords, "_NOBODYS", hasher.hash("nobody's"))


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Time passes when it is told to, and not else."""
    now = [datetime(2026, 3, 1, 12, tzinfo=UTC)]
    monkeypatch.setattr(clock, "now", lambda: now[0])

    def passes(**span: float) -> None:
        now[0] += timedelta(**span)

    return passes


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger, and its users: one of each role, of the same name."""
    path = filled(tmp_path_factory.mktemp("team") / "team.db")
    with pytest.MonkeyPatch.context() as patch, Ledger(path) as ledger:
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        for role in ROLES:
            users.add(ledger, role, role, PASSWORD, by="test")
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """A copy of it, for one test."""
    return Path(shutil.copy(made, tmp_path / "team.db"))


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger(path) as opened:
        yield opened


@pytest.fixture
def browser(path: Path) -> Iterator[Callable[..., TestClient]]:
    """A browser in which somebody is signed in, or nobody."""
    opened: list[TestClient] = []

    def of(name: str | None = None, **settings: Any) -> TestClient:
        client = client_of(path, team=True, **settings)
        client.headers.update(BROWSER)
        client.follow_redirects = False
        opened.append(client)
        if name is not None:
            assert signed_in(client, name).status_code == 303
        return client

    yield of
    for client in opened:
        client.close()


def signed_in(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post("/sign-in", data={"name": name, "password": password, **more})


def csrf(client: TestClient) -> str:
    """What the forms of this browser send."""
    found = re.search(r'name="csrf" value="(\w+)"', client.get("/me").text)
    assert found
    return found[1]


def sent(client: TestClient, address: str, **fields: Any) -> Any:
    """A form of ours, sent."""
    return client.post(address, data={"csrf": csrf(client), **fields})


def token(ledger: Ledger, name: str, *scopes: str, days: int | None = 90) -> dict[str, str]:
    """The head of a request with a new token of that user."""
    return {"authorization": f"Bearer {tokens.make(ledger, name, 'a test', scopes, days, by='test')}"}


def done(ledger: Ledger) -> list[tuple[str, str, str | None]]:
    """What is in the log, in order."""
    with ledger.reading() as connection:
        return [(deed.who, deed.what, deed.of) for deed in reversed(deeds.recorded(connection, limit=500).items)]


# --- every address has its right ---


NEEDS = {
    annotated.__metadata__[0].dependency: needs
    for annotated, needs in [
        (visits.Reading, "read"), (visits.Correcting, "correct"), (visits.Adding, "add"), (visits.Managing, "manage"),
        (visits.SignedIn, "signed in"),
    ]
}  # fmt: skip
FREE = {"/sign-in", "/api/v1/openapi.json", "/static/{digest}/{name}"}


def routes(of: Any) -> Iterator[Any]:
    """All routes of an application, those of its routers too."""
    for route in of.routes:
        inner = getattr(route, "original_router", None)
        yield from routes(inner) if inner else [route]


def needed(dependant: Any) -> set[str]:
    """The rights that a route asks for."""
    own = {NEEDS[dependant.call]} if dependant.call in NEEDS else set()
    return own.union(*(needed(one) for one in dependant.dependencies))


def rights(client: TestClient) -> list[tuple[str, str, set[str]]]:
    """All there is to call: how, where, and the rights it needs."""
    client.get("/sign-in")  # whoever asks for anything but the first page finds all of it
    return [
        (method, route.path, needed(route.dependant) if hasattr(route, "dependant") else set())
        for route in routes(client.app)
        for method in sorted(route.methods - {"HEAD", "OPTIONS"})
    ]


def test_every_address_asks_for_one_right_but_those_that_are_open_to_all(browser):
    found = rights(browser())
    assert len(found) > 40
    assert {path for _, path, needs in found if not needs} == FREE
    assert not [(path, needs) for _, path, needs in found if len(needs) > 1]


# The right that is needed, by the beginning of the address; to ask for anything else, "read".
ALWAYS = {
    "/users": "manage", "/deeds": "manage", "/me": "signed in", "/sign-out": "signed in", "/correct/": "correct",
    "/queue": "correct", "/add": "add", "/jobs": "add", "/api/v1/jobs": "add",
}  # fmt: skip
TO_CHANGE = {
    "/corrections": "correct", "/api/v1/corrections": "correct", "/api/v1/reports": "add", "/api/v1/files": "add",
    "/api/v1/addresses": "add",
}  # fmt: skip


def test_every_address_asks_for_the_right_that_it_must(browser):
    for method, path, needs in rights(browser()):
        table = ALWAYS if method == "GET" else ALWAYS | TO_CHANGE
        told = [right for begins, right in table.items() if path.startswith(begins)]
        if path not in FREE:
            assert [*needs] == (told or ["read"]), (method, path)
            assert told or method == "GET", (method, path)


def test_nobody_gets_anywhere_but_to_sign_in(browser):
    nobody = browser()
    for method, path, needs in rights(nobody):
        address = re.sub(r"\{\w+(:\w+)?\}", "x", path)
        answer = nobody.request(method, address, headers={"accept": "application/json"})
        if needs:
            assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer"), (method, path)
        else:
            assert answer.status_code != 401, (method, path)
    assert nobody.get("/no/such/page", headers={"accept": "*/*"}).status_code == 401  # nor learns what there is


@pytest.mark.parametrize("role", ROLES)
def test_everybody_may_do_what_their_role_says(browser, role):
    somebody = browser(role)
    head = {"x-csrf-token": csrf(somebody)}
    for method, path, needs in rights(somebody):
        if path in ("/sign-out", *FREE):
            continue
        address = re.sub(r"\{\w+(:\w+)?\}", "x", path)
        status = somebody.request(method, address, headers=head).status_code
        refused = not needs <= {*MAY[role], "signed in"}
        assert (status == 403) is refused and status not in (401, 500), (method, path, status)


def test_scopes_are_all_those_there_are():
    assert set(get_args(Scope)) == MAY["admin"] == {*tokens.SCOPES, "manage"}


# --- signing in and out ---


def test_signing_in_leads_back_to_the_page_that_was_asked_for(browser):
    nobody = browser()
    asked = nobody.get("/events?country=NOR&about=a%26b")
    assert asked.status_code == 303
    page = Page(nobody.get(asked.headers["location"]).text)
    (kept,) = [attributes["value"] for _, attributes, _ in page.elements if attributes.get("name") == "next"]
    answer = signed_in(nobody, "reader", next=kept)
    assert (answer.status_code, answer.headers["location"]) == (303, "/events?country=NOR&about=a%26b")
    assert nobody.get("/").status_code == 200


@pytest.mark.parametrize(
    "next",
    ["//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "evil", "",
     "/\t/evil.example", "/\n/evil.example", " /x", "/x y", "/é", "\\\\evil.example", "///evil.example"],
)  # fmt: skip
def test_it_leads_to_no_other_site(browser, next):
    assert signed_in(browser(), "reader", next=next).headers["location"] == "/"


def test_a_path_that_looks_like_another_site_leads_to_the_start(browser):
    nobody = browser()
    asked = nobody.get("http://127.0.0.1:8080//evil.example/x")
    assert asked.headers["location"].startswith("/sign-in?next=%2F%2Fevil.example")
    assert 'name="next" value="/"' in nobody.get(asked.headers["location"]).text


@pytest.mark.parametrize("name", ["reader", " Reader ", "READER", "ｒｅａｄｅｒ"])
def test_a_name_is_the_same_however_it_is_typed(browser, name):
    assert signed_in(browser(), name).status_code == 303


def test_the_cookie_is_for_this_server_alone_and_no_script_reads_it(browser):
    plain = signed_in(browser(), "reader").headers["set-cookie"]
    assert re.fullmatch(r"sayso=[\w-]{43}; HttpOnly; Max-Age=604800; Path=/; SameSite=lax", plain)
    secure = signed_in(browser(secure=True), "reader").headers["set-cookie"]
    assert re.fullmatch(r"__Host-sayso=[\w-]{43}; HttpOnly; Max-Age=604800; Path=/; SameSite=lax; Secure", secure)


def test_the_ledger_holds_nothing_to_sign_in_with(browser, path, ledger):
    client = browser("reader")
    cookie = client.cookies["sayso"]
    secret = token(ledger, "reader", "read")["authorization"].removeprefix("Bearer ")
    with closing(sqlite3.connect(path)) as connection:
        dump = "\n".join(connection.iterdump())
    assert not [one for one in (PASSWORD, cookie, secret, csrf(client)) if one in dump]


def test_every_signing_in_is_a_session_of_its_own(browser):
    client = browser()
    cookies = {signed_in(client, "reader").headers["set-cookie"].split(";")[0] for _ in range(3)}
    assert len(cookies) == 3


def test_signing_out_ends_the_session_and_not_only_in_this_browser(browser):
    client, other = browser("reader"), browser("reader")
    kept = client.cookies["sayso"]
    answer = sent(client, "/sign-out")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert "sayso" not in client.cookies and answer.headers["clear-site-data"] == '"cache"'
    assert client.get("/", headers={"cookie": f"sayso={kept}"}).status_code == 303
    assert other.get("/").status_code == 200


def test_an_unused_session_ends_after_some_hours(browser, later):
    client = browser("reader")
    later(hours=11, minutes=59)
    assert client.get("/").status_code == 200
    later(hours=12, minutes=1)
    assert client.get("/").status_code == 303


def test_a_session_in_use_goes_on_for_some_days(browser, later, monkeypatch):
    monkeypatch.setattr("sayso.web.people.credentials.Thread", Now)
    client, hours = browser("reader"), 0
    while client.get("/").status_code == 200:
        later(hours=8)
        hours += 8
    assert timedelta(hours=hours - 8) < sessions.LONGEST <= timedelta(hours=hours)


class Now:
    """A thread that is done as soon as it starts."""

    def __init__(self, target: Callable[..., None], args: tuple[Any, ...], daemon: bool) -> None:
        self.start = lambda: target(*args)


def test_nobody_waits_for_what_is_written_of_a_session_while_others_write(browser, later, ledger):
    client = browser("reader")
    later(hours=1)
    with ledger.writing():
        assert client.get("/").status_code == 200
        assert client.get("/").status_code == 200


# --- a wrong password ---


def test_an_unknown_name_and_a_wrong_password_are_answered_alike(browser, monkeypatch):
    compared: list[str] = []
    matches = passwords.matches
    monkeypatch.setattr(passwords, "matches", lambda kept, given: compared.append(given) or matches(kept, given))
    answers = [signed_in(browser(), name, "wrong password") for name in ("reader", "nobody")]
    assert {answer.status_code for answer in answers} == {401}
    texts = {answer.text.replace("nobody", "reader") for answer in answers}
    assert len(texts) == 1 and len(compared) == 2  # both cost a comparison


def test_comparing_with_nobodys_password_costs_what_it_costs_with_somebodys():
    parameters = extract_parameters(NOBODYS)
    assert parameters.type is Type.ID
    assert parameters == extract_parameters(HASHER.hash("x"))
    assert (parameters.memory_cost, parameters.time_cost) >= (64 * 1024, 3)


def test_nobodys_password_opens_nothing(monkeypatch):
    monkeypatch.setattr(passwords, "_NOBODYS", passwords._HASHER.hash("nobody's"))
    assert not passwords.matches(None, "nobody's")


def test_a_password_is_the_same_however_its_letters_are_composed():
    assert passwords.matches(passwords.hashed("pässwört ohne Ende"), "pässwört ohne Ende")


@pytest.mark.parametrize(
    ("password", "allowed"), [("a" * 9, 0), ("a" * 10, 1), ("a" * 1000, 1), ("a" * 1001, 0), (" " * 10, 1)]
)
def test_the_length_of_a_password_is_all_that_is_asked_for(password, allowed):
    if allowed:
        assert passwords.matches(passwords.hashed(password), password)
    else:
        with pytest.raises(passwords.PasswordError, match="10 to 1000"):
            passwords.hashed(password)


def test_too_many_wrong_passwords_and_one_has_to_wait_ever_longer(browser, later):
    client = browser()
    for _ in range(TRIES):
        assert signed_in(client, "reader", "wrong password").status_code == 401
    waits = []
    for _ in range(7):
        answer = signed_in(client, "reader")
        assert answer.status_code == 429, "even with the right one"
        waits.append(int(answer.headers["retry-after"]))
        assert f"wait {waits[-1]} seconds" in answer.text
        later(seconds=waits[-1])
        assert signed_in(client, "reader", "wrong password").status_code == 401
    assert waits == [10, 20, 40, 80, 160, 300, 300]
    later(seconds=300)
    assert signed_in(client, "reader").status_code == 303
    assert signed_in(client, "reader", "wrong password").status_code == 401  # forgiven: there are five tries again


def test_one_waits_for_a_name_that_nobody_has_just_so(browser, later):
    client = browser()
    statuses = [signed_in(client, "nobody", "wrong password").status_code for _ in range(TRIES + 1)]
    assert statuses == [401] * TRIES + [429]
    assert signed_in(client, "reader").status_code == 303  # others do not


def test_an_address_that_tries_many_names_has_to_wait(browser, later):
    client = browser()
    for number in range(TRIES_FROM_AN_ADDRESS):
        assert signed_in(client, f"name{number}", "wrong password").status_code == 401
    assert signed_in(client, "reader").status_code == 429
    later(seconds=10)
    assert signed_in(client, "reader").status_code == 303
    assert signed_in(client, "nobody", "wrong password").status_code == 401
    assert signed_in(client, "reader").status_code == 429  # who has a password of their own starts nothing anew


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),  # what one subscriber has
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "a socket", False),
    ],
)
def test_addresses_that_are_one(one, other, same):
    assert (attempts._network(one) == attempts._network(other)) is same


def test_many_tries_at_once_are_no_way_round(ledger_url, monkeypatch):
    monkeypatch.setattr(signing_in, "_ROOM", BoundedSemaphore(8))
    with Ledger(ledger_url) as ledger:
        users.add(ledger, "ann", "reader", PASSWORD, by="test")

        def tried(_: int) -> str:
            try:
                signing_in.sign_in(ledger, "ann", "wrong password", "192.0.2.1")
            except signing_in.WaitError:
                return "waits"
            return "tried"

        with ThreadPoolExecutor(8) as pool:
            outcomes = list(pool.map(tried, range(24)))
        assert outcomes.count("tried") == TRIES


def test_where_too_many_sign_in_at_once_nobody_who_reads_waits_for_them(browser, monkeypatch):
    reader, nobody = browser("reader"), browser()
    monkeypatch.setattr(signing_in, "_ROOM", BoundedSemaphore(1))
    assert signing_in._ROOM.acquire()
    assert signed_in(nobody, "reader").headers["retry-after"] == "1"
    assert reader.get("/").status_code == 200
    signing_in._ROOM.release()
    assert [signed_in(nobody, "reader", given).status_code for given in ("wrong password", PASSWORD)] == [401, 303]


# --- forms of other sites ---


def test_a_form_that_changes_anything_has_to_be_of_this_session(browser):
    client, other = browser("editor"), browser("editor")
    own, others = csrf(client), csrf(other)
    assert own != others
    for given in ({}, {"csrf": ""}, {"csrf": others}, {"csrf": own[:-1]}, {"csrf": own + "é"}):
        answer = client.post("/me/tokens", data={"name": "x", "days": "7", "scopes": "read", **given})
        assert answer.status_code == 403 and "load it again" in answer.text, given
    for given, head in (({"csrf": own}, {}), ({}, {"x-csrf-token": own})):
        answer = client.post("/me/tokens", data={"name": "x", "days": "7", "scopes": "read", **given}, headers=head)
        assert answer.status_code == 201, (given, head)


def test_it_goes_for_what_scripts_send_too(browser):
    client = browser("editor")
    refused = client.post("/api/v1/corrections", json={"csrf": csrf(client)}, headers={"accept": "application/json"})
    assert refused.status_code == 403
    let_in = client.post("/api/v1/corrections", json={}, headers={"x-csrf-token": csrf(client)})
    assert let_in.status_code == 422


def test_a_token_needs_no_form(browser, ledger):
    answer = browser().post("/api/v1/corrections", json={}, headers=token(ledger, "editor", "correct"))
    assert answer.status_code == 422


@pytest.mark.parametrize("address", ["/me", "/users", "/add", "/queue", "/correct/{report}/s1"])
def test_every_form_of_ours_has_what_it_needs(browser, address):
    client = browser("admin")
    answer = client.get(address.format(report=MARKET.account().report.id))
    assert answer.status_code == 200
    forms = re.findall(r"<form\b(?=[^>]*method=.?post)[^>]*>(.*?)</form>", answer.text, re.DOTALL | re.IGNORECASE)
    assert forms and all(f'name="csrf" value="{csrf(client)}"' in form for form in forms)


# --- tokens ---


def test_a_token_may_do_what_it_says_and_what_its_owner_may(browser, ledger):
    nobody = browser()
    for owner, scopes, may in [
        ("editor", ["read"], {"read"}),
        ("editor", ["read", "correct"], {"read", "correct"}),
        ("editor", ["add"], {"add"}),
        ("admin", ["read", "correct", "add"], {"read", "correct", "add"}),
    ]:
        head = token(ledger, owner, *scopes) | {"accept": "application/json"}
        asked = {
            "read": nobody.get("/api/v1/stats", headers=head),
            "correct": nobody.post("/api/v1/corrections", json={}, headers=head),
            "add": nobody.get("/add", headers=head),
            "manage": nobody.get("/deeds.json", headers=head),
        }
        assert {scope for scope, answer in asked.items() if answer.status_code != 403} == may, (owner, scopes)


def test_a_token_loses_what_its_owner_loses(browser, ledger):
    nobody, head = browser(), token(ledger, "editor", "read", "correct")
    assert nobody.post("/api/v1/corrections", json={}, headers=head).status_code == 422
    users.give_role(ledger, "editor", "reader", by="test")
    assert nobody.post("/api/v1/corrections", json={}, headers=head).status_code == 403
    assert nobody.get("/api/v1/stats", headers=head).status_code == 200
    users.disable(ledger, "editor", by="test")
    assert nobody.get("/api/v1/stats", headers=head).status_code == 401
    users.enable(ledger, "editor", by="test")
    assert nobody.get("/api/v1/stats", headers=head).status_code == 401  # it is gone


@pytest.mark.parametrize(
    ("owner", "scopes"), [("reader", ["read", "correct"]), ("editor", ["manage"]), ("editor", []), ("reader", ["x"])]
)
def test_nobody_makes_a_token_that_may_more_than_they(browser, owner, scopes):
    answer = sent(browser(owner), "/me/tokens", name="x", days="7", scopes=scopes)
    assert answer.status_code == 422 and "may be allowed to read" in answer.text


def test_a_token_is_shown_once(browser):
    client = browser("reader")
    answer = sent(client, "/me/tokens", name="<b>export</b>", days="7", scopes="read")
    assert answer.headers["cache-control"] == "no-store"
    (secret,) = re.findall(r'value="(sayso_[\w-]{43})"', answer.text)
    page = client.get("/me").text
    assert secret not in page and "<b>export" not in page and "&lt;b&gt;export" in page
    assert client.get("/api/v1/stats", headers={"authorization": f"bearer  {secret}"}).status_code == 200


def test_a_token_counts_for_its_time_and_until_it_is_revoked(browser, ledger, later, monkeypatch):
    monkeypatch.setattr("sayso.web.people.credentials.Thread", Now)
    client = browser("reader")
    week, ever = token(ledger, "reader", "read", days=7), token(ledger, "reader", "read", days=None)

    def counts(head: dict[str, str]) -> bool:
        return browser().get("/api/v1/stats", headers=head).status_code == 200

    later(days=6)
    assert counts(week) and counts(ever)
    later(days=1)
    assert not counts(week) and counts(ever)
    with ledger.reading() as connection:
        first, second = tokens.listed(connection, "reader")
    assert (first.used, second.used) == ("2026-03-07", "2026-03-08")
    signed_in(client, "reader")
    assert sent(client, f"/me/tokens/{second.id}/revoke").status_code == 303
    assert not counts(ever)


def test_one_has_so_many_tokens_and_no_more(ledger, monkeypatch):
    monkeypatch.setattr(tokens, "MOST", 2)
    for _ in range(2):
        token(ledger, "reader", "read")
    with pytest.raises(UserError, match="revoke one"):
        token(ledger, "reader", "read")
    token(ledger, "editor", "read")


def test_nobody_revokes_the_tokens_of_others(browser, ledger):
    head = token(ledger, "editor", "read")
    with ledger.reading() as connection:
        (row,) = tokens.listed(connection, "editor")
    assert sent(browser("admin"), f"/me/tokens/{row.id}/revoke").status_code == 404
    assert browser().get("/", headers=head).status_code == 200


def test_a_token_is_no_cookie_and_a_cookie_no_token(browser, ledger):
    client = browser("admin")
    head = token(ledger, "admin", "read")
    secret = head["authorization"].removeprefix("Bearer ")
    assert browser().get("/", headers={"cookie": f"sayso={secret}"}).status_code == 303
    assert browser().get("/", headers={"authorization": f"Bearer {client.cookies['sayso']}"}).status_code == 303


@pytest.mark.parametrize("address", ["/me", "/users", "/deeds", "/deeds.json"])
def test_a_token_reaches_nothing_that_is_for_people(browser, ledger, address):
    assert browser().get(address, headers=token(ledger, "admin", "read", "correct", "add")).status_code == 403


@pytest.mark.parametrize(
    "head", ["Bearer", "Bearer x", "Basic YTpi", "", "Bearer a b", "bearer\t", "Bearer sayso_\xe9"]
)
def test_who_sends_a_token_that_does_not_count_is_nobody_whatever_cookie_they_have(browser, head):
    client = browser("admin")
    answer = client.get("/api/v1/stats", headers={"authorization": head.encode("latin-1")})
    assert answer.status_code == 401


# --- the team ---


def test_an_admin_makes_users_and_changes_them(browser, ledger):
    admin = browser("admin")
    assert sent(admin, "/users", name="Zoë", role="reader", password=OTHER).status_code == 303
    zoe = browser()
    assert signed_in(zoe, "zoë", OTHER).status_code == 303
    assert zoe.get("/add").status_code == 403
    assert sent(admin, "/users/zoë/role", role="editor").status_code == 303
    assert zoe.get("/add").status_code == 200  # at once
    assert sent(admin, "/users/zoë/password", password=PASSWORD).status_code == 303
    assert zoe.get("/").status_code == 303  # signed out
    assert signed_in(zoe, "zoë", PASSWORD).status_code == 303
    assert sent(admin, "/users/zoë/disable").status_code == 303
    assert zoe.get("/").status_code == 303
    assert signed_in(zoe, "zoë", PASSWORD).status_code == 401
    assert sent(admin, "/users/zoë/enable").status_code == 303
    assert zoe.get("/").status_code == 303  # what was over stays so
    assert signed_in(zoe, "zoë", PASSWORD).status_code == 303


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"name": "reader"}, "there is a user reader already"),
        ({"name": "READER"}, "there is a user reader already"),
        ({"name": "a b"}, "no blanks"),
        ({"name": "<b>"}, "no blanks"),
        ({"name": "../x"}, "no blanks"),
        ({"name": "x" * 65}, "no blanks"),
        ({"name": "ann\n"}, None),
        ({"role": "owner"}, "there are reader, editor, admin"),
        ({"password": "short"}, "10 to 1000 characters"),
    ],
)
def test_what_cannot_be_a_user_is_said(browser, fields, wrong):
    answer = sent(browser("admin"), "/users", **{"name": "ann", "role": "reader", "password": OTHER, **fields})
    assert answer.status_code == (422 if wrong else 303)
    assert wrong is None or wrong in answer.text


def test_there_is_always_an_admin(ledger_url):
    with Ledger(ledger_url) as ledger:
        for name in ("ann", "bob"):
            users.add(ledger, name, "admin", PASSWORD, by="test")
        users.give_role(ledger, "ann", "reader", by="test")
        for change in (
            lambda: users.disable(ledger, "bob", by="test"),
            lambda: users.give_role(ledger, "bob", "editor", by="test"),
        ):
            with pytest.raises(UserError, match="bob is the only admin"):
                change()
        with ledger.reading() as connection:
            assert [(one.name, one.role, one.active) for one in users.listed(connection)] == [
                ("ann", "reader", True), ("bob", "admin", True)
            ]  # fmt: skip


def test_who_is_not_there_is_said(browser):
    admin = browser("admin")
    for act, field in (
        ("role", {"role": "reader"}),
        ("password", {"password": OTHER}),
        ("disable", {}),
        ("enable", {}),
    ):
        answer = sent(admin, f"/users/nobody/{act}", **field)
        assert answer.status_code == 404 and "nobody" in answer.text


def test_one_has_another_password_and_is_signed_out_everywhere_else(browser):
    client, other = browser("reader"), browser("reader")
    assert "another" in sent(client, "/me/password", old="not the old one", new=OTHER).text
    assert sent(client, "/me/password", old=PASSWORD, new="short").status_code == 422
    assert other.get("/").status_code == 200
    assert sent(client, "/me/password", old=PASSWORD, new=OTHER).status_code == 303
    assert client.get("/").status_code == 200
    assert other.get("/").status_code == 303
    assert signed_in(other, "reader", PASSWORD).status_code == 401
    assert signed_in(other, "reader", OTHER).status_code == 303


def test_the_old_password_is_no_easier_to_guess_than_at_the_door(browser, later):
    client = browser("reader")
    for _ in range(TRIES):
        sent(client, "/me/password", old="not the old one", new=OTHER)
    answer = sent(client, "/me/password", old=PASSWORD, new=OTHER)
    assert answer.status_code == 429 and "Too many tries" in answer.text
    assert 0 < int(answer.headers["retry-after"]) <= attempts.MOST


def test_a_password_that_changes_while_somebody_signs_in_with_it_lets_nobody_in(ledger, monkeypatch):
    def changes(kept: str | None, password: str) -> bool:
        with ledger.writing() as connection:
            user = connection.scalar(select(schema.User.pk).where(schema.User.name == "reader"))
            users.put_password(connection, user, "changed")
        return True

    monkeypatch.setattr(passwords, "matches", changes)
    assert signing_in.sign_in(ledger, "reader", PASSWORD, "") is None


# --- what is written down ---


def test_what_everybody_does_is_written_down(browser, ledger):
    before = len(done(ledger))
    client = browser()
    signed_in(client, "admin", "wrong password")
    signed_in(client, PASSWORD, "wrong password")  # in the wrong field
    signed_in(client, "admin")
    sent(client, "/users", name="ann", role="reader", password=OTHER)
    sent(client, "/users/ann/role", role="editor")
    sent(client, "/users/ann/password", password=PASSWORD)
    sent(client, "/users/ann/disable")
    sent(client, "/users/ann/enable")
    sent(client, "/me/tokens", name="export", days="7", scopes="read")
    sent(client, "/sign-out")
    assert done(ledger)[before:] == [
        ("admin", "gave a wrong password", "from testclient"),
        ("somebody unknown", "gave a wrong password", "from testclient"),
        ("admin", "signed in", "from testclient"),
        ("admin", "made a user", "ann, reader"),
        ("admin", "gave a role", "ann, editor"),
        ("admin", "changed a password", "ann"),
        ("admin", "disabled a user", "ann"),
        ("admin", "enabled a user", "ann"),
        ("admin", "made a token", "admin: export (read)"),
        ("admin", "signed out", None),
    ]


def test_a_correction_and_its_undoing_are_written_down_with_them(ledger):
    report = MARKET.account().report.id
    (made,) = ledger.correct(f"{report}/s1", {"force": "deny"}, who="ann")
    ledger.undo(made.id, who="bob")
    assert done(ledger)[-2:] == [("ann", "corrected", f"{report}/s1"), ("bob", "took back", made.id)]


def test_the_log_is_read_a_page_at_a_time_and_of_one(browser, ledger):
    with ledger.writing() as connection:
        for number in range(120):
            deeds.record(connection, "ann" if number % 2 else "bob", "added", f"<i>{number}</i>")
    admin, seen, address = browser("admin"), [], "/deeds?who=ann"
    while address:
        page = admin.get(address)
        assert "<i>" not in page.text
        seen += re.findall(r"&lt;i&gt;(\d+)", page.text)
        found = re.search(r'href="([^"]+)" rel="next"', page.text)
        address = found[1].replace("&amp;", "&") if found else ""
    assert [int(one) for one in seen] == list(range(119, 0, -2))
    assert len(admin.get("/deeds.json?limit=3").json()["items"]) == 3


@pytest.mark.parametrize("asked", ["after=x", "after=0", "after=99999999999999999999", "limit=0", "limit=501"])
def test_what_cannot_be_asked_of_the_log_is_said(browser, asked):
    assert browser("admin").get(f"/deeds.json?{asked}").status_code == 422


# --- the command ---


def run(*arguments: str, given: str | None = None, **environment: str) -> Any:
    return CliRunner().invoke(command, ["user", *arguments], input=given, env={"SAYSO_USER": "root", **environment})


def test_users_are_made_with_a_command(empty_url):
    at = ("--ledger", empty_url)
    Ledger(empty_url).close()
    assert run("add", "Ann", "--role", "admin", *at, given=f"{PASSWORD}\n").exit_code == 0
    assert run("add", "bob", *at, SAYSO_PASSWORD=PASSWORD).exit_code == 0
    assert run("role", "bob", "editor", *at).exit_code == 0
    assert run("password", "bob", *at, SAYSO_PASSWORD=OTHER).exit_code == 0
    made = run("token", "bob", "--may", "read", "--may", "add", "--for", "a test", *at)
    assert re.fullmatch(r"sayso_[\w-]{43}\n", made.output)
    assert run("disable", "bob", *at).exit_code == 0
    listed = run("list", *at).output
    assert re.fullmatch(r"ann  admin  [\d-]{10}\nbob  editor  [\d-]{10}  disabled\n", listed)
    assert run("enable", "bob", *at).exit_code == 0
    with Ledger(empty_url) as ledger:
        assert signing_in.sign_in(ledger, "bob", OTHER, "") is not None
        assert {who for who, _, _ in done(ledger)[:-1]} == {"root (command line)"}


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("add", "ann"), 2, "10 to 1000 characters"),
        (("add", "a b"), 2, "no blanks"),
        (("add", "ann", "--role", "owner"), 2, "there are reader, editor, admin"),
        (("add", "ann", "--password", PASSWORD), 2, "No such option"),
        (("add", "ann", PASSWORD), 2, "unexpected extra argument"),
        (("role", "nobody", "admin"), 1, "there is no user 'nobody'"),
        (("disable", "admin"), 2, "admin is the only admin"),
        (("token", "reader", "--may", "add"), 2, "may be allowed to read"),
        (("token", "nobody"), 2, "there is no user 'nobody'"),
    ],
)
def test_what_cannot_be_is_said(path, arguments, code, says):
    done = run(*arguments, "--ledger", str(path), given="short\n")
    assert done.exit_code == code
    assert says in re.sub(r"[\s│]+", " ", done.output + done.stderr)


def test_one_is_asked_for_a_password_twice(path, monkeypatch):
    given = iter([PASSWORD, OTHER, PASSWORD, PASSWORD])
    monkeypatch.setattr("sayso.cli.users.getpass.getpass", lambda _: next(given))
    monkeypatch.setattr("sayso.cli.users.sys.stdin", type("Terminal", (), {"isatty": lambda _: True})())
    from sayso.cli.users import _password

    monkeypatch.delenv("SAYSO_PASSWORD", raising=False)
    with pytest.raises(Exception, match="not the same"):
        _password()
    assert _password() == PASSWORD
