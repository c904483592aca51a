# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Signing in and out, failing to, and changing the password, which ends what else it opened, leave a trace."""

from collections.abc import Mapping
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.signals import password_changed, password_set
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from ponte.accounts.models import User
from ponte.accounts.sessions import limits
from ponte.accounts.sessions.actions import end_sessions
from ponte.platform.audit.actions import record


@receiver(user_logged_in)
def _signed_in(user: User, request: HttpRequest, **_: Any) -> None:
    limits.begin(request)
    how = [one.get("type") or one["method"] for one in get_authentication_records(request, user)]
    record("accounts.sign_in", user, by=user, after={"how": ", ".join(how)} if how else None)


@receiver(user_logged_out)
def _signed_out(user: User | None, **_: Any) -> None:
    if user is not None:
        record("accounts.sign_out", user, by=user)


@receiver(user_login_failed)
def _failed(credentials: Mapping[str, Any], **_: Any) -> None:
    """Which account was tried, if there is one; never what was typed: it may be the password."""
    email = str(credentials.get("email") or credentials.get("username") or "")
    record("accounts.fail_sign_in", User.objects.filter(email__iexact=email).first(), by=None)


@receiver([password_changed, password_set])
def _password_changed(user: User, request: HttpRequest, **_: Any) -> None:
    record("accounts.change_password", user, by=user)
    end_sessions(user=user, by=user, spare=request.session.session_key, why="accounts.change_password")
