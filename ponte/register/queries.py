# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the register."""

from django.db.models import Q, QuerySet

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.register.models import Intervention


def team_services(user: User) -> QuerySet[Service]:
    """The services whose work the user records."""
    return Service.objects.filter(memberships__user=user).distinct()


def overseen_services(user: User) -> QuerySet[Service]:
    """The services whose work the user may read: those of the team, and those of an organisation coordinated."""
    return Service.objects.filter(
        Q(memberships__user=user)
        | Q(provider__memberships__user=user, provider__memberships__role=Membership.Role.COORDINATOR)
    ).distinct()


def visible_to(user: User) -> QuerySet[Intervention]:
    """The interventions that the user may read, also those taken back.

    The services are fetched first: as constants they let PostgreSQL choose the index by service and date.
    """
    services = list(overseen_services(user).values_list("pk", flat=True).order_by("pk"))
    return Intervention.objects.filter(service_id__in=services)
