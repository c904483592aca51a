# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the register."""

from django.db.models import Q, QuerySet

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.people import queries as people
from ponte.people.models import Card
from ponte.register.models import Intervention, Participation

Kind = Intervention.Kind
SESSION_KINDS = (Kind.WORKSHOP, Kind.COURSE_SESSION, Kind.GROUP_SESSION, Kind.TRAINING, Kind.MEETING)
EXPECTED_MOST = 80
RECENT_SESSIONS = 5


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


def expected_people(user: User, service: Service) -> list[Card]:
    """Whom a session of the service may expect: who came to its latest ones, and who is enrolled."""
    latest = (
        Intervention.objects.filter(service=service, kind__in=SESSION_KINDS, voided_at__isnull=True)
        .order_by("-date", "-pk")
        .values_list("pk", flat=True)[:RECENT_SESSIONS]
    )
    came = Participation.objects.filter(intervention__in=list(latest), card__isnull=False).values_list(
        "card", flat=True
    )
    enrolled = (
        people.enrolments_visible_to(user)
        .filter(service=service, closed_on__isnull=True)
        .order_by("-opened_on")
        .values_list("card", flat=True)[:EXPECTED_MOST]
    )
    wanted = list(dict.fromkeys([*came, *enrolled]))[:EXPECTED_MOST]
    return list(people.visible_to(user).filter(pk__in=wanted))
