# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registering and changing a card: whole, audited, and only by those who know the person."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction

from ponte.people import actions, enrolling, queries
from ponte.people.models import (
    Acquaintance,
    Card,
    CardContact,
    CardIdentifier,
    CardName,
    Enrolment,
    EnrolmentEvent,
    NameToken,
    Person,
)
from ponte.people.search import search
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role

TODAY = dt.date(2021, 5, 10)


def test_registering_writes_card_person_words_and_audit(cast: Cast) -> None:
    card = registered(
        cast.operator,
        cast.job_desk,
        given_name="Amina",
        family_name="El Idrissi",
        native_name="أمينة",
        phone="333 1234567",
    )
    with acting_as(cast.operator.pk):
        card = Card.objects.get(pk=card.pk)
        assert card.phone == "+393331234567"
        assert card.registered_by == cast.job_desk
        assert Person.objects.filter(cards=card).count() == 1
        tokens = set(card.name_tokens.values_list("token", flat=True))
        assert tokens >= {"amina", "el", "idrissi", "امينة"}
    event = AuditEvent.objects.get(action="people.register_card")
    assert (event.actor_id, event.object_id) == (cast.operator.pk, card.pk)
    assert event.after is not None
    assert event.after["given_name"] == "Amina"


def test_a_card_without_any_name_is_refused(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="Serve almeno un nome"):
        registered(cast.operator, cast.job_desk, phone="333 1234567")


def test_nobody_registers_for_a_team_of_others(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        registered(cast.operator, cast.trans_desk, given_name="Amina")


def test_nothing_is_stored_when_the_audit_trail_cannot_be_written(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unaudited card would be a card that nobody can account for."""

    def broken(*args: object, **kwargs: object) -> None:
        raise DatabaseError("no room left")

    monkeypatch.setattr("ponte.platform.audit.actions.AuditEvent.objects.create", broken)
    with pytest.raises(DatabaseError):
        registered(cast.operator, cast.job_desk, given_name="Amina")
    with system_role():
        assert not Card.objects.exists()
        assert not Person.objects.exists()


def test_who_sees_a_card(cast: Cast) -> None:
    """The rule, the query and the database agree for everyone."""
    card = registered(cast.operator, cast.job_desk)
    see = set()
    for name, user in cast.users.items():
        with acting_as(user.pk):
            by_query = queries.visible_to(user).filter(pk=card.pk).exists()
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM people_card")
                by_database = cursor.fetchone()[0] == 1
            assert by_query == by_database, name
            if by_query:
                see.add(name)
    assert see == {"operator", "colleague", "coordinator"}


@pytest.mark.parametrize(
    "table",
    [
        "people_card",
        "people_person",
        "people_acquaintance",
        "people_nametoken",
        "people_knownname",
        "people_cardname",
        "people_cardcontact",
        "people_cardidentifier",
        "people_enrolment",
        "people_enrolmentevent",
    ],
)
def test_the_database_itself_hides_every_table_of_a_person(cast: Cast, table: str) -> None:
    """A forgotten filter in a view must not leak a person."""
    card = registered(cast.protected, cast.trans_desk)
    with acting_as(cast.protected.pk):
        actions.add_detail(detail=CardName(card=card, kind="nickname", name="Mina"), by=cast.protected)
        actions.add_detail(detail=CardContact(card=card, kind="phone", value="02 123456"), by=cast.protected)
        actions.add_detail(detail=CardIdentifier(card=card, kind="passport", value="AB123"), by=cast.protected)
        enrolling.open_enrolment(card=card, service=cast.trans_desk, opened_on=TODAY, by=cast.protected)

    def count() -> int:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}")
            return int(cursor.fetchone()[0])

    for user in cast.users.values():
        with acting_as(user.pk):
            assert (count() > 0) == (user == cast.protected), user
    assert count() == 0


def test_the_database_refuses_to_write_what_is_not_one_s_own(cast: Cast) -> None:
    card = registered(cast.protected, cast.trans_desk)
    with acting_as(cast.operator.pk):
        for statement in (
            f"INSERT INTO people_acquaintance (card_id, service_id) VALUES ({card.pk}, {cast.job_desk.pk})",
            f"INSERT INTO people_nametoken (card_id, token) VALUES ({card.pk}, 'x')",
            f"INSERT INTO people_knownname (service_id, card_id, token) VALUES ({cast.job_desk.pk}, {card.pk}, 'x')",
            f"INSERT INTO people_enrolment (card_id, service_id, opened_on, reason, outcome, outcome_note) "
            f"VALUES ({card.pk}, {cast.trans_desk.pk}, '2021-01-01', '', '', '')",
        ):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                connection.cursor().execute(statement)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE people_card SET notes = 'x'")
            assert cursor.rowcount == 0


def test_changing_keeps_what_was_in_the_audit_trail(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    with acting_as(cast.colleague.pk):
        changed = actions.change_card(
            card=card, fields={"family_name": "Bensaid", "given_name": "Amina"}, by=cast.colleague
        )
        assert changed.display_name == "Amina Bensaid"
        assert [found.pk for found in search(cast.colleague, "bens").cards] == [card.pk]
        assert search(cast.colleague, "idrissi").cards == []
        event = AuditEvent.objects.get(action="people.change_card")
        assert (event.before, event.after) == ({"family_name": "El Idrissi"}, {"family_name": "Bensaid"})
        actions.change_card(card=card, fields={"family_name": "Bensaid"}, by=cast.colleague)
        assert AuditEvent.objects.filter(action="people.change_card").count() == 1


def test_two_who_change_a_card_at_once_do_not_undo_each_other(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    with acting_as(cast.operator.pk):
        seen = Card.objects.get(pk=card.pk).updated_at
        actions.change_card(card=card, fields={"notes": "ha un figlio"}, by=cast.operator, seen=seen)
        with pytest.raises(actions.ChangedMeanwhileError):
            actions.change_card(card=card, fields={"notes": ""}, by=cast.colleague, seen=seen)


def test_a_stranger_changes_nothing(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    with acting_as(cast.stranger.pk), pytest.raises((PermissionDenied, Card.DoesNotExist)):
        actions.change_card(card=card, fields={"notes": "x"}, by=cast.stranger)


def test_details_come_and_go_and_their_words_with_them(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    with acting_as(cast.operator.pk):
        name = actions.add_detail(detail=CardName(card=card, kind="former", name="Zineb"), by=cast.operator)
        assert [found.pk for found in search(cast.operator, "zineb").cards] == [card.pk]
        actions.remove_detail(detail=name, by=cast.operator)
        assert search(cast.operator, "zineb").cards == []
        assert AuditEvent.objects.get(action="people.remove_name").before["name"] == "Zineb"


def test_households_are_founded_joined_and_left(cast: Cast) -> None:
    mother = registered(cast.operator, cast.job_desk, given_name="Amina")
    child = registered(cast.operator, cast.job_desk, given_name="Sara")
    with acting_as(cast.operator.pk):
        actions.join_household(card=child, other=mother, role="child", by=cast.operator)
        mother, child = Card.objects.get(pk=mother.pk), Card.objects.get(pk=child.pk)
        assert mother.household_id == child.household_id is not None
        assert queries.household_members(cast.operator, mother) == [child]
        actions.leave_household(card=child, by=cast.operator)
        assert queries.household_members(cast.operator, mother) == []
        with pytest.raises(ValidationError):
            actions.join_household(card=child, other=child, role="child", by=cast.operator)


def test_an_enrolment_opens_closes_and_opens_again_with_its_history(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    with acting_as(cast.operator.pk):
        enrolment = enrolling.open_enrolment(
            card=card, service=cast.job_desk, opened_on=TODAY, by=cast.operator, reason="cerca lavoro"
        )
        with pytest.raises(ValidationError, match="già in carico"):
            enrolling.open_enrolment(card=card, service=cast.job_desk, opened_on=TODAY, by=cast.operator)
        with pytest.raises(ValidationError, match="chiusura viene prima"):
            enrolling.close_enrolment(
                enrolment=enrolment, closed_on=dt.date(2021, 5, 9), outcome="completed", by=cast.operator
            )
        with pytest.raises(ValidationError, match="serve l'esito"):
            enrolling.close_enrolment(enrolment=enrolment, closed_on=TODAY, outcome="", by=cast.operator)
        enrolling.close_enrolment(
            enrolment=enrolment, closed_on=dt.date(2021, 6, 1), outcome="completed", by=cast.operator, note="assunta"
        )
        with pytest.raises(ValidationError, match="già chiusa"):
            enrolling.close_enrolment(enrolment=enrolment, closed_on=TODAY, outcome="other", by=cast.operator)
        with pytest.raises(ValidationError, match="riapertura viene prima"):
            enrolling.reopen_enrolment(enrolment=enrolment, on=TODAY, by=cast.operator)
        again = enrolling.reopen_enrolment(enrolment=enrolment, on=dt.date(2021, 9, 1), by=cast.operator)
        assert (again.closed_on, again.outcome) == (None, "")
        assert list(EnrolmentEvent.objects.values_list("kind", "on", "outcome")) == [
            ("opened", TODAY, ""),
            ("closed", dt.date(2021, 6, 1), "completed"),
            ("reopened", dt.date(2021, 9, 1), ""),
        ]
        with pytest.raises(ValidationError, match="già aperta"):
            enrolling.reopen_enrolment(enrolment=enrolment, on=dt.date(2021, 9, 1), by=cast.operator)


def test_a_service_that_takes_on_a_known_person_knows_the_card(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk)
    with system_role():
        Acquaintance.objects.create(card=card, service=cast.mediation)
    with acting_as(cast.mediator.pk):
        enrolling.open_enrolment(card=card, service=cast.mediation, opened_on=TODAY, by=cast.mediator)
        assert Enrolment.objects.count() == 1
    with acting_as(cast.operator.pk):
        assert Enrolment.objects.count() == 0
        with pytest.raises(PermissionDenied):
            enrolling.open_enrolment(card=card, service=cast.mediation, opened_on=TODAY, by=cast.operator)


def test_words_follow_the_names_exactly(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk, given_name="Li", family_name="王小明")
    with acting_as(cast.operator.pk):
        actions.change_card(card=card, fields={"family_name": "王"}, by=cast.operator)
        assert set(NameToken.objects.values_list("token", flat=True)) == {"li", "wang", "王"}
