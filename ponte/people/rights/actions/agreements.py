# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people agree to, for which purpose; each answer is one more line of its history."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.models import Card
from ponte.people.rights import rules
from ponte.people.rights.actions.storing import stored
from ponte.people.rights.models import Agreement, Channel, Purpose
from ponte.platform.audit import actions as audit


@transaction.atomic
def save_purpose(*, purpose: Purpose, fields: Mapping[str, Any], by: User | None) -> Purpose:
    """Name a purpose, or change how it is described; what people said about it stays as it is."""
    if by is not None and not rules.may_describe(by):
        raise PermissionDenied
    before = {name: getattr(purpose, name) for name in fields} if purpose.pk else None
    for name, value in fields.items():
        setattr(purpose, name, value)
    stored(purpose)
    audit.record("rights.save_purpose", purpose, by=by, before=before, after=fields)
    return purpose


@transaction.atomic
def record_agreement(
    *,
    card: Card,
    purpose: Purpose,
    service: Service,
    verdict: str,
    channel: str,
    on: dt.date,
    by: User,
    said_as: str = Agreement.SaidAs.SELF,
    said_by: str = "",
    note: str = "",
) -> Agreement:
    """The person, or somebody for them, gave, refused or withdrew their agreement."""
    if not rules.speaks_for(by, card, service):
        raise PermissionDenied
    if not purpose.is_asked:
        raise ValidationError(_("Questa finalità non si basa sul consenso: non c'è niente da chiedere."))
    if purpose.service_id not in {None, service.pk}:
        raise ValidationError(_("Questa finalità riguarda un altro servizio."))
    if on > timezone.localdate():
        raise ValidationError({"on": _("Il giorno non è ancora arrivato.")})
    said = Agreement(
        card=card, purpose=purpose, service=service, verdict=verdict, channel=channel, on=on, said_as=said_as,
        said_by=said_by.strip(), note=note, by=by,
    )  # fmt: skip
    stored(said)
    audit.record(
        "rights.record_agreement",
        said,
        by=by,
        after={"card": card.pk, "purpose": purpose.slug, "verdict": verdict, "on": on},
    )
    return said


def withdraw(*, card: Card, purpose: Purpose, service: Service, by: User) -> Agreement:
    """Taken back in one step, today, by the person: as easy as it was to give (art. 7.3)."""
    return record_agreement(
        card=card, purpose=purpose, service=service, verdict=Agreement.Verdict.WITHDRAWN, channel=Channel.SPOKEN,
        on=timezone.localdate(), by=by,
    )  # fmt: skip
