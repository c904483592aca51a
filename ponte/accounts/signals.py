# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Signing in and out leaves a trace, and so does failing to."""

from collections.abc import Mapping
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from ponte.accounts.models import User
from ponte.accounts.sessions import limits
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
