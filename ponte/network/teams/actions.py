# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Inviting, suspending, and giving and taking roles. Each raises `PermissionDenied` where a rule says no."""

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from ponte.accounts import letters
from ponte.accounts.models import User
from ponte.accounts.sessions.actions import end_sessions
from ponte.network.models import Membership, Organisation, Service
from ponte.network.teams import rules
from ponte.platform.audit.actions import record


@transaction.atomic
def invite_user(*, name: str, email: str, language: str, by: User) -> User:
    """A user without a password, and a letter with the link that leads to one (`accounts.invitations`)."""
    if not rules.may_invite(by):
        raise PermissionDenied
    user = User.objects.create_user(email, None, name=name, language=language)
    record("accounts.invite_user", user, by=by, after={"name": name, "email": user.email, "language": language})
    letters.send("invitation", user)
    return user


@transaction.atomic
def renew_password(*, user: User, by: User) -> None:
    """Lock the password, end what was opened with it, and send a new invitation; the one before opens nothing."""
    if not rules.may_suspend(by, user):
        raise PermissionDenied
    user.set_unusable_password()
    user.save(update_fields=["password"])
    record("accounts.renew_password", user, by=by)
    end_sessions(user=user, by=by, why="accounts.renew_password")
    letters.send("invitation", user)


@transaction.atomic
def invite_again(*, user: User, by: User) -> None:
    """Another letter for somebody who never came in; whoever has a password keeps it, and gets none."""
    if not rules.may_invite(by) or user.has_usable_password():
        raise PermissionDenied
    user.set_unusable_password()
    user.save(update_fields=["password"])
    record("accounts.invite_again", user, by=by)
    letters.send("invitation", user)


@transaction.atomic
def reset_factors(*, user: User, by: User) -> None:
    """For whoever lost telephone, key and codes, once it is sure who they are. They set up new ones at the next
    sign-in, which still takes the password."""
    if not rules.may_suspend(by, user):
        raise PermissionDenied
    Authenticator.objects.filter(user=user).delete()
    record("accounts.reset_factors", user, by=by)
    end_sessions(user=user, by=by, why="accounts.reset_factors")
    letters.send("factors_reset", user)


@transaction.atomic
def set_identity(*, user: User, fiscal_code: str | None, by: User) -> None:
    """Say under which number an identity provider knows the user; what it was tied to before is forgotten."""
    if not rules.may_suspend(by, user):
        raise PermissionDenied
    SocialAccount.objects.filter(user=user).delete()
    user.fiscal_code = fiscal_code
    user.save(update_fields=["fiscal_code"])
    record("accounts.set_identity", user, by=by, after={"given": fiscal_code is not None})
    end_sessions(user=user, by=by, why="accounts.set_identity")


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
    if not active:
        end_sessions(user=user, by=by, why=action)


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
    User.objects.filter(pk=user.pk).update(rights_changed_at=timezone.now())
    return membership


@transaction.atomic
def add_to_team(*, service: Service, role: str, name: str, email: str, by: User) -> tuple[User, bool]:
    """Give a place in the team to whoever has this address; who is no user yet is invited. Says whether they were.

    Whoever is one already gets a letter too, so that the page has one answer for both.
    """
    if not rules.may_manage_team(by, service):
        raise PermissionDenied
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    is_new = user is None
    if user is None:
        user = invite_user(name=name, email=email, language=by.language, by=by)
    give_role(user=user, role=role, service=service, by=by)
    if not is_new:
        letters.send("added_to_team", user)
    return user, is_new


@transaction.atomic
def take_role(*, membership: Membership, by: User) -> None:
    """Off-boarding takes effect at once: what the role opened is shut, also in browsers where it is on the screen."""
    if not rules.may_hold(by, membership):
        raise PermissionDenied
    record("network.take_role", membership, by=by, before=_told(membership))
    user = membership.user
    membership.delete()
    end_sessions(user=user, by=by, why="network.take_role")


def _told(membership: Membership) -> dict[str, object]:
    return {
        "user": membership.user_id,
        "role": membership.role,
        "service": membership.service_id,
        "organisation": membership.organisation_id,
    }
