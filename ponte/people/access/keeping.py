# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keeping a person to some of a team, and lifting that again."""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.access import rules
from ponte.people.access.models import Protection
from ponte.people.models import Acquaintance, Card, Enrolment
from ponte.platform.audit import actions as audit

# One who alone knows the person falls ill, or leaves.
FEWEST = 2


@transaction.atomic
def protect(*, card: Card, service: Service, members: Collection[User], reason: str, by: User) -> Protection:
    """From now on only whoever does this, the referents of the person's open enrolments in the service, and `members`
    of its team know of the person there. Others who know the person through other services still do.

    Where the person is kept already, this takes the place of what was said before.
    """
    if not rules.may_protect(by, card, service):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError({"reason": _("Scriva il motivo: resta con la scheda.")})
    if not rules.are_in_team(members, service):
        raise ValidationError({"members": _("Chi viene indicato lavora in questo servizio.")})
    following = Enrolment.objects.filter(card=card, service=service, closed_on=None, referent__isnull=False)
    referents = following.filter(referent__memberships__service=service).values_list("referent", flat=True)
    kept_for = sorted({by.pk, *(user.pk for user in members), *referents})
    if len(kept_for) < FEWEST:
        raise ValidationError(
            {"members": _("Indichi almeno un'altra persona dell'équipe: nessuno resta solo a conoscerla.")}
        )
    _end(card, service, by)
    made = Protection.objects.create(card=card, service=service, kept_for=kept_for, reason=reason.strip(), by=by)
    Acquaintance.objects.filter(card=card, service=service).update(guarded_for=kept_for)
    audit.record(
        "access.protect_card", card, by=by, reason=made.reason,
        after={"service": service.slug, "kept_for": ", ".join(map(str, kept_for))},
    )  # fmt: skip
    return made


@transaction.atomic
def lift(*, protection: Protection, by: User) -> None:
    """The whole team knows the person again."""
    if not rules.may_lift(by, protection):
        raise PermissionDenied
    card, service = protection.card, protection.service
    _end(card, service, by)
    Acquaintance.objects.filter(card=card, service=service).update(guarded_for=None)
    audit.record("access.lift_protection", card, by=by, before={"service": service.slug})


def _end(card: Card, service: Service, by: User) -> None:
    Protection.objects.filter(card=card, service=service, ended_at=None).update(ended_at=timezone.now(), ended_by=by)
