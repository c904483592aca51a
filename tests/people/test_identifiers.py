# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Numbers of documents: right ones are kept in one form, wrong ones are refused, and contradictions only warn."""

import pytest

from ponte.people import identifiers
from ponte.people.permits import permit_types
from ponte.platform.partial_dates import PartialDate


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("fiscal_code", "rss mra 85t10 a562s", "RSSMRA85T10A562S"),
        ("fiscal_code", "RSSMRA85T10A56NH", "RSSMRA85T10A56NH"),  # omocodia: a letter stands for a digit
        ("stp", "STP 030 123 4567890", "STP0301234567890"),
        ("eni", "eni0301234567890", "ENI0301234567890"),
        ("passport", "ya 123-456", "YA123456"),
    ],
)
def test_kept_in_one_form(kind: str, typed: str, kept: str) -> None:
    assert identifiers.checked(kind, typed) == kept


@pytest.mark.parametrize(
    ("kind", "typed"),
    [("fiscal_code", "RSSMRA85T10A562X"), ("fiscal_code", "RSS"), ("stp", "ENI0301234567890"), ("stp", "STP030")],
)
def test_wrong_numbers_are_refused(kind: str, typed: str) -> None:
    with pytest.raises(ValueError):
        identifiers.checked(kind, typed)


@pytest.mark.parametrize(
    ("born", "sex", "said"),
    [
        (PartialDate(1985, 12, 10), "M", 0),
        (PartialDate(1985), "", 0),
        (None, "X", 0),
        (PartialDate(1985, 11), "M", 1),
        (PartialDate(1984), "F", 2),
    ],
)
def test_contradictions(born: PartialDate | None, sex: str, said: int) -> None:
    assert len(identifiers.contradictions("RSSMRA85T10A562S", born=born, sex=sex)) == said


def test_permit_types_have_a_name_in_both_languages() -> None:
    types = permit_types()
    assert len(types) == 52
    assert all(permit.italian and permit.english and len(permit.code) <= 40 for permit in types.values())
