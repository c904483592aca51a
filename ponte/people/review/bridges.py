# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Joining two cards joins all the cards of two persons: whether the others fit together as well.

A cluster is never a bare chain: one decision must not hold two groups together whose other cards look like those
of different people.
"""

from collections.abc import Iterable
from itertools import product

from ponte.accounts.models import User
from ponte.people import decisions
from ponte.people.matching.likeness import Band
from ponte.people.models import Card, IdentityDecision
from ponte.people.queries import visible_to
from ponte.people.review.likeness import likeness_of
from ponte.people.review.proposals import Proposal
from ponte.people.review.sides import PairView

MOST_COMPARED = 24


def pairs_apart(user: User, view: PairView) -> list[Proposal]:
    """The further pairs that a join would bring together and that look different, where more than half of them do.

    Only cards that the user may see are compared: a sentence about others would tell of them.
    """
    persons = list(
        Card.objects.filter(pk__in=[view.pair.card_a_id, view.pair.card_b_id]).values_list("person_id", flat=True)
    )
    if len(persons) < 2:
        return []
    cards = (
        visible_to(user)
        .filter(person_id__in=persons)
        .select_related("household")
        .prefetch_related("other_names", "other_contacts", "identifiers")
    )
    groups = [[card for card in cards if card.person_id == person] for person in persons]
    return apart(groups[0], groups[1], known=(view.pair.card_a_id, view.pair.card_b_id))


def apart(ones: Iterable[Card], others: Iterable[Card], *, known: tuple[int, int]) -> list[Proposal]:
    further = [(one, other) for one, other in product(ones, others) if {one.pk, other.pk} != set(known)][
        :MOST_COMPARED
    ]
    held = set(
        decisions.in_force()
        .filter(verdict=IdentityDecision.Verdict.SAME, card_a__in={card.pk for pair in further for card in pair})
        .values_list("card_a_id", "card_b_id")
    )
    compared = [
        Proposal(one.pk, other.pk, likeness_of(one, other))
        for one, other in further
        if (min(one.pk, other.pk), max(one.pk, other.pk)) not in held
    ]
    unlike = [pair for pair in compared if pair.likeness.band == Band.UNLIKELY]
    return unlike if 2 * len(unlike) > len(compared) else []
