# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a card that the user's teams do not know, and that a share or an emergency opens: to read, no more."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ponte.people import permits, presentation, queries
from ponte.people.access import queries as access
from ponte.people.access.models import EmergencyAccess
from ponte.people.attachments import queries as attachments
from ponte.people.models import Card, CardIdentifier
from ponte.people.rights import restricting
from ponte.people.views.web import acting_user
from ponte.platform import codes
from ponte.platform.audit import actions as audit


@dataclass(frozen=True, slots=True)
class Work:
    """What a service did; `service` is empty where it is not to be named."""

    date: dt.date
    kind: str
    service: str
    note: str


# What floors above know of a card that is opened: given the card.
_work: list[Callable[[Card], Iterable[Work]]] = []


def add_work(provider: Callable[[Card], Iterable[Work]]) -> None:
    if provider not in _work:
        _work.append(provider)


def read(request: HttpRequest, code: str) -> tuple[Card, list[access.Received], list[EmergencyAccess]]:
    """The card and what opens it to the acting user, noted as read for that reason. Raises `Http404`."""
    try:
        card = queries.for_reading(code)
    except Card.DoesNotExist:
        raise Http404 from None
    user = acting_user(request)
    shares = access.received(card)
    emergencies = list(access.emergencies_in_force(user).filter(cards__card=card))
    why = "; ".join([*(one.reason for one in emergencies), *(share.purpose for share in shares)])
    audit.record(
        "people.read_card", card, by=user, reason=why[:300],
        after={"through": "emergency" if emergencies else "share"},
    )  # fmt: skip
    return card, shares, emergencies


def page(request: HttpRequest, code: str) -> HttpResponse:
    card, shares, emergencies = read(request, code)
    today = timezone.localdate()
    restrictions = restricting.in_force([card.pk])
    documents = [
        (document, permits.permit_label(document.permit_type), presentation.expiry(document.expires_on, today))
        for document in card.identifiers.all()
        if not (card.chosen_name and document.kind == CardIdentifier.Kind.FISCAL_CODE)
    ]
    return render(
        request,
        "access/opened.html",
        {
            "card": card,
            "summary": presentation.summary(card, today),
            "languages": ", ".join(map(codes.language_name, card.languages)),
            "about": presentation.about(card),
            "contacts": presentation.contacts(card),
            "documents": documents,
            "shares": shares,
            "emergencies": emergencies,
            "restrictions": restrictions,
            "enrolments": access.opened_enrolments(card),
            "files": attachments.opened(card),
            "work": [one for provider in _work for one in provider(card)],
            "may_take_on": not restrictions and any(share.lets_enrol for share in shares),
        },
    )
