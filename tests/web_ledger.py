"""A small ledger for the tests of its pages, of accounts as a person would give them: the shelling of a market, whose
dead are counted anew and whose shells nobody will have fired, and a strike at a port. A copy of an agency's story, a
figure that grows, two disputes, actors in several reports. Made without the language model, in a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from example_account import every, find
from starlette.testclient import TestClient

from sayso import Account, Actor, Event, Ledger, Report, Statement
from sayso.intake import Refusal
from sayso.linking.linker import link
from sayso.model import Dispute, EventPlace, Furniture, Place, Quantity, Side, Time
from sayso.web.application import create
from sayso.web.settings import Settings

Where = TypeVar("Where", Path, str)

ADDRESS = "http://127.0.0.1:8080"

PLACES = {"Tromso": ("NOR", 69.6489, 18.9551, 3133895), "Narvik": ("NOR", 68.4384, 17.4272, 3144987)}

#  name, kind, role, country, sector, further names
ACTORS = {
    "front": ("Fjord Front", "group", None, None, "REB", []),
    "army": ("Norwegian army", "government", None, "NOR", "MIL", ["The army", "the army"]),
    "mayor": ("Lena Vogt", "person", "mayor of Tromso", "NOR", "GOV", ["Vogt"]),
    "minister": ("Henrik Solvang", "person", "Defence Minister", "NOR", "GOV", ["Solvang"]),
    "hospital": ("University Hospital", "organization", None, "NOR", None, ["the hospital", "The hospital"]),
    "union": ("Dockers’ Union", "organization", None, "NOR", "CVL", ["The union", "the union"]),
    "police": ("police", "organization", None, "NOR", "COP", ["The police", "Police"]),
    "dockers": ("dockers", "group", None, "NOR", "CVL", []),
    "civilians": ("civilians", "group", None, None, "CVL", []),
}


@dataclass
class Said:
    """A statement: whose, the words that tell who and how, and what is said."""

    who: str
    words: str
    cue: str
    content: str
    force: str = "assert"
    quotation: str = "indirect"


@dataclass
class Happened:
    """An event. word: the numbers of the statements it stands on."""

    type: str
    trigger: str
    evidence: str
    status: str = "fact"
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    time: tuple[str, str] | None = None  # the words, the day
    figures: tuple[tuple[float, str, str], ...] = ()  # value, unit, words
    word: tuple[int, ...] = ()


@dataclass
class Contested:
    """A dispute. events, sides: numbers; each side as its position and its statements."""

    kind: str
    issue: str
    events: tuple[int, ...]
    sides: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass
class Story:
    """A report and what is in it."""

    title: str
    outlet: str
    published: str
    lines: tuple[str, ...]
    said: tuple[Said, ...] = ()
    happened: tuple[Happened, ...] = ()
    contested: tuple[Contested, ...] = ()
    known: dict[str, str] = field(default_factory=dict)  # agency, byline, dateline, url

    def account(self) -> Account:
        """The account of it."""
        text = "\n\n".join((self.title, *self.lines)) + "\n"
        keys = {one.who for one in self.said} | {key for one in self.happened for key in one.actors + one.recipients}
        ids = {key: f"a{number}" for number, key in enumerate((key for key in ACTORS if key in keys), 1)}

        def actor(key: str) -> Actor:
            name, kind, role, country, sector, aliases = ACTORS[key]
            mentions = sorted({span for words in (name, *aliases) for span in every(text, words)})
            return Actor(
                id=ids[key], name=name, kind=kind, role=role, country=country, sector=sector,
                aliases=[alias for alias in aliases if alias in text], mentions=mentions,
            )  # fmt: skip

        def statement(number: int, one: Said) -> Statement:
            return Statement(
                id=f"s{number}", speaker=ids[one.who], speaker_span=find(text, one.words, one.content),
                cue=find(text, one.cue, one.content), content=[find(text, one.content)], quotation=one.quotation,
                force=one.force,
            )  # fmt: skip

        def event(number: int, one: Happened) -> Event:
            place, time = one.place and PLACES[one.place], one.time
            return Event(
                id=f"e{number}", type=one.type, mode=one.mode, trigger=find(text, one.trigger, one.evidence),
                actors=[ids[key] for key in one.actors], recipients=[ids[key] for key in one.recipients],
                place=EventPlace(
                    name=one.place, country=place[0], lat=place[1], lon=place[2], geonameid=place[3],
                    span=find(text, one.place, one.evidence),
                ) if place else None,
                time=Time(start=time[1], end=time[1], text=time[0], span=find(text, time[0], one.evidence))
                if time else None,
                quantities=[
                    Quantity(value=value, unit=unit, span=find(text, words, one.evidence))
                    for value, unit, words in one.figures
                ],
                status=one.status, statements=[f"s{n}" for n in one.word], evidence=[find(text, one.evidence)],
                confidence=0.9,
            )  # fmt: skip

        return Account(
            report=Report(
                title=self.title, outlet=self.outlet, published=self.published, text=text,
                furniture=[Furniture(kind="title", span=(0, len(self.title)))], **self.known,
            ),
            actors=[actor(key) for key in ids],
            statements=[statement(number, one) for number, one in enumerate(self.said, 1)],
            events=[event(number, one) for number, one in enumerate(self.happened, 1)],
            places=[
                Place(
                    span=span, text=name, name=name, country=country, lat=lat, lon=lon, geonameid=geonameid,
                    confidence=0.9,
                )
                for name, (country, lat, lon, geonameid) in PLACES.items()
                for span in every(text, name)
            ],
            disputes=[
                Dispute(
                    id=f"d{number}", kind=one.kind, issue=one.issue, events=[f"e{n}" for n in one.events],
                    sides=[
                        Side(
                            position=position, statements=[f"s{n}" for n in said],
                            actors=list(dict.fromkeys(ids[self.said[n - 1].who] for n in said)),
                        )
                        for position, said in one.sides
                    ],
                )
                for number, one in enumerate(self.contested, 1)
            ],
        )  # fmt: skip


_MARKET = (
    "TROMSO — Shells struck the market in Tromso on Monday and killed 12 people, the mayor, Lena Vogt, said.",
    "The Fjord Front accused the army of shelling the market. “They fired from the hills on people who were buying "
    "fish,” it said.",
    "The army denied that it had shelled the market in Tromso.",
)
_MARKET_SAID = (
    Said("mayor", "Lena Vogt", "said", "Shells struck the market in Tromso on Monday and killed 12 people"),
    Said("front", "The Fjord Front", "accused", "the army of shelling the market", "accuse"),
    Said("front", "it", "said", "They fired from the hills on people who were buying fish", "accuse", "direct"),
    Said("army", "The army", "denied", "that it had shelled the market in Tromso", "deny"),
)
_MARKET_HAPPENED = (
    Happened(
        "ASSAULT", "struck", "Shells struck the market in Tromso on Monday and killed 12 people", "claimed",
        "heavy-weapons", (), ("civilians",), "Tromso", ("on Monday", "2020-03-02"), ((12, "people", "12 people"),),
        (1,),
    ),
    Happened(
        "ASSAULT", "shelling", "The Fjord Front accused the army of shelling the market", "claimed", "heavy-weapons",
        ("army",), ("civilians",), "Tromso", None, (), (2, 3, 4),
    ),
)  # fmt: skip
_MARKET_CONTESTED = (
    Contested(
        "actor", "who shelled the market in Tromso", (2,),
        (("the army shelled the market", (2, 3)), ("the army did not shell the market", (4,))),
    ),
)  # fmt: skip

MARKET = Story(
    "Twelve killed as shells hit Tromso market", "The Harbour Times", "2020-03-03",
    (*_MARKET, "— North Atlantic Press. Civilians had been warned."), _MARKET_SAID, _MARKET_HAPPENED,
    _MARKET_CONTESTED,
    {"agency": "North Atlantic Press", "dateline": "TROMSO", "url": "https://harbour.example/2020/market"},
)  # fmt: skip
COPY = Story(
    "Shells kill twelve at market", "The Fjord Post", "2020-03-03",
    (*_MARKET, "North Atlantic Press"), _MARKET_SAID, _MARKET_HAPPENED, _MARKET_CONTESTED,
    {"agency": "North Atlantic Press", "byline": "Our correspondent", "url": "https://post.example/a/1"},
)  # fmt: skip
TOLL = Story(
    "Toll of Tromso market shelling rises to 19", "Northern Radio", "2020-03-05",
    (
        "The number of people killed when shells struck the market in Tromso on Monday has risen to 19 people, the "
        "University Hospital said on Thursday.",
        "Defence Minister Henrik Solvang said that the army had not shelled the market in Tromso. The Fjord Front said "
        "again that the army had shelled the market.",
    ),
    (
        Said("hospital", "the University Hospital", "said", "The number of people killed when shells struck the market "
             "in Tromso on Monday has risen to 19 people"),
        Said("minister", "Defence Minister Henrik Solvang", "said", "the army had not shelled the market in Tromso",
             "deny"),
        Said("front", "The Fjord Front", "said", "the army had shelled the market", "accuse"),
    ),
    (
        Happened("ASSAULT", "struck", "people killed when shells struck the market in Tromso on Monday has risen to 19 "
                 "people", "claimed", "heavy-weapons", (), ("civilians",), "Tromso", ("on Monday", "2020-03-02"),
                 ((19, "people", "19 people"),), (1,)),
        Happened("ASSAULT", "shelled", "the army had shelled the market", "claimed", "heavy-weapons", ("army",),
                 ("civilians",), "Tromso", None, (), (2, 3)),
    ),
    (),
    {"byline": "Ingrid Moe", "url": "https://radio.example/toll"},
)  # fmt: skip
STRIKE = Story(
    "Dockers hurt as police clear port of Narvik", "The Harbour Times", "2020-03-10",
    (
        "Police beat dockers who had blocked the port of Narvik on Monday. The Dockers’ Union said that 40 dockers "
        "were hurt. The police said that nine dockers were hurt.",
        "Henrik Solvang, the Defence Minister, will meet the union in Narvik on 14 March.",
    ),
    (
        Said("union", "The Dockers’ Union", "said", "40 dockers were hurt"),
        Said("police", "The police", "said", "nine dockers were hurt"),
    ),
    (
        Happened("ASSAULT", "beat", "Police beat dockers who had blocked the port of Narvik on Monday", "fact",
                 "beating", ("police",), ("dockers",), "Narvik", ("on Monday", "2020-03-09")),
        Happened("CONSULT", "meet", "Henrik Solvang, the Defence Minister, will meet the union in Narvik on 14 March",
                 "planned", None, ("minister",), ("union",), "Narvik", ("on 14 March", "2020-03-14")),
    ),
    (
        Contested("quantity", "how many dockers were hurt", (1,), (("40 dockers", (1,)), ("nine dockers", (2,)))),
    ),
    {"byline": "Jonas Berg", "url": "https://harbour.example/2020/strike"},
)  # fmt: skip

STORIES = {"market": MARKET, "copy": COPY, "toll": TOLL, "strike": STRIKE}
REFUSED = Refusal("saved/front-page.html", None, "there is no prose in it")


def filled(where: Where, accounts: Iterable[Account] = ()) -> Where:
    """A ledger there with these accounts, or with those of the stories, linked."""
    with Ledger(where) as ledger:
        for account in accounts or [story.account() for story in STORIES.values()]:
            ledger.add(account, weights="none")
        ledger.refuse([REFUSED])
        link(ledger)
    return where


def client_of(path: Path | str, **settings: object) -> TestClient:
    """Who asks a ledger as a browser on this machine does."""
    return TestClient(create(Settings(str(path), **settings)), base_url=ADDRESS)  # type: ignore[arg-type]
