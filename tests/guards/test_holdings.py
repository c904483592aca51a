# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever is held on a person can be told to them and erased, without a table that somebody forgot."""

import pytest

from ponte.people.rights import holdings
from tests.guards.test_privacy import TIED

HELD = holdings.all_of_them()


def test_every_table_tied_to_a_person_says_how_it_is_told_and_erased() -> None:
    """A new table adds a `Holding` in its room's `held.py`; see docs/developers.md."""
    assert {holding.model._meta.label for holding in HELD} >= {model._meta.label for model in TIED}


@pytest.mark.parametrize("holding", HELD, ids=lambda holding: holding.model._meta.label)
def test_what_is_not_erased_says_why(holding: holdings.Holding) -> None:
    assert holding.erase is not None or holding.stays


@pytest.mark.parametrize("holding", HELD, ids=lambda holding: holding.model._meta.label)
def test_what_is_not_told_are_fields_that_there_are(holding: holdings.Holding) -> None:
    assert holding.hidden <= {field.name for field in holding.model._meta.concrete_fields}
