# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who tries Ponte on the example finds people there whom two desks know by two cards, as in real life."""

import random
from collections import Counter
from datetime import date

import pytest
from django.db import connection

from ponte.demo import areas, generated, network
from ponte.demo.generated import loading, match_keys
from ponte.demo.generated.second_cards import Known, second_card
from ponte.demo.names import FictionalName
from ponte.people.candidates import index_cards
from ponte.people.models import Acquaintance, Card, KnownName, MatchKey, NameToken, Person

KNOWN = Known(
    FictionalName("Olena", "Shevchenko", "Шевченко Олена Іванівна", "F", "ukr"), "UA", date(1984, 5, 17),
    "+39 320 1234567", "via Roma 12", area=1, desk=0, started=0,
)  # fmt: skip


def test_a_second_card_is_of_the_same_person_and_not_a_copy() -> None:
    rng = random.Random(1)
    made = [second_card(KNOWN, rng) for _ in range(300)]
    assert all(card.given_name or card.family_name or card.native_name for card in made)
    families = Counter(card.family_name for card in made)
    assert families["Shevchenko"] > 100
    assert {"Scevcenko", "Ševčenko"} <= set(families)
    assert sum(card.born == (1984, 5, 17) for card in made) > 150
    assert sum(card.phone == "+39 320 1234567" for card in made) > 150
    assert len(set(made)) > 100


@pytest.mark.usefixtures("_as_owner")
def test_the_example_holds_second_cards_by_other_services() -> None:
    areas.load()
    network.load()
    generated.load(count=1_500, seed=3, today=date(2026, 1, 31))
    assert Card.objects.count() == 1_500
    assert Person.objects.count() == 1_500  # nobody has said yet that two cards are one person
    phones = Counter(Card.objects.exclude(phone="").values_list("phone", flat=True))
    again = [phone for phone, cards in phones.items() if cards > 1]
    assert 15 <= len(again) <= 75
    for phone in again:
        cards = Card.objects.filter(phone=phone)
        services = Acquaintance.objects.filter(card__in=cards).values_list("service", flat=True)
        assert len(set(services)) > 1


@pytest.mark.usefixtures("_as_owner")
def test_whoever_fills_a_large_example_finds_its_people_as_in_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many cards are loaded past triggers, and another process makes their keys: by word and by key all are found."""
    monkeypatch.setattr(loading, "MANY", 0)
    monkeypatch.setattr(match_keys, "BLOCK", 50)
    areas.load()
    network.load()
    generated.load(count=330, seed=3, today=date(2026, 1, 31))
    services = Acquaintance.objects.values_list("service", "card")
    words = NameToken.objects.values_list("card", "token")
    known = {(service, card, token) for service, card in services for of, token in words if of == card}
    assert len(known) > 600
    assert set(KnownName.objects.values_list("service", "card", "token")) == known
    keyed = set(MatchKey.objects.values_list("key", "card"))
    index_cards(Card.objects.values_list("pk", flat=True))
    assert set(MatchKey.objects.values_list("key", "card")) == keyed
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D'")
        assert cursor.fetchone() == (0,)
