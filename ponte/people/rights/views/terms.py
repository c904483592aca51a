# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long what is kept: read by all who have work with rights, set by whoever may."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ponte.network.models import Service
from ponte.people.rights import rules
from ponte.people.rights.actions import terms
from ponte.people.rights.forms.asking import TermForm
from ponte.people.rights.models import RetentionTerm
from ponte.people.views.web import acting_user, say, show_refusal


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    user = acting_user(request)
    if not rules.has_work(user):
        raise PermissionDenied
    rows = RetentionTerm.objects.select_related("service", "changed_by")
    network = rules.may_describe(user)
    own = set(rules.coordinated_services(user).values_list("pk", flat=True))
    context = {
        "rows": [(term, network or term.service_id in own) for term in rows],
        "may_add": network or bool(own),
    }
    return render(request, "rights/terms.html", context)


def term(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    user = acting_user(request)
    known = get_object_or_404(RetentionTerm, pk=pk) if pk is not None else RetentionTerm()
    network = rules.may_describe(user)
    services = Service.objects.order_by("name") if network else rules.coordinated_services(user).order_by("name")
    may = rules.may_set_term(user, known.service) if pk is not None else network or services.exists()
    if not may:
        raise PermissionDenied
    form = TermForm(request.POST or None, instance=known, services=services, network=network)
    if request.method == "POST" and form.is_valid():
        try:
            terms.set_term(term=known, fields=form.cleaned_data, by=user)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("Il termine è salvato: le proposte si fanno di notte."))
            return redirect("rights:terms")
    context = {"form": form, "back": "rights:terms", "title": _("Termine di conservazione")}
    return render(request, "rights/form.html", context)
