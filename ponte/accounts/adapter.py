# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from django.http import HttpRequest, HttpResponse

from ponte.accounts import letters, throttle
from ponte.accounts.models import User
from ponte.platform.addresses import address_of


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up: colleagues are invited. Guessing is slowed down by `throttle`, not by allauth."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request) or "0.0.0.0"  # noqa: S104 - stands for "not known"

    def is_safe_url(self, url: str) -> bool:
        """A way back leads into Ponte: an address without host, and no other."""
        return url.startswith("/") and not url.startswith(("//", "/\\")) and super().is_safe_url(url)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        account = throttle.account_of(_email(credentials))
        throttle.refuse_if_too_many(request, account, kind=throttle.Kind.PASSWORD)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        user = super().authenticate(request, **credentials)
        throttle.note(
            request,
            throttle.account_of(_email(credentials)),
            kind=throttle.Kind.PASSWORD,
            succeeded=user is not None,
        )
        return user

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        throttle.remember(request, response, throttle.account_of(user.email))
        return response

    def get_login_stages(self) -> list[str]:
        ours = "ponte.accounts.federation.adapter.CodeUnlessVouchedStage"
        return [
            ours if path == "allauth.mfa.stages.AuthenticateStage" else path for path in super().get_login_stages()
        ]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who signed in minutes ago is not asked again."""
        request = context.request
        records = get_authentication_records(request, request.user)
        if records and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        required: bool = super().is_reauthentication_required(app=app, **kwargs)
        return required

    def send_notification_mail(self, template_prefix: str, user: User, *args: Any, **kwargs: Any) -> None:
        """Letters about factors leave with the change (`factors.traces`); here only those about the password."""
        if template_prefix in {"account/email/password_changed", "account/email/password_reset"}:
            letters.send("password_changed", user)


def _email(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email") or credentials.get("username") or "")
