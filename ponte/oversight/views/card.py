# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who saw this person: for whoever coordinates a service that knows the person."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ponte.oversight import presentation, rules, trail
from ponte.people.views.web import acting_user, card_or_404
from ponte.platform.audit import actions as audit


@require_safe
def who_saw(request: HttpRequest, code: str) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    if not rules.may_see_who_saw(user, card):
        raise Http404
    events = trail.of_card(card, by=user)
    audit.record("oversight.read_card_trail", card, by=user)
    return render(request, "oversight/card.html", {"card": card, "lines": presentation.lines(events)})
