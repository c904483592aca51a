# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Sequence

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.attachments.models import Attachment
from ponte.people.models import Acquaintance, Card
from ponte.people.queries import team_service_ids


def visible_to(user: User) -> QuerySet[Attachment]:
    """What is there to be read: not what was taken away."""
    known = Acquaintance.objects.for_user(user).filter(card=OuterRef("card"), service_id__in=team_service_ids(user))
    openly = Func(F("card"), F("service"), function="ponte_knows_openly", output_field=BooleanField())
    return Attachment.objects.filter(
        Q(Exists(known.filter(service=OuterRef("service")))) | (Q(for_all=True) & Q(openly) & Exists(known)),
        removal=None,
    )


def of_cards(user: User, cards: Sequence[Card]) -> list[Attachment]:
    return list(visible_to(user).filter(card__in=cards).select_related("service", "added_by").order_by("-id"))


def keeping_services(user: User, card: Card) -> QuerySet[Service]:
    """The services of the user's teams that know the person: one of them keeps what is added."""
    known = Acquaintance.objects.for_user(user).filter(card=card).values("service_id")
    return Service.objects.filter(pk__in=team_service_ids(user)).filter(pk__in=known).order_by("name")
