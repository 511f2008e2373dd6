"""With what force something is said, and whether in quotation marks: a text and the account it must give, by the model
that ships; and what single words tell of the force beside it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.account.said.forces import features, word_scores
from sayso.reader.labels import FORCES


def test_the_scores_are_probabilities_whatever_the_words() -> None:
    assert math.isclose(sum(map(math.exp, word_scores("said", "the road was closed"))), 1.0)


@given(st.text(), st.text())
def test_any_words(cue: str, said: str) -> None:
    scores = word_scores(cue, said)
    assert len(scores) == len(FORCES)
    assert math.isclose(sum(map(math.exp, scores)), 1.0, rel_tol=1e-6)


def test_pairs_the_opening_and_the_cue_count_too() -> None:
    found = features("said", "We will not talk")
    assert {"w we", "w not talk", "^ we will not", "c said"} <= set(found)
    assert "^ we will not talk" not in found


def test_a_word_of_many_counts_less() -> None:
    assert features("", "no")["w no"] > features("", "there was no road, no bridge and no ferry")["w no"]


@pytest.mark.parametrize(
    ("said", "more", "than"),
    [
        ("they must release the crew immediately", "demand", "promise"),
        ("how could this happen?", "question", "promise"),
        ("we are deeply concerned about the shelling", "concern", "announce"),
        ("if the dam breaks there could be a disaster", "warn", "praise"),
    ],
)
def test_some_words_speak_for_a_force(said: str, more: str, than: str) -> None:
    scores = dict(zip(FORCES, word_scores("said", said), strict=True))
    assert scores[more] > scores[than]


SAID = [
    # Who has a word for the wrong that somebody did accuses him.
    ("The minister said Togo had violated the truce.", "accuse"),
    ("The mayor said the flight was a breach of Chad's airspace.", "accuse"),
    ("The ministry said Ghana never violated the truce.", "deny"),
    # What is asked for is to be given, and not to be told.
    ("The abbess asked the harbour board for ropes and lamps.", "request"),
    ("The abbess asked the harbour board for how long it would close.", "question"),
    ("The guild said the charges were Chadian propaganda.", "deny"),
    ("The president denied that any prisoner had been beaten.", "deny"),
    ("Turkey accused Greece of sending back boats.", "accuse"),
    ("“These allegations are completely false,” the minister said.", "deny"),
    ("The general warned that the truce could collapse within days.", "warn"),
    ("The union demanded the release of its leader.", "demand"),
    ("The opposition urged the court to publish the results.", "request"),
    ("The governor promised to rebuild the bridge by May.", "promise"),
    ("The Vatican welcomed the agreement.", "praise"),
    ("Amnesty International condemned the executions.", "criticize"),
    ("The UN envoy expressed deep concern about the shelling of the port.", "concern"),
    ("The company rejected the offer, calling it inadequate.", "reject"),
    ("The ministry said the rumours were groundless.", "deny"),
    ("The premier said his country stood ready to help and is prepared to send doctors.", "promise"),
    ("The rector declined to comment.", "reject"),
    ("“We will not sell tanks to Togo,” Trade Minister Ola Berg told reporters on Friday.", "reject"),
    ("The premier called on both armies to hold their fire.", "request"),
    ("The coach asked the referee to stop the match.", "request"),
    ("The bishop asked her to “forget” the letters.", "request"),
    ("The mayor asked anyone who may have seen the boys to call the police.", "request"),
    ("The farmers asked for help with the harvest.", "request"),
    ("Two miners asked that their names be left out.", "request"),
    ("The ministry rejected reports that two prisoners had escaped.", "deny"),
    ("Lima’s envoy dismissed the accusation as gossip.", "deny"),
    ("The bishop dismissed the offer as too little.", "reject"),
    ("The envoy pleaded not guilty to smuggling.", "deny"),
    ("“We had a deal. The owners lied to us and they are lying now,” the stewards' leader said.", "accuse"),
    ("“Who will pay for the bridge?” the mayor said.", "question"),
    ("The bank has repeatedly defended its chairman against the minister’s reproach.", "praise"),
    ("Deputies asked why the dam had not been inspected.", "question"),
    ("The lawyer asked the minister whether he was going to resign.", "question"),
    ("Reporters asked the minister about plans to close the port.", "question"),
    ("The bank acknowledged that two ledgers were missing.", "agree"),
    ("The premier decries the strike as a danger to the harbour.", "criticize"),
    ("Nurses lambast the board for closing the ward.", "criticize"),
    ("The ombudsman castigated the police for losing the files.", "criticize"),
    ("The coach admonished the players for their conduct.", "criticize"),
    ("The players grumbled about the schedule.", "criticize"),
    ("The ministry rebutted reports that the dam had cracked.", "deny"),
    ("The agency disclaimed responsibility for the leak.", "deny"),
    ("The party repudiated the pact with the liberals.", "reject"),
    ("Two ministers expressed reservations about the sale.", "concern"),
    ("The mayor concurred that the bridge was unsafe.", "agree"),
    ("The relatives begged for news of the crew.", "request"),
    ("The river rose by two metres overnight, the weather service said.", "assert"),
    # What somebody does by saying so.
    ("“We welcome the verdict,” the bishop said.", "praise"),
    ("The African Union said it deplored the burning of the ferry.", "criticize"),
    ("“Turkey is deeply worried over the floods,” Turkish Foreign Ministry spokesman Ali Kaya said.", "concern"),
    ("The port authority said it opposed the toll.", "reject"),
    ("“I am supporting the nurses,” the rector said.", "praise"),
    # But not what another did.
    ("The mayor said Peru had rejected the loan in 2009.", "assert"),
    # A paper that accuses by what it says.
    ("According to the lawsuit, the guards locked three boys in a shed.", "accuse"),
    ("The charge sheet included two counts of arson.", "accuse"),
    # Nothing is promised, asked or agreed to without a word of that; what others threaten is told of them.
    ("“We have been promised new boats for years,” the skipper said.", "assert"),
    ("“She asked me to sign it twice,” Rosa Lind told the inquiry.", "assert"),
    ("The museum explains why the ship sank.", "assert"),
    ("The manager maintained that the fee was low.", "assert"),
    ("The mayor said his office would not yield to blackmail.", "reject"),
    ("The governor pointed the finger at smugglers.", "accuse"),
    ("Chile and Peru voiced alarm.", "concern"),
    # Who does not back somebody does the contrary.
    ("The board is not endorsing any candidate.", "reject"),
    ("“Don't let them sell the mill,” Ann Ray told the crews.", "demand"),
    ("Farmers thanked the fire crews for saving the mill.", "praise"),
    ("He spoke highly of her work at the bank, saying it had saved jobs.", "praise"),
    ("The chairman shot down rumours that the zoo would close.", "deny"),
    # Who proposes to do a thing himself makes a plan known.
    ("The council proposed to raise the toll by a tenth.", "announce"),
    ("“The United States condemns the coup,” said a United States envoy.", "criticize"),
    # What its predicate judges, and what is but so.
    ("The auditor said the contract was a farce.", "criticize"),
    ("The regulator said the firm had mishandled the recall.", "criticize"),
    ("The rector said the cuts had damaged the reputation of the college.", "criticize"),
    ("The observatory said the town risked running out of water.", "warn"),
    ("The clerk said the firm wanted to mislead its buyers.", "accuse"),
    ("The widow said the owners were not being honest.", "accuse"),
    ("The lawyer said their aim was to intimidate witnesses.", "accuse"),
    ("“This is not acceptable,” the envoy said.", "criticize"),
    ("“We will open a clinic in Arica next spring,” the bishop said.", "announce"),
    ("“Look at the bridge,” the engineer said.", "request"),
    ("The paper questioned the mayor's commitment to the tram.", "question"),
    ("The harbour master said the engine failed to start.", "assert"),
    ("The nurse said the wards were shamefully dirty.", "criticize"),
    ("The auditor said the clerks had forged the tickets.", "accuse"),
    # Whoever says of another state that it used force accuses it.
    ("The fisherman said Chad had shelled his village.", "accuse"),
    # What others are made to pay is no news of them.
    ("“They will pay for this,” the captain said.", "threaten"),
    ("The sheikh said the raid would not go unpunished.", "threaten"),
    # What is called untrue is denied.
    ("The mayor described the rumour as a hoax.", "deny"),
    ("Critics called the film a joke.", "criticize"),
    # Who cannot go along with something is against it.
    ("“We cannot tolerate this toll,” the carter said.", "reject"),
    # Being taken by the law is but told.
    ("The lawyer said her client had been detained at the airport without a charge.", "assert"),
    # What a speaker's own people are going to do he makes known.
    ("The minister said the government would rebuild both bridges.", "announce"),
    ("The rector said the storm had damaged forty houses.", "assert"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Customs said they were not auditing the broker.",
        "The registrar said there had been no petition for a recount.",
        "The shipyard said it had not bid for the ferry.",
    ],
)
def test_nothing_is_refused_by_what_has_not_been_done(text: str) -> None:
    assert [statement.force for statement in sayso.read(text).statements] != ["reject"]


@pytest.mark.parametrize(("text", "force"), SAID)
def test_the_force_comes_from_the_cue_and_from_what_is_said(text: str, force: str) -> None:
    assert sayso.read(text).statements[0].force == force


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The mayor lashed out at the board, saying it met once a year.", "criticize"),
        ("The mayor praised the crew, saying it worked at night.", "praise"),
        ("The mayor rejected the offer, saying it came late.", "assert"),
    ],
)
def test_what_is_said_by_a_participle_shares_the_force_of_its_verb(text: str, force: str) -> None:
    account = sayso.read(text)
    assert [one.force for one in account.statements if one.cue and account.words(one.cue) == "saying"] == [force]


QUOTATIONS = [
    ("“I have nothing to hide,” the senator said.", "direct"),
    ("The senator said he had nothing to hide.", "indirect"),
    ("The senator said he had “absolutely nothing” to hide.", "mixed"),
    ("Chief Eva Holm said: ‘There is no doubt that it sank.’", "direct"),
    ("\"I have nothing to hide,\" the senator said.", "direct"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotation"), QUOTATIONS)
def test_quotation(text: str, quotation: str) -> None:
    assert [s.quotation for s in sayso.read(text).statements] == [quotation]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm did not deny that it had paid the men.", ("did not deny", "assert")),
        ("The police reported no deaths.", ("reported", "assert")),
        ("The governor responded that he had signed the bill.", ("responded", "assert")),
        ("The mayor called the prison a disgrace.", ("called", "criticize")),
    ],
)
def test_what_is_negated_or_called_may_still_be_said(text: str, expected: tuple[str, str]) -> None:
    account = sayso.read(text)
    assert [(account.words(one.cue), one.force) for one in account.statements if one.cue] == [expected]
