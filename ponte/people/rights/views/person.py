# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's rights on one page: what they were told, what they agreed to, what they asked for."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ponte.people.models import Card
from ponte.people.queries import same_person
from ponte.people.rights import queries, rules
from ponte.people.rights.actions import agreements, notices
from ponte.people.rights.forms.asking import field_label
from ponte.people.rights.forms.telling import AgreementForm, GiveNoticeForm
from ponte.people.rights.models import Agreement, Purpose
from ponte.people.views.web import acting_user, card_or_404, say, show_refusal
from ponte.platform.audit import actions as audit


@require_safe
def person(request: HttpRequest, code: str) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    audit.record("people.read_card", card, by=user, reason=_("diritti della persona"))
    cards = [card, *same_person(user, card)]
    said = queries.agreements_of(cards)
    in_force = queries.in_force(said)
    purposes = queries.purposes_for(user)
    context = {
        "card": card,
        "notice": queries.notice_of(cards),
        "asked": [(purpose, in_force.get(purpose.pk)) for purpose in purposes if purpose.is_asked],
        "by_law": [purpose for purpose in purposes if not purpose.is_asked],
        "history": said,
        "is_minor": queries.is_minor(card, timezone.localdate()),
        "may_speak": rules.services_for(user, card).exists(),
        "restrictions": queries.restrictions_of(cards),
        "requests": queries.open_requests_of(cards),
        "corrections": [(one, field_label(one.field)) for one in queries.open_corrections_of(cards)],
        "disposals": queries.open_disposals_of(cards),
    }
    return render(request, "rights/person.html", context)


def give_notice(request: HttpRequest, code: str) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    version = queries.current_notice()
    services = list(rules.services_for(user, card))
    if version is None or not services:
        raise Http404
    preferred = [card.preferred_language, *card.languages]
    form = GiveNoticeForm(request.POST or None, services=services, version=version, preferred=preferred)
    if request.method == "POST" and form.is_valid():
        try:
            notices.give(card=card, version=version, by=user, **form.cleaned_data)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("L'informativa «%(name)s» risulta consegnata.") % {"name": version})
            return redirect("rights:person", card.code)
    return _form(request, card, form, title=_("Consegna dell'informativa"), lead=version.name)


def agreement(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    purpose = get_object_or_404(Purpose, pk=pk, is_active=True)
    services = [one for one in rules.services_for(user, card) if purpose.service_id in {None, one.pk}]
    if not services or not purpose.is_asked:
        raise Http404
    minor = queries.is_minor(card, timezone.localdate())
    initial = {"said_as": Agreement.SaidAs.PARENT if minor else Agreement.SaidAs.SELF}
    form = AgreementForm(request.POST or None, services=services, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            said = agreements.record_agreement(card=card, purpose=purpose, by=user, **form.cleaned_data)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            words = {"purpose": purpose, "verdict": said.get_verdict_display()}
            say(request, _("Consenso per «%(purpose)s»: %(verdict)s.") % words)
            return redirect("rights:person", card.code)
    return _form(request, card, form, title=_("Consenso"), lead=str(purpose), note=purpose.withdrawal_words)


@require_POST
def withdraw(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    purpose = get_object_or_404(Purpose, pk=pk)
    service = next((one for one in rules.services_for(user, card) if purpose.service_id in {None, one.pk}), None)
    if service is None:
        raise Http404
    agreements.withdraw(card=card, purpose=purpose, service=service, by=user)
    say(request, " ".join(filter(None, (_("Il consenso è ritirato da oggi."), purpose.withdrawal_words))))
    return redirect("rights:person", card.code)


def _form(request: HttpRequest, card: Card, form: Any, *, title: str, lead: str = "", note: str = "") -> HttpResponse:
    context = {"card": card, "form": form, "title": title, "lead": lead, "note": note}
    return render(request, "rights/person_form.html", context)
