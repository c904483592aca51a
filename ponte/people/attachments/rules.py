# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a team keeps with a card stays in the team, unless it says that it is for all who follow the person."""

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.attachments.models import Attachment
from ponte.people.models import Card
from ponte.people.rules import in_team, may_enrol, may_see


def may_add(user: User, card: Card, service: Service) -> bool:
    return may_enrol(user, card, service)


def may_be_for_all(service: Service) -> bool:
    """That a protected service keeps something would tell that it follows the person."""
    return service.confidentiality != Service.Confidentiality.PROTECTED


def may_read(user: User, attachment: Attachment) -> bool:
    return in_team(user, attachment.service_id) or (attachment.for_all and may_see(user, attachment.card_id))


def may_remove(user: User, attachment: Attachment) -> bool:
    return in_team(user, attachment.service_id)
