# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The annual report says what the register says."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ponte.network.models import Partnership, ReportingPeriod
from ponte.register.models import Indicator, Intervention
from ponte.reports import annual
from ponte.reports.content import AnnualReport
from ponte.reports.wording import nothing_recorded
from tests.cast import Cast
from tests.support import system_role

pytestmark = pytest.mark.django_db


def test_a_figure_is_counted_with_its_breakdown_and_the_year_before(
    cast: Cast, year_of_work: list[Intervention]
) -> None:
    section = annual.build(cast.ala, 2021).section("service", cast.job_desk.slug)
    assert section is not None
    hours, people, students = section.figures
    assert (hours.total, hours.before, hours.change) == (3, 1, 2)
    assert [(part.key, part.label, part.value, part.before) for part in hours.parts] == [
        ("zho", "cinese", 2, 1),
        ("ara", "arabo", 1, 0),
    ]
    assert hours.sentence == "Nel 2021 n. 3 ore: 2 cinese, 1 arabo."
    assert (people.total, people.before, people.sentence) == (2, 1, "Persone: 2")
    assert (students.total, students.before) == (12, 0)


def test_json_has_the_shape_of_the_contract(cast: Cast, year_of_work: list[Intervention]) -> None:
    document = json.loads(json.dumps(annual.build(cast.ala, 2021).as_json()))
    assert (document["organisation"], document["year"]) == ("ala-milano", 2021)
    desk = document["services"]["sportello-lavoro"]
    assert desk["period"] == "2021"
    hours = desk["results"]["hours"]
    assert {key: hours[key] for key in ("measure", "kind", "total", "by", "breakdown")} == {
        "measure": "hours",
        "kind": "interview",
        "total": 3,
        "by": "language",
        "breakdown": {"zho": 2, "ara": 1},
    }
    students = document["projects"]["ricetta-family-work-km-zero"]["results"]["students"]
    assert (students["measure"], students["role"], students["total"]) == ("attendees", "student", 12)


def test_where_nothing_was_recorded_the_report_says_so(cast: Cast, year_of_work: list[Intervention]) -> None:
    report = annual.build(cast.ala, 2019)
    desk, project = report.section("service", "sportello-lavoro"), report.projects[0]
    assert desk is not None
    assert desk.as_json()["results"] == {}
    assert nothing_recorded(desk) == "Nessun dato registrato nel periodo"
    assert (project.as_json()["status"], nothing_recorded(project)) == ("ongoing", "In corso")


@pytest.mark.parametrize(
    ("kind", "words", "hours"),
    [
        (ReportingPeriod.CALENDAR, "2021", 2),
        (ReportingPeriod.SCHOOL_YEAR, "school year 2021/2022", 2),
        (ReportingPeriod.FIRST_HALF, "first half-year 2021", 1),
    ],
)
def test_each_section_counts_its_own_period(
    cast: Cast, worked: Callable[..., Intervention], kind: ReportingPeriod, words: str, hours: int
) -> None:
    """A school-year service must not be told by the calendar."""
    with system_role():
        cast.job_desk.reporting_period = kind
        cast.job_desk.save()
        Indicator.objects.create(service=cast.job_desk, key="hours", name="Ore", measure="hours")
    for day in (date(2021, 2, 1), date(2021, 12, 31), date(2022, 8, 31), date(2022, 9, 1)):
        worked(day)
    section = annual.build(cast.ala, 2021).section("service", "sportello-lavoro")
    assert section is not None
    assert (section.period.words, section.figures[0].total) == (words, hours)


def test_a_project_of_others_is_named_without_figures(cast: Cast) -> None:
    """Figures of a project belong to the report of who leads it."""
    with system_role():
        Partnership.objects.create(project=cast.lab_impact, organisation=cast.ala, role=Partnership.Role.PARTNER)
    report = annual.build(cast.ala, 2021)
    assert [(one.slug, one.roles) for one in report.takes_part] == [("lab-impact-sud-est-milano", ("partner",))]
    assert {section.slug for section in report.projects} == {"ricetta-family-work-km-zero"}


def test_small_figures_are_withheld_where_asked(cast: Cast, year_of_work: list[Intervention]) -> None:
    """Two people in a public report could be recognised."""
    section = annual.build(cast.ala, 2021, suppress_below=5).section("service", "sportello-lavoro")
    assert section is not None
    hours, people, students = section.figures
    assert (people.total, people.withheld, people.before, people.sentence) == (
        None,
        True,
        None,
        "Persone: non mostrato",
    )
    assert (students.total, students.withheld) == (12, False)
    assert hours.total == 3


def test_a_report_survives_being_stored(cast: Cast, year_of_work: list[Intervention]) -> None:
    report = annual.build(cast.ala, 2021)
    assert AnnualReport.from_state(json.loads(json.dumps(report.to_state()))) == report


def test_more_indicators_are_no_more_statements(cast: Cast, year_of_work: list[Intervention]) -> None:
    """A report over millions of rows takes as long as its scans of the register."""

    def statements() -> int:
        with CaptureQueriesContext(connection) as queries:
            annual.build(cast.ala, 2021)
        return len(queries)

    before = statements()
    with system_role():
        for key in ("a", "b", "c"):
            Indicator.objects.create(service=cast.job_desk, key=key, name=key, measure="people")
            Indicator.objects.create(project=cast.family_work, key=key, name=key, measure="attendees")
    assert statements() == before
