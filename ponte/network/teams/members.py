# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages for coordinators: the teams of their services."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ponte.accounts.models import User
from ponte.network.models import Membership
from ponte.network.teams import actions, queries, rules
from ponte.network.teams.forms import MemberForm


def mine(request: HttpRequest) -> HttpResponse:
    """The teams that the user fills."""
    services = list(queries.services_managed_by(cast(User, request.user)))
    return render(request, "teams/teams.html", {"services": services})


def team(request: HttpRequest, slug: str) -> HttpResponse:
    by = cast(User, request.user)
    service = get_object_or_404(queries.services_managed_by(by), slug=slug)
    form = MemberForm(request.POST or None, service=service, by=by)
    if request.method == "POST" and form.is_valid():
        user = form.cleaned_data["email"]
        actions.give_role(user=user, role=form.cleaned_data["role"], service=service, by=by)
        messages.success(request, _("%(name)s è nell'équipe.") % {"name": user.name})
        return redirect("teams:team", slug)
    held = [(membership, rules.may_hold(by, membership)) for membership in service.memberships.all()]
    return render(request, "teams/team.html", {"service": service, "held": held, "form": form})


@require_POST
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    by = cast(User, request.user)
    service = get_object_or_404(queries.services_managed_by(by), slug=slug)
    membership = get_object_or_404(Membership.objects.select_related("user", "service"), pk=pk, service=service)
    actions.take_role(membership=membership, by=by)
    messages.success(request, _("%(name)s non è più nell'équipe.") % {"name": membership.user.name})
    return redirect("teams:team", slug)
