# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is open to a user beyond their teams, and what their teams opened to others."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.access import rules
from ponte.people.access.models import EmergencyAccess, EmergencyReview, Protection, Share
from ponte.people.models import Card, Enrolment
from ponte.people.queries import team_service_ids


@dataclass(frozen=True, slots=True)
class Received:
    """A share as whoever receives it may read it: `sender` is none where it is not to be named."""

    card_id: int
    sender: Service | None
    receiver: Service
    opens: tuple[str, ...]
    lets_enrol: bool
    purpose: str
    basis: str
    until: dt.datetime
    shared_at: dt.datetime

    @property
    def parts(self) -> list[str]:
        return [str(Share.Part(part).label) for part in self.opens]


def received(card: Card | None = None) -> list[Received]:
    """What the acting user's teams have received and may read now: of one card, or all."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT card_id, sender_id, receiver_id, opens, lets_enrol, purpose, basis, until, shared_at "
            "FROM access_received(%s)",
            [card.pk if card is not None else None],
        )
        rows = cursor.fetchall()
    services = Service.objects.filter(pk__in={pk for row in rows for pk in row[1:3]} - {None}).in_bulk()
    return [
        Received(card_id, services.get(sender), services[receiver], tuple(opens), *rest)
        for card_id, sender, receiver, opens, *rest in rows
    ]


def with_cards(shares: Sequence[Received]) -> list[tuple[Card, Received]]:
    """Each with the card that it opens, as far as a list says of it."""
    ids = {share.card_id for share in shares}
    cards = Card.objects.filter(pk__in=ids).only(*Card.NAMES, "code", "birth_year", "birth_month", "birth_day",
                                                 "citizenships", "phone").in_bulk()  # fmt: skip
    return [(cards[share.card_id], share) for share in shares if share.card_id in cards]


@dataclass(frozen=True, slots=True)
class OpenedEnrolment:
    service: Service | None
    opened_on: dt.date
    closed_on: dt.date | None
    outcome: str
    referent: str

    @property
    def outcome_label(self) -> str:
        return str(Enrolment.Outcome(self.outcome).label) if self.outcome else ""


def opened_enrolments(card: Card) -> list[OpenedEnrolment]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT service_id, opened_on, closed_on, outcome, referent FROM access_opened_enrolments(%s)", [card.pk]
        )
        rows = cursor.fetchall()
    services = Service.objects.filter(pk__in={row[0] for row in rows} - {None}).in_bulk()
    return [OpenedEnrolment(services.get(row[0]), row[1], row[2], row[3], row[4] or "") for row in rows]


def shares_of(user: User, cards: Sequence[Card]) -> list[Share]:
    """The shares in force of these cards that the user's teams made, with whom and until when."""
    return list(
        Share.objects.filter(
            card__in=cards, sender__in=team_service_ids(user), ended_at=None, until__gt=timezone.now()
        )
        .select_related("sender", "receiver", "shared_by")
        .order_by("until", "pk")
    )


def past_shares_of(user: User, card: Card) -> list[Share]:
    ours = Share.objects.filter(card=card, sender__in=team_service_ids(user)).select_related("sender", "receiver")
    now = timezone.now()
    return [share for share in ours.order_by("-pk") if share.ended_at is not None or share.until <= now]


def protections_of(user: User, card: Card) -> list[Protection]:
    """Those in force that the user may know of."""
    return [
        one
        for one in Protection.objects.filter(
            card=card, service__in=team_service_ids(user), ended_at=None
        ).select_related("service", "by")
        if user.pk in one.kept_for
    ]


def kept_alone(user: User, protections: Sequence[Protection]) -> bool:
    """Of some person here nobody but the user is left who knows."""
    return any(
        not User.objects.filter(pk__in=one.kept_for, memberships__service=one.service_id, is_active=True)
        .exclude(pk=user.pk)
        .exists()
        for one in protections
    )


def emergencies_in_force(user: User) -> QuerySet[EmergencyAccess]:
    return EmergencyAccess.objects.filter(user=user, ended_at=None, until__gt=timezone.now())


def emergencies_for(auditor: User) -> QuerySet[EmergencyAccess]:
    """All of them for the data protection officer, those without an outcome first; nobody else's for anyone else."""
    found = EmergencyAccess.objects.select_related("user", "service").prefetch_related(
        Prefetch("review", EmergencyReview.objects.select_related("by"))
    )
    return found if rules.is_auditor(auditor) else found.filter(user=auditor)


def codes_of(access: EmergencyAccess) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT code FROM access_emergency_codes(%s)", [access.pk])
        return [row[0] for row in cursor.fetchall()]


def waiting_reviews(auditor: User) -> int:
    return EmergencyAccess.objects.filter(review=None).exclude(user=auditor).count()
