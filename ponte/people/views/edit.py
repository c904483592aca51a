# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registering a person and changing a card. Someone of the same name is never registered in silence."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.people import actions, enrolling, identifiers, presentation, queries
from ponte.people.forms.card import CardForm, NewCardForm
from ponte.people.models import Card, CardIdentifier
from ponte.people.views.web import acting_user, card_or_404, say, show_refusal
from ponte.platform.audit import actions as audit


def new(request: HttpRequest) -> HttpResponse:
    user = acting_user(request)
    services = queries.team_services(user)
    if not services:
        raise PermissionDenied
    form = NewCardForm(request.POST or None, initial=_typed_name(request.GET.get("q", "")))
    form.offer_services(services)
    namesakes: list[Card] = []
    if request.method == "POST" and form.is_valid():
        namesakes = _namesakes(request, form, form.cleaned_data["fiscal_code"])
        if not namesakes:
            try:
                with transaction.atomic():
                    card = _register(request, form)
            except ValidationError as refusal:
                show_refusal(form, refusal)
            else:
                say(request, _("%(name)s è nel registro con il codice %(code)s.") % {"name": card, "code": card.code})
                _warn(request, card, form.cleaned_data["fiscal_code"])
                return redirect("people:card", card.code)
    return render(request, "people/edit.html", {"form": form, "namesakes": _described(namesakes)})


def edit(request: HttpRequest, code: str) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    form = CardForm(request.POST or None, instance=card)
    namesakes: list[Card] = []
    if request.method == "POST" and form.is_valid():
        if {"given_name", "family_name", "native_name", "chosen_name", "birth_date"} & set(form.changed_data):
            namesakes = _namesakes(request, form, ignoring=card.pk)
        if not namesakes:
            try:
                actions.change_card(card=card, fields=form.card_fields(), by=user, seen=_moment(form))
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
    elif request.method != "POST":
        audit.record("people.read_card", card, by=user)
    context = {"form": form, "card": card, "namesakes": _described(namesakes)}
    return render(request, "people/edit.html", context)


def _register(request: HttpRequest, form: NewCardForm) -> Card:
    user, service = acting_user(request), form.cleaned_data["service"]
    card = actions.register_card(fields=form.card_fields(), service=service, by=user, identifiers=form.identifiers())
    if form.cleaned_data["enrol"]:
        enrolling.open_enrolment(card=card, service=service, opened_on=timezone.localdate(), by=user, referent=user)
    return card


def _namesakes(request: HttpRequest, form: CardForm, number: str = "", ignoring: int | None = None) -> list[Card]:
    """The cards that may be the same person and that nobody has yet held to be someone else."""
    found = queries.namesakes(
        acting_user(request),
        words=form.name_words(),
        born=form.cleaned_data["birth_date"],
        number=number,
        ignoring=ignoring,
    )
    told_apart = set(form.cleaned_data["different_from"].split(","))
    return found if any(card.code not in told_apart for card in found) else []


def _described(cards: list[Card]) -> list[tuple[Card, str]]:
    return [(card, presentation.summary(card, timezone.localdate())) for card in cards]


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
