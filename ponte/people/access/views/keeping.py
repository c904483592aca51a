# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keeping a person to some of a team."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ponte.people.access import keeping, rules
from ponte.people.access.forms import ProtectForm
from ponte.people.access.models import Protection
from ponte.people.views.web import acting_user, card_or_404, say, show_refusal


def protect(request: HttpRequest, code: str) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    form = ProtectForm(request.POST or None, user=user, card=card)
    if request.method == "POST" and form.is_valid():
        try:
            keeping.protect(card=card, by=user, **form.cleaned_data)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("Da adesso la conosce solo chi ha indicato."))
            return redirect("people:card", card.code)
    return render(request, "access/protect.html", {"card": card, "form": form, "alone": form.is_alone})


@require_POST
def lift(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    found = get_object_or_404(Protection, pk=pk, card=card, ended_at=None)
    if rules.may_lift(user, found):
        keeping.lift(protection=found, by=user)
        say(request, _("L'équipe conosce di nuovo la persona."))
    return redirect("people:card", card.code)
