"""The pages of a ledger in a real browser: a newcomer finds the way, with a mouse or with the keyboard, with scripts or
without; everybody can use every page; and nothing that a report holds runs on any of them.

Needs Chromium and its driver (Debian: chromium, chromium-driver); skipped where there is none, unless
SAYSO_TEST_BROWSER is "required".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from browsing import look, served
from example_account import roadblock
from test_page_browser import ATTACKS, lit, point
from web_ledger import client_of, filled

from sayso import Account, Ledger
from sayso.intake import Refusal
from sayso.linking.linker import link
from sayso.web.people import users

pytest.importorskip("selenium.webdriver")
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
LOOKS = [(1280, False), (390, True), (1280, True), (390, False)]  # width, dark


@pytest.fixture(scope="module")
def site(demo: Path) -> Iterator[str]:
    """The demonstration ledger at an address. Nobody changes it."""
    with served(demo) as address:
        yield address


@pytest.fixture
def chrome(browser: Any) -> Iterator[Any]:
    """The browser, which must have nothing to complain of in the end."""
    browser.get("about:blank")
    browser.get_log("browser")
    look(browser, width=1280)
    yield browser
    look(browser)
    assert complaints(browser) == []


def complaints(chrome: Any) -> list[str]:
    """What stands in its log: an error, a script or a file refused, a file that is not there. How a form could be
    better does not count."""
    return [entry["message"] for entry in chrome.get_log("browser") if entry["source"] != "recommendation"]


def pages(chrome: Any, site: str, start: str = "/", most: int = 1) -> Iterator[str]:
    """Opens every page that can be reached from the first, so many of each kind; gives its address."""
    coming, seen, kinds = [start], {start}, {}  # type: ignore[var-annotated]
    while coming:
        address = coming.pop(0)
        kind = _kind(address)
        if kinds.setdefault(kind, 0) >= most:
            continue
        kinds[kind] += 1
        chrome.get(site + address)
        yield address
        for href in chrome.execute_script("return [...document.links].map(link => link.href)"):
            parts = urlsplit(href)
            there = parts.path + (f"?{parts.query}" if parts.query else "")
            if f"{parts.scheme}://{parts.netloc}" == site and "." not in parts.path and there not in seen:
                seen.add(there)
                coming.append(there)


def _kind(address: str) -> str:
    """Pages at one path are of one kind, whatever the ids in it; so are those that ask for something there."""
    path, _, query = address.partition("?")
    return re.sub(r"(?<=/)[0-9a-f]{12,16}(?=/|$)|(?<=/)[se]\d+$", "*", path) + "?" * bool(query)


def go(chrome: Any, css: str) -> None:
    """Click on it."""
    element = chrome.find_element("css selector", css)
    chrome.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def press(chrome: Any, *keys: str) -> None:
    """Press keys, wherever the focus is."""
    ActionChains(chrome).send_keys(*keys).perform()


def tab(chrome: Any, css: str) -> None:
    """Press the tabulator until that has the focus, which is always to be seen."""
    for _ in range(300):
        press(chrome, Keys.TAB)
        focused = chrome.switch_to.active_element
        shown = chrome.execute_script("return getComputedStyle(arguments[0]).outlineStyle !== 'none'", focused)
        assert shown, focused.get_attribute("outerHTML")[:200]
        if chrome.execute_script("return arguments[0].matches(arguments[1])", focused, css):
            return
    pytest.fail(f"no way to {css} by the keyboard on {chrome.current_url}")


def arrived(chrome: Any, path: str) -> None:
    """Wait until the browser is at such a path, a regular expression."""
    WebDriverWait(chrome, 10).until(lambda chrome: re.fullmatch(path, urlsplit(chrome.current_url).path))
    WebDriverWait(chrome, 10).until(lambda chrome: chrome.execute_script("return document.readyState") == "complete")


def target(chrome: Any) -> str:
    """What the address points at, which has to be in sight."""
    id = urlsplit(chrome.current_url).fragment
    box = chrome.find_element("id", id).rect
    top = chrome.execute_script("return scrollY")
    assert top <= box["y"] <= top + chrome.execute_script("return innerHeight"), id
    return id


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_newcomer_finds_a_dispute_and_the_words_of_each_side(chrome, site, width, scripts):
    look(chrome, width=width, scripts=scripts)
    chrome.get(site)
    go(chrome, "main a[href^='/disputes/']")
    sides = chrome.find_elements("css selector", "main .facing-side")
    assert len(sides) >= 2
    said = chrome.find_element("css selector", ".facing-side blockquote").text.strip("“”")
    go(chrome, ".facing-side a.source")
    assert re.search(r"/reports/[0-9a-f]{16}#[se]\d+$", chrome.current_url)
    id = target(chrome)
    if id[0] == "s":
        words = "".join(
            one.text for one in chrome.find_elements("css selector", f".words .content[data-s~='{id[1:]}']")
        )
        assert re.sub(r"\W", "", said)[:40] in re.sub(r"\W", "", words)
    go(chrome, f"#{id}")
    assert target(chrome) == f"of-{id}"


def test_a_newcomer_searches(chrome, site):
    chrome.get(site)
    chrome.find_element("id", "find").send_keys("market", Keys.ENTER)
    arrived(chrome, "/search")
    go(chrome, "main a[href^='/reports/']")
    assert "market" in chrome.find_element("css selector", "main").text


def test_the_keyboard_is_enough(chrome, site):
    chrome.get(site)
    tab(chrome, ".skip")
    press(chrome, Keys.ENTER)
    tab(chrome, "main a[href^='/disputes/']")
    press(chrome, Keys.ENTER)
    arrived(chrome, "/disputes/.*")
    tab(chrome, "main a.source")
    press(chrome, Keys.ENTER)
    arrived(chrome, "/reports/.*")
    # The focus is at the words themselves, and what is told of them is lit.
    id = target(chrome)
    assert chrome.switch_to.active_element.get_attribute("id") == id
    note = chrome.find_element("css selector", f".note[data-{'s' if id[0] == 's' else 'e'}='{id[1:]}']")
    assert "lit" in note.get_attribute("class").split()
    press(chrome, Keys.ENTER)
    assert target(chrome) == f"of-{id}"
    tab(chrome, ".note a.party")
    press(chrome, Keys.ENTER)
    arrived(chrome, "/actors/.*")


def test_the_slash_leads_to_the_search(chrome, site):
    chrome.get(f"{site}/reports")
    chrome.find_element("css selector", "body").send_keys("/")
    assert chrome.switch_to.active_element.get_attribute("id") == "find"
    chrome.switch_to.active_element.send_keys("/")
    assert chrome.switch_to.active_element.get_attribute("value") == "/"


def test_pointing_at_words_lights_up_what_is_told_of_them_and_the_other_way_round(chrome, tmp_path):
    account = roadblock()
    with served(filled(tmp_path / "web.db", [account])) as site:
        chrome.get(site)
        go(chrome, "main a[href^='/reports/']")
        point(chrome, ".words .cue[data-s='9']")
        assert [note.split("\n")[0] for note in _shown(lit(chrome, ".note"))] == ["9"]
        point(chrome, "#of-e6 .head")
        assert lit(chrome, ".words .trigger") == ["cross the border"]
        assert lit(chrome, ".words .place") == ["Uyuni"]


def _shown(notes: list[str]) -> list[str]:
    return [note.strip() for note in notes]


def problems(chrome: Any) -> Iterator[tuple[object, ...]]:
    """What keeps somebody from using the page that is open, wide or narrow, light or dark: what axe finds, what is too
    wide for the window, or that there is no such page."""
    address = chrome.current_url
    status = chrome.execute_script("return performance.getEntriesByType('navigation')[0].responseStatus")
    if status != 200:
        yield address, status
        return
    chrome.execute_script(AXE)
    for width, dark in LOOKS:
        look(chrome, width=width, dark=dark)
        found = chrome.execute_async_script("axe.run(document, arguments[0]).then(arguments[1])", RULES)
        for one in found["violations"]:
            yield address, width, dark, one["id"], [node["html"][:160] for node in one["nodes"][:3]]
        if chrome.execute_script("return document.documentElement.scrollWidth") > width:
            yield address, width, "wider than the window"
    look(chrome, width=1280)


def test_everybody_can_use_every_page(chrome, site):
    found = {address: list(problems(chrome)) for address in pages(chrome, site)}
    assert len(found) > 15
    assert [problem for of_page in found.values() for problem in of_page] == []


def test_everybody_can_use_an_event_that_copies_tell(chrome, site, demo):
    with Ledger(demo) as ledger:
        copied = [event.id for event in ledger.events() if _copied(ledger, event.id)]
    assert copied
    chrome.get(f"{site}/events/{copied[0]}")
    assert chrome.find_elements("css selector", ".compared thead details")
    assert list(problems(chrome)) == []
    chrome.execute_script("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert list(problems(chrome)) == []


def _copied(ledger: Ledger, event: str) -> bool:
    families = [one.family for one in ledger.event(event).tellings]
    return len(set(families)) < len(families)


SMALL = 9  # pixels: what is written in less, nobody reads


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_written_on_maps_can_be_read(chrome, site, width):
    look(chrome, width=width)
    chrome.get(f"{site}/events")
    names = chrome.find_elements("css selector", ".map text")
    assert names
    assert [name.text for name in names if name.rect["height"] < SMALL] == []
    assert _overlapping(chrome, ".map text") == []


def test_dates_on_a_narrow_plot_stand_apart(chrome, site, demo):
    look(chrome, width=390)
    with Ledger(demo) as ledger:
        told = {event.id: ledger.event(event.id).series for event in ledger.events()}
    events = [id for id, series in told.items() if any(len(one.points) > 1 for one in series)]
    assert events
    for address in ("/events", "/reports", *(f"/events/{id}" for id in events)):
        chrome.get(site + address)
        assert _overlapping(chrome, ".plot .role-axis-label text") == [], address


def _overlapping(chrome: Any, css: str) -> list[list[str]]:
    """The words of which the boxes cover each other."""
    return chrome.execute_script(  # type: ignore[no-any-return]
        """
        const all = [...document.querySelectorAll(arguments[0])].map((one) => [one, one.getBoundingClientRect()]);
        const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        return all.flatMap(([one, a], at) => all.slice(at + 1).filter(([other, b]) => over(a, b))
            .map(([other]) => [one.textContent, other.textContent]));
        """,
        css,
    )


@pytest.mark.parametrize("address", ["/reports/", "/events/", "/disputes/", "/actors/"])
def test_on_paper_there_is_nothing_to_press(chrome, site, address):
    chrome.get(site + address.rstrip("/"))
    go(chrome, f".found a[href^='{address}']")
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        shown = chrome.find_elements("css selector", "button, input, nav a, .verdict a")
        assert [one.get_attribute("outerHTML") for one in shown if one.is_displayed()] == []
        assert chrome.find_element("css selector", "h1").is_displayed()
    finally:
        chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_everybody_can_use_the_pages_of_a_team(chrome, tmp_path):
    ledger = filled(tmp_path / "team.db")
    with Ledger(ledger) as opened:
        users.add(opened, "ada", "admin", "a long password", by="test")
    with served(ledger, team=True) as site:
        chrome.get(f"{site}/events")
        arrived(chrome, "/sign-in")
        assert list(problems(chrome)) == []
        chrome.find_element("id", "name").send_keys("ada", Keys.TAB, "a long password", Keys.ENTER)
        arrived(chrome, "/events")
        own = ("/me", "/users", "/deeds")
        found = {address: list(problems(chrome)) for address in pages(chrome, site, "/me") if address.startswith(own)}
        assert {_kind(address) for address in found} >= set(own)
        assert [problem for of_page in found.values() for problem in of_page] == []


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with attacks in every field that comes from outside."""
    accounts: list[Account] = []
    for number, line in enumerate(ATTACKS.split("\n")):
        account = roadblock()
        report = account.report
        account.report = report.model_copy(
            update={
                "text": f"{report.text}\n{ATTACKS}\n", "title": line, "outlet": line, "agency": line, "byline": line,
                "dateline": line, "url": line if number % 2 else f"https://post.example/{line}", "id": line,
                "published": f"2024-05-{16 + number}",
            }
        )  # fmt: skip
        for actor in account.actors:
            actor.name, actor.role, actor.aliases = f"{actor.name} {line}", line, [line, f"{line}!"]
            actor.country = line
        at = len(report.text) + 1
        for statement in account.statements:
            statement.content.append((at + ATTACKS.index(line), at + ATTACKS.index(line) + len(line)))
        for event in account.events:
            event.mode, event.evidence = line, [(at, at + len(ATTACKS))]
            if event.place:
                event.place.name = event.place.country = event.place.admin1 = line
            for quantity in event.quantities:
                quantity.unit = line
        for dispute in account.disputes:
            dispute.issue = line
            for side in dispute.sides:
                side.position = f"{side.position} {line}"
        accounts.append(account)
    path = filled(tmp_path_factory.mktemp("hostile") / "hostile.db", accounts)
    with Ledger(path) as ledger:
        ledger.refuse(Refusal(line, line, line) for line in ATTACKS.split("\n"))
        for report in list(ledger.reports()):
            for part in ("s1", "e1"):
                ledger.correct(f"{report.id}/{part}", {"right": True}, who=report.title, why=report.title)
        link(ledger)
    with client_of(path) as sending:
        for line in ATTACKS.split("\n"):
            sending.post("/add/files", files={"files": (line, b"\0\1\2")}, data={"outlet": line})
            sending.post("/add/address", data={"address": f"http://127.0.0.1:9/{line}"})
    return path


def test_nothing_in_a_hostile_ledger_runs(chrome, hostile):
    with served(hostile) as site:
        walked = 0
        for address in pages(chrome, site, most=2):
            walked += 1
            assert "owned" not in chrome.title or "document.title" in chrome.title, address
            assert chrome.find_elements("css selector", "main script, main iframe, main img, main style, base") == []
            elsewhere = chrome.execute_script(
                "return performance.getEntriesByType('resource').map(one => one.name)"
                ".filter(name => !name.startsWith(location.origin))"
            )
            assert elsewhere == [], address
            # What reports hold is not always something that can be asked for: the page says so, with 4xx.
            refused = f"{site}{address} - Failed to load resource: the server responded with a status of 4"
            assert [message for message in complaints(chrome) if not message.startswith(refused)] == [], address
        assert walked > 10
