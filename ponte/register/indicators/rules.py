# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may see which figures, and who says how a service or project is accounted for."""

from collections.abc import Sequence

from ponte.accounts.models import User
from ponte.network.models import Membership, Project, Service
from ponte.register.measures import Definition, compute

_COORDINATOR = Membership.Role.COORDINATOR
_NETWORK_MANAGER = Membership.Role.NETWORK_MANAGER


def may_edit_indicators(user: User, section: Service | Project) -> bool:
    """Who coordinates the service or the organisation that answers for it; and the network's managers."""
    memberships = Membership.objects.filter(user=user)
    if memberships.filter(role=_NETWORK_MANAGER).exists():
        return True
    if isinstance(section, Project):
        return memberships.filter(role=_COORDINATOR, organisation=section.lead_id).exists()
    return (
        memberships.filter(role=_COORDINATOR, organisation=section.provider_id)
        | memberships.filter(role=_COORDINATOR, service=section)
    ).exists()


def may_see_small_figures(user: User, definition: Definition) -> bool:
    """Whether nothing that the definition counts could tell the user of people whom they may not know: they
    are in the team of every service asked. Where none is named, of every one that works for the projects."""
    services: Sequence[str | None] = definition.services or [
        slug for slug in definition.where.get("service", ()) if slug is not None
    ]
    if not services:
        if not definition.projects:
            return False
        work = compute(Definition("interventions", by=("service",), projects=definition.projects))
        services = [row.keys[0] for row in work.rows]
    teams = set(Service.objects.filter(memberships__user=user).values_list("slug", flat=True))
    return teams.issuperset(services)
