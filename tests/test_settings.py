"""Where and when events are set that are told without a place or a day of their own."""

from __future__ import annotations

import pytest

from sayso.account import Reader
from sayso.model import Account, Event, Report

READER = Reader()


def read(text: str) -> Account:
    return READER.read(Report(text=text, published="2020-03-10"))


def event(account: Account, word: str) -> Event:
    """The event that a word of the text tells of."""
    return next(event for event in account.events if account.words(event.trigger).endswith(word))


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # What is attacked is where it happens, wherever another event was.
        ("Police in Damascus arrested ten men on Sunday. Soldiers shelled Homs on Monday.", "shelled", "Homs"),
        ("Slovenia endorsed the invasion on Iraq.", "invasion", "Iraq"),
        ("The air strikes against Syria began on Monday.", "air strikes", "Syria"),
        # Of a place and what belongs to it, the narrower.
        ("Protesters marched through Jos's Terminus Market on Monday.", "marched", "Terminus Market"),
        # Of what several tellings name, the narrower.
        ("Gunmen attacked a convoy in Mali on Monday. The attack, in Gao, killed six soldiers.", "attacked", "Gao"),
        # What was on another day need not be in the town of the story.
        (
            "A court in Zaria jailed a preacher on Monday. Nigeria is a federal republic. "
            "Soldiers had killed his brother in 2015.",
            "killed",
            "Nigeria",
        ),
        # Whoever sits elsewhere tells of what was done there.
        (
            "Gunmen took the town of Konso on Monday. The charity's office in Nairobi said shells had hit the town "
            "since.",
            "hit",
            "Konso",
        ),
        ("Diplomats in Geneva said soldiers had shelled Konso.", "shelled", "Konso"),
        ("Villagers in Konso said soldiers had burned the market.", "burned", "Konso"),
        # What went on for months was not all in the last town named.
        (
            "Police cleared a road in Benin on Monday. The mayor, in Parakou, asked for calm. At least 22 people died "
            "in clashes since early December, nuns said.",
            "died",
            "Benin",
        ),
        # A town that is attacked, called by what it is; a market is no town.
        (
            "Shells hit the Terminus Market in Jos on Monday. The rebels have besieged the city since May.",
            "besieged",
            "Jos",
        ),
        # What lies beside a place is not in it; nor is what goes on besides where something was done.
        ("Rebels shelled the fort, just opposite the Thai province of Surin, on Monday.", "shelled", None),
        ("Two men were arrested in a raid on a farm, amid an outcry in Kenya.", "arrested", None),
        ("Chad jailed two clerks on Monday despite working with their union in Niger.", "jailed", None),
        # Who is sent from where he is is sent elsewhere; who is taken there is taken there.
        ("The army deployed troops stationed in Gao on Friday.", "deployed", None),
        ("Police arrested two guards who were stationed in Gao.", "arrested", "Gao"),
        # Of two Koreas each has a capital.
        (
            "A court in Seoul jailed a man on Sunday. Police in the North Korean capital arrested two nuns on Monday. "
            "Shops in Pyongyang stayed shut.",
            "arrested",
            "Pyongyang",
        ),
        # What befalls people of one country is not set in another.
        (
            "Exports to Brazil fell. Farmers in Brazil worry. Kenyan police arrested two Kenyan farmers.",
            "arrested",
            None,
        ),
    ],
)
def test_an_event_is_set_where_most_speaks_for_it(text: str, word: str, place: str | None) -> None:
    found = event(read(text), word).place
    assert (found and found.name) == place


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        # What began on one day and ended on another was all the time between.
        ("Between 2011 and 2014 gunmen kidnapped 60 pilots in Benin.", "kidnapped", ("2011-01-01", "2014-12-31")),
        ("Guards beat nine sailors from March to May 2019.", "beat", ("2019-03-01", "2019-05-31")),
        # What is threatened is in the days that are left for it.
        ("The rebels will attack the port within days, the mayor said.", "attack", ("2019-06-10", "2019-06-17")),
        # The text below a headline tells when; what the headline is given is a guess.
        (
            "Six nuns freed after a month\n\nCOTONOU, Benin — Six nuns kidnapped last month in northern Benin were "
            "released on Friday, police said.",
            "released",
            ("2019-06-07", "2019-06-07"),
        ),
    ],
)
def test_when_an_event_was(text: str, word: str, days: tuple[str, str]) -> None:
    found = event(READER.read(Report(text=text, published="2019-06-10")), word).time
    assert found is not None
    assert (found.start, found.end) == days
