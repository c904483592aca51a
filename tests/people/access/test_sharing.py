# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What one service lets another read of a person: what was agreed, while it was agreed, and no more."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from ponte.people import actions, enrolling, queries
from ponte.people.access import queries as access
from ponte.people.access import sharing
from ponte.people.access.models import Share
from ponte.people.models import (
    Acquaintance,
    Card,
    CardContact,
    CardIdentifier,
    CardName,
    Enrolment,
    NameToken,
)
from ponte.people.search import search
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.access.support import ended_in_time, shared
from tests.people.support import registered
from tests.support import system_role


def readers(cast: Cast, model: type = Card, **which: object) -> set[str]:
    seen = set()
    for name, user in cast.users.items():
        with acting_as(user.pk):
            if model.objects.filter(**which).exists():
                seen.add(name)
    return seen


TEAM = {"operator", "colleague", "coordinator"}


def test_a_shared_card_is_read_by_the_named_service_and_nobody_else(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    assert readers(cast, pk=card.pk) == TEAM
    shared(cast.operator, card, cast.job_desk, cast.foreign_desk)
    assert readers(cast, pk=card.pk) == TEAM | {"stranger"}
    assert readers(cast, NameToken, card=card) == TEAM | {"stranger"}
    assert readers(cast, Acquaintance, card=card) == TEAM


def test_a_share_is_over_when_its_time_has_passed_and_no_job_was_needed(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    ended_in_time(shared(cast.operator, card, cast.job_desk, cast.foreign_desk))
    assert readers(cast, pk=card.pk) == TEAM


def test_a_share_is_taken_back_at_once_by_any_colleague_who_knows_the_person(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    share = shared(cast.operator, card, cast.job_desk, cast.foreign_desk)
    with acting_as(cast.stranger.pk), pytest.raises((PermissionDenied, Share.DoesNotExist)):
        sharing.end_share(share=share, by=cast.stranger)
    with acting_as(cast.colleague.pk):
        sharing.end_share(share=share, by=cast.colleague)
    assert readers(cast, pk=card.pk) == TEAM
    assert set(AuditEvent.objects.filter(object_id=card.pk).values_list("action", flat=True)) >= {
        "access.share_card", "access.end_share",
    }  # fmt: skip


def test_documents_and_work_are_opened_only_where_that_was_agreed(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    with acting_as(cast.operator.pk):
        paper = CardIdentifier.objects.create(card=card, kind="passport", value="YA1234567", country="MA")
        CardContact.objects.create(card=card, kind="phone", value="+393331234567")
        CardName.objects.create(card=card, kind="nickname", name="Mina")
        enrolling.open_enrolment(
            card=card, service=cast.job_desk, opened_on=dt.date(2026, 1, 9), by=cast.operator, referent=cast.colleague
        )
    shared(cast.operator, card, cast.job_desk, cast.foreign_desk)
    assert "stranger" in readers(cast, CardContact, card=card) & readers(cast, CardName, card=card)
    assert "stranger" not in readers(cast, CardIdentifier, pk=paper.pk)
    with acting_as(cast.stranger.pk):
        assert access.opened_enrolments(card) == []
    shared(cast.operator, card, cast.job_desk, cast.foreign_desk, opens=["documents", "enrolments"])
    assert "stranger" in readers(cast, CardIdentifier, pk=paper.pk)
    with acting_as(cast.stranger.pk):
        (one,) = access.opened_enrolments(card)
        assert (one.service, one.referent, one.opened_on) == (cast.job_desk, "Carlo Ferri", dt.date(2026, 1, 9))
        assert Enrolment.objects.count() == 0
    with acting_as(cast.org_coordinator.pk):
        assert access.opened_enrolments(card) == []
        assert access.received() == []


def test_whoever_reads_a_shared_card_cannot_change_it(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    shared(cast.operator, card, cast.job_desk, cast.foreign_desk, opens=["documents"])
    with acting_as(cast.stranger.pk):
        assert Card.objects.filter(pk=card.pk).update(phone="000") == 0
        with pytest.raises((PermissionDenied, Card.DoesNotExist)):
            actions.change_card(card=card, fields={"phone": "000"}, by=cast.stranger)
        for write in (
            lambda: CardName.objects.create(card=card, kind="nickname", name="X"),
            lambda: Acquaintance.objects.create(card=card, service=cast.foreign_desk),
            lambda: Enrolment.objects.create(card=card, service=cast.job_desk, opened_on=dt.date(2026, 1, 1)),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                write()


def test_the_receiver_takes_the_person_on_where_that_was_agreed(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    shared(cast.operator, card, cast.job_desk, cast.foreign_desk)
    with acting_as(cast.stranger.pk), pytest.raises(PermissionDenied):
        enrolling.open_enrolment(
            card=card, service=cast.foreign_desk, opened_on=dt.date(2026, 1, 9), by=cast.stranger
        )
    shared(cast.operator, card, cast.job_desk, cast.foreign_desk, lets_enrol=True)
    with acting_as(cast.stranger.pk):
        enrolling.open_enrolment(
            card=card, service=cast.foreign_desk, opened_on=dt.date(2026, 1, 9), by=cast.stranger
        )
        assert list(queries.visible_to(cast.stranger)) == [card]


def test_what_was_agreed_is_not_changed_afterwards(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    share = shared(cast.operator, card, cast.job_desk, cast.foreign_desk)
    with acting_as(cast.operator.pk):
        for change in ({"opens": ["card", "documents"]}, {"until": timezone.now()}, {"receiver": cast.mediation}):
            with pytest.raises(DatabaseError), transaction.atomic():
                Share.objects.filter(pk=share.pk).update(**change)
        assert Share.objects.filter(pk=share.pk).delete()[0] == 0


@pytest.mark.parametrize(
    ("how", "field"),
    [
        ({"until": timezone.now() + dt.timedelta(days=500)}, "until"),
        ({"until": timezone.now() - dt.timedelta(days=1)}, "until"),
        ({"basis_text": " "}, "basis_text"),
        ({"purpose": " "}, "purpose"),
        ({"opens": ["notes"]}, "opens"),
    ],
)
def test_a_share_has_a_purpose_a_basis_and_an_end(cast: Cast, how: dict[str, object], field: str) -> None:
    card = registered(cast.operator, cast.job_desk)
    with pytest.raises(ValidationError) as refusal:
        shared(cast.operator, card, cast.job_desk, cast.foreign_desk, **how)
    assert field in refusal.value.message_dict


def test_a_protected_service_shares_only_what_the_person_agreed_to_and_stays_unnamed(cast: Cast) -> None:
    card = registered(cast.protected, cast.trans_desk)
    with pytest.raises(ValidationError):
        shared(cast.protected, card, cast.trans_desk, cast.psychology, basis="law", agreed_on=None)
    shared(cast.protected, card, cast.trans_desk, cast.psychology, names_sender=False, opens=["enrolments"])
    with acting_as(cast.protected.pk):
        enrolling.open_enrolment(
            card=card, service=cast.trans_desk, opened_on=dt.date(2026, 1, 9), by=cast.protected,
            referent=cast.protected,
        )  # fmt: skip
    with acting_as(cast.social_worker.pk):
        read = Card.objects.get(pk=card.pk)
        assert (read.registered_by_id, read.created_by_id) == (None, None)
        (received,) = access.received(read)
        assert received.sender is None
        (enrolment,) = access.opened_enrolments(read)
        assert (enrolment.service, enrolment.referent) == (None, "")
        assert Share.objects.count() == 0
    # Others of the network, also those who know the person, learn nothing of it.
    with system_role():
        Acquaintance.objects.create(card=card, service=cast.job_desk)
    with acting_as(cast.operator.pk):
        assert access.shares_of(cast.operator, [card]) == []
        assert Share.objects.count() == 0


def test_somebody_of_no_team_any_more_reads_nothing(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    shared(cast.operator, card, cast.job_desk, cast.foreign_desk)
    cast.stranger.memberships.all().delete()
    assert "stranger" not in readers(cast, pk=card.pk)


def test_a_shared_card_is_found_and_opened_and_its_page_offers_no_change(cast: Cast, client: Client) -> None:
    card = registered(cast.operator, cast.job_desk)
    shared(cast.operator, card, cast.job_desk, cast.foreign_desk, opens=["enrolments", "activities"])
    with acting_as(cast.stranger.pk):
        # By any script, by ear, and with a slip of a key, as those of one's own team are.
        for words in ("amina", card.code, "أمينة", "Ameena El Idrisi", "aimna"):
            assert search(cast.stranger, words).cards == [card], words
        assert search(cast.stranger, "Amara").cards == []
    client.force_login(cast.stranger)
    page = client.get(f"/persone/{card.code}/").content.decode()
    assert "Sportello Lavoro la condivide con Sportelli per stranieri" in page
    assert "Accompagnamento all" in page
    assert "/modifica/" not in page
    assert client.get(f"/persone/{card.code}/modifica/").status_code == 404
    assert client.get(f"/persone/{card.code}/stampa/").status_code == 404
    assert card.code in client.get("/persone/condivise/").content.decode()
    event = AuditEvent.objects.filter(action="people.read_card", object_id=card.pk).latest("pk")
    assert (event.actor_id, event.after) == (cast.stranger.pk, {"through": "share"})


def test_sharing_from_the_card_and_taking_it_back_in_the_browser(cast: Cast, client: Client) -> None:
    card = registered(cast.operator, cast.job_desk)
    client.force_login(cast.operator)
    day = timezone.localdate() + dt.timedelta(days=10)
    answer = client.post(
        f"/persone/{card.code}/condividi/",
        {
            "sender": cast.job_desk.pk, "receiver": cast.foreign_desk.pk, "purpose": "Iscrizione a scuola",
            "opens": ["enrolments"], "basis": "agreement", "agreed_on": timezone.localdate().strftime("%d/%m/%Y"),
            "basis_text": "a voce", "until": day.strftime("%d/%m/%Y"), "names_sender": "yes", "lets_enrol": "no",
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()
    page = client.get(f"/persone/{card.code}/").content.decode()
    assert "Condivisa con <strong>Sportelli per stranieri</strong>" in page
    with acting_as(cast.operator.pk):
        share = Share.objects.get()
    client.post(f"/persone/{card.code}/condivisioni/{share.pk}/revoca/")
    assert "Condivisa con" not in client.get(f"/persone/{card.code}/").content.decode()
