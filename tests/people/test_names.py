# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A name is found in whatever script it was written, or the person is registered twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ponte.people import names, phones


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Nicolò D'Angelo", {"nicolo", "d", "angelo", "dangelo"}),
        ("محمد", {"mhmd", "محمد"}),
        ("Шевченко", {"shevchenko", "шевченко"}),
        ("王小明", {"wangxiaoming", "xiaoming", "ming", "王小明", "小明", "明"}),
        ("Al-Rashid", {"al", "rashid", "alrashid"}),
        ("ŁUKASZ Müßig", {"lukasz", "mussig", "łukasz"}),
        ("  ", set()),
    ],
)
def test_words_of_a_name(name: str, found: set[str]) -> None:
    assert names.tokens([name]) == found


@given(st.text(max_size=80))
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    folded = names.tokens([text])
    assert all(0 < len(token) <= names.LONGEST for token in folded)
    assert {names.romanised(token) for token in folded if token.isascii()} <= folded | {""}


@given(st.lists(st.text("abcdefàèìçñüşłø", min_size=1, max_size=12), min_size=1, max_size=4))
def test_accents_and_capitals_do_not_matter(parts: list[str]) -> None:
    name = " ".join(parts)
    assert names.tokens([name.upper()]) >= {names.romanised(part) for part in parts}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("333 123 4567", "+393331234567"),
        ("0039 02 1234567", "+39021234567"),
        ("+380 44 123 4567", "+380441234567"),
        ("chiedere alla sorella", "chiedere alla sorella"),
    ],
)
def test_telephone_numbers_are_kept_in_one_form(typed: str, kept: str) -> None:
    assert phones.normalised(typed) == kept
    assert phones.normalised(phones.displayed(kept)) == kept
