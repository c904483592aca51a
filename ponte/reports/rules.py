# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may see and publish reports. Figures, not people: teams work with the rows, coordinators with these."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from ponte.accounts.models import User
from ponte.network.models import Membership, Organisation

COORDINATOR, NETWORK_MANAGER = Membership.Role.COORDINATOR, Membership.Role.NETWORK_MANAGER


def may_see(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Network managers, and whoever coordinates the organisation or one of its services."""
    if not isinstance(user, User):
        return False
    return Membership.objects.filter(
        Q(role=NETWORK_MANAGER)
        | Q(role=COORDINATOR, organisation=organisation)
        | Q(role=COORDINATOR, service__provider=organisation),
        user=user,
    ).exists()


def may_publish(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Network managers, and whoever coordinates the organisation as a whole."""
    if not isinstance(user, User):
        return False
    return Membership.objects.filter(
        Q(role=NETWORK_MANAGER) | Q(role=COORDINATOR, organisation=organisation), user=user
    ).exists()
