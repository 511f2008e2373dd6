"""Training texts with other names in them: what the words do stays, who they name changes."""

from __future__ import annotations

from sayso.reader import labels
from training import names
from training.windows import Document

PERSON, PLACE = labels.MENTIONS.index("person"), labels.MENTIONS.index("place")
PROPER, VERB = (labels.POS.index(tag) for tag in ("PROPN", "VERB"))


def document() -> Document:
    """ "Anna Berg left Oslo . Berg loves Oslo", parsed."""
    words = ["Anna", "Berg", "left", "Oslo", "Berg", "loves", "Oslo"]
    flat, other = labels.RELATIONS.index("flat"), labels.RELATIONS.index("dep")
    n = len(words)
    out = Document("d", words, [0] * n, [0] * n)
    out.pos = [PROPER, PROPER, VERB, PROPER, PROPER, VERB, PROPER]
    out.relation = [other, flat, other, other, other, other, other]
    out.head = [2, 0, 2, 2, 5, 5, 5]
    out.mention = [PERSON, 0, 0, PLACE, PERSON, 0, PLACE]
    out.first, out.last = [0, -100, -100, 3, 4, -100, 6], [1, -100, -100, 3, 4, -100, 6]
    return out


def test_a_name_is_changed_everywhere_for_one_of_its_kind() -> None:
    original = document()
    seen = set()
    for seed in range(20):
        given, family, left, town, again, loves, there = names.renamed(original, ["Kaya"], str(seed)).words
        assert (left, loves) == ("left", "loves")
        assert town == there and family == again
        assert town == "Oslo" or town in names.places()
        assert family in ("Berg", "Kaya")
        assert given == "Anna" or given in names.given_names()
        seen.add((given, family, town))
    assert len(seen) > 5


def test_the_original_stays_as_it_is_and_the_same_seed_gives_the_same_names() -> None:
    original = document()
    one, other = (names.renamed(original, ["Kaya"], "7").words for _ in "12")
    assert one == other
    assert original.words == document().words


def test_surnames_are_what_stands_behind_given_names() -> None:
    assert names.surnames([document()]) == ["Berg"]
