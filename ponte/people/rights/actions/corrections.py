# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Corrections: asked for by the person or by staff, decided by somebody else, written by the card's own action."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people import actions as people
from ponte.people.models import Card
from ponte.people.rights import rules
from ponte.people.rights.actions.storing import stored
from ponte.people.rights.models import Correction
from ponte.platform.audit import actions as audit
from ponte.platform.partial_dates import PartialDate

BIRTH_DATE = "birth_date"
# What can be put right here; the rest of a card is changed by whoever works with the person, as it comes up.
FIELDS = (
    "given_name", "family_name", "native_name", "chosen_name", BIRTH_DATE, "birth_place", "sex", "phone", "email",
    "address",
)  # fmt: skip
Status = Correction.Status


def columns(field: str, value: str) -> dict[str, Any]:
    """What the card's columns become. Raises `ValidationError` for what is no date."""
    if field != BIRTH_DATE:
        return {field: value}
    if not value:
        return {"birth_year": None, "birth_month": None, "birth_day": None}
    try:
        born = PartialDate.parse(value)
    except ValueError:
        raise ValidationError({"value": _("Scriva una data, un mese o un anno.")}) from None
    return {"birth_year": born.year, "birth_month": born.month, "birth_day": born.day}


@transaction.atomic
def ask(
    *, card: Card, service: Service, field: str, value: str, by: User, said_by: str = Correction.From.PERSON,
    why: str = "",
) -> Correction:  # fmt: skip
    if not rules.speaks_for(by, card, service):
        raise PermissionDenied
    if field not in FIELDS:
        raise ValidationError({"field": _("Questo dato si cambia dalla scheda.")})
    columns(field, value)
    correction = stored(
        Correction(card=card, service=service, field=field, value=value, said_by=said_by, why=why, by=by)
    )
    audit.record(
        "rights.ask_correction",
        correction,
        by=by,
        reason=why,
        after={"card": card.pk, "field": field, "value": value},
    )
    return correction


@transaction.atomic
def approve(*, correction: Correction, by: User, answer: str = "") -> Correction:
    """Write what was asked for. Raises `ValidationError` where the card does not take it."""
    correction = _open(correction, by)
    reason = _("Rettifica richiesta il %(on)s") % {"on": f"{timezone.localtime(correction.at):%d/%m/%Y}"}
    fields = columns(correction.field, correction.value)
    people.change_card(card=correction.card, fields=fields, by=by, correcting=True, reason=reason)
    return _decide(correction, Status.APPROVED, by, answer)


@transaction.atomic
def refuse(*, correction: Correction, by: User, answer: str) -> Correction:
    """The person has a right to know why; they may complain to the authority."""
    return _decide(_open(correction, by), Status.REFUSED, by, answer)


def _open(correction: Correction, by: User) -> Correction:
    if not rules.may_decide_correction(by, correction):
        raise PermissionDenied
    current = Correction.objects.select_for_update(of=("self",)).select_related("card").get(pk=correction.pk)
    if current.status != Status.OPEN:
        raise ValidationError(_("Su questa richiesta è già stato deciso."))
    return current


def _decide(correction: Correction, status: str, by: User, answer: str) -> Correction:
    correction.status, correction.answer = status, answer.strip()
    correction.decided_by, correction.decided_at = by, timezone.now()
    stored(correction)
    audit.record(f"rights.{status}_correction", correction, by=by, reason=answer, after={"card": correction.card_id})
    return correction
