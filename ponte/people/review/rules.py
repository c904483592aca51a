# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may answer what about a pair."""

from collections.abc import Collection

from django.db.models import Q

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.people.models import Acquaintance
from ponte.people.review.models import MatchPair, Verdict

Answer = Verdict.Answer


def known_cards(user: User, pairs: Collection[MatchPair]) -> dict[int, set[int]]:
    """Of each pair, the cards that the user knows in its circle: openly, or for a pair of a protected service also
    through that service. As `review_knows` in the database."""
    circles = {pair.guarded_by_id for pair in pairs}
    cards = {card for pair in pairs for card in (pair.card_a_id, pair.card_b_id)}
    known = (
        Acquaintance.objects.for_user(user)
        .filter(card__in=cards, service__memberships__user=user)
        .filter(~Q(service__confidentiality=Service.Confidentiality.PROTECTED) | Q(service__in=circles - {None}))
    )
    through: dict[int, set[int | None]] = {}
    for card, service, confidentiality in known.values_list("card_id", "service_id", "service__confidentiality"):
        guarding = confidentiality == Service.Confidentiality.PROTECTED
        through.setdefault(card, set()).add(service if guarding else None)
    return {
        pair.pk: {
            card for card in (pair.card_a_id, pair.card_b_id) if through.get(card, set()) & {None, pair.guarded_by_id}
        }
        for pair in pairs
    }


def may_answer(answer: str, *, knows_both: bool, other_is_told: bool, pair: MatchPair) -> bool:
    """Whoever is told nothing of the other card but that somebody knows it cannot compare: they ask, or agree with
    what the other side answered."""
    if answer == Answer.ASK:
        return not knows_both
    if answer == Answer.UNSURE or knows_both or other_is_told:
        return True
    return pair.status == MatchPair.Status.WAITING


def in_a_team(user: User) -> bool:
    return Membership.objects.filter(user=user, service__isnull=False).exists()
