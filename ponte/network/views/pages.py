# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A page for every service, project, organisation and area, each linked to the others. All are public."""

from collections.abc import Iterable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ponte.network import population, queries, rules
from ponte.network.models import Area, Partnership, Site
from ponte.platform.codes import language_name

FEW = 15
PLURALS = {
    Area.Kind.REGION: _("Regioni"),
    Area.Kind.PROVINCE: _("Province e città metropolitana"),
    Area.Kind.DISTRICT: _("Ambiti"),
    Area.Kind.MUNICIPALITY: _("Comuni"),
    Area.Kind.BOROUGH: _("Municipi"),
}


@login_not_required
@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(
        queries.services().prefetch_related("partnerships__organisation", "staff_roles", "projects__lead", "areas"),
        slug=slug,
    )
    context = {
        "service": found,
        "roles": _roles(found.partnerships.all(), apart=(Partnership.Role.PROVIDER,)),
        "languages": [language_name(code) for code in found.languages],
        "sites": Site.objects.filter(service=found).select_related("area", "host"),
        "can_change": rules.can_change_service(request.user, found),
        "usable": found.audience or found.how_to_access or found.what_to_bring or found.languages or found.phone,
        "shows_confidentiality": request.user.is_authenticated,
    }
    return render(request, "network/service.html", context)


@login_not_required
@require_safe
def project(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(
        queries.projects().prefetch_related(
            "partnerships__organisation", "staff_roles", "governance_bodies", "services__provider", "areas"
        ),
        slug=slug,
    )
    context = {
        "project": found,
        "roles": _roles(found.partnerships.all()),
        "sites": Site.objects.filter(project=found).select_related("area", "host"),
        "can_change": rules.can_change_project(request.user, found),
    }
    return render(request, "network/project.html", context)


@login_not_required
@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.organisations().prefetch_related("services", "led_projects"), slug=slug)
    elsewhere = (
        found.partnerships.select_related("service__provider", "project__lead")
        .exclude(service__provider=found, role=Partnership.Role.PROVIDER)
        .exclude(project__lead=found, role=Partnership.Role.LEAD)
    )
    context = {
        "organisation": found,
        "roles": _roles(elsewhere),
        "can_change": rules.can_change_organisation(request.user, found),
    }
    return render(request, "network/organisation.html", context)


@login_not_required
@require_safe
def area(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.area(slug))
    reaching = queries.reaching(found)
    inside = queries.areas_within(found)
    context = {
        "area": found,
        "tree": _tree(found),
        "former_districts": found.former_districts.all(),
        "years": population.by_year(found.populations.all()),
        "parts": _parts(found),
        "services": queries.services().filter(reaching).distinct(),
        "projects": queries.projects().filter(reaching).distinct(),
        "organisations": queries.organisations().filter(area__in=inside.values("pk")),
        "can_change": rules.can_describe_areas(request.user) and found.kind == Area.Kind.DISTRICT,
    }
    return render(request, "network/area.html", context)


def _roles(
    partnerships: Iterable[Partnership], apart: tuple[Partnership.Role, ...] = ()
) -> list[tuple[str, list[Partnership]]]:
    grouped = queries.by_role(partnerships)
    return [(str(role.label), held) for role, held in grouped.items() if role not in apart]


def _tree(found: Area) -> list[Area]:
    """The areas above this one, widest first."""
    above: list[Area] = []
    step = found.parent
    while step is not None:
        above.insert(0, step)
        step = step.parent
    return above


def _parts(found: Area) -> list[tuple[str | Promise, list[Area], bool]]:
    """What the area consists of, by kind: provinces, ambiti, comuni, municipi; and whether these are few."""
    if found.kind == Area.Kind.DISTRICT:
        members = found.member_municipalities.all() | found.former_member_municipalities.all()
        parts = [*found.children.all(), *members.distinct()]
    else:
        parts = list(found.children.all())
    kinds = [kind for kind in Area.Kind if any(part.kind == kind for part in parts)]
    grouped = [(PLURALS[kind], [part for part in parts if part.kind == kind]) for kind in kinds]
    return [(label, members, len(members) <= FEW) for label, members in grouped]
