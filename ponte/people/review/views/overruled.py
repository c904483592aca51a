# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answers of one's own protected service that do not hold, because others decided otherwise."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people import decisions, identity
from ponte.people.models import IdentityDecision
from ponte.people.review import queries
from ponte.people.review.forms import ReasonForm
from ponte.people.review.views.queue import reviewer
from ponte.people.views.web import say, show_refusal
from ponte.platform.audit import actions as audit

MOST = 100


def _shown(user: User) -> list[tuple[IdentityDecision, str]]:
    found = (
        decisions.overruled(user)
        .select_related("card_a", "card_b", "guarded_by", "decided_by")
        .prefetch_related("decided_by__memberships__service")
        .order_by("-pk")[:MOST]
    )
    return [(decision, decisions.who_decided(decision, user)) for decision in found]


def overruled(request: HttpRequest) -> HttpResponse:
    user = reviewer(request)
    shown = _shown(user)
    if shown:
        seen = {card.pk: card for decision, _who in shown for card in (decision.card_a, decision.card_b)}
        for card in seen.values():
            audit.record("people.read_card", card, by=user, reason=_("risposta superata da altri"))
    return render(request, "review/overruled.html", {"shown": shown, "count": queries.count(user)})


def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own answer back: what others decided holds, and nothing contradicts it any more."""
    user = reviewer(request)
    found = decisions.overruled(user).select_related("card_a", "card_b").filter(pk=pk).first()
    if found is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            identity.undo(decision=found, by=user, reason=form.cleaned_data["reason"])
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("La risposta è tolta: vale quello che hanno deciso gli altri."))
            return redirect("review:overruled")
    return render(request, "review/drop.html", {"decision": found, "form": form, "count": queries.count(user)})
