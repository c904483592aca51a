# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Published figures, counted again from the rows that were frozen with them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ponte.network.models import Project, Service
from ponte.register.facts import Source
from ponte.register.measures import Definition, Result, compute_many
from ponte.reports.annual import AVERAGES
from ponte.reports.content import AnnualReport, Figure, Part, Section
from ponte.reports.definitions import definition_from
from ponte.reports.models import ReportVersion


def frozen_facts(version_id: int) -> Source:
    return Source("reports_frozenfact", only=("version_id", version_id))


def recompute(version: ReportVersion) -> AnnualReport:
    """The version's report with every figure counted again by today's engine from the frozen rows.

    It equals `version.report`, whatever has been corrected, taken back, merged or renamed since.
    """
    report = version.report
    slugs = _slugs_now(version)
    figures = [figure for _section, figure in report.figures()]
    now = compute_many([_definition(one.definition, slugs) for one in figures], frozen_facts(version.pk))
    earlier = [one for one in figures if one.definition_before]
    before = compute_many(
        [_definition(one.definition_before, slugs) for one in earlier if one.definition_before],
        frozen_facts(version.pk),
    )
    counted = iter(zip(now, _aligned(figures, before), strict=True))

    def again(section: Section) -> Section:
        return replace(section, figures=tuple(_recounted(figure, *next(counted)) for figure in section.figures))

    return replace(
        report,
        services=tuple(again(section) for section in report.services),
        projects=tuple(again(section) for section in report.projects),
    )


def _aligned(figures: list[Figure], before: list[Result]) -> list[Result | None]:
    results = iter(before)
    return [next(results) if figure.definition_before else None for figure in figures]


def _recounted(figure: Figure, now: Result, before: Result | None) -> Figure:
    labels = {part.key: part.label for part in figure.parts}
    earlier = before.breakdown() if figure.by and before else {}
    unheard = None if before is None or figure.measure in AVERAGES else 0
    return replace(
        figure,
        total=now.total,
        before=before.total if before else None,
        parts=tuple(
            Part(row.keys[0], labels.get(row.keys[0], ""), row.value, earlier.get(row.keys[0], unheard))
            for row in now.rows
        ),
    )


def _slugs_now(version: ReportVersion) -> dict[tuple[str, str], str]:
    """By kind and slug at publication, the slug by which the same service or project goes today."""
    services = {scope["service_id"]: scope["slug"] for scope in version.scopes if "service_id" in scope}
    projects = {scope["project_id"]: scope["slug"] for scope in version.scopes if "project_id" in scope}
    services_now = dict(Service.objects.filter(pk__in=services).values_list("pk", "slug"))
    projects_now = dict(Project.objects.filter(pk__in=projects).values_list("pk", "slug"))
    return {
        **{("services", slug): services_now.get(pk, slug) for pk, slug in services.items()},
        **{("projects", slug): projects_now.get(pk, slug) for pk, slug in projects.items()},
    }


def definition_now(version: ReportVersion, plain: Mapping[str, Any]) -> Definition:
    """The definition of a published figure, by the slugs of today."""
    return _definition(plain, _slugs_now(version))


def _definition(plain: Mapping[str, Any], slugs: Mapping[tuple[str, str], str]) -> Definition:
    definition = definition_from(plain)
    return replace(
        definition,
        services=tuple(slugs.get(("services", slug), slug) for slug in definition.services),
        projects=tuple(slugs.get(("projects", slug), slug) for slug in definition.projects),
    )
