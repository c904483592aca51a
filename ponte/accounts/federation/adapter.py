# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

import requests
from allauth.account.signals import user_logged_in
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.dispatch import receiver
from django.http import HttpRequest
from django.shortcuts import render

from ponte.accounts.factors.enforcement import VOUCHED
from ponte.accounts.models import User
from ponte.platform.audit.actions import record

# SPID writes the country and the kind of number before it.
TAX_NUMBER = "TINIT-"


class FederationAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Only who was invited comes in. The provider says who somebody is; Ponte, whether they have a user here."""

    def get_requests_session(self) -> requests.Session:
        """What the provider answers is taken from it alone: it leads to no other server."""
        session: requests.Session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        told = sociallogin.account.extra_data
        user = user_told_of(told) if _of_one_person(told) else None
        # Of what the provider told, nothing is kept: only which of its accounts is whose.
        sociallogin.account.extra_data = {}
        known = sociallogin.account.user if sociallogin.account.pk else None
        if user is None or (known is not None and known != user):
            record("accounts.fail_sign_in", known, by=None, reason="accounts.federation")
            raise ImmediateHttpResponse(render(request, "accounts/not_invited.html", status=403))
        sociallogin.vouched = is_vouched(told)
        if known is None:
            sociallogin.connect(request, user)
            record("accounts.link_identity", user, by=user, after={"provider": sociallogin.account.provider})
        else:
            sociallogin.account.save(update_fields=["extra_data"])


def user_told_of(told: dict[str, Any]) -> User | None:
    """The active user whom the provider's claim names. An e-mail counts only where the provider verified it."""
    claims = {**told.get("id_token", {}), **told.get("userinfo", {})}
    value = claims.get(settings.OIDC_CLAIM)
    if not isinstance(value, str) or not value.strip():
        return None
    active = User.objects.filter(is_active=True)
    if settings.OIDC_CLAIM == "email":
        return active.filter(email__iexact=value.strip()).first() if claims.get("email_verified") is True else None
    return active.filter(fiscal_code=value.strip().upper().removeprefix(TAX_NUMBER)).first()


def is_vouched(told: dict[str, Any]) -> bool:
    """Whether the provider says, in the signed token, that it asked for two factors."""
    return told.get("id_token", {}).get("acr") in settings.OIDC_SECOND_FACTOR_ACR


def _of_one_person(told: dict[str, Any]) -> bool:
    """The token and what was asked with it must speak of the same subject."""
    token, more = told.get("id_token") or {}, told.get("userinfo") or {}
    return bool(token) and (not more or more.get("sub") == token.get("sub"))


class CodeUnlessVouchedStage(AuthenticateStage):  # type: ignore[misc]
    """The second step of the sign-in, unless the provider has taken it already."""

    def _should_handle(self, request: HttpRequest) -> bool:
        sociallogin = (self.login.signal_kwargs or {}).get("sociallogin")
        if getattr(sociallogin, "vouched", False):
            return False
        needed: bool = super()._should_handle(request)
        return needed


@receiver(user_logged_in)
def _signed_in(request: HttpRequest, user: User, sociallogin: SocialLogin | None = None, **_: Any) -> None:
    if getattr(sociallogin, "vouched", False):
        request.session[VOUCHED] = user.pk
