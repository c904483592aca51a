# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Search finds a person however the name is written, and still only among one's own people."""

import pytest
from django.test import Client

from ponte.people.models import Card
from ponte.people.search import search
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered

PEOPLE = {
    "mohamed": {"given_name": "Mohamed", "family_name": "Ben Ali"},
    "muhammad": {"native_name": "محمد حسن"},
    "olena": {"given_name": "Олена", "family_name": "Шевченко"},
    "wang": {"native_name": "王小明"},
    "moldova": {"given_name": "Ion", "family_name": "Şevcenco"},
    "amina": {"given_name": "Amina", "family_name": "El Idrissi"},
    "rossi": {"given_name": "Guglielmo", "family_name": "Bartolomeo"},
}


@pytest.fixture
def people(cast: Cast) -> dict[str, Card]:
    return {key: registered(cast.operator, cast.job_desk, **fields) for key, fields in PEOPLE.items()}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("muhamed", ["mohamed", "muhammad"]),
        ("محمد", ["muhammad", "mohamed"]),
        ("Shevchenko", ["olena", "moldova"]),
        ("Шевченко", ["olena", "moldova"]),
        ("scevcenco", ["olena", "moldova"]),
        ("shevchemko", ["olena"]),
        ("idrisi aminah", ["amina"]),
        ("xiao ming wang", ["wang"]),
        ("wangxiaoming", ["wang"]),
        ("bartolomoe guglielmo", ["rossi"]),
        ("bartolomeo guglilmo", ["rossi"]),
        ("zzz", []),
        ("si", []),
    ],
)
def test_found_by(cast: Cast, people: dict[str, Card], query: str, expected: list[str]) -> None:
    with acting_as(cast.operator.pk):
        found = search(cast.operator, query).cards
    names = {card.pk: key for key, card in people.items()}
    assert sorted(names[card.pk] for card in found) == sorted(expected)


def test_exact_hits_come_before_those_that_sound_alike(cast: Cast) -> None:
    order = [registered(cast.operator, cast.job_desk, given_name=name) for name in ("Muhamed", "Muhamedi", "Mohamed")]
    with acting_as(cast.operator.pk):
        assert [card.pk for card in search(cast.operator, "muhamed").cards] == [card.pk for card in order]


def test_nobody_else_s_people_are_found_by_sound(cast: Cast, people: dict[str, Card]) -> None:
    for user in (cast.stranger, cast.protected, cast.social_worker, cast.org_coordinator):
        with acting_as(user.pk):
            for query in ("muhamed", "Шевченко", "shevchemko", "idrisi aminah", "王小明"):
                assert search(user, query).cards == []


def test_wherever_a_person_is_searched(cast: Cast, people: dict[str, Card], client: Client) -> None:
    client.force_login(cast.operator, backend="allauth.account.auth_backends.AuthenticationBackend")
    for path in ("/cerca/?q=muhamed", "/persone/?q=muhamed", "/registro/persone/?person=muhamed"):
        response = client.get(path)
        assert response.status_code == 200, path
        assert "Mohamed Ben Ali" in response.content.decode(), path
