# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever has the database alone reads no note; whoever has the keys reads all of them, also after new ones came."""

import datetime as dt

import pytest
from django.core.exceptions import FieldError
from django.db import connection, transaction

from ponte.people import actions, enrolling
from ponte.people.models import Card, Enrolment, EnrolmentEvent
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database import bulk
from ponte.platform.database.actor import acting_as
from ponte.platform.vault import fields, keys, rotating
from ponte.platform.vault.checking import check_vault
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role

FIRST, SECOND = keys.new_key(), keys.new_key()
PLACE = "people_card.notes"
SECRET = "Ha paura del marito: chiamare solo al mattino"


@pytest.fixture(autouse=True)
def _first_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PONTE_FIELD_KEYS", FIRST)


def stored(table: str, column: str) -> list[str]:
    with system_role(), connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def as_owner(sql: str, *parameters: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute(sql, parameters)


def rotate() -> int:
    """As the owner, like `ponte keys rotate`."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role')")
        before = cursor.fetchone()[0]
        cursor.execute("SET LOCAL ROLE NONE")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        changed = sum(sum(rotating.encrypt_anew(column)) for column in rotating.encrypted_columns())
        cursor.execute(f"SET LOCAL ROLE {before}")
        return changed


@pytest.mark.parametrize("text", ["", "a", SECRET, "بعد صلاة الظهر 🌙", "x" * 100_000])
def test_a_text_comes_back_and_no_two_look_alike(text: str) -> None:
    one, other = (fields.encrypt(text, place=PLACE) for _ in range(2))
    assert fields.decrypt(one, place=PLACE) == fields.decrypt(other, place=PLACE) == text
    assert (one == other) is (text == "")


def test_a_value_opens_where_it_was_written_and_nowhere_else() -> None:
    """Otherwise whoever writes into the database could move one person's note under another word."""
    value = fields.encrypt(SECRET, place=PLACE)
    for wrong in (value[:-4] + "AAAA", "plain text", "ponte1:x", value.replace("ponte1:", "ponte1:0")):
        with pytest.raises((fields.UnreadableError, keys.UnknownKeyError)):
            fields.decrypt(wrong, place=PLACE)
    with pytest.raises(fields.UnreadableError):
        fields.decrypt(value, place="people_enrolment.reason")


@pytest.mark.django_db
def test_notes_lie_encrypted_and_are_read_in_plain(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk, given_name="Amina", notes=SECRET)
    with acting_as(cast.operator.pk):
        enrolment = enrolling.open_enrolment(
            card=card, service=cast.job_desk, opened_on=dt.date(2026, 1, 7), by=cast.operator, reason=SECRET
        )
        actions.change_card(card=card, fields={"notes": SECRET + "."}, by=cast.operator)
        assert Card.objects.get(pk=card.pk).notes == SECRET + "."
        assert Card.objects.values_list("notes", flat=True).get(pk=card.pk) == SECRET + "."
        assert Enrolment.objects.get(pk=enrolment.pk).reason == SECRET
    for table, column in (
        ("people_card", "notes"), ("people_enrolment", "reason"), ("people_enrolmentevent", "note"),
    ):  # fmt: skip
        assert all(value.startswith("ponte1:") for value in stored(table, column)), table
    assert stored("people_enrolment", "outcome_note") == [""]


@pytest.mark.django_db
def test_the_audit_trail_says_that_a_note_changed_and_not_what_it_said(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk, given_name="Amina", notes=SECRET)
    with acting_as(cast.operator.pk):
        actions.change_card(card=card, fields={"notes": "Altro."}, by=cast.operator)
        enrolment = enrolling.open_enrolment(
            card=card, service=cast.job_desk, opened_on=dt.date(2026, 1, 7), by=cast.operator, reason=SECRET
        )
        enrolling.close_enrolment(
            enrolment=enrolment, closed_on=dt.date(2026, 2, 1), outcome="moved", note=SECRET, by=cast.operator
        )
    with system_role():
        changed = AuditEvent.objects.get(action="people.change_card")
        assert (changed.before, changed.after) == ({"notes": "…"}, {"notes": "…"})
        assert not [
            event for event in AuditEvent.objects.all() if SECRET in f"{event.before}{event.after}{event.reason}"
        ]


@pytest.mark.django_db
def test_what_is_written_past_the_models_is_encrypted_too(cast: Cast) -> None:
    """Imports write by COPY."""
    card = registered(cast.operator, cast.job_desk)
    with acting_as(cast.operator.pk):
        bulk.update_many("people_card", ("id", "notes"), [(card.pk, SECRET)])
        assert Card.objects.get(pk=card.pk).notes == SECRET
    assert stored("people_card", "notes")[0].startswith("ponte1:")


@pytest.mark.django_db
def test_the_database_is_asked_only_whether_something_is_there(cast: Cast) -> None:
    """A comparison that can never be true would quietly find nobody."""
    registered(cast.operator, cast.job_desk, given_name="Amina", notes=SECRET)
    with acting_as(cast.operator.pk):
        assert Card.objects.exclude(notes="").count() == 1
        for question in ({"notes": SECRET}, {"notes__icontains": "marito"}, {"notes__in": [SECRET]}):
            with pytest.raises(FieldError, match="is encrypted"):
                Card.objects.filter(**question).exists()


@pytest.mark.django_db
def test_a_new_key_takes_over_in_tables_of_every_kind(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where rows can never change: their sense stays what it was."""
    card = registered(cast.operator, cast.job_desk, given_name="Amina", notes=SECRET)
    with acting_as(cast.operator.pk):
        enrolling.open_enrolment(
            card=card, service=cast.job_desk, opened_on=dt.date(2026, 1, 7), by=cast.operator, reason=SECRET
        )
    monkeypatch.setenv("PONTE_FIELD_KEYS", f"{SECOND},{FIRST}")
    with system_role():
        assert [finding.check for finding in check_vault() if finding.outcome == "note"] == ["vault.keys"]
    assert rotate() == 3
    assert rotate() == 0
    monkeypatch.setenv("PONTE_FIELD_KEYS", SECOND)
    with system_role():
        assert [finding.outcome for finding in check_vault()] == ["ok"]
        assert Card.objects.get(pk=card.pk).notes == SECRET
        assert EnrolmentEvent.objects.get().note == SECRET
    with pytest.raises(Exception, match="only takes new rows"), transaction.atomic():
        as_owner("UPDATE people_enrolmentevent SET note = ''")


@pytest.mark.django_db
def test_what_was_there_before_is_encrypted_and_what_is_broken_is_named(cast: Cast) -> None:
    plain, broken = (registered(cast.operator, cast.job_desk, given_name=name) for name in ("Amina", "Olena"))
    as_owner("UPDATE people_card SET notes = %s WHERE id = %s", SECRET, plain.pk)
    as_owner("UPDATE people_card SET notes = %s WHERE id = %s", "ponte1:00000000:AAAA", broken.pk)
    assert rotate() == 1
    with system_role():
        assert Card.objects.get(pk=plain.pk).notes == SECRET
        (wrong,) = [finding.sentence for finding in check_vault() if finding.outcome == "wrong"]
    assert f"1 of people_card.notes (rows {broken.pk})" in wrong
