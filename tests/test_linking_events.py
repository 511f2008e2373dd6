"""Which tellings are of one event, and what is shown of it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import by_ref

from sayso.linking.events import Join, acts, partition, summary
from sayso.linking.stories import Match
from sayso.linking.tellings import Joined, Outlines, compare, joins, outlines
from sayso.linking.told import Figure, Naming, Source, Telling, Where

SAME_STORY, OTHER_STORY, NO_STORY = Match(0.4, {}), Match(0.08, {}), Match(0.0, {})
HOMS = Where("Homs", "SYR", "Homs", 34.73, 36.71, 1)
TARTUS = Where("Tartus", "SYR", "Tartus", 34.89, 35.89, 2)
OSLO = Where("Oslo", "NOR", None, 59.91, 10.75, 3)


def telling(ref: str, type: str = "ASSAULT", trigger: str = "shelled", **rest: Any) -> Telling:
    fields = {
        "pk": 0, "mode": None, "evidence": "", "position": 0, "status": "fact", "confidence": 0.8, "start": None,
        "end": None, "where": None, "figures": (), "actors": (), "recipients": (), "statements": (),
    }  # fmt: skip
    return Telling(**{**fields, **rest, "ref": ref, "report": ref.split("/")[0], "type": type, "trigger": trigger})


def told(text: str, *tellings: Telling, names: tuple[str, ...] = (), published: str = "2019-05-14") -> Outlines:
    """The outlines of a report of this text; each telling stands where its trigger does."""
    report = tellings[0].report
    source = Source(0, report, None, text.partition(".")[0], None, None, published, text)
    refs = [f"{report}/a{n}" for n in range(len(names))]
    namings = [
        Naming(0, ref, report, name, "person", None, None, None, ()) for ref, name in zip(refs, names, strict=True)
    ]
    placed = [replace(one, position=text.index(one.trigger), evidence=text) for one in tellings]
    return outlines(source, namings, placed)


def joined(one: Outlines, other: Outlines, match: Match) -> set[tuple[str, str]]:
    return {(join.one, join.other) for join in joins(one, other, match)}


SHELLED = "Rebels shelled the market of Homs on Tuesday, killing nine traders. The mayor condemned the attack."
SHELLED_TOO = "Nine traders died when rebels shelled a crowded market in Homs. The mayor condemned the bloodshed."


def test_tellings_find_their_counterparts() -> None:
    one = told(SHELLED, telling("r/e1"), telling("r/e2", "ACCUSE", "condemned"))
    other = told(SHELLED_TOO, telling("q/e1"), telling("q/e2", "ACCUSE", "condemned"))
    assert joined(one, other, SAME_STORY) == {("r/e1", "q/e1"), ("r/e2", "q/e2")}


QUARRY = "A quarry caved in near Kasulu. Asha Mrema of the union accused the guards of taking bribes from diggers."
KIN = "Kin of quarrymen clashed with police in Kigoma. They want the search at the quarry near Kasulu to go on."
DISPERSED = "Police fired tear gas at kin of quarrymen who had gathered in Kigoma on Thursday."
DISPERSED_TOO = "On Thursday officers in Kigoma used tear gas against some 200 people."


@pytest.mark.parametrize(
    ("text", "one", "other_text", "other", "are_one_act"),
    [
        (QUARRY, ("ACCUSE", "accused"), KIN, ("ASSAULT", "clashed"), False),
        (KIN, ("ASSAULT", "clashed"), QUARRY, ("ACCUSE", "accused"), False),
        (QUARRY, ("ACCUSE", "accused"), "Guards deny what Mrema accused them of.", ("ACCUSE", "accused"), True),
        (DISPERSED, ("ASSAULT", "fired"), DISPERSED_TOO, ("ASSAULT", "used"), True),
    ],
)
def test_what_each_report_is_about_may_stand_beside_the_other(
    text: str, one: tuple[str, str], other_text: str, other: tuple[str, str], are_one_act: bool
) -> None:
    (join,) = joins(told(text, telling("r/e1", *one)), told(other_text, telling("q/e1", *other)), SAME_STORY)
    assert join.beside is not are_one_act


def test_that_both_are_people_says_nothing() -> None:
    text = "A cave-in at the quarry killed people near Kasulu. Officers fired on people in Kigoma."

    def whom(name: str) -> float:
        one, other = (
            told(text, telling(f"{report}/e1", trigger=trigger, recipients=(f"{report}/a0",)), names=(name,))
            for report, trigger in (("r", "killed"), ("q", "fired"))
        )
        return compare(one[0], other[0], SAME_STORY)["recipients"]

    assert whom("22 people") == 0 < whom("Asha Mrema")


@pytest.mark.parametrize(
    ("together", "same", "found"),
    [
        ("abc", "", ["a", "b", "c"]),
        ("abcd", "ac bd cd", ["abcd"]),
        ("abcde", "bd de", ["bde", "a", "c"]),  # what most tell is what the story is about
        ("ab", "bx", ["a", "b"]),
    ],
)
def test_acts_of_one_story_are_parted(together: str, same: str, found: list[str]) -> None:
    (parted,) = acts([together], [(one, other) for one, other in same.split()])
    assert ["".join(act) for act in parted] == found


@pytest.mark.parametrize(("form", "is_one"), [(0.4, True), (0.8, False)])
def test_what_a_form_tells_of_two_weeks_is_two_events(form: float, is_one: bool) -> None:
    market = "The index fell on Friday as traders waited for figures. Shares of Norvik lost most."
    one = told(market, telling("r/e1", "RETREAT", "fell", start="2019-05-10", end="2019-05-10"))
    other = told(
        market, telling("q/e1", "RETREAT", "fell", start="2019-05-17", end="2019-05-17"), published="2019-05-21"
    )
    assert bool(joined(one, other, Match(0.4, {}, form))) is is_one
    assert joined(one, told(market, telling("q/e1", "RETREAT", "fell")), Match(0.4, {}, form))


@pytest.mark.parametrize(("day", "is_one"), [("2019-05-16", False), ("2019-05-10", True)])
def test_a_strike_that_is_called_for_is_not_the_last_one(day: str, is_one: bool) -> None:
    walkout = "Dockers walked out on Friday over pay. Cranes stood still."
    call = "Dockers would walk out over pay, their union said. Cranes stood still."
    one = told(walkout, telling("r/e1", "PROTEST", "walked out", start="2019-05-10", end="2019-05-10"))
    other = told(call, telling("q/e1", "PROTEST", "walk out", status="planned", start=day, end=day))
    assert bool(joined(one, other, SAME_STORY)) is is_one


@pytest.mark.parametrize(
    ("text", "trigger", "mode", "is_one"),
    [
        ("Rebels abducted two doctors in Homs on Tuesday, the mayor said.", "abducted", None, False),
        ("Rebels kidnapped a dozen traders in Homs on Tuesday, the mayor said.", "kidnapped", None, False),
        ("Rebels beat traders in the market of Homs on Tuesday, the mayor said.", "beat", "beat", False),
        ("Rebels bombed the market of Homs on Tuesday, the mayor said.", "bombed", "explosives", True),
        ("Rebels killed traders in the market of Homs on Tuesday, the mayor said.", "killed", None, True),
    ],
)
def test_an_abduction_is_no_shelling_whatever_else_two_reports_share(
    text: str, trigger: str, mode: str | None, is_one: bool
) -> None:
    one = told(SHELLED, telling("r/e1", mode="heavy-weapons", where=HOMS))
    other = told(text, telling("q/e1", trigger=trigger, mode=mode, where=HOMS))
    assert bool(joined(one, other, SAME_STORY)) is is_one


@pytest.mark.parametrize(("place", "is_one"), [(HOMS, True), (replace(HOMS, name="Tarro", lat=34.9), False)])
def test_what_others_do_to_others_elsewhere_is_another_event(place: Where, is_one: bool) -> None:
    names = ("Rebels", "traders", "Gunmen", "soldiers")
    some = {"actors": ("r/a0",), "recipients": ("r/a1",)}
    others = {"actors": ("q/a2",), "recipients": ("q/a3",)}
    one = told(SHELLED, telling("r/e1", where=HOMS, **some), names=names)
    text = "Gunmen killed nine soldiers at a bridge on Tuesday. The mayor condemned the attack."
    other = told(text, telling("q/e1", trigger="killed", where=place, **others), names=names)
    assert bool(joined(one, other, SAME_STORY)) is is_one


def test_every_join_says_what_each_feature_adds() -> None:
    one, other = told(SHELLED, telling("r/e1", where=HOMS)), told(SHELLED_TOO, telling("q/e1", where=HOMS))
    (join,) = joins(one, other, SAME_STORY)
    assert isinstance(join, Joined)
    assert join.score == pytest.approx(sum(join.features.values()))
    assert {"story", "type", "trigger", "wording", "place", "foremost"} <= {k for k, v in join.features.items() if v}


def test_a_pair_is_the_same_from_either_side() -> None:
    one = told(SHELLED, telling("r/e1"), telling("r/e2", "ACCUSE", "condemned"))
    other = told(SHELLED_TOO, telling("q/e1"), telling("q/e2", "ACCUSE", "condemned"))
    there, back = joined(one, other, SAME_STORY), joined(other, one, SAME_STORY)
    assert there == {(b, a) for a, b in back}


def test_what_two_stories_share_by_chance_is_not_joined() -> None:
    one = told("The mayor of Homs met traders on Monday.", telling("r/e1", "CONSULT", "met"))
    other = told("Fishermen from Oslo met a minister in March.", telling("q/e1", "CONSULT", "met"))
    assert not joined(one, other, OTHER_STORY)
    assert not joined(one, other, NO_STORY)


def test_a_coder_may_err_in_the_type_of_one_word() -> None:
    one, other = told(SHELLED, telling("r/e1")), told(SHELLED_TOO, telling("q/e1", "COERCE"))
    assert joined(one, other, SAME_STORY)


@pytest.mark.parametrize(
    ("feature", "agreeing", "differing"),
    [
        ("place", {"where": HOMS}, {"where": OSLO}),
        ("place", {"where": HOMS}, {"where": None}),
        ("time", {"start": "2019-05-13", "end": "2019-05-13"}, {"start": "2019-03-02", "end": "2019-03-02"}),
        ("figures", {"figures": (Figure(9, None, "traders", False),)}, {"figures": (Figure(7, None, "men", False),)}),
        ("recipients", {"recipients": ("r/a0", "q/a0")}, {"recipients": ("r/a1", "q/a1")}),
        ("type", {}, {"type": "PROTEST"}),
        ("trigger", {}, {"trigger": "killing"}),
    ],
)
def test_what_agrees_adds_more_than_what_differs(
    feature: str, agreeing: dict[str, Any], differing: dict[str, Any]
) -> None:
    names = ("Sami Haddad", "Rima Khoury")
    (one,) = told(SHELLED, telling("r/e1", **agreeing), names=names)
    (same,) = told(SHELLED, telling("q/e1", **agreeing), names=names)
    (other,) = told(SHELLED, telling("q/e1", **differing), names=names)
    assert compare(one, same, SAME_STORY)[feature] > compare(one, other, SAME_STORY)[feature]


def test_days_that_follow_from_a_crawls_date_hardly_contradict() -> None:
    (one,) = told(SHELLED, telling("r/e1", start="2019-05-13", end="2019-05-13"), published="2019-05-14")
    (crawled,) = told(SHELLED, telling("q/e1", start="2019-08-19", end="2019-08-19"), published="2019-08-20")
    (later,) = told(SHELLED, telling("q/e1", start="2019-08-19", end="2019-08-19"), published="2019-05-14")
    assert 0 > compare(one, crawled, SAME_STORY)["time"] > compare(one, later, SAME_STORY)["time"]


@pytest.mark.parametrize(
    ("dates", "then", "is_one"),
    [
        (("2019-05-14", "2019-05-15"), None, True),
        (("2019-05-14", "2020-09-01"), None, True),  # a crawl's date
        (("2019-05-14", "2022-05-14"), None, False),
        (("2019-05-14", "2022-05-14"), "2019-05-13", True),  # both say when it was
    ],
)
def test_what_is_told_years_apart_is_one_event_only_if_both_say_when(
    dates: tuple[str, str], then: str | None, is_one: bool
) -> None:
    tellings = [telling("r/e1", start=then, end=then), telling("q/e1", start=then, end=then)]
    one, other = (told(SHELLED, one, published=day) for one, day in zip(tellings, dates, strict=True))
    assert bool(joined(one, other, SAME_STORY)) is is_one
    published = dict(zip(("r", "q"), dates, strict=True))
    assert (len(partition(by_ref(tellings), [("q/e1", "r/e1", 5.0)], published)) == 1) is is_one


def test_tellings_of_different_figures_stay_side_by_side_in_one_event() -> None:
    one = told(SHELLED, telling("r/e1", figures=(Figure(9, None, "traders", False),)))
    other = told(SHELLED_TOO, telling("q/e1", figures=(Figure(14, None, "traders", False),)))
    assert joined(one, other, SAME_STORY) == {("r/e1", "q/e1")}


DATES = {"a": "2019-05-14", "b": "2019-05-14", "c": "2019-05-15", "d": "2019-05-15"}


def test_what_nobody_joined_is_an_event_by_itself() -> None:
    assert partition(by_ref([telling("b/e1"), telling("a/e1")]), [], DATES) == [["a/e1"], ["b/e1"]]


def test_joins_carry_on() -> None:
    tellings = [telling(f"{report}/e1") for report in "abc"]
    assert partition(by_ref(tellings), [("a/e1", "b/e1", 3), ("c/e1", "b/e1", 3)], DATES) == [["a/e1", "b/e1", "c/e1"]]


def test_a_report_that_tells_two_events_apart_keeps_them_apart() -> None:
    tellings = [telling("a/e1"), telling("a/e2"), telling("b/e1")]
    found = partition(by_ref(tellings), [("a/e1", "b/e1", 5), ("a/e2", "b/e1", 4)], DATES)
    assert found == [["a/e1", "b/e1"], ["a/e2"]]


@pytest.mark.parametrize(
    "other", [{"start": "2019-03-02", "end": "2019-03-02"}, {"where": OSLO}], ids=["another day", "a distant place"]
)
def test_a_chain_does_not_end_on_another_day_or_at_another_place(other: dict[str, Any]) -> None:
    first = telling("a/e1", start="2019-05-13", end="2019-05-13", where=HOMS)
    tellings = [first, telling("b/e1"), telling("c/e1", **other)]
    found = partition(by_ref(tellings), [("a/e1", "b/e1", 5), ("b/e1", "c/e1", 2)], DATES)
    assert found == [["a/e1", "b/e1"], ["c/e1"]]


def test_one_weak_join_does_not_bring_two_large_events_together() -> None:
    dates = {f"{side}{n}": "2019-05-14" for side in "ab" for n in range(8)}
    tellings = [telling(f"{report}/e1") for report in dates]
    within = [(f"{s}{i}/e1", f"{s}{j}/e1", 6.0) for s in "ab" for i in range(8) for j in range(i)]
    found = partition(by_ref(tellings), [*within, ("a0/e1", "b0/e1", 2.0)], dates)
    assert sorted(map(len, found)) == [8, 8]


@st.composite
def joined_tellings(draw: st.DrawFn) -> tuple[list[Telling], list[Join[str]]]:
    """Some tellings of some reports, and any joins among them."""
    refs = draw(st.lists(st.from_regex(r"[a-d]/e[1-3]", fullmatch=True), unique=True, min_size=1, max_size=9))
    day = st.sampled_from([None, "2019-05-13", "2019-05-14", "2019-07-01"])
    where = st.sampled_from([None, HOMS, TARTUS, OSLO])
    tellings = [telling(ref, start=draw(day), where=draw(where)) for ref in refs]
    pairs = st.tuples(st.sampled_from(refs), st.sampled_from(refs)).filter(lambda pair: pair[0][0] < pair[1][0])
    found = draw(st.lists(pairs, unique=True, max_size=14)) if len({ref[0] for ref in refs}) > 1 else []
    score = st.sampled_from([0.0, 0.5, 1.0, 1.0, 2.5, 7.0])
    return tellings, [(one, other, draw(score)) for one, other in found]


@given(joined_tellings(), st.randoms(use_true_random=False))
def test_events_do_not_depend_on_the_order(given: tuple[list[Telling], list[Join[str]]], chance: Any) -> None:
    tellings, pairs = given
    found = partition(by_ref(tellings), pairs, DATES)
    assert sorted(ref for event in found for ref in event) == sorted(one.ref for one in tellings)
    shuffled = [(b, a, score) if chance.random() < 0.5 else (a, b, score) for a, b, score in pairs]
    chance.shuffle(shuffled)
    assert partition(by_ref(chance.sample(tellings, len(tellings))), shuffled, DATES) == found
    for event in found:
        assert len({ref.split("/")[0] for ref in event}) == len(event)


@given(joined_tellings())
def test_each_component_of_joins_is_partitioned_by_itself(given: tuple[list[Telling], list[Join[str]]]) -> None:
    """So a ledger may work out again only what a new report hangs together with."""
    tellings, pairs = given
    others = [replace(one, ref=f"z{one.ref}", report=f"z{one.report}") for one in tellings]
    apart = [(f"z{one}", f"z{other}", score) for one, other, score in pairs]
    dates = DATES | {f"z{report}": date for report, date in DATES.items()}
    alone = partition(by_ref(tellings), pairs, DATES)
    assert partition(by_ref([*tellings, *others]), [*pairs, *apart], dates) == [
        *alone, *([f"z{ref}" for ref in event] for event in alone)
    ]  # fmt: skip


def test_an_event_is_shown_as_most_tell_it() -> None:
    tellings = [
        telling("a/e1", "ASSAULT", mode="aerial", start="2019-05-13", end="2019-05-13", where=HOMS, status="claimed"),
        telling("b/e1", "ASSAULT", mode="aerial", start="2019-05-13", end="2019-05-13", status="possible"),
        telling("c/e1", "COERCE", mode="arrest", start="2019-05-12", where=OSLO, confidence=0.7, status="planned"),
    ]
    shown = summary(tellings)
    assert (shown.type, shown.mode, shown.start, shown.where) == ("ASSAULT", "aerial", "2019-05-13", HOMS)
    assert (shown.status, shown.confidence) == ("claimed", 0.8)
    assert summary(tellings[::-1]) == shown
