"""On what footing events are told: as fact, on somebody's word, denied, planned, demanded."""

from __future__ import annotations

import pytest
from told_events import READER, event, read

from sayso.intake import text_report


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Rebels shelled the port of Aden on Monday.", "shelled", "fact"),
        ("Rebels shelled the port of Aden on Monday, a doctor said.", "shelled", "claimed"),
        ("The army will attack the town next week, the general said.", "attack", "planned"),
        ("The minister denied that soldiers had tortured prisoners.", "tortured", "denied"),
        ("The council urged the army to release the prisoners.", "release", "demanded"),
        ("A clerk opened a case of assault at the Quito police station.", "assault", "claimed"),
        # Who is held for it or blamed has done it on somebody's word only, known as it may be that it was done.
        ("Four clerks were charged with the murder of a monk.", "murder", "claimed"),
        ("The admiral is on trial for the murder of nine monks.", "murder", "claimed"),
        ("Three raids blamed on the River Front shook the valley.", "raids", "claimed"),
        ("Police are holding two clerks suspected of burning a mill in Leeds.", "burning", "claimed"),
        # What somebody finds good or bad is taken for granted, but for what he only calls so.
        ("The bishop condemned the killing of two nurses in Beni.", "killing", "fact"),
        ("The mayor welcomed the departure of the regiment.", "departure", "fact"),
        ("The bishop condemned what he called an attack on the faith.", "attack", "claimed"),
        # Who files something against a court does so, whatever he claims in it.
        ("Norwegian officials filed objections to the court's ruling in May.", "objections", "fact"),
        ("Farmers blamed sailors for the burning of a boat. The boat was burned on Friday.", "burning", "claimed"),
        # Who stays away from talks holds none; who refuses what was asked does not deny that it was.
        ("Ghana skipped a summit in Lagos last week.", "summit", "denied"),
        ("The bishop failed to attend a meeting in Quito.", "meeting", "denied"),
        ("The mayor did not attend the talks in Quito.", "talks", "denied"),
        ("The bank denied Togo's request for credit.", "request", "fact"),
        ("Governors should ban the film.", "ban", "demanded"),
        # What stands on a condition, but not what is asked the reason of.
        ("If Benin arrests the bishop, his followers will march.", "arrests", "possible"),
        ("Why did Benin arrest the bishop again?", "arrest", "fact"),
        ("Peru must withdraw its troops from the island.", "withdraw", "demanded"),
        ("The rebels must have shot the envoy, the mayor said.", "shot", "claimed"),
        ("The board should have warned the crews, the judge said.", "warned", "denied"),
        ("The navy should not have shelled the port, the judge said.", "shelled", "claimed"),
        # What a clause has ahead, and what is not done by one alone.
        ("Togo imposed sanctions on nine clerks on Monday, two days before envoys meet in Accra.", "meet", "planned"),
        ("The theft is not being investigated only by Benin, but by other states as well.", "investigated", "fact"),
        # What others are kept from is not done, unless they are not kept from it; what is not told is another verb's.
        ("Nuns kept a mob from burning the chapel.", "burning", "denied"),
        ("Marines foiled a bombing of the port.", "bombing", "denied"),
        ("Marines did not prevent gunmen from killing nine nuns.", "killing", "fact"),
        ("The miller would not pay, and they burned his barn.", "burned", "fact"),
        # A clause about somebody tells what was, whatever is hoped for him; whose it was is said by "what".
        ("The rector hopes to free the poets who were jailed in May.", "jailed", "claimed"),
        ("The mint was bombed by what dockers said were navy jets.", "bombed", "claimed"),
        # Who disputes a figure denies nothing else; what one threatens with is not done.
        ("Nine nuns were killed by marines, the abbot said, a figure the navy disputed.", "killed", "claimed"),
        ("The guards threatened the dockers with an attack on their hall.", "attack", "possible"),
        # Who asks who did it, or does not know, knows that it was done.
        ("The coroner said it was not clear who killed the diver.", "killed", "claimed"),
        ("The senate asked which regiment had shelled the granary.", "shelled", "claimed"),
        # What somebody is sorry or thanked for was done, whatever is asked of him.
        ("Peru will skip the fair unless Chile apologizes for arresting three divers.", "arresting", "claimed"),
        ("The king must apologise for jailing the poets, the union said.", "jailing", "claimed"),
        # What is set off has come.
        ("The quarrel has set off expulsions of Chadian envoys.", "expulsions", "fact"),
        # What a court puts off is not done, by it least of all.
        ("A judge halted the deployment of 90 marines to Gabon.", "deployment", "denied"),
        # Nor is what is told before a denial.
        ("The army said it had hit a depot and denied killing farmers.", "hit", "claimed"),
        # What is denied of one verb is not of another that makes a promise.
        ("The league said it was not involved and pledged to help the widows.", "pledged", "fact"),
    ],
)
def test_footing(text: str, word: str, status: str) -> None:
    assert event(read(text), word).status == status


def test_what_somebody_says_is_never_told_as_fact() -> None:
    given = read(
        "Soldiers burned the village of Tarro, a teacher said. The general said that rebels had bombed the school."
    )
    told = [statement for statement in given.statements for _ in statement.content]
    inside = [e for e in given.events if any(a <= e.trigger[0] < b for s in told for a, b in s.content)]
    assert inside
    assert all(e.status != "fact" and e.statements for e in inside)


def test_a_headline_alone_makes_nothing_fact() -> None:
    """It leaves out whose word it is."""
    claimed = "Rebels burned the village of Tarro on Monday and killed six farmers, a teacher said.\n"
    headed = READER.read(text_report(f"Rebels burn village, killing six\n\n{claimed}"))
    burned = [one for one in headed.events if one.type == "ASSAULT"]
    assert burned
    assert all(one.status == "claimed" and one.statements for one in burned)
    told = READER.read(text_report(f"Rebels burn village\n\n{claimed}\nThe rebels burned the village of Tarro.\n"))
    assert "fact" in {one.status for one in told.events if one.type == "ASSAULT"}


def test_for_what_somebody_is_sanctioned_stands_on_a_word() -> None:
    given = read("Colonel Juma, who was sanctioned by Norway in 2017 over the beating of marchers in Beni, has left.")
    statuses = {given.words(event.trigger): event.status for event in given.events}
    assert statuses["beating"] == "claimed"


def test_what_there_is_not_says_nothing_of_what_is_asked_beside_it() -> None:
    given = read("The dean said the college had “no confirmation of who or what broke it” and called for restraint.")
    assert event(given, "called").status == "fact"


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        # Who says that he condemns it condemns it.
        ("Norwegian Foreign Minister Ada Lund said her country condemns the raid.", "condemns", "fact"),
        ("President Juan Silva said Peru was ready to cooperate with Chile.", "ready", "fact"),
        ("President Juan Silva said that he had condemned the raid in May.", "condemned", "claimed"),
        ("President Juan Silva said that Chile condemns the raid.", "condemns", "claimed"),
        ("The visit did not include talks with the governor.", "talks", "denied"),
        ("The unions and the ministry failed to agree on pay.", "agree", "denied"),
        # What is to come on a condition may come or not.
        ("If Uganda will cooperate with Kenya on the lake, the fishermen will be glad.", "cooperate", "possible"),
    ],
)
def test_what_is_done_by_saying_it_is_done(text: str, word: str, status: str) -> None:
    assert event(read(text), word).status == status


@pytest.mark.parametrize(
    ("text", "word", "type_", "status"),
    [
        # What will be done unless somebody gives way is a threat.
        ("The union said it would strike on Monday unless the plant was reopened.", "strike", "THREATEN", "fact"),
        (
            "Rebels will shell the town unless the governor resigns, their spokesman said.",
            "shell",
            "THREATEN",
            "claimed",
        ),
        ("The ministry will send aid unless the road is closed.", "send", "AID", "planned"),
        # What others want and somebody will not do, he refuses.
        ("Finland will not sell radars to Libya, its minister said.", "sell", "REJECT", "fact"),
        ("The guild will not attend talks with the mayor.", "talks", "REJECT", "fact"),
        ("The embargo will not be lifted, the governor said.", "lifted", "CONCEDE", "denied"),
        # A word that only says something does what is said.
        ("Russia said on Tuesday that Sudan must return the helicopter.", "said", "REQUEST", "fact"),
        ("Ghana said on Monday that Togo must free the sailors.", "said", "REQUEST", "fact"),
    ],
)
def test_what_is_threatened_or_demanded_by_saying_it(text: str, word: str, type_: str, status: str) -> None:
    found = event(read(text), word)
    assert (found.type, found.status) == (type_, status)
