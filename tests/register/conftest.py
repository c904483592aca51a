# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.models import Acquaintance, Card, Person
from ponte.platform.database.actor import acting_as
from ponte.register import actions
from ponte.register.models import Intervention
from tests.cast import Cast
from tests.support import system_role

DAY = dt.date(2021, 5, 4)


@pytest.fixture
def known(cast: Cast) -> Callable[..., Card]:
    """Make a card that the given services know."""

    def make(name: str, *services: Service, **fields: Any) -> Card:
        with system_role():
            card = Card.objects.create(
                person=Person.objects.create(),
                given_name=name,
                family_name="Hossain",
                registered_by=services[0] if services else None,
                **fields,
            )
            Acquaintance.objects.bulk_create([Acquaintance(card=card, service=service) for service in services])
        return card

    return make


@pytest.fixture
def recorded(cast: Cast) -> Callable[..., Intervention]:
    """Record an intervention of the job desk by its operator, unless the test says otherwise."""

    def make(by: User | None = None, **entry: Any) -> Intervention:
        by = by or cast.operator
        with acting_as(by.pk):
            return actions.record_intervention(
                by=by,
                **{
                    "service": cast.job_desk,
                    "organisation": cast.ala,
                    "kind": "interview",
                    "date": DAY,
                    "minutes": 30,
                }
                | entry,
            )

    return make
