# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the page of a card shows of attachments."""

from collections.abc import Sequence
from typing import Any

from ponte.accounts.models import User
from ponte.people.attachments import queries
from ponte.people.models import Card
from ponte.people.queries import team_service_ids


def for_card(user: User, cards: Sequence[Card]) -> list[dict[str, Any]]:
    """`cards` are the visible cards of one person."""
    own = set(team_service_ids(user))
    codes = {card.pk: card.code for card in cards}
    return [
        {"file": one, "code": codes[one.card_id], "removable": one.service_id in own}
        for one in queries.of_cards(user, cards)
    ]
