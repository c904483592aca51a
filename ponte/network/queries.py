# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading the network. Nothing in it is about a person: everyone may see all of it, also without signing in."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from ponte.accounts.models import User
from ponte.network.models import Area, Membership, Organisation, Partnership, Project, Service

GIVING = (Partnership.Role.COMMISSIONER, Partnership.Role.FUNDER)


def areas_around(area: Area) -> set[int]:
    """The area and those that contain it: municipio, comune, ambito (also of earlier years), province, region."""
    found = {area.pk}
    steps = [area]
    while steps:
        step = steps.pop()
        wider = [wide for wide in (step.parent, step.district) if wide is not None]
        if step.kind == Area.Kind.MUNICIPALITY:
            wider += step.former_districts.select_related("parent__parent", "district")
        steps += [wide for wide in wider if wide.pk not in found]
        found |= {wide.pk for wide in wider}
    return found


def areas_within(area: Area) -> QuerySet[Area]:
    """The area and those inside it: of a province also the municipi of its comuni, of an ambito its comuni."""
    inside = Q(pk=area.pk)
    for path in ("parent", "parent__parent", "parent__parent__parent", "district", "parent__district"):
        inside |= Q(**{path: area.pk})
    if area.kind == Area.Kind.DISTRICT:
        inside |= Q(district__parent=area.pk) | Q(former_districts=area.pk)
    return Area.objects.filter(inside)


def reaching(area: Area) -> Q:
    """Services or projects that somebody in this area finds: offered in it, in a part of it, or all around it."""
    return Q(areas__in=areas_within(area).values("pk")) | Q(areas__in=areas_around(area))


def area(slug: str) -> QuerySet[Area]:
    return Area.objects.filter(slug=slug).select_related("parent__parent__parent", "district__parent")


def services() -> QuerySet[Service]:
    return Service.objects.select_related("provider")


def projects() -> QuerySet[Project]:
    return Project.objects.select_related("lead")


def organisations() -> QuerySet[Organisation]:
    return Organisation.objects.select_related("area")


def by_role(partnerships: Iterable[Partnership]) -> dict[Partnership.Role, list[Partnership]]:
    """Partnerships under their roles, in the order in which reports name the roles."""
    grouped: dict[Partnership.Role, list[Partnership]] = {role: [] for role in Partnership.Role}
    for partnership in partnerships:
        grouped[Partnership.Role(partnership.role)].append(partnership)
    return {role: held for role, held in grouped.items() if held}


def services_changeable_by(user: User) -> QuerySet[Service]:
    """The same as `rules.can_change_service`, for a whole list."""
    if _is_network_manager(user):
        return Service.objects.all()
    held = Membership.objects.filter(user_id=user.pk, role=Membership.Role.COORDINATOR)
    return Service.objects.filter(
        Q(pk__in=held.filter(service__isnull=False).values("service"))
        | Q(provider__in=held.filter(organisation__isnull=False).values("organisation"))
    )


def projects_changeable_by(user: User) -> QuerySet[Project]:
    """The same as `rules.can_change_project`, for a whole list."""
    if _is_network_manager(user):
        return Project.objects.all()
    return Project.objects.filter(lead__in=_coordinated(user))


def organisations_changeable_by(user: User) -> QuerySet[Organisation]:
    """The same as `rules.can_change_organisation`, for a whole list."""
    if _is_network_manager(user):
        return Organisation.objects.all()
    return Organisation.objects.filter(pk__in=_coordinated(user))


def _coordinated(user: User) -> QuerySet[Organisation]:
    return Organisation.objects.filter(
        memberships__user_id=user.pk, memberships__role=Membership.Role.COORDINATOR
    ).order_by()


def _is_network_manager(user: User) -> bool:
    return Membership.objects.filter(user_id=user.pk, role=Membership.Role.NETWORK_MANAGER).exists()
