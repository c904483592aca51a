# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Shares, emergencies and protections for tests, made the way a desk makes them."""

import datetime as dt
from typing import Any

from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people import presence
from ponte.people.access import emergencies, keeping, sharing
from ponte.people.access.models import EmergencyAccess, Protection, Share
from ponte.people.models import Card
from ponte.people.presence import Presence, Purpose, Question
from ponte.platform.database.actor import acting_as
from tests.support import system_role

TODAY = dt.date(2026, 11, 25)


def shared(by: User, card: Card, sender: Service, receiver: Service, **how: Any) -> Share:
    given: dict[str, Any] = {
        "opens": [], "purpose": "Accompagnamento all'iscrizione", "basis": "agreement", "basis_text": "a voce",
        "agreed_on": TODAY, "until": timezone.now() + dt.timedelta(days=30),
    } | how  # fmt: skip
    with acting_as(by.pk):
        return sharing.share(card=card, sender=sender, receiver=receiver, by=by, **given)


def ended_in_time(made: Share | EmergencyAccess) -> None:
    """As if it had been made long ago: its time has passed."""
    then = timezone.now() - dt.timedelta(days=60)
    began = {"shared_at": then} if isinstance(made, Share) else {"started_at": then}
    with system_role():
        type(made).objects.filter(pk=made.pk).update(**began, until=then + dt.timedelta(hours=2))


def asked_about(by: User, service: Service, **sheet: str) -> list[Presence]:
    with acting_as(by.pk):
        return presence.ask(question=Question(sheet), purpose=Purpose(service, "desk"), by=by)


def broken(by: User, service: Service, *, hours: int = 2, **sheet: str) -> EmergencyAccess:
    """The glass, for the first answer."""
    (first, *_) = asked_about(by, service, **sheet)
    with acting_as(by.pk):
        return emergencies.break_glass(
            reference=first.reference, reason="È in ospedale e non può parlare", hours=hours, by=by
        )


def kept(by: User, card: Card, service: Service, *members: User) -> Protection:
    with acting_as(by.pk):
        return keeping.protect(card=card, service=service, members=members, reason="È minacciata da un vicino", by=by)
