# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages for administrators: the users of the installation."""

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from ponte.accounts.models import User
from ponte.network.models import Membership
from ponte.network.teams import actions, letters, queries, rules
from ponte.network.teams.forms import InviteForm, RoleForm, UserFilterForm


def _administrator(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not rules.administers_users(user):
        raise PermissionDenied
    return user


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    by = _administrator(request)
    form = UserFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = queries.matching(queries.users_visible_to(by), text=wanted.get("q", ""), state=wanted.get("state", ""))
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "teams/users.html", {"page": page, "form": form})


@never_cache
def invite(request: HttpRequest) -> HttpResponse:
    by = _administrator(request)
    form = InviteForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "teams/invite.html", {"form": form, "by_mail": letters.mail_is_configured()})
    password = actions.temporary_password()
    user = actions.invite_user(**form.cleaned_data, password=password, by=by)
    return _hand_over(request, user, password)


@never_cache
@require_POST
def renew_password(request: HttpRequest, pk: int) -> HttpResponse:
    by = _administrator(request)
    user = get_object_or_404(queries.users_visible_to(by), pk=pk)
    password = actions.temporary_password()
    actions.renew_password(user=user, password=password, by=by)
    return _hand_over(request, user, password)


def _hand_over(request: HttpRequest, user: User, password: str) -> HttpResponse:
    """By mail where there is a mail server; else on this one page, which is never shown again."""
    if letters.mail_is_configured():
        letters.send_invitation(request, user, password)
        messages.success(request, _("A %(email)s è partita una lettera con la password.") % {"email": user.email})
        return redirect("teams:user", user.pk)
    return render(request, "teams/password.html", {"someone": user, "password": password})


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One user, with the roles held; a role is given here."""
    by = _administrator(request)
    user = get_object_or_404(queries.users_visible_to(by), pk=pk)
    form = RoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.give_role(user=user, by=by, **form.cleaned_data)
        messages.success(request, _("Il ruolo è assegnato."))
        return redirect("teams:user", user.pk)
    held = [(membership, rules.may_hold(by, membership)) for membership in user.memberships.all()]
    context = {"someone": user, "held": held, "form": form, "may_change": rules.may_suspend(by, user)}
    return render(request, "teams/user.html", context)


@require_POST
def suspend(request: HttpRequest, pk: int) -> HttpResponse:
    by = _administrator(request)
    user = get_object_or_404(queries.users_visible_to(by), pk=pk)
    if user.is_active:
        actions.suspend_user(user=user, by=by)
        messages.success(request, _("%(name)s non può più accedere.") % {"name": user.name})
    else:
        actions.reactivate_user(user=user, by=by)
        messages.success(request, _("%(name)s può di nuovo accedere.") % {"name": user.name})
    return redirect("teams:user", user.pk)


@require_POST
def take_role(request: HttpRequest, pk: int) -> HttpResponse:
    by = _administrator(request)
    membership = get_object_or_404(Membership, pk=pk)
    actions.take_role(membership=membership, by=by)
    messages.success(request, _("Il ruolo è tolto."))
    return redirect("teams:user", membership.user_id)
