# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Membership
from ponte.people.access.queries import waiting_reviews
from ponte.people.access.reopening import known_to_alone, orphans
from ponte.people.inbox import inbox_of
from ponte.people.queries import team_service_ids
from ponte.platform.audit import actions as audit
from ponte.platform.health import health
from ponte.portal import today
from ponte.portal.search import everywhere

Role = Membership.Role


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """What Ponte is, for whoever is not signed in; the day's work for whoever is."""
    if not isinstance(request.user, User):
        return render(request, "portal/landing.html", {"size": today.network_size()})
    user = request.user
    memberships = today.roles_of(user)
    roles = {membership.role for membership in memberships}
    context: dict[str, Any] = {
        "memberships": memberships,
        "today": timezone.localdate(),
        "in_team": any(membership.service_id for membership in memberships),
        "oversees": bool(roles & set(Membership.TEAM_ROLES)),
        "coordinates": Role.COORDINATOR in roles,
        "administers": Role.ADMINISTRATOR in roles,
        "network_wide": bool(roles & {Role.NETWORK_MANAGER, Role.AUDITOR}),
        "manages_network": Role.NETWORK_MANAGER in roles,
        "orphans": len(orphans()) if roles & {Role.COORDINATOR, Role.AUDITOR} else 0,
        "alone": {},
    }
    if context["oversees"]:
        context["weeks"] = today.last_days(user)
    if context["in_team"]:
        context["latest"] = today.latest(user)
        context["inbox"], context["alone"] = inbox_of(user), known_to_alone(user)
    if context["network_wide"]:
        context["size"] = today.network_size()
    if Role.AUDITOR in roles:
        context["emergencies"] = waiting_reviews(user)
    if context["administers"]:
        context["users"], context["health"] = today.user_counts(), health()
    return render(request, "portal/today.html", context)


def search(request: HttpRequest) -> HttpResponse:
    """People and directory at once; a code, which is one person's alone, opens the card."""
    query = request.GET.get("q", "").strip()
    user = cast(User, request.user)
    results = everywhere(user, query)
    if query and team_service_ids(user):
        audit.record("people.search_people", by=user, several=results.cards, after={"q": query, "page": "search"})
    if len(results.cards) == 1 and results.cards[0].code == query.replace(" ", "").upper():
        return redirect("people:card", query.replace(" ", "").upper())
    return render(request, "portal/search.html", {"query": query, "results": results})
