# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads. Row-level security leaves out what other services keep to themselves."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.models import Acquaintance, Card
from ponte.people.queries import team_service_ids, visible_to
from ponte.people.rights.models import (
    AccessRequest,
    Agreement,
    Correction,
    Disposal,
    NoticeGiven,
    NoticeVersion,
    Purpose,
    Restriction,
)

ADULT = 18


def current_notice(today: dt.date | None = None) -> NoticeVersion | None:
    """The version in force."""
    return NoticeVersion.objects.filter(valid_from__lte=today or timezone.localdate()).first()


@dataclass(frozen=True, slots=True)
class Notice:
    """How it stands with the notice for a person. `state` is "none", "old", "given", or "" without any notice."""

    state: str
    current: NoticeVersion | None
    last: NoticeGiven | None


def notice_of(cards: Sequence[Card]) -> Notice:
    current = current_notice()
    last = (
        NoticeGiven.objects.filter(card__in=[card.pk for card in cards]).select_related("version", "service").first()
    )
    if current is None:
        return Notice("", None, last)
    if last is None:
        return Notice("none", current, None)
    return Notice("given" if last.version_id == current.pk else "old", current, last)


def agreements_of(cards: Sequence[Card]) -> list[Agreement]:
    """All that was said, the latest first."""
    return list(
        Agreement.objects.filter(card__in=[card.pk for card in cards]).select_related("purpose", "service", "by")
    )


def in_force(said: Sequence[Agreement]) -> dict[int, Agreement]:
    """By purpose, the last answer; of one day the one that was written last."""
    last: dict[int, Agreement] = {}
    for one in sorted(said, key=lambda agreement: (agreement.on, agreement.pk)):
        last[one.purpose_id] = one
    return last


def purposes_for(user: User) -> list[Purpose]:
    """What the user's services may ask people, and what rests on law."""
    mine = Q(service__isnull=True) | Q(service__in=team_service_ids(user))
    return list(Purpose.objects.filter(mine, is_active=True).select_related("service"))


def restrictions_of(cards: Sequence[Card]) -> list[Restriction]:
    return list(
        Restriction.objects.filter(card__in=[card.pk for card in cards]).select_related("service", "by", "lifted_by")
    )


def is_minor(card: Card, today: dt.date) -> bool:
    """As far as is known: of a year alone, until its end."""
    born = card.born
    if born is None:
        return False
    latest = born.latest
    return (today.year - latest.year - ((today.month, today.day) < (latest.month, latest.day))) < ADULT


def access_requests(user: User) -> QuerySet[AccessRequest]:
    """Those that the user's services received, those about people whom they know, and for the officer and whoever
    coordinates an organisation all of theirs, by number: row-level security says which."""
    return AccessRequest.objects.select_related("service", "by")


def knows_person(service: Service, request: AccessRequest) -> bool:
    """Whether the service knows a card of the person who asks, as far as the user may see."""
    known = Acquaintance.objects.filter(service=service).values("card")
    return Card.objects.filter(person__cards=request.card_id, pk__in=known).exists()


def corrections(user: User) -> QuerySet[Correction]:
    return Correction.objects.filter(service__in=team_service_ids(user)).select_related("service", "card", "by")


def disposals(user: User) -> QuerySet[Disposal]:
    """Of the services that the user works for or coordinates; for the officer all, by number."""
    return Disposal.objects.select_related("service", "proposed_by", "decided_by")


def visible_cards(user: User, rows: Iterable[AccessRequest | Disposal]) -> dict[int, Card]:
    """Of the cards that these rows are about, those that the user sees: the others are shown by number."""
    return visible_to(user).in_bulk([row.card_id for row in rows])


def open_requests_of(cards: Sequence[Card]) -> list[AccessRequest]:
    return list(
        AccessRequest.objects.filter(card__in=[card.pk for card in cards], closed_at=None).select_related("service")
    )


def open_corrections_of(cards: Sequence[Card]) -> list[Correction]:
    found = Correction.objects.filter(card__in=[card.pk for card in cards], status=Correction.Status.OPEN)
    return list(found.select_related("service"))


def open_disposals_of(cards: Sequence[Card]) -> list[Disposal]:
    found = Disposal.objects.filter(card__in=[card.pk for card in cards], status=Disposal.Status.PROPOSED)
    return list(found.select_related("service"))
