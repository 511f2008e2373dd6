"""When two names are one, as the names alone tell."""

from __future__ import annotations

import pytest

from sayso.account.cast.name_forms import same_name
from sayso.account.named.terms import fold


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Sergey Lavrov", "Lavrov", True), ("Kim Jong Un", "Kim Jong-un", True), ("Kim Jong Un", "Kim Jong Il", False),
        ("Hillary Rodham Clinton", "Hillary Clinton", True), ("J. Smith", "John Smith", True),
        ("Anna Berg", "Anna Holm", False),
        ("Bashar al-Assad", "Assad", True), ("Zelenskiy", "Zelenskyy", True), ("", "Berg", False),
    ],
)  # fmt: skip
def test_same_person(a: str, b: str, same: bool) -> None:
    assert same_name(fold(a), fold(b), person=True) is same
    assert same_name(fold(b), fold(a), person=True) is same
