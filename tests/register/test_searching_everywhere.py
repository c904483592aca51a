# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Wherever a person can be searched, a name is found in the script and the spelling in which somebody has it."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from ponte.people.models import Card
from ponte.platform.database.actor import acting_as
from ponte.register.models import Intervention
from tests.cast import Cast
from tests.people.support import registered
from tests.people.test_intake import panel_of

# What is typed, and the names on the card.
NAMES = {
    "Arabic, card in Latin": ("محمد العمراني", {"given_name": "Mohamed", "family_name": "El Amrani"}),
    "Latin, card in Arabic": ("Mohammed Al Omrani", {"native_name": "محمد العمراني"}),
    "Cyrillic, card in Latin": ("Олена Шевченко", {"given_name": "Olena", "family_name": "Sevcenco"}),
    "Latin, card in Cyrillic": ("Shevchenko Olena", {"native_name": "Шевченко Олена"}),
    "Chinese, card in Latin": ("王小明", {"given_name": "Xiaoming", "family_name": "Wang"}),
    "Latin, card in Chinese": ("Xiao Ming Wang", {"native_name": "王小明"}),
}
Place = Callable[[Client, Cast, str], str]


def people_list(client: Client, cast: Cast, said: str) -> str:
    return client.get("/persone/", {"q": said}).text


def search_of_everything(client: Client, cast: Cast, said: str) -> str:
    return client.get("/cerca/", {"q": said}).text


def quick_entry_while_typing(client: Client, cast: Cast, said: str) -> str:
    return client.get("/registro/persone/", {"person": said}).text


def _work(cast: Cast) -> dict[str, object]:
    return {
        "service": cast.job_desk.pk,
        "date": timezone.localdate().isoformat(),
        "kind": "interview",
        "role": "client",
    }


def quick_entry_without_javascript(client: Client, cast: Cast, said: str) -> str:
    return client.post("/registro/nuovo/contatto/", _work(cast) | {"person": said, "search": "1"}).text


def attendance(client: Client, cast: Cast, said: str) -> str:
    sent = _work(cast) | {
        "service": cast.job_desk.slug, "kind": "workshop", "organisation": cast.ala.pk, "person": said, "search": "1",
        "projects-TOTAL_FORMS": "0", "projects-INITIAL_FORMS": "0", "rows-TOTAL_FORMS": "0",
        "rows-INITIAL_FORMS": "0",
    }  # fmt: skip
    return client.post("/registro/nuovo/incontro/", sent).text


def _beside(cast: Cast) -> Card:
    return registered(cast.operator, cast.job_desk, given_name="Zoe", family_name="Quispe")


def household(client: Client, cast: Cast, said: str) -> str:
    return client.post(f"/persone/{_beside(cast).code}/nucleo/", {"other": said}).text


def merge(client: Client, cast: Cast, said: str) -> str:
    return client.get(f"/persone/{_beside(cast).code}/unisci/", {"con": said}).text


PLACES = (
    people_list, search_of_everything, quick_entry_while_typing, quick_entry_without_javascript, attendance,
    household, merge,
)  # fmt: skip


@pytest.fixture
def desk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.operator)
    return client


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
@pytest.mark.parametrize("way", NAMES)
def test_it_is_found(cast: Cast, desk: Client, place: Place, way: str) -> None:
    said, names = NAMES[way]
    card = registered(cast.operator, cast.job_desk, **names)
    other = registered(cast.operator, cast.job_desk, given_name="Carla", family_name="Bianchi")
    text = place(desk, cast, said)
    shown = card.code in text or f'value="{card.pk}"' in text or f'data-value="{card.pk}"' in text
    assert shown, text[:3000]
    assert other.code not in text


@pytest.mark.parametrize("way", NAMES)
def test_work_done_with_somebody_is_found_in_the_register(cast: Cast, desk: Client, way: str) -> None:
    said, names = NAMES[way]
    card = registered(cast.operator, cast.job_desk, **names)
    sent = {"card": card.pk, "person": card.display_name, "minutes": "30"}
    assert desk.post("/registro/nuovo/contatto/", _work(cast) | sent).status_code == 302
    with acting_as(cast.operator.pk):
        address = f"/registro/{Intervention.objects.get().pk}/"
    assert address in desk.get("/registro/", {"person": said}).text
    assert address not in desk.get("/registro/", {"person": "Quispe"}).text


@pytest.mark.parametrize("way", NAMES)
def test_at_intake_somebody_known_elsewhere_appears(cast: Cast, desk: Client, way: str) -> None:
    said, names = NAMES[way]
    registered(cast.stranger, cast.foreign_desk, **names)
    panel, _text = panel_of(desk, given_name=said, family_name="", birth_date="", phone="")
    assert len(panel.likely) == 1


def test_a_name_that_several_have_asks_which(cast: Cast, desk: Client) -> None:
    there = [registered(cast.operator, cast.job_desk, given_name="Amina", family_name="Neri") for _ in range(2)]
    for place in (household, merge):
        text = place(desk, cast, "أمينة")
        assert all(card.code in text for card in there), place.__name__


def test_a_name_alone_joins_no_household(cast: Cast, desk: Client) -> None:
    there = registered(cast.operator, cast.job_desk, given_name="Amina", family_name="Neri")
    household(desk, cast, "Amina Neri")
    there.refresh_from_db()
    assert there.household_id is None
