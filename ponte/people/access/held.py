# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What shares, protections and emergencies hold on a card."""

from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ponte.people.access.models import EmergencyAccess, EmergencyCard, Protection, Reopening, Share
from ponte.people.rights.erasing import GONE
from ponte.people.rights.holdings import Holding, Scope, add, deleting, of_card


def _emergencies(cards: Collection[int], answering: int) -> QuerySet[EmergencyCard]:
    return EmergencyCard.objects.filter(card__in=cards, access__service=answering)


def _reopenings(cards: Collection[int], answering: int) -> QuerySet[Reopening]:
    return Reopening.objects.filter(protection__card__in=cards, service=answering)


def _erase_shares(scope: Scope) -> int:
    """Also those that opened the card to the service: it would go on reading it."""
    either = Q() if scope.whole else Q(sender=scope.service) | Q(receiver=scope.service)
    return Share.objects.filter(either, card=scope.card).delete()[0]


def _erase_reasons(scope: Scope) -> int:
    if not scope.whole:
        return 0
    opened = EmergencyAccess.objects.filter(cards__card=scope.card).exclude(reason=GONE)
    return EmergencyAccess.objects.filter(pk__in=opened.values("pk")).update(reason=GONE)


def tell() -> None:
    protections = of_card(Protection, service="service")
    add(
        Holding(Share, of_card(Share, service="sender"), erase=_erase_shares),
        Holding(
            Protection,
            protections,
            erase=deleting(protections),
            withheld=_("dice chi del servizio segue la persona, e non altro di lei"),
        ),
        Holding(
            Reopening,
            _reopenings,
            erase=deleting(_reopenings),
            withheld=_("dice chi del servizio segue la persona, e non altro di lei"),
        ),
        Holding(
            EmergencyCard,
            _emergencies,
            erase=_erase_reasons,
            stays=_("resta chi ha aperto la scheda in emergenza e quando, senza motivo e senza dati della persona"),
        ),
    )
