# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A job desk and a project with a year of work, small enough to count by hand."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from ponte.people.models import Acquaintance, Card, Person
from ponte.platform.database.actor import acting_as
from ponte.register import actions
from ponte.register.entries import Participant
from ponte.register.models import Indicator, Intervention
from tests.cast import Cast
from tests.support import system_role

YEAR = 2021


@pytest.fixture
def client(cast: Cast) -> Callable[..., Card]:
    """Make someone whom the job desk knows."""

    def make(name: str, **fields: Any) -> Card:
        with system_role():
            card = Card.objects.create(
                person=Person.objects.create(),
                given_name=name,
                family_name="Hossain",
                registered_by=cast.job_desk,
                **fields,
            )
            Acquaintance.objects.create(card=card, service=cast.job_desk)
        return card

    return make


@pytest.fixture
def worked(cast: Cast) -> Callable[..., Intervention]:
    """Record work of the job desk, by its operator."""

    def make(date: dt.date = dt.date(YEAR, 5, 4), **entry: Any) -> Intervention:
        plain = {"service": cast.job_desk, "organisation": cast.ala, "kind": "interview", "date": date, "minutes": 60}
        with acting_as(cast.operator.pk):
            return actions.record_intervention(by=cast.operator, **{**plain, **entry})  # type: ignore[typeddict-item]

    return make


@pytest.fixture
def year_of_work(cast: Cast, client: Callable[..., Card], worked: Callable[..., Intervention]) -> list[Intervention]:
    """2021: three interviews (two people, zho 2 hours, ara 1), a workshop of 12 students for the project.
    2020: one interview."""
    with system_role():
        job = [
            {"key": "hours", "name": "Ore di colloquio", "measure": "hours", "by": "language",
             "filters": {"kind": ["interview"]},
             "sentence": "Nel {anno} n. {totale} ore: {dettaglio:{valore} {nome}}."},
            {"key": "people", "name": "Persone", "measure": "people", "filters": {}, "sentence": ""},
            {"key": "students", "name": "Studenti", "measure": "attendees", "filters": {"role": ["student"]},
             "sentence": "n. {totale} studenti."},
        ]  # fmt: skip
        Indicator.objects.bulk_create(
            Indicator(service=cast.job_desk, position=position, **fields) for position, fields in enumerate(job)
        )
        Indicator.objects.create(
            project=cast.family_work,
            key="students",
            name="Studenti",
            measure="attendees",
            filters={"role": ["student"]},
        )
    mei, samir = client("Mei"), client("Samir")
    return [
        worked(languages=["zho"], participants=[Participant(card=mei, role="client")]),
        worked(languages=["zho"], participants=[Participant(card=mei, role="client")]),
        worked(languages=["ara"], participants=[Participant(card=samir, role="client")]),
        worked(
            kind="workshop",
            participants=[Participant(headcount=12, role="student")],
            projects={cast.family_work: 1},
        ),
        worked(dt.date(YEAR - 1, 3, 3), languages=["zho"], participants=[Participant(card=mei, role="client")]),
    ]
