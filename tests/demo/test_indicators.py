# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from ponte.demo import areas, indicators, network
from ponte.network.models import Project, Service
from ponte.register.indicators import definition_of, period_of, render
from ponte.register.measures import compute_many
from ponte.register.models import Indicator

# The result keys of the published report, by service and project.
PUBLISHED = {
    "mediazione-culturale": ["mediation_hours", "mediators"],
    "orientamento-scolastico": ["families", "parents_trained", "classes", "students"],
    "psicologia-scolastica": ["interviews", "teachers", "parents", "students"],
    "consulenza-psicologica": ["people"],
    "sportello-trans": ["people", "parents", "referrals", "mutual_aid"],
    "ricerca-offerta-lavoro": ["people", "mean_age", "upper_secondary", "degree"],
    "bollettino-offerte-lavoro": ["subscriber_organisations", "subscriber_citizens"],
    "allena-mi-al-rispetto": ["sports_associations", "young_people", "coaches"],
    "veniamo-tutti-dalla-luna": ["classes", "students", "teachers", "parents", "outputs"],
    "non-sei-sola": ["classes", "students", "teachers", "school_heads"],
    "sex-workers-transgender-test-hiv": ["contacts", "new_contacts", "tests", "new_diagnoses", "known_positives"],
    "siamo-tutti-uguali": ["students", "parents", "teachers", "outputs"],
    "donne-oltre-le-mura": ["women", "prison_officers"],
}


@pytest.mark.django_db
def test_the_example_accounts_for_what_the_published_report_does() -> None:
    """A key that is missing is a figure that the example's report cannot give."""
    areas.load()
    network.load()
    indicators.load()
    indicators.load()
    found: dict[str, list[str]] = {}
    for one in Indicator.objects.select_related("service", "project"):
        found.setdefault(one.section.slug, []).append(one.key)
    assert {slug: found[slug] for slug in PUBLISHED} == PUBLISHED
    sections = {*Service.objects.values_list("slug", flat=True), *Project.objects.values_list("slug", flat=True)}
    assert set(found) == sections

    everything = list(Indicator.objects.select_related("service", "project"))
    periods = [period_of(one.section, 2021) for one in everything]
    results = compute_many(
        [definition_of(one, since=p.since, until=p.until) for one, p in zip(everything, periods, strict=True)]
    )
    for indicator, period, result in zip(everything, periods, results, strict=True):
        assert "{" not in render(indicator.sentence, result, period=period.label)
