"""How many an event is told of: a sentence, and the figures that its account must have."""

from __future__ import annotations

import pytest
from told_events import READER, event, read

from sayso.account.grammar.quantities import number
from sayso.intake import text_report
from sayso.reader import Network

NETWORK = Network(threads=1)


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("A court jailed a guard over the killing of nine pupils in Gao.", False),
        ("Gunmen killed over nine pupils in Gao.", True),
    ],
)
def test_what_loosens_a_figure_stands_right_before_it(text: str, approximate: bool) -> None:
    found = next(one for one in read(text).events if one.type == "ASSAULT")
    assert [(q.value, q.approximate) for q in found.quantities] == [(9, approximate)]


@pytest.mark.parametrize(
    ("text", "word", "value", "top", "approximate"),
    [
        ("Police counted 1,200 marchers.", "1,200", 1200, None, False),
        ("About 40 people fled.", "40", 40, None, True),
        ("Dozens of people fled.", "Dozens", 24, None, True),
        ("Twenty-five people fled.", "Twenty", 25, None, False),
        ("Between 20 and 30 people fled.", "20", 20, 30, False),
        ("Two million people fled.", "million", 2_000_000, None, False),
        ("The fund lost 2.3 million dollars.", "2.3", 2_300_000, None, False),
        ("The firm spent 16.6 billion on it.", "16.6", 16_600_000_000, None, False),
        ("At least three people fled.", "three", 3, None, True),
        ("Tens of thousands of people fled.", "Tens", 20_000, None, True),
    ],
)
def test_numbers(text: str, word: str, value: float, top: float | None, approximate: bool) -> None:
    reading = NETWORK.read(text)
    found = number(reading, next(i for i in range(len(reading)) if reading.word(i).startswith(word)))
    assert found is not None
    assert (found.value, found.max, found.approximate) == (value, top, approximate)


def test_what_is_one_of_a_number_is_not_counted() -> None:
    shell, crowd = NETWORK.read("Guards fired a shell."), NETWORK.read("They met a second crowd.")
    one = number(shell, 2)
    assert one is not None and one.value == 1 and number(crowd, 2) is None


@pytest.mark.parametrize(
    ("text", "word", "value", "unit"),
    [
        ("Iran test-fired a missile on Tuesday.", "fired", 1, "missile"),
        ("A court in Minsk sentenced the editor to six years on Monday.", "sentenced", 6, "years"),
        ("The air force said 30 sorties hit four depots.", "hit", 30, "sorties"),
        ("Nine pupils were killed and over 40 injured when a roof was shelled.", "killed", 40, "injured"),
    ],
)
def test_figures_of_one_of_terms_and_of_acts(text: str, word: str, value: float, unit: str) -> None:
    assert (value, unit) in [(q.value, q.unit) for q in event(read(text), word).quantities]


def test_several_ages_are_no_figures() -> None:
    given = read("Guards shot dead three men, aged 18, 23 and 30, in Beira on Monday.", "2021-03-10")
    assert [figure.value for figure in event(given, "shot").quantities] == [3]


def test_what_the_report_tells_itself_takes_no_figures_from_somebodys_word() -> None:
    given = read(
        "On Monday, Chadian air forces bombed camps of the rebels near Zouar.\n"
        "According to the defence ministry, the air forces bombed the camps, killing 40 rebels."
    )
    facts = [one for one in given.events if one.status == "fact"]
    assert facts and all(40 not in [q.value for q in one.quantities] for one in facts)


def test_a_part_is_counted_and_not_the_whole() -> None:
    given = read("Police arrested two of three suspects in Kano on Friday.")
    assert [quantity.value for quantity in event(given, "arrested").quantities] == [2]


@pytest.mark.parametrize(
    ("text", "word", "figures"),
    [
        ("Iran conducted a missile launch on Tuesday.", "launch", [1]),
        ("Police in Perth are working to seize $US1.7 million taken from the fund.", "seize", [1_700_000]),
        ("A court fined the bank US$2.5 million on Monday.", "fined", [2_500_000]),
        ("The council fined the bar $A30,000.", "fined", [30_000]),
        ("Kidnappers demanded a ransom of $2 million for the girl.", "demanded", [2_000_000]),
        ("Soldiers killed a 15-year-old boy and 3 nurses in Gao.", "killed", [3]),
        ("Police seized 86 rifles and 88 shells in Osun.", "seized", [86, 88]),
        ("Rosa Quiroga, 34, was detained in Lima.", "detained", []),
        ("Bandits killed nine farmers near Gao, two of them women.", "killed", [9]),
        ("The brothers of the 40 miners marched on Monday.", "marched", []),
        # Those whom another clause is about are not counted, nor is what gives no figure.
        ("Guards fired at the pickets as hundreds of miners blocked the pier, a cook said.", "fired", []),
        ("The union said it had seen four films in which guards beat the miners.", "beat", []),
        ("Rebels killed several nurses in Gao.", "killed", []),
        ("An S-300 missile hit a school in Gao, killing two nurses.", "killing", [2]),
        ("Guards fired into the air and broke into two houses.", "fired", []),
        ("Miners blocked the road with two lorries on Monday.", "blocked", []),
        # Those whom a clause tells more of, and what is named beside.
        ("Nurses found three boats that were stolen from a farm in Gao.", "stolen", [3]),
        ("Police in Gao found five rifles stolen from a barracks.", "stolen", [5]),
        ("Lund was charged with three counts of fraud and one count of theft.", "charged", [3, 1]),
        # Of those named before, the part of which it is told.
        ("Guards held 30 miners, 12 of whom were killed.", "killed", [12]),
        ("The council approved a new round of sanctions on Monday.", "approved", []),
        # How old somebody is counts nobody.
        ("Gunmen killed a boy of nine in Gao.", "killed", []),
        ("Gunmen killed a group of nine in Gao.", "killed", [9]),
        # Nor those whom another act concerns that was done meanwhile.
        (
            "Missiles struck Lima on Monday, killing five nurses. Peru scrambled nine jets during the attack.",
            "attack",
            [5],
        ),
        # The year counts nobody, nor does the article of what is said of many.
        ("In 2019 nine guards were jailed for theft.", "jailed", [9]),
        ("Guards seized a large quantity of rifles in Kano.", "seized", []),
        ("Nearly 90 percent of killings in Peru are never solved, and bandits shot two nurses.", "shot", [2]),
    ],
)
def test_figures_of_an_event(text: str, word: str, figures: list[float]) -> None:
    assert [quantity.value for quantity in event(read(text), word).quantities] == figures


@pytest.mark.parametrize(
    ("text", "word", "unit"),
    [
        ("A court fined the bank US$2.5 million.", "fined", "US$"),
        ("Police are working to seize $US1.7 million taken from the fund.", "seize", "$US"),
        ("Police seized 86 rifles in Osun.", "seized", "rifles"),
        ("Gunmen attacked a bus, wounding 12.", "attacked", "wounded"),
        ("Guards shot a 23-year-old student in Lusaka.", "shot", "student"),
        ("Rebels shot at Aden, wounding more than 40.", "shot", "wounded"),
        ("Hundreds of Peruvian coal miners were arrested in Lima.", "arrested", "miners"),
        ("Thousands marched through Lima on Monday.", "marched", "people"),
        ("The case involves 25 smugglers, five of whom were fined.", "fined", "smugglers"),
        ("In the market, nine men who fled were shot on Monday.", "shot", "men"),
    ],
)
def test_what_a_figure_counts(text: str, word: str, unit: str) -> None:
    assert [quantity.unit for quantity in event(read(text), word).quantities] == [unit]


def test_those_are_hurt_of_whom_the_word_behind_the_figure_tells() -> None:
    (found,) = read("Two guards were killed and six wounded in a clash near Gao on Monday.").events
    assert [(one.value, one.unit) for one in found.quantities] == [(2, "guards"), (6, "wounded")]


def test_those_whom_a_headline_counts_too_are_counted_once() -> None:
    given = READER.read(
        text_report(
            "Bus bomb kills 14\n\nADEN, Yemen, May 3 (Kili News) — A bomb tore through a bus in Aden on Friday, "
            "killing 14 people, police said.\n"
        )
    )
    counted = [[quantity.unit for quantity in one.quantities if quantity.value == 14] for one in given.events]
    assert ["people"] in counted
    assert all(len(units) < 2 for units in counted)


def test_each_voice_counts_for_itself() -> None:
    given = read("The army said its jets had bombed a camp, killing 40 rebels. Nurses said the raid killed 12 farmers.")
    assert [[quantity.value for quantity in one.quantities] for one in given.events] == [[40], [12]]
