# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A protected person whom nobody knows any more is let be known again by two people, neither of whom reads them."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.test import Client

from ponte.accounts.models import User
from ponte.network.models import Membership
from ponte.people.access import reopening
from ponte.people.access.models import Protection, Reopening
from ponte.people.models import Card
from ponte.people.search import search
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.accounts.support import prove
from tests.cast import Cast
from tests.people.access.support import kept
from tests.people.access.test_sharing import readers
from tests.people.support import registered
from tests.support import system_role

WHY = "Chi la seguiva è andato via"


def orphaned(cast: Cast) -> Card:
    """Kept to two who left; meanwhile two others have joined the coordinator in the team."""
    card = registered(cast.operator, cast.job_desk)
    kept(cast.operator, card, cast.job_desk, cast.colleague)
    with system_role():
        Membership.objects.filter(user__in=[cast.operator, cast.colleague]).delete()
        for user in (cast.mediator, cast.social_worker):
            Membership.objects.create(user=user, service=cast.job_desk, role=Membership.Role.OPERATOR)
    return card


def proposed(cast: Cast, *members: User, by: str = "coordinator") -> Reopening:
    with acting_as(getattr(cast, by).pk):
        (orphan,) = reopening.orphans()
        return reopening.propose(orphan=orphan, members=members, reason=WHY, by=getattr(cast, by))


def decided(cast: Cast, which: Reopening, *, authorised: bool = True, by: str = "auditor", answer: str = "") -> None:
    with acting_as(getattr(cast, by).pk):
        reopening.decide(reopening=which, authorised=authorised, answer=answer, by=getattr(cast, by))


def test_a_coordinator_and_the_officer_together_let_others_know_the_person(cast: Cast) -> None:
    card = orphaned(cast)
    assert readers(cast) == readers(cast, Protection) == set()
    waiting = proposed(cast, cast.mediator, cast.social_worker)
    assert readers(cast) == set()
    decided(cast, waiting)
    assert readers(cast) == readers(cast, Protection) == {"mediator", "social_worker"}
    with acting_as(cast.coordinator.pk):
        assert search(cast.coordinator, "amina").cards == []
    (event,) = AuditEvent.objects.filter(action="access.reopen_card")
    assert (event.object_id, event.actor_id, event.reason) == (card.pk, cast.auditor.pk, WHY)


def test_who_is_told_that_nobody_is_left_and_what(cast: Cast) -> None:
    """Whoever can do something about it, the code of the card; who knew the person, only the one who decides."""
    card = orphaned(cast)
    told = {}
    for name, user in cast.users.items():
        with acting_as(user.pk):
            if found := reopening.orphans():
                told[name] = [(one.code, {user.name for user in one.were}) for one in found]
    were = {cast.operator.name, cast.colleague.name}
    assert told == {
        "coordinator": [(card.code, set())],
        "org_coordinator": [(card.code, set())],
        "auditor": [(card.code, were)],
    }
    proposed(cast, cast.mediator, cast.social_worker)
    assert readers(cast, Reopening) == {"coordinator", "org_coordinator", "auditor"}


def test_one_alone_opens_nothing(cast: Cast) -> None:
    """Not by proposing and deciding, not by writing past our code, not twice."""
    orphaned(cast)
    with system_role():
        Membership.objects.create(user=cast.coordinator, role=Membership.Role.AUDITOR)
    waiting = proposed(cast, cast.mediator, cast.social_worker)
    for name in ("coordinator", "org_coordinator", "operator", "mediator"):
        with pytest.raises((PermissionDenied, Reopening.DoesNotExist)):
            decided(cast, waiting, by=name)
    with acting_as(cast.coordinator.pk):
        for call in ("access_reopen(%s)", "access_reopen(NULL)"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"SELECT {call}", [waiting.pk] if "%s" in call else [])
        assert Reopening.objects.filter(pk=waiting.pk).update(is_authorised=True, decided_by=cast.coordinator) == 0
    with acting_as(cast.auditor.pk), pytest.raises(DatabaseError), transaction.atomic():
        Reopening.objects.filter(pk=waiting.pk).update(members=[cast.auditor.pk, cast.stranger.pk])
    decided(cast, waiting)
    with pytest.raises(PermissionDenied):
        decided(cast, waiting)


def test_nobody_is_named_who_is_not_there_and_nobody_alone(cast: Cast) -> None:
    orphaned(cast)
    for members in ([cast.mediator], [cast.mediator, cast.stranger]):
        with pytest.raises(ValidationError):
            proposed(cast, *members)
    waiting = proposed(cast, cast.mediator, cast.social_worker)
    with pytest.raises(ValidationError):
        decided(cast, waiting, authorised=False)
    with system_role():
        User.objects.filter(pk=cast.mediator.pk).update(is_active=False)
    with pytest.raises(ValidationError):
        decided(cast, waiting)
    decided(cast, waiting, authorised=False, answer="Si aspetta il rientro")
    assert readers(cast) == set()
    proposed(cast, cast.social_worker, cast.coordinator)


def test_while_one_of_those_named_is_there_nobody_else_is_let_in(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    kept(cast.operator, card, cast.job_desk, cast.colleague)
    with system_role():
        Membership.objects.filter(user=cast.operator).delete()
    for user in (cast.coordinator, cast.auditor):
        with acting_as(user.pk):
            assert reopening.orphans() == []


def test_who_alone_still_knows_is_told_and_so_is_whoever_lets_them_go(cast: Cast, client: Client) -> None:
    card = registered(cast.operator, cast.job_desk)
    kept(cast.operator, card, cast.job_desk, cast.colleague)
    with system_role():
        Membership.objects.filter(user=cast.operator).delete()
        left = Membership.objects.get(user=cast.colleague)
    client.force_login(cast.colleague)
    assert "È rimasta solo lei a conoscerla" in client.get(f"/persone/{card.code}/").content.decode()
    assert "è rimasta solo lei a conoscere 1 persona" in client.get("/").content.decode()
    prove(client, cast.coordinator)
    leaving = client.get(f"/equipe/{cast.job_desk.slug}/{left.pk}/togli/").content.decode()
    assert "l'unica persona rimasta" in leaving.replace("&#x27;", "'")
    client.force_login(cast.administrator)
    assert "unica persona rimasta" in client.get(f"/utenti/{cast.colleague.pk}/").content.decode()
    with acting_as(cast.stranger.pk):
        assert reopening.known_to_alone(cast.colleague) == {}


def test_proposing_and_deciding_in_the_browser(cast: Cast, client: Client) -> None:
    card = orphaned(cast)
    with system_role():
        address = f"/protette-senza-nessuno/{Protection.objects.get().pk}/"
    prove(client, cast.coordinator)
    assert "1 persona protetta è rimasta senza nessuno" in client.get("/").content.decode()
    assert card.code in client.get("/protette-senza-nessuno/").content.decode()
    answer = client.post(address, {"members": [cast.mediator.pk, cast.social_worker.pk], "reason": WHY})
    assert answer.status_code == 302, answer.content.decode()
    assert "Aspetta la decisione" in client.get(address).content.decode()
    prove(client, cast.auditor)
    page = client.get(address).content.decode()
    assert cast.operator.name in page
    assert "Amina" not in page
    assert client.post(address, {"authorised": "yes"}).status_code == 302
    client.force_login(cast.mediator)
    assert "Amina" in client.get(f"/persone/{card.code}/").content.decode()
    assert client.get("/protette-senza-nessuno/").status_code == 403
