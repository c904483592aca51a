# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sharing a card with another service, taking it back, and what others shared."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ponte.people import presentation
from ponte.people.access import queries, sharing
from ponte.people.access.forms import ShareForm
from ponte.people.access.models import Share
from ponte.people.queries import team_service_ids
from ponte.people.rights import restricting
from ponte.people.views.web import acting_user, card_or_404, say, show_refusal

PAGE_LENGTH = 50


def share(request: HttpRequest, code: str) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    form = ShareForm(request.POST or None, user=user, card=card)
    if request.method == "POST" and form.is_valid():
        try:
            sharing.share(card=card, by=user, **form.cleaned_data)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, _("La scheda è condivisa con %(service)s.") % {"service": form.cleaned_data["receiver"]})
            return redirect("people:card", card.code)
    past = queries.past_shares_of(user, card)
    return render(request, "access/share.html", {"card": card, "form": form, "past": past})


@require_POST
def end(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    found = get_object_or_404(Share, pk=pk, card=card, sender__in=team_service_ids(user), ended_at=None)
    sharing.end_share(share=found, by=user)
    say(request, _("La condivisione è finita: da adesso l'altro servizio non vede più la scheda."))
    return redirect("people:card", card.code)


@require_safe
def received(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    page = Paginator(queries.received(), PAGE_LENGTH).get_page(request.GET.get("page"))
    found = queries.with_cards(list(page))
    restricted = {one.card_id for one in restricting.in_force([card.pk for card, _share in found])}
    rows = [(card, presentation.summary(card, today), share, card.pk in restricted) for card, share in found]
    return render(request, "access/received.html", {"rows": rows, "page": page})
