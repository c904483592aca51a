# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Deciding that cards are the same person, or are not, and taking that back.

Decisions are only ever added. Which person a card belongs to is worked out from those in force by the database
function `ponte_settle_persons`, which also sees the cards that the deciding user may not see. What contradicts a
decision in force is refused with a sentence that names it.
"""

import uuid
from collections.abc import Callable, Collection, Iterable, Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people import decisions, holds, rules
from ponte.people import refusals as refused
from ponte.people.models import Card, IdentityDecision
from ponte.platform.audit import actions as audit

Verdict = IdentityDecision.Verdict
Override = IdentityDecision.Override


def decide_same(
    *,
    one: Card,
    other: Card,
    by: User,
    reason: str = "",
    overrides: Collection[str] = (),
    batch: uuid.UUID | None = None,
) -> IdentityDecision:
    """Raises `AlreadyDecidedError`, and `ContradictionError` where someone held two of the cards concerned to be
    different persons, or their documents contradict each other and `overrides` does not say that one is wrong."""
    return join(cards=[one, other], by=by, reason=reason, overrides=overrides, batch=batch)[0]


@transaction.atomic
def join(
    *,
    cards: Sequence[Card],
    by: User,
    reason: str = "",
    overrides: Collection[str] = (),
    seen: str = "",
    batch: uuid.UUID | None = None,
) -> list[IdentityDecision]:
    """Hold all these cards to be one person: each is joined to the first. Raises like `decide_same`.

    `seen` is the `fingerprint` of the cards when they were shown; where someone decided about them since, the
    decision is refused.
    """
    first, *others = sorted({card.pk: card for card in cards}.values(), key=lambda card: card.pk)
    if not others:
        raise ValidationError(_("Servono due schede diverse."))
    _check_right(cards, by)
    if overrides and not reason.strip():
        raise ValidationError({"reason": _("Scriva il motivo: resta con la decisione.")})
    take_turn()
    if seen and seen != fingerprint(cards):
        raise refused.changed_meanwhile([card.pk for card in cards], to=by)
    guarded_by = {other.pk: rules.guarding_service(by, [first, other]) for other in others}
    for other in others:
        there = decisions.of_pair(first.pk, other.pk, guarded_by[other.pk])
        if there is not None and there.verdict == Verdict.SAME:
            raise refused.already_decided(there, to=by)
    if Override.DOCUMENTS not in overrides:
        for position, one in enumerate(cards):
            for other in cards[position + 1 :]:
                check_documents(one.pk, other.pk)
    batch = batch or (uuid.uuid4() if len(others) > 1 else None)
    return append(
        [
            IdentityDecision(
                card_a=first,
                card_b=other,
                verdict=Verdict.SAME,
                reason=reason,
                overrides=list(overrides),
                batch=batch,
                guarded_by_id=guarded_by[other.pk],
            )
            for other in others
        ],
        by=by,
    )


@transaction.atomic
def decide_different(
    *, one: Card, other: Card, by: User, reason: str = "", batch: uuid.UUID | None = None
) -> IdentityDecision:
    """Raises `AlreadyDecidedError`, and `ContradictionError` where further decisions still hold the two together."""
    if one.pk == other.pk:
        raise ValidationError(_("Servono due schede diverse."))
    _check_right([one, other], by)
    take_turn()
    guarded_by = rules.guarding_service(by, [one, other])
    there = decisions.of_pair(one.pk, other.pk, guarded_by)
    if there is not None and there.verdict == Verdict.DIFFERENT:
        raise refused.already_decided(there, to=by)
    card_a, card_b = sorted((one, other), key=lambda card: card.pk)
    made = IdentityDecision(card_a=card_a, card_b=card_b, verdict=Verdict.DIFFERENT, reason=reason)
    made.batch, made.guarded_by_id = batch, guarded_by
    return append([made], by=by)[0]


@transaction.atomic
def undo(*, decision: IdentityDecision, by: User, reason: str = "") -> IdentityDecision:
    """Take a decision back: what was in force before it is in force again."""
    return _undo([decision], by, reason)[0]


@transaction.atomic
def undo_batch(*, batch: uuid.UUID, by: User, reason: str = "") -> list[IdentityDecision]:
    """Take back all that was decided in one act and still stands."""
    standing = list(decisions.standing().filter(batch=batch).select_related("card_a", "card_b").order_by("pk"))
    if not standing:
        raise refused.already_undone(to=by)
    return _undo(standing, by, reason)


def _undo(taken_back: Sequence[IdentityDecision], by: User, reason: str) -> list[IdentityDecision]:
    holds.check_not_erased(pk for decision in taken_back for pk in (decision.card_a_id, decision.card_b_id))
    _check_right([card for decision in taken_back for card in (decision.card_a, decision.card_b)], by)
    take_turn()
    there = IdentityDecision.objects.filter(undoes__in=taken_back)
    if any(decision.verdict == Verdict.UNDO for decision in taken_back) or there.exists():
        raise refused.already_undone(there.select_related("decided_by").first(), to=by)
    batch = uuid.uuid4() if len(taken_back) > 1 else None
    return append([undoing(decision, reason=reason, batch=batch) for decision in taken_back], by=by)


def undoing(decision: IdentityDecision, *, reason: str, batch: uuid.UUID | None = None) -> IdentityDecision:
    """What takes the decision back, not yet stored."""
    return IdentityDecision(
        card_a_id=decision.card_a_id,
        card_b_id=decision.card_b_id,
        verdict=Verdict.UNDO,
        undoes=decision,
        reason=reason,
        batch=batch,
        guarded_by_id=decision.guarded_by_id,
    )


def fingerprint(cards: Iterable[Card]) -> str:
    """Which visible cards are together with these at present: to be given to `join` by whoever saw it."""
    persons = Card.objects.filter(pk__in=[card.pk for card in cards]).values("person_id")
    together = Card.objects.filter(person_id__in=persons).order_by("pk").values_list("pk", "person_id")
    return ",".join(f"{card}.{person}" for card, person in together)


def take_turn() -> None:
    """Wait for whoever is deciding now. What is read after this stays so until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('ponte_settle_persons'))")


def _check_right(cards: Iterable[Card], by: User) -> None:
    for card in {card.pk: card for card in cards}.values():
        if not rules.may_see(by, card):
            raise PermissionDenied


def check_documents(one: int, other: int) -> None:
    """Raises `ContradictionError` where the documents of the persons of these cards contradict each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, card_a, card_b FROM ponte_contradicting_documents(%s, %s)", [one, other])
        found = cursor.fetchall()
    if found:
        raise refused.contradicting_documents(found)


def _store(decision: IdentityDecision, by: User) -> None:
    try:
        with transaction.atomic():
            decision.save(force_insert=True)
    except IntegrityError as refusal:
        if decision.verdict == Verdict.UNDO and "undoes" in str(refusal):
            raise refused.already_undone(to=by) from refusal
        raise


def append(
    made: list[IdentityDecision], *, by: User, store: Callable[[IdentityDecision, User], None] = _store
) -> list[IdentityDecision]:
    """Add decisions of one act, bring persons in step, and tell the audit trail. Raises `ContradictionError`.

    Whoever calls it has checked the right to it and taken a turn; `store` is for those whose right only the
    database can check.
    """
    concerned = {pk for decision in made for pk in (decision.card_a_id, decision.card_b_id)}
    holds.check_not_erased(concerned)
    if any(decision.verdict == Verdict.SAME for decision in made):
        holds.check(concerned)
    with transaction.atomic():
        for decision in made:
            decision.decided_by = by
            decision.clean_fields(exclude=["card_a", "card_b", "undoes"])
            store(decision, by)
        settle(made, by=by)
    for decision in made:
        audit.record(
            f"people.decide_{decision.verdict}",
            decision,
            by=by,
            reason=decision.reason,
            after={
                "card_a": decision.card_a_id,
                "card_b": decision.card_b_id,
                **({"undoes": decision.undoes_id} if decision.undoes_id else {}),
                **({"overrides": ",".join(decision.overrides)} if decision.overrides else {}),
            },
        )
    return made


def settle(made: Sequence[IdentityDecision], *, by: User) -> None:
    """Bring persons in step with decisions just added. Raises `ContradictionError`."""
    touched = sorted({pk for decision in made for pk in (decision.card_a_id, decision.card_b_id)})
    with connection.cursor() as cursor:
        cursor.execute("SELECT left_out, wall FROM ponte_settle_persons(%s)", [touched])
        contradicted = cursor.fetchone()
    if contradicted is not None:
        left_out, wall = contradicted
        raise refused.contradiction(left_out=left_out, wall=wall, made=made, to=by)
