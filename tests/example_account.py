# ruff: noqa: E501
"""The account of examples/report.txt as a person would give it, for tests of what shows accounts."""

from __future__ import annotations

from pathlib import Path

from sayso.model import Account, Actor, Furniture, Report, Span, Statement

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
