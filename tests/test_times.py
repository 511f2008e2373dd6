"""When: time expressions, their TIMEX3 values, and the days they mean."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import lexicon
from sayso.account.grammar import dates
from sayso.account.when.time_phrases import phrases
from sayso.account.when.time_symbols import symbol
from sayso.account.when.times import time_of, times
from sayso.model import TimeExpression
from sayso.reader import Network, Reading
from sayso.reader.reading import TimeWords
from sayso.reader.words import cut, paragraphs

DAY = "2015-10-02"  # a Friday


@pytest.fixture(scope="module")
def network() -> Network:
    return Network()


def told(network: Network, text: str, published: str | None = DAY) -> list[TimeExpression]:
    return times(network.read(text), published)


@pytest.mark.parametrize(
    ("sentence", "words", "value", "start", "end"),
    [
        # full dates, whatever way they are written
        ("The accord was signed on 5 May 2014.", "5 May 2014", "2014-05-05", "2014-05-05", "2014-05-05"),
        ("The accord was signed on May 5th, 2014.", "May 5th, 2014", "2014-05-05", "2014-05-05", "2014-05-05"),
        ("Another report came on 30/09/2015.", "30/09/2015", "2015-09-30", "2015-09-30", "2015-09-30"),
        ("The port was lost in July 2014.", "July 2014", "2014-07", "2014-07-01", "2014-07-31"),
        ("The bank was founded in nineteen ninety-six.", "nineteen ninety-six", "1996", "1996-01-01", "1996-12-31"),
        ("He ruled in the 1990s.", "the 1990s", "199", "1990-01-01", "1999-12-31"),
        ("He left in the winter of 2013.", "the winter of 2013", "2013-WI", "2013-12-01", "2014-02-28"),
        # days of the week: the last one, today included, or the next, by the tense
        ("The army said on Monday that the town had fallen.", "Monday", "2015-09-28", "2015-09-28", "2015-09-28"),
        ("The dam broke on Friday.", "Friday", DAY, DAY, DAY),
        ("The talks will resume on Tuesday in Geneva.", "Tuesday", "2015-10-06", "2015-10-06", "2015-10-06"),
        ("Two soldiers were killed last Friday.", "last Friday", "2015-09-25", "2015-09-25", "2015-09-25"),
        ("He would close it if they did not go by Sunday.", "Sunday", "2015-10-04", "2015-10-04", "2015-10-04"),
        ("The judge ordered the firm to pay by Monday.", "Monday", "2015-10-05", "2015-10-05", "2015-10-05"),
        ("They had left by Monday.", "Monday", "2015-09-28", "2015-09-28", "2015-09-28"),
        ("The court will sit next Friday.", "next Friday", "2015-10-09", "2015-10-09", "2015-10-09"),
        # whatever the tree hangs the day on, the nearest verb tells; what follows on a day comes after it
        ("The guard drinks there all day but bought his ticket in Bern on Tuesday.", "Tuesday", *["2015-09-29"] * 3),
        ("Friday's test follows the release of a letter Tuesday, in which the mayor threatened Benin.", "Tuesday",
         *["2015-09-29"] * 3),
        ("The vote comes on Tuesday.", "Tuesday", *["2015-10-06"] * 3),
        ("He was released on Friday last week.", "Friday last week", "2015-09-25", "2015-09-25", "2015-09-25"),
        # months and days of a month without a year
        ("The vote took place in March.", "March", "2015-03", "2015-03-01", "2015-03-31"),
        ("Elections will be held in March.", "March", "2016-03", "2016-03-01", "2016-03-31"),
        ("Rebels took the town on 12 September.", "12 September", "2015-09-12", "2015-09-12", "2015-09-12"),
        ("She was about to leave a tram in Bern on 14 August.", "14 August", *["2015-08-14"] * 3),
        ("The ceasefire expires on 15 November.", "15 November", "2015-11-15", "2015-11-15", "2015-11-15"),
        ("The September 11 attacks changed it.", "The September 11", "2001-09-11", "2001-09-11", "2001-09-11"),
        # counted from the day of publication
        ("He died yesterday.", "yesterday", "2015-10-01", "2015-10-01", "2015-10-01"),
        ("He died the day before yesterday.", "the day before yesterday", "2015-09-30", "2015-09-30", "2015-09-30"),
        ("The siege began two weeks ago.", "two weeks ago", "2015-W38", "2015-09-14", "2015-09-20"),
        ("The port was shelled late last year.", "late last year", "2014", "2014-01-01", "2014-12-31"),
        ("The bill may pass early next week.", "early next week", "2015-W41", "2015-10-05", "2015-10-11"),
        ("Fighting broke out last weekend.", "last weekend", "2015-W39-WE", "2015-09-26", "2015-09-27"),
        ("Exports fell in the third quarter of last year.", "the third quarter of last year", "2014-Q3", "2014-07-01",
         "2014-09-30"),
        # stretches
        ("The war has gone on since 2011.", "2011", "2011", "2011-01-01", DAY),
        ("He was arrested between 3 and 5 May.", "3 and 5 May", "2015-05-03/2015-05-05", "2015-05-03", "2015-05-05"),
        ("Shops were robbed on New Year’s Eve.", "New Year’s Eve", "2014-12-31", "2014-12-31", "2014-12-31"),
        # what will be within some days is from publication on; what was done within so many is no date
        ("The bridge will open within days.", "days", "PXD", DAY, "2015-10-09"),
        ("The bridge will open within two weeks.", "two weeks", "P2W", DAY, "2015-10-16"),
        ("The bridge was mended within two weeks.", "two weeks", "P2W", None, None),
        ("Prices have doubled over the past two years.", "the past two years", "P2Y", "2013-10-02", DAY),
        ("The blockade lasted for two years.", "two years", "P2Y", None, None),
        # a number behind a month and a comma counts what follows
        ("In May, two engineers were freed.", "May", "2015-05", "2015-05-01", "2015-05-31"),
        ("In May, 12 engineers were freed.", "May", "2015-05", "2015-05-01", "2015-05-31"),
        # times of day
        ("Shells fell on Tuesday night.", "Tuesday night", "2015-09-29TNI", "2015-09-29", "2015-09-29"),
        ("The raid began at 10.30 p.m. Monday.", "10.30 p.m. Monday", "2015-09-28T22:30", "2015-09-28", "2015-09-28"),
        ("At noon on Saturday it ended.", "noon on Saturday", "2015-09-26T12:00", "2015-09-26", "2015-09-26"),
        # how often, and no date at all
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1", None, None),
        ("A child dies every two minutes.", "every two minutes", "PT2M", None, None),
        ("He said that it was over now.", "now", "PRESENT_REF", None, None),
    ],
)  # fmt: skip
def test_a_time_has_its_value_and_its_days(
    network: Network, sentence: str, words: str, value: str, start: str | None, end: str | None
) -> None:
    found = {one.text: one for one in told(network, sentence)}
    assert words in found
    assert (found[words].value, found[words].start, found[words].end) == (value, start, end)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Rebels took the town on 12 September. Two days earlier it was quiet.", "Two days earlier", "2015-09-10"),
        ("Rebels took the town on 12 September. They lost it the next day.", "the next day", "2015-09-13"),
        ("Rebels took the town in July 2014. The following month they lost it.", "The following month", "2014-08"),
        ("Over the first nine months of 2014 exports fell.", "the first nine months", "P9M"),
    ],
)
def test_some_times_are_counted_from_the_date_told_before(network: Network, text: str, words: str, value: str) -> None:
    assert {one.text: one.value for one in told(network, text)}[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # whose the report is, and of which year, tells the year of what is counted from it
        ("Lund was jailed last year. Copyright 2018 by the Gao Herald. All rights reserved.", "last year", "2017"),
        ("In February, Lund was jailed in Gao. © 2018 Gao Herald", "February", "2018-02"),
        ("In November, Lund was jailed in Gao. © 2018 Gao Herald", "November", "2017-11"),
        ("In June, Lund was jailed in Gao. © 2018 Gao Herald", "June", "XXXX-06"),
        # but not of a report that seems to be much older than its notice
        ("She fled in 2010. Lund was jailed last year. © 2018 Gao Herald", "last year", None),
        ("Lund was jailed last year.", "last year", None),
    ],
)
def test_a_notice_tells_the_year_of_a_report_without_a_date(
    network: Network, text: str, words: str, value: str | None
) -> None:
    assert next(time.value for time in told(network, text, None) if time.text == words) == value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The army said on Monday that the town had fallen.", "XXXX-WXX-1"),
        ("The vote took place in March.", "XXXX-03"),
        ("Rebels took the town on 12 September.", "XXXX-09-12"),
        ("He died yesterday.", None),
        ("The port was shelled last year.", None),
        ("The accord was signed on 5 May 2014.", "2014-05-05"),
    ],
)
@pytest.mark.parametrize("published", [None, "", "some day"])
def test_without_a_date_of_publication_nothing_is_guessed(
    network: Network, sentence: str, value: str | None, published: str | None
) -> None:
    (one,) = told(network, sentence, published)
    assert one.value == value
    assert value == "2014-05-05" or (one.start, one.end) == (None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "May said she may march.",
        "The Sunday Times reported it.",
        "The minister, a man in his mid-50s, resigned.",
        "Shares rose 6.43 to 12.45.",
    ],
)
def test_what_only_looks_like_a_time_is_none(network: Network, sentence: str) -> None:
    assert told(network, sentence) == []


def test_early_tomorrow_is_today_further_east(network: Network) -> None:
    (one,) = told(network, "A rocket was launched early Saturday morning, the army said.")
    assert one.value == "2015-10-03TMO"


def test_a_time_of_day_is_of_the_day_told_last(network: Network) -> None:
    found = told(network, "The men met on 12 September. At 10 p.m. the first shots were heard.")
    assert [one.value for one in found] == ["2015-09-12", "2015-09-12T22:00"]


def test_an_expression_becomes_the_time_of_an_event(network: Network) -> None:
    (one,) = told(network, "The dam broke on Friday.")
    assert time_of(one).model_dump() == {"start": DAY, "end": DAY, "text": "Friday", "span": (17, 23)}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("two hundred and ten years", "P210Y"), ("nineteen ninety-one", "1991"), ("two thousand and five", "2005"),
        ("a year and a half", "P1Y6M"), ("two and a half years", "P2Y6M"), ("half an hour", "PT30M"),
        ("a couple of days", "P2D"), ("several months", "PXM"), ("two decades", "P20Y"), ("a fortnight", "P2W"),
        ("24 hours", "PT24H"), ("the 19th century", "18"), ("'80s", "198"), ("the nineties", "199"),
        ("2015-09-30", "2015-09-30"), ("11/02/1989", "1989"), ("31/12/1989", "1989-12-31"), ("daily", "XXXX-XX-XX"),
        ("Tuesday nights", "XXXX-WXX-2TNI"), ("every day", "P1D"), ("twice a week", "P1W"),
        ("right now", "PRESENT_REF"),
    ],
)  # fmt: skip
def test_words_tell_what_they_tell(words: str, told: str) -> None:
    starts, ends = cut(words)
    (found,) = phrases(tuple(words[a:b] for a, b in zip(starts, ends, strict=True)))
    assert found.phrase.value == told


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2016-02", ("2016-02-01", "2016-02-29")), ("2015-W53", ("2015-12-28", "2016-01-03")),
        ("2015-W40-WE", ("2015-10-03", "2015-10-04")), ("2015-Q4", ("2015-10-01", "2015-12-31")),
        ("2015-H2", ("2015-07-01", "2015-12-31")), ("2015-SU", ("2015-06-01", "2015-08-31")),
        ("199", ("1990-01-01", "1999-12-31")), ("18", ("1800-01-01", "1899-12-31")),
        ("2015-10-02TMO", ("2015-10-02", "2015-10-02")), ("2015-02-30", None), ("2014-W53", None), ("P2D", None),
        ("PAST_REF", None), ("XXXX-09", None), (None, None),
    ],
)  # fmt: skip
def test_a_value_covers_days(value: str | None, days: tuple[str, str] | None) -> None:
    found = dates.stretch(value)
    assert (found and tuple(day.isoformat() for day in found)) == days


@pytest.mark.parametrize(
    ("name", "day"),
    [("EASTER", "2015-04-05"), ("EASTER-2", "2015-04-03"), ("THANKSGIVING", "2015-11-26"), ("12-25", "2015-12-25")],
)
def test_holidays(name: str, day: str) -> None:
    assert dates.holiday(name, 2015).isoformat() == day


def test_a_month_earlier_is_a_day_of_that_month() -> None:
    assert dates.shifted(date(2016, 3, 31), "M", -1) == date(2016, 2, 29)
    with pytest.raises(OverflowError):
        dates.shifted(date(2015, 1, 1), "C", -100)


# --- whatever the text -----------------------------------------------------------------------------------------------

TIMELY = st.sampled_from(sorted(word for word in lexicon.time_words()))
ANY = st.text(st.characters(exclude_categories=()), max_size=12)
NUMBERS = st.integers(0, 99999).map(str) | st.sampled_from(["1990", "2015", "0000", "31", "29", "20:00", "9/11", "1/2"])
TEXTS = st.lists(TIMELY | TIMELY | NUMBERS | ANY, max_size=30).map(" ".join)


def unread(text: str, seen: bool) -> Reading:
    """A reading of no tree to speak of, in which the model takes every word for a time, or none."""
    starts, ends = cut(text)
    n = len(starts)
    reading = Reading(text, starts, ends, paragraphs(text, starts), [0] * n, ["NOUN"] * n, list(range(n)), [""] * n)
    if seen:
        reading.times = [TimeWords((i, i + 1), "DATE") for i in range(n)]
    return reading


@given(TEXTS, st.booleans(), st.none() | st.dates().map(str) | ANY)
def test_any_text_has_times_within_it_in_order(text: str, seen: bool, published: str | None) -> None:
    at = 0
    for one in times(unread(text, seen), published):
        assert at <= one.span[0] < one.span[1] <= len(text)
        assert one.text == text[slice(*one.span)]
        assert (one.start is None) == (one.end is None)
        if one.start and one.end:
            assert date.fromisoformat(one.start) <= date.fromisoformat(one.end)
        at = one.span[1]


@given(ANY)
def test_any_word_has_a_symbol_or_none(word: str) -> None:
    assert symbol(word) is None or symbol(word)


@pytest.mark.parametrize("text", ["Monday ", "two ", "ten-", "the end of the ", "1990 ", "' ", "the last of May and "])
def test_twice_the_text_takes_twice_the_time(text: str) -> None:
    def seconds(count: int) -> float:
        reading = unread(text * count, True)
        begun = time.process_time()
        times(reading, DAY)
        return time.process_time() - begun

    seconds(500)
    # The best of some, as whatever else runs on the machine can only make it slower.
    best = {count: min(seconds(count) for _ in range(3)) for count in (1000, 8000)}
    # Eight times the text takes eight times as long; squared, it would take 64 times.
    assert best[8000] < 24 * max(best[1000], 0.01)
