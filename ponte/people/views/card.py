# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's card: the page, the print, and the legal name behind one more step. Every look is in the audit trail."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ponte.people import actions, permits, presentation, queries, rules, timeline
from ponte.people.access import queries as access
from ponte.people.access.views import opened
from ponte.people.attachments import panels as attachments
from ponte.people.forms.card import LegalNameChangeForm, LegalNameForm
from ponte.people.models import Card, CardIdentifier
from ponte.people.review import panels
from ponte.people.rights import panels as rights
from ponte.people.views.web import acting_user, card_or_404
from ponte.platform import codes
from ponte.platform.audit import actions as audit


@require_safe
def card(request: HttpRequest, code: str) -> HttpResponse:
    try:
        found = queries.for_page(acting_user(request), code)
    except Card.DoesNotExist:
        return opened.page(request, code)
    audit.record("people.read_card", found, by=acting_user(request))
    return render(request, "people/card/card.html", _context(request, found))


@require_safe
def printed(request: HttpRequest, code: str) -> HttpResponse:
    found = card_or_404(request, code)
    audit.record("people.print_card", found, by=acting_user(request))
    return render(request, "people/card/print.html", _context(request, found))


def legal_name(request: HttpRequest, code: str) -> HttpResponse:
    """Shows the legal name of someone who has chosen another to whoever says why; it is corrected there too."""
    user, found = acting_user(request), card_or_404(request, code)
    form, change = LegalNameForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        names = {"given_name": found.given_name, "native_name": found.native_name}
        change = LegalNameChangeForm(request.POST if "given_name" in request.POST else None, initial=names)
        if change.is_bound and change.is_valid():
            actions.change_card(card=found, fields=change.cleaned_data, by=user)
            return redirect("people:card", found.code)
        audit.record("people.read_legal_name", found, by=user, reason=reason)
    return render(request, "people/card/legal_name.html", {"card": found, "form": form, "change": change})


def _context(request: HttpRequest, found: Card) -> dict[str, Any]:
    user, today = acting_user(request), timezone.localdate()
    cards = [found, *queries.same_person(user, found)]
    of_person = panels.for_card(user, found, cards[1:], today=today)
    protections = access.protections_of(user, found)
    person = of_person["person"]
    return of_person | {
        "card": found,
        "summary": presentation.summary(person, today),
        "languages": ", ".join(map(codes.language_name, person.languages)),
        "about": presentation.about(person),
        "contacts": presentation.contacts(person),
        "documents": [
            (document, permits.permit_label(document.permit_type), presentation.expiry(document.expires_on, today))
            for document in found.identifiers.all()
            if not (found.chosen_name and document.kind == CardIdentifier.Kind.FISCAL_CODE)
        ],
        "household": queries.household_members(user, found),
        "happenings": timeline.of_cards(user, [one.pk for one in cards]),
        "may_open": rules.has_service_to_open(user, found),
        "rights": rights.for_card(user, cards),
        "answers_for": rules.answers_for(user, found),
        "attachments": attachments.for_card(user, cards),
        "today": today,
        "shares": access.shares_of(user, cards),
        "protections": protections,
        "kept_alone": access.kept_alone(user, protections),
    }
