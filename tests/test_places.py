"""Places: which names are meant as places, and which places they are. What is expected of a text: the words of each
place, and how it is named, its country and its division; None where the gazetteer cannot tell."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.places import Annotated, scored
from sayso.account.where.places import places
from sayso.model import Place
from sayso.reader import Network
from sayso.reader.reading import Name, Reading


@cache
def network() -> Network:
    return Network()


def read(text: str, home: str | None = None) -> list[Place]:
    return places(network().read(text), home)


def told(text: str, home: str | None = None) -> list[tuple[str, str | None]]:
    return [(place.text, place.country) for place in read(text, home)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on a market in Aleppo.", ["Aleppo"]),
        ("He was born in France and lives near Oslo.", ["France", "Oslo"]),
        ("Thousands fled from Sudan to Chad.", ["Sudan", "Chad"]),
        ("France signed the treaty.", []),  # a government
        ("Washington said that it would not yield.", []),
        ("Moscow and Tehran denied the report.", []),
        ("The Russian minister met French officials.", []),  # peoples
        ("She teaches at the University of Chicago.", []),  # a body
        ("Paris Hilton arrived late.", []),  # a person
        ("The president of Kenya called for calm.", []),
        ("The army shelled Homs on Friday.", ["Homs"]),
        ("Troops entered Mali in January.", ["Mali"]),
        ("Two people died in Homs province.", ["Homs"]),
        ("There are two flights a day between London and Harare.", ["London", "Harare"]),
        ("They crossed the border with Mexico in March.", ["Mexico"]),
        ("France's approach has failed.", []),
        ("The march in May drew thousands.", []),  # where villages are called so
        ("KISUMU, Kenya, May 3 — Six fishermen drowned.", ["KISUMU", "Kenya"]),
        ("Fighters fled the district of Bor and Jonglei province.", ["Bor", "Jonglei"]),
        ("Russian jets flew over Estonia twice.", ["Estonia"]),
        ("The two governments quarrelled over Cyprus.", []),
        ("General Khalifa Haftar attacked the port. Talks failed over the exit of Haftar.", []),
        ("Two soldiers died fighting Hezbollah in Lebanon.", ["Lebanon"]),  # an organisation
        ("The raid bore the hallmarks of Los Ardillos, a gang that rules the coast near Lima.", ["Lima"]),
        # Ships and papers are called as towns are.
        ("The San Pedro, with nine sailors aboard, sank off Lima.", ["Lima"]),
        ("He walked through the Bronx and along the Niger River.", ["Bronx", "Niger River"]),
        # What part of the earth it is may be written small.
        ("Nobody on the Korean peninsula wants a war.", ["Korean peninsula"]),
    ],
)
def test_what_is_meant_as_a_place(text: str, expected: list[str]) -> None:
    assert [place.text for place in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("BEIRUT (Reuters) — The council will meet on Monday, officials said.", ("Beirut", "LBN")),
        ("ANKARA, Turkey – Two ministers resigned on Monday.", ("Ankara", "TUR")),
        ("NAIROBI, Feb. 3 (AP) -- Two ministers resigned on Monday.", ("Nairobi", "KEN")),
    ],
)
def test_a_dateline_is_a_place(text: str, dateline: tuple[str, str]) -> None:
    first = read(text)[0]
    assert (first.name, first.country) == dateline


@pytest.mark.parametrize(
    ("text", "words", "name", "country", "admin1"),
    [
        ("A fire broke out in Springfield, Illinois, on Monday.", "Springfield", "Springfield", "USA", "Illinois"),
        ("A fire broke out in Springfield, Mass., on Monday.", "Springfield", "Springfield", "USA", "Massachusetts"),
        ("The bombs went off in Kuta, Bali, at night.", "Kuta", "Kuta", "IDN", "Bali"),
        ("Rebels took the Syrian city of Palmyra.", "Palmyra", "Palmyra", "SYR", "Homs"),
        ("Fighting went on in Tripoli, Lebanon.", "Tripoli", "Tripoli", "LBN", None),
        ("Libya is divided. Fighting went on in Tripoli.", "Tripoli", "Tripoli", "LBY", None),
        ("He was arrested in Paris.", "Paris", "Paris", "FRA", None),
        ("He was arrested in Paris, Texas.", "Paris", "Paris", "USA", "Texas"),
        ("Trade with Armenia and Azerbaijan grew in Georgia.", "Georgia", "Georgia", "GEO", None),
        ("Voters in Atlanta and the rest of Georgia queued.", "Georgia", "Georgia", "USA", "Georgia"),
        ("Iraqi troops besieged Mosul.", "Mosul", "Mosul", "IRQ", "Ninawa"),
        ("They fled to Bombay by train.", "Bombay", "Bombay", "IND", "Maharashtra"),
        ("The floods hit villages in the Donbas.", "Donbas", "Donbas", "UKR", None),
        ("Floods hit the east of Congo.", "Congo", "Democratic Republic of the Congo", "COD", None),
        ("A clinic was bombed in al-Raqqa.", "Raqqa", "Raqqa", "SYR", "Ar-Raqqah"),
        # A town that everyone knows, though the other is in a country spoken of; but not where more of that is told.
        (
            "American envoys met in Florence on Friday, the United States said.",
            "Florence",
            "Florence",
            "ITA",
            "Tuscany",
        ),
        ("Deputies in Florence, near Columbia, S.C., met on Friday.", "Florence", "Florence", "USA", "South Carolina"),
    ],
)
def test_which_place_is_meant(text: str, words: str, name: str, country: str, admin1: str | None) -> None:
    found = next(place for place in read(text) if words in place.text)
    assert (found.country, found.name and found.name.removeprefix("al-")) == (country, name)
    assert admin1 is None or found.admin1 == admin1
    assert found.lat is not None and found.lon is not None and found.confidence


def test_a_misspelt_name_is_looked_for_where_the_text_says_to() -> None:
    found = read("Rebels hold parts of Homs province, including the old town of Palmyrra.")[-1]
    assert (found.text, found.name, found.geonameid) == ("Palmyrra", "Palmyra", 163808)
    assert found.confidence is not None and found.confidence < 0.9


def test_a_village_of_the_country_a_report_is_about_is_not_a_town_elsewhere() -> None:
    found = read(
        "Soldiers shot twelve farmers in Soro, a village in the north of Burkina Faso, nuns in Ouagadougou said."
    )
    assert {(place.text, place.country) for place in found} == {
        ("Soro", "BFA"), ("Burkina Faso", "BFA"), ("Ouagadougou", "BFA")
    }  # fmt: skip


def test_a_name_means_one_place_throughout() -> None:
    found = read("Police in Springfield, Illinois, made an arrest.\n\nThe mayor of Springfield was not in Springfield.")
    assert {place.admin1 for place in found if place.text == "Springfield"} == {"Illinois"}


def test_the_outlets_country_tells_where_nothing_else_does() -> None:
    text = "The body was found in Newcastle on Monday."
    assert told(text, "AUS") == [("Newcastle", "AUS")]
    assert told(text, "GBR") == [("Newcastle", "GBR")]


def test_a_street_lies_in_its_town_and_has_no_id() -> None:
    street = read("Two men were shot on Collins Street in Melbourne, Australia.")[0]
    assert street.text == "Collins Street" and street.country == "AUS" and street.geonameid is None


def test_what_is_unknown_is_named_and_left_open() -> None:
    found = [place for place in read("They met in Qwertbrom.") if place.text == "Qwertbrom"]
    assert found and found[0].name is None and found[0].lat is None and found[0].confidence is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("They met in Qwertbrom in Syria.", "SYR"),
        ("The Nigerian minister visited troops at Qwertbrom.", "NGA"),
        ("The Nigerian minister met Kenyan and Turkish officers at Qwertbrom.", None),
    ],
)
def test_what_is_unknown_lies_in_the_country_named_with_it(text: str, country: str | None) -> None:
    found = next(place for place in read(text) if place.text == "Qwertbrom")
    assert (found.country, found.lat) == (country, None) and (found.confidence or 0) < 0.5


def test_a_house_called_as_a_well_known_one_lies_where_the_text_sets_it() -> None:
    assert told("Two people were shot near the Kremlin in Lagos.")[0] == ("Kremlin", "NGA")
    assert told("Two people were shot near the Kremlin in Moscow.")[0] == ("Kremlin", "RUS")


def test_in_the_order_of_the_text_and_with_its_words() -> None:
    text = "In Oslo, Rome and Lima people marched; in Quito they did not."
    found = read(text)
    assert [place.text for place in found] == ["Oslo", "Rome", "Lima", "Quito"]
    assert all(text[slice(*place.span)] == place.text for place in found)
    assert found == read(text)


def bare_reading(words: list[str], named: list[bool], relation: str) -> Reading:
    """Words in a row, each hanging on the one before, some of them names."""
    text, starts = "", []
    for word in words:
        starts.append(len(text))
        text += word + " "
    n = len(words)
    names = [Name((i, i + 1), "LOCATION") for i in range(n) if named[i]]
    heads = [max(0, i - 1) for i in range(n)]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return Reading(text, starts, ends, [0] * n, [0] * n, ["PROPN"] * n, heads, [relation] * n, names)


WORDS = st.one_of(
    st.sampled_from(
        ["Homs", "Paris", ",", "in", "'s", "Street", "of", "Springfield", "Georgia", "(", "province", "CA"]
    ),
    st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=8),
)


@settings(max_examples=100)
@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=40), st.sampled_from(["obl", "flat", "conj"]))
def test_any_reading_gives_places_of_its_own_words(words: list[tuple[str, bool]], relation: str) -> None:
    reading = bare_reading([word for word, _ in words], [named for _, named in words], relation)
    for place in places(reading):
        assert reading.text[slice(*place.span)] == place.text
        assert (place.lat is None) == (place.name is None)


def test_nothing_is_named_in_an_empty_text() -> None:
    assert places(bare_reading([], [], "obl")) == []


def test_the_scorer_counts_as_its_page_says() -> None:
    text = "Floods hit Oslo, Norway and Qwertbrom."
    toponyms = [
        Annotated((11, 15), "Oslo", "Literal", (59.9, 10.7), 3143244),
        Annotated((17, 23), "Norway", "Literal", (62.0, 10.0), 3144096),
        Annotated((28, 37), "Qwertbrom", "Literal", (59.0, 10.0), None),
        Annotated((0, 6), "Floods", "Homonym", None, None),
    ]
    figures = scored([(network().read(text), toponyms)])
    assert figures == pytest.approx({"found": 2 / 3, "within": 1, "country": 1, "literal": 1})
