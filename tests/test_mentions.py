"""Of what type a mention is: what all places of a name tell counts together."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.reader import labels
from sayso.reader.network import mention_kinds, tagged
from sayso.reader.windows import Window

PERSON, PLACE = labels.MENTIONS.index("person"), labels.MENTIONS.index("place")


def window(*likely: dict[int, float]) -> Window:
    """A window of one word for each of these, with the probabilities of its types; what is left is for no mention."""
    rows = np.full((len(likely), len(labels.MENTIONS)), 1e-4)
    for row, given in zip(rows, likely, strict=True):
        row[0] = max(1 - sum(given.values()), 1e-4)
        for kind, probability in given.items():
            row[kind] = probability
    return Window(0, len(likely), 0, len(likely), {"mention": np.log(rows)})


def test_a_name_is_of_one_type_throughout() -> None:
    likely = [{PLACE: 0.9}, {PLACE: 0.8, PERSON: 0.1}, {}, {PERSON: 0.5, PLACE: 0.4}]
    kinds = mention_kinds(["Tarfu", "Tarfu", "sank", "Tarfu"], [True, True, False, True], [window(*likely)])
    assert kinds.tolist() == [PLACE, PLACE, 0, PLACE]


def test_a_sure_place_decides_for_an_unsure_one() -> None:
    likely = [{PERSON: 0.99}, {PLACE: 0.45, PERSON: 0.4}]
    kinds = mention_kinds(["Jordan", "Jordan"], [True, True], [window(*likely)])
    assert kinds.tolist() == [PERSON, PERSON]


def test_common_nouns_keep_the_type_each_place_tells() -> None:
    likely = [{PERSON: 0.9}, {PLACE: 0.9}]
    assert mention_kinds(["capital", "capital"], [False, False], [window(*likely)]).tolist() == [PERSON, PLACE]


def test_what_heads_no_mention_stays_so() -> None:
    kinds = mention_kinds(["Tarfu", "Tarfu"], [True, True], [window({PLACE: 0.9}, {PLACE: 0.1})])
    assert kinds.tolist() == [PLACE, 0]


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        ([0, 5, 6, 0], [((1, 3), "ORGANIZATION")]),
        ([5, 5, 0], [((0, 1), "ORGANIZATION"), ((1, 2), "ORGANIZATION")]),
        ([0, 6], [((1, 2), "ORGANIZATION")]),
        # One name whose words the model takes for two kinds: a place or a body may bear a person's.
        ([1, 6, 0], [((0, 2), "ORGANIZATION")]),
        ([3, 2, 0], [((0, 2), "LOCATION")]),
        ([7, 2, 0], [((0, 2), "PERSON")]),
        ([3, 8, 0], [((0, 2), "LOCATION")]),
    ],
)
def test_an_inside_tag_goes_on_with_a_name(tags: list[int], names: list[tuple[tuple[int, int], str]]) -> None:
    assert tagged(np.array(tags), labels.NAMES) == names
