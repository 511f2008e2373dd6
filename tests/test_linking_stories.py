"""Which reports tell one story, and how they find each other."""

from dataclasses import replace

import pytest

from sayso import lexicon
from sayso.linking.stories import Profile, compare, keys, profile
from sayso.linking.told import Source
from sayso.linking.words import names, rarity, stem, words

FERRY = (
    "Ferry sinks off Valdoria, forty missing\nThe ferry Santa Ilse sank on Tuesday off the port of Valdoria with 212 "
    "passengers aboard. Coast guards pulled survivors from the water; forty people are missing, the harbour master, "
    "Anton Brevik, said. The Santa Ilse had been overloaded, Brevik said."
)
FERRY_ELSEWHERE = (
    "Forty still missing after Valdoria ferry disaster\nDivers searched the wreck of the Santa Ilse on Wednesday. "
    "The "
    "overloaded ferry went down near Valdoria; harbour master Anton Brevik said hope for the forty missing "
    "passengers "
    "was fading."
)
STRIKE = (
    "Teachers in Korrin walk out over pay\nThousands of teachers in the city of Korrin began a strike on Tuesday. "
    "Their union, led by Mirela Dunst, wants nine percent more. The mayor said there was no money for it."
)


def report(text: str, published: str | None = "2019-05-14", ref: str = "r") -> Source:
    return Source(0, ref, None, text.partition("\n")[0], "The Harbour Times", None, published, text)


def of(text: str, published: str | None = "2019-05-14") -> Profile:
    return profile(report(text, published))


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("launches", "launch"), ("Launched", "launch"), ("U.S.", "us"), ("Valdoria’s", "valdoria"), ("2019", "2019")],
)
def test_forms_of_a_word_are_one(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_rare_words_tell_more_than_common_ones() -> None:
    assert rarity("the") == 0 < rarity("government") < rarity("ferry") <= rarity("valdoria")
    assert rarity("valdoria") > rarity("41") > 0


def test_words_of_a_text_in_order() -> None:
    assert words("The U.S. launched 3 rockets: “No”.") == ["the", "us", "launch", "3", "rocket", "no"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A ferry, the Santa Ilse, sank. Divers said so.", {"santa", "ilse"}),
        ("Ferry Sinks in Valdoria Harbour\nA ferry sank in Valdoria.", {"valdoria"}),  # a headline has capitals
        ("He met May. “I may,” she said. “But I'm tired.”", set()),
        ("No full stop in Valdoria", {"valdoria"}),  # nothing but a headline
        ("", set()),
    ],
)
def test_names_are_never_written_small(text: str, found: set[str]) -> None:
    assert names(text) == found


def test_the_table_of_common_words_has_no_text_and_is_small() -> None:
    counts, texts = lexicon.commonness()
    assert 5_000 < len(counts) < 30_000
    assert max(counts.values()) <= texts and min(counts.values()) >= 3


@pytest.mark.parametrize(
    ("one", "other", "published", "same"),
    [
        (FERRY, FERRY_ELSEWHERE, "2019-05-15", True),
        (FERRY, FERRY_ELSEWHERE, "2019-09-15", True),  # a crawl's date
        (FERRY, FERRY_ELSEWHERE, None, True),
        (FERRY, STRIKE, "2019-05-14", False),  # of one day, and nothing else in common
        (FERRY_ELSEWHERE, STRIKE, "2019-05-14", False),
    ],
)
def test_reports_of_one_story_are_told_by_rare_words(one: str, other: str, published: str | None, same: bool) -> None:
    match = compare(of(one), of(other, published))
    assert match.same is same
    assert match.score == pytest.approx(sum(match.features.values()))


def test_days_apart_speak_against_one_story() -> None:
    near, far = compare(of(FERRY), of(FERRY_ELSEWHERE, "2019-05-15")), compare(of(FERRY), of(FERRY, "2021-05-15"))
    assert far.features["days"] < near.features["days"] < 0


@pytest.mark.parametrize(
    ("later", "renamed", "same"),
    [
        ("2019-05-15", False, True),
        ("2020-09-01", False, True),  # a crawl's date
        ("2019-05-15", True, False),
        ("2019-06-14", True, False),
        ("2025-05-14", True, False),
    ],
)
def test_what_is_written_by_one_form_with_other_names_is_another_story(later: str, renamed: bool, same: bool) -> None:
    again = FERRY
    for name, other in {"Santa Ilse": "Blue Marlin", "Valdoria": "Porto Quell", "Anton Brevik": "Jon Askew"}.items():
        again = again.replace(name, other).replace(name.split()[-1], other.split()[-1]) if renamed else again
    assert compare(of(FERRY), of(again, later)).same is same


def test_a_pair_is_the_same_from_either_side() -> None:
    one, other = of(FERRY), of(FERRY_ELSEWHERE, "2019-05-15")
    assert compare(one, other) == compare(other, one)


def test_no_report_changes_the_profile_of_another() -> None:
    before = of(FERRY)
    of(STRIKE), of(FERRY_ELSEWHERE)
    assert of(FERRY) == before


@pytest.mark.parametrize(("later", "meet"), [("2019-05-15", True), ("2020-03-01", True), (None, True)])
def test_reports_of_one_story_share_a_key_whatever_their_dates(later: str | None, meet: bool) -> None:
    assert bool(keys(of(FERRY)) & keys(of(FERRY_ELSEWHERE, later))) is meet


def test_reports_of_nothing_in_common_share_no_key() -> None:
    assert not keys(of(FERRY)) & keys(of(STRIKE))


def test_without_a_name_in_common_only_dates_bring_reports_together() -> None:
    text = "gorilla escapes from zoo enclosure\nA gorilla climbed out of a zoo enclosure and frightened visitors."
    assert keys(of(text, "2019-05-01")) & keys(of(text, "2019-05-20"))
    assert not keys(of(text, "2019-05-01")) & keys(of(text, "2019-11-20"))


def test_keys_are_few() -> None:
    long = FERRY + "\n" + " ".join(f"Name{n} spoke." for n in range(2000))
    assert len(keys(of(long))) <= 40


@pytest.mark.parametrize("text", ["", " ", "\n", "the", "…", "12 13"])
def test_a_report_of_no_words_tells_no_story(text: str) -> None:
    empty = profile(replace(report(text), title=None))
    assert not compare(empty, of(FERRY)).same
    assert compare(empty, empty).score <= 1


COIN = (
    "Orrelcoin slides below two thousand\nThe price of Orrelcoin fell on Monday to its lowest in a month, traders "
    "of the "
    "Brindle exchange said. Orrelcoin had doubled since spring."
)
COIN_SMALL = (
    "Why the price of orrelcoin slides\nAnalysts of Hask and Holt gave a reason on Monday why the orrelcoin price "
    "fell "
    "to its lowest in a month: traders sold orrelcoin that had doubled since spring."
)
FLOOD = "Flood in {0} leaves hundreds homeless\nA flood left hundreds homeless in {0} on Monday, mayor {1} said."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # What is a name in one may be written small in the other.
        (COIN, COIN_SMALL, True),
        # Of one form and one day, and nobody and nothing that is named is the same.
        (FLOOD.format("Valdoria", "Anton Brevik"), FLOOD.format("Korrin", "Mirela Dunst"), False),
        (FLOOD.format("Valdoria", "Anton Brevik"), FLOOD.format("Valdoria", "Mirela Dunst"), True),
        # Nor is a country enough by which a report on the one names the other.
        (
            FLOOD.format("Kenya", "Anton Brevik"),
            "Kenya names squad for the cup\nTrainer Mirela Dunst named the squad of Kenya on Monday.",
            False,
        ),
    ],
)
def test_reports_of_one_story_have_a_name_in_common(one: str, other: str, same: bool) -> None:
    assert compare(of(one), of(other)).same is same


def test_what_stands_for_a_government_tells_no_story() -> None:
    assert (
        "kremlin"
        not in of("The Kremlin said on Monday that it had nothing to say of Brevik. Why, it did not say.").names
    )
