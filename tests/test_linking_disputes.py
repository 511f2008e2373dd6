"""What sources contradict each other on across reports, and what is no dispute: a scene, and the sides it must have."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import Scene, Told, contest
from test_linking_standing import scenes, tellings

from sayso import model
from sayso.linking.disputes import Dispute, disputes
from sayso.linking.joined import Stand, contests
from sayso.linking.series import series
from sayso.linking.told import Figure
from sayso.model import Side

DAYS = Scene(days={"one": "2020-03-02", "two": "2020-03-03", "three": "2020-03-04"})
AT_ONCE = Scene(days=dict.fromkeys(("one", "two", "three"), "2020-03-02"))
LEMMAS = ("killed", "wounded")


def toll(report: str, value: float, *by: str, unit: str = "people", top: float | None = None, hedge: str = "",
         act: str = "killed", when: str | None = None) -> Told:  # fmt: skip
    """A telling that gives a figure. hedge: the words before it, if it is not exact."""
    evidence = f"The shelling {act} {hedge} {value:g} {unit}"
    figure = Figure(value, top, unit, bool(hedge))
    return Told(
        report,
        "claimed" if by else "fact",
        by,
        said=evidence,
        evidence=evidence,
        trigger=act,
        figures=(figure,),
        when=when,
    )


def sides(found: list[Dispute]) -> list[tuple[str, list[tuple[str, ...]]]]:
    return [(one.kind, [side.voices for side in one.sides]) for one in found]


DISPUTED = {
    "claimed and denied": (
        Scene(),
        [Told("one", "claimed", ("rebels",)), Told("two"), Told("three", "denied", ("army",), force="deny")],
        [("occurrence", [("Fjord Front", "The Two"), ("Swedish army",)])],
    ),
    "denied to have been its work": (
        Scene(),
        [
            Told("one", "claimed", ("rebels",), actors=("army",)),
            Told("two", "denied", ("army",), force="deny", said="that it was behind the shelling of the port"),
        ],
        [("actor", [("Fjord Front",), ("Swedish army",)])],
    ),
    "20 and 200 by two sides on one day": (
        AT_ONCE,
        [toll("one", 20, "ministry"), toll("two", 200, "rebels")],
        [("quantity", [("Norwegian defence ministry",), ("Fjord Front",)])],
    ),
    "a third who agrees with one of them": (
        AT_ONCE,
        [toll("one", 20, "ministry"), toll("two", 200, "rebels"), toll("three", 210, "doctor")],
        [("quantity", [("Norwegian defence ministry",), ("Anna Lind", "Fjord Front")])],
    ),
    "at most 10 and 30": (
        AT_ONCE,
        [toll("one", 10, "ministry", hedge="at most"), toll("two", 30, "rebels")],
        [("quantity", [("Norwegian defence ministry",), ("Fjord Front",)])],
    ),
    "deaths and people killed count the same": (
        AT_ONCE,
        [toll("one", 20, "ministry", unit="deaths", act="caused"), toll("two", 200, "rebels")],
        [("quantity", [("Norwegian defence ministry",), ("Fjord Front",)])],
    ),
    "one who comes back to its figure after another's": (
        DAYS,
        [
            toll("one", 12, "ministry"),
            toll("two", 40, "rebels"),
            toll("three", 12, "ministry", when="2020-03-04"),
        ],
        [("quantity", [("Norwegian defence ministry",), ("Fjord Front",)])],
    ),
    "a toll that falls to a tenth in another's mouth": (
        DAYS,
        [toll("one", 200, "rebels"), toll("two", 20, "ministry")],
        [("quantity", [("Norwegian defence ministry",), ("Fjord Front",)])],
    ),
    "each names the other": (
        Scene(),
        [
            Told("one", "claimed", ("rebels",), force="accuse", actors=("army",)),
            Told("two", "claimed", ("army",), force="accuse", actors=("rebels",)),
        ],
        [("actor", [("Swedish army",), ("Fjord Front",)])],
    ),
    "fighters by one's word, civilians by the other's": (
        Scene(),
        [
            Told("one", "claimed", ("army",), recipients=("fighters",)),
            Told("two", "claimed", ("doctor",), recipients=("civilians",)),
        ],
        [("target", [("Anna Lind",), ("Swedish army",)])],
    ),
}


@pytest.mark.parametrize("name", DISPUTED)
def test_positions_that_cannot_both_hold_are_a_dispute(name: str) -> None:
    scene, told, expected = DISPUTED[name]
    assert sides(disputes(scene.tell(told))) == expected


UNDISPUTED = {
    "a toll that rises": (DAYS, [toll("one", 12), toll("two", 15), toll("three", 19)]),
    "a toll that another raises": (DAYS, [toll("one", 12, "ministry"), toll("two", 40, "doctor")]),
    "one voice that corrects itself on one day": (AT_ONCE, [toll("one", 12, "ministry"), toll("two", 40, "minister")]),
    "outlets that learn of more within a day": (AT_ONCE, [toll("one", 12), toll("two", 19)]),
    "about the same": (AT_ONCE, [toll("one", 20, "ministry"), toll("two", 24, "rebels")]),
    "at least 10 and 30": (AT_ONCE, [toll("one", 10, "ministry", hedge="at least"), toll("two", 30, "rebels")]),
    "a range that holds the other": (AT_ONCE, [toll("one", 20, "ministry", top=60), toll("two", 50, "rebels")]),
    "dozens and 70": (AT_ONCE, [toll("one", 24, "ministry", hedge="dozens,"), toll("two", 70, "rebels")]),
    "the dead and the hurt": (AT_ONCE, [toll("one", 20, "ministry"), toll("two", 200, "rebels", act="wounded")]),
    "other units": (AT_ONCE, [toll("one", 20, "ministry", unit="soldiers"), toll("two", 200, "rebels")]),
    "the others": (AT_ONCE, [toll("one", 20, "ministry"), toll("two", 200, "rebels", unit="other people")]),
    "years": (AT_ONCE, [toll("one", 2, "ministry", unit="years"), toll("two", 20, "rebels", unit="years")]),
    "an old figure in a later story": (
        DAYS,
        [toll("one", 12, "ministry"), toll("two", 40, "rebels"), toll("three", 12, "ministry")],
    ),
    "one who repeats its figure after the other has come to agree": (
        Scene(days={"one": "2020-03-02", "two": "2020-03-03", "three": "2020-03-04", "four": "2020-03-04"}),
        [
            toll("one", 12, "ministry"),
            toll("two", 40, "rebels"),
            toll("three", 12, "rebels"),
            toll("four", 12, "ministry", when="2020-03-05"),
        ],
    ),
    "others who each name somebody else": (
        Scene(),
        [
            Told("one", "claimed", ("doctor",), actors=("army",)),
            Told("two", "claimed", ("mayor",), actors=("rebels",)),
        ],
    ),
    "two parts of one telling": (
        AT_ONCE,
        [
            replace(toll("one", 20, "ministry"), figures=tuple(Figure(n, None, "people", False) for n in (3, 17))),
            toll("two", 200, "rebels"),
        ],
    ),
    "a plan of another size": (
        AT_ONCE,
        [replace(toll("one", 20, "ministry"), status="planned"), toll("two", 200, "rebels")],
    ),
    "outlets that name different actors": (
        Scene(),
        [Told("one", actors=("army",)), Told("two", actors=("rebels",))],
    ),
    "organs of one state": (
        Scene(),
        [
            Told("one", "claimed", ("rebels",), actors=("ministry",)),
            Told("two", "claimed", ("doctor",), actors=("minister",)),
        ],
    ),
    "both together": (
        Scene(),
        [
            Told("one", "claimed", ("rebels",), actors=("army",)),
            Told("two", "claimed", ("doctor",), actors=("army", "norland")),
        ],
    ),
    "fighters and civilians both hit": (
        Scene(),
        [
            replace(toll("one", 12, "army", unit="fighters"), recipients=("fighters",)),
            replace(toll("two", 5, "doctor", unit="civilians"), recipients=("civilians",)),
        ],
    ),
    "a denial that was taken back": (
        DAYS,
        [Told("one", "denied", ("army",), force="deny"), Told("two", "claimed", ("army",)), Told("three")],
    ),
}


@pytest.mark.parametrize("name", UNDISPUTED)
def test_what_can_both_hold_is_no_dispute(name: str) -> None:
    scene, told = UNDISPUTED[name]
    assert disputes(scene.tell(told)) == []


def test_a_side_has_its_words_and_what_it_rests_on() -> None:
    told = [
        Told("one", "claimed", ("rebels",), evidence="The army shelled the port of Tarro"),
        Told("two", evidence="shells fell on Tarro"),
        Told("three", "denied", ("army",), force="deny", said="it had shelled Tarro", evidence="it had shelled Tarro"),
    ]
    (found,) = disputes(Scene().tell(told))
    claimed, contested = found.sides
    assert found.issue == "whether it is so: The army shelled the port of Tarro"
    assert (claimed.position, contested.position) == (told[0].evidence, "denied: it had shelled Tarro")
    assert (claimed.statements, claimed.tellings, claimed.actors) == (("one/s1.0",), ("two/e1",), ("rebels",))
    assert (contested.statements, contested.tellings, contested.actors) == (("three/s1.0",), (), ("army",))
    assert found.reports == 3


def test_a_toll_that_rises_is_a_series() -> None:
    told = [toll("one", 12), toll("two", 15, "ministry"), toll("three", 19), toll("one", 30, act="wounded")]
    dead, hurt = series(DAYS.tell(told))
    assert (dead.counts, dead.unit, hurt.counts) == ("dead", "people", "hurt")
    assert [(p.day, p.value, p.origin.name, p.refs, p.update) for p in dead.points] == [
        ("2020-03-02", 12, "The One", ("one/e1",), False),
        ("2020-03-03", 15, "Norwegian defence ministry", ("two/e1",), True),
        ("2020-03-04", 19, "The Three", ("three/e1",), True),
    ]


@pytest.mark.parametrize("unit", ["$", "€", "", "£ "])
def test_sums_of_money_and_what_has_no_word_are_no_series(unit: str) -> None:
    assert series(DAYS.tell([toll("one", 12, unit=unit, act="cost"), toll("two", 15, unit=unit, act="cost")])) == []


def test_who_repeats_a_figure_updates_nothing() -> None:
    told = [toll("one", 12, "ministry"), toll("two", 40, "rebels"), toll("three", 12, "ministry")]
    (dead,) = series(DAYS.tell(told))
    assert [p.update for p in dead.points] == [False, True, False]


def test_a_copy_adds_no_point_to_a_series() -> None:
    copied = replace(DAYS, copies={"three": "one"})
    (dead,) = series(copied.tell([toll("one", 12), toll("three", 12)]))
    assert [(p.day, p.refs) for p in dead.points] == [("2020-03-02", ("one/e1", "three/e1"))]


def test_disputes_within_reports_are_carried_over() -> None:
    told = [Told("one", "claimed", ("rebels",)), Told("two", "claimed", ("rebels",))]
    why = [
        contest("one", "motive", ("army", "s8"), ("rebels", "s9"), "e1"),
        contest("two", "motive", ("rebels", "s9"), ("army", "s8"), "e1"),  # the other way round
        contest("two", "legality", ("rebels", "s9"), ("army", "s8"), "e1"),
    ]
    found = disputes(Scene().tell(told, why))
    assert sides(found) == [
        ("legality", [("Fjord Front",), ("Swedish army",)]),
        ("motive", [("Swedish army",), ("Fjord Front",)]),
    ]
    assert found[1].refs == ["one/s8", "one/s9", "two/s8", "two/s9"]
    # Of other people, the same kind of dispute is another.
    others = contest("two", "motive", ("doctor", "s9"), ("army", "s8"), "e1")
    assert len(disputes(Scene().tell(told, [why[0], others]))) == 2


def test_a_dispute_of_an_account_goes_by_refs() -> None:
    sides = [Side(position="it did", actors=["a1"], statements=["s1"]), Side(position="it did not", actors=["a2"])]
    (found,) = contests("one", [model.Dispute(id="d1", issue="whether", kind="occurrence", events=["e1"], sides=sides)])
    assert (found.ref, found.tellings) == ("one/d1", ("one/e1",))
    assert found.claimed == Stand("it did", ("one/a1",), ("one/s1",))
    assert found.contested == Stand("it did not", ("one/a2",), ())


def test_a_dispute_begins_where_its_sides_do() -> None:
    told = [
        toll("one", 20, "ministry"), toll("two", 200, "rebels"),
        toll("one", 30, "ministry", act="wounded"), toll("two", 300, "rebels", act="wounded"),
    ]  # fmt: skip
    dates = {"one": "2020-03-04", "two": "2020-03-05"}
    found = [one.firsts(dates) for one in disputes(AT_ONCE.tell(told))]
    assert len(found) == 2 and found[0] != found[1]
    (alone,) = disputes(AT_ONCE.tell(told[:2]))
    assert alone.firsts(dates) == found[0]
    assert all(ref.startswith(report) for ref, report in zip(found[0], ("one", "two"), strict=True))


def test_a_denial_within_a_report_and_one_across_reports_are_one_dispute() -> None:
    told = [Told("one", "claimed", ("rebels",)), Told("two", "denied", ("army",), force="deny")]
    lie = contest("one", "occurrence", ("rebels", "s1.0"), ("army", "s9"), "e1")
    (found,) = disputes(Scene().tell(told, [lie]))
    assert [side.statements for side in found.sides] == [("one/s1.0",), ("one/s9", "two/s1.0")]


counted = st.builds(
    toll, st.sampled_from(("one", "two", "three")), st.sampled_from((10.0, 12.0, 40.0, 200.0)),
    st.sampled_from(("ministry", "rebels", "doctor", "witnesses")),
    hedge=st.sampled_from(("", "at least", "about")), act=st.sampled_from(LEMMAS),
    when=st.sampled_from((None, "2020-03-04")),
)  # fmt: skip


@given(scenes, st.lists(counted | tellings, min_size=1, max_size=7), st.randoms())
def test_the_order_of_telling_decides_nothing(scene: Scene, told: list[Told], random: object) -> None:
    joined = scene.tell(told)
    mixed = list(joined.tellings)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    mixed_up = replace(joined, tellings=tuple(mixed), said=dict(reversed(joined.said.items())))
    assert disputes(mixed_up) == disputes(joined)
    assert series(mixed_up) == series(joined)


@given(scenes, st.lists(counted | tellings, max_size=7))
def test_nobody_stands_on_two_sides_of_a_question_of_fact(scene: Scene, told: list[Told]) -> None:
    for found in disputes(scene.tell(told)):
        assert len(found.sides) >= 2
        assert all(side.voices and (side.statements or side.tellings) for side in found.sides)


@given(scenes, st.lists(counted | tellings, min_size=1, max_size=7), st.sampled_from(("one", "two", "three")))
def test_a_copy_makes_no_dispute_and_takes_none_away(scene: Scene, told: list[Told], copied: str) -> None:
    copy = replace(scene, copies={"copy": copied}, days={**scene.days, "copy": "2020-03-09"})
    twice = [*told, *(replace(one, report="copy") for one in told if one.report == copied)]
    before, after = (
        sorted((found.kind, *(sorted(side.parties) for side in found.sides)) for found in disputes(each))
        for each in (scene.tell(told), copy.tell(twice))
    )
    assert after == before
