"""What an analyst sees in a terminal."""

from __future__ import annotations

import io
import re

import pytest
from example_account import example, roadblock
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from views_strategies import accounts

from sayso.model import Account, Actor, Dispute, Event, Quantity, Report, Side, Statement
from sayso.views import wording
from sayso.views.terminal import show

OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def shown(account: Account, by: str = "text", width: int = 80, encoding: str = "utf-8", color: bool = False) -> str:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, newline="")
    color_system = "truecolor" if color else None
    show(account, Console(file=file, width=width, force_terminal=color, color_system=color_system), by)
    file.flush()
    return raw.getvalue().decode(encoding)


def entry(text: str, number: int) -> list[str]:
    """The lines of one statement, without the blanks around them and with single ones inside."""
    lines = text.splitlines()
    start = next(i for i, line in enumerate(lines) if re.match(rf"{number} +\D", line))
    end = next((i for i in range(start + 1, len(lines)) if not lines[i].startswith("  ")), len(lines))
    return [re.sub(" +", " ", line.removeprefix(str(number)).strip()) for line in lines[start:end]]


def test_the_head_says_what_report_it_is_and_what_is_in_it():
    assert shown(example()).splitlines()[:4] == [
        "Iceland accuses Norway of firing on trawler off Svalbard",
        "The Harbour Times · North Atlantic Press · 2019-03-14 · REYKJAVIK",
        "28 statements by 15 speakers, 2 unnamed",
        "┃ 6 quoted   ╏ 5 partly quoted   ┊ 17 paraphrased",
    ]


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (
            4,
            [
                "Norway government, NOR paraphrased",
                "DENY · Norway denied",
                "┊ that any shot had been aimed at the vessel",
            ],
        ),
        (
            6,
            [
                "Sigrun Halldorsdottir Foreign Minister, ISL partly quoted",
                "THREATEN · She said",
                "╏ her government had summoned the Norwegian ambassador and would go to the",
                "╏ United Nations Security Council if the crew were not home “by the end of",
                "╏ the week”",
            ],
        ),
        (7, ["Norway government, NOR paraphrased", "REJECT · Oslo rejected", "┊ the charge"]),
        (
            10,
            [
                "Gunnar Teitsson skipper of the Kaldalon, ISL quoted",
                "ACCUSE · he … said",
                "┃ “They rammed us, not the other way round … I counted nine shots. The last",
                "┃ two went through the wheelhouse.”",
            ],
        ),
        (
            13,
            [
                "senior Norwegian official [unnamed] NOR quoted",
                "ASSERT · the official said",
                "┃ “We are still listening to the tapes”",
            ],
        ),
        (
            15,
            [
                "Icelandic radio ← Norwegian diplomat [unnamed] NOR partly quoted",
                "ASSERT · a Norwegian diplomat … told",
                "╏ the boarding was “a mistake”",
            ],
        ),
        (
            25,
            [
                "speaker not given paraphrased",
                "QUESTION · Asked → Sigrun Halldorsdottir",
                "┊ whether Iceland would withdraw from a joint rescue exercise in April",
            ],
        ),
    ],
)
def test_a_statement(number, lines):
    assert entry(shown(example()), number) == lines


def test_by_speaker_everything_stands_under_who_said_it_with_the_other_names():
    text = shown(example(), by="speaker")
    norway = text.split("\n\n")[2].splitlines()
    assert norway[:2] == ["Norway  government, NOR", "also: Oslo"]
    assert [line.split()[0] for line in norway if line[0].isdigit()] == ["4", "7", "17"]
    assert entry(text, 15)[0] == "Icelandic radio ← Norwegian diplomat [unnamed] NOR partly quoted"
    assert len(re.findall(r"(?m)^\d+ ", text)) == len(example().statements) + 1  # and the counts at the top


def part(text: str, heading: str) -> list[str]:
    """The lines under a heading, up to the next, with single blanks."""
    lines = [re.sub(" +", " ", line).strip() for line in text.split(heading, 1)[1].splitlines()[1:]]
    return lines[: next((at for at, line in enumerate(lines) if line in ("DISPUTES", "WHO SAYS WHAT")), None)]


def test_what_happened_in_80_columns():
    lines = part(shown(roadblock()), "WHAT HAPPENED")
    assert lines[:2] == [
        "E1 told as fact coercion, disperse “fired tear gas”",
        "2024-05-15 police → truck drivers · Ollagüe, CHL",
    ]
    assert lines[lines.index("E6 DENIED mobilization “cross the border”") :][:4] == [
        "E6 DENIED mobilization “cross the border”",
        "2024-05-14 armed men · Uyuni, BOL",
        "on the word of Radio Altura ← customs official",
        "[unnamed] [7, 8]; Bolivia’s Interior Ministry",
    ]


def test_what_happened_in_200_columns_is_a_table():
    lines = part(shown(roadblock(), width=200), "WHAT HAPPENED")
    assert lines[0] == "footing when event who where figures on whose word"
    assert "E3 told as fact 2024-05-15 attack “set on fire” Ollagüe, CHL 11 trucks the report itself" in lines
    assert "E8 DEMANDED sanction “dismissed” not named → Inés Arancibia The Drivers’ Federation [10]" in lines


def test_those_who_meet_are_told_of_once():
    actors = [Actor(id=f"a{n}", name=name, kind="person") for n, name in enumerate(("Ida Lund", "Omar Rask"))]
    met = Event(
        id="e1", type="CONSULT", trigger=(23, 26), evidence=[(0, 30)], status="fact", confidence=0.9,
        actors=["a0", "a1"], recipients=["a0", "a1"],
    )  # fmt: skip
    account = Account(report=Report(text="Ida Lund and Omar Rask met on."), actors=actors, events=[met])
    assert part(shown(account), "WHAT HAPPENED")[1] == "Ida Lund, Omar Rask"


def test_in_whatever_width_nothing_is_cut_off():
    for width in (40, 80, 120, 200):
        text = shown(roadblock(), width=width)
        assert max(map(len, text.splitlines())) <= width
        words = "".join(text.split())
        for whole in ("litres", "customs", "PLANNED", "dismissed"):
            assert whole in words, (width, whole)


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("status", ["claimed", "denied", "possible", "planned", "demanded"])
def test_what_is_not_told_as_fact_says_so_in_capitals(status, width):
    event = Event(id="e", type="ASSAULT", trigger=(0, 4), status=status, confidence=1)
    text = shown(Account(report=Report(text="Shot."), events=[event]), width=width)
    assert status.upper() in text and "told as fact" not in text
    assert f"1 event: 1 {status}" in text


def test_a_reading_that_is_not_sure_says_so():
    assert "E9 POSSIBLE protest, obstruct “close the port”\n(unsure reading)" in "\n".join(
        part(shown(roadblock()), "WHAT HAPPENED")
    )


def test_the_sides_of_a_dispute_stand_side_by_side_with_who_is_on_them_and_their_words():
    lines = part(shown(roadblock(), width=100), "DISPUTES")
    assert lines[0] == "D1 what set the trucks on fire · cause · E3, E4, E5"
    assert lines[1] == "▸ police shot at the fuel tanks ▸ no shot was fired ▸ the drivers lit the fires"
    assert lines[lines.index("D2 how many people were hurt · quantity · E4") :][1:4] == [
        "▸ 30 to 40 ▸ nine",
        "The Drivers’ Federation hospital in Calama",
        "[3] between 30 and 40 people were hurt [4] it had treated nine",
    ]


def test_where_there_is_no_room_sides_stand_below_one_another():
    lines = part(shown(roadblock(), width=40), "DISPUTES")
    assert [line for line in lines if line.startswith("▸")] == [
        "▸ police shot at the fuel tanks",
        "▸ no shot was fired",
        "▸ the drivers lit the fires themselves",
        "▸ 30 to 40",
        "▸ nine",
    ]


def test_what_an_account_lacks_has_no_heading():
    assert not re.search("WHAT HAPPENED|DISPUTES|WHO SAYS WHAT|0 (event|dispute)", shown(example()))
    only = roadblock().model_copy(update={"disputes": []})
    assert "DISPUTES" not in shown(only) and "WHAT HAPPENED" in shown(only) and "WHO SAYS WHAT" in shown(only)


@pytest.mark.parametrize("account", [example, roadblock])
def test_colour_adds_nothing_but_colour(account):
    for width in (80, 200):
        coloured = shown(account(), color=True, width=width)
        assert "\x1b[" in coloured
        assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == shown(account(), width=width)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_an_encoding_that_lacks_a_sign_gets_a_plainer_one(encoding):
    assert "Reykjavik" in shown(example(), encoding=encoding)
    assert "Santiago" in shown(roadblock(), encoding=encoding)


def test_nothing_found_is_said_so():
    assert shown(Account(report=Report(text="Rain."))).strip() == "0 statements"


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("[bold red]shot[/]", "[bold red]shot[/]"),
        (":smile: 127.0.0.1 https://example.org", ":smile: 127.0.0.1 https://example.org"),
        ("\x1b]0;owned\x07\x1b[2J", "␛]0;owned␇␛[2J"),
        ("\u009b31mred", "‹U+009B›31mred"),
        ("a\x00b\x08c", "a␀b␈c"),
        ("\u202edetrever\u202c", "‹U+202E›detrever‹U+202C›"),
        ("half \ud83d a pair", "half ‹U+D83D› a pair"),
        ("two\r\nlines\there", "two lines here"),
    ],
)
def test_hostile_words_are_shown_and_not_obeyed(words, seen):
    account = Account(
        report=Report(text=words, title=words),
        actors=[Actor(id="a", name=words, kind="person", role=words, aliases=[words + "!"])],
        statements=[
            Statement(id="s", speaker="a", content=[(0, len(words))], quotation="indirect", force="deny", addressee="a")
        ],
        events=[
            Event(id="e", type="AID", mode=words, trigger=(0, len(words)), actors=["a"], status="fact", confidence=1)
        ],
        disputes=[Dispute(id="d", issue=words, kind="cause", sides=[Side(position=words, actors=["a"])])],
    )
    for by in ("text", "speaker"):
        text = shown(account, by=by, width=300)
        assert f"┊ {seen}\n" in text
        assert text.startswith(seen + "\n")
        assert f"D1  {seen} · cause\n▸ {seen} " in text
        assert not OBEYED.search(text)


@settings(deadline=None, max_examples=60)
@given(account=accounts(), width=st.integers(10, 150), by=st.sampled_from(["text", "speaker"]))
def test_no_account_makes_the_terminal_do_anything(account, width, by):
    for encoding in ("utf-8", "ascii"):
        assert not OBEYED.search(shown(account, by, width, encoding))


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Quantity(value=20, unit="sorties", span=(0, 2)), "20 sorties"),
        (Quantity(value=3, max=5, unit="killed", approximate=True, span=(0, 2)), "about 3–5 killed"),
        (Quantity(value=2e6, unit="$", span=(0, 2)), "$2,000,000"),
    ],
)
def test_a_figure_is_put_as_it_is_written(figure: Quantity, shown: str) -> None:
    assert wording.quantity(figure) == shown


@pytest.mark.parametrize(
    ("text", "words", "value", "shown"),
    [
        ("At least 14 people drowned.", "14 people", 14, "at least 14 people"),
        ("Clashes killed more than 20 soldiers.", "20 soldiers", 20, "at least 20 soldiers"),
        ("Fewer than 50 voters came.", "50 voters", 50, "at most 50 voters"),
        ("No more than 50 voters came.", "50 voters", 50, "at most 50 voters"),
        ("Around 170 people fled.", "170 people", 170, "about 170 people"),
        ("Dozens of people fled.", "Dozens of people", 24, "Dozens of people"),
        ("They sank dozens.", "dozens", 24, "dozens of boats"),
    ],
)
def test_a_figure_is_as_loose_as_the_text_has_it(text: str, words: str, value: float, shown: str) -> None:
    start = text.index(words)
    unit = words.split()[-1] if " " in words else "boats"
    figure = Quantity(value=value, unit=unit, approximate=True, span=(start, start + len(words)))
    assert wording.quantity(figure, text) == shown
