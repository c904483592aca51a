# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.network.teams import rules

Role = Membership.Role


def memberships() -> QuerySet[Membership]:
    return Membership.objects.select_related("service", "organisation", "user")


def users_visible_to(user: User) -> QuerySet[User]:
    """All of them for an administrator; nobody for anyone else."""
    if not rules.administers_users(user):
        return User.objects.none()
    return User.objects.prefetch_related(Prefetch("memberships", memberships().order_by("pk"))).order_by("name", "pk")


def matching(users: QuerySet[User], *, text: str = "", state: str = "") -> QuerySet[User]:
    """`state` is one of `active`, `suspended`, `without_role` and `never_in`, or empty."""
    for word in text.split():
        users = users.filter(Q(name__icontains=word) | Q(email__icontains=word))
    if state == "suspended":
        return users.filter(is_active=False)
    if state:
        users = users.filter(is_active=True)
    if state == "without_role":
        return users.filter(~Exists(Membership.objects.filter(user=OuterRef("pk"))))
    if state == "never_in":
        return users.filter(last_login=None)
    return users


def services_managed_by(user: User) -> QuerySet[Service]:
    """The same as `rules.may_manage_team`, for a whole list, with the members of each team."""
    held = Membership.objects.filter(user=user, role=Role.COORDINATOR)
    return (
        Service.objects.filter(
            Q(pk__in=held.filter(service__isnull=False).values("service"))
            | Q(provider__in=held.filter(organisation__isnull=False).values("organisation"))
        )
        .select_related("provider")
        .prefetch_related(Prefetch("memberships", memberships().order_by("user__name", "pk")))
        .order_by("name")
    )
