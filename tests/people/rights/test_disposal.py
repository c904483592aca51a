# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""After a disposal nothing is found of the person, and every figure is what it was."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from ponte.people import enrolling, identity
from ponte.people.holds import HeldError
from ponte.people.models import Acquaintance, Card, Enrolment, IdentityDecision
from ponte.people.rights.actions import disposals
from ponte.people.rights.models import Disposal, RecordClass, RetentionTerm
from ponte.platform.audit import sealing
from ponte.platform.audit.models import AuditEvent
from ponte.platform.checks.database import check_database
from ponte.platform.database.actor import acting_as
from ponte.register import actions as register
from ponte.register.entries import Participant
from ponte.register.models import Intervention, InterventionNote, InterventionVersion, Participation
from tests.people.rights.conftest import DAY, Known, seen_by
from tests.people.rights.life import MARKERS, Life, found_in_database, lived, spoken
from tests.support import system_role


@pytest.fixture
def life(known: Known) -> Life:
    life = lived(known)
    spoken(life)
    return life


def proposed(life: Life, record_class: str = RecordClass.CARD) -> Disposal:
    user = life.known.cast.operator
    with acting_as(user.pk):
        return disposals.propose(
            card=life.card, service=life.known.cast.job_desk, ground="request", by=user, why="parolasegreta",
            record_class=record_class,
        )  # fmt: skip


def done(life: Life, record_class: str = RecordClass.CARD) -> Disposal:
    disposal, user = proposed(life, record_class), life.known.cast.coordinator
    with acting_as(user.pk):
        disposals.authorise(disposal=disposal, by=user)
    with system_role():
        return disposals.dispose(disposal)


FIGURES = """
    SELECT count(*), count(DISTINCT intervention_id), sum(minutes), count(DISTINCT person_id),
        count(*) FILTER (WHERE referred)
    FROM register_fact
"""


def figures() -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE ponte_measures")
        cursor.execute(FIGURES)
        row = cursor.fetchone()
        cursor.execute("SET LOCAL ROLE ponte_web")
    return tuple(row)


def wrong() -> list[str]:
    with system_role():
        return [f.sentence for f in check_database() if f.outcome == "wrong" and f.check != "database.row_security"]


def test_nothing_is_found_of_the_person_and_figures_are_what_they_were(life: Life) -> None:
    before = figures()
    assert {"people_card", "people_nametoken", "register_interventionnote", "audit_auditevent"} <= set(
        found_in_database(MARKERS)
    )
    with system_role():
        sealing.seal_events()
    disposal = done(life)
    assert found_in_database(MARKERS) == {}
    assert figures() == before
    assert wrong() == []
    with system_role():
        assert sealing.first_break() is None
        residue = Card.objects.get(pk=life.card.pk)
    assert residue.erased_at is not None
    assert (residue.code != life.card.code, residue.sex, residue.citizenships) == (True, "F", [])
    assert residue.person_id == life.other.person_id or residue.person_id == life.card.person_id
    assert disposal.status == Disposal.Status.DONE
    event = AuditEvent.objects.get(action="rights.dispose", object_id=disposal.pk)
    assert event.after is not None
    assert event.after["people.card"] == 1


def test_work_done_with_others_keeps_what_it_says_of_them(life: Life) -> None:
    done(life)
    with system_role():
        assert InterventionNote.objects.get(intervention=life.together).text == "[…] e Piero cucinano insieme."
        assert not InterventionNote.objects.filter(intervention=life.alone).exists()
        assert Participation.objects.get(intervention=life.alone).referred_to == "—"
        assert InterventionVersion.objects.get(intervention=life.alone).state["minutes"] == 30


def test_nobody_finds_the_person_any_more(life: Life) -> None:
    done(life)
    assert seen_by(life.known.cast, lambda: Card.objects.filter(pk=life.card.pk).values_list("pk", flat=True)) == {}


def test_a_join_with_an_erased_card_cannot_be_undone_and_the_sentence_says_so(life: Life) -> None:
    done(life)
    with system_role():
        decision = IdentityDecision.objects.get(pk=life.joined.pk)
    for user in (life.known.cast.operator, life.known.cast.stranger):
        with acting_as(user.pk), pytest.raises(HeldError, match="sono stati cancellati il .* né annullare"):
            identity.undo(decision=decision, by=user)


def test_the_card_stays_for_other_services_and_nobody_learns_that_there_are_any(life: Life) -> None:
    """What the desk is told, and what the proposal counts, are the same with and without the protected desk."""
    alone = proposed(life)
    with system_role():
        Disposal.objects.filter(pk=alone.pk).delete()
        Acquaintance.objects.create(card=life.card, service=life.known.cast.trans_desk)
    assert proposed(life).planned == alone.planned
    with system_role():
        Disposal.objects.filter(status="proposed").delete()
    disposal = done(life)
    assert disposal.planned == alone.planned
    with acting_as(life.known.cast.operator.pk):
        assert not Card.objects.filter(pk=life.card.pk).exists()
        assert Disposal.objects.get(pk=disposal.pk).status == Disposal.Status.DONE
    with acting_as(life.known.cast.protected.pk):
        kept = Card.objects.get(pk=life.card.pk)
        assert (kept.given_name, kept.phone, kept.erased_at) == ("Zuleikha", "+393337771188", None)
    with system_role():
        assert not Enrolment.objects.filter(card=life.card).exists()
        assert not InterventionNote.objects.filter(intervention=life.alone).exists()
    assert wrong() == []


def test_notes_go_before_the_card(life: Life) -> None:
    before = figures()
    done(life, RecordClass.NOTES)
    left = found_in_database(("parolasegreta",))
    assert "register_interventionnote" not in left
    assert "register_interventionversion" not in left
    assert "people_enrolment" not in left
    assert "people_enrolmentevent" not in left
    with acting_as(life.known.cast.operator.pk):
        assert Card.objects.get(pk=life.card.pk).given_name == "Zuleikha"
        assert Enrolment.objects.get(card=life.card).outcome == "completed"
    assert figures() == before


def test_it_takes_two_people_and_the_second_coordinates(life: Life) -> None:
    disposal, cast = proposed(life), life.known.cast
    with acting_as(cast.operator.pk), pytest.raises(ValidationError, match="Chi propone"):
        disposals.authorise(disposal=disposal, by=cast.operator)
    for name in ("colleague", "stranger", "auditor", "network_manager"):
        user = cast.users[name]
        with acting_as(user.pk), pytest.raises(PermissionDenied):
            disposals.authorise(disposal=disposal, by=user)
    with acting_as(cast.org_coordinator.pk):
        assert disposals.authorise(disposal=disposal, by=cast.org_coordinator).status == "authorised"


def test_nothing_is_erased_that_was_not_authorised(life: Life) -> None:
    disposal = proposed(life)
    with system_role():
        assert disposals.dispose(disposal).status == "proposed"
        with pytest.raises(DatabaseError, match="was not authorised"), transaction.atomic(), connection.cursor() as c:
            c.execute("SELECT rights_erase(%s)", [disposal.pk])
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as c:
        c.execute("SELECT rights_erase(%s)", [disposal.pk])
    assert "people_card" in found_in_database(MARKERS)


def test_whoever_is_still_followed_is_not_erased(known: Known) -> None:
    user = known.cast.operator
    with acting_as(user.pk):
        enrolling.open_enrolment(card=known.card, service=known.cast.job_desk, opened_on=DAY, by=user)
        with pytest.raises(ValidationError, match="prima va chiusa"):
            disposals.propose(card=known.card, service=known.cast.job_desk, ground="request", by=user)


def test_public_archives_need_their_permit(life: Life) -> None:
    RetentionTerm.objects.create(
        record_class=RecordClass.CARD, service=life.known.cast.job_desk, months=120, basis="Massimario",
        needs_permit=True,
    )  # fmt: skip
    disposal, user = proposed(life), life.known.cast.coordinator
    with acting_as(user.pk):
        with pytest.raises(ValidationError, match="nulla osta"):
            disposals.authorise(disposal=disposal, by=user)
        assert disposals.authorise(disposal=disposal, by=user, permit="prot. 12/2026").permit == "prot. 12/2026"


def test_who_sees_a_disposal(life: Life) -> None:
    disposal = proposed(life)
    everyone = {"operator", "colleague", "coordinator", "org_coordinator", "auditor"}
    seen = seen_by(life.known.cast, lambda: Disposal.objects.values_list("pk", flat=True))
    assert seen == {name: {disposal.pk} for name in everyone}


def test_the_trail_keeps_who_erased_what_and_nothing_of_the_person(life: Life) -> None:
    done(life)
    with system_role():
        events = AuditEvent.objects.filter(action="rights.dispose").values("actor_id", "object_type")
        read = AuditEvent.objects.filter(object_type="people.card", object_id=life.card.pk)
        assert list(events) == [{"actor_id": life.known.cast.coordinator.pk, "object_type": "rights.disposal"}]
        assert (
            read.filter(action="people.register_card", before__isnull=True, after__isnull=True, reason="").count()
            == 1
        )
        assert Intervention.objects.filter(pk=life.alone.pk).exists()


def test_the_work_is_still_shown_without_saying_with_whom(life: Life, client: Client) -> None:
    done(life)
    client.force_login(life.known.cast.operator)
    for intervention in (life.alone, life.together):
        page = client.get(reverse("register:intervention", args=[intervention.pk]))
        assert page.status_code == 200
        assert "Dati cancellati" in page.content.decode()
    assert client.get(reverse("register:list")).status_code == 200
    assert client.get(reverse("home")).status_code == 200
    assert client.get(reverse("register:export", args=["csv"])).status_code == 200


def test_a_correction_keeps_who_was_erased_counted(life: Life) -> None:
    before = figures()
    done(life)
    user, cast = life.known.cast.operator, life.known.cast
    with acting_as(user.pk):
        register.correct_intervention(
            intervention=life.together, version=1, reason="", by=user, service=cast.job_desk, organisation=cast.ala,
            kind="workshop", date=DAY, minutes=60, participants=[Participant(card=life.neighbour)],
        )  # fmt: skip
    assert figures() == before
