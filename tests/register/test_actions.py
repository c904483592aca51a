# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Work is recorded once, corrected in the open, and never lost."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection

from ponte.people.models import Acquaintance, Card
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as, set_actor
from ponte.register import actions, queries, rules
from ponte.register.entries import Participant
from ponte.register.models import Intervention, InterventionNote, InterventionVersion, Participation, StaffMember
from tests.cast import Cast
from tests.register.conftest import DAY
from tests.support import system_role

pytestmark = pytest.mark.django_db

Record = Callable[..., Intervention]
Know = Callable[..., Card]


@pytest.fixture
def broken_audit() -> None:
    """An audit trail that takes no events."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(
            "ALTER TABLE audit_auditevent ADD CONSTRAINT broken CHECK (action NOT LIKE 'register.%') NOT VALID"
        )
        cursor.execute("SET ROLE ponte_web")


def test_all_that_was_told_is_stored(cast: Cast, recorded: Record, known: Know) -> None:
    karim = known("Karim", cast.job_desk)
    intervention = recorded(
        starts_at=dt.time(9, 30),
        setting="office",
        place="Stanza 2",
        area=cast.milano,
        languages=["ben", "ita"],
        group="Gruppo A",
        partner="Liceo Volta",
        output="Kit",
        participants=[
            Participant(card=karim, role="client", first_contact=True, outcome="referred", referred_to="CPIA"),
            Participant(headcount=22, role="student", group="3B"),
            Participant(code="AZ12", test="hiv_rapid", result="negative"),
        ],
        projects={cast.family_work: Decimal("0.5"), cast.lab_impact: Decimal("0.25")},
        staff=[cast.operator.name, "Zineb Alami"],
        note="Cerca un corso serale.",
    )
    with acting_as(cast.operator.pk):
        stored = Intervention.objects.get(pk=intervention.pk)
        assert (stored.date, stored.minutes, stored.setting, stored.languages) == (DAY, 30, "office", ["ben", "ita"])
        assert stored.created_by == cast.operator
        rows = list(stored.participations.values_list("card", "code", "headcount", "role", "group", "result"))
        assert rows == [
            (karim.pk, "", None, "client", "", ""),
            (None, "", 22, "student", "3B", ""),
            (None, "AZ12", None, "", "", "negative"),
        ]
        assert dict(stored.project_shares.values_list("project__slug", "share")) == {
            "ricetta-family-work-km-zero": Decimal("0.500"),
            "lab-impact-sud-est-milano": Decimal("0.250"),
        }
        assert {(member.name, member.user) for member in stored.staff.all()} == {
            (cast.operator.name, cast.operator),
            ("Zineb Alami", None),
        }
        assert stored.note.text == "Cerca un corso serale."


def test_a_colleague_is_one_staff_member_however_often_they_work(cast: Cast, recorded: Record) -> None:
    recorded(staff=["Zineb Alami"])
    recorded(staff=[" Zineb Alami ", "Zineb Alami"])
    assert StaffMember.objects.filter(name="Zineb Alami").count() == 1


def test_who_took_part_becomes_known_to_the_service(cast: Cast, recorded: Record, known: Know) -> None:
    """Without it the team could not open the card of a person whom they have just met."""
    karim = known("Karim", cast.job_desk)
    with system_role():
        Acquaintance.objects.all().delete()  # registered by the desk, and nothing more
    recorded(participants=[Participant(card=karim, role="client")])
    with system_role():
        assert set(Acquaintance.objects.filter(card=karim).values_list("service__slug", flat=True)) == {
            "sportello-lavoro"
        }


def test_nobody_writes_down_a_person_they_cannot_see(cast: Cast, recorded: Record, known: Know) -> None:
    hidden = known("Layla", cast.trans_desk)
    with pytest.raises(PermissionDenied):
        recorded(participants=[Participant(card=hidden)])
    with system_role():
        assert not Intervention.objects.exists()


@pytest.mark.parametrize(
    "who", ["mediator", "protected", "org_coordinator", "stranger", "network_manager", "auditor", "administrator"]
)
def test_only_the_team_records(cast: Cast, recorded: Record, who: str) -> None:
    with pytest.raises(PermissionDenied):
        recorded(by=cast.users[who])


def test_each_write_is_in_the_audit_trail(cast: Cast, recorded: Record) -> None:
    intervention = recorded()
    with acting_as(cast.coordinator.pk):
        actions.correct_intervention(
            intervention=intervention, version=1, reason="Durata", by=cast.coordinator, **_entry(cast, minutes=45)
        )
        actions.void_intervention(intervention=intervention, reason="Doppio", by=cast.coordinator)
    events = AuditEvent.objects.filter(object_type="register.intervention", object_id=intervention.pk).order_by("id")
    assert [(event.action, event.actor, event.reason) for event in events] == [
        ("register.record_intervention", cast.operator, ""),
        ("register.correct_intervention", cast.coordinator, "Durata"),
        ("register.void_intervention", cast.coordinator, "Doppio"),
    ]
    corrected = events[1]
    assert corrected.before is not None
    assert corrected.after is not None
    assert (corrected.before["minutes"], corrected.after["minutes"]) == (30, 45)


@pytest.mark.usefixtures("broken_audit")
def test_what_the_audit_cannot_take_is_not_recorded(cast: Cast, recorded: Record) -> None:
    with pytest.raises(DatabaseError):
        recorded()
    with system_role():
        assert not Intervention.objects.exists()


def test_what_the_audit_cannot_take_is_neither_corrected_nor_voided(
    cast: Cast, recorded: Record, request: pytest.FixtureRequest
) -> None:
    intervention = recorded()
    request.getfixturevalue("broken_audit")
    for write in (
        lambda: actions.correct_intervention(
            intervention=intervention, version=1, reason="Durata", by=cast.operator, **_entry(cast, minutes=45)
        ),
        lambda: actions.void_intervention(intervention=intervention, reason="Doppio", by=cast.operator),
    ):
        with pytest.raises(DatabaseError), acting_as(cast.operator.pk):
            write()
    with acting_as(cast.operator.pk):
        stored = Intervention.objects.get()
        assert (stored.minutes, stored.version, stored.voided_at) == (30, 1, None)
        assert not InterventionVersion.objects.exists()


def test_a_correction_keeps_the_former_state_whole(cast: Cast, recorded: Record, known: Know) -> None:
    karim, amina = known("Karim", cast.job_desk), known("Amina", cast.job_desk)
    intervention = recorded(
        participants=[Participant(card=karim, role="client"), Participant(headcount=3, role="parent")],
        staff=["Zineb Alami"],
        projects={cast.family_work: Decimal(1)},
        note="Prima",
    )
    with acting_as(cast.colleague.pk):
        kept = intervention.participations.get(card=karim).pk
        actions.correct_intervention(
            intervention=intervention,
            version=1,
            reason="Mancava Amina",
            by=cast.colleague,
            **_entry(
                cast,
                minutes=60,
                participants=[
                    Participant(card=amina, role="client"),
                    Participant(card=karim, role="client", first_contact=True),
                ],
            ),
        )
        former = InterventionVersion.objects.get(intervention=intervention)
        assert (former.version, former.reason, former.replaced_by) == (1, "Mancava Amina", cast.colleague)
        assert former.state == {
            "service_id": cast.job_desk.pk,
            "organisation_id": cast.ala.pk,
            "kind": "interview",
            "date": "2021-05-04",
            "starts_at": None,
            "minutes": 30,
            "setting": "",
            "place": "",
            "area_id": None,
            "languages": [],
            "group": "",
            "partner": "",
            "output": "",
            "projects": {str(cast.family_work.pk): "1.000"},
            "staff": ["Zineb Alami"],
            "note": "Prima",
            "participations": [{"card_id": karim.pk, "role": "client"}, {"headcount": 3, "role": "parent"}],
        }
        now = Intervention.objects.get(pk=intervention.pk)
        assert (now.version, now.minutes, now.staff.count(), now.project_shares.count()) == (2, 60, 0, 0)
        assert not InterventionNote.objects.exists()
        assert list(now.participations.values_list("card", "first_contact")) == [
            (amina.pk, None),
            (karim.pk, True),
        ]
        assert now.participations.get(card=karim).pk == kept, "a figure published from this row must still find it"


def test_the_slower_of_two_corrections_is_refused_with_a_sentence(cast: Cast, recorded: Record) -> None:
    intervention = recorded()
    with acting_as(cast.colleague.pk):
        actions.correct_intervention(
            intervention=intervention, version=1, reason="Durata", by=cast.colleague, **_entry(cast, minutes=45)
        )
    with acting_as(cast.operator.pk):
        with pytest.raises(ValidationError, match="Nel frattempo Carlo Ferri ha corretto questo intervento"):
            actions.correct_intervention(
                intervention=intervention, version=1, reason="Durata", by=cast.operator, **_entry(cast, minutes=60)
            )
        assert Intervention.objects.get().minutes == 45
        assert InterventionVersion.objects.count() == 1


def test_what_was_taken_back_stays_with_its_reason(cast: Cast, recorded: Record) -> None:
    intervention = recorded()
    with acting_as(cast.operator.pk):
        with pytest.raises(ValidationError, match="serve il motivo"):
            actions.void_intervention(intervention=intervention, reason=" ", by=cast.operator)
        actions.void_intervention(intervention=intervention, reason="Registrato due volte", by=cast.operator)
        stored = Intervention.objects.get()
        assert (stored.void_reason, stored.version) == ("Registrato due volte", 2)
        assert stored.voided_at is not None
        with pytest.raises(ValidationError, match="annullato"):
            actions.correct_intervention(
                intervention=intervention, version=2, reason="Durata", by=cast.operator, **_entry(cast)
            )


@pytest.mark.parametrize("who", ["org_coordinator", "stranger", "mediator", "network_manager"])
def test_only_the_team_corrects_and_voids(cast: Cast, recorded: Record, who: str) -> None:
    intervention = recorded()
    user = cast.users[who]
    for write in (
        lambda: actions.correct_intervention(
            intervention=intervention, version=1, reason="Durata", by=user, **_entry(cast, minutes=45)
        ),
        lambda: actions.void_intervention(intervention=intervention, reason="Doppio", by=user),
    ):
        with pytest.raises((PermissionDenied, Intervention.DoesNotExist)), acting_as(user.pk):
            write()


def test_an_hour_of_work_counts_once(cast: Cast, recorded: Record) -> None:
    with pytest.raises(ValidationError, match="superano insieme il 100%"):
        recorded(projects={cast.family_work: Decimal("0.6"), cast.lab_impact: Decimal("0.5")})


def test_the_same_row_twice_is_a_slip_and_two_tests_of_a_person_are_not(
    cast: Cast, recorded: Record, known: Know
) -> None:
    karim = known("Karim", cast.job_desk)
    with pytest.raises(ValidationError, match="due volte"):
        recorded(participants=[Participant(card=karim, role="client"), Participant(card=karim, role="client")])
    recorded(participants=[Participant(card=karim, test="hiv_rapid"), Participant(card=karim, test="syphilis")])
    with acting_as(cast.operator.pk):
        assert Participation.objects.filter(card=karim).count() == 2


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"minutes": 0}, "minutes"),
        ({"kind": "chat"}, "kind"),
        ({"setting": "moon"}, "setting"),
        ({"participants": [Participant(code="A", headcount=2)]}, "__all__"),
        ({"participants": [Participant(result="negative")]}, "__all__"),
        ({"participants": [Participant(role="guest")]}, "role"),
        ({"participants": [Participant(headcount=0)]}, "__all__"),
    ],
)
def test_what_makes_no_sense_is_refused(cast: Cast, recorded: Record, values: dict[str, Any], named: str) -> None:
    with pytest.raises(ValidationError) as refused:
        recorded(**values)
    assert set(refused.value.message_dict) == {named}


def test_who_sees_which_rows(cast: Cast, recorded: Record) -> None:
    """The exact sets, both of the filter and of the database's own rules."""
    of = {
        "operator": recorded(),
        "mediator": recorded(by=cast.mediator, service=cast.mediation),
        "social_worker": recorded(by=cast.social_worker, service=cast.psychology),
        "protected": recorded(by=cast.protected, service=cast.trans_desk),
        "stranger": recorded(by=cast.stranger, service=cast.foreign_desk, organisation=cast.assemi),
    }
    expected: dict[str, set[str]] = {name: set() for name in cast.users}
    expected |= {name: {name} for name in of}
    expected["colleague"] = expected["coordinator"] = {"operator"}
    expected["org_coordinator"] = {"operator", "mediator", "social_worker", "protected"}
    for name, user in cast.users.items():
        set_actor(user.pk)
        filtered = {key for key, row in of.items() if queries.visible_to(user).filter(pk=row.pk).exists()}
        enforced = {key for key, row in of.items() if Intervention.objects.filter(pk=row.pk).exists()}
        assert (name, filtered, enforced) == (name, expected[name], expected[name])
        with_people = {key for key, row in of.items() if rules.may_see_people(user, row)}
        recorders = {key for key, row in of.items() if rules.may_record(user, row.service)}
        assert with_people == recorders == (set() if name == "org_coordinator" else expected[name])


def test_who_coordinates_the_organisation_sees_work_and_no_people(cast: Cast, recorded: Record, known: Know) -> None:
    recorded(participants=[Participant(card=known("Karim", cast.job_desk))], note="Riservata")
    with acting_as(cast.org_coordinator.pk):
        assert Intervention.objects.count() == 1
        assert not Participation.objects.exists()
        assert not InterventionNote.objects.exists()
        assert not Card.objects.exists()


def _entry(cast: Cast, **values: Any) -> Any:
    return {
        "service": cast.job_desk,
        "organisation": cast.ala,
        "kind": "interview",
        "date": DAY,
        "minutes": 30,
    } | values
