# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may describe the network: a coordinator what is theirs, a network manager everything."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from ponte.accounts.models import User
from ponte.network.models import Membership, Organisation, Project, Service

Someone = User | AnonymousUser


def is_network_manager(user: Someone) -> bool:
    return _holds(user, role=Membership.Role.NETWORK_MANAGER)


def coordinates_organisation(user: Someone, organisation_id: int) -> bool:
    return _holds(user, role=Membership.Role.COORDINATOR, organisation_id=organisation_id)


def coordinates_service(user: Someone, service: Service) -> bool:
    return _holds(user, role=Membership.Role.COORDINATOR, service_id=service.pk)


def can_change_organisation(user: Someone, organisation: Organisation) -> bool:
    return is_network_manager(user) or coordinates_organisation(user, organisation.pk)


def can_change_service(user: Someone, service: Service) -> bool:
    return can_hand_over_service(user, service) or coordinates_service(user, service)


def can_hand_over_service(user: Someone, service: Service) -> bool:
    """May also say who runs it and how confidential it is, which a team does not decide alone."""
    return is_network_manager(user) or coordinates_organisation(user, service.provider_id)


def can_change_project(user: Someone, project: Project) -> bool:
    return is_network_manager(user) or coordinates_organisation(user, project.lead_id)


def can_describe_areas(user: Someone) -> bool:
    return is_network_manager(user)


def can_add_to_network(user: Someone) -> bool:
    """May create organisations, and services and projects of the organisations they coordinate."""
    over_an_organisation = Q(role=Membership.Role.COORDINATOR, organisation_id__isnull=False)
    return _holds(user, over_an_organisation | Q(role=Membership.Role.NETWORK_MANAGER))


def _holds(user: Someone, *conditions: Q, **place: object) -> bool:
    return user.is_authenticated and Membership.objects.filter(*conditions, user_id=user.pk, **place).exists()
