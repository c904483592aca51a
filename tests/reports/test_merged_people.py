# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person counts once, however many cards; what was published before stays."""

from collections.abc import Callable
from typing import Any

import pytest

from ponte.people import actions as people
from ponte.people import identity
from ponte.people.models import Card
from ponte.platform.database.actor import acting_as
from ponte.register.entries import Participant
from ponte.register.measures import Definition, compute
from ponte.register.models import Intervention
from ponte.reports import annual
from ponte.reports.actions import publish_report
from ponte.reports.frozen import recompute
from ponte.reports.models import ReportVersion
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def counts() -> tuple[Any, ...]:
    """Distinct people and households, in the total and under the service."""
    found = [compute(Definition(measure, by=["service"])) for measure in ("people", "households")]
    return tuple(value for result in found for value in (result.total, [row.value for row in result.rows]))


def test_a_merge_changes_distinct_counts_and_its_undo_brings_them_back(
    cast: Cast, client: Callable[..., Card], worked: Callable[..., Intervention]
) -> None:
    """Two parents registered twice, at two times, with their children: two people and two households, not four."""
    mother, father, mother_again, father_again, someone = (client(name) for name in "MFGHS")
    with acting_as(cast.operator.pk):
        people.join_household(card=mother, other=father, role="partner", by=cast.operator)
        people.join_household(card=mother_again, other=father_again, role="partner", by=cast.operator)
    for card in (mother, father, mother_again, father_again, someone):
        worked(participants=[Participant(card=card)])
    assert counts() == (5, [5], 2, [2])
    with acting_as(cast.operator.pk):
        mothers = identity.decide_same(one=mother, other=mother_again, by=cast.operator)
        assert counts() == (4, [4], 2, [2])  # The second father still names the second household.
        fathers = identity.decide_same(one=father, other=father_again, by=cast.operator)
        assert counts() == (3, [3], 1, [1])
        identity.undo(decision=mothers, by=cast.operator)
        identity.undo(decision=fathers, by=cast.operator)
    assert counts() == (5, [5], 2, [2])


def test_a_published_report_says_the_same_after_a_merge(
    cast: Cast, client: Callable[..., Card], year_of_work: list[Intervention]
) -> None:
    with acting_as(cast.org_coordinator.pk):
        published = publish_report(organisation=cast.ala, year=2021, by=cast.org_coordinator)
    with acting_as(cast.operator.pk):
        mei, samir = Card.objects.order_by("pk")
        identity.decide_same(one=mei, other=samir, by=cast.operator)
    with acting_as(cast.org_coordinator.pk):
        again = ReportVersion.objects.get(pk=published.pk)
        assert recompute(again) == again.report == published.report
        people_of = {
            year: next(figure.total for _section, figure in report.figures() if figure.key == "people")
            for year, report in (("published", again.report), ("now", annual.build(cast.ala, 2021)))
        }
    assert people_of == {"published": 2, "now": 1}
