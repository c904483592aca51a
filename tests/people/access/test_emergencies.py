# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Breaking the glass: for hours, for a reason, known to the data protection officer; and never through to what is
protected."""

import datetime as dt

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from ponte.people import enrolling, presence, queries
from ponte.people.access import emergencies, letters
from ponte.people.access import queries as access
from ponte.people.access.models import EmergencyAccess, EmergencyCard, EmergencyReview
from ponte.people.models import Acquaintance, Card, CardIdentifier
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.access.support import asked_about, broken, ended_in_time, kept
from tests.people.access.test_sharing import TEAM, readers
from tests.people.support import registered
from tests.support import system_role

AMINA = {"given_name": "Amina", "family_name": "El Idrissi"}


def test_the_card_opens_to_whoever_broke_the_glass_and_closes_by_itself(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    with acting_as(cast.operator.pk):
        CardIdentifier.objects.create(card=card, kind="passport", value="YA1234567", country="MA")
        enrolling.open_enrolment(
            card=card, service=cast.job_desk, opened_on=dt.date(2026, 1, 9), by=cast.operator, referent=cast.operator
        )
    opened = broken(cast.stranger, cast.foreign_desk, **AMINA)
    assert readers(cast, pk=card.pk) == TEAM | {"stranger"} == readers(cast, CardIdentifier, card=card)
    with acting_as(cast.stranger.pk):
        assert [one.referent for one in access.opened_enrolments(card)] == ["Olga Prati"]
        assert list(queries.visible_to(cast.stranger)) == []
    ended_in_time(opened)
    assert readers(cast, pk=card.pk) == TEAM
    with acting_as(cast.stranger.pk):
        assert access.opened_enrolments(card) == []


def test_whoever_opened_it_closes_it_before_its_time(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    opened = broken(cast.stranger, cast.foreign_desk, **AMINA)
    with acting_as(cast.auditor.pk), pytest.raises(PermissionDenied):
        emergencies.close(access=opened, by=cast.auditor)
    with acting_as(cast.stranger.pk):
        emergencies.close(access=opened, by=cast.stranger)
    assert readers(cast, pk=card.pk) == TEAM


def test_a_reserved_service_is_named_in_an_emergency_and_a_protected_one_is_not(cast: Cast) -> None:
    card = registered(cast.social_worker, cast.psychology)
    with system_role():
        Acquaintance.objects.create(card=card, service=cast.trans_desk)
    for by, service in ((cast.social_worker, cast.psychology), (cast.protected, cast.trans_desk)):
        with acting_as(by.pk):
            enrolling.open_enrolment(card=card, service=service, opened_on=dt.date(2026, 1, 9), by=by, referent=by)
    broken(cast.stranger, cast.foreign_desk, **AMINA)
    with acting_as(cast.stranger.pk):
        assert [one.service for one in access.opened_enrolments(card)] == [cast.psychology]


def test_what_only_a_protected_service_knows_cannot_be_opened_by_anybody(cast: Cast) -> None:
    card = registered(cast.protected, cast.trans_desk)
    assert asked_about(cast.stranger, cast.foreign_desk, **AMINA) == []
    with acting_as(cast.stranger.pk):
        opened = EmergencyAccess.objects.create(
            user=cast.stranger, service=cast.foreign_desk, reason="x" * 20, started_at=timezone.now(),
            until=timezone.now() + dt.timedelta(hours=1),
        )  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            EmergencyCard.objects.create(access=opened, card_id=card.pk)
        with pytest.raises(DatabaseError), transaction.atomic():
            presence.open_in_emergency(opened, [card.pk])
    assert readers(cast, pk=card.pk) == {"protected"}


def test_an_open_emergency_ends_where_the_person_becomes_protected(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    broken(cast.stranger, cast.foreign_desk, **AMINA)
    kept(cast.operator, card, cast.job_desk, cast.colleague)
    assert readers(cast, pk=card.pk) == {"operator", "colleague"}


@pytest.mark.parametrize(("hours", "reason"), [(0, "x" * 20), (13, "x" * 20), (2, "fretta")])
def test_hours_are_bounded_and_a_reason_is_given(cast: Cast, hours: int, reason: str) -> None:
    registered(cast.operator, cast.job_desk)
    (first,) = asked_about(cast.stranger, cast.foreign_desk, **AMINA)
    with acting_as(cast.stranger.pk), pytest.raises(ValidationError):
        emergencies.break_glass(reference=first.reference, reason=reason, hours=hours, by=cast.stranger)


def test_the_database_bounds_the_hours_too(cast: Cast) -> None:
    now = timezone.now()
    with acting_as(cast.stranger.pk), pytest.raises(DatabaseError), transaction.atomic():
        EmergencyAccess.objects.create(
            user=cast.stranger, service=cast.foreign_desk, reason="x" * 20, started_at=now,
            until=now + dt.timedelta(hours=13),
        )  # fmt: skip
    registered(cast.operator, cast.job_desk)
    opened = broken(cast.stranger, cast.foreign_desk, **AMINA)
    with acting_as(cast.stranger.pk), pytest.raises(DatabaseError), transaction.atomic():
        EmergencyAccess.objects.filter(pk=opened.pk).update(until=now + dt.timedelta(hours=11))


def test_what_was_opened_while_the_clock_ran_ahead_ends_when_it_is_right_again(cast: Cast) -> None:
    """It would last for days instead of hours."""
    registered(cast.operator, cast.job_desk)
    opened = broken(cast.stranger, cast.foreign_desk, **AMINA)
    with system_role():
        assert emergencies.end_what_has_not_begun() == 0
        then = timezone.now() + dt.timedelta(days=3)
        EmergencyAccess.objects.filter(pk=opened.pk).update(started_at=then, until=then + dt.timedelta(hours=2))
    assert "stranger" in readers(cast)
    with system_role():
        assert emergencies.end_what_has_not_begun() == 1
    assert "stranger" not in readers(cast)


def test_somebody_elses_answer_opens_nothing(cast: Cast) -> None:
    registered(cast.operator, cast.job_desk)
    (first,) = asked_about(cast.stranger, cast.foreign_desk, **AMINA)
    with acting_as(cast.mediator.pk), pytest.raises(PermissionDenied):
        emergencies.break_glass(reference=first.reference, reason="x" * 20, hours=1, by=cast.mediator)


def test_the_officer_is_told_and_writes_an_outcome_without_seeing_the_person(cast: Cast, settings: object) -> None:
    card = registered(cast.operator, cast.job_desk)
    opened = broken(cast.stranger, cast.foreign_desk, **AMINA)
    assert ProcrastinateJob.objects.filter(
        task_name__endswith="tell_auditors", args={"access_id": opened.pk}
    ).exists()
    settings.MAIL_IS_CONFIGURED = True  # type: ignore[attr-defined]
    with system_role():
        assert letters.tell_auditors(opened.pk) == 1
    (letter,) = mail.outbox
    assert letter.to == ["auditor@ponte.example"]
    assert "Sandro Valli" in letter.body
    assert "Amina" not in letter.body
    with acting_as(cast.auditor.pk):
        assert access.codes_of(opened) == [card.code]
        assert Card.objects.count() == 0
        emergencies.review(access=opened, outcome="justified", note="", by=cast.auditor)
    with acting_as(cast.stranger.pk), pytest.raises(PermissionDenied):
        emergencies.review(access=opened, outcome="justified", note="", by=cast.stranger)
    seen = {}
    for name, user in cast.users.items():
        with acting_as(user.pk):
            seen[name] = (
                EmergencyAccess.objects.count(),
                EmergencyCard.objects.count(),
                EmergencyReview.objects.count(),
            )
    assert {name for name, counts in seen.items() if counts == (1, 1, 1)} == {"stranger", "auditor"}
    assert {name for name, counts in seen.items() if counts == (0, 0, 0)} == set(cast.users) - {"stranger", "auditor"}


def test_from_the_panel_to_the_banner_to_the_officers_list(cast: Cast, client: Client) -> None:
    card = registered(cast.operator, cast.job_desk)
    (first,) = asked_about(cast.stranger, cast.foreign_desk, **AMINA)
    client.force_login(cast.stranger)
    address = f"/persone/emergenza/{first.reference}/"
    assert "Amina El Idrissi" in client.get(address).content.decode()
    answer = client.post(address, {"reason": "È in ospedale e non può parlare", "hours": 3, "sure": "on"})
    assert answer.status_code == 302, answer.content.decode()
    assert "Accesso di emergenza aperto fino alle" in client.get("/").content.decode()
    page = client.get(f"/persone/{card.code}/").content.decode()
    assert "La legge per un accesso di emergenza" in page
    event = AuditEvent.objects.filter(action="people.read_card", object_id=card.pk).latest("pk")
    assert (event.after, event.reason) == ({"through": "emergency"}, "È in ospedale e non può parlare")
    with acting_as(cast.stranger.pk):
        pk = EmergencyAccess.objects.get().pk
    client.force_login(cast.auditor)
    assert "1 accesso di emergenza" in client.get("/").content.decode()
    assert "da esaminare" in client.get("/accessi-di-emergenza/").content.decode()
    page = client.get(f"/accessi-di-emergenza/{pk}/").content.decode()
    assert card.code in page
    assert "Amina" not in page
    assert client.post(f"/accessi-di-emergenza/{pk}/", {"outcome": "justified"}).status_code == 302
    assert "giustificato" in client.get("/accessi-di-emergenza/").content.decode()
    client.force_login(cast.operator)
    assert client.get(f"/accessi-di-emergenza/{pk}/").status_code == 404
    client.force_login(cast.stranger)
    client.post(f"/accessi-di-emergenza/{pk}/chiudi/")
    assert "Accesso di emergenza aperto" not in client.get("/").content.decode()
    assert client.get(f"/persone/{card.code}/").status_code == 404
