# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What happens to a factor is in the trail, in its transaction, and ends the other sessions of its user."""

from typing import Any

from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
    record_authentication,
)
from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_used
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest

from ponte.accounts import letters
from ponte.accounts.models import User
from ponte.accounts.sessions.actions import end_sessions
from ponte.platform.audit.actions import record

CODES = Authenticator.Type.RECOVERY_CODES


@receiver(post_save, sender=Authenticator)
def _added(instance: Authenticator, created: bool, raw: bool = False, **_: Any) -> None:
    if not created or raw:
        return
    request, user = _request(), instance.user
    by = _acting(request)
    record("accounts.add_factor", user, by=by, after={"type": instance.type})
    letters.send("codes_renewed" if instance.type == CODES else "factor_added", user)
    if instance.type != CODES and request is not None and by == user:
        end_sessions(user=user, by=user, spare=request.session.session_key, why="accounts.add_factor")
        record_authentication(request, user, method="mfa", type=instance.type, id=instance.pk)
        request.session.cycle_key()


@receiver(post_delete, sender=Authenticator)
def _removed(instance: Authenticator, **_: Any) -> None:
    request, user = _request(), instance.user
    by = _acting(request)
    record("accounts.remove_factor", user, by=by, before={"type": instance.type})
    if instance.type == CODES:
        return
    letters.send("factor_removed", user)
    if request is not None and by == user:
        end_sessions(user=user, by=user, spare=request.session.session_key, why="accounts.remove_factor")
        if not Authenticator.objects.filter(user=user).exclude(type=CODES).exists():
            kept = [one for one in get_authentication_records(request, user) if one.get("method") != "mfa"]
            request.session[AUTHENTICATION_METHODS_SESSION_KEY] = kept


@receiver(authenticator_used)
def _used(user: User, authenticator: Authenticator, **_: Any) -> None:
    if authenticator.type == CODES:
        authenticator.refresh_from_db()
        left = len(authenticator.wrap().get_unused_codes())
        record("accounts.use_recovery_code", user, by=user, after={"left": left})
        letters.send("code_used", user)


@receiver(authentication_failed)
def _failed(user: User, authenticator: Authenticator, **_: Any) -> None:
    record("accounts.fail_second_factor", user, by=None, after={"type": authenticator.type})


def _request() -> HttpRequest | None:
    request: HttpRequest | None = context.request
    return request


def _acting(request: HttpRequest | None) -> User | None:
    user = getattr(request, "user", None)
    return user if isinstance(user, User) else None
