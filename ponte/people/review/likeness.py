# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How alike two cards are: the one place from which the review asks the matching."""

from ponte.people import names
from ponte.people.matching.likeness import Band, Likeness
from ponte.people.models import Card


def likeness_of(card: Card, other: Card) -> Likeness:
    mine, theirs = (
        names.tokens([one.given_name, one.family_name, one.native_name, one.chosen_name]) for one in (card, other)
    )
    alike = bool(mine & theirs)
    return Likeness(1.0 if alike else -9.0, Band.LIKELY if alike else Band.UNLIKELY, (), (int(alike),), "names")
