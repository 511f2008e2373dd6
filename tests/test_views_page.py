"""The page of an account, as a browser would take it apart."""

from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest
from example_account import ROADBLOCK, TEXT, example, roadblock
from html_page import Page
from hypothesis import given, settings
from views_strategies import accounts

from sayso.model import (
    Account,
    Actor,
    Dispute,
    Event,
    EventPlace,
    Place,
    Quantity,
    Report,
    Side,
    Statement,
    Time,
)
from sayso.views.characters import ODD
from sayso.views.page import page, pages


def carried(text: str) -> str:
    """What of a text a page can carry: a control or a surrogate has another character in its place, one for one."""

    def stands_for(match: re.Match[str]) -> str:
        char = match[0]
        if char < " " or char == "\x7f":
            return chr(0x2400 + ord(char)) if char < " " else "\u2421"
        return char if re.match("[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]", char) else "\ufffd"

    return ODD.sub(stands_for, text)


def same(seen: str, text: str) -> bool:
    """A carriage return that ends a line is kept as it is, one inside a line is shown."""
    return seen.replace("\r", "␍") == carried(text)


def test_the_text_is_on_the_page_as_it_stands_in_the_report():
    assert Page(page(example())).texts("text") == [TEXT]


def test_every_span_is_marked():
    account, seen = example(), Page(page(example()))
    for number, statement in enumerate(account.statements, 1):
        key = {"data-s": str(number)}
        assert seen.texts("content", **key) == [account.words(span) for span in statement.content]
        assert seen.texts("cue", **key) == [account.words(statement.cue)]
        assert seen.texts("who", **key) == ([account.words(statement.speaker_span)] if statement.speaker_span else [])
    names = [account.words(span) for actor in account.actors for span in actor.mentions]
    assert sorted(seen.texts("mention")) == sorted(names)


def test_every_span_of_events_places_and_times_is_marked():
    account, seen = roadblock(), Page(page(roadblock()))
    assert seen.texts("text") == [ROADBLOCK]
    for number, event in enumerate(account.events, 1):
        parts = [(event.trigger, "trigger"), *((span, "evidence") for span in event.evidence)]
        parts += [(event.time.span, "time")] if event.time else []
        parts += [(event.place.span, "place")] if event.place else []
        for span, kind in [*parts, *((quantity.span, "figure") for quantity in event.quantities)]:
            pieces = [  # a span that crosses another is marked in pieces
                "".join(text)
                for _, attrs, text in seen.elements
                if str(number) in attrs.get("data-e", "").split() and kind in attrs.get("class", "").split()
            ]
            assert account.words(span) in "".join(pieces), (number, kind)
    for place in account.places:
        assert place.text in seen.texts("place")
    for time in account.times:
        assert time.text in seen.texts("time")


def test_an_event_says_on_what_footing_and_on_whose_word():
    seen = Page(page(roadblock()))
    rows = [re.sub(r"\s+", " ", "".join(text)) for tag, attrs, text in seen.elements if tag == "tr" and "id" in attrs]
    assert rows[0] == (
        "E1told as factthe report itselfcoercion, disperse fired tear gaspolice →to truck drivers"
        "2024-05-15on WednesdayOllagüe, CHL"
    )
    assert rows[3].startswith("E4claimedtruck drivers statements 1; police (denies it) statements 2; Ramón Quisbert ")
    assert rows[5].startswith("E6deniedRadio Altura ←passes on customs official unnamed statements 7 8; Bolivia’s ")
    assert rows[6].startswith("E7plannedthe report itself")
    assert rows[7].startswith("E8demandedThe Drivers’ Federation statements 10")
    assert rows[8].startswith("E9possible unsure readingRamón Quisbert")


def test_in_the_text_too_what_is_not_told_as_fact_says_so():
    tags = [
        attrs["data-n"] for _, attrs, _ in Page(page(roadblock())).elements if "event" in attrs.get("class", "").split()
    ]
    assert [tag.replace("\xa0", " ") for tag in tags] == [
        "E1", "E2", "E3", "E4 claimed", "E5 claimed", "E6 denied", "E7 planned", "E8 demanded", "E9 possible", "E10"
    ]  # fmt: skip


def test_the_sides_of_a_dispute_have_who_stands_on_them_and_what_they_say():
    seen = Page(page(roadblock()))
    positions, stands = seen.texts("position"), seen.texts("stand")
    assert list(zip(positions, stands, strict=True)) == [
        ("police shot at the fuel tanks", "truck drivers, Ramón Quisbert"),
        ("no shot was fired", "police"),
        ("the drivers lit the fires themselves", "Inés Arancibia"),
        ("30 to 40", "The Drivers’ Federation"),
        ("nine", "hospital in Calama"),
    ]
    assert (
        "deny" in seen.texts("dispute")[0]
        and "“They aimed at the tanks, and we all saw it”" in seen.texts("dispute")[0]
    )


def test_the_timeline_has_the_dated_events_in_the_order_of_their_dates():
    (timeline,) = Page(page(roadblock())).texts("timeline")
    assert re.findall(r"\d{4}-\d\d-\d\d(?= |$)|E\d+(?= )|\d days later", re.sub(r"(?<=\d)(?=E|–)", " ", timeline)) == [
        "2024-05-13", "2024-05-16", "E10", "2024-05-14", "E6", "2024-05-15", "E1", "E2", "E3", "E4",
        "5 days later", "2024-05-20", "E7",
    ]  # fmt: skip


def test_what_an_account_lacks_has_no_heading():
    def headings(account: Account) -> list[str]:
        return ["".join(text) for tag, _, text in Page(page(account)).elements if tag == "h2"]

    assert headings(example()) == ["Who speaks", "Who says what"]
    assert headings(roadblock()) == ["What happened", "Disputes", "When", "Where", "Who speaks", "Who says what"]
    nowhere = roadblock()
    for place in (*nowhere.places, *(event.place for event in nowhere.events if event.place)):
        place.lat = place.lon = None
    assert "Where" not in headings(nowhere) and "<svg" not in page(nowhere)


def test_a_page_grows_as_its_report_does():
    def sized(times: int) -> int:
        text = "Shots fell.\n" * times
        events = [
            Event(
                id=f"e{n}", type="ASSAULT", trigger=(12 * n, 12 * n + 5), status="fact", confidence=1,
                evidence=[(12 * n, 12 * n + 11)],
                place=EventPlace(name="X", lat=n % 90, lon=0, span=(12 * n, 12 * n + 5)),
                time=Time(start="2024-01-01", text="x", span=(12 * n, 12 * n + 5)),
            )
            for n in range(times)
        ]  # fmt: skip
        return len(page(Account(report=Report(text=text), events=events)))

    few, some, many = sized(200), sized(400), sized(800)
    assert many - some < 2.2 * (some - few)


def test_crossing_spans_are_marked_in_pieces_that_make_up_their_words():
    text = "abcdef\nghi"
    pieces = [(0, 4), (2, 6), (5, 9)]
    statements = [Statement(id="s", content=[span], quotation="direct", force="assert") for span in pieces]
    seen = Page(page(Account(report=Report(text=text), statements=statements)))
    assert [seen.texts("content", **{"data-s": str(n)}) for n in (1, 2, 3)] == [["abcd"], ["cd", "ef"], ["f", "gh"]]
    assert seen.texts("text") == [text]


def test_every_link_leads_to_a_place_on_the_page():
    for source in (page(example()), page(roadblock()), "".join(pages([example(), roadblock(), roadblock()]))):
        elements = Page(source).elements
        ids = [attrs["id"] for _, attrs, _ in elements if "id" in attrs]
        links = [attrs["href"] for tag, attrs, _ in elements if tag == "a"]
        assert len(ids) == len(set(ids))
        assert links and {link.removeprefix("#") for link in links} <= set(ids)


def test_an_item_says_who_spoke_with_role_country_cue_force_and_whether_the_words_are_his_own():
    seen = Page(page(example()))
    items = [re.sub(r"\s+", " ", "".join(text)) for tag, attrs, text in seen.elements if tag == "li" and "id" in attrs]
    assert items[6] == "7Norway government, NORparaphrasedreject Oslo rejectedthe charge"
    assert items[3] == "4Norway government, NORparaphraseddeny Norway deniedthat any shot had been aimed at the vessel"
    assert items[14].startswith("15Icelandic radio ←passes on Norwegian diplomat unnamed NOR")
    assert "speaker not given" in items[24]
    assert "“Everything is on the table.”" in items[25]


def test_nothing_but_its_own_script_and_style_may_be_used():
    source = page(example())
    policy = html.unescape(re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', source)[1])
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    for element in ("script", "style"):
        (inside,) = re.findall(rf"<{element}>(.*?)</{element}>", source, re.S)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert directives[f"{element}-src"] == f"'sha256-{digest}'"
    assert directives["default-src"] == directives["base-uri"] == directives["form-action"] == "'none'"
    for tag, attrs, _ in Page(source).elements:
        assert not attrs.keys() & {"src", "style", "srcset"} and not any(name.startswith("on") for name in attrs), tag


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "</div></p></main>", '"><svg onload=alert(1)>', "<!--", "&lt;b&gt; &amp;amp; &#60;",
        "$articles $script ${title}", "{{7*7}}",
    ],
)  # fmt: skip
def test_markup_in_a_report_stays_text(text):
    account = Account(
        report=Report(text=text, title=text, outlet=text, url="javascript:alert(1)", language=text),
        actors=[Actor(id=text, name=text, kind="person", role=text, country=text, aliases=[text + "."])],
        statements=[
            Statement(id=text, speaker=text, addressee=text, content=[(0, len(text))], quotation="mixed", force="deny")
        ],
        events=[
            Event(
                id=text, type="AID", mode=text, trigger=(0, 1), actors=[text], recipients=[text], status="denied",
                place=EventPlace(name=text, country=text, lat=1, lon=1, span=(0, 2)), statements=[text], confidence=1,
                time=Time(start="2024", end=text, text=text, span=(0, 2)),
                quantities=[Quantity(value=1, unit=text, span=(0, 2))],
            )
        ],
        places=[Place(text=text, name=text, country=text, lat=2, lon=2, span=(0, 3))],
        disputes=[
            Dispute(
                id=text, issue=text, kind="cause", events=[text],
                sides=[Side(position=text, actors=[text], statements=[text])],
            )
        ],
    )  # fmt: skip
    plain = account.model_copy(deep=True)
    plain.report = Report(text="x" * len(text), title="x", outlet="x", url="x")
    plain.actors = [Actor(id=text, name="x", kind="person", role="x", country="x", aliases=["y"])]
    event, side = plain.events[0], plain.disputes[0].sides[0]
    event.mode = event.place.name = event.place.country = event.time.end = event.time.text = "x"
    event.quantities[0].unit = plain.disputes[0].issue = side.position = "x"
    plain.places[0].name = plain.places[0].country = "x"
    tags = [tag for tag, _, _ in Page(page(account)).elements]
    assert tags == [tag for tag, _, _ in Page(page(plain)).elements]
    assert Page(page(account)).texts("text") == [text]
    assert page(account).count("<script") == 1


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x00b", "a␀b"), ("\x1b[31m", "␛[31m"), ("\x85\x9b", "\ufffd\ufffd"), ("\ud83d", "\ufffd"),
        ("\u202eabc\u202c", "\u202eabc\u202c"), ("one\r\ntwo\r\n", "one\r\ntwo\r\n"), ("one\rtwo", "one␍two"),
        ("\u200fمرحبا", "\u200fمرحبا"), ("e\u0301 👩‍🚒", "e\u0301 👩‍🚒"), (" \t\n\n  x", " \t\n\n  x"),
    ],
)  # fmt: skip
def test_odd_characters(text, seen):
    source = page(Account(report=Report(text=text)))
    assert source.encode("utf-8")
    assert Page(source).texts("text") == [seen]


def test_an_override_stays_in_its_box():
    source = page(Account(report=Report(text="\u202eabc")))
    assert '<bdi class="odd" data-code="U+202E" title="U+202E">&#8238;</bdi>abc' in source


@settings(deadline=None, max_examples=100)
@given(account=accounts())
def test_any_account_makes_a_page_with_the_text_of_its_report(account):
    source = page(account)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", source)
    assert source.encode("utf-8")
    seen = Page(source)
    (text,) = seen.texts("text")
    assert same(text, account.report.text)
    for number, statement in enumerate(account.statements, 1):
        marked = "".join(seen.texts("content", **{"data-s": str(number)})).replace("\r", "␍")
        if len(statement.content) == 1:  # line ends lie between paragraphs, where nothing can be marked
            words = carried(account.words(statement.content[0]))
            assert re.sub(r"\s|␍", "", marked) == re.sub(r"\s|␍", "", words)
    assert {tag for tag, _, _ in seen.elements} <= {
        "html", "head", "meta", "title", "style", "body", "main", "article", "header", "section", "h1", "h2", "p",
        "span", "bdi", "b", "i", "a", "div", "ul", "ol", "li", "blockquote", "script", "nav", "table", "thead", "tbody",
        "tr", "th", "td", "q", "h3", "time", "figure", "figcaption", "svg", "rect", "path", "g", "circle", "text",
    }  # fmt: skip


def test_many_reports_come_one_by_one():
    taken: list[int] = []

    def reading():
        for number in range(3):
            taken.append(number)
            yield example()

    stream = pages(reading())
    assert next(stream).startswith("<!doctype html>") and taken == []
    assert next(stream).startswith("<details>") and taken == [0]
    whole = "".join(pages([example(), example()]))
    assert Page(whole).texts("text") == [TEXT, TEXT]


def test_a_notebook_shows_the_page_in_a_frame():
    frame = example()._repr_html_()
    (element,) = Page(frame).elements
    assert element[0] == "iframe" and element[1]["srcdoc"] == page(example())
    assert element[1]["sandbox"] == "allow-scripts"
