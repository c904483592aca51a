# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A program finds and reads the people whom its role may know, and every look is in the trail."""

import pytest

from ponte.api.models import Scope
from ponte.platform.audit.models import AuditEvent
from tests.api.support import Program, given_token, program
from tests.cast import Cast
from tests.people.support import registered


def test_a_person_is_found_under_another_script(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk, given_name="Oleh", family_name="Шевченко")
    found = program(cast.operator).get("/people", q="Shevchenko").json()
    assert [person["identifier"] for person in found["people"]] == [card.code]


def test_a_look_is_in_the_trail_with_who_from_where_and_which_token(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk, given_name="Amina", family_name="Berrada")
    last = AuditEvent.objects.latest("pk").pk
    asking = program(cast.operator, name="Cartella")
    asking.get("/people", q="berrada")
    asking.get(f"/people/{card.code}")
    events = AuditEvent.objects.filter(pk__gt=last, action__startswith="people.").order_by("pk")
    assert [(event.action, event.actor_id, event.process, str(event.address)) for event in events] == [
        ("people.search_people", cast.operator.pk, "api: Cartella", "127.0.0.1"),
        ("people.read_card", cast.operator.pk, "api: Cartella", "127.0.0.1"),
    ]
    assert [event.object_ids or event.object_id for event in events] == [[card.pk], card.pk]
    assert len({event.request for event in events}) == 2
    assert all(event.request for event in events)


def test_a_chosen_name_is_the_name(cast: Cast) -> None:
    card = registered(
        cast.operator, cast.job_desk, given_name="Marco", chosen_name="Luna", family_name="Berrada",
        native_name="Марко",
    )  # fmt: skip
    text = program(cast.operator).get(f"/people/{card.code}").content.decode()
    assert "Luna Berrada" in text
    assert "Marco" not in text
    assert "Марко" not in text


@pytest.mark.parametrize("who", ["stranger", "mediator", "social_worker", "protected"])
def test_another_teams_person_is_as_if_there_were_none(cast: Cast, who: str) -> None:
    card = registered(cast.operator, cast.job_desk, given_name="Amina", family_name="Berrada")
    asking = program(cast.users[who])
    there, absent = asking.get(f"/people/{card.code}"), asking.get("/people/ZZZZ9999")
    for answer in (there, absent):
        assert answer.status_code == 404
    assert {**there.json(), "instance": ""} == {**absent.json(), "instance": ""}
    assert asking.get("/people", q="berrada").json() == {"people": [], "there_are_more": False}


@pytest.mark.parametrize("number", [1, 3])
def test_a_search_asks_the_database_as_often_for_three_people_as_for_one(
    cast: Cast, number: int, django_assert_num_queries: object
) -> None:
    for place in range(number):
        registered(cast.operator, cast.job_desk, given_name=f"Amina {place}", family_name="Berrada")
    _token, secret = given_token(cast.operator, Scope.PEOPLE_READ)
    asking = Program(secret)
    asking.get("/people", q="berrada")
    with django_assert_num_queries(18):  # type: ignore[operator]
        assert len(asking.get("/people", q="berrada").json()["people"]) == number
