"""Who stands behind an event: a scene, its voices and the grade they give it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import PEOPLE, Scene, Told, contest

from sayso.linking.joined import Known
from sayso.linking.outlets import outlet_key
from sayso.linking.standing import grade, independent, sentence
from sayso.linking.voices import speaks_for, voices

AGENCIES = Scene(outlets={"one": "Reuters", "two": "Agence France-Presse"}, agencies=frozenset({"one", "two"}))


def stands(scene: Scene, *told: Told) -> tuple[str, list[str], list[str]]:
    """The grade, the independent voices for the event, and those against it."""
    found = voices(scene.tell(told))
    return (
        grade(found),
        sorted(v.name for v in found if v.stance == "for" and v.independent),
        sorted(v.name for v in found if v.stance == "against"),
    )


SCENES = {
    "an air strike claimed by a ministry and denied by rebels": (
        Scene(),
        [
            Told("one", "claimed", ("ministry",), actors=("ministry",)),
            Told("two", "denied", ("rebels",), force="deny"),
        ],
        ("contested", ["Norwegian defence ministry"], ["Fjord Front"]),
    ),
    "an army that admits it": (
        Scene(),
        [Told("one"), Told("two", "claimed", ("army",), actors=("army",))],
        ("admitted", ["Swedish army", "The One"], []),
    ),
    "a minister admits what the forces of his country did": (
        Scene(),
        [Told("one", "claimed", ("minister",), actors=("ministry",))],
        ("admitted", ["Henrik Solvang"], []),
    ),
    "a spokesman admits it for the body he is named with": (
        Scene(),
        [Told("one", "claimed", ("rebel spokesman",), actors=("rebels",))],
        ("admitted", ["Ola Dahl"], []),
    ),
    "unnamed officials admit nothing": (
        Scene(),
        [Told("one", "claimed", ("norland officials",), actors=("norland",))],
        ("single source", ["Norwegian officials"], []),
    ),
    "who accuses another admits nothing": (
        Scene(),
        [Told("one", "claimed", ("rebels",), force="accuse", actors=("army",))],
        ("single source", ["Fjord Front"], []),
    ),
    "two agencies": (
        AGENCIES,
        [Told("one"), Told("two")],
        ("corroborated", ["Agence France-Presse", "Reuters"], []),
    ),
    "a speaker quoted by two papers": (
        Scene(),
        [Told("one", "claimed", ("doctor",)), Told("two", "claimed", ("doctor",))],
        ("single source", ["Anna Lind"], []),
    ),
    "copies of one story": (
        Scene(copies={"two": "one"}),
        [Told("one"), Told("two")],
        ("single source", ["The One"], []),
    ),
    "two reports of one outlet": (
        Scene(outlets={"one": "The New York Times", "two": "www.nytimes.com"}),
        [Told("one"), Told("two")],
        ("single source", ["The New York Times"], []),
    ),
    "an outlet that quotes an agency is the agency's voice": (
        AGENCIES,
        [Told("one"), Told("three", "claimed", ("reuters",))],
        ("single source", ["Reuters"], []),
    ),
    "an outlet that tells what it has from an agency": (
        Scene(),
        [Told("three"), Told("three", "claimed", ("reuters",))],
        ("single source", ["Reuters"], []),
    ),
    "what came through a paper is the speaker's": (
        Scene(),
        [Told("one", "claimed", ("doctor",), via=("reuters",)), Told("two", "claimed", ("reuters", "doctor"))],
        ("single source", ["Anna Lind"], []),
    ),
    "an unnamed source is whose who quotes it": (
        AGENCIES,
        [Told("one"), Told("three", "claimed", ("witnesses",), via=("reuters",))],
        ("single source", ["Reuters"], []),
    ),
    "unnamed witnesses in a report that tells it itself": (
        Scene(),
        [Told("one"), Told("one", "claimed", ("witnesses",))],
        ("single source", ["The One"], []),
    ),
    "unnamed witnesses in two reports": (
        Scene(),
        [Told("one", "claimed", ("witnesses",)), Told("two", "claimed", ("witnesses",))],
        ("corroborated", ["unnamed, in The One", "unnamed, in The Two"], []),
    ),
    "papers that are not named": (
        Scene(),
        [Told("one", "claimed", ("papers",))],
        ("single source", ["unnamed, in The One"], []),
    ),
    "a charge sheet that is nobody's by name": (
        Scene(),
        [Told("one", "claimed", ("charge sheet",)), Told("one")],
        ("single source", ["The One"], []),
    ),
    "told on nobody's word in particular": (
        Scene(),
        [Told("one", "claimed")],
        ("single source", ["unnamed, in The One"], []),
    ),
    "a ministry, its minister, unnamed officials and the country": (
        Scene(),
        [
            Told("one", "claimed", ("ministry",)),
            Told("two", "claimed", ("minister",)),
            Told("three", "claimed", ("norland officials",)),
            Told("four", "claimed", ("norland",)),
        ],
        ("single source", ["Norway, government"], []),
    ),
    "two states, and both together": (
        Scene(),
        [
            Told("one", "claimed", ("norland",)),
            Told("two", "claimed", ("sweden",)),
            Told("three", "claimed", ("both",)),
        ],
        ("corroborated", ["Norland", "Sweden"], []),
    ),
    "a body and its spokesman": (
        Scene(),
        [Told("one", "claimed", ("rebels",)), Told("two", "claimed", ("rebel spokesman",))],
        ("single source", ["Fjord Front"], []),
    ),
    "a court of the same country": (
        Scene(),
        [Told("one", "claimed", ("ministry",)), Told("two", "claimed", ("court",))],
        ("corroborated", ["Norwegian defence ministry", "Supreme Court"], []),
    ),
    "a report that also gives somebody's word": (
        Scene(),
        [Told("one"), Told("one", "claimed", ("doctor",))],
        ("single source", ["Anna Lind"], []),
    ),
    "rebels and a doctor": (
        Scene(),
        [Told("one", "claimed", ("rebels",)), Told("one", "claimed", ("doctor",))],
        ("corroborated", ["Anna Lind", "Fjord Front"], []),
    ),
    "only a denial": (
        Scene(),
        [Told("one", "denied", ("army",), force="deny")],
        ("denied", [], ["Swedish army"]),
    ),
    "a report that says it did not happen": (Scene(), [Told("one", "denied")], ("denied", [], ["The One"])),
    "a claim dismissed": (
        Scene(),
        [Told("one", "claimed", ("army",), force="reject", said="the allegation that it shelled the port")],
        ("denied", [], ["Swedish army"]),
    ),
    "a policy rejected is no denial and no claim": (
        Scene(),
        [Told("one", "claimed", ("army",), force="reject", said="the shelling of the port")],
        ("open", [], []),
    ),
    "planned, demanded and possible": (
        Scene(),
        [
            Told("one", "planned", ("army",)),
            Told("two", "demanded", ("rebels",), force="demand"),
            Told("three", "possible"),
        ],
        ("open", [], []),
    ),
    "a boast that somebody denies": (
        Scene(),
        [Told("one", "claimed", ("rebels",), actors=("rebels",)), Told("two", "denied", ("army",), force="deny")],
        ("contested", ["Fjord Front"], ["Swedish army"]),
    ),
    "denied at first, then admitted": (
        Scene(days={"one": "2020-03-03", "two": "2020-03-09"}),
        [Told("one", "denied", ("army",), force="deny"), Told("two", "claimed", ("army",), actors=("army",))],
        ("admitted", ["Swedish army"], []),
    ),
    "admitted, then taken back": (
        Scene(days={"one": "2020-03-09", "two": "2020-03-03"}),
        [Told("one", "denied", ("army",), force="deny"), Told("two", "claimed", ("army",), actors=("army",))],
        ("denied", [], ["Swedish army"]),
    ),
    "no further strike, in a story of one": (
        Scene(),
        [Told("one"), Told("one", "denied")],
        ("single source", ["The One"], []),
    ),
}


@pytest.mark.parametrize("name", SCENES)
def test_voices_and_grade(name: str) -> None:
    scene, told, expected = SCENES[name]
    assert stands(scene, *told) == expected


def test_the_page_that_tells_the_rule_has_examples_that_hold() -> None:
    page = (Path(__file__).parents[1] / "docs" / "standing.md").read_text("utf-8")
    examples = page.split("## Examples")[1].split("## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in examples.splitlines() if line[:1] == "|"]
    assert len(rows) > 10
    assert dict(rows[2:]) == {name: SCENES[name][2][0] for name, _ in rows[2:]}


def test_whoever_denies_without_telling_it_again_stands_against_it() -> None:
    told = [Told("one", "claimed", ("rebels",))]
    lie = contest("one", "occurrence", ("rebels", "s1.0"), ("army", "s9"), "e1")
    found = voices(Scene().tell(told, [lie]))
    assert [(v.stance, v.name, v.evidence) for v in found] == [
        ("for", "Fjord Front", ("one/s1.0",)),
        ("against", "Swedish army", ("one/s9",)),
    ]
    # A dispute about why it was done contests nothing of its having been done.
    motive = contest("one", "motive", ("rebels", "s1.0"), ("army", "s9"), "e1")
    assert grade(voices(Scene().tell(told, [motive]))) == "single source"


def test_whoever_calls_a_denial_a_lie_stands_for_the_event() -> None:
    told = [Told("one", "denied", ("army",), force="deny")]
    lie = contest("one", "occurrence", ("army", "s1.0"), ("rebels", "s9"), "e1")
    found = voices(Scene().tell(told, [lie]))
    assert [(v.stance, v.name) for v in found] == [("for", "Fjord Front"), ("against", "Swedish army")]


def test_who_says_that_others_did_it_does_not_take_it_back_by_denying_that_it_was_they() -> None:
    told = [
        Told("one", "claimed", ("army",), force="accuse", actors=("rebels",)),
        Told("two", "claimed", ("doctor",), actors=("army",)),
        Told("three", "denied", ("army",), force="deny", said="that it was behind the shelling", actors=("army",)),
    ]
    joined = Scene(days={"one": "2020-03-03", "two": "2020-03-04", "three": "2020-03-05"}).tell(told)
    found = voices(joined)
    assert [(voice.stance, voice.name) for voice in found] == [
        ("for", "Swedish army"), ("for", "Anna Lind"), ("against", "Swedish army"),
    ]  # fmt: skip
    assert sentence(found) == (
        "Contested: on the word of Swedish army and Anna Lind; who did it is disputed by Swedish army."
    )


def test_every_voice_comes_with_what_it_rests_on() -> None:
    told = [
        Told("one"),
        Told("one", "claimed", ("doctor",)),
        Told("two", "claimed", ("doctor",)),
        Told("two", "denied", ("army",), force="deny", said="responsibility for the shelling"),
    ]
    found = {voice.name: voice for voice in voices(Scene().tell(told))}
    assert found["Anna Lind"].evidence == ("one/s2.0", "two/s1.0")
    assert found["Anna Lind"].actors == ("doctor",)
    assert found["The One"].evidence == ("one/e1",)
    assert not found["The One"].independent
    assert found["Swedish army"].evidence == ("two/s2.0",)
    assert found["Swedish army"].disowns


SENTENCES = [
    ([Told("one")], "Single source: on the word of The One alone; nobody denies it."),
    (
        [Told("one"), Told("two")],
        "Corroborated: on the word of two independent voices, The One and The Two; nobody denies it.",
    ),
    (
        [Told("one"), Told("two", "claimed", ("army",), actors=("army",))],
        "Admitted: on the word of those who act, Swedish army, and on that of The One; nobody denies it.",
    ),
    (
        [Told("one"), Told("two"), Told("three", "denied", ("army",))],
        "Contested: on the word of The One and The Two; denied by Swedish army.",
    ),
    ([Told("one", "denied", ("army",))], "Denied: by Swedish army; nobody says that it has happened."),
    ([Told("one", "planned")], "Open: nobody says that it has happened."),
    (
        [Told(name) for name in ("one", "two", "three", "four", "five")],
        "Corroborated: on the word of five independent voices, The Five, The Four, The One and two others; "
        "nobody denies it.",
    ),
]


@pytest.mark.parametrize(("told", "expected"), SENTENCES)
def test_a_sentence_says_why(told: list[Told], expected: str) -> None:
    assert sentence(voices(Scene().tell(told))) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("www.nytimes.com", "The New York Times", True),
        ("NYT", "The New York Times", True),
        ("www.washingtonpost.com", "Washington Post", True),
        ("africa.chinadaily.com.cn", "China Daily", True),
        ("edition.cnn.com", "CNN", True),
        ("www.example.co.uk", "The Example", True),
        ("AFP", "Agence France-Presse", True),
        ("The Guardian", "Reuters", False),
        ("The Star", "The Sun", False),
    ],
)
def test_an_outlet_goes_by_one_key(one: str, other: str, same: bool) -> None:
    assert (outlet_key(one) == outlet_key(other)) is same


def test_outlets_that_quote_each_other_in_a_circle_are_one_voice() -> None:
    scene = Scene(outlets={"one": "Reuters", "two": "AFP"})
    told = [
        Told("one"), Told("one", "claimed", ("afp",)), Told("two"), Told("two", "claimed", ("reuters",)),
    ]  # fmt: skip
    assert independent(voices(scene.tell(told))) == 1
    # One that quotes two others is neither of them, and does not make them one.
    told = [Told("three"), Told("three", "claimed", ("afp",)), Told("three", "claimed", ("reuters",))]
    assert independent(voices(scene.tell(told))) == 2


@pytest.mark.parametrize(
    ("called", "speaks"),
    [
        ("Fjord Front spokesman", True),
        ("spokesman for the Fjord Front", True),
        ("Fjord Front’s political office", True),
        ("the Fjord Front and Sweden", True),
        ("Sweden and the Fjord Front", True),
        ("Fjords Frontier spokesman", False),
        ("former Fjord Front commander", False),
        ("critic of the Fjord Front", False),
        ("Fjord Front expert", False),
        ("spokesman", False),
    ],
)
def test_who_is_called_by_the_name_of_a_body_speaks_for_it(called: str, speaks: bool) -> None:
    body = PEOPLE["rebels"]
    for one in (Known("x", called, "group"), Known("x", "Ola Dahl", "person", roles=(called,))):
        assert speaks_for(one, body) is speaks
        assert not speaks_for(body, one)


# Properties

REPORTS = ("one", "two", "three", "four")
SPEAKERS = ("norland", "ministry", "norland officials", "army", "rebels", "rebel spokesman", "doctor", "witnesses",
            "reuters", "afp", "papers")  # fmt: skip
scenes = st.builds(
    Scene,
    outlets=st.fixed_dictionaries({r: st.sampled_from(("Reuters", "The Herald", "AFP")) for r in REPORTS}),
    days=st.fixed_dictionaries({r: st.sampled_from(("2020-03-03", "2020-03-04")) for r in REPORTS}),
)
tellings = st.builds(
    Told,
    report=st.sampled_from(REPORTS),
    status=st.sampled_from(("fact", "claimed", "claimed", "denied", "possible", "planned")),
    by=st.lists(st.sampled_from(SPEAKERS), max_size=2).map(tuple),
    force=st.sampled_from(("assert", "accuse", "deny", "reject", "question")),
    actors=st.lists(st.sampled_from(SPEAKERS[:6]), max_size=1).map(tuple),
).map(lambda told: replace(told, by=()) if told.status == "fact" else told)

FIRMNESS = ("denied", "contested", "single source", "corroborated", "admitted")


@given(scenes, st.lists(tellings, min_size=1, max_size=7), st.randoms())
def test_the_order_of_telling_decides_nothing(scene: Scene, told: list[Told], random: object) -> None:
    joined = scene.tell(told)
    mixed = list(joined.tellings)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    back = dict(reversed(joined.said.items()))
    assert voices(replace(joined, tellings=tuple(mixed), said=back)) == voices(joined)


@given(scenes, st.lists(tellings, min_size=1, max_size=7), st.sampled_from(REPORTS), st.booleans())
def test_a_copy_never_changes_the_grade(scene: Scene, told: list[Told], copied: str, later: bool) -> None:
    copy = replace(
        scene,
        copies={"copy": copied},
        days={**scene.days, "copy": "2020-03-09" if later else scene.days[copied]},
    )
    twice = [*told, *(replace(one, report="copy") for one in told if one.report == copied)]
    before, after = voices(scene.tell(told)), voices(copy.tell(twice))
    assert grade(after) == grade(before)
    assert independent(after) == independent(before)


@given(scenes, st.lists(tellings, max_size=6), st.sampled_from(("new", *REPORTS)), st.sampled_from(SPEAKERS))
def test_a_denial_never_raises_a_grade(scene: Scene, told: list[Told], report: str, speaker: str) -> None:
    before = grade(voices(scene.tell(told)))
    after = grade(voices(scene.tell([*told, Told(report, "denied", (speaker,), force="deny")])))
    if before != "open":
        assert FIRMNESS.index(after) <= FIRMNESS.index(before)


@pytest.mark.parametrize(("copied", "count"), [(True, 1), (False, 2)])
def test_whom_copies_of_one_story_call_the_same_is_one_voice(copied: bool, count: int) -> None:
    """Nobody knows the residents of one story from those of another; two printings of one story mean the same."""
    scene = Scene(copies={"two": "one"} if copied else {})
    joined = scene.tell([Told("one", "claimed", ("civilians",)), Told("two", "claimed", ("fighters",))])
    residents = {id: Known(id, "residents", "group") for id in ("civilians", "fighters")}  # two, as far as is known
    assert independent(voices(replace(joined, known=residents))) == count
