"""The numbers by which a ledger knows what reports share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.keys import Key, number

WORDS = st.text()
DAYS = st.integers(0, 1_000_000)


@given(WORDS, DAYS, st.booleans())
def test_every_database_can_hold_one(words: str, day: int, copy: bool) -> None:
    assert 0 <= number(Key(words, day), copy=copy) < 1 << 63


@given(WORDS, WORDS, DAYS, DAYS)
def test_those_of_one_time_lie_together(one: str, other: str, early: int, late: int) -> None:
    if early < late:
        assert number(Key(one, early), copy=True) < number(Key(other, late), copy=False)


def test_words_days_and_kinds_are_told_apart() -> None:
    keys = [Key("ferry"), Key("ferry", 736_000), Key("harbour", 736_000), Key("ferry", 736_040)]
    assert len({number(key, copy=copy) for key in keys for copy in (True, False)}) == 8
