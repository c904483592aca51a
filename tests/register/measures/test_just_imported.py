# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from datetime import date

import pytest
from django.db import connection, transaction

from ponte.people.models import Card, Person
from ponte.register.measures import Definition, compute
from ponte.register.models import Intervention, Participation
from tests.cast import Cast
from tests.support import system_role

MANY = 1500


def fill(cast: Cast) -> None:
    people = Person.objects.bulk_create([Person() for _ in range(MANY)])
    cards = Card.objects.bulk_create([Card(person=person, given_name="Nome") for person in people])
    work = Intervention.objects.bulk_create(
        [
            Intervention(service=cast.job_desk, organisation=cast.ala, kind="interview", date=date(2021, 5, 3))
            for _ in range(MANY)
        ]
    )
    Participation.objects.bulk_create(
        [Participation(intervention=one, card=card) for one, card in zip(work, cards, strict=True)]
    )


def as_owner(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE ponte_owner")
        cursor.execute(statement)
        cursor.execute("SET ROLE ponte_web")


@pytest.mark.django_db
def test_a_figure_is_there_at_once_after_a_refused_and_a_good_import(cast: Cast) -> None:
    """The database still holds its tables to be empty: the report would take hours, on the first day of use."""
    with system_role():
        refused = transaction.savepoint()
        fill(cast)
        transaction.savepoint_rollback(refused)
    as_owner("ANALYZE register_intervention, register_participation, people_card")
    with system_role():
        fill(cast)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '5s'")
    asked = Definition("people", services=(cast.job_desk.slug,), since=date(2021, 1, 1), until=date(2021, 12, 31))
    assert compute(asked).total == MANY
