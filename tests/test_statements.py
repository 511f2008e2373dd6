"""Who says what: a text, and the statements of the account that it must give. Runs the model that ships."""

from __future__ import annotations

import pytest
from telling import told

import sayso

ONE = [
    # What but links words to their cue; the article of a noun, "either" behind a comma.
    (
        "The clerk was accused of fraud by the bank.",
        ("bank", "was accused", "The clerk … fraud"),
    ),
    ("Engineers described the weir as a hazard.", ("Engineers", "described", "the weir as a hazard")),
    ("The old weir was described by engineers as a hazard.", ("engineers", "was described", "The old weir … a hazard")),
    ("The ore is not in our sheds, either, she said.", (None, "said", "The ore is not in our sheds, either")),
    # An office in short before a titled name, a rank, one of a trade behind his seat; who spoke before the court.
    (
        "The OCPD, Chief Inspector Rosa Wanjiru, said that the ferry had been searched.",
        ("Rosa Wanjiru", "said", "the ferry had been searched"),
    ),
    (
        "CID DSP Imran Lodhi said that the vault had been empty.",
        ("Imran Lodhi", "said", "the vault had been empty"),
    ),
    (
        "The lawmaker representing Oruro South, Senator Tunde Lawal, condemned the raid.",
        ("Tunde Lawal", "condemned", "the raid"),
    ),
    (
        "Outside the court, Rosa Blum, whose brother drowned, said that the fine was too low.",
        ("Rosa Blum", "said", "the fine was too low"),
    ),
    # A body whose name begins as a title does.
    (
        "Soldiers burned the mill, Justice Monitor International said on Monday.",
        ("Justice Monitor International", "said", "Soldiers burned the mill"),
    ),
    # What the accused are called is nobody's accusation.
    (
        "The second accused fled over the border, customs officers said.",
        ("customs officers", "said", "The second accused fled over the border"),
    ),
    # Whoever is called after somebody is not he.
    (
        "Senator Ana Brandt will run again. The Brandt campaign wants to talk about wages.",
        ("Ana Brandt campaign", "wants to talk about", "wages"),
    ),
    (
        "Senator Ana Brandt will run again. Brandt campaign spokesman Tom Okoro said that it would be hard.",
        ("Tom Okoro", "said", "it would be hard"),
    ),
    (
        "Senator Ana Brandt will run again. Brandt supporters called on the mayor to resign.",
        ("Ana Brandt supporters", "called on", "the mayor to resign"),
    ),
    # Names before an office and behind one, of several who have it, in capitals.
    ("Lima Mayor Ana Diaz dismissed the plan on Monday.", ("Ana Diaz", "dismissed", "the plan")),
    (
        "Ana Diaz was in Riga. In an interview with hosts Ivo Lenz and Rita Solano, the candidate said she would win.",
        ("Ana Diaz", "said", "she would win"),
    ),
    (
        "Chief Minister Ravi Anand came to the House late. “What more can we do?” the CM asked.",
        ("Ravi Anand", "asked", "What more can we do"),
    ),
    (
        "Egypt’s foreign minister flew to Sudan on Monday. Its water minister said that the lake was full.",
        ("Sudan's water minister", "said", "the lake was full"),
    ),
    (
        "Members of the County Council claim that the dam leaks.",
        ("Members of the County Council", "claim", "the dam leaks"),
    ),
    # A newspaper is no document, and a firm called by half its name no person.
    (
        "The Coast Post obtained a memo by engineers. The memo says the pump failed.",
        ("memo", "says", "the pump failed"),
    ),
    (
        "Kestrel Oil has two ships in the bay. Kestrel said on Monday that both were safe.",
        ("Kestrel Oil", "said", "both were safe"),
    ),
    # Whose word it is that is seen by others.
    (
        "The Surveyor-General’s report, seen by this paper, says the bridge was never inspected.",
        ("Surveyor-General’s report", "says", "the bridge was never inspected"),
    ),
    # What is found in a document is told whole, and what is said behind a colon, and by how somebody says it.
    (
        "A 2019 report by the Norwegian Forest Agency found no sign of beetles.",
        (None, "found", "no sign of beetles"),
    ),
    (
        "Few people were convinced by it: “Empty words,” replied a fishermen’s union.",
        ("fishermen’s union", "replied", "Empty words"),
    ),
    (
        "One docker sighed: “They never worked a day in their lives.”",
        ("docker", "sighed", "They never worked a day in their lives"),
    ),
    # What is said to be so, is so by others' word.
    ("The clerk, 47 and said to be homeless, was held on Friday.", (None, "said", "to be homeless")),
    # Whoever speaks stands before the verb, and behind it who does what is told.
    (
        "Nautica, whose ships are old, said Lind Shipping of the Netherlands bought a boat in May.",
        ("Nautica", "said", "Lind Shipping of the Netherlands bought a boat in May"),
    ),
    ("Clerks and Sea Watch said the quay was shut.", ("Clerks and Sea Watch", "said", "the quay was shut")),
    # A day is no pollster, and so many percent are people.
    (
        "According to a Rhineland Radio poll out Thursday, the bishop leads by ten points.",
        ("Rhineland Radio poll out Thursday", "According to", "the bishop leads by ten points"),
    ),
    ("\u202a”Sorry to hear it,” wrote Pete Okoro.", ("Pete Okoro", "wrote", "Sorry to hear it")),
    # What hangs on the end of it, and who may be meant by "who", by both.
    (
        "The bishop denounced Sunday's fire in Riga, in which twelve people died.",
        ("bishop", "denounced", "Sunday's fire in Riga"),
    ),
    (
        "A fisherman, wrapped in a flag, who refused to give his age, left the pier.",
        ("fisherman", "refused", "to give his age"),
    ),
    # What whoever is asked to say it has not said is not said.
    ("The union demanded she say sorry to the clerks.", ("union", "demanded", "she say sorry to the clerks")),
    # Where it was said is no part of it, nor is the verb of whoever says it.
    (
        "The minister said in an interview with the paper that he would stay. Nobody answered.",
        ("minister", "said", "he would stay"),
    ),
    (
        "A spokesman for the group, who gave no name, said in a radio message that it had “never taken a hostage”.",
        ("spokesman for the group", "said", "it had “never taken a hostage”"),
    ),
    # The verb before, inside and after what is said.
    (
        "Foreign Minister Amara Keita said on Monday that the border would stay closed.",
        ("Amara Keita", "said", "the border would stay closed"),
    ),
    (
        "The border will stay closed, Foreign Minister Amara Keita said on Monday.",
        ("Amara Keita", "said", "The border will stay closed"),
    ),
    (
        "“We were not consulted,” said Jorge Medina, the mayor of Oruro.",
        ("Jorge Medina", "said", "We were not consulted"),
    ),
    (
        "Farm Minister Ilse Brandt visited the region twice. “The harvest,” she told reporters, “is lost.”",
        ("Ilse Brandt", "told", "The harvest … is lost"),
    ),
    # According to; documents and media.
    (
        "According to the United Nations, 3,000 families have left the town.",
        ("United Nations", "According to", "3,000 families have left the town"),
    ),
    (
        "Rebels attacked a barracks near Goma at dawn, according to the army.",
        (None, "according to", "Rebels attacked a barracks near Goma at dawn"),
    ),
    (
        "The Daily Telegraph reported that the bank had hidden its losses.",
        ("The Daily Telegraph", "reported", "the bank had hidden its losses"),
    ),
    # A capital stands for its government.
    (
        "Moscow has accused Kyiv of shelling the village.",
        ("Russia", "accused", "Kyiv of shelling the village"),
    ),
    # "That" opens a clause, or points at something.
    (
        "The brother of the driver disputed that account.",
        (None, "disputed", "that account"),
    ),
    # A mark that closes within what is said opens there, too.
    (
        "The mayor voiced “deep doubts” about the vote.",
        (None, "voiced", "“deep doubts” about the vote"),
    ),
    # No speaker given: none is made up.
    (
        "It was announced that the airport would reopen on Friday.",
        (None, "announced", "the airport would reopen on Friday"),
    ),
    # Marks written as two single ones.
    (
        "Eva Holm, who runs the mill, said that ''the dam is finished.''",
        ("Eva Holm", "said", "the dam is finished"),
    ),
    ("Sailors called her ''the mother of the port.''", (None, "called", "her ''the mother of the port.''")),
    # Two quotations keep their marks.
    (
        'The rector said "no pupil" was hurt and the hall was "quite safe."',
        ("rector", "said", '"no pupil" was hurt and the hall was "quite safe."'),
    ),
    # What is said is not broken off within a phrase.
    (
        "Tom Rask, a clerk at the bank, said the choice to sell had nothing to do with the flood.",
        ("Tom Rask", "said", "the choice to sell had nothing to do with the flood"),
    ),
    # What somebody is going to say, in his own words.
    (
        "“But Ann has been in the room; she is part of it,” Bo Ray will say tonight.",
        ("Bo Ray", "will say", "But Ann has been in the room; she is part of it"),
    ),
    # Who is dismissed by what he is called has lost no office.
    (
        'The skipper dismissed Ann Holm as "a bitter former cook."',
        ("skipper", "dismissed", 'Ann Holm as "a bitter former cook."'),
    ),
    # A participle that is a preposition tells of nothing said.
    (
        "Considering the cost of the dam, Ms. Holm said it was easy to find faults.",
        ("Holm", "said", "it was easy to find faults"),
    ),
    (
        "Neighbours were frustrated that the mill had reopened.",
        ("Neighbours", "were frustrated", "the mill had reopened"),
    ),
    ("The memo referred to the strikers as vandals.", ("memo", "referred to", "the strikers as vandals")),
    ("The letter demanded an inquiry into the fire.", ("letter", "demanded", "an inquiry into the fire")),
    ("The envoy hinted as much in a letter to the council.", ("envoy", "hinted", "as much")),
    (
        "Pundits said that those who deny the flood risk should visit the town.",
        ("Pundits", "said", "those who deny the flood risk should visit the town"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text[:40] for text, _ in ONE])
def test_one_statement(text: str, expected: tuple[str | None, str, str]) -> None:
    account = sayso.read(text)
    assert len(account.statements) == 1, [told(account, s) for s in account.statements]
    speaker, cue, content = told(account, account.statements[0])
    if expected[0] is not None:
        assert speaker == expected[0]
    assert cue.endswith(expected[1])
    assert content == expected[2]


def test_two_cues_are_two_statements() -> None:
    account = sayso.read(
        "Interior Minister Paul Mbeki said the curfew would stay and warned that looters would be shot."
    )
    assert [(told(account, s)[0], s.force) for s in account.statements][1] == ("Paul Mbeki", "warn")
    assert told(account, account.statements[0])[2] == "the curfew would stay"


@pytest.mark.parametrize(
    ("text", "hearer"),
    [("The court heard that the driver had been drinking.", "court"), ("A jury was told the boat was stolen.", "jury")],
)
def test_who_is_told_something_does_not_say_it(text: str, hearer: str) -> None:
    account = sayso.read(text)
    (statement,) = account.statements
    assert statement.speaker is None
    addressee = account.actor(statement.addressee)
    assert addressee is not None and addressee.name == hearer


def test_what_is_pointed_to_is_told_nothing() -> None:
    account = sayso.read("“You make mistakes,” Ann Holm said, referring to the port council of Dover.")
    assert [s.addressee for s in account.statements] == [None] * len(account.statements)


SAID_ONCE = [
    # What another had claimed.
    (
        "Norway denied that its trawlers had cut the cable, as the mayor of Tromso, Lars Berg, had suggested.",
        [
            ("Norway", "denied", "its trawlers had cut the cable"),
            ("Lars Berg", "had suggested", "its trawlers had cut the cable"),
        ],
    ),
    # What somebody does is no part of what he says.
    (
        "The rector described the vote as “absurd” and directed deans to ignore it.",
        [("rector", "described", "the vote as “absurd”"), ("rector", "directed", "deans to ignore it")],
    ),
    # A film shows; the brother says that it does.
    (
        "But the driver’s brother, Ivo Lenz, said a film showed that the brakes had been cut.",
        [
            ("Ivo Lenz", "said", "a film showed that the brakes had been cut"),
            ("film", "showed", "the brakes had been cut"),
        ],
    ),
    # A noun of saying of which another says something; the title of a report; where somebody spoke or what was asked.
    (
        "The port authority said a buoy had been found adrift, a claim the crew’s agent, Rita Solano, said she would "
        "look into.",
        [
            ("port authority", "said", "a buoy had been found adrift"),
            ("Rita Solano", "said", "she would look into"),
        ],
    ),
    (
        "The 40-page report, “Dry Wells,” says that nine villages have lost their water.",
        [("40-page report", "says", "nine villages have lost their water")],
    ),
    (
        "A customs officer, speaking to a private radio station, said two crates were missing.",
        [("customs officer", "said", "two crates were missing")],
    ),
    (
        "Peru’s consulate in Lisbon, asked about the firm’s licence, said it had no record of one.",
        [("Peruvian consulate in Lisbon", "said", "it had no record of one")],
    ),
    # A participle behind who says it goes on with what is said, or tells of another act.
    (
        "Bandits burned two barges on Friday, the coast guard said on Sunday, killing a cook.",
        [("coast guard", "said", "Bandits burned two barges on Friday … killing a cook")],
    ),
    (
        "The union is wrong, the owner said, adding that pay was fair.",
        [("owner", "said", "The union is wrong"), ("owner", "adding", "pay was fair")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID_ONCE, ids=[text[:40] for text, _ in SAID_ONCE])
def test_to_each_his_own_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    account = sayso.read(text)
    assert [told(account, s) for s in account.statements] == expected


def test_who_says_one_thing_denies_the_next() -> None:
    account = sayso.read("The police said that officers had come under fire but denied hitting any passers-by.")
    assert [told(account, s) for s in account.statements] == [
        ("police", "said", "officers had come under fire"),
        ("police", "denied", "hitting any passers-by"),
    ]


@pytest.mark.parametrize("headline", ["Nurse altered charts, court told", "Mayor hid letters, inquiry told"])
def test_who_tells_nobody_has_been_told(headline: str) -> None:
    account = sayso.read(f"{headline}\n\nTARFU (AFP) — Two men drowned on Monday.")
    assert [one.speaker for one in account.statements] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The board says the cashier took the money; Ana Lund has denied it, arguing that the safe was empty.",
            [
                ("board", "says", "the cashier took the money"),
                ("Ana Lund", "has denied", "it"),
                ("Ana Lund", "arguing", "the safe was empty"),
            ],
        ),
        (
            "The union, which had called for a strike in May, welcomed the offer.",
            [("union", "had called for", "a strike in May"), ("union", "welcomed", "the offer")],
        ),
        (
            "Ana Lund said guards had pushed her brother down the stairs and denied him his medicine.",
            [("Ana Lund", "said", "guards had pushed her brother down the stairs and denied him his medicine")],
        ),
        ("The ministry had denied clearance to search the six barges.", []),
        # Those who do it together, in what another says of them; he who told has not been asked.
        (
            "Ambassador Ana Brandt said Peru and Chile applaud the treaty and hope it will hold.",
            [
                ("Ana Brandt", "said", "Peru and Chile applaud the treaty and hope it will hold"),
                ("Peru and Chile", "applaud", "the treaty"),
                ("Peru and Chile", "hope", "it will hold"),
            ],
        ),
        (
            "The bishop said a sister of Ivo Lenz told guards she had seen a boat.",
            [
                ("bishop", "said", "a sister of Ivo Lenz told guards she had seen a boat"),
                ("sister of Ivo Lenz", "told", "she had seen a boat"),
            ],
        ),
        # Nobody is "the clerk" in his own words.
        (
            "Ana Lund said the clerk told her that the safe was empty.",
            [
                ("Ana Lund", "said", "the clerk told her that the safe was empty"),
                ("clerk", "told", "the safe was empty"),
            ],
        ),
        # A participle may tell of its noun alone.
        (
            "Officials said the loans announced during Princess Ida's tour are part of a larger plan.",
            [("Officials", "said", "the loans announced during Princess Ida's tour are part of a larger plan")],
        ),
    ],
)
def test_each_of_several_acts_has_its_own_speaker_and_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    account = sayso.read(text)
    assert [told(account, one) for one in account.statements] == expected


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("Fire in eastern Togo: firm says siren was heard", "siren was heard"),
        ("Togolese rebels deny shooting envoy as captive nuns freed", "shooting envoy"),
    ],
)
def test_what_a_headline_tells_beside_it_is_not_said(title: str, content: str) -> None:
    account = sayso.read(f"{title}\n\nTARFU (AFP) — Six left the hall on Monday.")
    (only,) = account.statements
    assert [account.words(piece) for piece in only.content] == [content]


def test_how_many_are_known_to_be_dead_is_said_by_nobody() -> None:
    account = sayso.read("At least six are confirmed dead and 20 are missing, the mayor, Ana Sim, told reporters.")
    assert [told(account, one)[0] for one in account.statements] == ["Ana Sim"]


def test_a_headline_of_two_clauses_has_two_speakers() -> None:
    account = sayso.read("Mayor ‘broke no rule’, says council, as residents reject report\n\nTARFU (AFP) — Six left.")
    assert [told(account, one)[0] for one in account.statements] == ["council", "residents"]
