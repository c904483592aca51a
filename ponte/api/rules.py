# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may have a token made, for which of their roles and for what."""

from collections.abc import Sequence

from django.db.models import QuerySet

from ponte.accounts.models import User
from ponte.api.models import Scope
from ponte.network.models import Membership

Role = Membership.Role
# Who is in no team sees figures, and nobody.
ALONE = {
    Role.COORDINATOR: (Scope.FIGURES_READ,),
    Role.NETWORK_MANAGER: (Scope.FIGURES_READ,),
}


def scopes_of(membership: Membership) -> Sequence[Scope]:
    """What a token for this role may be used for: nothing, for those who look at trails or after users."""
    if membership.service_id is not None:
        return tuple(Scope)
    return ALONE.get(Role(membership.role), ())


def roles_for_tokens(user: User) -> QuerySet[Membership]:
    return (
        Membership.objects.filter(user=user)
        .exclude(role__in=[Role.AUDITOR, Role.ADMINISTRATOR])
        .select_related("service", "organisation")
        .order_by("service__name", "organisation__name", "pk")
    )
