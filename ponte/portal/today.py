# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stands on the first page: the work of the last seven days, and what was recorded last."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Prefetch, Q, Sum
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Membership, Organisation, Project, Service
from ponte.people import queries as people
from ponte.register import queries as register
from ponte.register.models import Intervention, Participation

LATEST = 8


@dataclass(frozen=True, slots=True)
class Week:
    """The work of one service in the last seven days; `hours` counts each intervention once."""

    service: Service
    interventions: int
    hours: Decimal


def last_days(user: User) -> list[Week]:
    """Every service whose work the user sees, also those where nothing was recorded yet."""
    services = list(register.overseen_services(user).order_by("name"))
    since = timezone.localdate() - dt.timedelta(days=6)
    done = {
        row["service"]: row
        for row in Intervention.objects.filter(
            service_id__in=[service.pk for service in services], date__gte=since, voided_at=None
        )
        .order_by()
        .values("service")
        .annotate(interventions=Count("pk"), minutes=Sum("minutes", default=0))
    }
    nothing = {"interventions": 0, "minutes": 0}
    return [
        Week(service, row["interventions"], (Decimal(row["minutes"]) / 60).quantize(Decimal("0.1")))
        for service in services
        for row in [done.get(service.pk, nothing)]
    ]


def latest(user: User) -> list[Intervention]:
    """The last entries of the user's teams, with those who took part."""
    services = people.team_service_ids(user)
    taking_part = Participation.objects.select_related("card").order_by("position", "id")
    return list(
        Intervention.objects.filter(service_id__in=services, voided_at=None)
        .select_related("service")
        .prefetch_related(Prefetch("participations", taking_part), "staff")
        .order_by("-date", "-id")[:LATEST]
    )


@dataclass(frozen=True, slots=True)
class NetworkSize:
    organisations: int
    services: int
    projects: int


def network_size() -> NetworkSize:
    return NetworkSize(
        Organisation.objects.count(),
        Service.objects.count(),
        Project.objects.filter(status=Project.Status.ONGOING).count(),
    )


@dataclass(frozen=True, slots=True)
class UserCounts:
    active: int
    without_role: int
    never_signed_in: int


def user_counts() -> UserCounts:
    counted = User.objects.filter(is_active=True).aggregate(
        active=Count("pk", distinct=True),
        without_role=Count("pk", filter=Q(memberships=None), distinct=True),
        never_signed_in=Count("pk", filter=Q(last_login=None), distinct=True),
    )
    return UserCounts(**counted)


def roles_of(user: User) -> list[Membership]:
    return list(Membership.objects.filter(user=user).select_related("service", "organisation").order_by("pk"))
