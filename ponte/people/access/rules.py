# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may share, keep to a few, and look at how emergencies were used. As the policies in the database."""

from collections.abc import Collection

from django.db.models import Q

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.people.access.models import EmergencyAccess, Protection, Reopening, Share
from ponte.people.models import Acquaintance, Card


def knows_through(user: User, card: Card | int, service: Service | int) -> bool:
    """The user is in the service's team, and may know what it knows of the card."""
    return (
        Membership.objects.filter(user=user, service=service).exists()
        and Acquaintance.objects.filter(card=card, service=service).for_user(user).exists()
    )


def may_share(user: User, card: Card, sender: Service) -> bool:
    return knows_through(user, card, sender)


def may_end_share(user: User, share: Share) -> bool:
    """Anybody of the sender's team who knows the person: an agreement that is withdrawn waits for nobody."""
    return share.ended_at is None and knows_through(user, share.card_id, share.sender_id)


def may_protect(user: User, card: Card, service: Service) -> bool:
    return knows_through(user, card, service)


def may_lift(user: User, protection: Protection) -> bool:
    return (
        protection.ended_at is None
        and user.pk in protection.kept_for
        and knows_through(user, protection.card_id, protection.service_id)
    )


def is_auditor(user: User) -> bool:
    return Membership.objects.filter(user=user, role=Membership.Role.AUDITOR).exists()


def may_review(user: User, access: EmergencyAccess) -> bool:
    """Nobody looks at their own."""
    return is_auditor(user) and access.user_id != user.pk


def coordinates(user: User, service: Service) -> bool:
    """The service, or the organisation that provides it."""
    return (
        Membership.objects.filter(user=user, role=Membership.Role.COORDINATOR)
        .filter(Q(service=service) | Q(organisation=service.provider_id))
        .exists()
    )


def may_see_orphans(user: User) -> bool:
    """Those of the services that they coordinate, or all: the database says which."""
    roles = (Membership.Role.COORDINATOR, Membership.Role.AUDITOR)
    return Membership.objects.filter(user=user, role__in=roles).exists()


def may_decide_reopening(user: User, reopening: Reopening) -> bool:
    """Two people: nobody decides what they proposed."""
    return is_auditor(user) and reopening.proposed_by_id != user.pk and reopening.decided_at is None


def are_in_team(users: Collection[User], service: Service) -> bool:
    found = Membership.objects.filter(service=service, user__in=users).values("user").distinct().count()
    return found == len({user.pk for user in users})
