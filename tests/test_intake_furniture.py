"""Plain text as outlets' pages give it: what of it is not prose, and what that tells of the report."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake.furniture import furnish, rules
from sayso.model import Report

PROSE = "The dockers of Port Vale said on Wednesday that they would not go back to work before the end of the week."
MORE = "The company rejected the demand. “There is no money for it,” its director told reporters at the harbour."
LAST = "Talks are to go on next week, according to the ministry of transport in the capital."


def furnished(text: str, **given: str) -> Report:
    report = Report(text=text, **given)
    furnish(report)
    return report


def parts(report: Report) -> list[tuple[str, str]]:
    return [(part.kind, report.text[slice(*part.span)]) for part in report.furniture]


@pytest.mark.parametrize(
    ("lines", "furniture"),
    [
        ([PROSE], []),
        ([PROSE, MORE], []),
        # The title, as a line without a stop or with capitals
        (
            ["Dockers in Port Vale go on with their strike", PROSE],
            [("title", "Dockers in Port Vale go on with their strike")],
        ),
        (["Union Vows Third Week Of Harbour Strike.", PROSE], [("title", "Union Vows Third Week Of Harbour Strike.")]),
        (["Strike ‘could last for months’: union", "", PROSE], [("title", "Strike ‘could last for months’: union")]),
        # Names under pictures, once and again
        (
            ["Harbour strike goes on", "", "Ms Ines Okafor", "", "Ms Ines Okafor", "", PROSE],
            [("title", "Harbour strike goes on"), ("caption", "Ms Ines Okafor"), ("repeat", "Ms Ines Okafor")],
        ),
        # Bylines and dates
        (
            ["Harbour strike goes on", "By Jane Doe", PROSE],
            [("title", "Harbour strike goes on"), ("byline", "By Jane Doe")],
        ),
        (["By Jane Doe and John Roe, Reuters", PROSE], [("byline", "By Jane Doe and John Roe, Reuters")]),
        (["By Jane van der Doe in Port Vale", PROSE], [("byline", "By Jane van der Doe in Port Vale")]),
        (["Jane Doe and John Roe, Reuters", PROSE], [("byline", "Jane Doe and John Roe, Reuters")]),
        (["Jane Doe, The Associated Press", PROSE], [("byline", "Jane Doe, The Associated Press")]),
        (["Xinhua | Updated: 2017-09-15 17:52", PROSE], [("byline", "Xinhua | Updated: 2017-09-15 17:52")]),
        (["Friday, 15 September 2017", PROSE], [("date", "Friday, 15 September 2017")]),
        (["Published: September 15, 2017 at 5:52 PM", PROSE], [("date", "Published: September 15, 2017 at 5:52 PM")]),
        (["Updated at 9:50 p.m. ET Thursday", PROSE], [("date", "Updated at 9:50 p.m. ET Thursday")]),
        (
            ["Harbour strike goes on Updated: 2016-05-30 09:53 (Agencies)", PROSE],
            [("title", "Harbour strike goes on"), ("date", "Updated: 2016-05-30 09:53 (Agencies)")],
        ),
        # Captions and picture credits
        ([PROSE, "Photo", MORE], [("caption", "Photo")]),
        (
            [PROSE, "Dockers wait at the gate. (Ann Lee/EPA)", MORE],
            [("caption", "Dockers wait at the gate. (Ann Lee/EPA)")],
        ),
        (
            [PROSE, "Getty Images Dockers wait at the gate", MORE],
            [("caption", "Getty Images Dockers wait at the gate")],
        ),
        (
            ["FILE - In this March 3, 2014 file photo, ferries lie at anchor.", PROSE],
            [("caption", "FILE - In this March 3, 2014 file photo, ferries lie at anchor.")],
        ),
        # Notices and links
        ([PROSE, "Advertisement", MORE], [("notice", "Advertisement")]),
        ([PROSE, "READ MORE: Ferry prices to rise", MORE], [("notice", "READ MORE: Ferry prices to rise")]),
        ([PROSE, "[The bridge that nobody wanted]", MORE], [("notice", "[The bridge that nobody wanted]")]),
        ([PROSE, MORE, "Sign up for our morning newsletter."], [("notice", "Sign up for our morning newsletter.")]),
        ([PROSE, "___", MORE], [("notice", "___")]),
        (["Scroll down for video " + PROSE, MORE], [("notice", "Scroll down for video ")]),
        # Headings and captions between paragraphs that end as they should
        ([PROSE, MORE, "A long quarrel", LAST, MORE + " They agreed."], [("heading", "A long quarrel")]),
        # Credits at the end
        ([PROSE, LAST + " — Xinhua."], [("credit", "— Xinhua.")]),
        ([PROSE, LAST + " (Reuters)"], [("credit", "(Reuters)")]),
        ([PROSE, LAST + " - AFP"], [("credit", "- AFP")]),
        ([PROSE, LAST, "AFP/Reuters"], [("credit", "AFP/Reuters")]),
        (
            [PROSE, LAST, "(Reporting by Jane Doe; editing by John Roe)"],
            [("credit", "(Reporting by Jane Doe; editing by John Roe)")],
        ),
        ([PROSE, LAST + " Additional reporting by Jane Doe."], [("credit", "Additional reporting by Jane Doe.")]),
        ([PROSE, LAST, "Jane Doe contributed to this report."], [("credit", "Jane Doe contributed to this report.")]),
        (
            [PROSE, LAST, "Copyright 2017 The Associated Press. All rights reserved."],
            [("credit", "Copyright 2017 The Associated Press. All rights reserved.")],
        ),
        # A paragraph that the page brings twice
        ([PROSE, MORE, PROSE, LAST], [("repeat", PROSE)]),
    ],
)
def test_furniture(lines: list[str], furniture: list[tuple[str, str]]) -> None:
    assert parts(furnished("\n".join(lines))) == furniture


@pytest.mark.parametrize(
    ("head", "place", "agency"),
    [
        ("BEIJING. — ", "BEIJING", None),
        ("WASHINGTON (AP) — ", "WASHINGTON", "Associated Press"),
        ("NAIROBI, Kenya — ", "NAIROBI, Kenya", None),
        ("OFER PRISON, West Bank (Reuters) - ", "OFER PRISON, West Bank", "Reuters"),
        ("MOSCOW -- ", "MOSCOW", None),
        ("TOKYO - ", "TOKYO", None),
        ("RAMALLAH, West Bank (AP) - ", "RAMALLAH, West Bank", "Associated Press"),
        ("HEMPSTEAD, N.Y., Sept. 26 (UPI) — ", "HEMPSTEAD, N.Y.", "United Press International"),
        ("SEOUL/UNITED NATIONS, Aug 30 (Reuters) - ", "SEOUL/UNITED NATIONS", "Reuters"),
        ("BEIJING, Sept. 15 (Xinhua) -- ", "BEIJING", "Xinhua"),
        ("MOSCOW, September 15. /TASS/. ", "MOSCOW", "TASS"),
        ("NEW DELHI, Sept 15 (PTI): ", "NEW DELHI", "Press Trust of India"),
        ("ST. PAUL, Minn. (AP) _ ", "ST. PAUL, Minn.", "Associated Press"),
        ("N'DJAMENA — ", "N'DJAMENA", None),
        ("PORT-AU-PRINCE, Haiti – ", "PORT-AU-PRINCE, Haiti", None),
        ("SÃO PAULO — ", "SÃO PAULO", None),
        ("Ramallah, West Bank (AP) - ", "Ramallah, West Bank", "Associated Press"),
        ("Kabul, Afghanistan – ", "Kabul, Afghanistan", None),
        ("(Reuters) - ", None, "Reuters"),
        ("(CNN) ", None, None),
        ("(La Paz, November 30, 2023) – ", "La Paz", None),
        ("(Nairobi, Kenya) – ", "Nairobi, Kenya", None),
        ("(Beirut) – ", "Beirut", None),
        ("GENEVA (17 July 2024) – ", "GENEVA", None),
        ("Tarija, June 3, 2025 – ", "Tarija", None),
    ],
)
def test_dateline(head: str, place: str | None, agency: str | None) -> None:
    report = furnished(f"{head}{PROSE}\n{MORE}")
    assert [(kind, words.strip()) for kind, words in parts(report)] == [("dateline", head.strip())]
    assert (report.dateline, report.agency) == (place, agency)


@pytest.mark.parametrize(
    "line",
    [
        "It rained.",
        "No deal.",
        "“No.”",
        "“We shall not go back”",
        "'Not now,' she said.",
        "Q: Did you see the letter?",
        "A: I did not.",
        "OKAFOR: We shall see",
        "Ms. Okafor: We shall see",
        "The newspaper reported:",
        "He said — and this was new — that he would go.",
        "UN — that is what it comes to, she said.",
        "NO DEAL — the union will not sign, Ms Okafor said on Monday.",
        "By Friday the harbour was empty.",
        "Reuters reported that the harbour was empty.",
        "Photographs of the harbour were shown to reporters, he said.",
        "Updated figures show that 300 people were hurt.",
        "He was last seen in a photo (it was blurred) near the gate.",
        "Great harbour! — Port Vale Zoo (@pvzoo) May 27, 2016",
        "- the union wants a new contract",
        "Share of the blame lies with the company, she said.",
        "Read my lips: no cuts.",
        "The strike, he told Reuters.",
    ],
)
def test_prose_is_never_furniture(line: str) -> None:
    if line.startswith(("NO DEAL", "UN")):
        text = f"{PROSE}\n{MORE}\n{LAST}\n{PROSE} Again.\n{line}\n{MORE} They left."
    else:
        text = f"{PROSE}\n{line}\n{MORE}\n{LAST}"
    assert parts(furnished(text)) == []


def test_a_transcript_is_prose() -> None:
    text = "\n".join(
        [
            "OKAFOR: We shall see",
            "BRANDT: Shall we",
            "OKAFOR: We shall",
            "BRANDT: The books have been open since January.",
        ]
    )
    assert parts(furnished(text)) == []


def test_a_text_of_one_line_is_prose_though_it_does_not_end() -> None:
    assert parts(furnished("Dockers in Port Vale go on with their strike, union says in a letter")) == []


def test_lines_of_even_length_are_one_paragraph() -> None:
    text = (
        "Harbour strike goes on\n\n"
        "Dockers at the harbour of Port Vale said on Wednesday that they would\n"
        "not go back to work before the company withdraws its plan to cut a\n"
        "third of all night shifts. The company rejected the demand, which its\n"
        "director called a dream, and said the books had been open to everybody\n"
        "since January.\n"
    )
    assert parts(furnished(text)) == [("title", "Harbour strike goes on")]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (f"Harbour strike goes on\n{PROSE}", {"title": "Harbour strike goes on"}),
        (f"By Jane Doe\n{PROSE}", {"byline": "Jane Doe"}),
        (f"Jane Doe and John Roe, Reuters\n{PROSE}", {"byline": "Jane Doe and John Roe, Reuters", "agency": "Reuters"}),
        (
            f"Xinhua | Updated: 2017-09-15 17:52\n{PROSE}",
            {"byline": "Xinhua", "agency": "Xinhua", "published": "2017-09-15"},
        ),
        (
            f"Updated: 16 May 2020, 10:00\nPublished: 15 May 2020, 09:00\n{PROSE}",
            {"published": "2020-05-15"},
        ),
        (f"{PROSE}\n{LAST} — Xinhua.", {"agency": "Xinhua"}),
        (f"{PROSE}\nCopyright 2018 The Associated Press. All rights reserved.", {"agency": "Associated Press"}),
    ],
)
def test_furniture_fills_the_report(text: str, fields: dict[str, str]) -> None:
    assert furnished(text).model_dump(include=set(fields)) == fields


def test_the_agency_of_a_picture_is_not_that_of_the_story() -> None:
    assert furnished(f"{PROSE}\nReuters\n{MORE}\n{LAST}").agency is None


def test_what_is_known_already_stands() -> None:
    known = {
        "title": "Another title",
        "byline": "A. N. Other",
        "published": "2001-02-03",
        "agency": "AFP",
        "dateline": "ROME",
    }
    report = furnished(f"By Jane Doe\nXinhua | Updated: 2017-09-15 17:52\nBEIJING — {PROSE}", **known)
    assert report.model_dump(include=set(known)) == known


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.example)
def test_every_rule_holds_for_its_example(rule) -> None:  # type: ignore[no-untyped-def]
    if rule.where in ("head", "tail"):
        assert rule.pattern.search(rule.example)
    else:
        assert rule.holds(rule.example)


LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["Harbour strike goes on", "By Jane Doe", PROSE, MORE, "BEIJING — ", "(Reuters)", "— Xinhua.", "\r", "\0"]
    ),
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]))
def test_any_text_stays_as_it_is_and_its_furniture_lies_in_it_in_order(lines: list[str], end: str) -> None:
    text = end.join(lines)
    report = furnished(text)
    assert report.text == text
    spans = [part.span for part in report.furniture]
    assert all(0 <= start < stop <= len(text) for start, stop in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "A" * 900_000,
        ("-" * 900 + "a\n") * 900,
        ("a-" * 450 + "\n") * 900,
        ("By " + "Jane Doe " * 20 + "!\n") * 5000,
        ("Jane-Doe. " * 90 + "contributed\n") * 900,
        "( " * 400_000,
        "By " * 300_000,
        "A. " * 300_000,
        ("Jane Doe and " * 70 + "\n") * 900,
        ("AP/" * 300 + "\n") * 900,
        "\n" * 900_000,
        ("“" * 99 + "\n") * 9000,
        " " * 900_000 + "x",
        ("BEIJING " * 100 + "\n") * 900,
        (" —" * 400 + "\n") * 900,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_no_text_takes_long(text: str) -> None:
    begun = time.process_time()
    furnished(text)
    assert time.process_time() - begun < 10
