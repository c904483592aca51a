# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages for coordinators: the teams of their services."""

from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ponte.accounts import letters
from ponte.accounts.fresh import fresh
from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.network.teams import actions, leaving, queries, rules
from ponte.network.teams.forms import MemberForm
from ponte.network.teams.users import View, hand_over


def managing(view: View) -> View:
    """For steps that open or shut a door to somebody: by whoever fills the team, and has just proved who they are."""
    proved = fresh(view)

    @wraps(view)
    def asked(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponse:
        get_object_or_404(queries.services_managed_by(cast(User, request.user)), slug=slug)
        return proved(request, slug, *args, **kwargs)

    return cast(View, asked)


def mine(request: HttpRequest) -> HttpResponse:
    """The teams that the user fills."""
    services = list(queries.services_managed_by(cast(User, request.user)))
    return render(request, "teams/teams.html", {"services": services})


def team(request: HttpRequest, slug: str) -> HttpResponse:
    if request.method == "POST":
        return _add(request, slug)
    by = cast(User, request.user)
    service = get_object_or_404(queries.services_managed_by(by), slug=slug)
    return _team(request, service, MemberForm(service=service, by=by))


@managing
def _add(request: HttpRequest, slug: str) -> HttpResponse:
    by = cast(User, request.user)
    service = get_object_or_404(queries.services_managed_by(by), slug=slug)
    form = MemberForm(request.POST, service=service, by=by)
    if not form.is_valid():
        return _team(request, service, form)
    wanted = form.cleaned_data
    user, is_new = actions.add_to_team(
        service=service, role=wanted["role"], name=wanted["name"], email=wanted["email"], by=by
    )
    if is_new and not letters.mail_is_configured():
        return hand_over(request, user, back=reverse("teams:team", args=[slug]))
    messages.success(request, _("%(email)s è nell'équipe.") % {"email": user.email})
    return redirect("teams:team", slug)


def _team(request: HttpRequest, service: Service, form: MemberForm) -> HttpResponse:
    by = cast(User, request.user)
    held = [(membership, rules.may_hold(by, membership)) for membership in service.memberships.all()]
    return render(request, "teams/team.html", {"service": service, "held": held, "form": form})


@managing
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """First what ends with it, then the end of it."""
    by = cast(User, request.user)
    service = get_object_or_404(queries.services_managed_by(by), slug=slug)
    membership = get_object_or_404(Membership.objects.select_related("user", "service"), pk=pk, service=service)
    if not rules.may_hold(by, membership):
        raise PermissionDenied
    if request.method != "POST":
        sessions = membership.user.sessions.filter(expire_date__gt=timezone.now()).count()
        warnings = leaving.warnings(membership.user, service)
        context = {"membership": membership, "sessions": sessions, "warnings": warnings}
        return render(request, "teams/remove.html", context)
    actions.take_role(membership=membership, by=by)
    messages.success(request, _("%(name)s non è più nell'équipe.") % {"name": membership.user.name})
    return redirect("teams:team", slug)


@require_POST
@managing
def invite_again(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    by = cast(User, request.user)
    service = get_object_or_404(queries.services_managed_by(by), slug=slug)
    membership = get_object_or_404(Membership.objects.select_related("user"), pk=pk, service=service)
    actions.invite_again(user=membership.user, by=by)
    return hand_over(request, membership.user, back=reverse("teams:team", args=[slug]))
