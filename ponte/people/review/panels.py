# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the page of a card shows of the person that the card is of."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ponte.accounts.models import User
from ponte.people import decisions, households, persons
from ponte.people.models import Card
from ponte.people.review import queries
from ponte.people.review.models import MatchPair


def for_card(user: User, card: Card, others: Sequence[Card], *, today: dt.date) -> dict[str, Any]:
    """`others` are the visible cards of the same person."""
    shown = persons.shown(user, card, others)
    return {
        "person": shown.card,
        "from_elsewhere": [(field.label, other) for field, other in shown.from_elsewhere(card).items()],
        "joined_with": others,
        "history": decisions.history(user, [card, *others]),
        "elsewhere": queries.joined_elsewhere(user, [card, *others]),
        "waiting_pairs": queries.waiting_about(user, [card, *others]),
        "suggestion": households.suggest(user, card, today=today),
        "statuses": MatchPair.Status,
    }
