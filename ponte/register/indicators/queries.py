# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db.models import Q, QuerySet

from ponte.accounts.models import User
from ponte.network.models import Membership, Project, Service
from ponte.register.models import Indicator


def indicators_of(section: Service | Project) -> QuerySet[Indicator]:
    """In the order of the report."""
    own = (
        Indicator.objects.filter(project=section)
        if isinstance(section, Project)
        else Indicator.objects.filter(service=section)
    )
    return own.select_related("service", "project")


def editable_sections(user: User) -> tuple[QuerySet[Service], QuerySet[Project]]:
    """The services and projects whose indicators the user may edit; agrees with `rules.may_edit_indicators`."""
    memberships = Membership.objects.filter(user=user)
    if memberships.filter(role=Membership.Role.NETWORK_MANAGER).exists():
        return Service.objects.all(), Project.objects.all()
    coordinated = memberships.filter(role=Membership.Role.COORDINATOR)
    organisations = coordinated.filter(organisation__isnull=False).values("organisation")
    services = coordinated.filter(service__isnull=False).values("service")
    return (
        Service.objects.filter(Q(provider__in=organisations) | Q(pk__in=services)),
        Project.objects.filter(lead__in=organisations),
    )
