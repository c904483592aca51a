# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ponte.people.models import Card
from ponte.register.entries import Participant
from ponte.register.models import Indicator, Intervention
from tests.cast import Cast

pytestmark = pytest.mark.django_db

DESK = ["servizi", "sportello-lavoro"]


def filled(**values: Any) -> dict[str, Any]:
    return {
        "name": "Persone informate",
        "measure": "people",
        "by": "citizenship",
        "sentence": "n. {totale} {totale|persona|persone}: {dettaglio:{valore} {nome}}.",
        "where_role": ["client", "-"],
    } | values


@pytest.fixture
def work(cast: Cast, recorded: Callable[..., Intervention], known: Callable[..., Card]) -> None:
    for number in range(7):
        card = known(f"Persona {number}", cast.job_desk, citizenships=["EG" if number < 5 else "PE"])
        recorded(participants=[Participant(card=card)])


def test_a_coordinator_adds_changes_moves_and_deletes(client: Client, cast: Cast) -> None:
    client.force_login(cast.coordinator)
    create = reverse("register:create_indicator", args=DESK)
    assert client.get(create).status_code == 200
    assert client.post(create, filled()).status_code == 302
    assert client.post(create, filled(name="Altro")).status_code == 302
    first, second = Indicator.objects.all()
    assert (first.key, first.filters) == ("persone-informate", {"role": ["client", None]})
    edit = reverse("register:indicator", args=[first.pk])
    assert client.get(edit).status_code == 200
    assert client.post(edit, filled(name="Persone", key="people")).status_code == 302
    client.post(reverse("register:move_indicator", args=[second.pk]), {"up": ""})
    assert [one.name for one in Indicator.objects.all()] == ["Altro", "Persone"]
    gone = reverse("register:delete_indicator", args=[second.pk])
    assert "Altro" in client.get(gone).content.decode()
    client.post(gone)
    assert [one.key for one in Indicator.objects.all()] == ["people"]


def test_a_slip_is_told_beside_its_field_and_nothing_is_saved(client: Client, cast: Cast) -> None:
    client.force_login(cast.coordinator)
    create = reverse("register:create_indicator", args=DESK)
    assert "{totali}" in client.post(create, filled(sentence="{totali}")).content.decode()
    assert "serve dire di chi" in client.post(create, filled(measure="share")).content.decode()
    client.post(create, filled())
    assert "già un indicatore" in client.post(create, filled()).content.decode()
    assert Indicator.objects.count() == 1


def test_the_preview_shows_this_year_last_year_sentence_and_breakdown(client: Client, cast: Cast, work: None) -> None:
    client.force_login(cast.coordinator)
    url = reverse("register:indicator_preview", args=DESK)
    page = client.post(f"{url}?anno=2021", filled(name="")).content.decode()
    assert "n. 7 persone: 5 Egitto, 2 Perù." in page
    assert "anno prima" in page
    assert "{totali}" in client.post(url, filled(sentence="{totali}")).content.decode()


def test_the_preview_withholds_small_figures_from_who_may_not_see_people(
    client: Client, cast: Cast, work: None
) -> None:
    client.force_login(cast.org_coordinator)
    url = reverse("register:indicator_preview", args=DESK)
    page = client.post(f"{url}?anno=2021", filled()).content.decode()
    assert "n. 7 persone: non mostrato Egitto, non mostrato Perù." in page


def test_others_look_and_do_not_touch(client: Client, cast: Cast, work: None) -> None:
    client.force_login(cast.coordinator)
    client.post(reverse("register:create_indicator", args=DESK), filled())
    indicator = Indicator.objects.get()
    client.force_login(cast.stranger)
    page = client.get(reverse("register:section_indicators", args=DESK) + "?anno=2021").content.decode()
    assert "n. 7 persone: non mostrato" in page
    assert "Elimina" not in page
    assert client.get(reverse("register:indicator", args=[indicator.pk])).status_code == 403
    assert client.post(reverse("register:create_indicator", args=DESK), filled(key="x")).status_code == 403
    assert client.post(reverse("register:move_indicator", args=[indicator.pk])).status_code == 403
    assert client.post(reverse("register:delete_indicator", args=[indicator.pk])).status_code == 403
    assert (
        client.post(reverse("register:propose_indicators", args=["progetti", cast.lab_impact.slug])).status_code
        == 403
    )
    assert Indicator.objects.count() == 1


def test_a_new_service_starts_from_the_usual_indicators(client: Client, cast: Cast) -> None:
    client.force_login(cast.network_manager)
    for section in (["servizi", "mediazione-culturale"], ["progetti", "ricetta-family-work-km-zero"]):
        page = reverse("register:section_indicators", args=section)
        assert "Aggiungi quelli proposti" in client.get(page).content.decode()
        client.post(reverse("register:propose_indicators", args=section))
        assert "Ore di attività" in client.get(page).content.decode()


def test_the_list_begins_with_what_one_coordinates(client: Client, cast: Cast) -> None:
    client.force_login(cast.org_coordinator)
    answer = client.get(reverse("register:indicators"))
    assert {row.name for row in answer.context["own"]} == {
        "Sportello Lavoro", "Mediazione culturale", "Consulenza psicologica", "Sportello Trans",
        "Ricetta Family Work Km Zero",
    }  # fmt: skip
    assert {row.name for row in answer.context["others"]} == {"Sportelli per stranieri", "FAMI Lab'Impact"}


def test_the_section_asks_the_database_the_same_for_one_indicator_and_for_three(
    client: Client, cast: Cast, work: None, django_assert_num_queries: Any
) -> None:
    client.force_login(cast.coordinator)
    url = reverse("register:section_indicators", args=DESK)
    for number in (1, 3):
        while Indicator.objects.count() < number:
            client.post(reverse("register:create_indicator", args=DESK), filled(key=f"k{Indicator.objects.count()}"))
        client.get(url)
        with django_assert_num_queries(20):
            client.get(url)
