# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading the log of decisions about who is whom. Row-level security shows those about cards that are both known."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from ponte.accounts.models import User
from ponte.people.models import Card, IdentityDecision
from ponte.people.queries import visible_to

Verdict = IdentityDecision.Verdict


def standing() -> QuerySet[IdentityDecision]:
    """Those that were not taken back."""
    return IdentityDecision.objects.exclude(verdict=Verdict.UNDO).filter(undone_by=None)


def in_force() -> QuerySet[IdentityDecision]:
    """Of those about one pair of cards that were not taken back, the latest."""
    later = standing().filter(card_a=OuterRef("card_a"), card_b=OuterRef("card_b"), pk__gt=OuterRef("pk"))
    return standing().filter(~Exists(later))


def about(cards: Collection[int]) -> Q:
    return Q(card_a_id__in=cards) | Q(card_b_id__in=cards)


def of_pair(one: Card, other: Card) -> IdentityDecision | None:
    """The decision in force about these two cards."""
    card_a, card_b = sorted((one.pk, other.pk))
    return in_force().filter(card_a=card_a, card_b=card_b).select_related("decided_by").first()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the history: `is_effective` where the two cards are one person because of it."""

    decision: IdentityDecision
    is_in_force: bool
    is_effective: bool


def history(user: User, cards: Collection[Card]) -> list[Entry]:
    """All that was decided about these cards together with cards that the user may see, the latest first."""
    seen = visible_to(user)
    ids = [card.pk for card in cards]
    decisions = (
        IdentityDecision.objects.filter(about(ids), card_a__in=seen, card_b__in=seen)
        .select_related("card_a", "card_b", "decided_by", "undoes")
        .order_by("-pk")
    )
    forced = set(in_force().filter(about(ids)).values_list("pk", flat=True))
    return [
        Entry(
            decision,
            decision.pk in forced,
            decision.pk in forced
            and decision.verdict == Verdict.SAME
            and decision.card_a.person_id == decision.card_b.person_id,
        )
        for decision in decisions
    ]


def left_out(user: User) -> QuerySet[IdentityDecision]:
    """Joins that stand in the log and hold nothing together, because a later decision says otherwise: somebody who
    knows both cards must look again."""
    return (
        in_force()
        .filter(verdict=Verdict.SAME, card_a__in=visible_to(user), card_b__in=visible_to(user))
        .exclude(card_a__person=F("card_b__person"))
    )
