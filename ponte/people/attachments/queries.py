# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.attachments.models import Attachment
from ponte.people.models import Acquaintance, Card
from ponte.people.queries import team_service_ids
from ponte.platform.vault.fields import decrypt


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


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that a share opens; `service` is none where the sender is not to be named."""

    pk: int
    service: Service | None
    file: uuid.UUID
    name: str
    note: str
    media_type: str
    size: int
    added_at: dt.datetime


def opened(card: Card) -> list[Opened]:
    """The files of others that the acting user may read through a share, the latest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, service_id, file, name, note, media_type, size, added_at FROM attachments_opened(%s)",
            [card.pk],
        )
        rows = cursor.fetchall()
    services = Service.objects.filter(pk__in={row[1] for row in rows} - {None}).in_bulk()
    return [
        Opened(pk, services.get(service), file, _plain("name", name), _plain("note", note), *rest)
        for pk, service, file, name, note, *rest in rows
    ]


def _plain(column: str, stored: str) -> str:
    return decrypt(stored, place=f"{Attachment._meta.db_table}.{column}")


def keeping_services(user: User, card: Card) -> QuerySet[Service]:
    """The services of the user's teams that know the person: one of them keeps what is added."""
    known = Acquaintance.objects.for_user(user).filter(card=card).values("service_id")
    return Service.objects.filter(pk__in=team_service_ids(user)).filter(pk__in=known).order_by("name")
