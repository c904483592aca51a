# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Opening a record to another service, and taking that back."""

import datetime as dt
from collections.abc import Collection

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people import holds
from ponte.people.access import rules
from ponte.people.access.models import Share
from ponte.people.models import Card
from ponte.platform.audit import actions as audit

LONGEST = dt.timedelta(days=365)
PROTECTED = Service.Confidentiality.PROTECTED


@transaction.atomic
def share(
    *,
    card: Card,
    sender: Service,
    receiver: Service,
    opens: Collection[str],
    purpose: str,
    basis: str,
    basis_text: str,
    until: dt.datetime,
    by: User,
    agreed_on: dt.date | None = None,
    names_sender: bool = True,
    lets_enrol: bool = False,
) -> Share:
    """Open the card, and these parts of the sender's work, to the receiver. The card is always among what is opened.

    Raises `PermissionDenied` for whoever does not know the person through the sender, and `ValidationError`. Where
    the use of the card is restricted, only the person can let others read it (art. 18.2).
    """
    if not rules.may_share(by, card, sender):
        raise PermissionDenied
    if basis != Share.Basis.AGREEMENT:
        holds.check([card.pk])
    if sender.confidentiality == PROTECTED and basis != Share.Basis.AGREEMENT:
        raise ValidationError({"basis": _("Un servizio protetto condivide solo se la persona è d'accordo.")})
    if not timezone.now() < until <= timezone.now() + LONGEST:
        raise ValidationError(
            {"until": _("Una condivisione dura al massimo un anno: poi si rinnova con la persona.")}
        )
    parts = [part for part in Share.Part.values if part == Share.Part.CARD or part in opens]
    if Share.Part.NOTES in parts and Share.Part.ACTIVITIES not in parts:
        raise ValidationError({"opens": _("Le note si condividono insieme agli interventi.")})
    made = Share(
        card=card, sender=sender, receiver=receiver, opens=parts, purpose=purpose.strip(), basis=basis,
        basis_text=basis_text.strip(), agreed_on=agreed_on if basis == Share.Basis.AGREEMENT else None,
        until=until, names_sender=names_sender, lets_enrol=lets_enrol, shared_by=by,
    )  # fmt: skip
    made.full_clean(exclude=["ended_by", "ended_at", "shared_at"])
    made.save()
    audit.record("access.share_card", card, by=by, reason=made.purpose, after=_told(made))
    return made


@transaction.atomic
def end_share(*, share: Share, by: User) -> Share:
    """At once. Raises `PermissionDenied`."""
    held = Share.objects.select_for_update(of=("self",)).select_related("card").get(pk=share.pk)
    if not rules.may_end_share(by, held):
        raise PermissionDenied
    held.ended_at, held.ended_by = timezone.now(), by
    held.save(update_fields=["ended_at", "ended_by"])
    audit.record("access.end_share", held.card, by=by, before={"share": held.pk, "until": held.until})
    return held


def _told(made: Share) -> dict[str, object]:
    return {
        "share": made.pk, "sender": made.sender.slug, "receiver": made.receiver.slug, "opens": ", ".join(made.opens),
        "lets_enrol": made.lets_enrol, "names_sender": made.names_sender, "basis": made.basis,
        "basis_text": made.basis_text, "until": made.until,
    }  # fmt: skip
