# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""One's own tokens: made after proving oneself again, shown once, listed, taken back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ponte.accounts.fresh import fresh
from ponte.accounts.models import User
from ponte.api import rules, tokens
from ponte.api.forms import TokenForm
from ponte.api.models import Scope, Token
from ponte.people.views.web import show_refusal


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - LoginRequiredMiddleware
    return request.user


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    user = _user(request)
    own = Token.objects.filter(user=user, revoked_at=None).select_related(
        "membership__service", "membership__organisation"
    )
    rows = [
        {"token": token, "for": [Scope(scope).label for scope in token.scopes]}
        for token in own.order_by("-created_at")
    ]
    return render(request, "api/tokens.html", {"rows": rows, "may_make": rules.roles_for_tokens(user).exists()})


@fresh
def new(request: HttpRequest) -> HttpResponse:
    user = _user(request)
    form = TokenForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            token, secret = tokens.make_token(
                membership=said["membership"], name=said["name"], scopes=[Scope(one) for one in said["scopes"]],
                expires_at=form.expires_at, by=user,
            )  # fmt: skip
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            # Not kept for a next page: whoever loads this one again finds that the name is taken.
            return render(request, "api/made.html", {"token": token, "secret": secret})
    return render(request, "api/new.html", {"form": form})


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Without proving oneself again: shutting a door must never wait."""
    token = get_object_or_404(Token, pk=pk, user=_user(request))
    tokens.revoke_token(token=token, by=_user(request))
    messages.success(request, _("Il token «%(name)s» non vale più.") % {"name": token.name})
    return redirect("api:tokens")
