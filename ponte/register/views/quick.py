# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""One contact, recorded with the keyboard in seconds."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from ponte.accounts.models import User
from ponte.people import queries as people
from ponte.people.models import Card
from ponte.people.search import Found, search
from ponte.platform.audit.actions import record
from ponte.register import actions, prefill
from ponte.register.forms.quick import REMEMBERED, QuickForm
from ponte.register.views.common import LAST, intervention_or_404, just_saved, remember, take_errors, user_of

MOST_FOUND = 8
MINUTE_CHOICES = (15, 30, 60)


def quick(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    services = people.team_services(user)
    if not services.exists():
        return render(request, "register/no_team.html")
    visible = people.visible_to(user)
    found: Found | None = None
    saved = None
    if request.method == "POST" and "search" in request.POST:
        # Without JavaScript the person is looked up in a step of its own, and nothing else is lost.
        form = QuickForm(user=user, services=services, people=visible, initial=request.POST.dict())
        found = _searched(user, request.POST.get("person", ""))
    elif request.method == "POST":
        form = QuickForm(request.POST, user=user, services=services, people=visible)
        if (answer := _recorded(request, form)) is not None:
            return answer
        if "person" in form.errors:
            found = _searched(user, request.POST.get("person", ""))
    else:
        form = QuickForm(user=user, services=services, people=visible, initial=_initial(request))
        saved = just_saved(request)
    return render(
        request,
        "register/quick.html",
        {"form": form, "found": found, "saved": saved, "minute_choices": MINUTE_CHOICES},
    )


def _recorded(request: HttpRequest, form: QuickForm) -> HttpResponse | None:
    """Record what the form says and lead on; None where the form must be shown again."""
    if not form.is_valid():
        return None
    try:
        intervention = actions.record_intervention(by=form.user, **form.entry())
    except ValidationError as refused:
        take_errors(form, refused)
        return None
    remember(request, intervention, **{name: request.POST.get(name, "") for name in REMEMBERED})
    if "close" in request.POST:
        return redirect("register:intervention", pk=intervention.pk)
    return redirect("register:quick")


def _initial(request: HttpRequest) -> dict[str, Any]:
    """What the last entry said, or the intervention to repeat, or the person whose card one comes from."""
    initial: dict[str, Any] = {"date": timezone.localdate(), **request.session.get(LAST, {})}
    visible = people.visible_to(user_of(request))
    if request.GET.get("ripeti", "").isdigit():
        initial |= prefill.contact(intervention_or_404(request, int(request.GET["ripeti"])))
    if code := request.GET.get("persona", ""):
        initial["card"] = visible.filter(code=code).first()
    if isinstance(initial.get("card"), Card):
        initial |= {"person": initial["card"].display_name, "card": initial["card"].pk}
    return initial


@require_GET
def people_found(request: HttpRequest) -> HttpResponse:
    """The people who fit what is being typed, as options of the list below it."""
    found = _searched(user_of(request), request.GET.get("person", ""))
    return render(request, "register/_people_options.html", {"found": found})


def _searched(user: User, text: str) -> Found:
    found = search(user, text, most=MOST_FOUND)
    record("people.search_people", by=user, several=found.cards, after={"q": text[:100], "page": "register:quick"})
    return found
