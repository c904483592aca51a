# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Enrolments, the register and figures, as far as the token's role goes."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from ponte.api.models import Scope
from ponte.network.models import Membership
from ponte.people.models import Card, Enrolment
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from ponte.register import actions as register
from ponte.register.entries import Participant
from ponte.register.models import Intervention
from tests.api.support import Program, given_token, program
from tests.cast import Cast
from tests.people.support import registered

TODAY = timezone.localdate()


@pytest.fixture
def amina(cast: Cast) -> Card:
    return registered(cast.operator, cast.job_desk, given_name="Amina", family_name="Berrada")


def recorded(cast: Cast, *cards: Card, **entry: Any) -> Intervention:
    with acting_as(cast.operator.pk):
        return register.record_intervention(
            by=cast.operator, service=cast.job_desk, organisation=cast.ala, kind="interview", date=TODAY, minutes=30,
            participants=[Participant(card=card, role="client") for card in cards], **entry,
        )  # fmt: skip


def test_somebody_is_taken_on_and_stands_in_the_list(cast: Cast, amina: Card) -> None:
    asking = program(cast.operator)
    made = asking.post("/enrolments", {"person": amina.code, "reason": "cerca lavoro", "opened_on": "2026-01-07"})
    assert made.status_code == 201
    assert made.json() == {
        "id": Enrolment.objects.get().pk, "person": amina.code, "name": "Amina Berrada",
        "service": "sportello-lavoro",
        "project": None, "opened_on": "2026-01-07", "closed_on": None, "reason": "cerca lavoro", "outcome": "",
        "referent": "Olga Prati",
    }  # fmt: skip
    assert asking.get("/enrolments").json() == {"enrolments": [made.json()], "next": None}
    assert asking.get("/enrolments", is_open="false").json()["enrolments"] == []
    again = asking.post("/enrolments", {"person": amina.code})
    assert again.status_code == 422


@pytest.mark.parametrize("who", ["stranger", "protected", "mediator"])
def test_nobody_takes_on_or_lists_whom_only_others_know(cast: Cast, amina: Card, who: str) -> None:
    program(cast.operator).post("/enrolments", {"person": amina.code})
    asking = program(cast.users[who])
    assert asking.post("/enrolments", {"person": amina.code}).status_code == 404
    assert asking.get("/enrolments").json()["enrolments"] == []
    assert asking.post("/interventions", {"kind": "interview", "person": amina.code}).status_code == 404
    assert asking.get("/interventions").json()["interventions"] == []
    assert asking.get("/interventions", person=amina.code).status_code == 404


def test_a_project_or_referent_of_elsewhere_is_refused(cast: Cast, amina: Card) -> None:
    answer = program(cast.operator).post(
        "/enrolments",
        {"person": amina.code, "project": "lab-impact-sud-est-milano", "referent": "stranger@ponte.example"},
    )
    assert {error["field"] for error in answer.json()["errors"]} == {"project", "referent"}


def test_a_contact_is_recorded_and_read_again(cast: Cast, amina: Card) -> None:
    asking = program(cast.operator)
    made = asking.post(
        "/interventions",
        {
            "kind": "interview", "person": amina.code, "minutes": 45, "language": "ara", "setting": "office",
            "first_contact": True, "outcome": "follow_up", "note": "da richiamare",
        },
    )  # fmt: skip
    assert made.status_code == 201
    said = made.json()
    assert (said["kind"], said["minutes"], said["languages"], said["staff"]) == (
        "interview", 45, ["ara"], ["Olga Prati"],
    )  # fmt: skip
    assert [(row["person"], row["name"], row["first_contact"]) for row in said["participations"]] == [
        (amina.code, "Amina Berrada", True)
    ]
    assert "da richiamare" not in made.content.decode()
    assert asking.get("/interventions", person=amina.code).json() == {"interventions": [said], "next": None}
    assert asking.get("/interventions", kind="mediation").json()["interventions"] == []


def test_work_of_tomorrow_and_two_kinds_of_people_are_refused_as_on_the_page(cast: Cast, amina: Card) -> None:
    asking = program(cast.operator)
    tomorrow = (TODAY + dt.timedelta(days=1)).isoformat()
    late = asking.post("/interventions", {"kind": "interview", "date": tomorrow})
    assert late.json()["errors"] == [
        {"field": "date", "detail": "Nel registro va il lavoro svolto: la data è nel futuro."}
    ]
    both = asking.post("/interventions", {"kind": "interview", "person": amina.code, "headcount": 3})
    assert both.status_code == 422
    with acting_as(cast.operator.pk):
        assert Intervention.objects.count() == 0


def test_pages_follow_each_other_without_a_gap_or_a_repetition(cast: Cast, amina: Card) -> None:
    for _ in range(5):
        recorded(cast, amina)
    asking, seen, cursor = program(cast.operator), [], ""
    while True:
        page = asking.get("/interventions", limit=2, cursor=cursor).json()
        seen += [one["id"] for one in page["interventions"]]
        if cursor == "":
            recorded(cast, amina)  # comes before what was read, and moves nothing
        if page["next"] is None:
            break
        cursor = page["next"]
    assert len(seen) == len(set(seen)) == 5
    assert seen == sorted(seen, reverse=True)


@pytest.mark.parametrize(
    "cursor", ["x", "è", "W10=", "WyIxIl0=", "bnVsbA==", "WyIyMDI2LTEzLTAxIiwgIjEiXQ==", "A" * 199]
)
def test_a_cursor_that_no_page_gave_is_refused(cast: Cast, cursor: str) -> None:
    answer = program(cast.operator).get("/interventions", cursor=cursor)
    assert answer.json()["errors"] == [{"field": "cursor", "detail": "Nessuna pagina ha dato questo valore."}]


@pytest.mark.parametrize("number", [1, 3])
def test_lists_ask_the_database_as_often_for_three_rows_as_for_one(
    cast: Cast, number: int, django_assert_num_queries: Any
) -> None:
    for place in range(number):
        card = registered(cast.operator, cast.job_desk, given_name=f"Amina {place}", family_name="Berrada")
        recorded(cast, card)
        program_of = {"person": card.code}
        if place == 0:
            _token, secret = given_token(cast.operator)
            asking = Program(secret)
        asking.post("/enrolments", program_of)
    with django_assert_num_queries(9):
        assert len(asking.get("/enrolments").json()["enrolments"]) == number
    with django_assert_num_queries(12):
        assert len(asking.get("/interventions").json()["interventions"]) == number
    with django_assert_num_queries(5):
        assert len(asking.get("/services", limit=number).json()["services"]) == number


def test_seeing_people_in_a_list_is_in_the_trail(cast: Cast, amina: Card) -> None:
    recorded(cast, amina)
    last = AuditEvent.objects.latest("pk").pk
    program(cast.operator, name="Cartella").get("/interventions")
    (event,) = AuditEvent.objects.filter(pk__gt=last, action="people.see_people")
    assert (event.object_id, event.actor_id, event.process) == (
        amina.pk, cast.operator.pk, "api: Cartella v1:interventions",
    )  # fmt: skip


def test_figures_are_those_of_the_command_and_small_ones_are_withheld_from_who_may_not_know(
    cast: Cast, amina: Card
) -> None:
    recorded(cast, amina, languages=["ara"])
    question = {"service": "sportello-lavoro", "by": "language"}
    mine = program(cast.operator).get("/measures/people", **question).json()
    assert mine == {
        "measure": "people", "total": 1, "by": ["language"], "rows": [{"language": "ara", "value": 1}],
        "suppressed": 0,
    }  # fmt: skip
    for who in ("stranger", "network_manager", "org_coordinator", "protected"):
        told = program(cast.users[who]).get("/measures/people", **question).json()
        assert (told["total"], told["rows"]) == (None, [{"language": "ara", "value": None}])
        assert told["suppressed"] > 0
    hours = program(cast.network_manager, name="ore").get("/measures/hours", **question).json()
    assert hours["total"] == 0.5


def test_a_token_of_one_team_gets_no_small_figures_of_the_users_other_team(cast: Cast, amina: Card) -> None:
    recorded(cast, amina)
    other = Membership.objects.create(user=cast.operator, role="operator", service=cast.mediation)
    from ponte.api import tokens

    with acting_as(cast.operator.pk):
        _token, secret = tokens.make_token(
            membership=other, name="x", scopes=[Scope.FIGURES_READ], by=cast.operator,
            expires_at=timezone.now() + dt.timedelta(days=1),
        )  # fmt: skip
    assert Program(secret).get("/measures/people", service="sportello-lavoro").json()["total"] is None


@pytest.mark.parametrize(
    ("path", "query"),
    [("/measures/loves", {}), ("/measures/hours", {"by": "shoe"}), ("/measures/hours", {"where": "role"}),
     ("/measures/hours", {"service": "nowhere"}), ("/measures/hours", {"from": "2026-02-30"})],
)  # fmt: skip
def test_a_figure_that_is_none_is_refused_in_a_sentence(cast: Cast, path: str, query: dict[str, str]) -> None:
    answer = program(cast.operator).get(path, **query)
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_the_directory_of_services_is_for_everybody(cast: Cast) -> None:
    first = Program().get("/services", limit=3).json()
    assert len(first["services"]) == 3
    rest = Program().get("/services", cursor=first["next"]).json()
    slugs = [service["slug"] for service in first["services"] + rest["services"]]
    assert slugs == sorted(service.slug for service in cast.services)
    assert "confidentiality" not in first["services"][0]
