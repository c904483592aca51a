# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the register."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.people import queries as people
from ponte.people.models import Card
from ponte.register.models import Intervention, Participation

Kind = Intervention.Kind
SESSION_KINDS = (Kind.WORKSHOP, Kind.COURSE_SESSION, Kind.GROUP_SESSION, Kind.TRAINING, Kind.MEETING)
EXPECTED_MOST = 80
RECENT_SESSIONS = 5
RECENT_DAYS = 120


def overseen_services(user: User) -> QuerySet[Service]:
    """The services whose work the user may read: those of the team, and those of an organisation coordinated."""
    mine = Membership.objects.filter(user=user)
    coordinated = mine.filter(role=Membership.Role.COORDINATOR, organisation__isnull=False)
    return Service.objects.filter(
        Q(pk__in=mine.filter(service__isnull=False).values("service"))
        | Q(provider__in=coordinated.values("organisation"))
    )


@dataclass(frozen=True, slots=True)
class Reach:
    """The services whose work a user may read, with those among them in whose team the user is."""

    services: Sequence[Service]
    team: Sequence[Service]

    def interventions(self) -> QuerySet[Intervention]:
        """The interventions of these services, also those taken back.

        The services stand in the query as constants: they let PostgreSQL choose the index by service and date.
        """
        return Intervention.objects.filter(service_id__in=[service.pk for service in self.services])


def reach_of(user: User) -> Reach:
    in_team = Membership.objects.filter(user=user, service=OuterRef("pk"))
    services = list(
        overseen_services(user).annotate(in_team=Exists(in_team)).only("slug", "name", "provider").order_by("name")
    )
    return Reach(services, [service for service in services if service.in_team])


def visible_to(user: User) -> QuerySet[Intervention]:
    """The interventions that the user may read, also those taken back."""
    return reach_of(user).interventions()


def expected_people(user: User, service: Service) -> list[Card]:
    """Whom a session of the service may expect: who came to its latest ones, and who is enrolled."""
    latest = (
        Intervention.objects.filter(
            service=service,
            kind__in=SESSION_KINDS,
            voided_at__isnull=True,
            date__gte=timezone.localdate() - dt.timedelta(days=RECENT_DAYS),
        )
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
    return list(people.visible_to(user).filter(pk__in=wanted).only(*Card.NAMES))
