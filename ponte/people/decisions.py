# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading the log of decisions about who is whom.

Row-level security shows those about cards that are both known, and those of one's own protected service.
"""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people.models import Card, IdentityDecision
from ponte.people.naming import may_be_named
from ponte.people.queries import team_service_ids, visible_to

Verdict = IdentityDecision.Verdict


def standing() -> QuerySet[IdentityDecision]:
    """Those that were not taken back."""
    return IdentityDecision.objects.exclude(verdict=Verdict.UNDO).filter(undone_by=None)


def in_force() -> QuerySet[IdentityDecision]:
    """Of those about one pair of cards that were not taken back, the latest, as in the view of that name; what a
    protected service decides stands beside what others do."""
    later = (
        standing()
        .annotate(circle=Coalesce("guarded_by", 0))
        .filter(
            card_a=OuterRef("card_a"),
            card_b=OuterRef("card_b"),
            pk__gt=OuterRef("pk"),
            circle=Coalesce(OuterRef("guarded_by"), 0),
        )
    )
    return standing().filter(~Exists(later))


def about(cards: Collection[int]) -> Q:
    return Q(card_a_id__in=cards) | Q(card_b_id__in=cards)


def of_pair(one: int, other: int, guarded_by: int | None = None) -> IdentityDecision | None:
    """The decision in force about these two cards, among others' or among those of a protected service."""
    found = in_force().filter(card_a=min(one, other), card_b=max(one, other), guarded_by=guarded_by)
    return found.select_related("card_a", "card_b", "decided_by").first()


def of_batch(user: User, batch: uuid.UUID) -> QuerySet[IdentityDecision]:
    """What was decided in one act, about cards that the user may see, and still stands."""
    seen = visible_to(user)
    found = standing().filter(batch=batch, card_a__in=seen, card_b__in=seen)
    return found.select_related("card_a", "card_b").order_by("pk")


def who_decided(decision: IdentityDecision, to: User) -> str:
    """The name of whoever decided, as far as the other may know it."""
    return _who(decision, team_service_ids(to))


def _who(decision: IdentityDecision, mine: Collection[int]) -> str:
    if decision.decided_by is None:
        return _("il sistema")
    return str(decision.decided_by) if may_be_named(decision.decided_by, to=mine) else _("un altro servizio")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the history: `is_effective` where the two cards are one person because of it."""

    decision: IdentityDecision
    who: str
    is_in_force: bool
    is_effective: bool


def history(user: User, cards: Collection[Card]) -> list[Entry]:
    """All that was decided about these cards together with cards that the user may see, the latest first."""
    seen = visible_to(user)
    ids = [card.pk for card in cards]
    decisions = (
        IdentityDecision.objects.filter(about(ids), card_a__in=seen, card_b__in=seen)
        .select_related("card_a", "card_b", "undoes")
        .prefetch_related("decided_by__memberships__service")
        .order_by("-pk")
    )
    mine = team_service_ids(user)
    forced = set(in_force().filter(about(ids)).values_list("pk", flat=True))
    return [
        Entry(
            decision,
            _who(decision, mine),
            decision.pk in forced,
            decision.pk in forced
            and decision.verdict == Verdict.SAME
            and decision.card_a.person_id == decision.card_b.person_id,
        )
        for decision in decisions
    ]


def overruled(user: User) -> QuerySet[IdentityDecision]:
    """Decisions in force that do not hold, because one that counts for more says otherwise: somebody who knows both
    cards must look again. Only what a protected service decides can come to this."""
    seen = visible_to(user)
    parted = Q(verdict=Verdict.SAME) & ~Q(card_a__person=F("card_b__person"))
    together = Q(verdict=Verdict.DIFFERENT, card_a__person=F("card_b__person"))
    guarded = in_force().filter(guarded_by__isnull=False)
    return guarded.filter(parted | together, card_a__in=seen, card_b__in=seen)
