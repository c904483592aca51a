# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of reports and of their published versions."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from ponte.accounts.models import User
from ponte.network.models import Membership, Organisation
from ponte.reports.models import ReportVersion
from ponte.reports.rules import COORDINATOR, NETWORK_MANAGER


def organisations_of(user: User | AnonymousUser) -> QuerySet[Organisation]:
    """The organisations whose reports the user may see as they stand: those that have something to report."""
    if not isinstance(user, User):
        return Organisation.objects.none()
    reporting = Organisation.objects.filter(Q(services__isnull=False) | Q(led_projects__isnull=False)).distinct()
    mine = Membership.objects.filter(user=user)
    if mine.filter(role=NETWORK_MANAGER).exists():
        return reporting
    coordinated = mine.filter(role=COORDINATOR)
    return reporting.filter(
        Q(pk__in=coordinated.values("organisation")) | Q(pk__in=coordinated.values("service__provider"))
    )


def visible_to(user: User | AnonymousUser) -> QuerySet[ReportVersion]:
    """The published versions that the user may open: public ones, and those of reports that the user may see."""
    return ReportVersion.objects.filter(Q(public=True) | Q(organisation__in=organisations_of(user)))
