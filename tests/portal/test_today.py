# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from ponte.people.models import Acquaintance, Card, NameToken, Person
from ponte.people.names import tokens
from ponte.platform.database.actor import acting_as
from ponte.portal import today
from ponte.portal.search import everywhere
from ponte.register.models import Intervention, Participation
from tests.cast import Cast
from tests.support import system_role


def record(
    cast: Cast, *, service: str = "job_desk", date: dt.date, minutes: int | None = 30, **fields: object
) -> None:
    desk = getattr(cast, service)
    Intervention.objects.create(
        service=desk, organisation=desk.provider, kind="interview", date=date, minutes=minutes, **fields
    )


def test_the_week_counts_what_the_team_did_in_seven_days(cast: Cast) -> None:
    """Otherwise the first figure that an operator sees in the morning is wrong."""
    first = timezone.localdate() - dt.timedelta(days=6)
    with system_role():
        record(cast, date=first, minutes=45)
        record(cast, date=timezone.localdate(), minutes=None)
        record(cast, date=first - dt.timedelta(days=1))
        record(cast, date=first, voided_at=timezone.now())
        record(cast, service="foreign_desk", date=first)
    with acting_as(cast.operator.pk):
        (week,) = today.last_days(cast.operator)
    assert (week.service, week.interventions, week.hours) == (cast.job_desk, 2, Decimal("0.8"))
    with acting_as(cast.org_coordinator.pk):
        overseen = {week.service.slug: week.interventions for week in today.last_days(cast.org_coordinator)}
    assert overseen == {
        "sportello-lavoro": 2,
        "mediazione-culturale": 0,
        "consulenza-psicologica": 0,
        "sportello-trans": 0,
    }


@pytest.mark.parametrize("rows", [1, 3])
def test_the_first_page_asks_the_database_the_same_whatever_was_recorded(
    client: Client, cast: Cast, rows: int, django_assert_num_queries: object
) -> None:
    """The page that everyone opens most must not slow down with the work."""
    with system_role():
        for number in range(rows):
            record(cast, date=timezone.localdate() - dt.timedelta(days=number))
    client.force_login(cast.operator)
    with django_assert_num_queries(17):  # type: ignore[operator]
        assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("who", "seen", "unseen"),
    [
        ("operator", "Ultime registrazioni", "utenti attivi"),
        ("org_coordinator", "Consulenza psicologica", "Ultime registrazioni"),
        ("network_manager", "progetti in corso", "Ultime registrazioni"),
        ("auditor", "progetti in corso", "Ultime registrazioni"),
        ("administrator", "utenti attivi", "Ultime registrazioni"),
    ],
)
def test_each_role_finds_its_own_first_page(client: Client, cast: Cast, who: str, seen: str, unseen: str) -> None:
    client.force_login(cast.users[who])
    page = client.get("/").content.decode()
    assert seen in page
    assert unseen not in page


def test_the_landing_page_says_nothing_of_anyone(client: Client, cast: Cast) -> None:
    page = client.get("/").content.decode()
    assert "Un ponte fra i servizi" in page
    assert 'href="/rete/"' in page
    assert "Persone" not in page


def test_one_search_looks_among_people_and_in_the_directory(client: Client, cast: Cast) -> None:
    """People of other teams stay out of it."""
    with system_role():
        for name, service in (("Amina", cast.job_desk), ("Amalia", cast.foreign_desk)):
            card = Card.objects.create(given_name=name, family_name="Sportello", person=Person.objects.create())
            Acquaintance.objects.create(card=card, service=service)

            NameToken.objects.bulk_create(NameToken(card=card, token=t) for t in tokens([name, "Sportello"]))
    with acting_as(cast.operator.pk):
        found = everywhere(cast.operator, "sportello")
        assert [card.given_name for card in found.cards] == ["Amina"]
        assert {service.slug for service in found.services} >= {"sportello-lavoro", "sportello-trans"}
        assert not everywhere(cast.operator, "  ")
    client.force_login(cast.operator)
    assert "Nessun risultato" in client.get("/cerca/", {"q": "zzzz"}).content.decode()


def test_the_latest_entries_name_who_took_part(client: Client, cast: Cast) -> None:
    with system_role():
        record(cast, date=timezone.localdate())
        entry = Intervention.objects.get()
        card = Card.objects.create(given_name="Wei", family_name="Zhang", person=Person.objects.create())
        Acquaintance.objects.create(card=card, service=cast.job_desk)
        Participation.objects.create(intervention=entry, card=card)
        Participation.objects.create(intervention=entry, headcount=3, position=1)
    client.force_login(cast.operator)
    page = client.get("/").content.decode()
    assert "Wei Zhang" in page
    assert "3 persone" in page
