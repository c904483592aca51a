# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages for coordinators and the data protection officer: protected people whom nobody knows any more."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ponte.accounts.fresh import fresh
from ponte.accounts.models import User
from ponte.people.access import reopening, rules
from ponte.people.access.forms import DecisionForm, ReopeningForm
from ponte.people.access.models import Reopening
from ponte.people.access.reopening import Orphan
from ponte.people.views.web import acting_user, say, show_refusal

Form = ReopeningForm | DecisionForm


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    if not rules.may_see_orphans(acting_user(request)):
        raise PermissionDenied
    return render(request, "access/orphans.html", {"orphans": reopening.orphans()})


def one(request: HttpRequest, pk: int) -> HttpResponse:
    if request.method == "POST":
        return _answered(request, pk)
    orphan = _orphan(pk)
    return _page(request, orphan, _form(request, orphan))


def _orphan(pk: int) -> Orphan:
    for orphan in reopening.orphans():
        if orphan.protection_id == pk:
            return orphan
    raise Http404


def _form(request: HttpRequest, orphan: Orphan) -> Form | None:
    """What the user may do now: propose, decide, or nothing."""
    user = acting_user(request)
    if orphan.waiting is None and rules.coordinates(user, orphan.service):
        return ReopeningForm(request.POST or None, service=orphan.service)
    if orphan.waiting is not None and rules.may_decide_reopening(user, orphan.waiting):
        return DecisionForm(request.POST or None)
    return None


@fresh
def _answered(request: HttpRequest, pk: int) -> HttpResponse:
    user, orphan = acting_user(request), _orphan(pk)
    form = _form(request, orphan)
    if form is None:
        raise PermissionDenied
    if not form.is_valid():
        return _page(request, orphan, form)
    try:
        if orphan.waiting is None:
            reopening.propose(orphan=orphan, by=user, **form.cleaned_data)
            say(request, _("La proposta aspetta chi protegge i dati."))
        else:
            reopening.decide(reopening=orphan.waiting, by=user, **form.cleaned_data)
            say(request, _("La decisione è scritta."))
    except ValidationError as refusal:
        show_refusal(form, refusal)
        return _page(request, orphan, form)
    return redirect("access:orphans")


def _page(request: HttpRequest, orphan: Orphan, form: Form | None) -> HttpResponse:
    waiting = orphan.waiting
    refused = Reopening.objects.filter(protection=orphan.protection_id, is_authorised=False).select_related(
        "decided_by"
    )
    return render(
        request,
        "access/orphan.html",
        {
            "orphan": orphan,
            "form": form,
            "proposed": User.objects.filter(pk__in=waiting.members).order_by("name") if waiting else (),
            "refused": refused.order_by("-decided_at"),
            "too_few": isinstance(form, ReopeningForm) and form.has_too_few,
        },
    )
