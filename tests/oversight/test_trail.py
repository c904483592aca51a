# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may read the audit trail, and how much of it."""

import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from ponte.accounts.models import User
from ponte.network.models import Membership
from ponte.oversight import trail
from ponte.oversight.trail import Criteria
from ponte.people.models import Acquaintance, Card
from ponte.platform.audit import actions as audit
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database import roles
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unread_trail")]


@pytest.fixture
def card(cast: Cast) -> Card:
    """Known to the job desk, the mediation, the psychology and the trans desk, and to nobody else."""
    card = registered(cast.operator, cast.job_desk)
    with system_role():
        for service in (cast.mediation, cast.psychology, cast.trans_desk):
            Acquaintance.objects.create(card=card, service=service)
    return card


def reads(user: User, card: Card, *, reason: str = "") -> None:
    with acting_as(user.pk):
        audit.record("people.read_card", card, by=user, reason=reason)


def seen_by(user: User, card: Card) -> list[tuple[str, str, str]]:
    with acting_as(user.pk):
        return [(event.actor, event.action, event.reason) for event in trail.of_card(card, by=user)]


@pytest.mark.parametrize("statement", ["SELECT id FROM {}", "SELECT reason FROM {}", "SELECT after FROM {}"])
@pytest.mark.parametrize("table", ["audit_auditevent", "audit_seal"])
def test_who_writes_the_trail_cannot_read_it(cast: Cast, statement: str, table: str) -> None:
    audit.record("test.do_thing", by=cast.operator)
    with (
        pytest.raises(DatabaseError, match="permission denied|does not exist"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


@pytest.mark.parametrize("column", ["before", "after", "*", "salt"])
def test_contents_stay_closed_also_to_the_door(cast: Cast, column: str) -> None:
    with (
        acting_as(cast.auditor.pk),
        pytest.raises(DatabaseError, match="permission denied"),
        roles.stepping_into(roles.TRAIL),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"SELECT {column} FROM audit_auditevent")


def test_behind_the_door_the_database_itself_tells_only_what_each_may_know(cast: Cast, card: Card) -> None:
    """A forgotten check in a page would still show an operator nothing."""
    reads(cast.operator, card)
    reads(cast.protected, card)
    counts = {}
    for name, user in cast.users.items():
        with acting_as(user.pk), roles.stepping_into(roles.TRAIL):
            counts[name] = AuditEvent.objects.filter(action="people.read_card").count()
    assert {name: count for name, count in counts.items() if count} == {"auditor": 2, "coordinator": 1}


def test_only_the_auditor_searches_the_trail(cast: Cast, card: Card) -> None:
    for name, user in cast.users.items():
        with acting_as(user.pk):
            if name == "auditor":
                trail.search(Criteria(), by=user)
            else:
                with pytest.raises(PermissionError):
                    trail.search(Criteria(), by=user)


def test_a_coordinator_sees_the_own_team_and_shared_services_only(cast: Cast, card: Card) -> None:
    for user in (cast.operator, cast.mediator, cast.social_worker, cast.protected, cast.coordinator):
        reads(user, card, reason="colloquio")
    assert seen_by(cast.coordinator, card) == [
        ("Cora Monti", "people.read_card", "colloquio"),
        ("Mei Lin Zhou", "people.read_card", "colloquio"),
        ("Olga Prati", "people.read_card", "colloquio"),
        ("Olga Prati", "people.register_card", ""),
    ]


def test_the_protected_service_is_in_nothing_that_a_coordinator_sees(cast: Cast, card: Card) -> None:
    """Somebody works at the open desk and at the protected one: what is seen of them is the same whether or not the
    protected one knows the person, and holds nothing that could come from there."""
    Membership.objects.create(user=cast.colleague, role=Membership.Role.OPERATOR, service=cast.trans_desk)
    reads(cast.colleague, card, reason="appuntamento allo Sportello Trans")
    with acting_as(cast.colleague.pk):
        audit.record("people.recognise_card", card, by=cast.colleague, after={"service": cast.trans_desk.slug})
    assert seen_by(cast.coordinator, card)[0] == ("Carlo Ferri", "people.read_card", "")
    assert {action for _who, action, _why in seen_by(cast.coordinator, card)} == {
        "people.read_card",
        "people.register_card",
    }
    before = seen_by(cast.coordinator, card)
    with system_role():
        Acquaintance.objects.filter(card=card, service=cast.trans_desk).delete()
    assert seen_by(cast.coordinator, card) == before


def test_who_coordinates_no_service_that_knows_the_person_sees_nothing(cast: Cast, card: Card) -> None:
    for name, user in cast.users.items():
        if name != "coordinator":
            with pytest.raises(PermissionError):
                seen_by(user, card)


def test_an_event_says_where_its_actor_stood_then(cast: Cast, card: Card) -> None:
    """Whoever left the team since is still seen as one of it."""
    reads(cast.operator, card)
    Membership.objects.filter(user=cast.operator).delete()
    assert seen_by(cast.coordinator, card)[0] == ("Olga Prati", "people.read_card", "")


def test_a_list_is_one_event_and_found_by_each_person_in_it(cast: Cast, card: Card) -> None:
    others = [registered(cast.operator, cast.job_desk) for _ in range(2)]
    with acting_as(cast.operator.pk):
        audit.record("people.see_people", by=cast.operator, several=[card, *others])
    for one in (card, *others):
        assert seen_by(cast.coordinator, one)[0] == ("Olga Prati", "people.see_people", "")
    with acting_as(cast.auditor.pk):
        page = trail.search(Criteria(code=card.code, actions=["people.see_people"]), by=cast.auditor)
    [event] = page.events
    assert set(event.codes) == {card.code, *(one.code for one in others)}


def test_the_auditor_sees_which_fields_changed_and_not_what_they_hold(cast: Cast, card: Card) -> None:
    with acting_as(cast.operator.pk):
        audit.record("people.change_card", card, by=cast.operator, before={"phone": "1"}, after={"phone": "2"})
    with acting_as(cast.auditor.pk):
        page = trail.search(Criteria(code=card.code, actions=["people.change_card"]), by=cast.auditor)
    assert [event.changed for event in page.events] == [("phone",)]
    assert not {"before", "after"} & set(trail.COLUMNS)


def test_the_auditor_sees_a_code_and_no_name(cast: Cast, card: Card) -> None:
    with acting_as(cast.auditor.pk), roles.stepping_into(roles.TRAIL):
        assert list(Card.objects.values_list("code", flat=True)) == [card.code]
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            list(Card.objects.values_list("family_name"))
    with acting_as(cast.coordinator.pk), roles.stepping_into(roles.TRAIL):
        assert not Card.objects.values("code").exists()


def test_each_criterion_narrows_and_pages_follow_each_other(cast: Cast, card: Card) -> None:
    request = uuid.uuid4()
    token = audit.origin.set(audit.Origin(request=request, address="192.0.2.9"))
    try:
        for _ in range(3):
            reads(cast.operator, card)
    finally:
        audit.origin.reset(token)
    reads(cast.colleague, card)
    with acting_as(cast.auditor.pk):

        def found(**criteria: object) -> int:
            return len(trail.search(Criteria(**criteria), by=cast.auditor).events)  # type: ignore[arg-type]

        assert found(request=request) == found(address="192.0.2.9") == 3
        assert found(user=cast.colleague.pk) == 1
        assert found(code=card.code, actions=["people.read_card"]) == 4
        assert found(user=cast.colleague.pk, address="192.0.2.9") == 0
        assert not trail.search(Criteria(code="ZZZZZZZZ"), by=cast.auditor).known
        first = trail.search(Criteria(code=card.code), by=cast.auditor, most=2)
        second = trail.search(Criteria(code=card.code), by=cast.auditor, most=2, after=first.next)
        last = trail.search(Criteria(code=card.code), by=cast.auditor, most=2, after=second.next)
    ids = [event.id for page in (first, second, last) for event in page.events]
    assert len(ids) == 5
    assert ids == sorted(ids, reverse=True)
    assert last.next is None
