# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Inviting, suspending, and giving and taking roles. Each raises `PermissionDenied` where a rule says no."""

import secrets

from django.core.exceptions import PermissionDenied
from django.db import transaction

from ponte.accounts.models import User
from ponte.network.models import Membership, Organisation, Service
from ponte.network.teams import rules
from ponte.platform.audit.actions import record

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # no 0, 1, i, l, o: it is read out on the telephone


def temporary_password() -> str:
    """Four groups of four: about 79 bits, easy to copy by hand."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


@transaction.atomic
def invite_user(*, name: str, email: str, language: str, password: str, by: User) -> User:
    if not rules.administers_users(by):
        raise PermissionDenied
    user = User.objects.create_user(email, password, name=name, language=language)
    record("accounts.invite_user", user, by=by, after={"name": name, "email": user.email, "language": language})
    return user


@transaction.atomic
def renew_password(*, user: User, password: str, by: User) -> None:
    """Give the user a temporary password; whoever is signed in with the old one is signed out."""
    if not rules.may_suspend(by, user):
        raise PermissionDenied
    user.set_password(password)
    user.save(update_fields=["password"])
    record("accounts.renew_password", user, by=by)


@transaction.atomic
def suspend_user(*, user: User, by: User) -> None:
    """End the user's sessions and let them sign in no more; what they recorded stays theirs."""
    _set_active(user, active=False, by=by)


@transaction.atomic
def reactivate_user(*, user: User, by: User) -> None:
    _set_active(user, active=True, by=by)


def _set_active(user: User, *, active: bool, by: User) -> None:
    if not rules.may_suspend(by, user):
        raise PermissionDenied
    before = user.is_active
    user.is_active = active
    user.save(update_fields=["is_active"])
    action = "accounts.reactivate_user" if active else "accounts.suspend_user"
    record(action, user, by=by, before={"is_active": before}, after={"is_active": active})


@transaction.atomic
def give_role(
    *,
    user: User,
    role: str,
    by: User,
    service: Service | None = None,
    organisation: Organisation | None = None,
) -> Membership:
    """Give a role in a service's team, over an organisation or over the network. Giving it twice changes nothing."""
    membership = Membership(user=user, role=role, service=service, organisation=organisation)
    if not rules.may_hold(by, membership):
        raise PermissionDenied
    held = Membership.objects.filter(user=user, role=role, service=service, organisation=organisation).first()
    if held is not None:
        return held
    membership.save(force_insert=True)
    record("network.give_role", membership, by=by, after=_told(membership))
    return membership


@transaction.atomic
def take_role(*, membership: Membership, by: User) -> None:
    if not rules.may_hold(by, membership):
        raise PermissionDenied
    record("network.take_role", membership, by=by, before=_told(membership))
    membership.delete()


def _told(membership: Membership) -> dict[str, object]:
    return {
        "user": membership.user_id,
        "role": membership.role,
        "service": membership.service_id,
        "organisation": membership.organisation_id,
    }
