# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registering a person and changing a card. Nobody who is likely known is registered in silence."""

import datetime as dt

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ponte.network.models import Service
from ponte.people import actions, identifiers, intake, queries, registering
from ponte.people.forms.card import CardForm, NewCardForm
from ponte.people.forms.intake import ApartForm
from ponte.people.intake import Panel
from ponte.people.models import Card, CardIdentifier
from ponte.people.views.intake import correction_of, do_what_was_pressed, purpose_of
from ponte.people.views.web import acting_user, card_or_404, say, show_refusal
from ponte.platform.audit import actions as audit


def new(request: HttpRequest) -> HttpResponse:
    user = acting_user(request)
    services = queries.team_services(user)
    if not services:
        raise PermissionDenied
    form = NewCardForm(request.POST or None, initial=_typed_name(request.GET.get("q", "")))
    form.offer_services(services)
    panel, apart = Panel(), ApartForm()
    purpose, asking = purpose_of(request, services)
    if request.method == "POST" and purpose is not None:
        recognised = do_what_was_pressed(request, purpose)
        if recognised is not None:
            say(request, _("Ora lavora sulla scheda che c'era già."))
            return redirect("people:card", recognised.code)
        panel = intake.look(request.POST, purpose=purpose, by=user)
        apart = ApartForm(request.POST, needed=bool(panel.apart))
        if {"ask", "recognise"} & set(request.POST):
            form = _half_filled(request, services)
        elif form.is_valid() and apart.is_valid() and _may_be_saved(form, panel):
            try:
                card = registering.register(form=form, panel=panel, apart=apart, by=user)
            except ValidationError as refusal:
                show_refusal(form, refusal)
            else:
                say(request, _("%(name)s è nel registro con il codice %(code)s.") % {"name": card, "code": card.code})
                _warn(request, card, form.cleaned_data["fiscal_code"])
                return redirect("people:card", card.code)
    context = {"form": form, "asking": asking, "panel": panel, "apart": apart}
    return render(request, "people/edit.html", context)


def edit(request: HttpRequest, code: str) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    form = CardForm(request.POST or None, instance=card)
    panel, apart = Panel(), ApartForm()
    if request.method == "POST":
        purpose = correction_of(request, card)
        do_what_was_pressed(request, purpose)
        if intake.IDENTIFYING & set(form.changed_data):
            panel = intake.look(request.POST, purpose=purpose, by=user, about=card)
        apart = ApartForm(request.POST, needed=bool(panel.apart))
        if "ask" not in request.POST and form.is_valid() and apart.is_valid() and _may_be_saved(form, panel):
            try:
                with transaction.atomic():
                    actions.change_card(card=card, fields=form.card_fields(), by=user, seen=_moment(form))
                    intake.remember(panel, card=card, answer=apart.cleaned_data, by=user)
            except ValidationError as refusal:
                show_refusal(form, refusal)
            except actions.ChangedMeanwhileError:
                form.add_error(
                    None,
                    _("Nel frattempo qualcun altro ha modificato questa scheda: la riapra e ripeta la sua modifica."),
                )
            else:
                say(request, _("La scheda è aggiornata."))
                _warn(request, Card.objects.get(pk=card.pk), *_fiscal_codes(card))
                return redirect("people:card", card.code)
    else:
        audit.record("people.read_card", card, by=user)
    return render(request, "people/edit.html", {"form": form, "card": card, "panel": panel, "apart": apart})


def _may_be_saved(form: CardForm, panel: Panel) -> bool:
    """Not while somebody stands there who may be the same person, nor where nobody could be looked for."""
    if sentence := registering.hindrance(panel):
        form.add_error(None, sentence)
    return form.is_valid()


def _half_filled(request: HttpRequest, services: QuerySet[Service]) -> NewCardForm:
    """The form as it was sent, of which nothing is asked yet."""
    form = NewCardForm()
    form.offer_services(services)
    for name, field in form.fields.items():
        many = isinstance(field, forms.MultipleChoiceField)
        form.initial[name] = request.POST.getlist(name) if many else request.POST.get(name, "")
    return form


def _moment(form: CardForm) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(form.cleaned_data["seen"])
    except ValueError:
        return None


def _fiscal_codes(card: Card) -> list[str]:
    return [i.value for i in card.identifiers.all() if i.kind == CardIdentifier.Kind.FISCAL_CODE]


def _warn(request: HttpRequest, card: Card, *fiscal_codes: str) -> None:
    for number in fiscal_codes:
        for sentence in identifiers.contradictions(number, born=card.born, sex=card.sex):
            messages.warning(request, sentence)


def _typed_name(query: str) -> dict[str, str]:
    """What was searched for in vain is likely the name to register."""
    words = query.split()
    if not words or any(character.isdigit() for character in query):
        return {}
    if not query.isascii() and not any(word[0].isupper() for word in words):
        return {"native_name": query}
    return {"given_name": words[0], "family_name": " ".join(words[1:])}
