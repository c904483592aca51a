# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a team keeps with a card stays in the team, unless it says that it is for all who follow the person."""

from django.db import connection

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.attachments.models import Attachment
from ponte.people.models import Acquaintance, Card
from ponte.people.rules import in_team, may_see


def may_add(user: User, card: Card, service: Service) -> bool:
    return _follows(user, card.pk, service.pk)


def may_be_for_all(card: Card | int, service: Service | int) -> bool:
    """The service may be named to whoever knows the person: it is not protected, nor keeps the person for itself."""
    ids = [one if isinstance(one, int) else one.pk for one in (card, service)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT ponte_knows_openly(%s, %s)", ids)
        return bool(cursor.fetchone()[0])


def may_read(user: User, attachment: Attachment) -> bool:
    card, service = attachment.card_id, attachment.service_id
    return _follows(user, card, service) or (
        attachment.for_all and may_see(user, card) and may_be_for_all(card, service)
    )


def may_remove(user: User, attachment: Attachment) -> bool:
    return _follows(user, attachment.card_id, attachment.service_id)


def _follows(user: User, card: int, service: int) -> bool:
    """The user is in the service's team, and of those who may know that it knows the person."""
    known = Acquaintance.objects.for_user(user).filter(card=card, service=service)
    return in_team(user, service) and known.exists()
