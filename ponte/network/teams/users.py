# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages for administrators: the users of the installation."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from ponte.accounts import invitations, letters
from ponte.accounts.federation.forms import IdentityForm
from ponte.accounts.fresh import fresh
from ponte.accounts.models import User
from ponte.network.models import Membership
from ponte.network.teams import actions, leaving, queries, rules
from ponte.network.teams.forms import InviteForm, RoleForm, UserFilterForm

View = TypeVar("View", bound=Callable[..., HttpResponse])


def _administrator(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not rules.administers_users(user):
        raise PermissionDenied
    return user


def administering(view: View) -> View:
    """For steps that open or shut a door to somebody: by an administrator who has just proved who they are."""
    proved = fresh(view)

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _administrator(request)
        return proved(request, *args, **kwargs)

    return cast(View, asked)


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    by = _administrator(request)
    form = UserFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = queries.matching(queries.users_visible_to(by), text=wanted.get("q", ""), state=wanted.get("state", ""))
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "teams/users.html", {"page": page, "form": form})


@never_cache
@administering
def invite(request: HttpRequest) -> HttpResponse:
    by = _administrator(request)
    form = InviteForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "teams/invite.html", {"form": form, "by_mail": letters.mail_is_configured()})
    return hand_over(request, actions.invite_user(**form.cleaned_data, by=by))


@require_POST
@administering
def renew_password(request: HttpRequest, pk: int) -> HttpResponse:
    by = _administrator(request)
    user = get_object_or_404(queries.users_visible_to(by), pk=pk)
    actions.renew_password(user=user, by=by)
    return hand_over(request, user)


def hand_over(request: HttpRequest, user: User, *, back: str = "") -> HttpResponse:
    """By mail where there is a mail server; else the link stands on this one page, to be handed over in person."""
    if letters.mail_is_configured():
        messages.success(request, _("A %(email)s è partita una lettera con l'invito.") % {"email": user.email})
        return redirect(back or reverse("teams:user", args=[user.pk]))
    link = request.build_absolute_uri(invitations.path_for(user))
    return render(request, "teams/link.html", {"someone": user, "link": link, "back": back})


@administering
def identity(request: HttpRequest, pk: int) -> HttpResponse:
    """With which number the user signs in through SPID or CIE."""
    by = _administrator(request)
    user = get_object_or_404(queries.users_visible_to(by), pk=pk)
    form = IdentityForm(request.POST or None, user=user)
    if request.method != "POST" or not form.is_valid():
        return render(request, "teams/identity.html", {"someone": user, "form": form})
    actions.set_identity(user=user, fiscal_code=form.cleaned_data["fiscal_code"], by=by)
    messages.success(request, _("Il codice fiscale è salvato."))
    return redirect("teams:user", user.pk)


@require_POST
@administering
def reset_factors(request: HttpRequest, pk: int) -> HttpResponse:
    by = _administrator(request)
    user = get_object_or_404(queries.users_visible_to(by), pk=pk)
    actions.reset_factors(user=user, by=by)
    messages.success(request, _("Il secondo fattore di %(name)s è azzerato.") % {"name": user.name})
    return redirect("teams:user", user.pk)


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One user, with the roles held; a role is given here."""
    if request.method == "POST":
        return _give_role(request, pk)
    return _detail(request, pk, RoleForm())


@administering
def _give_role(request: HttpRequest, pk: int) -> HttpResponse:
    by = _administrator(request)
    form = RoleForm(request.POST)
    if not form.is_valid():
        return _detail(request, pk, form)
    user = get_object_or_404(queries.users_visible_to(by), pk=pk)
    actions.give_role(user=user, by=by, **form.cleaned_data)
    messages.success(request, _("Il ruolo è assegnato."))
    return redirect("teams:user", user.pk)


def _detail(request: HttpRequest, pk: int, form: RoleForm) -> HttpResponse:
    by = _administrator(request)
    user = get_object_or_404(queries.users_visible_to(by), pk=pk)
    held = [(membership, rules.may_hold(by, membership)) for membership in user.memberships.all()]
    context = {
        "someone": user, "held": held, "form": form, "may_change": rules.may_suspend(by, user),
        "warnings": leaving.warnings(user),
    }  # fmt: skip
    return render(request, "teams/user.html", context)


@require_POST
@administering
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
@administering
def take_role(request: HttpRequest, pk: int) -> HttpResponse:
    by = _administrator(request)
    membership = get_object_or_404(Membership, pk=pk)
    actions.take_role(membership=membership, by=by)
    messages.success(request, _("Il ruolo è tolto."))
    return redirect("teams:user", membership.user_id)
