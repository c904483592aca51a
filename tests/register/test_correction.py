# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of an intervention, and what is put right on it."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client

from ponte.people.models import Card
from ponte.platform.database.actor import set_actor
from ponte.register.entries import Participant
from ponte.register.history import state_of
from ponte.register.models import Intervention, InterventionVersion
from tests.cast import Cast
from tests.register.support import fields_of

pytestmark = pytest.mark.django_db

Record = Callable[..., Intervention]
Know = Callable[..., Card]


@pytest.fixture
def desk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.operator)
    return client


def only(cast: Cast) -> Intervention:
    set_actor(cast.operator.pk)
    return Intervention.objects.get()


def test_a_correction_begins_with_all_that_was_said_and_loses_nothing(
    cast: Cast, desk: Client, known: Know, recorded: Record
) -> None:
    """Sending the page back as it came changes nothing but the version."""
    karim = known("Karim", cast.job_desk)
    stored = recorded(
        kind="workshop",
        group="A",
        partner="B",
        output="C",
        place="D",
        setting="school",
        area=cast.milano,
        languages=["ita"],
        staff=["Zineb Alami"],
        note="E",
        projects={cast.family_work: Decimal("0.4")},
        participants=[
            Participant(card=karim, role="client", group="F", first_contact=False, test="x", result="negative"),
            Participant(card=karim, role="client", test="y"),
            Participant(headcount=3, role="parent", first_contact=True, partner="G"),
            Participant(code="K", referred_to="H", outcome="referred"),
        ],
    )
    page = desk.get(f"/registro/{stored.pk}/correggi/")
    answer = desk.post(f"/registro/{stored.pk}/correggi/", fields_of(page.text) | {"reason": "Prova"})
    assert answer.status_code == 302, [part.errors for part in answer.context["form"].parts]
    set_actor(cast.operator.pk)
    before = InterventionVersion.objects.get().state
    assert state_of(Intervention.objects.get()) == before


def test_a_correction_that_comes_too_late_is_refused_on_the_page(cast: Cast, desk: Client, recorded: Record) -> None:
    stored = recorded(kind="workshop")
    sent = fields_of(desk.get(f"/registro/{stored.pk}/correggi/").text) | {"reason": "Durata"}
    desk.post(f"/registro/{stored.pk}/correggi/", sent | {"minutes": "45"})
    answer = desk.post(f"/registro/{stored.pk}/correggi/", sent | {"minutes": "60"})
    assert "Nel frattempo Olga Prati ha corretto questo intervento" in answer.text
    assert only(cast).minutes == 45


def test_the_page_of_an_intervention_tells_its_history(cast: Cast, desk: Client, recorded: Record) -> None:
    stored = recorded(kind="workshop")
    sent = fields_of(desk.get(f"/registro/{stored.pk}/correggi/").text)
    desk.post(f"/registro/{stored.pk}/correggi/", sent | {"minutes": "45", "reason": "Era più lungo"})
    desk.post(f"/registro/{stored.pk}/annulla/", {"reason": "Registrato due volte"})
    page = desk.get(f"/registro/{stored.pk}/")
    assert [(change.reason, change.by) for change in page.context["changes"]] == [
        ("Registrato due volte", "Olga Prati"),
        ("Era più lungo", "Olga Prati"),
    ]
    assert [(d.label, d.before, d.after) for d in page.context["changes"][1].differences] == [
        ("Durata in minuti", "30", "45")
    ]
    assert "Intervento annullato: non conta in nessuna cifra" in page.text
    assert not page.context["may_correct"]


@pytest.mark.parametrize(
    ("who", "status"),
    [("operator", 200), ("colleague", 200), ("coordinator", 200), ("org_coordinator", 200), ("mediator", 404),
     ("protected", 404), ("stranger", 404), ("network_manager", 404), ("auditor", 404), ("administrator", 404)],
)  # fmt: skip
def test_who_opens_an_intervention(client: Client, cast: Cast, recorded: Record, who: str, status: int) -> None:
    stored = recorded(note="Solo per l'équipe")
    client.force_login(cast.users[who])
    page = client.get(f"/registro/{stored.pk}/")
    assert page.status_code == status
    assert ("Solo per l&#x27;équipe" in page.text) == (status == 200 and who != "org_coordinator")
    if who == "org_coordinator":
        assert client.get(f"/registro/{stored.pk}/correggi/").status_code == 403


def test_the_history_names_only_who_came_and_who_went(
    cast: Cast, desk: Client, known: Know, recorded: Record
) -> None:
    karim, amina = known("Karim", cast.job_desk), known("Amina", cast.job_desk)
    stored = recorded(kind="workshop", participants=[Participant(card=karim, role="student")])
    sent = fields_of(desk.get(f"/registro/{stored.pk}/correggi/").text)
    listed = {"listed": [karim.pk, amina.pk], "present": [karim.pk, amina.pk], "reason": "Mancava Amina"}
    desk.post(f"/registro/{stored.pk}/correggi/", sent | listed)
    (change,) = desk.get(f"/registro/{stored.pk}/").context["changes"]
    assert [(d.label, d.before, d.after) for d in change.differences] == [
        ("Partecipanti", "", "Amina Hossain · utente")
    ]
