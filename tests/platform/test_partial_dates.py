# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A date stays as precise as it was told."""

import datetime as dt

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from ponte.platform.partial_dates import PartialDate

days = st.dates(min_value=dt.date(1000, 1, 1)).map(lambda d: PartialDate(d.year, d.month, d.day))
months = st.builds(PartialDate, st.integers(1000, 9999), st.integers(1, 12))
years = st.builds(PartialDate, st.integers(1000, 9999))


@given(st.one_of(days, months, years))
def test_written_and_read_again_it_is_the_same(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date
    assert PartialDate.parse(date.typed()) == date
    assert date.earliest <= date.latest


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("1985", "1985"),
        ("03/1985", "1985-03"),
        ("12/03/1985", "1985-03-12"),
        ("12.3.1985", "1985-03-12"),
        ("1985-3", "1985-03"),
        ("1985-03-12 00:00:00", "1985-03-12"),
    ],
)
def test_what_people_type(typed: str, iso: str) -> None:
    assert str(PartialDate.parse(typed)) == iso


@pytest.mark.parametrize(
    "typed", ["31/02/1980", "1980-13", "00/1980", "0/1/1980", "85", "12/03/85", "x", "", "١٩٨٥", "0000"]
)
def test_what_is_in_no_calendar_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(typed)


def test_shown_in_the_reader_s_language() -> None:
    with translation.override("it"):
        assert [PartialDate(1985, 3, 12).display(), PartialDate(1985, 3).display(), PartialDate(1985).display()] == [
            "12 marzo 1985",
            "marzo 1985",
            "1985",
        ]
