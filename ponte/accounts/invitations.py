# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""An invitation is a link: it works for a week, once, and only its reader chooses the password."""

from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import SetPasswordForm
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ponte.accounts import throttle
from ponte.accounts.models import User
from ponte.platform.audit.actions import record

SALT = "accounts.invitation"
WEEK = 60 * 60 * 24 * 7


def path_for(user: User) -> str:
    """The path of the link with which the user, and nobody else, chooses a password."""
    return reverse("accept_invitation", args=[signing.dumps([user.pk, _state(user)], salt=SALT)])


def user_of(key: str) -> User | None:
    """Whose invitation it is; none where it is too old, was used, or was followed by another."""
    try:
        pk, state = signing.loads(key, salt=SALT, max_age=WEEK)
    except (signing.BadSignature, ValueError):
        return None
    user = User.objects.filter(pk=pk, is_active=True).first()
    return user if user and constant_time_compare(state, _state(user)) else None


def _state(user: User) -> str:
    """Differs once a password is chosen, or locked again: Django makes a new unusable one each time."""
    return sha256(f"{user.password}{user.email}".encode()).hexdigest()[:20]


@transaction.atomic
def accept(*, user: User, password: str) -> None:
    user.set_password(password)
    user.save(update_fields=["password"])
    throttle.open_account(throttle.account_of(user.email))
    record("accounts.accept_invitation", user, by=user)


@login_not_required
@never_cache
def accept_invitation(request: HttpRequest, key: str) -> HttpResponse:
    user = user_of(key)
    if user is None:
        return render(request, "accounts/invitation.html", {"form": None})
    form: SetPasswordForm[Any] = SetPasswordForm(user, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/invitation.html", {"form": form, "someone": user})
    accept(user=user, password=form.cleaned_data["new_password1"])
    messages.success(request, _("La password è scelta: ora può entrare."))
    response = redirect("account_login")
    throttle.remember(request, response, throttle.account_of(user.email))
    return response
