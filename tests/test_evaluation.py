"""The scorers score as their page says."""

import pytest

from evaluation.attributions import Agreement, Marked
from evaluation.counts import Count
from evaluation.errors import Error, found, remedies, worst
from evaluation.events import RECORDS, held_out_records
from evaluation.page import Scored, below, page, targets, written
from evaluation.statements import SCORER, account_of
from evaluation.syntax import begins, named, named_in, read, universal
from evaluation.times import overlapping
from sayso.account import Reader
from sayso.reader import Mention, Network, Reading, labels
from training import events as happenings
from training import sources
from training.windows import Document


@pytest.mark.parametrize(
    ("gold", "given", "figures"),
    [
        ("abcd", "abcd", (1.0, 1.0, 1.0)),
        ("abcd", "ab", (1.0, 0.5, 2 / 3)),
        ("ab", "abcd", (0.5, 1.0, 2 / 3)),
        ("ab", "cd", (0.0, 0.0, 0.0)),
        ("", "", (0.0, 0.0, 0.0)),
        ("ab", "aabb", (1.0, 1.0, 1.0)),  # an answer given twice is one answer
    ],
)
def test_precision_recall_f1(gold: str, given: str, figures: tuple[float, float, float]) -> None:
    count = Count()
    count.add(gold, given)
    assert (count.precision, count.recall, count.f1) == pytest.approx(figures)


def test_documents_add_up() -> None:
    count = Count()
    count.add("a", "a")
    count.add("abc", "")
    assert count.recall == 1 / 4 and count.precision == 1


TEXT = "Lavrov said  that it was “a lie”."


def at(*words: str) -> list[tuple[int, int]]:
    return [(TEXT.index(word), TEXT.index(word) + len(word)) for word in words]


@pytest.mark.parametrize(
    ("ours", "figures"),
    [
        (
            Marked(at("Lavrov"), at("said"), at("it was “a lie”"), [at("said")]),
            {"source": 1.0, "cue": 1.0, "found": 1.0},
        ),
        (Marked([], at("Lavrov said"), [], [at("Lavrov said")]), {"source": 0.0, "cue": 8 / 14, "found": 1.0}),
        # Blanks count for nothing, wherever a span ends.
        (
            Marked(at("Lavrov "), at(" said  "), at("it was"), [at(" said  ")]),
            {"source": 1.0, "cue": 1.0, "found": 1.0},
        ),
        # PolNeAR's content has "that" and the quotation marks: leaving them out costs recall.
        (Marked([], [], at("it was", "a lie"), []), {"content": 2 * 9 / (9 + 15), "found": 0.0}),
    ],
)
def test_accounts_are_held_against_annotators_by_character(ours: Marked, figures: dict[str, float]) -> None:
    gold = Marked(at("Lavrov"), at("said"), at("that it was “a lie”"), [at("said")])
    agreement = Agreement()
    agreement.add(TEXT, gold, ours)
    assert {name: agreement.figures()[name] for name in figures} == pytest.approx(figures)


@pytest.mark.parametrize(
    ("gold", "given", "pairs"),
    [
        ([(0, 9, "DATE")], [(3, 9, "TIME")], [((0, 9, "DATE"), (3, 9, "TIME"))]),
        ([(0, 9, "DATE")], [(9, 12, "DATE")], []),  # side by side is not overlap
        ([(0, 4, "DATE"), (5, 9, "DATE")], [(0, 9, "DATE")], [((0, 4, "DATE"), (0, 9, "DATE"))]),  # one to one
        (
            [(0, 9, "DATE")],
            [(0, 2, "SET"), (2, 9, "DATE")],
            [((0, 9, "DATE"), (2, 9, "DATE"))],
        ),  # the one that shares most
    ],
)
def test_times_overlap_one_to_one(gold: list, given: list, pairs: list) -> None:
    assert overlapping(gold, given) == pairs


def test_named_entities_are_mentions_headed_by_a_proper_noun() -> None:
    document = Document("x", ["the", "mayor", "of", "Paris"], [0] * 4, [0] * 4, head=[1, 1, 3, 1])
    document.pos = [labels.POS.index(pos) for pos in ("DET", "NOUN", "ADP", "PROPN")]
    document.mentions = [(0, 4, "person", "1"), (3, 4, "place", "2")]
    assert list(named(document)) == [(3, 4, "place")]
    reading = Reading("the mayor of Paris", [0, 4, 10, 13], [3, 9, 12, 18], [0] * 4, [0] * 4,
                      ["DET", "NOUN", "ADP", "PROPN"], [1, 1, 3, 1], ["det", "root", "case", "nmod"])  # fmt: skip
    reading.mentions = {1: Mention((0, 4), 1, "person", None), 3: Mention((3, 4), 3, "place", None)}
    assert list(named_in(reading)) == [(3, 4, "place")]


def test_gold_words_stay_as_they_are() -> None:
    words = ["A", "well-known", "New York", "don't", "."]  # cut otherwise than we would
    reading = read(Network(), words, [0, 0, 0, 1, 1])
    assert [reading.word(i) for i in range(len(reading))] == words


def test_subtypes_are_cut_off() -> None:
    assert [universal(relation) for relation in ("nsubj:pass", "nsubj", "root")] == ["nsubj", "nsubj", "root"]


def test_sentences_begin_where_their_number_changes() -> None:
    assert begins([0, 0, 1, 1, 2]) == [0, 2, 4] and begins([]) == []


def test_figures_are_written_as_usual() -> None:
    assert [written(figure) for figure in (0.8824, 1.0, 0.0, None)] == [".882", "1.000", ".000", ""]


def test_the_page_marks_what_is_below_its_floor() -> None:
    figures = {target.figure: 0.5 for target in targets() if target.part == "tags"} | {"content": 0.99}
    scored = [Scored("tags", "PolNeAR", "By word.", figures), Scored("times", "TimeBank", "By span.", None)]
    shown = page(scored, None, False, "2020-01-01", "make accuracy")
    assert "| cue F1 | .708 | .720 | .760 | **.500** † |" in shown
    assert "| content F1 | .904 | .910 | .930 | **.990** |" in shown
    assert "Not scored here" in shown and "Not compared yet" in shown
    assert [line.split(",")[0] for line in below(scored)] == ["tags: source F1 .500", "tags: cue F1 .500"]


def test_what_int8_costs_is_told_head_by_head() -> None:
    compared = {"date": "2020-01-01", "float": {"cue": 0.7, "force": 0.8}, "int8": {"cue": 0.699, "force": 0.794}}
    shown = page([], compared, True, "2020-01-02", "make accuracy")
    assert "| cue | .700 | .699 | -0.10 |" in shown and "| force | .800 | .794 | -0.60 † |" in shown
    assert "other weights" not in shown and "other weights" in page([], compared, False, "", "")


def test_the_worst_errors_are_those_told_most_surely_of_each_kind_its_share() -> None:
    many = [Error("place", "r", at, "shelled", "another", at / 100) for at in range(60)]
    few = [Error("speaker", "r", at, "said", "nobody given", 0.0) for at in range(20)]
    shown = worst([*few, *many], 8)
    assert [sum(error.kind == kind for error in shown) for kind in ("place", "speaker")] == [6, 2]
    assert max(error.at for error in shown if error.kind == "place") == 59


def test_no_record_that_is_measured_on_is_trained_on() -> None:
    if not RECORDS.exists():
        pytest.skip("PLOVER's records are not at hand")
    known, measured = sources.texts(), held_out_records()
    trained = {known[id] for id, *_ in happenings.reports() if id.startswith("PLOVER")}
    assert trained and measured and trained.isdisjoint(measured)


def test_every_kind_of_error_is_found_and_has_a_remedy() -> None:
    if not SCORER.exists():
        pytest.skip("the annotated reports and their scorer are not at hand")
    text = "Rebels shelled Aden on Monday, a doctor said."

    def at(words: str) -> list[int]:
        return [text.index(words), text.index(words) + len(words)]

    event = {
        "trigger": at("shelled"), "type": "COERCE", "actor": "Rebels", "recipient": "", "place": "Aden",
        "place_country": "YEM", "date": "2020-01-06", "status": "claimed", "quantities": [],
    }  # fmt: skip
    said = {
        "cue": at("said"), "speaker": "a nurse", "content": [at("Rebels shelled Aden on Monday")], "force": "deny",
        "optional": False, "direct": "indirect",
    }  # fmt: skip
    one = {"id": "x", "text": text, "title": None, "outlet": None, "published": "2020-01-08",
           "statements": [said], "events": [event], "disputes": []}  # fmt: skip
    account = account_of(Reader(), one)
    errors = [*found(one, account), *found({**one, "statements": [], "events": []}, account)]
    kinds = [error.kind for error in errors]
    assert kinds == ["speaker", "force", "type of event", "statement too many", "event too many"]
    assert set(kinds) <= set(remedies())
    shown = page([], None, False, "2020-01-01", "make accuracy", errors, [(0.9, True), (0.3, False)])
    assert "| type of event | x | 7 | shelled | ASSAULT, not COERCE" in shown
    assert "| 1 | .900 | 1.000 |" in shown and "**.200**" in shown
