# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking a person on, closing, and taking up again where closing ended."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Project, Service
from ponte.people import holds, rules
from ponte.people.models import Acquaintance, Card, Enrolment, EnrolmentEvent
from ponte.platform.audit import actions as audit


@transaction.atomic
def open_enrolment(
    *,
    card: Card,
    service: Service,
    opened_on: dt.date,
    by: User,
    project: Project | None = None,
    reason: str = "",
    referent: User | None = None,
) -> Enrolment:
    """Raises `ValidationError` where the person is already with the service, `PermissionDenied` outside its team."""
    if not rules.may_enrol(by, card, service):
        raise PermissionDenied
    holds.check([card.pk])
    enrolment = Enrolment(
        card=card, service=service, project=project, opened_on=opened_on, reason=reason, referent=referent
    )
    Acquaintance.objects.get_or_create(card=card, service=service)
    _save(enrolment)
    _step(enrolment, EnrolmentEvent.Kind.OPENED, on=opened_on, by=by, note=reason)
    audit.record(
        "people.open_enrolment",
        enrolment,
        by=by,
        after={"card": card.pk, "service": service.pk, "opened_on": opened_on},
    )
    return enrolment


@transaction.atomic
def close_enrolment(*, enrolment: Enrolment, closed_on: dt.date, outcome: str, by: User, note: str = "") -> Enrolment:
    enrolment = _held(enrolment, by)
    if enrolment.closed_on is not None:
        raise ValidationError(_("La presa in carico è già chiusa."))
    enrolment.closed_on, enrolment.outcome, enrolment.outcome_note = closed_on, outcome, note
    _save(enrolment)
    _step(enrolment, EnrolmentEvent.Kind.CLOSED, on=closed_on, by=by, outcome=outcome, note=note)
    audit.record(
        "people.close_enrolment",
        enrolment,
        by=by,
        after={"closed_on": closed_on, "outcome": outcome, "outcome_note": note},
    )
    return enrolment


@transaction.atomic
def reopen_enrolment(*, enrolment: Enrolment, on: dt.date, by: User, note: str = "") -> Enrolment:
    """The former closing stays in the enrolment's events."""
    enrolment = _held(enrolment, by)
    if enrolment.closed_on is None:
        raise ValidationError(_("La presa in carico è già aperta."))
    if on < enrolment.closed_on:
        raise ValidationError({"on": _("La riapertura viene prima della chiusura.")})
    holds.check([enrolment.card_id])
    before = {"closed_on": enrolment.closed_on, "outcome": enrolment.outcome, "outcome_note": enrolment.outcome_note}
    enrolment.closed_on, enrolment.outcome, enrolment.outcome_note = None, "", ""
    _save(enrolment)
    _step(enrolment, EnrolmentEvent.Kind.REOPENED, on=on, by=by, note=note)
    audit.record("people.reopen_enrolment", enrolment, by=by, before=before, after={"on": on, "outcome_note": note})
    return enrolment


def _held(enrolment: Enrolment, by: User) -> Enrolment:
    if not rules.may_change_enrolment(by, enrolment):
        raise PermissionDenied
    return Enrolment.objects.select_for_update(of=("self",)).select_related("card").get(pk=enrolment.pk)


def _save(enrolment: Enrolment) -> None:
    enrolment.full_clean()
    try:
        with transaction.atomic():
            enrolment.save()
    except IntegrityError as refusal:
        # Between the check and the write, a colleague took the same person on.
        raise ValidationError(_("La persona è già in carico a questo servizio.")) from refusal


def _step(
    enrolment: Enrolment, kind: EnrolmentEvent.Kind, *, on: dt.date, by: User, outcome: str = "", note: str = ""
) -> None:
    EnrolmentEvent.objects.create(enrolment=enrolment, kind=kind, on=on, outcome=outcome, note=note, by=by)
