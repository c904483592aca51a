# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A card that is not found by what it says now is registered a second time."""

from django.db import connection

from ponte.people import actions, candidates
from ponte.people.candidates import keeping
from ponte.people.matching import keys
from ponte.people.models import Card, CardContact, CardIdentifier, CardName, FrequentKey, MatchKey
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role


def stored(card: Card) -> set[int]:
    return set(MatchKey.objects.filter(card=card).values_list("key", flat=True))


def wanted(card: Card) -> frozenset[int]:
    return keys.keys_of(candidates.record_of(Card.objects.get(pk=card.pk)))


def test_keys_follow_every_change_of_a_card(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk, given_name="Amina", family_name="Idrissi", birth_year=1985)
    with acting_as(cast.operator.pk):
        seen = [stored(card)]
        assert seen[-1] == wanted(card)
        actions.change_card(card=card, fields={"family_name": "Alami", "phone": "333 1234567"}, by=cast.operator)
        seen.append(stored(card))
        assert seen[-1] == wanted(card)
        details = [
            CardName(card=card, kind="native", name="أمينة العلمي"),
            CardContact(card=card, kind="phone", value="320 7654321"),
            CardIdentifier(card=card, kind="passport", value="AB1234567"),
        ]
        for detail in details:
            actions.add_detail(detail=detail, by=cast.operator)
            seen.append(stored(card))
            assert seen[-1] == wanted(card)
        actions.remove_detail(detail=details[-1], by=cast.operator)
        assert stored(card) == seen[-2]
    assert len({frozenset(one) for one in seen}) == len(seen)


def test_a_team_sees_the_keys_of_its_own_people_only(cast: Cast) -> None:
    """A key that shows itself tells that somebody of that name or telephone is in the registry."""
    ours = registered(cast.operator, cast.job_desk, given_name="Amina")
    registered(cast.protected, cast.trans_desk, given_name="Petra")
    expected = {"operator": {ours.pk}, "colleague": {ours.pk}, "coordinator": {ours.pk}}
    for name, user in cast.users.items():
        with acting_as(user.pk):
            seen = set(MatchKey.objects.values_list("card_id", flat=True))
        if name != "protected":
            assert seen == expected.get(name, set()), name


def test_outdated_keys_are_made_again(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk, given_name="Amina", family_name="Idrissi")
    with system_role():
        MatchKey.objects.filter(card=card).delete()
        Card.objects.filter(pk=card.pk).update(keys_version=0)
        assert keeping.index_outdated() == 1
        assert keeping.index_outdated() == 0
        assert stored(card) == wanted(card)


def test_only_keys_of_many_cards_are_counted(cast: Cast) -> None:
    """What is counted of few people could tell of one of them."""
    card = registered(cast.operator, cast.job_desk, given_name="Amina")
    with system_role(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO people_matchkey (key, card_id) SELECT 7, generate_series(-101, -1)")
        cursor.execute("INSERT INTO people_matchkey (key, card_id) SELECT 8, generate_series(-100, -1)")
        keeping.count_frequent_keys()
    with acting_as(cast.operator.pk):
        assert dict(FrequentKey.objects.values_list("key", "cards")) == {7: 101}
        assert card.pk
