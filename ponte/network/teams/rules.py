# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may invite whom, and who gives which role."""

from ponte.accounts.models import User
from ponte.network.models import Membership, Service

Role = Membership.Role
TEAM_ONLY = (Role.OPERATOR, Role.MEDIATOR, Role.SOCIAL_WORKER)


def administers_users(user: User) -> bool:
    return Membership.objects.filter(user=user, role=Role.ADMINISTRATOR).exists()


def coordinates_provider(user: User, service: Service) -> bool:
    return Membership.objects.filter(user=user, role=Role.COORDINATOR, organisation_id=service.provider_id).exists()


def coordinates(user: User, service: Service) -> bool:
    return Membership.objects.filter(user=user, role=Role.COORDINATOR, service=service).exists()


def may_invite(by: User) -> bool:
    """Who administers users, and who coordinates anything: a service's team begins with an invitation."""
    return Membership.objects.filter(user=by, role__in=[Role.ADMINISTRATOR, Role.COORDINATOR]).exists()


def may_manage_team(user: User, service: Service) -> bool:
    return coordinates(user, service) or coordinates_provider(user, service)


def may_hold(by: User, membership: Membership) -> bool:
    """Whether `by` may give or take this role. Nobody gives or takes a role of their own."""
    if membership.user_id == by.pk:
        return False
    if membership.service is None:
        return administers_users(by)
    if membership.role == Role.COORDINATOR:
        return administers_users(by) or coordinates_provider(by, membership.service)
    return may_manage_team(by, membership.service)


def may_suspend(by: User, user: User) -> bool:
    return by.pk != user.pk and administers_users(by)


def holds_a_role(user: User) -> bool:
    """Whether anybody's data, or the keys to it, are within this user's reach: who must have a second factor."""
    return Membership.objects.filter(user=user).exists()
