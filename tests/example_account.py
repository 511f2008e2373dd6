# ruff: noqa: E501
"""Accounts as a person would give them, for tests of what shows accounts: `example` of examples/report.txt, who says
what and nothing else; `roadblock` of an invented report with events on every footing, and what goes with them."""

from __future__ import annotations

from pathlib import Path

from sayso.model import (
    Account,
    Actor,
    Dispute,
    Event,
    EventPlace,
    Furniture,
    Place,
    Quantity,
    Report,
    Side,
    Span,
    Statement,
    Time,
    TimeExpression,
)

TEXT = (Path(__file__).parent.parent / "examples" / "report.txt").read_text(encoding="utf-8")

FURNITURE = [
    ("title", "Iceland accuses Norway of firing on trawler off Svalbard"),
    ("date", "Thursday, 14 March 2019"),
    ("caption", "The trawler Kaldalon at the quay in Tromso on Wednesday night"),
    ("dateline", "REYKJAVIK. —"),
    ("credit", "— North Atlantic Press."),
]

#  key, name, kind, role, country, sector, further names
ACTORS = [
    ("iceland", "Iceland", "government", None, "ISL", "GOV", ["Reykjavik"]),
    ("norway", "Norway", "government", None, "NOR", "GOV", ["Oslo"]),
    ("minister", "Sigrun Halldorsdottir", "person", "Foreign Minister", "ISL", "GOV", ["Halldorsdottir"]),
    ("reporters", "reporters", "group", None, None, "MED", []),
    ("defence", "Henrik Solvang", "person", "Defence Minister", "NOR", "GOV", ["Solvang"]),
    ("coastguard", "Norway’s coastguard", "organization", None, "NOR", "MIL", ["the coastguard"]),
    ("skipper", "Gunnar Teitsson", "person", "skipper of the Kaldalon", "ISL", "CVL", ["the skipper"]),
    ("owners", "Vestri Seafood", "organization", None, "ISL", "BUS", ["The owners"]),
    ("official", "senior Norwegian official", "anonymous", None, "NOR", "GOV", ["the official"]),
    ("radio", "Icelandic radio", "media", None, "ISL", "MED", []),
    ("diplomat", "Norwegian diplomat", "anonymous", None, "NOR", "GOV", []),
    ("ministry", "Norway’s Foreign Ministry", "government", None, "NOR", "GOV", []),
    ("union", "The Seafarers’ Union", "organization", None, "ISL", "CVL", []),
    ("chairwoman", "Hildur Bjarkadottir", "person", "chairwoman of the Seafarers’ Union", "ISL", "CVL", []),
    ("crowd", "the crowd", "group", None, "ISL", "CVL", []),
    ("commission", "The European Commission", "organization", None, None, "IGO", []),
    ("spokesman", "Luca Ferrand", "person", "spokesman of the European Commission", None, "IGO", []),
]  # fmt: skip

#  speaker, its words, cue, content, quotation, force, addressee, via
STATEMENTS = [
    ("iceland", "Iceland", "accuses", ["Norway of firing on trawler off Svalbard"], "indirect", "accuse", "norway", []),
    ("iceland", "Iceland", "accused", ["Norway’s coastguard of opening fire on an unarmed trawler in the disputed waters around Svalbard"], "indirect", "accuse", "norway", []),
    ("iceland", "Iceland", "demanded", ["the release of its 14 crew"], "indirect", "demand", None, []),
    ("norway", "Norway", "denied", ["that any shot had been aimed at the vessel"], "indirect", "deny", None, []),
    ("minister", "Icelandic Foreign Minister Sigrun Halldorsdottir", "told", ["This was an attack on people at their work, in waters where they had every right to be"], "direct", "accuse", "reporters", []),
    ("minister", "She", "said", ["her government had summoned the Norwegian ambassador and would go to the United Nations Security Council if the crew were not home “by the end of the week”"], "mixed", "threaten", None, []),
    ("norway", "Oslo", "rejected", ["the charge"], "indirect", "reject", None, []),
    ("defence", "Norwegian Defence Minister Henrik Solvang", "said", ["The patrol ship Tordis fired two flares after the trawler had ignored repeated orders to stop", "“at no time was a weapon used”"], "mixed", "deny", None, []),
    ("coastguard", "the coastguard", "According to", ["the men were hurt when the Kaldalon turned sharply and struck the bow of the patrol ship"], "indirect", "assert", None, []),
    ("skipper", "he", "said", ["They rammed us, not the other way round", "I counted nine shots. The last two went through the wheelhouse."], "direct", "accuse", None, []),
    ("owners", "they", "say", ["a video", "shows tracer rounds passing over the deck"], "indirect", "assert", None, []),
    ("official", "A senior Norwegian official", "conceded", ["a warning burst from a machine-gun “cannot be excluded”"], "mixed", "assert", None, []),
    ("official", "the official", "said", ["We are still listening to the tapes"], "direct", "assert", None, []),
    ("radio", "Icelandic radio", "reported", ["a Norwegian diplomat had told the ministry in private that the boarding was “a mistake”"], "mixed", "assert", None, []),
    ("diplomat", "a Norwegian diplomat", "told", ["the boarding was “a mistake”"], "mixed", "assert", None, ["radio"]),
    ("ministry", "Norway’s Foreign Ministry", "dismissed", ["the report as false"], "indirect", "deny", None, []),
    ("norway", "Oslo", "claims", ["a protection zone of 200 nautical miles"], "indirect", "assert", None, []),
    ("iceland", "Reykjavik", "says", ["the treaty of 1920 opens those waters to all who signed it"], "indirect", "assert", None, []),
    ("union", "The Seafarers’ Union", "urged", ["dockers to stop unloading Norwegian ships"], "indirect", "demand", None, []),
    ("union", "The Seafarers’ Union", "warned", ["more boats would sail north within days"], "indirect", "warn", None, []),
    ("chairwoman", "its chairwoman, Hildur Bjarkadottir", "told", ["If they want to arrest us, they will have to arrest the whole fleet"], "direct", "threaten", "crowd", []),
    ("commission", "The European Commission", "called on", ["both sides to show restraint"], "indirect", "request", None, []),
    ("spokesman", "its spokesman, Luca Ferrand", "said", ["Nobody needs another cod war"], "direct", "concern", None, []),
    ("spokesman", "its spokesman, Luca Ferrand", "adding", ["Brussels was ready to mediate"], "indirect", "promise", None, []),
    (None, None, "Asked", ["whether Iceland would withdraw from a joint rescue exercise in April"], "indirect", "question", "minister", []),
    ("minister", "Halldorsdottir", "replied", ["Everything is on the table."], "direct", "threaten", None, []),
    ("defence", "Solvang", "promised", ["the crew would be free to leave once they had been questioned"], "indirect", "promise", None, []),
    ("defence", "he", "insisted", ["the skipper", "would be charged with illegal fishing and with endangering a naval vessel"], "indirect", "announce", None, []),
]  # fmt: skip


def example() -> Account:
    """The account of the example report."""
    ids = {key: f"a{n}" for n, (key, *_) in enumerate(ACTORS, 1)}
    return Account(
        report=Report(
            title=FURNITURE[0][1],
            outlet="The Harbour Times",
            agency="North Atlantic Press",
            dateline="REYKJAVIK",
            published="2019-03-14",
            text=TEXT,
            furniture=[Furniture(kind=kind, span=find(TEXT, words)) for kind, words in FURNITURE],
        ),
        actors=[
            Actor(
                id=ids[key], name=name, kind=kind, role=role, country=country, sector=sector, aliases=aliases,
                mentions=sorted({span for words in (name, *aliases) for span in every(TEXT, words)}),
            )
            for key, name, kind, role, country, sector, aliases in ACTORS
        ],
        statements=[
            Statement(
                id=f"s{n}", speaker=ids.get(speaker), speaker_span=who and find(TEXT, who, content[0]),
                cue=find(TEXT, cue, content[0]), content=[find(TEXT, piece) for piece in content],
                quotation=quotation, force=force, addressee=ids.get(addressee), via=[ids[key] for key in via],
            )
            for n, (speaker, who, cue, content, quotation, force, addressee, via) in enumerate(STATEMENTS, 1)
        ],
    )  # fmt: skip


ROADBLOCK = """\
Trucks burn on the road to Ollagüe as drivers and police trade blame

CALAMA, Chile — Police fired tear gas on Wednesday at truck drivers who had blocked the road to Ollagüe, and 11 trucks were set on fire. The drivers say police shot at the fuel tanks. The police deny that a shot was fired.

The Drivers’ Federation said that between 30 and 40 people were hurt. The hospital in Calama said it had treated nine.

“They aimed at the tanks, and we all saw it,” the federation’s chairman, Ramón Quisbert, told reporters in Antofagasta. A police colonel, Inés Arancibia, said that the drivers had lit the fires themselves “to claim the insurance”.

Radio Altura reported that a customs official in Uyuni had seen armed men cross the border on Tuesday night. Bolivia’s Interior Ministry called the report false.

Transport Minister Pablo Errázuriz will meet the drivers in Santiago on 20 May. The federation demands that the colonel be dismissed. Its members might close the port of Iquique too, Quisbert warned.

Bolivia has sent about 2,000 litres of water to the crossing since Monday.
"""

_ROADBLOCK_ACTORS = [
    ("police", "police", "organization", None, "CHL", "COP", []),
    ("drivers", "truck drivers", "group", None, None, "CVL", ["The drivers"]),
    ("federation", "The Drivers’ Federation", "organization", None, None, "CVL", ["The federation"]),
    ("hospital", "hospital in Calama", "organization", None, "CHL", None, []),
    ("chairman", "Ramón Quisbert", "person", "chairman of the Drivers’ Federation", None, "CVL", ["Quisbert"]),
    ("colonel", "Inés Arancibia", "person", "police colonel", "CHL", "COP", ["the colonel"]),
    ("radio", "Radio Altura", "media", None, None, "MED", []),
    ("official", "customs official", "anonymous", None, "BOL", "GOV", []),
    ("men", "armed men", "group", None, None, None, []),
    ("ministry", "Bolivia’s Interior Ministry", "government", None, "BOL", "GOV", []),
    ("minister", "Pablo Errázuriz", "person", "Transport Minister", "CHL", "GOV", []),
    ("bolivia", "Bolivia", "government", None, "BOL", "GOV", []),
]  # fmt: skip

_ROADBLOCK_STATEMENTS = [
    ("drivers", "The drivers", "say", ["police shot at the fuel tanks"], "indirect", "accuse", None, []),
    ("police", "The police", "deny", ["that a shot was fired"], "indirect", "deny", None, []),
    ("federation", "The Drivers’ Federation", "said", ["between 30 and 40 people were hurt"], "indirect", "assert", None, []),
    ("hospital", "The hospital in Calama", "said", ["it had treated nine"], "indirect", "assert", None, []),
    ("chairman", "Ramón Quisbert", "told", ["They aimed at the tanks, and we all saw it"], "direct", "accuse", None, []),
    ("colonel", "A police colonel, Inés Arancibia", "said", ["the drivers had lit the fires themselves “to claim the insurance”"], "mixed", "accuse", None, []),
    ("radio", "Radio Altura", "reported", ["a customs official in Uyuni had seen armed men cross the border on Tuesday night"], "indirect", "assert", None, []),
    ("official", "a customs official in Uyuni", None, ["armed men cross the border on Tuesday night"], "indirect", "assert", None, ["radio"]),
    ("ministry", "Bolivia’s Interior Ministry", "called", ["the report false"], "indirect", "deny", None, []),
    ("federation", "The federation", "demands", ["the colonel be dismissed"], "indirect", "demand", None, []),
    ("chairman", "Quisbert", "warned", ["Its members might close the port of Iquique too"], "indirect", "warn", None, []),
]  # fmt: skip

#  type, mode, trigger, actors, recipients, place, time, figures, status, statements, evidence, confidence
_ROADBLOCK_EVENTS = [
    ("COERCE", "disperse", "fired tear gas", ["police"], ["drivers"], "Ollagüe", "on Wednesday", [], "fact", [], "Police fired tear gas on Wednesday at truck drivers", 0.96),
    ("PROTEST", "obstruct", "blocked", ["drivers"], [], "Ollagüe", "on Wednesday", [], "fact", [], "truck drivers who had blocked the road to Ollagüe", 0.94),
    ("ASSAULT", None, "set on fire", [], [], "Ollagüe", "on Wednesday", [(11, None, "trucks", False, "11 trucks")], "fact", [], "11 trucks were set on fire", 0.91),
    ("ASSAULT", "firearms", "shot", ["police"], ["drivers"], None, "on Wednesday", [(30, 40, "hurt", False, "between 30 and 40 people")], "claimed", [1, 2, 5], "The drivers say police shot at the fuel tanks", 0.83),
    ("ASSAULT", None, "lit the fires", ["drivers"], [], None, None, [], "claimed", [6], "the drivers had lit the fires themselves", 0.8),
    ("MOBILIZE", None, "cross the border", ["men"], [], "Uyuni", "on Tuesday night", [], "denied", [7, 8, 9], "a customs official in Uyuni had seen armed men cross the border on Tuesday night", 0.7),
    ("CONSULT", "visit", "meet", ["minister"], ["drivers"], "Santiago", "on 20 May", [], "planned", [], "Transport Minister Pablo Errázuriz will meet the drivers in Santiago on 20 May", 0.92),
    ("SANCTION", None, "dismissed", [], ["colonel"], None, None, [], "demanded", [10], "The federation demands that the colonel be dismissed", 0.75),
    ("PROTEST", "obstruct", "close the port", ["federation"], [], "Iquique", None, [], "possible", [11], "Its members might close the port of Iquique too", 0.45),
    ("AID", None, "sent", ["bolivia"], [], None, "since Monday", [(2000, None, "litres of water", True, "about 2,000 litres of water")], "fact", [], "Bolivia has sent about 2,000 litres of water to the crossing since Monday", 0.88),
]  # fmt: skip

_ROADBLOCK_PLACES = {
    "Ollagüe": ("CHL", "Antofagasta", -21.2243, -68.2529, 3876664),
    "CALAMA": ("CHL", "Antofagasta", -22.4667, -68.9333, 3897347),
    "Calama": ("CHL", "Antofagasta", -22.4667, -68.9333, 3897347),
    "Antofagasta": ("CHL", "Antofagasta", -23.65, -70.4, 3899539),
    "Uyuni": ("BOL", "Potosí", -20.4597, -66.825, 3901903),
    "Santiago": ("CHL", "Santiago", -33.4569, -70.6483, 3871336),
    "Iquique": ("CHL", "Tarapacá", -20.2208, -70.1431, 3887127),
    "Chile": ("CHL", None, None, None, None),
}

_ROADBLOCK_TIMES = {
    "on Wednesday": ("2024-05-15", "2024-05-15", "2024-05-15"),
    "on Tuesday night": ("2024-05-14TNI", "2024-05-14", "2024-05-14"),
    "on 20 May": ("2024-05-20", "2024-05-20", "2024-05-20"),
    "since Monday": ("2024-05-13", "2024-05-13", "2024-05-16"),
}

#  issue, kind, events, sides: position, actors, statements
_ROADBLOCK_DISPUTES = [
    ("what set the trucks on fire", "cause", [3, 4, 5], [
        ("police shot at the fuel tanks", ["drivers", "chairman"], [1, 5]),
        ("no shot was fired", ["police"], [2]),
        ("the drivers lit the fires themselves", ["colonel"], [6]),
    ]),
    ("how many people were hurt", "quantity", [4], [
        ("30 to 40", ["federation"], [3]),
        ("nine", ["hospital"], [4]),
    ]),
]  # fmt: skip


def roadblock() -> Account:
    """The account of an invented report: an event on every footing, two disputes, places, times and figures."""
    text = ROADBLOCK
    ids = {key: f"a{n}" for n, (key, *_) in enumerate(_ROADBLOCK_ACTORS, 1)}

    def place(words: str, near: str) -> EventPlace:
        country, admin1, lat, lon, geonameid = _ROADBLOCK_PLACES[words]
        span = find(text, words, near)
        return EventPlace(
            name=words, country=country, admin1=admin1, lat=lat, lon=lon, geonameid=geonameid, span=span
        )  # fmt: skip

    def time(words: str) -> Time:
        _, start, end = _ROADBLOCK_TIMES[words]
        return Time(start=start, end=end, text=words, span=find(text, words))

    return Account(
        report=Report(
            id="roadblock", title=text.split("\n")[0], outlet="The Altiplano Post", dateline="CALAMA, Chile",
            published="2024-05-16", text=text,
            furniture=[Furniture(kind="title", span=(0, text.index("\n")))],
        ),
        actors=[
            Actor(
                id=ids[key], name=name, kind=kind, role=role, country=country, sector=sector, aliases=aliases,
                mentions=sorted({span for words in (name, *aliases) for span in every(text, words)}),
            )
            for key, name, kind, role, country, sector, aliases in _ROADBLOCK_ACTORS
        ],
        statements=[
            Statement(
                id=f"s{n}", speaker=ids[speaker], speaker_span=find(text, who, content[0]),
                cue=cue and find(text, cue, content[0]), content=[find(text, piece) for piece in content],
                quotation=quotation, force=force, via=[ids[key] for key in via],
            )
            for n, (speaker, who, cue, content, quotation, force, _, via) in enumerate(_ROADBLOCK_STATEMENTS, 1)
        ],
        events=[
            Event(
                id=f"e{n}", type=type, mode=mode, trigger=find(text, trigger, evidence),
                actors=[ids[key] for key in actors], recipients=[ids[key] for key in recipients],
                place=where and place(where, evidence), time=when and time(when),
                quantities=[
                    Quantity(value=value, max=most, unit=unit, approximate=approximate, span=find(text, words))
                    for value, most, unit, approximate, words in figures
                ],
                status=status, statements=[f"s{number}" for number in statements],
                evidence=[find(text, evidence)], confidence=confidence,
            )
            for n, (type, mode, trigger, actors, recipients, where, when, figures, status, statements, evidence,
                    confidence) in enumerate(_ROADBLOCK_EVENTS, 1)
        ],
        places=sorted(
            (
                Place(
                    span=span, text=words, name=words.capitalize(), country=country, admin1=admin1, lat=lat, lon=lon,
                    geonameid=geonameid, confidence=0.9,
                )
                for words, (country, admin1, lat, lon, geonameid) in _ROADBLOCK_PLACES.items()
                for span in every(text, words)
            ),
            key=lambda place: place.span,
        ),
        times=[
            TimeExpression(span=find(text, words), text=words, value=value, type="DATE", start=start, end=end)
            for words, (value, start, end) in _ROADBLOCK_TIMES.items()
        ],
        disputes=[
            Dispute(
                id=f"d{n}", issue=issue, kind=kind, events=[f"e{number}" for number in events],
                sides=[
                    Side(position=position, actors=[ids[key] for key in actors],
                         statements=[f"s{number}" for number in statements])
                    for position, actors, statements in sides
                ],
            )
            for n, (issue, kind, events, sides) in enumerate(_ROADBLOCK_DISPUTES, 1)
        ],
    )  # fmt: skip


def every(text: str, words: str) -> list[Span]:
    """Every place where the words stand in the text."""
    spans, start = [], text.find(words)
    while start >= 0:
        spans.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return spans


def find(text: str, words: str, near: str | None = None) -> Span:
    """Where the words stand: the first place, or the one nearest to other words. Fails where they do not stand."""
    spans = every(text, words)
    assert spans, f"{words!r} does not stand in the text"
    if near is None:
        return spans[0]
    start, end = find(text, near)
    return min(spans, key=lambda span: max(start - span[1], span[0] - end, 0))
