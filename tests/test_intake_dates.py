"""Dates of publication in the forms in which outlets, feeds and people give them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.dates import iso_date


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2017-09-15", "2017-09-15"),
        ("2017-09-15T17:52:00Z", "2017-09-15"),
        ("2017-09-15T23:30:00-05:00", "2017-09-15"),
        ("2017-09-15 17:52", "2017-09-15"),
        ("2017/9/5", "2017-09-05"),
        ("2017.09.15", "2017-09-15"),
        ("20170915", "2017-09-15"),
        ("20170915T175200Z", "2017-09-15"),
        ("September 15, 2017", "2017-09-15"),
        ("Sept. 15, 2017", "2017-09-15"),
        ("Sep 15 2017", "2017-09-15"),
        ("september 15th, 2017", "2017-09-15"),
        ("September 15, 2017 at 5:52 PM", "2017-09-15"),
        ("Friday, 15 September 2017", "2017-09-15"),
        ("15 Sept 2017 17.52 BST", "2017-09-15"),
        ("15th of September 2017", "2017-09-15"),
        ("15-Sep-2017", "2017-09-15"),
        ("Fri, 15 Sep 2017 17:52:00 GMT", "2017-09-15"),
        ("Fri Sep 15 17:52:00 2017", "2017-09-15"),
        ("Fri Sep 15 17:52:00 UTC 2017", "2017-09-15"),
        ("15.09.2017", "2017-09-15"),
        ("15. 9. 2017", "2017-09-15"),
        ("15/09/2017", "2017-09-15"),
        ("09/15/2017", "2017-09-15"),
        ("05/05/2017", "2017-05-05"),
        ("Updated: 2017-09-15 21:45 (Xinhua)", "2017-09-15"),
        ("1505497920", "2017-09-15"),
        (1505497920, "2017-09-15"),
        (1505497920000, "2017-09-15"),
        (datetime.date(2017, 9, 15), "2017-09-15"),
        (datetime.datetime(2017, 9, 15, 17, 52), "2017-09-15"),
        # Day or month first: nobody can tell
        ("03/04/2017", None),
        # No whole date
        ("2017", None),
        ("September 2017", None),
        ("15 September", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        # No such day
        ("2017-02-30", None),
        ("31 April 2017", None),
        ("2017-13-01", None),
        ("call 555-2017-0915", None),
        ("9" * 400, None),
    ],
)
def test_iso_date(given: object, date: str | None) -> None:
    assert iso_date(given) == date


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_in_every_form(day: datetime.date) -> None:
    for form in ("%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y 12:00:00 +0000", "%d.%m.%Y"):
        assert iso_date(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=60))
def test_anything_is_a_date_or_none(given: str) -> None:
    found = iso_date(given)
    assert found is None or datetime.date.fromisoformat(found)
