# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Restriction and objection: noted, in force for every action at once, lifted with a reason."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.people.models import Card
from ponte.people.rights import rules
from ponte.people.rights.actions.storing import stored
from ponte.people.rights.models import Restriction
from ponte.platform.audit import actions as audit


@transaction.atomic
def restrict(
    *, card: Card, service: Service, kind: str, ground: str, since: dt.date, by: User, note: str = ""
) -> Restriction:
    """From now on the card's data may be kept and not used, by all who may know of it; see `restricting`."""
    if not rules.speaks_for(by, card, service):
        raise PermissionDenied
    if since > timezone.localdate():
        raise ValidationError({"since": _("Il giorno non è ancora arrivato.")})
    made = stored(Restriction(card=card, service=service, kind=kind, ground=ground, since=since, note=note, by=by))
    audit.record("rights.restrict_card", made, by=by, reason=note, after={"card": card.pk, "kind": kind})
    return made


@transaction.atomic
def lift(*, restriction: Restriction, reason: str, by: User) -> Restriction:
    """The person must be told before it is lifted (art. 18.3)."""
    if not Membership.objects.filter(user=by, service=restriction.service_id).exists():
        raise PermissionDenied
    current = Restriction.objects.select_for_update().get(pk=restriction.pk)
    if current.lifted_at is not None:
        raise ValidationError(_("È già stata tolta."))
    current.lift_reason, current.lifted_by, current.lifted_at = reason.strip(), by, timezone.now()
    stored(current)
    audit.record("rights.lift_restriction", current, by=by, reason=reason, after={"card": current.card_id})
    return current
