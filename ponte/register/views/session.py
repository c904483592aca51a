# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A session with its attendance list; and the correction of any intervention, on the same page."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from ponte.network.models import Service
from ponte.people import queries as people
from ponte.people.search import search
from ponte.platform.audit.actions import record
from ponte.register import actions, prefill, queries, rules
from ponte.register.forms.attendance import Attendance, Line
from ponte.register.forms.fields import ROLES
from ponte.register.forms.session import SessionForm
from ponte.register.models import Intervention
from ponte.register.views.common import LAST, intervention_or_404, just_saved, remember, take_errors, user_of

MOST_FOUND = 20


def session(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    services = people.team_services(user)
    source = intervention_or_404(request, int(pk)) if (pk := request.GET.get("ripeti", "")).isdigit() else None
    service = source.service if source else _service(request)
    if service is None:
        return render(request, "register/no_team.html")
    if not services.filter(pk=service.pk).exists():
        raise PermissionDenied
    if source is None and "come-ieri" in request.GET:
        source = next(iter(prefill.last_sessions([service])), None)
    data = _data(request)
    form = SessionForm(
        data,
        service=service,
        services=services,
        attendance=_attendance(request, data, service, source, whole=False),
        initial=_initial(request, source),
    )
    if data is not None and _is_final(request) and form.is_valid():
        try:
            intervention = actions.record_intervention(by=user, **form.entry())
        except ValidationError as refused:
            take_errors(form.work, refused)
        else:
            said = request.POST
            remember(request, intervention, setting=said.get("setting", ""))
            if "again" in request.POST:
                return redirect("register:session")
            return redirect("register:intervention", pk=intervention.pk)
    return _page(
        request,
        form,
        {
            "services": list(services.order_by("name")),
            "saved": just_saved(request) if data is None else None,
            "last": next(iter(prefill.last_sessions([service])), None) if source is None and data is None else None,
        },
    )


def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what an intervention says; its former state stays in its history."""
    user = user_of(request)
    intervention = intervention_or_404(request, pk)
    if not rules.may_correct(user, intervention):
        raise PermissionDenied
    data = _data(request)
    form = SessionForm(
        data,
        service=intervention.service,
        services=people.team_services(user),
        attendance=_attendance(request, data, intervention.service, intervention, whole=True),
        initial=prefill.session(intervention, whole=True),
        correcting=intervention,
    )
    if data is not None and _is_final(request) and form.is_valid() and form.correction is not None:
        try:
            actions.correct_intervention(
                intervention=intervention,
                version=form.correction.cleaned_data["version"],
                reason=form.correction.cleaned_data["reason"],
                by=user,
                **form.entry(),
            )
        except ValidationError as refused:
            take_errors(form.work, refused)
        else:
            return redirect("register:intervention", pk=pk)
    return _page(request, form, {"intervention": intervention})


def _page(request: HttpRequest, form: SessionForm, context: Mapping[str, Any]) -> HttpResponse:
    return render(
        request,
        "register/session.html",
        {"form": form, "roles": ROLES, "minute_choices": (60, 90, 120), **context},
    )


def _is_final(request: HttpRequest) -> bool:
    """Whether the page was sent to be recorded, and not to look for a person or for one more row."""
    return "search" not in request.POST and "more" not in request.POST


def _data(request: HttpRequest) -> QueryDict | None:
    """What was sent; with one more row where that was asked for without JavaScript."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    total = f"{data.get('more', '')}-TOTAL_FORMS"
    rows = str(data.get(total, ""))
    if rows.isdigit():
        data[total] = str(int(rows) + 1)
    return data


def _service(request: HttpRequest) -> Service | None:
    """The service that the page is for: the one that was chosen, else the last one, else the first."""
    services = people.team_services(user_of(request))
    if slug := request.POST.get("service", request.GET.get("servizio", "")):
        service = services.filter(slug=slug).first()
        if service is None:
            raise Http404
        return service
    last = request.session.get(LAST, {}).get("service")
    return services.filter(pk=last).first() or services.order_by("name").first()


def _initial(request: HttpRequest, source: Intervention | None) -> dict[str, Any]:
    if source is not None:
        initial = prefill.session(source, whole=False)
    else:
        last = request.session.get(LAST, {})
        initial = {"work": {"setting": last.get("setting", ""), "staff": [user_of(request).name], "kind": "workshop"}}
    initial["work"]["date"] = timezone.localdate()
    return initial


def _attendance(
    request: HttpRequest, data: QueryDict | None, service: Service, source: Intervention | None, *, whole: bool
) -> Attendance:
    user = user_of(request)
    lines = prefill.attendance(source, whole=whole) if source is not None else []
    if data is None:
        listed = {line.card.pk for line in lines}
        lines += [Line(card) for card in queries.expected_people(user, service) if card.pk not in listed]
        lines.sort(key=lambda line: (not line.present, line.card.display_name.casefold()))
        return Attendance(lines)
    attendance = Attendance(lines)
    on_page = [int(pk) for pk in map(str, data.getlist("listed")) if pk.isdigit()]
    seen = people.visible_to(user).in_bulk(on_page)
    known = {pk: seen[pk] for pk in on_page if pk in seen}
    if "search" in data:
        text = str(data.get("person", ""))
        found = search(user, text, most=MOST_FOUND)
        record(
            "people.search_people", by=user, several=found.cards, after={"q": text[:100], "page": "register:session"}
        )
        known |= {card.pk: card for card in found.cards}
    attendance.read(data, known)
    return attendance
