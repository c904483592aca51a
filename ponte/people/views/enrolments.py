# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking a person on, closing, reopening."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ponte.people import enrolling, queries, rules
from ponte.people.forms.enrolments import CloseForm, OpenForm, ReopenForm
from ponte.people.models import Card, Enrolment
from ponte.people.views.web import acting_user, card_or_404, say, show_refusal


def open_one(request: HttpRequest, code: str) -> HttpResponse:
    user, card = acting_user(request), card_to_take_on(request, code)
    form = OpenForm(request.POST or None, user=user, card=card)
    if not form.is_possible:
        return redirect("people:card", card.code)
    if request.method == "POST" and form.is_valid():
        try:
            enrolling.open_enrolment(card=card, by=user, **form.cleaned_data)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(
                request,
                _("%(name)s è in carico a %(service)s.") % {"name": card, "service": form.cleaned_data["service"]},
            )
            return redirect("people:card", card.code)
    return render(request, "people/detail.html", {"card": card, "form": form, "title": _("Presa in carico")})


def card_to_take_on(request: HttpRequest, code: str) -> Card:
    """One that the user's teams know, or that is shared with them to take the person on."""
    user = acting_user(request)
    try:
        return queries.for_page(user, code)
    except Card.DoesNotExist:
        pass
    try:
        card = queries.for_reading(code)
    except Card.DoesNotExist:
        raise Http404 from None
    if not any(rules.may_take_on(card, service) for service in queries.team_services(user)):
        raise Http404
    return card


def close(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    card, enrolment = _enrolment(request, code, pk)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            enrolling.close_enrolment(enrolment=enrolment, by=acting_user(request), **form.cleaned_data)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("La presa in carico è chiusa."))
            return redirect("people:card", card.code)
    title = _("Chiudi la presa in carico: %(service)s") % {"service": enrolment.service}
    return render(request, "people/detail.html", {"card": card, "form": form, "title": title})


def reopen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    card, enrolment = _enrolment(request, code, pk)
    form = ReopenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            enrolling.reopen_enrolment(enrolment=enrolment, by=acting_user(request), **form.cleaned_data)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("La presa in carico è di nuovo aperta."))
            return redirect("people:card", card.code)
    title = _("Riapri la presa in carico: %(service)s") % {"service": enrolment.service}
    return render(request, "people/detail.html", {"card": card, "form": form, "title": title})


def _enrolment(request: HttpRequest, code: str, pk: int) -> tuple[Card, Enrolment]:
    card = card_or_404(request, code)
    enrolments = queries.enrolments_visible_to(acting_user(request)).select_related("service")
    return card, get_object_or_404(enrolments, pk=pk, card=card)
