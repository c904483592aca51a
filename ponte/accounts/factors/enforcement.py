# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever holds a role sees nobody before a second factor proved who they are."""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.module_loading import import_string

from ponte.accounts.models import User

# Whose identity provider vouched for two factors; holds the user's id, so that it cannot pass to another.
VOUCHED = "_vouched_second_factor"
# What one may open without: setting a factor up, proving oneself again, leaving, and choosing the language.
OPEN = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "set_language",
    }
)


class SecondFactorMiddleware:
    """Lead whoever needs a second factor and did not use one to where one is set up.

    Runs before every view. A user with a factor cannot get past the sign-in without it, so whoever arrives here
    has none yet.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        user = request.user
        if not settings.SECOND_FACTOR_REQUIRED or not isinstance(user, User) or proved(request, user):
            return None
        match = request.resolver_match
        if (match is not None and match.view_name in OPEN) or not needs_second_factor(user):
            return None
        where = {"next": request.get_full_path()} if request.method == "GET" else {}
        return HttpResponseRedirect(f"{reverse('mfa_index')}{'?' if where else ''}{urlencode(where)}")


def proved(request: HttpRequest, user: User) -> bool:
    """Whether a second factor was used, or has just been set up, in this session."""
    records = get_authentication_records(request, user)
    return any(record.get("method") == "mfa" for record in records) or request.session.get(VOUCHED) == user.pk


def needs_second_factor(user: User) -> bool:
    required: bool = import_string(settings.NEEDS_SECOND_FACTOR)(user)
    return required
