# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""With whom a new person likely lives: suggested with reasons, never assumed."""

import datetime as dt
from typing import Any

import pytest

from ponte.people import actions, households, identity
from ponte.people.models import Card, CardContact
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered

TODAY = dt.date(2026, 11, 25)
HOME = {"family_name": "Hossain", "address": "Via Verdi, 1", "phone": "333 1234567"}
MOTHER = {**HOME, "given_name": "Amina", "birth_year": 1985, "sex": "F"}


def suggested(cast: Cast, card: Card) -> tuple[str, list[str], str] | None:
    with acting_as(cast.operator.pk):
        found = households.suggest(cast.operator, Card.objects.get(pk=card.pk), today=TODAY)
        return found and (found.other.given_name, [str(reason) for reason in found.reasons], found.role)


def mine(cast: Cast, **fields: Any) -> Card:
    return registered(cast.operator, cast.job_desk, **fields)


@pytest.mark.parametrize(
    ("new", "reasons", "role"),
    [
        (
            {**HOME, "address": "via verdi 1", "given_name": "Ali", "birth_year": 2015},
            ["stesso indirizzo", "stesso telefono", "cognome in comune", "età di genitore e figlio"],
            "child",
        ),
        ({**HOME, "phone": "", "given_name": "Ali", "birth_year": 1983, "sex": "M"},
         ["stesso indirizzo", "cognome in comune"], "partner"),
        ({**HOME, "address": "", "family_name": "Rossi", "given_name": "Ali", "birth_year": 2015},
         ["stesso telefono", "età di genitore e figlio"], "child"),
        ({**HOME, "given_name": "Fatima"}, ["stesso indirizzo", "stesso telefono", "cognome in comune"], ""),
    ],
)  # fmt: skip
def test_who_likely_lives_with_somebody(cast: Cast, new: dict[str, Any], reasons: list[str], role: str) -> None:
    mine(cast, **MOTHER)
    assert suggested(cast, mine(cast, **new)) == ("Amina", reasons, role)


@pytest.mark.parametrize(
    "new",
    [
        {"given_name": "Ali", "family_name": "Hossain"},  # a name is no household
        {"given_name": "Ali", "family_name": "Rossi", "phone": "333 1234567"},  # the telephone of a helper
        {**HOME, "phone": "", "given_name": "Ali", "address": "via Verdi 11"},
        {**HOME, "phone": "", "given_name": "Ali", "postcode": "20100"},
        {**MOTHER, "birth_month": 5},  # she herself, once more
        {**MOTHER, "birth_month": 6, "family_name": "El Hossain"},
    ],
)
def test_who_is_not_suggested(cast: Cast, new: dict[str, Any]) -> None:
    mine(cast, **MOTHER, birth_month=5, postcode="20089")
    assert suggested(cast, mine(cast, **new)) is None


def test_a_household_that_is_there_comes_first_and_one_s_own_is_enough(cast: Cast) -> None:
    alone, mother, son = mine(cast, **MOTHER), mine(cast, **MOTHER), mine(cast, **HOME, given_name="Ali")
    with acting_as(cast.operator.pk):
        actions.join_household(card=mother, other=mine(cast, given_name="Omar"), role="partner", by=cast.operator)
        found = households.suggest(cast.operator, son, today=TODAY)
        assert found is not None
        assert found.other == mother != alone
        actions.join_household(card=son, other=mother, role="child", by=cast.operator)
    assert suggested(cast, son) is None


def test_a_further_telephone_counts_and_one_s_other_card_does_not(cast: Cast) -> None:
    mother, son = mine(cast, **{**MOTHER, "phone": ""}), mine(cast, **HOME, given_name="Ali")
    again = mine(cast, **HOME, given_name="Alì Reza", birth_year=2015)
    with acting_as(cast.operator.pk):
        actions.add_detail(detail=CardContact(card=mother, kind="phone", value="333 1234567"), by=cast.operator)
        identity.decide_same(one=son, other=again, by=cast.operator)
    assert suggested(cast, son) == ("Amina", ["stesso indirizzo", "stesso telefono", "cognome in comune"], "")


def test_nobody_is_suggested_whom_the_user_may_not_see(cast: Cast) -> None:
    registered(cast.stranger, cast.foreign_desk, **MOTHER)
    registered(cast.protected, cast.trans_desk, **MOTHER)
    assert suggested(cast, mine(cast, **HOME, given_name="Ali")) is None
