# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Breaking the glass, closing it again, and looking at how it was used."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people import presence
from ponte.people.access import rules
from ponte.people.access.models import EmergencyAccess, EmergencyReview
from ponte.people.access.tasks import tell_auditors
from ponte.people.rules import in_team
from ponte.platform.audit import actions as audit

SHORTEST_REASON = 15
SLACK = dt.timedelta(minutes=10)  # of clocks of several machines


@transaction.atomic
def break_glass(*, reference: str, reason: str, hours: int, by: User) -> EmergencyAccess:
    """Open, for some hours, the cards behind an answer of presence. What protected services know, or a team keeps to
    a few of its members, has no answer there and is not reached.

    Raises `PermissionDenied` where there was no such answer, and `ValidationError`.
    """
    if len(reason.strip()) < SHORTEST_REASON:
        raise ValidationError({"reason": _("Scriva che cosa sta succedendo: lo leggerà chi protegge i dati.")})
    if not 1 <= hours <= EmergencyAccess.MOST_HOURS:
        raise ValidationError({"hours": _("Da 1 a %(most)s ore.") % {"most": EmergencyAccess.MOST_HOURS}})
    answer = presence.answered(reference, by=by)
    if answer is None or not in_team(by, answer.service.pk):
        raise PermissionDenied
    now = timezone.now()
    access = EmergencyAccess.objects.create(
        user=by, service=answer.service, reason=reason.strip(), started_at=now, until=now + dt.timedelta(hours=hours)
    )
    presence.open_in_emergency(access, answer.cards)
    tell_auditors.defer(access_id=access.pk)
    audit.record(
        "access.break_glass", access, by=by, reason=access.reason,
        after={"service": answer.service.slug, "hours": hours, "cards": ",".join(map(str, answer.cards))},
    )  # fmt: skip
    return access


@transaction.atomic
def close(*, access: EmergencyAccess, by: User) -> None:
    """Before its time, by whoever opened it."""
    if access.user_id != by.pk or access.ended_at is not None:
        raise PermissionDenied
    access.ended_at = timezone.now()
    access.save(update_fields=["ended_at"])
    audit.record("access.close_emergency", access, by=by)


@transaction.atomic
def end_what_has_not_begun() -> int:
    """Opened while the clock ran ahead: it would last for longer than the hours that were asked for."""
    ahead = EmergencyAccess.objects.select_for_update().filter(ended_at=None, started_at__gt=timezone.now() + SLACK)
    for access in (ended := list(ahead)):
        access.ended_at = timezone.now()
        access.save(update_fields=["ended_at"])
        audit.record("access.close_emergency", access, by=None, after={"started_at": access.started_at})
    return len(ended)


@transaction.atomic
def review(*, access: EmergencyAccess, outcome: str, note: str, by: User) -> EmergencyReview:
    """Raises `ValidationError` where it has an outcome already."""
    if not rules.may_review(by, access):
        raise PermissionDenied
    made = EmergencyReview(access=access, outcome=outcome, note=note.strip(), by=by)
    made.full_clean(exclude=["at"])
    made.save(force_insert=True)
    audit.record("access.review_emergency", access, by=by, after={"outcome": outcome, "note": made.note})
    return made
