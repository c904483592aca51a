# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Adding and taking away what a card may hold several of, and joining households."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from ponte.people import actions
from ponte.people.forms.details import ContactForm, HouseholdForm, IdentifierForm, NameForm
from ponte.people.models import CardContact, CardIdentifier, CardName
from ponte.people.views.web import acting_user, card_or_404, say, show_refusal
from ponte.platform.audit import actions as audit


@dataclass(frozen=True, slots=True)
class Kind:
    model: type[models.Model]
    form: "type[forms.ModelForm[Any]]"
    title: str | Promise


# The word in the address says what is added.
KINDS = {
    "nomi": Kind(CardName, NameForm, gettext_lazy("Un altro nome")),
    "recapiti": Kind(CardContact, ContactForm, gettext_lazy("Un altro recapito")),
    "documenti": Kind(CardIdentifier, IdentifierForm, gettext_lazy("Un documento")),
}


def _kind(word: str) -> Kind:
    try:
        return KINDS[word]
    except KeyError:
        raise Http404 from None


def add(request: HttpRequest, code: str, word: str) -> HttpResponse:
    kind, card = _kind(word), card_or_404(request, code)
    form = kind.form(request.POST or None, instance=kind.model(card=card))
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_detail(detail=form.save(commit=False), by=acting_user(request))
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("Aggiunto alla scheda."))
            return redirect("people:card", card.code)
    return render(request, "people/detail.html", {"card": card, "form": form, "title": kind.title})


@require_POST
def remove(request: HttpRequest, code: str, word: str, pk: int) -> HttpResponse:
    kind, card = _kind(word), card_or_404(request, code)
    detail: Any = get_object_or_404(kind.model, pk=pk, card=card)
    actions.remove_detail(detail=detail, by=acting_user(request))
    say(request, _("Tolto dalla scheda."))
    return redirect("people:card", card.code)


def household(request: HttpRequest, code: str) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    form = HouseholdForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.join_household(
                card=card, other=form.cleaned_data["other"], role=form.cleaned_data["role"], by=user
            )
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("Il nucleo è aggiornato."))
            return redirect("people:card", card.code)
    if form.named:
        asked = {"q": request.POST["other"], "page": "people:household"}
        audit.record("people.search_people", by=user, several=form.named, after=asked)
    return render(request, "people/detail.html", {"card": card, "form": form, "title": _("Nucleo familiare")})


@require_POST
def leave_household(request: HttpRequest, code: str) -> HttpResponse:
    card = card_or_404(request, code)
    actions.leave_household(card=card, by=acting_user(request))
    say(request, _("La persona non fa più parte del nucleo."))
    return redirect("people:card", card.code)
