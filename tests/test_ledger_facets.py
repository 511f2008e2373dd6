"""What a list is made up of is what asking for more would leave, and hits are marked where the database finds them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import DATABASES, new_ledger
from web_ledger import STORIES

from sayso import Ledger
from sayso.ledger import facets, hits
from sayso.linking.linker import link

LISTS = ("reports", "statements", "events", "actors", "disputes")


@pytest.fixture(scope="module", params=DATABASES)
def ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("made-up")
    with new_ledger(request.param, request, folder) as url, Ledger(url) as made:
        for story in STORIES.values():
            made.add(story.account(), weights="none")
        link(made)
        yield made


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("wanted", [{}, {"type": "ASSAULT"}, {"country": "NOR"}, {"search": "market"}], ids=str)
def test_a_count_is_what_asking_for_that_as_well_leaves(ledger: Ledger, name: str, wanted: dict[str, str]) -> None:
    ask = getattr(ledger, name)
    found = ledger.facets(ask(**wanted))
    assert found.counted == len(list(ask(**wanted))) == ask(**wanted).count(100) > 0 and not found.more
    assert ask(**wanted).count(1) == 1
    assert any(found.values.values())
    for field, values in found.values.items():
        for value in values:
            if wanted.get(field, value.value) == value.value:
                left = list(ask(**wanted | {field: value.value}))
                assert len(left) == value.count, (field, value)
    for day, count in found.days.items():
        assert len(list(ask(**wanted, since=day, until=day))) == count


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("wanted", [{}, {"search": "market"}, {"about": "market"}, {"country": "NOR"}], ids=str)
def test_a_list_that_is_begun_is_counted_too(ledger: Ledger, name: str, wanted: dict[str, str]) -> None:
    with ledger.snapshot() as now:
        ask = getattr(now, name)
        whole = list(getattr(ledger, name)(**wanted, newest=True))
        for number, most in ((1, 100), (2, 1), (100, 100)):
            first, count = ask(**wanted, newest=True).begun(number, most)
            assert first == whole[:number]
            assert count == (len(whole) if len(whole) < number else min(len(whole), most))


def test_only_the_first_are_looked_through_and_that_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    last = next(iter(ledger.events(newest=True, limit=1)))
    monkeypatch.setattr(facets, "MOST", 1)
    found = ledger.facets(ledger.events(newest=True))
    assert (found.counted, found.more, found.days) == (1, True, {last.day: 1})
    assert [spot.place for spot in found.places] == [last.place]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("shell", "«Shells» struck the market"),
        ('"twelve killed"', "«Twelve» «killed» as shells"),
        ("zebra", None),
        ('"', None),
    ],
)
def test_hits_are_marked_in_reports_as_the_index_finds_them(ledger: Ledger, words: str, marked: str | None) -> None:
    ids = [report.id for report in ledger.reports()]
    with ledger.reading() as connection:
        passages = hits.in_reports(connection, words, ids)
    assert set(passages) == {report.id for report in ledger.reports(search=words)}
    shown = [_shown(passage).replace("» «", " ") for passage in passages.values()]
    assert all("«" in passage for passage in shown)
    if marked:
        assert any(marked.replace("» «", " ") in passage for passage in shown), shown


def test_hits_are_marked_in_statements(ledger: Ledger) -> None:
    said = {found.id: found.said for found in ledger.statements()}
    with ledger.reading() as connection:
        marked = hits.in_statements(connection, "docker", said)
    assert len(marked) == 2
    for id, passage in marked.items():
        assert "«dockers»" in _shown(passage)
        assert "".join(piece for piece, _ in hits.pieces(passage)) == said[id]


@pytest.mark.parametrize(
    ("line", "words", "marked"),
    [
        ("Lena Vogt", "vogt LENA", "«Lena» «Vogt»"),
        ("a.b.c", "b.c", "a.«b.c»"),
        ("a.b.c", "bxc", None),
        ("Lena Vogt", "(", None),
        ("who shelled the market", '"the market" mark', "who shelled «the market»"),
    ],
)
def test_hits_are_marked_in_a_line(line: str, words: str, marked: str | None) -> None:
    found = hits.in_line(line, words)
    assert (_shown(found) if found else None) == marked


@pytest.mark.parametrize("text", ["", hits.BEGIN, hits.END * 2, f"{hits.END}a{hits.BEGIN}b{hits.BEGIN}c{hits.END}d"])
def test_marks_that_a_text_has_itself_do_no_harm(text: str) -> None:
    assert "".join(piece for piece, _ in hits.pieces(text)) == text.replace(hits.BEGIN, "").replace(hits.END, "")


def _shown(marked: str) -> str:
    return "".join(f"«{piece}»" if hit else piece for piece, hit in hits.pieces(marked))
