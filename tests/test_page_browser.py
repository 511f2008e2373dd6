"""The page in a real browser: what is pointed at lights up, and nothing in a report runs.

Needs Chromium and its driver (Debian: chromium, chromium-driver); skipped where there is none.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from browsing import look
from example_account import ROADBLOCK, TEXT, example, roadblock

from sayso.model import (
    Account,
    Actor,
    Dispute,
    Event,
    EventPlace,
    Place,
    Report,
    Side,
    Statement,
    Time,
)
from sayso.views.page import page, pages

webdriver = pytest.importorskip("selenium.webdriver")

ATTACKS = "\n".join(
    [
        "<script>document.title = 'owned'; fetch('http://localhost:9/')</script>",
        "</div></section></article></main><script>document.title = 'owned'</script>",
        "<img src=x onerror=\"document.title = 'owned'\"> <svg onload=\"document.title = 'owned'\"></svg>",
        "<iframe srcdoc=\"<script>parent.document.title = 'owned'</script>\"></iframe>",
        "<style>body { display: none }</style> <base href='http://localhost:9/'>",
        "<meta http-equiv=refresh content='0;url=x'> <a href=\"javascript:document.title = 'owned'\">here</a>",
        "<input autofocus onfocus=\"document.title = 'owned'\">",
        "<details open ontoggle=\"document.title = 'owned'\"> &lt;b&gt; \u202eesrever\u202c \x1b[31m",
    ]
)


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a page given as HTML, in a window that is wide, light, and has scripts unless told otherwise."""

    def open_page(source: str, width: int = 1400, scripts: bool = True):
        path = Path(tmp_path / "page.html")
        path.write_text(source, encoding="utf-8")
        look(browser, width=width, scripts=scripts)
        browser.get(path.as_uri())
        return browser

    yield open_page
    look(browser)


def point(browser, css: str) -> None:
    element = browser.find_element("css selector", css)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    webdriver.ActionChains(browser).move_to_element_with_offset(element, 0, 0).perform()


def lit(browser, css: str) -> list[str]:
    return [element.get_property("textContent") for element in browser.find_elements("css selector", f"{css}.lit")]


@pytest.mark.parametrize(("account", "text"), [(example, TEXT), (roadblock, ROADBLOCK)])
def test_the_browser_reads_the_text_of_the_report(opened, account, text):
    assert opened(page(account())).find_element("css selector", ".text").get_property("textContent") == text


def test_pointing_at_an_event_lights_up_its_words_its_place_and_its_day(opened):
    browser = opened(page(roadblock()))
    point(browser, "#e6 .what")
    assert lit(browser, ".trigger") == ["cross the border"]
    assert lit(browser, ".text .place") == ["Uyuni"]
    assert lit(browser, ".text .time") == ["on Tuesday night"]
    assert lit(browser, ".timeline ul li") == ["E6 denied mobilization cross the border"]
    assert lit(browser, "ul.places li") == ["Uyuni, BOL E6"]


def test_pointing_at_words_lights_up_the_events_they_tell_of(opened):
    browser = opened(page(roadblock()))
    point(browser, ".text .trigger.planned")
    assert [row[:9] for row in lit(browser, ".events tr")] == ["E7planned"]


def test_what_is_pointed_at_in_the_text_comes_into_sight(opened):
    browser = opened(page(roadblock()))
    point(browser, ".text .cue[data-s='9']")
    assert comes_into_sight(browser, "#s9")
    point(browser, ".text .trigger.demanded")
    assert comes_into_sight(browser, "#e8")


def comes_into_sight(browser, css: str) -> bool:
    """Whether an item of the account is in its pane once that has come to rest."""
    seen = (
        "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
        "const pane = document.querySelector('.account').getBoundingClientRect();"
        "return box.top >= pane.top && box.top <= pane.bottom"
    )
    for _ in range(50):
        if browser.execute_script(seen, css):
            return True
        time.sleep(0.1)
    return False


def test_pointing_at_a_place_on_the_map_lights_up_its_name_and_what_happened_there(opened):
    browser = opened(page(roadblock()))
    point(browser, ".text .place[title='Iquique, CHL']")
    assert [row[:10] for row in lit(browser, ".events tr")] == ["E9possible"]
    assert browser.execute_script("return document.querySelector('.spot.lit text').textContent") == "Iquique"
    browser = opened(page(roadblock()))
    point(browser, ".spot:not(.happened) circle")
    assert set(lit(browser, ".text .place")) in ({"Calama", "CALAMA"}, {"Antofagasta"})


def test_pointing_at_a_side_lights_up_the_words_of_its_statements(opened):
    browser, account = opened(page(roadblock())), roadblock()
    point(browser, ".sides p[data-s='6']")
    assert "".join(lit(browser, ".content")) == account.words(account.statements[5].content[0])
    assert [item[:1] for item in lit(browser, ".statements li")] == ["6"]


def test_labels_on_the_map_do_not_cover_one_another(opened):
    for width in (1280, 390):
        browser = opened(page(roadblock()), width=width)
        boxes = browser.execute_script(
            "return [...document.querySelectorAll('.map text')].map(text => text.getBoundingClientRect().toJSON())"
        )
        assert len(boxes) == 6
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                apart = one["right"] <= other["left"] or other["right"] <= one["left"]
                assert apart or one["bottom"] <= other["top"] + 3 or other["bottom"] <= one["top"] + 3


def test_pointing_at_a_statement_lights_up_its_words(opened):
    browser, account = opened(page(example())), example()
    point(browser, "#s8 blockquote")
    statement = account.statements[7]
    assert lit(browser, ".content") == [account.words(piece) for piece in statement.content]
    assert lit(browser, ".cue") == [account.words(statement.cue)]
    assert lit(browser, ".who") == [account.words(statement.speaker_span)]
    point(browser, "h1")
    assert lit(browser, "") == []


def test_pointing_at_words_lights_up_their_statement_and_those_around_it(opened):
    browser = opened(page(example()))
    point(browser, ".content[data-s='21']")
    assert [item.split("“")[1] for item in lit(browser, ".statements li")] == [
        "If they want to arrest us, they will have to arrest the whole fleet”"
    ]
    point(browser, ".content[data-s='15']")  # what the diplomat said stands inside what the radio reported
    assert [item[:2] for item in lit(browser, ".statements li")] == ["14", "15"]


def test_pointing_at_a_speaker_lights_up_all_he_said_and_his_names(opened):
    browser, account = opened(page(example())), example()
    entry = browser.find_element("xpath", "//ul[@class='speakers']/li[contains(., 'Henrik Solvang')]")
    webdriver.ActionChains(browser).move_to_element(entry).perform()
    said = [
        s for s in account.statements if account.actor(s.speaker) and account.actor(s.speaker).name == "Henrik Solvang"
    ]
    assert lit(browser, ".content") == [account.words(piece) for s in said for piece in s.content]
    assert set(lit(browser, ".mention")) == {"Henrik Solvang", "Solvang"}


def test_the_keyboard_does_what_pointing_does(opened):
    browser, account = opened(page(example())), example()
    browser.find_element("css selector", "#s1 .number").send_keys("\t")
    assert browser.switch_to.active_element.get_attribute("href").endswith("#t2")
    assert lit(browser, ".content") == [account.words(account.statements[1].content[0])]


@pytest.mark.parametrize("scripts", [True, False])
def test_numbers_lead_from_the_account_to_the_report_and_back(opened, scripts):
    browser = opened(page(example()), scripts=scripts)
    for link, target in ((".number[href='#t28']", "t28"), (".ref[href='#s28']", "s28")):
        browser.find_element("css selector", link).click()
        assert browser.current_url.endswith(f"#{target}")
        box = browser.find_element("id", target).rect
        pane = browser.find_element("css selector", ".report" if target[0] == "t" else ".account").rect
        assert pane["y"] <= box["y"] <= pane["y"] + pane["height"]


@pytest.mark.parametrize("account", [example, roadblock])
@pytest.mark.parametrize("width", [320, 700, 1000, 1920])
def test_nothing_stands_out_over_the_edge(opened, width, account):
    browser = opened(page(account()), width=width)
    panes = "return [...document.querySelectorAll('section')].every(pane => pane.scrollWidth <= pane.clientWidth)"
    assert browser.execute_script(panes)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("many", [False, True])
def test_nothing_in_a_hostile_report_runs(opened, many):
    lines = ATTACKS.split("\n")
    account = Account(
        report=Report(text=ATTACKS, title=lines[0], outlet=lines[2], url="javascript:document.title = 'owned'"),
        actors=[Actor(id=line, name=line, kind="person", role=line, aliases=[line + "!"]) for line in lines],
        statements=[
            Statement(
                id="s", speaker=line, content=[(ATTACKS.index(line), len(ATTACKS))], quotation="direct", force="deny"
            )
            for line in lines
        ],
        events=[
            Event(
                id=line, type="AID", mode=line, trigger=(0, len(ATTACKS)), actors=[line], status="denied", confidence=1,
                place=EventPlace(name=line, country=line, lat=1, lon=number, span=(0, 9)), statements=["s"],
                time=Time(start="2024-01-01", end=line, text=line, span=(0, 9)),
            )
            for number, line in enumerate(lines)
        ],
        places=[Place(text=line, country=line, lat=2, lon=2, span=(0, len(line))) for line in lines],
        disputes=[
            Dispute(id=line, issue=line, kind="cause", sides=[Side(position=line, actors=[line], statements=["s"])])
            for line in lines
        ],
    )  # fmt: skip
    browser = opened("".join(pages([account])) if many else page(account))
    for folded in browser.find_elements("css selector", "summary"):
        folded.click()
    title = browser.title
    for css in (".statements li", ".speakers li", ".text .content", ".text .ref", ".events tr", ".sides li", ".spot"):
        element = browser.find_element("css selector", css)
        webdriver.ActionChains(browser).move_to_element(element).perform()
    assert browser.title == title != "owned"
    assert browser.find_elements("css selector", "article img, article iframe, article script, base") == []
    assert len(browser.find_elements("css selector", "svg")) == 1
    assert browser.find_elements("css selector", "a:not([href^='#'])") == []
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert browser.get_log("browser") == []
    seen = browser.find_element("css selector", ".text").get_property("textContent")
    assert seen == ATTACKS.replace("\x1b", "␛")


def test_what_slipped_in_could_not_run_either(opened):
    broken = page(example()).replace(
        "<main>", "<main><script>document.title = 'owned'</script><img src='http://localhost:9/'>"
    )
    browser = opened(broken)
    assert browser.title == "Iceland accuses Norway of firing on trawler off Svalbard"
    refused = " ".join(entry["message"] for entry in browser.get_log("browser"))
    assert "Executing inline script violates" in refused
    assert "Loading the image" in refused


def test_in_a_notebook_it_lights_up_and_its_numbers_stay_in_the_frame(opened):
    browser = opened(f"<!doctype html><title>notebook</title>{example()._repr_html_()}")
    notebook = browser.current_url
    browser.switch_to.frame(browser.find_element("css selector", "iframe"))
    browser.find_element("css selector", "#s20 .number").click()
    assert browser.switch_to.active_element.get_attribute("id") == "t20"
    assert lit(browser, ".content") == ["more boats would sail north within days"]
    browser.switch_to.default_content()
    assert browser.current_url == notebook
