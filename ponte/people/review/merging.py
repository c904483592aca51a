# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Joining cards by hand, with the values that the person shall show, and parting them again."""

import uuid
from collections.abc import Collection, Mapping, Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people import decisions, identity, rules
from ponte.people import refusals as refused
from ponte.people.models import Card, IdentityDecision, ValueChoice
from ponte.people.queries import visible_to
from ponte.people.review import actions
from ponte.people.review.actions import Outcome
from ponte.people.review.likeness import likeness_of
from ponte.people.review.models import MatchPair, Verdict
from ponte.people.review.proposals import Proposal
from ponte.platform.audit import actions as audit


@transaction.atomic
def merge(
    *,
    cards: Sequence[Card],
    by: User,
    reason: str,
    overrides: Collection[str] = (),
    seen: str = "",
    choices: Mapping[str, Card] | None = None,
) -> Outcome:
    """Hold the persons of these cards to be one, and say which card provides which value.

    Each of the other persons among the cards is joined to the first; whoever does it has all cards before them, so
    none is held back as a weak bridge. Where the user knows a card through a
    protected service alone, a second person of its team must do the same; until then nothing is joined. Raises like
    `identity.join`, and then nothing is kept.
    """
    if not reason.strip():
        raise ValidationError({"reason": _("Scriva il motivo: resta con la decisione.")})
    identity.take_turn()
    if seen and seen != identity.fingerprint(cards):
        raise refused.changed_meanwhile([card.pk for card in cards], to=by)
    persons = Card.objects.filter(pk__in=[card.pk for card in cards]).values("person_id")
    fresh = list(visible_to(by).filter(person_id__in=persons).order_by("pk"))
    firsts = {card.person_id: card for card in reversed(fresh)}
    first, *others = sorted(firsts.values(), key=lambda card: card.pk)
    if not others:
        raise refused.AlreadyDecidedError(_("Queste schede sono già di una persona sola."))
    batch = uuid.uuid4()
    if len(fresh) > 2:
        overrides = [*overrides, IdentityDecision.Override.BRIDGE]
    outcomes = {
        actions.answer(
            pair=_pair_of(first, other, by),
            answer=Verdict.Answer.SAME,
            by=by,
            note=reason,
            overrides=overrides,
            batch=batch,
        )
        for other in others
    }
    if outcomes != {Outcome.DECIDED}:
        return (outcomes - {Outcome.DECIDED}).pop()
    choose_values(cards=fresh, choices=choices or {}, by=by)
    return Outcome.DECIDED


def _pair_of(one: Card, other: Card, by: User) -> MatchPair:
    """The pair of two cards, waiting: put there, or opened again where it was decided about before."""
    actions.propose(
        [Proposal(one.pk, other.pk, likeness_of(one, other))], source=MatchPair.Source.MANUAL, by=by, anyway=True
    )
    pair = MatchPair.objects.get(card_a=one, card_b=other, guarded_by=rules.guarding_service(by, [one, other]))
    if pair.status not in MatchPair.WAITING_STATUSES:
        actions.reopen(pair)
    return pair


@transaction.atomic
def choose_values(*, cards: Sequence[Card], choices: Mapping[str, Card], by: User) -> list[ValueChoice]:
    """Say which card of a person provides which value; it holds as long as the decision that joins that card."""
    made = []
    for field, card in choices.items():
        if not rules.may_see(by, card):
            raise PermissionDenied
        decision = _joining(card, cards)
        if decision is None:
            raise ValidationError(_("Prima le schede vanno unite."))
        made.append(ValueChoice(decision=decision, field=field, card=card, chosen_by=by))
        made[-1].clean_fields(exclude=["decision", "card"])
        made[-1].save(force_insert=True)
    if made:
        audit.record(
            "people.choose_values",
            cards[0],
            by=by,
            after={choice.field: choice.card_id for choice in made},
        )
    return made


def _joining(card: Card, cards: Sequence[Card]) -> IdentityDecision | None:
    ids = [one.pk for one in cards]
    return (
        decisions.in_force()
        .filter(decisions.about([card.pk]), verdict=IdentityDecision.Verdict.SAME, card_a__in=ids, card_b__in=ids)
        .order_by("-pk")
        .first()
    )


@transaction.atomic
def part(*, decision: IdentityDecision, by: User, reason: str, hold_different: bool = False) -> None:
    """Take back a join, with all that was decided in the same act; and hold the two to be different, if so said."""
    if decision.batch is not None:
        identity.undo_batch(batch=decision.batch, by=by, reason=reason)
    else:
        identity.undo(decision=decision, by=by, reason=reason)
    there = decisions.of_pair(decision.card_a_id, decision.card_b_id, decision.guarded_by_id)
    if hold_different and (there is None or there.verdict != IdentityDecision.Verdict.DIFFERENT):
        identity.decide_different(one=decision.card_a, other=decision.card_b, by=by, reason=reason)
