"""What scripts add for who corrects, in a real browser: words are taken from the text, and the queue goes by keys.

Needs Chromium and its driver, as tests/test_web_browser.py does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import look, served
from example_account import find

from sayso import Account, Event, Ledger, Report

pytest.importorskip("selenium.webdriver")
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

# Not every character is one to a browser, and "police" stands there twice.
TEXT = "🔥🔥 Clashes\n\nThe police shot at\npolice \x07of another town 🔥 on Monday.\n"


@pytest.fixture
def chrome(browser: Any, web_ledger: Path) -> Iterator[Any]:
    """The browser at the queue of the ledger, which must have nothing to complain of in the end."""
    browser.get("about:blank")
    browser.get_log("browser")
    look(browser, width=1280)
    with served(web_ledger) as site:
        browser.get(f"{site}/queue?kind=event")
        browser.execute_script("localStorage.clear()")
        browser.refresh()
        browser.site = site
        yield browser
        assert browser.get_log("browser") == []
    look(browser)


def shown(chrome: Any) -> str:
    """The part that is to be decided."""
    return str(chrome.find_element(By.CSS_SELECTOR, ".mendable form").get_attribute("action").split("/correct/")[1])


def press(chrome: Any, key: str, *, leads: bool = True) -> None:
    """Press a key, and wait for the page that it leads to."""
    before = chrome.find_element(By.TAG_NAME, "html")
    chrome.switch_to.active_element.send_keys(key)
    if leads:
        WebDriverWait(chrome, 20).until(lambda _: chrome.find_element(By.TAG_NAME, "html") != before)


def test_the_queue_goes_by_keys(chrome: Any, kept: Ledger) -> None:
    first, second = (doubt.id for doubt in kept.doubts("event", limit=2))
    assert shown(chrome) == first
    press(chrome, "r")
    assert shown(chrome) == second and kept.part(first).checked == ["right"]
    press(chrome, "u")
    assert shown(chrome) == first and kept.part(first).checked == []
    press(chrome, "n")
    press(chrome, "w")
    assert shown(chrome) not in (first, second) and not kept.part(second).there
    press(chrome, "m", leads=False)
    assert chrome.switch_to.active_element.get_attribute("name") == "type"
    press(chrome, "?", leads=False)
    assert not chrome.find_element(By.CSS_SELECTOR, ".keys dl").is_displayed(), "keys are for fields there"
    chrome.find_element(By.CSS_SELECTOR, "h1").click()
    chrome.execute_script("document.activeElement.blur()")
    press(chrome, "?", leads=False)
    assert chrome.find_element(By.CSS_SELECTOR, ".keys dl").is_displayed()


def test_keys_leave_fields_alone_and_can_be_turned_off(chrome: Any, kept: Ledger) -> None:
    first = shown(chrome)
    press(chrome, "m", leads=False)
    why = chrome.find_element(By.CSS_SELECTOR, ".mending #why")
    why.send_keys("row rumours")
    press(chrome, Keys.CONTROL + "r" + Keys.NULL, leads=False)
    chrome.execute_script("document.activeElement.blur()")
    chrome.find_element(By.CSS_SELECTOR, ".keys summary").click()
    chrome.find_element(By.ID, "keys").click()
    chrome.get(f"{chrome.site}/queue?kind=event")
    for key in "rwnu":
        press(chrome, key, leads=False)
    assert not chrome.find_element(By.CSS_SELECTOR, ".mendable kbd").is_displayed()
    assert shown(chrome) == first and kept.corrections() == []
    chrome.execute_script("localStorage.clear()")


@pytest.mark.parametrize(
    ("words", "nth", "filled"),
    [
        ("another town", 0, "another town"),
        ("police", 0, "16:22"),
        ("police", 1, "31:37"),
        ("at\npolice", 0, "at police"),
    ],
)
def test_words_are_taken_from_the_text(chrome: Any, kept: Ledger, words: str, nth: int, filled: str) -> None:
    event = Event(
        id="e1", type="ASSAULT", trigger=find(TEXT, "shot"), status="fact", evidence=[find(TEXT, "The police shot")],
        confidence=0.4,
    )  # fmt: skip
    added = kept.add(Account(report=Report(text=TEXT), events=[event]), weights="none")
    chrome.get(f"{chrome.site}/correct/{added.report}/e1")
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    chrome.execute_script(SELECT, len(TEXT[:start].encode("utf-16-le")) // 2, len(words))
    chrome.find_element(By.CSS_SELECTOR, ".takes:has(#f-trigger) button").click()
    assert chrome.find_element(By.ID, "f-trigger").get_attribute("value") == filled
    chrome.find_element(By.CSS_SELECTOR, "button[value=mend]").click()
    WebDriverWait(chrome, 20).until(lambda _: kept.corrections())
    mended = kept.account(added.report)
    assert mended.events[0].trigger == (start, start + len(words))


# Selects so many characters of the text, from that one on, as a mouse would.
SELECT = """
const walker = document.createTreeWalker(document.querySelector("[data-text]"), NodeFilter.SHOW_TEXT);
const range = document.createRange();
let [start, end] = [arguments[0], arguments[0] + arguments[1]], node;
for (let at = 0; (node = walker.nextNode()); at += node.length) {
  if (start >= at && start < at + node.length) range.setStart(node, start - at);
  if (end > at && end <= at + node.length) range.setEnd(node, end - at);
}
getSelection().removeAllRanges();
getSelection().addRange(range);
"""


def test_a_mode_is_one_of_the_type(chrome: Any) -> None:
    press(chrome, "m", leads=False)
    chrome.find_element(By.CSS_SELECTOR, "#f-type option[value=PROTEST]").click()
    offered = (
        "return [...document.querySelectorAll('#f-mode option')].filter(one => !one.parentElement.disabled).length"
    )
    assert chrome.find_element(By.ID, "f-mode").get_attribute("value") == ""
    assert chrome.execute_script(offered) == 1 + 6
