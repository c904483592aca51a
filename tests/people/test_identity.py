# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which cards are one person: decided, taken back, and back at the start."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction

from ponte.people import identity
from ponte.people.models import Acquaintance, Card, IdentityDecision
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role

NAMES = "ABCDE"


@pytest.fixture
def cards(cast: Cast) -> list[Card]:
    return [registered(cast.operator, cast.job_desk, given_name=name) for name in NAMES]


def partition() -> set[frozenset[str]]:
    with system_role():
        persons: dict[int, set[str]] = {}
        for name, person in Card.objects.values_list("given_name", "person_id"):
            persons.setdefault(person, set()).add(name)
    return {frozenset(names) for names in persons.values()}


def parts(*groups: str) -> set[frozenset[str]]:
    alone = set(NAMES) - set("".join(groups))
    return {frozenset(group) for group in groups} | {frozenset(name) for name in alone}


def test_same_and_undo(cast: Cast, cards: list[Card]) -> None:
    a, b, c, *_ = cards
    with acting_as(cast.operator.pk):
        first = identity.decide_same(one=b, other=a, by=cast.operator, reason="stesso passaporto")
        assert partition() == parts("AB")
        second = identity.decide_same(one=b, other=c, by=cast.operator)
        assert partition() == parts("ABC")
        identity.undo(decision=first, by=cast.operator)
        assert partition() == parts("BC")
        identity.undo(decision=second, by=cast.operator)
        assert partition() == parts()
        with pytest.raises(ValidationError, match="già stata annullata"):
            identity.undo(decision=first, by=cast.operator)


def test_different_is_kept_against_later_joins(cast: Cast, cards: list[Card]) -> None:
    a, b, c, *_ = cards
    with acting_as(cast.operator.pk):
        identity.decide_different(one=a, other=c, by=cast.operator)
        identity.decide_same(one=a, other=b, by=cast.operator)
        with pytest.raises(
            ValidationError, match=rf"«A» \(scheda {a.code}\) e «C» \(scheda {c.code}\) .* diverse: .* Olga Prati"
        ):
            identity.decide_same(one=b, other=c, by=cast.operator)
        assert partition() == parts("AB")
        assert IdentityDecision.objects.count() == 2
        identity.decide_different(one=a, other=b, by=cast.operator)
        assert partition() == parts()
        identity.decide_same(one=b, other=c, by=cast.operator)
        assert partition() == parts("BC")


def test_a_card_that_the_user_may_not_see_moves_along(cast: Cast, cards: list[Card]) -> None:
    """Or a person known to two services would fall apart for one of them."""
    hidden = registered(cast.stranger, cast.foreign_desk, given_name="Z")
    with system_role():
        Acquaintance.objects.create(card=cards[1], service=cast.foreign_desk)
    with acting_as(cast.stranger.pk):
        identity.decide_same(one=hidden, other=cards[1], by=cast.stranger)
    with acting_as(cast.operator.pk):
        identity.decide_same(one=cards[0], other=cards[1], by=cast.operator)
    assert partition() == {frozenset("ABZ"), *(frozenset(name) for name in "CDE")}


def test_nobody_decides_about_cards_they_do_not_see(cast: Cast, cards: list[Card]) -> None:
    hidden = registered(cast.stranger, cast.foreign_desk, given_name="Z")
    with acting_as(cast.operator.pk), pytest.raises(PermissionDenied):
        identity.decide_same(one=cards[0], other=hidden, by=cast.operator)


def test_the_log_only_grows(cast: Cast, cards: list[Card]) -> None:
    with acting_as(cast.operator.pk):
        identity.decide_same(one=cards[0], other=cards[1], by=cast.operator)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            connection.cursor().execute("DELETE FROM people_identitydecision")
