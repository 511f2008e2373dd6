"""What looks like something said and is not: texts without a statement, or with one of nobody. Runs the model that
ships."""

from __future__ import annotations

import pytest
from telling import told

import sayso


def test_one_label_again_and_again_is_no_talk() -> None:
    photo = "Photos: Storm hits the coast near the town of Tarro and brings down the old bridge.\n\n"
    assert sayso.read(photo * 3).statements == []


@pytest.mark.parametrize(
    "text",
    [
        "Road tolls: The bridge is paid for by 520 firms, compared with 39 last year.",
        "Farmers, millers trade blame over price of bread\n\nA loaf costs two dollars in Lima today.",
    ],
)
def test_a_label_and_a_headline_of_two_who_quarrel_are_no_statements(text: str) -> None:
    assert sayso.read(text).statements == []


@pytest.mark.parametrize(
    "text",
    [
        "The abbot said the tenants had burned the mill in order to blame the guild.",
        "The herders' spokesman, who calls himself Captain Wolf, said the dogs had fled.",
        "Customs officers said they had caught nine smugglers, two of whom had confessed.",
        "Tidewatch, a group that documents spills, said the creek was black.",
    ],
)
def test_an_aim_and_a_name_are_not_said(text: str) -> None:
    account = sayso.read(text)
    assert [account.words(one.cue) for one in account.statements if one.cue] == ["said"]


def test_furniture_is_no_statement() -> None:
    account = sayso.read(
        "Ferry sinks off Zanzibar\n\nBy Grace Otieno\n\nRescuers search the sea on Friday. Photo: Reuters\n\n"
        "DAR ES SALAAM, Tanzania — A ferry sank off Zanzibar on Friday, the coastguard said.\n"
    )
    assert [told(account, s)[1:] for s in account.statements] == [
        ("said", "A ferry sank off Zanzibar on Friday"),
    ]
    assert account.report.byline == "Grace Otieno"


@pytest.mark.parametrize(
    "text",
    [
        "Chile on Friday expelled the Peruvian consul and closed two ports.",
        "The report is due on Monday. The talks lasted for an hour.",
        "Heavy rain fell on the coast and two bridges were closed.",
        "Prices rose by four percent in March.",
        "The council imposed a tax on ferries and signed two contracts.",
        "A grand jury indicted the former mayor on Monday.",
        "The storm seems likely to reach the islands.",
        "Read more about the flood in our paper.",
        "After the storm Bill Okoro called her to meet again.",
        "A warder who pleaded anonymity spoke in Jos.",
        # What happened tells it, and nobody says it.
        "Divers found a saw in the hold, which suggests that the hull was cut.",
        "Fares fell for a third year, which shows the merger has failed.",
        # Deeds, and what has to be said.
        "The floods claimed twelve lives in the valley on Monday.",
        "Okoro claimed the title in Riga for the second time.",
        "Kestrel posted a loss of four million dollars for the third quarter.",
        "Closed lists deny many young people the right to stand for office.",
        "The nurse was denied bail on Friday.",
        "Officers fired rubber bullets to scatter pupils who had blocked the bridge.",
        "In 2019 a tribunal annulled the sale of the mine.",
        "The tribunal has until Monday to announce the outcome of the recount.",
        "Sailors who claim compensation waited in the rain.",
        "The farmers' attitude toward the dam has changed.",
        "The judge read the widow's statement.",
        # Nor what somebody should say.
        "Judges should condemn the raid.",
    ],
)
def test_nothing_said_gives_no_statement(text: str) -> None:
    assert sayso.read(text).statements == []


@pytest.mark.parametrize(
    "text",
    ["Heavy rain is expected on the coast.", "The ferry is known for its delays.", "The dam was expected to hold."],
)
def test_a_state_of_mind_that_is_nobodys_is_no_statement(text: str) -> None:
    assert sayso.read(text).statements == []


@pytest.mark.parametrize(
    "text",
    [
        "No group has admitted that it had planted the bomb.",
        "Nobody told reporters that the road was safe.",
        "None of the sailors said that they had seen a light.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert sayso.read(text).statements == []


def test_a_headline_without_a_speaker_says_nothing() -> None:
    account = sayso.read(
        "Three sailors home after a month as navy and union trade blame\n\nThey landed on Friday, the charity said.\n"
    )
    assert [told(account, s)[0] for s in account.statements] == ["charity"]


def test_who_is_threatened_threatens_nobody() -> None:
    account = sayso.read("One reporter, Niko Sarr, told colleagues he had been slapped and threatened.")
    threats = [one for one in account.statements if account.words(one.cue or (0, 0)) == "threatened"]
    assert all(one.speaker is None for one in threats)


def test_who_is_dismissed_is_no_claim() -> None:
    account = sayso.read("President Karim Aydin dismissed the governor of the central bank on Friday.")
    assert account.statements == []


@pytest.mark.parametrize(
    "text",
    [
        "A clerk, who asked not to be named because he feared for his job, left early.",
        "One sailor spoke on condition of anonymity.",
        "Two nurses declined to be identified.",
        "The harbour office did not respond to a request for comment.",
        "The mayor has not said whether she will run again.",
        "The Bakers’ Union, which called the strike, has 900 members.",
    ],
)
def test_how_a_report_came_by_its_source_is_no_statement(text: str) -> None:
    assert sayso.read(text).statements == []


@pytest.mark.parametrize(
    "text",
    [
        "The bakers called off their strike on Monday.",
        "Father Luis was saying mass when the roof fell in.",
        "The navy did not name the skipper.",
        # Who demonstrates, sentences or goes to law has acted; so has whoever is told what a thing is called.
        "Farmers have protested against the levy every week.",
        "Norway sentenced him to nine years for spying.",
        "The firm appealed the verdict on Friday.",
        "The bank referred questions to the police.",
        "Peru recalled its ambassador on Monday.",
        "She lives in a village called Tarfu.",
        "Sailors who feel unsafe can turn to the captain.",
        "The governor responded to the pressure.",
        "When the newspaper called the prison, a guard hung up.",
        "The two sides have different positions on the truce.",
        # Nor is what nobody asks, says or thinks.
        "The navy neither confirmed nor denied that it was looking for the skipper.",
        "The truce, agreed in June, was broken on Monday.",
        "The judge is expected to rule on Monday.",
        "The minister stopped short of calling the raid a crime.",
        "The envoy failed to say why.",
        "The question of where to build the dam was left open.",
        "A law aimed at saving water took effect on Monday.",
        "He was not asked to sign the paper.",
        "The mayor will say on Monday that taxes must rise.",
        "The new rector hails from a fishing village.",
        "Peru has yet to endorse the plan.",
        "The vote, seen as a test for the mayor, was put off.",
        # Nor on whose side somebody is, what he leaves out, or how he wants to appear.
        "The party, which backs the general, meets on Monday.",
        "A docker who insisted on anonymity for fear of the crews met the inspectors.",
        "In 1962 Bo Ray, then 29, was named the executive director of the club.",
        # Nor by who is asked to comment, who misjudges, or how hard it is to say.
        "The firm did not reply to a letter requesting its comments.",
        "Pollsters have underestimated the right in every vote.",
        # Nor by who hears a case, or a noise.
        "A judge in Pune heard the appeal of nine bakers.",
        "Shepherds heard a loud blast.",
        "Nine fishermen were reported missing on Monday.",
        "Police questioned two clerks over the theft.",
        "Detectives questioned the mayor on Monday.",
        "Benin’s claims over the Alibori region go back to 1899.",
        # Nor by what makes something needful, a report that puts itself right, or whoever it may be.
        "The drought demands that the farms change.",
        "An earlier version of this article misstated the age of the skipper.",
        "Anyone wanting to adopt a cat can call the shelter.",
        "The two firms vied for the contract.",
        "The merger enraged shareholders of the bank.",
        "The memo refers the matter to the board.",
    ],
)
def test_what_looks_like_a_saying_and_is_none(text: str) -> None:
    assert sayso.read(text).statements == []


def test_of_whom_something_is_said_does_not_say_it() -> None:
    (statement,) = sayso.read("The envoy is said to have told the king that he was wrong.").statements
    assert statement.speaker is None


def test_what_emerges_is_said_by_nobody() -> None:
    account = sayso.read(
        "Togo's biggest rail union has accused Corvane Lines of spying after it emerged that the firm had hired a "
        "detective."
    )
    assert all(not one.speaker for one in account.statements if account.words(one.cue or (0, 0)) == "emerged")


def test_what_kind_of_piece_it_is_says_nothing() -> None:
    account = sayso.read("Q&A: ‘We never had a list’\n\nTARFU (AFP) — The mayor said on Monday that six had left.")
    assert [told(account, one)[0] for one in account.statements] == ["mayor"]


@pytest.mark.parametrize("verdict", ["convicted", "acquitted"])
def test_a_verdict_is_a_deed(verdict: str) -> None:
    assert sayso.read(f"Judges in Tarfu {verdict} a former colonel of six counts of arson on Tuesday.").statements == []
