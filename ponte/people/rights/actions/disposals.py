# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Disposal: proposed, authorised by a second person, done in the background in one transaction."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people import identity
from ponte.people.models import Acquaintance, Card, Enrolment
from ponte.people.rights import erasing, holdings, retention, rules
from ponte.people.rights.actions.storing import stored
from ponte.people.rights.holdings import Erase, Holding, Scope
from ponte.people.rights.models import Disposal, RecordClass
from ponte.platform.audit import actions as audit
from ponte.platform.audit.erasing import erase_contents

Status = Disposal.Status
MOST = 200  # proposals a night, for each service and class: nobody reads more


@transaction.atomic
def propose(
    *, card: Card, service: Service, ground: str, by: User, why: str = "", record_class: str = RecordClass.CARD
) -> Disposal:
    """Raises `ValidationError` where the service still works with the person."""
    if not rules.speaks_for(by, card, service):
        raise PermissionDenied
    if Enrolment.objects.filter(card=card, service=service, closed_on=None).exists():
        raise ValidationError(_("La persona è in carico al servizio: prima va chiusa la presa in carico."))
    proposed = stored(
        Disposal(
            card=card, service=service, record_class=record_class, ground=ground, why=why, proposed_by=by,
            planned=planned([card.pk], service.pk, record_class),
        )
    )  # fmt: skip
    audit.record("rights.propose_disposal", proposed, by=by, reason=why, after={"card": card.pk})
    return proposed


@transaction.atomic
def authorise(*, disposal: Disposal, by: User, permit: str = "") -> Disposal:
    """From here on there is no way back: the worker erases, and what was joined can no longer be taken apart."""
    from ponte.people.rights import tasks

    current = _proposed(disposal, by)
    if retention.term_for(current.service, current.record_class).needs_permit and not permit.strip():
        raise ValidationError({"permit": _("Serve il nulla osta della Soprintendenza: ne scriva gli estremi.")})
    _decide(current, Status.AUTHORISED, by)
    current.permit = permit.strip()
    stored(current)
    audit.record("rights.authorise_disposal", current, by=by, after={"card": current.card_id, "permit": permit})
    tasks.dispose.defer(disposal=current.pk)
    return current


@transaction.atomic
def refuse(*, disposal: Disposal, answer: str, by: User) -> Disposal:
    current = _proposed(disposal, by)
    _decide(current, Status.REFUSED, by)
    current.answer = answer.strip()
    stored(current)
    audit.record("rights.refuse_disposal", current, by=by, reason=answer, after={"card": current.card_id})
    return current


def _proposed(disposal: Disposal, by: User) -> Disposal:
    if disposal.proposed_by_id == by.pk:
        raise ValidationError(_("Chi propone una cancellazione non può anche autorizzarla."))
    if not rules.may_authorise(by, disposal):
        raise PermissionDenied
    current = Disposal.objects.select_for_update(of=("self",)).select_related("service").get(pk=disposal.pk)
    if current.status != Status.PROPOSED:
        raise ValidationError(_("Su questa cancellazione è già stato deciso."))
    return current


def _decide(disposal: Disposal, status: str, by: User) -> None:
    disposal.status, disposal.decided_by, disposal.decided_at = status, by, timezone.now()


@transaction.atomic
def dispose(disposal: Disposal) -> Disposal:
    """Erase what was authorised, as the system; a second call does nothing."""
    current = Disposal.objects.select_for_update(of=("self",)).get(pk=disposal.pk)
    if current.status != Status.AUTHORISED:
        return current
    scope = scope_of(current)
    told = _events(scope, current.record_class)
    erased = {"append_only": erasing.append_only_rows(scope)}
    for holding in holdings.all_of_them():
        erase = _eraser(holding, current.record_class)
        if erase is not None and (count := erase(scope)):
            erased[holding.model._meta.label_lower] = count
    erased["audit.auditevent"] = (
        erasing.trail(scope, told) if current.record_class == RecordClass.CARD else erase_contents(told)
    )
    current.status, current.done_at = Status.DONE, timezone.now()
    current.why = ""
    current.save()
    # Other proposals about a card that is gone have nothing left to erase.
    if scope.whole and current.record_class == RecordClass.CARD:
        Disposal.objects.filter(card=scope.card, status=Status.PROPOSED).exclude(pk=current.pk).delete()
    audit.record("rights.dispose", current, by=current.decided_by, after=erased)
    return current


def scope_of(disposal: Disposal) -> Scope:
    """Waits for whoever is making the card known to another service, or deciding who is whom."""
    identity.take_turn()
    card = Card.objects.select_for_update(of=("self",)).get(pk=disposal.card_id)
    others = Acquaintance.objects.filter(card=card).exclude(service=disposal.service_id)
    return Scope(
        disposal=disposal.pk,
        card=card.pk,
        service=disposal.service_id,
        whole=not others.exists(),
        words=erasing.words_of(card),
    )


def planned(cards: list[int], service: int, record_class: str) -> dict[str, int]:
    """How many rows of each table would be erased, as far as whoever proposes may see."""
    counted = {
        one.model._meta.label_lower: one.rows(cards, service).count()
        for one in holdings.all_of_them()
        if _eraser(one, record_class) is not None
    }
    return {label: count for label, count in counted.items() if count}


def _eraser(holding: Holding, record_class: str) -> Erase | None:
    return holding.erase if record_class == RecordClass.CARD else holding.notes


def _events(scope: Scope, record_class: str) -> set[int]:
    """The trail's events about rows that the service wrote itself, found while they are there."""
    found: set[int] = set()
    for one in holdings.all_of_them():
        if _eraser(one, record_class) is not None and "service" in {
            field.name for field in one.model._meta.concrete_fields
        }:
            found |= erasing.events_about(one.rows([scope.card], scope.service).filter(service=scope.service))
    return found


@transaction.atomic
def propose_due(*, today: dt.date) -> int:
    """What the terms say, for every service: proposed by nobody, for a coordinator to decide."""
    made = 0
    for service in Service.objects.order_by("pk"):
        for record_class in RecordClass:
            due = retention.due(service, record_class, today=today, most=MOST)
            for card in due:
                proposed = Disposal.objects.create(
                    card_id=card, service=service, record_class=record_class, ground=Disposal.Ground.TERM,
                    planned=planned([card], service.pk, record_class),
                )  # fmt: skip
                audit.record("rights.propose_disposal", proposed, by=None, after={"card": card})
            made += len(due)
    return made
