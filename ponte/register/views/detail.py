# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""One intervention: what it says, who wrote it, its history; to repeat it or take it back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ponte.register import actions, prefill, rules
from ponte.register.forms.session import VoidForm
from ponte.register.history import changes_of
from ponte.register.models import Intervention
from ponte.register.views.common import intervention_or_404, just_saved, user_of


def intervention(request: HttpRequest, pk: int) -> HttpResponse:
    found = intervention_or_404(request, pk)
    return _page(request, found, VoidForm())


def _page(request: HttpRequest, found: Intervention, void_form: VoidForm) -> HttpResponse:
    user = user_of(request)
    sees_people = rules.may_see_people(user, found)
    return render(
        request,
        "register/intervention.html",
        {
            "intervention": found,
            "sees_people": sees_people,
            "participations": found.participations.select_related("card", "referred_to_service")
            if sees_people
            else [],
            "shares": found.project_shares.select_related("project").order_by("-share"),
            "staff": found.staff.all(),
            "note": found.note.text if sees_people and hasattr(found, "note") else "",
            "may_record": sees_people,
            "may_correct": sees_people and found.voided_at is None,
            "changes": changes_of(found) if sees_people else [],
            "void_form": void_form,
            "saved": just_saved(request),
        },
    )


@require_POST
def void(request: HttpRequest, pk: int) -> HttpResponse:
    found = intervention_or_404(request, pk)
    form = VoidForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    if _take_back(request, found, form.cleaned_data["reason"]):
        messages.success(request, _("L'intervento è annullato: resta leggibile con il motivo e non conta più."))
    return redirect("register:intervention", pk=pk)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was recorded a moment ago, and go on where it was."""
    found = intervention_or_404(request, pk)
    if _take_back(request, found, _("Annullato subito dopo la registrazione")):
        messages.success(request, _("La registrazione è annullata."))
    return redirect("register:quick" if prefill.is_contact(found) else "register:session")


def _take_back(request: HttpRequest, found: Intervention, reason: str) -> bool:
    try:
        actions.void_intervention(intervention=found, reason=reason, by=user_of(request))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return False
    return True


@require_GET
def repeat(request: HttpRequest, pk: int) -> HttpResponse:
    """The page that records the same again today: the quick one where it says all of it."""
    found = intervention_or_404(request, pk)
    if not rules.may_record(user_of(request), found.service):
        raise PermissionDenied
    page = "register:quick" if prefill.is_contact(found) else "register:session"
    return redirect(f"{reverse(page)}?ripeti={pk}")
