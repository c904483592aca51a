# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person asks, written down from their page."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ponte.people.models import Card
from ponte.people.rights import rules
from ponte.people.rights.actions import corrections, disposals, requests, restrictions
from ponte.people.rights.forms.asking import AccessForm, CorrectionForm, ProposalForm, ReasonForm, RestrictionForm
from ponte.people.rights.forms.telling import InNameOf
from ponte.people.rights.models import Restriction
from ponte.people.views.web import acting_user, card_or_404, say, show_refusal


def _asked(
    request: HttpRequest, code: str, form_class: type[InNameOf], act: Callable[..., Any], *,
    title: str, done: str, note: str = "", initial: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """A form about a card, in the name of one of the user's services that know it."""
    user, card = acting_user(request), card_or_404(request, code)
    services = list(rules.services_for(user, card))
    if not services:
        raise Http404
    form = form_class(request.POST or None, services=services, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            act(card=card, by=user, **form.cleaned_data)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, done)
            return redirect("rights:person", card.code)
    return _shown(request, card, form, title=title, note=note)


def _shown(request: HttpRequest, card: Card, form: Any, *, title: str, note: str = "") -> HttpResponse:
    context = {"card": card, "form": form, "title": title, "lead": "", "note": note}
    return render(request, "rights/person_form.html", context)


def access(request: HttpRequest, code: str) -> HttpResponse:
    return _asked(
        request, code, AccessForm, requests.receive,
        title=_("Richiesta di accesso"),
        done=_("La richiesta è scritta; il documento del suo servizio si sta componendo."),
        note=_("La risposta è dovuta entro un mese. Ogni servizio che conosce la persona consegna la propria parte."),
    )  # fmt: skip


def correction(request: HttpRequest, code: str) -> HttpResponse:
    return _asked(
        request, code, CorrectionForm, corrections.ask,
        title=_("Richiesta di rettifica"),
        done=_("La richiesta è scritta: la decide un'altra persona dell'équipe."),
    )  # fmt: skip


def restriction(request: HttpRequest, code: str) -> HttpResponse:
    return _asked(
        request, code, RestrictionForm, restrictions.restrict,
        title=_("Limitazione o opposizione"),
        done=_("È annotata: da adesso questi dati si possono conservare, non usare."),
        note=_(
            "Finché dura, la scheda non si modifica, la persona non si prende in carico e non si registrano "
            "interventi con lei."
        ),
    )  # fmt: skip


def lift(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    services = rules.services_for(user, card)
    found = get_object_or_404(Restriction, pk=pk, card=card, lifted_at=None, service__in=services)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        restrictions.lift(restriction=found, reason=form.cleaned_data["reason"], by=user)
        say(request, _("La limitazione è tolta."))
        return redirect("rights:person", card.code)
    note = _("La persona deve saperlo prima che la limitazione si tolga.")
    return _shown(request, card, form, title=_("Togli: %(kind)s") % {"kind": found.get_kind_display()}, note=note)


def disposal(request: HttpRequest, code: str) -> HttpResponse:
    return _asked(
        request, code, ProposalForm, disposals.propose,
        title=_("Proposta di cancellazione"),
        done=_("La cancellazione è proposta: la decide chi coordina il servizio."),
        note=_(
            "Niente si cancella prima che un'altra persona lo autorizzi. Dopo non si torna indietro: le unioni di "
            "questa scheda con altre non si potranno più annullare."
        ),
    )  # fmt: skip
