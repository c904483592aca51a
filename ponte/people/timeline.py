# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What happened with a person, in one line of time.

Contexts on the floors above add what they know with `add_provider` in their `AppConfig.ready`; each gives
only what the user may see.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ponte.accounts.models import User
from ponte.people.models import EnrolmentEvent
from ponte.people.queries import team_service_ids

_TITLES = {
    EnrolmentEvent.Kind.OPENED: _("Presa in carico aperta"),
    EnrolmentEvent.Kind.CLOSED: _("Presa in carico chiusa"),
    EnrolmentEvent.Kind.REOPENED: _("Presa in carico riaperta"),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """`kind` is a word for the picture beside it: "enrolment", "interview", "referral", ..."""

    date: dt.date
    title: str | Promise
    kind: str
    service: str = ""
    text: str = ""
    url: str = ""


# Given the user, card ids and how many of the latest are wanted.
Provider = Callable[[User, Sequence[int], int], Iterable[Happening]]
_providers: list[Provider] = []


def add_provider(provider: Provider) -> None:
    if provider not in _providers:
        _providers.append(provider)


def of_cards(user: User, card_ids: Sequence[int], *, most: int = 100) -> list[Happening]:
    """The latest happenings first."""
    happenings = [happening for provider in _providers for happening in provider(user, card_ids, most)]
    return sorted(happenings, key=lambda happening: happening.date, reverse=True)[:most]


def enrolment_events(user: User, card_ids: Sequence[int], most: int) -> list[Happening]:
    events = (
        EnrolmentEvent.objects.filter(
            enrolment__card_id__in=card_ids, enrolment__service_id__in=team_service_ids(user)
        )
        .select_related("enrolment__service", "by")
        .order_by("-on", "-id")[:most]
    )
    return [
        Happening(
            date=event.on,
            title=_TITLES[EnrolmentEvent.Kind(event.kind)],
            kind="enrolment",
            service=event.enrolment.service.name,
            text=": ".join(filter(None, (event.get_outcome_display() if event.outcome else "", event.note))),
        )
        for event in events
    ]
