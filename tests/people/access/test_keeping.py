# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person whom a service keeps for some of its team: nobody else finds, meets or counts them there."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.test import Client

from ponte.network.models import Membership
from ponte.people import enrolling, queries
from ponte.people.access import keeping
from ponte.people.access import queries as access
from ponte.people.access.models import Protection
from ponte.people.models import (
    Acquaintance,
    Card,
    Enrolment,
    EnrolmentEvent,
    KnownName,
    NameToken,
    PresenceNotice,
)
from ponte.people.protected_notices import tell_protected_teams
from ponte.people.review.models import MatchPair, QueuePlace
from ponte.people.rights.models import AccessRequest
from ponte.people.search import search
from ponte.platform.database.actor import acting_as
from ponte.register import actions as register
from ponte.register.entries import Participant
from ponte.register.models import InterventionNote, Participation
from tests.cast import Cast
from tests.people.access.support import asked_about, kept
from tests.people.access.test_sharing import TEAM, readers
from tests.people.review.test_queue import proposed
from tests.people.support import registered
from tests.support import system_role

AMINA = {"given_name": "Amina", "family_name": "El Idrissi"}
NAMED = {"operator", "colleague"}


def test_only_those_named_know_of_the_person_in_every_table(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    with acting_as(cast.operator.pk):
        enrolling.open_enrolment(card=card, service=cast.job_desk, opened_on=dt.date(2026, 1, 9), by=cast.operator)
        register.record_intervention(
            by=cast.operator, service=cast.job_desk, organisation=cast.ala, kind="interview", minutes=30,
            date=dt.date(2026, 1, 9), note="Ha paura", participants=[Participant(card=card)],
        )  # fmt: skip
    tables = (Card, Acquaintance, NameToken, KnownName, Enrolment, EnrolmentEvent, Participation, InterventionNote)
    assert {model.__name__: readers(cast, model) for model in tables} == dict.fromkeys(
        [model.__name__ for model in tables], TEAM
    )
    kept(cast.operator, card, cast.job_desk, cast.colleague)
    assert {model.__name__: readers(cast, model) for model in (*tables, Protection)} == dict.fromkeys(
        [model.__name__ for model in (*tables, Protection)], NAMED
    )
    with acting_as(cast.colleague.pk):
        (protection,) = access.protections_of(cast.colleague, card)
        keeping.lift(protection=protection, by=cast.colleague)
    assert {model.__name__: readers(cast, model) for model in tables} == dict.fromkeys(
        [model.__name__ for model in tables], TEAM
    )


def test_the_referent_knows_and_nobody_is_left_alone_with_it(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    with pytest.raises(ValidationError):
        kept(cast.operator, card, cast.job_desk)
    with pytest.raises(ValidationError):
        kept(cast.operator, card, cast.job_desk, cast.stranger)
    with acting_as(cast.operator.pk):
        enrolling.open_enrolment(
            card=card,
            service=cast.job_desk,
            opened_on=dt.date(2026, 1, 9),
            by=cast.operator,
            referent=cast.coordinator,
        )
    kept(cast.operator, card, cast.job_desk)
    assert readers(cast) == {"operator", "coordinator"}


def test_presence_knows_nothing_of_the_person_and_the_named_are_told(cast: Cast) -> None:
    before = asked_about(cast.stranger, cast.foreign_desk, **AMINA)
    card = registered(cast.operator, cast.job_desk)
    assert [one.name for one in asked_about(cast.stranger, cast.foreign_desk, **AMINA)] == ["Amina El Idrissi"]
    kept(cast.operator, card, cast.job_desk, cast.colleague)
    assert asked_about(cast.stranger, cast.foreign_desk, **AMINA) == before == []
    assert asked_about(cast.coordinator, cast.job_desk, **AMINA) == []
    assert [one.card for one in asked_about(cast.colleague, cast.job_desk, **AMINA)] == [card]
    with system_role():
        tell_protected_teams()
        assert {notice.met_by for notice in PresenceNotice.objects.filter(card=card)} >= {cast.foreign_desk}
    assert readers(cast, PresenceNotice, card=card) == NAMED


def test_who_was_named_and_has_left_the_team_is_told_no_more_at_intake_than_others(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    kept(cast.operator, card, cast.job_desk, cast.colleague)
    with system_role():
        Membership.objects.filter(user=cast.colleague).update(service=cast.foreign_desk)
    assert asked_about(cast.colleague, cast.foreign_desk, **AMINA) == []


def test_what_other_services_wrote_is_told_by_number_also_to_whom_their_own_team_keeps_the_person_from(
    cast: Cast,
) -> None:
    """Whoever coordinates the organisation works at the desk too, which keeps the person from them."""
    card = registered(cast.operator, cast.job_desk)
    kept(cast.operator, card, cast.job_desk, cast.colleague)
    with system_role():
        Acquaintance.objects.create(card=card, service=cast.psychology, guarded_for=[cast.social_worker.pk])
        for service in (cast.job_desk, cast.psychology):
            AccessRequest.objects.create(
                card=card, service=service, asked_on=dt.date(2026, 3, 2), due_on=dt.date(2026, 4, 2),
                identified="known", by=cast.operator,
            )  # fmt: skip
        Membership.objects.create(user=cast.org_coordinator, service=cast.job_desk, role=Membership.Role.OPERATOR)
    with acting_as(cast.org_coordinator.pk):
        assert [one.service for one in AccessRequest.objects.all()] == [cast.psychology]


def test_another_service_that_knows_the_person_goes_on_knowing_and_learns_nothing(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    with system_role():
        Acquaintance.objects.create(card=card, service=cast.foreign_desk)
    kept(cast.operator, card, cast.job_desk, cast.colleague)
    assert readers(cast, pk=card.pk) == NAMED | {"stranger"}
    assert readers(cast, Protection) == NAMED
    with acting_as(cast.stranger.pk):
        assert Card.objects.get(pk=card.pk).registered_by_id is None
    (one,) = asked_about(cast.mediator, cast.mediation, **AMINA)
    assert [desk.service for desk in one.desks] == ["Sportelli per stranieri"]


def test_pairs_about_the_person_leave_the_queues_and_come_back(cast: Cast) -> None:
    mine = registered(cast.operator, cast.job_desk)
    other = registered(cast.stranger, cast.foreign_desk)
    proposed((mine, other))
    assert readers(cast, MatchPair) == TEAM | {"stranger"} == readers(cast, QueuePlace)
    protection = kept(cast.operator, mine, cast.job_desk, cast.colleague)
    assert readers(cast, MatchPair) == set() == readers(cast, QueuePlace)
    with acting_as(cast.operator.pk):
        keeping.lift(protection=protection, by=cast.operator)
    assert readers(cast, MatchPair) == TEAM | {"stranger"}


def test_a_colleague_who_is_not_named_cannot_let_themselves_in(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    protection = kept(cast.operator, card, cast.job_desk, cast.colleague)
    with acting_as(cast.coordinator.pk):
        assert Acquaintance.objects.filter(card=card).update(guarded_for=None) == 0
        with pytest.raises(PermissionDenied):
            keeping.lift(protection=protection, by=cast.coordinator)
        with pytest.raises(DatabaseError), transaction.atomic():
            Acquaintance.objects.create(card=card, service=cast.job_desk)
        with pytest.raises(DatabaseError), transaction.atomic():
            Enrolment.objects.create(card=card, service=cast.job_desk, opened_on=dt.date(2026, 1, 9))
        assert list(queries.visible_to(cast.coordinator)) == []
        assert search(cast.coordinator, "amina").cards == []
    with acting_as(cast.colleague.pk):
        assert search(cast.colleague, "amina").cards == [card]


def test_protecting_and_lifting_in_the_browser(cast: Cast, client: Client) -> None:
    card = registered(cast.operator, cast.job_desk)
    client.force_login(cast.operator)
    answer = client.post(
        f"/persone/{card.code}/proteggi/",
        {"service": cast.job_desk.pk, "members": [cast.colleague.pk], "reason": "Minacciata"},
    )
    assert answer.status_code == 302, answer.content.decode()
    assert "protetta" in client.get(f"/persone/{card.code}/").content.decode()
    client.force_login(cast.coordinator)
    assert client.get(f"/persone/{card.code}/").status_code == 404
    assert card.code not in client.get("/persone/").content.decode()
    client.force_login(cast.colleague)
    with acting_as(cast.colleague.pk):
        protection = Protection.objects.get()
    client.post(f"/persone/{card.code}/protezione/{protection.pk}/togli/")
    client.force_login(cast.coordinator)
    assert client.get(f"/persone/{card.code}/").status_code == 200


@pytest.mark.django_db
def test_who_is_alone_in_a_team_is_told_what_to_do_first(cast: Cast, client: Client) -> None:
    """An empty list of colleagues would say nothing."""
    card = registered(cast.stranger, cast.foreign_desk)
    client.force_login(cast.stranger)
    page = client.get(f"/persone/{card.code}/proteggi/").content.decode()
    assert "aggiunga prima un collega" in page
    assert 'name="reason"' not in page
