"""How far what somebody says reaches: a text, and the words of each in its account. Runs the model that ships."""

from __future__ import annotations

import pytest
from telling import told

import sayso


def test_what_is_said_keeps_its_verb_beside_another_cue() -> None:
    account = sayso.read(
        "The health minister said the strike was illegal and warned that those taking part could lose their jobs."
    )
    assert [told(account, s)[2] for s in account.statements] == [
        "the strike was illegal",
        "those taking part could lose their jobs",
    ]


def test_a_word_of_saying_within_what_is_said_does_not_take_it_over() -> None:
    account = sayso.read("Norway says it warned Sweden before the launch.")
    assert told(account, account.statements[0]) == ("Norway", "says", "it warned Sweden before the launch")


ANSWERED = [
    ("Norway accuses Sweden of cutting a cable in the Baltic, which Sweden adamantly denies.", "which"),
    ("Chile says Peru dammed the river, a claim that Peru rejects.", "a claim"),
    ("The union said the ferry was old, a charge the owner has denied.", "a charge"),
    ("Observers said they had seen burned ballots in two towns, a finding the commission disputed.", "a finding"),
    ("Nurses said they had treated burns in four camps, an account the ministry disputes.", "an account"),
]


@pytest.mark.parametrize(("text", "content"), ANSWERED, ids=[text[:40] for text, _ in ANSWERED])
def test_who_contests_what_another_has_just_said_does_not_say_it_through_him(text: str, content: str) -> None:
    account = sayso.read(text)
    first, answer = account.statements
    assert content not in told(account, first)[2]
    assert (told(account, answer)[2], answer.via) == (content, [])
    assert len(account.disputes) == 1


def test_what_is_told_aside_ends_where_more_is_said() -> None:
    account = sayso.read("The mayor, who confirmed the raid, said nine shepherds had died.")
    assert [told(account, s)[2] for s in account.statements] == ["the raid", "nine shepherds had died"]


def test_a_word_in_single_marks_keeps_both() -> None:
    account = sayso.read("Mayor calls ‘idle’ clerks a disgrace\n\nThe mayor met the clerks on Monday.")
    assert told(account, account.statements[0])[2] == "‘idle’ clerks a disgrace"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Guards beat two sailors in the yard, a union said, but the harbour office maintained that both had "
            "fallen.",
            [
                ("union", "said", "Guards beat two sailors in the yard"),
                ("harbour office", "maintained", "both had fallen"),
            ],
        ),
        (
            "The dam had cracked in May, an engineer said, while the ministry said it had passed every test.",
            [
                ("engineer", "said", "The dam had cracked in May"),
                ("ministry", "said", "it had passed every test"),
            ],
        ),
        (
            "Six miners were trapped overnight, the rescue service said, as rain flooded the lower galleries.",
            [("rescue service", "said", "Six miners were trapped overnight")],
        ),
        (
            "Fishermen say navy sank three boats; minister says none was hit",
            [
                ("Fishermen", "say", "navy sank three boats"),
                ("minister", "says", "none was hit"),
            ],
        ),
    ],
    ids=["but", "while", "as", "semicolon"],
)
def test_what_one_says_ends_where_anothers_word_begins(text: str, expected: list[tuple[str, str, str]]) -> None:
    account = sayso.read(text)
    assert [told(account, s) for s in account.statements] == expected
    assert all(s.via == [] for s in account.statements)


SAID_APART = [
    # A quotation is over where another begins to speak; what is called absurd is, with what it is called.
    (
        "The skipper called the search “a farce”, but Mayor Lena Holt told the crew that they could leave.",
        [("skipper", "called", "the search “a farce”"), ("Lena Holt", "told", "they could leave")],
    ),
    (
        "The envoy said the poet “took money from abroad”, a charge which her publisher called absurd.",
        [
            ("envoy", "said", "the poet “took money from abroad”"),
            ("her publisher", "called", "a charge which … absurd"),
        ],
    ),
    # The label of a notice is none of it.
    (
        "Harbour fire: Two tugs burned out in Gdansk, the port’s fire service said.",
        [("port’s fire service", "said", "Two tugs burned out in Gdansk")],
    ),
    # Nothing is said by who is called to a place, nor about what is looked into.
    (
        "Crews were called to reports of smoke in the hold. Her brother, Tom Rask, said nobody had slept there.",
        [("Tom Rask", "said", "nobody had slept there")],
    ),
    ("The Klaxon could not verify the battlefield reports.", []),
    # What stands on both sides of who says it, and what goes on behind him.
    ("Oslo will not, the minister said, pay for a second bridge.",
     [("Norwegian minister", "said", "Oslo will not … pay for a second bridge")]),
    ("One of the dockers, according to a police report, fled over the fence.",
     [("police report", "according to", "One of the dockers … fled over the fence")]),
    ("Peru and Chad, a clerk said, would vote against it.",
     [("clerk", "said", "Peru and Chad … would vote against it")]),
    ("The vote, the envoy said, “was a sham”, and the count a farce.",
     [("envoy", "said", "The vote … “was a sham”, and the count a farce")]),
    ("Nurses say the ward is full, a doctor said, but refuse to close it.",
     [("Nurses", "say", "the ward is full"),
      ("doctor", "said", "Nurses say the ward is full … but refuse to close it"),
      ("Nurses", "refuse", "to close it")]),
    # What is told to be announced, and a crime that is denied.
    ("The fees, announced by the port authority, rise in May.", [("port authority", "announced", "The fees")]),
    ("The mayor blamed the crews, giving no details.", [("mayor", "blamed", "the crews")]),
    ("The army said the rebels had burned the mill, a crime the rebels denied.",
     [("army", "said", "the rebels had burned the mill"), ("rebels", "denied", "a crime")]),
    # Who does in what another says what is joined to it; but his own men are on his side.
    ("The museum said burglars had smashed its doors and demanded a ransom.",
     [("museum", "said", "burglars had smashed its doors and demanded a ransom"),
      ("burglars", "demanded", "a ransom")]),
    ("The navy said its divers had found the wreck and called the search a success.",
     [("navy", "said", "its divers had found the wreck"), ("navy", "called", "the search a success")]),
    # What goes on behind an aside, and before the clause into which who says it is put.
    ("The shipyard, which creditors say is short of cash, sold two cranes.",
     [("creditors", "say", "is short of cash")]),
    ("The pier was shut because, the harbour master said, its planks were rotten.",
     [("harbour master", "said", "its planks were rotten")]),
    ("Nine people drowned, the clinic said, in what villagers described as the worst flood in decades.",
     [("clinic", "said", "Nine people drowned"), ("villagers", "described", "the worst flood in decades")]),
    # A cue may end the text.
    ("The minister said the talks had failed.said", [("minister", "said", "the talks had failed")]),
    ("The mine was shut on Monday, the union said, in what would be the first such closure in years.",
     [("union", "said", "The mine was shut on Monday")]),
    # What a speaker leaves out, and what becomes of what he says.
    ("The navy said the chart was a fake, without offering evidence.", [("navy", "said", "the chart was a fake")]),
    ("The bishop blamed outsiders, without elaborating.", [("bishop", "blamed", "outsiders")]),
    ("A deacon said two barges had sunk but could not say how.", [("deacon", "said", "two barges had sunk")]),
    # What is denied has been told before, and what stands behind a colon is why.
    ("A Ghanaian official denied that: the vault had been open in May, the official said.",
     [("Ghanaian official", "said", "the vault had been open in May")]),
    ("The clerk said the seal was broken, without saying by whom.", [("clerk", "said", "the seal was broken")]),
    ("The priest said that the barn had burned and that nobody could say why.",
     [("priest", "said", "the barn had burned and that nobody could say why")]),
    ("The abbot said the choir had barred two singers, a charge the choir did not answer.",
     [("abbot", "said", "the choir had barred two singers")]),
    # Who is told something is no part of it, and who tells it may tell nobody in particular.
    (
        "A letter dated Oct. 6 and seen by Reuters shows that at least 112 of them were told their services were "
        '"no longer required" because of "unauthorised absence".',
        [
            ("letter dated Oct. 6 and seen by Reuters", "shows",
             "at least 112 of them were told their services were "
             '"no longer required" because of "unauthorised absence"'),
            (None, "were told", 'their services were "no longer required" because of "unauthorised absence"'),
        ],
    ),
    ("The bridge will stay shut till noon, deputy collector Rina Das informed.",
     [("Rina Das", "informed", "The bridge will stay shut till noon")]),
    # A participle is of who says it, and whom he contradicts is none who speaks.
    ("The mill said a fire had forced it to close, contradicting the ministry, which had ordered it shut.",
     [("mill", "said", "a fire had forced it to close"), ("mill", "contradicting", "the ministry")]),
    # What the figures of a poll are, and who links whom to a deed.
    ("An exit poll gave the party 41 percent.", [("exit poll", "gave", "the party 41 percent")]),
    ("The militia, which the UN has linked to a massacre, holds the town.",
     [("United Nations", "linked", "to a massacre")]),
    ("Chad and Niger, which rely on the road for most of their trade, have asked Benin to reopen it.",
     [("Chad and Niger", "have asked", "Benin to reopen it")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID_APART, ids=[text[:40] for text, _ in SAID_APART])
def test_what_one_says_is_no_more_than_that(text: str, expected: list[tuple[str, str, str]]) -> None:
    account = sayso.read(text)
    assert [told(account, s) for s in account.statements] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said he had been told by a captain that the pier was rotten.",
            ("mayor", "said", "he had been told by a captain that the pier was rotten"),
        ),
        (
            "Her party pledged in 2022 to rebuild the pier.",
            ("Her party", "pledged", "to rebuild the pier"),
        ),
    ],
)
def test_the_first_of_several_acts_keeps_to_its_own(text: str, expected: tuple[str, str, str]) -> None:
    account = sayso.read(text)
    assert told(account, account.statements[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bank called reports that it had lost money “nonsense”.",
            [("bank", "called", "reports that it had lost money “nonsense”")],
        ),
        (
            "“The school will not be shut, as a local radio station reported,” said Ana Lund.",
            [
                ("local radio station", "reported", "The school will not be shut"),
                ("Ana Lund", "said", "The school will not be shut, as a local radio station reported"),
            ],
        ),
        ("The bishop called the nurses ‘saints’.", [("bishop", "called", "the nurses ‘saints’")]),
    ],
)
def test_what_is_called_something_is_said_by_who_calls_it_so(text: str, expected: list[tuple[str, str, str]]) -> None:
    account = sayso.read(text)
    assert [told(account, one) for one in account.statements] == expected


@pytest.mark.parametrize(
    ("headline", "content"),
    [
        ("Opposition claims fraud as president wins third term", "fraud"),
        ("Mayor urges calm as troops enter port", "calm"),
    ],
)
def test_what_happens_meanwhile_is_not_said_in_a_headline(headline: str, content: str) -> None:
    account = sayso.read(f"{headline}\n\nTARFU (AFP) — Two men drowned on Monday.")
    assert [told(account, one)[2] for one in account.statements] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The bank called the union’s plan “absurd”.", "the union’s plan “absurd”"),
        ("The pier had been closed since May and nobody had told the crew, the harbour master said on Friday.",
         "The pier had been closed since May and nobody had told the crew"),
        ("Police used dogs after what they said was a riot.", "a riot"),
    ],
)  # fmt: skip
def test_a_content_is_whole_and_no_more(text: str, content: str) -> None:
    account = sayso.read(text)
    assert [told(account, one)[2] for one in account.statements] == [content]


def test_a_number_of_them_is_part_of_what_is_said() -> None:
    account = sayso.read("Six nurses fell ill, the union says. Officials say two have died.")
    assert [told(account, one)[2] for one in account.statements] == ["Six nurses fell ill", "two have died"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # What somebody says does not break off before its noun, or before what its verb is done to.
        (
            "Guards fired darts to keep a second herd from the pens, keepers said, and shot a bear.",
            ["Guards fired darts to keep a second herd from the pens … and shot a bear"],
        ),
        # Until when, and what somebody was told, is not said by him.
        (
            "The party urged the queen to suspend the general until the panel reports.",
            ["the queen to suspend the general"],
        ),
        (
            "Two envoys briefed on the plan said the navy is the only force in the strait that is known to have them.",
            ["the navy is the only force in the strait that is known to have them"],
        ),
        ("Colonel Juma, whom Norway sanctioned in 2017 over the beating of marchers, has died.", []),
    ],
)
def test_what_is_said_and_no_less(text: str, contents: list[str]) -> None:
    account = sayso.read(text)
    assert [" … ".join(map(account.words, one.content)) for one in account.statements] == contents


def test_who_says_what_another_did_says_it_all() -> None:
    account = sayso.read(
        "Giving evidence on Monday, Ana Lund, 42, said the head waiter, Ivo Lenz, took her to a cellar."
    )
    assert [told(account, one) for one in account.statements] == [
        ("Ana Lund", "said", "the head waiter, Ivo Lenz, took her to a cellar")
    ]
