# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the page of a card says of rights: short, with the way to the rest."""

from collections.abc import Sequence
from typing import Any

from ponte.accounts.models import User
from ponte.people.models import Card
from ponte.people.rights import queries, restricting


def for_card(user: User, cards: Sequence[Card]) -> dict[str, Any]:
    """`cards` are the visible cards of one person."""
    said = queries.in_force(queries.agreements_of(cards))
    return {
        "notice": queries.notice_of(cards),
        "agreements": [one for one in said.values() if one.purpose.is_active],
        "restrictions": restricting.in_force([card.pk for card in cards]),
    }
