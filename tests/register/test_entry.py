# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages on which work is recorded, as forms without JavaScript send them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ponte.people.actions import index_names
from ponte.people.models import Card, Enrolment
from ponte.platform.database.actor import acting_as, set_actor
from ponte.register.entries import Participant
from ponte.register.models import Intervention
from tests.cast import Cast
from tests.support import system_role

pytestmark = pytest.mark.django_db

Record = Callable[..., Intervention]
Know = Callable[..., Card]
QUICK = "/registro/nuovo/contatto/"
SESSION = "/registro/nuovo/incontro/"


@pytest.fixture
def desk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.operator)
    return client


def quick(cast: Cast, **values: Any) -> dict[str, Any]:
    return {
        "service": cast.job_desk.pk,
        "date": timezone.localdate().isoformat(),
        "kind": "interview",
        "minutes": "30",
        "role": "client",
    } | values


def session(cast: Cast, **values: Any) -> dict[str, Any]:
    return {
        "service": cast.job_desk.slug,
        "date": timezone.localdate().isoformat(),
        "kind": "workshop",
        "minutes": "90",
        "organisation": cast.ala.pk,
        "projects-TOTAL_FORMS": "0",
        "projects-INITIAL_FORMS": "0",
        "rows-TOTAL_FORMS": "0",
        "rows-INITIAL_FORMS": "0",
    } | values


def indexed(card: Card) -> Card:
    with system_role():
        index_names(card)
    return card


def only(cast: Cast) -> Intervention:
    set_actor(cast.operator.pk)
    return Intervention.objects.get()


def test_a_contact_is_recorded_and_the_next_starts_where_it_ended(cast: Cast, desk: Client, known: Know) -> None:
    karim = known("Karim", cast.job_desk)
    answer = desk.post(
        QUICK,
        quick(
            cast,
            card=karim.pk,
            person="Karim Hossain",
            setting="office",
            language="ben",
            project=cast.family_work.pk,
            outcome="follow_up",
            referred_to="Mediazione culturale",
            first_contact="on",
            note="Torna lunedì",
        ),
        follow=True,
    )
    assert answer.redirect_chain == [(QUICK, 302)]
    said = answer.context["form"].initial
    assert (said["setting"], said["language"], said["project"]) == ("office", "ben", str(cast.family_work.pk))
    assert "Annulla la registrazione" in answer.text
    stored = only(cast)
    row = stored.participations.get()
    assert (stored.minutes, stored.setting, stored.languages, stored.note.text) == (
        30, "office", ["ben"], "Torna lunedì",
    )  # fmt: skip
    assert (row.card, row.role, row.first_contact, row.outcome) == (karim, "client", True, "follow_up")
    assert (row.referred_to, row.referred_to_service) == ("", cast.mediation)
    assert [member.name for member in stored.staff.all()] == [cast.operator.name]
    assert [share.project for share in stored.project_shares.all()] == [cast.family_work]


def test_what_was_just_recorded_can_be_taken_back_at_once(cast: Cast, desk: Client) -> None:
    desk.post(QUICK, quick(cast, code="AB12"))
    answer = desk.post(f"/registro/{only(cast).pk}/annulla-subito/", follow=True)
    assert "La registrazione è annullata." in answer.text
    assert only(cast).void_reason == "Annullato subito dopo la registrazione"


def test_without_javascript_the_person_is_found_in_a_step_of_its_own(cast: Cast, desk: Client, known: Know) -> None:
    indexed(known("Karim", cast.job_desk))
    indexed(known("Karima", cast.trans_desk))
    answer = desk.post(QUICK, quick(cast, person="kari", note="Resta qui", search="1"))
    assert [card.given_name for card in answer.context["found"].cards] == ["Karim"]
    assert "Resta qui" in answer.text
    with acting_as(cast.operator.pk):
        assert not Intervention.objects.exists()


def test_a_name_that_was_not_chosen_is_not_lost_silently(cast: Cast, desk: Client, known: Know) -> None:
    indexed(known("Karim", cast.job_desk))
    answer = desk.post(QUICK, quick(cast, person="Karim"))
    assert "Scelga la persona dall&#x27;elenco" in answer.text
    assert [card.given_name for card in answer.context["found"].cards] == ["Karim"]


def test_the_list_under_the_field_offers_only_known_people(cast: Cast, desk: Client, known: Know) -> None:
    indexed(known("Karim", cast.job_desk))
    indexed(known("Karima", cast.trans_desk))
    indexed(known("Karimo", cast.foreign_desk))
    answer = desk.get("/registro/persone/", {"person": "karim"})
    assert [card.given_name for card in answer.context["found"].cards] == ["Karim"]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"code": "A", "headcount": "2"}, "ne scelga uno"),
        ({"minutes": "0"}, "maggiore di zero"),
        ({"minutes": "1500"}, "24 ore"),
        ({"date": "2999-01-01"}, "nel futuro"),
    ],
)
def test_a_slip_is_said_in_a_sentence(cast: Cast, desk: Client, values: dict[str, str], sentence: str) -> None:
    assert sentence in desk.post(QUICK, quick(cast, **values)).text


def test_another_teams_person_or_service_cannot_be_smuggled_in(cast: Cast, desk: Client, known: Know) -> None:
    hidden = known("Layla", cast.trans_desk)
    desk.post(QUICK, quick(cast, card=hidden.pk))
    desk.post(QUICK, quick(cast, service=cast.trans_desk.pk))
    assert desk.post(SESSION, session(cast, service=cast.trans_desk.slug)).status_code == 404
    with system_role():
        assert not Intervention.objects.exists()


@pytest.mark.parametrize("who", ["org_coordinator", "network_manager", "auditor", "administrator"])
@pytest.mark.parametrize("page", [QUICK, SESSION])
def test_who_is_in_no_team_is_told_so(client: Client, cast: Cast, who: str, page: str) -> None:
    client.force_login(cast.users[who])
    assert "Il lavoro lo registra chi fa parte di un'équipe" in client.get(page).text.replace("&#x27;", "'")


def test_a_session_with_its_attendance_list(cast: Cast, desk: Client, known: Know) -> None:
    karim, amina, absent = (known(name, cast.job_desk) for name in ("Karim", "Amina", "Assente"))
    answer = desk.post(
        SESSION,
        session(
            cast,
            starts_at="15:00",
            group="Corso A",
            partner="CPIA 5",
            staff=[],
            other_staff="Zineb Alami; Luca Villa",
            languages=["ita", "ara"],
            setting="school",
            place="Aula 3",
            area="Rozzano",
            output="Kit",
            note="Bene",
            listed=[karim.pk, amina.pk, absent.pk],
            present=[karim.pk, amina.pk],
            **{
                f"role-{karim.pk}": "student",
                f"role-{amina.pk}": "parent",
                f"first-{amina.pk}": "on",
                "rows-TOTAL_FORMS": "3",
                "rows-0-headcount": "5",
                "rows-0-role": "parent",
                "rows-0-first_contact": "unknown",
                "rows-1-person": karim.pk,
                "rows-1-test": "hiv_rapid",
                "rows-1-result": "negative",
                "rows-2-code": "ZZ9",
                "rows-2-referred_to": "Pronto soccorso",
                "projects-TOTAL_FORMS": "2",
                "projects-0-project": cast.family_work.pk,
                "projects-1-project": cast.lab_impact.pk,
            },
        ),
    )
    stored = only(cast)
    assert answer.headers["Location"] == f"/registro/{stored.pk}/"
    assert list(
        stored.participations.values_list(
            "card__given_name", "code", "headcount", "role", "first_contact", "test", "result", "referred_to"
        )
    ) == [
        ("Karim", "", None, "student", None, "hiv_rapid", "negative", ""),
        ("Amina", "", None, "parent", True, "", "", ""),
        (None, "", 5, "parent", None, "", "", ""),
        (None, "ZZ9", None, "", None, "", "", "Pronto soccorso"),
    ]
    assert {str(share.share) for share in stored.project_shares.all()} == {"0.500"}
    assert {member.name for member in stored.staff.all()} == {"Zineb Alami", "Luca Villa"}
    assert (stored.area, stored.languages, str(stored.starts_at)) == (cast.rozzano, ["ita", "ara"], "15:00:00")


def test_shares_above_the_whole_are_refused_with_a_sentence(cast: Cast, desk: Client) -> None:
    answer = desk.post(
        SESSION,
        session(
            cast,
            **{
                "projects-TOTAL_FORMS": "2",
                "projects-0-project": cast.family_work.pk,
                "projects-0-percent": "70",
                "projects-1-project": cast.lab_impact.pk,
                "projects-1-percent": "40",
            },
        ),
    )
    assert "superano insieme il 100%" in answer.text


def test_without_javascript_people_and_rows_are_added_in_steps(cast: Cast, desk: Client, known: Know) -> None:
    here = known("Amina", cast.job_desk)
    indexed(known("Karim", cast.job_desk))
    answer = desk.post(SESSION, session(cast, listed=[here.pk], present=[here.pk], person="karim", search="1"))
    assert [(line.card.given_name, line.present) for line in answer.context["form"].attendance.lines] == [
        ("Amina", True),
        ("Karim", False),
    ]
    answer = desk.post(SESSION, session(cast, more="rows"))
    assert len(answer.context["form"].rows.forms) == 1


def test_a_session_offers_who_came_and_who_is_enrolled(
    cast: Cast, desk: Client, known: Know, recorded: Record
) -> None:
    came, enrolled, left = (known(name, cast.job_desk) for name in ("Amina", "Bella", "Carla"))
    with system_role():
        for card, closed in ((enrolled, {}), (left, {"closed_on": timezone.localdate(), "outcome": "moved"})):
            Enrolment.objects.create(card=card, service=cast.job_desk, opened_on=timezone.localdate(), **closed)
    recorded(kind="workshop", date=timezone.localdate(), participants=[Participant(card=came, role="student")])
    offered = desk.get(SESSION).context["form"].attendance
    assert [line.card.given_name for line in offered.lines] == ["Amina", "Bella"]
    assert offered.present() == []


def test_yesterdays_session_is_repeated_with_its_people(
    cast: Cast, desk: Client, known: Know, recorded: Record
) -> None:
    karim = known("Karim", cast.job_desk)
    former = recorded(
        kind="workshop",
        group="Corso A",
        note="Di ieri",
        participants=[
            Participant(card=karim, role="student", first_contact=True),
            Participant(headcount=4, role="parent"),
        ],
    )
    answer = desk.get(f"/registro/{former.pk}/ripeti/", follow=True)
    form = answer.context["form"]
    assert form.work.initial["date"] == timezone.localdate()
    assert (form.work.initial["group"], form.work.initial["note"]) == ("Corso A", "")
    assert [(line.card, line.present, line.role, line.first_contact) for line in form.attendance.lines] == [
        (karim, True, "student", False)
    ]
    assert [row.initial["headcount"] for row in form.rows.forms if row.initial] == [4]


def test_a_contact_is_repeated_on_the_quick_page(cast: Cast, desk: Client, known: Know, recorded: Record) -> None:
    karim = known("Karim", cast.job_desk)
    former = recorded(languages=["ben"], participants=[Participant(card=karim, role="client")])
    answer = desk.get(f"/registro/{former.pk}/ripeti/", follow=True)
    assert answer.redirect_chain == [(f"{QUICK}?ripeti={former.pk}", 302)]
    initial = answer.context["form"].initial
    assert (initial["card"], initial["person"], initial["language"]) == (karim.pk, "Karim Hossain", "ben")
