# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from ponte.accounts.models import User
from ponte.oversight import rules
from ponte.oversight.models import UnusualAccess
from ponte.platform.audit import actions as audit


@transaction.atomic
def review(*, unusual: UnusualAccess, outcome: str, note: str, by: User) -> None:
    """Say what it was; saying it again replaces what was said. Raises `PermissionDenied`."""
    if not rules.is_auditor(by) or unusual.actor_id == by.pk:
        raise PermissionDenied
    before = {"outcome": unusual.outcome, "note": unusual.note}
    unusual.outcome, unusual.note = outcome, note
    unusual.reviewed_by, unusual.reviewed_at = by, timezone.now()
    unusual.full_clean(exclude=["card", "actor", "reviewed_by"])
    unusual.save(update_fields=["outcome", "note", "reviewed_by", "reviewed_at"])
    audit.record("oversight.review_unusual", unusual, by=by, before=before, after={"outcome": outcome, "note": note})
