# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page about one's own access: second factors, and where one is signed in."""

from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ponte.accounts.factors import enforcement
from ponte.accounts.factors.adapter import codes_left
from ponte.accounts.fresh import fresh
from ponte.accounts.models import Session, User
from ponte.accounts.sessions.actions import end_session, end_sessions
from ponte.accounts.sessions.devices import in_words

WAY_ON = "_after_second_factor"


@method_decorator(never_cache, name="dispatch")
class SecurityView(IndexView):  # type: ignore[misc]
    template_name = "accounts/security.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, request = self.request.user, self.request
        if (wanted := get_next_redirect_url(request)) is not None:
            request.session[WAY_ON] = wanted
        factors = list(Authenticator.objects.filter(user=user).order_by("pk"))
        codes = next((one for one in factors if one.type == Authenticator.Type.RECOVERY_CODES), None)
        proved = enforcement.proved(request, user)
        required = enforcement.needs_second_factor(user)
        return {
            **super().get_context_data(**kwargs),
            "totp": next((one for one in factors if one.type == Authenticator.Type.TOTP), None),
            "keys": [one for one in factors if one.type == Authenticator.Type.WEBAUTHN],
            "codes": codes,
            "codes_left": codes_left(codes),
            "required": required,
            "enforced": settings.SECOND_FACTOR_REQUIRED,
            "led_here": required and settings.SECOND_FACTOR_REQUIRED and not proved,
            "way_on": request.session.pop(WAY_ON, None) if proved else None,
            "sessions": _shown(request, user),
        }


def _shown(request: HttpRequest, user: User) -> list[dict[str, Any]]:
    rows = Session.objects.filter(user=user, expire_date__gt=timezone.now()).order_by("-seen_at")
    return [
        {
            "handle": row.handle,
            "here": row.session_key == request.session.session_key,
            "device": in_words(row.device),
            "address": row.address or "",
            "seen_at": row.seen_at,
            "signed_in_at": row.signed_in_at,
        }
        for row in rows
    ]


@require_POST
@fresh
def end_one(request: HttpRequest, handle: str) -> HttpResponse:
    assert isinstance(request.user, User)  # noqa: S101 - LoginRequiredMiddleware
    own = Session.objects.filter(user=request.user)
    session = next((row for row in own if row.handle == handle), None)
    if session is None:
        raise Http404
    end_session(session=session, by=request.user)
    messages.success(request, _("Quell'accesso è chiuso."))
    return redirect("mfa_index")


@require_POST
@fresh
def end_others(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)  # noqa: S101 - LoginRequiredMiddleware
    number = end_sessions(user=request.user, by=request.user, spare=request.session.session_key)
    messages.success(
        request,
        ngettext("%(number)d altro accesso è chiuso.", "%(number)d altri accessi sono chiusi.", number)
        % {"number": number},
    )
    return redirect("mfa_index")
