# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from ponte.accounts.models import User
from ponte.people.rights import rules
from ponte.people.rights.actions.storing import stored
from ponte.people.rights.models import RetentionTerm
from ponte.platform.audit import actions as audit


@transaction.atomic
def set_term(*, term: RetentionTerm, fields: Mapping[str, Any], by: User | None) -> RetentionTerm:
    """Say how long a class of records is kept: by the network for all services, or by a service for itself."""
    before = dict(RetentionTerm.objects.filter(pk=term.pk).values("months", "basis", "needs_permit").first() or {})
    for name, value in fields.items():
        setattr(term, name, value)
    if by is not None and not rules.may_set_term(by, term.service):
        raise PermissionDenied
    term.changed_by = by
    stored(term)
    audit.record("rights.set_term", term, by=by, before=before, after=fields)
    return term
