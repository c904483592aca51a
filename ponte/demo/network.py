# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Organisations, projects and services of the sources, with all that the documents tell of them."""

from collections.abc import Sequence
from typing import Any

from ponte.demo import sources
from ponte.demo.areas import Areas
from ponte.network.areas import fold
from ponte.network.models import (
    GovernanceBody,
    Organisation,
    Partnership,
    Project,
    ReportingPeriod,
    Service,
    Site,
    StaffRole,
)

PERIODS = {
    "calendar": ReportingPeriod.CALENDAR,
    "school_year": ReportingPeriod.SCHOOL_YEAR,
    "half_year": ReportingPeriod.FIRST_HALF,
    "project": ReportingPeriod.PROJECT,
}
LITTLE = 8  # letters: what is left between names, such as "e" or the sign of a province
BY_APPOINTMENT = "Solo su appuntamento."


def load() -> None:
    """Create or update everything by slug; lists (partners, staff, sites) are written anew."""
    areas = Areas()
    organisations = _organisations(areas)
    projects = _projects(areas, organisations)
    services = _services(areas, organisations, projects)
    _sites(areas, organisations, projects, services)


def _organisations(areas: Areas) -> dict[str, Organisation]:
    seats = {row["organisation"]: row["slug"] for row in sources.read("areas")["ambiti"] if row.get("organisation")}
    rows = []
    for row in sources.read("organisations"):
        municipality, district = row.get("municipality"), seats.get(row["slug"])
        area = areas[fold(municipality)] if municipality else areas.named({"ambito": district}) if district else None
        told = {
            "name": row["name"],
            "short_name": sources.text(row.get("short_name")),
            "other_names": sources.other_names(row),
            "kind": row["kind"],
            "description": sources.text(row.get("description")),
            "area": area,
            "phone": sources.text(row.get("phone")),
            "source": sources.document(row),
        }
        rows.append(Organisation(slug=row["slug"], **told))
    Organisation.objects.bulk_create(rows, update_conflicts=True, unique_fields=["slug"], update_fields=list(told))
    return {organisation.slug: organisation for organisation in Organisation.objects.all()}


def _projects(areas: Areas, organisations: dict[str, Organisation]) -> dict[str, Project]:
    result = {}
    for position, row in enumerate(sources.read("projects")):
        project, _ = Project.objects.update_or_create(
            slug=row["slug"],
            defaults=_common(row, position, organisations)
            | {
                "lead": organisations[row["lead"]],
                "field": sources.text(row["area_of_work"]),
                "context": sources.text(row.get("context")),
                "expected_results": sources.lines(row["expected_results"]),
                "governance_note": sources.text(row.get("governance_text")),
                "status": row["status"],
                "website": sources.text(row["website"]),
            },
        )
        project.areas.set([areas.named(name) for name in row["areas"]])
        _partnerships(row, organisations, project=project)
        _staff(row, project=project)
        project.governance_bodies.all().delete()
        GovernanceBody.objects.bulk_create(
            GovernanceBody(
                project=project,
                name=body["name"],
                description=sources.text(body["description"]),
                members=sources.text(body["members_text"]),
                position=order,
            )
            for order, body in enumerate(row["governance"])
        )
        result[project.slug] = project
    return result


def _services(
    areas: Areas, organisations: dict[str, Organisation], projects: dict[str, Project]
) -> dict[str, Service]:
    result = {}
    for position, row in enumerate(sources.read("services")):
        service, _ = Service.objects.update_or_create(
            slug=row["slug"],
            defaults=_common(row, position, organisations)
            | {
                "kind": row["kind"],
                "provider": organisations[row["provider"]],
                "confidentiality": row["confidentiality"],
                "how_to_access": BY_APPOINTMENT if row.get("by_appointment") else "",
                "languages": row.get("languages") or [],
            },
        )
        service.areas.set([areas.named(name) for name in row["areas"]])
        service.projects.set([projects[slug] for slug in row["projects"]])
        _partnerships(row, organisations, service=service)
        _staff(row, service=service)
        result[service.slug] = service
    return result


def _common(row: dict[str, Any], position: int, organisations: dict[str, Organisation]) -> dict[str, Any]:
    """What services and projects have alike."""
    names = _names([organisations[partnership["organisation"]] for partnership in row["partnerships"]])
    period, reported = row["period"], row.get("reporting_period") or row["period"]
    reporting_period = PERIODS[reported["kind"]]
    if reporting_period == ReportingPeriod.PROJECT and not period["start"]:
        reporting_period = ReportingPeriod.CALENDAR
    return {
        "name": row["name"],
        "other_names": sources.other_names(row),
        "description": sources.text(row["description"]),
        "audience": sources.text(row["audience"]),
        "objectives": sources.lines(row["objectives"]),
        "activities": sources.lines(row["activities"]),
        "territory": sources.text(row["territory"]),
        "phone": sources.text(row.get("phone")),
        "starts_on": period["start"],
        "ends_on": period["end"],
        "period_note": sources.text(period["text"]),
        "reporting_period": reporting_period,
        "partners_note": _beyond_names(sources.text(row.get("partnership_text")), names),
        "funders_note": _beyond_names(sources.text(row.get("supported_by_text")), names),
        "position": position,
        "source": sources.document(row),
    }


def _names(organisations: Sequence[Organisation]) -> set[str]:
    """How the documents may call these organisations."""
    spellings = [
        spelling
        for organisation in organisations
        for spelling in (organisation.name, organisation.short_name, *organisation.other_names.split(" / "))
    ]
    return {fold(spelling) for spelling in spellings if spelling}


def _beyond_names(told: str, names: set[str]) -> str:
    """The text, unless it only lists organisations that the partnerships hold."""
    rest = fold(told)
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "")
    return told if len(rest.strip("-e").replace("-", "")) > LITTLE else ""


def _partnerships(row: dict[str, Any], organisations: dict[str, Organisation], **owner: Service | Project) -> None:
    Partnership.objects.filter(**owner).delete()
    Partnership.objects.bulk_create(
        Partnership(
            organisation=organisations[partnership["organisation"]],
            role=partnership["role"],
            note=sources.text(partnership.get("note")),
            position=position,
            **owner,
        )
        for position, partnership in enumerate(row["partnerships"])
    )


def _staff(row: dict[str, Any], **owner: Service | Project) -> None:
    StaffRole.objects.filter(**owner).delete()
    StaffRole.objects.bulk_create(
        StaffRole(name=role["role"], count=role["count"], note=sources.text(role["note"]), position=position, **owner)
        for position, role in enumerate(row["staff"])
    )


def _sites(
    areas: Areas,
    organisations: dict[str, Organisation],
    projects: dict[str, Project],
    services: dict[str, Service],
) -> None:
    Site.objects.filter(service__in=services.values()).delete()
    Site.objects.filter(project__in=projects.values()).delete()
    Site.objects.bulk_create(
        Site(
            name=row["name"],
            host=organisations[row["organisation"]],
            area=_area_of_site(row, areas),
            address=sources.text(row["address"]),
            phone=sources.text(row["phone"]),
            opening=sources.text(row["opening"]),
            note=sources.text(row["note"]),
            **owner,
        )
        for row in sources.read("sites")
        for owner in _owners_of_site(row, projects, services)
    )


def _owners_of_site(
    row: dict[str, Any], projects: dict[str, Project], services: dict[str, Service]
) -> Sequence[dict[str, Any]]:
    if row.get("project"):
        return [{"project": projects[row["project"]]}]
    return [{"service": services[slug]} for slug in [row["service"], *row.get("other_services", [])]]


def _area_of_site(row: dict[str, Any], areas: Areas) -> Any:
    """The comune, or the one wider area; none where the document leaves several open."""
    if row["municipality"]:
        return areas[fold(row["municipality"])]
    wider = row.get("areas") or []
    return areas.named(wider[0]) if len(wider) == 1 else None
