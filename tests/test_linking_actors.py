"""Actors across reports: tables of namings in, actors out.

A case is a list of namings, each "person | Sergey Lavrov | Foreign Minister | RUS | GOV | 2015-10-02", with what is not
told left out at the end or empty, and the groups of them that are of one actor, by number. Each stands in a report of
its own."""

from __future__ import annotations

from collections import defaultdict

import pytest
from effort import calls
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.linking import actors
from sayso.linking.actors import Linked
from sayso.linking.offices import office
from sayso.linking.told import Naming


def naming(line: str, number: int) -> tuple[Naming, str | None]:
    """The naming of a line of a case, and the date of its report."""
    cells = [cell.strip() or None for cell in line.split("|")]
    kind, name, role, country, sector, published, aliases = (*cells, *[None] * (7 - len(cells)))
    assert kind and name
    report = f"r{number:04}"
    also = tuple(aliases.split(";")) if aliases else ()
    return Naming(number, f"{report}/a1", report, name, kind, role, country, sector, also), published


def read(lines: list[str]) -> tuple[list[Naming], dict[str, str | None]]:
    told = [naming(line, number) for number, line in enumerate(lines)]
    return [one for one, _ in told], {one.report: published for one, published in told}


def groups(linked: list[Linked]) -> set[frozenset[int]]:
    """The partition, by the numbers of the lines."""
    return {frozenset(int(ref[1:5]) for ref in actor.members) for actor in linked}


def together(lines: list[str]) -> list[list[int]]:
    """The groups of more than one line."""
    return sorted(sorted(group) for group in groups(actors.partition(*read(lines))) if len(group) > 1)


ONE_PERSON = {
    "spelling": ["Sergei Lavrov", "Sergey Lavrov", "Serguei Lavrov", "Sergey V. Lavrov"],
    "capitals": ["ANGELA MERKEL", "Angela Merkel"],
    "accents": ["Nicolás Maduro", "Nicolas Maduro"],
    "umlauts": ["Ralf Jäger", "Ralf Jaeger"],
    "middle initial": ["John F. Kerry", "John Kerry"],
    "middle names": ["John Forbes Kerry", "John F. Kerry", "John Kerry"],
    "title in the name": ["Dr. Bashar Jaafari", "Bashar al-Jaafari"],
    "Arabic article": ["Abdel Fattah al-Sisi", "Abdel-Fattah el-Sisi", "Abdul Fattah Al Sisi", "Abdelfattah Sisi"],
    "Arabic vowels": ["Mohammed Morsi", "Mohamed Morsi", "Muhammad Morsi"],
    "Arabic doubling": ["Bashar al-Assad", "Bashar Assad", "Bashar al-Asad"],
    "servant of": ["Abd al-Rahman Mustafa", "Abdul Rahman Mustafa"],
    "Korean hyphens": ["Kim Jong-un", "Kim Jong Un", "Kim Jong-Un"],
    "Korean in Western order": ["Moon Jae-in", "Jae-in Moon"],
    "Chinese": ["Xi Jinping", "XI JINPING"],
    "Chinese with hyphens": ["Ma Ying-jeou", "Ma Ying-Jeou"],
    "Vietnamese": ["Nguyễn Phú Trọng", "Nguyen Phu Trong"],
    "Burmese honorific": ["Daw Aung San Suu Kyi", "Aung San Suu Kyi"],
    "Spanish second family name": ["Ramón Fonseca Mora", "Ramon Fonseca"],
    "Spanish in full": ["Luis Guillermo Solís Rivera", "Luis Guillermo Solis", "Luis Solis"],
    "nickname within": ['Joaquín "El Chapo" Guzmán Loera', "Joaquin Guzman Loera"],
    "Turkish": ["Ahmet Davutoğlu", "Ahmet Davutoglu"],
    "Polish": ["Lech Wałęsa", "Lech Walesa"],
    "Scandinavian": ["Jørgen Ødegård", "Jorgen Odegard"],
    "a given name of two letters": ["Wang Yi", "WANG Yi"],
    "French hyphen": ["Jean-Claude Juncker", "Jean Claude Juncker"],
    "particle": ["Thomas de Maizière", "Thomas de Maiziere", "Thomas Maiziere"],
    "Ukrainian and Russian": ["Volodymyr Zelensky", "Vladimir Zelenskiy", "Volodymyr Zelenskyy"],
    "apostrophe": ["Bill O’Brady", "Bill O'Brady"],
}


@pytest.mark.parametrize("case", ONE_PERSON)
def test_spellings_of_one_name_are_one_person(case: str) -> None:
    lines = [f"person | {name} | minister | | GOV | 2015-10-0{i + 1}" for i, name in enumerate(ONE_PERSON[case])]
    assert together(lines) == [list(range(len(lines)))]


TWO_PEOPLE = [
    ("Dilma Rousseff", "Dilma Ribeiro"),
    ("Maria Petrova", "Mario Petrov"),
    ("Mario Conti", "Maria Conti"),
    ("George W. Bush", "George H. W. Bush"),
    ("Donald Trump", "Donald Trump Jr."),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Li Peng", "Lee Peng-hui"),
    ("Jean-Claude Marin", "Jean-Marie Marin"),
    ("Hassan Nasrallah", "Hussein Nasrallah"),
    ("Hassan Rouhani", "Hossein Rouhani"),
    ("Lech Kaczynski", "Jaroslaw Kaczynski"),
    ("Peter Hansel", "Peter Hensel"),
    ("Juan García López", "Juan García Pérez"),
    ("Castro Raúl", "Fidel Castro"),
    ("Robert A. Mander", "Rob Mander"),
]


@pytest.mark.parametrize(("one", "other"), TWO_PEOPLE)
def test_other_names_are_other_people(one: str, other: str) -> None:
    lines = [f"person | {one} | | | | 2015-10-01", f"person | {other} | | | | 2016-10-02"]
    assert together(lines) == []


CASES: dict[str, tuple[list[str], list[list[int]]]] = {
    "the family name alone, and the office alone, mean the minister": (
        [
            "person | Sergey Lavrov | Foreign Minister | RUS | GOV | 2015-10-02",
            "person | Lavrov | | | | 2015-10-05",
            "anonymous | Russia's foreign minister | foreign minister | RUS | GOV | 2015-11-20",
            "anonymous | Russian foreign minister | foreign minister | RUS | GOV | 2003-11-20",
        ],
        [[0, 1, 2]],
    ),
    "an office goes to who holds it at the time": (
        [
            "person | John Kerry | Secretary of State | USA | GOV | 2016-11-01",
            "person | Rex Tillerson | Secretary of State | USA | GOV | 2017-03-01",
            "anonymous | US secretary of state | secretary of state | USA | GOV | 2016-10-20",
            "anonymous | US secretary of state | secretary of state | USA | GOV | 2017-03-15",
        ],
        [[0, 2], [1, 3]],
    ),
    "between two holders an office is nobody's": (
        [
            "person | John Kerry | Secretary of State | USA | GOV | 2016-11-01",
            "person | Rex Tillerson | Secretary of State | USA | GOV | 2017-03-01",
            "anonymous | US secretary of state | secretary of state | USA | GOV | 2017-01-01",
            "anonymous | American secretary of state | secretary of state | USA | GOV | 2017-01-01",
        ],
        [[2, 3]],
    ),
    "a former holder is not the holder": (
        [
            "person | Mauricio Macri | president | ARG | GOV | 2016-04-01",
            "anonymous | former president | president | ARG | GOV | 2016-04-02",
        ],
        [],
    ),
    "the president of a bank is no president of the country": (
        [
            "person | Moises Cohen Preto | president of Capital Bank | PAN | BUS | 2016-04-01",
            "anonymous | Panamanian president | president | PAN | GOV | 2016-04-02",
        ],
        [],
    ),
    "many may be a spokesman": (
        [
            "person | Dmitry Peskov | spokesman | RUS | GOV | 2016-04-01",
            "anonymous | Kremlin spokesman | spokesman | RUS | GOV | 2016-04-02",
            "anonymous | Kremlin spokesman | spokesman | RUS | GOV | 2016-04-02",
        ],
        [],
    ),
    "a minister of Russia and a footballer of Brazil": (
        [
            "person | Igor Makarin | minister | RUS | GOV | 2015-03-01",
            "person | Igor Makarin | striker | BRA | CVL | 2015-03-02",
            "person | Igor Makarin | defender | BRA | CVL | 2015-03-09",
        ],
        [[1, 2]],
    ),
    "a name that many bear needs more than itself": (
        [
            "person | David Johnson | senator | USA | GOV | 2017-03-01",
            "person | David Johnson | running back | | CVL | 2017-03-02",
            "person | David Johnson | senator | USA | GOV | 2019-03-09",
            "person | David Johnson | | | | 2012-03-09",
        ],
        [[0, 2]],
    ),
    "two of a name that many bear in one country and walk of life": (
        [
            "person | Wang Wei | professor | CHN | EDU | 2015-03-01",
            "person | Wang Wei | swimmer | CHN | CVL | 2016-08-09",
            "person | Wang Wei | professor | CHN | EDU | 2015-09-01",
        ],
        [[0, 2]],
    ),
    "a rare name needs no more": (
        [
            "person | Sigmundur Gunnlaugsson | prime minister | ISL | GOV | 2016-04-05",
            "person | Sigmundur Gunnlaugsson | | | | 2017-03-02",
        ],
        [[0, 1]],
    ),
    "one mistaken country splits nobody off": (
        [*(f"person | Shinzo Abe | Prime Minister | JPN | GOV | 2017-08-{day:02}" for day in range(1, 7)),
         "person | Shinzo Abe | Prime Minister | USA | GOV | 2017-08-08",
         "person | Shinzo Abe | | | | 2017-08-09"],
        [[0, 1, 2, 3, 4, 5, 6, 7]],
    ),
    "a family name of two at the time is neither's": (
        [
            "person | Max Verstappen | driver | NLD | CVL | 2016-11-13",
            "person | Jos Verstappen | former driver | NLD | CVL | 2016-11-13",
            "person | Verstappen | | | | 2016-11-14",
        ],
        [],
    ),
    "but of one far oftener met it is his": (
        [*(f"person | Donald Trump | President | USA | GOV | 2017-08-{day:02}" for day in range(1, 12)),
         "person | Ivanka Trump | adviser | USA | GOV | 2017-08-12",
         "person | Trump | President | | GOV | 2017-08-13"],
        [[*range(11), 12]],
    ),
    "a family name that many bear says little": (
        [
            "person | Boris Johnson | Foreign Secretary | GBR | GOV | 2017-09-01",
            "person | Johnson | | | | 2017-09-02",
            "person | Johnson | Foreign Secretary | GBR | GOV | 2017-09-03",
        ],
        [[0, 2]],
    ),
    "given names alone say nothing": (
        ["person | Michelle | | | | 2016-06-01", "person | Michelle | | | | 2016-06-01"],
        [],
    ),
    "a rare name alone holds for some weeks": (
        [
            "person | Harambe | | | | 2016-05-29",
            "person | Harambe | | | | 2016-05-30",
            "person | Harambe | | | | 2019-05-30",
        ],
        [[0, 1]],
    ),
    "a short name may be of either of two long ones": (
        [
            "person | George W. Bush | former president | USA | GOV | 2015-02-01",
            "person | George H. W. Bush | former president | USA | GOV | 2015-02-01",
            "person | George Bush | | | | 2015-02-02",
        ],
        [],
    ),
    "short forms of given names with the same office": (
        [
            "person | Joseph Biden | vice president | USA | GOV | 2015-02-01",
            "person | Joe Biden | Vice President | USA | GOV | 2015-03-01",
        ],
        [[0, 1]],
    ),
    "an initial with the same office": (
        [
            "person | Juncker | president of the European Commission | | IGO | 2015-02-01",
            "person | J. Stoltenberg | NATO Secretary General | | IGO | 2015-02-01",
            "person | Jens Stoltenberg | NATO Secretary General | | IGO | 2015-02-03",
            "person | K. Stoltenberg | NATO Secretary General | | IGO | 2015-02-03",
        ],
        [[1, 2]],
    ),
    "a misspelling with the same office": (
        [
            "person | Itsunori Onodera | Defence Minister | JPN | GOV | 2017-09-03",
            "person | Itsunori Onodara | Defence Minister | JPN | GOV | 2017-09-04",
        ],
        [[0, 1]],
    ),
    "a state by all its names": (
        [
            "government | North Korea | | PRK | GOV | 2017-09-03",
            "government | DPRK | | PRK | GOV | 2017-09-04",
            "government | South Korea | | KOR | GOV | 2017-09-04",
        ],
        [[0, 1]],
    ),
    "bodies of a state": (
        [
            "government | Chinese Foreign Ministry | | CHN | GOV | 2017-09-03",
            "government | Chinese Ministry of Foreign Affairs | | CHN | GOV | 2017-09-04",
            "government | Beijing's foreign ministry | | CHN | GOV | 2017-09-04",
            "government | Indian foreign ministry | | IND | GOV | 2017-09-04",
            "government | Beijing police | | CHN | COP | 2017-09-04",
            "government | Chinese police | | CHN | COP | 2017-09-04",
            "government | Ministry of Foreign Affairs | | | GOV | 2017-09-04",
            "government | Ministry of Foreign Affairs | | | GOV | 2017-09-04",
        ],
        [[0, 1, 2]],
    ),
    "an organisation and its acronym": (
        [
            "organization | International Consortium of Investigative Journalists | | | | 2016-04-03 | ICIJ",
            "organization | ICIJ | | | | 2016-04-04",
            "organization | Indian Council of Islamic Jurists | | IND | | 2016-04-04",
            "organization | ISIL | | | REB | 2016-04-04",
            "organization | Islamic State | | | REB | 2016-04-04",
        ],
        [[0, 1], [3, 4]],
    ),
    "an acronym of two organisations": (
        [
            "organization | Southern Peace Front | | | | 2016-04-03 | SPF",
            "organization | Solomon Police Force | | | | 2016-04-03 | SPF",
            "organization | SPF | | | | 2016-04-04",
        ],
        [],
    ),
    "firms with and without their form": (
        [
            "organization | Tiverton Energy Inc. | | CAN | BUS | 2016-04-03",
            "organization | Tiverton Energy | | | BUS | 2016-04-03",
            "organization | Tiverton Energy | | AUS | BUS | 2016-04-04",
        ],
        [],
    ),
    "parties of one name in two countries": (
        [
            "organization | Social Democrats | | DEU | PTY | 2016-04-03",
            "organization | Social Democrats | | DNK | PTY | 2016-04-03",
            "organization | Social Democrats | | DEU | PTY | 2016-04-05",
        ],
        [[0, 2]],
    ),
    "what a report leaves unnamed": (
        [
            "anonymous | officials | | | GOV | 2016-04-03",
            "anonymous | officials | | | GOV | 2016-04-03",
            "government | police | | | COP | 2016-04-03",
            "government | police | | | COP | 2016-04-03",
            "media | local media | | | MED | 2016-04-03",
            "media | local media | | | MED | 2016-04-03",
            "document | statement | | | | 2016-04-03",
            "document | statement | | | | 2016-04-03",
            "group | 12 people | | | | 2016-04-03",
            "group | 12 people | | | | 2016-04-03",
            "group | Critics | | | | 2016-04-03",
            "group | Critics | | | | 2016-04-03",
            "organization | law firm | | PAN | BUS | 2016-04-03",
            "organization | law firm | | PAN | BUS | 2016-04-03",
        ],
        [],
    ),
    "peoples, outlets, papers": (
        [
            "group | Germans | | DEU | | 2016-04-03",
            "group | Germans | | DEU | | 2016-04-09",
            "media | The Straits Herald | | SGP | MED | 2016-04-03",
            "organization | Straits Herald | | | MED | 2016-04-03",
            "document | Harbour Papers | | | | 2016-04-03",
            "document | Harbour Papers | | | | 2016-04-05",
        ],
        [[0, 1], [2, 3], [4, 5]],
    ),
}  # fmt: skip


# Reports of many countries in one ledger; what one actor is called stands together.
WORLD = [
    [
        "person | Abdel Fattah al-Sisi | President | EGY | GOV | 2018-01-02",
        "person | Abdul-Fattah el-Sisi | | EGY | | 2018-01-05",
        "person | Sisi | president | EGY | GOV | 2018-01-07",
        "anonymous | Egyptian president | president | EGY | GOV | 2018-01-09",
    ],
    [
        "person | Sameh Shoukry | Foreign Minister | EGY | GOV | 2018-01-02",
        "person | Shoukry | | | | 2018-01-03",
        "anonymous | Egypt's foreign minister | foreign minister | EGY | GOV | 2018-02-03",
    ],
    [
        "person | Mohammad Javad Zarif | Foreign Minister | IRN | GOV | 2018-01-04",
        "person | Mohammed Javad Zarif | | IRN | | 2018-01-06",
        "person | Zarif | | | | 2018-01-08",
    ],
    [
        "person | Hassan Rouhani | President | IRN | GOV | 2018-01-04",
        "person | Hasan Rouhani | president | IRN | GOV | 2018-03-04",
    ],
    [
        "person | Xi Jinping | President | CHN | GOV | 2018-01-04",
        "person | Xi | President | CHN | GOV | 2018-01-06",
    ],
    [
        "person | Geng Shuang | foreign ministry spokesman | CHN | GOV | 2018-01-04",
        "person | Geng Shuang | spokesman | CHN | GOV | 2018-01-08",
    ],
    [
        "person | Moon Jae-in | President | KOR | GOV | 2018-01-04",
        "person | Moon Jae In | president | KOR | GOV | 2018-01-05",
        "anonymous | South Korean president | president | KOR | GOV | 2018-01-09",
    ],
    ["person | Moon Chung-in | adviser | KOR | EDU | 2018-01-04"],
    [
        "person | Aung San Suu Kyi | leader | MMR | GOV | 2018-01-04",
        "person | Daw Aung San Suu Kyi | | MMR | GOV | 2018-01-06",
        "person | Suu Kyi | | MMR | GOV | 2018-01-06",
    ],
    [
        "person | Min Aung Hlaing | army chief | MMR | MIL | 2018-01-04",
        "person | Min Aung Hlaing | army chief | MMR | MIL | 2018-01-10",
        "anonymous | Myanmar's army chief | army chief | MMR | MIL | 2018-01-12",
    ],
    [
        "person | Nguyễn Xuân Phúc | Prime Minister | VNM | GOV | 2018-01-04",
        "person | Nguyen Xuan Phuc | prime minister | VNM | GOV | 2018-02-04",
    ],
    [
        "person | Nicolás Maduro Moros | President | VEN | GOV | 2018-01-04",
        "person | Nicolas Maduro | President | VEN | GOV | 2018-01-07",
        "person | Maduro | | | | 2018-01-09",
    ],
    ["person | Julio Borges | lawmaker | VEN | OPP | 2018-01-04"],
    [
        "person | Enrique Peña Nieto | President | MEX | GOV | 2018-01-04",
        "person | Enrique Pena Nieto | | | | 2018-01-11",
    ],
    [
        "person | Volodymyr Groysman | Prime Minister | UKR | GOV | 2018-01-04",
        "person | Groysman | | | | 2018-01-11",
    ],
    [
        "person | Recep Tayyip Erdoğan | President | TUR | GOV | 2018-01-04",
        "person | Recep Tayyip Erdogan | | TUR | | 2018-01-06",
        "person | Tayyip Erdogan | President | TUR | GOV | 2018-01-07",
        "person | Erdogan | | | | 2018-01-08",
    ],
    [
        "person | Emmerson Mnangagwa | President | ZWE | GOV | 2018-01-04",
        "person | Mnangagwa | | | | 2018-01-08",
    ],
    [
        "person | Muhammadu Buhari | President | NGA | GOV | 2018-01-04",
        "person | Buhari | | NGA | | 2018-01-08",
    ],
    [
        "person | Jarosław Kaczyński | party leader | POL | PTY | 2018-01-04",
        "person | Jaroslaw Kaczynski | | POL | | 2018-01-08",
    ],
    [
        "government | Islamic Republic of Iran | | IRN | GOV | 2018-01-04",
        "government | Iran | | IRN | GOV | 2018-01-05",
    ],
    [
        "government | Egyptian army | | EGY | MIL | 2018-01-04",
        "government | Egyptian military | | EGY | MIL | 2018-01-05",
    ],
    ["government | Egyptian parliament | | EGY | GOV | 2018-01-04"],
    [
        "organization | Islamic State | | | REB | 2018-01-04",
        "organization | ISIS | | | REB | 2018-01-04",
        "organization | ISIL | | | REB | 2018-01-04",
    ],
    [
        "media | Al Jazeera | | QAT | MED | 2018-01-04",
        "media | Al-Jazeera | | QAT | MED | 2018-01-05",
    ],
    ["anonymous | officials | | EGY | GOV | 2018-01-04"],
    ["anonymous | officials | | EGY | GOV | 2018-01-04"],
]


def test_the_actors_of_a_world() -> None:
    lines = [line for actor in WORLD for line in actor]
    numbers = iter(range(len(lines)))
    expected = {frozenset(next(numbers) for _ in actor) for actor in WORLD}
    found = groups(actors.partition(*read(lines)))

    def written(partition: set[frozenset[int]]) -> list[list[str]]:
        return sorted([lines[number] for number in sorted(group)] for group in partition)

    assert written(found - expected) == written(expected - found) == []


@pytest.mark.parametrize("case", CASES)
def test_who_is_the_same(case: str) -> None:
    lines, expected = CASES[case]
    assert together(lines) == expected


def test_roles_have_the_dates_they_were_seen_on() -> None:
    told = [
        "person | Boris Johnson | Mayor of London | GBR | GOV | 2015-05-01 | Johnson",
        "person | Boris Johnson | Foreign Secretary | GBR | GOV | 2016-08-01",
        "person | Boris Johnson | foreign secretary | | GOV | 2017-01-05",
        "person | Boris Johnson | Foreign Secretary | GBR | GOV | 2016-12-24",
    ]
    (actor,) = actors.partition(*read(told))
    assert (actor.name, actor.kind, actor.country, actor.sector) == ("Boris Johnson", "person", "GBR", "GOV")
    assert (actor.aliases, actor.reports) == (("Johnson",), 4)
    assert [(r.role, r.country, r.first, r.last, r.reports) for r in actor.roles] == [
        ("Mayor of London", "GBR", "2015-05-01", "2015-05-01", 1),
        ("Foreign Secretary", "GBR", "2016-08-01", "2017-01-05", 3),
    ]


def test_a_date_that_tells_no_day_is_none() -> None:
    lines = [f"person | Harambe | | | | {published}" for published in ("2016-05", "2016-05-30", "soon", "2016-05-29")]
    assert together(lines) == [[1, 3]]


def test_an_actor_is_known_by_its_first_naming() -> None:
    told, dates = read(["person | Wang Yi | | CHN | GOV | 2017-08-30", "person | Wang Yi | | CHN | GOV | 2017-09-30"])
    (first,), (both,) = actors.partition(told[:1], dates), actors.partition(told, dates)
    assert first.id == both.id
    (second,) = actors.partition(told[1:], dates)
    assert second.id != both.id


@pytest.mark.parametrize(
    ("role", "country", "expected"),
    [
        ("Foreign Minister", "RUS", "RUS/foreign minister"),
        ("foreign secretary", "GBR", "GBR/foreign minister"),
        ("President of Chile", "CHL", "CHL/president"),
        ("president of the Philippines", "PHL", "PHL/president"),
        ("Russian President", "RUS", "RUS/president"),
        ("president of Capital Bank", "PAN", None),
        ("president of Chile", "PER", None),
        ("deputy foreign minister", "RUS", None),
        ("former president", "USA", None),
        ("spokesman", "RUS", None),
        ("foreign ministers", "RUS", None),
    ],
)
def test_offices(role: str, country: str, expected: str | None) -> None:
    told, _ = naming(f"person | Somebody Known | {role} | {country} | GOV", 1)
    assert office(told) == expected


PEOPLE = [
    "Sergey Lavrov", "Sergei Lavrov", "Lavrov", "Yulia Lavrova", "Bush", "George Bush", "George W. Bush",
    "George H. W. Bush", "John Smith", "J. Smith", "Jon Smith", "Smith", "Kim Jong-un", "Kim Jong-il", "Kim Jong",
]  # fmt: skip
LINES = st.builds(
    "person | {} | {} | {} | {} | {}".format,
    st.sampled_from(PEOPLE),
    st.sampled_from(["", "president", "foreign minister", "coach", "spokesman"]),
    st.sampled_from(["", "RUS", "USA"]),
    st.sampled_from(["", "GOV", "CVL"]),
    st.sampled_from(["", "2015-01-01", "2015-02-01", "2015-12-01", "2017-01-01"]),
) | st.builds(
    "{} | {} | {} | 2015-03-0{}".format,
    st.sampled_from(["anonymous | Russian president | president", "anonymous | top diplomat | foreign minister",
                     "organization | Red Hand Movement |", "organization | RHM |", "government | RUS army |"]),
    st.sampled_from(["RUS", "USA", ""]),
    st.sampled_from(["GOV", ""]),
    st.integers(1, 9),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=24), st.randoms(use_true_random=False))
def test_the_order_of_namings_decides_nothing(lines: list[str], random: st.random.Random) -> None:
    told, dates = read(lines)
    shuffled = [Naming(99 - one.pk, *(getattr(one, f) for f in Naming.__slots__[1:])) for one in told]
    random.shuffle(shuffled)
    assert actors.partition(told, dates) == actors.partition(shuffled, dates)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=24), st.integers(1, 5))
def test_touched_blocks_alone_give_the_same(lines: list[str], size: int) -> None:
    told, dates = read(lines)
    store = Store(dates)
    for start in range(0, len(told), size):
        store.add(told[start : start + size])
    expected = {ref: actor.members for actor in actors.partition(told, dates) for ref in actor.members}
    assert store.partition() == {ref: tuple(sorted(members)) for ref, members in expected.items()}


class Store:
    """A ledger of namings that works out again what new ones touch, and nothing else."""

    def __init__(self, dates: dict[str, str | None]) -> None:
        self.dates = dates
        self.of_block: dict[str, list[Naming]] = defaultdict(list)
        self.actor: dict[str, str] = {}  # by the ref of a naming

    def add(self, told: list[Naming]) -> None:
        touched = set()
        for one in told:
            for key in actors.blocks(one):
                self.of_block[key].append(one)
                touched.add(key)
        offices = {key for key in touched if key.startswith("office:")}
        for key in touched - offices:
            for those in actors.settle([one for one in self.of_block[key] if actors.block(one) == key], self.dates):
                id = actors.linked(those, self.dates).id
                for one in those:
                    self.actor[one.ref] = id
                    offices |= {other for other in actors.blocks(one) if other.startswith("office:")}
        for key in offices:
            alone = [one for one in self.of_block[key] if actors.block(one) == key]
            seen = [(one, self.actor[one.ref]) for one in self.of_block[key] if actors.block(one) != key]
            holders = actors.attach(alone, seen, self.dates)
            self.actor |= {one.ref: holders.get(one.ref, key) for one in alone}

    def partition(self) -> dict[str, tuple[str, ...]]:
        members = defaultdict(list)
        for ref, id in self.actor.items():
            members[id].append(ref)
        return {ref: tuple(sorted(members[id])) for ref, id in self.actor.items()}


def test_the_cost_is_near_linear() -> None:
    def cost(count: int) -> int:
        told, dates = read([
            f"person | {given} {family}{i % (count // 20)}ov | {role} | | | 2015-{i % 12 + 1:02}-01"
            for i, (given, family, role) in enumerate(
                (("Anna", "Boris", "Carla", "Dmitry")[i % 4], ("Petr", "Sidor", "Mark")[i % 3], ("", "coach")[i % 2])
                for i in range(count)
            )
        ])  # fmt: skip
        return calls(lambda: actors.partition(told, dates))

    cost(4000)  # what is worked out once for each name is remembered
    assert cost(4000) < 6 * cost(1000)  # four times as many: squared, it would be sixteen times
