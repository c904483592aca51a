# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deciding that two cards are the same person, or are not, and taking that back.

Decisions are only ever added. Which person a card belongs to is worked out from those in force by the database
function `ponte_settle_persons`, which also sees the cards that the deciding user may not see.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people import rules
from ponte.people.models import Card, IdentityDecision
from ponte.platform.audit import actions as audit

Verdict = IdentityDecision.Verdict


def decide_same(*, one: Card, other: Card, by: User, reason: str = "") -> IdentityDecision:
    """Raises `ValidationError` where someone held two of the cards concerned to be different persons."""
    return _decide(one, other, Verdict.SAME, by, reason)


def decide_different(*, one: Card, other: Card, by: User, reason: str = "") -> IdentityDecision:
    """Raises `ValidationError` where further decisions still hold the two together."""
    return _decide(one, other, Verdict.DIFFERENT, by, reason)


@transaction.atomic
def undo(*, decision: IdentityDecision, by: User, reason: str = "") -> IdentityDecision:
    """Take a decision back: what was in force before it is in force again."""
    if decision.verdict == Verdict.UNDO or hasattr(decision, "undone_by"):
        raise ValidationError(_("Questa decisione è già stata annullata."))
    return _append(
        IdentityDecision(
            card_a=decision.card_a, card_b=decision.card_b, verdict=Verdict.UNDO, undoes=decision, reason=reason
        ),
        by,
    )


@transaction.atomic
def _decide(one: Card, other: Card, verdict: Verdict, by: User, reason: str) -> IdentityDecision:
    if one.pk == other.pk:
        raise ValidationError(_("Servono due schede diverse."))
    card_a, card_b = sorted((one, other), key=lambda card: card.pk)
    return _append(IdentityDecision(card_a=card_a, card_b=card_b, verdict=verdict, reason=reason), by)


def _append(decision: IdentityDecision, by: User) -> IdentityDecision:
    if not (rules.may_see(by, decision.card_a) and rules.may_see(by, decision.card_b)):
        raise PermissionDenied
    decision.decided_by = by
    decision.clean_fields(exclude=["undoes"])
    try:
        with transaction.atomic():
            decision.save()
            with connection.cursor() as cursor:
                cursor.execute("SELECT ponte_settle_persons(%s)", [[decision.card_a_id, decision.card_b_id]])
    except IntegrityError as refusal:
        if decision.verdict == Verdict.UNDO and "undoes" in str(refusal):
            raise ValidationError(_("Questa decisione è già stata annullata.")) from refusal
        raise ValidationError(
            _("Due di queste schede sono considerate persone diverse: prima va annullata una delle decisioni.")
        ) from refusal
    audit.record(
        f"people.decide_{decision.verdict}",
        decision,
        by=by,
        reason=decision.reason,
        after={"card_a": decision.card_a_id, "card_b": decision.card_b_id},
    )
    return decision
