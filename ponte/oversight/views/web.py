# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the views of the auditor share."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from ponte.accounts.models import User
from ponte.oversight import rules


def auditor(request: HttpRequest) -> User:
    """The signed-in user, if it is the auditor. Raises `PermissionDenied`."""
    user = request.user
    if not isinstance(user, User) or not rules.is_auditor(user):
        raise PermissionDenied
    return user
