# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what about people's rights."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.people.models import Acquaintance, Card
from ponte.people.rights.models import Correction, Disposal

Role = Membership.Role


def services_for(user: User, card: Card) -> QuerySet[Service]:
    """The services in whose name the user may speak with the card's person: theirs, which know the card."""
    knows = Acquaintance.objects.filter(card=card, service=OuterRef("pk"))
    return Service.objects.filter(Exists(knows), memberships__user=user).distinct().order_by("name")


def speaks_for(user: User, card: Card, service: Service) -> bool:
    return services_for(user, card).filter(pk=service.pk).exists()


def holds(user: User, *roles: str) -> bool:
    return Membership.objects.filter(user=user, role__in=roles).exists()


def may_describe(user: User) -> bool:
    """Publishes notices, names purposes and sets the terms that hold for the whole network."""
    return holds(user, Role.NETWORK_MANAGER)


def may_read_records(user: User) -> bool:
    """Reads the register of processing activities and the draft of the impact assessment: no person is in them."""
    return holds(user, Role.NETWORK_MANAGER, Role.AUDITOR, Role.COORDINATOR, Role.ADMINISTRATOR)


def coordinated_services(user: User) -> QuerySet[Service]:
    """Those that the user coordinates, by themselves or with their whole organisation."""
    return Service.objects.filter(
        Q(memberships__user=user, memberships__role=Role.COORDINATOR)
        | Q(provider__memberships__user=user, provider__memberships__role=Role.COORDINATOR)
    ).distinct()


def coordinates(user: User, service_id: int) -> bool:
    return coordinated_services(user).filter(pk=service_id).exists()


def may_set_term(user: User, service: Service | None) -> bool:
    return may_describe(user) or (service is not None and coordinates(user, service.pk))


def may_decide_correction(user: User, correction: Correction) -> bool:
    """Another person of the service than the one who wrote it down."""
    in_team = Membership.objects.filter(user=user, service_id=correction.service_id).exists()
    return in_team and correction.by_id != user.pk


def may_authorise(user: User, disposal: Disposal) -> bool:
    """A coordinator, other than whoever proposed it."""
    return coordinates(user, disposal.service_id) and disposal.proposed_by_id != user.pk


def has_work(user: User) -> bool:
    """Whether the work list has anything to say to this user at all."""
    return Membership.objects.filter(
        Q(user=user) & (Q(service__isnull=False) | Q(role__in=[Role.COORDINATOR, Role.AUDITOR, Role.NETWORK_MANAGER]))
    ).exists()
